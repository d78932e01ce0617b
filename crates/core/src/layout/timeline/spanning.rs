//! What spans all of a window, where that is much: one line a lane, with their number, since it says nothing about where
//! in the window anything lies.
//!
//! **Invariant:** counted, never dropped: a line is a bundle of which the first things alone are named. It lies at the
//! upper edge of its lane, and no mark and no label lies over it. Start at [`lines`]; [`spans`] says what belongs to it.

use serde::{Deserialize, Serialize};

use super::drawing::{Align, Label, Lane, Mark, Shape, Timeline};
use super::ticks::TYPE;
use super::{Input, Item, tenth};
use crate::civil::{DAY, Interval, When};
use crate::layout::advance::{Face, width};
use crate::layout::date_text;
use crate::layout::number_text::count;

/// What spans all of a window: an item each for all events, for those of every lane, and for publications, with how many
/// it stands for and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spanning {
    /// All events.
    pub events: Option<Item>,
    /// Those of each lane, where there are several.
    pub lanes: Vec<Option<Item>>,
    /// The publications.
    pub published: Option<Item>,
}

impl Spanning {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.events.is_none() && self.published.is_none()
    }
}

/// Whether what has the time `when` would be a bar from one end of `window` to the other and beyond. What goes on is
/// reported up to the `last` article, and a day or less is a point.
pub fn spans(when: &When, window: Interval, last: Option<i64>) -> bool {
    let Interval { from, to } = when.interval;
    let reported = to != Interval::FUTURE || !last.is_some_and(|last| window.from < last && last < window.to);
    let long = to.saturating_sub(from) > DAY.max(window.to.saturating_sub(window.from));
    from != Interval::PAST && when.interval.contains(window) && long && reported
}

/// The line of a lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    item: &'a Item,
    lane: usize,
    /// How far down its lane it lies, its height, and how far down the marks under it begin.
    down: [f64; 3],
}

/// Where it has a label over it, and on narrow screens the name of the lane, and where it has none.
const LOW: [f64; 3] = [20.5, 5.0, 25.0];
const HIGH: [f64; 3] = [1.5, 3.0, 4.0];
/// In a lane that is hardly as high as a mark it lies on the edge.
const EDGE: [f64; 3] = [0.0, 3.0, 0.0];

/// The lines of `input` in `lanes`, of which only those of the whole drawing are `compact`.
pub(super) fn lines<'a>(input: &'a Input, lanes: &[Lane], compact: bool) -> Vec<Line<'a>> {
    let last = lanes.len().saturating_sub(1);
    let Spanning { events, lanes: own, published } = &input.spanning;
    let events = match own.as_slice() {
        [] => std::slice::from_ref(events),
        _ if compact => std::slice::from_ref(events),
        own => own,
    };
    let events = events.iter().take(last).enumerate();
    let items = events.chain([(last, published)]).filter_map(|(lane, item)| Some((lane, item.as_ref()?)));
    let line = |(at, item): (usize, &'a Item)| {
        let lane = lanes.get(at)?;
        let high = lane.y.1 - lane.y.0;
        let down = match high {
            ..17.0 => EDGE,
            _ if compact || lane.folded || at == last || high < 2.0 * LOW[2] => HIGH,
            _ => LOW,
        };
        Some(Line { item, lane: at, down })
    };
    items.filter_map(line).collect()
}

