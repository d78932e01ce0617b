//! The order of rows.
//!
//! **Invariant:** the order is total: rows of the same second keep the order of documents and text, and undated
//! rows come last, by the reason and then in that order, whichever end of time is first. Start at [`first`].

use serde::{Deserialize, Serialize};

use super::Unit;
use super::index::Index;
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
}

/// The first `most` of the rows `rows` of `unit`, in order: a report by its root's time, else its earliest event's; an
/// article by its publication; a quotation by its saying, a figure by its event.
pub fn first(index: &Index, unit: Unit, rows: &Set, sort: Sort, most: usize) -> Vec<u32> {
    let own = index.rows(unit);
    let place = |row: u32| {
        let second = own.key(row);
        let ranked = if sort == Sort::Newest { u32::MAX - second } else { second };
        // Undated rows come after all others, by the reason.
        if second == 0 { (1, own.undated(row).map_or(0, |why| why as u32), row) } else { (0, ranked, row) }
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
    best.into_iter().map(|(_, _, row)| row).collect()
}
