//! The packer: a module beside the page that makes its pack anew under the reader's corrections, in a worker of its own.
//!
//! Reading and annotating weigh more than the page, so the module is no part of it: it comes after the first view, with
//! what is kept for use without a network, and is compiled by whoever corrects something. It holds several times a pack
//! in memory, so its worker ends with its answer.
//! **Invariant:** the worker is made of a blob and bound by the page's own policy; what fails is one sentence, and never
//! the end of the page. Start at [`corrected`]; `packer.js` is what the worker runs.

use js_sys::{Array, ArrayBuffer, Uint8Array};

use super::pack;
use super::worker::{Worker, text};

/// Takes the module, a pack and corrections, and gives the new pack, or a text that says why there is none. Memory that
/// has grown is another one, so that each address is asked for first. Its comments are here because it weighs as much as
/// it says.
const SCRIPT: &str = include_str!("packer.js");

/// The largest pack that is made anew, in bytes: 5,000 made articles of 250 words, which have as many, took 4.9 seconds
/// in Chromium.
const MOST: u32 = 8_000_000;

/// Whether a pack of `bytes` can be made anew here, or a sentence that says why not and what can be done.
pub fn may(bytes: u32) -> Result<(), String> {
    let found = match named() {
        Some(_) if bytes <= MOST => return Ok(()),
        Some(_) => "too many",
        None => "no program in this page to do it",
    };
    Err(format!(
        "Dates are not set here: expected articles that can be put in order in a moment, found {found}; copy the dates \
         into decisions.toml beside the documents, and build the page again"
    ))
}

/// The pack `pack` with `decisions`, a text as in `decisions.toml`, after its own corrections, or a sentence that says
/// why it stays as it is.
pub async fn corrected(pack: &Uint8Array, decisions: &str) -> Result<ArrayBuffer, String> {
    may(pack.length())?;
    let name = named().unwrap_or_default();
    let done = async {
        let module = pack::bytes(&pack::fetch(&name).await?).await?;
        Worker::once(SCRIPT, &Array::of3(&module, pack, &decisions.into())).await
    };
    done.await.map(wasm_bindgen::JsCast::unchecked_into).map_err(|error| {
        let place = if name.starts_with("data:") { "the packer inside this page" } else { &name };
        format!(
            "Dates could not be set: expected {place} to put the articles in order, found “{}”; open the page once with a \
             network, in a browser of 2023 or later, or build it again",
            text(&error)
        )
    })
}

/// The file that the page names as its packer, if it names one.
fn named() -> Option<String> {
    pack::meta("dateline-packer").filter(|name| !name.is_empty())
}
