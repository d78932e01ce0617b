//! `dateline pack`: articles as one file that Dateline's page opens.
//!
//! **Invariant:** it says what it carries; a page beside the pack is told of it, or left as it is.
//! Start at [`run`].

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_core::corpus::{Corpus, pack};
use dateline_core::explore;
use dateline_folder::site;

use crate::articles::{self, Given};
use crate::failure::Failure;
use crate::wording::count;

/// Writes a folder of news articles, or JSON lines of them, as one file that Dateline's page opens.
///
/// The pack carries the full texts: whoever can open it can read them.
/// Where FILE lies beside the index.html of a built page, the page is told to open it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    given: Given,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Packs what was given.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (folder, progress) = (arguments.given.read()?, arguments.given.progress());
    articles::say_unused(&folder)?;
    let left_out = folder.unused.len();
    let corpus = progress.phase("linking names and events", || folder.into_corpus());
    let bytes = progress.phase("indexing and packing", || packed(&corpus, &arguments.given))?;
    let output = &arguments.output;
    let shown = output.display();
    progress.phase("writing", || fs::write(output, &bytes)).map_err(|error| {
        Failure::wrong(format!("expected to write {shown}, found: {error}: choose another place with -o"))
    })?;
    let texts: usize = corpus.articles().iter().map(|article| article.document.text.len()).sum();
    let articles = count(corpus.articles().len(), "article");
    let whole = if corpus.articles().len() == 1 { "its full text" } else { "their full texts" };
    let (texts, bytes) = (count(texts, "byte"), count(bytes.len(), "byte"));
    let mut said = format!("{shown}: {articles} with {whole} ({texts}), {bytes} in all\n");
    if left_out > 0 {
        let _ = writeln!(said, "left out: {}", count(left_out, "file"));
    }
    let told = tell_page(output);
    if let Ok(Some(page)) = &told {
        let _ = writeln!(said, "{} now opens it", page.display());
    }
    crate::print(&said)?;
    told.map(|_| ())
}

/// The same bytes as [`dateline_folder::pack`] gives, the search and the articles at a time.
fn packed(corpus: &Corpus, given: &Given) -> Result<Vec<u8>, Failure> {
    let both = || rayon::join(|| pack::sections(corpus), || explore::sections(corpus));
    let (mut sections, search) = given.pool()?.install(both);
    sections.extend(search);
    Ok(pack::write(sections))
}

/// Makes the page beside `pack`, if there is one, open it; that page.
fn tell_page(packed: &Path) -> Result<Option<PathBuf>, Failure> {
    let dir = packed.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !site::is_site(dir) {
        return Ok(None);
    }
    let name = packed.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let page = dir.join("index.html");
    let told = site::use_pack(dir, &name);
    let left = |error| format!("the pack is written, but {} is left as it was: {error}", page.display());
    told.map_err(|error| Failure::wrong(left(error)))?;
    Ok(Some(page))
}
