//! What is left out because its article came later: a range of publication that ends says "as known on that day".
//!
//! **Invariant:** what is counted here matches in every other respect; a day of publication that is not known, or only
//! as a range that goes on behind the end, is told apart from one that is surely later.
//! Start at [`Later::of`].

use serde::{Deserialize, Serialize};

use super::index::Index;
use super::matching::Asked;
use super::query::Query;
use super::set::Set;
use super::timeline::{Moment, moments};
use super::{Findings, MOST_MARKS, Mark, timeline};
use crate::civil::Interval;

/// How many rows of the unit, and how many articles hold them.
pub type Counted = (u32, u32);

/// What the end of the ranges of publication leaves out although everything else about it matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    /// What was published after the end.
    pub after: Counted,
    /// What may have been published after it: a range of days dates its article, and goes on behind the end.
    pub unsure: Counted,
    /// What nobody knows the publication of.
    pub unknown: Counted,
}

/// The second at which the ranges of publication of `query` end, if all of them do.
pub fn known_until(query: &Query) -> Option<i64> {
    let ends: Option<Vec<i64>> = query
        .published
        .iter()
        .map(|days| Some(days.interval().to).filter(|to| *to != Interval::FUTURE))
        .collect();
    ends?.into_iter().max()
}

impl Later {
    /// What the end of publication in `query` leaves out of the rows of `asked`, where these match.
    pub(super) fn of(asked: &Asked, query: &Query, matched: &Set) -> Self {
        let Some(end) = known_until(query) else { return Self::default() };
        let mut rows = asked.whenever_published(true);
        rows.and_not(matched);
        let (mut later, mut before) = (Self::default(), None);
        asked.rows.each(&rows, |article, _, _| {
            let counted = match asked.index.published(article) {
                None => &mut later.unknown,
                Some(when) if when.interval.from >= end => &mut later.after,
                Some(when) if when.interval.to > end => &mut later.unsure,
                // Before the beginning of a range.
                Some(_) => return,
            };
            counted.0 += 1;
            counted.1 += u32::from(before.replace(article) != Some(article));
        });
        later
    }
}

/// The articles of unknown publication that hold a matching row of `findings`.
pub fn without_publication(index: &Index, findings: &Findings) -> Vec<u32> {
    let mut out = Vec::new();
    let articles = index.rows(findings.unit).articles_of(&findings.matched);
    articles.each(|article| out.extend(index.publication(article).is_none().then_some(article)));
    out
}

/// What the drawing would show whenever it was published, marks or moments, where that has an end: so that a window
/// that fits stays where it is while the end moves.
pub(super) fn whenever(asked: &Asked, index: &Index, query: &Query) -> (Vec<Mark>, Vec<Moment>) {
    if known_until(query).is_none() {
        return (Vec::new(), Vec::new());
    }
    let ever = asked.whenever_published(false);
    if index.marks() > MOST_MARKS {
        return (Vec::new(), moments(index, asked.unit, &ever));
    }
    (timeline::marks(index, asked.unit, &asked.whenever_published(true), &ever), Vec::new())
}
