//! Labels: few, beside the marks that matter most, never over anything.
//!
//! **Invariant:** a label's words are a prefix of the item's, cut at a word; no label touches another, a mark or a
//! line. What finds no place is left out and counted by the caller.
//!
//! What is held from one drawing to the next, while the reader zooms or moves by small steps:
//! - Which label goes before which is decided by what is said, by whom and when, never by pixels.
//! - A label that is there in one drawing and not in the next is missing for a cause that can be named: the place that it
//!   had (so many of its words, on this side of its mark) is beyond the plot or its lane now, or a mark, a line or the
//!   label of a mark of more worth lies there, or so many labels of more worth stand near it as there may. Nothing that
//!   happens farther off has a part in it.
//! - Moved along the plot, a drawing into which nothing comes, out of which nothing goes and whose labels have room at
//!   the plot's ends has the same labels, with the same words on the same sides of their marks: places are decided
//!   before they are rounded.
//! - Where it has more and more room a label keeps its side and gets longer, in few steps ([`text::WIDTHS`]).
//!
//! Time is linear in the number of marks. Start at [`labels`].

#[cfg(test)]
mod steady;
mod taken;
mod text;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::drawing::{Align, Label, Mark, Shape, Timeline};
use super::{Form, Item, tenth};
use crate::annotate::VoiceClass;
use taken::{Rect, Taken};
use text::{Cut, Text};

/// The cells in which what is taken is looked for, in powers of two of pixels: some marks or a part of a label.
const CELL: (u32, u32) = (7, 4);
/// Labels whose marks are as near as this to each other count as standing together.
const NEAR: (f64, f64) = (240.0, 106.0);
/// The cells in which these are looked for.
const NEAR_CELL: (u32, u32) = (8, 7);
/// How high a line leads up to a label at most, and how far apart the heights are.
const LEADER: (f64, f64) = (160.0, 7.0);
/// How far behind the line that ends the record a mark's label may stand.
const BEHIND: f64 = 160.0;
/// The half height of a line of text.
const HALF: f64 = 6.5;

/// Where there is less than this, there is no label: hardly a word.
const LEAST: f64 = 24.0;
/// The widest label.
const MOST: f64 = text::WIDTHS[0] + 1.0;
/// What is no mark.
const NOBODY: u32 = u32::MAX;

/// Where a label could stand: a point that its text starts or ends at or is centred on, its upper and lower edge, and
/// the points of its leader, of which there are so many.
#[derive(Clone, Copy, Debug)]
struct Side {
    x: f64,
    align: Align,
    band: (f64, f64),
    leader: ([(f64, f64); 3], usize),
}

impl Side {
    fn at(x: f64, align: Align, band: (f64, f64)) -> Self {
        Self { x, align, band, leader: ([(0.0, 0.0); 3], 0) }
    }

    fn led(mut self, points: &[(f64, f64)]) -> Self {
        self.leader.0.iter_mut().zip(points).for_each(|(own, point)| *own = *point);
        Self { leader: (self.leader.0, points.len()), ..self }
    }

    fn points(&self) -> &[(f64, f64)] {
        self.leader.0.get(..self.leader.1).unwrap_or_default()
    }
}

/// A mark that has something to say.
#[derive(Debug)]
struct Saying<'a> {
    item: &'a Item,
    /// Its index.
    own: u32,
    /// Its box.
    it: Rect,
    is_bar: bool,
    /// Whether the line to its label may cross bars.
    over_bars: bool,
}

impl<'a> Saying<'a> {
    fn of(own: u32, mark: &Mark, item: &'a Item) -> Self {
        let is_bar = matches!(mark.shape, Shape::Bar { .. });
        let over_bars = mark.open || matches!(mark.form, Form::Claimed | Form::Announced);
        Self { item, own, it: outline(mark), is_bar, over_bars }
    }

    fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.it.0, self.it.2), f64::midpoint(self.it.1, self.it.3))
    }
}

/// At most `most` labels near each other for the matching marks of `drawing`; `of` holds the first item of each mark.
pub fn labels(drawing: &Timeline, of: &[Option<&Item>], most: usize) -> Vec<Label> {
    if most == 0 {
        return Vec::new();
    }
    let mut taken = Taken::new(drawing.size, CELL, 2 * drawing.marks.len());
    // Where each has all that its place depends on: in a long list of marks that is far apart.
    let mut sayings: Vec<Saying<'_>> = Vec::with_capacity(drawing.marks.len());
    let mut order: BTreeMap<Reverse<u32>, Vec<usize>> = BTreeMap::new();
    for ((own, mark), item) in (0..).zip(&drawing.marks).zip(of) {
        taken.add(outline(mark).grown(2.0), own);
        let said = item.filter(|item| !(item.who.is_empty() && item.words.is_empty()));
        if let Some(item) = said.filter(|_| mark.matched && (mark.things == 1 || mark.open)) {
            order.entry(Reverse(worth(mark, item))).or_default().push(sayings.len());
            sayings.push(Saying::of(own, mark, item));
        }
    }
    fixed(drawing, &mut taken);
    let near = Taken::new(drawing.size, NEAR_CELL, sayings.len());
    let floors = drawing.lanes.iter().map(|lane| lane.y.1).collect();
    let mut placing =
        Placing { drawing, floors, taken, near, around: text::around(), text: None, scant: None };
    let mut out = Vec::with_capacity(sayings.len());
    // Of those of equal worth the latest first.
    let order = order.values().flat_map(|equal| equal.iter().rev());
    for saying in order.filter_map(|at| sayings.get(*at)) {
        if let Some((side, cut)) = placing.place(saying, most) {
            placing.take(saying, &side, cut);
            out.push(label(saying.own, saying.item, &side, cut));
        }
    }
    out
}

