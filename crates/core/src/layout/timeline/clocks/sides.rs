//! The diagonal, on which things are reported on the day on which they happen, and the names of what lies beside it.
//!
//! **Invariant:** it is drawn only where a time is on both scales; a side is named where the window reaches it.
//! Start at [`sides`].

use super::super::drawing::Timeline;
use super::super::tenth;
use super::super::ticks::TYPE;
use super::up::Up;
use crate::civil::Interval;
use crate::layout::advance::{Face, width};
use crate::layout::px::path;

/// What lies above the diagonal, in full and for little room.
const BACK: [&str; 2] = ["Happened before it was reported", "Looking back"];
/// What lies below it.
const AHEAD: [&str; 2] = ["Reported ahead of its time", "Looking ahead"];

/// The words of a side: where they start (or end, if they do), and they.
type Side = (f64, f64, bool, String);

/// The diagonal as a path, and the names of its sides.
pub(super) fn sides(drawing: &Timeline, up: &Up, span: Interval) -> (String, Vec<Side>) {
    let mut d = String::new();
    for across in &drawing.scale.pieces {
        for own in up.pieces() {
            let (from, to) = (across.from.max(own.from), across.to.min(own.to));
            if from < to {
                let (x0, x1) = drawing.scale.span(from, to);
                let (y1, y0) = up.span(Interval { from, to });
                d += &path(&[("M", &[tenth(x0), y0]), ("L", &[tenth(x1), y1])]);
            }
        }
    }
    let Some(window) = drawing.window else { return (d, Vec::new()) };
    let Some(lane) = drawing.lanes.first() else { return (d, Vec::new()) };
    let (left, right) = drawing.plot;
    let fitted = |[full, short]: [&str; 2]| {
        let half = (right - left) / 2.0 - 12.0;
        if width(full, Face::SansStrong, TYPE) <= half { full.to_owned() } else { short.to_owned() }
    };
    let mut sides = Vec::new();
    if window.from < span.to {
        // Above the plot, unless the last article is named there.
        let words = fitted(BACK);
        let end = left + width(&words, Face::SansStrong, TYPE) + 8.0;
        let last = drawing.last_article.as_ref().map_or(f64::INFINITY, |last| {
            if last.left { last.x - width(&last.label, Face::SansStrong, TYPE) - 8.0 } else { last.x }
        });
        let inside = if end < last { -3.0 } else { 15.0 };
        sides.push((left + 2.0, lane.y.0 + inside, false, words));
    }
    if window.to > span.from {
        sides.push((right - 8.0, lane.y.1 - 8.0, true, fitted(AHEAD)));
    }
    (d, sides)
}
