//! The timeline: two clocks in one picture, events as reported above and publications below.
//!
//! **Invariant:** a bar covers exactly its interval; a day is an interval whose mark stands in its middle; nothing
//! is placed more exactly than the text says, and what does not fit is counted, not dropped.
//! Start at [`lay_out`]; [`scale`] turns seconds into pixels and back.

mod across;
mod calendar;
pub mod clocks;
mod drawing;
mod frame;
mod known;
pub mod labels;
mod many;
mod marks;
pub mod moving;
pub mod note;
mod overview;
pub mod picture;
mod plan;
mod rows;
pub mod scale;
mod spanning;
mod summary;
mod thing;
mod ticks;
mod window;

use crate::order::Order as _;
use serde::{Deserialize, Serialize};

use crate::annotate::{Undated, VoiceClass};
use crate::civil::{Granularity, Interval, When};
use crate::layout::px::path;
use crate::layout::{advance, date_text, number_text};
pub use drawing::{Align, Bin, Fold, Label, Lane, LastArticle, Mark, Overview, Shape, Tick, Timeline};
use frame::Frame;
pub use known::Known;
use marks::Ground;
pub use picture::glyph;
use plan::{Plan, Rule};
use scale::Scale;
pub use spanning::{Spanning, spans};
use thing::Thing;

/// What goes in: the things to draw, in any order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// Everything with a place in time; where that is too much to be drawn one by one, the stretches in which it stands.
    pub items: Vec<Item>,
    /// Whether the items are such stretches: then the main drawing shows `inside`, or bars where that is too much too.
    pub crowded: bool,
    /// The things in the window, where they are few and the items are stretches.
    pub inside: Vec<Item>,
    /// What spans all of the window, where it is told apart from these.
    pub spanning: Spanning,
    /// The interval asked for by the reader's date range, if any; its ends may be open.
    pub chosen: Option<Interval>,
    /// The window the reader has zoomed or moved to, or `None` for the one that fits.
    pub window: Option<Interval>,
    /// The end of the last article's publication (its latest day).
    pub last_article: Option<i64>,
    /// The second up to which publications are shown, or `None` where all are.
    pub known: Option<i64>,
    /// The item whose passage is open, an index into `items`, or into `inside` where those are stretches.
    pub open: Option<u32>,
    /// The item that it is joined to on the other clock.
    pub joined: Option<u32>,
    /// What has no place in time: `(reason, rows)`.
    pub undated: Vec<(Undated, u32)>,
    /// Whether gaps without events are folded.
    pub fold_gaps: bool,
    /// The lanes of events from top to bottom, or none for a single one with all of them.
    pub lanes: Vec<LaneItems>,
}

/// A lane that events stand in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LaneItems {
    /// What is in it, in Dateline's words: `Donald Trump`.
    pub label: String,
    /// The document's words for it, verbatim: a headline; empty where there are none.
    pub words: String,
    /// How many of the rows shown it holds.
    pub count: u32,
    /// Whether it is folded to a line.
    pub folded: bool,
    /// The stretches in which its things stand, where they are too many to be drawn one by one.
    pub crowd: Vec<Item>,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// What the caller calls it: handed back in the shapes.
    pub id: ItemId,
    /// When.
    pub when: When,
    /// How it is drawn.
    pub form: Form,
    /// Whether it is among the rows shown.
    pub matched: bool,
    /// How many things it stands for: those that would be shown at any time, and all.
    pub count: (u32, u32),
    /// The lanes in which it stands, a bit for each.
    pub lanes: u32,
    /// What else tells of the same event, and is no item of its own.
    pub also: Vec<ItemId>,
    /// How many articles tell of it, where that is known to be more than one.
    pub articles: u32,
    /// What stands beside it: who (sans), then words of the document (serif, verbatim); either may be empty.
    pub who: String,
    /// See `who`.
    pub words: String,
    /// Whose word it is, for the label's order of worth.
    pub voice: VoiceClass,
}

/// The caller's name of an item: an article, and an event of it or its publication (`None`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId {
    /// The article's index.
    pub article: u32,
    /// The event's index in it.
    pub event: Option<u32>,
}

/// How a mark is drawn; told apart by shape, not by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A ring with a dot.
    Said,
    /// A filled mark.
    Happened,
    /// A filled mark that points to what comes after it: it goes on.
    Ongoing,
    /// A notched filled mark: one side's claim.
    Claimed,
    /// Dashed and hollow.
    Announced,
    /// A bracket open to the left.
    Deadline,
    /// A dashed lozenge, as charts draw a condition.
    Conditional,
    /// A hollow mark struck through.
    Denied,
    /// A cross: it did not happen.
    NotDone,
    /// An empty ring: words that were not given. It stands beside rows only.
    Withheld,
    /// A square in its own lane; a range as a dashed bar.
    Published,
}

