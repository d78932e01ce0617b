//! The release site: trunk builds it into a folder of its own, from where it is copied, served or joined into one
//! file.
//!
//! **Invariant:** what is copied or served comes from one release build, never from what `trunk serve` leaves in
//! `dist/`. Start at [`build`].

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::Build;
use crate::run::{quiet, shown, step};
use crate::{packer, server, setup, single_file, tools};

/// Builds the site as `args` say.
pub fn build(args: &Build) -> Result<(), String> {
    setup::setup(false)?;
    let site = site(args.corpus.as_deref())?;
    println!("the site is in {}", site.display());
    if let Some(out) = &args.out {
        copy(&site, out)?;
        println!("copied to {}", out.display());
    }
    if let Some(file) = &args.single_file {
        single_file::write(&site, file)?;
        println!("the single file is {}", file.display());
    }
    Ok(())
}

/// Builds the site over `corpus` and serves it on `port` until it is stopped.
pub fn serve(corpus: Option<&Path>, port: u16) -> Result<(), String> {
    setup::setup(false)?;
    let site = site(corpus)?;
    let server = server::Server::start(&site, "/", port)
        .map_err(|e| format!("port {port} cannot be used ({e}): choose another with --port"))?;
    println!("Dateline is on {} (Ctrl+C stops it)", server.url());
    server.wait();
    Ok(())
}

/// Builds the release site over `corpus` (the seeds where there is none) and gives its folder.
pub fn site(corpus: Option<&Path>) -> Result<PathBuf, String> {
    let site = tools::root().join("target/dateline/site");
    let corpus = match corpus {
        None => None,
        Some(dir) => Some(fs::canonicalize(dir).map_err(|e| format!("{}: {e}", dir.display()))?),
    };
    step("build the packer", packer::build)?;
    step("build the release site", || {
        fetch()?;
        let mut trunk = Command::new(tools::trunk());
        trunk
            .args([
                "build",
                "--release",
                "--cargo-profile",
                "page",
                "--offline",
                "--skip-version-check",
                "--dist",
            ])
            .arg(&site);
        trunk.current_dir(tools::root()).env("PATH", tools::path()?);
        if std::env::var_os("NO_COLOR").is_some() {
            // Trunk reads this variable as a boolean, and stops on the usual `1`.
            trunk.env("NO_COLOR", "true");
        }
        if let Some(corpus) = &corpus {
            trunk.env("DATELINE_CORPUS", corpus);
        }
        shown(&mut trunk)
    })?;
    Ok(site)
}

/// Trunk builds without a network, so the crates must be there.
fn fetch() -> Result<(), String> {
    let version = quiet(Command::new("rustc").arg("-vV").current_dir(tools::root()))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or(tools::WASM);
    let mut cargo = Command::new("cargo");
    cargo.args(["fetch", "--target", tools::WASM, "--target", host]).current_dir(tools::root());
    quiet(&mut cargo).map(drop)
}

/// Copies the site's files into `out`, which may already hold an older site; other files there stay.
fn copy(site: &Path, out: &Path) -> Result<(), String> {
    for file in files(site)? {
        let (from, to) = (site.join(&file), out.join(&file));
        let say = |e: std::io::Error| format!("{}: {e}", to.display());
        if let Some(dir) = to.parent() {
            fs::create_dir_all(dir).map_err(say)?;
        }
        fs::copy(&from, &to).map_err(say)?;
    }
    Ok(())
}

/// The files under `dir`, relative, with `/` between parts, in byte order.
pub fn files(dir: &Path) -> Result<Vec<String>, String> {
    fn walk(dir: &Path, prefix: &str, files: &mut Vec<String>) -> std::io::Result<()> {
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{name}/"), files)?;
            } else {
                files.push(name);
            }
        }
        Ok(())
    }
    let mut files = Vec::new();
    walk(dir, "", &mut files).map_err(|e| format!("{}: {e}", dir.display()))?;
    files.sort();
    Ok(files)
}
