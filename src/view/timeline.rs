//! The timeline: the main drawing, the strip with everything, the key, and what is not on it.
//!
//! **Invariant:** every position comes from `layout`; this maps shapes to SVG. The wheel scrolls the page unless Ctrl is
//! held. Start at [`TimelinePanel`]; [`super::mark`] draws one mark, [`super::overview`] the strip.

use dateline_core::layout::number_text;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::{Timeline, picture};
use leptos::prelude::*;

use super::events_table::EventsTable;
use super::mark::{Marks, nearest, open};
use super::overview::{Dates, Overview};
use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::platform::engine::Port;
use crate::platform::{element, size};

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

/// How far a hand moves before a click becomes a drag, in CSS pixels.
const SLACK: f64 = 4.0;

/// What a pointer on the drawing is doing: where it went down, where it was last, whether it drags, how far it reaches.
#[derive(Clone, Copy, Default)]
struct Hand {
    down: bool,
    start: f64,
    last: f64,
    moved: bool,
    reach: f64,
}

/// The main drawing.
#[component]
fn Drawing(drawing: Memo<Timeline>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let place = |e: &leptos::ev::MouseEvent| element::offset("drawing", (e.client_x(), e.client_y()));
    let hand = StoredValue::new(Hand::default());
    let down = move |e: leptos::ev::PointerEvent| {
        let (x, _) = place(&e);
        let reach = if e.pointer_type() == "mouse" { 14.0 } else { 22.0 };
        hand.set_value(Hand { down: e.button() == 0, start: x, last: x, moved: false, reach });
    };
    let drag = move |e: leptos::ev::PointerEvent| {
        let (now, (x, _)) = (hand.get_value(), place(&e));
        if !now.down || (!now.moved && (x - now.start).abs() < SLACK) {
            return;
        }
        if !now.moved {
            element::capture("drawing", e.pointer_id());
        }
        hand.set_value(Hand { last: x, moved: true, ..now });
        explorer.pan(now.last, x);
    };
    let up = move |_| hand.update_value(|h| h.down = false);
    let click = move |e: leptos::ev::MouseEvent| {
        let hand = hand.get_value();
        if hand.moved || e.detail() == 0 {
            return;
        }
        if let Some(mark) = drawing.with_untracked(|t| nearest(t, place(&e), hand.reach)) {
            open(explorer, mark);
        }
    };
    view! {
        <svg
            id="drawing" class="drawing" role="group" aria-label="Events and publications in time"
            width=move || drawing.with(|t| px(t.size.0)) height=move || drawing.with(|t| px(t.size.1))
            on:wheel=move |e| if e.ctrl_key() || e.meta_key() {
                e.prevent_default();
                explorer.zoom(if e.delta_y() > 0.0 { 1.25 } else { 0.8 }, Some(place(&e).0));
            }
            on:pointerdown=down on:pointermove=drag on:pointerup=up on:pointercancel=up on:click=click
        >
            <defs inner_html=picture::FADES></defs>
            <g aria-hidden="true" inner_html=move || drawing.with(picture::ground)></g>
            <g class="density" aria-hidden="true" inner_html=move || drawing.with(picture::density)></g>
            <Marks drawing />
            <g class="labels" aria-hidden="true" inner_html=move || drawing.with(picture::labels)></g>
        </svg>
    }
    .into_any()
}

/// What is not on the timeline, by reason; a click shows just those rows.
#[component]
fn Tray() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let undated = explorer.part(|a| a.undated.clone());
    let all = move || number_text::count(undated.with(|u| u.iter().map(|(_, n)| n).sum()));
    view! {
        <Show when=move || undated.with(|u| !u.is_empty())>
            <div class="tray" role="group" aria-label="Not on the timeline">
                <p>"Not on the timeline"<span>": "{all}</span></p>
                <ul>
                    {move || undated.with(|u| u.iter().map(|(why, n)| {
                        view! { <li>{format!("{} · {}", picture::reason(*why), number_text::count(*n))}</li> }
                    }).collect_view())}
                </ul>
                <button class="link" on:click=move |_| explorer.undated_only()>"Show them"</button>
            </div>
        </Show>
    }
    .into_any()
}

/// The line under the strip: the key and the window's buttons.
#[component]
fn Under(drawing: Memo<Timeline>, grown: RwSignal<bool>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let table = explorer.view(|v| v.table);
    // Only what there is to see in these articles, whatever is shown of them just now.
    let key = explorer.port.with_value(Port::record).forms;
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
                {key.into_iter().map(|form| view! { <li><Glyph form />{form.meaning()}</li> }).collect_view()}
            </ul>
            <Dates />
            <div class="moves" role="group" aria-label="Window">
                <button class="link grow" aria-expanded=move || grown.get().to_string() on:click=move |_| grown.update(|g| *g = !*g)>
                    {move || if grown.get() { "Hide the drawing" } else { "Show the drawing" }}
                </button>
                <button class="link" aria-pressed=move || table.get().to_string() on:click=move |_| explorer.set_table(!table.get_untracked())>
                    "Events as a table"
                </button>
                <button class="link" on:click=last>"Last article"</button>
                <button class="box" aria-label="Zoom in" title="Zoom in" on:click=move |_| explorer.zoom(0.6, None)>"+"</button>
                <button class="box" aria-label="Zoom out" title="Zoom out" on:click=move |_| explorer.zoom(1.0 / 0.6, None)>"−"</button>
                <button class="box" on:click=move |_| explorer.fit()>"Fit"</button>
            </div>
        </div>
    }
    .into_any()
}
