//! Documents made for measuring and comparing: sentences as news has them, with what is odd in real files.
//!
//! **Invariant:** the same number gives the same document, on every machine and for ever; nothing in it is true, and
//! no name in it is anybody's. Start at [`document`].

use serde_json::{Value, json};

use crate::corpus::chance::Chance;

/// The document `number` as a line for `dateline analyze --jsonl`; one in three has its day beside the text.
pub fn document(number: u64) -> Value {
    let mut chance = Chance::new(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let (file, text) = (format!("made/{number:04}.txt"), text(&mut chance));
    if chance.below(3) == 0 {
        let day =
            format!("20{:02}-{:02}-{:02}", chance.below(30), 1 + chance.below(12), 1 + chance.below(28));
        return json!({"file": file, "date": day, "text": text});
    }
    json!({"file": file, "text": text})
}

/// Sentences; a word between braces is drawn from the list of that name.
const SENTENCES: &[&str] = &[
    "{Name} said {time} that {thing}.",
    "“{Thing},” {title} {Name} told {body} {time}.",
    "\"{Thing}\", {Name} said. \"{Thing}.\"",
    "According to {body}, {thing} {time}.",
    "{Title} {Name} did not say when {thing}.",
    "He added that {thing}, and that “{thing}”.",
    "At least {number} people were hurt {time} in {place}, {body} said.",
    "{PLACE}, {time} — {Thing}.",
    "{Thing} {time}, {Name} ({body}) wrote in a post: ‘{Thing}’",
    "The talks in {place} are set to resume {time}.",
    "{Name}, who has led {body} since {time}, denied that {thing}.",
    "“We will sign,” he said, “if {thing}.",
    "{number} of {number} members of {body} voted against it {time}",
    "Read more: {Thing}",
    "By {Name} and {Name}",
    "* {Thing} – {Name}, {time}",
    "{broken}{Thing}{broken} {Name} {broken}",
    "{odd}{Thing}{odd} {time}{odd}",
];

const LISTS: &[(&str, &[&str])] = &[
    (
        "Name",
        &[
            "Anna Berg",
            "Tomas Lundquist",
            "Mr. Okonjo",
            "Berg",
            "José Ñandú",
            "Łucja Żak",
            "O’Malley",
            "van der Meer",
            "J. K. Ito",
            "Zoë",
            "Ms Haddad",
            "Петро Коваль",
            "Li Wei",
        ],
    ),
    (
        "title",
        &["the minister", "President", "foreign minister", "spokeswoman", "a senior official", "General"],
    ),
    (
        "body",
        &[
            "the ministry",
            "Reuters",
            "the UN",
            "the North Harbour Council",
            "N.H.C.",
            "police",
            "the Kremlin",
            "the Bank of Norland",
        ],
    ),
    ("place", &["Norland", "Kyiv", "New York", "Saint-Étienne", "the north", "Abu Dhabi", "Xyz"]),
    ("PLACE", &["GENEVA", "NEW YORK (AP)", "KYIV, Ukraine"]),
    (
        "thing",
        &[
            "the bridge was closed",
            "talks will begin within days",
            "no deal had been reached",
            "prices rose by 3.5%",
            "the U.S. sent 1,200 tonnes of grain",
            "it cost €4m",
            "“nearly ready” was not ready",
        ],
    ),
    (
        "time",
        &[
            "on Friday",
            "yesterday",
            "on 3 May 2019",
            "in early March",
            "two weeks ago",
            "by 31 December 2026",
            "since mid-January",
            "at 4:30 p.m. on Monday",
            "every Tuesday",
            "in the 1990s",
            "last year",
            "30/02/2021",
            "2024-02-29",
            "from Monday to Thursday",
            "on the second day of talks",
            "99 Maytember",
            "overnight",
        ],
    ),
    ("number", &["two", "157", "more than 400", "1,000,000", "½", "-1", "99999999999999999999"]),
    ("broken", &["<div>", "</p", "<b", "&amp;", "]]>", "[", "](", "**", "{{", "<!--", "---\n", "\u{fffd}"]),
    (
        "odd",
        &[
            "\u{a0}", "\u{ad}", "\u{200b}", "\u{feff}", "\t", "\r\n", "…", "İ", "ß", "😀", "e\u{301}",
            "\u{202e}", "\0", "‘", "»", "„",
        ],
    ),
];

const BREAKS: &[&str] = &[" ", " ", " ", "\n", "\n\n", "\r\n", "  ", ""];

fn text(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(16) {
        let mut rest = chance.one_of(SENTENCES);
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(b, r)| Some((b, r.split_once('}')?)))
        {
            text.push_str(before);
            text.push_str(&word(chance, name));
            rest = after;
        }
        text.push_str(rest);
        text.push_str(chance.one_of(BREAKS));
    }
    text
}

/// A word of the list `name`; with a capital where only that is the list's own name's difference.
fn word(chance: &mut Chance, name: &str) -> String {
    let list = |name: &str| LISTS.iter().find(|(of, _)| *of == name).map(|(_, words)| *words);
    if let Some(words) = list(name) {
        return chance.one_of(words).to_owned();
    }
    let small = name.to_lowercase();
    let word = chance.one_of(list(&small).unwrap_or_default());
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_document_for_ever() {
        assert_eq!(document(3), document(3));
        assert_ne!(document(3), document(4));
    }

    #[test]
    fn every_list_that_a_sentence_names_is_there() {
        for sentence in SENTENCES {
            for name in sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
                let small = name.0.to_lowercase();
                assert!(LISTS.iter().any(|(of, _)| *of == name.0 || *of == small), "{sentence}");
            }
        }
    }
}
