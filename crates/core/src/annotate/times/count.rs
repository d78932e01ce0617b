//! Counting an expression from one day: its TIMEX3 value, its interval, and how well it is fixed.
//!
//! **Invariant:** calendar arithmetic is `jiff`'s, and what lies beyond the calendar is `None`.
//! Start at [`count`].

use jiff::civil::Date;

use super::expression::{Expression, Shape};
use super::feast::{self, Feast};
use super::period::{
    ago, century_of, day_of, decade_of, exact, half_of, month_of, night, quarter_of, season_of, unit_of,
    week_of, year_of,
};
use super::tense::Tense;
use super::words::{self, Mod, Part, Unit, Which};
use super::year::years;
use crate::civil::{Certainty, DAY, Granularity, Interval, When, iso, plus_days, plus_months, seconds};

/// An expression with its place in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    /// The TIMEX3 value.
    pub value: String,
    /// The interval.
    pub when: When,
    /// The rule that chose it.
    pub rule: &'static str,
}

/// `expression` as said on `today` in a clause of `tense`.
pub(super) fn count(expression: &Expression, tense: Tense, today: Date) -> Option<Counted> {
    let plain = match &expression.shape {
        Shape::Day { year: Some(year), month, day } => {
            day_of(Date::new(*year, *month, *day).ok()?, "date-given")
        }
        Shape::Day { year: None, month, day } => {
            let year = pick(tense, today.year(), |y| Some(seconds(Date::new(y, *month, *day).ok()?)), today)?;
            day_of(Date::new(year, *month, *day).ok()?, date_rule(tense))
        }
        Shape::Known { year, month, day } => day_of(Date::new(*year, *month, *day).ok()?, "event-known"),
        Shape::Run { year, month, day, last } => run_of(*year, *month, (*day, *last), tense, today)?,
        Shape::Month { year: Some(year), month, .. } => month_of(*year, *month, "date-given")?,
        Shape::Month { year: None, month, which } => {
            let year = month_year(*which, tense, *month, today);
            month_of(year, *month, if which.is_some() { "counted" } else { date_rule(tense) })?
        }
        Shape::Year(year) => year_of(*year, "date-given")?,
        Shape::Decade(year) => decade_of(*year, "date-given")?,
        Shape::InYear { years, month, day: None } => {
            month_of(today.year().checked_add(*years)?, *month, "counted")?
        }
        Shape::InYear { years, month, day: Some(day) } => {
            day_of(Date::new(today.year().checked_add(*years)?, *month, *day).ok()?, "counted")
        }
        Shape::Quarter { year: Some(year), number, .. } => quarter_of(*year, *number, "date-given")?,
        Shape::Quarter { years: Some(years), number, .. } => {
            quarter_of(today.year().checked_add(*years)?, *number, "counted")?
        }
        Shape::Quarter { number, .. } => {
            quarter_of(quarter_year(*number, tense, today), *number, date_rule(tense))?
        }
        Shape::FiscalYear { year, which } => {
            let year = year.map_or_else(|| today.year().checked_add(years(*which)), Some)?;
            // A fiscal year may begin in another month than January; which, the text does not say.
            softened(year_of(year, if rule_given(expression) { "date-given" } else { "counted" })?)
        }
        Shape::YearEnd(year) => {
            let past = i16::from(tense == Tense::Past);
            let year = year.map_or_else(|| today.year().checked_sub(past), Some)?;
            let december =
                month_of(year, 12, if rule_given(expression) { "date-given" } else { date_rule(tense) })?;
            softened(Counted { value: format!("{year:04}-12-31"), ..december })
        }
        Shape::Half { year: Some(year), number, .. } => half_of(*year, *number, "date-given")?,
        Shape::Half { year: None, years, number } => {
            half_of(today.year().checked_add(*years)?, *number, "counted")?
        }
        Shape::DaysFrom { days, shape } => {
            let day = count(&Expression::of((**shape).clone()), tense, today)?.when.interval.first_day()?;
            day_of(plus_days(day, *days)?, "counted")
        }
        Shape::YearsBefore { years, shape } => {
            let inner = count(&Expression::of((**shape).clone()), tense, today)?;
            // The middle of a week lies in the same week of the year, its first day perhaps not.
            let week = inner.when.granularity == Granularity::Week;
            let day = plus_days(inner.when.interval.first_day()?, if week { 3 } else { 0 })?;
            years_before(day, *years, inner.when.granularity)?
        }
        Shape::WeekOf(shape) => {
            let inner = count(&Expression::of((**shape).clone()), tense, today)?;
            week_of(inner.when.interval.first_day()?, inner.rule)?
        }
        Shape::Feast { feast, year, which } => feast_of(*feast, *year, *which, tense, today)?,
        Shape::Century(first) => century_of(*first, "date-given")?,
        Shape::TheUnit(unit) => unit_of(Which::This, *unit, today)?,
        Shape::Season { year, name, which } => season_of(*year, name, *which, tense, today)?,
        Shape::Weekday { day, which } => {
            let (date, rule) = weekday(*day, *which, tense, today)?;
            day_of(date, rule)
        }
        Shape::Days(days) => day_of(plus_days(today, *days)?, "counted"),
        Shape::Unit { which, unit } => unit_of(*which, *unit, today)?,
        Shape::Weekend => {
            let next = tense.is_ahead() || today.weekday().to_monday_zero_offset() >= 5;
            unit_of(if next { Which::This } else { Which::Last }, Unit::Weekend, today)?
        }
        Shape::Ago { number: Some(number), unit } => ago(i64::from(*number), *unit, today)?,
        Shape::FromNow { number, unit } => ago(-i64::from(*number), *unit, today)?,
        Shape::Overnight(None) => night(plus_days(today, -1)?, "night-before"),
        Shape::Overnight(Some(day)) => {
            let (date, _) = weekday(*day, None, tense, today)?;
            night(plus_days(date, -1)?, "night-into")
        }
        Shape::Clock => day_of(today, "clock-day"),
        Shape::Ago { number: None, .. }
        | Shape::Later { .. }
        | Shape::Told(_)
        | Shape::ToldUnit { .. }
        | Shape::ToldWeekday { .. }
        | Shape::SameBefore { .. }
        | Shape::ThatYear(_)
        | Shape::SomeWeekday(_)
        | Shape::Period(_)
        | Shape::NightBefore
        | Shape::Length(_)
        | Shape::Around(_)
        | Shape::Nth(_)
        | Shape::Set(_)
        | Shape::Era(_)
        | Shape::Reference(_) => return None,
    };
    finish(plain, expression, today)
}

