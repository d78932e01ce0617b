//! What a run measured, as `bench/drive.mjs` and `bench/tantivy` write it.
//!
//! **Invariant:** what a peer did not do is `None` or empty, never zero. Times are milliseconds, sizes bytes.
//! Start at [`Measured`].

use std::collections::BTreeMap;

use serde::Deserialize;

/// A run.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Measured {
    /// The browser and its version.
    #[serde(default)]
    pub(super) chromium: String,
    /// The memory of a tab with nothing in it, beside all others.
    #[serde(default)]
    pub(super) blank: u64,
    /// What each peer did.
    pub(super) peers: BTreeMap<String, Peer>,
}

/// What one peer did.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Peer {
    /// Over how many documents.
    pub(super) size: u32,
    /// What was tried in vain.
    pub(super) failed: Vec<Failed>,
    /// Why it was stopped.
    pub(super) stopped: Option<String>,
    /// Why it could not be dumped, so that it was built again instead of restored.
    pub(super) kept: Option<String>,
    /// Building.
    pub(super) build: Option<f64>,
    /// The size of its dump.
    pub(super) dumped: Option<u64>,
    /// Fetching that.
    pub(super) fetched: Option<f64>,
    /// Opening what was fetched; where that is done while it comes, how much longer it takes than fetching it.
    pub(super) load: Option<f64>,
    /// From the first byte until it can be asked.
    pub(super) head: Option<f64>,
    /// The first answer after opening.
    pub(super) first: Option<f64>,
    /// The tab after all queries.
    pub(super) memory: Option<Memory>,
    /// What its server sent until it was ready.
    pub(super) boot: Option<Sent>,
    /// Its queries.
    pub(super) runs: Vec<Run>,
    /// Its moves of the brush.
    pub(super) brush: Vec<Brush>,
    /// The same over the time of events, of which the oracle knows nothing.
    #[serde(rename = "brushHappened")]
    pub(super) brush_happened: Vec<Brush>,
    /// The same with the first rows beside the counts.
    #[serde(rename = "brushRows")]
    pub(super) brush_rows: Vec<Brush>,
    /// How long it takes over what nobody means well, a text after the other.
    pub(super) hostile: Vec<f64>,
}

/// A number of documents that did not fit.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Failed {
    /// How many.
    pub(super) size: u32,
    /// Why.
    pub(super) why: String,
}

/// The memory of a tab after a collection.
#[derive(Debug, Deserialize)]
pub(super) struct Memory {
    /// Its process's proportional share, as the system counts it.
    pub(super) resident: u64,
    /// Of it the heap of JavaScript.
    pub(super) heap: u64,
    /// And WebAssembly's memory.
    pub(super) wasm: u64,
}

/// What a server sent.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Sent {
    /// Bytes of bodies.
    pub(super) bytes: u64,
    /// Answers.
    pub(super) requests: u64,
}

/// The queries of a class in a round.
#[derive(Debug, Deserialize)]
pub(super) struct Run {
    /// The class.
    pub(super) kind: String,
    /// The round, from 0.
    pub(super) round: usize,
    /// How many were to be asked.
    pub(super) asked: usize,
    /// How long each answer took, of those that there was time for.
    pub(super) ms: Vec<f64>,
    /// What each found.
    pub(super) found: Vec<Vec<Id>>,
    /// How many each said there are.
    pub(super) total: Vec<Option<u32>>,
    /// The words that each offered, where any does.
    #[serde(default)]
    pub(super) meant: Vec<Option<Vec<String>>>,
    /// What the server sent meanwhile.
    #[serde(default, flatten)]
    pub(super) sent: Option<Sent>,
}

/// A document: by number, or by file.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Id {
    /// Its number.
    Number(u32),
    /// Its file.
    File(String),
}

/// The moves of a round.
#[derive(Debug, Deserialize)]
pub(super) struct Brush {
    /// The round, from 0.
    pub(super) round: usize,
    /// How long each took.
    pub(super) ms: Vec<f64>,
    /// How long it took to prepare for them, where that is apart.
    #[serde(default)]
    pub(super) held: Option<f64>,
    /// How many documents each chose.
    pub(super) total: Vec<u32>,
}
