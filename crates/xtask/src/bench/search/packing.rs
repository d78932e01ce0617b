//! The documents of a run as a file, and the pack that the command `dateline` makes of it, with what that took.
//!
//! **Invariant:** what is measured is the release build of the command over a file on disk, as a user runs it, with
//! all processors; what the machine does not tell is `None`. The file and the pack are kept for the next run.
//! Start at [`documents`], then [`pack`].

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::{Search, drive};
use crate::corpus::Model;
use crate::run::shown;
use crate::tools;

/// How often a process is looked at.
const LOOK: Duration = Duration::from_millis(50);
/// Ticks a second in which Linux tells what a process has used, on every machine that it runs on.
const TICKS: f64 = 100.0;

/// What making the pack took.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Built {
    /// Seconds by the clock.
    pub(super) seconds: f64,
    /// Seconds of all processors.
    pub(super) processor: Option<f64>,
    /// The most memory, in bytes.
    pub(super) memory: Option<u64>,
}

/// The file of documents: lines of `file` and `text`. What was made for the same numbers is there already.
pub(super) fn documents(search: &Search) -> Result<PathBuf, String> {
    let made = drive::folder().join("made");
    fs::create_dir_all(&made).map_err(|e| format!("{}: {e}", made.display()))?;
    let (file, note) = (made.join("documents.jsonl"), made.join("documents.note"));
    let of = search.documents.as_ref().map_or_else(String::new, |file| file.display().to_string());
    let wanted = format!("{} {} {} {of}", search.docs, search.seed, search.tokens);
    if of.is_empty() && fs::read_to_string(&note).is_ok_and(|kept| kept == wanted) && file.is_file() {
        return Ok(file);
    }
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    let _ = fs::remove_file(&note);
    let mut out = BufWriter::new(File::create(&file).map_err(say)?);
    match &search.documents {
        Some(from) => copy(from, search.docs, &mut out)?,
        None => write(search, &mut out).map_err(say)?,
    }
    out.flush().map_err(say)?;
    fs::write(&note, wanted).map_err(say)?;
    Ok(file)
}

/// The first `most` lines of `from`.
fn copy(from: &Path, most: usize, out: &mut impl std::io::Write) -> Result<(), String> {
    let say = |e: std::io::Error| format!("{}: {e}", from.display());
    let input = BufReader::new(File::open(from).map_err(say)?);
    for line in input.lines().take(most) {
        writeln!(out, "{}", line.map_err(say)?).map_err(say)?;
    }
    Ok(())
}

fn write(search: &Search, out: &mut impl std::io::Write) -> std::io::Result<()> {
    let model = Model { docs: search.docs as u64, seed: search.seed, tokens: search.tokens };
    for index in 0..model.docs {
        let document = model.document(index);
        serde_json::to_writer(&mut *out, &serde_json::json!({"file": document.file, "text": document.text}))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Builds the command.
pub(super) fn build_command() -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "-p", "dateline-cli"]);
    shown(cargo.current_dir(tools::root()))?;
    Ok(tools::target().join("release").join(tools::program("dateline")))
}

/// Has `command` make the pack of `documents`, and keeps what it took beside it.
pub(super) fn pack(command: &Path, documents: &Path) -> Result<Built, String> {
    let mut pack = Command::new(command);
    pack.arg("pack").arg(documents).arg("-o").arg(drive::pack()).stdout(Stdio::null());
    // Documents that are broken are named one by one, and made to be.
    let start = Instant::now();
    let say = |e: std::io::Error| format!("{}: {e}", command.display());
    let mut child = pack.stderr(Stdio::null()).spawn().map_err(say)?;
    let mut built = Built::default();
    let ended = loop {
        look(child.id(), &mut built);
        if let Some(ended) = child.try_wait().map_err(say)? {
            break ended;
        }
        thread::sleep(LOOK);
    };
    built.seconds = start.elapsed().as_secs_f64();
    if !ended.success() {
        return Err(format!("`dateline pack {}` failed ({ended}): run it to see why", documents.display()));
    }
    let text = serde_json::to_string(&built).map_err(|e| e.to_string())?;
    fs::write(note(), text).map_err(|e| format!("{}: {e}", note().display()))?;
    Ok(built)
}

/// What the pack that lies there took.
pub(super) fn kept() -> Option<Built> {
    serde_json::from_str(&fs::read_to_string(note()).ok()?).ok()
}

fn note() -> PathBuf {
    drive::folder().join("made/built.json")
}

/// What the process `id` has used until now; what was seen last stays when it has ended.
fn look(id: u32, built: &mut Built) {
    let read = |name: &str| fs::read_to_string(format!("/proc/{id}/{name}")).ok();
    if let Some(used) = read("stat").as_deref().and_then(processor) {
        built.processor = Some(used);
    }
    if let Some(most) = read("status").as_deref().and_then(memory) {
        built.memory = Some(most);
    }
}

/// The seconds of all processors that `/proc/…/stat` tells, its own and the system's for it.
fn processor(stat: &str) -> Option<f64> {
    // The program's name may have spaces; what follows it has none.
    let (_, after) = stat.rsplit_once(')')?;
    let mut ticks = after.split_whitespace().skip(11).map(str::parse::<f64>);
    let (own, system) = (ticks.next()?.ok()?, ticks.next()?.ok()?);
    Some((own + system) / TICKS)
}

/// The most memory that `/proc/…/status` tells, in bytes.
fn memory(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_process_has_used_is_read() {
        let stat = "7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 1 0 9";
        assert_eq!(processor(stat), Some(3.0));
        assert_eq!(memory("Name:\ta\nVmHWM:\t  12 kB\nVmRSS:\t 3 kB\n"), Some(12 * 1024));
        assert_eq!((processor(""), memory("")), (None, None));
    }
}
