//! Text that comes by hand, pasted or as a dropped file, and text that leaves as one.
//!
//! **Invariant:** a file is read only where the reader dropped it, and written only where they asked for it; nothing
//! of either leaves the browser. Start at [`pasted`].

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, DragEvent, HtmlElement, Url};

/// The text that is being pasted.
pub fn pasted(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// Hands the text of the first dropped file to `take`; what is no file is dropped as the browser does it.
pub fn file(event: &DragEvent, take: impl FnOnce(String) + 'static) {
    let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
    if let Some(file) = file {
        event.prevent_default();
        spawn_local(async move {
            if let Some(text) = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
                take(text);
            }
        });
    }
}

/// Gives the reader `text` as a file called `name`.
pub fn save(name: &str, kind: &str, text: &str) {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag) {
        save_blob(name, &blob);
    }
}

/// Gives the reader `blob` as a file called `name`.
pub(super) fn save_blob(name: &str, blob: &Blob) {
    let made = || {
        let url = Url::create_object_url_with_blob(blob).ok()?;
        let link = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
        link.set_attribute("href", &url).ok()?;
        link.set_attribute("download", name).ok()?;
        link.click();
        Url::revoke_object_url(&url).ok()
    };
    let _ = made();
}
