//! What is scrolled: how far, how high things are, and which one is on top.
//!
//! **Invariant:** an element that is not there is at the top and has no height; nothing here scrolls but [`set_top`].

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// How far the element `id` is scrolled down, and how much of it is seen, in CSS pixels.
pub fn seen(id: &str) -> (f64, f64) {
    by_id(id).map_or((0.0, 0.0), |e| (f64::from(e.scroll_top()), f64::from(e.client_height())))
}

/// Scrolls the element `id` so far down.
pub fn set_top(id: &str, top: f64) {
    if let Some(element) = by_id(id) {
        element.set_scroll_top(top as i32);
    }
}

/// The height of the element `id`.
pub fn height(id: &str) -> f64 {
    by_id(id).map_or(0.0, |e| e.get_bounding_client_rect().height())
}

/// Whether the focus is inside the element `id`.
pub fn holds_focus(id: &str) -> bool {
    let active = document().and_then(|d| d.active_element());
    by_id(id).is_some_and(|element| active.is_some_and(|active| element.contains(Some(&active))))
}

/// What the first element below the upper edge of `id`, of those that `selector` finds in it, says in its attribute
/// `data-at`. They stand one below the other, so that few have to be looked at.
pub fn on_top(id: &str, selector: &str) -> Option<u32> {
    let scrolled = by_id(id)?;
    let edge = scrolled.get_bounding_client_rect().top().max(0.0);
    // What sticks to the upper edge hides what is under it.
    let bar = scrolled.first_element_child().map_or(0.0, |bar| bar.get_bounding_client_rect().bottom());
    let edge = edge.max(bar);
    let all = scrolled.query_selector_all(selector).ok()?;
    let at = |n: u32| all.item(n).and_then(|node| node.dyn_into::<Element>().ok());
    let (mut low, mut high) = (0, all.length());
    while low < high {
        let middle = low + (high - low) / 2;
        if at(middle)?.get_bounding_client_rect().bottom() > edge + 4.0 {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    at(low)?.get_attribute("data-at")?.parse().ok()
}

/// Whether the element that has the focus shows it, as it does for whoever uses the keyboard.
pub fn focus_is_seen() -> bool {
    let active = document().and_then(|d| d.active_element());
    active.is_some_and(|element| element.matches(":focus-visible").unwrap_or(false))
}

/// Calls `then` before the page is printed.
pub fn before_print(then: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        gloo::events::EventListener::new(&window, "beforeprint", move |_| then()).forget();
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
