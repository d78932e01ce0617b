//! The packer: the module that makes a pack anew under the reader's corrections, run by the page when there are any.
//!
//! **Invariant:** it goes beside the page as gzip, as [`file()`] has it, and gives the bytes that the core gives natively.
//! Start at [`build`]; [`alike`] compares, by the script that the page's worker runs.

use std::fs;
use std::path::PathBuf;

use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::pack::PackError;
use dateline_core::explore;

use crate::run::quiet;
use crate::{module, tools};

/// Where the packer lies that a built page takes with it; nothing is there until one was built.
pub fn file() -> PathBuf {
    tools::root().join("target/dateline/packer.wasm.gz")
}

/// Builds it, and gives its file. What wasm-opt does in seconds; with minutes it would weigh 3 per cent less.
pub fn build() -> Result<PathBuf, String> {
    let (file, zipped) = (file(), module::zipped(&module::build("packer", &["-O1"])?)?);
    fs::write(&file, zipped).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(file)
}

/// Fails where the packer makes another pack of the seeds than the core natively, with a date set for one of them.
pub fn alike() -> Result<(), String> {
    let folder = tools::root().join("target/dateline/packer");
    let named = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (before, text, after) = (named("seeds.pack"), named("decisions.toml"), named("corrected.pack"));
    let seeds = dateline_folder::read_folder(&tools::root().join("seeds"));
    let article = seeds.articles.first().map(dateline_core::corpus::Article::name).unwrap_or_default();
    let date = format!("[[date]]\narticle = {article:?}\npublished = \"2026-02-05\"\n");
    let pack = dateline_folder::pack(&seeds.into_corpus());

    let say = |e: std::io::Error| format!("{}: {e}", folder.display());
    fs::create_dir_all(&folder).map_err(say)?;
    fs::write(&before, &pack).map_err(say)?;
    fs::write(&text, &date).map_err(say)?;
    let said = quiet(&mut module::node("packer/run.mjs", &file(), &[&before, &text, &after]))?;
    let found = fs::read(&after).map_err(say)?;

    let decisions = Decisions::parse(&date).map_err(|e| e.to_string())?;
    let expected = explore::corrected(pack.clone(), &decisions).map_err(|e: PackError| e.to_string())?;
    if expected == pack {
        return Err("expected a date that is set to change the pack, found the same bytes".to_owned());
    }
    if found != expected {
        let at = found.iter().zip(&expected).position(|(a, b)| a != b);
        let at = at.unwrap_or(found.len().min(expected.len()));
        return Err(format!(
            "expected the packer to make the pack that the core makes, found another byte {at} of {}",
            expected.len()
        ));
    }
    println!("   packer and core make the same {} bytes: {}", found.len(), said.trim());
    Ok(())
}
