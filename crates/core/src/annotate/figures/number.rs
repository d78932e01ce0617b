//! Numbers as the text writes them: digits with their groups and points, words, and the words that multiply both.
//!
//! **Invariant:** a value is exact, as decimal digits; nothing is rounded, and a number that is not understood
//! is none. Numbers without digits ("hundreds", "several thousand") are none either.
//! Start at [`number`].

use super::super::times::token::Token;
use crate::fold::{WordSet, sorted};

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The token after its last one.
    pub end: usize,
    /// Its value in decimal digits.
    pub value: String,
    /// Its value before the word that multiplies it, and that word's power of ten: (`1.2`, 6).
    pub mantissa: (String, u32),
    /// Whether it is written in words.
    pub in_words: bool,
}

/// The number that begins at token `at`; after a sign of money a bare `m` is million.
pub(super) fn number(t: &[Token], at: usize, money: bool) -> Option<Number> {
    let first = t.get(at)?;
    if first.low.starts_with(|c: char| c.is_ascii_digit()) {
        let plain = digits(&first.low)?;
        return Some(multiplied(t, at + 1, plain, money, false));
    }
    if !first.is_word() {
        return None;
    }
    let next = |n: usize| t.get(at + n).map_or("", |w| w.low.as_str());
    match (first.low.as_str(), next(1), next(2)) {
        ("half", "a" | "an", "dozen") => return Some(whole(at + 3, 6)),
        ("half", "a" | "an", scale) => {
            let power = power(scale).filter(|p| *p >= 6)?;
            return Some(Number {
                end: at + 3,
                value: scaled("0.5", power),
                mantissa: ("0.5".into(), power),
                in_words: true,
            });
        }
        ("a" | "an" | "one", "dozen", _) => return Some(whole(at + 2, 12)),
        ("a", scale, _) => {
            let power = power(scale)?;
            return Some(multiplied(t, at + 2, scaled("1", power), money, true));
        }
        _ => {}
    }
    let (value, end) = words(t, at)?;
    if t.get(end).is_some_and(|w| w.low == "dozen") {
        return Some(whole(end + 1, value.checked_mul(12)?));
    }
    Some(multiplied(t, end, value.to_string(), money, true))
}

fn whole(end: usize, value: u64) -> Number {
    Number { end, value: value.to_string(), mantissa: (value.to_string(), 0), in_words: true }
}

/// `plain` times the words that follow it.
fn multiplied(t: &[Token], mut end: usize, plain: String, money: bool, in_words: bool) -> Number {
    let mut total = 0;
    while let Some(word) = t.get(end) {
        let hyphen = usize::from(word.low == "-" && !word.spaced);
        let Some(word) = t.get(end + hyphen) else { break };
        let glued = !word.spaced && hyphen == 0;
        let found = match word.low.as_str() {
            "m" if glued && money => Some(6),
            "k" if glued => Some(3),
            low => power(low),
        };
        let Some(power) = found.filter(|p| total + p <= 18) else { break };
        total += power;
        end += 1 + hyphen;
    }
    Number { end, value: scaled(&plain, total), mantissa: (plain, total), in_words }
}

