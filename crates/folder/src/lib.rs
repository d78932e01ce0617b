//! A folder of news articles into what the domain works on, and a corpus into a page that is already built.
//!
//! The page's build script and the command share this, so that both read a folder in the same way.
//! **Invariant:** one file never fails the folder; what could not be used is listed by name with its reasons.
//! **Invariant:** the same files give the same bytes, whatever order the file system lists them in.
//! Native only: the page itself knows no folder. Start at [`read_folder`]; whoever reads many documents at a time lists
//! them by [`list_folder`], and gives what it has [read](Read) to [`Folder::take`] in their order.

mod list;
pub mod site;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::read::Published;
use dateline_core::{annotate, read};

use list::List;

/// The reader's corrections beside the documents; the one file that is no document although it does not start
/// with a dot.
pub const DECISIONS: &str = "decisions.toml";

/// What a folder holds, where `A` is what is kept of an article.
#[derive(Debug)]
pub struct Folder<A = Article> {
    /// The articles, in the byte order of their paths.
    pub articles: Vec<A>,
    /// The reader's corrections, empty where the folder has none.
    pub decisions: Decisions,
    /// The files of which nothing could be used, in the order in which they were found.
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

/// What is kept of an article while a folder is read: at least what it is named by.
pub trait Named {
    /// Its file and the SHA-256 of its bytes.
    fn name(&self) -> (&str, &[u8; 32]);
}

impl Named for Article {
    fn name(&self) -> (&str, &[u8; 32]) {
        (&self.document.file, &self.document.sha256)
    }
}

impl<A> Default for Folder<A> {
    fn default() -> Self {
        let (articles, decisions) = (Vec::new(), Decisions::default());
        Self { articles, decisions, unused: Vec::new(), problems: Vec::new(), seen: Vec::new() }
    }
}

impl Folder {
    /// Joins the articles under the folder's corrections.
    pub fn into_corpus(self) -> Corpus {
        Corpus::build(self.articles, &self.decisions)
    }
}

/// A file of a folder, not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its path relative to the folder, with `/` between parts.
    pub file: String,
    /// Where it is.
    pub path: PathBuf,
}

/// What came of one document.
#[derive(Debug)]
pub enum Read<A = Article> {
    /// It can be used.
    Article(Box<A>),
    /// It cannot.
    Unused(Unused),
    /// It is no document but the reader's corrections, as text.
    Decisions(String),
}

impl Read {
    /// The same, of an article what `keep` makes of it.
    pub fn kept<A>(self, keep: impl FnOnce(Article) -> A) -> Read<A> {
        match self {
            Self::Article(article) => Read::Article(Box::new(keep(*article))),
            Self::Unused(unused) => Read::Unused(unused),
            Self::Decisions(text) => Read::Decisions(text),
        }
    }
}

/// Reads and annotates every file under `dir`.
///
/// Files and folders whose names start with a dot are passed over, and so are links to folders.
pub fn read_folder(dir: &Path) -> Folder {
    let (files, mut folder) = list_folder(dir);
    for found in files {
        let bytes = found.bytes();
        folder.take(found.read(bytes));
    }
    folder.finished()
}

/// The files of the folder `dir` in the byte order of their paths, and what is known of the folder before they are
/// read.
pub fn list_folder<A>(dir: &Path) -> (Vec<Found>, Folder<A>) {
    let List { files, unused, problems, seen } = list::list(dir);
    (files, Folder { unused, problems, seen, ..Folder::default() })
}

/// Reads and annotates one document's bytes; `file` is its path relative to the folder, with `/`.
///
/// A panic counts as a fault of this document alone: the reasons say so, and other documents go on.
pub fn read_article(file: &str, bytes: &[u8]) -> Result<Box<Article>, Vec<String>> {
    read_published(file, bytes, None)
}

