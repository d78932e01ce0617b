//! What did not come about: "did not attend on Friday", "the talks planned for Sunday were called off".
//!
//! **Invariant:** a negation counts only where it reaches over the words to the time: "did not say why they left on
//! Friday" tells that they left. Start at [`is_undone`].

use super::Spoken;
use super::status::{after, before, is_auxiliary, is_finite, is_named};
use crate::annotate::times::token::Token;
use crate::annotate::times::verbs;
use crate::span::Span;

/// Whether the clause says that what `time` dates did not come about: "did not attend on Friday", "the talks planned
/// for Sunday were called off".
pub(super) fn is_undone(sentence: &Spoken, clause: Span, time: Span) -> bool {
    let (before, after) = (before(sentence, clause, time), after(sentence, clause, time));
    let planned = before.iter().rev().take(3).any(|t| {
        matches!(t.low.as_str(), "planned" | "scheduled" | "due" | "set" | "expected" | "slated" | "meant")
    });
    let of_time = is_named(sentence, time);
    // The meeting that a time is planned for, and not the calling off, is what the time dates.
    if (planned || of_time) && (called_off(after) || called_off(before)) {
        return true;
    }
    if of_time {
        return false;
    }
    if let Some(at) = before.iter().enumerate().rev().find(|(i, _)| negates(before, *i)).map(|(i, _)| i) {
        let rest = before.get(at + 1..).unwrap_or_default();
        return reaches(rest) && !sentence.is_compared(time);
    }
    // "On Friday Kyiv did not answer": a time in front dates the first verb behind it.
    let fronted = before.len() <= 2 && before.iter().all(|t| !verbs::is_past(&t.low));
    let verb = after.iter().position(|t| is_finite(&t.low)).filter(|_| fronted);
    verb.is_some_and(|at| {
        (at..at + 4).any(|i| negates(after, i))
            && reaches(after.get(at + 2..).unwrap_or_default().get(..1).unwrap_or_default())
    })
}

/// Whether token `i` of `t` negates a verb that tells of something done.
fn negates(t: &[Token], i: usize) -> bool {
    let low = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let back = |n: usize| low(i.checked_sub(n));
    match low(Some(i)) {
        // "Not only", "not to": the one adds, the other asks.
        "not" => !matches!(low(Some(i + 1)), "only" | "just" | "to" | "least") && undoes(t, i, back(1)),
        "never" => true,
        "t" => back(1) == "'" && back(2).ends_with('n') && undoes(t, i, back(2).trim_end_matches('n')),
        "failed" | "fails" | "refused" | "refuses" | "declined" => {
            let amount =
                t.get(i + 2).is_some_and(|w| w.low.starts_with(|c: char| c.is_ascii_digit() || c == '$'));
            low(Some(i + 1)) == "to" && !amount
        }
        "unable" => low(Some(i + 1)) == "to",
        "no" => matches!(
            low(Some(i + 1)),
            "talks" | "meeting" | "agreement" | "deal" | "attack" | "attacks" | "strikes" | "vote"
        ),
        _ => false,
    }
}

/// Whether the auxiliary before the negation at token `i` bears a doing: "was not ready" and "may not" do not.
fn undoes(t: &[Token], i: usize, auxiliary: &str) -> bool {
    match auxiliary {
        "is" | "are" | "was" | "were" => {
            t.get(i + 1..(i + 3).min(t.len())).is_some_and(|next| next.iter().any(|w| verbs::is_past(&w.low)))
        }
        "should" | "may" | "might" | "must" | "can" | "ca" => false,
        // "Wo(n't)".
        _ => is_auxiliary(auxiliary) || auxiliary == "wo",
    }
}

/// Whether a negation reaches over `rest` to its end: one doing, and no clause or cause between.
fn reaches(rest: &[Token]) -> bool {
    let mut verbs = 0;
    for (i, token) in rest.iter().enumerate() {
        let low = token.low.as_str();
        let parts = matches!(
            low,
            "that"
                | "after"
                | "before"
                | "following"
                | "because"
                | "when"
                | "who"
                | "which"
                | "whose"
                | "where"
                | "despite"
                | "if"
                | "whether"
                | "how"
                | "what"
                | "why"
                | "but"
                | "as"
                | "about"
                | "over"
                | "from"
                | "and"
        );
        if parts || token.is_quote() || STATES.contains(&low) {
            return false;
        }
        // The verb of the negation itself may be a participle.
        verbs += usize::from(verbs::is_past(low) && i > 2);
    }
    verbs == 0
}

/// Verbs that tell of no doing: what somebody did not like or know tells nothing of the time.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "be", "believe", "care", "comment", "confirm", "feel", "have", "know", "like", "mean", "mention", "need", "say", "see",
    "seem", "specify", "think", "understand", "want",
];

fn called_off(t: &[Token]) -> bool {
    t.iter().enumerate().any(|(i, w)| match w.low.as_str() {
        "called" => t.get(i + 1).is_some_and(|n| n.low == "off"),
        "cancelled" | "canceled" | "scrapped" | "postponed" | "aborted" | "shelved" => true,
        _ => false,
    })
}
