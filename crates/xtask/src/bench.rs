//! `cargo xtask bench`: how fast it is. Benchmarks report; what is asserted elsewhere is size and linear time.
//!
//! **Invariant:** what is measured is the release build, in seconds of this thread on a processor where the system
//! tells them, so that a busy machine changes little. Start at [`bench()`].

mod hostile;
mod language;
mod search;
mod timeline;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::run::shown;

/// What to measure.
#[derive(Debug, clap::Subcommand)]
pub enum Bench {
    /// Reading and annotating: megabytes a second, natively and in wasm under Node, side by side.
    Language {
        /// A folder with `*.jsonl` whose lines have a `text` [default: documents made for this].
        dir: Option<PathBuf>,
        /// Instead: seconds a megabyte of texts of every bad kind, from 1 kB to 10 MB.
        #[arg(long)]
        hostile: bool,
    },
    /// Searching and filtering: Dateline's engine in a browser beside its peers, on the same documents and queries.
    Search(search::Search),
    /// The timeline: drawing 100,000 events beside drawing libraries, and what each frame takes while it is moved by hand.
    Timeline(timeline::Timeline),
}

/// Measures; in a release build of this program, which is made where this is none and more than a trial is wanted.
pub fn bench(bench: &Bench) -> Result<(), String> {
    // Whether everything runs can be seen in any build.
    let is_trial = match bench {
        Bench::Search(search) => search.quick,
        // What is measured there is built in release anyway.
        Bench::Timeline(_) => true,
        Bench::Language { .. } => false,
    };
    if cfg!(debug_assertions) && !is_trial {
        let mut cargo = Command::new("cargo");
        cargo.args(["run", "--quiet", "--release", "-p", "xtask", "--"]).args(env::args_os().skip(1));
        return shown(&mut cargo);
    }
    match bench {
        Bench::Language { hostile: true, .. } => {
            hostile::measure();
            Ok(())
        }
        Bench::Language { dir, .. } => language::measure(dir.as_deref()),
        Bench::Search(search) => search::measure(search),
        Bench::Timeline(timeline) => timeline::measure(timeline),
    }
}

/// Runs `work` `rounds` times; the fewest seconds that it took.
fn fewest(rounds: usize, mut work: impl FnMut()) -> f64 {
    let round = |_| {
        let (clock, processor) = (Instant::now(), on_processor());
        work();
        match (processor, on_processor()) {
            (Some(start), Some(end)) => end - start,
            _ => clock.elapsed().as_secs_f64(),
        }
    };
    (0..rounds).map(round).fold(f64::INFINITY, f64::min)
}

/// Seconds that this thread has had a processor, where the system tells (Linux).
fn on_processor() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// The texts of every `*.jsonl` in `dir` as lines with a name of their own, and the bytes of all texts.
fn lines(dir: Option<&Path>) -> Result<(Vec<String>, usize), String> {
    let mut documents = Vec::new();
    match dir {
        None => documents.extend((0..2000).map(crate::language::documents::document)),
        Some(dir) => {
            for name in crate::build::files(dir)?
                .iter()
                .filter(|name| Path::new(name).extension().is_some_and(|e| e == "jsonl"))
            {
                let say = |e: &dyn std::fmt::Display| format!("{name}: {e}");
                let text = fs::read_to_string(dir.join(name)).map_err(|e| say(&e))?;
                for line in text.lines() {
                    let mut value: serde_json::Value = serde_json::from_str(line).map_err(|e| say(&e))?;
                    let text = value.get_mut("text").map(serde_json::Value::take).unwrap_or_default();
                    let date = value.get_mut("date").map(serde_json::Value::take).unwrap_or_default();
                    documents.push(serde_json::json!({"file": name, "date": date, "text": text}));
                }
            }
        }
    }
    let bytes = documents.iter().filter_map(|document| document["text"].as_str()).map(str::len).sum();
    Ok((documents.iter().map(ToString::to_string).collect(), bytes))
}
