//! Items into marks: which shape each has, in which lane it lies, and what it says of its time.
//!
//! **Invariant:** every item in the window is in exactly one mark; a bar covers exactly its interval, a point stands
//! in the middle of its own.
//! Start at [`marks`].

use super::drawing::{Lane, Mark, Shape};
use super::rows::{Flat, Room, stack};
use super::scale::Scale;
use super::thing::Thing;
use super::{Form, Input, ItemId, tenth};
use crate::civil::{Granularity, Interval};
use crate::layout::date_text;
use crate::order::Order as _;

/// What marks are placed in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    /// The scale of the window.
    pub(super) scale: &'a Scale,
    /// The window.
    pub(super) window: Interval,
    /// The area of time.
    pub(super) plot: (f64, f64),
    /// The end of the record.
    pub(super) last: Option<i64>,
    /// Whether the drawing is a strip of little height.
    pub(super) compact: bool,
}

impl Ground<'_> {
    fn pitch(&self) -> f64 {
        if self.compact { 9.0 } else { 13.0 }
    }

    fn radius(&self, matched: bool) -> f64 {
        match (self.compact, matched) {
            (false, true) => 6.0,
            (false, false) | (true, true) => 4.0,
            (true, false) => 3.0,
        }
    }
}

/// All marks in the order of their time, where they stand exactly; with each the things in it.
pub(super) fn marks(
    input: &Input,
    things: &[Thing<'_>],
    ground: Ground<'_>,
    lanes: &[Lane],
) -> Vec<(Mark, Vec<usize>)> {
    let mut out: Vec<(Mark, Vec<usize>)> = Vec::new();
    let several = !ground.compact && !input.lanes.is_empty();
    for (at, lane) in (0_u32..).zip(lanes) {
        let published = at as usize + 1 == lanes.len();
        let ground = Ground { compact: ground.compact || lane.folded, ..ground };
        let is_here = |t: &Thing<'_>| {
            let own = !several || published || t.item.lanes >> at & 1 == 1;
            (t.item.form == Form::Published) == published && own && t.is_in(ground.window)
        };
        let mut flats: Vec<Flat> = things
            .iter()
            .enumerate()
            .filter(|(_, t)| is_here(t))
            .map(|(i, t)| flat(i, t, input.open == Some(t.index), at, ground))
            .collect();
        flats.order_by(|a, b| {
            let quiet = |f: &Flat| (!f.mark.open, !f.mark.matched, f.mark.form, id(&f.mark));
            a.x.0.total_cmp(&b.x.0).then_with(|| quiet(a).cmp(&quiet(b))).then(a.of.cmp(&b.of))
        });
        let air = match () {
            // On narrow screens the lane's name stands there.
            () if several && !published && lane.at.0 > ground.plot.0 => 20.0,
            () if published || ground.compact => 0.0,
            () => 15.0,
        };
        let floor = lane.y.1 - if published || ground.compact { 1.0 } else { 5.0 };
        let room = Room {
            top: lane.y.0 + air,
            floor,
            pitch: ground.pitch(),
            bar_pitch: if ground.compact { 5.0 } else { 13.0 },
        };
        out.extend(stack(flats, room).into_iter().map(|f| (f.mark, f.of)));
    }
    named(out, things)
}