/// The days of a month from the first to the last of `days`.
fn run_of(year: Option<i16>, month: i8, days: (i8, i8), tense: Tense, today: Date) -> Option<Counted> {
    let first = count(&Expression::of(Shape::Day { year, month, day: days.0 }), tense, today)?;
    let from = first.when.interval.first_day()?;
    let to = Date::new(from.year(), month, days.1).ok()?;
    let when = exact(seconds(from), seconds(to) + DAY, Granularity::Days);
    Some(Counted { value: format!("{}/{}", iso(from), iso(to)), when, rule: first.rule })
}

/// The day, week or month that holds `day` as of `years` before.
pub(super) fn years_before(day: Date, years: i16, granularity: Granularity) -> Option<Counted> {
    let day = plus_months(day, -12 * i64::from(years))?;
    match granularity {
        Granularity::Week => week_of(day, "counted"),
        Granularity::Month => month_of(day.year(), day.month(), "counted"),
        g if g <= Granularity::Day => Some(day_of(day, "counted")),
        _ => None,
    }
}

fn rule_given(expression: &Expression) -> bool {
    matches!(expression.shape, Shape::FiscalYear { year: Some(_), .. } | Shape::YearEnd(Some(_)))
}

fn softened(mut counted: Counted) -> Counted {
    counted.when.certainty = Certainty::About;
    counted
}

