//! Findings into what the timeline draws: one item an event or publication, with its words.
//!
//! **Invariant:** a label says who before it says what, and its words are the document's, verbatim.
//! Start at [`picture`].

use super::passage::Passage;
use super::{Ask, MarkName, row, voice};
use crate::annotate::{Event, VoiceClass};
use crate::civil::Interval;
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::{Findings, Index, Mark, Moment, interval, marks_in};
use crate::layout::number_text::count;
use crate::layout::timeline::{self as layout, Form, Input, Item, ItemId, MOST_NAMED};
use crate::span::Span;

/// With more things than this in the window of a large corpus, bars count them.
const MOST_INSIDE: u32 = 6000;

/// The timeline's input for `findings`.
pub(super) fn picture(pack: &Pack, index: &Index, findings: &Findings, ask: &Ask) -> Input {
    let (from, to) = ask.query.reach();
    let mut input = Input {
        items: items(pack, &findings.marks),
        crowded: !findings.moments.is_empty(),
        chosen: ask.query.has_range().then(|| interval(from, to)),
        window: ask.window,
        last_article: index.record().published.map(|published| published.to),
        undated: findings.undated.clone(),
        fold_gaps: ask.fold_gaps,
        ..Input::default()
    };
    if input.crowded {
        input.items = findings.moments.iter().map(|moment| stretch(moment, &input)).collect();
        // Chosen once: the drawing takes it as the reader's.
        input.window = layout::window(&input);
        let held = |window: &Interval| {
            let inside = findings.moments.iter().filter(|m| m.when.interval.overlaps(*window));
            inside.map(|moment| moment.total).sum::<u32>()
        };
        if let Some(window) = input.window.filter(|window| held(window) <= MOST_INSIDE) {
            let marks = marks_in(index, findings, window);
            // Words are the articles', which may still be coming; what has none is here already.
            input.inside = match marks.len() {
                MOST_NAMED.. => marks.iter().map(bare).collect(),
                _ if pack.is_whole() => items(pack, &marks),
                _ => Vec::new(),
            };
        }
    }
    let drawn = if input.crowded { &input.inside } else { &input.items };
    let position = |id: ItemId| drawn.iter().position(|i| i.id == id).map(|at| at as u32);
    let open = ask.open.as_ref().and_then(|open| {
        let (article, opened) = open.passage.find(pack, index)?;
        let events = opened.article.annotations.events.iter();
        let event = (0..).zip(events).find(|(_, e)| e.when.is_some() && e.span == open.passage.span)?.0;
        Some(ItemId { article, event: Some(event) })
    });
    let found = open.and_then(position);
    let joined = open.filter(|_| found.is_some());
    let joined = joined.and_then(|id| position(ItemId { article: id.article, event: None }));
    (input.open, input.joined) = (found, joined);
    input
}

/// The items of `marks`, each with its words.
fn items(pack: &Pack, marks: &[Mark]) -> Vec<Item> {
    let item = |mark: &Mark| {
        let bare = bare(mark);
        pack.article(mark.article).map_or(bare.clone(), |opened| with_label(&opened, mark, bare))
    };
    marks.iter().map(item).collect()
}

/// The item of a stretch of time.
fn stretch(moment: &Moment, input: &Input) -> Item {
    let chosen = input.chosen.is_none_or(|chosen| chosen.overlaps(moment.when.reach()));
    Item {
        id: ItemId { article: 0, event: None },
        when: moment.when,
        form: if moment.published { Form::Published } else { Form::Happened },
        matched: moment.matched > 0 && chosen,
        count: (moment.matched, moment.total),
        who: String::new(),
        words: String::new(),
        voice: VoiceClass::Outlet,
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
        n => format!(", and {} more here", count(n as u32 - 1)),
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
        count: (u32::from(mark.matched_undated), 1),
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
