//! The rows of a corpus, read again from its texts and annotations.
//!
//! **Invariant:** nothing here is kept or looked up: each row is made when it is asked for.
//! Start at [`rows`].

use super::super::Unit;
use crate::annotate::{Event, Figure, Quotation, Speaker, Speech, Status, Undated, Voice};
use crate::civil::{Interval, When};
use crate::corpus::{Article, Corpus};
use crate::read::BlockKind;
use crate::span::Span;

pub(super) struct Row<'a> {
    pub(super) article: u32,
    pub(super) passages: Vec<Span>,
    pub(super) taking_part: Vec<u32>,
    /// Whose word it is, and what kind of word.
    pub(super) heard: Vec<Voice>,
    pub(super) statuses: Vec<Status>,
    /// For a quotation its words, for a report its number.
    pub(super) quoted: Option<Span>,
    pub(super) report: Option<u32>,
    /// The events that date it, with their indices.
    pub(super) dating: Vec<(u32, &'a Event)>,
    /// The time that the text itself gives for it, which goes before that of the events.
    pub(super) spoken: Option<When>,
    pub(super) published: bool,
}

pub(super) fn rows(corpus: &Corpus, unit: Unit) -> Vec<Row<'_>> {
    let articles = || corpus.articles().iter().enumerate();
    match unit {
        Unit::Events => {
            (0..).zip(corpus.reports()).map(|(at, report)| report_row(corpus, at, report)).collect()
        }
        Unit::Articles => articles()
            .map(|(a, article)| Row {
                article: a as u32,
                passages: vec![Span::new(0, article.document.text.len())],
                taking_part: Vec::new(),
                dating: article.annotations.events.iter().enumerate().map(|(i, e)| (i as u32, e)).collect(),
                heard: Vec::new(),
                statuses: Vec::new(),
                quoted: None,
                report: None,
                spoken: None,
                published: true,
            })
            .collect(),
        Unit::Quotations => articles().flat_map(|(a, article)| quotation_rows(a as u32, article)).collect(),
        Unit::Figures => articles().flat_map(|(a, article)| figure_rows(a as u32, article)).collect(),
    }
}

fn report_row<'a>(corpus: &'a Corpus, at: u32, report: &crate::corpus::Report) -> Row<'a> {
    let all = &corpus.articles()[report.document as usize].annotations.events;
    let events: Vec<(u32, &Event)> = report.events.iter().map(|&e| (e, &all[e as usize])).collect();
    Row {
        article: report.document,
        passages: events.iter().map(|(_, e)| e.span).collect(),
        taking_part: events
            .iter()
            .flat_map(|(_, e)| e.participants.iter().copied().chain(e.voice.mention))
            .collect(),
        heard: events.iter().map(|(_, e)| e.voice).collect(),
        statuses: events.iter().map(|(_, e)| e.status).collect(),
        quoted: None,
        report: Some(at),
        dating: events,
        spoken: None,
        published: false,
    }
}

fn quotation_rows(a: u32, article: &Article) -> Vec<Row<'_>> {
    let all = &article.annotations.quotations;
    let first = |at: usize| match all[at].repeats.map(|r| r as usize) {
        Some(first) if all.get(first).is_some_and(|q| q.repeats.is_none()) => first,
        _ => at,
    };
    let given = |at: &usize| matches!(all[*at].speech, Speech::Direct | Speech::Withheld);
    let titles = article.document.blocks.iter().filter(|b| b.kind == BlockKind::Title);
    let titles: Vec<Span> = titles.map(|b| b.span).collect();
    let on_top = |at: usize| titles.iter().any(|t| t.contains(all[at].span));
    let shown = (0..all.len()).filter(given).filter(|at| {
        let mut same = (0..all.len()).filter(given).filter(|other| first(*other) == first(*at));
        let best = same.clone().find(|other| !on_top(*other)).or_else(|| same.next());
        best == Some(*at)
    });
    shown.map(|at| quotation_row(a, article, &all[at])).collect()
}

fn quotation_row<'a>(a: u32, article: &'a Article, quotation: &'a Quotation) -> Row<'a> {
    let sentence = article.document.sentences.iter().find(|s| s.span.contains(quotation.span)).unwrap();
    let here = article.annotations.events.iter().enumerate().filter(|(_, e)| e.span == sentence.span);
    let here: Vec<(u32, &Event)> = here.map(|(i, e)| (i as u32, e)).collect();
    let said: Vec<_> = here.iter().copied().filter(|(_, e)| e.status == Status::Said).collect();
    let speaker = quotation.speaker.iter().filter_map(|s| s.mention);
    let voice = |s: &Speaker| Voice { class: s.class, mention: s.mention, span: Some(s.span) };
    Row {
        article: a,
        passages: vec![sentence.span],
        taking_part: speaker.chain(quotation.addressee.and_then(|v| v.mention)).collect(),
        heard: quotation.speaker.iter().map(voice).collect(),
        statuses: vec![if quotation.speech == Speech::Withheld { Status::Withheld } else { Status::Said }],
        quoted: Some(quotation.span),
        report: None,
        dating: if said.is_empty() { here } else { said },
        spoken: quotation.spoken.and_then(|t| article.annotations.times[t as usize].when),
        published: false,
    }
}

fn figure_rows(a: u32, article: &Article) -> Vec<Row<'_>> {
    let row = |figure: &Figure| {
        let sentence = article.document.sentences.iter().find(|s| s.span.contains(figure.span)).unwrap();
        let event = figure.event.map(|e| (e, &article.annotations.events[e as usize]));
        Row {
            article: a,
            passages: vec![sentence.span],
            taking_part: figure.voice.mention.into_iter().collect(),
            heard: vec![figure.voice],
            statuses: vec![event.map_or(Status::Said, |(_, e)| e.status)],
            quoted: None,
            report: None,
            dating: event.into_iter().collect(),
            spoken: None,
            published: false,
        }
    };
    article.annotations.figures.iter().map(row).collect()
}

pub(super) fn times(corpus: &Corpus, row: &Row) -> Vec<Interval> {
    if let Some(spoken) = row.spoken {
        return vec![spoken.reach()];
    }
    let published = corpus.articles()[row.article as usize].document.published.when.filter(|_| row.published);
    published.into_iter().chain(row.dating.iter().filter_map(|(_, e)| e.when)).map(|w| w.reach()).collect()
}

pub(super) fn is_undated(corpus: &Corpus, row: &Row) -> Option<Undated> {
    if row.published {
        let known = corpus.articles()[row.article as usize].document.published.when.is_some();
        return (!known).then_some(Undated::NoArticleDate);
    }
    let why = row.dating.first().and_then(|(_, e)| e.undated).unwrap_or(Undated::NoTimeGiven);
    times(corpus, row).is_empty().then_some(why)
}
