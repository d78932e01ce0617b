//! What is ahead: whether a clause looks ahead of the publication, and whether it is planned, proposed, expected or
//! due.
//!
//! **Invariant:** a deadline needs a word that says so: a bound alone ("until Friday") is none.
//! Start at [`is_planned`], then [`plan`].

use super::status::{after, before};
use super::{Page, Spoken};
use crate::annotate::quotations::cues;
use crate::annotate::times::tense::{Bound, Tense};
use crate::annotate::times::token::Token;
use crate::annotate::times::verbs;
use crate::annotate::{Plan, Time};
use crate::span::Span;

/// Whether what bears `time` is planned, proposed, expected or due.
pub(super) fn is_planned(page: &Page, sentence: &Spoken, time: &Time) -> bool {
    let published = page.published;
    let after = |second: i64| published.is_some_and(|p| second >= p.to);
    if let Some(interval) = time.when.map(|w| w.interval) {
        if interval.is_closed() && after(interval.from) {
            return true;
        }
        if sentence.bound(time.span) == Some(Bound::Until) {
            // A deadline that had passed when the article was published may be told of as past.
            let passed = published.is_some_and(|p| interval.to <= p.from);
            if is_done(sentence, time.span) {
                return false;
            }
            return !passed || sentence.tense(time.span).is_ahead();
        }
    }
    if is_term(sentence, time.span) {
        return true;
    }
    let (start, end) = sentence.place(time.span);
    // "Announced plans this week to give": the time dates the announcing.
    let given_out = (1..5).any(|n| {
        start.checked_sub(n).and_then(|i| sentence.tokens.get(i)).is_some_and(|t| {
            matches!(
                t.low.as_str(),
                "announced" | "unveiled" | "revealed" | "outlined" | "presented" | "disclosed"
            )
        })
    });
    let past = published.zip(time.when).is_some_and(|(p, w)| w.interval.to <= p.from);
    // An aim is no plan once its time has passed: "the decision to meet her in June".
    if given_out && time.when.is_some() || past && sentence.tense(time.span) == Tense::Ahead {
        return false;
    }
    let says = |words: &[&str]| {
        sentence.tokens.get(start..end).is_some_and(|t| t.iter().any(|t| words.contains(&t.low.as_str())))
    };
    if says(&["last", "ago", "yesterday", "earlier"]) || sentence.bound(time.span) == Some(Bound::Since) {
        return false;
    }
    let ahead = time.value == "FUTURE_REF" || says(&["next", "tomorrow", "coming"]);
    ahead || sentence.bound(time.span) == Some(Bound::Until) || sentence.tense(time.span).is_ahead()
}

/// Whether somebody sets the length `time` as a term: "gave them a one-week deadline".
pub(super) fn is_term(sentence: &Spoken, time: Span) -> bool {
    let (start, end) = sentence.place(time);
    let before = sentence.tokens.get(start.saturating_sub(8)..start).unwrap_or_default();
    let due = sentence.tokens.get(end).is_some_and(|t| matches!(t.low.as_str(), "deadline" | "ultimatum"));
    due && before.iter().any(|t| {
        matches!(
            t.low.as_str(),
            "gave" | "given" | "gives" | "giving" | "set" | "sets" | "setting" | "issued" | "imposed"
        )
    })
}

/// Whether "had" and a past form before `time` tell what was done by then: "had pulled 143 out by midday".
fn is_done(sentence: &Spoken, time: Span) -> bool {
    let (start, _) = sentence.place(time);
    let before = sentence.tokens.get(start.saturating_sub(12)..start).unwrap_or_default();
    let Some(had) = before.iter().rposition(|t| matches!(t.low.as_str(), "had" | "has" | "have")) else {
        return false;
    };
    let rest = before.get(had + 1..).unwrap_or_default();
    let done = rest.iter().take(2).any(|t| verbs::is_past(&t.low) || t.low == "been");
    done && !rest
        .iter()
        .any(|t| matches!(t.low.as_str(), "to" | "will" | "would" | "must" | "should" | "that" | "until"))
}

/// How a verb of saying gives what is to come as its subject's word, if it does.
pub(super) fn of_cue(word: &str) -> Option<Plan> {
    Some(match cues::verb(word)?.lemma {
        "expect" | "forecast" | "anticipate" | "foresee" | "predict" | "project" => Plan::Expected,
        "urge" | "order" | "instruct" => Plan::Proposed,
        _ => return None,
    })
}

