//! Places cut into parts, and which part each place lies in: the passages of articles, the rows of articles.
//!
//! A bit for each place says whether a part begins there, and the bits before a place are its rank: so the part of a
//! place, and the parts that hold some of many places, are found without a search.
//! **Invariant:** every place lies in one part; an empty part holds none. Start at [`Parts::of`].

use std::ops::Range;

use super::set::Set;

/// How many places share a word of bits.
const WORD: usize = 64;

/// Places `0..n` cut into parts.
#[derive(Debug)]
pub(super) struct Parts {
    /// Where each part begins, and where the last one ends.
    starts: Vec<u32>,
    /// The places at which a part begins.
    firsts: Vec<u64>,
    /// For each word of them how many there are in the words before.
    before: Vec<u32>,
    /// The parts that are not empty.
    filled: Vec<u32>,
}

impl Parts {
    /// Parts that begin at `starts`, which never goes down and whose last number is where the last part ends.
    pub(super) fn of(starts: Vec<u32>) -> Self {
        let places = starts.last().map_or(0, |end| *end as usize);
        let mut firsts = vec![0u64; places.div_ceil(WORD)];
        let mut filled = Vec::new();
        for (part, pair) in (0..).zip(starts.windows(2)) {
            let &[start, end] = pair else { continue };
            if let Some(word) = firsts.get_mut(start as usize / WORD).filter(|_| start < end) {
                *word |= 1 << (start % WORD as u32);
                filled.push(part);
            }
        }
        let mut sum = 0;
        let before = firsts.iter().map(|word| {
            sum += word.count_ones();
            sum - word.count_ones()
        });
        let before = before.collect();
        Self { starts, firsts, before, filled }
    }

    /// The places of `part`.
    #[inline]
    pub(super) fn range(&self, part: u32) -> Range<u32> {
        let at = part as usize;
        match self.starts.get(at..at + 2) {
            Some(&[start, end]) => start..end.max(start),
            _ => 0..0,
        }
    }

    /// The part that `place`, which is one of the places, lies in.
    #[inline]
    pub(super) fn part(&self, place: u32) -> u32 {
        let at = place as usize / WORD;
        let (Some(firsts), Some(before)) = (self.firsts.get(at), self.before.get(at)) else { return 0 };
        self.filled_part(*before + (firsts & upto(place % WORD as u32)).count_ones())
    }

    /// The part that begins at the `rank`th first place, counted from 1.
    #[inline]
    fn filled_part(&self, rank: u32) -> u32 {
        self.filled.get((rank as usize).wrapping_sub(1)).copied().unwrap_or(0)
    }

    /// The parts that hold one of `places`.
    pub(super) fn holding(&self, places: &Set) -> Set {
        let mut parts = Set::none(self.starts.len().saturating_sub(1));
        for ((places, firsts), before) in places.words().iter().zip(&self.firsts).zip(&self.before) {
            let mut rest = *places;
            while rest != 0 {
                let place = rest.trailing_zeros();
                parts.insert(self.filled_part(before + (firsts & upto(place)).count_ones()));
                // The other places of the same part say no more.
                let next = firsts & !upto(place);
                if next == 0 {
                    break;
                }
                rest &= !(upto(next.trailing_zeros()) >> 1);
            }
        }
        parts
    }

    /// The places of `parts`.
    pub(super) fn places(&self, parts: &Set) -> Set {
        let mut places = Set::none(self.starts.last().map_or(0, |end| *end as usize));
        parts.each(|part| places.insert_range(self.range(part)));
        places
    }
}

/// The bits up to bit `bit` of a word, itself among them.
#[inline]
fn upto(bit: u32) -> u64 {
    u64::MAX >> (WORD as u32 - 1 - bit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_and_parts_are_found_as_by_looking(
            lengths in proptest::collection::vec(prop_oneof![Just(0u32), 0u32..9, 0u32..150], 0..60),
            every in 1u32..40,
        ) {
            let mut starts = vec![0u32];
            for length in &lengths {
                starts.push(starts[starts.len() - 1] + length);
            }
            let parts = Parts::of(starts.clone());
            let all = starts[starts.len() - 1];
            let held = |part: usize| starts[part]..starts[part + 1];
            let mut places = Set::none(all as usize);
            (0..all).filter(|place| place % every == 0).for_each(|place| places.insert(place));
            let mut expected = Set::none(lengths.len());
            for part in 0..lengths.len() {
                prop_assert_eq!(parts.range(part as u32), held(part));
                for place in held(part) {
                    prop_assert_eq!(parts.part(place), part as u32);
                    if places.has(place) {
                        expected.insert(part as u32);
                    }
                }
            }
            prop_assert_eq!(&parts.holding(&places), &expected);
            let back = parts.places(&expected);
            prop_assert!((0..all).all(|place| back.has(place) == expected.has(parts.part(place))));
            prop_assert_eq!(parts.range(lengths.len() as u32), 0..0);
        }
    }
}
