//! Days and periods that count from another day: `yesterday`, `overnight`, `the same day`, `this week`.
//!
//! **Invariant:** an overnight flight is no time, and "the last week of May" is not this year's last week.
//! Start at [`deictic`], [`told`] and [`whole_unit`].

use super::calendar::{at, is_title};
use super::expression::{Expression, Shape};
use super::grammar::{Match, word};
use super::token::Token;
use super::words::{self, Unit, Which};
use crate::civil;

/// `today`, `last night`, `overnight into Friday`.
pub(super) fn deictic(t: &[Token], i: usize) -> Option<Match> {
    let days = |n, end| {
        let part = words::part(word(t, end));
        let end = if part.is_some() { end + 1 } else { end };
        Some(Match { start: i, end, expression: Expression { part, ..Expression::of(Shape::Days(n)) } })
    };
    let parted = |n, name: &str, end| {
        let part = words::part(name)?;
        Some(Match {
            start: i,
            end,
            expression: Expression { part: Some(part), ..Expression::of(Shape::Days(n)) },
        })
    };
    match (word(t, i), word(t, i + 1), word(t, i + 2)) {
        ("the", "day", "before") if word(t, i + 3) == "yesterday" => days(-2, i + 4),
        ("the", "day", "after") if word(t, i + 3) == "tomorrow" => days(2, i + 4),
        ("today", ..) if !is_title(t, i) => days(0, i + 1),
        ("yesterday", ..) => days(-1, i + 1),
        ("tomorrow", ..) => days(1, i + 1),
        ("tonight", ..) => parted(0, "night", i + 1),
        ("last", "night" | "evening", _) => parted(-1, word(t, i + 1), i + 2),
        ("this", "morning" | "afternoon" | "evening", _) => parted(0, word(t, i + 1), i + 2),
        ("overnight", "into", _) => {
            let day =
                t.get(i + 2).filter(|d| d.capital && d.low.len() > 5).and_then(|d| civil::weekday(&d.low));
            let end = if day.is_some() { i + 3 } else { i + 1 };
            Some(at(i, end, Shape::Overnight(day)))
        }
        // An "overnight flight" is a kind of flight; an attack that happened overnight mostly ends its phrase.
        ("overnight", next, _) if !matches!(next, "flight" | "stay" | "success" | "train" | "bag") => {
            Some(at(i, i + 1, Shape::Overnight(None)))
        }
        _ => None,
    }
}

/// `the same day`, `that day`, `the following day`, `the previous night`.
pub(super) fn told(t: &[Token], i: usize) -> Option<Match> {
    let shape = match (word(t, i), word(t, i + 1), word(t, i + 2)) {
        ("the" | "that", "same", "day") => Shape::Told(0),
        ("the", "following" | "next", "day") => Shape::Told(1),
        ("the", "previous", "day") | ("the", "day", "before" | "earlier") | ("a", "day", "before") => {
            Shape::Told(-1)
        }
        ("the", "day", "after") if !t.get(i + 3).is_some_and(Token::is_word) => Shape::Told(1),
        ("the", "previous", "night") | ("the", "night", "before") => Shape::NightBefore,
        ("that", "day", _) => return Some(at(i, i + 2, Shape::Told(0))),
        _ => return None,
    };
    Some(at(i, i + 3, shape))
}

/// `this week`, `last year`, `the weekend`.
pub(super) fn whole_unit(t: &[Token], i: usize) -> Option<Match> {
    let article = word(t, i) == "the";
    if article && word(t, i + 1) == "weekend" || word(t, i) == "weekend" && i > 0 && word(t, i - 1) == "over"
    {
        return Some(at(i, if article { i + 2 } else { i + 1 }, Shape::Weekend));
    }
    let which_at = if article { i + 1 } else { i };
    let which = match word(t, which_at) {
        "current" if article => Which::This,
        "coming" if article => Which::Next,
        "following" | "previous" if article => {
            let step = if word(t, which_at) == "following" { 1 } else { -1 };
            let (unit, plural) = words::unit(word(t, which_at + 1))?;
            let fits = !plural && matches!(unit, Unit::Week | Unit::Month | Unit::Year);
            return fits.then(|| at(i, which_at + 2, Shape::ToldUnit { unit, step }));
        }
        other => words::which(other)?,
    };
    let (unit, plural) = words::unit(word(t, which_at + 1))?;
    let fits = !plural
        && matches!(
            unit,
            Unit::Weekend
                | Unit::Week
                | Unit::Month
                | Unit::Quarter
                | Unit::Year
                | Unit::Decade
                | Unit::Century
        );
    // "The last week of May" counts within May, which is not worked out.
    let within = article && word(t, which_at + 2) == "of";
    (fits && !within).then(|| at(i, which_at + 2, Shape::Unit { which, unit }))
}
