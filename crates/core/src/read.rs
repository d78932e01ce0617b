//! Bytes into a [`Document`]: decoding, format, metadata, block kinds, sentences, publication date.
//!
//! **Invariant:** reading never fails and never guesses. Whatever the bytes, a document comes back with a list of
//! problems; a publisher, author or date that the file does not give is `None` or [`Dated::Unknown`].
//! No other room is known here. Start at [`read`].

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::civil::When;
use crate::evidence::Evidence;
use crate::span::Span;

mod byline;
mod bytes;
mod caption;
mod classify;
mod cues;
pub mod date;
mod features;
mod front;
mod html;
mod language;
mod lines;
mod published;
mod rule;
mod sentences;
mod stated;
mod title;
mod wire;
mod words;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod properties;

pub(crate) use rule::EXPLAINED as LINE_RULES;
pub use rule::LineRule;
use stated::Stated;

/// One article as it was found, with its structure; byte for byte the decoded file in [`Document::text`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The path relative to the folder, with `/` between parts.
    pub file: String,
    /// The SHA-256 of the file's bytes as they were read; zeros for a text that is no file.
    pub sha256: [u8; 32],
    /// How the bytes were taken.
    pub format: Format,
    /// The decoded file less its byte order mark; for HTML the rendered text.
    pub text: String,
    /// The headline.
    pub title: Option<Field>,
    /// The publisher, never guessed from the author or the subject.
    pub publisher: Option<Field>,
    /// Who wrote it, as printed.
    pub author: Option<Field>,
    /// Where it was published.
    pub url: Option<Field>,
    /// The language it is written in, as a tag of two or three letters.
    pub language: Option<Field>,
    /// When it was published, and why that is believed.
    pub published: Published,
    /// Consecutive blocks in text order; white space between blocks belongs to none.
    pub blocks: Vec<Block>,
    /// Sentences in text order, each inside one block.
    pub sentences: Vec<Sentence>,
    /// The subscription or "read more" line that says the text may be cut short.
    pub incomplete: Option<Span>,
    /// What could not be read or understood.
    pub problems: Vec<Problem>,
}

/// How a file's bytes were taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text, with or without front matter.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

/// A piece of metadata with the reason to believe it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The value; where `span` is given and the text holds it verbatim, exactly `span.of(text)`.
    pub value: String,
    /// Where it stands in the text, or `None` where only the file's markup gives it.
    pub span: Option<Span>,
    /// Why it is believed.
    pub evidence: Evidence,
}

/// When a document was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// How it is known.
    pub dated: Dated,
    /// The day, the minute, or a range of days where the evidence gives a range; `None` iff unknown.
    pub when: Option<When>,
    /// Why: the rule, with the passages it rests on in its anchor.
    pub evidence: Evidence,
}

/// How a publication date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dated {
    /// The file says it.
    Stated,
    /// Worked out from captions, weekdays and printed dates; often a range.
    Inferred,
    /// Nothing in the file gives it.
    #[default]
    Unknown,
    /// The reader set it, whatever the file says.
    Decided,
}

/// A run of the text with one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The feature that decided what it is.
    pub rule: LineRule,
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// For a caption: the photographer's or agency's credit inside it.
    pub credit: Option<Span>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Front matter or other machine-written data.
    Metadata,
    /// The headline, also where it is repeated.
    Title,
    /// The summary under the headline.
    Standfirst,
    /// A heading inside the article.
    Crosshead,
    /// The line that says where and when it was filed or published.
    Dateline,
    /// The line that says who wrote it.
    Byline,
    /// Running text.
    Paragraph,
    /// A picture's caption.
    Caption,
    /// The headline of another article.
    Related,
    /// Navigation, share and subscription lines, advertisements, browser notices.
    Furniture,
    /// A list item of the article itself.
    List,
    /// A table row of the article itself.
    Table,
}

impl BlockKind {
    /// The name in JSON and for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Crosshead => "crosshead",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Paragraph => "paragraph",
            Self::Caption => "caption",
            Self::Related => "related",
            Self::Furniture => "furniture",
            Self::List => "list",
            Self::Table => "table",
        }
    }

    /// Whether the article itself speaks here, so that names, times, quotations and events are looked for.
    pub fn is_story(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Standfirst
                | Self::Crosshead
                | Self::Paragraph
                | Self::Caption
                | Self::List
                | Self::Table
        )
    }

    /// Whether a reader sees it folded at first.
    pub fn is_folded(self) -> bool {
        matches!(self, Self::Metadata | Self::Furniture | Self::Related)
    }
}

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands, closing quotation marks included, white space excluded.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
}

