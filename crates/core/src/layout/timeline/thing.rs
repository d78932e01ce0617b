//! An item made safe to draw: its ends inside the calendar, and the stretch of time that it needs to be seen.
//!
//! **Invariant:** an open end stays open; only ends beyond the calendar are moved to its edge.
//! Start at [`Thing`].

use super::calendar::{EDGES, Unit};
use super::{Form, Item};
use crate::civil::{DAY, Granularity, Interval};

/// An item with its ends; `None` is an open end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thing<'a> {
    /// The item.
    pub(super) item: &'a Item,
    /// Its index in the input.
    pub(super) index: u32,
    /// Its first second.
    pub(super) from: Option<i64>,
    /// The second after its last, greater than `from`.
    pub(super) to: Option<i64>,
}

/// A stretch of time that has to be seen, and the unit that suits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) unit: Unit,
}

impl<'a> Thing<'a> {
    pub(super) fn new(index: usize, item: &'a Item) -> Self {
        let (first, end) = *EDGES;
        let i = item.when.interval;
        let from = (i.from != Interval::PAST).then(|| i.from.clamp(first, end - 1));
        let to =
            (i.to != Interval::FUTURE).then(|| i.to.clamp(first + 1, end).max(from.unwrap_or(first) + 1));
        Self { item, index: index as u32, from, to }
    }

    /// The second in its middle; where an end is open, the other end; where both are, nothing.
    pub(super) fn middle(&self) -> Option<i64> {
        match (self.from, self.to) {
            (Some(from), Some(to)) => Some(from + (to - from) / 2),
            (from, to) => from.or(to.map(|t| t - 1)),
        }
    }

    /// Whether it is drawn as a bracket at its end.
    pub(super) fn is_deadline(&self) -> bool {
        let planned = matches!(self.item.form, Form::Deadline | Form::Announced);
        self.to.is_some() && (self.item.form == Form::Deadline || self.from.is_none() && planned)
    }

    /// Whether it lies within one day (a night lies in two).
    pub(super) fn within_a_day(&self) -> bool {
        match (self.from, self.to) {
            (Some(from), Some(to)) => from.div_euclid(DAY) == (to - 1).div_euclid(DAY),
            _ => false,
        }
    }

    /// Whether any of it is seen in `window`; a deadline is seen at its end.
    pub(super) fn is_in(&self, window: Interval) -> bool {
        let from = if self.is_deadline() { self.to.map(|t| t - 1) } else { self.from };
        from.is_none_or(|f| f < window.to) && self.to.is_none_or(|t| t > window.from)
    }

    /// What has to be seen of it: all, or a unit at the end that is known.
    pub(super) fn held(&self) -> Option<Held> {
        let unit = match self.item.when.granularity {
            Granularity::Minute
            | Granularity::DayPart
            | Granularity::Day
            | Granularity::Days
            | Granularity::Week => Unit::Day,
            Granularity::Month | Granularity::Quarter | Granularity::Season => Unit::Month,
            Granularity::Year => Unit::Years(1),
            Granularity::Decade => Unit::Years(10),
        };
        Some(match (self.from, self.to) {
            (Some(from), Some(to)) => Held { from, to, unit: suiting(to - from) },
            (Some(from), None) => Held { from, to: unit.next(from), unit },
            (None, Some(to)) => Held { from: unit.floor(to - 1), to, unit },
            (None, None) => return None,
        })
    }
}

/// The unit in which so many seconds are read best.
fn suiting(seconds: i64) -> Unit {
    match seconds / DAY {
        ..=16 => Unit::Day,
        17..=200 => Unit::Month,
        201..=4400 => Unit::Years(1),
        _ => Unit::Years(10),
    }
}
