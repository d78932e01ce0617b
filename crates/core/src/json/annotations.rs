//! Times, mentions, quotations and events as JSON, each with where it stands and why.
//!
//! **Invariant:** every list is in the order of the annotations, so that `of` counts the same events; who speaks is
//! shown as the text describes them, and an unnamed voice has no entity.
//! Start at [`events`].

use serde::Serialize;

use super::{Names, time};
use crate::annotate::{self, NameKind, Status, TimeKind, VoiceClass};
use crate::civil::Granularity;
use crate::corpus::Article;
use crate::evidence::{Anchor, Evidence};
use crate::span::Span;

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Offsets {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

/// An expression of time, by TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Time<'a> {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: TimeKind,
    /// The TIMEX3 value.
    pub value: &'a str,
    /// The rule that gave the value: that of the evidence.
    pub rule: &'a str,
    /// What it was counted from: that of the evidence.
    pub anchor: Option<&'a Anchor>,
    /// Why.
    pub evidence: &'a Evidence,
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention<'a> {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// What it names.
    pub kind: NameKind,
    /// The entity's id; `null` only where a correction hides the name.
    pub entity: Option<String>,
    /// Why it is a name.
    pub evidence: &'a Evidence,
}

/// Words given as somebody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quotation<'a> {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// Whether it is quoted word for word.
    pub direct: bool,
    /// Who says it, or `null` where the text does not tell.
    pub speaker: Option<Speaker<'a>>,
    /// The verb or phrase of saying.
    pub cue: Option<Offsets>,
    /// Why this is one, and why this is its speaker.
    pub evidence: &'a Evidence,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker<'a> {
    /// `person`, `office`, `unnamed` or `outlet`.
    pub class: VoiceClass,
    /// The entity's id, where the voice is named.
    pub entity: Option<String>,
    /// The speaker in the words of the text.
    pub as_described: &'a str,
    /// The first byte of those words.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

/// Something reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event<'a> {
    /// The first byte of the sentence that reports it.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// The first day or minute; `null` where it is open or not known.
    pub from: Option<String>,
    /// The last day or minute, inclusive; `null` where it is open or not known.
    pub to: Option<String>,
    /// How fine the time is; `null` where there is none.
    pub granularity: Option<Granularity>,
    /// `said`, `happened`, `claimed` or `announced`.
    pub status: Status,
    /// Whose word it is.
    pub voice: Voice,
    /// The ids of those who take part, each once, in text order.
    pub entities: Vec<String>,
    /// The saying that this was said in: its index among this document's events.
    pub of: Option<u32>,
    /// Why.
    pub evidence: &'a Evidence,
}

/// Whose word an event is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// `person`, `office`, `unnamed` or `outlet`.
    pub class: VoiceClass,
    /// The entity's id, where the voice is named.
    pub entity: Option<String>,
}

impl From<Span> for Offsets {
    fn from(Span { start, end }: Span) -> Self {
        Self { start, end }
    }
}

pub(super) fn times(article: &Article) -> Vec<Time<'_>> {
    article.annotations.times.iter().map(time_view).collect()
}

pub(super) fn mentions<'a>(names: &Names<'_>, article: &'a Article) -> Vec<Mention<'a>> {
    let all = article.annotations.mentions.iter().zip(0..);
    let view = |(mention, index): (&'a annotate::Mention, u32)| {
        let annotate::Mention { span: Span { start, end }, kind, ref evidence } = *mention;
        Mention { start, end, kind, entity: names.id(index), evidence }
    };
    all.map(view).collect()
}

pub(super) fn quotations<'a>(names: &Names<'_>, article: &'a Article) -> Vec<Quotation<'a>> {
    let view = |quotation: &'a annotate::Quotation| {
        let annotate::Quotation { span: Span { start, end }, direct, speaker, cue, evidence } = quotation;
        let speaker = speaker.as_ref().map(|speaker| Speaker {
            class: speaker.class,
            entity: speaker.mention.and_then(|mention| names.id(mention)),
            as_described: speaker.span.of(&article.document.text),
            start: speaker.span.start,
            end: speaker.span.end,
        });
        Quotation {
            start: *start,
            end: *end,
            direct: *direct,
            speaker,
            cue: cue.map(Offsets::from),
            evidence,
        }
    };
    article.annotations.quotations.iter().map(view).collect()
}

pub(super) fn events<'a>(names: &Names<'_>, article: &'a Article) -> Vec<Event<'a>> {
    let view = |event: &'a annotate::Event| {
        let (from, to) = event.when.map_or((None, None), time::inclusive);
        let mut entities = Vec::new();
        for id in event.participants.iter().filter_map(|mention| names.id(*mention)) {
            if !entities.contains(&id) {
                entities.push(id);
            }
        }
        let entity = event.voice.mention.and_then(|mention| names.id(mention));
        Event {
            start: event.span.start,
            end: event.span.end,
            from,
            to,
            granularity: event.when.map(|when| when.granularity),
            status: event.status,
            voice: Voice { class: event.voice.class, entity },
            entities,
            of: event.of,
            evidence: &event.evidence,
        }
    };
    article.annotations.events.iter().map(view).collect()
}

fn time_view(time: &annotate::Time) -> Time<'_> {
    let annotate::Time { span: Span { start, end }, kind, value, evidence, .. } = time;
    Time {
        start: *start,
        end: *end,
        kind: *kind,
        value,
        rule: &evidence.rule,
        anchor: evidence.anchor.as_ref(),
        evidence,
    }
}
