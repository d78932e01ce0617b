//! The timeline: everything with a place in time, and whether it matches.
//!
//! A corpus of some thousand events has a mark for each; one of more has moments, which count the marks of a day, month
//! or year, and marks only in a window that holds few.
//! **Invariant:** a mark is an event with a time or an article's publication, never anything worked out here, and
//! moments count each mark once. Start at [`marks`] and [`moments`].

use crate::order::Order as _;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::index::Index;
use super::set::Set;
use super::{Apart, Findings, Mark, Unit};
use crate::civil::{DAY, Granularity, Interval, When};

/// How many marks there may be for each to be given; of more, moments count them.
pub const MOST_MARKS: usize = 3000;

/// A stretch of time with how many marks stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The stretch: a day for whatever is finer.
    pub when: When,
    /// Whether its marks are publications; else they are events.
    pub published: bool,
    /// How many of them match.
    pub matched: u32,
    /// How many there are.
    pub total: u32,
}

/// Which moment each time belongs to, and the moments with their totals: the same for every question.
#[derive(Debug)]
pub(super) struct Moments {
    /// For each time the moment of its events, which is followed by that of its publications.
    of: Vec<u32>,
    /// In the order of time.
    all: Vec<Moment>,
}

impl Moments {
    pub(super) fn of(index: &Index) -> Self {
        let mut numbers: BTreeMap<(i64, When), u32> = BTreeMap::new();
        let coarse = |when: When| {
            let interval = when.interval;
            if when.granularity >= Granularity::Day || !interval.is_closed() {
                return when;
            }
            let from = interval.from.div_euclid(DAY) * DAY;
            When { interval: Interval { from, to: from + DAY }, granularity: Granularity::Day, ..when }
        };
        let times: Vec<When> = (0..index.times.len()).filter_map(|time| index.times.when(time)).collect();
        for when in times.iter().map(|when| coarse(*when)) {
            numbers.insert((when.interval.starts(), when), 0);
        }
        (0..).step_by(2).zip(numbers.values_mut()).for_each(|(at, number)| *number = at);
        let number = |when: &When| numbers.get(&(when.interval.starts(), *when)).copied().unwrap_or(0);
        let of: Vec<u32> = times.iter().map(|when| number(&coarse(*when))).collect();
        let both = |(_, when): &(i64, When)| {
            [false, true].map(|published| Moment { when: *when, published, matched: 0, total: 0 })
        };
        let mut moments = Self { of, all: numbers.keys().flat_map(both).collect() };
        let events = Set::all(index.marks.when.len());
        let articles = Set::all(index.articles() as usize);
        for (moment, total) in moments.counts(index, &events, &articles).into_iter().enumerate() {
            if let Some(moment) = moments.all.get_mut(moment) {
                moment.total = total;
            }
        }
        moments
    }

    /// How many of these marks and publications stand in each moment; of most of them it is counted which do not.
    fn counts(&self, index: &Index, marks: &Set, articles: &Set) -> Vec<u32> {
        let mut counts = vec![0; self.all.len()];
        let of = |time: u32| self.of.get(time as usize).map_or(usize::MAX, |moment| *moment as usize);
        let when = index.marks.when.slice();
        count(&mut counts, &self.all, (marks, false), &mut |mark| of(when.at(mark)));
        count(&mut counts, &self.all, (articles, true), &mut |article| {
            index.publication(article).map_or(usize::MAX, |time| of(time).saturating_add(1))
        });
        counts
    }
}

/// Adds to `counts` how many of `things`, which are publications or not, are `of` each moment; `all` has the totals, once
/// they are known.
fn count(
    counts: &mut [u32],
    all: &[Moment],
    (things, published): (&Set, bool),
    of: &mut dyn FnMut(u32) -> usize,
) {
    let mut add = |thing: u32| {
        if let Some(count) = counts.get_mut(of(thing)) {
            *count += 1;
        }
    };
    let own = |moment: &&Moment| moment.published == published;
    let known = all.iter().filter(own).any(|moment| moment.total > 0);
    if !known || !things.is_most() {
        things.each(add);
        return;
    }
    things.others().each(&mut add);
    let counted = counts.iter_mut().zip(all).filter(|(_, moment)| own(moment));
    counted.for_each(|(count, moment)| *count = moment.total.saturating_sub(*count));
}