/// The part of the day, clock time and modifier of `expression` applied to its day or interval.
pub(super) fn finish(mut counted: Counted, expression: &Expression, today: Date) -> Option<Counted> {
    let from = counted.when.interval.from;
    if let Some((hour, minute)) = expression.clock {
        let second = from + i64::from(hour) * 3600 + i64::from(minute) * 60;
        let zone = if expression.utc { "Z" } else { "" };
        counted.value = format!("{}T{hour:02}:{minute:02}{zone}", counted.value);
        counted.when = exact(second, second + 60, Granularity::Minute);
    } else if let Some(part) = expression.part {
        let (first, last) = match part {
            Part::EarlyHours => (0, 6),
            Part::Morning => (6, 12),
            Part::Afternoon => (12, 18),
            Part::Evening => (18, 24),
            Part::Night => (18, 30),
        };
        counted.value.push_str(words::suffix(part));
        counted.when = exact(from + first * 3600, from + last * 3600, Granularity::DayPart);
    }
    if let Some(modifier) = expression.modifier {
        counted.when = modified(counted.when, modifier, today)?;
    }
    Some(counted)
}

/// The third of `when` that `modifier` names.
fn modified(when: When, modifier: Mod, today: Date) -> Option<When> {
    let Interval { from, to } = when.interval;
    let month = |first: i64, last: i64| -> Option<(i64, i64)> {
        let start = when.interval.first_day()?;
        let at = |months: i64| plus_months(start, months).map(seconds);
        Some((at(first)?, at(last)?))
    };
    let third: u8 = match modifier {
        Mod::Start => 0,
        Mod::Mid => 1,
        Mod::End => 2,
        Mod::Before | Mod::After => {
            // What was earlier is over and what comes later is ahead, unless today is the first day or the last.
            let (day, next) = (seconds(today), seconds(today) + DAY);
            let (first, last) = match modifier {
                Mod::Before => (from, if from < day { day } else { next }),
                _ => (if next < to { next } else { day }, to),
            };
            // Within one day or away from today, "earlier" says nothing about which part of it.
            let inside = first < last && first >= from && last <= to && to - from > DAY;
            let interval = if inside { Interval { from: first, to: last } } else { when.interval };
            let certainty = if to - from > DAY { Certainty::Within } else { when.certainty };
            return Some(When { interval, certainty, ..when });
        }
        Mod::About => return Some(When { certainty: Certainty::About, ..when }),
    };
    let number = i64::from(third);
    let third = usize::from(third);
    let (first, last) = match when.granularity {
        Granularity::Week => {
            [(from, from + 3 * DAY), (from + 2 * DAY, from + 5 * DAY), (from + 4 * DAY, to)][third]
        }
        Granularity::Month => {
            [(from, from + 10 * DAY), (from + 10 * DAY, from + 20 * DAY), (from + 20 * DAY, to)][third]
        }
        Granularity::Quarter | Granularity::Season => month(number, number + 1)?,
        Granularity::Year => month(number * 4, number * 4 + 4)?,
        Granularity::Decade => {
            let times = if to - from > 20 * 366 * DAY { 10 } else { 1 };
            let (first, last) = [(0, 40), (36, 84), (72, 120)][third];
            month(first * times, last * times)?
        }
        Granularity::Minute | Granularity::DayPart | Granularity::Day | Granularity::Days => (from, to),
    };
    Some(When { interval: Interval { from: first, to: last }, certainty: Certainty::About, ..when })
}

/// The rule of a date without a year.
pub(super) fn date_rule(tense: Tense) -> &'static str {
    match tense {
        Tense::Past => "date-past",
        Tense::Future => "date-future",
        Tense::Ahead | Tense::Open => "date-nearest",
    }
}

