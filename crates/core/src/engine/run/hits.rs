//! Where in an article something stands that a query asks for.
//!
//! **Invariant:** what a query leaves out is never a hit; a phrase is one only within a passage, as it is found.
//! Start at [`Hits::of`] for a query, then [`Hits::in_article`] for an article.

use crate::annotate::NameKind;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::passages::{compared, places, words};
use crate::explore::query::{Clause, Field, Leaf, Sought, alike};
use crate::explore::{Index, Query};
use crate::order::Order as _;
use crate::span::Span;

/// What a query marks: words, phrases, quotations and entities, each with the number of the term that asks for it.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// Words and phrases of the text.
    text: Vec<(u32, Sought)>,
    /// Words and phrases of the headline.
    title: Vec<(u32, Sought)>,
    /// The words of quotations, of which those are marked that are as asked.
    quotations: Vec<(u32, Vec<String>)>,
    entities: Vec<(u32, u32)>,
}

/// A place that a query asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::engine) struct Hit {
    pub(in crate::engine) span: Span,
    /// Which of the query's terms asks for it.
    pub(in crate::engine) term: u32,
}

/// An article in which hits are looked for.
pub(in crate::engine) struct Marked<'a> {
    hits: &'a Hits,
    pub(super) pack: &'a Pack,
    pub(super) opened: &'a Opened,
    /// Where its passages stand; empty where no word of the text is asked for.
    passages: Vec<Span>,
}

impl Hits {
    /// What `query` asks for, without what it leaves out.
    pub fn of(pack: &Pack, index: &Index, query: &Query) -> Self {
        let mut hits = Self::default();
        let leaves = query.clauses.iter().flat_map(Clause::wanted);
        let mut term = 0;
        for leaf in leaves {
            term += 1;
            match leaf {
                Leaf::Text(pattern) => {
                    hits.text.extend(index.marking(pattern).into_iter().map(|sought| (term, sought)));
                    if !pattern.quoted && !pattern.prefix {
                        hits.name(term, spelled(pack, &pattern.text));
                    }
                }
                Leaf::Title(pattern) => {
                    hits.title.extend(index.marking(pattern).into_iter().map(|sought| (term, sought)));
                }
                Leaf::Quotation(asked) => {
                    hits.quotations.push((term, words(asked).map(|(_, word)| word).collect()));
                }
                Leaf::Value(field, value) => hits.name(term, named(pack, *field, value)),
                Leaf::During(_) | Leaf::Published(_) | Leaf::Undated => {}
            }
        }
        for name in query.names.iter().filter(|name| !name.excluded) {
            term += 1;
            hits.name(term, pack.entity_named(name.kind, &name.name));
        }
        for field in query.fields.iter().filter(|field| !field.excluded) {
            term += 1;
            hits.name(term, named(pack, field.field, &field.value));
        }
        hits
    }

    fn name(&mut self, term: u32, entities: Vec<u32>) {
        self.entities.extend(entities.into_iter().map(|entity| (term, entity)));
    }

    /// Whether nothing of it can stand in a text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
            && self.title.is_empty()
            && self.quotations.is_empty()
            && self.entities.is_empty()
    }

    /// The same, to be looked for in `opened`.
    pub(in crate::engine) fn in_article<'a>(&'a self, pack: &'a Pack, opened: &'a Opened) -> Marked<'a> {
        let passages = if self.text.is_empty() { Vec::new() } else { places(&opened.article) };
        Marked { hits: self, pack, opened, passages }
    }
}

