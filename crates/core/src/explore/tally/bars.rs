//! The bars of the timeline: how many events and publications have a part in some days, and match at any time.
//!
//! **Invariant:** a bar says nothing of when it happened that is asked for, so that only a range of publication changes it;
//! what has one end that is known stands there. Start at [`counters`].

use super::axis::whole;
use super::counter::{Counter, Gather};
use super::{Ground, Moved};
use crate::explore::query::Days;
use crate::explore::timeline::Held;

/// The bars in which a time has a part.
type Bars = std::ops::Range<usize>;

/// For each of `bars` the counters of its events and of its publications; `None` where one does not begin and end behind
/// the one before.
pub(super) fn counters(ground: &Ground, bars: &[Days]) -> Option<Vec<[Counter; 2]>> {
    if bars.is_empty() {
        return Some(Vec::new());
    }
    let Ground { asked, index, axis, .. } = ground;
    let bars: Vec<(i64, i64)> = bars.iter().map(|days| whole(days.interval())).collect();
    let follows = bars.windows(2).all(|two| matches!(two, [a, b] if a.0 <= b.0 && a.1 <= b.1));
    if !follows || bars.iter().any(|(from, to)| from >= to) {
        return None;
    }
    let published = ground.moved == Moved::Published;
    let held = Held::of(index, asked.unit, &asked.but_for(None, None, false, !published));
    let always = asked.dates(true).filter(|_| published).map(|rows| asked.rows.articles_of(rows));
    let bars_of: Vec<Bars> = (0..index.times.len()).map(|time| bars_of(ground, &bars, time)).collect();
    let mut gathered = vec![[Gather::default(), Gather::default()]; bars.len()];
    let mut add = |lane: usize, article: u32, time: u32| {
        let own = bars_of.get(time as usize).cloned().and_then(|own| gathered.get_mut(own));
        for gather in own.into_iter().flatten().filter_map(|both| both.get_mut(lane)) {
            if !published || always.as_ref().is_some_and(|articles| articles.has(article)) {
                gather.always += 1;
            } else {
                ground.add_published(article, gather);
            }
        }
    };
    let (marks, when) = (index.articles.marks.slice(), index.marks.when.slice());
    let mut article = 0;
    held.marks.each(|mark| {
        if published {
            article = marks.find_from(article, mark);
        }
        add(0, article, when.at(mark));
    });
    held.articles.each(|article| {
        index.publication(article).into_iter().for_each(|time| add(1, article, time));
    });
    Some(gathered.into_iter().map(|both| both.map(|gather| gather.counter(axis))).collect())
}

/// Those of `bars` in which `time` has a part.
fn bars_of(ground: &Ground, bars: &[(i64, i64)], time: u32) -> Bars {
    let Some(when) = ground.index.times.when(time) else { return 0..0 };
    let (from, to) = match whole(when.interval) {
        (i64::MIN, i64::MAX) => return 0..0,
        (i64::MIN, to) => (to - 1, to),
        (from, i64::MAX) => (from, from + 1),
        both => both,
    };
    let first = bars.partition_point(|bar| bar.1 <= from);
    first..bars.partition_point(|bar| bar.0 < to).max(first)
}
