//! Reporting periods: `the latest quarter`, `the year-ago period`, `fiscal 1989`, `year-end`, `the year ended June 30`.
//!
//! Which quarter is meant is the resolver's to say ([`super::report`]), from the last one told.
//! **Invariant:** `quarter` the coin and `period` alone are no times; `its` and `their` stay outside.
//! Start at [`fiscal()`].

use super::calendar::at;
use super::expression::{Noun, Period, Shape};
use super::grammar::{Match, word};
use super::numeral;
use super::token::Token;
use super::words::{self, Unit, Which};
use super::year::{four_digits, year_after, years};

/// The reporting period that begins at token `i`.
pub(super) fn fiscal(t: &[Token], i: usize) -> Option<Match> {
    quarter(t, i)
        .or_else(|| short_quarter(t, i))
        .or_else(|| half(t, i))
        .or_else(|| year_end(t, i))
        .or_else(|| fiscal_year(t, i))
        .or_else(|| period(t, i))
        .or_else(|| year_ago(t, i))
        .or_else(|| the_unit(t, i))
}

/// `the third quarter of 2024`, `next year's first quarter`, `the fiscal second-quarter`.
fn quarter(t: &[Token], i: usize) -> Option<Match> {
    let article = if word(t, i) == "the" { i + 1 } else { i };
    // "The year-ago third quarter" is a quarter of the year before.
    if word(t, article) == "year"
        && word(t, article + 1) == "-"
        && matches!(word(t, article + 2), "ago" | "earlier")
    {
        let number = words::ordinal(word(t, article + 3)).filter(|n| *n < 5)?;
        let shape = Shape::Quarter { year: None, years: Some(-1), number };
        return (word(t, article + 4) == "quarter").then(|| at(i, article + 5, shape));
    }
    let owned = words::which(word(t, i)).filter(|_| word(t, i + 1) == "year" && word(t, i + 2) == "'s");
    let before = t.get(article).and_then(four_digits);
    let mut number_at = match (owned, before) {
        (Some(_), _) => i + 3,
        (None, Some(_)) => article + 1,
        (None, None) => article,
    };
    if word(t, number_at) == "fiscal" || before.is_some() && word(t, number_at) == "'s" {
        number_at += 1;
    }
    let number = words::ordinal(word(t, number_at)).filter(|n| *n < 5)?;
    let joined = word(t, number_at + 1) == "-";
    let unit_at = if joined { number_at + 2 } else { number_at + 1 };
    if word(t, unit_at) != "quarter" || t.get(unit_at).is_some_and(|u| u.capital) {
        return None;
    }
    // "The third-quarter results": the article belongs to the results.
    let start = if joined && article > i { article } else { i };
    let mut end = unit_at + 1;
    let of = if word(t, end) == "of" { end + 1 } else { end };
    if let Some(which) = words::which(word(t, of)).filter(|_| word(t, of + 1) == "year") {
        let shape = Shape::Quarter { year: None, years: Some(years(which)), number };
        return Some(at(start, of + 2, shape));
    }
    let fiscal = if word(t, of) == "fiscal" { of + 1 } else { end };
    let (after, after_end) = year_after(t, fiscal);
    if after.is_some() {
        end = after_end;
    }
    Some(at(start, end, Shape::Quarter { year: before.or(after), years: owned.map(years), number }))
}

/// `Q3 2024`, `Q3`.
fn short_quarter(t: &[Token], i: usize) -> Option<Match> {
    let joined = t.get(i + 1).filter(|n| !n.spaced)?;
    let number = joined.digits().filter(|n| (1..5).contains(n) && joined.low.len() == 1)?;
    if word(t, i) != "q" || !t.get(i).is_some_and(|q| q.capital) {
        return None;
    }
    let of = if word(t, i + 2) == "of" { i + 3 } else { i + 2 };
    let (year, end) = year_after(t, of);
    let end = if year.is_some() { end } else { i + 2 };
    Some(at(i, end, Shape::Quarter { year, years: None, number: number as i8 }))
}

