//! Whether two reports are of one event.
//!
//! **Invariant:** the same either way round; a difference counts more than any likeness, and words and names that
//! half the corpus shares count for nothing. Start at [`agree`].

use super::facts::{Class, Facts};
use super::stems::Words;
use crate::civil::DAY;

/// How well two reports agree, or `None` if they need not be of one event.
pub(super) fn agree(a: &Facts, b: &Facts, all: &Words) -> Option<u32> {
    if a.class != b.class || !same_days(a, b) {
        return None;
    }
    let words = shared(&a.words, &b.words).filter(|word| all.is_telling(*word)).count() as u32;
    if words == 0 || differ(a, b) {
        return None;
    }
    let names = shared(&a.names, &b.names).count() as u32;
    let fewer = a.words.len().min(b.words.len()).max(1) as u32;
    let numbers = a.numbers().intersection(&b.numbers()).count() as u32;
    let enough = if a.class == Class::Said {
        // Two sayings are one if they are in the same words.
        a.voice.is_some() && a.voice == b.voice && words >= 3 && 2 * words >= fewer
    } else {
        let one_day = a.days() == b.days();
        (names >= 2 && (one_day && 4 * words >= fewer || 2 * words >= fewer))
            || (names >= 1 && numbers >= 1)
            || (names >= 1 && words >= 3 && 2 * words >= fewer)
    };
    enough.then_some(names * 3 + words * 2 + numbers * 4)
}

/// What two ascending lists share.
pub(super) fn shared<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut rest = b;
    a.iter().copied().filter(move |one| {
        let at = rest.partition_point(|other| other < one);
        rest = rest.get(at..).unwrap_or_default();
        rest.first() == Some(one)
    })
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
    let apart = !a.places.is_empty() && !b.places.is_empty() && shared(&a.places, &b.places).next().is_none();
    elsewhere || apart || a.amounts.iter().any(|one| b.amounts.iter().any(|other| one.conflicts(other)))
}
