//! One document for reading: every byte of its text in order, in blocks, with what is marked in it.
//!
//! **Invariant:** the pieces of a block, joined, are the block's text; folded blocks are there too.
//! Start at [`sheet`]; why something is marked is [`super::explain`]'s.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::explain::{Explanation, event, mention, publication, time, words};
use super::passage::{Passage, hex};
use super::row;
use super::run::{Hits, Marked, Run, runs};
use super::voice;
use crate::corpus::pack::{Opened, Pack};
use crate::evidence::because;
use crate::read::{BlockKind, Dated};
use crate::span::Span;

/// A document for reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The number of its article, as the marks of a drawing name it.
    pub article: u32,
    /// Names the whole document.
    pub passage: Passage,
    /// The publisher, or that it is not given.
    pub publisher: String,
    /// The author as printed, or empty.
    pub author: String,
    /// `7 February 2026, dated by the publisher`.
    pub published: String,
    /// How that is known.
    pub dated: Dated,
    /// Why that date is believed.
    pub why: Explanation,
    /// Whom the article says it has its text or facts from: `Reuters, AP`, or empty.
    pub origins: String,
    /// The tag of its language where that is not English, or empty.
    pub language: String,
    /// The address, or empty; shown as text, never fetched.
    pub url: String,
    /// The headline, verbatim, or empty.
    pub title: Vec<Run>,
    /// Words of the story blocks.
    pub words: u32,
    /// The SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// Whether the text may be cut short.
    pub incomplete: bool,
    /// What could not be read, for a reader.
    pub problems: Vec<String>,
    /// The text.
    pub blocks: Vec<SheetBlock>,
    /// The sentences that hold what the query asks for, in text order.
    pub hits: Vec<Span>,
    /// Explanations of names, by mention index.
    pub mentions: Vec<Explanation>,
    /// Explanations of times, by time index.
    pub times: Vec<Explanation>,
    /// Explanations of figures, by figure index.
    pub figures: Vec<Explanation>,
}

/// A block for reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Why it is that.
    pub why: String,
    /// Where it stands.
    pub span: Span,
    /// Its sentences and the space between them, in order.
    pub pieces: Vec<Piece>,
}

/// A sentence, or what stands between two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a sentence.
    pub sentence: bool,
    /// Its text.
    pub runs: Vec<Run>,
    /// What is reported in it: for each event, quotation and credit who says so, when, and why that is believed.
    pub events: Vec<Explanation>,
    /// From which to before which of the article's events are in it, as the marks of a drawing number them.
    pub numbers: (u32, u32),
}

/// The sheet of `opened`.
pub fn sheet(pack: &Pack, opened: &Opened, hits: &Hits) -> Sheet {
    let article = &opened.article;
    let (document, notes) = (&article.document, &article.annotations);
    let story = document.blocks.iter().filter(|b| b.kind.is_story() && b.kind != BlockKind::Title);
    let count = story.map(|b| crate::fold::words(b.span.of(&document.text)).count() as u32).sum();
    let how = match document.published.dated {
        Dated::Stated => ", dated by the publisher",
        Dated::Inferred | Dated::Unknown | Dated::Decided => "",
    };
    let title = document.title.as_ref().and_then(|t| t.span);
    let marked = hits.in_article(pack, opened);
    Sheet {
        article: 0,
        passage: Passage::of(article, Span::default()),
        publisher: document.publisher.as_ref().map_or("Publisher not given", |p| &p.value).to_owned(),
        author: document.author.as_ref().map(|a| a.value.clone()).unwrap_or_default(),
        published: format!("{}{how}", row::published(&document.published)),
        dated: document.published.dated,
        why: publication(article),
        origins: voice::origins(article).join(", "),
        language: document
            .language
            .as_ref()
            .filter(|l| l.value != "en")
            .map_or(String::new(), |l| l.value.clone()),
        url: document.url.as_ref().map(|u| u.value.clone()).unwrap_or_default(),
        title: title.map(|span| runs(&marked, span)).unwrap_or_default(),
        words: count,
        sha256: hex(&document.sha256),
        incomplete: document.incomplete.is_some(),
        problems: document.problems.iter().map(|p| voice::capital(&p.what)).collect(),
        blocks: blocks(pack, opened, &marked),
        hits: row::found::stops(&marked, opened),
        mentions: (0..notes.mentions.len()).map(|i| mention(pack, opened, i)).collect(),
        times: notes.times.iter().map(|t| time(article, t)).collect(),
        figures: notes.figures.iter().map(|f| words::figure(pack, opened, f)).collect(),
    }
}

fn blocks(pack: &Pack, opened: &Opened, marked: &Marked) -> Vec<SheetBlock> {
    let article = &opened.article;
    let document = &article.document;
    let mut sentences = document.sentences.iter().peekable();
    let made = document.blocks.iter().enumerate().map(|(number, block)| {
        let mut pieces = Vec::new();
        let mut add = |from: u32, to: u32, sentence: bool| {
            let span = Span { start: from, end: to };
            if span.is_empty() {
                return;
            }
            let events = if sentence { told(pack, opened, span) } else { Vec::new() };
            let own = if sentence { range(&article.annotations.events, span, |e| e.span) } else { 0..0 };
            let numbers = (own.start as u32, own.end as u32);
            pieces.push(Piece { span, sentence, runs: runs(marked, span), events, numbers });
        };
        let mut at = block.span.start;
        while let Some(sentence) = sentences.next_if(|s| s.block as usize <= number) {
            if sentence.block as usize == number {
                add(at, sentence.span.start, false);
                add(sentence.span.start, sentence.span.end, true);
                at = sentence.span.end;
            }
        }
        add(at, block.span.end, false);
        let why = because(block.rule.id()).unwrap_or_default().to_owned();
        SheetBlock { kind: block.kind, why, span: block.span, pieces }
    });
    made.collect()
}

/// What is reported in the sentence `span`: its events, then whose words stand in it, then where it has them from.
fn told(pack: &Pack, opened: &Opened, span: Span) -> Vec<Explanation> {
    let (article, notes) = (&opened.article, &opened.article.annotations);
    let events = inside(&notes.events, span, |e| e.span).map(|e| event(pack, opened, e));
    let quotations = inside(&notes.quotations, span, |q| q.span).map(|q| words::quotation(pack, opened, q));
    let credits = inside(&notes.credits, span, |c| c.span).map(|c| words::credit(article, c));
    events.chain(quotations).chain(credits).collect()
}

/// Those of `all`, a list in text order, that begin in `span`.
fn inside<T>(all: &[T], span: Span, at: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    all.get(range(all, span, at)).unwrap_or_default().iter()
}

/// Where in `all` they are.
fn range<T>(all: &[T], span: Span, at: impl Fn(&T) -> Span) -> Range<usize> {
    let from = all.partition_point(|one| at(one).start < span.start);
    from..all.partition_point(|one| at(one).start < span.end).max(from)
}
