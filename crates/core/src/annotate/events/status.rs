//! What a clause claims of what its time dates: that it happened, goes on, is ahead, hangs on a condition, or did not
//! come about.
//!
//! A condition tells before a negation, a negation before a plan: "will not meet if" is a condition.
//! **Invariant:** a fixed number of words around the time is looked at; a status other than happened or claimed needs
//! a word that says so. Start at [`claim`].

use super::{Page, Spoken, condition, plan, undone};
use crate::annotate::times::tense::Bound;
use crate::annotate::times::token::Token;
use crate::annotate::times::verbs;
use crate::annotate::{Plan, Status, Time, Unresolved};
use crate::civil::Granularity;
use crate::span::Span;

/// What is claimed, and the rule that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub status: Status,
    pub plan: Option<Plan>,
    pub rule: &'static str,
}

/// How many tokens before and after a time are looked at.
const REACH: usize = 32;

/// What `clause` claims of what `time` dates, as the article's own word or not; `ahead` is how the verb of saying
/// looks ahead.
pub(super) fn claim(
    page: &Page,
    sentence: &Spoken,
    clause: Span,
    time: &Time,
    own: bool,
    ahead: Option<Plan>,
) -> Claim {
    let plain = |status, rule| Claim { status, plan: None, rule };
    // "They skipped Friday's talks": the talks, not what is told of them.
    let named = is_named(sentence, time.span);
    if !named && condition::is_conditional(sentence, clause, time.span) {
        return plain(Status::Conditional, "on-condition");
    }
    if undone::is_undone(sentence, clause, time.span) {
        return plain(Status::NotDone, "not-done");
    }
    let (ahead_rule, past_rule) =
        if own { ("planned-cue", "told-with-time") } else { ("planned-in-it", "said-in-it") };
    // "Is speaking on Thursday": the present of what is ahead, or of what the day only compares with.
    let day = time.when.is_none_or(|w| w.granularity <= Granularity::Day) && time.value != "PRESENT_REF";
    let past = page.published.zip(time.when).is_some_and(|(p, w)| w.interval.to <= p.from);
    let progressive =
        !named && day && time.when.is_some() && !past && is_progressive(sentence, clause, time.span);
    if progressive || plan::is_planned(page, sentence, time) || ahead.is_some() && !past {
        let how = plan::plan(sentence, clause, time.span).or(ahead).unwrap_or(Plan::Planned);
        return Claim { status: Status::Announced, plan: Some(how), rule: ahead_rule };
    }
    let named = named || is_over(page, time, day);
    if !named && goes_on(sentence, clause, time.span) {
        return plain(Status::Ongoing, "goes-on");
    }
    plain(if own { Status::Happened } else { Status::Claimed }, past_rule)
}

/// Whether `time` names what it dates: "Friday's meeting", "the August 7 bombings".
pub(super) fn is_named(sentence: &Spoken, time: Span) -> bool {
    let (start, end) = sentence.place(time);
    let next = sentence.tokens.get(end);
    let article = start.checked_sub(1).and_then(|i| sentence.tokens.get(i)).is_some_and(|t| {
        matches!(t.low.as_str(), "the" | "a" | "an" | "this" | "its" | "their" | "his" | "her")
    });
    let noun = next.is_some_and(|t| {
        t.is_word()
            && !t.capital
            && t.low.len() > 3
            && !is_finite(&t.low)
            && !PREPOSITIONS.contains(&t.low.as_str())
    });
    next.is_some_and(|t| t.low == "'s") || article && noun
}

const PREPOSITIONS: &[&str] =
    &["with", "from", "into", "after", "before", "when", "that", "over", "under", "between", "until"];

/// Whether a sentence inside a quotation ends at token `i`: a stop behind a word, and a capital after it.
pub(super) fn ends(t: &[Token], i: usize) -> bool {
    let stop = t.get(i).is_some_and(|w| matches!(w.low.as_str(), "." | "?" | "!"));
    let word = i
        .checked_sub(1)
        .and_then(|b| t.get(b))
        .is_some_and(|w| w.low.len() > 3 || !w.capital && w.low.len() > 1);
    stop && word && t.get(i + 1).is_some_and(|w| w.spaced && w.capital)
}

