//! What the outlet tells in its own voice: a clause with a time outside everything that somebody says.
//!
//! **Invariant:** a time that dates a saying, or stands inside what is said, is not the outlet's word.
//! Start at [`tell`].

use super::saying::Saying;
use super::{MOST, Page, Spoken, clause, place, remark, status, undated};
use crate::annotate::times::tense::Bound;
use crate::annotate::times::token::Token;
use crate::annotate::{Event, Time, Voice};
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
    let dating = |index: u32| here.iter().any(|s| s.time == Some(index) && s.inherited.is_none());
    // From the first word to the last.
    let mut words = sentence.tokens.iter().filter(|t| t.is_word());
    let Some(words) = words.next().map(|first| first.span.join(words.next_back().unwrap_or(first).span))
    else {
        return;
    };
    let mut seen: Vec<&str> = Vec::new();
    for (index, time) in page.times_in(sentence.span) {
        if seen.len() == MOST {
            break;
        }
        if !sentence.is_dated_by(time) || said(time) || dating(index) || seen.contains(&time.value.as_str()) {
            continue;
        }
        // "In comments embargoed until Saturday" bounds the words, it tells nothing that happened.
        let bounds_words = !here.is_empty() && sentence.bound(time.span) == Some(Bound::Until);
        // A picture may be older than the story, but "Friday's fire" is what the story tells of.
        let pictured = || is_full_date(time) || time.when.is_some() && sentence.owns(time.span);
        if bounds_words || sentence.kind == BlockKind::Caption && !pictured() {
            continue;
        }
        // What somebody says is never told as the outlet's own word, even where its speaker was not understood.
        let named = page.is_name(sentence, time.span);
        if named || sentence.is_compared(time.span) || hearsay(sentence, here, time.span) {
            continue;
        }
        // "Recently" and "once" place nothing unless somebody announces what is to come.
        if time.when.is_none() && time.value == "PAST_REF" {
            continue;
        }
        // "2 p.m.": a heading of its own tells nothing.
        let short = sentence.kind != BlockKind::Caption && sentence.tokens.len() < 6;
        let verb = || sentence.tokens.iter().any(|t| status::is_finite(&t.low));
        if !(time.span.start > words.start || time.span.end < words.end)
            || short && !verb() && sentence.bound(time.span).is_some()
        {
            continue;
        }
        seen.push(&time.value);
        let whole = clause::clause(sentence, sentence.span, time.span);
        if let Some(event) = remark::remark(page, sentence, whole, (index, time)) {
            events.push(event);
            continue;
        }
        let claim = status::claim(page, sentence, whole, time, true, None);
        let clause = alone(sentence, here, index, sentence.dated_by(time.span, whole));
        let participants =
            page.mentions_in(clause).filter(|(_, m)| !contents.iter().any(|c| c.contains(m.span)));
        events.push(Event {
            clause,
            when: time.when,
            time: Some(index),
            undated: undated(Some(time)),
            plan: claim.plan,
            participants: participants.map(|(i, _)| i).collect(),
            place: place::place(page, sentence, clause, time.span, contents),
            ..Event::new(sentence.span, claim.status, Voice::OUTLET, Evidence::rule(claim.rule, 85))
        });
    }
}

/// Whether a verb of saying that nobody was found to speak by stands before `time` in its clause, or closes the sentence
/// behind a comma: "The bridge is shut until Monday, the city said".
fn hearsay(sentence: &Spoken, here: &[&Saying], time: Span) -> bool {
    let (start, end) = sentence.place(time);
    let says = |t: &Token| {
        let word = matches!(t.low.as_str(), "said" | "says" | "claimed" | "claims" | "alleged" | "alleges");
        word && !here.iter().any(|s| s.cue.overlaps(t.span))
    };
    let first = start.saturating_sub(REACH);
    let clause = sentence.tokens.get(first..start).unwrap_or_default();
    let clause = clause.iter().rev().take_while(|t| !matches!(t.low.as_str(), ";" | "but" | "while"));
    let after = sentence.tokens.get(end..).unwrap_or_default();
    let last = after.iter().rposition(Token::is_word);
    let closes = last.filter(|at| after.get(*at).is_some_and(says)).is_some_and(|at| {
        let between = after.get(..at).unwrap_or_default();
        let parts = |t: &Token| matches!(t.low.as_str(), "." | "?" | "!" | ";" | "`" | "but");
        let comma = between.iter().rev().take(5).any(|t| t.low == ",");
        comma && !between.iter().any(parts)
    });
    // The time of the saying itself stands close behind it: "said on Friday".
    closes || clause.enumerate().any(|(back, t)| says(t) && back > 1)
}

/// `clause`, which the time `index` dates, up to whoever spoke at that time: "The vote on Friday came at the same time
/// Berg said".
fn alone(sentence: &Spoken, here: &[&Saying], index: u32, clause: Span) -> Span {
    let then = here.iter().find(|s| s.inherited.is_some() && s.time == Some(index));
    let Some(saying) = then else { return clause };
    let begins = saying.speaker.as_ref().map_or(saying.cue, |s| s.span).start;
    let before = sentence.tokens.partition_point(|t| t.span.end <= begins);
    let last = before.checked_sub(1).and_then(|i| sentence.tokens.get(i)).map(|t| t.span.end);
    Span {
        end: last.filter(|end| *end > clause.start).map_or(clause.end, |end| end.min(clause.end)),
        ..clause
    }
}

fn is_full_date(time: &Time) -> bool {
    time.evidence.rule == "date-given" && time.when.is_some_and(|w| w.granularity <= Granularity::Day)
}

/// How many tokens around a time its clause may reach.
const REACH: usize = 120;
