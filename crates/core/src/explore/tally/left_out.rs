//! The articles that dates leave out although they may belong here.
//!
//! **Invariant:** those of unknown publication, and those of which a range of days says when they were published that
//! lies in part outside, as `explore` counts them. Start at [`LeftOut::unknown`] and [`LeftOut::unsure`].

use super::axis::Range;
use super::counter::{Counter, Gather};
use super::{Ground, Moved};
use crate::civil::{Interval, When};
use crate::explore::Unit;
use crate::explore::query::Query;
use crate::explore::set::Set;

/// How many are left out: some, without those that match after all.
#[derive(Debug)]
pub(super) struct LeftOut {
    all: Counter,
    matching: Counter,
}

impl LeftOut {
    /// The articles of unknown publication, of `ground`, which is that of articles.
    pub(super) fn unknown(ground: &Ground) -> Self {
        let whenever = ground.asked.whenever_published(false);
        let (mut all, mut matching) = (Gather::default(), Gather::default());
        for (_, articles) in &ground.index.split(Unit::Articles).undated {
            all.always += whenever.shared(articles);
            let own = ground.base.shared(articles);
            matching.always += own.always.as_ref().map_or(0, Set::len);
            own.moving.each(|article| ground.add(article, article, &mut matching));
        }
        Self { all: all.counter(ground.axis), matching: matching.counter(ground.axis) }
    }

    /// The articles that may have been published in a range of `rest`, which is the query without what is moved, or in
    /// that.
    pub(super) fn unsure(ground: &Ground, rest: &Query) -> Self {
        let Ground { asked, index, axis, .. } = ground;
        let ranges = rest.published.iter().filter(|days| !days.is_empty());
        let ranges: Vec<Interval> = ranges.map(|days| days.interval()).collect();
        let may_be_in = |when: When| ranges.iter().any(|range| range.overlaps(when.interval));
        let (mut all, mut matching) = (Gather::default(), Gather::default());
        let [_, by_ranges, ..] = &index.told().dated;
        let (happened, published) = (ground.moved == Moved::Happened, asked.dates(true));
        let in_any_case = asked.dates(false).filter(|_| happened);
        by_ranges.each_shared(&asked.but_for(None, None, !happened, false), |article| {
            if published.is_some_and(|rows| rows.has(article)) {
                return;
            }
            let may_be_in = index.published(article).is_some_and(may_be_in);
            match axis.published.get(article as usize) {
                Some(Some((ends, _))) if !happened => {
                    ground.add_published(article, &mut matching);
                    if may_be_in {
                        all.always += 1;
                    } else {
                        all.meets(&[ends.0, ends.1]);
                    }
                }
                _ if !happened || !may_be_in => {}
                _ if in_any_case.is_some_and(|rows| rows.has(article)) => all.always += 1,
                _ => ground.add(article, article, &mut all),
            }
        });
        Self { all: all.counter(axis), matching: matching.counter(axis) }
    }

    /// How many there are for `range`.
    pub(super) fn at(&self, range: Option<Range>) -> u32 {
        self.all.at(range) - self.matching.at(range)
    }
}
