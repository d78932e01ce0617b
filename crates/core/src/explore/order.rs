//! The order of rows.
//!
//! **Invariant:** the order is total: rows of the same second keep the order of documents and text, and undated
//! rows come last, by the reason and then in that order, whichever end of time is first. Start at [`sort`].

use serde::{Deserialize, Serialize};

use super::Unit;
use super::index::Index;

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

/// Puts `rows` of `unit` in order: a report by its root's time, else its earliest event's; an article by its
/// publication; a quotation by its saying, a figure by its event.
pub fn sort(index: &Index, unit: Unit, rows: &mut [u32], sort: Sort) {
    rows.sort_by_cached_key(|row| {
        let known = index.unit(unit).all.get(*row as usize);
        let second = known.and_then(|row| row.key).map(i128::from);
        let ranked = second.map(|second| if sort == Sort::Newest { -second } else { second });
        (ranked.is_none(), ranked, known.and_then(|row| row.undated), *row)
    });
}
