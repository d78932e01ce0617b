//! The language module: built, weighed, and held against the command, which must say the same to the byte.
//!
//! **Invariant:** the module is the optimized build of `crates/language` after wasm-opt, imports nothing, and is never
//! part of the first view. Start at [`check`]; [`alike`] compares, [`documents`] makes what is compared.

pub mod documents;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::eval::fed;
use crate::run::{quiet, shown};
use crate::tools;

/// The most that the module may weigh, in bytes of gzip.
const MOST: usize = 683_000;

/// What the compiler puts into the place of a call: next to nothing, which makes the module a fifteenth smaller and no
/// slower that could be measured.
const INLINE: &str = "-Cllvm-args=-inline-threshold=0";

/// What wasm-opt does: everything for size, as often as it helps; memory is left in one piece, since the many short
/// ones that it would be cut into compress badly, and below 1024 lies nothing but the stack's last bytes.
const OPTIMIZE: [&str; 6] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--skip-pass=memory-packing",
    "--strip-debug",
    "--strip-producers",
];

/// What wasm-opt may use: what every browser since 2021 runs, and the compiler already does.
pub(crate) const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// Builds the module, and fails where it is too heavy or says anything else than the command.
pub fn check() -> Result<(), String> {
    let module = build()?;
    weigh(&module)?;
    shown(Command::new("cargo").args(["build", "--quiet", "-p", "dateline-cli"]).current_dir(tools::root()))?;
    alike(&module, &tools::target().join("debug").join(tools::program("dateline")))
}

/// Builds the module, and gives its file.
pub fn build() -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args([
        "build",
        "--quiet",
        "--profile",
        "language",
        "-p",
        "dateline-language",
        "--target",
        tools::WASM,
    ]);
    shown(cargo.env("CARGO_ENCODED_RUSTFLAGS", INLINE).current_dir(tools::root()))?;
    let built = tools::target().join(tools::WASM).join("language/dateline_language.wasm");
    let file = tools::root().join("target/dateline/language.wasm");
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    fs::create_dir_all(file.parent().unwrap_or(&file)).map_err(say)?;
    let mut optimize = Command::new("wasm-opt");
    optimize.args(OPTIMIZE).args(FEATURES).arg(&built).arg("-o").arg(&file);
    quiet(optimize.env("PATH", tools::path()?))?;
    Ok(file)
}

/// Fails where the module in `file` is too heavy.
pub fn weigh(file: &Path) -> Result<(), String> {
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    let size = writer.write_all(&bytes).and_then(|()| writer.finish()).map_err(|e| e.to_string())?.len();
    println!("   language module {size} of {MOST} bytes (gzip), {} as it is", bytes.len());
    if size > MOST {
        return Err(format!("expected at most {MOST} bytes for the language module, found {size}"));
    }
    Ok(())
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
    let mut node = Command::new("node");
    node.arg(tools::root().join("crates/xtask/src/language/run.mjs")).arg(file).args(args);
    node
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
