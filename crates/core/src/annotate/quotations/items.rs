//! The story as a stream of items: words, marks, names as one item each, quotations as one item each.
//!
//! **Invariant:** items do not overlap and lie in text order; a sentence is a run of them inside one block, and never
//! ends inside a quotation. Start at [`sentences`].

use super::direct::only_attributes;
use super::marks::Quote;
use crate::annotate::low::Low;
use crate::annotate::names::token::tokens;
use crate::annotate::{Mention, NameKind};
use crate::read::{BlockKind, Document};
use crate::span::Span;

/// One piece of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
    /// Its text in lower case.
    pub low: Low<'a>,
    /// What it is.
    pub what: What,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A word or a number.
    Word,
    /// A mark.
    Mark,
    /// The mention of this index, and its kind.
    Name(u32, NameKind),
    /// The quotation of this index.
    Quote(usize),
}

/// A run of items between two ends of sentences.
#[derive(Clone, Debug)]
pub(crate) struct Sentence<'a> {
    /// Its items.
    pub items: Vec<Item<'a>>,
    /// Which of the story's blocks it stands in, counted from the first.
    pub block: usize,
    /// What that block is.
    pub kind: BlockKind,
}

/// The sentences of the story of `document`.
pub(crate) fn sentences<'a>(
    document: &'a Document,
    mentions: &[Mention],
    quotes: &[Quote],
) -> Vec<Sentence<'a>> {
    let (mut found, mut mention, mut quote, mut start) = (Vec::new(), 0, 0, 0);
    for (at, block) in document.blocks.iter().filter(|b| b.kind.is_story()).enumerate() {
        let mut items: Vec<Item<'a>> = Vec::new();
        let mut end = 0;
        for token in tokens(&document.text, block.span) {
            let from = token.span.start;
            if from < end || block.credit.is_some_and(|credit| credit.overlaps(token.span)) {
                continue;
            }
            while quotes.get(quote).is_some_and(|q| q.span.end <= from) {
                quote += 1;
            }
            while mentions.get(mention).is_some_and(|m| m.span.end <= from) {
                mention += 1;
            }
            let inside =
                quotes.get(quote).filter(|q| q.span.start <= from).map(|q| (q.span, What::Quote(quote)));
            let named = mentions.get(mention).filter(|m| m.span.start <= from);
            let named = named.map(|m| (m.span, What::Name(mention as u32, m.kind)));
            let plain = if token.is_word() { What::Word } else { What::Mark };
            let (span, what) = inside.or(named).unwrap_or((token.span, plain));
            end = span.end;
            let text = span.of(&document.text);
            let low = if matches!(what, What::Quote(_)) { Low::default() } else { Low::whole(text) };
            items.push(Item { span, text, low, what });
        }
        let mut starts = Vec::new();
        while let Some(s) = document.sentences.get(start).filter(|s| s.span.start < block.span.end) {
            starts.push(s.span.start);
            start += 1;
        }
        found.extend(joined(cut(items, &starts)).into_iter().map(|items| Sentence {
            items,
            block: at,
            kind: block.kind,
        }));
    }
    found
}

/// Cuts the items of a block where a sentence starts between two of them.
fn cut<'a>(items: Vec<Item<'a>>, starts: &[u32]) -> Vec<Vec<Item<'a>>> {
    let mut cut: Vec<Vec<Item<'a>>> = Vec::new();
    let mut next = 0;
    for item in items {
        let mut fresh = cut.is_empty();
        while starts.get(next).is_some_and(|s| *s <= item.span.start) {
            let between = cut
                .last()
                .and_then(|s| s.last())
                .is_none_or(|before| before.span.end <= starts.get(next).copied().unwrap_or(0));
            fresh |= between;
            next += 1;
        }
        let joined = cut.last().and_then(|s| s.last()).is_some_and(|before| goes_on(before, &item));
        match cut.last_mut() {
            Some(last) if !fresh || joined => last.push(item),
            _ => cut.push(vec![item]),
        }
    }
    cut
}

/// Joins a question or cry that is quoted with the sentence that says whose it is: "“Does anybody know?” Graham asked."
fn joined(cut: Vec<Vec<Item<'_>>>) -> Vec<Vec<Item<'_>>> {
    let mut found: Vec<Vec<Item<'_>>> = Vec::new();
    for items in cut {
        let open = found.last().and_then(|s| s.last()).is_some_and(|t| {
            let inner = t.text.trim_end_matches(['”', '"', '’', '\'', '»']).trim_end();
            matches!(t.what, What::Quote(_)) && inner.ends_with(['?', '!', '—', '…', '–', '-'])
        });
        match found.last_mut() {
            Some(last) if open && only_attributes(&items) => last.extend(items),
            _ => found.push(items),
        }
    }
    found
}

/// Whether a sentence goes on after the quotation `before`: a comma inside it, or a small letter after it.
fn goes_on(before: &Item<'_>, item: &Item<'_>) -> bool {
    let inner = before.text.trim_end_matches(['”', '"', '’', '\'', '»']).trim_end();
    matches!(before.what, What::Quote(_))
        && (inner.ends_with(',') || item.text.starts_with(|c: char| c.is_lowercase() || c == ','))
}
