//! The command `dateline`: it checks, analyzes, explains, searches and packs a folder of news articles.
//!
//! One file a subcommand, each with its arguments and a `run`; `articles` reads what they work on, `wording` says
//! dates and counts as a reader would, `progress` says how far a run has come, `failure` is how it ends early.
//! **Invariant:** results go to standard output, everything else to standard error; a closed pipe is no error.
//! Start at [`main`].

mod analyze;
mod articles;
mod check;
mod explain;
mod failure;
mod pack;
mod progress;
mod search;
mod wording;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Reading an article allocates thousands of small pieces, on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is reported to have happened when, and who says so: read from a folder of news articles.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Analyze(analyze::Arguments),
    Explain(explain::Arguments),
    Search(search::Arguments),
    Pack(pack::Arguments),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return failure::arguments(&error),
    };
    let done = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Pack(arguments) => pack::run(&arguments),
    };
    done.map_or_else(Failure::report, |()| ExitCode::SUCCESS)
}

/// Prints `text` on standard output.
fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}
