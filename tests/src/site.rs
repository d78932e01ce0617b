//! The built site and the documents that it was built from.
//!
//! **Invariant:** the site is read, never changed: a test that needs another one takes a copy.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

use dateline_core::corpus::Corpus;
use dateline_core::corpus::decisions::Decisions;

/// How often the seeds are in the large pack.
const TIMES: usize = 40;

/// Whether the claims are asked of a page whose engine is in a worker, whatever its pack weighs: `DATELINE_WORKER`.
pub fn in_worker() -> bool {
    env::var_os("DATELINE_WORKER").is_some_and(|on| !on.is_empty())
}

/// The folder of the built site: `DATELINE_SITE`, else where `cargo xtask build` puts it.
pub fn built() -> PathBuf {
    let place = env::var_os("DATELINE_SITE").map(PathBuf::from);
    let place = place.unwrap_or_else(|| xtask::tools::root().join("target/dateline/site"));
    assert!(place.join("index.html").is_file(), "no page in {}: run `cargo xtask build`", place.display());
    place
}

/// A copy of the built site in a folder of its own.
pub fn copy() -> tempfile::TempDir {
    let (from, to) = (built(), tempfile::tempdir().expect("a folder of its own"));
    for file in xtask::build::files(&from).expect("the site can be listed") {
        let target = to.path().join(&file);
        fs::create_dir_all(target.parent().expect("a file is in a folder")).expect("a folder of its own");
        fs::copy(from.join(&file), target).expect("the site can be copied");
    }
    to
}

/// A copy of the built site that opens `pack`, a file beside the page.
pub fn with_pack(pack: &[u8]) -> tempfile::TempDir {
    let copy = copy();
    fs::write(copy.path().join("other.pack"), pack).expect("a folder of its own");
    dateline_folder::site::use_pack(copy.path(), "other.pack").expect("a built page");
    copy
}

/// A pack that the page takes for a large one: the seeds, again and again under other names.
pub fn large() -> &'static [u8] {
    static LARGE: OnceLock<Vec<u8>> = OnceLock::new();
    LARGE.get_or_init(|| {
        let once = dateline_folder::read_folder(&seeds()).articles;
        let copies = (0..TIMES).flat_map(|n| {
            once.iter().cloned().map(move |mut article| {
                article.document.file = format!("{n:04}-{}", article.document.file);
                article
            })
        });
        dateline_folder::pack(&Corpus::build(copies.collect(), &Decisions::default()))
    })
}

/// The pack of the seeds, as a file beside a page.
pub fn pack() -> Vec<u8> {
    dateline_folder::pack(&dateline_folder::read_folder(&seeds()).into_corpus())
}

/// The text of the seed `file`, as the page has it.
pub fn text(file: &str) -> Option<String> {
    let bytes = fs::read(seeds().join(file)).ok()?;
    dateline_folder::read_article(file, &bytes).ok().map(|article| article.document.text)
}

/// The names of the seeds.
pub fn files() -> Vec<String> {
    let folder = dateline_folder::read_folder(&seeds());
    folder.articles.into_iter().map(|article| article.document.file).collect()
}

fn seeds() -> PathBuf {
    let seeds: &Path = &xtask::tools::root();
    seeds.join("seeds")
}
