//! The sentences of an article in which a query found something: the best for its row, all for going from one to the
//! next.
//!
//! **Invariant:** a sentence is whole. What a reader sees folded counts only where nothing else holds a hit. The best
//! hold the most of what was asked, the earlier first; they stand in the order of the text.
//! Start at [`found`] for a row and [`stops`] for the reader.

use serde::{Deserialize, Serialize};

use crate::corpus::pack::Opened;
use crate::engine::passage::Passage;
use crate::engine::run::{Marked, Run, runs};
use crate::order::Order as _;
use crate::span::Span;

/// How many sentences a row shows.
const MOST: usize = 3;

/// The sentences of an article that hold what was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The best, at most three.
    pub sentences: Vec<(Passage, Vec<Run>)>,
    /// How many more there are, the headline aside.
    pub more: u32,
    /// The first of those.
    pub next: Option<Passage>,
}

/// What the row of `opened` shows of what was found in it; `None` where it shows all in its headline.
pub(super) fn found(marked: &Marked, opened: &Opened) -> Option<Found> {
    let article = &opened.article;
    let headline = article.document.title.as_ref().and_then(|title| title.span);
    let mut held = holding(marked, opened);
    held.retain(|sentence| !headline.is_some_and(|headline| headline.overlaps(sentence.span)));
    held.order_by_key(|sentence| (std::cmp::Reverse(sentence.terms), sentence.span));
    let mut best: Vec<Span> = held.iter().take(MOST).map(|sentence| sentence.span).collect();
    best.order();
    let more = held.len() - best.len();
    let next = held.iter().skip(MOST).map(|sentence| Passage::of(article, sentence.span)).min();
    let sentences = best.into_iter().map(|span| (Passage::of(article, span), runs(marked, span)));
    (!held.is_empty()).then(|| Found { sentences: sentences.collect(), more: more as u32, next })
}

/// Where `opened` holds what was asked, in text order: what a reader goes through in it.
pub(in crate::engine) fn stops(marked: &Marked, opened: &Opened) -> Vec<Span> {
    holding(marked, opened).into_iter().map(|sentence| sentence.span).collect()
}

struct Held {
    span: Span,
    /// How many of the terms of the query it holds.
    terms: u32,
    folded: bool,
}

/// The sentences that hold what was asked, in text order.
fn holding(marked: &Marked, opened: &Opened) -> Vec<Held> {
    let document = &opened.article.document;
    let mut held: Vec<Held> = Vec::new();
    for sentence in &document.sentences {
        let found = marked.find(sentence.span);
        if !found.is_empty() {
            // A query has fewer terms than this has bits.
            let terms = found.iter().fold(0u128, |terms, hit| terms | 1 << hit.term.min(127));
            let folded =
                document.blocks.get(sentence.block as usize).is_some_and(|block| block.kind.is_folded());
            held.push(Held { span: sentence.span, terms: terms.count_ones(), folded });
        }
    }
    if held.iter().any(|sentence| !sentence.folded) {
        held.retain(|sentence| !sentence.folded);
    }
    held
}
