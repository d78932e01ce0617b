//! Civil time as JSON shows it: inclusive at both ends, days for whole days, minutes for anything finer.
//!
//! **Invariant:** an open or unknown end is nothing, never a near day.
//! Start at [`inclusive`].

use jiff::civil::{Date, DateTime};

use crate::civil::{Granularity, Interval, When, datetime, iso};
use crate::evidence::Evidence;
use crate::read::{Dated, Published};

/// The first and the last day of `when`, or its first and last minute where it is finer than a day
/// (`2026-02-07T18:00`); `None` where an end is open.
pub fn inclusive(when: When) -> (Option<String>, Option<String>) {
    let Interval { from, to } = when.interval;
    match when.granularity {
        Granularity::Minute | Granularity::DayPart => {
            let first = (from != Interval::PAST).then(|| datetime(from)).flatten();
            let last = (to != Interval::FUTURE).then(|| datetime(to - 1)).flatten();
            (first.map(minute), last.map(minute))
        }
        _ => {
            let (first, last) = (when.interval.first_day(), when.interval.last_day());
            (first.map(iso), last.map(iso))
        }
    }
}

/// A publication's day, or the range `A/B` of days (both inclusive, `..` for an end that is open) in which it lies;
/// `None` where neither end is known.
pub fn published_value(when: When) -> Option<String> {
    let end = |day: Option<Date>| day.map_or_else(|| "..".to_owned(), iso);
    match (when.interval.first_day(), when.interval.last_day()) {
        (None, None) => None,
        (first, last) if first == last => Some(end(first)),
        (first, last) => Some(format!("{}/{}", end(first), end(last))),
    }
}

/// The publication date of a document that was handed over together with it, beside the text.
pub fn given(day: Date) -> Published {
    let evidence = Evidence::rule("given", 100).from("given date", iso(day), Vec::new());
    Published { dated: Dated::Stated, when: Some(When::day(day)), evidence }
}

fn minute(at: DateTime) -> String {
    format!("{}T{:02}:{:02}", iso(at.date()), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::civil::{Certainty, DAY, seconds};

    fn when(granularity: Granularity, from: i64, to: i64) -> When {
        When { interval: Interval { from, to }, granularity, certainty: Certainty::Exact }
    }

    #[test]
    fn whole_days_are_shown_as_days_and_finer_times_as_minutes_both_inclusive() {
        let noon = seconds(date(2026, 2, 7)) + DAY / 2;
        let check = |granularity, from, to, first: Option<&str>, last: Option<&str>| {
            let (a, b) = inclusive(when(granularity, from, to));
            assert_eq!((a.as_deref(), b.as_deref()), (first, last));
        };
        let (feb, march) = (seconds(date(2026, 2, 1)), seconds(date(2026, 3, 1)));
        check(Granularity::Month, feb, march, Some("2026-02-01"), Some("2026-02-28"));
        check(Granularity::Day, feb, feb + DAY, Some("2026-02-01"), Some("2026-02-01"));
        check(Granularity::Day, Interval::PAST, feb, None, Some("2026-01-31"));
        check(Granularity::Month, feb, Interval::FUTURE, Some("2026-02-01"), None);
        check(Granularity::Minute, noon, noon + 60, Some("2026-02-07T12:00"), Some("2026-02-07T12:00"));
        check(Granularity::DayPart, noon, noon + DAY / 2, Some("2026-02-07T12:00"), Some("2026-02-07T23:59"));
        check(Granularity::DayPart, Interval::PAST, Interval::FUTURE, None, None);
    }

    #[test]
    fn a_publication_is_a_day_or_a_range_of_days() {
        let check = |from, to, expected: Option<&str>| {
            assert_eq!(published_value(when(Granularity::Days, from, to)).as_deref(), expected);
        };
        let (a, b) = (seconds(date(2026, 1, 24)), seconds(date(2026, 1, 31)));
        check(a, a + DAY, Some("2026-01-24"));
        check(a, b, Some("2026-01-24/2026-01-30"));
        check(a, Interval::FUTURE, Some("2026-01-24/.."));
        check(Interval::PAST, Interval::FUTURE, None);
    }

    #[test]
    fn a_given_date_is_stated_and_explained() {
        let published = given(date(2026, 2, 7));
        assert_eq!(published.dated, Dated::Stated);
        assert_eq!(published.when.and_then(published_value).as_deref(), Some("2026-02-07"));
        assert!(crate::evidence::because(&published.evidence.rule).is_some());
    }
}
