//! `cargo xtask agree`: Dateline's search held against tantivy's, over a made corpus.
//!
//! **Invariant:** a question that finds other articles in tantivy, or in another order where both are set alike, fails;
//! the same questions for the same seed. The program is `bench/tantivy/src/bin/agree`, in the workspace of the benchmark,
//! so that nothing else waits for tantivy. Start at [`agree`].

use std::process::Command;

use crate::corpus::{self, Corpus};
use crate::run::{shown, step};
use crate::tools;

/// What to ask.
#[derive(Debug, clap::Args)]
pub struct Agree {
    /// How many documents.
    #[arg(long, value_name = "N", default_value_t = 400)]
    docs: u64,
    /// How many questions.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    count: u32,
    /// What chance starts from, for documents and questions.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

impl Default for Agree {
    fn default() -> Self {
        Self { docs: 400, count: 1000, seed: 1 }
    }
}

/// Builds the program, makes the corpus, and asks.
pub fn agree(args: &Agree) -> Result<(), String> {
    let target = tools::target().join("tantivy");
    let documents = target.join("documents.jsonl");
    step("build tantivy", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--quiet", "--profile", "agree", "--features", "agree", "--bin", "agree"]);
        cargo.arg("--manifest-path").arg(tools::root().join("bench/tantivy/Cargo.toml"));
        shown(cargo.arg("--target-dir").arg(&target).current_dir(tools::root()))
    })?;
    corpus::corpus(&Corpus::lines(args.docs, args.seed, &documents))?;
    step("ask tantivy the same", || {
        let mut agree = Command::new(target.join("agree").join(tools::program("agree")));
        shown(agree.arg(&documents).arg(args.count.to_string()).arg(args.seed.to_string()))
    })
}
