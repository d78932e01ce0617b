//! Credits: where an article says that it has its words, its facts or its pictures from.
//!
//! **Invariant:** an origin is what the text says, never what a likeness of two texts suggests.
//! Start at [`find`]: running text in `spoken`, lines of their own in `line`, pictures in `picture`.

#[cfg(test)]
mod cases;
mod line;
mod outlet;
mod picture;
mod spoken;

use serde::{Deserialize, Serialize};

use super::Mention;
use super::times::token;
use crate::evidence::Evidence;
use crate::order::Order as _;
use crate::read::{BlockKind, Document};
use crate::span::Span;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("credit-report", "the text says that an outlet reports it"),
    ("credit-interview", "the text says that it was said to an outlet"),
    ("credit-byline", "a line of its own gives an outlet as the author or the source"),
    ("credit-wire", "an agency's name stands in brackets or behind a dash at the beginning or the end"),
    ("credit-contributed", "the text says that an outlet contributed to it"),
    ("credit-picture", "a caption ends in whose picture it is"),
];

/// Where an article says that it has something from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// The words that say so: "according to Reuters", "told the BBC", "(AP)".
    pub span: Span,
    /// The origin's name in them.
    pub origin: Span,
    /// What kind of credit it is.
    pub kind: CreditKind,
    /// Why it is one.
    pub evidence: Evidence,
}

/// Kinds of credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditKind {
    /// "according to Reuters", "Reuters reported".
    Report,
    /// "told the BBC", "in an interview with Fox News".
    Interview,
    /// The whole article: "By: dw", "(AP)", "Source: Tass".
    Article,
    /// A picture: "Photo: Jane Doe/Reuters".
    Picture,
}

/// The credits of `document`, in text order.
pub fn find(document: &Document, mentions: &[Mention]) -> Vec<Credit> {
    let text = &document.text;
    let mut found = Vec::new();
    for block in &document.blocks {
        if let Some(credit) = block.credit {
            found.extend(picture::credit(text, credit));
        }
        let speaks = matches!(block.kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Paragraph)
            || block.kind == BlockKind::Standfirst;
        if speaks {
            line::credits(text, block.span, &mut found);
        }
    }
    for sentence in &document.sentences {
        let kind = document.blocks.get(sentence.block as usize).map(|b| b.kind);
        if kind.is_some_and(|k| k.is_story() && k != BlockKind::Title)
            && spoken::may_hold(sentence.span.of(text))
        {
            let tokens = token::tokens(text, sentence.span);
            spoken::credits(text, &tokens, mentions, &mut found);
        }
    }
    found.order_by_key(|c| (c.span, c.origin));
    found.dedup_by_key(|c| c.origin);
    found
}
