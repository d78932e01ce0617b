//! The columns of a unit that answers walk through row by row, unpacked: a question that finds half of all rows would
//! else unpack each of them again.
//!
//! **Invariant:** the same numbers as in the columns, no more. Unpacked once, when the first question is asked.
//! Start at [`Decoded::of`].

use super::Rows;

/// Lists end to end.
#[derive(Debug, Default)]
pub(in crate::explore) struct Flat {
    /// Where each list starts, and where the last one ends.
    starts: Vec<u32>,
    all: Vec<u32>,
}

impl Flat {
    fn push(&mut self, list: impl Iterator<Item = u32>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.all.extend(list);
        self.starts.push(self.all.len() as u32);
    }

    /// How many lists there are.
    pub(in crate::explore) fn len(&self) -> u32 {
        self.starts.len().saturating_sub(1) as u32
    }

    /// List `at`.
    #[inline]
    pub(in crate::explore) fn get(&self, at: u32) -> &[u32] {
        let at = at as usize;
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range.and_then(|(from, to)| self.all.get(*from as usize..*to as usize)).unwrap_or_default()
    }
}

/// The columns of one unit.
#[derive(Debug, Default)]
pub(in crate::explore) struct Decoded {
    /// For each row its article.
    pub(super) articles: Vec<u32>,
    /// For each row the passage at which it begins.
    pub(super) begins: Vec<u32>,
    /// For each row the entities that it names, ascending.
    pub(super) names: Flat,
    /// For each row what dates it, numbers of marks.
    pub(super) marks: Flat,
    /// The rows of each second of sorting, those of none first.
    pub(in crate::explore) by_key: Flat,
}

impl Decoded {
    /// Those of `rows`.
    pub(super) fn of(rows: Rows<'_>) -> Self {
        let mut decoded = Self::default();
        rows.walk(|article, passage, names| {
            let row = decoded.articles.len() as u32;
            decoded.articles.push(article);
            decoded.begins.push(passage);
            decoded.names.push(names.iter().copied());
            decoded.marks.push(rows.dated(article, row));
        });
        decoded.by_key = by_key(rows);
        decoded
    }
}

/// The rows by their seconds of sorting, each second's in order.
fn by_key(rows: Rows<'_>) -> Flat {
    let keys: Vec<u32> = (0..rows.len()).map(|row| rows.key(row)).collect();
    let mut starts = vec![0u32; keys.iter().max().map_or(0, |most| *most as usize) + 2];
    for key in &keys {
        if let Some(start) = starts.get_mut(*key as usize + 1) {
            *start += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut all = vec![0; keys.len()];
    for (row, key) in (0..).zip(&keys) {
        if let Some(next) = next.get_mut(*key as usize) {
            if let Some(place) = all.get_mut(*next as usize) {
                *place = row;
            }
            *next += 1;
        }
    }
    Flat { starts, all }
}
