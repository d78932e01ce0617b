//! One choice of two at a time, in as few bits as it surprises: a binary arithmetic coder over learned odds.
//!
//! Each choice has a context, and each context its odds. Where the odds were learned from a whole corpus beforehand they
//! stay as they are, so that an article is read without the others; else they are learned on the way.
//! **Invariant:** reading asks for the same choices as writing did and gets what was written; any bytes give some
//! choices, and [`Bits::failed`] says when there were more of them than bytes could hold.
//! Start at [`Bits::writer`] and [`Bits::reader`].

use std::sync::Arc;

use crate::columns::{Bytes, Packed, Reader, Writer};

/// How many contexts have odds of their own; the others share.
const SLOTS: u32 = 16;
/// Even odds, seen never: 22 bits of odds, 10 of how often.
const EVEN: u32 = 1 << 31;
/// So often seen, odds move no slower.
const STEADY: u32 = 1000;
/// Choices that one byte can hold: with less, something asks on and on.
const MOST: u64 = 1 << 16;

/// The odds of every context.
#[derive(Clone, Debug)]
pub(in crate::corpus::pack) struct Odds {
    slots: Arc<Vec<u32>>,
    /// Whether they change with what is coded.
    learn: bool,
}

impl Odds {
    /// Even odds for everything.
    pub(super) fn even() -> Self {
        Self { slots: Arc::new(vec![EVEN; 1 << SLOTS]), learn: true }
    }

    /// What was learned, as bytes.
    pub(super) fn write(&self) -> Vec<u8> {
        let (mut steps, mut odds, mut last) = (Vec::new(), Vec::new(), 0);
        for (at, slot) in (0..).zip(self.slots.iter()).filter(|(_, slot)| **slot & 0x3ff > 1) {
            steps.push(at - last);
            odds.push(slot >> 20);
            last = at;
        }
        let mut writer = Writer::default();
        writer.add(&Packed::write(&steps));
        writer.add(&Packed::write(&odds));
        writer.finish()
    }

    /// The odds in `bytes`, which stay as they are, or `None` where they are none.
    pub(super) fn open(bytes: Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (steps, odds) = (reader.packed()?, reader.packed()?);
        let mut slots = vec![EVEN; 1 << SLOTS];
        let mut at = 0u32;
        for (step, odds) in steps.iter().zip(odds.iter()) {
            at = at.checked_add(step)?;
            *slots.get_mut(at as usize)? = (odds & 0xfff) << 20 | 1 << 19;
        }
        let fits = steps.len() == odds.len() && reader.is_at_end();
        fits.then(|| Self { slots: Arc::new(slots), learn: false })
    }
}

/// What becomes of the choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing: they are walked through only.
    Walk,
    /// They are written.
    Write,
    /// They are read.
    Read,
}

/// Choices on their way to bytes or from them.
#[derive(Debug)]
pub(super) struct Bits<'a> {
    pub(super) mode: Mode,
    odds: Odds,
    low: u32,
    high: u32,
    code: u32,
    input: &'a [u8],
    output: Vec<u8>,
    left: u64,
}

impl<'a> Bits<'a> {
    fn new(mode: Mode, odds: Odds, input: &'a [u8]) -> Self {
        let left = (input.len() as u64 + 16).saturating_mul(MOST);
        let mut bits = Self { mode, odds, low: 0, high: u32::MAX, code: 0, input, output: Vec::new(), left };
        for _ in 0..4 {
            bits.code = bits.code << 8 | bits.next();
        }
        bits
    }

    /// Walks through choices.
    pub(super) fn walker() -> Self {
        Self::new(Mode::Walk, Odds { slots: Arc::default(), learn: false }, &[])
    }

    /// Writes choices under `odds`.
    pub(super) fn writer(odds: Odds) -> Self {
        Self::new(Mode::Write, odds, &[])
    }

    /// Reads the choices in `input`, which were written under `odds`.
    pub(super) fn reader(odds: Odds, input: &'a [u8]) -> Self {
        Self::new(Mode::Read, odds, input)
    }

    fn next(&mut self) -> u32 {
        // Zeros at the end are left out.
        let Some((first, rest)) = self.input.split_first() else { return 0 };
        self.input = rest;
        u32::from(*first)
    }

    /// What was written, and the odds as they have become.
    pub(super) fn finish(mut self) -> (Vec<u8>, Odds) {
        if self.low > 0 {
            self.output.push((self.high >> 24) as u8);
        }
        while self.output.last() == Some(&0) {
            self.output.pop();
        }
        (self.output, self.odds)
    }

    /// Whether more was read than was written.
    pub(super) fn failed(&self) -> bool {
        self.mode == Mode::Read && self.left == 0
    }

    /// Makes everything that is read from here on a failure.
    pub(super) fn fail(&mut self) {
        self.left = 0;
    }