/// The tokens of `clause` before `time`, nearest last, up to a mark that parts clauses.
pub(super) fn before<'t>(sentence: &'t Spoken, clause: Span, time: Span) -> &'t [Token<'t>] {
    let (start, _) = sentence.place(time);
    let (first, _) = sentence.place(clause);
    let near =
        sentence.tokens.get(first.max(start.saturating_sub(REACH)).min(start)..start).unwrap_or_default();
    let parts =
        |i: &usize| near.get(*i).is_some_and(|t| matches!(t.low.as_str(), ";" | ":")) || ends(near, *i);
    let from = (0..near.len()).rev().find(parts).map_or(0, |i| i + 1);
    near.get(from..).unwrap_or_default()
}

/// The tokens of `clause` after `time`.
pub(super) fn after<'t>(sentence: &'t Spoken, clause: Span, time: Span) -> &'t [Token<'t>] {
    let (_, end) = sentence.place(time);
    let (_, last) = sentence.place(clause);
    let near = sentence.tokens.get(end..last.min(end + REACH).max(end)).unwrap_or_default();
    let parts =
        |i: &usize| near.get(*i).is_some_and(|t| matches!(t.low.as_str(), ";" | ":")) || ends(near, *i);
    let upto = (0..near.len()).find(parts).unwrap_or(near.len());
    near.get(..upto).unwrap_or_default()
}

/// Whether it goes on: "is continuing", "has targeted it since mid-January", "remains".
fn goes_on(sentence: &Spoken, clause: Span, time: Span) -> bool {
    let (before, after) = (before(sentence, clause, time), after(sentence, clause, time));
    let perfect = |t: &[Token]| {
        let has = t.iter().rposition(|w| matches!(w.low.as_str(), "has" | "have" | "'ve"));
        has.is_some_and(|i| t.iter().skip(i + 1).take(3).any(|w| LASTS.contains(&w.low.as_str())))
    };
    if sentence.bound(time) == Some(Bound::Since) {
        return perfect(before) || perfect(after.get(..8.min(after.len())).unwrap_or_default());
    }
    let near = |t: &[Token]| {
        let at = t.iter().enumerate().position(|(i, w)| match w.low.as_str() {
            "continues" | "continue" | "remains" | "remain" | "underway" | "ongoing" => true,
            "way" => i > 0 && t.get(i - 1).is_some_and(|b| b.low == "under"),
            "is" | "are" => t.get(i + 1).is_some_and(|n| n.low.ends_with("ing") && n.low.len() > 5),
            _ => false,
        });
        at.is_some_and(|at| !t.iter().take(at).any(|w| verbs::is_past(&w.low)))
    };
    let back = before.len().saturating_sub(10);
    let fronted = before.len() <= 3 && near(after.get(..10.min(after.len())).unwrap_or_default());
    near(before.get(back..).unwrap_or_default()) || fronted
}

/// Whether the time has passed, and says not since when: what goes on then is over.
fn is_over(page: &Page, time: &Time, day: bool) -> bool {
    let open = time.when.is_some_and(|w| !w.interval.is_closed());
    let past = page.published.zip(time.when).is_some_and(|(p, w)| w.interval.to <= p.from);
    !open && (past || day && time.when.is_none() && time.unresolved == Some(Unresolved::TooVague))
}

/// Whether a present progressive stands close before `time`: "is unveiling it on Tuesday".
fn is_progressive(sentence: &Spoken, clause: Span, time: Span) -> bool {
    let before = before(sentence, clause, time);
    let near = before.get(before.len().saturating_sub(12)..).unwrap_or_default();
    let at = near.iter().enumerate().rposition(|(i, w)| {
        matches!(w.low.as_str(), "is" | "are")
            && near.get(i + 1).is_some_and(|n| n.low.ends_with("ing") && n.low.len() > 5)
    });
    at.is_some_and(|i| !near.iter().skip(i).any(|w| verbs::is_past(&w.low) || w.low == "that"))
}

/// Verbs that last or are done again and again.
#[rustfmt::skip]
const LASTS: &[&str] = &[
    "attacked", "been", "besieged", "blocked", "bombarded", "bombed", "cared", "continued", "controlled", "faced", "fought", "kept",
    "led", "lived", "occupied", "remained", "ruled", "served", "shelled", "stayed", "targeted", "waged", "worked",
];

/// Whether `low` is a verb that bears its clause.
pub(super) fn is_finite(low: &str) -> bool {
    verbs::is_past(low) || is_auxiliary(low)
}

pub(super) fn is_auxiliary(low: &str) -> bool {
    matches!(
        low,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "shall"
            | "'s"
            | "'re"
            | "'ve"
    )
}
