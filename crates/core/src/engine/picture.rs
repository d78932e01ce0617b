//! Findings into what the timeline draws: one item an event or publication, with its words.
//!
//! **Invariant:** a label says who before it says what, and its words are the document's, verbatim.
//! Start at [`picture`].

use super::decided::{counted, is_set};
use super::lanes::{self, LanesShown};
use super::passage::Passage;
use super::{Ask, MarkName, clustered, row, voice};
use crate::annotate::{Event, Quotation, VoiceClass};
use crate::civil::{Interval, When};
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::{
    Apart, Findings, InLanes, Index, Mark, Moment, Spanning, interval, known_until, marks_in,
};
use crate::layout::date_text;
use crate::layout::number_text::count;
use crate::layout::timeline::{self as layout, Form, Input, Item, ItemId, MOST_NAMED};
use crate::span::Span;

/// With more things than this in the window of a large corpus, bars count them.
const MOST_INSIDE: u32 = 6000;

/// In a large corpus more things than this that span all of the window are one line.
const MOST_SPANNING: u32 = 12;

/// The timeline's input for `findings`.
pub(super) fn picture(
    pack: &Pack,
    index: &Index,
    findings: &Findings,
    ask: &Ask,
    (shown, in_lanes): (&LanesShown, &InLanes),
) -> Input {
    let open = ask.open.as_ref().and_then(|open| {
        let (article, opened) = open.passage.find(pack, index)?;
        let events = opened.article.annotations.events.iter();
        let event = (0..).zip(events).find(|(_, e)| e.when.is_some() && e.span == open.passage.span)?.0;
        Some(ItemId { article, event: Some(event) })
    });
    let (from, to) = ask.query.reach();
    let mut input = Input {
        items: items(pack, index, &findings.marks),
        crowded: !findings.moments.is_empty(),
        chosen: ask.query.has_range().then(|| interval(from, to)),
        window: ask.window,
        last_article: index.record().published.map(|published| published.to),
        known: known_until(&ask.query),
        undated: findings.undated.clone(),
        fold_gaps: ask.fold_gaps,
        ..Input::default()
    };
    if input.known.is_some() && input.window.is_none() {
        // Chosen as if everything were known, so that the end of what is known moves over a drawing that stands.
        let (marks, moments) = &findings.whenever;
        let items = marks.iter().map(bare).chain(moments.iter().map(|moment| stretch(moment, &input)));
        input.window = layout::window(&Input { items: items.collect(), ..input.clone() });
    }
    if input.crowded {
        input.items = findings.moments.iter().map(|moment| stretch(moment, &input)).collect();
        // Chosen once: the drawing takes it as the reader's.
        input.window = layout::window(&input);
        if let Some(window) = input.window {
            look_inside(pack, index, (findings, in_lanes), (ask, open, window), &mut input);
        }
    }
    let moments = if input.crowded { in_lanes.moments(index, findings) } else { Vec::new() };
    let crowds = moments.iter().map(|own| own.iter().map(|moment| stretch(moment, &input)).collect());
    input.lanes = lanes::items(shown, crowds.collect());
    for item in if input.crowded { &mut input.inside } else { &mut input.items } {
        let ids = std::iter::once(&item.id).chain(&item.also);
        let events = ids.filter_map(|id| Some((id.article, id.event?)));
        item.lanes = events.fold(0, |all, (article, event)| all | in_lanes.of(index, article, event));
    }
    let drawn = if input.crowded { &input.inside } else { &input.items };
    let holds = |item: &Item, id: ItemId| item.id == id || item.also.contains(&id);
    let position = |id: ItemId| drawn.iter().position(|item| holds(item, id)).map(|at| at as u32);
    let found = open.and_then(position);
    let joined = open.filter(|_| found.is_some());
    let joined = joined.and_then(|id| position(ItemId { article: id.article, event: None }));
    (input.open, input.joined) = (found, joined);
    let free = open.and_then(|id| {
        let opened = pack.article(id.article)?;
        free(&opened.article, opened.event(id.event?)?)
    });
    if let Some(free) = free {
        let items = if input.crowded { &mut input.inside } else { &mut input.items };
        name_times(items, (found, joined), free);
    }
    input
}

/// Puts what is in the `window` into `input`, unless it is too much; what spans all of it is in nobody's way.
fn look_inside(
    pack: &Pack,
    index: &Index,
    (findings, in_lanes): (&Findings, &InLanes),
    (ask, open, window): (&Ask, Option<ItemId>, Interval),
    input: &mut Input,
) {
    let last = input.last_article;
    let spans = |when: &When| layout::spans(when, window, last);
    let held = |is: bool| {
        let inside = findings.moments.iter().filter(|m| m.when.interval.overlaps(window));
        inside.filter(|m| spans(&m.when) == is).map(|moment| moment.total).sum::<u32>()
    };
    // By both clocks each has a place of its own.
    let spanning = Some(held(true)).filter(|held| !ask.clocks && *held > MOST_SPANNING);
    if held(false) + spanning.map_or(held(true), |_| 0) > MOST_INSIDE {
        return;
    }
    let open = open.and_then(|open| Some((open.article, open.event?)));
    let apart = spanning.map(|_| Apart::of(index, spans, open));
    let mut marks = marks_in(index, findings, window, apart.as_ref());
    marks.retain(|mark| layout::is_in(&bare(mark), window));
    // Words are the articles', which may still be coming; what has none is here already.
    input.inside = match marks.len() {
        MOST_NAMED.. => marks.iter().map(bare).collect(),
        _ if pack.is_whole() => items(pack, index, &marks),
        _ => return,
    };
    if let Some(apart) = apart {
        let counted = apart.counted(index, findings, in_lanes);
        let line = |of: &Option<Spanning>| of.as_ref().and_then(line);
        input.spanning = layout::Spanning {
            events: line(&counted.events),
            lanes: counted.lanes.iter().map(line).collect(),
            published: line(&counted.published),
        };
    }
}

