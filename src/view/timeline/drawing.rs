//! The main drawing: what is looked at, as text, and under the hand, as intents.
//!
//! **Invariant:** the wheel scrolls the page unless Ctrl or Cmd is held; a click belongs to the mark that is nearest.

use dateline_core::layout::number_text::count;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::{Timeline, picture};
use leptos::prelude::*;

use super::hand::Hand;
use super::here::Here;
use super::many::Many;
use super::marks::{Marks, nearest, open};
use crate::explorer::Explorer;
use crate::platform::element;

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
    let down = move |e: leptos::ev::PointerEvent| hand.update_value(|h| h.down(explorer, &e, place(&e)));
    let drag = move |e: leptos::ev::PointerEvent| {
        if hand.with_value(Hand::is_down) {
            hover(None);
            hand.update_value(|h| h.drag(explorer, &e));
        } else if e.pointer_type() == "mouse" {
            let at = place(&e);
            drawing.with_untracked(|t| {
                hover(nearest(t, at, if t.many { 6.0 } else { 14.0 }));
                told.set(picture::counted(t, at).unwrap_or_default());
            });
        }
    };
    let up = move |e: leptos::ev::PointerEvent| hand.update_value(|h| h.up(e.pointer_id()));
    // Two fingers are the drawing's: the browser would scroll with them.
    let two = move |e: leptos::ev::TouchEvent| {
        if e.touches().length() > 1 {
            e.prevent_default();
        }
    };
    let click = move |e: leptos::ev::MouseEvent| {
        let reach = hand.with_value(Hand::clicks).filter(|_| e.detail() != 0);
        if let Some(mark) = reach.and_then(|reach| drawing.with_untracked(|t| nearest(t, place(&e), reach))) {
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
            on:touchstart=two
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
