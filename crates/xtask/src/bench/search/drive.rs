//! The peers, driven: what they need is written, the browsers and tantivy are run, and what they measured is read.
//!
//! **Invariant:** every peer gets the same files, in `target/dateline/bench/search/made`; what was measured stays in
//! `out` beside it. Start at [`drive`].

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use super::documents::Documents;
use super::measured::Measured;
use super::peers::{self, Peer};
use super::queries::Queries;
use super::{Search, ours};
use crate::run::{quiet, shown, step};
use crate::{language, tools};

/// The package of the engine as a module, and the profile of the page, so that what is measured is what is shipped.
const ENGINE: &str = "dateline-bench-engine";
/// That profile.
const PROFILE: &str = "page";
/// And what wasm-opt does to the page.
const OPTIMIZE: [&str; 1] = ["-Oz"];

/// The folder of a run.
pub(super) fn folder() -> PathBuf {
    tools::root().join("target/dateline/bench/search")
}

/// Where the pack is.
pub(super) fn pack() -> PathBuf {
    folder().join("made/dateline.pack")
}

/// Where the dump of `peer` is.
pub(super) fn dump(peer: &str) -> PathBuf {
    if peer == peers::DATELINE { pack() } else { folder().join("out").join(format!("{peer}.dump")) }
}

/// Writes what all peers read.
pub(super) fn write(documents: &Documents, queries: &Queries) -> Result<(), String> {
    let made = folder().join("made");
    fs::create_dir_all(&made).map_err(|e| format!("{}: {e}", made.display()))?;
    let write = |name: &str, bytes: &[u8]| {
        let file = made.join(name);
        fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))
    };
    write("texts.txt", documents.texts().as_bytes())?;
    write("columns.json", &serde_json::to_vec(&documents.columns).map_err(|e| e.to_string())?)?;
    write("names.json", &serde_json::to_vec(&documents.columns.names).map_err(|e| e.to_string())?)?;
    write("queries.json", &serde_json::to_vec(queries).map_err(|e| e.to_string())?)
}

/// Writes the pack, and gives its size.
pub(super) fn write_pack(articles: Vec<dateline_core::corpus::Article>) -> Result<u64, String> {
    let (file, bytes) = (pack(), ours::pack(articles));
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    fs::create_dir_all(file.parent().unwrap_or(&file)).map_err(say)?;
    fs::write(&file, &bytes).map_err(say)?;
    Ok(bytes.len() as u64)
}

/// Runs `of` over what was written.
pub(super) fn drive(search: &Search, of: &[&Peer], documents: usize) -> Result<Measured, String> {
    let out = folder().join("out");
    for stale in [&out, &folder().join("pagefind")] {
        if stale.exists() {
            fs::remove_dir_all(stale).map_err(|e| format!("{}: {e}", stale.display()))?;
        }
    }
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let mut measured = Measured::default();
    let in_browser: Vec<&Peer> = of.iter().copied().filter(|peer| peer.name != peers::TANTIVY).collect();
    if !in_browser.is_empty() {
        let engine = step("build the engine for the browser", engine)?;
        let plan = plan(search, &in_browser, documents, &engine)?;
        step("ask in the browser", || {
            shown(Command::new("node").arg(tools::root().join("bench/drive.mjs")).arg(&plan))
        })?;
        measured = read(&out.join("measured.json"))?;
    }
    if of.len() > in_browser.len() {
        let native = out.join("tantivy.json");
        step("build and ask tantivy", || tantivy(&native))?;
        measured.peers.extend(read(&native)?.peers);
    }
    Ok(measured)
}

/// What was measured last of `of`.
pub(super) fn kept(of: &[&Peer]) -> Result<Measured, String> {
    let out = folder().join("out");
    let mut measured = read(&out.join("measured.json"))?;
    if of.iter().any(|peer| peer.name == peers::TANTIVY) {
        measured.peers.extend(read(&out.join("tantivy.json"))?.peers);
    }
    Ok(measured)
}

fn read(file: &Path) -> Result<Measured, String> {
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    serde_json::from_slice(&bytes).map_err(|e| format!("{}: {e}", file.display()))
}

fn plan(search: &Search, of: &[&Peer], documents: usize, engine: &Path) -> Result<PathBuf, String> {
    let browser = crate::setup::browser();
    let browser = browser.ok_or("expected chromium on the PATH: run `cargo xtask setup --bench`")?;
    let npm: serde_json::Map<String, serde_json::Value> = tools::PEERS
        .iter()
        .map(|tool| {
            let place = tools::npm_tool(tool.package, tool.version).join("node_modules").join(tool.package);
            (tool.package.to_owned(), json!(place))
        })
        .collect();
    let cannot: serde_json::Map<String, serde_json::Value> = of
        .iter()
        .map(|peer| {
            let kinds: Vec<&str> = peer.cannot.iter().map(|kind| kind.name()).collect();
            (peer.name.to_owned(), json!(kinds))
        })
        .collect();
    let brushes: Vec<&str> = of.iter().filter(|peer| peer.brushes).map(|peer| peer.name).collect();
    let plan = json!({
        "peers": of.iter().map(|peer| peer.name).collect::<Vec<_>>(),
        "cannot": cannot,
        "brushes": brushes,
        "documents": documents,
        "rounds": search.rounds(),
        "seconds": search.seconds,
        "limit": search.limit,
        "seed": search.seed,
        "chromium": browser,
        "engine": engine,
        "npm": npm,
        "bench": tools::root().join("bench"),
        "made": folder().join("made"),
        "pack": pack(),
        "pagefind": folder().join("pagefind"),
        "out": folder().join("out"),
    });
    let file = folder().join("plan.json");
    fs::write(&file, plan.to_string()).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(file)
}

fn engine() -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--profile", PROFILE, "-p", ENGINE, "--target", tools::WASM]);
    shown(cargo.current_dir(tools::root()))?;
    let built = tools::target().join(tools::WASM).join(PROFILE).join("dateline_bench_engine.wasm");
    let file = folder().join("engine.wasm");
    let mut optimize = Command::new("wasm-opt");
    optimize.args(OPTIMIZE).args(language::FEATURES).arg(&built).arg("-o").arg(&file);
    quiet(optimize.env("PATH", tools::path()?))?;
    Ok(file)
}

fn tantivy(out: &Path) -> Result<(), String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--manifest-path"]);
    cargo.arg(tools::root().join("bench/tantivy/Cargo.toml"));
    cargo.arg("--target-dir").arg(tools::target().join("tantivy"));
    shown(cargo.arg("--").arg(folder().join("made")).arg(out).current_dir(tools::root()))
}
