//! The main drawing: what is looked at, as text, and under the hand, as intents.
//!
//! **Invariant:** the wheel scrolls the page unless Ctrl or Cmd is held; a click belongs to the mark that is nearest.

use dateline_core::layout::number_text::count;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::{Timeline, picture};
use leptos::prelude::*;

use super::here::Here;
use super::many::Many;
use super::marks::{Marks, nearest, open};
use crate::explorer::Explorer;
use crate::platform::element;

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
pub fn Drawing(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let place = |e: &leptos::ev::MouseEvent| element::offset("drawing", (e.client_x(), e.client_y()));
    let hand = StoredValue::new(Hand::default());
    let (pointed, told) = (RwSignal::new(None::<usize>), RwSignal::new(String::new()));
    let hovered = StoredValue::new(None::<usize>);
    let hover = move |mark: Option<usize>| {
        // A note that was closed stays closed until the pointer comes to another mark.
        if hovered.get_value() != mark {
            hovered.set_value(mark);
            explorer.noted.set(mark);
            // Of many the one under the pointer becomes an element, which says its name.
            let own = mark.filter(|_| drawing.with_untracked(|t| t.many));
            pointed.set(own);
            if let Some(mark) = own {
                explorer.name(mark, |_| {});
            }
        }
    };
    let down = move |e: leptos::ev::PointerEvent| {
        let (x, _) = place(&e);
        let reach = if e.pointer_type() == "mouse" { 14.0 } else { 22.0 };
        hand.set_value(Hand { down: e.button() == 0, start: x, last: x, moved: false, reach });
    };
    let drag = move |e: leptos::ev::PointerEvent| {
        let (now, (x, y)) = (hand.get_value(), place(&e));
        if e.pointer_type() == "mouse" {
            drawing.with_untracked(|t| {
                let near = nearest(t, (x, y), if t.many { 6.0 } else { 14.0 });
                hover(near.filter(|_| !now.down));
                told.set(picture::counted(t, (x, y)).unwrap_or_default());
            });
        }
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
            id="drawing" class="drawing" role="group" aria-label=move || drawing.with(says)
            width=move || drawing.with(|t| px(t.size.0)) height=move || drawing.with(|t| px(t.size.1))
            on:wheel=move |e| if e.ctrl_key() || e.meta_key() {
                e.prevent_default();
                hover(None);
                explorer.zoom(if e.delta_y() > 0.0 { 1.25 } else { 0.8 }, Some(place(&e).0));
            }
            on:pointerdown=down on:pointermove=drag on:pointerup=up on:pointercancel=up on:click=click
            on:pointerleave=move |_| hover(None) on:dblclick=move |e| explorer.to_unit(place(&e), e.shift_key())
        >
            <title>{move || told.get()}</title>
            <defs inner_html=picture::FADES></defs>
            <g aria-hidden="true" inner_html=move || drawing.with(picture::ground)></g>
            <g class="density" aria-hidden="true" inner_html=move || drawing.with(picture::density)></g>
            <Here drawing />
            <Marks drawing pointed />
            <g class="labels" aria-hidden="true" inner_html=move || drawing.with(picture::labels)></g>
        </svg>
        <Many drawing />
    }
    .into_any()
}

/// What the drawing is called: where not each mark is in it as a node, the way to all of them.
fn says(t: &Timeline) -> String {
    let mut says = "Events and publications in time".to_owned();
    if t.many {
        says.push_str(": ");
        says.push_str(&count(t.marks.len() as u32));
        says.push_str(" marks, one after the other with the arrow keys; all at once in “Events as a table”");
    } else if t.density.iter().any(|bins| !bins.is_empty()) {
        says.push_str(", counted; one by one in “Events as a table”");
    }
    says
}
