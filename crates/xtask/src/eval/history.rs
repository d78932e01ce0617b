//! The figures of each version, in one file that grows.
//!
//! **Invariant:** what was recorded stays as it is; a line says which commit was measured, and `+` after it that the
//! files were not as committed. Start at [`record`].

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::Figure;
use crate::run::quiet;
use crate::tools;

const HEAD: &str = "commit,day,set,figure,per cent\n";

/// Adds `figures`, by set, to `file`.
pub fn record(file: &Path, figures: &[(String, Vec<Figure>)]) -> Result<(), String> {
    let git = |args: &[&str]| quiet(Command::new("git").args(args).current_dir(tools::root()));
    let said = git(&["log", "-1", "--format=%h,%cs"])?;
    let (commit, day) = said.trim().split_once(',').unwrap_or((said.trim(), ""));
    let changed = if git(&["status", "--porcelain"])?.trim().is_empty() { "" } else { "+" };
    let mut text = fs::read_to_string(file).unwrap_or_else(|_| HEAD.to_owned());
    for (set, figures) in figures {
        for Figure { name, value } in figures {
            let _ = writeln!(text, "{commit}{changed},{day},{set},{name},{value:.2}");
        }
    }
    fs::write(file, text).map_err(|e| format!("{}: {e}", file.display()))?;
    println!("recorded in {}", file.display());
    Ok(())
}
