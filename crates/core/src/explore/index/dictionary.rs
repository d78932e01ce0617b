//! The terms of all texts, in byte order: a term's number is its place.
//!
//! **Invariant:** terms that begin alike are next to each other. Start at [`Dictionary::open`].

use std::ops::Range;

use crate::columns::{Bytes, Strings};

/// The terms.
#[derive(Debug)]
pub(super) struct Dictionary {
    terms: Strings,
}

impl Dictionary {
    /// `sorted` terms as bytes.
    pub(super) fn write<'a>(sorted: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
        Strings::write(sorted)
    }

    pub(super) fn open(bytes: Bytes) -> Option<Self> {
        Strings::open(bytes).map(|terms| Self { terms })
    }

    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The number of `term`.
    pub(super) fn id(&self, term: &str) -> Option<u32> {
        let at = self.first(|own| own < term);
        (self.terms.get(at) == term && (at as usize) < self.len()).then_some(at)
    }

    /// The terms that begin with `prefix`.
    pub(super) fn prefix(&self, prefix: &str) -> Range<u32> {
        let from = self.first(|own| own < prefix);
        from..self.first(|own| own < prefix || own.starts_with(prefix))
    }

    /// The first term that is not `before`.
    fn first(&self, before: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.terms.get(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}
