//! Findings into what the timeline draws: one item an event or publication, with its words.
//!
//! **Invariant:** a label says who before it says what, and its words are the document's, verbatim.
//! Start at [`picture`].

use std::collections::BTreeMap;

use super::passage::Passage;
use super::{Ask, MarkName, row, voice};
use crate::annotate::{Event, VoiceClass};
use crate::corpus::{Article, Corpus};
use crate::explore::{Findings, Mark, interval};
use crate::layout::timeline::{Form, Input, Item, ItemId};
use crate::span::Span;

/// What each item says: its text without the time, and its passage.
pub type Named = BTreeMap<ItemId, (String, Passage)>;

/// The timeline's input for `findings`, and what each of its items says.
pub fn picture(corpus: &Corpus, findings: &Findings, ask: &Ask) -> (Input, Named) {
    let mut named = Named::new();
    let mut items = Vec::new();
    for mark in &findings.marks {
        let Some(article) = corpus.articles().get(mark.article as usize) else { continue };
        let Some((item, name, span)) = item(corpus, article, mark) else { continue };
        named.insert(item.id, (name, Passage::of(article, span)));
        items.push(item);
    }
    let open = ask.open.as_ref().and_then(|open| {
        items.iter().position(|i| i.id.event.is_some() && named.get(&i.id).is_some_and(|(_, p)| p == open))
    });
    let joined = open.and_then(|at| {
        let article = items.get(at)?.id.article;
        items.iter().position(|i| i.id == ItemId { article, event: None })
    });
    let published = corpus.articles().iter().filter_map(|a| a.document.published.when);
    let (from, to) = ask.query.reach();
    let input = Input {
        items,
        chosen: ask.query.has_range().then(|| interval(from, to)),
        window: ask.window,
        last_article: published.map(|w| w.interval.to).max(),
        open: open.map(|i| i as u32),
        joined: joined.map(|i| i as u32),
        undated: findings.undated.clone(),
        fold_gaps: ask.fold_gaps,
    };
    (input, named)
}

/// What the mark of the items `ids` says, at the time `when`.
pub fn name(named: &Named, ids: &[ItemId], when: &str) -> MarkName {
    let Some((first, passage)) = ids.first().and_then(|id| named.get(id)) else { return MarkName::default() };
    let more = match ids.len() {
        0 | 1 => String::new(),
        n => format!(", and {} more here", n - 1),
    };
    MarkName { name: format!("{when}, {first}{more}"), passage: passage.clone() }
}

fn item(corpus: &Corpus, article: &Article, mark: &Mark) -> Option<(Item, String, Span)> {
    let text = &article.document.text;
    let id = ItemId { article: mark.article, event: mark.event };
    let source = voice::source(article);
    let Some(event) = mark.event else {
        let span = article.document.title.as_ref().and_then(|t| t.span).unwrap_or_default();
        let date = row::published(&article.document.published);
        let name = format!("published by {source}: {}", span.of(text));
        let who = format!("{}, {date}", short_source(article));
        let item = Item {
            id,
            when: mark.when,
            form: Form::Published,
            matched: mark.matched,
            who,
            words: String::new(),
            voice: VoiceClass::Outlet,
        };
        return Some((item, name, span));
    };
    let event = corpus.event(mark.article, event)?;
    let tag = voice::tag(corpus, mark.article, event, true);
    let name = format!("{}: {}, {source}", voice::lower(&tag.text), event.span.of(text));
    let item = Item {
        id,
        when: mark.when,
        form: voice::form(event),
        matched: mark.matched,
        who: voice::label(corpus, mark.article, event),
        words: words(article, event).of(text).to_owned(),
        voice: event.voice.class,
    };
    Some((item, name, event.span))
}

/// What stands beside the mark after who says it: the words given as theirs where the sentence has them, else the
/// sentence.
fn words(article: &Article, event: &Event) -> Span {
    let quotations = article.annotations.quotations.iter();
    let theirs = quotations.filter(|q| {
        event.span.contains(q.span) && q.speaker.as_ref().is_some_and(|s| Some(s.span) == event.voice.span)
    });
    theirs.map(|q| q.span).min_by_key(|s| (s.start, u32::MAX - s.end)).unwrap_or(event.span)
}

/// The publisher, else the author, else the file.
fn short_source(article: &Article) -> &str {
    let document = &article.document;
    let given = document.publisher.as_ref().or(document.author.as_ref());
    given.map_or(document.file.as_str(), |f| f.value.as_str())
}
