//! Whether an element has come into view.
//!
//! **Invariant:** an observer lives as long as the page; a browser without one never calls, and the reader's own click
//! does the same.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Calls `then` each time `element` comes into view.
pub fn on_visible(element: &Element, then: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let seen = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
        if entries.iter().any(seen) {
            then();
        }
    });
    if let Ok(observer) = IntersectionObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        std::mem::forget(observer);
    }
    callback.forget();
}
