//! Calendar units from the hour to the millennium: where each begins and ends.
//!
//! **Invariant:** `floor(t) <= t < next(floor(t))` inside the calendar; beyond it everything is its edge.
//! Start at [`Unit`].

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime};

use crate::civil::{DAY, datetime, seconds};

/// The first second of the calendar, and the one after its last.
pub(super) static EDGES: LazyLock<(i64, i64)> =
    LazyLock::new(|| (seconds(Date::MIN), seconds(Date::MAX) + DAY));

/// A calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// So many hours, counted from midnight.
    Hours(i64),
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// So many years, counted from the year 0.
    Years(i16),
}

impl Unit {
    /// About how many seconds it lasts.
    pub(super) fn length(self) -> f64 {
        match self {
            Self::Hours(n) => n as f64 * 3600.0,
            Self::Day => DAY as f64,
            Self::Week => 7.0 * DAY as f64,
            Self::Month => 30.4 * DAY as f64,
            Self::Years(n) => f64::from(n) * 365.25 * DAY as f64,
        }
    }

    /// The start of the unit that holds `t`.
    pub(super) fn floor(self, t: i64) -> i64 {
        let (first, end) = *EDGES;
        let t = t.clamp(first, end - 1);
        let start = match self {
            Self::Hours(n) => t.div_euclid(n * 3600) * (n * 3600),
            Self::Day => t.div_euclid(DAY) * DAY,
            // The first of January 1970 was a Thursday, three days after a Monday.
            Self::Week => ((t.div_euclid(DAY) + 3).div_euclid(7) * 7 - 3) * DAY,
            Self::Month => datetime(t).map_or(first, |d| seconds(d.date().first_of_month())),
            Self::Years(n) => {
                let year = datetime(t).map_or(0, DateTime::year);
                Date::new(year.div_euclid(n).saturating_mul(n), 1, 1).map_or(first, seconds)
            }
        };
        start.max(first)
    }

    /// The start of the unit after the one that holds `t`.
    pub(super) fn next(self, t: i64) -> i64 {
        let (first, end) = *EDGES;
        let t = t.clamp(first, end - 1);
        let after = match self {
            Self::Hours(n) => self.floor(t) + n * 3600,
            Self::Day => self.floor(t) + DAY,
            Self::Week => ((t.div_euclid(DAY) + 3).div_euclid(7) * 7 + 4) * DAY,
            Self::Month => datetime(t).map_or(end, |d| seconds(d.date().last_of_month()).saturating_add(DAY)),
            Self::Years(n) => {
                let year = datetime(t).map_or(0, DateTime::year);
                let next = year.div_euclid(n).saturating_add(1).saturating_mul(n);
                Date::new(next, 1, 1).map_or(end, seconds)
            }
        };
        after.clamp(first, end)
    }

    /// The start of the first unit that begins at or after `t`.
    pub(super) fn ceil(self, t: i64) -> i64 {
        let start = self.floor(t);
        if start >= t { start } else { self.next(t) }
    }

    /// The unit before the one that holds `t`.
    pub(super) fn previous(self, t: i64) -> i64 {
        self.floor(self.floor(t) - 1)
    }

    /// Its name where a scale changes to it.
    pub(super) fn plural(self) -> &'static str {
        match self {
            Self::Hours(_) => "hours",
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Years(1) => "years",
            Self::Years(10) => "decades",
            Self::Years(_) => "centuries",
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(unit: Unit, day: Date, floor: Date, next: Date) {
        let t = seconds(day) + 3_600;
        assert_eq!((unit.floor(t), unit.next(t)), (seconds(floor), seconds(next)), "{unit:?} {day}");
    }

    #[test]
    fn units_begin_where_the_calendar_says() {
        check(Unit::Day, date(2024, 2, 29), date(2024, 2, 29), date(2024, 3, 1));
        check(Unit::Week, date(2026, 2, 8), date(2026, 2, 2), date(2026, 2, 9));
        check(Unit::Week, date(1969, 12, 31), date(1969, 12, 29), date(1970, 1, 5));
        check(Unit::Month, date(2026, 12, 31), date(2026, 12, 1), date(2027, 1, 1));
        check(Unit::Years(1), date(2026, 12, 31), date(2026, 1, 1), date(2027, 1, 1));
        check(Unit::Years(10), date(2026, 12, 31), date(2020, 1, 1), date(2030, 1, 1));
        check(Unit::Years(100), date(-1, 5, 1), date(-100, 1, 1), date(0, 1, 1));
    }

    #[test]
    fn nothing_lies_beyond_the_calendar() {
        for unit in [Unit::Hours(6), Unit::Day, Unit::Week, Unit::Month, Unit::Years(1), Unit::Years(1000)] {
            for t in [i64::MIN, i64::MAX, EDGES.0, EDGES.1, 0] {
                for at in [unit.floor(t), unit.next(t), unit.ceil(t), unit.previous(t)] {
                    assert!((EDGES.0..=EDGES.1).contains(&at), "{unit:?} {t}");
                }
            }
        }
    }
}
