//! The language module: built, weighed, and held against the command, which must say the same to the byte.
//!
//! **Invariant:** of every line module and command say the same bytes. Start at [`check`]; [`alike`] compares,
//! [`documents`] makes what is compared, [`module`] builds.

pub mod documents;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::eval::fed;
use crate::run::shown;
use crate::{module, tools};

/// The most that the module may weigh, in bytes of gzip.
const MOST: usize = 685_000;

/// Builds the module, and fails where it is too heavy or says anything else than the command.
pub fn check() -> Result<(), String> {
    let module = build()?;
    weigh(&module)?;
    shown(Command::new("cargo").args(["build", "--quiet", "-p", "dateline-cli"]).current_dir(tools::root()))?;
    alike(&module, &tools::target().join("debug").join(tools::program("dateline")))
}

/// Builds the module, and gives its file; wasm-opt does everything for size, as often as it helps.
pub fn build() -> Result<PathBuf, String> {
    module::build("language", &["-Oz", "--converge"])
}

/// Fails where the module in `file` is too heavy.
pub fn weigh(file: &Path) -> Result<(), String> {
    module::weigh("language", module::zipped(file)?.len(), MOST)
}

/// Fails where the module in `file` says anything else than the command `native`, of the seeds and of documents made
/// for this, each by itself and all together.
pub fn alike(file: &Path, native: &Path) -> Result<(), String> {
    let lines = questions()?;
    for door in ["analyze", "link"] {
        let mut command = Command::new(native);
        command.args(["analyze", "--jsonl"]).args((door == "link").then_some("--link"));
        let expected = fed(&mut command, lines.clone())?;
        let found = fed(&mut node(file, &[door]), lines.clone())?;
        let differ = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
        if let Some(at) = differ.or((expected.len() != found.len()).then_some(0)) {
            let line = |text: &str| text.lines().nth(at).unwrap_or_default().to_owned();
            let (expected, found) = around_difference(&line(&expected), &line(&found));
            return Err(format!(
                "expected the module to say what the command says, found another answer to document {at} ({door})\n\
                 command: {expected}\n module: {found}"
            ));
        }
    }
    println!("   command and module say the same of {} documents", lines.lines().count());
    Ok(())
}

/// Node with the module in `file`.
pub fn node(file: &Path, args: &[&str]) -> Command {
    module::node("language/run.mjs", file, args)
}

/// The seeds and a thousand made documents, a line each.
fn questions() -> Result<String, String> {
    let seeds = tools::root().join("seeds");
    let mut lines = String::new();
    for file in crate::build::files(&seeds)? {
        let text = fs::read(seeds.join(&file)).map_err(|e| format!("{file}: {e}"))?;
        let question = serde_json::json!({"file": file, "text": String::from_utf8_lossy(&text)});
        let _ = writeln!(lines, "{question}");
    }
    for number in 0..1000 {
        let _ = writeln!(lines, "{}", documents::document(number));
    }
    Ok(lines)
}

/// `a` and `b` from a little before the first byte in which they differ.
fn around_difference(a: &str, b: &str) -> (String, String) {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| text.chars().skip(same.saturating_sub(80)).take(200).collect();
    (part(a), part(b))
}
