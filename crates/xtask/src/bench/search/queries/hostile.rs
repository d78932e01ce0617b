//! What nobody means well: very long, very nested, and anything that Unicode has.
//!
//! **Invariant:** each text is one thing, so that a row names what is slow; the same everywhere. Start at [`hostile`].

use super::Chance;

/// How long the long ones are, in characters.
const LONG: usize = 10_000;
/// How deep the deep ones are.
const DEEP: usize = 500;
/// How many texts of any characters there are.
const RANDOM: usize = 50;

/// Each text with what it is; `words` are those of the documents.
pub(super) fn hostile(words: &[String]) -> Vec<(String, String)> {
    let mut chance = Chance(17);
    let known = |chance: &mut Chance, count: usize, between: &str| -> String {
        let drawn = (0..count).filter_map(|_| words.get(chance.below(words.len())));
        drawn.map(String::as_str).collect::<Vec<_>>().join(between)
    };
    let repeated = |what: &str| what.chars().cycle().take(LONG).collect::<String>();
    let mut all: Vec<(&str, String)> = vec![
        ("10,000 letters without a space", repeated("abcdefghij")),
        ("10,000 times the same letter", repeated("a")),
        ("10,000 characters of `a `", repeated("a ")),
        ("10,000 characters of words that occur", known(&mut chance, 3000, " ").chars().take(LONG).collect()),
        ("10,000 characters of `a* `", repeated("a* ")),
        ("10,000 characters of `-a `", repeated("-a ")),
        ("1,000 words that occur, with OR between them", known(&mut chance, 1000, " OR ")),
        ("a phrase of 1,000 words that occur", format!("\"{}\"", known(&mut chance, 1000, " "))),
        ("500 phrases of two words", format!("\"{}\"", known(&mut chance, 1000, " ").replace(' ', "\" \""))),
        ("500 opening parentheses", "(".repeat(DEEP)),
        ("500 closing parentheses", ")".repeat(DEEP)),
        ("a word in 500 parentheses", format!("{}talks{}", "(".repeat(DEEP), ")".repeat(DEEP))),
        ("500 parentheses, each denied", format!("{}talks{}", "-(".repeat(DEEP), ")".repeat(DEEP))),
        ("500 parentheses, each with a word", format!("{}{}", "(talks ".repeat(DEEP), ")".repeat(DEEP))),
        ("10,000 quotation marks", repeated("\"")),
        ("10,000 stars", repeated("*")),
        ("10,000 minus signs", repeated("-")),
        ("10,000 colons", repeated(":")),
        ("only operators", "OR - OR ( ) \" ~5 * -- OR ) (".to_owned()),
        ("1,000 times OR", "OR ".repeat(1000)),
        ("a quotation of 1,000 words", format!("quote:\"{}\"", known(&mut chance, 1000, " "))),
        ("1,000 fields that nobody has", "nobody:knows ".repeat(1000)),
        ("1,000 ranges of days", "after:2020-01-01 before:2021-01-01 ".repeat(500)),
        ("1,000 days that do not exist", "on:2026-02-31 ".repeat(1000)),
        ("10,000 marks on one letter", format!("e{}", "\u{301}".repeat(LONG))),
        ("10,000 pictures", repeated("😀")),
        ("10,000 letters from right to left", repeated("سلام ")),
        ("`a*`", "a*".to_owned()),
        ("`*`", "*".to_owned()),
        ("`a* b* c* d* e*`", "a* b* c* d* e*".to_owned()),
        ("`\"the of\"~9999`", "\"the of\"~9999".to_owned()),
        ("`the of and to in`", "the of and to in".to_owned()),
        ("`\"of the\"`", "\"of the\"".to_owned()),
        ("`-the`", "-the".to_owned()),
    ];
    let character = |chance: &mut Chance| {
        let most = [0x7f, 0x2000, 0x11_0000].get(chance.below(3)).copied().unwrap_or(0x7f);
        char::from_u32(u32::try_from(chance.below(most)).unwrap_or(0)).unwrap_or('\u{fffd}')
    };
    for _ in 0..RANDOM {
        let length = chance.magnitude(LONG);
        all.push(("any characters, up to 10,000", (0..length).map(|_| character(&mut chance)).collect()));
    }
    all.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_as_long_and_deep_as_they_say_and_the_same_again() {
        let words: Vec<String> = ["talks", "truce"].map(str::to_owned).into();
        let all = hostile(&words);
        assert_eq!(all, hostile(&words));
        let of = |name: &str| all.iter().find(|(own, _)| own == name).map(|(_, text)| text.as_str()).unwrap();
        assert_eq!(of("10,000 times the same letter").len(), LONG);
        assert_eq!(of("500 opening parentheses").matches('(').count(), DEEP);
        assert_eq!(of("10,000 characters of words that occur").chars().count(), LONG);
        assert!(all.iter().all(|(_, text)| text.chars().count() < 3 * LONG));
    }
}
