//! The packer: a module beside the page that makes its pack anew under the reader's corrections, in a worker of its own.
//!
//! Reading and annotating weigh more than the page, so the module is fetched by whoever corrects something, and only
//! then; it holds several times a pack in memory, so its worker ends with its answer.
//! **Invariant:** the worker is made of a blob and bound by the page's own policy; what fails is one sentence, and never
//! the end of the page. Start at [`corrected`]; `packer.js` is what the worker runs.

use js_sys::{Array, ArrayBuffer, Uint8Array};

use super::pack;
use super::worker::{Worker, text};

/// Takes the module, a pack and corrections, and gives the new pack, or a text that says why there is none. A server may
/// have unzipped the module on its way, and memory that has grown is another one, so that each address is asked for
/// first. Its comments are here because it weighs as much as it says.
const SCRIPT: &str = include_str!("packer.js");

/// Whether this page has a packer.
pub fn is_there() -> bool {
    named().is_some()
}

/// The pack `pack` with `decisions`, a text as in `decisions.toml`, after its own corrections, or a sentence that says
/// why it stays as it is.
pub async fn corrected(pack: &Uint8Array, decisions: &str) -> Result<ArrayBuffer, String> {
    let done = async {
        let name = named().ok_or("expected a packer beside this page, found none: build the page again")?;
        let module = pack::bytes(&pack::fetch(&name).await?).await?;
        Worker::once(SCRIPT, &Array::of3(&module, pack, &decisions.into())).await
    };
    let done = done.await.map(wasm_bindgen::JsCast::unchecked_into);
    done.map_err(|error| {
        let said = error.as_string().unwrap_or_else(|| {
            format!(
                "expected the packer of this page to start, found “{}”: open the page once with a network, or build it again",
                text(&error)
            )
        });
        format!("Your corrections are not applied: {said}")
    })
}

/// The file that the page names as its packer, if it names one.
fn named() -> Option<String> {
    pack::meta("dateline-packer").filter(|name| !name.is_empty())
}
