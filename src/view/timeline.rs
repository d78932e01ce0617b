//! The timeline: the main drawing, the strip with everything, the key, and what is not on it.
//!
//! **Invariant:** every position comes from `layout`; what is here maps shapes to SVG, and hands to intents.
//! Start at [`TimelinePanel`]; [`drawing`] is what is looked at, [`marks`] what is focused in it, [`overview`] the strip.

mod bundle;
mod clocks;
mod drawing;
mod goto;
mod hand;
pub mod here;
mod known;
mod lanes;
mod loose;
mod many;
mod marks;
mod note;
mod overview;
mod table;
mod tray;
mod under;

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::platform::size;
use crate::view::dating::DatesSet;
use bundle::Bundle;
use clocks::ClocksNote;
use drawing::Drawing;
use known::KnownHandle;
use lanes::{LaneHeads, LanesPanel};
use loose::LooseStrips;
use note::Note;
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
    let lanes = RwSignal::new(false);
    let summary = explorer.part(|a| a.timeline.summary.clone());
    let spoken = Memo::new(move |before: Option<&String>| match before {
        Some(before) if explorer.dragging.get() || explorer.waiting.get() => before.clone(),
        _ => summary.get(),
    });
    let node = NodeRef::<leptos::html::Div>::new();
    node.on_load(move |div| {
        size::on_width(&div, move |width| {
            // What is not shown, as on paper, has no width, and keeps its drawing.
            if width > 0.0 {
                explorer.size.update(|s| (s.width, s.height) = (width.max(240.0), HEIGHT));
            }
        });
    });
    view! {
        <section
            class="timeline" class:grown=move || grown.get() || clocks.get() class:by-clocks=clocks class:as-table=table
            role="region" aria-label="Timeline" aria-describedby="timeline-summary"
        >
            <p id="timeline-summary" class="unseen" aria-live="polite">{spoken}</p>
            <div class="measure" node_ref=node></div>
            <Show when=move || table.get() fallback=move || view! {
                <div class="drawn"><Drawing drawing /><LaneHeads drawing /><KnownHandle drawing /><ClocksNote drawing /></div>
            }>
                <EventsTable />
            </Show>
            <Bundle drawing />
            <Tray />
            <LooseStrips />
            <DatesSet />
            <Overview drawing />
            <Under drawing grown lanes />
            <Show when=move || lanes.get()>
                <LanesPanel />
            </Show>
            <Note drawing />
        </section>
    }
    .into_any()
}
