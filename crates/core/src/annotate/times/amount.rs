//! Amounts of time: `24 hours`, `a one-week`, `more than 12 months later`, `45 days ago`, `for years`.
//!
//! **Invariant:** an age (`27-year-old`) and a rate (`$3 a day`) are no time; a length is never a date by itself.
//! Start at [`amount`].

use super::expression::{Expression, Shape};
use super::grammar::{Match, word};
use super::lasting;
use super::numeral::{Count, count};
use super::token::Token;
use super::words::{self, Mod, Unit};
use crate::fold::{WordList, sorted};

/// A length, or a time counted by one, at token `i`.
pub(super) fn amount(t: &[Token], i: usize) -> Option<Match> {
    let (modifier, more, at) = about(t, i);
    let (article, at) = match word(t, at) {
        // "A three-year period" is one of three years; "a two-day visit" is a visit.
        "a" if count(t, at).is_some_and(|(c, _)| c.article)
            && count(t, at + 1).is_some_and(|(c, _)| !c.article) =>
        {
            (Some(at), at + 1)
        }
        _ => (None, at),
    };
    let Some((mut count, after)) = count(t, at) else { return bare_plural(t, i) };
    // "Once-in-a-decade".
    if count.article && at > 0 && word(t, at - 1) == "-" {
        return None;
    }
    let hyphen = word(t, after) == "-";
    let unit_at = if hyphen || BETWEEN.has(word(t, after)) { after + 1 } else { after };
    let (unit, mut plural) = words::unit(word(t, unit_at))?;
    let mut end = unit_at + 1;
    // "The 8-month-old truce" has lasted; a "27-year-old" has lived.
    if hyphen
        && word(t, end) == "-"
        && word(t, end + 1) == "old"
        && lasting::LASTING.contains(&word(t, end + 2))
    {
        let length = Shape::Length(duration(&count.written, unit));
        return Some(Match { start: at, end: end + 2, expression: Expression::of(length) });
    }
    if lasting::is_age(t, end)
        || matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Night)
        || lasting::is_name(t, unit_at)
    {
        return None;
    }
    // "A minute and a half", "a year and a half".
    if !hyphen && !plural && word(t, end) == "and" && word(t, end + 1) == "a" && word(t, end + 2) == "half" {
        count = Count { written: format!("{}.5", count.written), number: None, article: false };
        end += 3;
    }
    if hyphen && plural && count.number != Some(1) {
        return None;
    }
    if !hyphen && let Some((shape, end)) = in_two(t, end, &count, unit, more) {
        let start = if modifier.is_some() { i } else { at };
        return Some(Match { start, end, expression: with(shape, modifier) });
    }
    if word(t, end) == "-" && word(t, end + 1) == "long" {
        end += 2;
    }
    // "Two years or so ago", "a day or two".
    if word(t, end) == "or" && matches!(word(t, end + 1), "so" | "two") && !hyphen {
        if word(t, end + 1) == "two" {
            count = Count { written: "X".to_owned(), number: None, article: false };
            plural = true;
        }
        end += 2;
    }
    let length = duration(&count.written, unit);
    let (modifier, more) = if lasting::during(t, i, end, &count) { (None, false) } else { (modifier, more) };
    let start = if modifier.is_some() { i } else { at };
    if hyphen && word(t, end) == "period" {
        let expression = with(Shape::Length(length), modifier);
        return Some(Match { start: article.map_or(start, |a| a.min(start)), end: end + 1, expression });
    }
    if let Some(shape) = direction(t, end, count.number, unit, more, &length) {
        return Some(Match { start, end: shape.1, expression: with(shape.0, modifier) });
    }
    let counted = matches!(word(t, end), "after" | "before" | "of") || lasting::granted(t, at, end);
    if count.article && !hyphen && modifier.is_none() && !counted && !lasting::leads_to_length(t, i) {
        return None;
    }
    // "A two day rally" is spoken; "the 10 day" is not.
    let spoken = t.get(at).is_some_and(Token::is_word)
        && (t.get(end).is_some_and(Token::is_word) || count.written.ends_with(".5"));
    if !hyphen && !plural && !count.article && count.number != Some(1) && !spoken {
        return None;
    }
    // "One day" is mostly some day.
    if !hyphen
        && word(t, at) == "one"
        && unit == Unit::Day
        && modifier.is_none()
        && !lasting::leads_to_length(t, at)
    {
        return None;
    }
    // "24 hours a day" is a rate.
    if matches!((word(t, end), word(t, end + 1)), ("a" | "per", "day" | "week" | "month" | "year")) {
        return None;
    }
    Some(Match { start, end, expression: with(Shape::Length(length), modifier) })
}

