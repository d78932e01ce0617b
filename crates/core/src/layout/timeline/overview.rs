//! The strip with everything: one bar a period, folded between periods, and a brush over it.
//!
//! **Invariant:** it shows all that has a place in time, whatever the window; heights are in proportion.
//! Start at [`overview`].

use jiff::civil::{Date, DateTime};

use super::calendar::Unit;
use super::drawing::{Bin, Lane, Overview};
use super::frame::Frame;
use super::plan::{Plan, Rule};
use super::scale::Piece;
use super::thing::{Held, Thing};
use super::ticks::TYPE;
use super::{Form, Input, LaneItems, tenth, window};
use crate::civil::{Interval, datetime};
use crate::layout::advance::{Face, width};
use crate::layout::date_text::{days_of, month, range, year};

/// The height kept for the labels above the bars.
const HEAD: f64 = 17.0;
/// The height left free above the bars of a lane.
const AIR: f64 = 6.0;
/// How far a handle reaches into the strip.
const HANDLE: f64 = 8.0;
/// The widest bar.
const WIDEST: f64 = 14.0;

/// The strip under a drawing with `frame`, which shows `window`.
pub(super) fn overview(
    input: &Input,
    things: &[Thing<'_>],
    (shown, last_article): (Option<Interval>, Option<i64>),
    frame: &Frame,
) -> Overview {
    let height = if frame.compact { 34.0 } else { 44.0 };
    let mut out = Overview {
        size: (frame.width, height),
        brush: frame.plot,
        window: frame.plot,
        ..Overview::default()
    };
    let held: Vec<Held> = things.iter().filter_map(Thing::held).collect();
    let Some(all) = window::everything(&held, last_article) else { return out };
    let rule = Rule { plot: frame.plot, tear: (8.0, 8.0), least: 33.0, air: false, fold: input.fold_gaps };
    let plan = Plan::new(all, &held, rule);
    let events = things.iter().any(|t| t.item.form != Form::Published);
    let counted = periods(things, !events, &plan);
    out.bins = bars(&counted, fullest(&counted), &plan, height - HEAD);
    out.labels = labels(&plan, frame);
    out.scale = plan.scale;
    let pixels = |i: Interval| {
        let (x0, x1) = (out.scale.x(i.from), out.scale.x(i.to));
        (tenth(x0), tenth(x1.max(x0)))
    };
    out.window = shown.map_or(frame.plot, pixels);
    out.brush = input.chosen.map_or(frame.plot, pixels);
    out.whole = input.chosen.is_none();
    let (from, to) = input.chosen.map_or((None, None), days_of);
    let (first, last) = days_of(all);
    let iso = |d: Option<Date>| d.map_or_else(String::new, crate::civil::iso);
    out.days = (iso(from.or(first)), iso(to.or(last)));
    out
}

/// A period with its counts: its start and end, how many match, how many there are.
type Period = (i64, i64, u32, u32);

/// The bars of the main drawing over `plan`: those of each lane of events, which have one scale, then publications; the
/// fullest is as high as its lane has room.
pub(super) fn density(
    things: &[Thing<'_>],
    events: &[LaneItems],
    plan: &Plan,
    lanes: &[Lane],
) -> Vec<Vec<Bin>> {
    let Some((last, of_events)) = lanes.split_last() else { return Vec::new() };
    let room = |lane: &Lane| (lane.y.1 - lane.y.0 - AIR).max(4.0);
    let mut counted: Vec<Vec<Period>> = if events.is_empty() {
        vec![periods(things, false, plan)]
    } else {
        let own = |lane: &LaneItems| {
            let own: Vec<Thing<'_>> = lane.crowd.iter().enumerate().map(|(i, t)| Thing::new(i, t)).collect();
            periods(&own, false, plan)
        };
        events.iter().map(own).collect()
    };
    let most = counted.iter().map(|periods| fullest(periods)).max().unwrap_or(0);
    let mut out: Vec<Vec<Bin>> = counted
        .drain(..)
        .zip(of_events)
        .map(|(periods, lane)| bars(&periods, most, plan, room(lane)))
        .collect();
    let published = periods(things, true, plan);
    out.push(bars(&published, fullest(&published), plan, room(last)));
    out
}

/// How many things the fullest period holds.
fn fullest(periods: &[Period]) -> u32 {
    periods.iter().map(|p| p.3).max().unwrap_or(0)
}

/// The periods of `plan` with their events, or with their publications. What has both ends counts in every period that it
/// overlaps, what has one at that end.
fn periods(things: &[Thing<'_>], published: bool, plan: &Plan) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for (piece, unit) in plan.pieces() {
        let unit = fitting(piece, unit);
        let mut t = piece.from;
        while t < piece.to {
            let next = unit.next(t).min(piece.to);
            if next <= t {
                break;
            }
            periods.push((t, next, 0, 0));
            t = next;
        }
    }
    let mut start = 0;
    for thing in things.iter().filter(|t| (t.item.form == Form::Published) == published) {
        let (from, to) = match (thing.from, thing.to) {
            (Some(from), Some(to)) => (from, to),
            (Some(at), None) => (at, at + 1),
            (None, Some(at)) => (at - 1, at),
            (None, None) => continue,
        };
        // Most things come in the order of time: the period is that of the one before, or just behind it.
        while periods.get(start).is_some_and(|p| p.1 <= from) {
            start += 1;
        }
        if start.checked_sub(1).and_then(|before| periods.get(before)).is_some_and(|p| p.1 > from) {
            start = periods.partition_point(|p| p.1 <= from);
        }
        for period in periods.iter_mut().skip(start).take_while(|p| p.0 < to) {
            period.2 += thing.item.count.0;
            period.3 += thing.item.count.1;
        }
    }
    periods.retain(|p| p.3 > 0);
    periods
}

/// A bar for each of `periods`; one of `most` things would be `room` high.
fn bars(periods: &[Period], most: u32, plan: &Plan, room: f64) -> Vec<Bin> {
    let high = |n: u32| match n {
        0 => 0.0,
        n => tenth((room * f64::from(n) / f64::from(most)).max(3.0)),
    };
    periods
        .iter()
        .map(|(from, to, matched, total)| {
            let (x0, x1) = plan.scale.span(*from, *to);
            let (middle, wide) = (f64::midpoint(x0, x1), (x1 - x0 - 1.0).clamp(1.0, WIDEST));
            Bin {
                x0: tenth(middle - wide / 2.0),
                x1: tenth(middle + wide / 2.0),
                total: high(*total),
                matched: high(*matched),
                count: (*matched, *total),
                label: period_text(*from, *to),
            }
        })
        .collect()
}

/// The finest unit, not below the piece's own, whose bars are at least four pixels wide.
fn fitting(piece: &Piece, own: Unit) -> Unit {
    let per_second = (piece.x1 - piece.x0) / (piece.to - piece.from).max(1) as f64;
    let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100)];
    let fits = |u: &Unit| *u >= own && u.length() * per_second >= 4.0;
    units.into_iter().find(fits).unwrap_or(Unit::Years(1000))
}

