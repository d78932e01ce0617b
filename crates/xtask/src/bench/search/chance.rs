//! Chance that is the same everywhere: the same seed gives the same numbers.
//!
//! **Invariant:** no number depends on the machine, the clock or the order of threads. Start at [`Chance`].

/// `SplitMix64`, as its author published it (<https://prng.di.unimi.it/splitmix64.c>).
#[derive(Debug)]
pub(super) struct Chance(pub(super) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `most`, or 0 for 0.
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.next().checked_rem(most as u64).unwrap_or_default() as usize
    }

    /// One of `all`.
    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).copied()
    }

    /// From 1 to `most`, each order of magnitude as often as the other: 1 for 1 to 2, then for 2 to 4, and so on.
    pub(super) fn magnitude(&mut self, most: usize) -> usize {
        let doublings = usize::BITS - most.max(1).leading_zeros();
        let least = 1 << self.below(doublings as usize);
        (least + self.below(least)).min(most.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn magnitudes_stay_in_range_and_reach_both_ends() {
        let mut chance = Chance(7);
        let drawn: Vec<usize> = (0..2000).map(|_| chance.magnitude(1000)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&1), Some(&1000)));
        assert_eq!(chance.magnitude(1), 1);
        assert_eq!(chance.below(0), 0);
    }
}
