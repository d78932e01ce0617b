//! A passage cut into runs: the same text, byte for byte, with what is marked in it.
//!
//! **Invariant:** the runs of a span, joined, are the span's text. Start at [`runs`].

mod hits;

use crate::order::Order as _;
use serde::{Deserialize, Serialize};

use crate::annotate::NameKind;
use crate::explore::query::Scope;
use crate::span::Span;
pub use hits::Hits;
pub(super) use hits::Marked;

/// A run of a document's text with one set of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text, verbatim.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The name it is part of: its kind, and its index among the document's mentions.
    pub name: Option<(NameKind, u32)>,
    /// The time it is part of: its index among the document's times.
    pub time: Option<u32>,
    /// The figure it is part of: its index among the document's figures.
    pub figure: Option<u32>,
    /// Whether the query found it.
    pub hit: bool,
    /// Whether it is what the row is about, and stands out in its sentence.
    pub own: bool,
}

/// The runs of `span` in the article of `marked`.
pub(super) fn runs(marked: &Marked, span: Span) -> Vec<Run> {
    let (pack, opened) = (marked.pack, marked.opened);
    let item = &opened.article;
    let (text, notes) = (&item.document.text, &item.annotations);
    let found = marked.find(span);
    let mentions = between(&notes.mentions, span, |m| m.span);
    let times = between(&notes.times, span, |t| t.span);
    let figures = between(&notes.figures, span, |f| f.span);
    let mut cuts = vec![span.start, span.end];
    let names = notes.mentions[mentions.clone()].iter().map(|m| m.span);
    let dates = notes.times[times.clone()].iter().map(|t| t.span);
    let numbers = notes.figures[figures.clone()].iter().map(|f| f.span);
    for s in names.chain(dates).chain(numbers).chain(found.iter().map(|hit| hit.span)) {
        cuts.extend([s.start, s.end].map(|at| at.clamp(span.start, span.end)));
    }
    cuts.order();
    cuts.dedup();
    let pieces = cuts.windows(2).map(|pair| Span { start: pair[0], end: pair[1] });
    pieces
        .map(|piece| {
            let name = mentions.clone().find(|i| notes.mentions[*i].span.contains(piece));
            let name = name.filter(|i| pack.entity_of(opened, *i as u32).is_some());
            Run {
                text: piece.of(text).to_owned(),
                span: piece,
                name: name.and_then(|i| Some((pack.kind_of(opened, i as u32)?, i as u32))),
                time: times.clone().find(|i| notes.times[*i].span.contains(piece)).map(|i| i as u32),
                figure: figures.clone().find(|i| notes.figures[*i].span.contains(piece)).map(|i| i as u32),
                hit: found.iter().any(|hit| hit.span.contains(piece)),
                own: false,
            }
        })
        .collect()
}

/// The same runs, cut at the ends of `own`, with those in it standing out.
pub fn emphasise(runs: Vec<Run>, own: Span) -> Vec<Run> {
    let mut out = Vec::with_capacity(runs.len() + 2);
    for run in runs {
        let [from, to] = [own.start, own.end].map(|at| at.clamp(run.span.start, run.span.end));
        for (start, end, own) in [(run.span.start, from, false), (from, to, true), (to, run.span.end, false)]
        {
            let span = Span { start, end };
            let inside = (start - run.span.start) as usize..(end - run.span.start) as usize;
            if let Some(text) = run.text.get(inside).filter(|text| !text.is_empty()) {
                out.push(Run { text: text.to_owned(), span, own, ..run.clone() });
            }
        }
    }
    out
}

/// The scope in words.
pub fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Passage => "in the passage itself",
        Scope::Article => "anywhere in the article",
    }
}

/// The indices of the items of a list in text order that touch `span`.
fn between<T>(items: &[T], span: Span, at: impl Fn(&T) -> Span) -> std::ops::Range<usize> {
    let first = items.partition_point(|i| at(i).end <= span.start);
    let last = items.partition_point(|i| at(i).start < span.end);
    first..last.max(first)
}
