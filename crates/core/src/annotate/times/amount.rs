//! Amounts of time: `24 hours`, `a one-week`, `more than 12 months later`, `45 days ago`, `for years`.
//!
//! **Invariant:** an age (`27-year-old`) and a rate (`$3 a day`) are no time; a length is never a date by itself.
//! Start at [`amount`].

use super::expression::{Expression, Shape};
use super::grammar::{Match, word};
use super::token::Token;
use super::words::{self, Mod, Unit};

/// How many of a unit: the number as TIMEX3 writes it (`X` where the text says "several").
struct Count {
    written: String,
    number: Option<u32>,
    /// Whether it is only an article, so that more is needed to tell a length from a rate.
    article: bool,
}

/// A length, or a time counted by one, at token `i`.
pub(super) fn amount(t: &[Token], i: usize) -> Option<Match> {
    let (modifier, more, at) = about(t, i);
    let at = if matches!(word(t, at), "a" | "the") && count(t, at + 1).is_some_and(|(c, _)| !c.article) {
        if word(t, at) == "a" && modifier.is_none() { at + 1 } else { at }
    } else {
        at
    };
    let Some((count, after)) = count(t, at) else { return bare_plural(t, i) };
    let hyphen = word(t, after) == "-";
    let unit_at = if hyphen || word(t, after) == "more" { after + 1 } else { after };
    let (unit, plural) = words::unit(word(t, unit_at))?;
    let mut end = unit_at + 1;
    if is_age(t, end) || matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Night) {
        return None;
    }
    if hyphen && plural && count.number != Some(1) {
        return None;
    }
    if word(t, end) == "-" && word(t, end + 1) == "long" {
        end += 2;
    }
    let length = duration(&count.written, unit);
    // "An agreement a year ago" begins here; a bare article further left has been looked at already.
    let start = if modifier.is_some() { i } else { at };
    if let Some(shape) = direction(t, end, count.number, unit, more, &length) {
        return Some(Match { start, end: shape.1, expression: with(shape.0, modifier) });
    }
    if count.article && !hyphen && modifier.is_none() && !leads_to_length(t, i) {
        return None;
    }
    // "A two day rally" is spoken; "the 10 day" is not.
    let spoken = t.get(at).is_some_and(Token::is_word) && t.get(end).is_some_and(Token::is_word);
    if !hyphen && !plural && !count.article && count.number != Some(1) && !spoken {
        return None;
    }
    // "One day" is mostly some day.
    if !hyphen && word(t, at) == "one" && unit == Unit::Day && modifier.is_none() && !leads_to_length(t, at) {
        return None;
    }
    // "24 hours a day" is a rate.
    if matches!((word(t, end), word(t, end + 1)), ("a" | "per", "day" | "week" | "month" | "year")) {
        return None;
    }
    Some(Match { start, end, expression: with(Shape::Length(length), modifier) })
}

/// `the past two months`, `his first 100 days`, `the coming days`, `recent weeks`.
pub(super) fn span_of(t: &[Token], i: usize) -> Option<Match> {
    let at = if word(t, i) == "the" { i + 1 } else { i };
    let edge = word(t, at);
    let next = at + 1;
    if let Some((count, after)) = count(t, next).filter(|(c, _)| !c.article)
        && matches!(edge, "past" | "last" | "next" | "coming" | "first" | "final" | "previous" | "following")
    {
        let (unit, plural) = words::unit(word(t, after))?;
        let fits = plural && !matches!(unit, Unit::Weekend | Unit::Night | Unit::Quarter);
        let length = Shape::Length(duration(&count.written, unit));
        return fits.then(|| Match { start: i, end: after + 1, expression: Expression::of(length) });
    }
    let (unit, plural) = words::unit(word(t, next))?;
    let shape = match (edge, plural) {
        ("recent" | "past" | "previous", true) => Shape::Reference("PAST_REF"),
        ("coming", true) => Shape::Reference("FUTURE_REF"),
        ("past", false) if at > i => Shape::Length(duration("1", unit)),
        _ => return None,
    };
    (unit > Unit::Second).then(|| Match { start: i, end: next + 1, expression: Expression::of(shape) })
}

/// `years ago`, `Hours earlier`, `for years`.
fn bare_plural(t: &[Token], i: usize) -> Option<Match> {
    let (unit, plural) = words::unit(word(t, i))?;
    if !plural || matches!(unit, Unit::Weekend | Unit::Night | Unit::Quarter) {
        return None;
    }
    let length = duration("X", unit);
    if let Some((shape, end)) = direction(t, i + 1, None, unit, false, &length) {
        return Some(Match { start: i, end, expression: Expression::of(shape) });
    }
    let long = word(t, i + 1) == "-" && word(t, i + 2) == "long";
    let led = i > 0 && matches!(word(t, i - 1), "for" | "in" | "over" | "after" | "within" | "lasted");
    let fits = unit >= Unit::Minute && (long || led);
    let end = if long { i + 3 } else { i + 1 };
    fits.then(|| Match { start: i, end, expression: Expression::of(Shape::Length(length)) })
}

