//! Which reporting period is meant: counted from the last quarter told, or from the day on which it is said to end.
//!
//! **Invariant:** a fiscal quarter that ends on a day told covers the three months to that day, whatever its number;
//! without a quarter told, only `the latest quarter` is one, the last that had ended. Start at [`period`].

use jiff::civil::Date;

use super::calendar;
use super::count::{self, Counted};
use super::expression::{Expression, Noun, Period, Shape};
use super::fiscal;
use super::frame::{Frame, Reach, Reported};
use super::grammar::Match;
use super::period::{exact, quarter_of, year_of};
use super::tense::Tense;
use super::token::Token;
use super::words::Unit;
use crate::civil::{Certainty, Granularity, Interval, When, days_between, plus_days, plus_months, seconds};
use crate::evidence::Anchor;

/// A period with its place in time, and what it was counted from.
type Found = Option<(Counted, Option<Anchor>)>;

/// `said`, which ends before token `end`.
pub(super) fn period(said: Period, t: &[Token], end: usize, frame: &Frame, reach: &Reach) -> Found {
    if said.noun == Noun::Quarter
        && let Some(last) = ending(t, end, frame)
    {
        return Some((three_months(last, None)?, Some(frame.anchor())));
    }
    let back = i16::from(said.back);
    if let Some(told) = reach.reported() {
        let year = said.year.unwrap_or(told.year).checked_sub(back)?;
        let months = said.noun == Noun::Any && reach.is_months();
        let counted = if months { year_of(year, "period-told")? } else { quarter_like(told, year)? };
        return Some((counted, Some(anchor(told))));
    }
    if let Some(year) = said.year {
        return Some((year_of(year.checked_sub(back)?, "date-given")?, None));
    }
    if said.noun == Noun::Any && said.back == 1 {
        let ago = Expression::of(Shape::Ago { number: Some(1), unit: Unit::Year });
        return Some((frame.agree(&ago, Tense::Past)?, Some(frame.anchor())));
    }
    let (first, last) = frame.days?;
    let of = |day: Date| {
        let day = plus_months(day.first_of_month(), -3)?;
        quarter_of(day.year().checked_sub(back)?, (day.month() + 2) / 3, "counted")
    };
    let counted = of(first).filter(|c| said.latest && of(last).is_some_and(|l| l == *c))?;
    Some((counted, Some(frame.anchor())))
}

/// `a year earlier`, `a year ago` beside figures: the same quarter of the year before the one told.
pub(super) fn year_before(m: &Match, t: &[Token], frame: &Frame, reach: &Reach) -> Found {
    let later = match &m.expression.shape {
        Shape::Ago { number: Some(1), unit: Unit::Year } => false,
        Shape::Later { number: Some(1), unit: Unit::Year, back: true, more: false, .. } => true,
        _ => return None,
    };
    // "A year earlier, net income was $2 million": the figures follow.
    let fronted =
        later && m.start == 0 && figures(t.get(m.end..(m.end + 14).min(t.len())).unwrap_or_default());
    let before = t.get(m.start.saturating_sub(14)..m.start).unwrap_or_default();
    if !fronted && !figures(before) {
        return None;
    }
    if let Some(told) = reach.reported() {
        let year = told.year.checked_sub(1)?;
        let counted =
            if reach.is_months() { year_of(year, "period-told")? } else { quarter_like(told, year)? };
        return Some((counted, Some(anchor(told))));
    }
    // "Higher than a year earlier", where nothing is told: a year before the figures were given.
    if !later || reach.near(false).is_some() {
        return None;
    }
    let ago = Expression::of(Shape::Ago { number: Some(1), unit: Unit::Year });
    Some((frame.agree(&ago, Tense::Past)?, Some(frame.anchor())))
}

/// The quarter `counted` where the words after token `end` say on which day it ended.
pub(super) fn ended(
    counted: &Counted,
    number: i8,
    t: &[Token],
    end: usize,
    frame: &Frame,
) -> Option<Counted> {
    let last = ending(t, end, frame)?;
    Some(Counted { rule: counted.rule, ..three_months(last, Some(number))? })
}

/// The quarter told as it was in `year`; one that was said to end on some day ends on that day of `year`.
fn quarter_like(told: &Reported, year: i16) -> Option<Counted> {
    let mut counted = quarter_of(year, told.number, "period-told")?;
    let (first, last) = (told.when.interval.first_day()?, told.when.interval.last_day()?);
    let whole = (88..94).contains(&days_between(first, last));
    if whole && told.when.certainty == Certainty::About {
        let months = 12 * i64::from(year - told.year);
        let interval = Interval::days(plus_months(first, months)?, plus_months(last, months)?);
        counted.when = When { interval, ..told.when };
    }
    Some(counted)
}

/// Whether there are figures among `words`, or a comparison, such as a time of another year is held against.
fn figures(words: &[Token]) -> bool {
    words.iter().any(|w| {
        matches!(
            w.low.as_str(),
            "$" | "£" | "€" | "%" | "percent" | "cents" | "million" | "billion" | "from" | "than"
        )
    })
}

fn ending(t: &[Token], end: usize, frame: &Frame) -> Option<Date> {
    let (at, ahead) = fiscal::ended(t, end)?;
    let day = calendar::calendar(t, at).filter(|d| matches!(d.expression.shape, Shape::Day { .. }))?;
    let tense = if ahead { Tense::Future } else { Tense::Past };
    let counted = match &day.expression.shape {
        Shape::Day { year: Some(_), .. } => count::count(&day.expression, tense, Date::constant(2000, 1, 1)),
        _ => frame.agree(&day.expression, tense),
    };
    counted?.when.interval.first_day()
}

fn three_months(last: Date, number: Option<i8>) -> Option<Counted> {
    let first = plus_days(plus_months(last, -3)?, 1)?;
    let middle = plus_days(last, -45)?;
    let (year, number) = number.map_or((middle.year(), (middle.month() + 2) / 3), |n| (last.year(), n));
    let mut when = exact(seconds(first), seconds(plus_days(last, 1)?), Granularity::Quarter);
    when.certainty = Certainty::About;
    Some(Counted { value: format!("{year:04}-Q{number}"), when, rule: "date-given" })
}

fn anchor(told: &Reported) -> Anchor {
    Anchor { what: "date told".into(), value: told.value.clone(), passages: vec![told.span] }
}
