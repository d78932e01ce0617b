//! One document for reading: every byte of its text in order, in blocks, with what is marked in it.
//!
//! **Invariant:** the pieces of a block, joined, are the block's text; folded blocks are there too.
//! Start at [`sheet`]; why something is marked is [`super::explain`]'s.

use serde::{Deserialize, Serialize};

use super::explain::{Explanation, event, mention, publication, time};
use super::passage::{Passage, hex};
use super::row;
use super::run::{Hits, Run, runs};
use super::voice;
use crate::corpus::Corpus;
use crate::read::{BlockKind, Dated};
use crate::span::Span;

/// A document for reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Names the whole document.
    pub passage: Passage,
    /// The publisher, or that it is not given.
    pub publisher: String,
    /// The author as printed, or empty.
    pub author: String,
    /// `7 February 2026, dated by the publisher`.
    pub published: String,
    /// Why that date is believed.
    pub why: Explanation,
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
    /// Explanations of names, by mention index.
    pub mentions: Vec<Explanation>,
    /// Explanations of times, by time index.
    pub times: Vec<Explanation>,
}

/// A block for reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetBlock {
    /// What it is.
    pub kind: BlockKind,
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
    /// What is reported in it: for each event who says so, when, and why that is believed.
    pub events: Vec<Explanation>,
}

/// The sheet of article `index`.
pub fn sheet(corpus: &Corpus, index: u32, hits: &Hits) -> Sheet {
    let Some(article) = corpus.articles().get(index as usize) else { return Sheet::default() };
    let (document, notes) = (&article.document, &article.annotations);
    let story = document.blocks.iter().filter(|b| b.kind.is_story() && b.kind != BlockKind::Title);
    let words = story.map(|b| crate::fold::words(b.span.of(&document.text)).count() as u32).sum();
    let how = match document.published.dated {
        Dated::Stated => ", dated by the publisher",
        Dated::Inferred | Dated::Unknown => "",
    };
    let title = document.title.as_ref().and_then(|t| t.span);
    Sheet {
        passage: Passage::of(article, Span::default()),
        publisher: document.publisher.as_ref().map_or("Publisher not given", |p| &p.value).to_owned(),
        author: document.author.as_ref().map(|a| a.value.clone()).unwrap_or_default(),
        published: format!("{}{how}", row::published(&document.published)),
        why: publication(article),
        url: document.url.as_ref().map(|u| u.value.clone()).unwrap_or_default(),
        title: title.map(|span| runs(corpus, index, span, hits)).unwrap_or_default(),
        words,
        sha256: hex(&document.sha256),
        incomplete: document.incomplete.is_some(),
        problems: document.problems.iter().map(|p| voice::capital(&p.what)).collect(),
        blocks: blocks(corpus, index, hits),
        mentions: (0..notes.mentions.len()).map(|i| mention(corpus, index, i)).collect(),
        times: notes.times.iter().map(|t| time(article, t)).collect(),
    }
}

fn blocks(corpus: &Corpus, index: u32, hits: &Hits) -> Vec<SheetBlock> {
    let Some(article) = corpus.articles().get(index as usize) else { return Vec::new() };
    let document = &article.document;
    let mut sentences = document.sentences.iter().peekable();
    let made = document.blocks.iter().enumerate().map(|(number, block)| {
        let mut pieces = Vec::new();
        let mut add = |from: u32, to: u32, sentence: bool| {
            let span = Span { start: from, end: to };
            if span.is_empty() {
                return;
            }
            let inside = article.annotations.events.iter().filter(|e| sentence && e.span.overlaps(span));
            let events = inside.map(|e| event(corpus, index, e)).collect();
            pieces.push(Piece { span, sentence, runs: runs(corpus, index, span, hits), events });
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
        SheetBlock { kind: block.kind, span: block.span, pieces }
    });
    made.collect()
}
