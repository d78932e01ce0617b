//! The order of rows: by time, or by how well they answer.
//!
//! **Invariant:** the order is total: rows of the same second keep the order of documents and text, and undated
//! rows come last, by the reason and then in that order, whichever end of time is first. Start at [`first`].

use serde::{Deserialize, Serialize};

use super::Unit;
use super::index::Index;
use super::query::Query;
use super::relevance::Scores;
use super::set::Set;

/// Which end of time comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// The latest first.
    #[default]
    Newest,
    /// The earliest first.
    Oldest,
    /// What answers the words of the query best first; without words the latest.
    Best,
}

/// The first `most` of the rows `rows` of `unit`, which `query` found, in order. In time a report stands where its root
/// does, else its earliest event; an article at its publication, a quotation at its saying, a figure at its event.
pub fn first(index: &Index, query: &Query, unit: Unit, rows: &Set, sort: Sort, most: usize) -> Vec<u32> {
    let own = index.rows(unit);
    let scores = (sort == Sort::Best).then(|| Scores::of(index, query, unit, rows));
    let place = |row: u32| {
        let second = own.key(row);
        let ranked = if sort == Sort::Oldest { second } else { u32::MAX - second };
        let score = scores.as_ref().map_or(0, |scores| u32::MAX - scores.rank(row));
        // Undated rows come after all others, by the reason.
        match second {
            0 => (score, 1, own.undated(row).map_or(0, |why| why as u32), row),
            _ => (score, 0, ranked, row),
        }
    };
    let mut best = Vec::new();
    let mut worst = None;
    rows.each(|row| {
        let own = place(row);
        if worst.is_some_and(|worst| own >= worst) {
            return;
        }
        best.push(own);
        // As many again are gathered before the worse half is dropped, so that each row costs little.
        if best.len() >= most.saturating_mul(2).max(64) {
            let last = best.len() - 1;
            best.select_nth_unstable(most.min(last));
            best.truncate(most);
            worst = best.iter().max().copied();
        }
    });
    best.sort_unstable();
    best.truncate(most);
    best.into_iter().map(|(.., row)| row).collect()
}
