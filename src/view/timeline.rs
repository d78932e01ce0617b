//! The timeline: the main drawing, the strip with everything, the key, and what is not on it.
//!
//! **Invariant:** every position comes from `layout`; what is here maps shapes to SVG, and hands to intents.
//! Start at [`TimelinePanel`]; [`drawing`] is what is looked at, [`marks`] what is focused in it, [`overview`] the strip.

mod clocks;
mod drawing;
mod known;
mod loose;
mod marks;
mod overview;
mod table;
mod tray;
mod under;

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::platform::size;
use clocks::ClocksNote;
use drawing::Drawing;
use known::KnownHandle;
use loose::LooseStrips;
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
    let clocks = explorer.view(|v| v.clocks && !v.table);
    let grown = RwSignal::new(false);
    let node = NodeRef::<leptos::html::Div>::new();
    node.on_load(move |div| {
        size::on_width(&div, move |width| {
            explorer.size.update(|s| (s.width, s.height) = (width.max(240.0), HEIGHT));
        });
    });
    view! {
        <section class="timeline" class:grown=move || grown.get() || clocks.get() class:by-clocks=clocks class:as-table=table role="region" aria-label="Timeline">
            <div class="measure" node_ref=node></div>
            <Show when=move || table.get() fallback=move || view! { <div class="clock"><Drawing drawing /><KnownHandle drawing /><ClocksNote drawing /></div> }>
                <EventsTable />
            </Show>
            <Tray />
            <LooseStrips />
            <Overview drawing />
            <Under drawing grown />
        </section>
    }
    .into_any()
}
