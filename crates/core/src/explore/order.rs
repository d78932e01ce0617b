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
use crate::order::least;

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
    let mut places = Vec::new();
    rows.each(|row| places.push(place(row)));
    least(places.into_iter(), most).into_iter().map(|(.., row)| row).collect()
}