fn label(mark: u32, item: &Item, side: &Side, cut: Cut) -> Label {
    Label {
        x: tenth(side.x),
        y: tenth(side.band.1 - 3.0),
        align: side.align,
        who: item.who.clone(),
        words: item.words.get(..cut.end).unwrap_or_default().to_owned(),
        cut: cut.end < item.words.len(),
        leader: side.points().iter().map(|(x, y)| (tenth(*x), tenth(*y))).collect(),
        mark,
    }
}

/// Labels as they are placed.
struct Placing<'a> {
    drawing: &'a Timeline,
    /// The lower edges of its lanes.
    floors: Vec<f64>,
    /// Marks, lines, and the labels until now.
    taken: Taken,
    /// The middles of the marks that have labels.
    near: Taken,
    /// The widths of what stands around words.
    around: (f64, f64),
    /// What the mark that is looked at says, once there is a place for it.
    text: Option<Text>,
    /// What can be said where of the mark that is looked at, but not amply.
    scant: Option<(Side, Cut)>,
}

impl Placing<'_> {
    /// The first place that is ample: right, left, above, beyond the last article, or on a line further up; else the
    /// first in which something can be said.
    fn place(&mut self, saying: &Saying<'_>, most: usize) -> Option<(Side, Cut)> {
        let Saying { item, own, it, is_bar, over_bars } = *saying;
        let (x, y) = saying.middle();
        if self.near.has(&Rect(x - NEAR.0, y - NEAR.1, x + NEAR.0, y + NEAR.1), most, |_, _| true) {
            return None;
        }
        // The lane in which it lies, whichever lanes there are.
        let lane = self.drawing.lanes.get(self.floors.partition_point(|floor| *floor < y))?.y;
        (self.text, self.scant) = (None, None);
        let beside = (y - HALF, y + HALF);
        let published = item.form == Form::Published;
        let above = Side::at(it.0.max(self.drawing.plot.0) + 2.0, Align::Start, (it.1 - 15.0, it.1 - 2.5));
        let over = Side::at(x, Align::Middle, (it.1 - 16.0, it.1 - 3.0));
        let found = Some(above)
            .filter(|_| is_bar && !published)
            .and_then(|side| self.try_side(side, item, lane))
            .or_else(|| self.try_side(Side::at(it.2 + 6.0, Align::Start, beside), item, lane))
            .or_else(|| self.try_side(Side::at(it.0 - 6.0, Align::End, beside), item, lane));
        let found =
            if is_bar || published { found } else { found.or_else(|| self.try_side(over, item, lane)) };
        if found.is_some() || published {
            return found.or(self.scant);
        }
        let last = self.drawing.last_article.as_ref().map(|last| last.x);
        if let Some(last) = last.filter(|last| *last > it.2 && last - it.2 < BEHIND) {
            let leader = [(it.2 + 2.0, y), (last + 7.0, y)];
            let side = Side::at(last + 10.0, Align::Start, beside).led(&leader);
            if self.is_open(leader, own, over_bars)
                && let Some(found) = self.try_side(side, item, lane)
            {
                return Some(found);
            }
        }
        self.led_up(item, (x, it.1), lane, (own, over_bars)).or(self.scant)
    }

    /// A place on a line further up: a line that is stopped at one height does not reach a greater one.
    fn led_up(
        &mut self,
        item: &Item,
        (x, top): (f64, f64),
        lane: (f64, f64),
        (own, over_bars): (u32, bool),
    ) -> Option<(Side, Cut)> {
        let mut from = top - 1.0;
        let mut y = top - 24.0;
        while y - HALF >= lane.0 && top - y <= LEADER.0 && self.is_open([(x, from), (x, y)], own, over_bars) {
            for (toward, align) in [(-1.0, Align::End), (1.0, Align::Start)] {
                let bend = [(x + toward * 11.0, y), (x, y), (x, top - 1.0)];
                let side = Side::at(x + toward * 14.0, align, (y - HALF, y + HALF)).led(&bend);
                let [end, corner, _] = bend;
                if self.is_open([end, corner], own, over_bars)
                    && let Some(found) = self.try_side(side, item, lane)
                {
                    return Some(found);
                }
            }
            (from, y) = (y, y - LEADER.1);
        }
        None
    }

    /// What can be said at `side`, if it is ample; else it is kept, if it is the first.
    fn try_side(&mut self, side: Side, item: &Item, lane: (f64, f64)) -> Option<(Side, Cut)> {
        if side.band.0 < lane.0 || side.band.1 > lane.1 + 1.0 {
            return None;
        }
        let plot = self.drawing.plot;
        let reach = |is_right: bool| {
            let edge = if is_right { plot.1 - side.x } else { side.x - plot.0 };
            self.taken.room(side.x, side.band, is_right, (LEAST, edge.min(MOST)))
        };
        let room = match side.align {
            Align::Start => reach(true),
            Align::End => reach(false),
            Align::Middle => 2.0 * reach(true).min(reach(false)),
        };
        if room < LEAST {
            return None;
        }
        let (cut, ample) = self.text.get_or_insert_with(|| Text::of(item, self.around)).fit(room)?;
        if !ample {
            self.scant.get_or_insert((side, cut));
        }
        ample.then_some((side, cut))
    }

    /// Whether nothing is in the way of a line. It may touch its own mark and cross lines over the lanes; those of the
    /// marks that matter most may cross bars too.
    fn is_open(&self, line: [(f64, f64); 2], own: u32, over_bars: bool) -> bool {
        let crossed = |t: &Rect| {
            let (wide, high) = (t.2 - t.0, t.3 - t.1);
            wide < 11.0 && high > 30.0 || over_bars && wide > 40.0 && high < 12.0
        };
        !self.taken.has(&stroke(line), 1, |rect, of| of != own && !crossed(rect))
    }

    /// Takes the place of a label.
    fn take(&mut self, saying: &Saying<'_>, side: &Side, cut: Cut) {
        let x = match side.align {
            Align::Start => side.x,
            Align::Middle => side.x - cut.width / 2.0,
            Align::End => side.x - cut.width,
        };
        let (top, bottom) = side.band;
        self.taken.add(Rect(x - 8.0, top - 1.0, x + cut.width + 8.0, bottom + 1.0), NOBODY);
        let points = side.points();
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            self.taken.add(stroke([*from, *to]).grown(2.0), NOBODY);
        }
        let (x, y) = saying.middle();
        self.near.add(Rect(x, y, x, y), NOBODY);
    }
}

