//! What is said in a saying with a time of its own, and what a saying denies.
//!
//! **Invariant:** what is denied, or doubted by another in what somebody says, is nobody's claim, and what has no time
//! of its own gets none. Start at [`contents`].

use std::collections::BTreeSet;

use super::saying::Saying;
use super::{MOST, Page, Spoken, clause, place, remark, status, undated};
use crate::annotate::times::token::Token;
use crate::annotate::times::verbs;
use crate::annotate::{Event, Plan, Status, Voice};
use crate::evidence::Evidence;
use crate::span::Span;

/// How many tokens before a time its denial may stand.
const REACH: usize = 60;

/// The events with a time of their own inside what `saying` says, added to `events`; whether there are any.
pub(super) fn contents(
    page: &Page,
    sentences: &[Spoken],
    saying: &Saying,
    voice: Voice,
    root: u32,
    (ahead, denied): (Option<Plan>, bool),
    events: &mut Vec<Event>,
) -> bool {
    let mut seen = BTreeSet::new();
    let before = events.len();
    for content in &saying.contents {
        let first = sentences.partition_point(|s| s.span.end <= content.start);
        for spoken in sentences.iter().skip(first).take_while(|s| s.span.start < content.end) {
            let Some(clause) = overlap(*content, spoken.span) else { continue };
            let first = events.len();
            for (index, time) in page.times_in(clause).filter(|(_, t)| spoken.is_dated_by(t)).take(MOST) {
                // What somebody says that another denies is neither's claim.
                let named = page.is_name(spoken, time.span);
                if named || spoken.is_compared(time.span) || is_denied(spoken, clause, time.span) {
                    continue;
                }
                let narrow = clause::clause(spoken, clause, time.span);
                // Another's remark that is spoken of in the article's words is told, one in quoted words is claimed.
                let quoted = saying.quoted.iter().any(|q| q.contains(time.span));
                if let (Some(event), false) =
                    (remark::remark(page, spoken, narrow, (index, time)), quoted || denied)
                {
                    events.push(event);
                    continue;
                }
                let mut claim = status::claim(page, spoken, narrow, time, false, ahead);
                if denied {
                    claim = status::Claim { status: Status::Denied, plan: None, rule: "denied" };
                }
                // One time told twice in a sentence, or in its words and in those quoted in them, is one event.
                let value = if time.when.is_some() { "" } else { time.value.as_str() };
                if !seen.insert((spoken.span, claim.status, time.when.map(|w| w.interval), value)) {
                    continue;
                }
                let own = spoken.dated_by(time.span, narrow);
                events.push(Event {
                    clause: own,
                    when: time.when,
                    time: Some(index),
                    undated: undated(Some(time)),
                    plan: claim.plan,
                    participants: page.mentions_in(own).map(|(i, _)| i).collect(),
                    place: place::place(page, spoken, own, time.span, &[]),
                    of: Some(root),
                    ..Event::new(spoken.span, claim.status, voice, Evidence::rule(claim.rule, 80))
                });
            }
            let told = events.get(first..).unwrap_or_default();
            if !denied && let Some(clause) = beside(spoken, clause, told) {
                events.push(Event {
                    clause,
                    participants: page.mentions_in(clause).map(|(i, _)| i).collect(),
                    of: Some(root),
                    ..Event::new(spoken.span, Status::Claimed, voice, Evidence::rule("said-beside", 75))
                });
            }
        }
    }
    events.len() > before
}

/// The main clause of `content` where all that is dated in it, `told`, stands in the clause that leads to it, and the
/// time is that of something named there: "As crews cleared the rubble of Friday’s fire, a blast killed two".
fn beside(sentence: &Spoken, content: Span, told: &[Event]) -> Option<Span> {
    let (first, last) = sentence.place(content);
    let words = sentence.tokens.get(first..last)?;
    let lead = words.first().map_or("", |t| t.low.as_str());
    if told.is_empty() || !matches!(lead, "as" | "after" | "while" | "before" | "although" | "though") {
        return None;
    }
    let comma = words.iter().position(|t| t.low == ",")?;
    let (clause, main) = (words.get(..comma)?, words.get(comma + 1..)?);
    let (begin, end) = (main.first()?, main.last()?);
    let named = |e: &Event| e.clause.start > content.start && e.clause.end < begin.span.start;
    let ahead = |t: &Token| status::is_auxiliary(&t.low) && !matches!(t.low.as_str(), "was" | "were" | "'s");
    let plain = main.iter().any(|t| verbs::is_past(&t.low))
        && !main.iter().any(|t| ahead(t) || t.is_quote() || matches!(t.low.as_str(), "not" | "if" | "never"));
    let whole = Span { start: begin.span.start, end: end.span.end };
    let verb = clause.iter().any(|t| status::is_finite(&t.low) && t.low != "'s");
    (plain && verb && told.iter().all(named)).then_some(whole)
}

