//! A passage cut into runs: the same text, byte for byte, with what is marked in it.
//!
//! **Invariant:** the runs of a span, joined, are the span's text. Start at [`runs`].

use serde::{Deserialize, Serialize};

use crate::annotate::NameKind;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::Query;
use crate::explore::query::Scope;
use crate::fold::{fold, words};
use crate::span::Span;

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

/// What a query marks: words, phrases and entities.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    phrases: Vec<Vec<String>>,
    entities: Vec<u32>,
}

impl Hits {
    /// What `query` asks for, without what it leaves out.
    pub fn of(pack: &Pack, query: &Query) -> Self {
        let wanted = query.text.iter().filter(|t| !t.excluded);
        let phrases = wanted.map(|t| words(&t.text).map(|(_, w)| w.into_owned()).collect::<Vec<_>>());
        let names = query.names.iter().filter(|n| !n.excluded);
        let entities = names.flat_map(|n| pack.entity_named(n.kind, &fold(&n.name))).collect();
        Self { phrases: phrases.filter(|p| !p.is_empty()).collect(), entities }
    }

    /// Where they occur in `span` of article `article`, in text order.
    fn find(&self, pack: &Pack, opened: &Opened, span: Span) -> Vec<Span> {
        let item = &opened.article;
        let mut found = Vec::new();
        if !self.phrases.is_empty() {
            let all: Vec<_> = words(span.of(&item.document.text)).collect();
            for phrase in &self.phrases {
                let starts = all.windows(phrase.len());
                let same = starts.filter(|w| w.iter().zip(phrase).all(|((_, a), b)| a == b));
                found.extend(
                    same.filter_map(|w| Some(w.first()?.0.join(w.last()?.0)))
                        .map(|s| Span { start: s.start + span.start, end: s.end + span.start }),
                );
            }
        }
        if !self.entities.is_empty() {
            let mentions = item.annotations.mentions.iter().enumerate();
            let inside = mentions.filter(|(_, m)| span.contains(m.span));
            let wanted = inside.filter(|(i, _)| {
                pack.entity_of(opened, *i as u32).is_some_and(|e| self.entities.contains(&e))
            });
            found.extend(wanted.map(|(_, m)| m.span));
        }
        found.sort_unstable();
        found
    }
}

/// The runs of `span` in article `article`.
pub fn runs(pack: &Pack, opened: &Opened, span: Span, hits: &Hits) -> Vec<Run> {
    let item = &opened.article;
    let (text, notes) = (&item.document.text, &item.annotations);
    let found = hits.find(pack, opened, span);
    let mentions = between(&notes.mentions, span, |m| m.span);
    let times = between(&notes.times, span, |t| t.span);
    let figures = between(&notes.figures, span, |f| f.span);
    let mut cuts = vec![span.start, span.end];
    let names = notes.mentions[mentions.clone()].iter().map(|m| m.span);
    let dates = notes.times[times.clone()].iter().map(|t| t.span);
    let numbers = notes.figures[figures.clone()].iter().map(|f| f.span);
    for s in names.chain(dates).chain(numbers).chain(found.iter().copied()) {
        cuts.extend([s.start, s.end].map(|at| at.clamp(span.start, span.end)));
    }
    cuts.sort_unstable();
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
                hit: found.iter().any(|h| h.contains(piece)),
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
