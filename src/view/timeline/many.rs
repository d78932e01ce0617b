//! Hundreds of marks on a canvas, in place of an element each.
//!
//! **Invariant:** only looked at: the mark that is focused, and the one under the pointer, are elements over it. Start at
//! [`Many`].

use dateline_core::layout::px::px;
use dateline_core::layout::timeline::picture::{Paint, Way, layers};
use dateline_core::layout::timeline::{Mark, Timeline};
use leptos::prelude::*;

use crate::platform::canvas::{self, Layer};

/// The canvas, where there are so many marks.
#[component]
pub fn Many(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let many = Memo::new(move |_| drawing.with(|t| t.many));
    view! { <Show when=move || many.get()><Canvas drawing /></Show> }
}

#[component]
fn Canvas(drawing: Memo<Timeline>) -> impl IntoView {
    let node = NodeRef::<leptos::html::Canvas>::new();
    let paint = move || {
        if let Some(canvas) = node.get() {
            drawing.with(|t| canvas::paint(canvas, t.size, painted(&t.marks)));
        }
    };
    Effect::new(move |_| paint());
    let length = move |of: fn(&Timeline) -> f64| drawing.with(|t| px(of(t)) + "px");
    view! {
        // The colour of its text changes with the theme, and is long enough in changing to tell.
        <canvas
            class="many" aria-hidden="true" node_ref=node data-marks=move || drawing.with(|t| t.marks.len())
            style:width=move || length(|t| t.size.0) style:height=move || length(|t| t.size.1)
            on:transitionend=move |_| untrack(paint)
        ></canvas>
    }
}

/// The layers of `marks`, painted as the style sheet has it for elements.
fn painted(marks: &[Mark]) -> Vec<Layer> {
    let layer = |(paint, path): (Paint, String)| {
        let ink = paint.ink.token();
        let wide = if ink == "var(--ink-3)" { 1.3 } else { 1.6 };
        let (fill, stroke) = match paint.way {
            Way::Fill => (Some(ink), None),
            Way::Ring => (Some("var(--sheet)"), Some((ink, wide, paint.dashed))),
            Way::Line => (None, Some((ink, wide, paint.dashed))),
        };
        Layer { path, fill, stroke }
    };
    layers(marks).into_iter().map(layer).collect()
}
