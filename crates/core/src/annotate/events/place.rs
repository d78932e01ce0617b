//! Where something is said to be: the place named behind "in", "at", "near" and their like, closest to its time.
//!
//! **Invariant:** a place is given only by such a word; what is struck, ruled or spoken of is none, and neither is the
//! place of a noun that only bears it ("the war in Sudan").
//! Start at [`place`].

use super::status::is_finite;
use super::{Page, Spoken};
use crate::annotate::NameKind;
use crate::annotate::times::verbs;
use crate::civil;
use crate::span::Span;

/// The most tokens between a time or a verb of saying and its place.
const REACH: usize = 20;

/// The mention in `clause`, outside all of `said`, that says where what stands at `near` is.
pub(super) fn place(page: &Page, sentence: &Spoken, clause: Span, near: Span, said: &[Span]) -> Option<u32> {
    let (start, end) = sentence.place(near);
    let mut best: Option<(usize, u32, Span)> = None;
    let mut last: Option<(u32, Span)> = None;
    for (index, mention) in page.mentions_in(sentence.around(near, REACH)) {
        let outside = !said.iter().any(|s| s.overlaps(mention.span));
        let here = clause.contains(mention.span) && outside && !mention.span.overlaps(near);
        if !here || !is_where(sentence, mention.span, mention.kind) {
            continue;
        }
        let (from, upto) = sentence.place(mention.span);
        // "In the US, likely in Miami": the second says it closer.
        if let (Some((chosen, span)), Some((distance, ..))) = (last, best)
            && sentence.place(span).1 + 4 >= from
            && best.is_some_and(|(_, b, _)| b == chosen)
        {
            best = Some((distance, index, mention.span));
            last = Some((index, mention.span));
            continue;
        }
        let distance = if upto <= start { start - upto } else { from.saturating_sub(end) };
        if best.is_none_or(|(other, ..)| distance < other) {
            best = Some((distance, index, mention.span));
            last = Some((index, mention.span));
        }
    }
    best.map(|(_, index, _)| index)
}

/// Whether the words before `mention` make it a place where something is.
fn is_where(sentence: &Spoken, mention: Span, kind: NameKind) -> bool {
    let (start, _) = sentence.place(mention);
    let low =
        |n: usize| start.checked_sub(n).and_then(|i| sentence.tokens.get(i)).map_or("", |t| t.low.as_str());
    let mut back = 1;
    while back < 6 && is_between(low(back)) {
        back += 1;
    }
    let word = low(back);
    let site = kind == NameKind::Organization && word == "at" && low(back - 1) == "the";
    let place = kind == NameKind::Place && matches!(word, "in" | "at" | "near" | "outside" | "inside");
    (site || place) && !BEARS.contains(&low(back + 1)) && !is_attribute(sentence, mention)
}

/// Whether the name only tells of what kind the next noun is: "in the Norland parliament".
fn is_attribute(sentence: &Spoken, mention: Span) -> bool {
    let (_, end) = sentence.place(mention);
    let Some(next) = sentence.tokens.get(end).filter(|t| t.is_word() && t.spaced) else { return false };
    let low = next.low.as_str();
    let time = civil::weekday(low).is_some() || civil::month(low).is_some();
    !(time || low.len() < 4 || verbs::is_past(low) || is_finite(low) || FOLLOWS.contains(&low))
}

/// Where the saying of `cue` is said to be, dated at `time` or not: behind the verb, or beside the time in front. A place
/// beside the speaker's name is the speaker's.
pub(super) fn of_saying(
    page: &Page,
    sentence: &Spoken,
    clause: Span,
    (cue, time): (Span, Option<Span>),
    said: &[Span],
) -> Option<u32> {
    let near = time.unwrap_or(cue);
    let found = place(page, sentence, clause, near, said)?;
    let span = page.mentions.get(found as usize)?.span;
    let (from, upto) = sentence.place(span);
    let distance = |other: Span| {
        let (start, end) = sentence.place(other);
        if upto <= start { start - upto } else { from.saturating_sub(end) }
    };
    let behind = span.start >= cue.end && distance(cue).min(distance(near)) <= 8;
    let beside = time.is_some_and(|t| distance(t) <= 4);
    (behind || beside).then_some(found)
}

/// Words that follow a place without making it an attribute.
#[rustfmt::skip]
const FOLLOWS: &[&str] = &[
    "after", "against", "alone", "before", "between", "during", "earlier", "early", "from", "last", "late", "later", "next",
    "over", "overnight", "since", "that", "this", "today", "tomorrow", "tonight", "under", "until", "when", "where",
    "which", "while", "with", "yesterday",
];

/// Words between the preposition and the name: "in the eastern city of Dorna".
fn is_between(low: &str) -> bool {
    matches!(
        low,
        "the"
            | "city"
            | "of"
            | "town"
            | "region"
            | "province"
            | "village"
            | "eastern"
            | "western"
            | "northern"
            | "southern"
            | "central"
            | "capital"
            | "nearby"
            | "port"
            | "district"
            | "north"
            | "south"
            | "east"
            | "west"
            | "downtown"
            | "suburb"
            | "state"
            | "occupied"
            | "border"
            | "northeastern"
            | "northwestern"
            | "southeastern"
            | "southwestern"
            | "-"
    )
}

/// Nouns and verbs that bear the place themselves: where the war is says not where it was spoken of.
#[rustfmt::skip]
const BEARS: &[&str] = &[
    "aggression", "ceasefire", "conflict", "control", "crisis", "end", "fighting", "forces", "government", "hostilities",
    "interest", "interests", "invasion", "invest", "investment", "leaders", "officials", "operation", "operations", "peace",
    "people", "policy", "power", "presence", "prices", "role", "ruled", "situation", "soldiers", "troops", "truce", "war",
];
