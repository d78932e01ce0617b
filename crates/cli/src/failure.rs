//! How a run ends before its end: with a message and exit code 2, or because nobody reads its output any more.
//!
//! **Invariant:** a message says what was expected, what was found and what to do; a closed pipe (`dateline … |
//! head`) is a success. Start at [`Failure`].

use std::fmt;
use std::io;
use std::process::ExitCode;

/// Why a run ended early.
#[derive(Debug)]
pub enum Failure {
    /// Whoever read the output has had enough.
    Closed,
    /// What was expected, what was found, and what to do.
    Wrong(String),
}

impl Failure {
    /// A failure with this message.
    pub fn wrong(message: impl Into<String>) -> Self {
        Self::Wrong(message.into())
    }

    /// Says it on standard error; the code to exit with.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Wrong(message) => {
                warn(message);
                ExitCode::from(2)
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Wrong(format!("expected to write the result, found: {error}")),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}

/// Says `message` on standard error, as this command; the run goes on.
pub fn warn(message: impl fmt::Display) {
    use io::Write as _;
    // Where even standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "dateline: {message}");
}

/// Answers arguments that are a question (`--help`) or a mistake.
pub fn arguments(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        // Help that nobody reads is no error.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(2);
    }
    let text = error.render().to_string();
    warn(text.strip_prefix("error: ").unwrap_or(&text).trim_end());
    ExitCode::from(2)
}
