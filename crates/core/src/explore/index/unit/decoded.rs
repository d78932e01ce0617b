//! The columns of a unit that answers walk through row by row, unpacked: a question that finds half of all rows would
//! else unpack each of them again.
//!
//! **Invariant:** the same numbers as in the columns, no more. Unpacked once, when the first question needs them.
//! Start at [`Decoded`].

use std::sync::OnceLock;

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

/// The columns of one unit, each once it is walked through.
#[derive(Debug, Default)]
pub(in crate::explore) struct Decoded {
    places: OnceLock<Vec<(u32, u32)>>,
    names: OnceLock<Flat>,
    marks: OnceLock<Flat>,
    by_key: OnceLock<Flat>,
}

impl<'a> Rows<'a> {
    fn decoded(self) -> &'a Decoded {
        self.index.decoded(self.unit)
    }

    /// For each row its article and the passage at which it begins; for an article that is its first one.
    #[inline]
    pub(in crate::explore) fn places(self) -> &'a [(u32, u32)] {
        self.decoded().places.get_or_init(|| {
            let mut places = Vec::with_capacity(self.len() as usize);
            self.walk(|article, passage| places.push((article, passage)));
            places
        })
    }

    /// For each row the entities that it names, ascending.
    #[inline]
    pub(in crate::explore) fn names(self) -> &'a Flat {
        self.decoded().names.get_or_init(|| {
            let mut names = Flat::default();
            self.walk_named(|own| names.push(own.iter().copied()));
            names
        })
    }

    /// For each row what dates it, numbers of marks.
    #[inline]
    pub(in crate::explore) fn marks(self) -> &'a Flat {
        self.decoded().marks.get_or_init(|| {
            let mut marks = Flat::default();
            for ((article, _), row) in self.places().iter().zip(0..) {
                marks.push(self.dated(*article, row));
            }
            marks
        })
    }

    /// The rows of each second of sorting, those of none first.
    pub(in crate::explore) fn by_key(self) -> &'a Flat {
        self.decoded().by_key.get_or_init(|| by_key(self))
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