/// So many things in a window have no words: to tell them all, each article would have to be opened.
pub const MOST_NAMED: usize = 240;

/// The space there is, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the main drawing without the overview.
    pub height: f64,
}

/// The window that `input` is shown in, or `None` where there is nothing to show.
pub fn window(input: &Input) -> Option<Interval> {
    let things: Vec<Thing<'_>> = input.items.iter().enumerate().map(|(i, t)| Thing::new(i, t)).collect();
    window::choose(input, &things, last(input))
}

/// Whether any of `item` is seen in `window`.
pub fn is_in(item: &Item, window: Interval) -> bool {
    Thing::new(0, item).is_in(window)
}

/// The end of the last article, as far as it can be drawn.
fn last(input: &Input) -> Option<i64> {
    input.last_article.filter(|l| calendar::EDGES.0 < *l && *l <= calendar::EDGES.1)
}

/// Lays out `input` in `size`.
pub fn lay_out(input: &Input, size: Size) -> Timeline {
    let things: Vec<Thing<'_>> =
        input.items.iter().enumerate().map(|(i, item)| Thing::new(i, item)).collect();
    let frame = Frame::new(size, !input.undated.is_empty(), &input.lanes);
    let mut out = Timeline {
        size: (frame.width, frame.height),
        plot: frame.plot,
        label_y: frame.label_y,
        undated: input.undated.clone(),
        ..Timeline::default()
    };
    let last = last(input);
    let window = window::choose(input, &things, last);
    out.overview = overview::overview(input, &things, (window, last), &frame);
    out.summary = summary::summary(input, &things, (window, last));
    let Some(window) = window else {
        out.lanes = frame.lanes(&input.lanes, 1);
        return out;
    };
    let held: Vec<thing::Held> = things.iter().filter(|t| t.is_in(window)).filter_map(Thing::held).collect();
    let rule = Rule {
        plot: frame.plot,
        tear: if frame.compact { (14.0, 14.0) } else { (24.0, 52.0) },
        least: if frame.compact { 40.0 } else { 56.0 },
        air: !frame.compact,
        fold: input.fold_gaps,
    };
    let clock = things.iter().any(|t| t.item.when.granularity < Granularity::Day && t.is_in(window));
    let plan = Plan::new(window, &held, rule);
    (out.before, out.after) = beyond(&things, window);
    let after = out.after.as_ref().map_or(0.0, |(count, span)| {
        advance::width(
            &format!("{} after, {span} ▸", number_text::count(*count)),
            advance::Face::Sans,
            ticks::TYPE,
        ) + 8.0
    });
    (out.ticks, out.folds) = ticks::ticks(&plan, (frame.compact, clock), frame.plot.1 - after);
    out.window = Some(window);
    let inside: Vec<Thing<'_>> = input.inside.iter().enumerate().map(|(i, t)| Thing::new(i, t)).collect();
    let dense = input.crowded && inside.is_empty() && input.spanning.is_empty();
    let drawn = if input.crowded { &inside } else { &things };
    let many = input.crowded && inside.len() >= MOST_NAMED;
    // Of many, publications take what they may.
    out.lanes = frame.lanes(&input.lanes, if many { 99 } else { crowd(drawn, window) });
    out.last_article = last_article(last, window, &plan.scale, &frame);
    out.known = known::known(input.known, last, (window, &plan.scale), &out);
    out.chosen = input.chosen.and_then(|c| band(c, window, &plan.scale));
    out.scale = plan.scale.clone();
    let ground = Ground { scale: &out.scale, window, plot: frame.plot, last, compact: frame.compact };
    let lines = spanning::lines(input, &out.lanes, frame.compact);
    let below = spanning::below(&out.lanes, &lines);
    let marks = match (dense, many) {
        (true, _) => None,
        (_, true) => many::marks(input, drawn, ground, &below),
        _ => Some(marks::marks(input, drawn, ground, &below)),
    };
    let Some(marks) = marks else {
        out.lanes = frame.lanes(&input.lanes, 3);
        out.density = overview::density(&things, &input.lanes, &plan, &out.lanes);
        round(&mut out);
        return out;
    };
    let (marks, parts): (Vec<Mark>, Vec<Vec<usize>>) = marks.into_iter().unzip();
    (out.marks, out.many) = (marks, many);
    let first = |of: &Vec<usize>| of.first().and_then(|i| drawn.get(*i)).map(|t| t.item);
    let mut items: Vec<Option<&Item>> = parts.iter().map(first).collect();
    spanning::draw(&mut out, &lines);
    // They have labels of their own.
    items.resize(out.marks.len(), None);
    let labels = labels::labels(&out, &items, frame.most_labels);
    out.labels.extend(labels);
    // Only now: what a tenth of a pixel decides would change with every move.
    round(&mut out);
    out.join = join(input, &out.marks, &parts, drawn);
    let matching = out.marks.iter().filter(|m| m.matched).count();
    out.unlabelled = (matching - out.labels.len().min(matching)) as u32;
    out
}

