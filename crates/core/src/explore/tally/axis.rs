//! Times in whole days, as numbers of the days at which anything begins or ends.
//!
//! A range is whole days, so a time that is rounded outwards to whole days meets the same ranges, and lies in the same
//! ones; and so do times of a row that touch, as one.
//! **Invariant:** it depends on the corpus alone. The times of a row are disjoint, do not touch, and stand in order.
//! Start at [`Axis::of`] and [`spans`].

use crate::civil::{DAY, Interval};
use crate::columns::Flat;
use crate::explore::Unit;
use crate::explore::index::Index;
use crate::explore::query::Days;
use crate::order::Order as _;

/// Where something begins and where it ends, as numbers of days of the axis.
pub(super) type Ends = (u32, u32);

/// The days at which anything begins or ends.
#[derive(Debug)]
pub(in crate::explore) struct Axis {
    /// Each once, in order.
    days: Vec<i64>,
    /// For each interval by which rows are found its ends.
    pub(super) reaches: Vec<Ends>,
    /// For each time the ends of the interval by which what has it is found.
    pub(super) reached: Vec<Ends>,
    /// For each article when it was published, if that is known, and whether that is a single day.
    pub(super) published: Vec<Option<(Ends, bool)>>,
}

/// Where a range of days stands on an axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// How many days of the axis are before its first day.
    pub(super) before: u32,
    /// How many are not behind its first day.
    pub(super) upto: u32,
    /// How many are before the day behind its last one.
    pub(super) before_end: u32,
    /// How many are not behind that day.
    pub(super) upto_end: u32,
}

impl Axis {
    pub(in crate::explore) fn of(index: &Index) -> Self {
        let times = &index.times;
        let none = Interval { from: 0, to: 0 };
        let all = |numbers: u32, time: &dyn Fn(u32) -> Option<Interval>| -> Vec<(i64, i64)> {
            (0..numbers).map(|at| whole(time(at).unwrap_or(none))).collect()
        };
        let ends = [
            all(times.reaches(), &|at| times.reach(at)),
            all(times.len(), &|at| times.reached().get(at as usize).copied()),
            all(times.len(), &|at| Some(times.when(at)?.interval)),
        ];
        let mut days: Vec<i64> = ends.iter().flatten().flat_map(|(from, to)| [*from, *to]).collect();
        days.order();
        days.dedup();
        let number = |day: i64| days.partition_point(|own| *own < day) as u32;
        let [found, held, own] = ends
            .map(|all| all.into_iter().map(|(from, to)| (number(from), number(to))).collect::<Vec<Ends>>());
        let is_day = |(from, to): Ends| {
            let day = |at: u32| days.get(at as usize).copied();
            day(from).zip(day(to)).is_some_and(|(from, to): (i64, i64)| from.checked_add(1) == Some(to))
        };
        let whens: Vec<(Ends, bool)> = own.into_iter().map(|ends| (ends, is_day(ends))).collect();
        let published = |article| whens.get(index.publication(article)? as usize).copied();
        let published = (0..index.articles()).map(published).collect();
        Self { days, reaches: found, reached: held, published }
    }

    /// That of these days.
    #[cfg(test)]
    pub(super) fn made(days: &[i64]) -> Self {
        Self { days: days.to_vec(), reaches: Vec::new(), reached: Vec::new(), published: Vec::new() }
    }

    /// How many days it has.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// Where `days` stand, or `None` where there is no day in them.
    pub(super) fn range(&self, days: Days) -> Option<Range> {
        let (from, to) = whole(days.interval());
        let before = |day: i64| self.days.partition_point(|own| *own < day) as u32;
        let upto = |day: i64| self.days.partition_point(|own| *own <= day) as u32;
        let range =
            || Range { before: before(from), upto: upto(from), before_end: before(to), upto_end: upto(to) };
        (from < to).then(range)
    }
}

/// `interval` rounded outwards to whole days, which are counted from 1970; an open end stays one.
pub(super) fn whole(interval: Interval) -> (i64, i64) {
    let from = if interval.from == Interval::PAST { i64::MIN } else { interval.from.div_euclid(DAY) };
    let to = if interval.to == Interval::FUTURE {
        i64::MAX
    } else {
        -(interval.to.saturating_neg().div_euclid(DAY))
    };
    (from, to)
}

/// For each row of `unit` the ends of its times, one after the other.
pub(in crate::explore) fn spans(index: &Index, axis: &Axis, unit: Unit) -> Flat {
    let mut spans = Flat::default();
    let mut own: Vec<Ends> = Vec::new();
    if unit == Unit::Articles {
        let (events, rows) = (index.rows(Unit::Events), index.spans(Unit::Events));
        for article in 0..index.articles() {
            let published = index.publication(article);
            own.extend(published.and_then(|time| axis.reached.get(time as usize)));
            for row in events.of_article(article) {
                own.extend(ends(rows.get(row)));
            }
            spans.push(joined(&mut own));
        }
        return spans;
    }
    for reaches in index.rows(unit).reaches().iter() {
        own.extend(reaches.iter().filter_map(|reach| axis.reaches.get(*reach as usize)));
        match own.as_slice() {
            // Most rows have one.
            [(from, to)] if from < to => {
                spans.push([*from, *to]);
                own.clear();
            }
            _ => spans.push(joined(&mut own)),
        }
    }
    spans
}

/// The ends that a list has one after the other.
pub(super) fn ends(list: &[u32]) -> impl Iterator<Item = Ends> + '_ {
    list.chunks_exact(2).filter_map(|ends| Some((*ends.first()?, *ends.last()?)))
}

/// `all`, which is left empty, in order and joined where they overlap or touch; an empty one is left out.
pub(super) fn joined(all: &mut Vec<Ends>) -> Vec<u32> {
    all.order();
    let mut out: Vec<u32> = Vec::with_capacity(2 * all.len());
    for (from, to) in all.drain(..).filter(|(from, to)| from < to) {
        match out.last_mut().filter(|last| **last >= from) {
            Some(last) => *last = to.max(*last),
            None => out.extend([from, to]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rounded_outwards_to_whole_days() {
        let check = |from: i64, to: i64, expected: (i64, i64)| {
            assert_eq!(whole(Interval { from, to }), expected, "{from}..{to}");
        };
        check(0, DAY, (0, 1));
        check(1, DAY - 1, (0, 1));
        check(DAY - 1, DAY + 1, (0, 2));
        check(-1, 1, (-1, 1));
        check(-DAY, 0, (-1, 0));
        check(Interval::PAST, 5, (i64::MIN, 1));
        check(-5, Interval::FUTURE, (-1, i64::MAX));
    }

    #[test]
    fn times_that_touch_are_one() {
        let check =
            |all: &[Ends], expected: &[u32]| assert_eq!(joined(&mut all.to_vec()), expected, "{all:?}");
        check(&[], &[]);
        check(&[(4, 6), (1, 2)], &[1, 2, 4, 6]);
        check(&[(1, 5), (2, 3), (5, 7)], &[1, 7]);
        check(&[(3, 3), (8, 9), (8, 12)], &[8, 12]);
    }
}
