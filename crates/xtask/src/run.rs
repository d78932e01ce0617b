//! Other programs: run them, time them, and say what went wrong.
//!
//! **Invariant:** a step that fails ends the command with the program's own output above the message.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs `work` as a named step, with a line before it and its duration after it.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    println!("── {name}");
    let start = Instant::now();
    let done = work();
    let result = if done.is_ok() { "done" } else { "FAILED" };
    println!("   {name}: {result} in {:.1} s", start.elapsed().as_secs_f64());
    done
}

/// Runs `command` with its output shown.
pub fn shown(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|e| format!("{} cannot be started ({e})", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// Runs `command` and keeps its output; it is shown only where the command fails.
pub fn quiet(command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|e| format!("{} cannot be started ({e})", line(command)))?;
    let said = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        return Ok(said.into_owned());
    }
    eprintln!("{said}{}", String::from_utf8_lossy(&output.stderr));
    Err(format!("`{}` failed ({})", line(command), output.status))
}

/// Where `program` is on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(&file)).find(|path| path.is_file())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
