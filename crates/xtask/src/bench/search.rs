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
mod packing;
mod peers;
mod queries;
mod report;
mod summary;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use dateline_core::columns::Bytes;
use dateline_core::corpus::pack::Section;

use documents::{Documents, Gathering};
use floor::Floor;
use measured::Measured;
use packing::Built;
use peers::Peer;
use queries::Queries;

use crate::run::step;
use crate::{setup, tools};

/// How hard is compressed whose size is compared, and how hard the whole pack, which is only shown.
const QUALITY: (i32, i32) = (9, 5);
/// Whose dump is compared with our index; the others are so large that compressing them would take the longest of all.
const COMPARED: &str = "minisearch";
/// The window of that, in bits, and how many bytes are compressed at a time, which costs next to nothing with it.
const WINDOW: i32 = 24;
/// So many windows are compressed as one.
const WINDOWS: usize = 4;
/// The seconds that are kept back for weighing and judging, as a share of all and at most.
const REPORTING: (f64, f64) = (0.1, 240.0);

/// What to measure.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command, each for itself")]
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
    /// How many minutes all of it may take, once everything is built; peers that have turns left share what is left.
    #[arg(long, default_value_t = 35.0)]
    pub minutes: f64,
    /// Over how many rounds the queries are split.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// How many queries of a class are asked in a round.
    #[arg(long, default_value_t = 400)]
    pub queries: usize,
    /// How long a peer may take for a class and round, in seconds, if there is time.
    #[arg(long, default_value_t = 60)]
    pub seconds: u32,
    /// How long a peer may take to build, to be dumped and to be opened, in seconds each; then half the documents are
    /// tried.
    #[arg(long, default_value_t = 240)]
    pub limit: u32,
    /// Where chance begins.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The peers beside Dateline, with commas between them [default: all].
    #[arg(long, alias = "peers", value_delimiter = ',')]
    pub only: Vec<String>,
    /// A round of a few queries, to see whether everything runs.
    #[arg(long)]
    pub quick: bool,
    /// Also write the tables to docs/benchmarks.md.
    #[arg(long, requires = "date")]
    pub record: bool,
    /// The day of the run, for the record.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Take the pack that was made last; the documents must be the same.
    #[arg(long)]
    pub packed: bool,
    /// Report again what was measured last; the documents, the rounds and the seed must be the same.
    #[arg(long, conflicts_with = "packed")]
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
    /// What the pack took.
    built: Option<Built>,
    /// The bytes of each dump, as it is and compressed.
    sizes: BTreeMap<&'static str, (u64, Option<u64>)>,
    pack: Weighed,
    /// The least that postings of documents can take, and of passages.
    floors: (Floor, Floor),
    /// The bytes of the distinct words, compressed.
    dictionary: u64,
    machine: String,
}

