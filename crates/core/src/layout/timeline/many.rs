//! Marks where there are hundreds: each in its own day, in rows and columns around the day's middle.
//!
//! **Invariant:** a mark stands inside its interval, never over another; where one finds no place there are none at all,
//! and bars count them. What lasts longer than it is wide is a bar of its own, and those share places as elsewhere.
//! Start at [`marks`].

use std::collections::BTreeMap;

use super::drawing::{Lane, Mark, Shape};
use super::marks::{Ground, flat, named};
use super::plan::whole;
use super::rows::{Flat, Room, at, packed};
use super::thing::Thing;
use super::{Form, Input};
use crate::civil::DAY;
use crate::order::Order as _;

/// The distance of marks from each other, and of bars.
const PITCH: (f64, f64) = (9.0, 5.0);
/// Which part of a lane bars may take.
const FOR_BARS: f64 = 0.3;

/// All marks in the order of their time, with each the things in it; `None` where they would lie on one another.
pub(super) fn marks(
    input: &Input,
    things: &[Thing<'_>],
    ground: Ground<'_>,
    lanes: &[Lane],
) -> Option<Vec<(Mark, Vec<usize>)>> {
    let ground = Ground { compact: true, ..ground };
    let mut out: Vec<Flat> = Vec::new();
    for (at_lane, lane) in (0_u32..).zip(lanes) {
        let published = at_lane as usize + 1 == lanes.len();
        let is_here = |t: &Thing<'_>| {
            let own = input.lanes.is_empty() || published || t.item.lanes >> at_lane & 1 == 1;
            (t.item.form == Form::Published) == published && own && t.is_in(ground.window)
        };
        let own = things.iter().enumerate().filter(|(_, t)| is_here(t));
        let flats = own.map(|(i, thing)| flat(i, thing, input.open == Some(thing.index), at_lane, ground));
        let (dots, bars): (Vec<Flat>, Vec<Flat>) =
            flats.partition(|flat| matches!(flat.mark.shape, Shape::Dot { .. }));
        let room = Room { top: lane.y.0 + 2.0, floor: lane.y.1 - 1.0, pitch: PITCH.0, bar_pitch: PITCH.1 };
        let high = (room.floor - room.top).max(0.0);
        let mut bars = bars;
        bars.order_by(|a, b| a.x.0.total_cmp(&b.x.0).then(a.of.cmp(&b.of)));
        let (bars, used) = packed(bars, whole(high * FOR_BARS / PITCH.1).max(1));
        let top = room.top + used as f64 * PITCH.1;
        out.extend(bars.into_iter().map(|(row, flat)| at(flat, top - (row as f64 + 0.5) * PITCH.1)));
        out.extend(swarm(dots, things, ground, whole((room.floor - top) / PITCH.0), room.floor)?);
    }
    Some(named(out.into_iter().map(|flat| (flat.mark, flat.of)).collect(), things))
}

