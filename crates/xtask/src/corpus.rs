//! `cargo xtask corpus`: a corpus that is like news, of any size, and questions to ask of it.
//!
//! The ground of every benchmark and load test: words as frequent as Zipf's law has them, stories that flare up within
//! ten years, people and bodies with short names, quotations, reprints, undated and broken documents. Nothing in it is
//! true.
//! **Invariant:** the same bytes for the same number of documents, seed and length, on every machine; each document
//! is made by its index alone, so memory does not grow, and any range can be made by itself ([`Model::document`]).
//! Start at [`corpus`]; [`document`] decides what a document is, [`prose`] what it says, [`queries`] what is asked.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

pub mod chance;
pub mod document;
pub mod layout;
pub mod lexicon;
pub mod names;
pub mod prose;
pub mod queries;
pub mod sentences;
pub mod story;
pub mod tongues;
pub mod topics;
pub mod when;

pub use document::{Document, Model};

/// What to make.
#[derive(Debug, clap::Args)]
pub struct Corpus {
    /// How many documents.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub docs: u64,
    /// What chance starts from.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// How many words a document has, on average; a headline and one sentence, about 60, are the least.
    #[arg(long, value_name = "N", default_value_t = 250)]
    pub tokens: u64,
    /// The first document, to make a part of a corpus.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub from: u64,
    /// The document before which to stop [default: after the last].
    #[arg(long, value_name = "N")]
    pub to: Option<u64>,
    /// A file of JSON lines, or with `/` at its end a folder of files [default: JSON lines to standard output].
    #[arg(short, value_name = "FILE|DIR/")]
    pub out: Option<PathBuf>,
    /// Make questions about the corpus in place of its documents.
    #[arg(long, value_name = "CLASS")]
    pub queries: Option<queries::Class>,
    /// How many questions.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub count: u64,
}

impl Corpus {
    /// So many documents of the usual length, as lines in `file`.
    pub fn lines(docs: u64, seed: u64, file: &Path) -> Self {
        Self {
            docs,
            seed,
            tokens: 250,
            from: 0,
            to: None,
            out: Some(file.to_owned()),
            queries: None,
            count: 0,
        }
    }
}

/// Writes what was asked for.
pub fn corpus(args: &Corpus) -> Result<(), String> {
    let model = Model { docs: args.docs, seed: args.seed, tokens: args.tokens };
    let range = args.from..args.to.unwrap_or(args.docs).min(args.docs);
    let Some(path) = &args.out else {
        return lines(args, &model, range, io::stdout().lock()).or_else(|error| match error.kind() {
            // Whoever reads has read enough.
            io::ErrorKind::BrokenPipe => Ok(()),
            _ => Err(format!("standard output: {error}")),
        });
    };
    let is_folder = path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']);
    let written = if is_folder && args.queries.is_none() {
        folder(&model, range, path)
    } else {
        File::create(path).and_then(|file| lines(args, &model, range, file))
    };
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn lines(args: &Corpus, model: &Model, range: std::ops::Range<u64>, to: impl Write) -> io::Result<()> {
    let mut to = BufWriter::with_capacity(1 << 16, to);
    if let Some(class) = args.queries {
        for query in queries::queries(model, class, args.count, args.seed) {
            serde_json::to_writer(&mut to, &query)?;
            to.write_all(b"\n")?;
        }
        return to.flush();
    }
    for index in range {
        line(&model.document(index), &mut to)?;
    }
    to.flush()
}

/// Writes `{"file":…,"text":…}`, a line.
pub fn line(document: &Document, to: &mut impl Write) -> io::Result<()> {
    to.write_all(b"{\"file\":")?;
    serde_json::to_writer(&mut *to, &document.file)?;
    to.write_all(b",\"text\":")?;
    serde_json::to_writer(&mut *to, &document.text)?;
    to.write_all(b"}\n")
}

fn folder(model: &Model, range: std::ops::Range<u64>, to: &Path) -> io::Result<()> {
    let mut parent = PathBuf::new();
    for index in range {
        let document = model.document(index);
        let path = to.join(&document.file);
        if let Some(of) = path.parent().filter(|of| *of != parent) {
            fs::create_dir_all(of)?;
            parent = of.to_owned();
        }
        fs::write(&path, &document.bytes)?;
    }
    Ok(())
}
