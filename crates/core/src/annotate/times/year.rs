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
use crate::fold::{WordList, sorted};

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
    let (which, at_name) = match (word(t, i), word(t, i + 1)) {
        ("this", "past") => (Some(Which::Last), i + 2),
        ("this", "coming") => (Some(Which::Next), i + 2),
        (first, _) => {
            let which = words::which(first);
            (which, if article || which.is_some() { i + 1 } else { i })
        }
    };
    let name = words::season(word(t, at_name))?;
    let (year, end) = year_after(t, at_name + 1);
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let led = matches!(
        before,
        "in" | "by"
            | "during"
            | "since"
            | "until"
            | "early"
            | "late"
            | "mid"
            | "-"
            | "of"
            | "into"
            | "through"
            | "throughout"
            | "over"
            | "this"
    );
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
    // Years before Christ are not told.
    let christ =
        matches!(word(t, after + 1), "bc" | "bce") || word(t, after + 1) == "b" && word(t, after + 2) == ".";
    (word(t, after) == "century" && !christ).then(|| at(i, after + 1, Shape::Century((number - 1) * 100)))
}

/// Whether `token` can be what a number counts: `people` apart, a plural.
fn is_plural(token: &Token) -> bool {
    let verb = matches!(
        token.low.as_str(),
        "is" | "was" | "has" | "does" | "as" | "this" | "its" | "his" | "us" | "says"
    );
    token.is_word() && !token.capital && token.low.ends_with('s') && !verb
}

/// `2021`, `the 1990s`, `the year two thousand`, `the 19th century`.
pub(super) fn year(t: &[Token], i: usize) -> Option<Match> {
    if let Some(found) = decade(t, i).or_else(|| in_words(t, i)).or_else(|| shortened(t, i)) {
        return Some(found);
    }
    // "The post-1959 government": the year bounds it, as the tense of the clause says of "since" and "before".
    if matches!(word(t, i), "post" | "pre") && word(t, i + 1) == "-" {
        return t.get(i + 2).and_then(four_digits).map(|year| at(i, i + 3, Shape::Year(year)));
    }
    let start = i;
    let i = if word(t, i) == "the" { i + 1 } else { i };
    let year = four_digits(t.get(i)?)?;
    let next = t.get(i + 1);
    if next.is_some_and(|s| s.low == "s" && !s.spaced) && year % 10 == 0 {
        // "The 1900s" are a century, "the 2000s" so far ten years.
        let century = year % 100 == 0 && year < 2000;
        return Some(at(start, i + 2, if century { Shape::Century(year) } else { Shape::Decade(year) }));
    }
    // "From 2010-2011" gives two years; "1990-style" and "2022/7" are no times.
    let joined = next.is_some_and(|n| !n.spaced && matches!(n.low.as_str(), "%" | "-" | "/" | ":"));
    let ranged = word(t, i + 1) == "-" && t.get(i + 2).and_then(four_digits).is_some_and(|to| to > year);
    if start < i || joined && !ranged {
        return None;
    }
    is_year(t, i, year).then(|| at(i, i + 1, Shape::Year(year)))
}

/// `the year 2000`, `in nineteen ninety-one`.
fn in_words(t: &[Token], i: usize) -> Option<Match> {
    if word(t, i) == "the" && word(t, i + 1) == "year" {
        let digits = t.get(i + 2).and_then(four_digits).map(|year| (year, i + 3));
        let (year, end) = digits.or_else(|| spoken::year(t, i + 2))?;
        return Some(at(i, end, Shape::Year(year)));
    }
    let (year, end) = spoken::year(t, i)?;
    let before = i.checked_sub(1).and_then(|b| t.get(b));
    // "Atlanta, nineteen ninety-six." and "a nineteen ninety-six attack".
    let alone = before.is_some_and(|b| b.capital || b.low == ",") && t.get(end).is_none_or(|n| !n.is_word());
    let led = alone || before.is_some_and(|b| b.low == "a" || LEADS.has(b.low.as_str()));
    let counts = t.get(end).is_some_and(is_plural);
    (led && !counts).then(|| at(i, end, Shape::Year(year)))
}

/// `in '92`, `the summer of '69`: a year by its last two figures.
fn shortened(t: &[Token], i: usize) -> Option<Match> {
    let year = t.get(i + 1).filter(|y| !y.spaced && y.low.len() == 2)?.digits()? as i16;
    let mark = matches!(word(t, i), "'" | "’" | "‘") && t.get(i).is_some_and(|mark| mark.spaced);
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let led = matches!(before, "in" | "since" | "of" | "until" | "early" | "late" | "by")
        || civil::month(before).is_some();
    let last = !t.get(i + 2).is_some_and(|n| !n.spaced && (n.is_word() || n.low == "-") || is_plural(n));
    // "Of ‘50 people’" opens a quotation; "‘92" is what software makes of an apostrophe.
    let quotes = word(t, i) == "‘" && t.iter().skip(i + 2).take(12).any(|n| n.low == "'");
    let century = if year < 30 { 2000 } else { 1900 };
    (mark && led && last && !quotes).then(|| at(i, i + 2, Shape::Year(century + year)))
}

/// Words before a number that make it a year, where nothing is counted by it.
const LEADS: WordList = sorted![
    "(", "-", "after", "before", "between", "both", "by", "during", "early", "fiscal", "for", "from", "in",
    "late", "mid", "of", "since", "through", "till", "to", "until", "year", "–", "—",
];

/// Words before a number that make it one even where a plural follows.
const SURE: &[&str] = &["in", "since", "during", "early", "late", "mid", "year", "fiscal"];

/// Words that own or point at what the year dates: `her 2003 book`.
const OWNERS: WordList = sorted![
    "'s", "a", "an", "and", "any", "due", "her", "his", "its", "my", "our", "that", "the", "their", "this",
];

/// Whether the number at token `i` is a year, by the words around it.
fn is_year(t: &[Token], i: usize, year: i16) -> bool {
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let next = t.get(i + 1);
    let after = word(t, i + 1);
    let led = LEADS.has(before);
    // "A 1987 Chevrolet" is a model, "Windows 2000" a name.
    let named = !led
        && i > 1
        && i.checked_sub(1).and_then(|b| t.get(b)).is_some_and(|b| {
            b.capital && b.is_word() && civil::month(&b.low).is_none() && !OWNERS.has(before)
        });
    if named || words::MAKES.contains(&after) {
        return false;
    }
    if matches!(before, "$" | "£" | "€" | "#" | "no" | "than" | "about" | "least" | "nearly") {
        return false;
    }
    if SURE.contains(&before) {
        return true;
    }
    let owned = OWNERS.has(before) && !matches!(before, "the" | "and" | "that" | "this" | "due");
    let counts = next.is_some_and(is_plural) && !words::DATED.contains(&after) && !owned
        || matches!(after, "people" | "of");
    // "In 1994, 1995 and 1997".
    let listed = matches!(before, "," | "and" | "or" | "&")
        && i.checked_sub(2)
            .and_then(|b| t.get(b))
            .and_then(four_digits)
            .is_some_and(|earlier| (earlier - year).abs() < 100);
    let dates = next.is_none_or(|n| !n.is_word()) || words::DATED.contains(&after) || OWNERS.has(before);
    let fits = led || listed || words::season(before).is_some() || dates;
    (1900..2100).contains(&year) && !counts && fits
}
