//! The shapes that tell forms apart, each around a point or over an interval.
//!
//! **Invariant:** shape tells them apart, colour only repeats it. Start at [`shape`].

use super::super::Form;
use crate::layout::px::{path, px};
use crate::layout::svg::Svg;

impl Form {
    /// Its class in a style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Happened => "happened",
            Self::Ongoing => "ongoing",
            Self::Claimed => "claimed",
            Self::Announced => "announced",
            Self::Deadline => "deadline",
            Self::Conditional => "conditional",
            Self::Denied => "denied",
            Self::NotDone => "not-done",
            Self::Withheld => "withheld",
            Self::Published => "published",
        }
    }

    /// What it means, for a key.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Happened => "happened",
            Self::Ongoing => "goes on",
            Self::Claimed => "one side’s claim",
            Self::Announced => "announced",
            Self::Deadline => "deadline",
            Self::Conditional => "on a condition",
            Self::Denied => "denied",
            Self::NotDone => "did not happen",
            Self::Withheld => "not said",
            Self::Published => "published",
        }
    }
}

/// The form's shape as a small picture of its own in a square of 16.
pub fn glyph(form: Form) -> String {
    let mut svg = Svg::default();
    shape(&mut svg, form, (8.0, 8.0), 5.5);
    svg.finish()
}

/// What shapes are drawn with: as elements, or as paths.
pub(super) trait Pen {
    /// Adds a circle.
    fn circle(&mut self, class: &str, at: (f64, f64), r: f64);
    /// Adds the path `d`.
    fn outline(&mut self, class: &str, d: &str);
    /// Adds a rectangle `[x, y, width, height]` with corners of radius `rx`.
    fn rect(&mut self, class: &str, at: [f64; 4], rx: f64);
}

impl Pen for Svg {
    fn circle(&mut self, class: &str, (x, y): (f64, f64), r: f64) {
        self.add("circle", &[("class", class), ("cx", &px(x)), ("cy", &px(y)), ("r", &px(r))], "");
    }

    fn outline(&mut self, class: &str, d: &str) {
        self.add("path", &[("class", class), ("d", d)], "");
    }

    fn rect(&mut self, class: &str, at: [f64; 4], rx: f64) {
        Svg::rect(self, class, at, rx);
    }
}

/// Adds a form's shape around `(x, y)` with radius `r`.
pub(super) fn shape(pen: &mut dyn Pen, form: Form, (x, y): (f64, f64), r: f64) {
    match form {
        Form::Said => {
            pen.circle("ring", (x, y), r);
            pen.circle("fill", (x, y), r * 0.4);
        }
        Form::Happened => pen.circle("fill", (x, y), r),
        Form::Ongoing => pen.outline("fill", &pointed(x - r, x + r, y, 1.7 * r)),
        Form::Claimed => pen.outline("fill", &notch(x - r, x + r, y, 2.0 * r)),
        Form::Announced => pen.circle("ring dashed", (x, y), r),
        Form::Deadline => pen.outline("line dashed", &bracket(x, y, r, 1.6 * r)),
        Form::Conditional => {
            pen.outline("ring dashed", &lozenge(x - r * 1.15, x + r * 1.15, y, 2.3 * r));
        }
        Form::Denied => {
            pen.circle("ring", (x, y), r);
            pen.outline("line", &slash(x, y, r * 1.1));
        }
        Form::NotDone => pen.outline("line", &cross(x, y, r * 0.85)),
        Form::Withheld => pen.circle("ring", (x, y), r),
        Form::Published => pen.rect("fill", [x - r, y - r, 2.0 * r, 2.0 * r], 1.5),
    }
}

/// A bracket at `x` as high as `2 * h`, open to the left.
pub(super) fn bracket(x: f64, y: f64, h: f64, arm: f64) -> String {
    path(&[("M", &[x, y - h]), ("v", &[2.0 * h]), ("M", &[x, y]), ("h", &[-arm])])
}

/// A filled bar with a notch cut out of its upper right corner: one side's claim.
pub(super) fn notch(x0: f64, x1: f64, y: f64, h: f64) -> String {
    let (top, bottom) = (y - h / 2.0, y + h / 2.0);
    let cut = ((x1 - x0) * 0.4).min(h);
    path(&[
        ("M", &[x0, top]),
        ("H", &[x1 - cut]),
        ("V", &[y]),
        ("H", &[x1]),
        ("V", &[bottom]),
        ("H", &[x0]),
        ("Z", &[]),
    ])
}

/// A filled bar with a point at its right end: it goes on.
pub(super) fn pointed(x0: f64, x1: f64, y: f64, h: f64) -> String {
    let (top, bottom) = (y - h / 2.0, y + h / 2.0);
    let neck = x1 - ((x1 - x0) * 0.55).min(h);
    path(&[
        ("M", &[x0, top]),
        ("H", &[neck]),
        ("L", &[x1, y]),
        ("L", &[neck, bottom]),
        ("H", &[x0]),
        ("Z", &[]),
    ])
}

/// A bar with a point at both ends, or a lozenge where it is as high as wide: a condition.
pub(super) fn lozenge(x0: f64, x1: f64, y: f64, h: f64) -> String {
    let (top, bottom) = (y - h / 2.0, y + h / 2.0);
    let end = ((x1 - x0) / 2.0).min(h);
    path(&[
        ("M", &[x0, y]),
        ("L", &[x0 + end, top]),
        ("H", &[x1 - end]),
        ("L", &[x1, y]),
        ("L", &[x1 - end, bottom]),
        ("H", &[x0 + end]),
        ("Z", &[]),
    ])
}

/// A stroke through a mark: denied.
pub(super) fn slash(x: f64, y: f64, r: f64) -> String {
    path(&[("M", &[x - r, y + r]), ("L", &[x + r, y - r])])
}

/// Two strokes: it did not happen.
pub(super) fn cross(x: f64, y: f64, r: f64) -> String {
    slash(x, y, r) + &path(&[("M", &[x - r, y - r]), ("L", &[x + r, y + r])])
}
