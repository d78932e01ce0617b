//! From the stretches of time that must be seen to a scale: which gaps are folded, and how wide each piece is.
//!
//! **Invariant:** every stretch lies inside a piece; only empty time is folded. A piece counts in its own unit, so
//! twenty days and twenty years ask for the same width.
//! Start at [`Plan::new`].

use super::calendar::Unit;
use super::scale::{Piece, Scale};
use super::tenth;
use super::thing::Held;
use crate::civil::Interval;
use crate::order::Order as _;

/// A scale with what each of its pieces counts in.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// The scale.
    pub(super) scale: Scale,
    /// The unit of each piece.
    pub(super) units: Vec<Unit>,
}

/// How a plan is made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// Left and right edge.
    pub(super) plot: (f64, f64),
    /// The width of a tear, and of one that names a new scale.
    pub(super) tear: (f64, f64),
    /// The least width of a piece.
    pub(super) least: f64,
    /// Whether coarse pieces get a unit of air on both sides.
    pub(super) air: bool,
    /// Whether gaps are folded at all.
    pub(super) fold: bool,
}

impl Plan {
    /// The scale of `window`, with the gaps between `held` folded where they would take much of the width.
    pub(super) fn new(window: Interval, held: &[Held], rule: Rule) -> Self {
        let width = (rule.plot.1 - rule.plot.0).max(0.0);
        let most = whole(width / (rule.least + rule.tear.1)).max(1);
        let mut stretches = if rule.fold { separate(window, held) } else { Vec::new() };
        if stretches.is_empty() {
            let unit = held.iter().map(|h| h.unit).min().unwrap_or(Unit::Day);
            stretches.push(Held { from: window.from, to: window.to, unit });
        }
        stretches = reach_the_ends(window, stretches);
        stretches = join_near(stretches, most);
        if rule.air && stretches.len() <= 3 {
            give_air(window, &mut stretches);
        }
        lay(&stretches, rule)
    }

    /// The piece and its unit, from left to right.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (&Piece, Unit)> {
        self.scale.pieces.iter().zip(self.units.iter().copied())
    }
}

/// The whole part of a length that is not below zero.
pub(super) fn whole(length: f64) -> usize {
    #[expect(clippy::cast_sign_loss, reason = "the line says that it is not below zero")]
    let cut = length.max(0.0) as usize;
    cut
}

/// How many of its units a stretch has.
fn weight(s: &Held) -> f64 {
    (s.to - s.from) as f64 / s.unit.length()
}

/// The stretches cut to the window and to whole units, in order and apart; a coarse one that a finer one lies in
/// needs no room of its own.
fn separate(window: Interval, held: &[Held]) -> Vec<Held> {
    let mut kept: Vec<Held> = Vec::new();
    for unit in [Unit::Day, Unit::Month, Unit::Years(1), Unit::Years(10)] {
        let own: Vec<Held> = held
            .iter()
            .copied()
            .filter(|h| h.unit == unit && h.from < window.to && h.to > window.from)
            .collect();
        // Days are the most, and nothing finer can stand in their way: neighbours are joined before anything else.
        let own = if unit == Unit::Day { united(&own) } else { own };
        let mut new: Vec<Held> = own
            .into_iter()
            .map(|h| Held {
                from: unit.floor(h.from).max(window.from),
                to: unit.ceil(h.to).min(window.to),
                unit,
            })
            .filter(|h| h.from < h.to && !touches(&kept, h))
            .collect();
        new.order_by_key(|h| (h.from, h.to));
        kept.extend(united(&new));
        kept.order_by_key(|h| (h.from, h.to));
    }
    kept
}

/// Whether `h` shares time with one of `sorted`, which lie apart.
fn touches(sorted: &[Held], h: &Held) -> bool {
    sorted.partition_point(|k| k.to <= h.from) < sorted.partition_point(|k| k.from < h.to)
}

/// Those that touch the one before as one; where they are in order, all that touch.
fn united(held: &[Held]) -> Vec<Held> {
    let mut out: Vec<Held> = Vec::new();
    for h in held {
        match out.last_mut() {
            Some(last) if last.from <= h.from && h.from <= last.to => last.to = last.to.max(h.to),
            _ => out.push(*h),
        }
    }
    out
}

/// The first and last stretch drawn out to the window's ends, or, where that is far, a stub there.
fn reach_the_ends(window: Interval, mut s: Vec<Held>) -> Vec<Held> {
    let sum: f64 = s.iter().map(weight).sum();
    let far = |from: i64, to: i64, unit: Unit| (to - from) as f64 / unit.length() > 4.0 * sum + 8.0;
    if let Some(first) = s.first_mut() {
        let unit = coarse(first.from - window.from);
        let stub = Held { from: window.from, to: unit.next(window.from), unit };
        if far(window.from, first.from, first.unit) && stub.to < first.from {
            s.insert(0, stub);
        } else {
            first.from = window.from;
        }
    }
    if let Some(last) = s.last_mut() {
        let unit = coarse(window.to - last.to);
        let stub = Held { from: unit.floor(window.to - 1), to: window.to, unit };
        if far(last.to, window.to, last.unit) && stub.from > last.to {
            s.push(stub);
        } else {
            last.to = window.to;
        }
    }
    s
}

