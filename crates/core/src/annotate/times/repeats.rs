//! Times that come again and again: `nightly`, `every Friday`, `each July`, `Tuesday nights`, `twice a week`, `a year`.
//!
//! **Invariant:** a set has no place on the calendar, only a value; "24 hours a day" is a manner of speaking, and a
//! "Daily" with a capital is a newspaper. Start at [`set`].

use super::amount;
use super::expression::{Expression, Shape};
use super::grammar::{Match, word};
use super::numeral;
use super::token::Token;
use super::words::{self, Unit};
use crate::civil;

/// The recurring time at token `i`.
pub(super) fn set(t: &[Token], i: usize) -> Option<Match> {
    let here =
        |value: String, end| Some(Match { start: i, end, expression: Expression::of(Shape::Set(value)) });
    let token = t.get(i)?;
    // "The daily Example" is a newspaper.
    let named =
        token.low != "nightly" && (token.capital || t.get(i + 1).is_some_and(|n| n.capital && n.is_word()));
    if let Some(value) = words::set(&token.low).filter(|_| !named) {
        return here(value.to_owned(), i + 1);
    }
    if matches!(token.low.as_str(), "every" | "each") {
        let (value, end) = each(t, i + 1)?;
        return here(value, end);
    }
    if let Some((value, end)) = plural(t, i) {
        return here(value, end);
    }
    let (value, end) = times_a(t, i).or_else(|| rate(t, i))?;
    here(value, end)
}

/// What stands after "every": a unit, several of one, a weekday, a month, a season, a part of the day.
fn each(t: &[Token], i: usize) -> Option<(String, usize)> {
    let (other, at) = if word(t, i) == "other" { (true, i + 1) } else { (false, i) };
    let name = word(t, at);
    if let Some((unit, false)) = words::unit(name) {
        let value = if other { amount::duration("2", unit) } else { each_unit(unit) };
        return Some((value, at + 1));
    }
    if let Some(day) = weekday(t, at) {
        let part = words::part(word(t, at + 1));
        let suffix = part.map_or("", words::suffix);
        return Some((format!("XXXX-WXX-{day}{suffix}"), if part.is_some() { at + 2 } else { at + 1 }));
    }
    if let Some(part) = words::part(name) {
        return Some((format!("XXXX-XX-XX{}", words::suffix(part)), at + 1));
    }
    if let Some(month) = t.get(at).filter(|m| m.capital).and_then(|m| civil::month(&m.low)) {
        return Some((format!("XXXX-{month:02}"), at + 1));
    }
    if let Some(season) = words::season(name) {
        return Some((format!("XXXX-{season}"), at + 1));
    }
    let (count, unit_at) = numeral::count_of(t, at)?;
    let (unit, plural) = words::unit(word(t, unit_at))?;
    plural.then(|| (amount::duration(&count, unit), unit_at + 1))
}

fn each_unit(unit: Unit) -> String {
    match unit {
        Unit::Night => "XXXX-XX-XXTNI".to_owned(),
        Unit::Weekend => "XXXX-WXX-WE".to_owned(),
        _ => amount::duration("1", unit),
    }
}

/// `Tuesdays`, `Tuesday nights`, `Saturday mornings`, `weekends`.
fn plural(t: &[Token], i: usize) -> Option<(String, usize)> {
    if word(t, i) == "weekends" {
        return Some(("XXXX-WXX-WE".to_owned(), i + 1));
    }
    let token = t.get(i).filter(|day| day.capital)?;
    if let Some(day) = weekday(t, i) {
        let part = word(t, i + 1).strip_suffix('s').and_then(words::part)?;
        return Some((format!("XXXX-WXX-{day}{}", words::suffix(part)), i + 2));
    }
    let day = civil::weekday(token.low.strip_suffix('s').filter(|d| d.len() > 5)?)?;
    Some((format!("XXXX-WXX-{}", day.to_monday_one_offset()), i + 1))
}

fn weekday(t: &[Token], i: usize) -> Option<i8> {
    let token = t.get(i).filter(|day| day.low.len() > 5)?;
    civil::weekday(&token.low).map(jiff::civil::Weekday::to_monday_one_offset)
}

/// `once a week`, `twice a day`, `four times a year`.
fn times_a(t: &[Token], i: usize) -> Option<(String, usize)> {
    let at = match word(t, i) {
        "once" | "twice" => i + 1,
        _ => {
            let (_, after) = numeral::count_of(t, i)?;
            if word(t, after) != "times" {
                return None;
            }
            after + 1
        }
    };
    per(t, at)
}

/// `a year` where an amount before it comes each year: `$1 billion a year`, `15 a month`.
fn rate(t: &[Token], i: usize) -> Option<(String, usize)> {
    let (value, end) = per(t, i)?;
    // The amount stands directly before, or one or two words before: "700 seats a week".
    let figure = |back: usize| {
        i.checked_sub(back).and_then(|b| t.get(b)).is_some_and(|w| {
            w.low.starts_with(|c: char| c.is_ascii_digit())
                || matches!(w.low.as_str(), "million" | "billion" | "thousand" | "hundred")
                || words::numeral(&w.low).is_some_and(|n| n > 1)
        })
    };
    let near = i.checked_sub(1).and_then(|b| t.get(b));
    // "Hundreds of interviews a day".
    let heaps = i.checked_sub(2).is_some_and(|of| word(t, of) == "of")
        && i.checked_sub(3)
            .is_some_and(|b| matches!(word(t, b), "dozens" | "hundreds" | "thousands" | "millions"));
    // "24 hours a day" and "seven days a week" say that something never stops.
    let always = near.is_some_and(|w| words::unit(&w.low).is_some());
    let noun = near.is_some_and(|w| w.low.ends_with('s') && w.is_word());
    let after = word(t, end);
    let counted = matches!(after, "ago" | "earlier" | "later" | "before" | "after" | "old" | "-");
    (!always && !counted && (figure(1) || noun && (heaps || figure(2)))).then_some((value, end))
}

/// `a week`, `per year`.
fn per(t: &[Token], i: usize) -> Option<(String, usize)> {
    let (unit, false) = words::unit(word(t, i + 1))? else { return None };
    let fits = matches!(word(t, i), "a" | "an" | "per" | "each" | "every") && unit >= Unit::Hour;
    (fits && !matches!(unit, Unit::Decade | Unit::Century)).then(|| (each_unit(unit), i + 2))
}
