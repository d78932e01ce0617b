//! Rows of a lane: points stack upward from the lane's floor, bars lie above them, nothing overlaps.
//!
//! **Invariant:** everything gets a place; what finds none shares one, and a shared place names all that are in it.
//! Start at [`stack`].

use super::drawing::{Mark, Shape};
use super::{plan::whole, tenth};

/// A mark without its height.
#[derive(Clone, Debug)]
pub(super) struct Flat {
    /// The mark; its `y` is filled in here.
    pub(super) mark: Mark,
    /// The items in it, as indices into the things drawn.
    pub(super) of: Vec<usize>,
    /// What it takes of a row.
    pub(super) x: (f64, f64),
    /// Whether it lies in the rows of bars.
    pub(super) is_bar: bool,
}

/// The room of a lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The upper edge that marks keep to.
    pub(super) top: f64,
    /// The lower edge.
    pub(super) floor: f64,
    /// The height of a row of points.
    pub(super) pitch: f64,
    /// The height of a row of bars.
    pub(super) bar_pitch: f64,
}

/// The width kept right of a bundle for its count.
const COUNT: f64 = 22.0;

/// Gives every mark its height; `flats` come sorted, those first that shall lie lowest.
pub(super) fn stack(flats: Vec<Flat>, room: Room) -> Vec<Flat> {
    let high = (room.floor - room.top).max(0.0);
    // In one row all share it.
    let both = high >= room.pitch + room.bar_pitch;
    let (bars, dots): (Vec<Flat>, Vec<Flat>) = flats.into_iter().partition(|f| both && f.is_bar);
    let rows = |high: f64, pitch: f64| whole((high + 0.1) / pitch).max(1);
    let for_bars = (needed(&bars) as f64 * room.bar_pitch).min((high / 2.0).max(room.bar_pitch));
    let (dots, used) = packed(dots, rows(high - for_bars, room.pitch));
    let dots_high = used as f64 * room.pitch;
    let (bars, _) = packed(bars, rows(high - dots_high, room.bar_pitch));
    let y = |row: usize, pitch: f64, from: f64| tenth(from - (row as f64 + 0.5) * pitch);
    let dots = dots.into_iter().map(|(row, f)| at(f, y(row, room.pitch, room.floor)));
    let bars = bars.into_iter().map(|(row, f)| at(f, y(row, room.bar_pitch, room.floor - dots_high)));
    dots.chain(bars).collect()
}

fn needed(flats: &[Flat]) -> usize {
    let mut rows: Vec<f64> = Vec::new();
    for f in flats {
        if let Some(end) = rows.iter_mut().find(|end| **end <= f.x.0) {
            *end = f.x.1;
        } else if rows.len() < 40 {
            rows.push(f.x.1);
        }
    }
    rows.len()
}

/// Each into the lowest row that is free; where all `rows` would not do, the top one holds bundles. With the number
/// of rows used.
pub(super) fn packed(flats: Vec<Flat>, rows: usize) -> (Vec<(usize, Flat)>, usize) {
    let plain = if needed(&flats) > rows { rows - 1 } else { rows };
    let mut ends: Vec<f64> = vec![f64::NEG_INFINITY; plain];
    let mut used = 0;
    let mut out: Vec<(usize, Flat)> = Vec::with_capacity(flats.len());
    let mut bundle: Option<(usize, f64)> = None;
    for flat in flats {
        let row = ends.iter().position(|end| *end <= flat.x.0 + 1e-6);
        if let Some((row, end)) = row.and_then(|r| Some((r, ends.get_mut(r)?))) {
            *end = flat.x.1;
            used = used.max(row + 1);
            out.push((row, flat));
            continue;
        }
        used = rows;
        if let Some((_, into)) = bundle.and_then(|(i, end)| out.get_mut(i).filter(|_| flat.x.0 < end)) {
            merge(into, flat);
            if let Some((_, end)) = bundle.as_mut() {
                *end = end.max(into.x.1 + COUNT);
            }
        } else {
            bundle = Some((out.len(), flat.x.1 + COUNT));
            out.push((rows - 1, flat));
        }
    }
    (out, used)
}

/// Two marks that share a place: a bar then covers both, a point stays where the first is.
fn merge(into: &mut Flat, other: Flat) {
    into.mark.ids.extend(other.mark.ids);
    into.mark.things += other.mark.things;
    into.of.extend(other.of);
    into.mark.matched |= other.mark.matched;
    into.mark.open |= other.mark.open;
    if let (
        Shape::Bar { x0, x1, fade_left, fade_right, .. },
        Shape::Bar { x0: a, x1: b, fade_left: left, fade_right: right, .. },
    ) = (&mut into.mark.shape, other.mark.shape)
    {
        (*x0, *x1) = (x0.min(a), x1.max(b));
        (*fade_left, *fade_right) = (*fade_left || left, *fade_right || right);
        into.x = (into.x.0.min(other.x.0), into.x.1.max(other.x.1));
    }
}

/// `flat` at a height.
pub(super) fn at(mut flat: Flat, height: f64) -> Flat {
    match &mut flat.mark.shape {
        Shape::Dot { y, .. } | Shape::Bar { y, .. } | Shape::Bracket { y, .. } => *y = height,
    }
    flat
}
