//! Pairs of numbers: how many have a first number from some number on and a second below another.
//!
//! A wavelet matrix: the second numbers in the order of the first ones, a bit at a time from the highest, each time those
//! without it before those with it. Where a stretch of them lies after each bit follows from counts of bits alone.
//! **Invariant:** a look-up costs as much as a number has bits, however many pairs there are. Start at [`Pairs::of`].

use super::counter::Sums;
use crate::columns::Flat;
use crate::order::Order as _;

/// Pairs of numbers, ready to be counted.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// How many there are with each first number and all below.
    firsts: Sums,
    len: u32,
    /// The bits of the second numbers, the highest first.
    levels: Vec<Level>,
}

/// One bit of each number.
#[derive(Debug)]
struct Level {
    /// For each 64 numbers their bits, and how many are not set in those before.
    words: Vec<(u64, u32)>,
    /// How many are not set in all.
    unset: u32,
}

impl Pairs {
    /// `pairs`, whose numbers are below `most`.
    #[inline(never)]
    pub(super) fn of(pairs: &[(u32, u32)], most: usize) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        let (firsts, mut numbers) = sorted(pairs, most);
        let bits = u32::BITS - (most as u32).leading_zeros();
        let mut levels = Vec::with_capacity(bits as usize);
        let (mut unset, mut set) = (vec![0; numbers.len()], vec![0; numbers.len()]);
        for bit in (0..bits).rev() {
            let mut words = Vec::with_capacity(numbers.len() / 64 + 1);
            let (mut to_unset, mut to_set) = (0, 0);
            for chunk in numbers.chunks(64) {
                let (mut word, before) = (0, to_unset as u32);
                for (at, number) in chunk.iter().enumerate() {
                    // Written to both, since which one it is cannot be foreseen; what is not meant is written over.
                    let own = *number >> bit & 1;
                    word |= u64::from(own) << at;
                    if let (Some(unset), Some(set)) = (unset.get_mut(to_unset), set.get_mut(to_set)) {
                        (*unset, *set) = (*number, *number);
                    }
                    to_set += own as usize;
                    to_unset += 1 - own as usize;
                }
                words.push((word, before));
            }
            if numbers.len().is_multiple_of(64) {
                words.push((0, to_unset as u32));
            }
            levels.push(Level { words, unset: to_unset as u32 });
            numbers.clear();
            numbers.extend(unset.iter().take(to_unset));
            numbers.extend(set.iter().take(to_set));
        }
        Self { firsts, len: pairs.len() as u32, levels }
    }

    /// How many have a first number not below `from` and a second below `to`.
    pub(super) fn count(&self, from: u32, to: u32) -> u32 {
        let (mut start, mut end) = (self.firsts.below(from), self.len);
        if self.levels.len() < 32 && to >> self.levels.len() > 0 {
            return end - start;
        }
        let mut count = 0;
        for (level, bit) in self.levels.iter().zip((0..self.levels.len()).rev()) {
            let (unset_before, unset_upto) = (level.unset_before(start), level.unset_before(end));
            if to >> bit & 1 == 1 {
                count += unset_upto - unset_before;
                (start, end) = (level.unset + start - unset_before, level.unset + end - unset_upto);
            } else {
                (start, end) = (unset_before, unset_upto);
            }
        }
        count
    }
}

/// How many of `pairs` there are with each first number, which is below `most`, and the second numbers in the order of the
/// first.
fn sorted(pairs: &[(u32, u32)], most: usize) -> (Sums, Vec<u32>) {
    if pairs.len() < most / 8 {
        let mut pairs = pairs.to_vec();
        pairs.order_by_key(|(first, _)| *first);
        let firsts = pairs.iter().map(|(first, _)| *first).collect();
        return (Sums::of(firsts, most), pairs.into_iter().map(|(_, second)| second).collect());
    }
    let lists = Flat::by_list(most, pairs);
    let firsts = (0..lists.len()).map(|first| (first, lists.get(first).len() as u32));
    (Sums::of_counts(firsts), lists.into_all())
}

impl Level {
    /// How many of the first `at` bits are not set.
    #[inline]
    fn unset_before(&self, at: u32) -> u32 {
        let Some((word, before)) = self.words.get(at as usize / 64) else { return self.unset };
        before + (!word & ((1 << (at % 64)) - 1)).count_ones()
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_many_as_counting_each_pair_finds(pairs in vec((0u32..40, 0u32..40), 0..300), most in 40usize..70) {
            let found = Pairs::of(&pairs, most);
            for (from, to) in (0..45).flat_map(|from| (0..130).map(move |to| (from, to))) {
                let slow = pairs.iter().filter(|(a, b)| *a >= from && *b < to).count() as u32;
                prop_assert_eq!(found.count(from, to), slow, "{}, {}", from, to);
            }
        }
    }
}
