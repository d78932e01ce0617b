//! Rows into the columns of their unit.
//!
//! **Invariant:** rows are written in the order of articles and text, and what most rows have alike takes nothing.
//! Start at [`Tape::push`] and [`write()`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::annotate::Undated;
use crate::columns::{Packed, Sparse, Starts, Writer};
use crate::explore::flat::Flat;
use crate::explore::query::VoiceCount;

/// A row as it is gathered.
#[derive(Debug, Default, Serialize, Deserialize)]
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

/// Rows in the order in which they came, in a few bytes each: there are ten of them an article.
#[derive(Debug, Default)]
pub(in crate::explore::index) struct Tape {
    bytes: Vec<u8>,
    rows: u32,
    /// The first passage of the article of the last row.
    first: u32,
}

impl Tape {
    /// Adds `row` of an article whose passages begin at `first`.
    pub(in crate::explore::index) fn push(&mut self, first: u32, row: &Written) {
        // Writing to memory fails only for values that say not how long they are, and ours do.
        let by = first - std::mem::replace(&mut self.first, first);
        if let Ok(bytes) = postcard::to_extend(&(by, row), std::mem::take(&mut self.bytes)) {
            self.bytes = bytes;
        }
        self.rows += 1;
    }

    /// How many rows there are.
    pub(in crate::explore::index) fn len(&self) -> u32 {
        self.rows
    }

    /// The rows, each with its passages among all.
    fn iter(&self) -> impl Iterator<Item = Written> + '_ {
        let (mut rest, mut first) = (self.bytes.as_slice(), 0);
        std::iter::from_fn(move || {
            let ((by, mut row), behind) = postcard::take_from_bytes::<(u32, Written)>(rest).ok()?;
            (rest, first) = (behind, first + by);
            row.passages.iter_mut().for_each(|passage| *passage += first);
            Some(row)
        })
    }
}

/// `rows` as columns, over so many passages and intervals; `totals` has for each entity how many rows name it, and
/// `voices` the rows whose voices are others than their own, ascending, and how many they are.
pub(in crate::explore::index) fn write(
    writer: &mut Writer,
    rows: &Tape,
    (passages, intervals): (usize, usize),
    totals: &[u32],
    voices: &BTreeMap<u32, Option<VoiceCount>>,
) {
    places(writer, rows, passages);
    let mut marks = Flat::default();
    rows.iter().for_each(|row| marks.push(row.marks));
    writer.add(&marks.column());
    drop(marks);
    let mut columns: [Vec<u32>; 5] = Default::default();
    for (at, row) in (0u32..).zip(rows.iter()) {
        let voices = voices.get(&at).copied().unwrap_or(row.voices);
        let undated = row.undated.map_or(0, |why| why as u32 + 1);
        let voices = voices.map_or(0, |count| count as u32 + 1);
        for (column, value) in columns.iter_mut().zip([row.key, undated, row.own, row.statuses, voices]) {
            column.push(value);
        }
    }
    for column in columns {
        writer.add(&Packed::write(&column));
    }
    let mut heard = Flat::default();
    let mut reached: Vec<(u32, u32)> = Vec::new();
    for (at, row) in (0u32..).zip(rows.iter()) {
        heard.push(row.heard);
        reached.extend(row.reached.iter().map(|interval| (*interval, at)));
    }
    writer.add(&heard.column());
    drop(heard);
    writer.add(&Flat::by_list(intervals, &reached).column());
    writer.add(&Packed::write(totals));
}

/// Where `rows` are among the passages, and who is in them.
fn places(writer: &mut Writer, rows: &Tape, passages: usize) {
    let mut lengths = vec![0u32; passages];
    let mut begins = 0;
    // Each with its row: the passages behind the first one, and the entities that are named in none of them.
    let (mut more, mut also) = (Vec::new(), Vec::new());
    for (at, row) in (0u32..).zip(rows.iter()) {
        // Rows begin in the order of the text, since that is the order of what they are made of.
        begins = row.passages.first().copied().unwrap_or(0).max(begins);
        if let Some(length) = lengths.get_mut(begins as usize) {
            *length += 1;
        }
        more.extend(row.passages.iter().filter(|p| **p != begins).map(|passage| (at, *passage)));
        also.extend(row.also.iter().map(|entity| (at, *entity)));
    }
    writer.add(&Starts::of_lengths(lengths));
    for mut items in [more, also] {
        writer.add(&Sparse::write(&items));
        for (row, item) in &mut items {
            std::mem::swap(row, item);
        }
        items.sort_unstable();
        writer.add(&Sparse::write(&items));
    }
}
