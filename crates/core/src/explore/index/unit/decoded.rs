//! The columns of a unit that answers walk through row by row, unpacked: a question that finds half of all rows would
//! else unpack each of them again.
//!
//! **Invariant:** the same numbers as in the columns, no more. Unpacked once, when the first question needs them.
//! Start at [`Decoded`].

use std::sync::OnceLock;

use super::Rows;
use crate::explore::flat::Flat;

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
        self.decoded().by_key.get_or_init(|| {
            let keys: Vec<(u32, u32)> = (0..self.len()).map(|row| (self.key(row), row)).collect();
            let lists = keys.iter().map(|(key, _)| *key as usize + 1).max().unwrap_or(0);
            Flat::by_list(lists, &keys)
        })
    }
}