/// What the verb of saying at `cue` denies, if it does: "denied that", "rejected claims that".
pub(super) fn denies(sentence: &Spoken, cue: Span) -> Option<Span> {
    let (at, end) = sentence.place(cue);
    let low = |i: usize| sentence.tokens.get(i).map_or("", |t| t.low.as_str());
    let rejects =
        matches!(low(at), "rejected" | "rejects" | "rejecting" | "dismissed" | "dismisses" | "dismissing");
    let claims = || {
        (end..end + 5).any(|i| {
            matches!(
                low(i),
                "claim"
                    | "claims"
                    | "report"
                    | "reports"
                    | "allegation"
                    | "allegations"
                    | "accusation"
                    | "accusations"
                    | "suggestion"
                    | "suggestions"
                    | "charge"
                    | "charges"
            )
        })
    };
    let denies = is_denial(low(at)) && !low(at).starts_with("doubt") || rejects && claims();
    let rest = sentence.tokens.get(end)?.span;
    denies.then_some(Span { start: rest.start, end: sentence.span.end })
}

/// Whether a verb of saying denies what it introduces.
pub(super) fn is_denial(word: &str) -> bool {
    matches!(
        word,
        "deny"
            | "denies"
            | "denied"
            | "denying"
            | "refute"
            | "refutes"
            | "refuted"
            | "refuting"
            | "doubt"
            | "doubts"
            | "doubted"
            | "doubting"
    )
}

/// Whether `clause` tells of a denial before `time`, of what bears it: "Norlund denied that a ship sank on Tuesday".
/// A time that stands close behind the verb dates the denial: "denied on Tuesday that".
fn is_denied(sentence: &Spoken, clause: Span, time: Span) -> bool {
    let (first, _) = sentence.place(clause);
    let (start, _) = sentence.place(time);
    let before = sentence.tokens.get(first.max(start.saturating_sub(REACH))..start).unwrap_or_default();
    let same = before.iter().rev().take_while(|t| !matches!(t.low.as_str(), ";" | "but"));
    same.enumerate().any(|(back, t)| back > 1 && is_denial(&t.low))
}

pub(super) fn overlap(a: Span, b: Span) -> Option<Span> {
    a.overlaps(b).then(|| Span { start: a.start.max(b.start), end: a.end.min(b.end) })
}

#[cfg(test)]
mod tests {
    use super::super::cases::check;
    use crate::annotate::{Status, VoiceClass};

    const SATURDAY: &str = "2026-02-07";

    #[test]
    fn one_verb_of_two_speakers_is_two_claims() {
        let text = "The sides met, with officials from Norway as well as Peru’s Ministry of Justice confirming that \
                    the swap took place on Monday.";
        let document = crate::annotate::times::cases::document(text, SATURDAY);
        let found = crate::annotate::annotate(&document);
        let told = |status: Status| {
            let of = found.events.iter().filter(move |e| e.status == status);
            of.map(|e| (e.voice.class, e.voice.span.map_or("", |s| s.of(text)))).collect::<Vec<_>>()
        };
        let both = [
            (VoiceClass::Unnamed, "officials from Norway"),
            (VoiceClass::Office, "Peru’s Ministry of Justice"),
        ];
        assert_eq!(told(Status::Said), both);
        assert_eq!(told(Status::Claimed), both);
    }

    #[test]
    fn what_is_said_beside_something_dated_stands_by_itself_and_undated() {
        let tells = |text: &str, expected: &[&str]| check(text, SATURDAY, expected);
        let (saying, fire) = ("said Roe - NoTimeGiven", "< claimed Roe 2026-02-06");
        tells(
            "⟦As crews cleared the rubble of Friday’s fire, a second blast killed two⟧, {Roe} ⟨said⟩.",
            &[saying, fire, "< claimed Roe - NoTimeGiven"],
        );
        tells("⟦As crews left on Friday, a blast killed two⟧, {Roe} ⟨said⟩.", &[saying, fire]);
        tells(
            "⟦After crews cleared the rubble of Friday’s fire, they may go⟧, {Roe} ⟨said⟩.",
            &[saying, fire],
        );
        tells("⟦After Friday’s fire, a second blast killed two⟧, {Roe} ⟨said⟩.", &[saying, fire]);
    }
}