/// `an hour and 20 minutes`, `two years and six months ago`: a length in two units, of which the first ends at `end`.
fn in_two(t: &[Token], end: usize, whole: &Count, unit: Unit, more: bool) -> Option<(Shape, usize)> {
    if word(t, end) != "and" {
        return None;
    }
    let (rest, unit_at) = count(t, end + 1).filter(|(rest, _)| !rest.article)?;
    let fine = words::unit(word(t, unit_at))?.0;
    let (coarse, rest_of) = (whole.number?, rest.number?);
    let (length, times) = match (unit, fine) {
        (Unit::Year, Unit::Month) => (format!("P{coarse}Y{rest_of}M"), Some(12)),
        (Unit::Week, Unit::Day) => (format!("P{coarse}W{rest_of}D"), Some(7)),
        (Unit::Day, Unit::Hour) => (format!("P{coarse}DT{rest_of}H"), Some(24)),
        (Unit::Hour, Unit::Minute) => (format!("PT{coarse}H{rest_of}M"), Some(60)),
        (Unit::Minute, Unit::Second) => (format!("PT{coarse}M{rest_of}S"), None),
        _ => return None,
    };
    let number = times.and_then(|times| coarse.checked_mul(times)?.checked_add(rest_of));
    let length_end = unit_at + 1;
    Some(direction(t, length_end, number, fine, more, &length).unwrap_or((Shape::Length(length), length_end)))
}

/// Words between a number and its unit: `eight trading days`, `two full weeks`.
const BETWEEN: WordList = sorted![
    "additional",
    "business",
    "consecutive",
    "extra",
    "full",
    "long",
    "more",
    "straight",
    "trading",
    "working",
];

/// `the past two months`, `his first 100 days`, `the coming days`, `recent weeks`.
pub(super) fn span_of(t: &[Token], i: usize) -> Option<Match> {
    // "At least the past 20 months".
    let (modifier, _, after) = about(t, i);
    if modifier.is_some()
        && word(t, after) == "the"
        && !matches!(word(t, i), "about" | "around" | "over" | "some")
    {
        let inner = span_at(t, after).filter(|m| matches!(m.expression.shape, Shape::Length(_)))?;
        return Some(Match {
            start: i,
            end: inner.end,
            expression: Expression { modifier, ..inner.expression },
        });
    }
    span_at(t, i)
}

/// The token after "or so", where that stands at token `i`.
pub(super) fn or_so(t: &[Token], i: usize) -> usize {
    if word(t, i) == "or" && word(t, i + 1) == "so" { i + 2 } else { i }
}

