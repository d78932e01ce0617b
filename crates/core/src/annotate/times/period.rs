//! Days, weeks, months, quarters, seasons and years as values with their intervals.
//!
//! **Invariant:** calendar arithmetic is `jiff`'s, and what lies beyond the calendar is `None`.
//! Seasons are the northern, meteorological ones, and bear the year they begin in. Start at [`day_of`].

use jiff::civil::Date;

use super::count::Counted;
use super::tense::Tense;
use super::words::{Unit, Which};
use crate::civil::{Certainty, DAY, Granularity, Interval, When, iso, plus_days, plus_months, seconds};

/// `this week`, `next year`: the unit that holds `today`, or the one before or after it.
pub(super) fn unit_of(which: Which, unit: Unit, today: Date) -> Option<Counted> {
    let step: i32 = match which {
        Which::Last => -1,
        Which::This => 0,
        Which::Next => 1,
    };
    let years = |n: i32| -> Option<i16> { today.year().checked_add(i16::try_from(n).ok()?) };
    match unit {
        Unit::Week | Unit::Weekend => {
            let day = plus_days(today, i64::from(step) * 7)?;
            let mut counted = week_of(day, "counted")?;
            if unit == Unit::Weekend {
                counted.value.push_str("-WE");
                let to = counted.when.interval.to;
                counted.when = exact(to - 2 * DAY, to, Granularity::Days);
            }
            Some(counted)
        }
        Unit::Month => {
            let day = plus_months(today.first_of_month(), step.into())?;
            month_of(day.year(), day.month(), "counted")
        }
        Unit::Quarter => {
            let day = plus_months(today.first_of_month(), i64::from(step) * 3)?;
            quarter_of(day.year(), (day.month() + 2) / 3, "counted")
        }
        Unit::Year => year_of(years(step)?, "counted"),
        Unit::Decade => decade_of(years(step * 10)?.div_euclid(10) * 10, "counted"),
        Unit::Century => century_of(years(step * 100)?.div_euclid(100) * 100, "counted"),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => None,
    }
}

/// `number` units before `today`, as fine as the unit.
pub(super) fn ago(number: i64, unit: Unit, today: Date) -> Option<Counted> {
    let n = i32::try_from(number).ok()?;
    let mut counted = match unit {
        Unit::Day | Unit::Night => return Some(day_of(plus_days(today, -number)?, "counted")),
        Unit::Week => week_of(plus_days(today, -7 * number)?, "counted")?,
        Unit::Month => {
            let day = plus_months(today.first_of_month(), -i64::from(n))?;
            month_of(day.year(), day.month(), "counted")?
        }
        Unit::Year | Unit::Decade => {
            let n = if unit == Unit::Decade { n.checked_mul(10)? } else { n };
            year_of(today.year().checked_sub(i16::try_from(n).ok()?)?, "counted")?
        }
        _ => return None,
    };
    counted.when.certainty = Certainty::About;
    Some(counted)
}

