//! Whether two reports are of one event.
//!
//! **Invariant:** the same either way round; a difference counts more than any likeness, and words and names that
//! half the corpus shares count for nothing. Start at [`agree`].

use std::collections::HashMap;

use super::facts::{Class, Facts};
use crate::civil::DAY;

/// How many events have a word.
pub(super) struct Rarity {
    words: HashMap<String, u32>,
    events: u32,
}

impl Rarity {
    /// The words of `facts`, counted.
    pub(super) fn of(facts: &[Facts]) -> Self {
        let mut words: HashMap<String, u32> = HashMap::new();
        for stem in facts.iter().flat_map(|f| f.stems.keys()) {
            *words.entry(stem.clone()).or_default() += 1;
        }
        Self { words, events: facts.len() as u32 }
    }

    /// Whether few events have that word, so that sharing it says something.
    fn is_telling(&self, stem: &str) -> bool {
        let uses = self.words.get(stem).copied().unwrap_or(0);
        uses <= 12 || uses < self.events / 12
    }
}

/// How well two reports agree, or `None` if they need not be of one event.
pub(super) fn agree(a: &Facts, b: &Facts, rarity: &Rarity) -> Option<u32> {
    if a.class != b.class || !same_days(a, b) || differ(a, b) {
        return None;
    }
    let names = a.names.intersection(&b.names).count() as u32;
    let telling = |stem: &&String| b.stems.contains_key(*stem) && rarity.is_telling(stem);
    let words = a.stems.keys().filter(telling).count() as u32;
    let fewer = a.stems.len().min(b.stems.len()).max(1) as u32;
    let numbers = a.numbers.intersection(&b.numbers).count() as u32;
    let enough = if a.class == Class::Said {
        // Two sayings are one if they are in the same words.
        a.voice.is_some() && a.voice == b.voice && words >= 3 && 2 * words >= fewer
    } else {
        let one_day = a.days() == b.days();
        (names >= 2 && words >= 1 && (one_day && 4 * words >= fewer || 2 * words >= fewer))
            || (names >= 1 && numbers >= 1 && words >= 1)
            || (names >= 1 && words >= 3 && 2 * words >= fewer)
    };
    enough.then_some(names * 3 + words * 2 + numbers * 4)
}

/// Whether the two intervals are one day, or share days without reaching far beyond each other.
fn same_days(a: &Facts, b: &Facts) -> bool {
    let shared = a.to.min(b.to) - a.from.max(b.from);
    let longer = (a.to - a.from).max(b.to - b.from);
    shared > 0 && (a.days() == b.days() || longer <= DAY || 2 * shared >= longer)
}

/// Whether something keeps them apart: where it was, or how many of the same.
fn differ(a: &Facts, b: &Facts) -> bool {
    let elsewhere = match (a.place, b.place) {
        (Some(one), Some(other)) => one != other && !a.names.contains(&other) && !b.names.contains(&one),
        _ => false,
    };
    let apart = !a.places.is_empty() && !b.places.is_empty() && a.places.is_disjoint(&b.places);
    elsewhere || apart || a.amounts.iter().any(|one| b.amounts.iter().any(|other| one.conflicts(other)))
}
