//! Many short lists of numbers, end to end.
//!
//! **Invariant:** a list that does not exist is empty. Start at [`Lists::write`] and [`Lists::get`].

use super::packed::Slice;
use super::starts::StartsSlice;
use super::{Bytes, Packed, Reader, Starts, Writer};

/// A column of lists.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    starts: Starts,
    numbers: Packed,
}

impl Lists {
    /// `lists` as bytes.
    pub fn write<'a>(lists: impl IntoIterator<Item = &'a [u32]>) -> Vec<u8> {
        let (mut lengths, mut numbers) = (Vec::new(), Vec::new());
        for list in lists {
            lengths.push(list.len() as u32);
            numbers.extend_from_slice(list);
        }
        Self::of(lengths, numbers.into_iter())
    }

    /// The same of lists of these lengths, whose numbers come end to end.
    pub fn of(lengths: impl IntoIterator<Item = u32>, numbers: impl Iterator<Item = u32> + Clone) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.add(&Starts::of_lengths(lengths));
        writer.add(&Packed::of(numbers));
        writer.finish()
    }

    /// The column in `bytes`, or `None` where they are no column.
    pub fn open(bytes: Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (starts, numbers) = (reader.starts()?, reader.packed()?);
        let fits = starts.end() as usize == numbers.len() && reader.is_at_end();
        fits.then_some(Self { starts, numbers })
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// List `index`.
    #[inline]
    pub fn get(&self, index: u32) -> impl ExactSizeIterator<Item = u32> + Clone + '_ {
        self.slice().get(index)
    }

    /// The same column for a loop: borrowed once.
    #[inline]
    pub fn slice(&self) -> ListsSlice<'_> {
        ListsSlice { starts: self.starts.slice(), numbers: self.numbers.slice() }
    }
}

/// Borrowed lists.
#[derive(Clone, Copy, Debug)]
pub struct ListsSlice<'a> {
    starts: StartsSlice<'a>,
    numbers: Slice<'a>,
}

impl<'a> ListsSlice<'a> {
    /// List `index`.
    #[inline]
    pub fn get(&self, index: u32) -> impl ExactSizeIterator<Item = u32> + Clone + use<'a> {
        let numbers = self.numbers;
        self.starts.range(index).map(move |at| numbers.at(at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_list_comes_back(lists in proptest::collection::vec(proptest::collection::vec(0u32..5000, 0..6), 0..50)) {
            let column = Lists::open(Bytes::new(Lists::write(lists.iter().map(Vec::as_slice)))).unwrap();
            let found: Vec<Vec<u32>> = (0..column.len() as u32).map(|list| column.get(list).collect()).collect();
            prop_assert_eq!(found, lists);
        }
    }
}
