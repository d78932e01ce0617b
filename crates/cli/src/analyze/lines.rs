//! Documents as lines of JSON: one in, one out, in order, and no more than one in memory.
//!
//! **Invariant:** the text comes back unchanged, whatever it is, and every offset fits it. A line that cannot be
//! read ends the run by its number; everything before it has been printed by then.
//! Start at [`each`]; [`linked`] keeps the whole input, since names are linked over all of it.

use std::borrow::Cow;
use std::io::{BufRead, Read as _, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::{annotate, json, read};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// Annotates each line by itself, with the entities of its own.
pub fn each(input: impl BufRead, out: &mut impl Write, date: Option<Date>) -> Result<(), Failure> {
    for_each(input, date, |article| {
        let file = article.document.file.clone();
        let corpus = Corpus::build(vec![article], &Decisions::default());
        let Some(document) = json::document(&corpus, 0) else { return Ok(()) };
        let document = json::Document { file: Cow::Owned(file), ..document };
        serde_json::to_writer(&mut *out, &Alone { document, entities: json::entities(&corpus) })?;
        out.write_all(b"\n")?;
        // Whoever feeds one line at a time waits for its answer.
        Ok(out.flush()?)
    })
}

/// Annotates all lines together; the last line holds the entities that they share.
pub fn linked(input: impl BufRead, out: &mut impl Write, date: Option<Date>) -> Result<(), Failure> {
    let (mut articles, mut files) = (Vec::new(), Vec::new());
    let read = for_each(input, date, |mut article| {
        // A corpus is ordered by file name, and the output by the lines of the input: so each is named by its line.
        let name = format!("{:010}", articles.len());
        files.push(std::mem::replace(&mut article.document.file, name));
        articles.push(article);
        Ok(())
    });
    let corpus = Corpus::build(articles, &Decisions::default());
    for (index, file) in (0..).zip(files) {
        let Some(document) = json::document(&corpus, index) else { continue };
        serde_json::to_writer(&mut *out, &json::Document { file: Cow::Owned(file), ..document })?;
        out.write_all(b"\n")?;
    }
    serde_json::to_writer(&mut *out, &Last { entities: json::entities(&corpus) })?;
    out.write_all(b"\n")?;
    out.flush()?;
    read
}

/// A line of the input. Other keys are passed over.
#[derive(Deserialize)]
struct Line {
    file: String,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// A document with the entities of its own.
#[derive(Serialize)]
struct Alone<'a> {
    #[serde(flatten)]
    document: json::Document<'a>,
    entities: Vec<json::Entity<'a>>,
}

/// The last line of a linked run.
#[derive(Serialize)]
struct Last<'a> {
    entities: Vec<json::Entity<'a>>,
}

/// The longest line that is read: a largest text in which every character is escaped.
const MAX_LINE: u64 = 6 * read::MAX_BYTES as u64 + 65_536;

fn for_each(
    mut input: impl BufRead,
    date: Option<Date>,
    mut step: impl FnMut(Article) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let wrong = |what: String| Failure::wrong(format!("line {number}: {what}"));
        let length = input.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes);
        let length = length.map_err(|e| wrong(format!("expected to read it, found: {e}")))?;
        if length == 0 {
            break;
        }
        if length as u64 == MAX_LINE {
            return Err(wrong(format!("expected at most {MAX_LINE} bytes, found more: split the text")));
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_slice(bytes.trim_ascii()).map_err(|e| {
            // Each line is a document of its own to the parser, and so always its line 1.
            let found = e.to_string().replace(" at line 1 column ", " at column ");
            wrong(format!(
                "expected an object {{\"file\",\"text\",\"date\"?}}, found: {found}: put one such object on each line"
            ))
        })?;
        let own = line.date.as_deref().map(super::day).transpose();
        let own = own.map_err(|e| wrong(format!("`date`: {e}: correct it, or leave it out")))?;
        step(article(line.file, line.text, own, date))?;
    }
    Ok(())
}

/// Annotates `text` as it is, published on `own`, or on `otherwise` where it states no date itself.
fn article(file: String, text: String, own: Option<Date>, otherwise: Option<Date>) -> Article {
    let work = || {
        let readable = readable(&text);
        let mut document = read::read(PLAIN, readable.as_bytes());
        if document.text != readable {
            document = text_alone(document.problems);
        }
        if let Some(day) = own.or(otherwise.filter(|_| document.published.dated != read::Dated::Stated)) {
            document.published = json::given(day);
        }
        let annotations = annotate::annotate(&document);
        Article { document, annotations }
    };
    // A panic is a fault of this text alone; the lines after it go on.
    let mut article = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let what = "annotating it stopped Dateline itself: please report this with the text";
        let problem = read::Problem { what: Cow::Borrowed(what), span: None, fatal: true };
        Article { document: text_alone(vec![problem]), annotations: annotate::Annotations::default() }
    });
    article.document.file = file;
    article.document.text = text;
    article
}

/// A document of which nothing is known: reading took its text for something else than text.
fn text_alone(problems: Vec<read::Problem>) -> read::Document {
    let place_is_lost = |problem| read::Problem { span: None, ..problem };
    let problems = problems.into_iter().map(place_is_lost).collect();
    read::Document { problems, ..read::read(PLAIN, b"") }
}

/// The name under which reading takes bytes as plain text.
const PLAIN: &str = "text.txt";

/// `text` with white space of the same length in place of what reading would not leave alone, so that every offset
/// stays: a leading byte order mark, which it takes off, and a leading `<`, by which it may take text for HTML.
fn readable(text: &str) -> Cow<'_, str> {
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        return Cow::Owned(format!("\u{3000}{}", readable(rest)));
    }
    let rest = text.trim_start();
    rest.strip_prefix('<').map_or(Cow::Borrowed(text), |rest_of_tag| {
        let space = text.get(..text.len() - rest.len()).unwrap_or_default();
        Cow::Owned(format!("{space} {rest_of_tag}"))
    })
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
        check("\u{feff}\n<html>", "\u{3000}\n html>");
        check("a < b", "a < b");
        check("\u{feff}\u{feff}", "\u{3000}\u{3000}");
    }
}
