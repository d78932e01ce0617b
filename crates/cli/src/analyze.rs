//! `dateline analyze`: everything that is found in documents, as JSON. `docs/analyze.md` describes it.
//!
//! **Invariant:** the JSON is core's ([`dateline_core::json`]); here is only where documents come from.
//! Start at [`run`]; [`lines`] is the way in over standard input.

mod lines;

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use dateline_core::{corpus::Corpus, json};
use jiff::civil::Date;

use crate::articles;
use crate::failure::Failure;

/// Prints everything that is found in documents as JSON: times, names, quotations and events, each with its
/// evidence.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Files, and folders of files: one object `{"documents":[…],"entities":[…],"clusters":[…]}`.
    #[arg(value_name = "PATH", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    paths: Vec<PathBuf>,
    /// Prints one JSON object (as it does without being asked).
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Reads documents `{"file","text","date"?}` from standard input, one a line, and prints one a line.
    #[arg(long)]
    jsonl: bool,
    /// With --jsonl: links names over the whole input, and prints their entities on a last line.
    #[arg(long, requires = "jsonl")]
    link: bool,
    /// The day of publication of documents that state none.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = json::lines::day)]
    date: Option<Date>,
}

/// Analyzes what was given.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.jsonl {
        let input = std::io::stdin().lock();
        return if arguments.link {
            lines::linked(input, &mut out, arguments.date)
        } else {
            lines::each(input, &mut out, arguments.date)
        };
    }
    let mut folder = articles::paths(&arguments.paths)?;
    articles::say_unused(&folder)?;
    if let Some(day) = arguments.date {
        articles::give_date(&mut folder.articles, day);
    }
    let corpus: Corpus = folder.into_corpus();
    serde_json::to_writer(&mut out, &json::corpus(&corpus))?;
    out.write_all(b"\n")?;
    Ok(out.flush()?)
}
