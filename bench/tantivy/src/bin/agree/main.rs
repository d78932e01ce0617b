//! Dateline's search held against tantivy's: the same articles, the same words, thousands of drawn questions.
//!
//! **Invariant:** tantivy gets words as Dateline folds and stems them, passages as gaps in its positions, and what is
//! known of an article as terms; which articles match, how often and in which order is then each engine's own work.
//! Every question must find the same articles in both; the order must be the same where both are set alike
//! ([`order`]), and how far it differs elsewhere is said. `cargo xtask tantivy` runs it: `agree DOCUMENTS COUNT SEED`.

mod chance;
mod drawn;
mod indexed;
mod order;
mod question;

use std::collections::BTreeMap;
use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use dateline_core::columns::Bytes;
use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::pack::Pack;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::explore::{self, Index, Query, Unit, explore};
use dateline_core::{annotate, read};
use serde::Deserialize;

use chance::Chance;
use indexed::Indexed;

/// How many disagreements are printed.
const PRINTED: usize = 20;

/// A line of the documents.
#[derive(Deserialize)]
struct Line {
    file: String,
    text: String,
}

/// A corpus in both engines.
struct Both {
    corpus: Corpus,
    pack: Pack,
    index: Index,
    tantivy: Indexed,
}

impl Both {
    fn of(articles: Vec<Article>) -> Result<Self, Box<dyn Error>> {
        let corpus = Corpus::build(articles, &Decisions::default());
        let (pack, index) = explore::read(Bytes::new(explore::write(&corpus)))?;
        let tantivy = Indexed::of(&corpus)?;
        Ok(Self { corpus, pack, index, tantivy })
    }

    /// The articles that Dateline finds, in the order of the corpus.
    fn found(&self, query: &Query) -> Vec<u32> {
        explore(&self.pack, &self.index, query, Unit::Articles).matched.rows()
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let given: Vec<String> = env::args().skip(1).collect();
    let [documents, count, seed] = given.as_slice() else {
        return Err("expected DOCUMENTS, COUNT and SEED".into());
    };
    let (count, seed): (usize, u64) = (count.parse()?, seed.parse()?);
    let text = fs::read_to_string(documents)?;
    let lines = text.lines().map(serde_json::from_str).collect::<Result<Vec<Line>, _>>()?;
    let articles = lines.iter().map(|line| {
        let document = read::read(&line.file, line.text.as_bytes());
        let annotations = annotate::annotate(&document);
        Article { document, annotations }
    });
    let both = Both::of(articles.collect())?;
    let holds =
        same_articles(&both, count, &mut Chance(seed))? & order::check(&both, count / 5, &mut Chance(seed))?;
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether every one of `count` drawn questions finds the same articles in both; what does not is printed.
fn same_articles(both: &Both, count: usize, chance: &mut Chance) -> Result<bool, Box<dyn Error>> {
    let mut kinds: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut wrong = 0;
    for _ in 0..count {
        let question = drawn::question(both, chance);
        let text = question.text();
        let (query, hints) = Query::parse_with_hints(&text);
        let (ours, theirs) = (both.found(&query), both.tantivy.found(question.query(both)?.as_ref())?);
        let agrees = ours == theirs && hints.is_empty();
        let seen = kinds.entry(question.kind).or_default();
        *seen = (seen.0 + 1, seen.1 + usize::from(!ours.is_empty()), seen.2 + usize::from(!agrees));
        wrong += usize::from(!agrees);
        if !agrees && wrong <= PRINTED {
            let only = |own: &[u32], other: &[u32]| {
                let mut only = own.iter().filter(|article| !other.contains(article));
                only.next()
                    .and_then(|at| both.corpus.articles().get(*at as usize))
                    .map(|a| a.document.file.clone())
            };
            println!("`{text}`: Dateline finds {}, tantivy {}", ours.len(), theirs.len());
            println!("  only Dateline: {:?}, only tantivy: {:?}", only(&ours, &theirs), only(&theirs, &ours));
            for hint in hints {
                println!("  {}", hint.what);
            }
        }
    }
    println!("{count} questions of {} articles", both.corpus.articles().len());
    for (kind, (asked, some, wrong)) in kinds {
        println!(
            "  {kind:40} {asked:6} asked, {some:6} with an answer, {wrong:4} found otherwise by tantivy"
        );
    }
    Ok(wrong == 0)
}
