//! Days and periods that count from another day: `yesterday`, `overnight`, `the same day`, `this week`.
//!
//! **Invariant:** an overnight flight is no time, and "the last week of May" is not this year's last week.
//! Start at [`deictic`], [`told`], [`part_told`] and [`whole_unit`].

use super::amount;
use super::calendar::{at, is_title};
use super::expression::{Expression, Shape};
use super::grammar::{Match, word};
use super::token::Token;
use super::words::{self, Unit, Which};
use crate::civil;
use crate::fold::{WordList, sorted};

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
        // "Today's world" and "the leaders of tomorrow" mean no day.
        ("today", "'s", age) if AGE.has(age) => None,
        ("tomorrow", next, _) if next != "'s" && is_figurative(t, i) => None,
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

/// What "today" owns where it means the age.
const AGE: WordList = sorted![
    "children",
    "culture",
    "economy",
    "generation",
    "society",
    "standards",
    "technology",
    "world",
    "young",
    "youth",
];

/// Whether "of" before token `i` makes it the time of somebody: `the leaders of tomorrow`, but not `as of tomorrow`.
fn is_figurative(t: &[Token], i: usize) -> bool {
    let Some(owner) = i.checked_sub(2).map(|b| word(t, b)) else { return false };
    word(t, i - 1) == "of"
        && !matches!(owner, "as" | "end" | "start" | "beginning")
        && words::part(owner).is_none()
}

/// `the same day`, `that day`, `the following morning`, `the previous night`, `the next Monday`.
pub(super) fn told(t: &[Token], i: usize) -> Option<Match> {
    if let Some(found) = day_from(t, i).or_else(|| week_of(t, i)) {
        return Some(found);
    }
    let (days, end) = match (word(t, i), word(t, i + 1), word(t, i + 2)) {
        ("the" | "that", "same", _) => (0, i + 2),
        ("the", order, "day") if words::ordinal(order).is_some() => {
            // "The first day he could" is any day; a day of something is one of a row.
            let alone = !matches!(
                word(t, i + 3),
                "he" | "she"
                    | "it"
                    | "they"
                    | "we"
                    | "i"
                    | "you"
                    | "that"
                    | "when"
                    | "after"
                    | "before"
                    | "-"
            );
            return words::ordinal(order).filter(|_| alone).map(|n| at(i, i + 3, Shape::Nth(n)));
        }
        ("the", "following" | "next", _) => (1, i + 2),
        ("the", "previous" | "preceding", _) => (-1, i + 2),
        ("that", ..) => (0, i + 1),
        ("the", "day" | "night", "before" | "earlier") | ("a", "day", "before") => {
            // "The day before they met" counts from a clause, not from a day told.
            let clause = t.get(i + 3).is_some_and(Token::is_word)
                && !matches!(
                    word(t, i + 3),
                    "and" | "but" | "in" | "at" | "on" | "by" | "with" | "when" | "'s"
                );
            let shape = if word(t, i + 1) == "night" { Shape::NightBefore } else { Shape::Told(-1) };
            return (!clause).then(|| at(i, i + 3, shape));
        }
        // "Up from the week before".
        ("the", "week" | "month" | "year", "before" | "earlier") => {
            let (unit, _) = words::unit(word(t, i + 1))?;
            let clause = t.get(i + 3).is_some_and(Token::is_word)
                && !matches!(
                    word(t, i + 3),
                    "and" | "but" | "in" | "at" | "on" | "by" | "with" | "when" | "to" | "from"
                );
            return (!clause).then(|| at(i, i + 3, Shape::ToldUnit { unit, step: -1 }));
        }
        ("the", "day", "after") if !t.get(i + 3).is_some_and(Token::is_word) => {
            return Some(at(i, i + 3, Shape::Told(1)));
        }
        _ => return None,
    };
    let name = word(t, end);
    // "That summer", "that March".
    if word(t, i) == "that" && end == i + 1 {
        let season = words::season(name).map(|name| Shape::Season { year: None, name, which: None });
        let month = || {
            let month =
                t.get(end).filter(|m| m.capital && m.low.len() > 4).and_then(|m| civil::month(&m.low))?;
            Some(Shape::Month { year: None, month, which: None })
        };
        if let Some(shape) = season.or_else(month) {
            return Some(at(i, end + 1, Shape::ThatYear(Box::new(shape))));
        }
    }
    if days == -1 && name == "night" {
        return Some(at(i, end + 1, Shape::NightBefore));
    }
    if name == "day" {
        return Some(at(i, end + 1, Shape::Told(days)));
    }
    if let Some(part) = words::part(name) {
        let expression = Expression { part: Some(part), ..Expression::of(Shape::Told(days)) };
        return Some(Match { start: i, end: end + 1, expression });
    }
    if let Some(day) =
        t.get(end).filter(|d| d.capital && d.low.len() > 5).and_then(|d| civil::weekday(&d.low))
    {
        let step = days as i8;
        return (!is_title(t, end)).then(|| at(i, end + 1, Shape::ToldWeekday { day, step }));
    }
    let (unit, plural) = words::unit(name)?;
    let fits = days == 0 && !plural && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Weekend);
    fits.then(|| at(i, end + 1, Shape::ToldUnit { unit, step: 0 }))
}