/// Like [`read_article`], for a document that was `published` then, whatever it says itself.
pub fn read_published(
    file: &str,
    bytes: &[u8],
    published: Option<Published>,
) -> Result<Box<Article>, Vec<String>> {
    let work = || {
        let mut document = read::read(file, bytes);
        let fatal: Vec<String> =
            document.problems.iter().filter(|p| p.fatal).map(|p| p.what.to_string()).collect();
        if !fatal.is_empty() {
            return Err(fatal);
        }
        if let Some(published) = published {
            document.published = published;
        }
        let annotations = annotate::annotate(&document);
        Ok(Box::new(fitted(Article { document, annotations })))
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
        Err(vec![format!("reading it stopped Dateline itself ({said}): please report this with the file")])
    })
}

/// `article` in no more memory than it needs: all of them stand there until the last one has been read.
fn fitted(mut article: Article) -> Article {
    let Article { document, annotations } = &mut article;
    document.text.shrink_to_fit();
    document.blocks.shrink_to_fit();
    document.sentences.shrink_to_fit();
    annotations.times.shrink_to_fit();
    annotations.mentions.shrink_to_fit();
    annotations.quotations.shrink_to_fit();
    annotations.events.shrink_to_fit();
    annotations.figures.shrink_to_fit();
    annotations.credits.shrink_to_fit();
    for event in &mut annotations.events {
        event.participants.shrink_to_fit();
    }
    article
}

impl Found {
    /// The bytes of the file, or why there are none.
    pub fn bytes(&self) -> Result<Vec<u8>, Vec<String>> {
        let size = fs::metadata(&self.path).map(|m| m.len()).map_err(|e| vec![cannot_read(&e)])?;
        if size > read::MAX_BYTES as u64 {
            let most = read::MAX_BYTES;
            return Err(vec![format!("expected at most {most} bytes, found {size}: split it into articles")]);
        }
        fs::read(&self.path).map_err(|e| vec![cannot_read(&e)])
    }

    /// What the file holds, of which these are the [`bytes`](Self::bytes).
    pub fn read(self, bytes: Result<Vec<u8>, Vec<String>>) -> Read {
        let file = self.file;
        let read = if file == DECISIONS {
            bytes.and_then(|bytes| match String::from_utf8(bytes) {
                Ok(text) => Ok(Read::Decisions(text)),
                Err(_) => Err(vec!["expected text in UTF-8, found other bytes: save it as UTF-8".to_owned()]),
            })
        } else {
            bytes.and_then(|bytes| read_article(&file, &bytes)).map(Read::Article)
        };
        read.unwrap_or_else(|reasons| Read::Unused(Unused { file, reasons }))
    }
}

fn cannot_read(error: &std::io::Error) -> String {
    format!("it cannot be read ({error})")
}

impl<A: Named> Folder<A> {
    /// Takes the next document.
    pub fn take(&mut self, read: Read<A>) {
        match read {
            Read::Article(article) => self.articles.push(*article),
            Read::Unused(Unused { file, reasons }) if file == DECISIONS => {
                self.problems.push(format!("{DECISIONS}: {}", reasons.join("; ")));
            }
            Read::Unused(unused) => self.unused.push(unused),
            Read::Decisions(text) => match Decisions::parse(&text) {
                Ok(decisions) => self.decisions.append(decisions),
                Err(error) => {
                    self.problems.push(format!("{DECISIONS}: {error}; none of its corrections is used"));
                }
            },
        }
    }

    /// The folder when the last document has been taken: its articles in order, and each once.
    #[must_use]
    pub fn finished(mut self) -> Self {
        let Self { articles, unused, .. } = &mut self;
        articles.sort_by(|a, b| a.name().cmp(&b.name()));
        articles.dedup_by(|again, first| {
            let twice = again.name() == first.name();
            if twice {
                let reasons = vec!["another document has the same name and the same bytes".to_owned()];
                unused.push(Unused { file: again.name().0.to_owned(), reasons });
            }
            twice
        });
        self
    }

    /// Adds what `other` holds.
    pub fn append(&mut self, mut other: Self) {
        self.articles.append(&mut other.articles);
        self.unused.append(&mut other.unused);
        self.problems.append(&mut other.problems);
        self.seen.append(&mut other.seen);
        self.decisions.append(other.decisions);
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
