//! A folder of news articles into what the domain works on, and a corpus into a page that is already built.
//!
//! The page's build script and the command share this, so that both read a folder in the same way.
//! **Invariant:** one file never fails the folder; what could not be used is listed by name with its reasons.
//! **Invariant:** the same files give the same bytes, whatever order the file system lists them in.
//! Native only: the page itself knows no folder. Start at [`read_folder`].

mod list;
pub mod site;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::{annotate, read};

/// The reader's corrections beside the documents; the one file that is no document although it does not start
/// with a dot.
pub const DECISIONS: &str = "decisions.toml";

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Folder {
    /// The articles, in the byte order of their paths.
    pub articles: Vec<Article>,
    /// The reader's corrections, empty where the folder has none.
    pub decisions: Decisions,
    /// The files of which nothing could be used.
    pub unused: Vec<Unused>,
    /// What is wrong with the folder itself or with its corrections, as whole sentences.
    pub problems: Vec<String>,
    /// Every file and folder that was looked at, for whoever must notice a change.
    pub seen: Vec<PathBuf>,
}

/// A file of which nothing could be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// Its path relative to the folder, with `/` between parts.
    pub file: String,
    /// Why, one sentence fragment each; never empty.
    pub reasons: Vec<String>,
}

impl Folder {
    /// Joins the articles under the folder's corrections.
    pub fn into_corpus(self) -> Corpus {
        Corpus::build(self.articles, &self.decisions)
    }
}

/// Reads and annotates every file under `dir`.
///
/// Files and folders whose names start with a dot are passed over, and so are links to folders.
pub fn read_folder(dir: &Path) -> Folder {
    let mut folder = Folder::default();
    let listed = list::list(dir);
    folder.seen = listed.seen;
    folder.problems = listed.problems;
    folder.unused = listed.unused;
    for found in listed.files {
        if found.file == DECISIONS {
            folder.take_decisions(&found.path);
            continue;
        }
        match read_file(&found.file, &found.path) {
            Ok(article) => folder.articles.push(*article),
            Err(reasons) => folder.unused.push(Unused { file: found.file, reasons }),
        }
    }
    folder.unused.sort_by(|a, b| a.file.cmp(&b.file));
    folder
}

/// Reads and annotates one document's bytes; `file` is its path relative to the folder, with `/`.
///
/// A panic counts as a fault of this document alone: the reasons say so, and other documents go on.
pub fn read_article(file: &str, bytes: &[u8]) -> Result<Box<Article>, Vec<String>> {
    let work = || {
        let document = read::read(file, bytes);
        let fatal: Vec<String> =
            document.problems.iter().filter(|p| p.fatal).map(|p| p.what.to_string()).collect();
        if !fatal.is_empty() {
            return Err(fatal);
        }
        let annotations = annotate::annotate(&document);
        Ok(Box::new(Article { document, annotations }))
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
        Err(vec![format!("reading it stopped Dateline itself ({said}): please report this with the file")])
    })
}

fn read_file(file: &str, path: &Path) -> Result<Box<Article>, Vec<String>> {
    let size = fs::metadata(path).map(|m| m.len()).map_err(|e| vec![cannot_read(&e)])?;
    if size > read::MAX_BYTES as u64 {
        let most = read::MAX_BYTES;
        return Err(vec![format!("expected at most {most} bytes, found {size}: split it into articles")]);
    }
    let bytes = fs::read(path).map_err(|e| vec![cannot_read(&e)])?;
    read_article(file, &bytes)
}

fn cannot_read(error: &std::io::Error) -> String {
    format!("it cannot be read ({error})")
}

impl Folder {
    fn take_decisions(&mut self, path: &Path) {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return self.problems.push(format!("{DECISIONS}: {}", cannot_read(&error))),
        };
        match Decisions::parse(&text) {
            Ok(decisions) => self.decisions = decisions,
            Err(error) => {
                self.problems.push(format!("{DECISIONS}: {error}; none of its corrections is used"));
            }
        }
    }
}

/// The corpus as bytes that the page opens.
pub fn pack(corpus: &Corpus) -> Vec<u8> {
    dateline_core::explore::write(corpus)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_of(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Folder) {
        let dir = tempfile::tempdir().unwrap();
        for (file, bytes) in files {
            let path = dir.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let folder = read_folder(dir.path());
        (dir, folder)
    }

    fn names(folder: &Folder) -> Vec<&str> {
        folder.articles.iter().map(|a| a.document.file.as_str()).collect()
    }

    const TEXT: &[u8] = b"A headline\n\nThe minister said on Monday that talks would go on.\n";

    #[test]
    fn files_come_in_the_byte_order_of_their_paths() {
        let (_dir, folder) =
            folder_of(&[("b.txt", TEXT), ("a/c.txt", TEXT), ("a.txt", TEXT), ("B.txt", TEXT)]);
        assert_eq!(names(&folder), ["B.txt", "a.txt", "a/c.txt", "b.txt"]);
    }

    #[test]
    fn dot_files_and_corrections_are_no_documents() {
        let (_dir, folder) =
            folder_of(&[(".git/x.txt", TEXT), (".x.txt", TEXT), ("decisions.toml", b""), ("a.txt", TEXT)]);
        assert_eq!(names(&folder), ["a.txt"]);
        assert_eq!(folder.unused, []);
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_problem_and_no_panic() {
        let folder = read_folder(Path::new("/no/such/folder"));
        assert_eq!(folder.articles.len(), 0);
        assert_eq!(folder.problems.len(), 1, "{:?}", folder.problems);
        assert!(folder.problems[0].contains("/no/such/folder"));
    }

    #[test]
    fn a_file_that_is_too_large_is_left_out_by_name() {
        let large = vec![b'a'; read::MAX_BYTES + 1];
        let (_dir, folder) = folder_of(&[("a.txt", TEXT), ("large.txt", &large)]);
        assert_eq!(names(&folder), ["a.txt"]);
        assert_eq!(folder.unused.len(), 1);
        assert_eq!(folder.unused[0].file, "large.txt");
    }
}