impl Marked<'_> {
    /// The hits in `span`, in text order.
    pub(in crate::engine) fn find(&self, span: Span) -> Vec<Hit> {
        let (hits, document) = (self.hits, &self.opened.article.document);
        let mut found = Vec::new();
        let from = self.passages.partition_point(|passage| passage.end <= span.start);
        let touched = self.passages.iter().skip(from).take_while(|passage| passage.start < span.end);
        for passage in touched {
            let passage = Span { start: passage.start.max(span.start), end: passage.end.min(span.end) };
            mark(&hits.text, &document.text, passage, &mut found);
        }
        let title = document.title.as_ref().and_then(|title| title.span);
        if !hits.title.is_empty() && title.is_some_and(|title| title.contains(span)) {
            mark(&hits.title, &document.text, span, &mut found);
        }
        if !hits.quotations.is_empty() {
            self.quoted(span, &mut found);
        }
        if !hits.entities.is_empty() {
            self.named(span, &mut found);
        }
        found.order();
        found
    }

    fn quoted(&self, span: Span, found: &mut Vec<Hit>) {
        let item = &self.opened.article;
        for quotation in item.annotations.quotations.iter().filter(|q| q.span.overlaps(span)) {
            let said: Vec<_> = words(quotation.span.of(&item.document.text)).collect();
            let (places, said): (Vec<Span>, Vec<String>) = said.into_iter().unzip();
            for (term, asked) in &self.hits.quotations {
                let same = alike(asked, &said).unwrap_or_default();
                let spans = same.iter().filter_map(|at| Some(at_text(*places.get(*at)?, quotation.span)));
                let spans = spans.filter(|word| span.contains(*word));
                found.extend(spans.map(|span| Hit { span, term: *term }));
            }
        }
    }

    fn named(&self, span: Span, found: &mut Vec<Hit>) {
        let mentions = &self.opened.article.annotations.mentions;
        let inside = super::between(mentions, span, |mention| mention.span);
        for (at, mention) in (0u32..).zip(mentions).skip(inside.start).take(inside.len()) {
            let entity = self.pack.entity_of(self.opened, at).filter(|_| span.contains(mention.span));
            let wanted = self.hits.entities.iter().filter(|(_, wanted)| Some(*wanted) == entity);
            found.extend(wanted.map(|(term, _)| Hit { span: mention.span, term: *term }));
        }
    }
}

/// Adds where `all` occur in the passage `span` of `text`, words next to each other as one.
fn mark(all: &[(u32, Sought)], text: &str, span: Span, found: &mut Vec<Hit>) {
    let passage = span.of(text);
    let here: Vec<&(u32, Sought)> = all.iter().filter(|(_, sought)| may_hold(passage, sought)).collect();
    if here.is_empty() {
        return;
    }
    let (places, words): (Vec<Span>, Vec<_>) = compared(passage).unzip();
    for (term, sought) in here {
        let mut last: Option<(usize, Span)> = None;
        let mut add = |span: Span| found.push(Hit { span, term: *term });
        for at in sought.places(&words) {
            let Some(word) = places.get(at).map(|place| at_text(*place, span)) else { continue };
            let joined = last.filter(|(before, _)| before + 1 == at && sought.words.len() > 1);
            if let (None, Some((_, run))) = (joined, last) {
                add(run);
            }
            last = Some((at, joined.map_or(word, |(_, run)| run.join(word))));
        }
        if let Some((_, run)) = last {
            add(run);
        }
    }
}

/// Whether the words of `passage` need to be compared with `sought`: most passages of an article hold nothing like it,
/// and looking at their bytes is much cheaper. What is not ASCII may be folded to anything, and is compared.
fn may_hold(passage: &str, sought: &Sought) -> bool {
    let Some((first, rest)) = sought.words.first().and_then(|word| word.as_bytes().split_first()) else {
        return false;
    };
    let bytes = passage.as_bytes();
    let holds = |at: usize| {
        let next = bytes.get(at + 1..at + 1 + rest.len());
        next.is_some_and(|next| next.eq_ignore_ascii_case(rest))
    };
    !passage.is_ascii() || (0..).zip(bytes).any(|(at, byte)| byte.eq_ignore_ascii_case(first) && holds(at))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::query::Pattern;

    #[test]
    fn a_passage_that_is_passed_over_holds_nothing_that_was_asked_for() {
        for (passage, asked, compared) in [
            ("Talks ended on Friday.", "talks", true),
            ("They talked, and TALKS went on.", "talks went", true),
            ("The war went on.", "talks", false),
            ("talk", "talks", false),
            ("Z\u{fc}rich", "zurich", true),
            ("The drone's path", "drone", true),
            ("", "talks", false),
        ] {
            let sought = Sought::of(&Pattern::phrase(asked)).unwrap();
            assert_eq!(may_hold(passage, &sought), compared, "{passage}: {asked}");
            let words: Vec<_> = words(passage).map(|(_, word)| word).collect();
            assert!(compared || !sought.is_in(&words), "{passage}: {asked}");
        }
    }
}
