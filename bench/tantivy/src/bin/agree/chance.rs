//! Chance that is the same on every machine.
//!
//! **Invariant:** `SplitMix64` (Steele, Lea and Flood, 2014): a seed gives one sequence. Start at [`Chance::below`].

/// What chance has come to.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `limit`; 0 where that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        ((u128::from(mixed) * limit as u128) >> 64) as usize
    }

    /// One of `all`.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// Whether one of so many times has come.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}
