//! Finding expressions of time in a sentence: the longest one that begins at each token.
//!
//! Typed tokens are composed as `SynTime` does (Zhong et al., 2017): a day, month, unit or word like `overnight` in
//! the middle, with what stands around it. **Invariant:** prepositions are no part of an expression, articles that
//! belong to it are. Start at [`matches()`].

use super::amount;
use super::begins;
use super::calendar;
use super::clock;
use super::compound;
use super::expression::{Expression, Shape};
use super::repeats;
use super::tense;
use super::token::Token;
use super::words::{self, Mod, Part};
use crate::fold::{WordList, sorted};

/// An expression and the tokens `[start, end)` that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// The first token.
    pub start: usize,
    /// The token after the last one.
    pub end: usize,
    /// What it says.
    pub expression: Expression,
}

/// The expressions of a sentence, from left to right, not overlapping.
pub(super) fn matches(t: &[Token]) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    let mut i = 0;
    while i < t.len() {
        let next = longest(t, i);
        i = next.as_ref().map_or(i + 1, |m| m.end);
        found.extend(next);
    }
    found
}

/// The lower-case text of token `i`, or `""` beyond the sentence.
pub(super) fn word<'t>(t: &'t [Token], i: usize) -> &'t str {
    t.get(i).map_or("", |token| token.low.as_str())
}

fn longest(t: &[Token], i: usize) -> Option<Match> {
    let found = if cfg!(debug_assertions) || t.get(i).is_some_and(begins::may_begin) {
        longest_reading(t, i).filter(|m| m.end > i)
    } else {
        None
    };
    debug_assert!(found.is_none() || t.get(i).is_some_and(begins::may_begin), "{:?} begins a time", t.get(i));
    found
}

fn longest_reading(t: &[Token], i: usize) -> Option<Match> {
    let readings = [
        clock::clock(t, i),
        of_a_day(t, i),
        compound::compound(t, i),
        modified(t, i),
        amount::span_of(t, i),
        amount::amount(t, i),
        calendar::calendar(t, i),
        repeats::set(t, i),
        single(t, i),
    ];
    // The first of equally long readings wins: the order above goes from special to general.
    readings.into_iter().flatten().reduce(|best, m| if m.end > best.end { m } else { best })
}

/// `the early hours of Thursday`, `on the night of January 5`.
fn of_a_day(t: &[Token], i: usize) -> Option<Match> {
    let start = i;
    let i = if word(t, i) == "the" { i + 1 } else { i };
    let (part, of) = match (word(t, i), word(t, i + 1)) {
        ("early" | "small" | "wee", "hours") => (Part::EarlyHours, i + 2),
        ("early", "morning") if word(t, i + 2) == "hours" => (Part::EarlyHours, i + 3),
        (name, _) => (words::part(name)?, i + 1),
    };
    if !matches!(word(t, of), "of" | "on") {
        return None;
    }
    let day = calendar::calendar(t, of + 1)?;
    // "The early hours of Thursday morning".
    let early = part == Part::EarlyHours && day.expression.part == Some(Part::Morning);
    let fits = day.start == of + 1
        && (early || day.expression.part.is_none())
        && matches!(day.expression.shape, Shape::Day { .. } | Shape::Weekday { .. } | Shape::Days(_));
    let expression = Expression { part: Some(part), ..day.expression };
    fits.then_some(Match { start, end: day.end, expression })
}

/// `early May`, `the early 1980s`, `mid-January`, `the beginning of this summer`, `earlier this week`, `late on
/// Thursday`, `around Nov. 1`, `sometime next year`.
fn modified(t: &[Token], i: usize) -> Option<Match> {
    let article = word(t, i) == "the";
    let first = if article { i + 1 } else { i };
    if let Some(found) = softened(t, i) {
        return Some(found);
    }
    let (modifier, at) = if let Some(modifier) = words::modifier(word(t, first)) {
        let next = word(t, first + 1);
        let skips = next == "-" || matches!(next, "in" | "on" | "of") && modifier != Mod::Mid;
        (modifier, if skips { first + 2 } else { first + 1 })
    } else {
        let noun = if word(t, first) == "very" { first + 1 } else { first };
        if word(t, noun + 1) != "of" {
            return None;
        }
        (words::phase(word(t, noun))?, noun + 2)
    };
    let inner = calendar::calendar(t, at)
        .or_else(|| calendar::whole(t, at))
        .or_else(|| words::decade(word(t, at)).map(|y| calendar::at(at, at + 1, Shape::Decade(y))))?;
    let relative = matches!(modifier, Mod::Before | Mod::After);
    let known = matches!(
        inner.expression.shape,
        Shape::Unit { .. }
            | Shape::Weekday { .. }
            | Shape::Days(_)
            | Shape::Told(_)
            | Shape::ToldUnit { .. }
            | Shape::TheUnit(_)
            | Shape::Month { .. }
            | Shape::Season { .. }
    );
    // "The late Friday flight" is a flight; "the late 1970s" is a time.
    let named = !article
        || words::modifier(word(t, first)).is_none()
        || matches!(inner.expression.shape, Shape::Decade(_) | Shape::Century(_) | Shape::Season { .. });
    let fits = inner.start == at && inner.expression.modifier.is_none() && (!relative || known) && named;
    // "Earlier Friday" is earlier than something else on Friday: the word tells the order, not the time.
    let order = relative && matches!(inner.expression.shape, Shape::Weekday { .. });
    let start = if order { inner.start } else { i };
    let expression = Expression { modifier: Some(modifier), ..inner.expression };
    fits.then_some(Match { start, end: inner.end, expression })
}

