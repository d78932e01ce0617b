//! Elements by id: focusing, scrolling, and where they stand.
//!
//! **Invariant:** an element that is not there is no error.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, SvgElement};

/// Focuses the element `id`, without scrolling where it is in view already.
pub fn focus(id: &str) {
    let Some(element) = by_id(id) else { return };
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        let _ = html.focus();
    } else if let Some(svg) = element.dyn_ref::<SvgElement>() {
        let _ = svg.focus();
    }
}

/// Brings the element `id` into view at the next frame; gently unless the reader asks for less motion.
pub fn reveal(id: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        let Some(element) = by_id(id) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    });
}

/// Whether the pointer's events go to `id` until it is released.
pub fn capture(id: &str, pointer: i32) {
    if let Some(element) = by_id(id) {
        let _ = element.set_pointer_capture(pointer);
    }
}

/// How far right of the left edge of `id` the page's `client_x` lies, in CSS pixels.
pub fn offset(id: &str, client_x: i32) -> f64 {
    by_id(id).map_or(0.0, |e| f64::from(client_x) - e.get_bounding_client_rect().left())
}

fn by_id(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}
