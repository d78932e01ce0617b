//! Times, mentions, quotations, events, figures and credits as JSON, each with where it stands and why.
//!
//! **Invariant:** every list is in the order of the annotations, so that `of` counts the same events; who speaks is
//! shown as the text describes them, and an unnamed voice has no entity.
//! Start at [`events`].

use serde::Serialize;

use super::{Names, time};
use crate::annotate::{self, CreditKind, NameKind, Plan, Qualifier, Speech, Status, TimeKind, VoiceClass};
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
    /// Why it stands for another name than it spells, or is of another kind than its text has it; `null` where it
    /// stands for itself.
    pub stands_for: Option<Evidence>,
}

/// Words given as somebody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quotation<'a> {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// `direct`, `reported`, `withheld` or `scare`.
    pub speech: Speech,
    /// Who says it, or `null` where the text does not tell.
    pub speaker: Option<Voice<'a>>,
    /// Whom it was said to.
    pub addressee: Option<Voice<'a>>,
    /// How it reached the public.
    pub medium: Option<Offsets>,
    /// The verb or phrase of saying.
    pub cue: Option<Offsets>,
    /// When it was spoken: an index into this document's times.
    pub spoken: Option<u32>,
    /// From when it was free to print: an index into this document's times.
    pub free: Option<u32>,
    /// The quotation whose words these are again: an index into this document's quotations.
    pub repeats: Option<u32>,
    /// Why this is one, and why this is its speaker.
    pub evidence: &'a Evidence,
}

/// Something reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event<'a> {
    /// The first byte of the sentence that reports it.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// The clause in it that says so.
    pub clause: Offsets,
    /// The first day or minute; `null` where it is open or not known.
    pub from: Option<String>,
    /// The last day or minute, inclusive; `null` where it is open or not known.
    pub to: Option<String>,
    /// How fine the time is; `null` where there is none.
    pub granularity: Option<Granularity>,
    /// `said`, `happened`, `ongoing`, `claimed`, `announced`, `conditional`, `denied`, `withheld` or `not-done`.
    pub status: Status,
    /// `planned`, `proposed`, `expected` or `deadline`; given iff the status is `announced`.
    pub plan: Option<Plan>,
    /// Whose word it is.
    pub voice: Voice<'a>,
    /// The ids of those who take part, each once, in text order.
    pub entities: Vec<String>,
    /// The id of the place where it is said to be.
    pub place: Option<String>,
    /// The saying that this was said in: its index among this document's events.
    pub of: Option<u32>,
    /// Why.
    pub evidence: &'a Evidence,
}

/// A number of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure<'a> {
    /// The first byte of the number with its qualifier, its unit and what is counted.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// The number in decimal digits.
    pub value: &'a str,
    /// The upper end of a range.
    pub upto: Option<&'a str>,
    /// `exactly`, `at-least`, `more-than`, `at-most`, `less-than`, `about`, `nearly` or `only`.
    pub qualifier: Qualifier,
    /// An ISO 4217 code for money, a UCUM code for other units; empty for a plain count.
    pub unit: &'a str,
    /// What is counted or measured.
    pub counted: Option<Offsets>,
    /// Who gives it.
    pub voice: Voice<'a>,
    /// The event that it belongs to: its index among this document's events.
    pub event: Option<u32>,
    /// Why.
    pub evidence: &'a Evidence,
}

/// Where a document says that it has something from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Credit<'a> {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// The origin's name, as it stands in the text.
    pub origin: &'a str,
    /// `report`, `interview`, `article` or `picture`.
    pub kind: CreditKind,
    /// Why.
    pub evidence: &'a Evidence,
}

/// Whose word something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voice<'a> {
    /// `person`, `office`, `unnamed` or `outlet`.
    pub class: VoiceClass,
    /// The entity's id, where the voice is named.
    pub entity: Option<String>,
    /// The voice in the words of the text; `null` iff it is the outlet.
    pub as_described: Option<&'a str>,
    /// The first byte of those words.
    pub start: Option<u32>,
    /// The byte after the last one.
    pub end: Option<u32>,
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
        let kind = names.kind(index).unwrap_or(kind);
        Mention { start, end, kind, entity: names.id(index), evidence, stands_for: names.stands_for(index) }
    };
    all.map(view).collect()
}

pub(super) fn quotations<'a>(names: &Names<'_>, article: &'a Article) -> Vec<Quotation<'a>> {
    let view = |quotation: &'a annotate::Quotation| {
        let annotate::Quotation { span: Span { start, end }, ref speaker, ref evidence, .. } = *quotation;
        let spoken = |s: &annotate::Speaker| {
            let annotate::Speaker { class, mention, span } = *s;
            voice(names, article, annotate::Voice { class, mention, span: Some(span) })
        };
        Quotation {
            start,
            end,
            speech: quotation.speech,
            speaker: speaker.as_ref().map(spoken),
            addressee: quotation.addressee.map(|to| voice(names, article, to)),
            medium: quotation.medium.map(Offsets::from),
            cue: quotation.cue.map(Offsets::from),
            spoken: quotation.spoken,
            free: quotation.free,
            repeats: quotation.repeats,
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
        Event {
            start: event.span.start,
            end: event.span.end,
            clause: event.clause.into(),
            from,
            to,
            granularity: event.when.map(|when| when.granularity),
            status: event.status,
            plan: event.plan,
            voice: voice(names, article, event.voice),
            entities,
            place: event.place.and_then(|mention| names.id(mention)),
            of: event.of,
            evidence: &event.evidence,
        }
    };
    article.annotations.events.iter().map(view).collect()
}

pub(super) fn figures<'a>(names: &Names<'_>, article: &'a Article) -> Vec<Figure<'a>> {
    let view = |figure: &'a annotate::Figure| Figure {
        start: figure.span.start,
        end: figure.span.end,
        value: &figure.value,
        upto: figure.upto.as_deref(),
        qualifier: figure.qualifier,
        unit: &figure.unit,
        counted: figure.counted.map(Offsets::from),
        voice: voice(names, article, figure.voice),
        event: figure.event,
        evidence: &figure.evidence,
    };
    article.annotations.figures.iter().map(view).collect()
}

pub(super) fn credits(article: &Article) -> Vec<Credit<'_>> {
    let text = &article.document.text;
    article.annotations.credits.iter().map(|credit| credit_view(text, credit)).collect()
}

fn credit_view<'a>(text: &'a str, credit: &'a annotate::Credit) -> Credit<'a> {
    let annotate::Credit { span: Span { start, end }, origin, kind, ref evidence } = *credit;
    Credit { start, end, origin: origin.of(text), kind, evidence }
}

fn voice<'a>(names: &Names<'_>, article: &'a Article, voice: annotate::Voice) -> Voice<'a> {
    Voice {
        class: voice.class,
        entity: voice.mention.and_then(|mention| names.id(mention)),
        as_described: voice.span.map(|span| span.of(&article.document.text)),
        start: voice.span.map(|span| span.start),
        end: voice.span.map(|span| span.end),
    }
}

fn time_view(time: &annotate::Time) -> Time<'_> {
    let annotate::Time { span: Span { start, end }, kind, value, evidence, .. } = time;
    Time {
        start: *start,
        end: *end,
        kind: *kind,
        value,
        rule: &evidence.rule,
        anchor: evidence.anchor.as_deref(),
        evidence,
    }
}
