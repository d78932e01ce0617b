//! Years, decades, centuries and seasons, and the year that stands after a day, month or quarter.
//!
//! **Invariant:** a bare number is a year only where the words around it say so; `Windows 2000` and `2,022 people`
//! are none. Start at [`year`] and [`season`].

use super::calendar::at;
use super::expression::Shape;
use super::grammar::{Match, word};
use super::spoken;
use super::token::Token;
use super::words::{self, Which};
use crate::civil;

/// A year after a day or month: `, 2026`, ` 2026`, ` of 2026`, `/2026`.
pub(super) fn year_after(t: &[Token], i: usize) -> (Option<i16>, usize) {
    let joined = t.get(i).is_some_and(|mark| !mark.spaced && matches!(mark.low.as_str(), "-" | "/"));
    let year_at = if joined || matches!(word(t, i), "," | "of") { i + 1 } else { i };
    match t.get(year_at).and_then(four_digits) {
        Some(year) if !words::unit(word(t, year_at + 1)).is_some_and(|(_, plural)| plural) => {
            (Some(year), year_at + 1)
        }
        None if year_at > i || word(t, i).starts_with(['n', 't']) => {
            spoken::year(t, year_at).map_or((None, i), |(year, end)| (Some(year), end))
        }
        _ => (None, i),
    }
}

pub(super) fn four_digits(token: &Token) -> Option<i16> {
    let year = token.digits().filter(|y| token.low.len() == 4 && (1500..2200).contains(y))?;
    Some(year as i16)
}

/// "Last", "this", "next" as years from now.
pub(super) fn years(which: Which) -> i16 {
    match which {
        Which::Last => -1,
        Which::This => 0,
        Which::Next => 1,
    }
}

/// `this year` after a month or day: `in January this year`.
pub(super) fn years_after(t: &[Token], i: usize) -> Option<i16> {
    words::which(word(t, i)).filter(|_| word(t, i + 1) == "year" && word(t, i + 2) != "'s").map(years)
}

/// `this summer`, `the summer of 2024`.
pub(super) fn season(t: &[Token], i: usize) -> Option<Match> {
    let article = word(t, i) == "the";
    let which = words::which(word(t, i));
    let at_name = if article || which.is_some() { i + 1 } else { i };
    let name = words::season(word(t, at_name))?;
    let (year, end) = year_after(t, at_name + 1);
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let led =
        matches!(before, "in" | "by" | "during" | "since" | "until" | "early" | "late" | "mid" | "-" | "of" | "into" | "through" | "throughout" | "over" | "this");
    // "The fall" and "spring" are seasons only where the words around them say so.
    let fits = which.is_some()
        || year.is_some()
        || led && (article || word(t, at_name) != "fall") && word(t, end) != "of";
    fits.then(|| at(i, end, Shape::Season { year, name, which }))
}

/// `the '80s`, `the nineties`, `the 19th century`.
fn decade(t: &[Token], i: usize) -> Option<Match> {
    let the = word(t, i) == "the";
    let name = if the { i + 1 } else { i };
    if let Some(first) = words::decade(word(t, name)).filter(|_| the) {
        return Some(at(i, name + 1, Shape::Decade(first)));
    }
    if matches!(word(t, name), "'" | "‘") && word(t, name + 2) == "s" {
        let tens = t.get(name + 1)?.digits().filter(|d| d % 10 == 0 && (20..100).contains(d))?;
        return Some(at(i, name + 3, Shape::Decade(1900 + tens as i16)));
    }
    let (number, after) = match t.get(name)?.digits() {
        Some(n) if (1..23).contains(&n) && matches!(word(t, name + 1), "st" | "nd" | "rd" | "th") => {
            (n as i16, name + 2)
        }
        _ => (i16::from(words::ordinal(word(t, name))?), name + 1),
    };
    let after = if word(t, after) == "-" { after + 1 } else { after };
    (word(t, after) == "century").then(|| at(i, after + 1, Shape::Century((number - 1) * 100)))
}

/// `2021`, `the 1990s`, `the year two thousand`, `the 19th century`.
pub(super) fn year(t: &[Token], i: usize) -> Option<Match> {
    if let Some(found) = decade(t, i) {
        return Some(found);
    }
    let start = i;
    let i = if word(t, i) == "the" { i + 1 } else { i };
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    if start < i && word(t, i) == "year" {
        let (year, end) = t.get(i + 1).and_then(four_digits).map(|y| (y, i + 2)).or_else(|| spoken::year(t, i + 1))?;
        return Some(at(start, end, Shape::Year(year)));
    }
    if let Some((year, end)) = spoken::year(t, i).filter(|_| matches!(before, "in" | "since" | "by" | "until" | "of" | "before" | "after" | "from" | "to")) {
        let counts = t.get(end).is_some_and(|n| n.is_word() && n.low.ends_with('s'));
        return (!counts).then(|| at(i, end, Shape::Year(year)));
    }
    let token = t.get(i)?;
    let year = four_digits(token)?;
    let next = t.get(i + 1);
    if next.is_some_and(|s| s.low == "s" && !s.spaced) && year % 10 == 0 {
        return Some(at(start, i + 2, Shape::Decade(year)));
    }
    if start < i || next.is_some_and(|n| !n.spaced && matches!(n.low.as_str(), "%" | "-" | "/" | ":")) {
        return None;
    }
    // "In 1994, 1995 and 1997".
    let listed = matches!(before, "," | "and" | "or" | "&")
        && i.checked_sub(2).and_then(|b| t.get(b)).and_then(four_digits).is_some_and(|y| (y - year).abs() < 100);
    // "A 1987 Chevrolet" is a model, "Windows 2000" a name.
    let named = i.checked_sub(1).and_then(|b| t.get(b)).is_some_and(|b| {
        let owned = matches!(before, "'s" | "a" | "an" | "his" | "her") && next.is_some_and(|n| n.capital);
        owned || i > 1 && b.capital && b.is_word() && civil::month(&b.low).is_none()
    });
    let led = listed || matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "both"
            | "during"
            | "before"
            | "after"
            | "early"
            | "late"
            | "mid"
            | "-"
            | "year"
            | "fiscal"
            | "through"
            | "from"
            | "between"
            | "for"
            | "to"
            | "("
            | "–"
            | "—"
    ) || words::season(before).is_some();
    let after = next.map_or("", |n| n.low.as_str());
    let counts = next.is_some_and(|n| n.is_word() && n.low.ends_with('s') && !n.capital)
        || matches!(after, "people" | "of");
    let modern = (1900..2100).contains(&year);
    let fits = match before {
        "$" | "£" | "€" | "#" | "no" | "than" | "about" | "least" | "nearly" => false,
        _ if named => false,
        "in" | "since" | "during" | "early" | "late" | "mid" | "year" | "fiscal" => true,
        _ if led => modern && !counts,
        _ => {
            modern
                && !counts
                && (next.is_none_or(|n| !n.is_word())
                    || matches!(
                        before,
                        "the" | "its" | "their" | "his" | "and" | "a" | "an" | "that" | "this" | "'s" | "due"
                    ))
        }
    };
    fits.then(|| at(i, i + 1, Shape::Year(year)))
}
