//! The line under the strip: the key, the range's dates, and the window's buttons.
//!
//! **Invariant:** the key explains each form that these articles have, and no other.

use dateline_core::layout::timeline::Timeline;
use leptos::prelude::*;

use super::clocks::ClocksSwitch;
use super::goto::Goto;
use super::known::KnownDay;
use super::overview::Dates;
use crate::explorer::Explorer;
use crate::part::glyph::Glyph;

/// The line under the strip: the key and the window's buttons.
#[component]
pub fn Under(
    /// The drawing.
    drawing: Memo<Timeline>,
    /// Whether the drawing is shown where there is little room.
    grown: RwSignal<bool>,
    /// Whether the lanes are being chosen.
    lanes: RwSignal<bool>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let table = explorer.view(|v| v.table);
    // Only what there is to see in these articles, whatever is shown of them just now.
    let key = Memo::new(move |_| explorer.record().forms);
    let last = move |_| {
        let end = drawing.with_untracked(|t| t.last_article.is_some());
        let day = explorer.answer.with_untracked(|a| a.timeline.window).map(|w| w.to);
        let end = if end { explorer.last() } else { day };
        if let Some(end) = end {
            explorer.last_article(end);
        }
    };
    view! {
        <div class="under">
            <ul class="key" aria-label="Key">
                {move || key.get().into_iter().map(|form| view! { <li><Glyph form />{form.meaning()}</li> }).collect_view()}
            </ul>
            <Dates />
            <Goto />
            <KnownDay />
            <div class="moves" role="group" aria-label="Window">
                <button class="link grow" aria-expanded=move || grown.get().to_string() on:click=move |_| grown.update(|g| *g = !*g)>
                    {move || if grown.get() { "Hide the drawing" } else { "Show the drawing" }}
                </button>
                <button class="link" aria-expanded=move || lanes.get().to_string() aria-controls="lanes" on:click=move |_| lanes.update(|l| *l = !*l)>
                    "Lanes"
                </button>
                <button class="link" aria-pressed=move || table.get().to_string() on:click=move |_| explorer.set_table(!table.get_untracked())>
                    "Events as a table"
                </button>
                <ClocksSwitch />
                <button class="link" on:click=last>"Last article"</button>
                <button class="box" aria-label="Zoom in" title="Zoom in" on:click=move |_| explorer.zoom(0.6, None)>"+"</button>
                <button class="box" aria-label="Zoom out" title="Zoom out" on:click=move |_| explorer.zoom(1.0 / 0.6, None)>"−"</button>
                <button class="box" on:click=move |_| explorer.fit()>"Fit"</button>
            </div>
        </div>
    }
    .into_any()
}
