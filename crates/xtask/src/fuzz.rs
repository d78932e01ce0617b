//! `cargo xtask fuzz`: random bytes for everything that reads bytes from outside.
//!
//! The stable compiler instruments the code by the flags that `cargo fuzz` asks a nightly one for.
//! **Invariant:** what makes a target fail is kept in `fuzz/inputs/TARGET/`, where an ordinary test reads it again;
//! what only reaches new code is kept outside the project. Start at [`fuzz`].

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{quiet, shown, step};
use crate::tools;

/// What to fuzz.
#[derive(Debug, clap::Args)]
pub struct Fuzz {
    /// The target: a folder of fuzz/inputs [default: each in turn].
    target: Option<String>,
    /// How long each target runs.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// Coverage counters, compares and program counters in every function, for libFuzzer.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Runs each target, or the one that is named.
pub fn fuzz(args: &Fuzz) -> Result<(), String> {
    let home = tools::root().join("fuzz");
    let say = |e: std::io::Error| format!("{}: {e}", home.display());
    let mut targets = Vec::new();
    for entry in fs::read_dir(home.join("inputs")).map_err(say)? {
        targets.push(entry.map_err(say)?.file_name().to_string_lossy().into_owned());
    }
    targets.sort();
    if let Some(only) = &args.target {
        targets.retain(|target| target == only);
        if targets.is_empty() {
            return Err(format!("expected a folder of fuzz/inputs, found `{only}`"));
        }
    }
    // With a target named, cargo leaves build scripts and macros without the flags.
    let version = quiet(Command::new("rustc").arg("-vV").current_dir(tools::root()))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let built = tools::root().join("target/fuzz");
    step("build the fuzzer", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--quiet", "--release", "--target", host]).current_dir(&home);
        shown(cargo.env("RUSTFLAGS", FLAGS).env("CARGO_TARGET_DIR", &built))
    })?;
    let fuzzer = built.join(host).join("release").join(tools::program("fuzz"));
    for target in targets {
        step(&format!("fuzz {target}"), || run(&fuzzer, &home, &target, args.seconds))?;
    }
    Ok(())
}

fn run(fuzzer: &Path, home: &Path, target: &str, seconds: u32) -> Result<(), String> {
    let (saved, grown) =
        (home.join("inputs").join(target), tools::root().join("target/fuzz/grown").join(target));
    fs::create_dir_all(&grown).map_err(|e| format!("{}: {e}", grown.display()))?;
    let mut command = Command::new(fuzzer);
    command.arg(&grown).arg(&saved).env("DATELINE_FUZZ", target);
    command.arg(format!("-artifact_prefix={}/", saved.display())).arg(format!("-max_total_time={seconds}"));
    // A hang of a few kilobytes is worse than linear time.
    shown(command.args(["-max_len=4096", "-timeout=10", "-print_final_stats=1", "-verbosity=0"]))
}
