//! The sorted keys of a compact table, and where a key stands in it.
//!
//! A table is a file: four letters, the number of rows, the xxh3 of what follows, then the keys as differences in
//! LEB128, then columns of fixed width. `cargo xtask gazetteer` writes it.
//! **Invariant:** a file that is not whole is an empty table, never a panic; the order of equal keys is the file's.
//! Start at [`Sorted::read`].

use xxhash_rust::xxh3::xxh3_64;

/// The length of the head in bytes.
pub const HEAD: usize = 16;

/// The keys of one table.
pub(crate) struct Sorted {
    keys: Vec<u32>,
    /// For each value of a key's upper 12 bits: the row of the first key that has it, and one more row at the end.
    starts: Vec<u32>,
}

impl Sorted {
    /// The keys of `file`, whose head begins with `magic`, and the columns behind them.
    pub fn read(file: &'static [u8], magic: [u8; 4]) -> (Self, &'static [u8]) {
        Self::checked(file, magic).unwrap_or((Self { keys: Vec::new(), starts: vec![0; 4097] }, &[]))
    }

    fn checked(file: &'static [u8], magic: [u8; 4]) -> Option<(Self, &'static [u8])> {
        let rows = u32::from_le_bytes(file.get(4..8)?.try_into().ok()?) as usize;
        let sum = u64::from_le_bytes(file.get(8..HEAD)?.try_into().ok()?);
        let mut rest = file.get(HEAD..)?;
        if file.get(..4)? != magic.as_slice() || xxh3_64(rest) != sum {
            return None;
        }
        let mut keys = Vec::with_capacity(rows);
        let mut last = 0_u32;
        for _ in 0..rows {
            let mut shift = 0;
            loop {
                let (byte, after) = rest.split_first()?;
                rest = after;
                last = last.checked_add(u32::from(byte & 0x7f).checked_shl(shift)?)?;
                if byte & 0x80 == 0 {
                    break;
                }
                shift += 7;
            }
            keys.push(last);
        }
        let starts = (0..=4096_u64).map(|top| keys.partition_point(|k| u64::from(k >> 20) < top) as u32);
        Some((Self { starts: starts.collect(), keys }, rest))
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The rows of `key`, in the order of the file.
    pub fn rows(&self, key: u32) -> std::ops::Range<usize> {
        let top = (key >> 20) as usize;
        let at = |i: usize| self.starts.get(i).map_or(0, |start| *start as usize);
        let near = self.keys.get(at(top)..at(top + 1)).unwrap_or(&[]);
        let Some(before) = near.iter().position(|k| *k >= key) else { return 0..0 };
        let same = near.get(before..).unwrap_or(&[]).iter().take_while(|k| **k == key).count();
        at(top) + before..at(top) + before + same
    }
}

/// The file of a table: `rows` sorted by key, each with its columns' bytes in `columns`.
pub fn write(magic: [u8; 4], keys: &[u32], columns: &[&[u8]]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut last = 0;
    for key in keys {
        let mut step = key - last;
        last = *key;
        while step >= 0x80 {
            body.push(step as u8 | 0x80);
            step >>= 7;
        }
        body.push(step as u8);
    }
    for column in columns {
        body.extend_from_slice(column);
    }
    let mut file = magic.to_vec();
    file.extend((keys.len() as u32).to_le_bytes());
    file.extend(xxh3_64(&body).to_le_bytes());
    file.extend(body);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found_and_damage_is_an_empty_table() {
        let keys = [3, 3, 900, 70_000, u32::MAX];
        let file = write(*b"test", &keys, &[&[1, 2, 3, 4, 5]]);
        let (table, columns) = Sorted::read(Box::leak(file.clone().into_boxed_slice()), *b"test");
        assert_eq!((table.len(), columns), (5, &[1, 2, 3, 4, 5][..]));
        assert_eq!(table.rows(3), 0..2);
        assert_eq!(table.rows(u32::MAX), 4..5);
        assert!(table.rows(4).is_empty());
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x10;
            let (table, _) = Sorted::read(Box::leak(damaged.into_boxed_slice()), *b"test");
            assert!(table.len() == 0 || table.rows(3).len() <= 2);
        }
    }
}
