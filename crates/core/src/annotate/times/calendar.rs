//! The middles of expressions: days, weekdays, months, years, quarters, seasons, and what counts from a day.
//!
//! **Invariant:** "may" the verb, "march", "second" and the Sunday Times are no times; a bare number is a year only
//! where the words around it say so. Start at [`calendar()`].

use jiff::civil::Date;

use super::deictic::{deictic, part_told, told, whole_unit};
use super::expression::{Expression, Shape};
use super::feast::{self, Feast};
use super::fiscal;
use super::grammar::{Match, word};
use super::spoken;
use super::token::Token;
use super::words::{self, Unit, Which};
use super::year::{self, year_after, years_after};
use crate::civil;

/// The expression that begins at token `i` without modifiers.
pub(super) fn calendar(t: &[Token], i: usize) -> Option<Match> {
    weekday(t, i)
        .or_else(|| date(t, i))
        .or_else(|| fiscal::fiscal(t, i))
        .or_else(|| feast::feast(t, i))
        .or_else(|| year::season(t, i))
        .or_else(|| deictic(t, i))
        .or_else(|| told(t, i))
        .or_else(|| part_told(t, i))
        .or_else(|| whole_unit(t, i))
        .or_else(|| year::year(t, i))
}

/// A day by its date, weekday or feast, and nothing that is counted from another day.
pub(super) fn day(t: &[Token], i: usize) -> Option<Match> {
    weekday(t, i).or_else(|| date(t, i)).or_else(|| feast::feast(t, i))
}

/// `the year`, `the week` after "the end of": this one.
pub(super) fn whole(t: &[Token], i: usize) -> Option<Match> {
    let (unit, plural) = words::unit(word(t, i + 1))?;
    let fits = word(t, i) == "the"
        && !plural
        && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade);
    fits.then(|| at(i, i + 2, Shape::Unit { which: Which::This, unit }))
}

/// An expression of `shape` over the tokens `[start, end)`.
pub(super) fn at(start: usize, end: usize, shape: Shape) -> Match {
    Match { start, end, expression: Expression::of(shape) }
}

fn weekday(t: &[Token], i: usize) -> Option<Match> {
    let (which, name_at) = match words::which(word(t, i)) {
        // "This coming Sunday", "this past Friday".
        Some(Which::This) if word(t, i + 1) == "coming" => (Some(Which::This), i + 2),
        Some(Which::This) if word(t, i + 1) == "past" => (Some(Which::Last), i + 2),
        Some(which) => (Some(which), i + 1),
        None if matches!(word(t, i), "the" | "this") => (None, i + 1),
        None => (None, i),
    };
    // "The Friday" alone says no more than "Friday" and keeps its article out of the expression.
    if which.is_none() && name_at > i {
        return None;
    }
    let name = t.get(name_at)?;
    let day = civil::weekday(&name.low).filter(|_| name.capital || name.low.len() > 5)?;
    let mut end = name_at + 1;
    if name.low.len() < 6 {
        // "Sun", "Sat" and "Wed" are weekdays only where a date follows them.
        let dot = usize::from(word(t, end) == ".") + end;
        let comma = usize::from(word(t, dot) == ",") + dot;
        return date(t, comma).map(|m| Match { start: i, ..m });
    }
    if is_title(t, name_at) {
        return None;
    }
    if word(t, end) == "," {
        let on = end + 1 + usize::from(word(t, end + 1) == "the");
        if let Some(full) = date(t, on).filter(|m| matches!(m.expression.shape, Shape::Day { .. })) {
            return Some(Match { start: i, ..full });
        }
    } else if let Some(full) = date(t, end).filter(|m| matches!(m.expression.shape, Shape::Day { .. })) {
        return Some(Match { start: i, ..full });
    }
    if which.is_none()
        && let Some(shape) = unnamed(t, i, end, day)
    {
        return Some(at(i, end, shape));
    }
    let part = words::part(word(t, end)).filter(|_| word(t, end + 1) != "live");
    if part.is_some() {
        end += 1;
    }
    let expression = Expression { part, ..Expression::of(Shape::Weekday { day, which }) };
    Some(Match { start: i, end, expression })
}

/// `a Sunday in May`, `the Friday before the vote`: a weekday that the words around it do not let count from today.
fn unnamed(t: &[Token], i: usize, end: usize, day: jiff::civil::Weekday) -> Option<Shape> {
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let next = word(t, end);
    let phrase =
        t.get(end).is_none_or(|n| !n.is_word()) || matches!(next, "in" | "when" | "that" | "and" | "or");
    if matches!(before, "a" | "any" | "one") && phrase && next != "-" && next != "'s" {
        return Some(Shape::SomeWeekday(day));
    }
    if before != "the" || next != "before" {
        return None;
    }
    let alone = t.get(end + 1).is_none_or(|n| !n.is_word());
    Some(if alone { Shape::ToldWeekday { day, step: -1 } } else { Shape::SomeWeekday(day) })
}

