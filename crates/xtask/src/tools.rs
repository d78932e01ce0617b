//! The tools that Dateline is built and tested with: which versions, and where they are.
//!
//! **Invariant:** a version is pinned here and nowhere else, except wasm-bindgen's, which must be that of the crate
//! in `Cargo.lock`, and wasm-opt's, which `Trunk.toml` repeats for those who run trunk alone.
//! A tool's folder in the cache bears its version, so that two checkouts can share the cache.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The trunk that builds the page.
pub const TRUNK: &str = "0.21.14";
/// The binaryen whose wasm-opt shrinks the page.
pub const BINARYEN: &str = "132.0.0";
/// The axe-core that checks the page's accessibility.
pub const AXE: &str = "4.14.1";
/// What the search benchmark is run with and against; `file` is what is there when it is installed.
pub const PEERS: [NpmTool; 9] = [
    NpmTool::of("puppeteer-core", "25.16.0", "lib/puppeteer/puppeteer-core.js"),
    NpmTool::of("minisearch", "7.2.0", "dist/es/index.js"),
    NpmTool::of("flexsearch", "0.8.212", "dist/flexsearch.bundle.module.min.mjs"),
    NpmTool::of("@orama/orama", "3.1.18", "dist/browser/index.js"),
    NpmTool::of("lunr", "2.3.9", "lunr.js"),
    NpmTool::of("@sqlite.org/sqlite-wasm", "3.54.1-build1", "dist/index.mjs"),
    NpmTool::of("zbsearch", "4.0.0", "dist/browser/index.js"),
    NpmTool::of("pagefind", "1.6.0", "lib/index.js"),
    NpmTool::of("crossfilter2", "1.5.4", "crossfilter.js"),
];
/// Whose timelines stand beside Dateline's, driven by the first of [`PEERS`].
pub const TIMELINES: [NpmTool; 3] = [
    NpmTool::of("uplot", "1.6.32", "dist/uPlot.iife.min.js"),
    NpmTool::of("vis-timeline", "8.5.4", "standalone/umd/vis-timeline-graph2d.min.js"),
    NpmTool::of("@knight-lab/timelinejs", "3.9.11", "dist/js/timeline.js"),
];
/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A package of npm in a folder of its own.
#[derive(Clone, Copy, Debug)]
pub struct NpmTool {
    /// Its name.
    pub package: &'static str,
    /// Its version.
    pub version: &'static str,
    /// A file that it has, below its own folder.
    pub file: &'static str,
}

impl NpmTool {
    const fn of(package: &'static str, version: &'static str, file: &'static str) -> Self {
        Self { package, version, file }
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where cargo builds: `CARGO_TARGET_DIR`, else `target` in the root.
pub fn target() -> PathBuf {
    let set = env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty());
    set.map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The cache: `DATELINE_CACHE`, else `dateline` in the user's cache folder.
pub fn cache() -> PathBuf {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || set("HOME").or_else(|| set("USERPROFILE")).unwrap_or_else(env::temp_dir);
    let shared = || set("XDG_CACHE_HOME").unwrap_or_else(|| home().join(".cache"));
    set("DATELINE_CACHE").unwrap_or_else(|| shared().join("dateline"))
}

/// The folder of the cargo-installed `package` at `version`.
pub fn cargo_tool(package: &str, version: &str) -> PathBuf {
    cache().join("cargo").join(format!("{package}-{version}"))
}

/// The folder of the npm-installed `package` at `version`.
pub fn npm_tool(package: &str, version: &str) -> PathBuf {
    cache().join("npm").join(format!("{package}-{version}"))
}

/// The file name of `program` on this system.
pub fn program(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// The text of axe-core in the cache.
pub fn axe() -> PathBuf {
    npm_tool("axe-core", AXE).join("node_modules/axe-core/axe.min.js")
}

/// The trunk in the cache.
pub fn trunk() -> PathBuf {
    cargo_tool("trunk", TRUNK).join("bin").join(program("trunk"))
}

/// The version of wasm-bindgen in `Cargo.lock`.
pub fn wasm_bindgen() -> Result<String, String> {
    let lock = root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    locked(&text, "wasm-bindgen").ok_or_else(|| "expected wasm-bindgen in Cargo.lock, found none".to_owned())
}

/// The PATH with the tools in the cache first.
pub fn path() -> Result<OsString, String> {
    let tools = [
        cargo_tool("trunk", TRUNK).join("bin"),
        cargo_tool("wasm-bindgen-cli", &wasm_bindgen()?).join("bin"),
        npm_tool("binaryen", BINARYEN).join("node_modules/.bin"),
    ];
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(tools.into_iter().chain(env::split_paths(&path))).map_err(|e| e.to_string())
}

pub(crate) fn locked(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("\nname = \"{package}\"\nversion = \""))?;
    Some(after.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"2\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("2"));
        assert_eq!(locked(lock, "trunk"), None);
    }

    #[test]
    fn trunk_alone_uses_the_same_wasm_opt() {
        let major = BINARYEN.split('.').next().unwrap();
        let trunk = fs::read_to_string(root().join("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")), "{trunk}");
    }
}
