//! Rows of the result list: one shape for events, articles, quotations and figures.
//!
//! **Invariant:** a row shows a whole passage, verbatim, with who says so, publisher and date; nothing in it is cut.
//! Start at [`row`].

pub(super) mod found;
pub(super) mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::decided::{SET, counted};
use super::passage::Passage;
use super::run::{Hits, Run, emphasise, runs};
use super::voice::{self, Tag};
use crate::annotate::{Event, Undated};
use crate::civil::{Interval, When};
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::evidence::because;
use crate::explore::{Index, Unit};
use crate::layout::date_text;
use crate::layout::number_text::count;
use crate::read::{Dated, Published};
use crate::span::Span;
pub use found::Found;

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What a click opens; unique among the rows of a tab together with `when` and `own`.
    pub passage: Passage,
    /// What it is about in that passage: a quotation's words, a figure, else all of it.
    pub own: Span,
    /// The head it is filed under: `February 2026`, or why it has no date.
    pub head: String,
    /// When, in short: `7 Feb`; and the rest: `Saturday`.
    pub when: (String, String),
    /// When, in full, for lists that are read aloud and for exports; empty where unknown.
    pub when_long: String,
    /// The civil second at which it begins or is due; 0 where unknown.
    pub when_at: i64,
    /// Whether it lies so far before the articles that it is background.
    pub background: bool,
    /// The passage, verbatim.
    pub runs: Vec<Run>,
    /// Who says so, and what kind of word it is.
    pub tags: Vec<Tag>,
    /// Publisher and date.
    pub source: String,
    /// What else there is to say.
    pub notes: Vec<String>,
    /// Where else the same event is reported.
    pub also: Option<Also>,
    /// For an article the sentences in which the query found something.
    pub found: Option<Found>,
    /// Its number among the rows of its unit; it names the row to the engine it came from, and to no other.
    pub number: u32,
}

/// Where else an event is reported, and why it is taken for the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Also {
    /// `Also reported in 2 articles`.
    pub label: String,
    /// `Taken for one event: the same day…`.
    pub why: String,
    /// Each passage with its publisher and date.
    pub passages: Vec<(String, Passage)>,
}

/// What rows are made from.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    pub(super) pack: &'a Pack,
    pub(super) index: &'a Index,
    pub(super) hits: &'a Hits,
    /// When the first and the last article were published, as far as that is known.
    pub(super) record: Option<Interval>,
}

/// The row `row` of `unit`, an index as `explore` gives them.
pub(super) fn row(making: Making, unit: Unit, row: u32) -> Row {
    let made = making.index.place(unit, row).and_then(|(article, own)| {
        let opened = making.pack.article(article)?;
        match unit {
            Unit::Events => report(making, &opened, row, own),
            Unit::Articles => Some(whole(making, &opened)),
            Unit::Quotations => words::quotation(making, &opened, own),
            Unit::Figures => words::figure(making, &opened, own),
        }
    });
    Row { number: row, ..made.unwrap_or_default() }
}

/// The passage of row `own` of `unit` in `opened`.
pub(super) fn span(unit: Unit, opened: &Opened, own: u32) -> Option<Span> {
    let (article, at) = (&opened.article, own as usize);
    let notes = &article.annotations;
    match unit {
        Unit::Events => Some(opened.event(*opened.reports.get(at)?.first()?)?.span),
        Unit::Articles => Some(headline(article)),
        Unit::Quotations => Some(sentence_around(article, notes.quotations.get(at)?.span)),
        Unit::Figures => Some(sentence_around(article, notes.figures.get(at)?.span)),
    }
}

/// Where the headline of `article` stands; the empty span at 0 where its text holds none.
fn headline(article: &Article) -> Span {
    article.document.title.as_ref().and_then(|title| title.span).unwrap_or_default()
}

/// When an article was published, with how that is known: `7 Feb 2026`, `24 to 30 Jan 2026, worked out`,
/// `5 Feb 2026, set by the reader`, `no date`.
pub fn published(published: &Published) -> String {
    match (published.dated, &published.when) {
        (Dated::Stated, Some(when)) => date_text::long(when),
        (Dated::Inferred, Some(when)) => format!("{}, worked out", date_text::long(when)),
        (Dated::Decided, Some(when)) => format!("{}, {SET}", date_text::long(when)),
        _ => "no date".to_owned(),
    }
}

