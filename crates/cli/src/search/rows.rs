//! Rows of a search: what is reported, when, whose word it is, and where it stands.
//!
//! **Invariant:** a row asserts nothing: it says who said it, and what was said, happened, is claimed or is
//! planned, proposed, expected or due are words of their own. A passage is whole sentences of the text.
//! Start at [`of`].

use std::fmt;

use dateline_core::annotate::{Event, Figure, Plan, Quotation, Speech, Status, Undated, VoiceClass};
use dateline_core::civil::{Granularity, When};
use dateline_core::corpus::{Article, Corpus};
use dateline_core::explore::{Unit, measured, said};
use dateline_core::json;
use dateline_core::span::Span;
use serde::Serialize;

use crate::wording::{self, line};

/// One row.
#[derive(Serialize)]
pub struct Row<'a> {
    file: &'a str,
    start: u32,
    end: u32,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: json::Published<'a>,
    /// The whole passage; for an article `None`, its text is the file.
    passage: Option<&'a str>,
    /// For a quotation its words, with their quotation marks.
    quoted: Option<&'a str>,
    /// For a figure its words.
    figure: Option<&'a str>,
    told: Vec<Told<'a>>,
    #[serde(skip)]
    published_in_words: String,
}

/// Something that a row tells: when, and whose word it is.
#[derive(Serialize)]
struct Told<'a> {
    status: Status,
    /// Given iff the status is `announced`.
    plan: Option<Plan>,
    from: Option<String>,
    to: Option<String>,
    granularity: Option<Granularity>,
    undated: Option<Undated>,
    voice: Voice<'a>,
    #[serde(skip)]
    when: Option<When>,
}

#[derive(Serialize)]
struct Voice<'a> {
    class: Option<VoiceClass>,
    entity: Option<String>,
    as_described: Option<&'a str>,
    #[serde(skip)]
    name: Option<&'a str>,
}

/// The rows `matched` of `unit`, in that order.
pub fn of<'a>(corpus: &'a Corpus, unit: Unit, matched: &[u32]) -> Vec<Row<'a>> {
    let quotations: Vec<_> = corpus.quotations().collect();
    let figures: Vec<_> = corpus.figures().collect();
    let row = |at: &u32| match unit {
        Unit::Events => {
            let report = corpus.reports().get(*at as usize)?;
            let place = Place::new(corpus, report.document)?;
            Some(place.report(&report.events))
        }
        Unit::Articles => Some(Place::new(corpus, *at)?.whole()),
        Unit::Figures => {
            let (article, _, figure) = *figures.get(*at as usize)?;
            Some(Place::new(corpus, article)?.figure(figure))
        }
        Unit::Quotations => {
            let (article, _, quotation) = *quotations.get(*at as usize)?;
            Some(Place::new(corpus, article)?.quotation(quotation))
        }
    };
    matched.iter().filter_map(row).collect()
}

/// The article in which a row stands.
struct Place<'a> {
    corpus: &'a Corpus,
    index: u32,
    article: &'a Article,
}

impl<'a> Place<'a> {
    fn new(corpus: &'a Corpus, index: u32) -> Option<Self> {
        Some(Self { corpus, index, article: corpus.articles().get(index as usize)? })
    }

