//! Ticks: where units begin, what is written under them, and what is left out so that nothing touches.
//!
//! **Invariant:** a tick is the start of a unit and its label stands in the unit's middle; no two texts overlap.
//! Start at [`ticks`].

use jiff::civil::{Date, DateTime};

use super::calendar::Unit;
use super::drawing::{Fold, Tick};
use super::plan::Plan;
use super::scale::{Piece, Scale};
use super::tenth;
use crate::civil::datetime;
use crate::layout::advance::{Face, width};
use crate::layout::date_text::{month, year};

/// The size of all small type in the drawing.
pub(super) const TYPE: f64 = 12.0;

/// Ticks and tears of `plan`. A `compact` drawing has one line of labels: the larger units alone.
pub(super) fn ticks(plan: &Plan, compact: bool) -> (Vec<Tick>, Vec<Fold>) {
    let mut out = Vec::new();
    let mut folds: Vec<Fold> = Vec::new();
    let mut before: Option<(f64, Unit)> = None;
    let mut free_from = f64::NEG_INFINITY;
    for (piece, unit) in plan.pieces() {
        if let Some((x, last)) = before {
            let middle = f64::midpoint(x, piece.x0);
            let label = if last == unit || compact { "" } else { unit.plural() };
            folds.push(Fold { x: tenth(middle), label: label.to_owned() });
            if !label.is_empty() {
                free_from = middle + width(label, Face::Sans, TYPE) / 2.0 + 4.0;
            }
        }
        before = Some((piece.x1, unit));
        let next = plan.scale.pieces.iter().find(|p| p.x0 > piece.x1);
        let limit = next.map_or(piece.x1, |n| piece.x1 + (n.x0 - piece.x1) * 0.4);
        let unit = fitting(piece, compact);
        let mut new = starts(piece, unit, &plan.scale);
        name_units(&mut new, piece, unit, compact, free_from, limit);
        out.extend(new.into_iter().map(|(_, tick)| tick));
    }
    (out, folds)
}

/// The finest unit whose labels have room; in a compact drawing, the finest whose ticks have.
fn fitting(piece: &Piece, compact: bool) -> Unit {
    let per_second = (piece.x1 - piece.x0) / (piece.to - piece.from).max(1) as f64;
    let units = [
        (Unit::Hours(1), 38.0),
        (Unit::Hours(6), 38.0),
        (Unit::Day, 18.0),
        (Unit::Week, 44.0),
        (Unit::Month, 25.0),
        (Unit::Years(1), 8.0),
        (Unit::Years(10), 10.0),
        (Unit::Years(100), 10.0),
    ];
    let fits = |(unit, least): &(Unit, f64)| {
        let least = if compact && *unit < Unit::Years(1) { least * 0.4 } else { *least };
        unit.length() * per_second >= least
    };
    units.into_iter().find(fits).map_or(Unit::Years(1000), |(unit, _)| unit)
}

/// The starts of the units in a piece; the first may be the piece's own edge.
fn starts(piece: &Piece, unit: Unit, scale: &Scale) -> Vec<(i64, Tick)> {
    let mut out = Vec::new();
    let mut t = piece.from;
    while t < piece.to && out.len() < 4000 {
        let next = unit.next(t).min(piece.to);
        if next <= t {
            break;
        }
        let x = |t: i64| if t <= piece.from { piece.x0 } else { scale.x(t) };
        let tick = Tick {
            x: tenth(x(t)),
            middle: tenth(f64::midpoint(x(t), x(next))),
            label: String::new(),
            larger: String::new(),
        };
        out.push((t, tick));
        t = next;
    }
    out
}

/// Writes the labels: the unit's own in its middle, the larger unit's where it changes.
fn name_units(
    ticks: &mut [(i64, Tick)],
    piece: &Piece,
    unit: Unit,
    compact: bool,
    mut free_from: f64,
    limit: f64,
) {
    let one_line = compact && unit < Unit::Month;
    let step = every(ticks, piece, unit);
    for (i, (t, tick)) in ticks.iter_mut().enumerate() {
        let end = if i64::try_from(i).is_ok() { unit.next(*t).min(piece.to) } else { piece.to };
        if one_line || !shown(*t, unit, step) {
            continue;
        }
        let room = tick_room(piece, *t, end);
        for label in labels(*t, end, unit, compact) {
            let half = width(&label, Face::Sans, TYPE) / 2.0;
            let fits = 2.0 * half <= room.max(if step > 1 { 60.0 } else { 0.0 }) - 3.0
                || compact && unit >= Unit::Month;
            if fits && tick.middle - half >= free_from && tick.middle + half <= limit.max(piece.x1) {
                free_from = tick.middle + half + 4.0;
                tick.label = label;
                break;
            }
        }
    }
    if !compact || one_line {
        name_larger(ticks, unit, limit.max(piece.x1), one_line);
    }
}

