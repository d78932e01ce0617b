//! How far a run has come, for whoever waits at a terminal.
//!
//! **Invariant:** it is drawn on standard error, only where that is a terminal, and is gone when something else is
//! said; what is counted changes no result. Start at [`Progress::new`].

use std::fmt::Write;
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// How often it is drawn.
const TICK: Duration = Duration::from_millis(100);

const PHASE: &str = "{spinner} {msg} {elapsed}";
const FILES: &str = "reading [{bar:30}] {human_pos} of {human_len} files, {speed}, {eta} left";
const LINES: &str = "reading [{bar:30}] {percent} %, {documents} documents, {speed}, {eta} left";
const STREAM: &str = "{spinner} reading {documents} documents, {speed}, {elapsed}";

/// Whether progress is shown.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    shown: bool,
}

impl Progress {
    /// Progress on standard error, unless that is no terminal or the run is to be `quiet`.
    pub fn new(quiet: bool) -> Self {
        Self { shown: !quiet && std::io::stderr().is_terminal() }
    }

    /// `work`, under this name.
    pub fn phase<T>(self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let bar = self.bar(None, PHASE, Counted::default());
        bar.set_message(name);
        let done = work();
        bar.finish_and_clear();
        done
    }

    /// The reading of so many files.
    pub fn files(self, files: u64) -> Reading {
        self.reading(Some(files), FILES)
    }

    /// The reading of lines of so many bytes in all, if that is known.
    pub fn lines(self, bytes: Option<u64>) -> Reading {
        self.reading(bytes, if bytes.is_some() { LINES } else { STREAM })
    }

    fn reading(self, length: Option<u64>, template: &str) -> Reading {
        let counted = Counted::default();
        Reading { bar: self.bar(length, template, counted.clone()), counted }
    }

    fn bar(self, length: Option<u64>, template: &str, counted: Counted) -> ProgressBar {
        if !self.shown {
            return ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        }
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr());
        let Counted { documents, bytes } = counted;
        // The templates are checked by the test below; without one the bar has the library's own.
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let style = style
            .progress_chars("=> ")
            .with_key("documents", move |_: &ProgressState, out: &mut dyn Write| {
                let _ = write!(out, "{}", documents.load(Ordering::Relaxed));
            })
            .with_key("speed", move |state: &ProgressState, out: &mut dyn Write| {
                let _ = out.write_str(&speed(bytes.load(Ordering::Relaxed), state.elapsed()));
            });
        bar.set_style(style);
        bar.enable_steady_tick(TICK);
        bar
    }
}

/// What has been read.
#[derive(Clone, Debug, Default)]
struct Counted {
    documents: Arc<AtomicU64>,
    bytes: Arc<AtomicU64>,
}

/// Documents being read; over when it is dropped.
#[derive(Debug)]
pub struct Reading {
    bar: ProgressBar,
    counted: Counted,
}

impl Reading {
    /// One more document, `far` on the way, of which `bytes` of text were read.
    pub fn step(&self, far: u64, bytes: u64) {
        self.counted.documents.fetch_add(1, Ordering::Relaxed);
        self.counted.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.bar.inc(far);
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// So many bytes in that time, in megabytes a second.
fn speed(bytes: u64, time: Duration) -> String {
    let tenths = u128::from(bytes) / 100 / time.as_millis().max(1);
    format!("{}.{} MB/s", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_one() {
        for template in [PHASE, FILES, LINES, STREAM] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }

    #[test]
    fn a_speed_is_in_millions_of_bytes_a_second() {
        let check = |bytes, millis, expected: &str| {
            assert_eq!(speed(bytes, Duration::from_millis(millis)), expected);
        };
        check(3_000_000, 1000, "3.0 MB/s");
        check(250_000, 1000, "0.2 MB/s");
        check(8_050_000, 500, "16.1 MB/s");
        check(1, 0, "0.0 MB/s");
    }
}
