//! What the rows of one article are, and what each of them holds: its passage, its names, its place in time.
//!
//! **Invariant:** this is the only place that says what belongs to a row; the index, the counts and the timeline
//! only read it. A passage is whole sentences.
//! Start at [`of_article`].

use super::Unit;
use super::passages::Passages;
use crate::annotate::{Annotations, Event, Figure, Quotation, Status, Undated};
use crate::civil::{Interval, When};
use crate::corpus::{Article, Joined};
use crate::span::Span;

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Which of the article's reports, quotations or figures it is.
    pub(super) own: u32,
    /// The passages of its article that it has, ascending.
    pub(super) passages: Vec<u32>,
    /// The entities in its passage or taking part, sorted.
    pub(super) names: Vec<u32>,
    /// Everything that dates it, as far as a range of dates reaches it.
    pub(super) times: Vec<Interval>,
    /// Why it has no place in time, iff it has none.
    pub(super) undated: Option<Undated>,
    /// The second by which it is sorted; `None` iff undated.
    pub(super) key: Option<i64>,
    /// The dated events it stands for, indices into the article's events.
    pub(super) events: Vec<u32>,
}

/// When the words of `quotation` were said: the time that the text gives for them, else that of the sayings there; or
/// why that is not known.
pub fn said(article: &Article, quotation: &Quotation) -> Result<When, Undated> {
    let spoken = quotation.spoken.and_then(|time| article.annotations.times.get(time as usize)?.when);
    let dating = || dating(&article.annotations, quotation.span);
    let found = spoken.or_else(|| dating().iter().find_map(|(_, event)| event.when));
    found.ok_or_else(|| dating().first().and_then(|(_, event)| event.undated).unwrap_or(Undated::NoTimeGiven))
}

/// The time in the text that says when the words of `quotation` were said, an index into those of `article`.
pub fn said_at(article: &Article, quotation: &Quotation) -> Option<u32> {
    let is_dated =
        |time: &u32| article.annotations.times.get(*time as usize).is_some_and(|t| t.when.is_some());
    let dating = || dating(&article.annotations, quotation.span);
    let dated = || dating().iter().find(|(_, event)| event.when.is_some()).and_then(|(_, event)| event.time);
    quotation.spoken.filter(is_dated).or_else(dated)
}

/// When `figure` held: the time of its event; or why that is not known.
pub fn measured(article: &Article, figure: &Figure) -> Result<When, Undated> {
    let event = figure.event.and_then(|event| article.annotations.events.get(event as usize));
    let why = event.and_then(|event| event.undated).unwrap_or(Undated::NoTimeGiven);
    event.and_then(|event| event.when).ok_or(why)
}

/// The rows of article `article` of `corpus`, whose reports have the events `reports` and whose passages are `passages`, by unit.
pub(super) fn of_article(
    corpus: &Joined,
    article: u32,
    content: &Article,
    reports: &[Vec<u32>],
    passages: &Passages,
) -> [Vec<Row>; Unit::COUNT] {
    let place = Place { corpus, article, content, passages, starts: starts(&content.annotations) };
    let all = &content.annotations;
    let quotations = content.quoted().into_iter();
    [
        (0..).zip(reports).map(|(own, report)| Row { own, ..place.report(report) }).collect(),
        vec![place.whole()],
        quotations.filter_map(|own| Some(place.quotation(own, all.quotations.get(own as usize)?))).collect(),
        (0..).zip(&all.figures).map(|(own, figure)| place.figure(own, figure)).collect(),
    ]
}

struct Place<'a> {
    corpus: &'a Joined,
    article: u32,
    content: &'a Article,
    passages: &'a Passages,
    /// The mentions by where they start.
    starts: Vec<(u32, u32)>,
}

fn starts(annotations: &Annotations) -> Vec<(u32, u32)> {
    let mut starts: Vec<_> =
        annotations.mentions.iter().enumerate().map(|(i, m)| (m.span.start, i as u32)).collect();
    starts.sort_unstable();
    starts
}