/// The box of a line.
fn stroke([(ax, ay), (bx, by)]: [(f64, f64); 2]) -> Rect {
    Rect(ax.min(bx), ay.min(by), ax.max(bx), ay.max(by)).grown(0.5)
}

/// Lines and tears, and the labels that stand there already.
fn fixed(drawing: &Timeline, taken: &mut Taken) {
    for label in &drawing.labels {
        let wide = text::wide(&label.who);
        let left = if label.align == Align::End { label.x - wide } else { label.x };
        taken.add(Rect(left - 8.0, label.y - 11.0, left + wide + 8.0, label.y + 4.0), NOBODY);
    }
    let top = drawing.lanes.first().map_or(0.0, |l| l.y.0);
    let bottom = drawing.lanes.last().map_or(0.0, |l| l.y.1);
    for fold in &drawing.folds {
        taken.add_line(Rect(fold.x - 8.0, top, fold.x + 8.0, bottom));
    }
    if let Some(last) = &drawing.last_article {
        taken.add_line(Rect(last.x - 5.0, top - 6.0, last.x + 5.0, bottom));
    }
    if let Some(known) = &drawing.known {
        let ([x, ..], [left, y, wide, high]) = (known.line, known.handle);
        taken.add(Rect(left, y, left + wide, y + high), NOBODY);
        if known.later.is_some() {
            taken.add_line(Rect(x - 5.0, top - 6.0, x + 5.0, bottom));
        }
    }
}

/// The open one first; then what somebody with a name says; what is ahead, and what one side claims, before the rest.
fn worth(mark: &Mark, item: &Item) -> u32 {
    let voice = match item.voice {
        VoiceClass::Person => 30,
        VoiceClass::Office => 24,
        VoiceClass::Unnamed => 12,
        VoiceClass::Outlet => 8,
    };
    let form = match item.form {
        Form::Deadline => 22,
        Form::Announced => 14,
        Form::Claimed | Form::Denied | Form::NotDone | Form::Conditional => 8,
        Form::Happened | Form::Ongoing | Form::Published => 4,
        Form::Said | Form::Withheld => 0,
    };
    u32::from(mark.open) * 1000 + voice + form
}

/// The box of a mark; the open one has a ring around it.
fn outline(mark: &Mark) -> Rect {
    match mark.shape {
        Shape::Dot { x, y, r } => {
            let r = if mark.open { r + 4.0 } else { r };
            Rect(x - r, y - r, x + r, y + r)
        }
        Shape::Bar { x0, x1, y, h, .. } => Rect(x0, y - h / 2.0, x1, y + h / 2.0),
        Shape::Bracket { x, y, h, arm } => Rect(x - arm, y - h, x, y + h),
    }
}
