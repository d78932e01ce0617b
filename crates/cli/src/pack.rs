//! `dateline pack`: a folder as one file that Dateline's page opens.
//!
//! **Invariant:** it says what it carries; a page beside the pack is told of it, or left as it is.
//! Start at [`run`].

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_folder::site;

use crate::articles;
use crate::failure::{Failure, warn};
use crate::wording::{count, number};

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
    let mut said = format!(
        "{shown}: {articles} with their full texts ({} bytes of text), {} in all\n",
        number(texts),
        count(bytes.len(), "byte")
    );
    if left_out > 0 {
        let _ = writeln!(said, "left out: {}", count(left_out, "file"));
    }
    said += &tell_page(output);
    crate::print(&said)
}

/// Makes the page beside `pack`, if there is one, open it; what was done, in a line.
fn tell_page(pack: &Path) -> String {
    let dir = pack.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (true, Some(name)) = (site::is_site(dir), pack.file_name().and_then(|name| name.to_str())) else {
        return String::new();
    };
    match site::use_pack(dir, name) {
        Ok(()) => format!("{} now opens it\n", dir.join("index.html").display()),
        Err(error) => {
            warn(format_args!("the page beside the pack is left as it is: {error}"));
            String::new()
        }
    }
}
