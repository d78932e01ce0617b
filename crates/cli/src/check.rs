//! `dateline check`: what of a folder was understood, file by file, and what was not.
//!
//! **Invariant:** every file of the folder is accounted for by name; a date that was worked out says so, and a
//! missing one gives its reason. Start at [`run`].

use std::collections::BTreeSet;
use std::fmt::Write as _;

use dateline_core::annotate::NameKind;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::fold::words;
use dateline_core::read::{Dated, Document, Problem};
use dateline_folder::Unused;

use crate::articles::{self, Given};
use crate::failure::Failure;
use crate::wording::{self, count, line};

/// Says, file by file, what was understood of a folder of news articles, or JSON lines of them, and what was not.
///
/// Exits with 2 where nothing at all could be used.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    given: Given,
}

/// Checks what was given.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = arguments.given.read()?;
    let nothing = folder.articles.is_empty().then(|| articles::nothing_used(&folder));
    let (unused, problems) = (folder.unused.clone(), folder.problems.clone());
    let corpus = arguments.given.progress().phase("linking names and events", || folder.into_corpus());

    let mut blocks: Vec<(&str, String)> = Vec::new();
    for (index, article) in (0..).zip(corpus.articles()) {
        blocks.push((&article.document.file, used(&corpus, index, article)));
    }
    blocks.extend(unused.iter().map(|file| (file.file.as_str(), not_used(file))));
    blocks.sort_by_key(|(file, _)| *file);
    let mut said: String = blocks.into_iter().map(|(_, block)| block + "\n").collect();
    for problem in problems {
        let _ = writeln!(said, "{}\n", line(&problem));
    }
    for unused in articles::unused_decisions(&corpus) {
        let _ = writeln!(said, "{}\n", line(&unused));
    }
    said += &summary(&corpus, unused.len());
    crate::print(&said)?;
    nothing.map_or(Ok(()), Err)
}

/// A file that was used: its name, then a line for each thing that is known of it.
fn used(corpus: &Corpus, index: u32, article: &Article) -> String {
    let Article { document, annotations } = article;
    let mut block = format!("{}\n", line(&document.file));
    let mut row = |label: &str, value: &str| {
        let _ = writeln!(block, "  {label:<10} {}", line(value));
    };
    row("title", document.title.as_ref().map_or("none found", |title| &title.value));
    row("date", &wording::published(&document.published));
    for passage in rests_on(document) {
        row("rests on", &passage);
    }
    row("source", &source(document));
    if let Some(author) = &document.author {
        row("author", &author.value);
    }
    row(
        "text",
        &format!(
            "{} in {}",
            count(word_count(document), "word"),
            count(document.sentences.len(), "sentence")
        ),
    );
    let entities: BTreeSet<_> = (0..)
        .zip(&annotations.mentions)
        .filter_map(|(mention, _)| corpus.entity_of(index, mention))
        .collect();
    let direct = annotations.quotations.iter().filter(|quotation| quotation.is_direct()).count();
    let dated = annotations.events.iter().filter(|event| event.when.is_some()).count();
    let found = [
        count(annotations.times.len(), "time"),
        format!("{} of {}", count(annotations.mentions.len(), "mention"), count(entities.len(), "name")),
        count(direct, "quotation"),
        format!("{} ({} dated)", count(annotations.events.len(), "event"), wording::number(dated)),
    ];
    row("found", &found.join(", "));
    if let Some(span) = document.incomplete {
        row("incomplete", &format!("it may be cut short: “{}”", line(span.of(&document.text))));
    }
    for problem in &document.problems {
        row("problem", &located(document, problem));
    }
    block
}

/// The passages that a worked-out date rests on.
fn rests_on(document: &Document) -> Vec<String> {
    let anchor = document.published.evidence.anchor.as_ref();
    let anchor = anchor.filter(|_| document.published.dated == Dated::Inferred);
    let passages = anchor.map_or(&[][..], |anchor| &anchor.passages);
    passages.iter().map(|passage| format!("“{}”", shortened(passage.of(&document.text)))).collect()
}

/// `text` on one line, its middle left out where it is long.
fn shortened(text: &str) -> String {
    let shown: Vec<char> = line(text).chars().collect();
    match (shown.first_chunk::<60>(), shown.last_chunk::<60>()) {
        (Some(first), Some(last)) if shown.len() > 130 => {
            format!("{} […] {}", String::from_iter(first), String::from_iter(last))
        }
        _ => shown.into_iter().collect(),
    }
}

fn not_used(file: &Unused) -> String {
    let mut block = format!("{}\n", line(&file.file));
    for reason in &file.reasons {
        let _ = writeln!(block, "  {:<10} {}", "not used", line(reason));
    }
    block
}

/// Who published it, and where.
fn source(document: &Document) -> String {
    let known = [&document.publisher, &document.url];
    let known: Vec<_> = known.into_iter().flatten().map(|field| field.value.as_str()).collect();
    if known.is_empty() { "not stated".to_owned() } else { known.join(", ") }
}

fn word_count(document: &Document) -> usize {
    let story = document.blocks.iter().filter(|block| block.kind.is_story());
    story.map(|block| words(block.span.of(&document.text)).count()).sum()
}

/// What is wrong, and in which line unless it says that itself.
fn located(document: &Document, problem: &Problem) -> String {
    let what = &problem.what;
    let before = problem.span.and_then(|span| document.text.get(..span.start as usize));
    match before {
        Some(before) if !what.contains("line ") => {
            format!("line {}: {what}", before.matches('\n').count() + 1)
        }
        _ => what.to_string(),
    }
}

/// How many files were used, how well they are dated, and what is in them.
fn summary(corpus: &Corpus, unused: usize) -> String {
    let articles = corpus.articles();
    let dated = |dated| articles.iter().filter(|article| article.document.published.dated == dated).count();
    let (stated, inferred) = (dated(Dated::Stated), dated(Dated::Inferred));
    let mut said =
        format!("{}: {} used, {unused} not used\n", count(articles.len() + unused, "file"), articles.len());
    if articles.is_empty() {
        return said;
    }
    let unknown = dated(Dated::Unknown);
    let decided = match dated(Dated::Decided) {
        0 => String::new(),
        n => format!(", {n} set by the reader"),
    };
    let _ = writeln!(said, "dates: {stated} stated, {inferred} worked out{decided}, {unknown} unknown");
    let kinds =
        [(NameKind::Person, "person"), (NameKind::Place, "place"), (NameKind::Organization, "organization")];
    let names = kinds.map(|(kind, noun)| {
        let n = corpus.entities().iter().filter(|entity| entity.kind == kind).count();
        if kind == NameKind::Person && n != 1 {
            format!("{} people", wording::number(n))
        } else {
            count(n, noun)
        }
    });
    let _ = writeln!(said, "names: {}", names.join(", "));
    let events = articles.iter().flat_map(|article| &article.annotations.events);
    let (mut all, mut placed) = (0, 0);
    for event in events {
        all += 1;
        placed += usize::from(event.when.is_some());
    }
    let _ = writeln!(
        said,
        "reported: {} ({} dated), {}",
        count(all, "event"),
        wording::number(placed),
        count(corpus.quotations().count(), "quotation")
    );
    said
}
