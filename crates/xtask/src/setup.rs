//! Installs what is missing, and says what it does.
//!
//! **Invariant:** a tool is installed into a folder beside its place and moved there when it is whole, so that a
//! set-up that was stopped half-way is done again; a second set-up installs nothing.
//! Start at [`setup`].

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{find, quiet, shown, step};
use crate::tools;

/// Installs what building needs, and with `browser` what the browser tests need as well.
pub fn setup(browser: bool) -> Result<(), String> {
    wasm_target()?;
    cargo_tool("trunk", tools::TRUNK, "trunk", true)?;
    // With `--locked` this one asks for a crate version that its registry may no longer have.
    cargo_tool("wasm-bindgen-cli", &tools::wasm_bindgen()?, "wasm-bindgen", false)?;
    npm_tool("binaryen", tools::BINARYEN, "node_modules/.bin/wasm-opt")?;
    if browser {
        npm_tool("axe-core", tools::AXE, "node_modules/axe-core/axe.min.js")?;
        chromium()?;
    }
    Ok(())
}

/// Installs what the search benchmark needs beside what building needs: a browser, what drives it, and the peers.
pub fn setup_bench() -> Result<(), String> {
    setup(false)?;
    chromium()?;
    tools::PEERS.iter().chain(&tools::TIMELINES).try_for_each(npm)
}

fn npm(tool: &tools::NpmTool) -> Result<(), String> {
    npm_tool(tool.package, tool.version, &format!("node_modules/{}/{}", tool.package, tool.file))
}

fn wasm_target() -> Result<(), String> {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", tools::WASM]).current_dir(tools::root());
    if quiet(&mut ask).is_ok_and(|dir| Path::new(dir.trim()).is_dir()) {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err(format!("expected the target {} or rustup to add it, found neither", tools::WASM));
    }
    step("add the wasm target", || {
        shown(Command::new("rustup").args(["target", "add", tools::WASM]).current_dir(tools::root()))
    })
}

fn cargo_tool(package: &str, version: &str, program: &str, locked: bool) -> Result<(), String> {
    let place = tools::cargo_tool(package, version);
    install(&format!("{package} {version}"), &place, &format!("bin/{}", tools::program(program)), |partial| {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--root"]).arg(partial).arg(format!("{package}@{version}"));
        if locked {
            cargo.arg("--locked");
        }
        // The tools are built elsewhere than the workspace, and not with its settings.
        shown(cargo.current_dir(tools::cache()).env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))
    })
}

fn npm_tool(package: &str, version: &str, file: &str) -> Result<(), String> {
    let place = tools::npm_tool(package, version);
    install(&format!("{package} {version}"), &place, file, |partial| {
        let npm = find("npm").or_else(|| find("npm.cmd"));
        if npm.is_none() {
            apt(&["nodejs", "npm"]).map_err(|e| format!("expected npm on the PATH, found none: {e}"))?;
        }
        let npm = npm.unwrap_or_else(|| "npm".into());
        let name = format!("{package}@{version}");
        shown(
            Command::new(npm).args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(partial).arg(name),
        )
    })
}

fn install(
    name: &str,
    place: &Path,
    file: &str,
    work: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<(), String> {
    if place.join(file).exists() {
        return Ok(());
    }
    step(&format!("install {name}"), || {
        let say = |e: std::io::Error| format!("{}: {e}", place.display());
        let partial = PathBuf::from(format!("{}.partial", place.display()));
        for stale in [place, &partial] {
            if stale.exists() {
                fs::remove_dir_all(stale).map_err(say)?;
            }
        }
        fs::create_dir_all(&partial).map_err(say)?;
        work(&partial)?;
        if !partial.join(file).exists() {
            return Err(format!("{name} was installed without its {file}"));
        }
        fs::rename(&partial, place).map_err(say)
    })
}

fn chromium() -> Result<(), String> {
    if browser().is_some() && find("chromedriver").is_some() {
        return Ok(());
    }
    step("install chromium and chromedriver", || apt(&["chromium", "chromium-driver"]))?;
    match (browser(), find("chromedriver")) {
        (Some(_), Some(_)) => Ok(()),
        _ => {
            Err("expected chromium (or google-chrome) and chromedriver on the PATH: install both".to_owned())
        }
    }
}

/// The browser that the tests drive.
pub fn browser() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
        .into_iter()
        .find_map(find)
}

fn apt(packages: &[&str]) -> Result<(), String> {
    let names = packages.join(", ");
    if find("apt-get").is_none() {
        return Err(format!("install {names} yourself: there is no apt-get here"));
    }
    let root = quiet(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let apt = || {
        let mut command = Command::new(if root { "apt-get" } else { "sudo" });
        if !root {
            command.arg("apt-get");
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let install = || shown(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages));
    // The lists of a fresh machine are empty or old; an install that works without new ones is quicker.
    install().or_else(|_| shown(apt().arg("update")).and_then(|()| install()))
}
