//! The size of the window and of elements.
//!
//! **Invariant:** sizes are CSS pixels; an observer lives as long as the page.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// The window's inner width and height.
pub fn window() -> (f64, f64) {
    let Some(window) = web_sys::window() else { return (1024.0, 768.0) };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64());
    (number(window.inner_width()).unwrap_or(1024.0), number(window.inner_height()).unwrap_or(768.0))
}

/// Whether panels lie over each other, as `style/width.css` has it below 760 px.
pub fn narrow() -> bool {
    window().0 < 760.0
}

/// Calls `then` with the width of `element`'s box, now and whenever it changes.
pub fn on_width(element: &Element, then: impl Fn(f64) + 'static) {
    let watched = element.clone();
    let callback = Closure::<dyn Fn()>::new(move || then(f64::from(watched.client_width())));
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        std::mem::forget(observer);
    }
    callback.forget();
}