fn span_at(t: &[Token], i: usize) -> Option<Match> {
    let at = if word(t, i) == "the" { i + 1 } else { i };
    let edge = word(t, at);
    let next = at + 1;
    // "It will last six weeks".
    if at == i && edge == "last" && i > 0 && lasting::can_last(word(t, i - 1)) {
        return None;
    }
    // "The four days he had".
    if at > i
        && let Some((count, after)) =
            count(t, at).filter(|(count, _)| !count.article && count.number.is_some())
        && let Some((unit, true)) = words::unit(word(t, after))
        && !matches!(unit, Unit::Weekend | Unit::Night | Unit::Quarter)
        && !matches!(word(t, after + 1), "ago" | "earlier" | "later" | "old")
        && !lasting::is_name(t, after)
    {
        let length = Shape::Length(duration(&count.written, unit));
        return Some(Match { start: i, end: after + 1, expression: Expression::of(length) });
    }
    // "Over the years".
    if at > i
        && let Some((unit, true)) = words::unit(edge).filter(|(unit, _)| *unit >= Unit::Year)
        && i.checked_sub(1).is_some_and(|b| matches!(word(t, b), "over" | "through"))
        && t.get(next).is_none_or(|n| n.digits().is_none())
    {
        let length = Shape::Length(duration("X", unit));
        return Some(Match { start: i, end: next, expression: Expression::of(length) });
    }
    // "In the year since".
    if at > i
        && let Some((unit, false)) = words::unit(edge).filter(|(unit, _)| *unit >= Unit::Week)
        && word(t, next) == "since"
        && i.checked_sub(1).is_some_and(|b| matches!(word(t, b), "in" | "during" | "over"))
    {
        let length = Shape::Length(duration("1", unit));
        return Some(Match { start: i, end: next, expression: Expression::of(length) });
    }
    // "The first hours of the war", "the early years".
    if at > i
        && matches!(edge, "first" | "early" | "final" | "last" | "opening")
        && let Some((unit, true)) = words::unit(word(t, next)).filter(|(unit, _)| *unit >= Unit::Hour)
        && unit != Unit::Quarter
        && (word(t, next + 1) != "of" || unit == Unit::Hour)
        && (edge != "early" || unit >= Unit::Year)
    {
        let length = Shape::Around(duration("X", unit));
        return Some(Match { start: i, end: next + 1, expression: Expression::of(length) });
    }
    if let Some((count, after)) = count(t, next).filter(|(c, _)| !c.article)
        && matches!(edge, "past" | "last" | "next" | "coming" | "first" | "final" | "previous" | "following")
    {
        let (unit, plural) = words::unit(word(t, after))?;
        let fits = plural && !matches!(unit, Unit::Weekend | Unit::Night) && !lasting::is_name(t, after);
        let length = Shape::Length(duration(&count.written, unit));
        let end = or_so(t, after + 1);
        return fits.then(|| Match { start: i, end, expression: Expression::of(length) });
    }
    if let Some((unit, true)) = words::unit(edge)
        && let Some(end) = match (word(t, next), word(t, next + 1)) {
            ("ahead", of) if of != "of" => Some(next + 1),
            ("to", "come") => Some(next + 2),
            _ => None,
        }
    {
        let length = Shape::Length(duration("X", unit));
        return Some(Match { start: i, end, expression: Expression::of(length) });
    }
    let (unit, plural) = words::unit(word(t, next))?;
    // "In recent weeks and months".
    let next =
        if word(t, next + 1) == "and" && words::unit(word(t, next + 2)).is_some_and(|(_, plural)| plural) {
            next + 2
        } else {
            next
        };
    // "For the full year" names one.
    if (edge, unit, plural) == ("full", Unit::Year, false) && at > i {
        return Some(Match { start: i, end: next + 1, expression: Expression::of(Shape::TheUnit(unit)) });
    }
    let shape = match (edge, plural) {
        ("recent" | "past" | "previous", true) if next > at + 1 || unit >= Unit::Year => {
            Shape::Reference("PAST_REF")
        }
        ("recent" | "past" | "previous" | "coming", true) => Shape::Around(duration("X", unit)),
        ("following", true) if at > i => Shape::Length(duration("X", unit)),
        ("past" | "full" | "entire" | "whole", false) if at > i => Shape::Length(duration("1", unit)),
        _ => return None,
    };
    (unit > Unit::Second).then(|| Match { start: i, end: next + 1, expression: Expression::of(shape) })
}

