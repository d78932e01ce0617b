//! The order of rows: by time, or by how well they answer.
//!
//! **Invariant:** the order is total: rows of the same second keep the order of documents and text, and undated
//! rows come last, by the reason and then in that order, whichever end of time is first. Start at [`Ranking`].

use std::ops::Range;

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

/// Rows of a unit in order. In time a report stands where its root does, else its earliest event; an article at its
/// publication, a quotation at its saying, a figure at its event.
#[derive(Debug)]
pub struct Ranking<'a> {
    rows: Rows<'a>,
    sort: Sort,
    scores: Option<Scores>,
}

/// The place of a row: how badly it answers, whether it is undated, its time or why it has none, its number.
pub type Key = (u32, bool, u32, u32);

impl<'a> Ranking<'a> {
    /// The order of `rows` of `unit`, which `query` found.
    pub fn of(index: &'a Index, query: &Query, unit: Unit, rows: &Set, sort: Sort) -> Self {
        let asked = sort == Sort::Best && !rows.is_empty();
        let scores = asked.then(|| Scores::of(index, query, unit, rows)).flatten();
        Self { rows: index.rows(unit), sort, scores }
    }

    /// The rows of article `article`.
    pub fn of_article(&self, article: u32) -> Range<u32> {
        self.rows.of_article(article)
    }

    /// What puts `row` in its place: smaller keys come first.
    pub fn key(&self, row: u32) -> Key {
        let second = self.rows.key(row);
        let ranked = if self.sort == Sort::Oldest { second } else { u32::MAX - second };
        let score = self.scores.as_ref().map_or(0, |scores| u32::MAX - scores.rank(row));
        // Undated rows come after all others, by the reason.
        match second {
            0 => (score, true, self.rows.undated(row).map_or(0, |why| why as u32), row),
            _ => (score, false, ranked, row),
        }
    }

    /// The first `most` of `rows`, in order.
    pub fn first(&self, rows: &Set, most: usize) -> Vec<u32> {
        if self.scores.is_none() && rows.len() as usize > most.saturating_mul(DENSE) {
            return self.in_time(rows, most);
        }
        let mut keys = Vec::new();
        rows.each(|row| keys.push(self.key(row)));
        least(keys.into_iter(), most).into_iter().map(|(.., row)| row).collect()
    }

    /// The first `most` of very many rows: all rows are gone through in the order of time until so many of these are met.
    fn in_time(&self, rows: &Set, most: usize) -> Vec<u32> {
        let by_key = self.rows.by_key();
        let dated = 1..by_key.len();
        let mut found = Vec::new();
        let mut take = |key: u32| {
            found.extend(by_key.get(key).iter().copied().filter(|row| rows.has(*row)));
            found.len() >= most
        };
        let oldest = self.sort == Sort::Oldest;
        let full = if oldest { dated.clone().any(&mut take) } else { dated.rev().any(&mut take) };
        if !full {
            let undated = by_key.get(0).iter().copied().filter(|row| rows.has(*row));
            let left = most - found.len();
            found.extend(least(undated.map(|row| self.key(row)), left).into_iter().map(|(.., row)| row));
        }
        found.truncate(most);
        found
    }

    /// How many of `rows` come before `here`, which need not be one of them, and the nearest on both sides.
    pub fn around(&self, rows: &Set, here: u32) -> (u32, Option<u32>, Option<u32>) {
        let own = self.key(here);
        let (mut earlier, mut before, mut after) = (0, None::<Key>, None::<Key>);
        rows.each(|row| {
            let key = self.key(row);
            if key < own {
                earlier += 1;
                before = before.max(Some(key));
            } else if key > own && after.is_none_or(|nearest| key < nearest) {
                after = Some(key);
            }
        });
        let row = |key: Option<Key>| key.map(|(.., row)| row);
        (earlier, row(before), row(after))
    }
}

/// The first `most` of the rows `rows` of `unit`, which `query` found, in order.
pub fn first(index: &Index, query: &Query, unit: Unit, rows: &Set, sort: Sort, most: usize) -> Vec<u32> {
    Ranking::of(index, query, unit, rows, sort).first(rows, most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::corpus::decisions::Decisions;
    use crate::corpus::sample::article_of;
    use crate::explore::{explore, open};

    #[test]
    fn the_rows_around_one_are_its_neighbours_in_the_order() {
        let texts = ["talks", "talks talks", "war", "talks in a longer text", "war and talks"];
        let articles = (0..).zip(texts).map(|(at, text)| article_of(&format!("{at}.txt"), text, &[]));
        let corpus = Corpus::build(articles.collect(), &Decisions::default());
        let (pack, index) = open(&corpus).unwrap();
        for (text, unit) in [("talks", Unit::Articles), ("", Unit::Articles), ("none", Unit::Articles)] {
            for sort in [Sort::Newest, Sort::Oldest, Sort::Best] {
                let query = Query::parse(text);
                let matched = explore(&pack, &index, &query, unit).matched;
                let ranking = Ranking::of(&index, &query, unit, &matched, sort);
                let rows = ranking.first(&matched, usize::MAX);
                let all = ranking.first(&Set::all(pack.len() as usize), usize::MAX);
                for here in 0..pack.len() {
                    let own = |row: &u32| all.iter().position(|other| other == row);
                    let (before, after): (Vec<u32>, Vec<u32>) =
                        rows.iter().filter(|row| **row != here).partition(|row| own(row) < own(&here));
                    let expected = (before.len() as u32, before.last().copied(), after.first().copied());
                    assert_eq!(ranking.around(&matched, here), expected, "{text} {sort:?} {here}");
                }
            }
        }
    }
}
