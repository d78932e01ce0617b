//! Seconds to pixels and back, in pieces: each piece is linear, and the gaps between pieces are folded.
//!
//! **Invariant:** `x` never decreases as time grows, and `t(x(s)) == s` inside a piece, to the second.
//! Start at [`Scale`].

use serde::{Deserialize, Serialize};

/// A piecewise linear scale; empty where there is nothing to show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// The pieces from left to right, in time order, not overlapping.
    pub pieces: Vec<Piece>,
}

/// A linear piece of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Its first civil second.
    pub from: i64,
    /// The second after its last.
    pub to: i64,
    /// Its left edge in pixels.
    pub x0: f64,
    /// Its right edge in pixels.
    pub x1: f64,
}

impl Scale {
    /// Where second `t` stands; inside a fold its middle, beyond the ends the nearest end.
    pub fn x(&self, t: i64) -> f64 {
        let mut before: Option<&Piece> = None;
        for piece in &self.pieces {
            if t < piece.from {
                return before.map_or(piece.x0, |b| f64::midpoint(b.x1, piece.x0));
            }
            if t <= piece.to {
                let share = (t - piece.from) as f64 / (piece.to - piece.from).max(1) as f64;
                return piece.x0 + share * (piece.x1 - piece.x0);
            }
            before = Some(piece);
        }
        before.map_or(0.0, |b| b.x1)
    }

    /// The civil second nearest to pixel `x`; in a fold the nearer edge, beyond the ends the nearest end. `None` iff
    /// empty.
    pub fn t(&self, x: f64) -> Option<i64> {
        let mut before: Option<&Piece> = None;
        for piece in &self.pieces {
            if x < piece.x0 {
                let Some(b) = before else { return Some(piece.from) };
                return Some(if x - b.x1 < piece.x0 - x { b.to } else { piece.from });
            }
            if x <= piece.x1 {
                let share = (x - piece.x0) / (piece.x1 - piece.x0).max(f64::EPSILON);
                return Some(piece.from + (share * (piece.to - piece.from) as f64).round() as i64);
            }
            before = Some(piece);
        }
        before.map(|b| b.to)
    }

    /// The pixels of `[from, to)`, which lies in one piece; its start is taken right of a fold, its end left of one.
    pub fn span(&self, from: i64, to: i64) -> (f64, f64) {
        let piece = self.pieces.iter().find(|p| p.from <= from && from < p.to);
        let x0 = piece.filter(|p| p.from == from).map_or_else(|| self.x(from), |p| p.x0);
        (x0, self.x(to).max(x0))
    }
}
