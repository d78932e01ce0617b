//! `dateline search`: the rows of a folder that match a query, in the language of the page's search box.
//!
//! **Invariant:** what matches, and in which order, is core's to say ([`dateline_core::explore`]); every row comes
//! with when, whose word it is, who published it, the whole passage and where it stands.
//! Start at [`run`]; [`rows`] makes the rows.

mod queries;
mod rows;

use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use dateline_core::columns::Bytes;
use dateline_core::corpus::Corpus;
use dateline_core::explore::{self, Findings, Query, Sort, Unit, explore, first};
use serde::Serialize;

use crate::articles::{self, Given};
use crate::failure::{Failure, warn};
use crate::wording::{self, line};
use rows::Row;

/// Finds what a folder of news articles, or JSON lines of them, reports, by the query language of the page's search box.
///
/// All terms of a query hold: words, wor* for their beginnings, "phrases", "near words"~5, and fields. OR joins two
/// terms, parentheses make one of several, a `-` before a term leaves it out.
///
/// Fields of names and words: person: place: org: other: about: speaker: quote: title: publisher: author: origin:
/// Fields of dates, with a day, month, year or 2026-02-01..2026-02-07: after: before: on: in: for events, published:
/// published-after: published-before: for articles.
/// Fields with fixed values: undated:yes language:en status:claimed voice:one|several|unnamed dated:day|range|none
/// incomplete:yes scope:article. What cannot be read is searched as words, and said.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    given: Given,
    /// What to look for, as in the search box of the page; nothing finds everything.
    #[arg(allow_hyphen_values = true)]
    query: Option<String>,
    /// More words of the query, where it is not quoted as one.
    #[arg(hide = true)]
    more: Vec<String>,
    /// What a row is.
    #[arg(long, value_enum, default_value_t = Rows::Events)]
    unit: Rows,
    /// Puts the earliest first.
    #[arg(long)]
    oldest: bool,
    /// Puts what answers the words best first.
    #[arg(long, conflicts_with = "oldest")]
    best: bool,
    /// Prints one JSON object.
    #[arg(long)]
    json: bool,
    /// Instead of rows, prints how many articles, events, quotations and figures each query in this file finds, as CSV;
    /// a query a line, `-` for standard input. What is searched may be a pack too.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "unit", "oldest", "best", "json"])]
    queries: Option<PathBuf>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Rows {
    Events,
    Articles,
    Quotations,
    Figures,
}

/// Searches what was given.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(list) = &arguments.queries {
        return queries::run(&arguments.given, list);
    }
    let folder = arguments.given.read()?;
    articles::say_unused(&folder)?;
    let corpus = folder.into_corpus();
    let (pack, index) = explore::read(Bytes::new(dateline_folder::pack(&corpus)))
        .map_err(|error| Failure::wrong(format!("the folder's own pack cannot be opened: {error}")))?;
    let words = arguments.query.iter().chain(&arguments.more).map(String::as_str);
    let typed = words.collect::<Vec<_>>().join(" ");
    let (query, hints) = Query::parse_with_hints(&typed);
    for hint in hints {
        warn(line(&format!("in the query, at `{}`: {}", shortened(hint.span.of(&typed)), hint.what)));
    }
    let unit = match arguments.unit {
        Rows::Events => Unit::Events,
        Rows::Articles => Unit::Articles,
        Rows::Quotations => Unit::Quotations,
        Rows::Figures => Unit::Figures,
    };
    let findings = explore(&pack, &index, &query, unit);
    let order = match (arguments.best, arguments.oldest) {
        (true, _) => Sort::Best,
        (false, true) => Sort::Oldest,
        (false, false) => Sort::Newest,
    };
    let matched = first(&index, &query, unit, &findings.matched, order, findings.matched.len() as usize);

    let mut out = BufWriter::new(std::io::stdout().lock());
    let rows = rows::of(&corpus, unit, &matched);
    if arguments.json {
        let found = Found {
            query: query.to_string(),
            unit,
            shown: rows.len(),
            total: findings.total,
            articles: findings.articles,
            undated_articles_left_out: findings.undated_left_out,
            unsure_articles_left_out: findings.unsure_left_out,
            rows,
        };
        serde_json::to_writer(&mut out, &found)?;
        out.write_all(b"\n")?;
    } else {
        out.write_all(sentence(&corpus, &query, &findings, rows.len()).as_bytes())?;
        for row in &rows {
            write!(out, "\n{row}")?;
        }
    }
    Ok(out.flush()?)
}

/// `text`, or its beginning where it is long.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// What was found, for `--json`.
#[derive(Serialize)]
struct Found<'a> {
    query: String,
    unit: Unit,
    shown: usize,
    total: u32,
    articles: u32,
    undated_articles_left_out: u32,
    unsure_articles_left_out: u32,
    rows: Vec<Row<'a>>,
}

/// What is shown, with counts, in a sentence or three.
fn sentence(corpus: &Corpus, query: &Query, findings: &Findings, shown: usize) -> String {
    let noun = findings.unit.one();
    let all = wording::count(findings.total as usize, noun);
    let of_all = wording::count(corpus.articles().len(), "article");
    let held = wording::number(findings.articles as usize);
    let query_text = line(&query.to_string());
    let mut said = match (query.is_empty(), findings.unit) {
        (true, Unit::Articles) => format!("All {all}.\n"),
        (true, _) => format!("All {all}, in {held} of {of_all}.\n"),
        (false, Unit::Articles) => format!("{} of {all} for {query_text}.\n", wording::number(shown)),
        (false, _) => {
            format!("{} of {all}, in {held} of {of_all}, for {query_text}.\n", wording::number(shown))
        }
    };
    if findings.undated_left_out > 0 {
        // A range of publication leaves them out whatever else is asked.
        let way = if query.published.is_empty() { "undated:yes" } else { "the search without published:" };
        let left_out = wording::count(findings.undated_left_out as usize, "article");
        let _ = writeln!(said, "Left out for want of a date: {left_out}; {way} shows what matches in them.");
    }
    if findings.unsure_left_out > 0 {
        let left_out = wording::count(findings.unsure_left_out as usize, "article");
        let _ = writeln!(
            said,
            "Left out since a range of days dates them, which lies in part outside: {left_out}."
        );
    }
    if shown == 0 {
        for correction in &findings.corrections {
            let found = wording::count(correction.count as usize, noun);
            let _ = writeln!(said, "Did you mean {}: {found}.", line(&correction.query.to_string()));
        }
        for other in findings.relaxations.iter().filter(|other| other.count > 0) {
            let found = wording::count(other.count as usize, noun);
            let _ = writeln!(said, "Without {}: {found}.", line(&other.without));
        }
    }
    said
}