/// The moments in which marks stand, where `matched` are the matching rows of `unit`.
pub(super) fn moments(index: &Index, unit: Unit, matched: &Set) -> Vec<Moment> {
    let here = Held::of(index, unit, matched);
    let moments = index.moments();
    let counts = moments.counts(index, &here.marks, &here.articles);
    let counted = moments.all.iter().zip(counts).filter(|(moment, _)| moment.total > 0);
    counted.map(|(moment, matched)| Moment { matched, ..*moment }).collect()
}

/// The moments in which the events `marks` stand, where `matched` are those of them that match.
pub(super) fn moments_of(index: &Index, marks: &Set, matched: &Set) -> Vec<Moment> {
    let all = index.moments();
    let none = Set::none(index.articles() as usize);
    let [totals, counts] = [marks, matched].map(|marks| all.counts(index, marks, &none));
    let counted = all.all.iter().zip(totals).zip(counts).filter(|((_, total), _)| *total > 0);
    counted.map(|((moment, total), matched)| Moment { matched, total, ..*moment }).collect()
}

/// The marks of `findings` that have a part in `window` and are not told `apart`, in the order of articles and text.
pub fn marks_in(index: &Index, findings: &Findings, window: Interval, apart: Option<&Apart>) -> Vec<Mark> {
    let here = Held::of(index, findings.unit, &findings.matched);
    let inside: Vec<bool> = (0..index.times.len())
        .map(|time| index.times.when(time).is_some_and(|when| when.interval.overlaps(window)))
        .collect();
    let is_in = |time: u32| inside.get(time as usize) == Some(&true);
    let published = |article: u32| {
        let is_by_itself = |time: &u32| apart.is_none_or(|apart| !apart.has_publication(article, *time));
        index.publication(article).filter(|time| is_in(*time)).filter(is_by_itself)
    };
    let mut marks: Vec<Mark> = (0..index.articles())
        .filter(|article| published(*article).is_some())
        .filter_map(|article| publication(index, article, &here, &here))
        .collect();
    let mut article = 0;
    for (mark, time) in (0..).zip(index.marks.when.iter()) {
        if is_in(time) && apart.is_none_or(|apart| !apart.has(index, mark, time)) {
            article = index.articles.marks.slice().find_from(article, mark);
            marks.extend(event(index, article, mark, &here, &here));
        }
    }
    marks.order_by_key(|mark| (mark.article, mark.event));
    marks
}

/// Every mark, where `matched` are the matching rows of `unit`, and `at_any_time` those of the query without a time.
pub(super) fn marks(index: &Index, unit: Unit, matched: &Set, at_any_time: &Set) -> Vec<Mark> {
    let (here, ever) = (Held::of(index, unit, matched), Held::of(index, unit, at_any_time));
    let mut marks = Vec::new();
    for article in 0..index.articles() {
        marks.extend(publication(index, article, &here, &ever));
        let own = index.articles.marks.range(article);
        marks.extend(own.filter_map(|mark| event(index, article, mark, &here, &ever)));
    }
    marks
}

pub(super) fn publication(index: &Index, article: u32, here: &Held, ever: &Held) -> Option<Mark> {
    Some(Mark {
        article,
        event: None,
        when: index.published(article)?,
        status: None,
        deadline: false,
        matched: here.articles.has(article),
        matched_undated: ever.articles.has(article),
    })
}

pub(super) fn event(index: &Index, article: u32, mark: u32, here: &Held, ever: &Held) -> Option<Mark> {
    let (event, when, status, deadline) = index.mark(mark)?;
    Some(Mark {
        article,
        event: Some(event),
        when,
        status: Some(status),
        deadline,
        matched: here.marks.has(mark),
        matched_undated: ever.marks.has(mark),
    })
}

/// What some rows stand for on the timeline.
pub(super) struct Held {
    /// The articles that have such a row.
    pub(super) articles: Set,
    /// The dated events of such a row.
    pub(super) marks: Set,
}

impl Held {
    pub(super) fn of(index: &Index, unit: Unit, rows: &Set) -> Self {
        let own = index.rows(unit);
        let of = own.marks();
        let (articles, marks) = (index.articles() as usize, index.marks.when.len());
        // Every dated event is in one report, and in one article: where most of them match, the others are fewer.
        if matches!(unit, Unit::Events | Unit::Articles) && rows.is_most() {
            let mut marks = Set::all(marks);
            rows.others().each(|row| of.get(row).iter().for_each(|mark| marks.remove(*mark)));
            return Self { articles: own.articles_of(rows), marks };
        }
        let mut held = Self { articles: Set::none(articles), marks: Set::none(marks) };
        own.each(rows, |article, _, row| {
            held.articles.insert(article);
            of.get(row).iter().for_each(|mark| held.marks.insert(*mark));
        });
        held
    }
}