/// `daylong`, `yearlong`.
fn long(word: &str) -> Option<Unit> {
    let (unit, plural) = words::unit(word.strip_suffix("long")?)?;
    (!plural).then_some(unit)
}

/// `years ago`, `Hours earlier`, `for years`.
fn bare_plural(t: &[Token], i: usize) -> Option<Match> {
    if let Some(unit) = long(word(t, i)) {
        return Some(Match {
            start: i,
            end: i + 1,
            expression: Expression::of(Shape::Length(duration("1", unit))),
        });
    }
    let (unit, plural) = words::unit(word(t, i))?;
    if !plural && word(t, i + 1) == "-" && word(t, i + 2) == "long" && unit != Unit::Second {
        return Some(Match {
            start: i,
            end: i + 3,
            expression: Expression::of(Shape::Length(duration("1", unit))),
        });
    }
    if !plural || matches!(unit, Unit::Weekend | Unit::Night | Unit::Quarter) {
        return None;
    }
    let length = duration("X", unit);
    if let Some((shape, end)) = direction(t, i + 1, None, unit, false, &length) {
        return Some(Match { start: i, end, expression: Expression::of(shape) });
    }
    let long = word(t, i + 1) == "-" && word(t, i + 2) == "long";
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let led =
        matches!(before, "for" | "in" | "over" | "after" | "within" | "lasted" | "took" | "takes" | "take");
    let around = matches!(word(t, i + 1), "of" | "after" | "before" | "leading" | "that" | "since")
        && before == "the"
        || matches!(word(t, i + 1), "after" | "before")
        || word(t, i + 1) == "of"
            && matches!(
                before,
                "" | "follows" | "following" | "despite" | "by" | "through" | "and" | "with" | "," | "spent"
            );
    let fits = unit >= Unit::Minute && (long || led || around);
    // "In weeks or months".
    let pair = word(t, i + 1) == "or" && words::unit(word(t, i + 2)).is_some_and(|(_, plural)| plural);
    let end = if long || pair { i + 3 } else { i + 1 };
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
        "from" if matches!(word(t, at + 1), "now" | "today") && number.is_some() => {
            Some((Shape::FromNow { number: number.unwrap_or(0), unit }, at + 2))
        }
        "ago" => Some((Shape::Ago { number, unit }, at + 1)),
        "later" | "earlier" if word(t, at + 1) == "than" => None,
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
        ("no", "more" | "less" | "later" | "fewer") if word(t, i + 2) == "than" => {
            (Some(Mod::About), false, i + 3)
        }
        ("less", "than") | ("at", "least" | "most") | ("up", "to") | ("as", "many") => {
            (Some(Mod::About), false, i + 2)
        }
        ("just" | "only", "over" | "under") => (Some(Mod::About), false, i + 2),
        ("over", "a" | "an" | "the") => (None, false, i),
        ("nearly" | "almost" | "about" | "around" | "roughly" | "approximately" | "over" | "some", _) => {
            (Some(Mod::About), false, i + 1)
        }
        _ => (None, false, i),
    }
}

fn with(shape: Shape, modifier: Option<Mod>) -> Expression {
    Expression { modifier, ..Expression::of(shape) }
}

/// The TIMEX3 duration of `count` of `unit`.
pub(super) fn duration(count: &str, unit: Unit) -> String {
    if let Some(whole) = count.strip_suffix(".5") {
        let of = |coarse: String, fine: &str| {
            if whole.is_empty() { format!("PT{fine}") } else { format!("{coarse}{fine}") }
        };
        match unit {
            Unit::Minute => return of(format!("PT{whole}M"), "30S"),
            Unit::Hour => return of(format!("PT{whole}H"), "30M"),
            Unit::Year if whole.is_empty() => return "P6M".to_owned(),
            Unit::Day if whole.is_empty() => return "PT12H".to_owned(),
            Unit::Decade => return format!("P{whole}5Y"),
            Unit::Century => return format!("P{whole}50Y"),
            _ => {}
        }
    }
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
