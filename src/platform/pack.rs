//! Opening the pack: the one that the page names (a file beside it, or a `data:` address in a page that is a single
//! file), else the one inside the program; and where it is opened: a large one in a worker.
//!
//! **Invariant:** the rest of the page never knows which; a damaged pack ends in a message, not in a blank page. The
//! bytes of a large pack are handed on, not copied, and enter the memory of one program only. Start at [`open`].

use std::cell::Cell;

use dateline_core::engine::Engine;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, Response};

use super::element;
use super::engine::Port;
use super::worker::Worker;

/// The pack that was built in; empty where it was too large to be.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// The bytes of a pack above which a worker opens it and answers: what a thread can open, ask and draw between two
/// frames of 50 ms. Measured in Chromium as the processor time of the page's longest task from navigation to idle, with
/// packs of the seeds again and again, once with workers and once with a browser that refuses them.
const LARGE: u32 = 512 * 1024;

const MB: u32 = 1_000_000;

/// Opens the pack and hands a port to its engine, or a message for the reader, to `then`.
pub fn open(then: impl FnOnce(Result<Port, String>) + 'static) {
    let Some(name) = named() else {
        then(here(EMBEDDED.to_vec(), "inside this page"));
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let place = if name.starts_with("data:") { "inside this page" } else { &name };
        then(load(&name, place).await.unwrap_or_else(|error| {
            Err(format!(
                "expected the pack {place} beside this page, found: {}; put the file back, or build the page again",
                error.as_string().unwrap_or_else(|| format!("{error:?}"))
            ))
        }));
    });
}

/// Fetches the pack `name` and opens it: in a worker while its bytes come, where the server says that they are many and
/// this browser lets one start; else once they are there.
async fn load(name: &str, place: &str) -> Result<Result<Port, String>, JsValue> {
    let response = fetch(name).await?;
    let announced = response.headers().get("content-length")?.and_then(|n| n.parse().ok()).unwrap_or(0);
    if announced > LARGE
        && let Ok(worker) = Worker::start().await
    {
        return Ok(open_in(worker, response.body(), announced, place).await);
    }
    let pack: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    if announced <= LARGE
        && pack.byte_length() > LARGE
        && let Ok(worker) = Worker::start().await
    {
        let again = Response::new_with_opt_buffer_source(Some(&pack))?;
        return Ok(open_in(worker, again.body(), 0, place).await);
    }
    Ok(here(Uint8Array::new(&pack).to_vec(), place))
}

/// The engine in `worker`, which is given `pack` as it comes.
async fn open_in(
    worker: Worker,
    pack: Option<ReadableStream>,
    announced: u32,
    place: &str,
) -> Result<Port, String> {
    let reader = pack.map(|pack| pack.get_reader().unchecked_into::<ReadableStreamDefaultReader>());
    let reader = reader.ok_or_else(|| refused(place, &"the answer has no bytes"))?;
    let came = Cell::new(0);
    let came = move |bytes| {
        came.set(came.get() + bytes);
        // A server that compresses announces fewer bytes than come.
        if came.get() <= announced {
            element::say(
                "opening",
                &format!("Opening the articles… {} of {} MB", came.get() / MB, announced / MB),
            );
        }
    };
    let record = worker.open(reader, came).await.map_err(|error| refused(place, &error))?;
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
