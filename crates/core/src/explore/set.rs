//! A set of rows, one bit each.
//!
//! **Invariant:** bits beyond the number of rows are never set, so counting needs no mask. Start at [`Set`].

/// Some of the rows `0..rows`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    bits: Vec<u64>,
    rows: usize,
}

impl Set {
    /// No row.
    pub fn none(rows: usize) -> Self {
        Self { bits: vec![0; rows.div_ceil(64)], rows }
    }

    /// Every row.
    pub fn all(rows: usize) -> Self {
        let mut set = Self { bits: vec![u64::MAX; rows.div_ceil(64)], rows };
        set.keep_to_rows();
        set
    }

    /// The rows listed.
    #[cfg(test)]
    pub(super) fn of(rows: usize, listed: &[u32]) -> Self {
        let mut set = Self::none(rows);
        for row in listed {
            set.insert(*row);
        }
        set
    }

    /// Adds `row`, if there is such a row.
    pub(super) fn insert(&mut self, row: u32) {
        if let Some(word) = self.bits.get_mut(row as usize / 64).filter(|_| (row as usize) < self.rows) {
            *word |= 1 << (row % 64);
        }
    }

    /// Takes `row` away.
    pub(super) fn remove(&mut self, row: u32) {
        if let Some(word) = self.bits.get_mut(row as usize / 64) {
            *word &= !(1 << (row % 64));
        }
    }

    /// The rows that are not in it.
    pub(super) fn others(&self) -> Self {
        let mut others = Self::all(self.rows);
        others.and_not(self);
        others
    }

    /// Whether more than half of the rows are in it.
    pub(super) fn is_most(&self) -> bool {
        self.len() as usize > self.rows / 2
    }

    /// Whether there is no row in it.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|word| *word == 0)
    }

    /// Adds the rows `range`, as far as there are such rows.
    pub(super) fn insert_range(&mut self, range: std::ops::Range<u32>) {
        let mut row = range.start;
        let end = range.end.min(self.rows as u32);
        while row < end {
            let next = (row - row % 64).saturating_add(64).min(end);
            if let Some(word) = self.bits.get_mut(row as usize / 64) {
                *word |= u64::MAX >> (64 - (next - row)) << (row % 64);
            }
            row = next;
        }
    }

    /// The rows as words of 64 bits, the low bits first.
    #[inline]
    pub(super) fn words(&self) -> &[u64] {
        &self.bits
    }

    /// Adds the rows whose bits are set in `word`, counted from row `from`, as far as there are such rows.
    #[inline]
    pub(super) fn insert_word(&mut self, from: u32, word: u64) {
        let (at, shift) = (from as usize / 64, from % 64);
        if let Some(own) = self.bits.get_mut(at) {
            *own |= word << shift;
        }
        if shift > 0
            && let Some(next) = self.bits.get_mut(at + 1)
        {
            *next |= word >> (64 - shift);
        }
        if at + 2 >= self.bits.len() {
            self.keep_to_rows();
        }
    }

    /// Takes away what is beyond the number of rows.
    fn keep_to_rows(&mut self) {
        if let Some(last) = self.bits.last_mut().filter(|_| !self.rows.is_multiple_of(64)) {
            *last &= (1 << (self.rows % 64)) - 1;
        }
    }

    /// Whether `row` is in it.
    pub fn has(&self, row: u32) -> bool {
        self.bits.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Keeps what is in `other` too.
    pub(super) fn and(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a &= b);
    }

    /// Drops what is in `other`.
    pub(super) fn and_not(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a &= !b);
    }

    /// Adds what is in `other`.
    pub(super) fn or(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a |= b);
    }

    /// How many rows are in it.
    pub fn len(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }

    /// How many rows are in both.
    pub(super) fn shared(&self, other: &Self) -> u32 {
        self.bits.iter().zip(&other.bits).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// How many of the rows `range` are in it.
    pub(super) fn count(&self, range: std::ops::Range<u32>) -> u32 {
        let mut count = 0;
        let mut row = range.start;
        while row < range.end {
            let next = (row - row % 64).saturating_add(64).min(range.end);
            let word = self.bits.get(row as usize / 64).copied().unwrap_or(0);
            let kept = u64::MAX >> (64 - (next - row)) << (row % 64);
            count += (word & kept).count_ones();
            row = next;
        }
        count
    }

    /// Whether one of the rows `range` is in it.
    pub(super) fn any(&self, range: std::ops::Range<u32>) -> bool {
        self.count(range) > 0
    }

    /// Calls `take` with each row in it, in order.
    #[inline]
    pub fn each(&self, mut take: impl FnMut(u32)) {
        for (i, &word) in self.bits.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                take(i as u32 * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// Calls `take` with each row that is in both, in order.
    #[inline]
    pub(super) fn each_shared(&self, other: &Self, mut take: impl FnMut(u32)) {
        for (i, (a, b)) in self.bits.iter().zip(&other.bits).enumerate() {
            let mut rest = a & b;
            while rest != 0 {
                take(i as u32 * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// The rows in it, in order.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows = Vec::with_capacity(self.len() as usize);
        self.each(|row| rows.push(row));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_holds_each_row_and_no_more() {
        for rows in [0, 1, 63, 64, 65, 130] {
            assert_eq!(Set::all(rows).len() as usize, rows);
            assert_eq!(Set::of(rows, &Set::all(rows).rows()), Set::all(rows));
        }
    }

    #[test]
    fn counting_a_range_counts_its_rows_alone() {
        let set = Set::of(200, &[0, 5, 63, 64, 127, 128, 199]);
        for (from, to) in [(0, 0), (0, 64), (5, 6), (63, 65), (1, 199), (128, 200), (0, 200)] {
            let slow = (from..to).filter(|row| set.has(*row)).count() as u32;
            assert_eq!(set.count(from..to), slow, "{from}..{to}");
        }
    }

    #[test]
    fn a_word_is_added_where_it_begins_and_no_row_beyond_the_last() {
        for (rows, from) in [(200, 0), (200, 5), (200, 64), (200, 127), (130, 100), (64, 1)] {
            let word = 0b1010_0001 | 1 << 63;
            let mut set = Set::none(rows);
            set.insert_word(from, word);
            let expected: Vec<u32> = (0..64)
                .filter(|bit| word >> bit & 1 == 1)
                .map(|bit| from + bit)
                .filter(|row| (*row as usize) < rows)
                .collect();
            assert_eq!(set.rows(), expected, "{from} of {rows}");
        }
    }

    #[test]
    fn a_row_that_does_not_exist_is_not_added() {
        let mut set = Set::of(3, &[1, 3, 64]);
        assert_eq!(set.rows(), [1]);
        set.or(&Set::of(3, &[0]));
        set.and_not(&Set::of(3, &[1]));
        assert_eq!((set.rows(), set.has(0), set.has(9)), (vec![0], true, false));
    }
}
