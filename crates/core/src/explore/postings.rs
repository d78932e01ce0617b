//! Postings: where a term occurs, and how often there, in blocks of 128 that are read one after the other.
//!
//! A block holds the gaps between places in as many bits as make it smallest; the few larger gaps keep their upper bits
//! behind. How often follows only where it is not once everywhere.
//! **Invariant:** any bytes are read without a panic; places go up; what cannot be read ends the list.
//! Start at [`Writing::block`] and [`Postings::next`].

use crate::columns::{pack, unpack};

/// How many postings a block has, but for the last one of a list.
pub(super) const BLOCK: usize = 128;

/// Adds the postings of a list to `out`: places that go up, each with how often (once at least).
#[cfg(test)]
pub(super) fn write(out: &mut Vec<u8>, postings: &[(u32, u32)]) {
    let mut writing = Writing::default();
    postings.chunks(BLOCK).for_each(|block| writing.block(out, block));
}

/// A list being written, block after block.
#[derive(Debug, Default)]
pub(super) struct Writing {
    before: u32,
}

impl Writing {
    /// Adds the next postings of the list to `out`: as many as a block has, or the last ones.
    pub(super) fn block(&mut self, out: &mut Vec<u8>, block: &[(u32, u32)]) {
        let gaps: Vec<u32> = block
            .iter()
            .map(|(place, _)| {
                let gap = place.wrapping_sub(self.before);
                self.before = place.wrapping_add(1);
                gap
            })
            .collect();
        let width = best_width(&gaps);
        let large: Vec<(u8, u32)> =
            (0u8..).zip(&gaps).filter(|(_, gap)| bits(**gap) > width).map(|(at, gap)| (at, *gap)).collect();
        let often = block.iter().map(|(_, often)| bits(often.saturating_sub(1))).max().unwrap_or(0);
        out.push(width as u8 | if often > 0 { OFTEN } else { 0 });
        out.push(large.len() as u8);
        pack(out, gaps.iter().map(|gap| gap & mask(width)), width);
        if !large.is_empty() {
            let upper = large.iter().map(|(_, gap)| bits(*gap)).max().unwrap_or(0) - width;
            out.push(upper as u8);
            out.extend(large.iter().map(|(at, _)| *at));
            pack(out, large.iter().map(|(_, gap)| gap >> width), upper);
        }
        if often > 0 {
            out.push(often as u8);
            pack(out, block.iter().map(|(_, often)| often.saturating_sub(1)), often);
        }
    }
}

const OFTEN: u8 = 64;

/// The number of bits that makes a block of `gaps` smallest.
fn best_width(gaps: &[u32]) -> u32 {
    let mut sizes = [0usize; 33];
    for gap in gaps {
        sizes[bits(*gap) as usize] += 1;
    }
    let most = (0..=32u32).rev().find(|w| sizes[*w as usize] > 0).unwrap_or(0);
    let mut larger = 0;
    let mut best = (gaps.len() * most as usize, most);
    for width in (0..most).rev() {
        larger += sizes[width as usize + 1];
        let cost = gaps.len() * width as usize + 8 + larger * (8 + (most - width) as usize);
        best = best.min((cost, width));
    }
    best.1
}

fn bits(number: u32) -> u32 {
    u32::BITS - number.leading_zeros()
}

fn mask(width: u32) -> u32 {
    ((1u64 << width) - 1) as u32
}

/// A list being read.
#[derive(Clone, Debug)]
pub(super) struct Postings<'a> {
    bytes: &'a [u8],
    left: usize,
    before: u32,
    /// The places of the block.
    pub(super) places: [u32; BLOCK],
    /// For each of them how often.
    pub(super) often: [u32; BLOCK],
}

impl<'a> Postings<'a> {
    /// The list of `count` postings that starts at the head of `bytes`.
    pub(super) fn new(bytes: &'a [u8], count: u32) -> Self {
        Self { bytes, left: count as usize, before: 0, places: [0; BLOCK], often: [1; BLOCK] }
    }

    /// Reads the next block; how many postings it has, 0 at the end.
    pub(super) fn next(&mut self) -> usize {
        let count = self.left.min(BLOCK);
        if count == 0 || self.block(count).is_none() {
            self.left = 0;
            return 0;
        }
        self.left -= count;
        count
    }

    fn block(&mut self, count: usize) -> Option<()> {
        let (&head, &large) = (self.bytes.first()?, self.bytes.get(1)?);
        let width = u32::from(head & (OFTEN - 1));
        let mut rest = self.bytes.get(2..)?;
        rest = unpack(rest, width, self.places.get_mut(..count)?)?;
        if large > 0 {
            let large = usize::from(large);
            let upper = u32::from(*rest.first()?);
            let at = rest.get(1..=large)?;
            let mut more = [0; BLOCK];
            rest = unpack(rest.get(1 + large..)?, upper, more.get_mut(..large)?)?;
            for (at, more) in at.iter().zip(&more) {
                *self.places.get_mut(usize::from(*at))? |= more.checked_shl(width)?;
            }
        }
        let mut before = self.before;
        for place in self.places.get_mut(..count)? {
            *place = place.wrapping_add(before);
            before = place.wrapping_add(1);
        }
        self.before = before;
        if head & OFTEN > 0 {
            let width = u32::from(*rest.first()?);
            rest = unpack(rest.get(1..)?, width, self.often.get_mut(..count)?)?;
            self.often.iter_mut().take(count).for_each(|often| *often = often.saturating_add(1));
        } else {
            self.often = [1; BLOCK];
        }
        self.bytes = rest;
        Some(())
    }

    /// Calls `take` with every posting.
    #[inline]
    pub(super) fn each(mut self, mut take: impl FnMut(u32, u32)) {
        loop {
            let count = self.next();
            if count == 0 {
                return;
            }
            for (place, often) in self.places.iter().zip(&self.often).take(count) {
                take(*place, *often);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8], count: u32) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        Postings::new(bytes, count).each(|place, often| found.push((place, often)));
        found
    }

    proptest! {
        #[test]
        fn a_list_comes_back(gaps in proptest::collection::vec((any::<u32>(), 0u32..28, 1u32..9), 0..400)) {
            let mut place = 0u32;
            let mut list: Vec<(u32, u32)> = Vec::new();
            for (gap, shift, often) in gaps {
                let Some(next) = place.checked_add(gap >> (shift + 4)) else { break };
                list.push((next, if often > 4 { often } else { 1 }));
                place = next.saturating_add(1);
            }
            list.dedup_by_key(|p| p.0);
            let mut bytes = vec![7];
            write(&mut bytes, &list);
            bytes.push(1);
            prop_assert_eq!(read(&bytes[1..], list.len() as u32), list);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), count in 0u32..500) {
            prop_assert!(read(&bytes, count).len() <= 500);
        }
    }
}
