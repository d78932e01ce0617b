//! Documents as lines of JSON: a line in, the article that it holds, and the lines that come out of it.
//!
//! The command and the language module both speak this form, and so cannot differ; `docs/analyze.md` describes it.
//! **Invariant:** the text of a line comes back unchanged, whatever it is, and every offset fits it.
//! Start at [`Line`]; [`alone`] writes an article with the entities of its own, [`linked`] many with those they share.

mod fields;

use std::borrow::Cow;
use std::io;

use jiff::civil::Date;
use serde::Serialize;

use self::fields::Fields;
use super::{Document, Entity, document, entities, given};
use crate::annotate::{Annotations, annotate};
use crate::corpus::decisions::Decisions;
use crate::corpus::{Article, Corpus};
use crate::read::{self, Dated, Problem};

/// A line of the input. Other keys are passed over.
#[derive(Clone, Debug)]
pub struct Line {
    /// What the document is called; nothing is read from it.
    pub file: String,
    /// The text as it is, which is never taken for markup.
    pub text: String,
    /// Its day of publication, whatever the text states.
    date: Option<String>,
}

impl Line {
    /// The line that `bytes` write, with its day.
    ///
    /// # Errors
    /// Says what was expected, what was found, and what to do.
    pub fn parse(bytes: &[u8]) -> Result<(Self, Option<Date>), String> {
        let Fields { file, text, date } = fields::fields(bytes.trim_ascii()).map_err(|found| {
            format!("expected an object {{\"file\",\"text\",\"date\"?}}, found: {found}: put one such object on each line")
        })?;
        let line = Self { file: file.unwrap_or_default(), text: text.unwrap_or_default(), date };
        let own = line.date.as_deref().map(day).transpose();
        let own = own.map_err(|e| format!("`date`: {e}: correct it, or leave it out"))?;
        Ok((line, own))
    }

    /// The article of this line, published on `own`, or on `otherwise` where its text states no date.
    pub fn article(&self, own: Option<Date>, otherwise: Option<Date>) -> Article {
        let readable = readable(&self.text);
        let mut document = read::plain(PLAIN, &readable);
        if document.text != readable {
            document = text_alone(document.problems);
        }
        if let Some(day) = own.or(otherwise.filter(|_| document.published.dated != Dated::Stated)) {
            document.published = given(day);
        }
        let annotations = annotate(&document);
        self.named(Article { document, annotations })
    }

    /// The article of this line where nothing can be found in it, because of `what`.
    pub fn stopped(&self, what: &'static str) -> Article {
        let problem = Problem { what: Cow::Borrowed(what), span: None, fatal: true };
        self.named(Article { document: text_alone(vec![problem]), annotations: Annotations::default() })
    }

    fn named(&self, mut article: Article) -> Article {
        article.document.file.clone_from(&self.file);
        article.document.text.clone_from(&self.text);
        article
    }
}

/// The day that `text` writes as YYYY-MM-DD.
///
/// # Errors
/// Says what was expected and what was found.
pub fn day(text: &str) -> Result<Date, String> {
    crate::civil::day_of(text).ok_or_else(|| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("expected a day of the calendar as YYYY-MM-DD, found `{line}`")
    })
}

/// Writes `article` with the entities of its own as one line.
pub fn alone(out: &mut impl io::Write, article: Article) -> io::Result<()> {
    let file = article.document.file.clone();
    let corpus = Corpus::named(vec![article], &Decisions::default());
    let Some(document) = document(&corpus, 0) else { return Ok(()) };
    let document = Document { file: Cow::Owned(file), ..document };
    line(out, &Alone { document, entities: entities(&corpus) })
}

/// Writes `articles` as a line each, and the entities that they share as a last line.
pub fn linked(out: &mut impl io::Write, mut articles: Vec<Article>) -> io::Result<()> {
    let mut files = Vec::with_capacity(articles.len());
    for (at, article) in articles.iter_mut().enumerate() {
        // A corpus is ordered by file name, and the output by the lines of the input: so each is named by its line.
        files.push(std::mem::replace(&mut article.document.file, format!("{at:010}")));
    }
    let corpus = Corpus::named(articles, &Decisions::default());
    for (index, file) in (0..).zip(files) {
        let Some(document) = document(&corpus, index) else { continue };
        line(out, &Document { file: Cow::Owned(file), ..document })?;
    }
    line(out, &Last { entities: entities(&corpus) })
}

/// Writes what is wrong with a line in the place of its document.
pub fn failed(out: &mut Vec<u8>, error: &str) {
    // Writing to memory cannot fail.
    let _ = line(out, &Failed { error });
}

/// What stands for a line that cannot be read.
#[derive(Serialize)]
struct Failed<'a> {
    error: &'a str,
}

/// A document with the entities of its own.
#[derive(Serialize)]
struct Alone<'a> {
    #[serde(flatten)]
    document: Document<'a>,
    entities: Vec<Entity<'a>>,
}

/// The last line of a linked run.
#[derive(Serialize)]
struct Last<'a> {
    entities: Vec<Entity<'a>>,
}

fn line(out: &mut impl io::Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// A document of which nothing is known: reading took its text for something else than text.
fn text_alone(problems: Vec<Problem>) -> read::Document {
    let place_is_lost = |problem| Problem { span: None, ..problem };
    let problems = problems.into_iter().map(place_is_lost).collect();
    read::Document { problems, ..read::plain(PLAIN, "") }
}

/// The name under which reading takes bytes as plain text.
const PLAIN: &str = "text.txt";

/// `text` with white space of the same length in place of leading byte order marks, which are no text, so that every
/// offset stays.
fn readable(text: &str) -> Cow<'_, str> {
    let rest = text.trim_start_matches('\u{feff}');
    match (text.len() - rest.len()) / '\u{feff}'.len_utf8() {
        0 => Cow::Borrowed(text),
        marks => Cow::Owned("\u{3000}".repeat(marks) + rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_as_long_as_the_text() {
        let check = |text: &str, expected: &str| {
            assert_eq!(readable(text), expected);
            assert_eq!(text.len(), expected.len());
        };
        check("Talks.", "Talks.");
        check("\u{feff}Talks.", "\u{3000}Talks.");
        check("\u{feff}\n<html>", "\u{3000}\n<html>");
        check("a < b", "a < b");
        check("\u{feff}\u{feff}", "\u{3000}\u{3000}");
    }

    #[test]
    fn marks_without_end_are_read_too() {
        let text = "\u{feff}".repeat(200_000);
        assert_eq!(readable(&text).len(), text.len());
    }

    #[test]
    fn a_line_says_what_is_wrong_with_it() {
        let check = |line: &str, expected: &str| {
            assert!(Line::parse(line.as_bytes()).unwrap_err().contains(expected), "{line}");
        };
        check("{}", "missing field `file`");
        check("{\"file\":\"a\",\"text\":\"\",\"date\":\"2026-02-30\"}", "found `2026-02-30`");
        check("{\"file\":\"a\",\"text\":\"\",\"date\":\"2026-2-3\"}", "found `2026-2-3`");
    }
}