/// The pack by its sections.
#[derive(Debug, Default)]
struct Weighed {
    /// What each holds, its bytes, and these compressed where it is what a search for words needs.
    sections: Vec<(&'static str, u64, Option<u64>)>,
}

/// Measures, prints the tables, and keeps them with `--record`.
pub(super) fn measure(search: &Search) -> Result<(), String> {
    let peers = peers::wanted(&search.only)?;
    setup::setup_bench()?;
    // Building what is measured depends on what was built before, so it is no part of the minutes.
    let command = step("build the command", packing::build_command)?;
    let programs = step("build the engines and tantivy", || drive::programs(&peers))?;
    let start = Instant::now();
    let file = step("make the documents", || packing::documents(search))?;
    let built = if search.packed || search.again {
        packing::kept()
    } else {
        Some(step("make the pack", || packing::pack(&command, &file))?)
    };
    let pack = fs::read(drive::pack()).map_err(|e| format!("{}: {e}", drive::pack().display()))?;
    let pack = Bytes::new(pack);
    let documents = step("read the pack", || read(&pack))?;
    let queries = step("draw the queries", || {
        let queries = Queries::drawn(&documents, search.seed, search.rounds(), search.each());
        drive::write(&documents, &queries)?;
        Ok(queries)
    })?;
    let all = search.minutes * 60.0;
    let rest = all - start.elapsed().as_secs_f64() - (all * REPORTING.0).min(REPORTING.1);
    let measured = if search.again {
        drive::kept(&peers)?
    } else {
        drive::drive(search, &peers, &programs, documents.len(), rest.max(60.0))?
    };
    let (sizes, weighed) = step("weigh the dumps", || Ok((sizes(&peers)?, weighed(&pack)?)))?;
    let run = Run {
        search,
        floors: (floor::of_documents(&documents), floor::of_passages(&documents)),
        dictionary: compressed(documents.words.join("\n").as_bytes(), QUALITY.0)?,
        peers,
        documents: &documents,
        queries: &queries,
        measured: &measured,
        built,
        sizes,
        pack: weighed,
        machine: machine(),
    };
    let tables = step("hold the answers against the oracle", || Ok(report::report(&run)))?;
    println!("\n{tables}");
    eprintln!("   all of it took {:.1} minutes", start.elapsed().as_secs_f64() / 60.0);
    if search.record { record(search, &tables) } else { Ok(()) }
}

/// The documents in `pack`.
fn read(pack: &Bytes) -> Result<Documents, String> {
    let mut gathering = Gathering::default();
    ours::each(pack, |seen| gathering.take(seen))?;
    let documents = gathering.finished();
    if documents.len() == 0 {
        return Err("expected documents, found none that can be read".to_owned());
    }
    Ok(documents)
}

fn sizes(peers: &[&'static Peer]) -> Result<BTreeMap<&'static str, (u64, Option<u64>)>, String> {
    let mut sizes = BTreeMap::new();
    for peer in peers {
        let file = drive::dump(peer.name);
        if !file.is_file() || peer.name == peers::FAST {
            continue;
        }
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let quality = match peer.name {
            COMPARED => Some(QUALITY.0),
            peers::DATELINE => Some(QUALITY.1),
            _ => None,
        };
        let brotli = quality.map(|quality| compressed(&bytes, quality)).transpose()?;
        sizes.insert(peer.name, (bytes.len() as u64, brotli));
        eprintln!("   {}: {} bytes weighed", peer.name, bytes.len());
    }
    Ok(sizes)
}

fn weighed(pack: &Bytes) -> Result<Weighed, String> {
    let weigh = |(section, holds, bytes): (Section, &'static str, Bytes)| {
        let is_index = matches!(section, Section::Terms | Section::Postings);
        let brotli = is_index.then(|| compressed(&bytes, QUALITY.0)).transpose()?;
        Ok((holds, bytes.len() as u64, brotli))
    };
    let sections = ours::sections(pack)?.into_iter().map(weigh).collect::<Result<_, String>>()?;
    Ok(Weighed { sections })
}

/// How many bytes brotli makes of `bytes`, a few windows at a time, on all processors.
fn compressed(bytes: &[u8], quality: i32) -> Result<u64, String> {
    let parts: Vec<&[u8]> = bytes.chunks(WINDOWS << WINDOW).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let sizes: Vec<Result<u64, String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|own| {
                let mine = parts.iter().skip(own).step_by(threads);
                scope.spawn(move || {
                    mine.map(|part| compressed_part(part, quality)).sum::<Result<u64, String>>()
                })
            })
            .collect();
        let ended = |_| Err("expected brotli to end, found a panic".to_owned());
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(ended)).collect()
    });
    sizes.into_iter().sum()
}

fn compressed_part(bytes: &[u8], quality: i32) -> Result<u64, String> {
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: WINDOW, ..Default::default() };
    let mut counted = Counted(0);
    brotli::BrotliCompress(&mut &*bytes, &mut counted, &parameters).map_err(|e| e.to_string())?;
    Ok(counted.0)
}

/// Counts what is written to it.
struct Counted(u64);

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The processor, how many of it, the memory, where the system tells.
pub(super) fn machine() -> String {
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
         {} for the index and MiniSearch, which are compared, and at {} for the whole pack.\n\n{tables}",
        command.join(" "),
        QUALITY.0,
        QUALITY.1,
    );
    fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))
}
