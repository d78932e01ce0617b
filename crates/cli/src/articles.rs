//! What a subcommand works on: the articles of folders, files and lines.
//!
//! **Invariant:** one file never fails the others; what cannot be used is kept by name with its reasons.
//! Start at [`Given`] for one folder or stream of lines, at [`paths`] for any mix of folders and files.

mod given;
mod kept;
mod lines;
mod spill;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use dateline_core::corpus::{Article, Joined};
use dateline_core::read;
use dateline_folder::{DECISIONS, Folder, Unused, read_article};

use crate::failure::{Failure, warn};
pub use given::Given;
pub use kept::{Kept, Shelf};
pub use lines::{Lines, Numbered};
pub use spill::Spill;

/// The articles of all `paths` together. A file is named by its path within its folder; where there are several
/// paths, by the path as it was given.
pub fn paths(paths: &[PathBuf]) -> Result<Folder, Failure> {
    let mut all = Folder::default();
    for path in paths {
        let is_file = path.is_file();
        let mut found = if is_file { file(path) } else { given::folder(path)? };
        if paths.len() > 1 {
            let given = path.display().to_string();
            let given = given.trim_end_matches(['/', '\\']);
            let name = |file: &mut String| {
                *file = if is_file { given.to_owned() } else { format!("{given}/{file}") };
            };
            found.articles.iter_mut().for_each(|article| name(&mut article.document.file));
            found.unused.iter_mut().for_each(|unused| name(&mut unused.file));
            found.decisions.date.iter_mut().for_each(|date| name(&mut date.article));
        }
        all.append(found);
    }
    Ok(all)
}

/// Says on standard error what of `folder` is not used, and why; a failure where that is everything.
pub fn say_unused<A>(folder: &Folder<A>) -> Result<(), Failure> {
    for problem in &folder.problems {
        warn(problem);
    }
    for Unused { file, reasons } in &folder.unused {
        warn(format_args!("{}: not used: {}", crate::wording::line(file), reasons.join("; ")));
    }
    if folder.articles.is_empty() {
        return Err(nothing_used(folder));
    }
    Ok(())
}

/// The corrections that name nothing in these articles, as whole sentences.
pub fn unused_decisions(corpus: &Joined) -> impl Iterator<Item = String> {
    let unused = corpus.unused_decisions().iter();
    unused.map(|unused| {
        format!("{DECISIONS}: `{unused}` names nothing in these articles: correct it, or take it out")
    })
}

/// The failure of a folder of which nothing could be used.
pub fn nothing_used<A>(folder: &Folder<A>) -> Failure {
    let files = crate::wording::count(folder.unused.len(), "file");
    Failure::wrong(format!(
        "expected at least one file that can be used, found none among {files}: see the reasons given for each"
    ))
}

fn file(path: &Path) -> Folder {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut folder = Folder::default();
    match bytes(path).and_then(|bytes| read_article(&name, &bytes)) {
        Ok(article) => folder.articles.push(*article),
        Err(reasons) => folder.unused.push(Unused { file: name, reasons }),
    }
    folder
}

fn bytes(path: &Path) -> Result<Vec<u8>, Vec<String>> {
    let most = read::MAX_BYTES as u64;
    let cannot = |error: std::io::Error| vec![format!("it cannot be read ({error})")];
    let mut bytes = Vec::new();
    fs::File::open(path).map_err(cannot)?.take(most + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() as u64 > most {
        return Err(vec![format!("expected at most {most} bytes, found more: split it into articles")]);
    }
    Ok(bytes)
}

/// Gives `day` as its date to every article that states none, and counts its relative times from it.
pub fn give_date(articles: &mut [Article], day: jiff::civil::Date) {
    for article in articles {
        if article.document.published.dated != read::Dated::Stated {
            article.document.published = dateline_core::json::given(day);
            article.annotations = dateline_core::annotate::annotate(&article.document);
        }
    }
}
