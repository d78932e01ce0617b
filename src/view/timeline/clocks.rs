//! The plot of both clocks: the switch to it, and what it cannot show, in words.
//!
//! **Invariant:** it is the main drawing with other shapes: the same element, marks, names, keys and pointers.
//! Start at [`ClocksSwitch`].

use dateline_core::layout::timeline::Timeline;
use leptos::prelude::*;

use crate::explorer::Explorer;

/// The switch.
#[component]
pub fn ClocksSwitch() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let clocks = explorer.view(|v| v.clocks && !v.table);
    view! {
        <button
            class="link" title="When it happened across, when that was published up"
            aria-pressed=move || clocks.get().to_string() on:click=move |_| explorer.set_clocks(!clocks.get_untracked())
        >"Two clocks"</button>
    }
    .into_any()
}

/// What has a time and is not in the plot.
#[component]
pub fn ClocksNote(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let note =
        move || drawing.with(|t| t.clocks.as_ref().map(|clocks| clocks.note.clone()).unwrap_or_default());
    view! { <p class="clock-note">{note}</p> }.into_any()
}