fn coarse(seconds: i64) -> Unit {
    let third = seconds as f64 / 3.0;
    let units = [Unit::Years(10), Unit::Years(1), Unit::Month];
    units.into_iter().find(|u| u.length() <= third).unwrap_or(Unit::Day)
}

/// Joins neighbours where the gap between them is short compared to everything, and until there are at most `most`.
fn join_near(stretches: Vec<Held>, most: usize) -> Vec<Held> {
    let cost = |a: &Held, b: &Held| {
        let whole = Held { from: a.from, to: b.to, unit: a.unit.min(b.unit) };
        weight(&whole) - weight(a) - weight(b)
    };
    let mut gaps: Vec<(f64, usize)> = stretches
        .windows(2)
        .enumerate()
        .filter_map(|(i, p)| Some((cost(p.first()?, p.last()?), i)))
        .collect();
    gaps.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut joined = vec![false; stretches.len()];
    let mut sum: f64 = stretches.iter().map(weight).sum();
    let mut left = gaps.len();
    for (cost, i) in gaps {
        let units = (stretches.get(i).map(|s| s.unit), stretches.get(i + 1).map(|s| s.unit));
        // A year beside days would have to be drawn in days; years and months are many pixels each, so that an
        // empty one is worth a tear earlier than an empty day.
        let allowed = match units {
            (Some(a), Some(b)) if a != b => (0.2 * sum).max(3.0),
            (Some(Unit::Day), _) => (0.3 * sum).max(4.0),
            _ => (0.08 * sum).max(1.5),
        };
        if cost > allowed && left < most {
            continue;
        }
        if let Some(flag) = joined.get_mut(i) {
            *flag = true;
        }
        sum += cost.max(0.0);
        left -= 1;
    }
    let mut out: Vec<Held> = Vec::new();
    let mut join = false;
    for (s, next) in stretches.into_iter().zip(joined) {
        match out.last_mut().filter(|_| join) {
            Some(last) => *last = Held { from: last.from, to: s.to, unit: last.unit.min(s.unit) },
            None => out.push(s),
        }
        join = next;
    }
    out
}

fn give_air(window: Interval, s: &mut [Held]) {
    for i in 0..s.len() {
        let low = i.checked_sub(1).and_then(|j| s.get(j)).map_or(window.from, |p| p.to);
        let high = s.get(i + 1).map_or(window.to, |n| n.from);
        let Some(h) = s.get_mut(i).filter(|h| h.unit > Unit::Week && weight(h) < 4.0) else { continue };
        h.from = h.from.min(h.unit.previous(h.from).max(low));
        h.to = h.to.max(h.unit.next(h.to).min(high));
    }
}

/// Widths by weight, none below the least.
fn lay(stretches: &[Held], rule: Rule) -> Plan {
    let tear = |i: usize| match (i.checked_sub(1).and_then(|j| stretches.get(j)), stretches.get(i)) {
        (Some(a), Some(b)) if a.unit == b.unit => rule.tear.0,
        (Some(_), Some(_)) => rule.tear.1,
        _ => 0.0,
    };
    let tears: f64 = (0..stretches.len()).map(tear).sum();
    let room = (rule.plot.1 - rule.plot.0 - tears).max(0.0);
    // A few years get room for their figures.
    let wanted = |s: &Held| match s.unit {
        Unit::Years(_) => rule.least * (0.68 * weight(s).min(4.0)).max(1.0),
        _ => rule.least,
    };
    let shrink = (room / stretches.iter().map(wanted).sum::<f64>().max(1.0)).min(1.0);
    let mut narrow = vec![false; stretches.len()];
    let mut widths: Vec<f64>;
    loop {
        let of = |is_narrow: bool| stretches.iter().zip(&narrow).filter(move |(_, n)| **n == is_narrow);
        let free = room - of(true).map(|(s, _)| wanted(s) * shrink).sum::<f64>();
        let sum: f64 = of(false).map(|(s, _)| weight(s)).sum();
        let share = |(s, n): (&Held, &bool)| {
            if *n { wanted(s) * shrink } else { free.max(0.0) * weight(s) / sum.max(f64::MIN_POSITIVE) }
        };
        widths = stretches.iter().zip(&narrow).map(share).collect();
        let mut changed = false;
        for ((n, w), s) in narrow.iter_mut().zip(&widths).zip(stretches) {
            if !*n && *w < wanted(s) * shrink - 1e-9 {
                (*n, changed) = (true, true);
            }
        }
        if !changed {
            break;
        }
    }
    let mut plan = Plan::default();
    let mut x = rule.plot.0;
    for (i, (s, w)) in stretches.iter().zip(&widths).enumerate() {
        let x0 = x + tear(i);
        x = x0 + w;
        plan.scale.pieces.push(Piece { from: s.from, to: s.to, x0: tenth(x0), x1: tenth(x) });
        plan.units.push(s.unit);
    }
    plan
}
