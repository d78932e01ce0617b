//! The rows that begin at each passage, made ready for many passages at once.
//!
//! Bits for each passage say whether one, two and three rows begin there, and for every 64 passages it is known which row
//! is the first: where no passage has two, the rows of a word of passages are its bits pushed together.
//! **Invariant:** the same rows as the column says. Start at [`Begun::of`].

use crate::columns::StartsSlice;
use crate::explore::set::Set;

/// How many passages share a word of bits.
const WORD: u32 = 64;

/// Where rows begin.
#[derive(Debug)]
pub(super) struct Begun {
    words: Vec<Word>,
    rows: u32,
}

/// 64 passages.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Those at which a row begins, two at least, and three.
    some: [u64; 3],
    /// The first row that begins at one of them or later.
    from: u32,
    /// How many rows begin at them.
    rows: u32,
    /// Whether one of them has more than three rows.
    crowded: bool,
}

impl Begun {
    /// For each passage the rows that begin there, as `starts` has them.
    pub(super) fn of(starts: StartsSlice<'_>) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let (mut passage, mut start) = (0, 0);
        starts.each(|end| {
            // The first number is where the first passage begins, each other one where one ends.
            if let Some(bit) = u32::checked_sub(passage, 1).map(|passage| passage % WORD) {
                if bit == 0 {
                    words.push(Word { some: [0; 3], from: start, rows: 0, crowded: false });
                }
                let rows = end.saturating_sub(start);
                if let Some(word) = words.last_mut().filter(|_| rows > 0) {
                    for some in word.some.iter_mut().take(rows as usize) {
                        *some |= 1 << bit;
                    }
                    word.rows = end - word.from;
                    word.crowded |= rows > 3;
                }
            }
            (passage, start) = (passage + 1, end.max(start));
        });
        Self { words, rows: start }
    }

    /// How many rows begin at one of `passages`; `starts` is the column that this is of.
    pub(super) fn count(&self, passages: &Set, starts: StartsSlice<'_>) -> u32 {
        let mut rows = 0;
        for ((first, word), passages) in (0..).step_by(WORD as usize).zip(&self.words).zip(passages.words()) {
            if *passages == 0 {
                continue;
            }
            if !word.crowded {
                rows += word.some.iter().map(|some| (some & passages).count_ones()).sum::<u32>();
                continue;
            }
            let mut found = word.some[0] & passages;
            while found != 0 {
                rows += starts.range(first + found.trailing_zeros()).len() as u32;
                found &= found - 1;
            }
        }
        rows
    }

    /// The rows that begin at one of `passages`; `starts` is the column that this is of.
    pub(super) fn rows(&self, passages: &Set, starts: StartsSlice<'_>) -> Set {
        let mut rows = Set::none(self.rows as usize);
        for ((first, word), passages) in (0..).step_by(WORD as usize).zip(&self.words).zip(passages.words()) {
            let [one, two, three] = word.some;
            let mut found = one & passages;
            if found == 0 {
                continue;
            }
            if found == one {
                rows.insert_range(word.from..word.from + word.rows);
            } else if word.rows == one.count_ones() {
                let mut own = 0u64;
                while found != 0 {
                    let bit = found & found.wrapping_neg();
                    own |= 1 << (one & (bit - 1)).count_ones();
                    found ^= bit;
                }
                rows.insert_word(word.from, own);
            } else if !word.crowded {
                while found != 0 {
                    let bit = found & found.wrapping_neg();
                    let before = |some: u64| (some & (bit - 1)).count_ones();
                    let row = word.from + before(one) + before(two) + before(three);
                    rows.insert(row);
                    if two & bit != 0 {
                        rows.insert(row + 1);
                    }
                    if three & bit != 0 {
                        rows.insert(row + 2);
                    }
                    found ^= bit;
                }
            } else {
                while found != 0 {
                    let passage = first + found.trailing_zeros();
                    rows.insert_range(starts.at(passage)..starts.at(passage + 1));
                    found &= found - 1;
                }
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::columns::{Bytes, Starts};

    proptest! {
        #[test]
        fn rows_of_passages_are_those_of_the_column(
            lengths in proptest::collection::vec(prop_oneof![60 => 0u32..2, 6 => 2u32..4, 1 => 0u32..70], 0..400),
            every in 1u32..9,
        ) {
            let starts = Starts::open(Bytes::new(Starts::of_lengths(lengths.iter().copied()))).unwrap();
            let mut passages = Set::none(lengths.len());
            let mut expected = Set::none(starts.end() as usize);
            for passage in (0..lengths.len() as u32).filter(|passage| passage % every == 0 || passage % 200 < 100) {
                passages.insert(passage);
                starts.range(passage).for_each(|row| expected.insert(row));
            }
            let begun = Begun::of(starts.slice());
            prop_assert_eq!(begun.count(&passages, starts.slice()), expected.len());
            prop_assert_eq!(begun.rows(&passages, starts.slice()), expected);
        }
    }
}
