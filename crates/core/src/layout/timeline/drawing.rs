//! What comes out: plain shapes in CSS pixels, rounded to a tenth.
//!
//! **Invariant:** data only, no decisions; a view maps each shape to one element and computes nothing.
//! Start at [`Timeline`].

use serde::{Deserialize, Serialize};

use super::clocks::Clocks;
use super::known::Known;
use super::scale::Scale;
use super::{Form, ItemId};
use crate::annotate::Undated;
use crate::civil::Interval;

/// All shapes of the main drawing and of the overview strip.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// Width and height of the main drawing.
    pub size: (f64, f64),
    /// Left and right edge of the area in which time is drawn.
    pub plot: (f64, f64),
    /// The window that the main drawing shows.
    pub window: Option<Interval>,
    /// Seconds to pixels in the main drawing.
    pub scale: Scale,
    /// Where days, weeks, months or years begin, with labels.
    pub ticks: Vec<Tick>,
    /// The baseline of the tick labels, and of the larger unit's labels under them.
    pub label_y: (f64, f64),
    /// The lanes' names, drawn left of the plot.
    pub lanes: Vec<Lane>,
    /// The marks in drawing order; focus order is their order in time.
    pub marks: Vec<Mark>,
    /// Whether the marks are so many that a view draws them all at once, and asks what one says when it has to be known.
    pub many: bool,
    /// Where there is too much to be drawn one by one: for each lane bars for the events of each period, for the last
    /// one its publications, which stand on the floors of their lanes; all lanes of events have one scale.
    pub density: Vec<Vec<Bin>>,
    /// Labels that fit without overlap.
    pub labels: Vec<Label>,
    /// How many matching marks have no label.
    pub unlabelled: u32,
    /// The chosen interval as a band `(x0, x1)` cut to the plot.
    pub chosen: Option<(f64, f64)>,
    /// Where the record ends.
    pub last_article: Option<LastArticle>,
    /// Up to where publications are shown.
    pub known: Option<Known>,
    /// Where publications are told upward, what belongs to that.
    pub clocks: Option<Clocks>,
    /// Where gaps are folded away.
    pub folds: Vec<Fold>,
    /// The curve that joins the open mark to its counterpart: an SVG path.
    pub join: Option<String>,
    /// How many matching things lie before the window, and the time they span as text (`2014 to April 2025`): two
    /// lines in the left margin, at the top of the upper lane.
    pub before: Option<(u32, String)>,
    /// The same after the window: `1 after, June 2026 ▸` ends at the plot's right edge, on the larger units' line.
    pub after: Option<(u32, String)>,
    /// What has no place in time.
    pub undated: Vec<(Undated, u32)>,
    /// The strip that always shows everything.
    pub overview: Overview,
    /// All of it in words.
    pub summary: String,
}

impl Timeline {
    /// The second of the clock of publications at the pixel `at`: across, or up where the clocks are drawn so.
    pub fn published_at(&self, at: f64) -> Option<i64> {
        self.clocks.as_ref().map_or_else(|| self.scale.t(at), |clocks| clocks.up.t(clocks.floor - at))
    }
}

/// The start of a calendar unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where the unit begins.
    pub x: f64,
    /// The middle of the unit: where its label stands, centred.
    pub middle: f64,
    /// The unit's label (`7`, `February`, `2026`), empty where it would touch its neighbour.
    pub label: String,
    /// The larger unit, only where it changes (`February 2026`): stands under the label, starting at `x`.
    pub larger: String,
}