/// The power of ten that `word` multiplies with.
fn power(word: &str) -> Option<u32> {
    Some(match word {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" => 5,
        "million" | "mn" | "mln" => 6,
        "crore" => 7,
        "billion" | "bn" | "bln" => 9,
        "trillion" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// `plain` with its point moved `power` places to the right.
pub(super) fn scaled(plain: &str, power: u32) -> String {
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let power = power as usize;
    let moved: String = part.chars().chain(std::iter::repeat('0')).take(power).collect();
    let rest = part.get(power.min(part.len())..).unwrap_or("").trim_end_matches('0');
    let all = format!("{whole}{moved}");
    let all = all.trim_start_matches('0');
    let all = if all.is_empty() { "0" } else { all };
    // What the text gives is kept: "2.50" with nothing to multiply it stays so.
    match (power, part.is_empty(), rest.is_empty()) {
        (0, false, _) => plain.to_owned(),
        (_, _, true) => all.to_owned(),
        _ => format!("{all}.{rest}"),
    }
}

/// The digits of `low` without the commas between groups of three.
fn digits(low: &str) -> Option<String> {
    let (whole, part) = low.split_once('.').unwrap_or((low, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.clone().count() > 0;
    // Lakhs are written 12,00,000; what is grouped otherwise is no number.
    let sizes = groups.clone().all(|g| plain(g) && (g.len() == 3 || g.len() == 2));
    let last = groups.next_back().is_none_or(|g| g.len() == 3);
    let fits = plain(first) && (!grouped || first.len() <= 3 && sizes && last) && low.len() <= 24;
    let part_fits = part.is_empty() && !low.ends_with('.') || plain(part);
    if !fits || !part_fits {
        return None;
    }
    let whole: String = whole.chars().filter(|c| *c != ',').collect();
    // "007" and "0735" count nothing.
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    Some(if part.is_empty() { whole } else { format!("{whole}.{part}") })
}

/// A number in words of less than a hundred, or with hundreds: `twenty-one`, `two hundred and six`.
fn words(t: &[Token], at: usize) -> Option<(u64, usize)> {
    let (mut value, mut end) = below_hundred(t, at)?;
    if t.get(end).is_some_and(|w| w.low == "hundred") {
        value *= 100;
        end += 1;
        let and = usize::from(t.get(end).is_some_and(|w| w.low == "and"));
        if let Some((more, after)) = below_hundred(t, end + and) {
            return Some((value + more, after));
        }
    }
    Some((value, end))
}

fn below_hundred(t: &[Token], at: usize) -> Option<(u64, usize)> {
    let low = &t.get(at)?.low;
    if let Some(small) = SMALL.iter().position(|w| low == w) {
        return Some((small as u64 + 1, at + 1));
    }
    let tens = (TENS.iter().position(|w| low == w)? as u64 + 2) * 10;
    let hyphen = t.get(at + 1).is_some_and(|w| w.low == "-" && !w.spaced);
    let unit = t.get(at + 1 + usize::from(hyphen));
    let unit = unit.and_then(|w| SMALL.iter().take(9).position(|s| w.low == *s));
    match unit {
        Some(unit) => Some((tens + unit as u64 + 1, at + 2 + usize::from(hyphen))),
        None => Some((tens, at + 1)),
    }
}

/// Whether `word` may begin a number in words.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.has(word)
}

/// All words of numbers.
#[rustfmt::skip]
static WORDS: WordSet = WordSet::new(sorted![
    "billion", "bln", "bn", "crore", "dozen", "eight", "eighteen", "eighty", "eleven", "fifteen", "fifty", "five", "forty",
    "four", "fourteen", "half", "hundred", "lakh", "million", "mln", "mn", "nine", "nineteen", "ninety", "one", "seven",
    "seventeen", "seventy", "six", "sixteen", "sixty", "ten", "thirteen", "thirty", "thousand", "three", "tn", "trillion",
    "trn", "twelve", "twenty", "two",
]);

#[rustfmt::skip]
const SMALL: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

#[cfg(test)]
mod tests {
    use super::super::super::times::token::tokens;
    use super::*;
    use crate::span::Span;

    fn check(text: &str, expected: Option<&str>) {
        let t = tokens(text, Span::new(0, text.len()));
        let found = number(&t, 0, false);
        assert_eq!(found.as_ref().map(|n| n.value.as_str()), expected, "{text}");
    }

    #[test]
    fn every_word_of_the_other_tables_is_a_word_of_numbers() {
        let all = WORDS.words().iter();
        assert!(SMALL.iter().chain(TENS).all(|word| is_word(word)));
        assert_eq!(
            all.filter(|w| power(w).is_some()).count(),
            WORDS.words().iter().count() - SMALL.len() - TENS.len() - 2
        );
    }

    #[test]
    fn numbers_are_exact() {
        check("157", Some("157"));
        check("1,100 buildings", Some("1100"));
        check("2.5 million", Some("2500000"));
        check("1.2345 thousand", Some("1234.5"));
        check("40bn", Some("40000000000"));
        check("3.10", Some("3.10"));
        check("12,00,000", Some("1200000"));
        check("100 billion", Some("100000000000"));
    }

    #[test]
    fn words_are_numbers() {
        check("twelve", Some("12"));
        check("twenty-one people", Some("21"));
        check("two hundred and six", Some("206"));
        check("two hundred thousand", Some("200000"));
        check("a hundred", Some("100"));
        check("half a million", Some("500000"));
        check("a dozen", Some("12"));
        check("three dozen", Some("36"));
    }

    #[test]
    fn what_is_no_number_is_none() {
        check("hundreds", None);
        check("0735", None);
        check("10:35", None);
        check("24/7", None);
        check("1,2", None);
        check("a man", None);
    }
}