/// Whether the name at token `i` is part of a title: `Sunday Times`, `Black Friday`, `USA Today`.
pub(super) fn is_title(t: &[Token], i: usize) -> bool {
    let after = t.get(i + 1).is_some_and(|n| n.capital && words::TITLES_AFTER.contains(&n.low.as_str()));
    let before = i.checked_sub(1).and_then(|b| t.get(b));
    after || before.is_some_and(|b| b.capital && words::TITLES_BEFORE.contains(&b.low.as_str()))
}

/// The day that eight figures are: `20260124`.
fn run_together(figures: &str) -> Option<Date> {
    if figures.len() != 8 || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| figures.get(from..to)?.parse::<i16>().ok();
    Date::new(number(0, 4)?, number(4, 6)? as i8, number(6, 8)? as i8).ok()
}

/// `February 5`, `5 February 2026`, `Jan. 24, 2026`, `2026-01-24`, `30/January/2026`, `February 2022`, `June`,
/// `last November`.
fn date(t: &[Token], i: usize) -> Option<Match> {
    let first = t.get(i)?;
    if let Some(day) = civil::day_of(&first.low).or_else(|| run_together(&first.low)) {
        let shape = Shape::Day { year: Some(day.year()), month: day.month(), day: day.day() };
        return Some(at(i, i + 1, shape));
    }
    if let Some((year, month, day)) = in_figures(&first.low) {
        return Some(at(i, i + 1, Shape::Day { year: Some(year), month, day }));
    }
    if let Some(day) = day_number(t, i) {
        let mut month_at = day.1;
        if matches!(word(t, month_at), "of" | "-" | "/") {
            month_at += 1;
        }
        let (last, month_at) = run(t, day.1, day.0).map_or((None, month_at), |(last, end)| (Some(last), end));
        let (month, end) = month_name(t, month_at)?;
        let (year, end) = year_after(t, end);
        if let Some(last) = last {
            let shape = Shape::Run { year, month, day: day.0, last };
            return exists(year, month, last).then(|| at(i, end, shape));
        }
        return exists(year, month, day.0).then(|| at(i, end, Shape::Day { year, month, day: day.0 }));
    }
    // "The Fourth of July", "the first of May".
    if let Some((day, after)) = spoken::day(t, i).filter(|(_, after)| word(t, *after) == "of")
        && let Some((month, end)) = month_name(t, after + 1)
    {
        let (year, end) = year_after(t, end);
        return exists(year, month, day).then(|| at(i, end, Shape::Day { year, month, day }));
    }
    let which = words::which(word(t, i));
    let (month, end) = month_name(t, if which.is_some() { i + 1 } else { i })?;
    // "Last Oct. 23" is the latest one; the day says more than the month.
    if let Some(which) = which.filter(|w| *w != Which::This)
        && let Some((day, after)) = day_number(t, end)
        && after == end + 1
        && t.get(end).is_some_and(|n| n.digits().is_some())
        && year_after(t, after).0.is_none()
    {
        let shape = Shape::Feast { feast: Feast::Fixed(month, day), year: None, which: Some(which) };
        return exists(None, month, day).then(|| at(i, after, shape));
    }
    if which.is_none()
        && let Some((day, after)) = day_number(t, end).or_else(|| spoken::day(t, end))
        && !words::unit(word(t, after)).is_some_and(|(_, plural)| plural)
    {
        if let Some((last, after)) = run(t, after, day).filter(|(_, end)| month_name(t, *end).is_none()) {
            let (year, after) = year_after(t, after);
            let shape = Shape::Run { year, month, day, last };
            return exists(year, month, last).then(|| at(i, after, shape));
        }
        let of = after + usize::from(word(t, after) == "of");
        if let Some(years) = years_after(t, of) {
            return exists(None, month, day)
                .then(|| at(i, of + 2, Shape::InYear { years, month, day: Some(day) }));
        }
        let (year, after) = year_after(t, after);
        if year.is_none() && (month, day) == (9, 11) && names_2001(t, i, after) {
            return Some(at(i, after, Shape::Known { year: 2001, month, day }));
        }
        return exists(year, month, day).then(|| at(i, after, Shape::Day { year, month, day }));
    }
    if which.is_none()
        && let Some(years) = years_after(t, end + usize::from(word(t, end) == "of"))
    {
        let of = end + usize::from(word(t, end) == "of");
        return Some(at(i, of + 2, Shape::InYear { years, month, day: None }));
    }
    let (year, end) = year_after(t, end);
    let named = which.is_some() || year.is_some() || is_month_here(t, i, end);
    named.then(|| at(i, end, Shape::Month { year, month, which }))
}

