//! One document as JSON: its metadata, its text as it is, its structure.
//!
//! **Invariant:** the text is the document's own, unchanged; what the file does not give is `null`, never made up.
//! Start at [`view`].

use std::borrow::Cow;

use serde::Serialize;

use super::{Names, annotations, time};
use crate::corpus::Article;
use crate::evidence::{Evidence, because};
use crate::read::{self, BlockKind, Dated, Field};

/// A document with everything found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document<'a> {
    /// The path relative to the folder, with `/` between parts.
    pub file: Cow<'a, str>,
    /// The headline.
    pub title: Option<&'a str>,
    /// Who published it, and where.
    pub source: Source<'a>,
    /// Who wrote it, as printed.
    pub author: Option<&'a str>,
    /// The language it is written in, as a tag of two or three letters.
    pub language: Option<&'a str>,
    /// When it was published.
    pub published: Published<'a>,
    /// The decoded file less its byte order mark; all offsets are UTF-8 bytes into it.
    pub text: &'a str,
    /// Whether a subscription or "read more" line says that the text may be cut short.
    pub incomplete: bool,
    /// Its blocks, in text order.
    pub blocks: Vec<Block>,
    /// Its sentences, in text order.
    pub sentences: Vec<annotations::Offsets>,
    /// Its expressions of time.
    pub times: Vec<annotations::Time<'a>>,
    /// Its names.
    pub mentions: Vec<annotations::Mention<'a>>,
    /// What it quotes and reports as said.
    pub quotations: Vec<annotations::Quotation<'a>>,
    /// What is reported in it.
    pub events: Vec<annotations::Event<'a>>,
    /// Numbers of something, as somebody gives them.
    pub figures: Vec<annotations::Figure<'a>>,
    /// Where it says that it has its words or pictures from.
    pub credits: Vec<annotations::Credit<'a>>,
    /// What could not be read or understood.
    pub problems: Vec<Problem<'a>>,
}

/// Who published a document, and where; each `null` where the file does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source<'a> {
    /// The publisher.
    pub name: Option<&'a str>,
    /// The address.
    pub url: Option<&'a str>,
}

/// When a document was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Published<'a> {
    /// A day, or a range of days `A/B`, both inclusive; `null` iff the certainty is `unknown`.
    pub value: Option<String>,
    /// `stated`, `inferred` or `unknown`.
    pub certainty: Dated,
    /// The reason, as a plain sentence fragment.
    pub why: &'a str,
    /// The reason, as a rule and what it rests on.
    pub evidence: &'a Evidence,
}

/// A run of the text with one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The stable id of the feature that decided what it is.
    pub rule: &'static str,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

/// Something that could not be read or understood; the rest stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem<'a> {
    /// What was expected, what was found, and what to do.
    pub what: &'a str,
    /// Where it begins, if it is in the text.
    pub start: Option<u32>,
    /// Where it ends.
    pub end: Option<u32>,
}

/// `article` with the entities that `names` knows.
pub(super) fn view<'a>(names: &Names<'a>, article: &'a Article) -> Document<'a> {
    let read::Document { file, text, title, publisher, author, url, published, .. } = &article.document;
    let document = &article.document;
    Document {
        file: Cow::Borrowed(file),
        title: value(title.as_ref()),
        source: Source { name: value(publisher.as_ref()), url: value(url.as_ref()) },
        author: value(author.as_ref()),
        language: value(document.language.as_ref()),
        published: self::published(published),
        text,
        incomplete: document.incomplete.is_some(),
        blocks: document.blocks.iter().map(block).collect(),
        sentences: document.sentences.iter().map(|s| s.span.into()).collect(),
        times: annotations::times(article),
        mentions: annotations::mentions(names, article),
        quotations: annotations::quotations(names, article),
        events: annotations::events(names, article),
        figures: annotations::figures(names, article),
        credits: annotations::credits(article),
        problems: document.problems.iter().map(problem).collect(),
    }
}

/// When a document was published, and why that is believed.
pub fn published(published: &read::Published) -> Published<'_> {
    Published {
        value: published.when.and_then(time::published_value),
        certainty: published.dated,
        why: because(&published.evidence.rule).unwrap_or(&published.evidence.rule),
        evidence: &published.evidence,
    }
}

fn value(field: Option<&Field>) -> Option<&str> {
    field.map(|field| field.value.as_str())
}

fn block(block: &read::Block) -> Block {
    Block { kind: block.kind, rule: block.rule.id(), start: block.span.start, end: block.span.end }
}

fn problem(problem: &read::Problem) -> Problem<'_> {
    let (start, end) = (problem.span.map(|s| s.start), problem.span.map(|s| s.end));
    Problem { what: &problem.what, start, end }
}
