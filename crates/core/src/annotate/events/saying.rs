//! Sayings: quotations joined by their cue, the time of the saying, and what is said in it with a time of its own.
//!
//! **Invariant:** a time inside what is said never dates the saying, and one saying stands for all that one cue
//! introduces. Start at [`sayings`], then [`report`].

use std::collections::{BTreeMap, BTreeSet};

use super::{MOST, Page, Spoken, dates, undated};
use crate::annotate::quotations::cues;
use crate::annotate::times::tense::Bound;
use crate::annotate::times::verbs;
use crate::annotate::{Event, Plan, Quotation, Speaker, Speech, Status, Time, Voice, VoiceClass};
use crate::evidence::Evidence;
use crate::span::Span;

/// All that one cue gives as one speaker's words.
pub(super) struct Saying {
    /// The index of the sentence that holds the cue.
    pub sentence: usize,
    /// The verb or phrase of saying.
    pub cue: Span,
    /// Who speaks, where the text tells.
    pub speaker: Option<Speaker>,
    /// The words given as the speaker's.
    pub contents: Vec<Span>,
    /// Those of them that are quoted word for word.
    pub quoted: Vec<Span>,
    /// The time of the saying, an index into the times.
    pub time: Option<u32>,
}

/// The sayings of a document, in the order of their cues.
pub(super) fn sayings(sentences: &[Spoken], times: &[Time], quotations: &[Quotation]) -> Vec<Saying> {
    let mut by_cue: BTreeMap<Span, Saying> = BTreeMap::new();
    for quotation in quotations {
        // What is not said is no saying.
        let Some(cue) = quotation.cue.filter(|_| quotation.speech != Speech::Withheld) else { continue };
        let sentence = sentences.partition_point(|s| s.span.end <= cue.start);
        if sentences.get(sentence).is_none_or(|s| !s.span.contains(cue)) {
            continue;
        }
        let saying = by_cue.entry(cue).or_insert_with(|| Saying {
            sentence,
            cue,
            speaker: quotation.speaker.clone(),
            contents: Vec::new(),
            quoted: Vec::new(),
            time: None,
        });
        let span = if quotation.is_direct() {
            quotation.span
        } else {
            without_time(times, sentences.get(sentence), cue, quotation.span)
        };
        saying.contents.push(span);
        if quotation.is_direct() {
            saying.quoted.push(quotation.span);
        }
        if saying.speaker.is_none() {
            saying.speaker.clone_from(&quotation.speaker);
        }
    }
    let mut all: Vec<Saying> = by_cue.into_values().collect();
    let contents = super::contents(sentences, &all);
    let page = Page { times, mentions: &[], published: None };
    for saying in &mut all {
        let said = contents.get(saying.sentence).map_or(&[][..], Vec::as_slice);
        saying.time = sentences.get(saying.sentence).and_then(|s| time_of(&page, s, saying, said));
    }
    all
}

/// A reported clause without the time of its saying: in `said on Friday the deal was done` the time stands directly
/// after the verb and dates it.
fn without_time(times: &[Time], sentence: Option<&Spoken>, cue: Span, content: Span) -> Span {
    let Some(sentence) = sentence else { return content };
    let (_, after_cue) = sentence.place(cue);
    let follows = sentence.tokens.get(after_cue).is_some_and(|t| t.span.start == content.start);
    let first = times.partition_point(|t| t.span.start < content.start);
    let Some(time) = times.get(first).filter(|t| follows && t.span.end < content.end) else { return content };
    let (start, end) = sentence.place(time.span);
    let led = start == after_cue
        || start == after_cue + 1 && sentence.tokens.get(after_cue).is_some_and(|t| t.low == "on");
    match sentence.tokens.get(end) {
        Some(next) if led => Span { start: next.span.start, end: content.end },
        _ => content,
    }
}

