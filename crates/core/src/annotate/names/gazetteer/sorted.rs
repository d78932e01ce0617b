//! The sorted keys of a compact table, and where a key stands in it.
//!
//! A table is a file: four letters, the number of rows, the xxh3 of what follows, then the keys' upper [`KEPT`] bits as
//! differences in Rice's code, whose parameter goes before them, then columns of fixed width. `cargo xtask gazetteer`
//! writes it.
//! **Invariant:** a file that is not whole is an empty table, never a panic; the order of equal keys is the file's.
//! Start at [`Sorted::read`].

use xxhash_rust::xxh3::xxh3_64;

/// The length of the head in bytes.
pub const HEAD: usize = 16;

/// How many of a key's bits are kept: each bit less is an eighth of a byte less for every row, and twice as many
/// strange words that are taken for one of the table; of the words of 36,000 rows one in five hundred is.
pub const KEPT: u32 = 24;

/// For how many of the upper bits of a key it is kept where its rows begin.
const TOP: u32 = 14;

/// For each value of so many upper bits of a key one bit says whether any key has it: most of what is asked for is in no
/// table, and 8 kB are always at hand.
const SIEVED: u32 = 16;

/// The keys of one table.
pub(crate) struct Sorted {
    keys: Vec<u32>,
    sieve: Vec<u64>,
    /// For each value of a key's upper bits: the row of the first key that has it, and one more row at the end.
    starts: Vec<u32>,
}

impl Sorted {
    /// The keys of `file`, whose head begins with `magic`, and the columns behind them.
    pub fn read(file: &'static [u8], magic: [u8; 4]) -> (Self, &'static [u8]) {
        Self::checked(file, magic)
            .unwrap_or((Self { keys: Vec::new(), sieve: Vec::new(), starts: vec![0; (1 << TOP) + 1] }, &[]))
    }

    fn checked(file: &'static [u8], magic: [u8; 4]) -> Option<(Self, &'static [u8])> {
        let rows = u32::from_le_bytes(file.get(4..8)?.try_into().ok()?);
        let sum = u64::from_le_bytes(file.get(8..HEAD)?.try_into().ok()?);
        let rest = file.get(HEAD..)?;
        if file.get(..4)? != magic.as_slice() || xxh3_64(rest) != sum {
            return None;
        }
        let (parameter, rest) = rest.split_first()?;
        let mut bits = Bits::of(rest);
        let mut last = 0_u32;
        let mut keys = Vec::new();
        for _ in 0..rows {
            let mut step = 0_u32;
            while bits.one()? == 1 {
                step += 1;
            }
            step = step.checked_shl(u32::from(*parameter))? | bits.some(*parameter)?;
            last = last.checked_add(step)?;
            keys.push(last);
        }
        let mut starts = Vec::with_capacity((1 << TOP) + 1);
        for (row, key) in (0_u32..).zip(&keys) {
            starts.resize(starts.len().max((key >> (KEPT - TOP)) as usize + 1), row);
        }
        starts.resize((1 << TOP) + 1, rows);
        let mut sieve = vec![0; 1 << (SIEVED - 6)];
        for key in &keys {
            let (row, bit) = sieved(*key);
            if let Some(bits) = sieve.get_mut(row) {
                *bits |= bit;
            }
        }
        Some((Self { keys, sieve, starts }, rest.get(bits.at.div_ceil(8)..)?))
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The rows of `key`, in the order of the file.
    pub fn rows(&self, key: u32) -> std::ops::Range<usize> {
        let key = key >> (u32::BITS - KEPT);
        let (row, bit) = sieved(key);
        if self.sieve.get(row).is_none_or(|bits| bits & bit == 0) {
            return 0..0;
        }
        let top = (key >> (KEPT - TOP)) as usize;
        let at = |i: usize| self.starts.get(i).map_or(0, |start| *start as usize);
        let near = self.keys.get(at(top)..at(top + 1)).unwrap_or(&[]);
        let Some(before) = near.iter().position(|k| *k >= key) else { return 0..0 };
        let same = near.get(before..).unwrap_or(&[]).iter().take_while(|k| **k == key).count();
        at(top) + before..at(top) + before + same
    }
}

/// The place of a key in the sieve.
fn sieved(key: u32) -> (usize, u64) {
    let upper = key >> (KEPT - SIEVED);
    ((upper >> 6) as usize, 1 << (upper & 63))
}

/// Bits from the highest of the first byte on.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `count` bits as a number, of which the last 32 are kept.
    pub fn some(&mut self, count: u8) -> Option<u32> {
        (0..count).try_fold(0, |all, _| Some(all << 1 | self.one()?))
    }

    fn one(&mut self) -> Option<u32> {
        let byte = u32::from(*self.bytes.get(self.at / 8)?);
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Some(bit)
    }
}

/// The file of a table: `rows` sorted by key, each with its columns' bytes in `columns`.
pub fn write(magic: [u8; 4], keys: &[u32], columns: &[&[u8]]) -> Vec<u8> {
    let mut body = (0..KEPT as u8).filter_map(|k| coded(keys, k)).min_by_key(Vec::len).unwrap_or_default();
    for column in columns {
        body.extend_from_slice(column);
    }
    let mut file = magic.to_vec();
    file.extend((keys.len() as u32).to_le_bytes());
    file.extend(xxh3_64(&body).to_le_bytes());
    file.extend(body);
    file
}

/// The differences of `keys` in Rice's code with `parameter`: as many ones as the upper bits say, a zero, the lower
/// bits; none where there would be far too many ones.
fn coded(keys: &[u32], parameter: u8) -> Option<Vec<u8>> {
    let mut bits = Vec::new();
    let mut last = 0;
    for key in keys.iter().map(|key| key >> (u32::BITS - KEPT)) {
        let step = key - last;
        last = key;
        let upper = step >> parameter;
        if upper > 1 << 10 {
            return None;
        }
        bits.extend((0..upper).map(|_| 1));
        bits.push(0);
        bits.extend(number(step, parameter));
    }
    Some(std::iter::once(parameter).chain(packed(&bits)).collect())
}

/// The lower `count` bits of `of`, the highest first.
pub(super) fn number(of: u32, count: u8) -> impl Iterator<Item = u8> {
    (0..count).rev().map(move |at| (of >> at & 1) as u8)
}

/// `bits` eight to a byte.
pub(super) fn packed(bits: &[u8]) -> impl Iterator<Item = u8> {
    bits.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |all, (at, bit)| all | bit << (7 - at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found_and_damage_is_an_empty_table() {
        let keys = [3, 3, 900 << 6, 70_000 << 6, u32::MAX];
        let file = write(*b"test", &keys, &[&[1, 2, 3, 4, 5]]);
        let (table, columns) = Sorted::read(Box::leak(file.clone().into_boxed_slice()), *b"test");
        assert_eq!((table.len(), columns), (5, &[1, 2, 3, 4, 5][..]));
        assert_eq!(table.rows(3), 0..2);
        assert_eq!(table.rows(u32::MAX), 4..5);
        assert!(table.rows(4 << 6).is_empty());
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x10;
            let (table, _) = Sorted::read(Box::leak(damaged.into_boxed_slice()), *b"test");
            assert!(table.len() == 0 || table.rows(3).len() <= 2);
        }
    }
}
