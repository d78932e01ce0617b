//! The timeline: the main drawing, the strip with everything, the key, and what is not on it.
//!
//! **Invariant:** every position comes from `layout`; what is here maps shapes to SVG, and hands to intents.
//! Start at [`TimelinePanel`]; [`drawing`] is what is looked at, [`marks`] what is focused in it, [`overview`] the strip.

mod drawing;
mod many;
mod marks;
mod overview;
mod table;
mod tray;
mod under;

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::platform::size;
use drawing::Drawing;
use overview::Overview;
use table::EventsTable;
use tray::Tray;
use under::Under;

/// The height of the main drawing, in CSS pixels: the same at every width, so that nothing jumps.
const HEIGHT: f64 = 212.0;

/// The panel.
#[component]
pub fn TimelinePanel() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let drawing = explorer.part(|a| a.timeline.clone());
    let table = explorer.view(|v| v.table);
    let grown = RwSignal::new(false);
    let node = NodeRef::<leptos::html::Div>::new();
    node.on_load(move |div| {
        size::on_width(&div, move |width| {
            explorer.size.update(|s| (s.width, s.height) = (width.max(240.0), HEIGHT));
        });
    });
    view! {
        <section class="timeline" class:grown=grown class:as-table=table role="region" aria-label="Timeline">
            <div class="measure" node_ref=node></div>
            <Show when=move || table.get() fallback=move || view! { <Drawing drawing /> }>
                <EventsTable />
            </Show>
            <Tray />
            <Overview drawing />
            <Under drawing grown />
        </section>
    }
    .into_any()
}
