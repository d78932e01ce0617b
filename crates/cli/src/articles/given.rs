//! What `check`, `search` and `pack` are given: a folder, or documents as lines of JSON.
//!
//! Documents are read and annotated on several threads, each by itself, and put in their order afterwards.
//! **Invariant:** the result is the same on any number of threads, and the same for a folder and for lines of its
//! files; a document that cannot be used never stops the others. Start at [`Given::read`].

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use dateline_core::corpus::Article;
use dateline_core::corpus::pack::MAGIC;
use dateline_core::json::given;
use dateline_core::json::lines::Line;
use dateline_folder::{DECISIONS, Folder, Named, Read, Unused, list_folder, read_published};
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::lines::{Lines, Numbered};
use crate::failure::Failure;
use crate::progress::{Progress, Reading};

/// The articles that a subcommand works on.
#[derive(Debug, clap::Args)]
pub struct Given {
    /// The folder of articles; or a file of JSON lines {"file","text","date"?}, `-` for standard input.
    path: PathBuf,
    /// How many articles are read at a time, if not as many as there are processors; the result is the same.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Shows no progress. None is shown either where standard error is no terminal.
    #[arg(long)]
    quiet: bool,
}

impl Given {
    /// Everything that was given, or a failure where that is nothing.
    pub fn read(&self) -> Result<Folder, Failure> {
        self.read_as(|article| article)
    }

    /// The same, of each article what `keep` makes of it.
    pub fn read_as<A: Named + Send>(&self, keep: impl Fn(Article) -> A + Sync) -> Result<Folder<A>, Failure> {
        let pool = self.pool()?;
        if self.path.is_dir() {
            return not_empty(
                in_folder(&self.path, &pool, self.progress(), keep),
                &self.path.display().to_string(),
            );
        }
        let (input, length, shown) = self.stream()?;
        let reading = self.progress().lines(length);
        let input = BufReader::with_capacity(1 << 16, input);
        not_empty(in_lines(input, &shown, &pool, &reading, keep)?, &shown)
    }

    /// The bytes of the pack that was given, or `None` where that is none.
    pub fn pack(&self) -> Result<Option<Vec<u8>>, Failure> {
        let mut head = Vec::new();
        let pack = File::open(&self.path).ok().filter(|_| self.path.is_file());
        if pack.is_none_or(|file| file.take(MAGIC.len() as u64).read_to_end(&mut head).is_err())
            || head != MAGIC
        {
            return Ok(None);
        }
        let cannot = |e| Failure::wrong(format!("expected to read {}, found: {e}", self.path.display()));
        Ok(Some(std::fs::read(&self.path).map_err(cannot)?))
    }

    /// Whether standard input is what was given.
    pub fn is_input(&self) -> bool {
        self.path.as_os_str() == "-"
    }

    /// The threads that were asked for.
    pub fn pool(&self) -> Result<ThreadPool, Failure> {
        pool(self.threads)
    }

    /// What whoever waits is shown.
    pub fn progress(&self) -> Progress {
        Progress::new(self.quiet)
    }

    /// What the lines are read from, how long that is where it is known, and what it is called.
    fn stream(&self) -> Result<(Stream, Option<u64>, String), Failure> {
        if self.is_input() {
            return Ok((Box::new(std::io::stdin()), None, "standard input".to_owned()));
        }
        let shown = self.path.display().to_string();
        let none = |e| {
            let expected = format!("expected a folder of news articles, or a file of {LINES}, at {shown}");
            Failure::wrong(format!("{expected}, found: {e}: give its path"))
        };
        let file = File::open(&self.path).map_err(none)?;
        let length = file.metadata().map_err(none)?.len();
        // A pipe has no length.
        Ok((Box::new(file), Some(length).filter(|length| *length > 0), shown))
    }
}

type Stream = Box<dyn std::io::Read + Send>;

/// What a line holds, for a reader.
const LINES: &str = "JSON lines {\"file\",\"text\",\"date\"?}";

/// The folder `dir`, or a failure where there is none or nothing lies in it.
pub fn folder(dir: &Path) -> Result<Folder, Failure> {
    let folder = in_folder(dir, &pool(None)?, Progress::new(true), |article| article);
    not_empty(folder, &dir.display().to_string())
}

