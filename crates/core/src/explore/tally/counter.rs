//! One number on the screen, for any range: how many of some things meet a range of days, or lie in it.
//!
//! A thing whose times `[from, to)` are disjoint meets `[a, b)` once for each that does: those that begin before `b`
//! without those that end by `a`. Of a thing that meets it with several, each but one is one too many: two that follow
//! each other both meet it where the first ends behind `a` and the second begins before `b`.
//! A thing that is in a range only where its whole time `[from, to)` is lies in it where it begins no earlier than `a` and
//! ends no later than `b`.
//! **Invariant:** exact for every range; a look-up costs the same however many things there are, but for the depth of a
//! binary search where few are. Start at [`Gather`], which becomes a [`Counter`].

use super::axis::{Axis, Ends, Range, ends};
use super::pairs::Pairs;
use crate::order::Order as _;

/// How many numbers a table of sums may have for each that occurs.
const SPARSE: usize = 4;

/// Sums of counts by number.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Each number that occurs, with how many are not above it; empty where there is a table.
    runs: Vec<(u32, u32)>,
    /// The least number.
    first: u32,
    /// For each number from that on how many are not above it: found without a search, of large corpora too.
    table: Vec<u32>,
}

/// How many things meet a range, or lie in it.
#[derive(Debug)]
pub(super) struct Counter {
    /// How many do in any case.
    always: u32,
    begun: Sums,
    ended: Sums,
    pairs: Pairs,
    lie: bool,
}

/// Things, as they are gathered.
#[derive(Clone, Debug, Default)]
pub(super) struct Gather {
    /// How many count whatever the range.
    pub(super) always: u32,
    begins: Vec<u32>,
    ends: Vec<u32>,
    /// Of things that meet it: where a time ends, and where the next one begins. Of those that lie in it: where each begins
    /// and ends.
    pairs: Vec<Ends>,
    lie: bool,
}

impl Sums {
    /// Of how many there are of each number, which come in order.
    pub(super) fn of_counts(counts: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut sum = 0;
        let summed = counts.filter(|(_, count)| *count > 0).map(|(number, count)| {
            sum += count;
            (number, sum)
        });
        let runs: Vec<(u32, u32)> = summed.collect();
        let ends = runs.first().zip(runs.last());
        let Some((first, last)) = ends.map(|((first, _), (last, _))| (*first, *last)) else {
            return Self::default();
        };
        if (last - first) as usize >= SPARSE * runs.len() {
            return Self { runs, ..Self::default() };
        }
        let mut table = Vec::with_capacity((last - first) as usize + 1);
        let mut before = 0;
        for (number, sum) in runs {
            table.resize((number - first) as usize, before);
            table.push(sum);
            before = sum;
        }
        Self { runs: Vec::new(), first, table }
    }

    /// Of `numbers`, which are below `most`.
    #[inline(never)]
    pub(super) fn of(mut numbers: Vec<u32>, most: usize) -> Self {
        if numbers.is_sorted() || numbers.len() < most / 16 {
            numbers.order();
            let runs = numbers.chunk_by(|a, b| a == b);
            return Self::of_counts(runs.filter_map(|run| Some((*run.first()?, run.len() as u32))));
        }
        let mut counts = vec![0; most];
        for number in numbers {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
        Self::of_counts((0..).zip(counts))
    }

    /// How many there are below `number`.
    #[inline]
    pub(super) fn below(&self, number: u32) -> u32 {
        if let Some(last) = self.table.last() {
            let at = number.checked_sub(self.first).and_then(|at| at.checked_sub(1));
            return at.map_or(0, |at| self.table.get(at as usize).copied().unwrap_or(*last));
        }
        let at = self.runs.partition_point(|(own, _)| *own < number);
        at.checked_sub(1).and_then(|at| self.runs.get(at)).map_or(0, |(_, sum)| *sum)
    }
}

impl Gather {
    /// One more thing, which counts where one of its `times` meets the range: their ends, one after the other.
    #[inline]
    pub(super) fn meets(&mut self, times: &[u32]) {
        let mut before = None;
        for (from, to) in ends(times) {
            self.begins.push(from);
            self.ends.push(to);
            self.pairs.extend(before.map(|before| (before, from)));
            before = Some(to);
        }
    }

    /// One more thing, which counts where its whole time lies in the range, as all others do; `is_day` says whether that is
    /// a single day, which lies in every range that it meets.
    #[inline]
    pub(super) fn lies(&mut self, time: Ends, is_day: bool) {
        self.lie = true;
        if is_day {
            self.begins.push(time.0);
            self.ends.push(time.1);
        } else {
            self.pairs.push(time);
        }
    }

    /// The counter of these things on `axis`.
    #[inline(never)]
    pub(super) fn counter(self, axis: &Axis) -> Counter {
        let most = axis.len();
        let Self { always, begins, ends, pairs, lie } = self;
        let pairs = Pairs::of(&pairs, most);
        Counter { always, begun: Sums::of(begins, most), ended: Sums::of(ends, most), pairs, lie }
    }
}

impl Counter {
    /// How many there are for `range`; `None` where no day is in it.
    #[inline(never)]
    pub(super) fn at(&self, range: Option<Range>) -> u32 {
        let Some(Range { before, upto, before_end, upto_end }) = range else { return self.always };
        let met = self.begun.below(before_end) - self.ended.below(upto);
        let found = if self.lie {
            met + self.pairs.count(before, upto_end)
        } else {
            met - self.pairs.count(upto, before_end)
        };
        self.always + found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_counting_whether_numbers_lie_close_or_far_apart() {
        for numbers in [vec![], vec![5], vec![3, 3, 9, 1], vec![0, 400, 7, 7], (20..60).rev().collect()] {
            let sums = Sums::of(numbers.clone(), 500);
            for number in 0..510 {
                let slow = numbers.iter().filter(|own| **own < number).count() as u32;
                assert_eq!(sums.below(number), slow, "{numbers:?} below {number}");
            }
        }
    }
}