/// `the first half of 2024`.
fn half(t: &[Token], i: usize) -> Option<Match> {
    let article = if word(t, i) == "the" { i + 1 } else { i };
    let number = match word(t, article) {
        "first" => 1,
        "second" | "last" | "latter" => 2,
        _ => return None,
    };
    if word(t, article + 1) != "half" || word(t, article + 2) != "of" {
        return None;
    }
    if let Some(year) = t.get(article + 3).and_then(four_digits) {
        return Some(at(i, article + 4, Shape::Half { year: Some(year), years: 0, number }));
    }
    let years = match word(t, article + 3) {
        "the" => 0,
        other => years(words::which(other)?),
    };
    (word(t, article + 4) == "year").then(|| at(i, article + 5, Shape::Half { year: None, years, number }))
}

/// `year-end`, `year's end`, `year-end 1988`, `the end of the year` in a word.
fn year_end(t: &[Token], i: usize) -> Option<Match> {
    let joint = usize::from(matches!(word(t, i + 1), "-" | "'s"));
    if word(t, i) != "year" || word(t, i + 1 + joint) != "end" {
        return None;
    }
    let (year, end) = year_after(t, i + 2 + joint);
    Some(at(i, end, Shape::YearEnd(year)))
}

/// `fiscal 1989`, `fiscal year 1989`, `the current fiscal year`.
fn fiscal_year(t: &[Token], i: usize) -> Option<Match> {
    let financial = |at| matches!(word(t, at), "fiscal" | "financial");
    if financial(i) {
        let year_at = if word(t, i + 1) == "year" { i + 2 } else { i + 1 };
        if let Some(year) = t.get(year_at).and_then(four_digits) {
            return Some(at(i, year_at + 1, Shape::FiscalYear { year: Some(year), which: Which::This }));
        }
    }
    let article = usize::from(matches!(word(t, i), "the" | "its" | "their"));
    let (which, fiscal_at) = match word(t, i + article) {
        "fiscal" | "financial" => (Which::This, i + article),
        "current" => (Which::This, i + article + 1),
        "latest" | "previous" | "prior" => (Which::Last, i + article + 1),
        "coming" => (Which::Next, i + article + 1),
        other => (words::which(other)?, i + article + 1),
    };
    if !financial(fiscal_at) || word(t, fiscal_at + 1) != "year" || fiscal_at == i && article == 0 {
        return None;
    }
    let start = if word(t, i) == "the" { i } else { i + article };
    if matches!(word(t, fiscal_at + 2), "ended" | "ending") {
        return Some(at(start, fiscal_at + 2, Shape::Length("P1Y".to_owned())));
    }
    Some(at(start, fiscal_at + 2, Shape::FiscalYear { year: None, which }))
}

/// `the quarter`, `the latest quarter`, `that quarter`, `the comparable year-ago quarter`, `the 1988 period`, `the
/// same period last year`, `the nine months`.
fn period(t: &[Token], i: usize) -> Option<Match> {
    // "Last year's quarter".
    if word(t, i) == "last"
        && word(t, i + 1) == "year"
        && word(t, i + 2) == "'s"
        && matches!(word(t, i + 3), "quarter" | "period")
    {
        let noun = if word(t, i + 3) == "quarter" { Noun::Quarter } else { Noun::Any };
        return Some(at(i, i + 4, Shape::Period(Period { noun, year: None, back: 1, latest: false })));
    }
    let owned = matches!(word(t, i), "its" | "their");
    if !owned && !matches!(word(t, i), "the" | "that") {
        return None;
    }
    let mut said = Period { noun: Noun::Quarter, year: None, back: 0, latest: false };
    let mut told = word(t, i) == "that";
    let mut at_word = i + 1;
    for _ in 0..4 {
        match (word(t, at_word), word(t, at_word + 1), word(t, at_word + 2)) {
            ("most", "recent", _) => {
                said.latest = true;
                at_word += 2;
            }
            ("year", "-", "ago" | "earlier") => {
                said.back += 1;
                at_word += 3;
            }
            ("latest", ..) => {
                said.latest = true;
                at_word += 1;
            }
            ("same" | "comparable" | "corresponding" | "fiscal", ..) => {
                told = true;
                at_word += 1;
            }
            _ => match t.get(at_word).and_then(four_digits) {
                Some(year) => {
                    said.year = Some(year);
                    at_word += 1;
                }
                None => break,
            },
        }
    }
    let named = told || said.latest || said.back > 0 || said.year.is_some();
    let mut end = at_word + 1;
    match word(t, at_word) {
        "quarter" if named || !owned => {}
        "period" if named => said.noun = Noun::Any,
        _ => {
            let (months, after) = numeral::months(t, at_word)?;
            if owned
                || matches!(word(t, after), "ago" | "later" | "earlier" | "before" | "after" | "since" | "of")
            {
                return None;
            }
            return Some(at(i, after, Shape::Length(format!("P{months}M"))));
        }
    }
    // A quarter of something is a share of it.
    if word(t, end) == "of" && t.get(end + 1).and_then(four_digits).is_none() && year_before(t, end).is_none()
        || matches!(word(t, end), "-" | "century" | "mile" | "final" | "finals")
    {
        return None;
    }
    if let Some(after) = year_before(t, end) {
        said.back += 1;
        end = after;
    }
    if let (Some(year), after) = year_after(t, end) {
        said.year = Some(year);
        end = after;
    }
    Some(at(if owned { i + 1 } else { i }, end, Shape::Period(said)))
}