/// The saying and what is said in it with a time of its own, added to `events`.
pub(super) fn report(page: &Page, sentences: &[Spoken], saying: &Saying, events: &mut Vec<Event>) {
    let Some(sentence) = sentences.get(saying.sentence) else { return };
    let voice = voice(saying);
    let root = events.len() as u32;
    let time = saying.time.and_then(|t| page.times.get(t as usize));
    let rule = if time.is_some() { "saying-with-time" } else { "said-undated" };
    events.push(Event {
        when: time.and_then(|t| t.when),
        time: saying.time,
        undated: undated(time),
        participants: taking_part(page, sentence, saying),
        ..Event::new(sentence.span, Status::Said, voice, Evidence::rule(rule, 90))
    });
    // What somebody denies is not claimed.
    let (cue, _) = sentence.place(saying.cue);
    if sentence.tokens.get(cue).is_some_and(|t| is_denial(&t.low)) {
        return;
    }
    let ahead = sentence.tokens.get(cue).is_some_and(|t| looks_ahead(&t.low));
    let mut seen = BTreeSet::new();
    for content in &saying.contents {
        let first = sentences.partition_point(|s| s.span.end <= content.start);
        for spoken in sentences.iter().skip(first).take_while(|s| s.span.start < content.end) {
            let Some(clause) = overlap(*content, spoken.span) else { continue };
            for (index, time) in page.times_in(clause).filter(|(_, t)| dates(t)).take(MOST) {
                // Nor is what somebody says that another denies.
                if spoken.is_compared(time.span) || is_denied(spoken, clause, time.span) {
                    continue;
                }
                let planned = is_planned(page, spoken, time) || ahead && !is_over(page, time);
                // One time told twice in a sentence, or in its words and in those quoted in them, is one event.
                let value = if time.when.is_some() { "" } else { time.value.as_str() };
                if !seen.insert((spoken.span, planned, time.when.map(|w| w.interval), value)) {
                    continue;
                }
                let (status, rule) = if planned {
                    (Status::Announced, "planned-in-it")
                } else {
                    (Status::Claimed, "said-in-it")
                };
                let own = spoken.dated_by(time.span, clause);
                events.push(Event {
                    clause: own,
                    when: time.when,
                    time: Some(index),
                    undated: undated(Some(time)),
                    plan: planned.then_some(Plan::Planned),
                    participants: page.mentions_in(own).map(|(i, _)| i).collect(),
                    of: Some(root),
                    ..Event::new(spoken.span, status, voice, Evidence::rule(rule, 80))
                });
            }
        }
    }
}

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
    let (start, end) = sentence.place(time.span);
    let says = |words: &[&str]| {
        sentence.tokens.get(start..end).is_some_and(|t| t.iter().any(|t| words.contains(&t.low.as_str())))
    };
    if says(&["last", "ago", "yesterday", "earlier"]) || sentence.bound(time.span) == Some(Bound::Since) {
        return false;
    }
    let ahead = time.value == "FUTURE_REF" || says(&["next", "tomorrow", "coming"]);
    ahead || sentence.bound(time.span) == Some(Bound::Until) || sentence.tense(time.span).is_ahead()
}

/// Whether a verb gives what is to come as its subject's word.
fn looks_ahead(word: &str) -> bool {
    cues::verb(word).is_some_and(|v| {
        matches!(
            v.lemma,
            "expect"
                | "forecast"
                | "anticipate"
                | "foresee"
                | "predict"
                | "project"
                | "urge"
                | "order"
                | "instruct"
        )
    })
}