/// The year for a date without one: the latest, the coming, or the nearest to `today`.
fn pick(tense: Tense, year: i16, second: impl Fn(i16) -> Option<i64>, today: Date) -> Option<i16> {
    let now = seconds(today);
    // A leap day lies up to eight years away.
    let near = (year - 8..=year + 8).filter_map(|y| second(y).map(|s| (y, s)));
    let before = near.clone().rfind(|(_, s)| *s <= now);
    let after = near.clone().find(|(_, s)| *s >= now);
    let nearest = near.min_by_key(|(_, s)| (s - now).abs())?;
    let distance = |found: &(i16, i64)| (found.1 - now).abs() / DAY;
    let wanted = match tense {
        Tense::Past => before,
        Tense::Future => after,
        Tense::Ahead | Tense::Open => None,
    };
    // "Was due on Feb. 5" on the 7th looks ahead from before it: a date within a week is that one. And a date ten
    // months off would have been given with its year.
    let fits = |found: &(i16, i64)| distance(&nearest) > 7 && distance(found) < 300;
    Some(wanted.filter(fits).unwrap_or(nearest).0)
}

fn feast_of(
    feast: Feast,
    year: Option<i16>,
    which: Option<Which>,
    tense: Tense,
    today: Date,
) -> Option<Counted> {
    let of = |year| Some(seconds(feast::day(feast, year)?));
    let (year, rule) = match (year, which) {
        (Some(year), _) => (year, "date-given"),
        (None, Some(which)) => (feast::year_by(which, feast, today)?, "counted"),
        (None, None) => (pick(tense, today.year(), of, today)?, date_rule(tense)),
    };
    Some(day_of(feast::day(feast, year)?, rule))
}

fn quarter_year(number: i8, tense: Tense, today: Date) -> i16 {
    let ahead = i16::from(number * 3 - 2) - i16::from(today.month());
    // A quarter to come begins within nine months; one that has begun is told of for as long.
    let shift = match tense {
        Tense::Future | Tense::Ahead => i16::from(ahead < -6),
        Tense::Past | Tense::Open => -i16::from(ahead > 0),
    };
    today.year() + shift
}

fn month_year(which: Option<Which>, tense: Tense, month: i8, today: Date) -> i16 {
    let year = today.year();
    let here = month == today.month();
    let passed = month < today.month();
    let ahead = i16::from(month) - i16::from(today.month());
    let shift = match (which, tense) {
        // In March "last February" is that of the year before: the other one is "last month".
        (Some(Which::Last), _) => -i16::from(!passed || ahead == -1),
        (Some(Which::Next), _) => i16::from(passed || here),
        (None, Tense::Future) => i16::from(passed),
        // With a past verb a month that is about to begin is more likely the coming one than that of last year.
        (None, Tense::Past) if ahead == -11 => 1,
        (None, Tense::Past) if ahead > 1 => -1,
        (None, Tense::Ahead | Tense::Open) if ahead > 5 => -1,
        (None, Tense::Ahead | Tense::Open) if ahead < -6 => 1,
        _ => 0,
    };
    year + shift
}

fn weekday(
    day: jiff::civil::Weekday,
    which: Option<Which>,
    tense: Tense,
    today: Date,
) -> Option<(Date, &'static str)> {
    let ahead = i64::from(day.since(today.weekday()));
    let back = i64::from(today.weekday().since(day));
    let monday_of_next = 7 - i64::from(today.weekday().to_monday_zero_offset());
    let (days, rule) = match (which, tense) {
        (Some(Which::Last), _) => (if back == 0 { -7 } else { -back }, "weekday-named"),
        (Some(Which::Next), _) => (monday_of_next + i64::from(day.to_monday_zero_offset()), "weekday-named"),
        (Some(Which::This), Tense::Past) => (-back, "weekday-named"),
        (Some(Which::This), _) => (ahead, "weekday-named"),
        (None, Tense::Future | Tense::Ahead) => (ahead, "weekday-future"),
        (None, Tense::Past) => (-back, "weekday-past"),
        // Six days back a reporter would say "last Thursday"; no verb tells, so it is tomorrow's.
        (None, Tense::Open) => (if ahead == 1 { 1 } else { -back }, "weekday-open"),
    };
    Some((plus_days(today, days)?, rule))
}
