//! Tantivy over the documents of the search benchmark: what a processor can do without a browser.
//!
//! **Invariant:** it reads what the browser's peers read, is asked the same, and writes what `drive.mjs` writes; one
//! segment, in memory, one thread. `cargo xtask bench search` runs it: `dateline-bench-tantivy MADE OUT SECONDS`,
//! which share the classes and rounds.

use std::collections::BTreeMap;
use std::error::Error;
use std::ops::Bound;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use serde::{Deserialize, Serialize};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RangeQuery, RegexQuery, TermQuery,
};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::WhitespaceTokenizer;
use tantivy::{Index, Searcher, TantivyDocument, Term};

/// How many documents an answer lists.
const FIRST: usize = 20;
/// The memory for building.
const BUDGET: usize = 400_000_000;

#[derive(Deserialize)]
struct Columns {
    publisher: Vec<Option<u64>>,
    day: Vec<Option<i64>>,
}

#[derive(Deserialize)]
struct Queries {
    classes: BTreeMap<String, Class>,
}

#[derive(Deserialize)]
struct Class {
    warm: Vec<Asked>,
    rounds: Vec<Vec<Asked>>,
}

#[derive(Deserialize)]
struct Asked {
    words: Vec<String>,
    typing: bool,
    phrase: bool,
    typo: bool,
    publisher: Option<u64>,
    from: Option<i64>,
    to: Option<i64>,
}

#[derive(Serialize)]
struct Run<'a> {
    kind: &'a str,
    round: usize,
    asked: usize,
    ms: Vec<f64>,
    found: Vec<Vec<u64>>,
    total: Vec<Option<usize>>,
}

/// The fields of a document.
struct Fields {
    text: Field,
    id: Field,
    publisher: Field,
    day: Field,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let (Some(made), Some(out), Some(seconds)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("expected MADE, OUT and SECONDS".into());
    };
    let seconds: f64 = seconds.to_string_lossy().parse()?;
    let made = Path::new(&made);
    let texts = fs::read_to_string(made.join("texts.txt"))?;
    let columns: Columns = serde_json::from_slice(&fs::read(made.join("columns.json"))?)?;
    let queries: Queries = serde_json::from_slice(&fs::read(made.join("queries.json"))?)?;

    let start = Instant::now();
    let (index, fields) = build(&texts, &columns)?;
    let built = start.elapsed().as_secs_f64() * 1e3;
    let searcher = index.reader()?.searcher();
    let mut runs = Vec::new();
    let turns: usize = queries.classes.values().map(|class| class.rounds.len()).sum();
    let turn = seconds / turns.max(1) as f64;
    for (kind, class) in &queries.classes {
        for asked in &class.warm {
            answer(&searcher, &fields, asked)?;
        }
        for (round, queries) in class.rounds.iter().enumerate() {
            let mut run = Run {
                kind,
                round,
                asked: queries.len(),
                ms: Vec::new(),
                found: Vec::new(),
                total: Vec::new(),
            };
            let begin = Instant::now();
            for asked in queries {
                if begin.elapsed().as_secs_f64() > turn {
                    break;
                }
                let start = Instant::now();
                let (found, total) = answer(&searcher, &fields, asked)?;
                run.ms.push(start.elapsed().as_secs_f64() * 1e3);
                run.found.push(found);
                run.total.push(Some(total));
            }
            runs.push(run);
        }
    }
    let size = columns.day.len();
    let peer = serde_json::json!({ "size": size, "failed": [], "build": built, "runs": runs });
    fs::write(out, serde_json::json!({ "peers": { "tantivy": peer } }).to_string())?;
    Ok(())
}

/// One segment with a document a line.
fn build(texts: &str, columns: &Columns) -> tantivy::Result<(Index, Fields)> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("spaces")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        text: schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing)),
        id: schema.add_u64_field("id", FAST),
        publisher: schema.add_u64_field("publisher", FAST | INDEXED),
        day: schema.add_i64_field("day", FAST | INDEXED),
    };
    let index = Index::create_in_ram(schema.build());
    index.tokenizers().register("spaces", WhitespaceTokenizer::default());
    let mut writer = index.writer_with_num_threads(1, BUDGET)?;
    for ((id, text), (publisher, day)) in
        (0_u64..).zip(texts.lines()).zip(columns.publisher.iter().zip(&columns.day))
    {
        let mut document = TantivyDocument::default();
        document.add_text(fields.text, text);
        document.add_u64(fields.id, id);
        if let Some(publisher) = publisher {
            document.add_u64(fields.publisher, *publisher);
        }
        if let Some(day) = day {
            document.add_i64(fields.day, *day);
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()?;
    Ok((index, fields))
}

/// The first documents that match, the most relevant first, and how many match.
fn answer(searcher: &Searcher, fields: &Fields, asked: &Asked) -> tantivy::Result<(Vec<u64>, usize)> {
    let query = query(fields, asked)?;
    let (first, total) = searcher.search(&query, &(TopDocs::with_limit(FIRST).order_by_score(), Count))?;
    let mut found = Vec::with_capacity(first.len());
    for (_, address) in first {
        let ids = searcher.segment_reader(address.segment_ord).fast_fields().u64("id")?;
        found.extend(ids.first(address.doc_id));
    }
    Ok((found, total))
}

fn query(fields: &Fields, asked: &Asked) -> tantivy::Result<BooleanQuery> {
    let term = |word: &str| Term::from_field_text(fields.text, word);
    let mut parts: Vec<Box<dyn Query>> = Vec::new();
    if asked.phrase {
        parts.push(Box::new(PhraseQuery::new(asked.words.iter().map(|word| term(word)).collect())));
    } else {
        for (at, word) in asked.words.iter().enumerate() {
            parts.push(if asked.typing && at + 1 == asked.words.len() {
                // Words hold letters, digits and apostrophes only, so none of them is a sign of the pattern.
                Box::new(RegexQuery::from_pattern(&format!("{word}.*"), fields.text)?)
            } else if asked.typo {
                Box::new(FuzzyTermQuery::new(term(word), 1, true))
            } else {
                Box::new(TermQuery::new(term(word), IndexRecordOption::WithFreqs))
            });
        }
    }
    if let Some(publisher) = asked.publisher {
        let term = Term::from_field_u64(fields.publisher, publisher);
        parts.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
    }
    if let (Some(from), Some(to)) = (asked.from, asked.to) {
        let bound = |day| Bound::Included(Term::from_field_i64(fields.day, day));
        parts.push(Box::new(RangeQuery::new(bound(from), bound(to))));
    }
    Ok(BooleanQuery::new(parts.into_iter().map(|part| (Occur::Must, part)).collect()))
}
