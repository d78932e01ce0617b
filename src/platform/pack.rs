//! Opening the pack: the one that the page names (a file beside it, or a `data:` address in a page that is a single
//! file), else the one inside the program.
//!
//! **Invariant:** the rest of the page never knows which; a damaged pack ends in a message, not in a blank page.

use dateline_core::columns::Bytes;
use dateline_core::engine::Engine;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The pack that was built in; empty where it was too large to be.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// Opens the pack and hands the engine, or a message for the reader, to `then`.
pub fn open(then: impl FnOnce(Result<Engine, String>) + 'static) {
    let Some(name) = named() else {
        then(engine(EMBEDDED.to_vec(), "inside this page"));
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let opened = match fetch(&name).await {
            Ok(bytes) => engine(bytes, &name),
            Err(error) => Err(format!(
                "expected the pack {name} beside this page, found: {error}; put the file back, or build the page again"
            )),
        };
        then(opened);
    });
}

fn engine(bytes: Vec<u8>, place: &str) -> Result<Engine, String> {
    Engine::open(Bytes::new(bytes)).map_err(|error| format!("the pack {place} cannot be opened: {error}"))
}

/// The file that the page names as its pack, if it names one.
fn named() -> Option<String> {
    meta("dateline-pack").filter(|name| !name.is_empty())
}

/// The content of the page's `<meta name=NAME>`.
pub(super) fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector(&format!("meta[name='{name}']")).ok()??.get_attribute("content")
}

async fn fetch(name: &str) -> Result<Vec<u8>, String> {
    let window = web_sys::window().ok_or("no window")?;
    let text = |error: JsValue| error.as_string().unwrap_or_else(|| format!("{error:?}"));
    let response = JsFuture::from(window.fetch_with_str(name)).await.map_err(text)?;
    let response: web_sys::Response = response.dyn_into().map_err(text)?;
    if !response.ok() {
        return Err(format!("status {}", response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(text)?).await.map_err(text)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
