//! A passage cut into runs: the same text, byte for byte, with what is marked in it.
//!
//! **Invariant:** the runs of a span, joined, are the span's text. Start at [`runs`].

use crate::order::Order as _;
use serde::{Deserialize, Serialize};

use crate::annotate::NameKind;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::passages::{Passages, words};
use crate::explore::query::{Clause, Field, Leaf, Scope, Sought, alike};
use crate::explore::{Index, Query};
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

/// What a query marks: words, phrases, quotations and entities.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// Words and phrases of the text.
    text: Vec<Sought>,
    /// Words and phrases of the headline.
    title: Vec<Sought>,
    /// The words of quotations, of which those are marked that are as asked.
    quotations: Vec<Vec<String>>,
    entities: Vec<u32>,
}

impl Hits {
    /// What `query` asks for, without what it leaves out.
    pub fn of(pack: &Pack, index: &Index, query: &Query) -> Self {
        let mut hits = Self::default();
        for leaf in query.clauses.iter().flat_map(Clause::wanted) {
            match leaf {
                Leaf::Text(pattern) => {
                    hits.text.extend(index.marking(pattern));
                    if !pattern.quoted && !pattern.prefix {
                        hits.entities.extend(spelled(pack, &pattern.text));
                    }
                }
                Leaf::Title(pattern) => hits.title.extend(index.marking(pattern)),
                Leaf::Quotation(asked) => hits.quotations.push(words(asked).map(|(_, word)| word).collect()),
                Leaf::Value(field, value) => hits.entities.extend(named(pack, *field, value)),
                Leaf::During(_) | Leaf::Published(_) | Leaf::Undated => {}
            }
        }
        let names = query.names.iter().filter(|n| !n.excluded);
        hits.entities.extend(names.flat_map(|n| pack.entity_named(n.kind, &n.name)));
        let fields = query.fields.iter().filter(|f| !f.excluded);
        hits.entities.extend(fields.flat_map(|f| named(pack, f.field, &f.value)));
        hits
    }

    /// Where they occur in `span` of article `article`, in text order.
    fn find(&self, pack: &Pack, opened: &Opened, span: Span) -> Vec<Span> {
        let item = &opened.article;
        let document = &item.document;
        let mut found = Vec::new();
        if !self.text.is_empty() {
            let passages = Passages::of(item);
            for passage in passages.touched(span).filter_map(|at| passages.all.get(at as usize)?.span) {
                let passage = Span { start: passage.start.max(span.start), end: passage.end.min(span.end) };
                mark(&self.text, &document.text, passage, &mut found);
            }
        }
        let title = document.title.as_ref().and_then(|title| title.span);
        if !self.title.is_empty() && title.is_some_and(|title| title.contains(span)) {
            mark(&self.title, &document.text, span, &mut found);
        }
        if !self.quotations.is_empty() {
            for quotation in item.annotations.quotations.iter().filter(|q| q.span.overlaps(span)) {
                let said: Vec<_> = words(quotation.span.of(&document.text)).collect();
                let (places, said): (Vec<Span>, Vec<String>) = said.into_iter().unzip();
                for same in self.quotations.iter().filter_map(|asked| alike(asked, &said)) {
                    let spans = same.iter().filter_map(|at| Some(at_text(*places.get(*at)?, quotation.span)));
                    found.extend(spans.filter(|word| span.contains(*word)));
                }
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
        found.order();
        found
    }
}

/// Adds where `all` occur in the passage `span` of `text`, words next to each other as one.
fn mark(all: &[Sought], text: &str, span: Span, found: &mut Vec<Span>) {
    let (places, words): (Vec<Span>, Vec<String>) = words(span.of(text)).unzip();
    for sought in all {
        let mut last: Option<(usize, Span)> = None;
        for at in sought.places(&words) {
            let Some(word) = places.get(at).map(|place| at_text(*place, span)) else { continue };
            let joined = last.filter(|(before, _)| before + 1 == at && sought.words.len() > 1);
            if joined.is_none() {
                found.extend(last.map(|(_, run)| run));
            }
            last = Some((at, joined.map_or(word, |(_, run)| run.join(word))));
        }
        found.extend(last.map(|(_, run)| run));
    }
}

/// A place in the passage `passage` as one in its text.
fn at_text(place: Span, passage: Span) -> Span {
    Span { start: place.start + passage.start, end: place.end + passage.start }
}

/// The entities that are spelled exactly so.
fn spelled(pack: &Pack, text: &str) -> Vec<u32> {
    NameKind::ALL.into_iter().flat_map(|kind| pack.entity_spelled(kind, text)).collect()
}

/// The entities that a value of `field` names.
fn named(pack: &Pack, field: Field, value: &str) -> Vec<u32> {
    let kinds = match (field, field.kind()) {
        (_, Some(kind)) => vec![kind],
        (Field::About | Field::Speaker, _) => NameKind::ALL.to_vec(),
        _ => Vec::new(),
    };
    kinds.into_iter().flat_map(|kind| pack.entity_named(kind, value)).collect()
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
