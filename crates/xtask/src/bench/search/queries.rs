//! What is asked: queries of each class and moves of the brush, drawn from the documents by a seed.
//!
//! **Invariant:** no query of a class is asked twice, in whatever round, since peers keep answers; each has an answer,
//! because it was taken from a document. Start at [`Queries::drawn`]; `draw` has a function a class,
//! `hostile` what must not take long either.

mod draw;
mod hostile;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::chance::Chance;
use super::documents::Documents;
use super::ours;

/// How wide the axis is on which the brush is moved, in pixels.
const AXIS: usize = 1000;
/// How often the brush is moved in all.
const MOVES: usize = 400;
/// How many queries of a class are asked before anything is measured.
const WARM: usize = 20;

/// A class of queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// One word.
    Word,
    /// Two words of one document.
    TwoWords,
    /// Every keystroke of up to three words of a text, the last one a prefix.
    Keystroke,
    /// Two or three words next to each other.
    Phrase,
    /// A word with one letter wrong, missing or too many.
    Typo,
    /// One or two words, a publisher and a range of days.
    Narrowed,
}

impl Kind {
    /// All of them, in the order of the report.
    pub(super) const ALL: [Self; 6] =
        [Self::Keystroke, Self::Word, Self::TwoWords, Self::Phrase, Self::Typo, Self::Narrowed];

    /// Its name in the files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::TwoWords => "two_words",
            Self::Keystroke => "keystroke",
            Self::Phrase => "phrase",
            Self::Typo => "typo",
            Self::Narrowed => "narrowed",
        }
    }

    /// Its name in the report.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Word => "One word",
            Self::TwoWords => "Two words",
            Self::Keystroke => "Every keystroke of typed words",
            Self::Phrase => "Phrase",
            Self::Typo => "One wrong letter",
            Self::Narrowed => "Words, a publisher and a range of days",
        }
    }
}

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Query {
    /// Its words.
    pub(super) words: Vec<String>,
    /// It in Dateline's language.
    pub(super) text: String,
    /// Whether the last word is the beginning of one.
    pub(super) typing: bool,
    /// Whether the words stand next to each other.
    pub(super) phrase: bool,
    /// Whether its word is misspelt.
    pub(super) typo: bool,
    /// For a misspelt word: the one that is meant.
    pub(super) meant: Option<String>,
    /// The publisher, as a number.
    pub(super) publisher: Option<u32>,
    /// The first day, counted from 1970.
    pub(super) from: Option<i32>,
    /// The last day, inclusive.
    pub(super) to: Option<i32>,
}

/// The queries of a class.
#[derive(Debug, Default, Serialize)]
pub(super) struct Class {
    /// Asked before anything is measured.
    pub(super) warm: Vec<Query>,
    /// Asked in each round.
    pub(super) rounds: Vec<Vec<Query>>,
}

/// A move of the brush.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Move {
    /// The first and the last day that are then chosen.
    pub(super) days: (i32, i32),
    /// Whether it is one of a pixel, from where the brush was.
    pub(super) nudge: bool,
}

/// All that is asked in a run.
#[derive(Debug, Default, Serialize)]
pub(super) struct Queries {
    /// By the name of the class.
    pub(super) classes: BTreeMap<&'static str, Class>,
    /// The words that stay while the brush is moved.
    pub(super) brushed: Query,
    /// The moves of each round.
    pub(super) moves: Vec<Vec<Move>>,
    /// What nobody means well.
    pub(super) hostile: Vec<String>,
    /// What each of those is.
    #[serde(skip)]
    pub(super) hostile_names: Vec<String>,
}

impl Queries {
    /// `rounds` times `each` queries of every class, fewer where the documents have no more.
    pub(super) fn drawn(documents: &Documents, seed: u64, rounds: usize, each: usize) -> Self {
        let mut classes = BTreeMap::new();
        for (at, kind) in Kind::ALL.into_iter().enumerate() {
            let mut chance = Chance(seed ^ ((at as u64 + 1) << 32));
            classes.insert(kind.name(), class(documents, kind, &mut chance, rounds, each));
        }
        let mut chance = Chance(seed ^ (1 << 48));
        let moves = moves(documents, &mut chance, rounds);
        let (hostile_names, hostile) = hostile::hostile(&documents.words).into_iter().unzip();
        Self { classes, brushed: brushed(documents), moves, hostile, hostile_names }
    }

    /// The queries of `kind` in `round`.
    pub(super) fn of(&self, kind: Kind, round: usize) -> &[Query] {
        self.classes.get(kind.name()).and_then(|class| class.rounds.get(round)).map_or(&[], Vec::as_slice)
    }
}

