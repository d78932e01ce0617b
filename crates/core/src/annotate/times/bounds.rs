//! What the words around an expression do to its interval: `since` and `until` open it, a look back closes it.
//!
//! **Invariant:** the value of an expression stays what it says; only its interval is bounded.
//! Start at [`bounded`] and [`so_far`].

use super::count::Counted;
use super::expression::{Expression, Shape};
use super::frame::Frame;
use super::grammar::Match;
use super::tense::{self, Bound};
use super::token::Token;
use super::words::Which;
use crate::civil::{Certainty, DAY, Interval, When, seconds};
use crate::fold::{WordList, sorted};

/// `217 times this year` in a clause that looks back: the part of the unit up to the day it is told.
pub(super) fn so_far(counted: &Counted, m: &Match, tokens: &[Token], frame: &Frame) -> Option<Counted> {
    let expression = &m.expression;
    let this =
        matches!(expression.shape, Shape::Unit { which: Which::This, .. }) && expression.modifier.is_none();
    let told = seconds(frame.days.filter(|(first, last)| first == last)?.1) + DAY;
    let Interval { from, to } = counted.when.interval;
    // "He said this year would be hard" and "the budget for this year" speak of the whole of it.
    let whole = tokens.get(m.end..).unwrap_or_default().iter().take(3).any(|w| AHEAD.has(w.low.as_str()))
        || m.start.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|w| w.low == "for");
    if !this || whole || !(from < told && told < to) {
        return None;
    }
    let when = When { interval: Interval { from, to: told }, certainty: Certainty::Within, ..counted.when };
    Some(Counted { when, rule: "so-far", ..counted.clone() })
}

/// Verbs after a unit that make it the subject of what is to come.
const AHEAD: WordList =
    sorted!["'ll", "are", "can", "could", "is", "may", "might", "must", "should", "will", "would"];

/// Whether the weekday of `expression` was the day before the frame's or the one before that.
pub(super) fn is_lately(expression: &Expression, frame: &Frame) -> bool {
    let Shape::Weekday { day, which: None } = &expression.shape else { return false };
    frame.days.is_some_and(|(first, last)| first == last && (1..3).contains(&first.weekday().since(*day)))
}

/// Whether "the early days of" something stands before the date: `the early days of the invasion in February 2022`.
pub(super) fn early_days(tokens: &[Token], start: usize) -> bool {
    phase_at(tokens, start).is_some()
}

fn phase_at(tokens: &[Token], start: usize) -> Option<usize> {
    let from = start.saturating_sub(9);
    let before = tokens.get(from..start)?;
    let cut = before
        .iter()
        .rposition(|t| matches!(t.low.as_str(), "," | ";" | "that" | "and"))
        .map_or(0, |i| i + 1);
    let found = before.get(cut..)?.windows(2).position(|w| match w {
        [a, b] => a.low == "early" && matches!(b.low.as_str(), "days" | "weeks" | "months" | "stages"),
        _ => false,
    })?;
    Some(from + cut + found)
}

/// `since the early days of …`: the bound stands before the phase.
pub(super) fn since_phase(tokens: &[Token], start: usize, phase: bool) -> Option<Bound> {
    let at = phase_at(tokens, start).filter(|_| phase)?;
    tense::bound(tokens, at, start)
}

/// `when` opened at the end that `bound` leaves open: what lasts until then fills the time before it, and what is
/// done by then or before it lies somewhere in there.
pub(super) fn bounded(when: When, bound: Option<Bound>, tokens: &[Token], start: usize) -> When {
    let Interval { from, to } = when.interval;
    let within = match when.certainty {
        Certainty::Exact if !lasts(tokens, start) => Certainty::Within,
        soft => soft,
    };
    match bound {
        Some(Bound::Since) => When { interval: Interval { from, to: Interval::FUTURE }, ..when },
        Some(Bound::Until) => {
            When { interval: Interval { from: Interval::PAST, to }, certainty: within, ..when }
        }
        Some(Bound::Before) => {
            When { interval: Interval { from: Interval::PAST, to: from }, certainty: within, ..when }
        }
        None => when,
    }
}

/// Whether "until" stands before the token `start`, and not as a deadline: "has until Friday to answer", "gave them
/// until Friday".
fn lasts(tokens: &[Token], start: usize) -> bool {
    let before = tokens.get(start.saturating_sub(8)..start).unwrap_or_default();
    let Some(at) = before.iter().rposition(|t| matches!(t.low.as_str(), "until" | "till")) else {
        return false;
    };
    let near = before.len() - at <= 3;
    let has = |t: &Token| matches!(t.low.as_str(), "has" | "have" | "had");
    let gives = |t: &Token| matches!(t.low.as_str(), "gave" | "given" | "gives" | "giving");
    let led = before.get(at.saturating_sub(4)..at).unwrap_or_default();
    let due = led.last().is_some_and(has) || led.iter().any(gives);
    near && !due
}

#[cfg(test)]
mod tests {
    use super::super::{cases::document, find};
    use super::*;

    #[test]
    fn what_lasts_until_a_day_fills_the_time_and_what_is_due_lies_in_it() {
        let check = |text: &str, expected: Certainty| {
            let times = find(&document(text, "2026-02-07"));
            let found = times.first().and_then(|t| t.when).map(|w| (w.interval.from, w.certainty));
            assert_eq!(found, Some((Interval::PAST, expected)), "{text}");
        };
        check("The union asked the port to stay shut until March 3.", Certainty::Exact);
        check("The bridge has been closed until Monday.", Certainty::Exact);
        check("The ferry will run till March 3.", Certainty::Exact);
        check("The board must answer by March 3.", Certainty::Within);
        check("The board has until March 3 to answer.", Certainty::Within);
        check("They gave the board until Monday.", Certainty::Within);
        check("They have a June deadline.", Certainty::Within);
        check("It must be signed before March 3.", Certainty::Within);
    }
}
