//! The window that is shown when the reader has not chosen one: the latest stretch in which much is reported.
//!
//! **Invariant:** it depends on the items and the chosen range alone, never on a width or on today.
//! Start at [`choose`].

use std::collections::BTreeMap;

use super::Input;
use super::calendar::{EDGES, Unit};
use super::thing::{Held, Thing};
use crate::civil::{DAY, Interval};
use crate::order::Order as _;

/// The reader's window; else the chosen range with some air; else the latest dense stretch, with what is announced.
pub(super) fn choose(input: &Input, things: &[Thing<'_>], last_article: Option<i64>) -> Option<Interval> {
    let closed = |i: &Interval| i.is_closed() && i.from < i.to;
    if let Some(window) = input.window.filter(closed) {
        return Some(inside(window.from, window.to));
    }
    if let Some(chosen) = input.chosen.filter(closed) {
        let chosen = inside(chosen.from, chosen.to);
        let length = chosen.to - chosen.from;
        let air = (length / 12 / DAY * DAY).max(DAY);
        return Some(inside(chosen.from.saturating_sub(air), chosen.to.saturating_add(air)));
    }
    let asked = |t: &&Thing<'_>| input.chosen.is_none_or(|c| t.is_in(c));
    let some_match = things.iter().filter(asked).any(|t| t.item.matched);
    let held: Vec<Held> = things
        .iter()
        .filter(asked)
        .filter(|t| !some_match || t.item.matched)
        .filter_map(Thing::held)
        .collect();
    stretch(&held, last_article, input.fold_gaps)
}

/// Everything there is, in whole units.
pub(super) fn everything(held: &[Held], last_article: Option<i64>) -> Option<Interval> {
    let mut ends: BTreeMap<Unit, (i64, i64)> = BTreeMap::new();
    for h in held {
        let ends = ends.entry(h.unit).or_insert((h.from, h.to));
        *ends = (ends.0.min(h.from), ends.1.max(h.to));
    }
    let from = ends.iter().map(|(unit, ends)| unit.floor(ends.0)).min();
    let to = ends.iter().map(|(unit, ends)| unit.ceil(ends.1)).max();
    let (from, to) = from.zip(to).or_else(|| last_article.map(|l| (l.saturating_sub(DAY), l)))?;
    Some(inside(from, to))
}

/// Walks back from the last article until a gap is long compared to the stretch so far and enough is in it.
fn stretch(held: &[Held], last_article: Option<i64>, fold: bool) -> Option<Interval> {
    let Some(level) = level(held) else {
        let day = inside(last_article?.saturating_sub(DAY), last_article?);
        return Some(widened(day.from, day.to, Unit::Day, Unit::Day));
    };
    let now = last_article.unwrap_or(i64::MAX);
    let (mut past, future): (Vec<Held>, Vec<Held>) = held.iter().copied().partition(|h| h.from < now);
    let coarse: Vec<Held> = past.iter().copied().filter(|h| h.unit > level).collect();
    past.retain(|h| h.unit <= level);
    past.order_by_key(|h| (h.to, h.from));
    past.reverse();
    let all = past.len().max(1);
    let mut ends: Option<(i64, i64)> = None;
    for (count, h) in past.iter().enumerate() {
        let (from, to) = ends.unwrap_or((h.from, h.to));
        let long = 2.0 * ((to - from) as f64).max(3.0 * level.length());
        if (from - h.to) as f64 > long && count * 10 >= all * 3 {
            break;
        }
        ends = Some((from.min(h.from), to.max(h.to)));
    }
    let mut last_unit = level;
    let (mut from, mut to) = match ends {
        Some((from, to)) => (from, to.max(last_article.unwrap_or(to))),
        None => (future.iter().map(|h| h.from).min()?, future.iter().map(|h| h.to).min()?),
    };
    // What is coarser than the stretch is let in where it costs little.
    let near = from - (to - from) / 12;
    from = coarse.iter().filter(|h| h.from >= near).map(|h| h.from).fold(from, i64::min);
    let reach = to.saturating_add((to - from) * 2);
    for h in future.iter().filter(|h| fold || h.to <= reach) {
        if h.to > to {
            (to, last_unit) = (h.to, h.unit);
        }
    }
    Some(widened(from, to, level, last_unit))
}

/// The finest unit in which at least a third of the items are.
fn level(held: &[Held]) -> Option<Unit> {
    let mut units: BTreeMap<Unit, usize> = BTreeMap::new();
    for h in held {
        *units.entry(h.unit).or_default() += 1;
    }
    let mut left = held.len().saturating_sub(1) / 3;
    units
        .into_iter()
        .find(|(_, count)| {
            let found = left < *count;
            left -= left.min(*count);
            found
        })
        .map(|(unit, _)| unit)
}

/// A unit of air on both sides, and a window of at least seven days, five months or five years.
fn widened(from: i64, to: i64, left: Unit, right: Unit) -> Interval {
    let (mut from, mut to) = (left.previous(from), right.next(right.ceil(to)));
    let least = if left == Unit::Day { 7.0 } else { 5.0 };
    for _ in 0..4 {
        if (to - from) as f64 >= (least - 0.2) * left.length() {
            break;
        }
        (from, to) = (left.previous(from), left.next(to));
    }
    inside(from, to)
}

fn inside(from: i64, to: i64) -> Interval {
    let (first, end) = *EDGES;
    let from = from.clamp(first, end - DAY);
    Interval { from, to: to.clamp(from + 1, end) }
}
