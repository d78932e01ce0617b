//! Sayings: quotations joined by their cue, the time of the saying, and what is said in it with a time of its own.
//!
//! **Invariant:** a time inside what is said never dates the saying, and one saying stands for all that one cue
//! introduces. Start at [`sayings`], then [`report`].

use std::collections::BTreeMap;

use super::{MOST, Page, Spoken, clause, dates, place, plan, said, status, undated};
use crate::annotate::times::verbs;
use crate::annotate::{Event, Quotation, Speaker, Speech, Status, Time, Voice, VoiceClass};
use crate::evidence::Evidence;
use crate::order::{self, Order as _};
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
    /// The rule that gives it a time that does not stand with its verb, if one does.
    pub inherited: Option<&'static str>,
}

/// The sayings of a document, in the order of their cues.
pub(super) fn sayings(sentences: &[Spoken], times: &[Time], quotations: &[Quotation]) -> Vec<Saying> {
    let mut by_cue: BTreeMap<(Span, u32), Saying> = BTreeMap::new();
    for quotation in quotations {
        // What is not said is no saying.
        let Some(cue) = quotation.cue.filter(|_| quotation.speech != Speech::Withheld) else { continue };
        let sentence = sentences.partition_point(|s| s.span.end <= cue.start);
        if sentences.get(sentence).is_none_or(|s| !s.span.contains(cue)) {
            continue;
        }
        let span = if quotation.is_direct() {
            quotation.span
        } else {
            without_time(times, sentences.get(sentence), cue, quotation.span)
        };
        // One cue may give the same words to two: "with officials as well as the ministry confirming".
        let speaker = quotation.speaker.as_ref().map_or(cue, |s| s.span);
        let other = by_cue.get(&(cue, 0)).is_some_and(|first: &Saying| {
            let known = first.speaker.as_ref().map(|s| s.span);
            first.contents.contains(&span) && known.is_some_and(|known| known != speaker)
        });
        let key = (cue, if other && !quotation.is_direct() { speaker.start } else { 0 });
        let saying = by_cue.entry(key).or_insert_with(|| Saying {
            sentence,
            cue,
            speaker: quotation.speaker.clone(),
            contents: Vec::new(),
            quoted: Vec::new(),
            time: None,
            inherited: None,
        });
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
    let page = Page { times, mentions: &[], media: Vec::new(), published: None };
    for saying in &mut all {
        let said = contents.get(saying.sentence).map_or(&[][..], Vec::as_slice);
        let Some(sentence) = sentences.get(saying.sentence) else { continue };
        saying.time = time_with(&page, sentence, saying, said);
        saying.inherited = saying.time.map(|_| "saying-then");
        saying.time = saying.time.or_else(|| time_of(&page, sentence, saying, said));
    }
    all
}

/// Tells the quotations of each saying when it was said.
pub(super) fn spoken(sayings: &[Saying], quotations: &mut [Quotation]) {
    let times = order::map(sayings.iter().filter_map(|s| Some((s.cue, s.time?))));
    for quotation in quotations.iter_mut().filter(|q| q.speech != Speech::Withheld) {
        quotation.spoken = quotation.cue.and_then(|cue| times.get(&cue).copied());
    }
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
    let evidence = match time {
        Some(time) if let Some(rule) = saying.inherited => {
            Evidence::rule(rule, 70).from("saying", time.value.clone(), vec![time.span])
        }
        Some(_) => Evidence::rule("saying-with-time", 90),
        None => Evidence::rule("said-undated", 90),
    };
    let around = clause::clause(sentence, sentence.span, saying.cue);
    let stands = time.filter(|_| saying.inherited.is_none());
    let own = own_clause(sentence, saying, stands, around);
    let dated = time.map(|t| t.span).filter(|t| sentence.span.contains(*t));
    events.push(Event {
        clause: own,
        when: time.and_then(|t| t.when),
        time: saying.time,
        undated: undated(time),
        participants: taking_part(page, around.join(own), saying),
        place: place::of_saying(page, sentence, around, (saying.cue, dated), &saying.contents),
        ..Event::new(sentence.span, Status::Said, voice, evidence)
    });
    let denies = said::denies(sentence, saying.cue);
    let (cue, _) = sentence.place(saying.cue);
    // What somebody doubts is not claimed.
    if denies.is_none() && sentence.tokens.get(cue).is_some_and(|t| said::is_denial(&t.low)) {
        return;
    }
    let ahead = sentence.tokens.get(cue).and_then(|t| plan::of_cue(&t.low));
    let dated = said::contents(page, sentences, saying, voice, root, (ahead, denies.is_some()), events);
    // What is denied stands by itself, dated or not.
    if let (Some(content), false) = (denies, dated) {
        let clause = said::overlap(content, sentence.span).unwrap_or(content);
        events.push(Event {
            clause,
            participants: page.mentions_in(clause).map(|(i, _)| i).collect(),
            of: Some(root),
            ..Event::new(sentence.span, Status::Denied, voice, Evidence::rule("denied", 85))
        });
    }
}

/// The words of the sentence that say so: who, the verb, when, and what of it is said there; with all that leads to a
/// time in front, "On the sidelines of a fair in Dorna on Friday, she said".
fn own_clause(sentence: &Spoken, saying: &Saying, time: Option<&Time>, around: Span) -> Span {
    let speaker = saying.speaker.as_ref().map(|s| s.span);
    let parts = speaker.into_iter().chain(time.map(|t| t.span)).chain(saying.contents.iter().copied());
    let here = parts.filter_map(|p| said::overlap(p, sentence.span));
    let own = here.fold(saying.cue, Span::join);
    let fronted = time.is_some_and(|t| t.span.start <= own.start && sentence.span.contains(t.span));
    let led = Span { start: around.start.min(own.start), end: own.start };
    let (from, upto) = sentence.place(led);
    let verbs = sentence.tokens.get(from..upto).unwrap_or_default().iter().any(|t| status::is_finite(&t.low));
    if fronted && !led.is_empty() && !verbs { own.join(led) } else { own }
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

/// The speaker and the mentions of the saying's clause outside what is said.
fn taking_part(page: &Page, clause: Span, saying: &Saying) -> Vec<u32> {
    let outside = |m: Span| !saying.contents.iter().any(|c| c.overlaps(m));
    let mut all: Vec<u32> =
        page.mentions_in(clause).filter(|(_, m)| outside(m.span)).map(|(i, _)| i).collect();
    all.extend(saying.speaker.as_ref().and_then(|s| s.mention));
    all.order();
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

/// The time of what the sentence tells before, where it says that both were at once: "The vote on Friday came at the
/// same time Berg said".
fn time_with(page: &Page, sentence: &Spoken, saying: &Saying, contents: &[Span]) -> Option<u32> {
    let speaker = saying.speaker.as_ref().map_or(saying.cue, |s| s.span);
    let (begins, _) = sentence.place(speaker);
    let low = |k: usize| sentence.tokens.get(k).map_or("", |t| t.low.as_str());
    let mut at = begins.checked_sub(1)?;
    if matches!(low(at), "as" | "that" | "when") {
        at = at.checked_sub(1)?;
    }
    let same = at.checked_sub(1).filter(|k| low(*k) == "same" && matches!(low(at), "time" | "moment"))?;
    let upto = (same.saturating_sub(3)..same).find(|k| low(*k) == "at")?;
    let (from, end) = (sentence.tokens.get(upto.saturating_sub(8))?.span, sentence.tokens.get(upto)?.span);
    let window = Span { start: from.start, end: end.start };
    let free = |t: &Time| dates(t) && t.span.end <= end.start && !contents.iter().any(|c| c.overlaps(t.span));
    let (index, time) = page.times_in(window).filter(|(_, t)| free(t)).last()?;
    let (_, after) = sentence.place(time.span);
    let parted = (after..upto).any(|k| matches!(low(k), "," | ";" | ":" | "that" | "which" | "who"));
    (!parted && sentence.bound(time.span).is_none()).then_some(index)
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
        // "…, with critics accusing him": the time in front is not theirs.
        let with = !after
            && low == "with"
            && i.checked_sub(1).and_then(|b| sentence.tokens.get(b)).is_some_and(|t| t.low == ",");
        if with {
            return false;
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
