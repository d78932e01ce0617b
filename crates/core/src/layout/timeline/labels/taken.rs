//! What of a drawing is taken: rectangles in cells, so that a look at one place costs what lies near it.
//!
//! **Invariant:** exact: the cells only say where to look, and what is asked is decided by the edges themselves.
//! Start at [`Taken::room`], how far a line of text could reach, and [`Taken::has`].

use std::ops::Range;

use super::NOBODY;

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect(pub(super) f64, pub(super) f64, pub(super) f64, pub(super) f64);

impl Rect {
    pub(super) fn meets(&self, other: &Rect) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    pub(super) fn grown(self, by: f64) -> Rect {
        Rect(self.0 - by, self.1 - by, self.2 + by, self.3 + by)
    }
}

/// No rectangle follows in this cell.
const NONE: u32 = u32::MAX;

/// Rectangles, each with whose it is.
#[derive(Debug)]
pub(super) struct Taken {
    /// The width and height of a cell, as powers of two: so a place's cell is found by a shift.
    cell: (u32, u32),
    columns: usize,
    rows: usize,
    /// The first link of each cell.
    heads: Vec<u32>,
    /// A rectangle, and the next link of its cell.
    links: Vec<(u32, u32)>,
    rects: Vec<(Rect, u32)>,
    /// What reaches from top to bottom is few, and would be in all cells of a column.
    lines: Vec<Rect>,
}

impl Taken {
    /// Nothing is taken yet of a drawing of `size`, in which about `count` rectangles are expected.
    pub(super) fn new(size: (f64, f64), cell: (u32, u32), count: usize) -> Self {
        let (columns, rows) = (at(size.0, cell.0, usize::MAX) + 1, at(size.1, cell.1, usize::MAX) + 1);
        let heads = vec![NONE; columns * rows];
        let (links, rects) = (Vec::with_capacity(4 * count), Vec::with_capacity(count));
        Self { cell, columns, rows, heads, links, rects, lines: Vec::new() }
    }

    fn column(&self, x: f64) -> usize {
        at(x, self.cell.0, self.columns)
    }

    /// The rows from `top` to `bottom`.
    fn rows(&self, top: f64, bottom: f64) -> Range<usize> {
        at(top, self.cell.1, self.rows)..at(bottom, self.cell.1, self.rows) + 1
    }

    /// Takes `rect` for `own`.
    pub(super) fn add(&mut self, rect: Rect, own: u32) {
        let number = self.rects.len() as u32;
        self.rects.push((rect, own));
        let (from, to) = (self.column(rect.0), self.column(rect.2));
        for row in self.rows(rect.1, rect.3) {
            let row = row * self.columns;
            for head in self.heads.get_mut(row + from..=row + to).into_iter().flatten() {
                let link = self.links.len() as u32;
                self.links.push((number, *head));
                *head = link;
            }
        }
    }

    /// Takes a line from top to bottom.
    pub(super) fn add_line(&mut self, rect: Rect) {
        self.lines.push(rect);
    }

    /// Shows `see` what lies in a cell whose first link is `link` until it has seen enough; whether it has.
    fn each(&self, mut link: u32, mut see: impl FnMut(&Rect, u32) -> bool) -> bool {
        while let Some((number, next)) = self.links.get(link as usize) {
            if self.rects.get(*number as usize).is_some_and(|(rect, own)| see(rect, *own)) {
                return true;
            }
            link = *next;
        }
        false
    }

    /// Whether `is` of as many as `most` that `area` meets; one that lies in several cells counts in each.
    pub(super) fn has(&self, area: &Rect, most: usize, mut is: impl FnMut(&Rect, u32) -> bool) -> bool {
        let mut count = 0;
        let mut see = |rect: &Rect, own: u32| {
            count += usize::from(area.meets(rect) && is(rect, own));
            count >= most
        };
        if self.lines.iter().any(|line| see(line, NOBODY)) {
            return true;
        }
        let (from, to) = (self.column(area.0), self.column(area.2));
        self.rows(area.1, area.3).any(|row| {
            let row = row * self.columns;
            let mut heads = self.heads.get(row + from..=row + to).unwrap_or_default().iter();
            heads.any(|head| self.each(*head, &mut see))
        })
    }

    /// How far a line of text could reach from `x` to the right (or the left) between `top` and `bottom`, up to `most`;
    /// nothing where it is less than `least`.
    pub(super) fn room(
        &self,
        x: f64,
        (top, bottom): (f64, f64),
        is_right: bool,
        (least, most): (f64, f64),
    ) -> f64 {
        let mut room = most;
        let mut see = |rect: &Rect| {
            let (near, far) = if is_right { (rect.0 - x, rect.2 - x) } else { (x - rect.2, x - rect.0) };
            if rect.1 < bottom && top < rect.3 && far > 0.0 {
                room = room.min(near.max(0.0));
            }
            room
        };
        let mut left = self.lines.iter().map(&mut see).fold(most, f64::min);
        let (first, end) = (self.column(x), self.column(if is_right { x + most } else { x - most }));
        for row in self.rows(top, bottom) {
            let mut column = first;
            loop {
                let head = self.heads.get(row * self.columns + column).copied().unwrap_or(NONE);
                self.each(head, |rect, _| {
                    left = see(rect);
                    left < least
                });
                if left < least {
                    return 0.0;
                }
                let edge = f64::from((column as u32) << self.cell.0);
                let seen = if is_right { edge + f64::from(1 << self.cell.0) - x } else { x - edge };
                if column == end || left <= seen {
                    break;
                }
                column = if is_right { column + 1 } else { column - 1 };
            }
        }
        left
    }
}

/// The cell in which the pixel `at` lies, one of `count`, where each is two to the power of `cell` wide; what lies before
/// the first is in it, what lies behind the last in that.
fn at(at: f64, cell: u32, count: usize) -> usize {
    ((at as i32).max(0).unsigned_abs() as usize >> cell).min(count - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn a_rect() -> impl Strategy<Value = Rect> {
        (-20.0..700.0f64, -20.0..300.0f64, 0.1..300.0f64, 0.1..40.0f64)
            .prop_map(|(x, y, wide, high)| Rect(x, y, x + wide, y + high))
    }

    proptest! {
        #[test]
        fn room_is_the_distance_to_the_nearest_of_all(
            rects in prop::collection::vec(a_rect(), 0..40),
            (x, y) in (0.0..600.0f64, 0.0..280.0f64),
            is_right in any::<bool>(),
        ) {
            let mut taken = Taken::new((600.0, 280.0), (6, 4), 0);
            for rect in &rects {
                taken.add(*rect, 0);
            }
            let band = (y, y + 13.0);
            let reach = |rect: &Rect| if is_right { (rect.0 - x, rect.2 - x) } else { (x - rect.2, x - rect.0) };
            let near = rects.iter().filter(|r| r.1 < band.1 && band.0 < r.3 && reach(r).1 > 0.0);
            let expected = near.map(|r| reach(r).0.max(0.0)).fold(320.0, f64::min);
            let room = |least: f64| taken.room(x, band, is_right, (least, 320.0));
            prop_assert!((room(0.0) - expected).abs() < 1e-9);
            let area = Rect(x, y, x + 30.0, y + 20.0);
            let free = !rects.iter().any(|rect| area.meets(rect));
            prop_assert_eq!(!taken.has(&area, 1, |_, _| true), free);
            let expected = if expected < 30.0 { 0.0 } else { expected };
            prop_assert!((room(30.0) - expected).abs() < 1e-9);
        }
    }
}
