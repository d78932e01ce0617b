//! The bars of the timeline: how many events and publications have a part in some days, and match at any time.
//!
//! **Invariant:** a bar says nothing of when it happened that is asked for, so that only a range of publication changes it;
//! what has one end that is known stands there. Start at [`counters`].

use super::axis::whole;
use super::counter::{Counter, Gather};
use super::{Ground, Moved};
use crate::explore::query::Days;
use crate::explore::timeline::Held;

/// For each of `bars` the counters of its events and of its publications.
pub(super) fn counters(ground: &Ground, bars: &[Days]) -> Vec<[Counter; 2]> {
    if bars.is_empty() {
        return Vec::new();
    }
    let Ground { asked, index, axis, .. } = ground;
    let published = ground.moved == Moved::Published;
    let rows = asked.but_for(None, None, false, !published);
    let held = Held::of(index, asked.unit, &rows);
    let always = ground.always.filter(|_| published).map(|rows| asked.rows.articles_of(rows));
    let bars_of = bars_of_times(ground, bars);
    let mut gathered = vec![[Gather::default(), Gather::default()]; bars.len()];
    let mut add = |lane: usize, article: u32, time: u32| {
        for bar in bars_of.get(time as usize).into_iter().flatten() {
            let Some(gather) = gathered.get_mut(*bar as usize).and_then(|both| both.get_mut(lane)) else {
                continue;
            };
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
        article = marks.find_from(article, mark);
        add(0, article, when.at(mark));
    });
    held.articles.each(|article| {
        index.publication(article).into_iter().for_each(|time| add(1, article, time));
    });
    gathered.into_iter().map(|both| both.map(|gather| gather.counter(axis))).collect()
}

/// For each time the bars in which it has a part.
fn bars_of_times(ground: &Ground, bars: &[Days]) -> Vec<Vec<u32>> {
    let times = &ground.index.times;
    let bars: Vec<(i64, i64)> = bars.iter().map(|days| whole(days.interval())).collect();
    let of = |time: u32| {
        let (from, to) = match whole(times.when(time)?.interval) {
            (i64::MIN, i64::MAX) => return None,
            (i64::MIN, to) => (to - 1, to),
            (from, i64::MAX) => (from, from + 1),
            both => both,
        };
        let inside = (0..).zip(&bars).filter(|(_, bar)| bar.0 < bar.1 && from < bar.1 && bar.0 < to);
        Some(inside.map(|(at, _)| at).collect())
    };
    (0..times.len()).map(|time| of(time).unwrap_or_default()).collect()
}
