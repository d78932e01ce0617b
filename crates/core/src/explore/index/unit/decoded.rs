//! The columns of a unit that answers walk through row by row, unpacked: a question that finds half of all rows would
//! else unpack each of them again.
//!
//! **Invariant:** the same numbers as in the columns, no more. Unpacked once, when the first question needs them.
//! Start at [`Decoded`].

use std::sync::OnceLock;

use super::Rows;
use super::begun::Begun;
use crate::columns::Flat;
use crate::explore::parts::Parts;
use crate::explore::set::Set;

/// The columns of one unit, each once it is walked through.
#[derive(Debug, Default)]
pub(in crate::explore) struct Decoded {
    articles: OnceLock<Parts>,
    begun: OnceLock<Begun>,
    touched: OnceLock<Set>,
    places: OnceLock<Vec<(u32, u32)>>,
    names: OnceLock<Flat>,
    marks: OnceLock<Flat>,
    by_key: OnceLock<Flat>,
}

impl<'a> Rows<'a> {
    fn decoded(self) -> &'a Decoded {
        self.index.decoded(self.unit)
    }

    /// The articles as parts of the rows; for the articles themselves as parts of the passages.
    #[inline]
    pub(in crate::explore) fn articles(self) -> &'a Parts {
        self.decoded().articles.get_or_init(|| {
            let passages = self.index.articles.passages.slice();
            let starts = (0..=self.index.articles()).map(|article| passages.at(article));
            Parts::of(match self.kept.map(|kept| kept.rows.slice()) {
                Some(rows) => starts.map(|passage| rows.at(passage)).collect(),
                None => starts.collect(),
            })
        })
    }

    /// Which rows begin at each passage; `None` for articles.
    pub(super) fn begun(self) -> Option<&'a Begun> {
        self.kept.map(|kept| self.decoded().begun.get_or_init(|| Begun::of(kept.rows.slice())))
    }

    /// The passages that rows have which begin elsewhere.
    pub(super) fn touched(self) -> &'a Set {
        self.decoded().touched.get_or_init(|| {
            let mut touched = Set::none(self.index.passages.fields.len());
            let keys = self.kept.into_iter().flat_map(|kept| kept.touching.keys());
            keys.for_each(|passage| touched.insert(passage));
            touched
        })
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