/// The same for a table: by whom the article is dated, empty where it is not.
pub(super) fn dated_by(published: &Published) -> &'static str {
    match published.dated {
        Dated::Stated => "by the publisher",
        Dated::Inferred => "worked out",
        Dated::Decided => "by the reader",
        Dated::Unknown => "",
    }
}

/// Why a row has no place in time.
pub fn undated_head(reason: Undated) -> &'static str {
    match reason {
        Undated::NoArticleDate => "No date: the article has none to count from",
        Undated::TooVague => "No date: too vague",
        Undated::NoAnchor => "No date: relative to something undated",
        Undated::NoTimeGiven => "No date: no time given",
    }
}

/// The same without its heading.
pub fn undated_reason(reason: Undated) -> &'static str {
    undated_head(reason).trim_start_matches("No date: ")
}

/// The time of row `row` of the events, that which it is filed under, and by whom its article is dated.
pub(super) fn dated(making: Making, row: u32) -> (Option<When>, &'static str) {
    let place = making.index.place(Unit::Events, row);
    let Some((opened, own)) = place.and_then(|(article, own)| Some((making.pack.article(article)?, own)))
    else {
        return (None, "");
    };
    let events = opened.reports.get(own as usize).into_iter().flatten();
    let when = events.filter_map(|event| opened.event(*event)).find_map(|event| event.when);
    (when, dated_by(&opened.article.document.published))
}

fn report(making: Making, opened: &Opened, row: u32, own: u32) -> Option<Row> {
    let events: Vec<&Event> =
        opened.reports.get(own as usize)?.iter().filter_map(|event| opened.event(*event)).collect();
    let root = *events.first()?;
    let dated = events.iter().find(|e| e.when.is_some());
    let when = dated.and_then(|e| e.when);
    let reason = root.undated.unwrap_or(Undated::NoTimeGiven);
    let tags = events.iter().map(|e| {
        let own = dated.is_none_or(|d| std::ptr::eq(*d, *e));
        voice::tag(making.pack, opened, e, own)
    });
    let mut tags: Vec<Tag> = tags.collect();
    tags.dedup();
    let made = base(making, opened, root.span, when.as_ref(), undated_head(reason));
    let notes = dated.and_then(|event| counted(&opened.article, event)).map(str::to_owned);
    Some(Row { tags, notes: notes.into_iter().collect(), also: also(making, opened, row), ..made })
}

/// The other reports of the event of report `row`, which stands in `own`.
fn also(making: Making, own: &Opened, row: u32) -> Option<Also> {
    let cluster = making.pack.cluster_of(row)?;
    let others = cluster.reports.iter().filter(|other| **other != row);
    let others: Vec<(u32, Arc<Opened>, u32)> = others
        .filter_map(|other| {
            let (article, place) = making.index.place(Unit::Events, *other)?;
            Some((article, making.pack.article(article)?, place))
        })
        .collect();
    // Reports are in the order of their articles.
    let mut elsewhere: Vec<u32> =
        others.iter().filter(|(_, other, _)| **other != *own).map(|(article, ..)| *article).collect();
    elsewhere.dedup();
    let label = match elsewhere.len() {
        0 => "Told again in this article".to_owned(),
        1 => "Also reported in 1 article".to_owned(),
        n => format!("Also reported in {} articles", count(n as u32)),
    };
    let passages = others.iter().filter_map(|(_, other, place)| {
        let span = other.event(*other.reports.get(*place as usize)?.first()?)?.span;
        let article = &other.article;
        let source = format!("{}, {}", voice::source(article), published(&article.document.published));
        Some((source, Passage::of(article, span)))
    });
    let passages: Vec<_> = passages.collect();
    let why = because(cluster.rule).map_or(String::new(), |why| format!("Taken for one event: {why}."));
    (!passages.is_empty()).then_some(Also { label, why, passages })
}

