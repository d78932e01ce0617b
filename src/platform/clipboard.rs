//! The clipboard.
//!
//! **Invariant:** written only when the reader asks, never read.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies `text`, as `html` too where given, and calls `done` with whether it worked.
pub fn copy(text: String, html: Option<String>, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let Some(window) = web_sys::window() else { return done(false) };
        let clipboard = window.navigator().clipboard();
        let promise = match html.and_then(|html| item(&text, &html)) {
            Some(item) => clipboard.write(&js_sys::Array::of1(&item)),
            None => clipboard.write_text(&text),
        };
        done(JsFuture::from(promise).await.is_ok());
    });
}

/// Both forms as one item, so that a word processor takes the table and an editor the text.
fn item(text: &str, html: &str) -> Option<JsValue> {
    let forms = js_sys::Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&content.into());
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        js_sys::Reflect::set(&forms, &kind.into(), &blob).ok()?;
    }
    web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&forms).ok().map(Into::into)
}