/// The dots of each day around its middle, in as few columns as they need; those of an hour or less in one.
fn swarm(
    dots: Vec<Flat>,
    things: &[Thing<'_>],
    ground: Ground<'_>,
    rows: usize,
    floor: f64,
) -> Option<Vec<Flat>> {
    let mut days: BTreeMap<(i64, i64), Vec<Flat>> = BTreeMap::new();
    for dot in dots {
        let thing = things.get(*dot.of.first()?)?;
        days.entry((thing.from?, thing.to?)).or_default().push(dot);
    }
    // For each row what stands in it, in order.
    let mut taken: Vec<Vec<i64>> = vec![Vec::new(); rows];
    let mut out = Vec::new();
    for ((from, to), mut dots) in days {
        dots.order_by_key(|flat| {
            (!flat.mark.open, !flat.mark.matched, flat.mark.form, flat.of.first().copied())
        });
        let columns = dots.len().div_ceil(rows.max(1)).max(1);
        let wide = ground.scale.x(to) - ground.scale.x(from);
        if columns > 1 && (to - from < DAY || columns as f64 * PITCH.0 > wide) {
            return None;
        }
        for (number, mut dot) in dots.into_iter().enumerate() {
            let Shape::Dot { x, .. } = &mut dot.mark.shape else { return None };
            *x += ((number % columns) as f64 - (columns - 1) as f64 / 2.0) * PITCH.0;
            // In hundredths, so that they are in order; a tenth of a pixel is none.
            let place = (*x * 100.0) as i64;
            let near = (PITCH.0 * 100.0) as i64 - 10;
            let free = |row: &Vec<i64>| {
                let next = row.partition_point(|other| *other < place - near);
                row.get(next).is_none_or(|other| *other > place + near)
            };
            let row = taken.iter().position(free)?;
            let own = taken.get_mut(row)?;
            own.insert(own.partition_point(|other| *other < place), place);
            out.push(at(dot, floor - (row as f64 + 0.5) * PITCH.0));
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Item, ItemId, Size, lay_out};
    use super::*;
    use crate::annotate::VoiceClass;
    use crate::civil::{Certainty, Granularity, Interval, When};

    const START: i64 = 20_000 * DAY;

    fn item(n: u32, day: i64, form: Form) -> Item {
        let interval = Interval { from: START + day * DAY, to: START + (day + 1) * DAY };
        Item {
            id: ItemId { article: n, event: (form != Form::Published).then_some(0) },
            when: When { interval, granularity: Granularity::Day, certainty: Certainty::Exact },
            form,
            matched: true,
            count: (1, 1),
            who: String::new(),
            words: String::new(),
            voice: VoiceClass::Outlet,
            lanes: 0,
            also: Vec::new(),
            articles: 0,
        }
    }

    /// A window of ten days with `of` in it, each on a day.
    fn drawn(of: &[(i64, bool)], height: f64) -> super::super::Timeline {
        let form = |published: bool| if published { Form::Published } else { Form::Said };
        let inside: Vec<Item> =
            (0..).zip(of).map(|(n, (day, published))| item(n, *day, form(*published))).collect();
        let window = Some(Interval { from: START, to: START + 10 * DAY });
        let input = Input { items: inside.clone(), crowded: true, inside, window, ..Input::default() };
        lay_out(&input, Size { width: 1440.0, height })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn each_stands_in_its_day_and_none_over_another(
            of in prop::collection::vec((0..10_i64, prop::bool::weighted(0.2)), 241..1200), height in 150.0..900.0f64,
        ) {
            let t = drawn(&of, height);
            if !t.many {
                prop_assert!(t.marks.is_empty() && t.density.iter().any(|bins| !bins.is_empty()));
                return Ok(());
            }
            prop_assert_eq!(t.marks.len(), of.len());
            let place = |mark: &Mark| match mark.shape {
                Shape::Dot { x, y, r } => (x, y, r),
                _ => (0.0, 0.0, f64::MAX),
            };
            for (at, mark) in t.marks.iter().enumerate() {
                let (x, y, r) = place(mark);
                let (day, published) = of[mark.ids[0].article as usize];
                let (x0, x1) = t.scale.span(START + day * DAY, START + (day + 1) * DAY);
                prop_assert!(x0 <= x - r && x + r <= x1 + 0.1, "it stands in its day");
                let lane = t.lanes[usize::from(published)].y;
                prop_assert!(lane.0 <= y - r && y + r <= lane.1 + 0.1, "and in its lane");
                let apart = |other: &Mark| (place(other).0 - x).hypot(place(other).1 - y) >= r;
                prop_assert!(t.marks.iter().skip(at + 1).all(apart), "no other lies over it");
            }
        }
    }

    #[test]
    fn hundreds_in_a_week_are_marks_and_thousands_bars() {
        let spread = |count: i64| (0..count).map(|n| (n % 10, n % 5 == 0)).collect::<Vec<_>>();
        assert!(drawn(&spread(600), 212.0).many);
        assert!(!drawn(&spread(6000), 212.0).many);
        assert!(drawn(&spread(4000), 900.0).many, "where the drawing is as high, thousands are");
    }
}
