//! Numbers and lists while an index is built, kept where there is room: there are more of them than of anything else.
//!
//! **Invariant:** what was pushed comes back in its order, as often as it is asked for; what stands in memory meanwhile
//! is one piece of each tape. Start at [`Numbers::push`] and [`NumberLists::push`].

use crate::columns::{Lists, Packed, Starts};
use crate::corpus::store::{Pieces, Store};

/// A piece is put on the store when it is so long.
const PIECE: usize = 1 << 16;

/// Numbers in the order in which they came, in about a byte each.
#[derive(Debug)]
pub(super) struct Numbers<'s> {
    pieces: Pieces<'s>,
    /// Those that are on no store yet.
    rest: Vec<u8>,
    len: u32,
}

impl<'s> Numbers<'s> {
    /// None yet.
    pub(super) fn on(store: &'s dyn Store) -> Self {
        Self { pieces: Pieces::on(store), rest: Vec::new(), len: 0 }
    }

    /// Adds `number` behind the others.
    pub(super) fn push(&mut self, number: u32) {
        put(&mut self.rest, number.into());
        self.len += 1;
        if self.rest.len() >= PIECE {
            self.pieces.put(&self.rest);
            self.rest.clear();
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> u32 {
        self.len
    }

    /// They, in order.
    pub(super) fn iter(&self) -> Iter<'_, 's> {
        Iter { of: self, next: 0, piece: Vec::new(), at: 0 }
    }

    /// They as [`Packed`] has them.
    pub(super) fn column(&self) -> Vec<u8> {
        Packed::of(self.iter())
    }

    /// As [`Starts`] has lists of these lengths.
    pub(super) fn starts(&self) -> Vec<u8> {
        Starts::of_lengths(self.iter())
    }
}

/// Numbers of a tape, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Iter<'t, 's> {
    of: &'t Numbers<'s>,
    /// The piece after this one.
    next: usize,
    piece: Vec<u8>,
    at: usize,
}

impl Iterator for Iter<'_, '_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.at >= self.piece.len() {
            let rest = || (self.next == self.of.pieces.len()).then(|| self.of.rest.clone());
            self.piece = self.of.pieces.get(self.next).or_else(rest)?;
            (self.next, self.at) = (self.next + 1, 0);
        }
        take(&self.piece, &mut self.at).map(|number| number as u32)
    }
}

/// Lists of numbers in the order in which they came.
#[derive(Debug)]
pub(super) struct NumberLists<'s> {
    lengths: Numbers<'s>,
    all: Numbers<'s>,
}

impl<'s> NumberLists<'s> {
    /// None yet.
    pub(super) fn on(store: &'s dyn Store) -> Self {
        Self { lengths: Numbers::on(store), all: Numbers::on(store) }
    }

    /// Adds a list behind the others.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        let before = self.all.len();
        list.into_iter().for_each(|number| self.all.push(number));
        self.lengths.push(self.all.len() - before);
    }

    /// The lists as [`Lists`] have them.
    pub(super) fn column(&self) -> Vec<u8> {
        Lists::of(self.lengths.iter(), self.all.iter())
    }

    /// Every list, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Vec<u32>> {
        let mut all = self.all.iter();
        self.lengths.iter().map(move |length| all.by_ref().take(length as usize).collect())
    }
}

/// Numbers of rows, which go up.
#[derive(Debug)]
pub(super) struct Pairs<'s> {
    /// For each pair how many rows on from that of the one before.
    rows: Numbers<'s>,
    numbers: Numbers<'s>,
    last: u32,
}

impl<'s> Pairs<'s> {
    /// None yet.
    pub(super) fn on(store: &'s dyn Store) -> Self {
        Self { rows: Numbers::on(store), numbers: Numbers::on(store), last: 0 }
    }

    /// Adds `number` of row `row`.
    pub(super) fn push(&mut self, row: u32, number: u32) {
        self.rows.push(row - std::mem::replace(&mut self.last, row));
        self.numbers.push(number);
    }

    /// They, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u32)> {
        let rows = self.rows.iter().scan(0, |row, by| {
            *row += by;
            Some(*row)
        });
        rows.zip(self.numbers.iter())
    }
}

/// Adds `number` to `bytes`, seven bits a byte, the low ones first; how many bytes that takes.
pub(super) fn put(bytes: &mut Vec<u8>, mut number: u64) -> usize {
    let before = bytes.len();
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes.len() - before
}

/// The number at `at` in `bytes`, behind which `at` is put.
pub(super) fn take(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            break;
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Memory;

    proptest! {
        #[test]
        fn numbers_come_back_as_often_as_they_are_asked_for(own in proptest::collection::vec(any::<u32>(), 0..40), times in 1u32..2000) {
            let store = Memory::default();
            let mut numbers = Numbers::on(&store);
            let all = || (0..times).flat_map(|_| own.iter().copied());
            all().for_each(|number| numbers.push(number));
            let mut iter = numbers.iter();
            prop_assert_eq!(iter.next(), all().next());
            prop_assert!(iter.clone().eq(all().skip(1)) && iter.eq(all().skip(1)));
            prop_assert_eq!(numbers.column(), Packed::of(all()));
        }

        #[test]
        fn lists_and_pairs_come_back(lists in proptest::collection::vec(proptest::collection::vec(any::<u32>(), 0..4), 0..40)) {
            let store = Memory::default();
            let (mut tape, mut pairs) = (NumberLists::on(&store), Pairs::on(&store));
            for (row, list) in (0u32..).zip(&lists) {
                tape.push(list.iter().copied());
                for number in list {
                    pairs.push(row, *number);
                }
            }
            prop_assert_eq!(tape.iter().collect::<Vec<_>>(), lists.clone());
            prop_assert_eq!(tape.column(), Lists::write(lists.iter().map(Vec::as_slice)));
            let own = |(row, list): (u32, &Vec<u32>)| list.iter().map(|number| (row, *number)).collect::<Vec<_>>();
            prop_assert_eq!(pairs.iter().collect::<Vec<_>>(), (0..).zip(&lists).flat_map(own).collect::<Vec<_>>());
        }
    }
}