/// The season `name` of `year`, or the one that `which` or the tense means.
pub(super) fn season_of(
    year: Option<i16>,
    name: &'static str,
    which: Option<Which>,
    tense: Tense,
    today: Date,
) -> Option<Counted> {
    let month: i8 = match name {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    let of = |year: i16| {
        let first = Date::new(year, month, 1).ok()?;
        let to = plus_months(first, 3)?;
        Some(exact(seconds(first), seconds(to), Granularity::Season))
    };
    let now = seconds(today);
    let around = || (today.year() - 1..=today.year() + 1).filter_map(|y| of(y).map(|w| (y, w)));
    let (year, rule) = match (year, which, tense) {
        (Some(year), ..) => (year, "date-given"),
        (_, Some(Which::Last), _) => (around().rfind(|(_, w)| w.interval.to <= now)?.0, "counted"),
        (_, Some(Which::Next), _) => (around().find(|(_, w)| w.interval.from > now)?.0, "counted"),
        // "This winter" is the one nearest to the day; the other seasons lie within the year.
        (_, Some(Which::This), _) if month == 12 && today.month() < 7 => (today.year() - 1, "counted"),
        (_, Some(Which::This), _) => (today.year(), "counted"),
        (_, None, Tense::Future | Tense::Ahead) => {
            (around().find(|(_, w)| w.interval.to > now)?.0, "date-future")
        }
        // No verb tells: the season that is on, or else the one that is nearer.
        (_, None, Tense::Open) => {
            let away = |w: &When| (w.interval.from - now).max(now - w.interval.to).max(0);
            (around().min_by_key(|(_, w)| away(w))?.0, "date-nearest")
        }
        (_, None, Tense::Past) => (around().rfind(|(_, w)| w.interval.from <= now)?.0, "date-past"),
    };
    Some(Counted { value: format!("{year:04}-{name}"), when: of(year)?, rule })
}

/// An interval as exact as the text says.
pub(super) fn exact(from: i64, to: i64, granularity: Granularity) -> When {
    When { interval: Interval { from, to }, granularity, certainty: Certainty::Exact }
}

/// A day.
pub(super) fn day_of(day: Date, rule: &'static str) -> Counted {
    Counted { value: iso(day), when: When::day(day), rule }
}

/// The night that begins on the evening of `day`: 18:00 to 06:00.
pub(super) fn night(day: Date, rule: &'static str) -> Counted {
    let evening = seconds(day) + 18 * 3600;
    let when = exact(evening, evening + 12 * 3600, Granularity::DayPart);
    Counted { value: iso(day) + "TNI", when, rule }
}

/// The week that holds `day`.
pub(super) fn week_of(day: Date, rule: &'static str) -> Option<Counted> {
    let iso = day.iso_week_date();
    let interval = Interval::week(day)?;
    let when = When { interval, granularity: Granularity::Week, certainty: Certainty::Exact };
    Some(Counted { value: format!("{:04}-W{:02}", iso.year(), iso.week()), when, rule })
}

/// A month.
pub(super) fn month_of(year: i16, month: i8, rule: &'static str) -> Option<Counted> {
    let interval = Interval::month(year, month)?;
    let when = When { interval, granularity: Granularity::Month, certainty: Certainty::Exact };
    Some(Counted { value: format!("{year:04}-{month:02}"), when, rule })
}

/// A year.
pub(super) fn year_of(year: i16, rule: &'static str) -> Option<Counted> {
    let interval = Interval::year(year)?;
    let when = When { interval, granularity: Granularity::Year, certainty: Certainty::Exact };
    Some(Counted { value: format!("{year:04}"), when, rule })
}

/// The ten years from `year` on.
pub(super) fn decade_of(year: i16, rule: &'static str) -> Option<Counted> {
    let interval =
        Interval { from: Interval::year(year)?.from, to: Interval::year(year.checked_add(9)?)?.to };
    let when = When { interval, granularity: Granularity::Decade, certainty: Certainty::Exact };
    Some(Counted { value: format!("{:03}", year / 10), when, rule })
}

/// A quarter of a calendar year.
pub(super) fn quarter_of(year: i16, number: i8, rule: &'static str) -> Option<Counted> {
    let first = Interval::month(year, number * 3 - 2)?;
    let last = Interval::month(year, number * 3)?;
    let when = exact(first.from, last.to, Granularity::Quarter);
    Some(Counted { value: format!("{year:04}-Q{number}"), when, rule })
}

/// The hundred years from `first` on.
pub(super) fn century_of(first: i16, rule: &'static str) -> Option<Counted> {
    let last = first.checked_add(99)?;
    let interval = Interval { from: Interval::year(first)?.from, to: Interval::year(last)?.to };
    let when = When { interval, granularity: Granularity::Decade, certainty: Certainty::Exact };
    Some(Counted { value: format!("{:02}", first / 100), when, rule })
}

/// A half of a calendar year.
pub(super) fn half_of(year: i16, number: i8, rule: &'static str) -> Option<Counted> {
    let first = Interval::month(year, number * 6 - 5)?;
    let last = Interval::month(year, number * 6)?;
    let when = exact(first.from, last.to, Granularity::Quarter);
    Some(Counted { value: format!("{year:04}-H{number}"), when, rule })
}
