//! The order of rows: by time, or by how well they answer.
//!
//! **Invariant:** the order is total: rows of the same second keep the order of documents and text, and undated
//! rows come last, by the reason and then in that order, whichever end of time is first. Start at [`first`].

use serde::{Deserialize, Serialize};

use super::Unit;
use super::index::{Index, Rows};
use super::query::Query;
use super::relevance::Scores;
use super::set::Set;
use crate::order::least;

/// With so many times more rows than are wanted, all rows are gone through in time instead of sorting these.
const DENSE: usize = 64;

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
    if scores.is_none() && rows.len() as usize > most.saturating_mul(DENSE) {
        return in_time(own, rows, sort, most, &place);
    }
    let mut places = Vec::new();
    rows.each(|row| places.push(place(row)));
    least(places.into_iter(), most).into_iter().map(|(.., row)| row).collect()
}

/// The first `most` of very many rows: all rows are gone through in the order of time until so many of these are met.
fn in_time<P: Ord>(
    own: Rows<'_>,
    rows: &Set,
    sort: Sort,
    most: usize,
    place: &impl Fn(u32) -> P,
) -> Vec<u32> {
    let by_key = own.by_key();
    let dated = 1..by_key.len();
    let mut found = Vec::new();
    let mut take = |key: u32| {
        found.extend(by_key.get(key).iter().copied().filter(|row| rows.has(*row)));
        found.len() >= most
    };
    let full = if sort == Sort::Oldest { dated.clone().any(&mut take) } else { dated.rev().any(&mut take) };
    if !full {
        let undated = by_key.get(0).iter().copied().filter(|row| rows.has(*row));
        let undated = undated.map(|row| (place(row), row));
        let left = most - found.len();
        found.extend(least(undated, left).into_iter().map(|(_, row)| row));
    }
    found.truncate(most);
    found
}