/// What `ago`, `later` and their like after a length make of it, and where that ends.
fn direction(
    t: &[Token],
    at: usize,
    number: Option<u32>,
    unit: Unit,
    more: bool,
    length: &str,
) -> Option<(Shape, usize)> {
    let later = |back| Shape::Later { number, unit, back, more, length: length.to_owned() };
    match word(t, at) {
        "ago" => Some((Shape::Ago { number, unit }, at + 1)),
        "later" | "afterwards" | "afterward" => Some((later(false), at + 1)),
        "earlier" => Some((later(true), at + 1)),
        "on" if matches!(word(t, at + 1), "," | ".") && number.is_some() => Some((later(false), at + 1)),
        _ => None,
    }
}

/// "About", "more than" and their like: the modifier, whether it means more, and where the amount begins.
fn about(t: &[Token], i: usize) -> (Option<Mod>, bool, usize) {
    match (word(t, i), word(t, i + 1)) {
        ("more", "than") => (Some(Mod::About), true, i + 2),
        ("less", "than") | ("at", "least" | "most") | ("up", "to") | ("as", "many") => {
            (Some(Mod::About), false, i + 2)
        }
        ("just" | "only", "over" | "under") => (Some(Mod::About), false, i + 2),
        ("nearly" | "almost" | "about" | "around" | "roughly" | "approximately" | "over" | "some", _) => {
            (Some(Mod::About), false, i + 1)
        }
        _ => (None, false, i),
    }
}

fn count(t: &[Token], i: usize) -> Option<(Count, usize)> {
    let first = t.get(i)?;
    let low = first.low.as_str();
    let vague = |end| Some((Count { written: "X".to_owned(), number: None, article: false }, end));
    match (low, word(t, i + 1), word(t, i + 2)) {
        ("a", "few", _) => return vague(i + 2),
        ("a", "couple" | "number", "of") => return vague(i + 3),
        ("several" | "few" | "many" | "some", ..) => return vague(i + 1),
        ("a" | "an", ..) => {
            return Some((Count { written: "1".to_owned(), number: Some(1), article: true }, i + 1));
        }
        _ => {}
    }
    let plain = |n: u32, end| Some((Count { written: n.to_string(), number: Some(n), article: false }, end));
    if first.low.starts_with(|c: char| c.is_ascii_digit()) {
        let bare = first.low.replace(',', "");
        if bare.len() > 6 || !bare.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        return plain(bare.parse().ok()?, i + 1);
    }
    let number = words::numeral(low)?;
    if number >= 20
        && word(t, i + 1) == "-"
        && let Some(ones) = words::numeral(word(t, i + 2)).filter(|n| (1..10).contains(n))
    {
        return plain(number + ones, i + 3);
    }
    if word(t, i + 1) == "and" && word(t, i + 2) == "a" && word(t, i + 3) == "half" {
        return Some((Count { written: format!("{number}.5"), number: None, article: false }, i + 4));
    }
    plain(number, i + 1)
}

/// Whether a bare "a week" is a length here, not a rate: by the word before it.
fn leads_to_length(t: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    matches!(
        before,
        "for"
            | "in"
            | "within"
            | "than"
            | "of"
            | "about"
            | "after"
            | "over"
            | "only"
            | "just"
            | "lasted"
            | "least"
            | "take"
            | "takes"
            | "took"
            | "under"
            | "around"
            | "is"
            | "was"
            | "by"
            | "once"
            | "half"
    )
}

fn is_age(t: &[Token], at: usize) -> bool {
    matches!((word(t, at), word(t, at + 1)), ("-", "old" | "olds") | ("old" | "olds", _))
}

fn with(shape: Shape, modifier: Option<Mod>) -> Expression {
    Expression { modifier, ..Expression::of(shape) }
}

/// The TIMEX3 duration of `count` of `unit`.
fn duration(count: &str, unit: Unit) -> String {
    match unit {
        Unit::Second => format!("PT{count}S"),
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::Day | Unit::Night | Unit::Weekend => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{count}Q"),
        Unit::Year => format!("P{count}Y"),
        Unit::Decade | Unit::Century if count == "X" => "PXY".to_owned(),
        Unit::Decade => format!("P{count}0Y"),
        Unit::Century => format!("P{count}00Y"),
    }
}
