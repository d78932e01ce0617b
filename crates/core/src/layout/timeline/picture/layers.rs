//! Hundreds of marks as a few paths: all that are painted alike are one, for a canvas.
//!
//! **Invariant:** the shapes are those of [`glyph`](super::glyph()), and the paints those of the style sheet; what they
//! are in a theme a view finds out. Start at [`layers`].

use std::collections::BTreeMap;

use super::super::Form;
use super::super::drawing::{Mark, Shape};
use super::glyph::{Pen, bracket, lozenge, notch, pointed, shape};
use crate::layout::px::path;

/// The paint of a layer, by its token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// What does not match.
    Quiet,
    /// Bars.
    Bar,
    /// What matches.
    Plain,
    /// Publications.
    Accent,
}

impl Ink {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Quiet, Self::Bar, Self::Plain, Self::Accent];

    /// Its token in a style sheet.
    pub fn token(self) -> &'static str {
        match self {
            Self::Quiet => "var(--ink-3)",
            Self::Bar => "var(--ink-2)",
            Self::Plain => "var(--ink)",
            Self::Accent => "var(--accent)",
        }
    }
}

/// What is done with shapes: what lies over others comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// They are outlined, with the ground of the sheet in them.
    Ring,
    /// They are filled.
    Fill,
    /// They are outlined.
    Line,
}

/// How shapes are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paint {
    /// In which ink.
    pub ink: Ink,
    /// What is done with it.
    pub way: Way,
    /// Whether outlines are dashed.
    pub dashed: bool,
}

/// The shapes of `marks` as an SVG path for each paint, in the order in which they are painted.
pub fn layers(marks: &[Mark]) -> Vec<(Paint, String)> {
    let mut pen = Layers { ink: Ink::Quiet, paths: BTreeMap::new() };
    for mark in marks {
        let bar = matches!(mark.shape, Shape::Bar { .. });
        pen.ink = match (mark.matched, mark.form) {
            (false, _) => Ink::Quiet,
            (true, Form::Published) => Ink::Accent,
            _ if bar => Ink::Bar,
            _ => Ink::Plain,
        };
        match mark.shape {
            Shape::Dot { x, y, r } => shape(&mut pen, mark.form, (x, y), r),
            Shape::Bracket { x, y, h, arm } => pen.outline("line dashed", &bracket(x, y, h, arm)),
            Shape::Bar { x0, x1, y, h, .. } => {
                let x1 = x1.max(x0 + 1.0);
                match mark.form {
                    Form::Claimed => pen.outline("fill", &notch(x0, x1, y, h)),
                    Form::Ongoing => pen.outline("fill", &pointed(x0, x1, y, h + 3.0)),
                    Form::Happened => pen.rect("fill", [x0, y - h / 2.0, x1 - x0, h], 0.0),
                    Form::Conditional => pen.outline("ring dashed", &lozenge(x0, x1, y, h + 2.0)),
                    Form::Announced | Form::Deadline | Form::Published => {
                        pen.rect("ring dashed", [x0, y - h / 2.0, x1 - x0, h], 0.0);
                    }
                    Form::Said | Form::Denied | Form::NotDone | Form::Withheld => {
                        pen.rect("ring", [x0, y - h / 2.0, x1 - x0, h], 0.0);
                    }
                }
            }
        }
    }
    pen.paths.into_iter().collect()
}

/// Collects paths.
struct Layers {
    ink: Ink,
    paths: BTreeMap<Paint, String>,
}

impl Pen for Layers {
    fn circle(&mut self, class: &str, (x, y): (f64, f64), r: f64) {
        let half = |sweep: f64| [r, r, 0.0, 1.0, 0.0, sweep, 0.0];
        let d = path(&[("M", &[x - r, y]), ("a", &half(2.0 * r)), ("a", &half(-2.0 * r)), ("Z", &[])]);
        self.outline(class, &d);
    }

    fn outline(&mut self, class: &str, d: &str) {
        let has = |name: &str| class.split(' ').any(|own| own == name);
        let way = match () {
            () if has("fill") => Way::Fill,
            () if has("ring") => Way::Ring,
            () => Way::Line,
        };
        let paint = Paint { ink: self.ink, way, dashed: has("dashed") };
        self.paths.entry(paint).or_default().push_str(d);
    }

    fn rect(&mut self, class: &str, [x, y, width, height]: [f64; 4], _: f64) {
        let d = path(&[("M", &[x, y]), ("h", &[width]), ("v", &[height]), ("h", &[-width]), ("Z", &[])]);
        self.outline(class, &d);
    }
}
