//! Packs the corpus into the page.
//!
//! The folder is `DATELINE_CORPUS`, else `seeds/`. A small pack goes into the page itself (`OUT_DIR/corpus.pack`);
//! a large one goes to `target/dateline/TARGET-PROFILE/corpus.pack`, from where the hook of the build puts it
//! beside the page, and the one inside is empty.
//! **Invariant:** nothing here knows a file of the corpus; a file that cannot be used is a warning by name, never
//! the end of the build.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The largest pack that is worth carrying inside the page, in bytes: a larger one is fetched beside the page's code.
const INSIDE: usize = 256 * 1024;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=DATELINE_CORPUS");
    let root = path("CARGO_MANIFEST_DIR");
    let dir = env::var_os("DATELINE_CORPUS").filter(|dir| !dir.is_empty());
    let dir = dir.map_or_else(|| root.join("seeds"), |dir| root.join(dir));

    let folder = dateline_folder::read_folder(&dir);
    for path in &folder.seen {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    for problem in &folder.problems {
        println!("cargo::warning={problem}");
    }
    for unused in &folder.unused {
        println!("cargo::warning={} is left out: {}", unused.file, unused.reasons.join("; "));
    }
    let pack = dateline_folder::pack(&folder.into_corpus());

    let (inside, beside) = if pack.len() <= INSIDE { (&pack[..], &[][..]) } else { (&[][..], &pack[..]) };
    fs::write(path("OUT_DIR").join("corpus.pack"), inside)?;
    let kept =
        format!("{}-{}", env::var("TARGET").unwrap_or_default(), env::var("PROFILE").unwrap_or_default());
    write(&root.join("target/dateline").join(kept), beside)
}

fn path(variable: &str) -> PathBuf {
    env::var_os(variable).map(PathBuf::from).unwrap_or_default()
}

fn write(dir: &Path, pack: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(dir)?;
    fs::write(dir.join("corpus.pack"), pack)
}
