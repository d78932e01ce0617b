//! Numbers that look like chance and are the same everywhere.
//!
//! Integers only: a logarithm or a power of a floating-point number may differ by a bit between two machines, and one
//! bit is another word.
//! **Invariant:** the same seeds give the same numbers, on every machine and for ever. Start at [`Chance`].

/// `SplitMix64`, as its author published it (<https://prng.di.unimi.it/splitmix64.c>).
#[derive(Clone, Debug)]
pub struct Chance(u64);

/// The ranks below this are as frequent as Zipf's law with this shift has it, about 1/(rank + 16).
const SHIFT: u64 = 16;

/// How often each doubling of the shifted rank is drawn. Under 1/r every doubling is as likely as the one before; from
/// 8,192 on the words of real text thin out faster.
const OCTAVES: [u64; 20] = octaves();

const fn octaves() -> [u64; 20] {
    let (mut of, mut at, mut weight, mut sum) = ([0; 20], 0, 1 << 20, 0);
    while at < of.len() {
        if at >= 9 {
            weight = weight / 2;
        }
        sum += weight;
        of[at] = sum;
        at += 1;
    }
    of
}

impl Chance {
    /// Starts from one number.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Starts from several numbers, each of which makes a difference.
    pub fn of(seeds: &[u64]) -> Self {
        let mut state = Self(0x6461_7465_6c69_6e65);
        for seed in seeds {
            state.0 ^= seed.wrapping_mul(0xff51_afd7_ed55_8ccd);
            state.0 = state.draw();
        }
        state
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `most`, or 0 where that is 0.
    pub fn below(&mut self, most: u64) -> u64 {
        self.draw() % most.max(1)
    }

    /// Whether something of `percent` per cent comes about.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `of`, each as likely.
    pub fn one_of<T: Copy + Default>(&mut self, of: &[T]) -> T {
        let at = self.below(of.len() as u64) as usize;
        of.get(at).copied().unwrap_or_default()
    }

    /// A number below `most` of which the small ones are the most likely: as one over its root.
    pub fn low(&mut self, most: u64) -> u64 {
        let drawn = u128::from(self.draw() >> 32);
        ((drawn * drawn * u128::from(most)) >> 64) as u64
    }

    /// The rank of a word, from 0, as frequent as words of that rank are.
    pub fn rank(&mut self) -> u64 {
        let drawn = self.below(OCTAVES[OCTAVES.len() - 1]);
        let octave = OCTAVES.iter().take_while(|sum| **sum <= drawn).count();
        // Two to the power of a fraction, by a parabola that misses it by less than a hundredth.
        let m = self.draw() >> 44;
        let power = (1 << 20) + ((m * (687_866 + ((360_710 * m) >> 20))) >> 20);
        ((power << (octave + 4)) >> 20) - SHIFT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_the_published_ones() {
        let mut chance = Chance::new(0);
        assert_eq!([chance.draw(), chance.draw()], [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
    }

    #[test]
    fn every_seed_and_its_place_make_a_difference() {
        let mut first = [[1, 2], [2, 1], [1, 3], [0, 2]].map(|seeds| Chance::of(&seeds).draw());
        first.sort_unstable();
        assert!(first.windows(2).all(|pair| pair[0] != pair[1]), "{first:?}");
    }

    #[test]
    fn a_rank_twice_as_high_is_half_as_frequent_then_rarer_still() {
        let mut chance = Chance::new(7);
        let mut octaves = [0_u32; 24];
        for _ in 0..100_000 {
            octaves[(chance.rank() + SHIFT).ilog2() as usize] += 1;
        }
        let share = |from: usize, to: usize| octaves[from..to].iter().sum::<u32>();
        assert_eq!(share(0, 4), 0);
        assert!(share(4, 5).abs_diff(share(11, 12)) < 1000, "{octaves:?}");
        assert!(share(13, 14) < share(12, 13) * 3 / 4, "{octaves:?}");
        assert!(share(16, 24) > 500, "{octaves:?}");
    }

    #[test]
    fn low_numbers_are_drawn_more_often_and_all_are_below() {
        let mut chance = Chance::new(3);
        let drawn: Vec<u64> = (0..10_000).map(|_| chance.low(100)).collect();
        assert!(drawn.iter().all(|n| *n < 100));
        // One hundredth of the numbers has a tenth of the draws.
        assert!((800..1200).contains(&drawn.iter().filter(|n| **n == 0).count()));
    }
}
