//! The order of what is found, held against tantivy's.
//!
//! Both rank by BM25 with the same constants, but Dateline counts a word in a headline four times and in what is around
//! the article a quarter, another form of a word half, and words that stand together more; and tantivy keeps the length
//! of an article in one byte. Sentences that are articles of their own, of fewer than forty words and asked for words
//! as they stand, have none of that: there the order must be tantivy's, save where its scores are the same.
//! **Invariant:** on whole articles nothing is asserted; how many of the first ten both name is said.
//! Start at [`check`].

use std::collections::BTreeMap;
use std::error::Error;

use dateline_core::annotate::Annotations;
use dateline_core::corpus::Article;
use dateline_core::explore::{Query, Sort, Unit, first};
use dateline_core::read::{self, Block, BlockKind, LineRule, Sentence};
use dateline_core::span::Span;

use crate::Both;
use crate::chance::Chance;
use crate::indexed::passages;
use crate::question::{Asked, Question};

/// Up to so many words tantivy keeps the length of a document as it is.
const SHORT: usize = 39;
/// Dateline's logarithm is right to 1/4096; as a part of a score, for each word.
const ROUNDED: f32 = 4e-4;
/// How many of the first are compared on whole articles.
const FIRST: usize = 10;

/// Whether the order is tantivy's where both are set alike.
pub fn check(both: &Both, count: usize, chance: &mut Chance) -> Result<bool, Box<dyn Error>> {
    let alike = Both::of(sentences(both))?;
    let (mut rows, mut wrong) = (0, 0);
    for at in 0..count {
        let asked = question(&alike, 1 + at % 3, chance);
        let (ours, theirs) =
            (ranked(&alike, &asked), alike.tantivy.ranked(asked.query(&alike)?.as_ref(), usize::MAX >> 40)?);
        let scores: BTreeMap<u32, f32> = theirs.into_iter().collect();
        rows += ours.len();
        let own: Vec<f32> = ours.iter().filter_map(|row| scores.get(row)).copied().collect();
        let off = |pair: &&[f32]| pair[1] > pair[0] + ROUNDED * asked.all.len() as f32 + pair[0] * 1e-6;
        let found = own.windows(2).find(off);
        if own.len() != ours.len() || ours.len() != scores.len() || found.is_some() {
            wrong += 1;
            println!(
                "`{}` in another order: tantivy's scores are {found:?} one after the other",
                asked.text()
            );
        }
    }
    println!(
        "{count} questions of {} sentences: {rows} rows in order, {wrong} questions in another than tantivy's",
        alike.corpus.articles().len()
    );
    for words in 1..=3 {
        let (mut shared, mut of) = (0, 0);
        for _ in 0..count / 3 {
            let asked = question(both, words, chance);
            let theirs = both.tantivy.ranked(asked.query(both)?.as_ref(), FIRST)?;
            let ours = ranked(both, &asked);
            of += theirs.len();
            shared += theirs.iter().filter(|(row, _)| ours.iter().take(FIRST).any(|own| own == row)).count();
        }
        println!(
            "whole articles, {words} words: {shared} of tantivy's {of} first {FIRST} are among Dateline's"
        );
    }
    Ok(wrong == 0)
}

/// The articles that Dateline finds, the most relevant first.
fn ranked(both: &Both, asked: &Question) -> Vec<u32> {
    let query = Query::parse(&asked.text());
    let found = dateline_core::explore::explore(&both.pack, &both.index, &query, Unit::Articles).matched;
    first(&both.index, &query, Unit::Articles, &found, Sort::Best, found.len() as usize)
}

/// So many words of one passage, as they stand.
fn question(both: &Both, words: usize, chance: &mut Chance) -> Question {
    let articles = both.corpus.articles();
    let passages = passages(&articles[chance.below(articles.len())]);
    let passage = chance.one_of(&passages).cloned().unwrap_or_default();
    let mut asked: Vec<String> = (0..words).filter_map(|_| chance.one_of(&passage).cloned()).collect();
    asked.sort();
    asked.dedup();
    Question { kind: "ranked", all: asked.into_iter().map(Asked::Exact).collect() }
}

/// Every short sentence as an article that has nothing else.
fn sentences(both: &Both) -> Vec<Article> {
    let mut found = Vec::new();
    for article in both.corpus.articles() {
        let own = &article.document;
        for sentence in &own.sentences {
            let text = sentence.span.of(&own.text);
            let mut document = read::read(&format!("{}.txt", found.len()), b"");
            let span = Span::new(0, text.len());
            text.clone_into(&mut document.text);
            document.title = None;
            document.sentences = vec![Sentence { span, block: 0 }];
            document.blocks =
                vec![Block { kind: BlockKind::Paragraph, rule: LineRule::Text, span, credit: None }];
            let alone = Article { document, annotations: Annotations::default() };
            let long: usize = passages(&alone).iter().map(Vec::len).sum();
            if (1..=SHORT).contains(&long) {
                found.push(alone);
            }
        }
    }
    found
}
