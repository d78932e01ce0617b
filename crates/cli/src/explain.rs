//! `dateline explain`: a document with everything marked that is found in it, and why.
//!
//! **Invariant:** the text is shown whole and in order; what stands under a sentence starts in it, and says its rule
//! in words. Nothing is judged here: the findings are the core's.
//! Start at [`run`]; `marks` draws the text, `findings` says what was found.

mod findings;
mod marks;

use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use dateline_core::corpus::{Article, Corpus};
use dateline_core::evidence::because;
use dateline_core::read::Document;
use dateline_core::span::Span;
use jiff::civil::Date;

use crate::articles;
use crate::failure::Failure;
use crate::wording::{self, line};
use findings::Finding;
use marks::{Ink, marked};

/// Prints a document with everything marked that is found in it: times, names, quotations, figures and events, each
/// with its reason.
///
/// In a terminal the marks are colours. Elsewhere times stand in [ ], names in { } and quotations in < >.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The file.
    file: PathBuf,
    /// The day of publication, if the document states none.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = dateline_core::json::lines::day)]
    date: Option<Date>,
}

/// Explains the file.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.file.is_dir() {
        let shown = arguments.file.display();
        return Err(Failure::wrong(format!(
            "expected a file, found the folder {shown}: name one of its files"
        )));
    }
    let mut folder = articles::paths(std::slice::from_ref(&arguments.file))?;
    articles::say_unused(&folder)?;
    if let Some(day) = arguments.date {
        articles::give_date(&mut folder.articles, day);
    }
    let corpus = folder.into_corpus();
    let plain = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
    let ink = if std::io::stdout().is_terminal() && !plain { Ink::Colours } else { Ink::Brackets };
    let explained =
        (0..).zip(corpus.articles()).map(|(index, article)| explained(&corpus, index, article, ink));
    crate::print(&explained.collect::<String>())
}

/// The article with everything in it.
fn explained(corpus: &Corpus, index: u32, article: &Article, ink: Ink) -> String {
    let document = &article.document;
    let mut said = head(document, ink);
    let findings = findings::all(corpus, index, article);
    let mut rest = &findings[..];
    for (at, block) in (0..).zip(&document.blocks) {
        let why = because(block.rule.id()).unwrap_or_default();
        let _ = writeln!(said, "\n{}", ink.quiet(&format!("── {}: {why}", block.kind.name())));
        for part in parts(document, at, block.span) {
            let _ = writeln!(said, "{}", marked(&document.text, part, &article.annotations, ink));
            // What starts between two parts belongs to the later one, and so nothing is lost.
            let (here, later) = rest.split_at(rest.partition_point(|finding| finding.at < part.end));
            rest = later;
            for finding in here {
                said.push_str(&row(finding, ink));
            }
        }
    }
    said
}

/// What is known of the document as a whole.
fn head(document: &Document, ink: Ink) -> String {
    let mut said = format!("{}\n", ink.strong(&line(&document.file)));
    let fields =
        [("title", &document.title), ("publisher", &document.publisher), ("author", &document.author)];
    for (label, field) in fields {
        if let Some(field) = field {
            let why = wording::why(&field.evidence);
            let _ = writeln!(said, "  {label:<10} {} {}", line(&field.value), ink.quiet(&format!("({why})")));
        }
    }
    let _ = writeln!(said, "  {:<10} {}", "date", line(&wording::published(&document.published)));
    for problem in &document.problems {
        let _ = writeln!(said, "  {:<10} {}", "problem", line(&problem.what));
    }
    said
}

/// The block in as many parts as it has sentences; what stands between two belongs to the second, and what follows
/// the last to that.
fn parts(document: &Document, block: u32, span: Span) -> Vec<Span> {
    let first = document.sentences.partition_point(|sentence| sentence.block < block);
    let sentences = document.sentences.iter().skip(first).take_while(|sentence| sentence.block == block);
    let mut ends: Vec<u32> = sentences.map(|sentence| sentence.span.end).collect();
    ends.pop();
    ends.push(span.end);
    let mut start = span.start;
    let mut part = |end: u32| {
        let part = Span { start, end: end.max(start) };
        start = part.end;
        part
    };
    ends.into_iter().map(&mut part).collect()
}

/// A finding on a line of its own.
fn row(finding: &Finding, ink: Ink) -> String {
    let Finding { label, passage, says, why, .. } = finding;
    let says = if says.is_empty() { String::new() } else { format!("{says} ") };
    format!("    {label:<10} {}  {says}{}\n", ink.of(label, passage), ink.quiet(&format!("({why})")))
}
