//! Questions about a corpus, from the documents of the corpus themselves, so that each has an answer.
//!
//! **Invariant:** the same questions for the same model, class and seed, and no question twice: what remembers answers
//! gains nothing by it. Start at [`queries`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use serde::Serialize;

use super::chance::Chance;
use super::document::{Document, Model};
use super::layout::Dating;

/// What kind of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// One word: as many that are everywhere as are in some documents, in few, in one.
    Word,
    /// Two words of one document.
    Two,
    /// One to three words as they are typed: each beginning, in order; one that was asked before is left out.
    Typed,
    /// Three to five words as they follow each other in a sentence; marks of quotation are left to whoever asks.
    Phrase,
    /// A word or name with one slip; `want` is what was meant.
    Typo,
    /// A word, a publisher and a range of days.
    Facet,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Query {
    /// Its kind.
    pub class: Class,
    /// The words, in small letters.
    pub text: String,
    /// Only this publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Not before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Not after this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The word that was meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub want: Option<String>,
    /// The document that it was taken from, which answers it.
    pub file: String,
}

/// How many documents tell how frequent a word is.
const SAMPLE: u64 = 400;

/// How often in a row nothing new may come up before there is nothing more to ask.
const PATIENCE: u32 = 10_000;

/// Up to `count` questions; fewer where the corpus has no more.
pub fn queries(model: &Model, class: Class, count: u64, seed: u64) -> Vec<Query> {
    let mut chance = Chance::of(&[model.seed, 20, class as u64, seed]);
    let frequent = if class == Class::Word { frequencies(model) } else { BTreeMap::new() };
    let (mut asked, mut queries, mut idle) = (BTreeSet::new(), Vec::new(), 0);
    let mut turn = 0;
    while (queries.len() as u64) < count && idle < PATIENCE && model.docs > 0 {
        idle += 1;
        turn += 1;
        let document = model.document(chance.below(model.docs));
        let words = words(&document.text);
        if document.is_broken || words.len() < 20 {
            continue;
        }
        let query = Query {
            class,
            text: String::new(),
            publisher: None,
            from: None,
            to: None,
            want: None,
            file: document.file.clone(),
        };
        for query in made(query, &document, &words, &frequent, turn, &mut chance) {
            let key = (query.text.clone(), query.publisher.clone(), query.from.clone());
            if (queries.len() as u64) < count && asked.insert(key) {
                idle = 0;
                queries.push(query);
            }
        }
    }
    queries
}

fn made(
    query: Query,
    document: &Document,
    words: &[String],
    frequent: &BTreeMap<String, u32>,
    turn: usize,
    chance: &mut Chance,
) -> Vec<Query> {
    let any = |chance: &mut Chance| {
        words.get(chance.below(words.len() as u64) as usize).cloned().unwrap_or_default()
    };
    let long = |chance: &mut Chance, least: usize| {
        (0..20).map(|_| any(chance)).find(|word| word.chars().count() >= least)
    };
    let run = |chance: &mut Chance, many: u64| {
        let start = chance.below(words.len() as u64 - many) as usize;
        words.get(start..start + many as usize).unwrap_or_default().join(" ")
    };
    match query.class {
        Class::Word => {
            // In turn one of each stratum, by how many documents of a sample have it; where all of the common ones
            // have been asked, the others go on.
            let least = [40, 4, 1, 0][turn % 4];
            let most = [u32::MAX, 40, 4, 1][turn % 4];
            let fits =
                |word: &String| word.len() > 1 && (least..most).contains(frequent.get(word).unwrap_or(&0));
            let found = (0..40).map(|_| any(chance)).find(fits);
            found.map(|text| Query { text, ..query }).into_iter().collect()
        }
        Class::Two => match (long(chance, 4), long(chance, 4)) {
            (Some(one), Some(two)) if one != two => vec![Query { text: format!("{one} {two}"), ..query }],
            _ => Vec::new(),
        },
        Class::Typed => {
            let many = 1 + chance.below(3);
            let whole = run(chance, many);
            let ends = whole.char_indices().map(|(at, c)| at + c.len_utf8());
            ends.filter_map(|end| whole.get(..end))
                .filter(|beginning| !beginning.ends_with(' '))
                .map(|beginning| Query { text: beginning.to_owned(), ..query.clone() })
                .collect()
        }
        Class::Phrase => {
            let many = 3 + chance.below(3);
            phrase(&document.text, many as usize, chance)
                .map(|text| Query { text, ..query })
                .into_iter()
                .collect()
        }
        Class::Typo => {
            let Some(want) = long(chance, 5) else { return Vec::new() };
            let text = slip(&want, chance);
            if text == want { Vec::new() } else { vec![Query { text, want: Some(want), ..query }] }
        }
        Class::Facet => {
            let (Some(publisher), Some(text)) = (document.publisher.clone(), long(chance, 4)) else {
                return Vec::new();
            };
            if document.dating != Dating::Day {
                return Vec::new();
            }
            let mut shifted = |back: i64| {
                let days = i64::try_from(chance.low(400)).unwrap_or(0) * back;
                document.date().checked_add(days.days()).unwrap_or(document.date()).to_string()
            };
            let (from, to) = (shifted(-1), shifted(1));
            vec![Query { text, publisher: Some(publisher), from: Some(from), to: Some(to), ..query }]
        }
    }
}

/// The words of the story in `text`, in small letters; front matter is none of it.
pub fn words(text: &str) -> Vec<String> {
    let words = story(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// `many` words of one sentence with nothing but spaces between them.
fn phrase(text: &str, many: usize, chance: &mut Chance) -> Option<String> {
    let unbroken = story(text).split(|c: char| !c.is_alphanumeric() && c != ' ');
    let runs: Vec<Vec<&str>> =
        unbroken.map(|run| run.split(' ').filter(|word| !word.is_empty()).collect()).collect();
    let runs: Vec<&[&str]> = runs.iter().flat_map(|run| run.windows(many)).collect();
    let chosen = runs.get(chance.below(runs.len() as u64) as usize)?;
    Some(chosen.join(" ").to_lowercase())
}

/// The text behind its front matter.
fn story(text: &str) -> &str {
    text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, story)| story)
}

/// In how many documents of a sample each word is.
fn frequencies(model: &Model) -> BTreeMap<String, u32> {
    let mut frequent = BTreeMap::new();
    let step = (model.docs / SAMPLE).max(1);
    for index in (0..model.docs).step_by(step as usize).take(SAMPLE as usize) {
        let own: BTreeSet<_> = words(&model.document(index).text).into_iter().collect();
        for word in own {
            *frequent.entry(word).or_insert(0) += 1;
        }
    }
    frequent
}

/// `word` with one letter missing, too many, wrong or in its neighbour's place.
fn slip(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    // The first letter is seldom the wrong one.
    let at = 1 + chance.below(letters.len() as u64 - 2) as usize;
    let other = char::from(b'a' + (chance.below(26) as u8));
    match chance.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, other),
        2 => letters[at] = other,
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}
