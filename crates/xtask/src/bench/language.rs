//! Reading and annotating, measured: text a second, natively and in wasm, of the same documents in one run.
//!
//! **Invariant:** both sides do the same work, lines of JSON in and out; reading and annotating alone is measured
//! natively beside it. Start at [`measure`].

use std::hint::black_box;
use std::path::Path;

use dateline_core::annotate::annotate;
use dateline_core::json::lines::{Line, alone};
use dateline_core::read::read;

use super::{fewest, lines};
use crate::eval::fed;
use crate::language;

/// How often each side does all of it; the fewest seconds count.
const ROUNDS: usize = 5;

/// Measures over the texts of `dir`.
pub fn measure(dir: Option<&Path>) -> Result<(), String> {
    let (lines, bytes) = lines(dir)?;
    let megabytes = bytes as f64 / 1e6;
    let parsed: Vec<Line> =
        lines.iter().filter_map(|line| Line::parse(line.as_bytes()).ok()).map(|(line, _)| line).collect();
    let reading = fewest(ROUNDS, || {
        for line in &parsed {
            black_box(read("text.txt", line.text.as_bytes()));
        }
    });
    let both = fewest(ROUNDS, || {
        for line in &parsed {
            black_box(annotate(&read("text.txt", line.text.as_bytes())));
        }
    });
    let native = fewest(ROUNDS, || {
        for line in &lines {
            let mut out = Vec::new();
            if let Ok((line, own)) = Line::parse(line.as_bytes()) {
                // Writing to memory cannot fail.
                let _ = alone(&mut out, line.article(own, None));
            }
            black_box(out);
        }
    });
    let module = language::build()?;
    let said = fed(&mut language::node(&module, &["measure", &ROUNDS.to_string()]), lines.join("\n"))?;
    let wasm: f64 =
        said.trim().parse().map_err(|e| format!("expected seconds from Node, found `{said}` ({e})"))?;

    println!("{} documents, {megabytes:.2} MB of text, one core", lines.len());
    for (name, seconds) in [
        ("native, read", reading),
        ("native, read and annotate", both),
        ("native, JSON to JSON", native),
        ("wasm, JSON to JSON", wasm),
    ] {
        println!("  {name:<26} {:7.2} MB/s", megabytes / seconds);
    }
    println!("  wasm of native             {:7.2} per cent", 100.0 * native / wasm);
    language::weigh(&module)
}
