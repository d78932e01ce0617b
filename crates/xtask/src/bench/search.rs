//! `cargo xtask bench search`: Dateline's engine in wasm beside its peers, on the same documents and queries.
//!
//! **Invariant:** every peer gets the same words and is asked the same, none twice the same; what it answers is held
//! against a brute-force oracle, and a time whose answers are wrong is void. Nothing is asserted: losses are shown.
//! The folder `bench/` has what runs in the browser, the engine's module, and tantivy. Start at [`measure`].

mod chance;
mod documents;
mod drive;
mod floor;
#[cfg(test)]
mod made;
mod measured;
mod oracle;
mod ours;
mod peers;
mod queries;
mod report;
mod summary;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use documents::Documents;
use floor::Floor;
use measured::Measured;
use peers::Peer;
use queries::Queries;

use crate::run::step;
use crate::{setup, tools};

/// How a dump is compressed for its size: as hard as takes minutes and not hours, and everything alike.
const QUALITY: i32 = 9;

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Search {
    /// How many documents.
    #[arg(long, default_value_t = 1000)]
    pub docs: usize,
    /// How many words a made document has, on average.
    #[arg(long, default_value_t = 250)]
    pub tokens: u64,
    /// The documents: a file of lines with `file` and `text` [default: made ones, as `cargo xtask corpus` makes them].
    #[arg(long, value_name = "FILE")]
    pub documents: Option<PathBuf>,
    /// Over how many rounds the queries are split.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// How many queries of a class are asked in a round.
    #[arg(long, default_value_t = 400)]
    pub queries: usize,
    /// How long a peer may take for a class and round, in seconds.
    #[arg(long, default_value_t = 60)]
    pub seconds: u32,
    /// How long a peer may take to build, in seconds; then half the documents are tried.
    #[arg(long, default_value_t = 600)]
    pub limit: u32,
    /// Where chance begins.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The peers beside Dateline, with commas between them [default: all].
    #[arg(long, value_delimiter = ',')]
    pub peers: Vec<String>,
    /// A round of a few queries, to see whether everything runs.
    #[arg(long)]
    pub quick: bool,
    /// Also write the tables to docs/benchmarks.md.
    #[arg(long, requires = "date")]
    pub record: bool,
    /// The day of the run, for the record.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Report again what was measured last; the documents and the seed must be the same.
    #[arg(long)]
    pub again: bool,
}

impl Search {
    /// Over how many rounds the queries are split.
    fn rounds(&self) -> usize {
        if self.quick { 1 } else { self.rounds.max(1) }
    }

    /// How many queries of a class are asked in a round.
    fn each(&self) -> usize {
        if self.quick { self.queries.min(20) } else { self.queries }
    }
}

/// A run, with all that its report needs.
struct Run<'a> {
    search: &'a Search,
    peers: Vec<&'static Peer>,
    documents: &'a Documents,
    queries: &'a Queries,
    measured: &'a Measured,
    /// Seconds that the pack took, reading and annotating included.
    built: Option<f64>,
    /// The bytes of each dump, as it is and compressed.
    sizes: BTreeMap<&'static str, (u64, u64)>,
    floor: Floor,
    /// The bytes of the distinct words, compressed.
    dictionary: u64,
    machine: String,
}

/// Measures, prints the tables, and keeps them with `--record`.
pub(super) fn measure(search: &Search) -> Result<(), String> {
    let peers = peers::wanted(&search.peers)?;
    setup::setup_bench()?;
    let (documents, built) = step("read the documents and make the pack", || read(search))?;
    let queries = Queries::drawn(&documents, search.seed, search.rounds(), search.each());
    drive::write(&documents, &queries)?;
    let measured =
        if search.again { drive::kept(&peers)? } else { drive::drive(search, &peers, documents.len())? };
    let sizes = step("weigh the dumps", || sizes(&peers))?;
    let run = Run {
        search,
        floor: floor::floor(&documents),
        dictionary: compressed(documents.words.join("\n").as_bytes())?,
        peers,
        documents: &documents,
        queries: &queries,
        measured: &measured,
        built,
        sizes,
        machine: machine(),
    };
    let tables = step("hold the answers against the oracle", || Ok(report::report(&run)))?;
    println!("\n{tables}");
    if search.record { record(search, &tables) } else { Ok(()) }
}

/// Reads the documents, and makes the pack unless only the report is wanted; with the seconds that took.
fn read(search: &Search) -> Result<(Documents, Option<f64>), String> {
    let lines = match &search.documents {
        Some(file) => documents::lines(file, search.docs)?,
        None => documents::made(search.docs, search.seed, search.tokens),
    };
    let start = Instant::now();
    let articles: Vec<_> = lines.iter().filter_map(|line| ours::read(&line.file, &line.text)).collect();
    if articles.is_empty() {
        return Err("expected documents, found none that can be read".to_owned());
    }
    let reading = start.elapsed();
    let documents = Documents::of(articles.iter().map(ours::seen));
    if search.again {
        return Ok((documents, None));
    }
    let start = Instant::now();
    drive::write_pack(articles)?;
    Ok((documents, Some((reading + start.elapsed()).as_secs_f64())))
}

fn sizes(peers: &[&'static Peer]) -> Result<BTreeMap<&'static str, (u64, u64)>, String> {
    let mut sizes = BTreeMap::new();
    for peer in peers {
        let file = drive::dump(peer.name);
        if !file.is_file() {
            continue;
        }
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        sizes.insert(peer.name, (bytes.len() as u64, compressed(&bytes)?));
    }
    Ok(sizes)
}

/// How many bytes brotli makes of `bytes`.
fn compressed(bytes: &[u8]) -> Result<u64, String> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: QUALITY, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters).map_err(|e| e.to_string())?;
    Ok(out.len() as u64)
}

/// The processor, how many of it, the memory, where the system tells.
fn machine() -> String {
    let line = |file: &str, name: &str| {
        let text = fs::read_to_string(file).ok()?;
        let found = text.lines().find(|line| line.starts_with(name))?;
        Some(found.split_once(':')?.1.trim().to_owned())
    };
    let processor = line("/proc/cpuinfo", "model name").unwrap_or_else(|| "an unknown processor".to_owned());
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let kilobytes =
        line("/proc/meminfo", "MemTotal").and_then(|total| total.split(' ').next()?.parse::<f64>().ok());
    let memory = kilobytes.map_or(String::new(), |all| format!(", {:.0} GB of memory", all / 1e6));
    format!("{count} × {processor}{memory}, {}", std::env::consts::OS)
}

fn record(search: &Search, tables: &str) -> Result<(), String> {
    let file = tools::root().join("docs/benchmarks.md");
    let day = search.date.as_deref().unwrap_or_default();
    let command: Vec<String> = std::env::args().skip(1).collect();
    let text = format!(
        "# Search and filters beside their peers\n\n\
         Measured on {day} in one run by `cargo xtask {}`; CONTRIBUTING.md says how to run it.\n\n\
         Every peer has a Chromium of its own and gets the same words: the whole text, lower case, without marks. All \
         words are wanted, the last one as a prefix while typing, the first twenty documents are listed. No query is \
         asked twice. Recall is held against a search of every document, and a time with a recall below 0.95 is void. \
         A ratio is how many times more than Dateline a peer takes: below 1, the peer is better. Brotli is at level \
         {QUALITY}, for all alike.\n\n{tables}",
        command.join(" ")
    );
    fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))
}
