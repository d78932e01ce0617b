//! `dateline pack`: a folder as one file that Dateline's page opens.
//!
//! **Invariant:** it says what it carries; a page beside the pack is told of it, or left as it is.
//! Start at [`run`].

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_folder::site;

use crate::articles;
use crate::failure::Failure;
use crate::wording::count;

/// Writes a folder of news articles as one file that Dateline's page opens.
///
/// The pack carries the full texts: whoever can open it can read them.
/// Where FILE lies beside the index.html of a built page, the page is told to open it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The folder of articles.
    dir: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Packs the folder.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let folder = articles::folder(&arguments.dir)?;
    articles::say_unused(&folder)?;
    let left_out = folder.unused.len();
    let corpus = folder.into_corpus();
    let bytes = dateline_folder::pack(&corpus);
    let output = &arguments.output;
    let shown = output.display();
    fs::write(output, &bytes).map_err(|error| {
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
