//! Items into marks on two clocks: as wide as their time, as high as their publication, side by side where both are days.
//!
//! **Invariant:** a mark stays within the days of both its clocks; what finds no place of its own shares one, and a
//! shared place names all that are in it.
//! Start at [`marks`].

use super::super::drawing::{Mark, Shape};
use super::super::marks::{Ground, flat, when_text};
use super::super::rows::{Flat, Room, stack};
use super::super::thing::Thing;
use super::super::{Input, tenth};
use super::Reported;
use super::up::Up;
use crate::civil::{DAY, When};
use crate::order::Order as _;

/// Half the width of a bar that is as high as its publication is told.
const HALF: f64 = 3.0;
/// The height of a row of bars.
const BARS: f64 = 8.0;

/// All marks in the order of time; with each the things in it.
pub(super) fn marks(
    input: &Input,
    things: &[Thing<'_>],
    ground: Ground<'_>,
    (reported, up): (&Reported, &Up),
) -> Vec<(Mark, Vec<usize>)> {
    let events =
        things.iter().enumerate().filter(|(_, t)| t.item.id.event.is_some() && t.is_in(ground.window));
    let mut order: Vec<(When, usize)> =
        events.filter_map(|(i, thing)| Some((reported.of(thing.item.id.article)?, i))).collect();
    order.order();
    let mut out: Vec<(Mark, Vec<usize>)> = Vec::new();
    for group in order.chunk_by(|(a, _), (b, _)| a == b) {
        let Some((when, _)) = group.first().copied() else { continue };
        let own = group.iter().filter_map(|(_, i)| Some((*i, things.get(*i)?)));
        let mut flats: Vec<Flat> =
            own.map(|(i, thing)| flat(i, thing, input.open == Some(thing.index), 0, ground)).collect();
        flats.order_by(|a, b| {
            let quiet = |f: &Flat| (!f.mark.open, !f.mark.matched, f.mark.form, f.mark.ids.first().copied());
            a.x.0.total_cmp(&b.x.0).then_with(|| quiet(a).cmp(&quiet(b))).then(a.of.cmp(&b.of))
        });
        let (top, floor) = up.span(when.interval);
        let (from, to) = (when.interval.from.div_euclid(DAY), (when.interval.to - 1).div_euclid(DAY));
        let flats = if from == to {
            stack(flats, Room { top, floor, pitch: (floor - top).clamp(6.0, 13.0), bar_pitch: BARS })
        } else {
            tall(flats, (top, floor), ground)
        };
        for Flat { mut mark, of, .. } in flats {
            (mark.when, mark.precision) = when_text(of.iter().filter_map(|i| things.get(*i)));
            if let Shape::Dot { r, .. } = &mut mark.shape {
                *r = r.min(tenth((floor - top) / 2.0 + 1.0)).max(3.0);
            }
            out.push((mark, of));
        }
    }
    // What is largest lies lowest, and is focused in the order of time all the same.
    out.order_by_key(|(mark, of)| (std::cmp::Reverse(area(&mark.shape)), of.first().copied()));
    out
}

/// The marks of one publication that is known as a range: as high as it, those of one day side by side.
fn tall(flats: Vec<Flat>, (top, floor): (f64, f64), ground: Ground<'_>) -> Vec<Flat> {
    let (y, high) = (tenth(f64::midpoint(top, floor)), tenth(floor - top));
    let mut out: Vec<Flat> = Vec::new();
    for mut flat in flats {
        let mut slack = 0.0;
        flat.mark.shape = match flat.mark.shape {
            Shape::Dot { x, .. } => {
                let day = ground.scale.t(x).map_or(0, |t| t.div_euclid(DAY) * DAY);
                let (x0, x1) = ground.scale.span(day, day + DAY);
                slack = ((x1 - x0) / 2.0 - HALF).max(0.0);
                bar((x - slack - HALF, x - slack + HALF), y, high)
            }
            Shape::Bar { x0, x1, fade_left, fade_right, soft, .. } => {
                Shape::Bar { x0, x1, y, h: high, fade_left, fade_right, soft }
            }
            Shape::Bracket { x, arm, .. } => Shape::Bracket { x, y, h: tenth(high / 2.0), arm },
        };
        place(flat, slack * 2.0, &mut out);
    }
    out
}

fn bar((x0, x1): (f64, f64), y: f64, h: f64) -> Shape {
    Shape::Bar { x0: tenth(x0), x1: tenth(x1), y, h, fade_left: false, fade_right: false, soft: false }
}

/// Puts `flat`, which may be moved right by `slack`, beside those that are there, or into the last one where there is
/// no room.
fn place(mut flat: Flat, slack: f64, out: &mut Vec<Flat>) {
    let Shape::Bar { x0, x1, .. } = flat.mark.shape else { return out.push(flat) };
    let is_narrow = x1 - x0 <= 2.0 * HALF + 0.2;
    let step = 2.0 * HALF + 3.0;
    let taken = |shift: f64, out: &[Flat]| {
        out.iter().position(|other| match other.mark.shape {
            Shape::Bar { x0: a, x1: b, .. } if is_narrow => {
                b - a <= 2.0 * HALF + 0.2 && (a - x0 - shift).abs() < step - 1.0
            }
            Shape::Bar { x0: a, x1: b, .. } => (a - x0).abs() < 1.0 && (b - x1).abs() < 1.0,
            _ => false,
        })
    };
    let mut shift = 0.0;
    while let Some(at) = taken(shift, out) {
        shift += step;
        if shift > slack || !is_narrow {
            if let Some(into) = out.get_mut(at) {
                into.mark.ids.extend(flat.mark.ids);
                into.mark.things += flat.mark.things;
                into.of.extend(flat.of);
                into.mark.matched |= flat.mark.matched;
                into.mark.open |= flat.mark.open;
            }
            return;
        }
    }
    if let Shape::Bar { x0, x1, .. } = &mut flat.mark.shape {
        (*x0, *x1) = (tenth(*x0 + shift), tenth(*x1 + shift));
    }
    out.push(flat);
}

/// About how many pixels a shape covers.
fn area(shape: &Shape) -> i64 {
    (match shape {
        Shape::Dot { r, .. } => 4.0 * r * r,
        Shape::Bar { x0, x1, h, .. } => (x1 - x0) * h,
        Shape::Bracket { h, arm, .. } => 2.0 * h * arm,
    }) as i64
}