/// What labels are placed beside, to a tenth of a pixel.
fn round(drawing: &mut Timeline) {
    drawing.marks.iter_mut().for_each(marks::rounded);
    drawing.last_article.iter_mut().for_each(|last| last.x = tenth(last.x));
    drawing.known.iter_mut().for_each(known::rounded);
}

/// To a tenth of a pixel.
fn tenth(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}

/// How many publications lie over one another at most, up to three.
fn crowd(things: &[Thing<'_>], window: Interval) -> usize {
    let mut days: Vec<i64> = things
        .iter()
        .filter(|t| t.item.form == Form::Published && t.is_in(window))
        .filter_map(|t| Some(t.middle()?.div_euclid(crate::civil::DAY)))
        .collect();
    let ranges = things.iter().any(|t| t.item.form == Form::Published && !t.within_a_day());
    days.order();
    let most = days.chunk_by(|a, b| a == b).map(<[i64]>::len).max().unwrap_or(0);
    (most + usize::from(ranges)).clamp(1, 3)
}

fn last_article(last: Option<i64>, window: Interval, scale: &Scale, frame: &Frame) -> Option<LastArticle> {
    let end = last.filter(|l| window.from < *l && *l <= window.to)?;
    let x = scale.x(end);
    let last = date_text::days_of(Interval { from: end - 1, to: end }).1?;
    let label = format!("Last article, {} {}", last.day(), date_text::month(last, false));
    let room = frame.plot.1 - x - 8.0;
    let wide = advance::width(&label, advance::Face::SansStrong, ticks::TYPE);
    let label = if frame.compact { String::new() } else { label };
    Some(LastArticle { x, label, left: wide > room })
}

/// The part of an interval that is in the plot.
fn band(of: Interval, window: Interval, scale: &Scale) -> Option<(f64, f64)> {
    let (from, to) = (of.from.max(window.from), of.to.min(window.to));
    (from < to).then(|| (tenth(scale.x(from)), tenth(scale.x(to))))
}

/// A count of items and the time that they span.
type Beyond = Option<(u32, String)>;

/// How many matching items lie before and after the window, and from when to when.
fn beyond(things: &[Thing<'_>], window: Interval) -> (Beyond, Beyond) {
    let side = |before: bool| {
        let of: Vec<&Thing<'_>> = things
            .iter()
            .filter(|t| t.item.matched && !t.is_in(window))
            .filter(|t| t.to.is_some_and(|to| to <= window.from) == before)
            .collect();
        let first = of.iter().min_by_key(|t| (t.from.or(t.to), t.index))?;
        let last = of.iter().max_by_key(|t| (t.to.or(t.from), t.index))?;
        Some((of.iter().map(|t| t.item.count.0).sum(), date_text::heads(&first.item.when, &last.item.when)))
    };
    (side(true), side(false))
}

/// A curve from the open mark down or up to its counterpart.
fn join(input: &Input, marks: &[Mark], parts: &[Vec<usize>], things: &[Thing<'_>]) -> Option<String> {
    let find = |index: Option<u32>| {
        let of = things.iter().position(|t| Some(t.index) == index)?;
        let (mark, _) = marks.iter().zip(parts).find(|(_, in_it)| in_it.contains(&of))?;
        Some(match mark.shape {
            Shape::Dot { x, y, r } => (x, y, if mark.open { r + 4.0 } else { r }),
            Shape::Bar { x0, x1, y, h, .. } => (tenth(f64::midpoint(x0, x1)), y, h / 2.0),
            Shape::Bracket { x, y, h, .. } => (x, y, h),
        })
    };
    let ((x0, y0, r0), (x1, y1, r1)) = (find(input.open)?, find(input.joined)?);
    let down = if y1 >= y0 { 1.0 } else { -1.0 };
    let (y0, y1) = (tenth(y0 + down * r0), tenth(y1 - down * r1));
    let middle = tenth(f64::midpoint(y0, y1));
    Some(path(&[("M", &[x0, y0]), ("C", &[x0, middle, x1, middle, x1, y1])]))
}

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod properties;
