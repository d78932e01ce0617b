//! Elements by id: focusing, scrolling, and where they stand.
//!
//! **Invariant:** an element that is not there is no error; nothing scrolls by itself, but where the reader has opened
//! something.

use std::cell::RefCell;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    SvgElement,
};

thread_local! {
    static OPENER: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Focuses the element `id`, and says whether it has the focus now: what is not shown cannot have it.
pub fn focus(id: &str) -> bool {
    by_id(id).is_some_and(|element| focus_on(&element))
}

/// Focuses the element `id` at the next frame, when what has just changed is there.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        focus(&id);
    });
}

/// Keeps in mind what has the focus now, for [`give_back`].
pub fn remember() {
    OPENER.set(document().and_then(|d| d.active_element()));
}

/// At the next frame, gives the focus back to what had it at [`remember`], or to the element `instead` where that is
/// gone; unless the reader has gone on to something else by then.
pub fn give_back(instead: &'static str) {
    let opener = OPENER.take();
    request_animation_frame(move || {
        if focus_is_lost() && !opener.is_some_and(|e| e.tag_name() != "BODY" && focus_on(&e)) {
            focus(instead);
        }
    });
}

/// At the next frame, where nothing has the focus any more, gives it to the first of the elements `ids` that can have it.
pub fn catch_focus<const N: usize>(ids: [&'static str; N]) {
    request_animation_frame(move || {
        if focus_is_lost() {
            ids.into_iter().any(focus);
        }
    });
}

/// Whether nothing that is shown has the focus. What is not shown any more keeps it until the browser draws.
fn focus_is_lost() -> bool {
    let gone = |e: Element| e.tag_name() == "BODY" || e.get_bounding_client_rect().width() == 0.0;
    document().and_then(|d| d.active_element()).is_none_or(gone)
}

/// Brings what `selector` finds first into view at the next frame, in the middle or, if it is not `centred`, by the
/// shortest way.
pub fn reveal(selector: &'static str, centred: bool) {
    request_animation_frame(move || {
        let Some(element) = document().and_then(|d| d.query_selector(selector).ok().flatten()) else {
            return;
        };
        let options = ScrollIntoViewOptions::new();
        let block = if centred { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest };
        options.set_block(block);
        options.set_behavior(ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    });
}

/// The byte of the text of the input `id` before which its caret stands.
pub fn caret(id: &str) -> Option<usize> {
    let input: HtmlInputElement = by_id(id)?.dyn_into().ok()?;
    let units = input.selection_start().ok()??;
    let (mut bytes, mut passed) = (0, 0);
    for c in input.value().chars().take_while(|c| {
        passed += c.len_utf16() as u32;
        passed <= units
    }) {
        bytes += c.len_utf8();
    }
    Some(bytes)
}

/// Puts the caret of the input `id` behind `before`, the beginning of its text, at the next frame.
pub fn set_caret(id: &'static str, before: &str) {
    let units = before.encode_utf16().count() as u32;
    request_animation_frame(move || {
        if let Some(input) = by_id(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            let _ = input.set_selection_range(units, units);
        }
    });
}

/// Scrolls the element `id` back to its top.
pub fn to_top(id: &str) {
    if let Some(element) = by_id(id) {
        element.set_scroll_top(0);
    }
}

/// Puts `text` into the element `id`, if it is there.
pub fn say(id: &str, text: &str) {
    if let Some(element) = by_id(id) {
        element.set_text_content(Some(text));
    }
}

/// Removes the element `id`.
pub fn remove(id: &str) {
    if let Some(element) = by_id(id) {
        element.remove();
    }
}

/// Sends the pointer's events to `id` until it is released.
pub fn capture(id: &str, pointer: i32) {
    if let Some(element) = by_id(id) {
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Where the page's point `(client_x, client_y)` lies from the upper left corner of `id`, in CSS pixels.
pub fn offset(id: &str, (client_x, client_y): (i32, i32)) -> (f64, f64) {
    by_id(id).map_or((0.0, 0.0), |e| {
        let place = e.get_bounding_client_rect();
        (f64::from(client_x) - place.left(), f64::from(client_y) - place.top())
    })
}

fn focus_on(element: &Element) -> bool {
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        let _ = html.focus();
    } else if let Some(svg) = element.dyn_ref::<SvgElement>() {
        let _ = svg.focus();
    }
    document().and_then(|d| d.active_element()).is_some_and(|now| now == *element)
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
