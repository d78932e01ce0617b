//! Up to where publications are shown: a line on the publication clock, what is later than it, and its handle.
//!
//! **Invariant:** where all publications are shown the handle stands where the record ends, and nothing is later.
//! Start at [`known`].

use serde::{Deserialize, Serialize};

use super::drawing::Timeline;
use super::scale::Scale;
use super::tenth;
use super::ticks::TYPE;
use crate::civil::Interval;
use crate::layout::advance::{Face, width};
use crate::layout::date_text;

/// Up to where publications are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The handle: left, top, width and height. It hangs on the side of what is later, so that it covers nothing known.
    pub handle: [f64; 4],
    /// What is later, where there is something.
    pub later: Option<[f64; 4]>,
    /// The line between the two, from one point to another.
    pub line: [f64; 4],
    /// `Published up to 30 Jan`, and where it ends; empty where there is no room, or nothing is later.
    pub label: (f64, f64, String),
    /// Whether publications are told upward, so that the handle moves up and down.
    pub upright: bool,
}

/// How far the handle stands out from its line.
pub(in crate::layout) const FLAG: f64 = 12.0;

/// The end of what is known, `until`, in a drawing that has its lanes, its plot and the mark of the last article.
pub(super) fn known(
    until: Option<i64>,
    last: Option<i64>,
    (window, scale): (Interval, &Scale),
    drawing: &Timeline,
) -> Option<Known> {
    let (end, lane) = (until.or(last)?, drawing.lanes.last()?);
    let (left, right) = drawing.plot;
    let x = match end {
        end if end <= window.from => left,
        end if end >= window.to => right,
        end => scale.x(end),
    };
    let label = short(end);
    let from = x - 6.0 - width(&label, Face::SansStrong, TYPE);
    let touches = |other: &super::LastArticle| {
        let wide = width(&other.label, Face::SansStrong, TYPE) + 12.0;
        let (x0, x1) = if other.left { (other.x - wide, other.x) } else { (other.x, other.x + wide) };
        from < x1 && x0 < x
    };
    let later = until.filter(|end| *end < window.to);
    let free = from >= left && !drawing.last_article.as_ref().is_some_and(touches);
    let shown = later.is_some() && free && end > window.from;
    let top = drawing.lanes.first().map_or(lane.y.0, |lane| lane.y.0);
    Some(Known {
        handle: [x, lane.y.0, FLAG, tenth(lane.y.1 - lane.y.0)],
        later: later.map(|_| [x, 0.0, tenth(right - x), lane.y.1]),
        line: [x, 4.0, x, lane.y.1],
        label: (x - 6.0, top - 3.0, if shown { label } else { String::new() }),
        upright: false,
    })
}

/// To a tenth of a pixel, once labels are placed beside it.
pub(super) fn rounded(known: &mut Known) {
    let later = known.later.iter_mut().flatten();
    let places = known.handle.iter_mut().chain(&mut known.line).chain(later);
    places.for_each(|place| *place = tenth(*place));
    known.label.0 = tenth(known.label.0);
}

/// `Published up to 30 Jan`, for the second after it.
pub(in crate::layout) fn short(end: i64) -> String {
    let day = date_text::days_of(Interval { from: end.saturating_sub(1), to: end }).1;
    day.map_or_else(String::new, |day| {
        format!("Published up to {} {}", day.day(), date_text::month(day, false))
    })
}
