//! Where each of many lists begins in one long one: numbers that never go down.
//!
//! Every sixteenth number is kept whole, and the others as what they are more than it: six or seven bits for short
//! lists where a whole number would take twenty.
//! **Invariant:** `range(i)` never has its end before its start. Start at [`Starts::write`] and [`Starts::range`].

use std::ops::Range;

use super::packed::{Packed, Slice};
use super::{Bytes, Reader, Writer};

const EACH: usize = 16;

/// The starts of lists, and where the last one ends.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    whole: Packed,
    more: Packed,
}

impl Starts {
    /// The starts of lists of these lengths; their sum must be below 2^32.
    pub fn of_lengths(lengths: impl IntoIterator<Item = u32>) -> Vec<u8> {
        let mut starts = vec![0u32];
        let mut end = 0u32;
        for length in lengths {
            end = end.saturating_add(length);
            starts.push(end);
        }
        Self::write(&starts)
    }

    /// `starts` as bytes: one number more than there are lists, none below the one before.
    pub fn write(starts: &[u32]) -> Vec<u8> {
        let whole: Vec<u32> = starts.iter().copied().step_by(EACH).collect();
        let more = starts.iter().enumerate().map(|(at, start)| start.saturating_sub(whole[at / EACH]));
        let mut writer = Writer::default();
        writer.add(&Packed::write(&whole));
        writer.add(&Packed::of(more));
        writer.finish()
    }

    /// The column in `bytes`, or `None` where they are no column.
    pub fn open(bytes: Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (whole, more) = (reader.packed()?, reader.packed()?);
        let fits = whole.len() == more.len().div_ceil(EACH) && reader.is_at_end();
        fits.then_some(Self { whole, more })
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.more.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the last list ends.
    pub fn end(&self) -> u32 {
        self.slice().at(self.len() as u32)
    }

    /// Where list `index` stands; empty where there is no such list.
    #[inline]
    pub fn range(&self, index: u32) -> Range<u32> {
        self.slice().range(index)
    }

    /// The same column for a loop: borrowed once.
    #[inline]
    pub fn slice(&self) -> StartsSlice<'_> {
        StartsSlice { whole: self.whole.slice(), more: self.more.slice(), lists: self.len() as u32 }
    }

    /// The list that holds place `at`: the last one that starts at or before it and is not empty.
    pub fn find(&self, at: u32) -> Option<u32> {
        (at < self.end()).then(|| self.slice().find_from(0, at))
    }
}

/// A borrowed column of starts.
#[derive(Clone, Copy, Debug)]
pub struct StartsSlice<'a> {
    whole: Slice<'a>,
    more: Slice<'a>,
    lists: u32,
}

impl StartsSlice<'_> {
    /// Where list `index` starts, or, for the number of lists, where the last one ends.
    #[inline]
    pub fn at(&self, index: u32) -> u32 {
        self.whole.at(index / EACH as u32).saturating_add(self.more.at(index))
    }

    /// Calls `take` with the start of every list in order, and at last with where the last one ends.
    pub fn each(&self, mut take: impl FnMut(u32)) {
        let mut more = [0; EACH];
        let mut left = self.lists as usize + 1;
        for index in (0..=self.lists).step_by(EACH) {
            let whole = self.whole.at(index / EACH as u32);
            self.more.read(index, &mut more);
            more.iter().take(left).for_each(|more| take(whole.saturating_add(*more)));
            left = left.saturating_sub(EACH);
        }
    }

    /// Where list `index` stands; empty where there is no such list.
    #[inline]
    pub fn range(&self, index: u32) -> Range<u32> {
        if index >= self.lists {
            return 0..0;
        }
        let start = self.at(index);
        start..self.at(index + 1).max(start)
    }

    /// The list that holds place `at`, where it is not before list `from`: for places in order, from the last one found.
    #[inline]
    pub fn find_from(&self, from: u32, at: u32) -> u32 {
        let mut step = 1;
        let mut low = from;
        while low + step < self.lists && self.at(low + step) <= at {
            low += step;
            step *= 2;
        }
        while step > 0 {
            if low + step < self.lists && self.at(low + step) <= at {
                low += step;
            }
            step /= 2;
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_list_is_where_it_was_put(lengths in proptest::collection::vec(0u32..40, 0..120)) {
            let starts = Starts::open(Bytes::new(Starts::of_lengths(lengths.iter().copied()))).unwrap();
            prop_assert_eq!(starts.len(), lengths.len());
            let mut at = 0;
            for (index, length) in (0u32..).zip(&lengths) {
                prop_assert_eq!(starts.range(index), at..at + length);
                for place in at..at + length {
                    prop_assert_eq!(starts.find(place), Some(index));
                    prop_assert_eq!(starts.slice().find_from(index / 2, place), index);
                }
                at += length;
            }
            prop_assert_eq!(starts.end(), at);
            let (mut each, slice) = (Vec::new(), starts.slice());
            slice.each(|start| each.push(start));
            prop_assert_eq!(each, (0..=lengths.len() as u32).map(|list| slice.at(list)).collect::<Vec<_>>());
            prop_assert_eq!(starts.range(lengths.len() as u32), 0..0);
            prop_assert_eq!(starts.find(at), None);
        }

        #[test]
        fn any_bytes_are_a_column_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Some(starts) = Starts::open(Bytes::new(bytes)) {
                prop_assert!((0..starts.len() as u32).all(|list| starts.range(list).start <= starts.range(list).end));
            }
        }
    }
}
