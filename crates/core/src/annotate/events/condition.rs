//! Conditions: "if Moscow agrees, troops will leave in May".
//!
//! **Invariant:** a question ("asked if"), a comparison ("as if") and a set phrase ("if necessary") are no conditions.
//! Start at [`is_conditional`].

use super::Spoken;
use super::status::{after, before};
use crate::annotate::times::tense::Tense;
use crate::annotate::times::token::Token;
use crate::span::Span;

/// Whether what `time` dates hangs on a condition: "if Moscow agrees, troops will leave in May".
pub(super) fn is_conditional(sentence: &Spoken, clause: Span, time: Span) -> bool {
    let (before, after) = (before(sentence, clause, time), after(sentence, clause, time));
    let looks_back = sentence.tense(time) == Tense::Past;
    let inside = before.iter().enumerate().rev().find(|(i, _)| opens_condition(before, *i)).map(|(i, _)| i);
    if let Some(at) = inside {
        let rest = before.get(at..).unwrap_or_default();
        // The time stands in the condition itself, or in what follows from it.
        let closed = rest.iter().any(|t| t.low == ",");
        return !closed || !looks_back && modal(rest);
    }
    let follows = after.iter().enumerate().any(|(i, _)| opens_condition(after, i));
    follows && !looks_back && (modal(before) || modal(after) || sentence.tense(time).is_ahead())
}

/// Whether token `i` of `t` opens a condition, not a question ("asked if") or a comparison ("as if").
fn opens_condition(t: &[Token], i: usize) -> bool {
    let low = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let before = low(i.checked_sub(1));
    match low(Some(i)) {
        "unless" => true,
        "provided" => low(Some(i + 1)) == "that" || before == ",",
        "if" if matches!(
            low(Some(i + 1)),
            "not" | "any" | "ever" | "necessary" | "possible" | "anything"
        ) =>
        {
            false
        }
        "if" => !matches!(
            before,
            "ask"
                | "asks"
                | "asked"
                | "asking"
                | "wonder"
                | "wondered"
                | "see"
                | "know"
                | "knew"
                | "say"
                | "said"
                | "clear"
                | "decide"
                | "determine"
                | "confirm"
                | "sure"
                | "unclear"
                | "as"
                | "what"
                | "even"
                | "questioned"
                | "unsure"
                | "check"
                | "rarely"
                | "seldom"
                | "him"
                | "her"
                | "them"
                | "unknown"
        ),
        _ => false,
    }
}

fn modal(t: &[Token]) -> bool {
    t.iter().any(|w| {
        let low = w.low.as_str();
        matches!(
            low,
            "will"
                | "would"
                | "'ll"
                | "could"
                | "may"
                | "might"
                | "can"
                | "must"
                | "shall"
                | "should"
                | "won"
        ) && !(low == "may" && w.capital)
    })
}