    /// The next choice in `context`, of which `node` is a part: what was written, or `bit` where it is being written.
    #[inline]
    fn bit(&mut self, context: u32, node: u32, bit: bool) -> bool {
        if self.mode == Mode::Walk {
            return bit;
        }
        let mixed = (context ^ node.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0x9e37_79b1);
        let slot = (mixed ^ mixed >> 15).wrapping_mul(0x2c1b_3c6d) >> (32 - SLOTS);
        let entry = self.odds.slots.get(slot as usize).copied().unwrap_or(EVEN);
        let odds = (entry >> 16).clamp(24, 0xffff - 24);
        let middle = self.low + ((u64::from(self.high - self.low) * u64::from(odds)) >> 16) as u32;
        let bit = if self.mode == Mode::Read { self.code <= middle } else { bit };
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        if self.odds.learn {
            let (odds, seen) = ((entry >> 10).cast_signed(), entry & 0x3ff);
            let goal = if bit { 0x3f_ffff } else { 0 };
            let odds = odds + (goal - odds) * 2 / (2 * seen.cast_signed() + 3);
            if let Some(slot) = Arc::make_mut(&mut self.odds.slots).get_mut(slot as usize) {
                *slot = odds.cast_unsigned() << 10 | (seen + 1).min(STEADY);
            }
        }
        while (self.low ^ self.high) >> 24 == 0 {
            if self.mode == Mode::Write {
                self.output.push((self.high >> 24) as u8);
            } else {
                self.code = self.code << 8 | self.next();
            }
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        if self.mode == Mode::Read {
            self.left = self.left.saturating_sub(1);
        }
        bit
    }

    /// The next yes or no.
    pub(super) fn flag(&mut self, context: u32, flag: bool) -> bool {
        self.bit(context, 0, flag)
    }

    /// The next byte: its bits from the highest on.
    pub(super) fn byte(&mut self, context: u32, byte: u8) -> u8 {
        if self.mode == Mode::Walk {
            return byte;
        }
        let mut node = 1u32;
        for shift in (0..8).rev() {
            node = node << 1 | u32::from(self.bit(context, node, byte >> shift & 1 == 1));
        }
        node as u8
    }

    /// The next number: how many bits it has, then those behind the first one.
    pub(super) fn number(&mut self, context: u32, number: u32) -> u32 {
        if self.mode == Mode::Walk {
            return number;
        }
        let bits = u32::BITS - number.leading_zeros();
        let mut node = 1u32;
        for shift in (0..6).rev() {
            node = node << 1 | u32::from(self.bit(context, node, bits >> shift & 1 == 1));
        }
        let bits = node & 0x3f;
        if bits > u32::BITS {
            self.fail();
            return 0;
        }
        let mut value = u32::from(bits > 0);
        for shift in (0..bits.saturating_sub(1)).rev() {
            // Beyond eight bits a bit's odds do not depend on those before.
            let before = if bits - shift <= 8 { value } else { 0x100 + shift };
            let bit = self.bit(context, bits << 10 | before, number >> shift & 1 == 1);
            value = value << 1 | u32::from(bit);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn write(odds: Odds, numbers: &[(u32, u32)]) -> (Vec<u8>, Odds) {
        let mut bits = Bits::writer(odds);
        for (context, number) in numbers {
            assert_eq!(bits.number(*context, *number), *number);
        }
        bits.finish()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(
            numbers in proptest::collection::vec((0u32..3, any::<u32>(), 0u32..32), 0..200),
            trained in any::<bool>(),
        ) {
            let numbers: Vec<(u32, u32)> = numbers.into_iter().map(|(c, n, shift)| (c, n >> shift)).collect();
            let mut odds = Odds::even();
            if trained {
                odds = Odds::open(Bytes::new(write(odds, &numbers).1.write())).unwrap();
            }
            let (bytes, _) = write(odds.clone(), &numbers);
            let mut bits = Bits::reader(odds, &bytes);
            for (context, number) in numbers {
                prop_assert_eq!(bits.number(context, 0), number);
            }
            prop_assert!(!bits.failed());
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut bits = Bits::reader(Odds::even(), &bytes);
            let mut read = 0;
            while !bits.failed() && read < 2000 {
                bits.number(read % 7, 0);
                bits.byte(9, 0);
                read += 1;
            }
            let _ = Odds::open(Bytes::new(bytes.clone()));
        }
    }

    #[test]
    fn what_was_expected_takes_almost_nothing() {
        let same = vec![(1, 5); 4000];
        let (bytes, odds) = write(Odds::even(), &same);
        assert!(bytes.len() < 60, "{}", bytes.len());
        let learned = Odds::open(Bytes::new(odds.write())).unwrap();
        let (bytes, _) = write(learned, &same[..40]);
        assert!(bytes.len() < 4, "{}", bytes.len());
    }
}
