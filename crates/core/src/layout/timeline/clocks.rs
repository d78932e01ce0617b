//! Two clocks against each other: when it is reported to have happened across, when that was published up.
//!
//! Across it is the main drawing: the same window, folds and marks. Up stands a second scale, made by the same plan.
//! **Invariant:** a mark is as wide as its event's time and as high as its article's publication are told; what has a
//! point on both clocks lies within that day on both. What has no place on one of them is counted.
//! Start at [`lay_out`].

mod cells;
pub mod picture;
mod places;
mod sides;
mod up;

use serde::{Deserialize, Serialize};

use super::calendar::Unit;
use super::drawing::{Lane, Timeline};
use super::frame::Frame;
use super::known::{FLAG, Known, short};
use super::marks::Ground;
use super::scale::Scale;
use super::thing::Thing;
use super::{Input, Item, Size, labels, last, tenth};
use crate::civil::{Interval, When};
use crate::explore::Grid;
use crate::layout::number_text::count;
use up::Up;

/// What the plot has besides what the main drawing has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reported {
    /// When the articles of the items were published, as far as that is known: in the order of articles.
    pub published: Vec<(u32, When)>,
    /// From when to when was published what has a part in the window.
    pub span: Option<Interval>,
}

impl Reported {
    /// When `article` was published.
    fn of(&self, article: u32) -> Option<When> {
        let at = self.published.partition_point(|(own, _)| *own < article);
        self.published.get(at).filter(|(own, _)| *own == article).map(|(_, when)| *when)
    }
}

/// What belongs to the clock of publications where it is told upward.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Clocks {
    /// Seconds to pixels above the floor.
    pub up: Scale,
    /// The lower and the upper edge of the plot.
    pub floor: f64,
    /// See `floor`.
    pub top: f64,
    /// Where a day, month or year of publications begins.
    pub lines: Vec<f64>,
    /// Dates of publication: the middle of each, and its text.
    pub dates: Vec<(f64, String)>,
    /// The publications: upper and lower edge, and whether it is a range of days.
    pub published: Vec<(f64, f64, bool)>,
    /// Where gaps without publications are folded away.
    pub folds: Vec<f64>,
    /// Where things are reported on the day on which they happen: an SVG path.
    pub diagonal: String,
    /// What lies on either side of it: where the words start (or end, if they do), and the words.
    pub sides: Vec<(f64, f64, bool, String)>,
    /// Where there is too much to be drawn one by one: the counts of a stretch of both clocks.
    pub cells: Vec<Cell>,
    /// What is not drawn, in words: `3 events of undated articles are not here.`
    pub note: String,
}

/// A count of what lies in a stretch of both clocks: a square, its area in proportion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its centre.
    pub x: f64,
    /// Its centre.
    pub y: f64,
    /// The side of the square of all.
    pub total: f64,
    /// The side of the square of those that match.
    pub matched: f64,
    /// `2 to 8 February 2026, published 9 to 15 February 2026: 3 of 12 events`.
    pub label: String,
}

/// What counts the events in stretches of their own time, and of their publication.
pub type Counting<'a> = &'a dyn Fn(&[Interval], &[Interval]) -> Grid;

