//! What the outlet tells in its own voice: a clause with a time outside everything that somebody says.
//!
//! **Invariant:** a time that dates a saying, or stands inside what is said, is not the outlet's word.
//! Start at [`tell`].

use super::saying::{Saying, is_planned};
use super::{MOST, Page, Spoken, dates, undated};
use crate::annotate::times::tense::Bound;
use crate::annotate::{Event, Plan, Status, Time, Voice};
use crate::civil::Granularity;
use crate::evidence::Evidence;
use crate::read::BlockKind;
use crate::span::Span;

/// The events of `sentence` in the outlet's own voice, added to `events`; `here` are the sayings whose cue it holds,
/// `contents` all that anybody says in it.
pub(super) fn tell(
    page: &Page,
    sentence: &Spoken,
    here: &[&Saying],
    contents: &[Span],
    events: &mut Vec<Event>,
) {
    let said = |t: &Time| contents.iter().any(|c| c.overlaps(t.span));
    let dating = |index: u32| here.iter().any(|s| s.time == Some(index));
    let mut seen: Vec<&str> = Vec::new();
    for (index, time) in page.times_in(sentence.span) {
        if seen.len() == MOST {
            break;
        }
        if !dates(time) || said(time) || dating(index) || seen.contains(&time.value.as_str()) {
            continue;
        }
        // "In comments embargoed until Saturday" bounds the words, it tells nothing that happened.
        let bounds_words = !here.is_empty() && sentence.bound(time.span) == Some(Bound::Until);
        if bounds_words || sentence.kind == BlockKind::Caption && !is_full_date(time) {
            continue;
        }
        // What somebody says is never told as the outlet's own word, even where its speaker was not understood.
        if sentence.is_compared(time.span) || hearsay(sentence, here, time.span) {
            continue;
        }
        // "Recently" and "once" place nothing unless somebody announces what is to come.
        if time.when.is_none() && time.value == "PAST_REF" {
            continue;
        }
        seen.push(&time.value);
        let planned = is_planned(page, sentence, time);
        let clause = sentence.dated_by(time.span, clause(sentence, time.span));
        let participants =
            page.mentions_in(clause).filter(|(_, m)| !contents.iter().any(|c| c.contains(m.span)));
        let (status, rule) =
            if planned { (Status::Announced, "planned-cue") } else { (Status::Happened, "told-with-time") };
        events.push(Event {
            clause,
            when: time.when,
            time: Some(index),
            undated: undated(Some(time)),
            plan: planned.then_some(Plan::Planned),
            participants: participants.map(|(i, _)| i).collect(),
            ..Event::new(sentence.span, status, Voice::OUTLET, Evidence::rule(rule, 85))
        });
    }
}

/// Whether a verb of saying that nobody was found to speak by stands before `time` in its clause.
fn hearsay(sentence: &Spoken, here: &[&Saying], time: Span) -> bool {
    let (start, _) = sentence.place(time);
    let first = start.saturating_sub(REACH);
    let clause = sentence.tokens.get(first..start).unwrap_or_default();
    let clause = clause.iter().rev().take_while(|t| !matches!(t.low.as_str(), ";" | "but" | "while"));
    // The time of the saying itself stands close behind it: "said on Friday".
    clause.enumerate().any(|(back, t)| {
        matches!(t.low.as_str(), "said" | "says" | "claimed" | "claims" | "alleged" | "alleges")
            && back > 1
            && !here.iter().any(|s| s.cue.overlaps(t.span))
    })
}

fn is_full_date(time: &Time) -> bool {
    time.evidence.rule == "date-given" && time.when.is_some_and(|w| w.granularity <= Granularity::Day)
}

/// How many tokens around a time its clause may reach.
const REACH: usize = 120;

/// The part of the sentence around `time` up to the next semicolon, quotation mark, or `but` and `while` after a
/// comma.
fn clause(sentence: &Spoken, time: Span) -> Span {
    let (start, end) = sentence.place(time);
    let tokens = &sentence.tokens;
    let parts = |i: usize| {
        let Some(token) = tokens.get(i) else { return true };
        let after_comma = i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|b| b.low == ",");
        token.low == ";"
            || after_comma && matches!(token.low.as_str(), "but" | "while" | "although" | "whereas")
    };
    let first = (start.saturating_sub(REACH)..start)
        .rev()
        .find(|i| parts(*i))
        .map_or(start.saturating_sub(REACH), |i| i + 1);
    let stop = (end + REACH).min(tokens.len());
    let last = (end..stop).find(|i| parts(*i)).unwrap_or(stop);
    let from = tokens.get(first).map_or(sentence.span.start, |t| t.span.start);
    let to = last.checked_sub(1).and_then(|i| tokens.get(i)).map_or(sentence.span.end, |t| t.span.end);
    Span { start: from.min(time.start), end: to.max(time.end) }
}