    fn report(&self, events: &[u32]) -> Row<'a> {
        let all = &self.article.annotations.events;
        let events: Vec<&Event> = events.iter().filter_map(|event| all.get(*event as usize)).collect();
        let span = events.iter().map(|event| event.span).reduce(Span::join).unwrap_or_default();
        let told = events.iter().map(|event| self.told(event)).collect();
        self.row(span, true, told)
    }

    fn whole(&self) -> Row<'a> {
        self.row(Span::new(0, self.article.document.text.len()), false, Vec::new())
    }

    fn quotation(&self, quotation: &'a Quotation) -> Row<'a> {
        let span = self.sentences(quotation.span);
        let speaker = quotation.speaker.as_ref();
        let voice = Voice {
            class: speaker.map(|speaker| speaker.class),
            ..self.voice(speaker.and_then(|s| s.mention), speaker.map(|s| s.span))
        };
        let when = said(self.article, quotation);
        let kept = quotation.speech == Speech::Withheld;
        let status = if kept { Status::Withheld } else { Status::Said };
        let row = self.row(span, true, vec![told((status, None), when.ok(), when.err(), voice)]);
        Row { quoted: Some(quotation.span.of(&self.article.document.text)), ..row }
    }

    fn figure(&self, figure: &'a Figure) -> Row<'a> {
        let when = measured(self.article, figure);
        let event = figure.event.and_then(|event| self.article.annotations.events.get(event as usize));
        let voice = self.voice(figure.voice.mention, figure.voice.span);
        let voice = Voice { class: Some(figure.voice.class), ..voice };
        let claim = event.map_or((Status::Said, None), |event| (event.status, event.plan));
        let row =
            self.row(self.sentences(figure.span), true, vec![told(claim, when.ok(), when.err(), voice)]);
        Row { figure: Some(figure.span.of(&self.article.document.text)), ..row }
    }

    /// The sentences that `span` touches.
    fn sentences(&self, span: Span) -> Span {
        let sentences = self.article.document.sentences.iter().map(|sentence| sentence.span);
        sentences.filter(|sentence| sentence.overlaps(span)).fold(span, Span::join)
    }

    fn told(&self, event: &'a Event) -> Told<'a> {
        let voice = self.voice(event.voice.mention, event.voice.span);
        let voice = Voice { class: Some(event.voice.class), ..voice };
        told((event.status, event.plan), event.when, event.undated, voice)
    }

    fn voice(&self, mention: Option<u32>, span: Option<Span>) -> Voice<'a> {
        let entity = mention.and_then(|mention| self.corpus.entity_of(self.index, mention));
        let entity = entity.and_then(|entity| self.corpus.entities().get(entity as usize));
        Voice {
            class: None,
            entity: entity.map(json::entity_id),
            as_described: span.map(|span| span.of(&self.article.document.text)),
            name: entity.map(|entity| entity.name.as_str()),
        }
    }

    fn row(&self, span: Span, passage: bool, told: Vec<Told<'a>>) -> Row<'a> {
        let document = &self.article.document;
        Row {
            file: &document.file,
            start: span.start,
            end: span.end,
            title: document.title.as_ref().map(|title| title.value.as_str()),
            publisher: document.publisher.as_ref().map(|publisher| publisher.value.as_str()),
            published: json::published(&document.published),
            passage: passage.then(|| span.of(&document.text)),
            quoted: None,
            figure: None,
            told,
            published_in_words: wording::published_briefly(&document.published),
        }
    }
}

fn told(
    (status, plan): (Status, Option<Plan>),
    when: Option<When>,
    undated: Option<Undated>,
    voice: Voice<'_>,
) -> Told<'_> {
    let (from, to) = when.map_or((None, None), json::inclusive);
    Told { status, plan, from, to, granularity: when.map(|when| when.granularity), undated, voice, when }
}

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for told in &self.told {
            let (label, by) = match told.status {
                Status::Said => ("said", "by"),
                // An event tells whose word it is that somebody did not say it, a quotation who did not.
                Status::Withheld if told.voice.class == Some(VoiceClass::Outlet) => {
                    ("not said", "according to")
                }
                Status::Withheld => ("not said", "by"),
                Status::NotDone => ("not done", "according to"),
                Status::Announced => (told.plan.map_or("announced", how), "according to"),
                other => (other.name(), "according to"),
            };
            let when = told.when.map_or_else(|| no_time(told.undated).to_owned(), wording::time);
            writeln!(f, "{label:<11} {when}, {by} {}", told.voice)?;
        }
        if let Some(quoted) = self.quoted {
            writeln!(f, "{:<11} {}", "quoted", line(quoted))?;
        }
        if let Some(figure) = self.figure {
            writeln!(f, "{:<11} {}", "figure", line(figure))?;
        }
        match (self.passage, self.title) {
            (Some(passage), _) => writeln!(f, "{:<11} {}", "passage", line(passage))?,
            (None, title) => writeln!(f, "{:<11} {}", "article", title.map_or_else(no_title, line))?,
        }
        let publisher = self.publisher.map_or_else(|| "publisher not stated".to_owned(), line);
        writeln!(f, "{:<11} {publisher}, {}", "source", self.published_in_words)?;
        writeln!(f, "{:<11} {}, bytes {} to {}", "where", line(self.file), self.start, self.end)
    }
}

impl fmt::Display for Voice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let described = self.as_described.map(line);
        match (self.class, described, self.name) {
            (None, ..) => f.write_str("a speaker whom the text does not tell"),
            (Some(VoiceClass::Outlet), ..) => f.write_str("the article itself"),
            (Some(VoiceClass::Unnamed), Some(described), _) => write!(f, "{described} (unnamed)"),
            (_, Some(described), Some(name)) if !described.contains(name) => {
                write!(f, "{described} ({name})")
            }
            (_, Some(described), _) => f.write_str(&described),
            (_, None, Some(name)) => f.write_str(name),
            (_, None, None) => f.write_str("somebody the text does not name"),
        }
    }
}

/// How what is ahead is announced, in a word.
fn how(plan: Plan) -> &'static str {
    match plan {
        Plan::Deadline => "due",
        other => other.name(),
    }
}

fn no_title() -> String {
    "no title found".to_owned()
}

fn no_time(undated: Option<Undated>) -> &'static str {
    match undated {
        Some(Undated::NoArticleDate) => "no date (it counts from a publication date that is not known)",
        Some(Undated::TooVague) => "no date (the text is too vague)",
        Some(Undated::NoAnchor) => "no date (it counts from something that has none)",
        Some(Undated::NoTimeGiven) | None => "no date (the text gives none)",
    }
}
