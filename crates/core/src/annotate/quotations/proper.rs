//! Capitalised words in the place of a speaker that the room of names did not take for a name: "Zero Hedge said".
//!
//! **Invariant:** only where a verb of saying asks for a speaker; a lone word at the start of a sentence is no name.
//! Start at [`ending`] and [`opening`].

use super::items::{Item, What};
use super::subject::{Head, Subject, low, what};
use super::words::{is_auxiliary, is_determiner, is_joint, is_preposition, is_pronoun, is_time};
use crate::annotate::names::gazetteer::{is_common, is_demonym, is_given, is_title};

/// The run of capitalised words that ends before item `end`.
pub(crate) fn ending(items: &[Item<'_>], end: usize) -> Option<Subject> {
    let mut lo = end;
    while let Some(k) = lo.checked_sub(1).filter(|_| end - lo < 6) {
        let hyphen = low(items, k) == "-" && lo < end && k > 0 && is_capital(items, k - 1);
        let tail = lo == end && low(items, k.wrapping_sub(1)) == "-" && k > 1 && is_capital(items, k - 2);
        if !(is_capital(items, k) || hyphen || tail || is_initial(items, k)) {
            break;
        }
        lo = k;
    }
    run(items, lo, end)
}

/// The run of capitalised words that begins at item `lo`.
pub(crate) fn opening(items: &[Item<'_>], lo: usize) -> Option<Subject> {
    let mut hi = lo;
    while hi < lo + 6 && (is_capital(items, hi) || is_initial(items, hi) && hi > lo) {
        hi += 1;
        // "Park Geun-hye": what a hyphen joins is one word.
        if low(items, hi) == "-" && what(items, hi + 1) == Some(What::Word) {
            hi += 2;
        }
    }
    run(items, lo, hi)
}

fn run(items: &[Item<'_>], lo: usize, hi: usize) -> Option<Subject> {
    let alone = hi == lo + 1;
    let starts = lo.checked_sub(1).is_none_or(|k| {
        matches!(what(items, k), Some(What::Quote(_))) || matches!(low(items, k), "." | ":" | "—" | "-")
    });
    let last = items.get(hi.checked_sub(1)?)?;
    let known = is_common(last.text) || is_title(last.text) || is_demonym(last.text);
    let shouts = hi > lo + 2 && items.get(lo..hi)?.iter().all(|t| !t.text.chars().any(char::is_lowercase));
    if hi <= lo || shouts || alone && (starts || last.text.len() < 3) || known {
        return None;
    }
    let given = (lo..hi).any(|k| {
        let text = items.get(k).map_or("", |t| t.text);
        is_given(text) || is_title(text) || is_initial(items, k)
    });
    Some(Subject { lo, hi, head: if given || alone { Head::Person } else { Head::Group } })
}

fn is_capital(items: &[Item<'_>], k: usize) -> bool {
    let word = low(items, k);
    let plain = is_determiner(word)
        || is_pronoun(word)
        || is_joint(word)
        || is_time(word)
        || is_preposition(word)
        || is_auxiliary(word);
    items.get(k).is_some_and(|t| t.what == What::Word && t.text.starts_with(char::is_uppercase)) && !plain
}

fn is_initial(items: &[Item<'_>], k: usize) -> bool {
    let dot = low(items, k) == "." && k > 0 && items.get(k - 1).is_some_and(|t| t.text.len() <= 4);
    dot && is_capital(items, k.wrapping_sub(1))
}
