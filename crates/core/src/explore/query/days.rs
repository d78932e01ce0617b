//! Ranges of days: `2026-02-07`, `2026-02`, `2026`, `2026-02-01..2026-02-07`, and what several of them ask together.
//!
//! **Invariant:** both ends are inclusive. Ranges that are named (`in:`, `on:`) are joined by OR; bounds (`after:`,
//! `before:`) hold for each of them: the later start and the earlier end.
//! Start at [`Days`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::clause::distinct;
use crate::civil::{Interval, iso};

/// Days from one to another, both inclusive; an end that is `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Days {
    /// The days of `value`: a day, a month, a year, or two of them with `..` between, one of which may be missing.
    pub fn parse(value: &str) -> Option<Self> {
        let Some((from, to)) = value.split_once("..") else {
            let (from, to) = unit(value)?;
            return Some(Self { from: Some(from), to: Some(to) });
        };
        let end = |text: &str| (!text.is_empty()).then(|| unit(text));
        let (from, to) = match (end(from), end(to)) {
            (None, None) | (Some(None), _) | (_, Some(None)) => return None,
            (from, to) => (from.flatten(), to.flatten()),
        };
        Some(Self { from: from.map(|(first, _)| first), to: to.map(|(_, last)| last) })
    }

    /// The days that are in both.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self { from: self.from.max(other.from), to }
    }

    /// Whether no end is given.
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether there is no day in it: it ends before it begins.
    pub fn is_empty(self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from > to)
    }

    /// The civil time from the beginning of the first day to the end of the last.
    pub fn interval(self) -> Interval {
        super::super::interval(self.from, self.to)
    }

    /// As the value of `in:`: `2026-02-07`, `2026-02`, `2026`, `2026-02-01..2026-02-05`, `2026-02-01..`.
    pub fn value(self) -> String {
        self.unit().unwrap_or_else(|| {
            let end = |day: Option<Date>| day.map(iso).unwrap_or_default();
            format!("{}..{}", end(self.from), end(self.to))
        })
    }

    /// The day, month or year that it is, if it is one.
    pub(super) fn unit(self) -> Option<String> {
        let (from, to) = self.from.zip(self.to)?;
        if from == to {
            Some(iso(from))
        } else if from == from.first_of_year() && to == from.last_of_year() {
            Some(format!("{:04}", from.year()))
        } else if from == from.first_of_month() && to == from.last_of_month() {
            Some(format!("{:04}-{:02}", from.year(), from.month()))
        } else {
            None
        }
    }
}

/// What the ranges `named` ask together with `bounds`.
pub(super) fn bounded(named: Vec<Days>, bounds: Days) -> Vec<Days> {
    if bounds.is_open() {
        return distinct(named);
    }
    if named.is_empty() {
        return vec![bounds];
    }
    distinct(named.into_iter().map(|days| days.within(bounds)))
}

/// The first and last day of `value`: `2026-02-07`, `2026-02` or `2026`.
fn unit(value: &str) -> Option<(Date, Date)> {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())?
    };
    let mut parts = value.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|m| digits(m, 2));
    let day = parts.next().map(|d| digits(d, 2));
    if parts.next().is_some() {
        return None;
    }
    let whole = match (month, day) {
        (None, _) => Interval::year(year)?,
        (Some(month), None) => Interval::month(year, i8::try_from(month?).ok()?)?,
        (Some(month), Some(day)) => {
            Interval::day(Date::new(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?).ok()?)
        }
    };
    whole.first_day().zip(whole.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_as_days_prints_as_the_shortest_that_says_so() {
        for (typed, printed) in [
            ("2026-02-07", "2026-02-07"),
            ("2026-02-01..2026-02-28", "2026-02"),
            ("2026-01..2026-12", "2026"),
            ("2026..2026-02-05", "2026-01-01..2026-02-05"),
            ("2026-02..", "2026-02-01.."),
            ("..2026-02", "..2026-02-28"),
            ("2026-02-07..2026-02-01", "2026-02-07..2026-02-01"),
        ] {
            assert_eq!(Days::parse(typed).map(Days::value).as_deref(), Some(printed), "{typed}");
        }
        for typed in ["", "..", "26", "2026-13", "2026-02-30", "2026-02..x", "2026-1", "2026-02-07-01"] {
            assert_eq!(Days::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn bounds_hold_for_every_named_range() {
        let days = |text| Days::parse(text).unwrap();
        let named = vec![days("2014"), days("2026")];
        assert_eq!(
            bounded(named, days("2014-03-01..2026-02-05")),
            [days("2014-03-01..2014-12-31"), days("2026-01-01..2026-02-05")]
        );
        assert_eq!(bounded(Vec::new(), days("2026-02..")), [days("2026-02..")]);
        assert_eq!(bounded(vec![days("2014"), days("2014")], Days::default()), [days("2014")]);
    }
}
