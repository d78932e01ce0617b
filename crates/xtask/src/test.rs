//! Everything that must hold, in one command.
//!
//! **Invariant:** continuous integration runs this and nothing else; every step says its name and how long it took.
//! The browser tests see the site as users get it: the one release build. Start at [`test()`].

use std::process::Command;
use std::time::Instant;

use crate::run::{shown, step};
use crate::{agree, build, language, large, packer, setup, sizes, tools};

/// The package of the browser tests, which need the built site.
const BROWSER: &str = "dateline-browser-tests";

/// Runs every check; the first that fails ends the command.
pub fn test() -> Result<(), String> {
    let start = Instant::now();
    step("set up", || setup::setup(true))?;
    step("format", || cargo(&["fmt", "--all", "--check"], &[]))?;
    let host = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    step("lints", || cargo(&host, &[]))?;
    let wasm = ["clippy", "--quiet", "-p", "dateline-page", "--target", tools::WASM, "--", "-D", "warnings"];
    step("lints of the page", || cargo(&wasm, &[]))?;
    step("tests", || cargo(&["test", "--quiet", "--workspace", "--exclude", BROWSER], &[]))?;
    // The private modules too: they are what an engineer of Dateline reads.
    let doc = ["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"];
    step("documentation", || {
        cargo(&doc, &[("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links")])
    })?;
    step("language module", language::check)?;
    let site = build::site(None)?;
    step("packer", packer::alike)?;
    step("sizes", || sizes::check(&site))?;
    let site = site.to_string_lossy().into_owned();
    let browser = ["test", "--quiet", "-p", BROWSER, "--test", "page"];
    step("browser tests", || cargo(&browser, &[("DATELINE_SITE", &site)]))?;
    let there = [("DATELINE_SITE", site.as_str()), ("DATELINE_WORKER", "1")];
    step("browser tests with the engine in a worker", || cargo(&browser, &there))?;
    step("a pack of 20,000 documents", large::pack)?;
    let large = ["test", "--quiet", "-p", BROWSER, "--test", "large"];
    step("browser tests over it", || cargo(&large, &[("DATELINE_SITE", &site)]))?;
    agree::agree(&agree::Agree::default())?;
    println!("all of it holds, in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn cargo(args: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    shown(Command::new("cargo").args(args).envs(variables.iter().copied()).current_dir(tools::root()))
}
