//! A part of the core as a WebAssembly module of its own: built, made small, weighed and run in node.
//!
//! **Invariant:** such a module is the optimized build of its package after wasm-opt, imports nothing, and is never part
//! of the first view. Start at [`build`]; [`crate::language`] and [`crate::packer`] are the two that there are.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use dateline_folder::site::fingerprint;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{quiet, shown};
use crate::tools;

/// What the compiler puts into the place of a call: next to nothing, which makes a module a fifteenth smaller and no
/// slower that could be measured.
const INLINE: &str = "-Cllvm-args=-inline-threshold=0";

/// What wasm-opt does for every module: memory is left in one piece, since the many short ones that it would be cut into
/// compress badly, and below 1024 lies nothing but the stack's last bytes.
const OPTIMIZE: [&str; 4] =
    ["--low-memory-unused", "--skip-pass=memory-packing", "--strip-debug", "--strip-producers"];

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

/// Builds the module `name`, which is that of the package `dateline-NAME`, by wasm-opt with `passes` too, and gives its
/// file.
pub fn build(name: &str, passes: &[&str]) -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--profile", "language", "--target", tools::WASM, "-p"]);
    cargo.arg(format!("dateline-{name}")).env("CARGO_ENCODED_RUSTFLAGS", INLINE);
    shown(cargo.current_dir(tools::root()))?;
    let built = tools::target().join(tools::WASM).join(format!("language/dateline_{name}.wasm"));
    let file = tools::root().join(format!("target/dateline/{name}.wasm"));
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    fs::create_dir_all(file.parent().unwrap_or(&file)).map_err(say)?;
    let from = format!(
        "{} {passes:?} {OPTIMIZE:?} {FEATURES:?} {}",
        tools::BINARYEN,
        fingerprint(&fs::read(&built).map_err(say)?)
    );
    // Optimizing takes minutes, and gives the same for the same.
    let note = file.with_extension("from");
    if file.is_file() && fs::read_to_string(&note).is_ok_and(|noted| noted == from) {
        return Ok(file);
    }
    // What is stopped half-way is done again.
    let _ = fs::remove_file(&note);
    let mut optimize = Command::new("wasm-opt");
    optimize.args(passes).args(OPTIMIZE).args(FEATURES).arg(&built).arg("-o").arg(&file);
    quiet(optimize.env("PATH", tools::path()?))?;
    fs::write(&note, from).map_err(say)?;
    Ok(file)
}

/// The bytes of `file` as gzip, the same for the same bytes.
pub fn zipped(file: &Path) -> Result<Vec<u8>, String> {
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(&bytes).and_then(|()| writer.finish()).map_err(|e| e.to_string())
}

/// Fails where the module `name`, which is `size` bytes as gzip, has more than `most`.
pub fn weigh(name: &str, size: usize, most: usize) -> Result<(), String> {
    println!("   {name} module {size} of {most} bytes (gzip)");
    if size > most {
        return Err(format!("expected at most {most} bytes for the {name} module, found {size}"));
    }
    Ok(())
}

/// Node, which runs `script`, a file beside these sources, with the module in `file`.
pub fn node(script: &str, file: &Path, args: &[&str]) -> Command {
    let mut node = Command::new("node");
    node.arg(tools::root().join("crates/xtask/src").join(script)).arg(file).args(args);
    node
}
