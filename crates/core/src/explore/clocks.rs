//! What is counted by both clocks: when it happened, and when it was published.
//!
//! A moment knows one clock. Times have numbers, so each is looked up once which bin of either clock it lies in; after
//! that one pass over the events counts them.
//! **Invariant:** every event of the window is counted once: in a cell, as one that is told less exactly than a cell, or
//! as one of an article that nobody dates. Start at [`grid`].

use super::Findings;
use super::index::Index;
use super::timeline::Held;
use crate::civil::Interval;

/// How many match, and how many there are.
pub type Counts = (u32, u32);

/// The events of a window by both clocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// For each bin of publications, from the first on, the counts of each bin of events.
    pub cells: Vec<Counts>,
    /// Those told less exactly than a bin, on one clock or the other.
    pub coarse: Counts,
    /// Those of articles of unknown publication.
    pub undated: Counts,
}

/// Where a time lies among bins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Outside,
    Coarse,
    In(u32),
}

/// From when to when was published what has a part in `window`, matching or not; `None` where nothing has.
pub fn published_of(index: &Index, window: Interval) -> Option<Interval> {
    let inside = times(index, |interval| interval.overlaps(window));
    let mut all: Option<Interval> = None;
    each(index, |_, when, published| {
        if let Some(own) = published.filter(|_| inside.get(when as usize) == Some(&true)) {
            let own = index.times.when(own).map(|when| when.interval);
            let join = |all: Interval, own: Interval| Interval {
                from: all.from.min(own.from),
                to: all.to.max(own.to),
            };
            all = all.zip(own).map(|(all, own)| join(all, own)).or(own).or(all);
        }
    });
    all
}

/// The events of `findings` in the bins `across` of their own time, and those `up` of their publication; both in order.
pub fn grid(index: &Index, findings: &Findings, across: &[Interval], up: &[Interval]) -> Grid {
    let here = Held::of(index, findings.unit, &findings.matched);
    let (columns, rows) =
        (times(index, |interval| place(interval, across)), times(index, |interval| place(interval, up)));
    let mut grid = Grid { cells: vec![(0, 0); across.len() * up.len()], ..Grid::default() };
    let mut lost = (0, 0);
    each(index, |mark, when, published| {
        let column = columns.get(when as usize).copied().unwrap_or(Place::Outside);
        if column == Place::Outside {
            return;
        }
        let row = published.map(|time| rows.get(time as usize).copied().unwrap_or(Place::Outside));
        let counts = match (column, row) {
            (_, None) => &mut grid.undated,
            (Place::In(x), Some(Place::In(y))) => {
                grid.cells.get_mut(y as usize * across.len() + x as usize).unwrap_or(&mut lost)
            }
            _ => &mut grid.coarse,
        };
        counts.0 += u32::from(here.marks.has(mark));
        counts.1 += 1;
    });
    grid
}

/// Calls `take` with each dated event, the number of its time, and that of its article's publication.
fn each(index: &Index, mut take: impl FnMut(u32, u32, Option<u32>)) {
    let when = index.marks.when.slice();
    for article in 0..index.articles() {
        let published = index.publication(article);
        index.articles.marks.range(article).for_each(|mark| take(mark, when.at(mark), published));
    }
}

/// What `of` says of every time.
fn times<T: Copy>(index: &Index, of: impl Fn(Interval) -> T) -> Vec<T> {
    let none = Interval { from: 0, to: 0 };
    let all = 0..index.times.len();
    all.map(|time| of(index.times.when(time).map_or(none, |when| when.interval))).collect()
}

/// The bin that holds `interval`, or the one with the end that it has.
fn place(interval: Interval, bins: &[Interval]) -> Place {
    let (from, to) = match (interval.from == Interval::PAST, interval.to == Interval::FUTURE) {
        (false, false) => (interval.from, interval.to),
        (false, true) => (interval.from, interval.from.saturating_add(1)),
        (true, false) => (interval.to.saturating_sub(1), interval.to),
        (true, true) => return Place::Outside,
    };
    let at = bins.partition_point(|bin| bin.to <= from);
    match bins.get(at) {
        Some(bin) if bin.from <= from && to <= bin.to => Place::In(at as u32),
        Some(bin) if bin.from < to => Place::Coarse,
        _ => Place::Outside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_in_the_bin_that_holds_it_and_coarse_where_none_does() {
        let bins = [(0, 10), (10, 20), (40, 50)].map(|(from, to)| Interval { from, to });
        let check = |from: i64, to: i64, expected: Place| {
            assert_eq!(place(Interval { from, to }, &bins), expected, "{from}..{to}");
        };
        check(0, 10, Place::In(0));
        check(12, 13, Place::In(1));
        check(9, 11, Place::Coarse);
        check(-5, 60, Place::Coarse);
        check(20, 40, Place::Outside);
        check(55, 60, Place::Outside);
        check(Interval::PAST, 15, Place::In(1));
        check(45, Interval::FUTURE, Place::In(2));
        check(Interval::PAST, Interval::FUTURE, Place::Outside);
    }
}