/// Lays out `input` by both clocks in `size`; `counted` is asked where there is too much to be drawn one by one.
pub fn lay_out(input: &Input, reported: &Reported, size: Size, counted: Counting<'_>) -> Timeline {
    let mut out = super::lay_out(input, size);
    let dense = out.many || out.density.iter().any(|bins| !bins.is_empty());
    out.many = false;
    let frame = Frame::new(size, !input.undated.is_empty(), &[]);
    let floor = out.lanes.last().map_or(size.height, |lane| lane.y.1);
    let top = out.lanes.first().map_or(0.0, |lane| lane.y.0);
    out.lanes = vec![Lane { y: (top, floor), ..Lane::default() }];
    (out.marks, out.labels, out.unlabelled) = (Vec::new(), Vec::new(), 0);
    (out.join, out.known, out.density) = (None, None, Vec::new());
    let mut clocks = Clocks { floor, top, ..Clocks::default() };
    let (Some(window), Some(span)) = (out.window, reported.span) else {
        let note = "Nothing here has a time and a date of publication.".to_owned();
        out.clocks = Some(Clocks { note, ..clocks });
        return out;
    };
    let own = reported.published.iter().map(|(_, when)| *when);
    let own: Vec<When> = own.filter(|when| when.interval.overlaps(span)).collect();
    let up = Up::new(span, &own, (top, floor), input.fold_gaps);
    up.draw(&mut clocks, &own);
    (clocks.diagonal, clocks.sides) = sides::sides(&out, &up, span);
    out.known = known(input.known, last(input), &up, (&clocks, out.plot));
    if dense {
        clocks.cells = cells::cells(&out.scale, &up, counted, &mut clocks.note);
    } else {
        let items = if input.crowded { &input.inside } else { &input.items };
        let things: Vec<Thing<'_>> = items.iter().enumerate().map(|(i, item)| Thing::new(i, item)).collect();
        let ground =
            Ground { scale: &out.scale, window, plot: frame.plot, last: last(input), compact: frame.compact };
        let marks = places::marks(input, &things, ground, (reported, &up));
        let undated = things.iter().filter(|thing| {
            let event = thing.item.id.event.is_some() && thing.item.matched;
            event && thing.is_in(window) && reported.of(thing.item.id.article).is_none()
        });
        clocks.note = note(undated.count() as u32, 0);
        let of: Vec<Option<&Item>> =
            marks.iter().map(|(_, of)| of.first().and_then(|i| things.get(*i)).map(|t| t.item)).collect();
        out.marks = marks.iter().map(|(mark, _)| mark.clone()).collect();
        out.unlabelled = out.marks.iter().filter(|mark| mark.matched).count() as u32;
        let open = out.marks.iter().any(|mark| mark.open);
        out.labels = labels::labels(&out, &of, usize::from(open && frame.most_labels > 0));
        out.labels.retain(|label| out.marks.get(label.mark as usize).is_some_and(|mark| mark.open));
    }
    out.clocks = Some(clocks);
    super::round(&mut out);
    out
}

/// What is in the window and not in the plot.
fn note(undated: u32, coarse: u32) -> String {
    let events = |n: u32| format!("{} event{}", count(n), if n == 1 { "" } else { "s" });
    let parts = [
        (undated, format!("{} of undated articles", events(undated))),
        (coarse, format!("{} told less exactly than a square", events(coarse))),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, text)| text).collect();
    if parts.is_empty() { String::new() } else { format!("Not in the plot: {}.", parts.join(", ")) }
}

/// Up to where publications are shown: the same handle as in the main drawing, at the right end of its line.
fn known(
    until: Option<i64>,
    last: Option<i64>,
    up: &Up,
    (clocks, plot): (&Clocks, (f64, f64)),
) -> Option<Known> {
    let end = until.or(last)?;
    let y = tenth(up.y(end)).max(clocks.top).min(clocks.floor);
    let wide = plot.1 - plot.0;
    let later = until.map(|_| [plot.0, clocks.top, tenth(wide), tenth(y - clocks.top)]);
    Some(Known {
        handle: [tenth(plot.1 - 36.0), tenth(y - FLAG), 36.0, FLAG],
        later: later.filter(|later| later[3] > 0.0),
        line: [plot.0, y, plot.1, y],
        label: (plot.1 - 4.0, if y + 18.0 < clocks.floor { y + 14.0 } else { y - 4.0 }, short(end)),
        upright: true,
    })
}

/// The finest unit of which each is at least `least` pixels long, where a second has `per_second`.
fn fitting(per_second: f64, least: f64) -> Unit {
    let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100)];
    units.into_iter().find(|u| u.length() * per_second >= least).unwrap_or(Unit::Years(1000))
}

#[cfg(test)]
mod drawn;