/// A lane: of events, or, the last one, of publications.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Its name, in lines that fit.
    pub name: Vec<String>,
    /// The document's words in lines, the first of them, and whether more follow; none where there are no words.
    pub words: (Vec<String>, bool),
    /// `49 events`, where there are several lanes of events.
    pub count: String,
    /// Whether it is folded to a line.
    pub folded: bool,
    /// Where its name begins, and the baseline of its first line.
    pub at: (f64, f64),
    /// The upper and lower edge.
    pub y: (f64, f64),
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The first is the item that a click opens; several where near ones are bundled, or several passages tell of one
    /// event. Of what spans all of the window the first alone, see [`held`](Self::held).
    pub ids: Vec<ItemId>,
    /// How it is drawn.
    pub form: Form,
    /// Its geometry.
    pub shape: Shape,
    /// Whether it is among the rows shown; the others are drawn small and quiet.
    pub matched: bool,
    /// Whether its passage is open.
    pub open: bool,
    /// The time as text: `6 February 2026`, `night of 6 to 7 February 2026`.
    pub when: String,
    /// The lane it stands in, an index into the lanes.
    pub lane: u32,
    /// How many things it is: one, or more where near ones are bundled.
    pub things: u32,
    /// How many articles tell of the one event that it is, where that is known to be more than one.
    pub articles: u32,
    /// How exact it is: `day`, `month, about`; of things of several times, that they are.
    pub precision: String,
}

impl Mark {
    /// How many things it holds; where they are very many, the first of them alone have ids.
    pub fn held(&self) -> usize {
        self.ids.len().max(self.things as usize)
    }
}

/// A mark's geometry.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A mark around a point, for a day or less.
    Dot {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        r: f64,
    },
    /// A bar over an interval.
    Bar {
        /// Left edge.
        x0: f64,
        /// Right edge.
        x1: f64,
        /// Middle height.
        y: f64,
        /// Height.
        h: f64,
        /// Whether the left end fades: open, or beyond the plot.
        fade_left: bool,
        /// Whether the right end fades.
        fade_right: bool,
        /// Whether both ends are soft ("about").
        soft: bool,
    },
    /// A deadline: a bracket at `x`, open to the left.
    Bracket {
        /// The deadline's end.
        x: f64,
        /// Middle height.
        y: f64,
        /// Half its height.
        h: f64,
        /// Length of the arm to the left.
        arm: f64,
    },
}

/// A label beside a mark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// Where the text starts (or ends, or is centred).
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// Which part of it stands at `x`.
    pub align: Align,
    /// Dateline's words, in sans.
    pub who: String,
    /// The document's words, in serif, verbatim; may be cut at a word with `cut`.
    pub words: String,
    /// Whether `words` is cut short.
    pub cut: bool,
    /// The polyline from the label to its mark, if they do not touch.
    pub leader: Vec<(f64, f64)>,
    /// The mark it belongs to, an index into the marks.
    pub mark: u32,
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Starts at x.
    Start,
    /// Centred at x.
    Middle,
    /// Ends at x.
    End,
}

/// The line that ends the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastArticle {
    /// Where.
    pub x: f64,
    /// `Last article, 7 Feb`.
    pub label: String,
    /// Whether the label stands left of the line, for want of space.
    pub left: bool,
}

/// A gap that is folded away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fold {
    /// The middle of the tear.
    pub x: f64,
    /// The scale behind it where it differs (`months`), else empty.
    pub label: String,
}

/// The strip with everything: density by period, folded between periods.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// Width and height.
    pub size: (f64, f64),
    /// Seconds to pixels in the strip.
    pub scale: Scale,
    /// One bar a period.
    pub bins: Vec<Bin>,
    /// Labels of periods: `(x, text)`, none overlapping.
    pub labels: Vec<(f64, String)>,
    /// The chosen interval (the brush) in pixels; the whole strip where none is chosen.
    pub brush: (f64, f64),
    /// Whether no interval is chosen, so that the brush spans everything.
    pub whole: bool,
    /// The days at the brush's ends, inclusive, ISO; the whole record's where none is chosen.
    pub days: (String, String),
    /// The window of the main drawing in pixels.
    pub window: (f64, f64),
}

/// A bar that counts a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bin {
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
    /// The height of all its events, in pixels.
    pub total: f64,
    /// The height of the matching ones, in pixels.
    pub matched: f64,
    /// How many events match, and how many there are.
    pub count: (u32, u32),
    /// The period as text: `February 2026`.
    pub label: String,
}
