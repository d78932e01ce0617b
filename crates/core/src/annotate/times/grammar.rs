//! Finding expressions of time in a sentence: the longest one that begins at each token.
//!
//! Typed tokens are composed as `SynTime` does (Zhong et al., 2017): a day, month, unit or word like `overnight` in
//! the middle, with what stands around it. **Invariant:** prepositions are no part of an expression, articles that
//! belong to it are. Start at [`matches()`].

use super::amount;
use super::calendar;
use super::clock;
use super::expression::{Expression, Shape};
use super::token::Token;
use super::words::{self, Mod, Part};

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
        let next = longest(t, i).filter(|m| m.end > i);
        i = next.as_ref().map_or(i + 1, |m| m.end);
        found.extend(next);
    }
    found
}

/// The lower-case text of token `i`, or `""` beyond the sentence.
pub(super) fn word(t: &[Token], i: usize) -> &str {
    t.get(i).map_or("", |token| token.low.as_str())
}

fn longest(t: &[Token], i: usize) -> Option<Match> {
    let readings = [
        clock::clock(t, i),
        of_a_day(t, i),
        modified(t, i),
        amount::span_of(t, i),
        amount::amount(t, i),
        calendar::calendar(t, i),
        calendar::holiday(t, i),
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
    let fits = day.start == of + 1
        && day.expression.part.is_none()
        && matches!(day.expression.shape, Shape::Day { .. } | Shape::Weekday { .. } | Shape::Days(_));
    let expression = Expression { part: Some(part), ..day.expression };
    fits.then_some(Match { start, end: day.end, expression })
}

/// `early May`, `mid-January`, `the beginning of this summer`, `earlier this week`, `late on Thursday`.
fn modified(t: &[Token], i: usize) -> Option<Match> {
    let (modifier, at) = if let Some(modifier) = words::modifier(word(t, i)) {
        let next = word(t, i + 1);
        let skips = next == "-" || matches!(next, "in" | "on") && modifier != Mod::Mid;
        (modifier, if skips { i + 2 } else { i + 1 })
    } else {
        let noun = if word(t, i) == "the" { i + 1 } else { i };
        let noun = if word(t, noun) == "very" { noun + 1 } else { noun };
        if word(t, noun + 1) != "of" {
            return None;
        }
        (words::phase(word(t, noun))?, noun + 2)
    };
    let inner = calendar::calendar(t, at).or_else(|| calendar::whole(t, at))?;
    let relative = matches!(modifier, Mod::Before | Mod::After);
    let known = matches!(
        inner.expression.shape,
        Shape::Unit { .. }
            | Shape::Weekday { .. }
            | Shape::Days(_)
            | Shape::Told(_)
            | Shape::Month { .. }
            | Shape::Season { .. }
    );
    let fits = inner.start == at && inner.expression.modifier.is_none() && (!relative || known);
    let expression = Expression { modifier: Some(modifier), ..inner.expression };
    fits.then_some(Match { start: i, end: inner.end, expression })
}

/// `nightly`, `every Friday`, `recently`, `soon`.
fn single(t: &[Token], i: usize) -> Option<Match> {
    let here = |shape, end| Some(Match { start: i, end, expression: Expression::of(shape) });
    let token = t.get(i)?;
    let low = token.low.as_str();
    // A capitalized "Daily" or "Weekly" inside a sentence is a newspaper's name.
    if let Some(value) = words::set(low).filter(|_| !token.capital) {
        return here(Shape::Set(value.to_owned()), i + 1);
    }
    if matches!(low, "every" | "each") {
        let next = word(t, i + 1);
        if let Some((unit, false)) = words::unit(next) {
            let value = match unit {
                words::Unit::Day => "P1D",
                words::Unit::Night => "XXXX-XX-XXTNI",
                words::Unit::Week => "P1W",
                words::Unit::Month => "P1M",
                words::Unit::Year => "P1Y",
                words::Unit::Hour => "PT1H",
                _ => return None,
            };
            return here(Shape::Set(value.to_owned()), i + 2);
        }
        let day = crate::civil::weekday(next).filter(|_| next.len() > 5)?;
        return here(Shape::Set(format!("XXXX-WXX-{}", day.to_monday_one_offset())), i + 2);
    }
    if low == "the" && word(t, i + 1) == "future" {
        return here(Shape::Era("FUTURE_REF"), i + 2);
    }
    if low == "the" && word(t, i + 1) == "past" && !t.get(i + 2).is_some_and(Token::is_word) {
        return here(Shape::Era("PAST_REF"), i + 2);
    }
    // "As soon as" is a condition, "sooner" and "now that" are no times.
    let next = word(t, i + 1);
    let condition = low == "soon" && next == "as"
        || low == "now" && next == "that"
        || low == "shortly" && matches!(next, "after" | "before");
    let value = words::reference(low).filter(|_| !condition)?;
    here(Shape::Reference(value), i + 1)
}
