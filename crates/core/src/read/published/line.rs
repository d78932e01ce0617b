//! The dates of the lines around an article: which of them is said to be that of publication, which that of a change.
//!
//! **Invariant:** what a label says of a date is believed, whether it stands before the date or alone on the line above;
//! further down than the first paragraphs only labelled dates count, since others belong to other articles.
//! Start at [`dates`].

use crate::fold;
use crate::order::Order as _;
use crate::read::{Block, BlockKind, date, wire};
use crate::span::Span;

/// What a line says of its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    /// The article was published then.
    Published,
    /// Nothing.
    Bare,
    /// It was changed then.
    Updated,
}

/// A date of a line around the article, in figures of which the order is open, or in full.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub label: Label,
    pub found: Result<date::Printed, date::Open>,
    /// The block it stands in.
    pub block: Span,
}

/// The dates of the date lines and bylines, in text order; where there are none, that of a dispatch's place line.
pub(super) fn dates(text: &str, blocks: &[Block]) -> Vec<Dated> {
    let mut found = Vec::new();
    let (mut paragraphs, mut above) = (0, Label::Bare);
    for block in blocks {
        paragraphs += u32::from(block.kind == BlockKind::Paragraph);
        let line = block.span.of(text);
        let before = std::mem::replace(&mut above, label_alone(line));
        if !matches!(block.kind, BlockKind::Dateline | BlockKind::Byline) {
            continue;
        }
        for dated in in_line(line, block.span, before) {
            if paragraphs < 3 || dated.label == Label::Published {
                found.push(dated);
            }
        }
    }
    if found.is_empty() {
        let first = blocks.iter().find(|b| b.kind == BlockKind::Paragraph);
        found.extend(first.and_then(|block| {
            let line = block.span.of(text);
            let filed = line.get(..wire::dateline(line)?)?;
            let printed = *date::find(filed).first()?;
            Some(Dated { label: Label::Bare, found: Ok(printed), block: block.span })
        }));
    }
    found
}

fn in_line(line: &str, block: Span, above: Label) -> Vec<Dated> {
    let full = date::find(line).into_iter().map(|p| (p.span, Ok(p)));
    let mut all: Vec<_> = full.chain(date::open(line).into_iter().map(|o| (o.span, Err(o)))).collect();
    all.order_by_key(|(span, _)| *span);
    let mut from = 0;
    let mut label = above;
    let mut dated = Vec::new();
    for (span, found) in all.into_iter().take(8) {
        label = label_in(line.get(from..span.start as usize).unwrap_or("")).unwrap_or(if from == 0 {
            label
        } else {
            Label::Bare
        });
        from = span.end as usize;
        dated.push(Dated { label, found, block });
    }
    dated
}

/// What the words before a date say of it: the last that says anything.
fn label_in(text: &str) -> Option<Label> {
    let words: Vec<_> = fold::words(text).map(|(_, w)| w).collect();
    words.iter().rev().take(8).find_map(|w| match &**w {
        "created" | "filed" | "issued" | "posted" | "published" | "released" => Some(Label::Published),
        "changed" | "edited" | "modified" | "printed" | "refreshed" | "retrieved" | "reviewed"
        | "revised" | "updated" => Some(Label::Updated),
        _ => None,
    })
}

/// What a line of a label alone says of the next line: `Last updated`.
fn label_alone(line: &str) -> Label {
    let is_short = line.len() <= 40 && line.split_whitespace().count() <= 3 && !line.ends_with('.');
    label_in(if is_short { line } else { "" }).unwrap_or(Label::Bare)
}
