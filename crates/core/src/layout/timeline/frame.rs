//! The parts of the drawing: margins, lanes and the lines of labels, for any size.
//!
//! **Invariant:** every number is finite and every edge in order, whatever the size asked for.
//! Start at [`Frame::new`].

use super::Size;
use super::drawing::Lane;
use super::tenth;

/// The fixed parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Left and right edge of the area in which time is drawn.
    pub(super) plot: (f64, f64),
    /// Baselines of the two lines of tick labels.
    pub(super) label_y: (f64, f64),
    /// Whether it is a strip: one line of labels, small marks.
    pub(super) compact: bool,
    /// The most labels near each other.
    pub(super) most_labels: usize,
}

impl Frame {
    /// The parts of a drawing of `size`, with room at the right for what has no place in time.
    pub(super) fn new(size: Size, tray: bool) -> Self {
        let sane = |v: f64| if v.is_finite() { v.clamp(0.0, 20_000.0) } else { 0.0 };
        let (width, height) = (tenth(sane(size.width)), tenth(sane(size.height)));
        let compact = height < 110.0;
        let (left, right) = match width {
            w if w < 560.0 => (12.0, 12.0),
            w if w < 900.0 => (104.0, 16.0),
            _ => (168.0, if tray { 136.0 } else { 24.0 }),
        };
        let left = tenth(f64::min(left, width / 2.0));
        let plot = (left, tenth((width - right).max(left)));
        let label_y = if compact { (height - 4.0, height - 4.0) } else { (height - 19.0, height - 4.0) };
        let most_labels = match width {
            _ if compact => 0,
            w if w < 560.0 => 0,
            w if w < 900.0 => 3,
            _ => 5,
        };
        Self { width, height, plot, label_y, compact, most_labels }
    }

    /// Events above, publications below in so many rows.
    pub(super) fn lanes(&self, rows: usize) -> Vec<Lane> {
        let (top, foot, row) = if self.compact { (4.0, 17.0, 9.0) } else { (16.0, 36.0, 13.0) };
        let floor = (self.height - foot).max(0.0);
        let top = f64::min(top, floor);
        let room = floor - top;
        let rows = if self.compact { 1 } else { rows };
        let published = f64::min(row * rows as f64 + if self.compact { 1.0 } else { 4.0 }, room * 0.4);
        let split = tenth(floor - published);
        let name = |lines: &[&str]| {
            let shown = if self.width < 560.0 { &[] } else { lines };
            shown.iter().map(|l| (*l).to_owned()).collect()
        };
        vec![
            Lane { name: name(&["Events,", "as reported"]), y: (top, split) },
            Lane { name: name(&["Published"]), y: (split, tenth(floor)) },
        ]
    }
}
