//! The parts of the drawing: margins, lanes and the lines of labels, for any size.
//!
//! **Invariant:** every number is finite and every edge in order, whatever the size asked for.
//! Start at [`Frame::new`].

use super::drawing::Lane;
use super::ticks::TYPE;
use super::{LaneItems, Size, tenth};
use crate::layout::advance::{Face, width};
use crate::layout::number_text::count;

/// The space above the lanes, for the name of the last article.
const TOP: f64 = 16.0;
/// The space below them, for the labels of time.
const FOOT: f64 = 36.0;
/// The height of a lane that is folded.
const FOLDED: f64 = 19.0;
/// The same where its name stands above its marks.
const FOLDED_NARROW: f64 = 32.0;

/// The width of what has no place in time, at the right, as `style/timeline.css` has it; and the air before it.
const TRAY: f64 = 136.0;
const AIR: f64 = 12.0;

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
    /// The height of a lane of events, where there are several.
    lane: f64,
    /// The height of one that is folded.
    folded: f64,
}

impl Frame {
    /// The parts of a drawing of `size` with the lanes of `events`, with room at the right for what has no place in time.
    pub(super) fn new(size: Size, tray: bool, events: &[LaneItems]) -> Self {
        let sane = |v: f64| if v.is_finite() { v.clamp(0.0, 20_000.0) } else { 0.0 };
        let (width, height) = (tenth(sane(size.width)), tenth(sane(size.height)));
        let compact = height < 110.0;
        let (left, right) = match width {
            w if w < 560.0 => (12.0, 12.0),
            w if w < 900.0 => (104.0, 16.0),
            _ => (168.0, if tray { TRAY + AIR } else { 24.0 }),
        };
        let left = tenth(f64::min(left, width / 2.0));
        let plot = (left, tenth((width - right).max(left)));
        let lanes = if compact { 0 } else { events.len() };
        let open = if compact { 0 } else { events.iter().filter(|lane| !lane.folded).count() };
        let lane = match open {
            0..=2 => 105.0,
            3 => 92.0,
            4 | 5 => 78.0,
            _ => 66.0,
        };
        let folded = if width < 560.0 { FOLDED_NARROW } else { FOLDED };
        let height = match lanes {
            0 => height,
            // The one row of publications, and the lines above and below.
            _ => TOP + open as f64 * lane + (lanes - open) as f64 * folded + 17.0 + FOOT,
        };
        let label_y = if compact { (height - 4.0, height - 4.0) } else { (height - 19.0, height - 4.0) };
        let most_labels = match width {
            _ if compact => 0,
            w if w < 560.0 => 0,
            w if w < 900.0 => 3,
            _ => 5,
        };
        Self { width, height, plot, label_y, compact, most_labels, lane, folded }
    }

    /// Events above, in one lane or in those of `events`, publications below in so many rows.
    pub(super) fn lanes(&self, events: &[LaneItems], rows: usize) -> Vec<Lane> {
        let (top, foot, row) = if self.compact { (4.0, 17.0, 9.0) } else { (TOP, FOOT, 13.0) };
        let floor = (self.height - foot).max(0.0);
        let top = f64::min(top, floor);
        let room = floor - top;
        let own = !self.compact && !events.is_empty();
        let rows = if self.compact || own { 1 } else { rows };
        let published = f64::min(row * rows as f64 + if self.compact { 1.0 } else { 4.0 }, room * 0.4);
        let split = tenth(floor - published);
        let plain = |lines: &[&str], y: (f64, f64)| {
            let shown = if self.width < 560.0 { &[] } else { lines };
            let name = shown.iter().map(|l| (*l).to_owned()).collect();
            let down = if y.1 - y.0 < 24.0 { 4.0 } else { 0.0 };
            Lane { name, y, at: (16.0, tenth(f64::midpoint(y.0, y.1) + down)), ..Lane::default() }
        };
        let mut lanes = Vec::with_capacity(events.len() + 1);
        if own {
            let mut y = top;
            for lane in events {
                let high = if lane.folded { self.folded } else { self.lane };
                lanes.push(self.named(lane, (tenth(y), tenth(y + high))));
                y += high;
            }
        } else {
            lanes.push(plain(&["Events,", "as reported"], (top, split)));
        }
        lanes.push(plain(&["Published"], (split, tenth(floor))));
        lanes
    }

    /// The lane of `items` at `y` with its name, as much of it as there is room for.
    fn named(&self, items: &LaneItems, y: (f64, f64)) -> Lane {
        let number = count(items.count);
        let folded = items.folded;
        let first = y.0 + if folded { 13.0 } else { 16.0 };
        if self.width < 560.0 {
            // The margin has no room: the name stands in the plot, above what is in the lane.
            let name = vec![format!("{} · {number}", items.label)];
            return Lane { name, folded, y, at: (self.plot.0 + 2.0, first), ..Lane::default() };
        }
        let room = self.plot.0 - 32.0 - width(&number, Face::Sans, TYPE);
        let name = lines(&items.label, room, if folded || !items.words.is_empty() { 1 } else { 2 });
        let words = if folded { (Vec::new(), false) } else { begun(&items.words, self.plot.0 - 26.0, 2) };
        Lane { name, words, count: number, folded, at: (16.0, first), y }
    }
}

/// `text` in at most `most` lines of `room` pixels; what has no room is cut with an ellipsis.
fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
    let wide = |text: &str| width(text, Face::SansStrong, TYPE);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| wide(longer) <= room || lines.len() == most) {
            Some(longer) => drop(lines.splice(lines.len() - 1.., [longer])),
            None => lines.push(word.to_owned()),
        }
    }
    for line in &mut lines {
        if wide(line) > room {
            let dots = wide("…");
            while line.pop().is_some() && wide(line) + dots > room {}
            line.truncate(line.trim_end().len());
            line.push('…');
        }
    }
    lines
}

/// As many words of `words` as fit into `most` lines of `room` pixels, and whether that is not all.
fn begun(words: &str, room: f64, most: usize) -> (Vec<String>, bool) {
    let wide = |text: &str| width(text, Face::Serif, TYPE);
    let dots = width("…", Face::Sans, TYPE);
    let mut lines = Vec::new();
    let mut rest = words.trim();
    while lines.len() < most && !rest.is_empty() {
        let last = lines.len() + 1 == most;
        let ends = rest.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        let mut prefixes = ends.chain([rest.len()]).filter_map(|end| rest.get(..end));
        let room = |prefix: &str| if last && prefix.len() < rest.len() { room - dots } else { room };
        let Some(line) = prefixes.rfind(|prefix| wide(prefix) <= room(prefix)) else { break };
        lines.push(line.trim_end().to_owned());
        rest = rest.get(line.len()..).unwrap_or_default().trim_start();
    }
    let cut = !rest.is_empty() && !lines.is_empty();
    (lines, cut)
}