/// Something that could not be read or understood; the rest of the document stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What was expected, what was found, and what to do.
    pub what: Cow<'static, str>,
    /// Where, if it is in the text.
    pub span: Option<Span>,
    /// Whether nothing of the file can be used: it is reported and left out of the corpus.
    pub fatal: bool,
}

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("byline", "the line that says who wrote the text names them"),
    (
        "caption-weekday",
        "a caption's date is a weekday that the story uses without a date, and a bare weekday looks back at most six days; what else the story puts in order narrows it",
    ),
    ("front-matter", "the file's front matter says so"),
    ("furniture-names", "a line around the article names the outlet"),
    (
        "figures",
        "a date line in figures says so, and something else in the file tells the day from the month",
    ),
    ("foreign-letters", "it is written in letters of that language"),
    ("headline", "it stands before the running text and shares its subject"),
    ("kept-date", "it was kept on that day, and its story knows the day before"),
    ("no-date", "nothing in the file gives a date of publication"),
    ("page-markup", "the page's markup says so"),
    ("printed-address", "it stands alone at the head or the foot of the text"),
    ("printed-date", "a date line in the text says so"),
    ("small-words", "its most frequent small words are of that language"),
    (
        "title-rest",
        "the page's title holds it beside the headline, and a line around the article is this name",
    ),
    ("title-suffix", "the title ends or begins with a name that the address spells too"),
    ("two-dates", "a date line in figures can be read as two days, and nothing in the file tells which"),
    ("updated-date", "it was changed on that day, so it had been published by then"),
    ("url-date", "the address holds the date"),
    ("url-month", "the address holds the month"),
];

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads one file. `file` is its path relative to the folder; its ending and the first bytes decide the format.
pub fn read(file: &str, bytes: &[u8]) -> Document {
    use sha2::Digest as _;
    let mut document = unread(file, sha2::Sha256::digest(bytes).into());
    match bytes::decode(bytes) {
        Ok((text, problem)) => {
            document.problems.extend(problem);
            document.format = format_of(file, &text);
            if document.format == Format::Html {
                page(&mut document, &text);
            } else {
                document.text = text;
                lines_of(&mut document);
            }
        }
        Err(problem) => document.problems.push(problem),
    }
    document
}

/// Reads `text` as plain text called `file`, whatever it looks like: neither encodings nor markup are looked for, and
/// so what knows of them need not be in a program that reads nothing else. A text is no file, and has no hash.
pub fn plain(file: &str, text: &str) -> Document {
    let mut document = unread(file, [0; 32]);
    match bytes::checked(text) {
        Ok(()) => {
            text.clone_into(&mut document.text);
            lines_of(&mut document);
        }
        Err(problem) => document.problems.push(problem),
    }
    document
}

fn unread(file: &str, sha256: [u8; 32]) -> Document {
    Document {
        file: file.to_owned(),
        sha256,
        format: Format::Text,
        text: String::new(),
        title: None,
        publisher: None,
        author: None,
        url: None,
        language: None,
        published: published::unknown(),
        blocks: Vec::new(),
        sentences: Vec::new(),
        incomplete: None,
        problems: Vec::new(),
    }
}

fn format_of(file: &str, text: &str) -> Format {
    let ending =
        file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let is = |endings: &[&str]| endings.iter().any(|e| ending.eq_ignore_ascii_case(e));
    let start = text.trim_start();
    let opens = |tag: &str| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    if is(&["html", "htm", "xhtml"]) || opens("<!doctype html") || opens("<html") {
        Format::Html
    } else if is(&["md", "markdown"]) {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// Renders the page `source`, and fills in everything that is seen in its text.
fn page(document: &mut Document, source: &str) {
    let page = html::page(source);
    if page.lines.is_empty() {
        let what = "expected a page with an article, found no text in it: save the page after it has loaded, or its text";
        document.problems.retain(|p| p.span.is_none());
        document.problems.push(Problem { what: what.into(), span: None, fatal: true });
        return;
    }
    if page.capped {
        let what = "expected elements nested at most 512 deep, found more: the deeper tags are left out, their text is here";
        document.problems.push(Problem { what: what.into(), span: None, fatal: false });
    }
    // The places of bad bytes were counted in the source, which is not the text.
    document.problems.iter_mut().for_each(|p| p.span = None);
    document.text = page.text;
    structure(document, None, page.stated, &page.lines);
}

/// Fills in everything that is seen in the document's text, which may begin with front matter.
fn lines_of(document: &mut Document) {
    let mut head = None;
    let mut stated = Stated::default();
    if let Some((block, said, problem)) = front::front_matter(&document.text) {
        document.problems.extend(problem);
        head = Some(block);
        stated = said;
    }
    let found = lines::lines(&document.text, head.map_or(0, |b| b.end as usize));
    structure(document, head, stated, &found);
}

/// Fills in everything that is seen in the lines of the text; its front matter is `head`.
fn structure(document: &mut Document, head: Option<Span>, mut stated: Stated, found: &[lines::Line]) {
    let text = document.text.as_str();
    let (mut blocks, incomplete) = classify::blocks(text, found, &stated);
    let address = blocks.iter().find(|b| b.kind == BlockKind::Metadata).map(|b| b.span);
    let printed = address.and_then(|span| stated::field(span.of(text), Some(span), "printed-address"));
    stated.url = stated.url.or(printed);
    if let Some(span) = head {
        blocks
            .insert(0, Block { kind: BlockKind::Metadata, rule: LineRule::FrontMatter, span, credit: None });
    }
    let sentences = sentences::of_blocks(text, &blocks);
    document.published = published::published(text, &stated, &blocks, &sentences, &mut document.problems);
    document.title = title::title(text, &stated, &blocks);
    document.publisher = title::publisher(text, &stated, &blocks);
    document.author = byline::field(text, &blocks, stated.author.as_ref(), document.publisher.as_ref());
    document.url = stated.url;
    document.language = language::language(text, stated.language, &blocks, &mut document.problems);
    document.incomplete = incomplete;
    document.sentences = sentences;
    document.blocks = blocks;
}
