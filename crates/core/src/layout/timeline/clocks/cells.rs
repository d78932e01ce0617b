//! Counts in squares, where there is too much to be drawn one by one.
//!
//! **Invariant:** a square's area is in proportion to its count, over the whole plot; what is told less exactly than a
//! square on either clock is counted in words.
//! Start at [`cells`].

use super::super::calendar::Unit;
use super::super::overview::period_text;
use super::super::scale::{Piece, Scale};
use super::super::tenth;
use super::up::Up;
use super::{Cell, Counting, fitting, note};
use crate::civil::Interval;
use crate::layout::number_text::count;

/// The least width and height of a stretch.
const LEAST: (f64, f64) = (11.0, 9.0);
/// The least side of a square.
const SMALLEST: f64 = 2.0;
/// The most stretches of a clock: more would be narrower than a pixel.
const MOST: usize = 4000;

/// The squares of what `counted` counts between the scale `across` and `up`; what it counts beside them is noted.
pub(super) fn cells(across: &Scale, up: &Up, counted: Counting<'_>, beside: &mut String) -> Vec<Cell> {
    let columns = stretches(&across.pieces, LEAST.0);
    let rows = stretches(up.pieces(), LEAST.1);
    let grid = counted(&columns, &rows);
    *beside = note(grid.undated.0, grid.coarse.0);
    let most = grid.cells.iter().map(|(_, total)| *total).max().unwrap_or(0).max(1);
    let mut out = Vec::new();
    for (row, own) in rows.iter().zip(grid.cells.chunks(columns.len().max(1))) {
        let (high, low) = up.span(*row);
        for (column, (matched, total)) in columns.iter().zip(own).filter(|(_, (_, total))| *total > 0) {
            let (x0, x1) = across.span(column.from, column.to);
            let room = f64::min(x1 - x0, low - high).clamp(SMALLEST, 30.0);
            let side = |n: u32| match n {
                0 => 0.0,
                n => tenth((room * (f64::from(n) / f64::from(most)).sqrt()).max(SMALLEST)),
            };
            let (of, time) =
                (format!("{} of {}", count(*matched), count(*total)), period_text(column.from, column.to));
            out.push(Cell {
                x: tenth(f64::midpoint(x0, x1)),
                y: tenth(f64::midpoint(high, low)),
                total: side(*total),
                matched: side(*matched),
                label: format!("{time}, published {}: {of} events", period_text(row.from, row.to)),
            });
        }
    }
    out
}

/// The stretches of a scale, each at least so many pixels long where its piece is.
fn stretches(pieces: &[Piece], least: f64) -> Vec<Interval> {
    let mut out = Vec::new();
    for piece in pieces {
        let unit: Unit = fitting(Up::per_second(piece), least);
        let mut t = piece.from;
        while t < piece.to && out.len() < MOST {
            let next = unit.next(t).min(piece.to).max(t + 1);
            out.push(Interval { from: t, to: next });
            t = next;
        }
    }
    out
}
