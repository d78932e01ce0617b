//! How many rows a query finds, and no more.
//!
//! **Invariant:** the same counts as [`explore`](super::explore()) gives. Start at [`counts`].

use super::matching::count;
use super::{Index, Query, Unit};
use crate::corpus::pack::Pack;

/// How many rows of each of `units` match `query` in `pack`; `index` is that pack's own.
pub fn counts<const N: usize>(pack: &Pack, index: &Index, query: &Query, units: [Unit; N]) -> [u32; N] {
    units.map(|unit| count(pack, index, query, unit))
}