/// The item of all of `spanning`.
fn line(spanning: &Spanning) -> Option<Item> {
    let mut named = spanning.named.iter().map(bare);
    let first = named.next()?;
    let (when, count, also) = (spanning.when, spanning.count, named.map(|item| item.id).collect());
    Some(Item { when, count, also, matched: count.0 > 0, ..first })
}

/// The items of `marks`, each with its words.
fn items(pack: &Pack, index: &Index, marks: &[Mark]) -> Vec<Item> {
    let item = |mark: &Mark| {
        let bare = bare(mark);
        pack.article(mark.article).map_or(bare.clone(), |opened| with_label(&opened, mark, bare))
    };
    clustered::joined(pack, index, marks.iter().map(item).collect())
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
        lanes: 0,
        also: Vec::new(),
        articles: 0,
        who: String::new(),
        words: String::new(),
        voice: VoiceClass::Outlet,
    }
}

/// What `mark` says.
pub(super) fn name(pack: &Pack, mark: &layout::Mark) -> MarkName {
    let layout::Mark { ids, when, precision, things, articles, .. } = mark;
    let first = ids.first().and_then(|id| Some((id, pack.article(id.article)?)));
    let Some((name, passage)) = first.and_then(|(id, opened)| told(pack, &opened, id.event)) else {
        return MarkName::default();
    };
    let more = match things {
        0 | 1 => clustered::says(pack, ids, *articles),
        n => format!(", and {} more here", count(n - 1)),
    };
    MarkName { name: format!("{when}, {precision}, {name}{more}"), passage }
}

/// What event `event` of `opened` says, or its publication, without the time, and its passage.
pub(super) fn told(pack: &Pack, opened: &Opened, event: Option<u32>) -> Option<(String, Passage)> {
    let article = &opened.article;
    let (text, source) = (&article.document.text, voice::source(article));
    let Some(event) = event else {
        let span = article.document.title.as_ref().and_then(|t| t.span).unwrap_or_default();
        let set = if is_set(article) { ", date set by the reader" } else { "" };
        let name = format!("published by {source}{set}: {}", span.of(text));
        return Some((name, Passage::of(article, span)));
    };
    let event = opened.event(event)?;
    let tag = voice::tag(pack, opened, event, true);
    // When it was spoken leads the name; when it was free to print, and when it was published, are two other times.
    let free = free(article, event).map(|free| format!(", free to print {}", date_text::long(&free)));
    let counted = counted(article, event).map_or(String::new(), |counted| format!(", {counted}"));
    let name = format!(
        "{}: {}, {source}{}{counted}, published {}",
        voice::lower(&tag.text),
        event.span.of(text),
        free.unwrap_or_default(),
        row::published(&article.document.published)
    );
    Some((name, Passage::of(article, event.span)))
}

/// From when the words that `event` has from its voice were free to print, where the text says so.
fn free(article: &Article, event: &Event) -> Option<When> {
    let times = &article.annotations.times;
    // "Until Saturday" names the day on which they became free.
    let day = |when: When| When { interval: when.reach(), ..when };
    let free = theirs(article, event).filter_map(|q| times.get(q.free? as usize)?.when.map(day));
    free.min_by_key(|when| when.interval.starts())
}

/// The quotations in the sentence of `event` that are the words of its voice.
fn theirs<'a>(article: &'a Article, event: &'a Event) -> impl Iterator<Item = &'a Quotation> {
    article.annotations.quotations.iter().filter(|q| {
        event.span.contains(q.span) && q.speaker.as_ref().is_some_and(|s| Some(s.span) == event.voice.span)
    })
}

/// Names the times of the open item in its label and in that of its publication, where the text knows three.
fn name_times(items: &mut [Item], (open, joined): (Option<u32>, Option<u32>), free: When) {
    if let Some(item) = open.and_then(|at| items.get_mut(at as usize)) {
        let (who, spoken) = (item.who.trim_end_matches(':'), date_text::short(&item.when));
        item.who = format!("{who}, spoken {spoken}, free to print {}:", date_text::short(&free));
    }
    if let Some(item) = joined.and_then(|at| items.get_mut(at as usize)) {
        item.who = item.who.replacen(", ", ", published ", 1);
    }
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
        lanes: 0,
        also: Vec::new(),
        articles: 0,
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
    let mut who = voice::label(opened, event);
    if counted(article, event).is_some() {
        // A picture has no other place for it.
        who.insert_str(who.trim_end_matches(':').len(), " (date set)");
    }
    Item {
        who,
        words: words(article, event).of(&article.document.text).to_owned(),
        voice: event.voice.class,
        ..item
    }
}

/// What stands beside the mark after who says it: the words given as theirs where the sentence has them, else the
/// sentence.
fn words(article: &Article, event: &Event) -> Span {
    theirs(article, event).map(|q| q.span).min_by_key(|s| (s.start, u32::MAX - s.end)).unwrap_or(event.span)
}

/// The publisher, else the author, else the file.
pub(super) fn short_source(article: &Article) -> &str {
    let document = &article.document;
    let given = document.publisher.as_ref().or(document.author.as_ref());
    given.map_or(document.file.as_str(), |f| f.value.as_str())
}