/// `lanes` without what the lines take of them.
pub(super) fn below(lanes: &[Lane], own: &[Line<'_>]) -> Vec<Lane> {
    let mut lanes = lanes.to_vec();
    for own in own {
        if let Some(lane) = lanes.get_mut(own.lane) {
            lane.y.0 += own.down[2];
        }
    }
    lanes
}

/// Draws them: a bar over all of the plot, and its number where there is room for it.
pub(super) fn draw(out: &mut Timeline, lines: &[Line<'_>]) {
    for line in lines {
        let Line { item, lane, down: [down, h, _] } = line;
        let Some(place) = out.lanes.get(*lane) else { continue };
        let shape = Shape::Bar {
            x0: out.plot.0,
            x1: out.plot.1,
            y: tenth(place.y.0 + down),
            h: if item.matched { *h } else { 3.0 },
            fade_left: true,
            fade_right: true,
            soft: false,
        };
        let when = date_text::long(&item.when);
        let label = label(out, line, place, &when);
        out.labels.extend(label);
        out.marks.push(Mark {
            ids: std::iter::once(&item.id).chain(&item.also).copied().collect(),
            form: item.form,
            shape,
            matched: item.matched,
            open: false,
            when,
            lane: *lane as u32,
            things: item.count.1,
            articles: 0,
            precision: "all of what is shown".to_owned(),
        });
    }
}

/// `16,012 span all of this, 2019 to 2031`: as much of it as there is room for beside the name of the lane.
fn label(out: &Timeline, own: &Line<'_>, lane: &Lane, when: &str) -> Option<Label> {
    let (matched, total) = own.item.count;
    let of = if matched < total { format!("{} of {}", count(matched), count(total)) } else { count(total) };
    let short = format!("{of} span{} all of this", if total == 1 { "s" } else { "" });
    // On narrow screens the name stands in the plot, or else how much there is before; the number is at the right end.
    let left = (out.plot.0 < 60.0).then(|| {
        let name = lane.name.first().map_or(0.0, |name| lane.at.0 + width(name, Face::SansStrong, TYPE));
        name.max(16.0 + width("\u{25c2} 100,000 before", Face::Sans, TYPE)) + 12.0
    });
    let number = width(&count(total), Face::SansStrong, TYPE) + 12.0;
    let (x, align) = match left {
        Some(_) => (out.plot.1 - number, Align::End),
        None => (out.plot.0 + 4.0, Align::Start),
    };
    let room = out.plot.1 - number - left.unwrap_or(out.plot.0 + 4.0);
    let who =
        [format!("{short}, {when}"), short].into_iter().find(|who| width(who, Face::Sans, TYPE) <= room)?;
    let y = tenth(lane.y.0 + own.down[0] - 8.5);
    let label = Label {
        x: tenth(x),
        y,
        align,
        who,
        words: String::new(),
        cut: false,
        leader: Vec::new(),
        mark: out.marks.len() as u32,
    };
    (own.down == LOW).then_some(label)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::civil::{Certainty, Granularity, seconds};

    #[test]
    fn what_begins_or_ends_inside_does_not_span_and_a_day_or_less_never_does() {
        let day = |year, month, day| seconds(date(year, month, day));
        let year = Interval { from: day(2025, 1, 1), to: day(2026, 1, 1) };
        let since = Interval { from: day(2022, 1, 1), to: Interval::FUTURE };
        let (fifth, week) =
            (Interval::day(date(2025, 3, 5)), Interval::days(date(2025, 3, 3), date(2025, 3, 9)));
        let noon = Interval { from: fifth.from + DAY / 4, to: fifth.to - DAY / 4 };
        let new_year = Interval::day(date(2025, 1, 1));
        let across = Interval::days(date(2024, 12, 30), date(2025, 1, 5));
        let last = Some(fifth.to - DAY / 2);
        for (interval, window, last, expected) in [
            (year, fifth, None, true),
            (year, week, None, true),
            // It begins with the window, and says no more for it.
            (year, new_year, None, true),
            (year, year, None, false),
            (year, across, None, false),
            (week, fifth, None, true),
            (fifth, fifth, None, false),
            (fifth, noon, None, false),
            (since, fifth, None, true),
            // It is reported up to the last article, which lies in the window, and not beyond.
            (since, fifth, last, false),
            (since, new_year, last, true),
            (Interval { from: Interval::PAST, ..year }, fifth, None, false),
        ] {
            let when = When { interval, granularity: Granularity::Week, certainty: Certainty::Exact };
            assert_eq!(spans(&when, window, last), expected, "{interval:?} {window:?} {last:?}");
        }
    }
}