/// How what `time` dates in `clause` is ahead, or `None` where no word tells.
pub(super) fn plan(sentence: &Spoken, clause: Span, time: Span) -> Option<Plan> {
    let (before, after) = (before(sentence, clause, time), after(sentence, clause, time));
    let bounded = sentence.bound(time) == Some(Bound::Until);
    if is_due(before, after, bounded) {
        return Some(Plan::Deadline);
    }
    // A relative clause is about something else than what leads to it.
    let from = before.iter().rposition(|t| matches!(t.low.as_str(), "who" | "which" | "whose" | "where"));
    let near = before.get(from.map_or(0, |i| i + 1)..).unwrap_or_default();
    strongest(near).or_else(|| strongest(after.get(..12.min(after.len())).unwrap_or_default()))
}

/// Whether the words say that it is due by then.
fn is_due(before: &[Token], after: &[Token], bounded: bool) -> bool {
    let deadline = |t: &Token| {
        matches!(
            t.low.as_str(),
            "deadline" | "deadlines" | "ultimatum" | "expires" | "expire" | "expiring" | "expired"
        )
    };
    let close = before.iter().rev().take(8).any(deadline) || after.iter().take(2).any(deadline);
    let due = before.iter().rev().take(3).any(|t| t.low == "due")
        && !before.iter().rev().take(2).any(|t| t.low == "to");
    // "Must leave by Friday", "has until Friday to answer", "gave them until Friday".
    let bound = before.iter().rev().take(12).any(|t| {
        matches!(t.low.as_str(), "must" | "required" | "ordered" | "given" | "gave" | "gives" | "giving")
    });
    let has = before.iter().rev().take(3).any(|t| matches!(t.low.as_str(), "has" | "have" | "had"))
        && before.last().is_some_and(|t| t.low == "until");
    close || due || bounded && (bound || has)
}

/// The strongest of what the words say: who proposes that something will be done does not yet plan it.
fn strongest(t: &[Token]) -> Option<Plan> {
    let mut found = None;
    for (i, token) in t.iter().enumerate() {
        let low = token.low.as_str();
        let next = t.get(i + 1).map_or("", |n| n.low.as_str());
        let back = i.checked_sub(1).and_then(|b| t.get(b)).map_or("", |b| b.low.as_str());
        let called = matches!(low, "called" | "calls" | "calling" | "call") && matches!(next, "for" | "on");
        // "The proposed meeting" is a meeting.
        let named = low == "proposed" && matches!(back, "the" | "a" | "this" | "its" | "their" | "'s");
        let asks = !named && (called || PROPOSED.contains(&low));
        if asks {
            return Some(Plan::Proposed);
        }
        if EXPECTED.contains(&low) && !(low == "may" && token.capital) {
            found = Some(Plan::Expected);
        } else if found.is_none() && (PLANNED.contains(&low) || low == "set" && matches!(next, "to" | "for"))
        {
            found = Some(Plan::Planned);
        }
    }
    found
}

#[rustfmt::skip]
const PROPOSED: &[&str] = &[
    "appealed", "ask", "asked", "asking", "asks", "demand", "demanded", "demanding", "demands", "invitation",
    "invite", "invited", "inviting", "offer", "offered", "offering", "offers", "proposal", "proposals", "propose", "proposed",
    "proposes", "proposing", "recommend", "recommended", "request", "requested", "should", "suggest", "suggested",
    "suggesting", "suggests", "urge", "urged", "urges", "urging",
];

#[rustfmt::skip]
const EXPECTED: &[&str] = &[
    "anticipate", "anticipated", "believed", "could", "expect", "expected", "expects", "forecast", "forecasts", "foresee",
    "hope", "hopes", "likely", "may", "might", "perhaps", "possible", "possibly", "predict", "predicted", "predicts",
    "probably", "projected", "thought",
];

#[rustfmt::skip]
const PLANNED: &[&str] = &[
    "'ll", "agreed", "aim", "aims", "going", "intend", "intended", "intends", "plan", "planned", "planning", "plans",
    "pledged", "preparing", "promised", "scheduled", "shall", "slated", "vowed", "want", "wants", "will", "would",
];
