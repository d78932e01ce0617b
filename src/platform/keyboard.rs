//! Keys pressed anywhere on the page.
//!
//! **Invariant:** a key with Ctrl, Alt or Cmd is the browser's, and while somebody types every single key is theirs.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

/// Calls `then` with each pressed key and whether the reader is typing; where `then` says so, the browser's own
/// action is held back.
pub fn on_key(then: impl Fn(&str, bool) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        let typing = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()).is_some_and(|e| {
            matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || e.is_content_editable()
        });
        if then(&key.key(), typing) {
            event.prevent_default();
        }
    })
    .forget();
}