fn class(documents: &Documents, kind: Kind, chance: &mut Chance, rounds: usize, each: usize) -> Class {
    let wanted = WARM + rounds * each;
    let mut known = BTreeSet::new();
    let mut drawn = Vec::new();
    // A small corpus has fewer different queries than are wanted: after enough draws in vain, what is there is taken.
    let mut tries = wanted * 20;
    while drawn.len() < wanted && tries > 0 {
        tries -= 1;
        for mut query in draw::draw(documents, kind, chance) {
            let publisher = query.publisher.and_then(|p| documents.columns.publishers.get(p as usize));
            query.text = ours::text_of(&query, publisher.map(String::as_str));
            if known.insert(query.text.clone()) {
                drawn.push(query);
            }
        }
    }
    drawn.truncate(wanted);
    let mut measured = drawn.split_off(WARM.min(drawn.len() / 4));
    measured.truncate(rounds * each);
    let each = measured.len().div_ceil(rounds.max(1)).max(1);
    let mut split: Vec<Vec<Query>> = measured.chunks(each).map(<[Query]>::to_vec).collect();
    split.resize(rounds, Vec::new());
    Class { warm: drawn, rounds: split }
}

/// The word that is in about every tenth document.
fn brushed(documents: &Documents) -> Query {
    let mut holders = vec![0_usize; documents.words.len()];
    for tokens in &documents.tokens {
        for token in tokens.iter().collect::<BTreeSet<_>>() {
            holders[*token as usize] += 1;
        }
    }
    let wanted = documents.len() / 10;
    let nearest = (0..holders.len()).min_by_key(|word| holders[*word].abs_diff(wanted));
    let words = vec![documents.word(nearest.unwrap_or_default() as u32).to_owned()];
    Query { text: words.join(" "), words, ..Query::default() }
}

/// Moves from one pixel to the whole axis: every other one nudges an edge or the whole brush by a pixel, the rest jump
/// to a range of any magnitude.
fn moves(documents: &Documents, chance: &mut Chance, rounds: usize) -> Vec<Vec<Move>> {
    let known = documents.columns.day.iter().flatten();
    let (Some(first), Some(last)) = (known.clone().min(), known.max()) else {
        return vec![Vec::new(); rounds];
    };
    let span = last.abs_diff(*first) as usize + 1;
    let day = |pixel: usize| first + days(pixel * span / AXIS);
    let (mut from, mut to) = (AXIS / 4, AXIS / 2);
    let mut made = Vec::new();
    for number in 0..MOVES {
        let nudge = number % 2 == 0;
        if nudge {
            let by_one = |at: usize, up: bool| if up { at + 1 } else { at.saturating_sub(1) };
            let (part, up) = (chance.below(3), chance.below(2) == 0);
            from = if part == 1 { from } else { by_one(from, up) };
            to = if part == 0 { to } else { by_one(to, up) };
            (from, to) = (from.min(AXIS - 1), to.clamp(from.min(AXIS - 1) + 1, AXIS));
        } else {
            let width = chance.magnitude(AXIS);
            from = chance.below(AXIS - width + 1);
            to = from + width;
        }
        made.push(Move { days: (day(from), (day(to) - 1).max(day(from))), nudge });
    }
    made.chunks(MOVES.div_ceil(rounds.max(1))).map(<[Move]>::to_vec).collect()
}

/// A number of days as days are counted.
fn days(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::search::made::documents;

    #[test]
    fn no_query_is_asked_twice_and_a_seed_gives_the_same_ones() {
        let documents = documents(60);
        let queries = Queries::drawn(&documents, 3, 5, 12);
        for kind in Kind::ALL {
            let class = &queries.classes[kind.name()];
            assert_eq!(class.rounds.len(), 5);
            let texts: Vec<&str> =
                class.rounds.iter().flatten().chain(&class.warm).map(|query| query.text.as_str()).collect();
            let distinct: BTreeSet<&str> = texts.iter().copied().collect();
            assert!(texts.len() >= 20, "{kind:?}: {}", texts.len());
            assert_eq!(texts.len(), distinct.len(), "{kind:?}");
            let again = Queries::drawn(&documents, 3, 5, 12);
            assert_eq!(queries.of(kind, 4), again.of(kind, 4));
        }
    }

    #[test]
    fn moves_stay_on_the_axis_and_end_after_they_begin() {
        let documents = documents(60);
        let queries = Queries::drawn(&documents, 3, 5, 1);
        let days = documents.columns.day.iter().flatten();
        let (first, last) = (days.clone().min().unwrap(), days.max().unwrap());
        let moves: Vec<&Move> = queries.moves.iter().flatten().collect();
        assert_eq!((queries.moves.len(), moves.len()), (5, MOVES));
        for moved in moves {
            assert!(
                *first <= moved.days.0 && moved.days.0 <= moved.days.1 && moved.days.1 <= *last,
                "{moved:?}"
            );
        }
    }
}
