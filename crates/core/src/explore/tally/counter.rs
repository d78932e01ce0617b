//! One number on the screen, for any range: how many of some things meet a range of days, or lie in it.
//!
//! A thing whose times `[from, to)` are disjoint meets `[a, b)` once for each that does: those that begin before `b`
//! without those that end by `a`. Of a thing that meets it with several, each but one is one too many: two that follow
//! each other both meet it where the first ends behind `a` and the second begins before `b`.
//! **Invariant:** exact for every range; a look-up costs the same however many things there are, but for the depth of a
//! binary search. Start at [`Gather`], which becomes a [`Counter`].

use super::axis::{Axis, Ends, Range, ends};
use super::pairs::Pairs;
use crate::order::Order as _;

/// Sums of counts by number.
#[derive(Debug, Default)]
pub(super) struct Sums(Vec<(u32, u32)>);

/// How many things meet a range, or lie in it.
#[derive(Debug, Default)]
pub(super) struct Counter {
    /// How many do in any case.
    always: u32,
    begun: Sums,
    ended: Sums,
    both: Pairs,
    days: Sums,
    long: Pairs,
}

/// Things, as they are gathered.
#[derive(Clone, Debug, Default)]
pub(super) struct Gather {
    /// How many count whatever the range.
    pub(super) always: u32,
    begins: Vec<u32>,
    ends: Vec<u32>,
    both: Vec<(u32, u32)>,
    days: Vec<u32>,
    long: Vec<Ends>,
}

impl Sums {
    /// Of how many there are of each number, which come in order.
    pub(super) fn of_counts(counts: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut sum = 0;
        let summed = counts.filter(|(_, count)| *count > 0).map(|(number, count)| {
            sum += count;
            (number, sum)
        });
        Self(summed.collect())
    }

    /// Of `numbers`, which are below `most`.
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
        let at = self.0.partition_point(|(own, _)| *own < number);
        at.checked_sub(1).and_then(|at| self.0.get(at)).map_or(0, |(_, sum)| *sum)
    }
}

impl Gather {
    /// One more thing, which counts where one of its `times` meets the range: their ends, one after the other.
    pub(super) fn meets(&mut self, times: &[u32]) {
        let mut before = None;
        for (from, to) in ends(times) {
            self.begins.push(from);
            self.ends.push(to);
            self.both.extend(before.map(|before| (before, from)));
            before = Some(to);
        }
    }

    /// One more thing, which counts where its whole time lies in the range; `is_day` says whether that is a single day.
    pub(super) fn lies(&mut self, time: Ends, is_day: bool) {
        if is_day {
            self.days.push(time.0);
        } else {
            self.long.push(time);
        }
    }

    /// The counter of these things on `axis`.
    pub(super) fn counter(self, axis: &Axis) -> Counter {
        let most = axis.len();
        Counter {
            always: self.always,
            begun: Sums::of(self.begins, most),
            ended: Sums::of(self.ends, most),
            both: Pairs::of(&self.both, most),
            days: Sums::of(self.days, most),
            long: Pairs::of(&self.long, most),
        }
    }
}

impl Counter {
    /// How many there are for `range`; `None` where no day is in it.
    pub(super) fn at(&self, range: Option<Range>) -> u32 {
        let Some(Range { before, upto, before_end, upto_end }) = range else { return self.always };
        let met = self.begun.below(before_end) - self.ended.below(upto) - self.both.count(upto, before_end);
        let days = self.days.below(before_end) - self.days.below(before);
        self.always + met + days + self.long.count(before, upto_end)
    }
}
