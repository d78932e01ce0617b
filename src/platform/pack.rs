//! The corpus that the page opens: in the page's own text, beside it, or inside the program.
//!
//! **Invariant:** a pack that the page names wins over the one inside; a failure is a message, never a default.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

static INSIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// The content of the page's `<meta name=NAME>`.
pub(crate) fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector(&format!("meta[name='{name}']")).ok()??.get_attribute("content")
}

/// The bytes of the pack.
pub(crate) async fn load() -> Result<Vec<u8>, String> {
    if let Some(bytes) = in_page() {
        return bytes;
    }
    match meta("dateline-pack").filter(|file| !file.is_empty()) {
        None => Ok(INSIDE.to_vec()),
        Some(file) => fetch(&file).await.map_err(|e| format!("{file} cannot be fetched: {e:?}")),
    }
}

/// The pack of a page that is a single file: base64 in `<script id="dateline-pack" type="text/plain">`.
fn in_page() -> Option<Result<Vec<u8>, String>> {
    let window = web_sys::window()?;
    let text = window.document()?.get_element_by_id("dateline-pack")?.text_content()?;
    let bytes = window.atob(text.trim()).map(|latin| latin.chars().map(|c| c as u8).collect());
    Some(bytes.map_err(|_| "the pack in this page is damaged: fetch the file again".to_owned()))
}

async fn fetch(file: &str) -> Result<Vec<u8>, wasm_bindgen::JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(file)).await?.unchecked_into();
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()).into());
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