/// `a year ago`, `a year earlier`, `last year`, `of last year` after a period.
fn year_before(t: &[Token], i: usize) -> Option<usize> {
    let i = if matches!(word(t, i), "of" | "in") { i + 1 } else { i };
    match (word(t, i), word(t, i + 1), word(t, i + 2)) {
        ("last", "year", _) => Some(i + 2),
        ("the", "last" | "previous" | "prior", "year")
        | ("a" | "one", "year", "ago" | "earlier" | "before") => Some(i + 3),
        _ => None,
    }
}

/// `year-earlier profit`, `the year-ago results`.
fn year_ago(t: &[Token], i: usize) -> Option<Match> {
    let fits = word(t, i) == "year" && word(t, i + 1) == "-" && matches!(word(t, i + 2), "ago" | "earlier");
    let said = Period { noun: Noun::Any, year: None, back: 1, latest: false };
    fits.then(|| at(i, i + 3, Shape::Period(said)))
}

/// `in the year`, `during the week`, `the year ended June 30`.
fn the_unit(t: &[Token], i: usize) -> Option<Match> {
    let (unit, plural) = words::unit(word(t, i + 1))?;
    if word(t, i) != "the" || plural || t.get(i + 1).is_some_and(|u| u.capital) {
        return None;
    }
    let next = word(t, i + 2);
    if unit == Unit::Year && matches!(next, "ended" | "ending" | "to") {
        return (next != "to").then(|| at(i, i + 2, Shape::Length("P1Y".to_owned())));
    }
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let led = match unit {
        Unit::Year => matches!(before, "in" | "for" | "during" | "through" | "throughout" | "of" | "into"),
        Unit::Week | Unit::Month => {
            // "The rest of the week".
            let part = i.checked_sub(2).map_or("", |b| word(t, b));
            matches!(before, "in" | "for" | "during" | "throughout")
                || before == "of"
                    && matches!(part, "rest" | "remainder" | "most" | "much" | "part" | "course")
        }
        _ => false,
    } || next == "'s" && matches!(unit, Unit::Week | Unit::Month | Unit::Year);
    let bound = t.get(i + 2).is_some_and(|n| n.is_word() || n.digits().is_some())
        && !matches!(next, "'s" | "and" | "but" | "in" | "on" | "at" | "by" | "with" | "from" | "for")
        && !(next == "of" && matches!(word(t, i + 3), "$" | "£" | "€"));
    // "Man of the year" is an honour.
    let honour = before == "of"
        && i.checked_sub(2).is_some_and(|b| {
            t.get(b).is_some_and(|w| w.capital) || matches!(word(t, b), "man" | "woman" | "person" | "player")
        });
    (led && !bound && !honour).then(|| at(i, i + 2, Shape::TheUnit(unit)))
}

/// What the date after `ended` or `ending` begins with: the token of the date, and whether it lies ahead.
pub(super) fn ended(t: &[Token], end: usize) -> Option<(usize, bool)> {
    let mut at_word = end;
    while matches!(word(t, at_word), "," | "which" | "that") && at_word < end + 2 {
        at_word += 1;
    }
    let ahead = match word(t, at_word) {
        "ended" | "to" => false,
        "ending" | "ends" => true,
        _ => return None,
    };
    let on = usize::from(word(t, at_word + 1) == "on");
    Some((at_word + 1 + on, ahead))
}
