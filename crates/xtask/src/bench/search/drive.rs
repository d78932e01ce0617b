//! The peers, driven: what they need is written, the browsers and tantivy are run, and what they measured is read.
//!
//! **Invariant:** every peer gets the same files, in `target/dateline/bench/search/made`; what was measured stays in
//! `out` beside it. Start at [`drive`].

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use super::Search;
use super::documents::Documents;
use super::measured::Measured;
use super::peers::{self, Peer};
use super::queries::Queries;
use crate::run::{quiet, shown, step};
use crate::{module, tools};

/// The package of the engine as a module.
const ENGINE: &str = "dateline-bench-engine";
/// For each peer of our own: the profile in which it is built, and what wasm-opt does to it. The first is the page's.
const BUILDS: [(&str, &str, &str); 2] = [(peers::DATELINE, "page", "-Oz"), (peers::FAST, "release", "-O3")];
/// The seconds after which tantivy's last class is asked no more, as a share of the run's.
const NATIVE: f64 = 0.05;

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
    if [peers::DATELINE, peers::FAST].contains(&peer) {
        pack()
    } else {
        folder().join("out").join(format!("{peer}.dump"))
    }
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

/// What is built before anything is asked.
#[derive(Debug, Default)]
pub(super) struct Programs {
    engines: BTreeMap<&'static str, PathBuf>,
    tantivy: Option<PathBuf>,
}

/// Builds what `of` needs.
pub(super) fn programs(of: &[&Peer]) -> Result<Programs, String> {
    let mut programs = Programs::default();
    for (name, profile, optimize) in BUILDS {
        if of.iter().any(|peer| peer.name == name) {
            programs.engines.insert(name, engine(name, profile, optimize)?);
        }
    }
    if of.iter().any(|peer| peer.name == peers::TANTIVY) {
        programs.tantivy = Some(tantivy()?);
    }
    Ok(programs)
}

/// Runs `of` over what was written, for at most `seconds`.
pub(super) fn drive(
    search: &Search,
    of: &[&Peer],
    programs: &Programs,
    documents: usize,
    seconds: f64,
) -> Result<Measured, String> {
    let out = folder().join("out");
    for stale in [&out, &folder().join("pagefind")] {
        if stale.exists() {
            fs::remove_dir_all(stale).map_err(|e| format!("{}: {e}", stale.display()))?;
        }
    }
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let mut measured = Measured::default();
    let native = programs.tantivy.as_ref().map_or(0.0, |_| seconds * NATIVE);
    if let Some(tantivy) = &programs.tantivy {
        let file = out.join("tantivy.json");
        step("ask tantivy", || {
            let mut tantivy = Command::new(tantivy);
            shown(tantivy.arg(folder().join("made")).arg(&file).arg(format!("{native:.0}")))
        })?;
        measured.peers.extend(read(&file)?.peers);
    }
    let in_browser: Vec<&Peer> = of.iter().copied().filter(|peer| peer.name != peers::TANTIVY).collect();
    if !in_browser.is_empty() {
        let plan = plan(search, &in_browser, documents, programs, seconds - native)?;
        step("ask in the browser", || {
            shown(Command::new("node").arg(tools::root().join("bench/drive.mjs")).arg(&plan))
        })?;
        let driven = read(&out.join("measured.json"))?;
        measured = Measured { peers: measured.peers.into_iter().chain(driven.peers).collect(), ..driven };
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

fn plan(
    search: &Search,
    of: &[&Peer],
    documents: usize,
    programs: &Programs,
    seconds: f64,
) -> Result<PathBuf, String> {
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
        "budget": seconds,
        "engines": programs.engines,
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

fn engine(name: &str, profile: &str, optimize: &str) -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--profile", profile, "-p", ENGINE, "--target", tools::WASM]);
    shown(cargo.current_dir(tools::root()))?;
    let built = tools::target().join(tools::WASM).join(profile).join("dateline_bench_engine.wasm");
    let file = folder().join(format!("{name}.wasm"));
    fs::create_dir_all(folder()).map_err(|e| format!("{}: {e}", folder().display()))?;
    let mut wasm_opt = Command::new("wasm-opt");
    wasm_opt.arg(optimize).args(module::FEATURES).arg(&built).arg("-o").arg(&file);
    quiet(wasm_opt.env("PATH", tools::path()?))?;
    Ok(file)
}

fn tantivy() -> Result<PathBuf, String> {
    let target = tools::target().join("tantivy");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--manifest-path"]);
    cargo.arg(tools::root().join("bench/tantivy/Cargo.toml")).arg("--target-dir").arg(&target);
    shown(cargo.current_dir(tools::root()))?;
    Ok(target.join("release").join(tools::program("dateline-bench-tantivy")))
}
