//! Postings and short lists while an index is built, in few bytes: there are more of them than of anything else.
//!
//! **Invariant:** what was added is written in the order in which it came. Start at [`Lists32`].

use crate::columns::{Packed, Starts, Writer};
use crate::explore::postings;

/// Lists of postings while they are gathered.
#[derive(Debug, Default)]
pub(super) struct Lists32(pub(super) Vec<Gathering>);

/// One of them, in about two bytes a posting: there are more postings than anything else here.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathering {
    /// Those before the last one: the gap from the one before, twice, and one more where how often it is follows.
    bytes: Vec<u8>,
    count: u32,
    before: u32,
    place: u32,
    often: u32,
}

impl Gathering {
    /// Counts it once more at `place`, which is not before its last one.
    #[inline]
    pub(super) fn add(&mut self, place: u32) {
        if self.count > 0 && self.place == place {
            self.often += 1;
            return;
        }
        self.close();
        (self.count, self.place, self.often) = (self.count + 1, place, 1);
    }

    pub(super) fn close(&mut self) {
        if self.count > 0 {
            let gap = u64::from(self.place.wrapping_sub(self.before)) * 2;
            put(&mut self.bytes, gap + u64::from(self.often > 1));
            if self.often > 1 {
                put(&mut self.bytes, u64::from(self.often));
            }
            self.before = self.place;
        }
    }

    /// The postings: places, each with how often.
    pub(super) fn postings(&self) -> Vec<(u32, u32)> {
        let mut all = Vec::with_capacity(self.count as usize);
        let (mut rest, mut place) = (self.bytes.iter(), 0u32);
        while all.len() + 1 < self.count as usize {
            let gap = take(&mut rest);
            place = place.wrapping_add((gap / 2) as u32);
            let often = if gap % 2 == 1 { take(&mut rest) as u32 } else { 1 };
            all.push((place, often));
        }
        if self.count > 0 {
            all.push((self.place, self.often));
        }
        all
    }
}

/// Adds `number` to `bytes`, seven bits a byte, the low ones first.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The number at the head of `bytes`.
fn take(bytes: &mut std::slice::Iter<'_, u8>) -> u64 {
    let mut number = 0;
    for (shift, byte) in (0..64).step_by(7).zip(bytes) {
        number |= u64::from(byte & 127) << shift;
        if *byte < 128 {
            break;
        }
    }
    number
}

impl Lists32 {
    /// Counts `list` once more at `place`, which is not before its last one.
    pub(super) fn add(&mut self, list: u32, place: u32) {
        if self.0.len() <= list as usize {
            self.0.resize(list as usize + 1, Gathering::default());
        }
        if let Some(list) = self.0.get_mut(list as usize) {
            list.add(place);
        }
    }

    /// The lists in this order: how many postings each has, where it starts, and the postings.
    pub(super) fn write(mut self, writer: &mut Writer, order: impl Iterator<Item = u32>) -> Vec<u8> {
        let (mut out, mut counts, mut lengths) = (Vec::new(), Vec::new(), Vec::new());
        for list in order {
            // What was written is dropped at once: both together are never whole.
            let list = self.0.get_mut(list as usize).map(std::mem::take).unwrap_or_default().postings();
            let before = out.len();
            postings::write(&mut out, &list);
            counts.push(list.len() as u32);
            lengths.push((out.len() - before) as u32);
        }
        writer.add(&Packed::write(&counts));
        writer.add(&Starts::of_lengths(lengths));
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn postings_come_back_as_they_were_gathered(gaps in proptest::collection::vec((0u32..3, 1u32..400), 0..200), far in any::<u32>()) {
            let (mut gathering, mut expected, mut place) = (Gathering::default(), Vec::new(), 0u32);
            for (gap, often) in gaps {
                place += gap * gap * 7_000 + gap;
                (0..often).for_each(|_| gathering.add(place));
                match expected.last_mut().filter(|(last, _)| *last == place) {
                    Some((_, all)) => *all += often,
                    None => expected.push((place, often)),
                }
            }
            if far > place {
                gathering.add(far);
                expected.push((far, 1));
            }
            prop_assert_eq!(gathering.postings(), expected);
        }
    }
}
