//! The clipboard.
//!
//! **Invariant:** written only when the reader asks, never read.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies `text`, and calls `done` with whether it worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    if let Some(clipboard) = clipboard() {
        finish(clipboard.write_text(text), done);
    } else {
        done(false);
    }
}

/// What takes the text and the HTML of a table.
pub type Forms = Box<dyn FnOnce(String, String)>;

/// Copies a table as text and as HTML, and calls `done` with whether it worked. `make` may hand both over later: the
/// copy is announced at once, since browsers allow it only while they hold the reader's click.
pub fn copy_table(make: impl FnOnce(Forms), done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else { return done(false) };
    let forms = js_sys::Object::new();
    let promised = ["text/plain", "text/html"].map(|kind| {
        let mut keep = None;
        let promise = Promise::new(&mut |keep_promise, _| keep = Some(keep_promise));
        let _ = js_sys::Reflect::set(&forms, &kind.into(), &promise);
        (kind, keep)
    });
    // Both forms are one item, so that a word processor takes the table and an editor the text.
    match web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&forms) {
        Ok(item) => {
            finish(clipboard.write(&js_sys::Array::of1(&item)), done);
            make(Box::new(move |text, html| {
                for ((kind, keep), content) in promised.into_iter().zip([text, html]) {
                    if let (Some(keep), Some(blob)) = (keep, blob(kind, &content)) {
                        let _ = keep.call1(&JsValue::NULL, &blob);
                    }
                }
            }));
        }
        Err(_) => make(Box::new(move |text, _| finish(clipboard.write_text(&text), done))),
    }
}

fn clipboard() -> Option<web_sys::Clipboard> {
    Some(web_sys::window()?.navigator().clipboard())
}

fn finish(copying: Promise, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move { done(JsFuture::from(copying).await.is_ok()) });
}

fn blob(kind: &str, content: &str) -> Option<web_sys::Blob> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&content.into());
    web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}