pub(super) fn period_text(from: i64, to: i64) -> String {
    let (first, last) = days_of(Interval { from, to });
    match (first, last) {
        (Some(a), Some(b)) if a == a.first_of_year() && b == b.last_of_year() => {
            if a.year() == b.year() {
                year(a)
            } else {
                format!("{} to {}", year(a), year(b))
            }
        }
        (Some(a), Some(b)) if a == a.first_of_month() && b == a.last_of_month() => {
            format!("{} {}", month(a, true), year(a))
        }
        _ => range(first, last),
    }
}

/// Months where days or weeks are drawn, else years, round ones where there is little room.
fn labelled(piece: &Piece, unit: Unit) -> Unit {
    let per_second = (piece.x1 - piece.x0) / (piece.to - piece.from).max(1) as f64;
    let short = (piece.to - piece.from) as f64 <= 1.2 * Unit::Month.length();
    if unit <= Unit::Month && (short || Unit::Month.length() * per_second >= 28.0) {
        return Unit::Month;
    }
    let years = [1, 2, 5, 10, 20, 50, 100, 200, 500].map(Unit::Years);
    years.into_iter().find(|u| u.length() * per_second >= 40.0).unwrap_or(Unit::Years(1000))
}

/// Where pieces begin, and where months or years do inside them; each text starts at its `x`.
fn labels(plan: &Plan, frame: &Frame) -> Vec<(f64, String)> {
    let mut wanted: Vec<(f64, Vec<String>, bool)> = Vec::new();
    for (piece, unit) in plan.pieces() {
        let larger = labelled(piece, unit);
        let begin = if larger == Unit::Month { Unit::Month } else { Unit::Years(1) };
        if let Some(day) = datetime(piece.from).map(DateTime::date) {
            wanted.push((piece.x0, first_texts(day, begin), true));
        }
        let mut t = larger.next(piece.from);
        let mut count = 0;
        while t < piece.to && count < 400 {
            if let Some(day) = datetime(t).map(DateTime::date) {
                let name = if larger == Unit::Month && day.month() != 1 {
                    vec![month(day, true).to_owned(), month(day, false).to_owned()]
                } else {
                    first_texts(day, begin)
                };
                wanted.push((plan.scale.x(t), name, false));
            }
            (t, count) = (larger.next(t).max(t + 1), count + 1);
        }
    }
    fit(&wanted, frame)
}

fn first_texts(day: Date, unit: Unit) -> Vec<String> {
    if unit >= Unit::Years(1) {
        return vec![year(day)];
    }
    let year = year(day);
    vec![format!("{} {year}", month(day, true)), format!("{} {year}", month(day, false)), year]
}

/// From left to right; a piece's own label goes before the ones inside the piece before it. What would stand under the
/// handle at the right end stands before it.
fn fit(wanted: &[(f64, Vec<String>, bool)], frame: &Frame) -> Vec<(f64, String)> {
    let mut out: Vec<(f64, String)> = Vec::new();
    let mut free_from = frame.plot.0;
    let end = frame.plot.1 - HANDLE;
    for (i, (at, texts, _)) in wanted.iter().enumerate() {
        let next = wanted.iter().skip(i + 1).find(|w| w.2).map(|w| w.0 - 5.0);
        let wide = |text: &String| width(text, Face::Sans, TYPE);
        let stands = |text: &&String| at.max(free_from) + wide(text) <= next.unwrap_or(end);
        let found = texts.iter().find(stands).filter(|_| free_from - at < 1.0);
        let mut placed = found.map(|text| (at.max(free_from), text));
        if placed.is_none() && next.is_none() && i + 1 == wanted.len() {
            placed = texts.iter().map(|text| (end - wide(text), text)).find(|(x, _)| free_from <= *x);
        }
        if let Some((x, text)) = placed {
            free_from = x + wide(text) + 6.0;
            out.push((tenth(x), text.clone()));
        }
    }
    out
}
