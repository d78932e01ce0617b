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
    let own = index.rows(unit);
    rows.sort_by_cached_key(|row| {
        let second = own.key(*row);
        let ranked = if sort == Sort::Newest { u32::MAX - second } else { second };
        (second == 0, if second == 0 { 0 } else { ranked }, own.undated(*row), *row)
    });
}
