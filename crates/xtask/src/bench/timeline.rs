//! `cargo xtask bench timeline`: the timeline of Dateline's page beside drawing libraries, and moved by hand.
//!
//! **Invariant:** one run on one machine, in one Chromium; what each library draws is made of a number alone, and what the
//! page shows is the pack of a made corpus. Nothing is asserted: losses are shown.
//! The folder `bench/timeline/` has what runs in the browser. Start at [`measure`].

mod report;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::json;

use crate::corpus::{self, Corpus};
use crate::run::{shown, step};
use crate::{build, setup, tools};

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Timeline {
    /// How many made documents the page shows; 40,000 tell of about as many events as the libraries draw.
    #[arg(long, default_value_t = 40_000)]
    pub docs: u64,
    /// A pack to show instead.
    #[arg(long, value_name = "FILE")]
    pub pack: Option<PathBuf>,
    /// A built page to measure, which is copied [default: a build of this one].
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// How many seconds the drawing is moved in each way.
    #[arg(long, default_value_t = 10)]
    pub seconds: u32,
    /// A short run, to see whether everything works.
    #[arg(long)]
    pub quick: bool,
    /// Also write the tables to docs/benchmarks-timeline.md.
    #[arg(long, requires = "date")]
    pub record: bool,
    /// The day of the run, for the record.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}

/// What was measured, as `bench/timeline/drive.mjs` writes it.
#[derive(Debug, Deserialize)]
struct Measured {
    chromium: String,
    draws: Vec<Draw>,
    page: Page,
    moves: Vec<Moved>,
}

/// A library's first drawing.
#[derive(Debug, Deserialize)]
struct Draw {
    library: String,
    count: u64,
    ms: Option<f64>,
    why: Option<String>,
}

/// Dateline's page.
#[derive(Debug, Deserialize)]
struct Page {
    says: String,
    /// From the request of the page to the frame with its drawing.
    opened: f64,
    /// From the press of a button to the frame with another drawing of everything.
    again: f64,
    /// What the page's thread worked for it.
    own: f64,
    /// What its engine's thread did.
    engine: f64,
}

/// The page's drawing, moved by hand.
#[derive(Debug, Deserialize)]
struct Moved {
    window: String,
    hand: String,
    /// How many bars, and how many single marks the window has.
    bars: u64,
    marks: u64,
    /// The milliseconds of scripting, style and layout of each frame.
    work: Vec<f64>,
    /// The longest task of each.
    task: Vec<f64>,
}

/// Measures, prints the tables, and keeps them with `--record`.
pub(super) fn measure(timeline: &Timeline) -> Result<(), String> {
    setup::setup_bench()?;
    let folder = tools::root().join("target/dateline/bench/timeline");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let built = match &timeline.site {
        Some(site) => site.clone(),
        None => build::site(None)?,
    };
    let pack = match &timeline.pack {
        Some(pack) => pack.clone(),
        None => packed(timeline, &folder)?,
    };
    let site = folder.join("site");
    step("give the page its pack", || given(&built, &pack, &site))?;
    let out = folder.join("measured.json");
    let plan = folder.join("plan.json");
    fs::write(&plan, planned(timeline, &site, &out)?.to_string())
        .map_err(|e| format!("{}: {e}", plan.display()))?;
    step("draw and move in the browser", || {
        shown(Command::new("node").arg(tools::root().join("bench/timeline/drive.mjs")).arg(&plan))
    })?;
    let text = fs::read_to_string(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let measured: Measured = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", out.display()))?;
    let tables = report::report(&measured);
    println!("\n{tables}");
    if timeline.record { record(timeline, &tables) } else { Ok(()) }
}

/// What the browser is told to do.
fn planned(timeline: &Timeline, site: &Path, out: &Path) -> Result<serde_json::Value, String> {
    let browser = setup::browser().ok_or("expected chromium on the PATH: run `cargo xtask setup --bench`")?;
    let npm: serde_json::Map<String, serde_json::Value> = tools::PEERS
        .iter()
        .chain(&tools::TIMELINES)
        .map(|tool| {
            let place = tools::npm_tool(tool.package, tool.version).join("node_modules").join(tool.package);
            (tool.package.to_owned(), json!(place))
        })
        .collect();
    let draw = |library: &str, count: u64, times: u32| json!({ "library": library, "count": count, "times": times, "limit": 60 });
    let mut draws = vec![draw("uplot", 100_000, 5), draw("vis-timeline", 10_000, 3)];
    if !timeline.quick {
        draws.extend([draw("uplot", 1_000_000, 3), draw("vis-timeline", 100_000, 1)]);
    }
    Ok(json!({
        "npm": npm,
        "chromium": browser,
        "bench": tools::root().join("bench/timeline"),
        "site": site,
        "out": out,
        "opens": if timeline.quick { 1 } else { 5 },
        "seconds": if timeline.quick { 2 } else { timeline.seconds },
        "draws": draws,
        "windows": [
            { "name": "everything", "fragment": "#&window=1448928000..1769904000" },
            { "name": "a month", "fragment": "#&window=1709251200..1711929600" },
            { "name": "a week", "fragment": "#&window=1709510400..1710115200" },
        ],
    }))
}

/// The pack of a made corpus; one that was made of as many documents is taken again.
fn packed(timeline: &Timeline, folder: &Path) -> Result<PathBuf, String> {
    let pack = folder.join(format!("made-{}.pack", timeline.docs));
    if pack.is_file() {
        return Ok(pack);
    }
    let documents = folder.join("documents.jsonl");
    step("make the documents", || corpus::corpus(&Corpus::lines(timeline.docs, 1, &documents)))?;
    step("make the pack", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--quiet", "--release", "-p", "dateline-cli"]);
        shown(cargo.current_dir(tools::root()))?;
        let mut making = Command::new(tools::target().join("release").join(tools::program("dateline")));
        // Some documents are made to be broken, and are named one by one.
        making.arg("pack").arg(&documents).arg("-o").arg(&pack).stdout(Stdio::null()).stderr(Stdio::null());
        shown(&mut making)
    })?;
    Ok(pack)
}

/// A copy of the page in `built` that opens `pack`.
fn given(built: &Path, pack: &Path, site: &Path) -> Result<(), String> {
    if site.exists() {
        fs::remove_dir_all(site).map_err(|e| format!("{}: {e}", site.display()))?;
    }
    for name in build::files(built)? {
        let to = site.join(&name);
        let folder = to.parent().unwrap_or(site);
        fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        fs::copy(built.join(&name), &to).map_err(|e| format!("{name}: {e}"))?;
    }
    fs::copy(pack, site.join("made.pack")).map_err(|e| format!("{}: {e}", pack.display()))?;
    dateline_folder::site::use_pack(site, "made.pack")
}

fn record(timeline: &Timeline, tables: &str) -> Result<(), String> {
    let file = tools::root().join("docs/benchmarks-timeline.md");
    let day = timeline.date.as_deref().unwrap_or_default();
    let text = format!(
        "# The timeline beside its peers, and moved by hand\n\n\
         Measured on {day} in one run by `cargo xtask bench timeline`, on {}; CONTRIBUTING.md says how to run it.\n\n{tables}",
        super::search::machine(),
    );
    fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))
}
