//! Expressions that count from another one: `a week from Saturday`, `30 years ago today`, `the first Monday of May`,
//! `the same month last year`.
//!
//! **Invariant:** the parts of a compound are one expression; read apart, the wall would have fallen today.
//! Start at [`compound`].

use super::calendar::{self, at};
use super::expression::Shape;
use super::feast::Feast;
use super::grammar::{Match, word};
use super::numeral;
use super::token::Token;
use super::words::{self, Unit, Which};
use super::year::year_after;
use crate::civil;

/// The compound that begins at token `i`.
pub(super) fn compound(t: &[Token], i: usize) -> Option<Match> {
    counted_from(t, i).or_else(|| weekday_of_month(t, i)).or_else(|| same(t, i))
}

/// `a week from Saturday`, `two weeks ago Tuesday`, `30 years ago today`, `a year ago this month`.
fn counted_from(t: &[Token], i: usize) -> Option<Match> {
    if !(2..6).any(|ahead| matches!(word(t, i + ahead), "ago" | "from")) {
        return None;
    }
    let (count, unit_at) = numeral::count(t, i)?;
    let number = i64::from(count.number?);
    let (unit, _) = words::unit(word(t, unit_at))?;
    let back = match word(t, unit_at + 1) {
        "ago" => true,
        "from" => false,
        _ => return None,
    };
    let inner_at = unit_at + 2 + usize::from(word(t, unit_at + 2) == "on");
    if unit == Unit::Week {
        let day =
            calendar::day(t, inner_at).filter(|m| m.start == inner_at && m.expression.part.is_none())?;
        let Shape::Weekday { day: weekday, which: None } = day.expression.shape else { return None };
        let days = number.checked_mul(if back { -7 } else { 7 })?;
        let which = if back { None } else { Some(Which::This) };
        let shape = Box::new(Shape::Weekday { day: weekday, which });
        return Some(at(i, day.end, Shape::DaysFrom { days, shape }));
    }
    let years = i16::try_from(number.checked_mul(match unit {
        Unit::Year => 1,
        Unit::Decade => 10,
        _ => return None,
    })?)
    .ok()?;
    let (shape, end) = match (word(t, inner_at), word(t, inner_at + 1)) {
        ("today", _) => (Shape::Days(0), inner_at + 1),
        ("yesterday", _) => (Shape::Days(-1), inner_at + 1),
        ("tomorrow", _) => (Shape::Days(1), inner_at + 1),
        (which, unit @ ("week" | "month")) => {
            let unit = words::unit(unit)?.0;
            (Shape::Unit { which: words::which(which)?, unit }, inner_at + 2)
        }
        _ => return None,
    };
    back.then(|| at(i, end, Shape::YearsBefore { years, shape: Box::new(shape) }))
}

/// `the first Monday of May`, `the last Thursday in November 2012`, `the second Tuesday of every month`.
fn weekday_of_month(t: &[Token], i: usize) -> Option<Match> {
    let order_at = if word(t, i) == "the" { i + 1 } else { i };
    let nth = match word(t, order_at) {
        "last" => -1,
        order => words::ordinal(order).filter(|n| *n < 6)?,
    };
    let day =
        t.get(order_at + 1).filter(|d| d.capital && d.low.len() > 5).and_then(|d| civil::weekday(&d.low))?;
    if !matches!(word(t, order_at + 2), "of" | "in") {
        return None;
    }
    let month_at = order_at + 3;
    if matches!(word(t, month_at), "every" | "each") && word(t, month_at + 1) == "month" {
        return Some(at(i, month_at + 2, Shape::Set(format!("XXXX-WXX-{}", day.to_monday_one_offset()))));
    }
    let (month, end) = calendar::month_name(t, month_at)?;
    let (year, end) = year_after(t, end);
    Some(at(i, end, Shape::Feast { feast: Feast::Nth(month, day, nth), year, which: None }))
}

/// `the same month last year`, `the same week a year earlier`.
fn same(t: &[Token], i: usize) -> Option<Match> {
    if !matches!((word(t, i), word(t, i + 1)), ("the", "same")) {
        return None;
    }
    let (unit, false) = words::unit(word(t, i + 2))? else { return None };
    let of = i + 3 + usize::from(matches!(word(t, i + 3), "of" | "in"));
    let end = match (word(t, of), word(t, of + 1), word(t, of + 2)) {
        ("last", "year", _) => of + 2,
        ("the", "last" | "previous" | "prior", "year")
        | ("a" | "one", "year", "ago" | "earlier" | "before") => of + 3,
        _ => return None,
    };
    matches!(unit, Unit::Day | Unit::Week | Unit::Month)
        .then(|| at(i, end, Shape::SameBefore { unit, years: 1 }))
}
