//! The clock of publications, told upward: its scale, its lines and its dates.
//!
//! **Invariant:** it is made by the same plan as the scale across, so that gaps are folded alike; dates never touch, and
//! those on which something was published come first.
//! Start at [`Up::new`].

use super::super::calendar::Unit;
use super::super::plan::{Plan, Rule};
use super::super::scale::Piece;
use super::super::tenth;
use super::super::thing::Held;
use super::{Clocks, fitting};
use crate::civil::{Certainty, DAY, Granularity, Interval, When};
use crate::layout::date_text;
use crate::order::Order as _;

/// The least distance of two dates.
const LINE: f64 = 14.0;

/// The scale of publications.
#[derive(Debug)]
pub(super) struct Up {
    plan: Plan,
    /// The upper and the lower edge.
    edges: (f64, f64),
}

impl Up {
    /// The scale of `span` between the edges `(top, floor)`, on which these publications are seen.
    pub(super) fn new(span: Interval, published: &[When], (top, floor): (f64, f64), fold: bool) -> Self {
        let held = |when: &When| {
            let unit = if when.granularity < Granularity::Month { Unit::Day } else { Unit::Month };
            Held { from: when.interval.from, to: when.interval.to, unit }
        };
        let mut held: Vec<Held> = published.iter().map(held).collect();
        if held.is_empty() {
            held.push(Held {
                from: span.from,
                to: span.to,
                unit: fitting((floor - top) / length(span), 6.0),
            });
        }
        let unit = held.iter().map(|h| h.unit).min().unwrap_or(Unit::Day);
        let window = Interval { from: unit.floor(span.from), to: unit.ceil(span.to) };
        let rule =
            Rule { plot: (0.0, (floor - top).max(1.0)), tear: (14.0, 14.0), least: 52.0, air: false, fold };
        Self { plan: Plan::new(window, &held, rule), edges: (top, floor) }
    }

    /// Where the second `t` of publication stands.
    pub(super) fn y(&self, t: i64) -> f64 {
        tenth(self.edges.1 - self.plan.scale.x(t))
    }

    /// The upper and lower edge of the stretch `of`, whose start is taken above a fold and its end below one.
    pub(super) fn span(&self, of: Interval) -> (f64, f64) {
        let (low, high) = self.plan.scale.span(of.from, of.to);
        (tenth(self.edges.1 - high), tenth(self.edges.1 - low))
    }

    /// The pieces from the lowest on.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.plan.scale.pieces
    }

    /// The height of a second in `piece`.
    pub(super) fn per_second(piece: &Piece) -> f64 {
        (piece.x1 - piece.x0) / (piece.to - piece.from).max(1) as f64
    }

    /// Puts the scale, its lines, folds and dates into `clocks`.
    pub(super) fn draw(&self, clocks: &mut Clocks, published: &[When]) {
        clocks.up = self.plan.scale.clone();
        let mut dates: Vec<(f64, Interval)> = Vec::new();
        let mut put = |of: Interval| {
            let (high, low) = self.span(of);
            let y = tenth(f64::midpoint(high, low));
            if dates.iter().all(|(taken, _)| (taken - y).abs() >= LINE) {
                dates.push((y, of));
            }
        };
        let mut all: Vec<Interval> = published.iter().map(|when| when.interval).collect();
        all.order_by_key(|of| (of.to - of.from, std::cmp::Reverse(of.from)));
        all.dedup();
        for of in all {
            let (high, low) = self.span(of);
            clocks.published.push((high, low, !within_a_day(of)));
            put(of);
        }
        // Days over ranges.
        clocks.published.reverse();
        for piece in self.pieces() {
            let unit = fitting(Self::per_second(piece), LINE);
            let mut t = piece.from;
            while t < piece.to {
                let next = unit.next(t).min(piece.to).max(t + 1);
                let of = Interval { from: t, to: next };
                clocks.lines.push(self.span(of).1);
                put(of);
                t = next;
            }
        }
        for pair in self.pieces().windows(2) {
            if let [below, above] = pair {
                clocks.folds.push(tenth(self.edges.1 - f64::midpoint(below.x1, above.x0)));
            }
        }
        dates.order_by_key(|(_, of)| (of.from, of.to));
        let mut said = None;
        for (y, of) in dates {
            let year = date_text::days_of(of).1.map(date_text::year);
            let text = text(of, year.as_deref().filter(|_| said != year));
            clocks.dates.push((y, text));
            said = year;
        }
    }
}

/// `24–30 Jan`, with the year where it is another than that below.
fn text(of: Interval, year: Option<&str>) -> String {
    let granularity = if within_a_day(of) { Granularity::Day } else { Granularity::Month };
    let text = date_text::short(&When { interval: of, granularity, certainty: Certainty::Exact });
    let mut words = text.rsplitn(2, ' ');
    // A year that is told anyway: of a month, or of days in two years.
    let told = words.next().is_some_and(|last| last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit()));
    match year {
        Some(year) if !told => format!("{text} {year}"),
        _ => text,
    }
}

fn within_a_day(of: Interval) -> bool {
    of.from.div_euclid(DAY) == of.to.saturating_sub(1).div_euclid(DAY)
}

fn length(span: Interval) -> f64 {
    span.to.saturating_sub(span.from).max(1) as f64
}
