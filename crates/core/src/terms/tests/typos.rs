//! How often the word that was meant is among the first five suggestions.

use super::*;
use vocabulary::{Chance, mistype, vocabulary};

mod vocabulary;

/// Of `tries` words of at least four letters and in at least three documents, each mistyped once, how many come back.
fn found(count: usize, tries: usize, seed: u64) -> usize {
    let mut chance = Chance(seed);
    let (words, counts) = vocabulary(count, &mut chance);
    let terms = open(&words);
    let weight = |id: u32| counts[id as usize];
    let meant: Vec<u32> = std::iter::repeat_with(|| chance.below(count) as u32)
        .filter(|id| weight(*id) >= 3 && words[*id as usize].chars().count() >= 4)
        .take(tries)
        .collect();
    let is_found = |id: &&u32| {
        let typed = mistype(&words[**id as usize], &mut chance);
        terms.suggest(&typed, weight, 5).iter().any(|suggestion| suggestion.id == **id)
    };
    meant.iter().filter(is_found).count()
}

#[test]
fn what_was_meant_is_among_the_first_five_of_fifty_thousand_terms() {
    let found = found(50_000, 500, 1);
    assert!(found >= 490, "{found} of 500");
}

#[test]
fn what_was_meant_is_among_the_first_five_of_a_quarter_of_a_million_terms() {
    let found = found(250_000, 200, 2);
    assert!(found >= 196, "{found} of 200");
}
