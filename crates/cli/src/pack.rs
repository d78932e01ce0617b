//! `dateline pack`: articles as one file that Dateline's page opens.
//!
//! Articles are kept on the disk from when they are read until they are packed, so that memory grows with names and
//! terms, not with text.
//! **Invariant:** it says what it carries; a page beside the pack is told of it, or left as it is.
//! Start at [`run`].

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use dateline_core::corpus::pack::{self, Content, Section};
use dateline_core::corpus::{Joined, Source as _, Store as _};
use dateline_core::explore;
use dateline_folder::site;

use crate::articles::{self, Given, Kept, Shelf, Spill};
use crate::failure::{Failure, warn};
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
    let (output, given) = (&arguments.output, &arguments.given);
    let (progress, disk) = (given.progress(), Spill::beside(output)?);
    let folder = given.read_as(|article| Kept::of(article, &disk))?;
    articles::say_unused(&folder)?;
    let left_out = folder.unused.len();
    let shelf = Shelf::of(folder.articles, &folder.decisions, &disk, given.pool()?);
    let joined = progress.phase("linking names and events", || Joined::of(&shelf, &folder.decisions));
    articles::unused_decisions(&joined).for_each(warn);
    let (texts, parts) = (Spill::beside(output)?, Spill::beside(output)?);
    let head = progress.phase("indexing and packing", || {
        explore::head(&shelf, &joined, &parts, |bytes| {
            texts.put(bytes);
        })
    });
    disk.whole().and_then(|()| texts.whole()).and_then(|()| parts.whole())?;
    let shown = output.display();
    let bytes = progress.phase("writing", || write(output, head, &texts)).map_err(|error| {
        Failure::wrong(format!("expected to write {shown}, found: {error}: choose another place with -o"))
    })?;
    parts.whole()?;
    let articles = count(shelf.len() as usize, "article");
    let whole = if shelf.len() == 1 { "its full text" } else { "their full texts" };
    let (texts, bytes) = (count(shelf.texts as usize, "byte"), count(bytes as usize, "byte"));
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

/// Writes the pack of `head` and `texts`, the same bytes as [`dateline_folder::pack`] gives; how many they are.
fn write(output: &Path, head: Vec<(Section, Content<'_>)>, texts: &Spill) -> io::Result<u64> {
    let mut out = File::create(output)?;
    let mut done = Ok(0);
    pack::write_to(head, Some(texts.len()), |bytes| {
        if let Ok(length) = done {
            done = out.write_all(bytes).map(|()| length + bytes.len() as u64);
        }
    });
    let length = done? + texts.len();
    texts.copy(&mut out)?;
    Ok(length)
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
