//! Rows into the columns of their unit.
//!
//! **Invariant:** rows are written in the order of articles and text, and what most rows have alike takes nothing.
//! Start at [`write()`].

use crate::annotate::{Status, Undated};
use crate::columns::{Lists, Packed, Sparse, Starts, Writer};
use crate::explore::query::VoiceCount;

/// A row as it is written.
#[derive(Debug, Default)]
pub(in crate::explore::index) struct Written {
    /// Its passages among all, ascending.
    pub(in crate::explore::index) passages: Vec<u32>,
    /// Entities that are not named in its passages, ascending.
    pub(in crate::explore::index) also: Vec<u32>,
    /// What dates it, from the first mark of its article on.
    pub(in crate::explore::index) marks: Vec<u32>,
    pub(in crate::explore::index) key: u32,
    pub(in crate::explore::index) undated: Option<Undated>,
    pub(in crate::explore::index) own: u32,
    pub(in crate::explore::index) statuses: Vec<Status>,
    pub(in crate::explore::index) voices: Option<VoiceCount>,
    /// Whose word it is, numbers of those who are heard, ascending.
    pub(in crate::explore::index) heard: Vec<u32>,
    /// The numbers of the intervals that it is found by.
    pub(in crate::explore::index) reached: Vec<u32>,
}

/// `rows` as columns, over so many passages and intervals; `totals` has for each entity how many rows name it.
pub(in crate::explore::index) fn write(
    writer: &mut Writer,
    rows: &[Written],
    passages: usize,
    intervals: usize,
    totals: &[u32],
) {
    let mut lengths = vec![0u32; passages];
    let mut begins = 0;
    let (mut more, mut touching) = (Vec::new(), Vec::new());
    let (mut also, mut taking_part) = (Vec::new(), Vec::new());
    let mut reached = vec![Vec::new(); intervals];
    for (at, row) in (0u32..).zip(rows) {
        // Rows begin in the order of the text, since that is the order of what they are made of.
        begins = row.passages.first().copied().unwrap_or(0).max(begins);
        if let Some(length) = lengths.get_mut(begins as usize) {
            *length += 1;
        }
        let others: Vec<u32> = row.passages.iter().copied().filter(|p| *p != begins).collect();
        touching.extend(others.iter().map(|passage| (*passage, at)));
        if !others.is_empty() {
            more.push((at, others));
        }
        taking_part.extend(row.also.iter().map(|entity| (*entity, at)));
        if !row.also.is_empty() {
            also.push((at, row.also.clone()));
        }
        for reach in &row.reached {
            if let Some(list) = reached.get_mut(*reach as usize) {
                list.push(at);
            }
        }
    }
    writer.add(&Starts::of_lengths(lengths));
    writer.add(&Sparse::write(&more));
    writer.add(&Sparse::write(&by_key(touching)));
    writer.add(&Sparse::write(&also));
    writer.add(&Sparse::write(&by_key(taking_part)));
    writer.add(&Lists::write(rows.iter().map(|row| row.marks.as_slice())));
    writer.add(&Packed::write(&rows.iter().map(|row| row.key).collect::<Vec<_>>()));
    let undated = rows.iter().map(|row| row.undated.map_or(0, |why| why as u32 + 1));
    writer.add(&Packed::write(&undated.collect::<Vec<_>>()));
    writer.add(&Packed::write(&rows.iter().map(|row| row.own).collect::<Vec<_>>()));
    let bits = |row: &Written| row.statuses.iter().fold(0, |bits, status| bits | 1 << *status as u32);
    writer.add(&Packed::write(&rows.iter().map(bits).collect::<Vec<_>>()));
    let voices = rows.iter().map(|row| row.voices.map_or(0, |count| count as u32 + 1));
    writer.add(&Packed::write(&voices.collect::<Vec<_>>()));
    writer.add(&Lists::write(rows.iter().map(|row| row.heard.as_slice())));
    writer.add(&Lists::write(reached.iter().map(Vec::as_slice)));
    writer.add(&Packed::write(totals));
}

/// Pairs as lists by key, keys and lists ascending.
fn by_key(mut pairs: Vec<(u32, u32)>) -> Vec<(u32, Vec<u32>)> {
    pairs.sort_unstable();
    let mut lists: Vec<(u32, Vec<u32>)> = Vec::new();
    for (key, item) in pairs {
        match lists.last_mut().filter(|(last, _)| *last == key) {
            Some((_, list)) => list.push(item),
            None => lists.push((key, vec![item])),
        }
    }
    lists
}
