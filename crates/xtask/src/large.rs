//! The pack of a large made corpus, on which the page is tried as on the seeds.
//!
//! **Invariant:** it is the command's own pack of what `cargo xtask corpus` makes, and never older than the command.
//! Start at [`pack`].

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::corpus::{self, Corpus};
use crate::run::shown;
use crate::tools;

/// How many documents it has.
const DOCS: u64 = 20_000;

/// The file of the pack, made where there is none or an older one.
pub fn pack() -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    // As its own tests build it: a faster one takes longer to build than it saves.
    cargo.args(["build", "--quiet", "-p", "dateline-cli"]);
    shown(cargo.current_dir(tools::root()))?;
    let command = tools::target().join("debug").join(tools::program("dateline"));
    let folder = tools::root().join("target/dateline/large");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (documents, pack) = (folder.join("documents.jsonl"), folder.join("large.pack"));
    if changed(&pack) > changed(&command) {
        return Ok(pack);
    }
    corpus::corpus(&Corpus::lines(DOCS, 1, &documents))?;
    let mut making = Command::new(&command);
    // Some documents are made to be broken, and are named one by one.
    making.arg("pack").arg(&documents).arg("-o").arg(&pack).stdout(Stdio::null()).stderr(Stdio::null());
    shown(&mut making)?;
    Ok(pack)
}

/// When `file` was written, if it is there.
fn changed(file: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}
