//! Opening the pack: the one that the page names (a file beside it, or a `data:` address in a page that is a single
//! file), else the one inside the program; and where it is opened: a large one in a worker.
//!
//! **Invariant:** the rest of the page never knows which; a damaged pack ends in a message, not in a blank page. The
//! bytes of a large pack are handed on, not copied, and enter the memory of one program only; where the reader has
//! corrected nothing, nothing of the packer is asked for. Start at [`open`].

use std::cell::Cell;

use dateline_core::engine::Engine;
use js_sys::{ArrayBuffer, Error, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, Response};

use super::engine::Port;
use super::worker::{Worker, text};
use super::{element, packer};

/// The pack that was built in; empty where it was too large to be.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// Where a pack is that is no file beside the page, in words.
const INSIDE: &str = "inside this page";

/// The bytes of a pack above which a worker opens it and answers: what a thread can open, ask and draw between two
/// frames of 50 ms. Measured in Chromium as the processor time of the page's longest task from navigation to idle, with
/// packs of the seeds again and again, once with workers and once with a browser that refuses them.
const LARGE: u32 = 512 * 1024;

const MB: u32 = 1_000_000;

thread_local! {
    /// How many bytes of the pack that is open have come.
    static SIZE: Cell<u32> = const { Cell::new(0) };
}

/// Whether the pack that is open can be made anew here, or why not and what can be done.
pub fn may_be_corrected() -> Result<(), String> {
    packer::may(SIZE.get())
}

/// What opening gives: a port to the engine, and where the reader's corrections could not be applied a sentence that
/// says why; the pack is then as it was.
pub type Opened = (Port, Option<String>);

/// Opens the pack under the reader's `corrections`, a text as in `decisions.toml`, and hands what comes of it, or a
/// message for the reader, to `then`.
pub fn open(corrections: Option<String>, then: impl FnOnce(Result<Opened, String>) + 'static) {
    if named().is_none() && corrections.is_none() {
        SIZE.set(EMBEDDED.len() as u32);
        then(here(EMBEDDED.to_vec(), INSIDE).map(|port| (port, None)));
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let name = named();
        let place = name.as_deref().filter(|name| !name.starts_with("data:")).unwrap_or(INSIDE);
        then(opened(name.as_deref(), place, corrections).await.unwrap_or_else(|error| {
            Err(format!(
                "expected the pack {place} beside this page, found: {}; put the file back, or build the page again",
                text(&error)
            ))
        }));
    });
}

/// Fetches the pack and opens it: a large one in a worker, where this browser lets one start, and that while its bytes
/// come, where the server says how many they are and nothing in them is corrected.
async fn opened(
    name: Option<&str>,
    place: &str,
    corrections: Option<String>,
) -> Result<Result<Opened, String>, JsValue> {
    let mut response = match name {
        Some(name) => fetch(name).await?,
        None => answer(&Uint8Array::from(EMBEDDED).buffer())?,
    };
    let mut announced = response.headers().get("content-length")?.and_then(|n| n.parse().ok()).unwrap_or(0);
    let (mut size, mut why) = (announced, None);
    if announced <= LARGE || corrections.is_some() {
        let mut pack = bytes(&response).await?;
        SIZE.set(pack.byte_length());
        if let Some(corrections) = corrections {
            element::say("opening", "Applying your corrections…");
            match packer::corrected(&Uint8Array::new(&pack), &corrections).await {
                Ok(corrected) => pack = corrected,
                Err(error) => why = Some(error),
            }
        }
        (size, announced, response) = (pack.byte_length(), 0, answer(&pack)?);
    }
    let port = if size > LARGE
        && let Ok(worker) = Worker::start().await
    {
        open_in(worker, response.body(), announced, place).await
    } else {
        let pack = bytes(&response).await?;
        here(Uint8Array::new(&pack).to_vec(), place)
    };
    Ok(port.map(|port| (port, why)))
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
        if came.get() > SIZE.get() {
            SIZE.set(came.get());
        }
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

/// `pack` as if it had been fetched.
fn answer(pack: &ArrayBuffer) -> Result<Response, JsValue> {
    Response::new_with_opt_buffer_source(Some(pack))
}

/// The bytes of `response`, once all of them are there.
pub(super) async fn bytes(response: &Response) -> Result<ArrayBuffer, JsValue> {
    Ok(JsFuture::from(response.array_buffer()?).await?.unchecked_into())
}

/// The answer to a request for `name`, where it is a good one.
pub(super) async fn fetch(name: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(name)).await?.dyn_into()?;
    if response.ok() {
        Ok(response)
    } else {
        Err(Error::new(&format!("status {}", response.status())).into())
    }
}
