//! Whole numbers, each in as many bits as the largest one needs.
//!
//! The bytes: how many there are (8), how many bits each has (1), then the bits, and 8 bytes more so that every number
//! can be read as a whole word.
//! **Invariant:** a number takes at most 32 bits. Start at [`Packed::write`] and [`Packed::get`].

use super::Bytes;

const HEAD: usize = 9;
/// Bytes after the last number.
const SLACK: usize = 8;

/// A column of numbers below 2^32.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    bytes: Bytes,
    len: usize,
    width: u32,
}

impl Packed {
    /// `numbers` as bytes.
    pub fn write(numbers: &[u32]) -> Vec<u8> {
        Self::of(numbers.iter().copied())
    }

    /// The same of numbers that stand nowhere together: they are counted first, then written.
    pub fn of(numbers: impl Iterator<Item = u32> + Clone) -> Vec<u8> {
        let (mut len, mut most) = (0usize, 0);
        for number in numbers.clone() {
            (len, most) = (len + 1, number.max(most));
        }
        let width = u32::BITS - most.leading_zeros();
        let mut out = (len as u64).to_le_bytes().to_vec();
        out.push(width as u8);
        out.reserve(len * width as usize / 8 + SLACK + 1);
        pack(&mut out, numbers, width);
        out.extend([0; SLACK]);
        out
    }

    /// The column in `bytes`, or `None` where they are no column.
    pub fn open(bytes: Bytes) -> Option<Self> {
        let len = usize::try_from(bytes.u64_at(0)?).ok()?;
        let width = u32::from(*bytes.get(8)?);
        let bits = len.checked_mul(width as usize)?;
        let fits = width <= u32::BITS && bytes.len() == HEAD + bits.div_ceil(8) + SLACK;
        fits.then_some(Self { bytes, len, width })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The number at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> Option<u32> {
        self.slice().get(index)
    }

    /// The same column for a loop: borrowed once.
    #[inline]
    pub fn slice(&self) -> Slice<'_> {
        Slice { bits: self.bytes.get(HEAD..).unwrap_or_default(), len: self.len, width: self.width }
    }

    /// The place of the first number that is not below `number`, where the numbers go up.
    pub fn first_from(&self, number: u32) -> usize {
        let slice = self.slice();
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low + (high - low) / 2;
            if slice.get(middle).is_some_and(|own| own < number) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// All numbers in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let slice = self.slice();
        (0..self.len).map(move |at| slice.get(at).unwrap_or(0))
    }
}

/// Adds `numbers` to `out`, `width` bits each, the low ones first; the last byte is filled up with zeros.
pub(crate) fn pack(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>, width: u32) {
    let (mut held, mut have) = (0u64, 0);
    for number in numbers {
        held |= u64::from(number) << have;
        have += width;
        while have >= 8 {
            out.push(held as u8);
            held >>= 8;
            have -= 8;
        }
    }
    if have > 0 {
        out.push(held as u8);
    }
}

/// Reads as many numbers of `width` bits as `out` has room for; the bytes after them.
pub(crate) fn unpack<'a>(bytes: &'a [u8], width: u32, out: &mut [u32]) -> Option<&'a [u8]> {
    if width > u32::BITS {
        return None;
    }
    let length = (out.len() * width as usize).div_ceil(8);
    let own = bytes.get(..length)?;
    let mask = (1u64 << width) - 1;
    let mut bit = 0;
    // Whole words are read as long as there are eight bytes, which may be those of what comes next.
    for (at, number) in out.iter_mut().enumerate() {
        let from = bit / 8;
        let word = if let Some(word) = bytes.get(from..from + 8) {
            u64::from_le_bytes(word.try_into().ok()?)
        } else {
            let mut word = [0; 8];
            let rest = own.get(from..).unwrap_or_default();
            word.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
            u64::from_le_bytes(word)
        };
        *number = (word >> (bit % 8) & mask) as u32;
        bit = (at + 1) * width as usize;
    }
    bytes.get(length..)
}

/// A borrowed column.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'a> {
    bits: &'a [u8],
    len: usize,
    width: u32,
}

impl Slice<'_> {
    /// The number at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> Option<u32> {
        if index >= self.len {
            return None;
        }
        let bit = index * self.width as usize;
        let word = self.bits.get(bit / 8..bit / 8 + 8)?;
        let word = u64::from_le_bytes(word.try_into().ok()?);
        Some((word >> (bit % 8) & ((1u64 << self.width) - 1)) as u32)
    }

    /// Puts the numbers from place `from` on, a multiple of 8, into `out`; 0 for those that there are not.
    pub(crate) fn read(&self, from: u32, out: &mut [u32]) {
        let from = from as usize;
        let count = self.len.saturating_sub(from).min(out.len());
        let (own, beyond) = out.split_at_mut(count);
        beyond.fill(0);
        let bits = self.bits.get(from / 8 * self.width as usize..);
        if bits.and_then(|bits| unpack(bits, self.width, own)).is_none() {
            own.fill(0);
        }
    }

    /// The number at `index`, or 0 where there is none.
    #[inline]
    pub fn at(&self, index: u32) -> u32 {
        self.get(index as usize).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(numbers in proptest::collection::vec(any::<u32>(), 0..80), shift in 0u32..32) {
            let numbers: Vec<u32> = numbers.into_iter().map(|n| n >> shift).collect();
            let column = Packed::open(Bytes::new(Packed::write(&numbers))).unwrap();
            prop_assert_eq!(column.iter().collect::<Vec<_>>(), numbers.clone());
            prop_assert_eq!(column.get(numbers.len()), None);
            let mut read = [7; 20];
            column.slice().read(16, &mut read);
            let at = |place: usize| numbers.get(16 + place).copied().unwrap_or(0);
            prop_assert!(read.iter().enumerate().all(|(place, number)| *number == at(place)));
        }

        #[test]
        fn any_bytes_are_a_column_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            if let Some(column) = Packed::open(Bytes::new(bytes)) {
                prop_assert_eq!(column.iter().count(), column.len());
            }
        }
    }
}
