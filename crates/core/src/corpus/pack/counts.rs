//! How often strings occur, where those that occur once need not be known again.
//!
//! Of a string that was met once only a hash is kept: most of a corpus' many strings are met no more.
//! **Invariant:** what occurs more than once is kept as it is spelled, with how often; should two strings have one hash,
//! one that occurs once may be kept too, on every machine alike. Start at [`Counts::add`].

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

/// Strings, counted.
#[derive(Debug, Default)]
pub(super) struct Counts {
    seen: FxHashSet<u64>,
    again: FxHashMap<Box<str>, u32>,
}

impl Counts {
    /// Counts `string`; how often it was met by now.
    pub(super) fn add(&mut self, string: &str) -> u32 {
        if let Some(count) = self.again.get_mut(string) {
            *count += 1;
            return *count;
        }
        if self.seen.insert(xxh3_64(string.as_bytes())) {
            return 1;
        }
        self.again.insert(string.into(), 2);
        2
    }

    /// What occurs more than once, the commonest first, those alike in the order of their bytes.
    pub(super) fn finish(self) -> Vec<(Box<str>, u32)> {
        drop(self.seen);
        let mut counted: Vec<(Box<str>, u32)> = self.again.into_iter().collect();
        counted.sort_unstable_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_occurs_twice_is_kept_in_the_order_of_how_often() {
        let mut counts = Counts::default();
        let met: Vec<u32> = ["b", "a", "c", "a", "b", "d", "d", "d"].map(|s| counts.add(s)).to_vec();
        assert_eq!(met, [1, 1, 1, 2, 2, 1, 2, 3]);
        let kept = counts.finish();
        let kept: Vec<(&str, u32)> = kept.iter().map(|(s, n)| (&**s, *n)).collect();
        assert_eq!(kept, [("d", 3), ("a", 2), ("b", 2)]);
    }
}