impl Place<'_> {
    fn report(&self, report: &[u32]) -> Row {
        let all = &self.content.annotations.events;
        let events: Vec<(u32, &Event)> =
            report.iter().filter_map(|&e| Some((e, all.get(e as usize)?))).collect();
        let passages = merged(events.iter().map(|(_, e)| e.span).collect());
        let taking_part =
            events.iter().flat_map(|(_, e)| e.participants.iter().copied().chain(e.voice.mention));
        let names = self.names(&passages, taking_part);
        let dated: Vec<_> = events.iter().filter(|(_, e)| e.when.is_some()).collect();
        let times: Vec<Interval> = events.iter().filter_map(|(_, e)| Some(e.when?.reach())).collect();
        let root = events.first().map(|(_, e)| *e);
        let root_key = root.and_then(|e| e.when).map(|w| w.interval.starts());
        Row {
            undated: times.is_empty().then(|| root.and_then(|e| e.undated).unwrap_or(Undated::NoTimeGiven)),
            key: root_key.or_else(|| times.iter().map(|t| t.starts()).min()),
            events: dated.iter().map(|(e, _)| *e).collect(),
            ..self.row(&passages, names, times)
        }
    }

    fn whole(&self) -> Row {
        let annotations = &self.content.annotations;
        let published = self.content.document.published.when.map(|w| w.interval);
        let times =
            published.into_iter().chain(annotations.events.iter().filter_map(|e| Some(e.when?.reach())));
        let names =
            (0..annotations.mentions.len() as u32).filter_map(|m| self.corpus.entity_of(self.article, m));
        let mut row = self.row(&[], sorted(names), times.collect());
        row.passages = (0..self.passages.all.len() as u32).collect();
        row.undated = published.is_none().then_some(Undated::NoArticleDate);
        row.key = published.map(Interval::starts);
        row
    }

    fn quotation(&self, own: u32, quotation: &Quotation) -> Row {
        let passage = self.sentences(quotation.span);
        let speaker = quotation.speaker.as_ref().and_then(|speaker| speaker.mention);
        let names = speaker.into_iter().chain(quotation.addressee.and_then(|voice| voice.mention));
        let names = self.names(&[passage], names);
        let said = said(self.content, quotation);
        let dated = dating(&self.content.annotations, quotation.span);
        let dated: Vec<_> = dated.into_iter().filter(|(_, e)| e.when.is_some()).collect();
        let spoken = quotation.spoken.is_some_and(|t| self.is_dated(t));
        let times: Vec<Interval> = if spoken {
            said.iter().map(When::reach).collect()
        } else {
            dated.iter().filter_map(|(_, e)| Some(e.when?.reach())).collect()
        };
        Row {
            own,
            undated: said.err(),
            key: times.first().map(|t| t.starts()),
            events: dated.iter().map(|(e, _)| *e).collect(),
            ..self.row(&[passage], names, times)
        }
    }

    fn figure(&self, own: u32, figure: &Figure) -> Row {
        let passage = self.sentences(figure.span);
        let names = self.names(&[passage], figure.voice.mention.into_iter());
        let when = measured(self.content, figure);
        let times: Vec<Interval> = when.iter().map(When::reach).collect();
        Row {
            own,
            undated: when.err(),
            key: times.first().map(|t| t.starts()),
            events: figure.event.filter(|_| when.is_ok()).into_iter().collect(),
            ..self.row(&[passage], names, times)
        }
    }

    fn is_dated(&self, time: u32) -> bool {
        self.content.annotations.times.get(time as usize).is_some_and(|time| time.when.is_some())
    }

    /// The sentences that `span` touches.
    fn sentences(&self, span: Span) -> Span {
        let sentences = &self.content.document.sentences;
        let from = sentences.partition_point(|s| s.span.end <= span.start);
        let held = sentences.iter().skip(from).take_while(|s| s.span.start < span.end);
        held.fold(span, |passage, sentence| passage.join(sentence.span))
    }

    /// The entities that are named in `passages` or by the mentions `taking_part`.
    fn names(&self, passages: &[Span], taking_part: impl Iterator<Item = u32>) -> Vec<u32> {
        let mentions = &self.content.annotations.mentions;
        let mut found: Vec<u32> = taking_part.collect();
        for passage in passages {
            let from = self.starts.partition_point(|(start, _)| *start < passage.start);
            let inside = self.starts.iter().skip(from).take_while(|(start, _)| *start < passage.end);
            let whole =
                inside.filter(|(_, m)| mentions.get(*m as usize).is_some_and(|m| passage.contains(m.span)));
            found.extend(whole.map(|(_, m)| *m));
        }
        sorted(found.into_iter().filter_map(|m| self.corpus.entity_of(self.article, m)))
    }

    fn row(&self, passages: &[Span], names: Vec<u32>, times: Vec<Interval>) -> Row {
        let passages = passages.iter().flat_map(|span| self.passages.touched(*span));
        let (undated, key, events) = (None, None, Vec::new());
        Row { own: 0, passages: sorted(passages), names, times, undated, key, events }
    }
}

/// The events that say when the words in `span` were said: the sayings there, or, where there is none, whatever is
/// reported there.
fn dating(annotations: &Annotations, span: Span) -> Vec<(u32, &Event)> {
    let events = &annotations.events;
    let from = events.partition_point(|e| e.span.end <= span.start);
    let there = events.iter().enumerate().skip(from).take_while(|(_, e)| e.span.start < span.end);
    let there: Vec<_> = there.map(|(i, e)| (i as u32, e)).collect();
    let sayings: Vec<_> = there.iter().copied().filter(|(_, e)| e.status == Status::Said).collect();
    if sayings.is_empty() { there } else { sayings }
}

fn sorted(names: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut names: Vec<u32> = names.collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The spans joined where they overlap, so that no word of a passage is counted twice.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut().filter(|last| last.overlaps(span)) {
            Some(last) => *last = last.join(span),
            None => out.push(span),
        }
    }
    out
}
