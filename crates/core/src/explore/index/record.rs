//! What a corpus as a whole holds: when its articles were published, from when to when anything is, which kinds of word.
//!
//! **Invariant:** worked out from the columns alone, once for an opened pack. Start at [`Record::of`].

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Index, status};
use crate::annotate::Status;
use crate::civil::{Certainty, Interval, When};
use crate::order::Order as _;

/// What a corpus as a whole holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// From the first to the last second in which an article was published, or `None` where none is dated.
    pub published: Option<Interval>,
    /// The days on which something is known to have been published, in order: of a range of days the last.
    pub publications: Vec<Date>,
    /// The first and the last day of anything with a place in time.
    pub days: (Option<Date>, Option<Date>),
    /// Which statuses there are, whether due by their time, each with a time for every way in which one is open at
    /// its start.
    pub statuses: Vec<(Status, bool, When)>,
}

impl Record {
    pub(super) fn of(index: &Index) -> Self {
        let mut used = vec![false; index.times.len() as usize];
        let mut published: Option<Interval> = None;
        let mut publications = Vec::new();
        for when in (0..index.articles()).filter_map(|article| index.published(article)) {
            let own = when.interval;
            let join = |all: Interval| Interval { from: all.from.min(own.from), to: all.to.max(own.to) };
            published = Some(published.map_or(own, join));
            publications.push(own.to);
        }
        let mut statuses: BTreeMap<(u32, Option<Certainty>), When> = BTreeMap::new();
        for (when, status) in index.marks.when.iter().zip(index.marks.status.iter()) {
            if let Some(used) = used.get_mut(when as usize) {
                *used = true;
            }
            if let Some(own) = index.times.when(when) {
                let end = (own.interval.from == Interval::PAST).then_some(own.certainty);
                statuses.entry((status, end)).or_insert(own);
            }
        }
        let all = (0..).zip(&used).filter(|(_, used)| **used).filter_map(|(at, _)| index.times.when(at));
        let intervals: Vec<Interval> = all.map(|when| when.interval).chain(published).collect();
        let days = (
            intervals.iter().filter_map(|i| i.first_day()).min(),
            intervals.iter().filter_map(|i| i.last_day()).max(),
        );
        let known = |((number, _), when): ((u32, Option<Certainty>), When)| {
            let (status, deadline) = status(number)?;
            Some((status, deadline, when))
        };
        publications.order();
        publications.dedup();
        let last_day = |to: i64| Interval { from: to.saturating_sub(1), to }.last_day();
        let publications = publications.into_iter().filter_map(last_day).collect();
        Self { published, publications, days, statuses: statuses.into_iter().filter_map(known).collect() }
    }
}
