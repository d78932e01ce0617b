//! Rows into the columns of their unit.
//!
//! **Invariant:** rows are written in the order of articles and text, and what most rows have alike takes nothing.
//! Start at [`Tape::push`] and [`write()`].

use std::collections::BTreeMap;

use crate::annotate::Undated;
use crate::columns::{Flat, Packed, Sparse, Starts};
use crate::corpus::pack::Scribe;
use crate::corpus::store::Store;
use crate::explore::index::tape::{NumberLists, Numbers, Pairs};
use crate::explore::query::VoiceCount;

/// A row as it is gathered.
#[derive(Debug, Default)]
pub(in crate::explore::index) struct Written {
    /// Its passages among those of its article, ascending.
    pub(in crate::explore::index) passages: Vec<u32>,
    /// Entities that are not named in its passages, ascending.
    pub(in crate::explore::index) also: Vec<u32>,
    /// What dates it, from the first mark of its article on.
    pub(in crate::explore::index) marks: Vec<u32>,
    pub(in crate::explore::index) key: u32,
    pub(in crate::explore::index) undated: Option<Undated>,
    pub(in crate::explore::index) own: u32,
    /// A bit for each of its statuses.
    pub(in crate::explore::index) statuses: u32,
    pub(in crate::explore::index) voices: Option<VoiceCount>,
    /// Whose word it is, numbers of those who are heard, ascending.
    pub(in crate::explore::index) heard: Vec<u32>,
    /// The numbers of the intervals that it is found by.
    pub(in crate::explore::index) reached: Vec<u32>,
}

/// Rows in the order in which they came, column by column: there are ten of them an article.
#[derive(Debug)]
pub(in crate::explore::index) struct Tape<'s> {
    rows: u32,
    /// The passage with which the last row begins.
    begins: u32,
    /// For each row how many passages it begins behind the one before.
    by: Numbers<'s>,
    /// The passages of rows behind their first ones.
    more: Pairs<'s>,
    /// Entities that are named in none of their row's passages.
    also: Pairs<'s>,
    marks: NumberLists<'s>,
    key: Numbers<'s>,
    undated: Numbers<'s>,
    own: Numbers<'s>,
    statuses: Numbers<'s>,
    voices: Numbers<'s>,
    heard: NumberLists<'s>,
    reached: Pairs<'s>,
}

impl<'s> Tape<'s> {
    /// No row yet.
    pub(in crate::explore::index) fn on(store: &'s dyn Store) -> Self {
        Self {
            rows: 0,
            begins: 0,
            by: Numbers::on(store),
            more: Pairs::on(store),
            also: Pairs::on(store),
            marks: NumberLists::on(store),
            key: Numbers::on(store),
            undated: Numbers::on(store),
            own: Numbers::on(store),
            statuses: Numbers::on(store),
            voices: Numbers::on(store),
            heard: NumberLists::on(store),
            reached: Pairs::on(store),
        }
    }

    /// Adds `row` of an article whose passages begin at `first`.
    pub(in crate::explore::index) fn push(&mut self, first: u32, row: Written) {
        let at = self.rows;
        // Rows begin in the order of the text, since that is the order of what they are made of.
        let begins = row.passages.first().map_or(0, |passage| first + passage).max(self.begins);
        self.by.push(begins - std::mem::replace(&mut self.begins, begins));
        for passage in row.passages.iter().map(|passage| first + passage).filter(|p| *p != begins) {
            self.more.push(at, passage);
        }
        row.also.iter().for_each(|entity| self.also.push(at, *entity));
        self.marks.push(row.marks);
        self.key.push(row.key);
        self.undated.push(row.undated.map_or(0, |why| why as u32 + 1));
        self.own.push(row.own);
        self.statuses.push(row.statuses);
        self.voices.push(number(row.voices));
        self.heard.push(row.heard);
        row.reached.iter().for_each(|interval| self.reached.push(at, *interval));
        self.rows += 1;
    }

    /// How many rows there are.
    pub(in crate::explore::index) fn len(&self) -> u32 {
        self.rows
    }

    /// For each of `passages` passages how many rows begin with it.
    fn lengths(&self, passages: u32) -> impl Iterator<Item = u32> {
        let mut begins = self.by.iter().scan(0, |begins, by| {
            *begins += by;
            Some(*begins)
        });
        let mut next = begins.next();
        (0..passages).map(move |passage| {
            let mut length = 0;
            while next == Some(passage) {
                (length, next) = (length + 1, begins.next());
            }
            length
        })
    }
}

/// The number under which the count of voices is stored.
fn number(voices: Option<VoiceCount>) -> u32 {
    voices.map_or(0, |count| count as u32 + 1)
}

/// `rows` as columns, over so many passages and intervals; `totals` has for each entity how many rows name it, and
/// `voices` the rows whose voices are others than their own, ascending, and how many they are.
pub(in crate::explore::index) fn write(
    writer: &mut Scribe<'_>,
    rows: &Tape<'_>,
    (passages, intervals): (u32, usize),
    totals: &[u32],
    voices: &BTreeMap<u32, Option<VoiceCount>>,
) {
    writer.add(&Starts::of_lengths(rows.lengths(passages)));
    for pairs in [&rows.more, &rows.also] {
        let mut items: Vec<(u32, u32)> = pairs.iter().collect();
        writer.add(&Sparse::write(&items));
        for (row, item) in &mut items {
            std::mem::swap(row, item);
        }
        items.sort_unstable();
        writer.add(&Sparse::write(&items));
    }
    writer.add(&rows.marks.column());
    for column in [&rows.key, &rows.undated, &rows.own, &rows.statuses] {
        writer.add(&column.column());
    }
    let of_row = |(row, own)| voices.get(&row).map_or(own, |count| number(*count));
    writer.add(&Packed::of((0u32..).zip(rows.voices.iter()).map(of_row)));
    writer.add(&rows.heard.column());
    let reached: Vec<(u32, u32)> = rows.reached.iter().map(|(row, interval)| (interval, row)).collect();
    writer.add(&Flat::by_list(intervals, &reached).column());
    writer.add(&Packed::write(totals));
}
