//! What is quoted without a verb of saying: "Trump’s claim that “…”", "her warning: “…”", "More from Berg: “…”".
//!
//! **Invariant:** the noun stands for a saying and has an owner; what is only called so by somebody else ("rejected
//! Berg’s claim as “…”") is not the owner's word. Start at [`claim`] and [`colon`].

use super::cues;
use super::description::described;
use super::direct::Attribution;
use super::items::{Item, What};
use super::subject::{self, Head, Subject, low, what};
use super::words::{is_auxiliary, is_verb};
use crate::annotate::NameKind;

/// The claim of the words at item `quote` whose noun is item `i`, with its owner before it: "Trump’s claim that", "their promise to", "his words,".
pub(crate) fn claim(items: &[Item<'_>], i: usize, quote: usize) -> Option<Attribution> {
    if !NOUNS.contains(&low(items, i)) {
        return None;
    }
    let quoted = |k: usize| matches!(what(items, k), Some(What::Quote(_)));
    let next = i + 1 + usize::from(matches!(low(items, i + 1), "is" | "was"));
    let said = low(items, next) == "that" || quoted(next) || low(items, next) == ":";
    // "His promise to end it was “in jest”": past a verb the words are no longer those of the promise.
    let near = !(next + 1..quote).any(|k| is_auxiliary(low(items, k)) || low(items, k) == ",");
    let says = said || near && next == i + 1 && matches!(low(items, next), "of" | "about" | "to" | ",");
    let mut owner = i.checked_sub(1)?;
    // "Her famous warning": a word or two may describe it.
    while i - owner < 3
        && what(items, owner) == Some(What::Word)
        && !is_owner(low(items, owner))
        && !is_verb(low(items, owner))
    {
        owner = owner.checked_sub(1)?;
    }
    let subject = match low(items, owner) {
        "his" | "her" | "their" => Subject { lo: owner, hi: owner + 1, head: Head::Pronoun },
        "'s" | "'" => subject::at_end(items, owner)?,
        _ => return None,
    };
    // "Called Berg’s remarks a “gift”": a verb before it passes its own word on what it owns.
    let judged = subject.lo.checked_sub(1).is_some_and(|k| cues::verb(low(items, k)).is_some());
    (says && (!judged || !quoted(next))).then_some(Attribution {
        cue: i,
        length: 1,
        subject,
        rule: "owned-claim",
    })
}

/// "Praised by Berg as “…”": whose word a passive passes on, at its "by", item `by`.
pub(crate) fn agent(items: &[Item<'_>], by: usize) -> Option<Attribution> {
    let cue = by.checked_sub(1).filter(|_| low(items, by) == "by")?;
    let verb = cues::verb(low(items, cue)).filter(|v| v.form == cues::Form::Past)?;
    let subject = described(items, by + 1).filter(|s| s.head != Head::Group || s.hi > s.lo + 1)?;
    let told = low(items, subject.hi) == "as" || matches!(what(items, subject.hi), Some(What::Quote(_)));
    (told && verb.lemma != "read").then_some(Attribution { cue, length: 1, subject, rule: "said-by" })
}

/// "In Bolton’s view", "in her words" at item `at`.
pub(crate) fn view(items: &[Item<'_>], at: usize) -> Option<Attribution> {
    if low(items, at) != "in" {
        return None;
    }
    let noun =
        (at + 2..at + 8).find(|k| matches!(low(items, *k), "view" | "words" | "opinion" | "telling"))?;
    let subject = match low(items, noun - 1) {
        "his" | "her" | "their" => Subject { lo: noun - 1, hi: noun, head: Head::Pronoun },
        "'s" | "'" => subject::at_end(items, noun - 1).filter(|s| s.lo > at)?,
        _ => return None,
    };
    Some(Attribution { cue: noun, length: 1, subject, rule: "owned-claim" })
}

/// Who is given by what stands before the colon at item `colon`: "More from Berg:", "Said Ellis:", "Berg went further:".
pub(crate) fn colon(items: &[Item<'_>], colon: usize) -> Option<Attribution> {
    let first = colon.saturating_sub(REACH);
    let start = (first..colon).rev().find(|k| is_end(items, *k)).map_or(first, |k| k + 1);
    let rule = "quote-after-colon";
    // The description that ends with the colon, from a name to what leads to it.
    let papers = (start..start + 3).find(|k| matches!(low(items, *k), "transcript" | "transcripts" | "text"));
    if let Some(hi) = papers.filter(|k| matches!(low(items, k + 1), "as" | "below" | ":" | "follows")) {
        let subject = Subject { lo: start, hi: hi + 1, head: Head::Group };
        return Some(Attribution { cue: colon, length: 1, subject, rule });
    }
    if matches!(low(items, start), "here" | "here's") {
        let lo = start + if low(items, start) == "here" { 2 } else { 1 };
        let subject =
            described(items, lo).filter(|s| s.hi <= colon && matches!(s.head, Head::Name(..) | Head::Person));
        if let Some(subject) = subject {
            return Some(Attribution { cue: colon, length: 1, subject, rule });
        }
    }
    let whole = (start..colon).find_map(|lo| {
        let led = lo == start
            || matches!(low(items, lo - 1), "from" | "-" | "–" | "—" | "is" | "was" | "and" | "to" | "by")
            || cues::inverts(low(items, lo - 1));
        described(items, lo)
            .filter(|s| led && !cues::inverts(low(items, lo)) && s.hi == colon && s.head != Head::Pronoun)
    });
    if let Some(subject) = whole {
        return Some(Attribution { cue: colon, length: 1, subject, rule });
    }
    let verb = (start + 1..colon).rev().find(|k| {
        what(items, *k) == Some(What::Word)
            && is_verb(low(items, *k))
            && subject::before(items, *k).is_some_and(|(s, denied)| !denied && s.lo >= start && s.hi <= *k)
    })?;
    let (subject, _) = subject::before(items, verb)?;
    Some(Attribution { cue: verb, length: 1, subject, rule })
}

/// A quotation that stands in the sentence of `items` at `at` without any cue: whose deed the sentence tells speaks,
/// if it tells of one only: "Reid has gone after him as a “leech”".
pub(crate) fn doer(items: &[Item<'_>], at: usize) -> Option<Attribution> {
    let first = at.saturating_sub(REACH);
    let verb = (first.max(1)..at).rev().find(|k| {
        what(items, *k) == Some(What::Word)
            && DEEDS.contains(&low(items, *k))
            && subject::before(items, *k).is_some_and(|(s, denied)| !denied && s.hi <= *k)
    })?;
    let (subject, _) = subject::before(items, verb)?;
    Some(Attribution { cue: verb, length: 1, subject, rule: "deed-quote" })
}

/// Whom a sentence is about: the subject of its first verb, where that is somebody.
pub(crate) fn teller(items: &[Item<'_>]) -> Option<Attribution> {
    let subordinate = matches!(
        low(items, 0),
        "when"
            | "while"
            | "after"
            | "as"
            | "with"
            | "although"
            | "though"
            | "because"
            | "since"
            | "if"
            | "before"
    );
    let comma = (0..items.len().min(REACH)).find(|k| subordinate && low(items, *k) == ",");
    let from = comma.map_or(1, |k| k + 2);
    let verb = (from..items.len().min(REACH)).find(|k| {
        what(items, *k) == Some(What::Word)
            && is_verb(low(items, *k))
            && subject::before(items, *k).is_some_and(|(s, _)| s.hi <= *k)
    })?;
    let (subject, denied) = subject::before(items, verb)?;
    let somebody = match subject.head {
        Head::Name(_, kind) => kind == NameKind::Person,
        Head::Pronoun => matches!(low(items, subject.lo), "he" | "she"),
        Head::Human | Head::Person => true,
        Head::Group => false,
    };
    (somebody && !denied).then_some(Attribution {
        cue: verb,
        length: 1,
        subject,
        rule: "quote-after-telling",
    })
}

const REACH: usize = 60;

fn is_end(items: &[Item<'_>], k: usize) -> bool {
    matches!(low(items, k), ";" | ":" | "?" | "!") || matches!(what(items, k), Some(What::Quote(_)))
}

fn is_owner(word: &str) -> bool {
    matches!(word, "'s" | "'" | "his" | "her" | "their") || is_auxiliary(word)
}

#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "accusation", "accusations", "admission", "allegation", "allegations", "announcement", "answer", "argument",
    "assertion", "assertions", "assessment", "call", "calls", "charge", "charges", "claim", "claims", "comment",
    "comments", "complaint", "complaints", "conclusion", "criticism", "declaration", "demand", "demands", "denial",
    "description", "explanation", "insistence", "message", "mantra", "motto", "opinion", "pledge", "pledges",
    "prediction", "promise", "promises", "quip", "quote", "rebuke", "refrain", "remark", "remarks", "reply",
    "response", "retort", "slogan", "statement", "statements", "suggestion", "suggestions", "testimony", "tweet",
    "tweets", "view", "vow", "warning", "warnings", "words",
];

#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "aimed", "appealed", "apologised", "apologized", "asked", "bashed", "berated", "campaigned", "chastised",
    "considered", "considers", "derided", "disparaged", "gone", "hammered", "hit", "hitting", "insulted",
    "interjecting", "lamented", "lambasted", "likened", "mocked", "mouthed", "pitched", "pledging", "pressed",
    "promoted", "pushed", "questioned", "questioning", "railed", "rated", "ridiculed", "ripped", "ruled", "sees",
    "seeing", "skewered", "slammed", "stressed", "sued", "taunted", "touted", "viewed", "views", "vowing",
    "worried", "worries",
];
