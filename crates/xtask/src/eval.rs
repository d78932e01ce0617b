//! `cargo xtask eval DIR`: how well the language core reads, in figures, against documents that people annotated.
//!
//! Each `*.jsonl` of the folder is one set; a line is `{"id","date","text"}` with one of `times`, `mentions`,
//! `quotations` and `chains`. Offsets are UTF-8 bytes. The release `dateline analyze --jsonl` reads the texts, as it
//! does for everybody.
//! **Invariant:** nothing of a set is kept but its name and its figures; the sets belong to those who made them.
//! Start at [`eval`]; [`gold`] is the form, each kind of figure has a file.

mod chains;
mod gold;
mod history;
mod mentions;
mod quotations;
mod times;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{quiet, step};
use crate::tools;
use gold::{Document, Set};

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Eval {
    /// The folder of annotated documents, `*.jsonl`.
    dir: PathBuf,
    /// Print each miss.
    #[arg(long)]
    misses: bool,
    /// Add the figures to docs/language-history.csv.
    #[arg(long)]
    record: bool,
}

/// One figure of a set, in per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is measured: `value F1`.
    pub name: String,
    /// Per cent.
    pub value: f64,
}

/// What was found of one set.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    /// The figures, in the order in which they are shown.
    pub figures: Vec<Figure>,
    /// A line for each miss.
    pub misses: Vec<String>,
}

impl Outcome {
    /// Adds the figure `name`: `part` of `whole`.
    fn share(&mut self, name: impl Into<String>, part: f64, whole: f64) {
        let value = if whole > 0.0 { 100.0 * part / whole } else { 0.0 };
        self.figures.push(Figure { name: name.into(), value });
    }

    /// Adds precision, recall and F1 of `name`, of which `hits` of `ours` and of `gold` agree.
    fn agreement(&mut self, name: &str, hits: u32, ours: u32, gold: u32) {
        let (hits, ours, gold) = (f64::from(hits), f64::from(ours), f64::from(gold));
        self.share(format!("{name} P"), hits, ours);
        self.share(format!("{name} R"), hits, gold);
        self.share(format!("{name} F1"), 2.0 * hits, ours + gold);
    }
}

/// Measures every set of the folder.
pub fn eval(args: &Eval) -> Result<(), String> {
    let binary = step("build the command", dateline)?;
    let mut names: Vec<PathBuf> = fs::read_dir(&args.dir)
        .map_err(|e| format!("{}: {e}", args.dir.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(format!("expected *.jsonl in {}, found none", args.dir.display()));
    }
    let mut recorded = Vec::new();
    for path in names {
        let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let outcome = measure(&binary, &path)?;
        if args.misses {
            outcome.misses.iter().for_each(|miss| println!("{name}: {miss}"));
        }
        print!("{}", table(&name, &outcome.figures));
        recorded.push((name, outcome.figures));
    }
    if args.record {
        history::record(&tools::root().join("docs/language-history.csv"), &recorded)?;
    }
    Ok(())
}

/// The release command, built where it is not up to date.
pub fn dateline() -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "-p", "dateline-cli"]).current_dir(tools::root());
    quiet(&mut cargo)?;
    Ok(tools::target().join("release").join(tools::program("dateline")))
}

/// The figures of the set in `path`.
fn measure(binary: &Path, path: &Path) -> Result<Outcome, String> {
    let say = |e: String| format!("{}: {e}", path.display());
    let text = fs::read_to_string(path).map_err(|e| say(e.to_string()))?;
    let gold = gold::documents(&text).map_err(say)?;
    let set = gold::set(&gold).map_err(say)?;
    let ours = analyzed(binary, &gold, set == Set::Chains).map_err(say)?;
    Ok(match set {
        Set::Times => times::score(&gold, &ours),
        Set::Mentions => mentions::score(&gold, &ours),
        Set::Quotations => quotations::score(&gold, &ours),
        Set::Chains => chains::score(&gold, &ours),
    })
}

/// What the command finds in the texts of `gold`.
fn analyzed(binary: &Path, gold: &[Document], link: bool) -> Result<Vec<Document>, String> {
    let mut lines = String::new();
    for document in gold {
        let _ = writeln!(lines, "{}", document.question());
    }
    let mut command = Command::new(binary);
    command.args(["analyze", "--jsonl"]).args(link.then_some("--link"));
    let said = fed(&mut command, lines)?;
    let mut ours = gold::documents(&said)?;
    // The last line of a linked run holds the entities, and no text.
    ours.retain(|document| document.text.is_some());
    let same = ours.len() == gold.len() && ours.iter().zip(gold).all(|(a, b)| a.text == b.text);
    if same {
        Ok(ours)
    } else {
        Err(format!("expected {} documents back with their texts unchanged, found other ones", gold.len()))
    }
}

/// What `command` says to `input`.
pub fn fed(command: &mut Command, input: impl Into<Vec<u8>>) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let say = |e: std::io::Error| format!("{name}: {e}");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(say)?;
    let input = input.into();
    let feeder = child.stdin.take().map(|mut stdin| std::thread::spawn(move || stdin.write_all(&input)));
    let output = child.wait_with_output().map_err(say)?;
    // A program that ends before it has read everything says so by its status.
    drop(feeder.map(std::thread::JoinHandle::join));
    if !output.status.success() {
        return Err(format!("{name} failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|e| format!("{name}: {e}"))
}

/// The figures of the set `name` as lines.
fn table(name: &str, figures: &[Figure]) -> String {
    let mut text = format!("{name}\n");
    let wide = figures.iter().map(|figure| figure.name.len()).max().unwrap_or(0);
    for Figure { name, value } in figures {
        let _ = writeln!(text, "  {name:<wide$}  {value:6.2}");
    }
    text
}
