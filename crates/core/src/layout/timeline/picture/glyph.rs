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

/// Adds a form's shape around `(x, y)` with radius `r`.
pub(super) fn shape(svg: &mut Svg, form: Form, (x, y): (f64, f64), r: f64) {
    let circle = |svg: &mut Svg, class: &str, r: f64| {
        svg.add("circle", &[("class", class), ("cx", &px(x)), ("cy", &px(y)), ("r", &px(r))], "");
    };
    match form {
        Form::Said => {
            circle(svg, "ring", r);
            circle(svg, "fill", r * 0.4);
        }
        Form::Happened => circle(svg, "fill", r),
        Form::Ongoing => outline(svg, "fill", &pointed(x - r, x + r, y, 1.7 * r)),
        Form::Claimed => outline(svg, "fill", &notch(x - r, x + r, y, 2.0 * r)),
        Form::Announced => circle(svg, "ring dashed", r),
        Form::Deadline => outline(svg, "line dashed", &bracket(x, y, r, 1.6 * r)),
        Form::Conditional => {
            outline(svg, "ring dashed", &lozenge(x - r * 1.15, x + r * 1.15, y, 2.3 * r));
        }
        Form::Denied => {
            circle(svg, "ring", r);
            outline(svg, "line", &slash(x, y, r * 1.1));
        }
        Form::NotDone => outline(svg, "line", &cross(x, y, r * 0.85)),
        Form::Withheld => circle(svg, "ring", r),
        Form::Published => svg.rect("fill", [x - r, y - r, 2.0 * r, 2.0 * r], 1.5),
    }
}

/// Adds the path `d`.
pub(super) fn outline(svg: &mut Svg, class: &str, d: &str) {
    svg.add("path", &[("class", class), ("d", d)], "");
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
