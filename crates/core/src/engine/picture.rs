//! Findings into what the timeline draws: one item an event or publication, with its words.
//!
//! **Invariant:** a label says who before it says what, and its words are the document's, verbatim.
//! Start at [`picture`].

use super::passage::Passage;
use super::{Ask, MarkName, row, voice};
use crate::annotate::{Event, VoiceClass};
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::{Findings, Index, Mark, interval};
use crate::layout::timeline::{Form, Input, Item, ItemId};
use crate::span::Span;

/// With more marks than this none has a label, since no label would have room, and no article is opened for one.
const MOST_LABELLED: usize = 4000;

/// The timeline's input for `findings`.
pub(super) fn picture(pack: &Pack, index: &Index, findings: &Findings, ask: &Ask) -> Input {
    let labelled = findings.marks.len() <= MOST_LABELLED;
    let items: Vec<Item> = findings
        .marks
        .iter()
        .map(|mark| {
            let bare = bare(mark);
            let opened = if labelled { pack.article(mark.article) } else { None };
            opened.map_or(bare.clone(), |opened| with_label(&opened, mark, bare))
        })
        .collect();
    let open = ask.open.as_ref().and_then(|open| {
        let (article, opened) = open.find(pack, index)?;
        let events = opened.article.annotations.events.iter();
        let event = (0..).zip(events).find(|(_, e)| e.when.is_some() && e.span == open.span)?.0;
        items.iter().position(|i| i.id == ItemId { article, event: Some(event) })
    });
    let joined = open.and_then(|at| {
        let article = items.get(at)?.id.article;
        items.iter().position(|i| i.id == ItemId { article, event: None })
    });
    let asked = ask.query.from.is_some() || ask.query.to.is_some();
    Input {
        items,
        chosen: asked.then(|| interval(ask.query.from, ask.query.to)),
        window: ask.window,
        last_article: index.record().published.map(|published| published.to),
        open: open.map(|i| i as u32),
        joined: joined.map(|i| i as u32),
        undated: findings.undated.clone(),
        fold_gaps: ask.fold_gaps,
    }
}

/// What the mark of the items `ids` says, at the time `when`.
pub(super) fn name(pack: &Pack, ids: &[ItemId], when: &str) -> MarkName {
    let first = ids.first().and_then(|id| Some((id, pack.article(id.article)?)));
    let Some((name, passage)) = first.and_then(|(id, opened)| told(pack, &opened, id.event)) else {
        return MarkName::default();
    };
    let more = match ids.len() {
        0 | 1 => String::new(),
        n => format!(", and {} more here", n - 1),
    };
    MarkName { name: format!("{when}, {name}{more}"), passage }
}

/// What event `event` of `opened` says, or its publication, without the time, and its passage.
fn told(pack: &Pack, opened: &Opened, event: Option<u32>) -> Option<(String, Passage)> {
    let article = &opened.article;
    let (text, source) = (&article.document.text, voice::source(article));
    let Some(event) = event else {
        let span = article.document.title.as_ref().and_then(|t| t.span).unwrap_or_default();
        let name = format!("published by {source}: {}", span.of(text));
        return Some((name, Passage::of(article, span)));
    };
    let event = opened.event(event)?;
    let tag = voice::tag(pack, opened, event, true);
    let name = format!("{}: {}, {source}", voice::lower(&tag.text), event.span.of(text));
    Some((name, Passage::of(article, event.span)))
}

/// The item of `mark` without words.
fn bare(mark: &Mark) -> Item {
    Item {
        id: ItemId { article: mark.article, event: mark.event },
        when: mark.when,
        form: mark
            .status
            .map_or(Form::Published, |status| voice::form_of(status, mark.deadline, Some(mark.when))),
        matched: mark.matched,
        who: String::new(),
        words: String::new(),
        voice: VoiceClass::Outlet,
    }
}

/// `item`, which is that of `mark` in `opened`, with what stands beside it.
fn with_label(opened: &Opened, mark: &Mark, item: Item) -> Item {
    let article = &opened.article;
    let Some(event) = mark.event else {
        let date = row::published(&article.document.published);
        return Item { who: format!("{}, {date}", short_source(article)), ..item };
    };
    let Some(event) = opened.event(event) else { return item };
    Item {
        who: voice::label(opened, event),
        words: words(article, event).of(&article.document.text).to_owned(),
        voice: event.voice.class,
        ..item
    }
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