/// Marks in the order of their time, each saying it.
pub(super) fn named(mut out: Vec<(Mark, Vec<usize>)>, things: &[Thing<'_>]) -> Vec<(Mark, Vec<usize>)> {
    out.order_by_key(|(mark, of)| {
        let first = of.first().and_then(|i| things.get(*i));
        (first.and_then(Thing::middle), mark.form, id(mark), of.first().copied())
    });
    for (mark, of) in &mut out {
        (mark.when, mark.precision) = when_text(of.iter().filter_map(|i| things.get(*i)));
    }
    out
}

/// `mark` to a tenth of a pixel.
pub(super) fn rounded(mark: &mut Mark) {
    match &mut mark.shape {
        Shape::Dot { x, .. } => *x = tenth(*x),
        Shape::Bar { x0, x1, .. } => (*x0, *x1) = (tenth(*x0), tenth(*x1)),
        Shape::Bracket { x, arm, .. } => (*x, *arm) = (tenth(*x), tenth(*arm)),
    }
}

fn id(mark: &Mark) -> Option<ItemId> {
    mark.ids.first().copied()
}

/// The time of one thing and how exact it is; of several, the days from the first to the last.
pub(super) fn when_text<'a>(mut of: impl Iterator<Item = &'a Thing<'a>>) -> (String, String) {
    let Some(first) = of.next() else { return Default::default() };
    let mut whole = first.item.when.interval;
    let mut same = true;
    for thing in of {
        let i = thing.item.when.interval;
        same &= thing.item.when == first.item.when;
        whole = Interval { from: whole.from.min(i.from), to: whole.to.max(i.to) };
    }
    if same {
        return (date_text::long(&first.item.when), date_text::precision(&first.item.when));
    }
    let (from, to) = date_text::days_of(whole);
    (date_text::range(from, to), "several times".to_owned())
}

/// The mark of one thing, without its height.
pub(super) fn flat(index: usize, thing: &Thing<'_>, open: bool, lane: u32, ground: Ground<'_>) -> Flat {
    let item = thing.item;
    let (shape, x, is_bar) = shape(thing, open, ground);
    let mark = Mark {
        ids: std::iter::once(&item.id).chain(&item.also).copied().collect(),
        form: item.form,
        shape,
        matched: item.matched,
        open,
        when: String::new(),
        precision: String::new(),
        lane,
        things: 1,
        articles: item.articles,
    };
    Flat { mark, of: vec![index], x, is_bar }
}

fn shape(thing: &Thing<'_>, open: bool, ground: Ground<'_>) -> (Shape, (f64, f64), bool) {
    let (scale, window, plot) = (ground.scale, ground.window, ground.plot);
    let matched = thing.item.matched;
    if let Some(to) = thing.to.filter(|_| thing.is_deadline()) {
        let x = scale.x(to);
        let arm = (x - plot.0).clamp(0.0, if ground.compact { 12.0 } else { 40.0 });
        let h = if ground.compact { 2.5 } else { 5.5 };
        return (Shape::Bracket { x, y: 0.0, h, arm }, (x - arm - 3.0, x + 3.0), true);
    }
    // What goes on without a known end is reported up to the last article, no further.
    let from = thing.from.unwrap_or(window.from).max(window.from);
    let to =
        thing.to.unwrap_or_else(|| ground.last.filter(|l| *l > from).unwrap_or(window.to)).min(window.to);
    let (x0, x1) = (scale.x(from), scale.x(to));
    let fine = thing.item.when.granularity <= Granularity::Day;
    let wide = x1 - x0 >= if ground.compact { 5.0 } else { 7.0 };
    let open_end = thing.from.is_none() || thing.to.is_none();
    let night = thing.item.when.granularity == Granularity::DayPart;
    if !open_end && (!wide || fine && thing.within_a_day()) {
        // Within the window, so that what begins before it is not drawn at its edge.
        let middle = thing.middle().filter(|m| (window.from..window.to).contains(m));
        let x = middle.map_or(f64::midpoint(x0, x1), |m| scale.x(m));
        let square = if thing.item.form == Form::Published { 0.5 } else { 0.0 };
        let r = ground.radius(matched) - square;
        let around = if open { r + 3.0 } else { r + 0.5 };
        return (Shape::Dot { x, y: 0.0, r }, (x - around, x + around), false);
    }
    let h = match (ground.compact, night, matched) {
        (true, false, _) | (false, false, false) => 3.0,
        (false, true, true) => 9.0,
        (false, true, false) => 7.0,
        (true, true, _) | (false, false, true) => 5.0,
    };
    let shape = Shape::Bar {
        x0,
        x1,
        y: 0.0,
        h,
        fade_left: thing.from.is_none_or(|f| f < window.from),
        fade_right: thing.to.is_none_or(|t| t > window.to),
        soft: thing.item.when.certainty == crate::civil::Certainty::About,
    };
    (shape, (x0 - 1.5, x1 + 1.5), !night || open_end)
}