/// The sentence of the words or number in `own`, at its time or with the reason why there is none; `marked` says that
/// they stand out in it.
fn about(making: Making, opened: &Opened, own: Span, marked: bool, when: &Result<When, Undated>) -> Row {
    let span = sentence_around(&opened.article, own);
    let reason = when.err().unwrap_or(Undated::NoTimeGiven);
    let mut made = base(making, opened, span, when.ok().as_ref(), undated_head(reason));
    if marked {
        made.runs = emphasise(made.runs, own);
    }
    Row { own, ..made }
}

pub(super) fn whole(making: Making, opened: &Opened) -> Row {
    let article = &opened.article;
    let document = &article.document;
    let span = headline(article);
    let count = |n: usize, one: &str| format!("{} {one}{}", count(n as u32), if n == 1 { "" } else { "s" });
    let (reports, quoted) = (opened.reports.len(), article.quoted().len());
    let figures = article.annotations.figures.len();
    let mut notes = vec![count(reports, "event"), count(quoted, "quotation"), count(figures, "figure")];
    let origins = voice::origins(article);
    notes.extend((!origins.is_empty()).then(|| format!("origin: {}", origins.join(", "))));
    let language = document.language.as_ref().filter(|language| language.value != "en");
    notes.extend(language.map(|language| format!("language: {}", language.value)));
    notes.push(document.file.clone());
    if document.incomplete.is_some() {
        notes.insert(0, "may be incomplete".to_owned());
    }
    let head = undated_head(Undated::NoArticleDate);
    let made = base(making, opened, span, document.published.when.as_ref(), head);
    let head = if made.when_long.is_empty() {
        "No date: nothing in the file gives one".to_owned()
    } else {
        made.head
    };
    let marked = making.hits.in_article(making.pack, opened);
    let found = if making.hits.is_empty() { None } else { found::found(&marked, opened) };
    Row { notes, head, background: false, found, ..made }
}

pub(super) fn base(making: Making, opened: &Opened, span: Span, when: Option<&When>, undated: &str) -> Row {
    let article = &opened.article;
    let document = &article.document;
    let short = |w: &When| (date_text::short(w), date_text::weekday(w).unwrap_or_default().to_owned());
    Row {
        passage: Passage::of(article, span),
        own: span,
        head: when.map_or_else(|| undated.to_owned(), |w| head(making.record, w)),
        when: when.map_or_else(|| ("No date".to_owned(), String::new()), short),
        when_long: when.map(date_text::long).unwrap_or_default(),
        when_at: when.map_or(0, begins),
        background: when.is_some_and(|w| is_background(making.record, w)),
        runs: runs(&making.hits.in_article(making.pack, opened), span),
        tags: Vec::new(),
        source: format!("{}, {}", voice::source(article), published(&document.published)),
        notes: Vec::new(),
        also: None,
        found: None,
        number: 0,
    }
}

/// The month that a row is filed under, and whether it lies ahead of everything published.
fn head(record: Option<Interval>, when: &When) -> String {
    let day = if when.interval.from == crate::civil::Interval::PAST {
        when.interval.to - 1
    } else {
        when.interval.from
    };
    let ahead = record.is_some_and(|record| day >= record.to);
    format!("{}{}", date_text::head(when), if ahead { ", after the last article" } else { "" })
}

/// When it begins, or, for a deadline, falls due.
fn begins(when: &When) -> i64 {
    if when.interval.from == crate::civil::Interval::PAST { when.interval.to - 1 } else { when.interval.from }
}

/// Background is what ended more than half a year before the first dated article was published: 2014 in a story
/// of 2026.
fn is_background(record: Option<Interval>, when: &When) -> bool {
    const HALF_YEAR: i64 = 183 * crate::civil::DAY;
    record.is_some_and(|record| when.interval.to < record.from.saturating_sub(HALF_YEAR))
}

/// The sentences that `span` touches, as one passage.
pub fn sentence_around(article: &Article, span: Span) -> Span {
    let touched = article.document.sentences.iter().filter(|s| s.span.overlaps(span));
    touched.fold(span, |all, s| all.join(s.span))
}