/// `30/01/2026` or `01/30/2026`, where the figures leave one reading only.
fn in_figures(word: &str) -> Option<(i16, i8, i8)> {
    let mut parts = word.split('/');
    let mut part = |length: usize| parts.next().filter(|p| p.len() <= length);
    let (first, second): (i8, i8) = (part(2)?.parse().ok()?, part(2)?.parse().ok()?);
    let year: i16 = part(4).filter(|y| y.len() == 4)?.parse().ok()?;
    let (month, day) = match (first > 12, second > 12) {
        (true, false) => (second, first),
        (false, true) => (first, second),
        _ if first == second => (first, second),
        _ => return None,
    };
    (parts.next().is_none() && exists(Some(year), month, day)).then_some((year, month, day))
}

fn exists(year: Option<i16>, month: i8, day: i8) -> bool {
    Date::new(year.unwrap_or(2000), month, day).is_ok()
}

/// A day of the month at token `i` with its `st`, `nd`, `rd` or `th`.
fn day_number(t: &[Token], i: usize) -> Option<(i8, usize)> {
    let token = t.get(i)?;
    let day = token.digits().filter(|d| (1..32).contains(d) && token.low.len() <= 2)?;
    let suffix =
        t.get(i + 1).is_some_and(|s| !s.spaced && matches!(s.low.as_str(), "st" | "nd" | "rd" | "th"));
    Some((day as i8, if suffix { i + 2 } else { i + 1 }))
}

/// Whether the words around the eleventh of September mean that of 2001: `the Sept. 11 attacks`.
fn names_2001(t: &[Token], start: usize, end: usize) -> bool {
    let before = start.checked_sub(2).map_or("", |b| word(t, b));
    // "The Sept. 11 attacks on Kyiv" are others.
    let at = end + usize::from(word(t, end) == "terrorist") + 1;
    if matches!(word(t, at), "on" | "against" | "in") {
        let place = at + 1 + usize::from(word(t, at + 1) == "the");
        return matches!(word(t, place), "america" | "new" | "pentagon" | "u" | "united" | "us" | "world");
    }
    word(t, end) == "attacks" && start > 0 && word(t, start - 1) == "the"
        || word(t, end) == "terrorist" && word(t, end + 1) == "attacks"
        || before == "attacks" && word(t, start - 1) == "of"
}

/// The last day of a run of days that has begun with `first`, at token `i`: `-15`, `to 15`, `–15th`.
fn run(t: &[Token], i: usize, first: i8) -> Option<(i8, usize)> {
    let dash = matches!(word(t, i), "-" | "–" | "—") && t.get(i).is_some_and(|mark| !mark.spaced);
    if !dash && word(t, i) != "to" {
        return None;
    }
    let (last, end) = day_number(t, i + 1)?;
    // "Feb. 3 to 10 people" counts people, "6-4, 7-6" games.
    let counts = t.get(end).is_some_and(|n| {
        n.low == "%"
            || n.is_word() && n.low.ends_with('s') && !n.capital
            || matches!(
                n.low.as_str(),
                "people"
                    | "men"
                    | "women"
                    | "children"
                    | "hundred"
                    | "thousand"
                    | "million"
                    | "billion"
                    | "percent"
            )
    });
    (last > first && !counts).then_some((last, end))
}

/// A month's name at token `i`, with the point of its short form.
pub(super) fn month_name(t: &[Token], i: usize) -> Option<(i8, usize)> {
    let token = t.get(i).filter(|token| token.capital)?;
    let month = civil::month(&token.low)?;
    let short = token.low.len() <= 4 && !matches!(token.low.as_str(), "june" | "july" | "may");
    let dot = short && t.get(i + 1).is_some_and(|d| d.low == "." && !d.spaced);
    Some((month, if dot { i + 2 } else { i + 1 }))
}

/// Whether a month's name without a day or year is the month: "may" and "march" are also verbs, and short forms
/// (`Mar`, `Jan`) also names.
fn is_month_here(t: &[Token], i: usize, end: usize) -> bool {
    let low = word(t, i);
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let led = matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "last"
            | "this"
            | "next"
            | "early"
            | "late"
            | "mid"
            | "of"
            | "from"
            | "during"
            | "before"
            | "after"
            | "through"
            | "for"
            | "and"
            | "to"
            | "-"
            | "between"
            | "a"
            | "the"
    );
    match low {
        "may" | "march" => led && !matches!(before, "and" | "to" | "a" | "the" | "for"),
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" => {
            led && !matches!(before, "a" | "the" | "and" | "to" | "for")
        }
        // June, April and August are also given names: "June Smith said".
        "april" | "june" | "august" => {
            let name = t.get(end).is_some_and(|n| n.capital && n.is_word() && n.low.len() > 1)
                && t.get(end + 1).is_some_and(|v| matches!(v.low.as_str(), "said" | "says" | "told" | ","));
            led || !name
        }
        _ => true,
    }
}