/// Whether `time` had passed when the article was published.
fn is_over(page: &Page, time: &Time) -> bool {
    page.published.zip(time.when).is_some_and(|(p, w)| w.interval.to <= p.from)
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

/// Whether a verb of saying denies what it introduces.
fn is_denial(word: &str) -> bool {
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

fn overlap(a: Span, b: Span) -> Option<Span> {
    a.overlaps(b).then(|| Span { start: a.start.max(b.start), end: a.end.min(b.end) })
}

/// Whose word it is; a speaker whom the text does not tell is unnamed, shown by the verb of saying.
fn voice(saying: &Saying) -> Voice {
    match &saying.speaker {
        Some(s) => Voice {
            class: s.class,
            mention: s.mention,
            span: Some(s.span).filter(|_| s.class != VoiceClass::Outlet),
        },
        None => Voice { class: VoiceClass::Unnamed, mention: None, span: Some(saying.cue) },
    }
}

/// The speaker and the mentions of the sentence outside what is said.
fn taking_part(page: &Page, sentence: &Spoken, saying: &Saying) -> Vec<u32> {
    let outside = |m: Span| !saying.contents.iter().any(|c| c.overlaps(m));
    let mut all: Vec<u32> = page
        .mentions_in(sentence.around(saying.cue, 2 * REACH))
        .filter(|(_, m)| outside(m.span))
        .map(|(i, _)| i)
        .collect();
    all.extend(saying.speaker.as_ref().and_then(|s| s.mention));
    all.sort_unstable();
    all.dedup();
    all
}

/// The time that stands with the cue: after it in its own clause, else before it with no other verb between.
fn time_of(page: &Page, sentence: &Spoken, saying: &Saying, contents: &[Span]) -> Option<u32> {
    let window = sentence.around(saying.cue, REACH);
    let upto = contents.partition_point(|c| c.start < window.end);
    // What is said comes in text order and hardly overlaps, so the last few before the window's end are all there is.
    let near: Vec<Span> = contents.iter().take(upto).rev().take(MOST).copied().collect();
    let contents = near.as_slice();
    let free = |t: &Time| {
        let said = contents.iter().any(|c| c.contains(t.span));
        dates(t) && !said && sentence.bound(t.span).is_none() && t.value != "FUTURE_REF"
    };
    let times: Vec<(u32, &Time)> = page.times_in(window).filter(|(_, t)| free(t)).collect();
    let cue = sentence.place(saying.cue);
    let after = times.iter().find(|(_, t)| t.span.start >= saying.cue.end);
    if let Some((index, time)) = after
        && joined(sentence, contents, cue.1, sentence.place(time.span).0, true)
    {
        return Some(*index);
    }
    let before = times.iter().rfind(|(_, t)| t.span.end <= saying.cue.start);
    let (index, time) = before?;
    if is_beside(sentence, time.span) {
        return None;
    }
    joined(sentence, contents, sentence.place(time.span).1, cue.0, false).then_some(*index)
}

/// Whether `time` ends a relative clause between commas, which it dates: "Orbix, which lost money last year, said".
fn is_beside(sentence: &Spoken, time: Span) -> bool {
    let (start, end) = sentence.place(time);
    let low = |k: usize| sentence.tokens.get(k).map_or("", |t| t.low.as_str());
    let comma = (start.saturating_sub(20)..start).rev().find(|k| low(*k) == ",");
    low(end) == "," && comma.is_some_and(|k| matches!(low(k + 1), "which" | "who" | "whose" | "where"))
}

/// The most tokens between a cue and its time.
const REACH: usize = 60;

/// Whether nothing between the tokens `[from, to)` parts a time from its cue: no other verb, no clause of its own.
/// Between a fronted time and its cue a clause set off by commas (`, who led the team,`) may stand.
fn joined(sentence: &Spoken, contents: &[Span], from: usize, to: usize, after: bool) -> bool {
    if to.saturating_sub(from) > REACH {
        return false;
    }
    let mut aside = false;
    // "Hours earlier he issued a rebuke, telling them": a participle shares the time of the verb it leans on.
    let cue = sentence.tokens.get(to).filter(|_| !after).map_or("", |t| t.low.as_str());
    let mut leans = cue.ends_with("ing")
        && to.checked_sub(1).and_then(|i| sentence.tokens.get(i)).is_some_and(|t| t.low == ",");
    for i in from..to {
        let Some(token) = sentence.tokens.get(i) else { return false };
        if contents.iter().any(|c| c.overlaps(token.span)) {
            // A quotation may stand between the cue and its time only where it ended before: `"…," he said Friday`.
            return false;
        }
        let low = token.low.as_str();
        if low == "," {
            aside = false;
            continue;
        }
        let opens = matches!(low, "who" | "which" | "whose" | "when" | "where");
        if opens && !after {
            aside = true;
            continue;
        }
        // "…, it reported, after shrinking in 2025": the time dates what came first or followed.
        let other = after && matches!(low, "after" | "before" | "following" | "since");
        if opens || other || matches!(low, ";" | ":" | "that" | "but" | "embargoed") || token.is_quote() {
            return false;
        }
        let verb = verbs::is_past(low)
            || verbs::is_future(low)
            || verbs::is_possible(low)
            || matches!(low, "has" | "have" | "is" | "are");
        // "In a post published Friday": the words were given out then.
        let given_out = after && matches!(low, "published" | "posted" | "released" | "aired" | "issued");
        // "In a statement on Wednesday, it had accused": the auxiliary is the cue's own.
        let own = !after && i + 1 == to && matches!(low, "had" | "has" | "have");
        // "In a televised address": a participle between an article and its noun is no verb. Elsewhere ("besieged
        // city") it cannot be told from one here.
        let article = i.checked_sub(1).and_then(|b| sentence.tokens.get(b));
        let own = own
            || article.is_some_and(|t| {
                matches!(t.low.as_str(), "a" | "an" | "the" | "his" | "her" | "its" | "their")
            });
        if verb && !own && !aside && !given_out && !std::mem::take(&mut leans) {
            return false;
        }
    }
    true
}