fn not_empty<A>(folder: Folder<A>, shown: &str) -> Result<Folder<A>, Failure> {
    if folder.articles.is_empty() && folder.unused.is_empty() {
        let nothing = || format!("expected news articles in {shown}, found none: add some");
        return Err(Failure::wrong(folder.problems.first().cloned().unwrap_or_else(nothing)));
    }
    Ok(folder)
}

fn in_folder<A: Named + Send>(
    dir: &Path,
    pool: &ThreadPool,
    progress: Progress,
    keep: impl Fn(Article) -> A + Sync,
) -> Folder<A> {
    let (files, folder) = list_folder(dir);
    let reading = progress.files(files.len() as u64);
    gather(pool, folder, files.into_iter(), |found| {
        let bytes = found.bytes();
        let length = bytes.as_ref().map_or(0, Vec::len);
        let read = found.read(bytes);
        reading.step(1, length as u64);
        read.kept(&keep)
    })
}

fn in_lines<A: Named + Send>(
    mut input: impl BufRead + Send,
    shown: &str,
    pool: &ThreadPool,
    reading: &Reading,
    keep: impl Fn(Article) -> A + Sync,
) -> Result<Folder<A>, Failure> {
    let start = input.fill_buf().unwrap_or_default();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    if start.first().is_some_and(|byte| *byte != b'{') {
        // A text that was taken for lines would be thousands of bad ones.
        let found = String::from_utf8_lossy(start.get(..40).unwrap_or(start));
        let found = crate::wording::line(&found);
        let expected = format!("expected a folder of news articles, or a file of {LINES}");
        return Err(Failure::wrong(format!(
            "{expected}, found in {shown} `{found}`: put its articles into a folder, or each into a line"
        )));
    }
    let mut lines = Lines::new(input);
    let folder = gather(pool, Folder::default(), lines.by_ref(), |line| of_line(line, reading).kept(&keep));
    lines.failed().map_or(Ok(folder), |what| Err(Failure::wrong(what)))
}

/// So many threads, or as many as there are processors.
fn pool(threads: Option<NonZeroUsize>) -> Result<ThreadPool, Failure> {
    // As deep as the main thread, where everything was read before.
    let pool = ThreadPoolBuilder::new().stack_size(8 << 20).num_threads(threads.map_or(0, NonZeroUsize::get));
    pool.build().map_err(|e| {
        Failure::wrong(format!("expected to start threads, found: {e}: ask for fewer by --threads"))
    })
}

/// `folder` with what `read` makes of each of `sources`, in their order.
fn gather<S: Send, A: Named + Send>(
    pool: &ThreadPool,
    mut folder: Folder<A>,
    sources: impl Iterator<Item = S> + Send,
    read: impl Fn(S) -> Read<A> + Sync,
) -> Folder<A> {
    let taken = || sources.enumerate().par_bridge().map(|(at, source)| (at, read(source))).collect();
    let mut all: Vec<(usize, Read<A>)> = pool.install(taken);
    all.sort_unstable_by_key(|(at, _)| *at);
    folder.articles.reserve_exact(all.len());
    for (_, read) in all {
        folder.take(read);
    }
    folder.finished()
}

/// What a line holds: the same as a file of that name and text, but that the line may give the day of publication.
fn of_line(line: Numbered, reading: &Reading) -> Read {
    let Numbered { number, bytes } = line;
    let length = bytes.as_ref().map_or(0, Vec::len) as u64;
    let unused = |file: String, reasons| Read::Unused(Unused { file, reasons });
    let parsed = bytes.and_then(|bytes| Line::parse(&bytes));
    let (Line { file, text, .. }, day) = match parsed {
        Ok(parsed) => parsed,
        Err(what) => {
            reading.step(length, 0);
            return unused(format!("line {number}"), vec![what]);
        }
    };
    let size = text.len() as u64;
    let read = if file.trim().is_empty() {
        let what = "expected a name in `file`, found none: give each document one of its own";
        unused(format!("line {number}"), vec![what.to_owned()])
    } else if file == DECISIONS {
        Read::Decisions(text)
    } else {
        match read_published(&file, text.as_bytes(), day.map(given)) {
            Ok(article) => Read::Article(article),
            Err(reasons) => unused(format!("line {number}, {file}"), reasons),
        }
    };
    reading.step(length, size);
    read
}
