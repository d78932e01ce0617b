//! The words by which two clauses are compared: without endings, small words, and words that say nothing alone.
//!
//! **Invariant:** a stem is for comparing, never shown; two words with one stem are one verb or noun in nearly every
//! text of news, and an irregular past is its verb. Start at [`stem`].

use crate::fold::{WordList, sorted};
use std::collections::BTreeSet;

use rustc_hash::FxHashMap as HashMap;

/// The words of a corpus' events, each stem once, with the number of events that have it.
#[derive(Default)]
pub(super) struct Words {
    numbers: HashMap<String, u32>,
    /// For each stem its first word, for a reader, and its uses.
    all: Vec<(String, u32)>,
    events: u32,
}

impl Words {
    /// The number of `stem`, of which `word` is a form.
    pub(super) fn number(&mut self, stem: String, word: String) -> u32 {
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(stem).or_insert(next);
        if number == next {
            self.all.push((word, 0));
        }
        number
    }

    /// Counts the words of one event.
    pub(super) fn count(&mut self, words: &BTreeSet<u32>) {
        self.events += 1;
        for number in words {
            if let Some((_, uses)) = self.all.get_mut(*number as usize) {
                *uses += 1;
            }
        }
    }

    /// A form of the stem of that number.
    pub(super) fn word(&self, number: u32) -> &str {
        self.all.get(number as usize).map_or("", |(word, _)| word)
    }

    /// How many events have that word.
    pub(super) fn uses(&self, number: u32) -> u32 {
        self.all.get(number as usize).map_or(0, |(_, uses)| *uses)
    }

    /// Whether few events have that word, so that sharing it says something.
    pub(super) fn is_telling(&self, number: u32) -> bool {
        let uses = self.uses(number);
        uses <= 12 || uses < self.events / 12
    }
}

/// Words of clauses that tell nothing of the event: auxiliaries, prepositions, words of saying, measure and sequence.
const EMPTY: WordList = sorted![
    "about",
    "according",
    "added",
    "after",
    "again",
    "against",
    "ahead",
    "almost",
    "along",
    "also",
    "although",
    "amid",
    "among",
    "another",
    "around",
    "because",
    "been",
    "before",
    "being",
    "between",
    "both",
    "called",
    "came",
    "come",
    "could",
    "days",
    "despite",
    "does",
    "down",
    "during",
    "each",
    "early",
    "even",
    "every",
    "expected",
    "first",
    "following",
    "follows",
    "from",
    "further",
    "gave",
    "give",
    "going",
    "have",
    "having",
    "here",
    "hours",
    "however",
    "including",
    "into",
    "just",
    "last",
    "late",
    "later",
    "least",
    "less",
    "like",
    "likely",
    "made",
    "make",
    "many",
    "meanwhile",
    "million",
    "month",
    "months",
    "more",
    "most",
    "much",
    "near",
    "nearly",
    "never",
    "next",
    "number",
    "once",
    "only",
    "other",
    "others",
    "over",
    "part",
    "people",
    "place",
    "reported",
    "reportedly",
    "said",
    "same",
    "says",
    "second",
    "several",
    "shall",
    "should",
    "since",
    "some",
    "soon",
    "still",
    "such",
    "take",
    "than",
    "that",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "third",
    "this",
    "those",
    "though",
    "through",
    "time",
    "told",
    "took",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "very",
    "week",
    "weeks",
    "well",
    "went",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "whom",
    "whose",
    "will",
    "with",
    "within",
    "without",
    "would",
    "year",
    "years",
    "your",
];

/// Irregular pasts and nouns of the verbs of news: form, stem.
const IRREGULAR: &[(&str, &str)] = &[
    ("began", "begin"),
    ("begun", "begin"),
    ("bought", "buy"),
    ("broke", "break"),
    ("built", "build"),
    ("died", "die"),
    ("dies", "die"),
    ("deaths", "death"),
    ("fell", "fall"),
    ("fought", "fight"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("held", "hold"),
    ("hit", "hit"),
    ("killed", "kill"),
    ("left", "leave"),
    ("lost", "lose"),
    ("meeting", "meet"),
    ("met", "meet"),
    ("sank", "sink"),
    ("sent", "send"),
    ("shot", "shoot"),
    ("shut", "shut"),
    ("sold", "sell"),
    ("spoke", "speak"),
    ("stole", "steal"),
    ("struck", "strik"),
    ("won", "win"),
    ("wrote", "write"),
];

/// The stem of `word`, folded; `None` for what says nothing of the event.
pub(crate) fn stem(word: &str) -> Option<String> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return Some((*stem).to_owned());
    }
    let letters = word.chars().count();
    if letters < 4 || !word.chars().all(char::is_alphabetic) || EMPTY.has(word) {
        return None;
    }
    let mut stem = word.to_owned();
    for (ending, instead) in [
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("e", ""),
    ] {
        let rest = stem.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3);
        let plural = ending == "s" && (stem.ends_with("ss") || stem.ends_with("us") || stem.ends_with("is"));
        if let Some(rest) = rest.filter(|_| !plural) {
            stem = format!("{rest}{instead}");
            break;
        }
    }
    // "planned", "plan"; but "killed", "kill".
    let mut last = stem.chars().rev();
    if let (Some(a), Some(b)) = (last.next(), last.next())
        && a == b
        && !matches!(a, 'l' | 's' | 'f' | 'z')
    {
        stem.pop();
    }
    Some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (a, b) in [
            ("strikes", "struck"),
            ("strike", "striking"),
            ("met", "meeting"),
            ("planned", "plans"),
            ("killed", "kills"),
            ("exchanged", "exchange"),
            ("sanctions", "sanctioned"),
            ("treaties", "treaty"),
            ("attacks", "attacked"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        for word in ["said", "after", "ran", "2026", "would"] {
            assert_eq!(stem(word), None, "{word}");
        }
    }
}