/// `around Nov. 1`, `around 7:15 p.m.`, `sometime next year`, `mid-afternoon yesterday`.
fn softened(t: &[Token], i: usize) -> Option<Match> {
    if word(t, i) == "mid"
        && word(t, i + 1) == "-"
        && let Some(part) = words::part(word(t, i + 2))
    {
        let on = usize::from(word(t, i + 3) == "on");
        let day = calendar::calendar(t, i + 3 + on)?;
        let shape =
            matches!(day.expression.shape, Shape::Day { .. } | Shape::Weekday { .. } | Shape::Days(_));
        let fits = shape && day.expression.part.is_none() && day.start == i + 3 + on;
        let expression = Expression { part: Some(part), ..day.expression };
        return fits.then_some(Match { start: i, end: day.end, expression });
    }
    let inner = match (word(t, i), word(t, i + 1)) {
        ("around" | "about", _) => {
            clock::clock(t, i + 1).or_else(|| calendar::calendar(t, i + 1)).filter(|m| {
                m.expression.clock.is_some()
                    || matches!(m.expression.shape, Shape::Day { .. } | Shape::YearEnd(_) if word(t, i) == "around")
            })?
        }
        ("sometime", _) => {
            let at = if matches!(word(t, i + 1), "in" | "during" | "on") { i + 2 } else { i + 1 };
            calendar::calendar(t, at)?
        }
        ("some", "time") => calendar::calendar(t, i + 2)?,
        _ => return None,
    };
    let fits = inner.start > i && inner.expression.modifier.is_none();
    let expression = Expression { modifier: Some(Mod::About), ..inner.expression };
    fits.then_some(Match { start: i, end: inner.end, expression })
}

/// Words after "in the past" that begin a clause or another phrase.
const AFTER_PAST: WordList = sorted![
    "and", "as", "but", "for", "has", "have", "he", "i", "it", "on", "she", "that", "they", "to", "was",
    "we", "when", "you",
];

/// `recently`, `soon`, `the future`.
fn single(t: &[Token], i: usize) -> Option<Match> {
    let here = |shape, end| Some(Match { start: i, end, expression: Expression::of(shape) });
    let (low, next) = (word(t, i), word(t, i + 1));
    if low == "the" && word(t, i + 1) == "future" {
        return here(Shape::Era("FUTURE_REF"), i + 2);
    }
    // "In the past it considered selling"; "the past president" and "the past two years" are something else.
    let whole =
        |at: usize| t.get(at).is_none_or(|n| !n.is_word() || n.capital || AFTER_PAST.has(n.low.as_str()));
    if low == "the"
        && word(t, i + 1) == "past"
        && t.get(i + 2).is_none_or(|n| n.digits().is_none())
        && whole(i + 2)
    {
        return here(Shape::Era("PAST_REF"), i + 2);
    }
    if low == "one"
        && next == "day"
        && i > 0
        && matches!(word(t, i - 1), "will" | "would" | "may" | "could" | "might")
    {
        return here(Shape::Reference("FUTURE_REF"), i + 2);
    }
    if low == "these" && word(t, i + 1) == "days" {
        return here(Shape::Reference("PRESENT_REF"), i + 2);
    }
    // "The near future", "in the short term".
    if low == "the"
        && (matches!(next, "near" | "immediate") && word(t, i + 2) == "future"
            || matches!(next, "near" | "short") && word(t, i + 2) == "term")
    {
        return here(Shape::Era("FUTURE_REF"), i + 3);
    }
    if low == "that" && next == "time" && i > 0 && matches!(word(t, i - 1), "at" | "by" | "until" | "since") {
        return here(Shape::Era("PAST_REF"), i + 2);
    }
    if matches!(low, "more" | "most") && next == "recently" {
        return here(Shape::Reference("PAST_REF"), i + 2);
    }
    // "As soon as" is a condition, "sooner" no time; "it soon became" goes on with the story.
    let other = match low {
        "soon" => next == "as" || next == "-" || !tense::tense(t, i, i + 1).is_ahead(),
        // "The current week" is a week, "current affairs" and a river's current are neither.
        "current" => {
            let adjective = t.get(i + 1).is_some_and(|n| n.is_word() && !n.capital)
                && t.get(i).is_some_and(|c| !c.capital);
            !adjective || next == "affairs" || matches!(next, "of" | "and" | "is" | "was" | "in")
        }
        "shortly" => matches!(next, "after" | "before") || !tense::tense(t, i, i + 1).is_ahead(),
        _ => false,
    };
    let value = words::reference(low).filter(|_| !other)?;
    here(Shape::Reference(value), i + 1)
}