fn tick_room(piece: &Piece, from: i64, to: i64) -> f64 {
    (piece.x1 - piece.x0) * (to - from) as f64 / (piece.to - piece.from).max(1) as f64
}

/// Labels only every so many years, where there is no room for each.
fn every(ticks: &[(i64, Tick)], piece: &Piece, unit: Unit) -> i16 {
    let Unit::Years(n) = unit else { return 1 };
    let each = (piece.x1 - piece.x0) / ticks.len().max(1) as f64;
    let least = if n == 1 { 34.0 } else { 42.0 };
    [1, 2, 5, 10].into_iter().find(|k| each * f64::from(*k) >= least).unwrap_or(20)
}

fn shown(t: i64, unit: Unit, step: i16) -> bool {
    let Unit::Years(n) = unit else { return true };
    let at = datetime(t).map_or(0, DateTime::year);
    step <= 1 || at.div_euclid(n).rem_euclid(step) == 0
}

/// What may be written under a unit, the best first.
fn labels(t: i64, end: i64, unit: Unit, compact: bool) -> Vec<String> {
    let Some(at) = datetime(t) else { return Vec::new() };
    let day = at.date();
    match unit {
        Unit::Hours(_) => vec![format!("{:02}:00", at.hour())],
        Unit::Day => vec![day.day().to_string()],
        Unit::Week => {
            let last = datetime(end - 1).map_or(day, DateTime::date);
            vec![if last == day { day.day().to_string() } else { format!("{}–{}", day.day(), last.day()) }]
        }
        Unit::Month if compact => vec![month(day, false).to_owned()],
        Unit::Month => vec![month(day, true).to_owned(), month(day, false).to_owned()],
        Unit::Years(1) => vec![year(day)],
        Unit::Years(n) => vec![span_of_years(day, n)],
    }
}

/// `1990s`, `1900s`; before the year 1 the first year alone.
fn span_of_years(day: Date, n: i16) -> String {
    let first = day.year().div_euclid(n).saturating_mul(n);
    if first > 0 { format!("{first}s") } else { year(day) }
}

/// Writes the larger unit where it changes, as long as there is room before the next change.
fn name_larger(ticks: &mut [(i64, Tick)], unit: Unit, limit: f64, short: bool) {
    let key = |t: i64| {
        let day = datetime(t).map(DateTime::date)?;
        Some(match unit {
            Unit::Hours(_) => (day.year(), day.month(), day.day()),
            Unit::Day | Unit::Week => (day.year(), day.month(), 0),
            Unit::Month => (day.year(), 0, 0),
            Unit::Years(_) => return None,
        })
    };
    let mut changes: Vec<(usize, f64, Date)> = Vec::new();
    let mut last = None;
    for (i, (t, tick)) in ticks.iter().enumerate() {
        // A week belongs to the month in which it begins, but the first may begin before the piece.
        let here = key(*t);
        if here.is_some() && here != last {
            changes.extend(datetime(*t).map(|d| (i, tick.x, d.date())));
        }
        last = here;
    }
    let mut named: Option<i16> = None;
    for (n, (i, x, day)) in changes.iter().enumerate() {
        let room = changes.get(n + 1).map_or(limit, |next| next.1) - x - 6.0;
        let known = named == Some(day.year());
        let text = larger(*day, unit, known, short)
            .into_iter()
            .find(|text| width(text, Face::SansStrong, TYPE) + 4.0 <= room);
        if let (Some(text), Some((_, tick))) = (text, ticks.get_mut(*i)) {
            tick.larger = text;
            named = Some(day.year());
        }
    }
}

fn larger(day: Date, unit: Unit, year_known: bool, short: bool) -> Vec<String> {
    let (full, cut, year) = (month(day, true), month(day, false), year(day));
    match unit {
        Unit::Hours(_) if year_known => vec![format!("{} {full}", day.day()), format!("{} {cut}", day.day())],
        Unit::Hours(_) => {
            vec![
                format!("{} {full} {year}", day.day()),
                format!("{} {cut} {year}", day.day()),
                format!("{} {cut}", day.day()),
            ]
        }
        Unit::Month | Unit::Years(_) => vec![year],
        _ if year_known && short => vec![cut.to_owned()],
        _ if year_known => vec![full.to_owned(), cut.to_owned()],
        _ if short => vec![format!("{cut} {year}")],
        _ => vec![format!("{full} {year}"), format!("{cut} {year}")],
    }
}