/// `the morning`, `the evening` of the day told.
pub(super) fn part_told(t: &[Token], i: usize) -> Option<Match> {
    let part = words::part(word(t, i + 1)).filter(|_| word(t, i) == "the")?;
    let led = i.checked_sub(1).is_some_and(|b| matches!(word(t, b), "in" | "during" | "through"));
    let bound =
        matches!(word(t, i + 2), "of" | "after" | "before" | "-") || t.get(i + 2).is_some_and(|n| n.capital);
    let expression = Expression { part: Some(part), ..Expression::of(Shape::Told(0)) };
    (led && !bound).then_some(Match { start: i, end: i + 2, expression })
}

/// `the day before Thanksgiving`, `the day after last Tuesday`: a day from another.
fn day_from(t: &[Token], i: usize) -> Option<Match> {
    let days = match (word(t, i), word(t, i + 1), word(t, i + 2)) {
        ("the" | "a", "day", "before") => -1,
        ("the" | "a", "day", "after") => 1,
        _ => return None,
    };
    let day = super::calendar::day(t, i + 3)?;
    let fits = day.start == i + 3
        && day.expression.part.is_none()
        && matches!(day.expression.shape, Shape::Day { .. } | Shape::Weekday { .. } | Shape::Feast { .. });
    fits.then(|| at(i, day.end, Shape::DaysFrom { days, shape: Box::new(day.expression.shape) }))
}

/// `the week of March 6`, `the week ending Friday`.
fn week_of(t: &[Token], i: usize) -> Option<Match> {
    let article = usize::from(word(t, i) == "the");
    if word(t, i + article) != "week"
        || !matches!(word(t, i + article + 1), "of" | "beginning" | "ending" | "ended")
    {
        return None;
    }
    let day = super::calendar::day(t, i + article + 2)?;
    let fits = day.start == i + article + 2
        && matches!(day.expression.shape, Shape::Day { .. } | Shape::Feast { .. });
    fits.then(|| at(i, day.end, Shape::WeekOf(Box::new(day.expression.shape))))
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
        "coming" if article || i == which_at => Which::Next,
        "following" | "previous" if article => {
            let step = if word(t, which_at) == "following" { 1 } else { -1 };
            let (unit, plural) = words::unit(word(t, which_at + 1))?;
            let fits = !plural && matches!(unit, Unit::Week | Unit::Month | Unit::Year);
            return fits.then(|| at(i, which_at + 2, Shape::ToldUnit { unit, step }));
        }
        "this" if matches!(word(t, which_at + 1), "coming" | "past") => {
            let past = word(t, which_at + 1) == "past";
            let (unit, plural) = words::unit(word(t, which_at + 2))?;
            let fits = !plural && matches!(unit, Unit::Weekend | Unit::Week | Unit::Month | Unit::Year);
            let which = if past { Which::Last } else { Which::Next };
            return fits.then(|| at(i, which_at + 3, Shape::Unit { which, unit }));
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
    // “This Week With Somebody” is the name of a programme.
    let capital = |at: usize| t.get(at).is_some_and(|w| w.capital);
    let title = capital(which_at)
        && capital(which_at + 1)
        && i.checked_sub(1).is_some_and(|b| matches!(word(t, b), "\"" | "“" | "'" | "‘" | "`" | "'s" | "on"));
    // "The last week of May" counts within May, which is not worked out.
    let within = article && word(t, which_at + 2) == "of";
    (fits && !within && !title).then(|| at(i, amount::or_so(t, which_at + 2), Shape::Unit { which, unit }))
}
