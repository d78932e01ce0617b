//! Findings into what the plot of both clocks draws.
//!
//! **Invariant:** the scale of publications depends on the window alone, so that a filter moves nothing.
//! Start at [`clocks`].

use crate::civil::Interval;
use crate::explore::{Findings, Index, grid, published_of};
use crate::layout::timeline::clocks::{Reported, lay_out};
use crate::layout::timeline::{self, Input, Size, Timeline};
use crate::order::Order as _;

/// The drawing of `input`, which is that of `findings`, by both clocks.
pub(super) fn clocks(index: &Index, findings: &Findings, input: &Input, size: Size) -> Timeline {
    let window = timeline::window(input);
    let drawn = if input.crowded { &input.inside } else { &input.items };
    let mut articles: Vec<u32> = drawn.iter().filter_map(|i| i.id.event.map(|_| i.id.article)).collect();
    articles.order();
    articles.dedup();
    let reported = Reported {
        published: articles.into_iter().filter_map(|own| Some((own, index.published(own)?))).collect(),
        span: window.and_then(|window| published_of(index, window)),
    };
    let counted = |across: &[Interval], up: &[Interval]| grid(index, findings, across, up);
    lay_out(input, &reported, size, &counted)
}
