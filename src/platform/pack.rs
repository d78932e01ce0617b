//! Opening the pack: the one that the page names (a file beside it, or a `data:` address in a page that is a single
//! file), else the one inside the program; and where it is opened: a large one in a worker.
//!
//! **Invariant:** the rest of the page never knows which; a damaged pack ends in a message, not in a blank page. The
//! bytes of a large pack are handed on, not copied, and enter the memory of one program only. Start at [`open`].

use dateline_core::engine::Engine;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::engine::Port;
use super::worker::Worker;

/// The pack that was built in; empty where it was too large to be.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// The bytes of a pack above which a worker opens it and answers: what a thread can open, ask and draw between two
/// frames of 50 ms. Measured in Chromium as the processor time of the page's longest task from navigation to idle, with
/// packs of the seeds again and again, once with workers and once with a browser that refuses them.
const LARGE: u32 = 512 * 1024;

/// Opens the pack and hands a port to its engine, or a message for the reader, to `then`.
pub fn open(then: impl FnOnce(Result<Port, String>) + 'static) {
    let Some(name) = named() else {
        then(here(EMBEDDED.to_vec(), "inside this page"));
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let place = if name.starts_with("data:") { "inside this page" } else { &name };
        then(match load(&name).await {
            Ok((pack, worker)) => open_in(pack, worker, place).await,
            Err(error) => Err(format!(
                "expected the pack {place} beside this page, found: {}; put the file back, or build the page again",
                error.as_string().unwrap_or_else(|| format!("{error:?}"))
            )),
        });
    });
}

/// The bytes of the pack `name`, and a worker for them where they are many and this browser lets one start.
async fn load(name: &str) -> Result<(ArrayBuffer, Option<Worker>), JsValue> {
    let response = fetch(name).await?;
    let announced = response.headers().get("content-length")?.and_then(|n| n.parse().ok()).unwrap_or(0);
    let coming = response.array_buffer()?;
    // The worker starts while the bytes come, if the server says how many they will be.
    let mut worker = if announced > LARGE { Worker::start().await.ok() } else { None };
    let pack: ArrayBuffer = JsFuture::from(coming).await?.dyn_into()?;
    if announced <= LARGE && pack.byte_length() > LARGE {
        worker = Worker::start().await.ok();
    }
    Ok((pack, worker))
}

async fn open_in(pack: ArrayBuffer, worker: Option<Worker>, place: &str) -> Result<Port, String> {
    let Some(worker) = worker else {
        return here(Uint8Array::new(&pack).to_vec(), place);
    };
    let record = worker.open(&pack).await.map_err(|error| refused(place, &error))?;
    Ok(Port::there(worker, record))
}

/// The engine on this thread.
fn here(pack: Vec<u8>, place: &str) -> Result<Port, String> {
    Engine::open(pack).map(Port::here).map_err(|error| refused(place, &error))
}

fn refused(place: &str, error: &impl std::fmt::Display) -> String {
    format!("the pack {place} cannot be opened: {error}")
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

/// The answer to a request for `name`, where it is a good one.
pub(super) async fn fetch(name: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(name)).await?.dyn_into()?;
    if response.ok() { Ok(response) } else { Err(format!("status {}", response.status()).into()) }
}
