//! The built site and the documents that it was built from.
//!
//! **Invariant:** the site is read, never changed: a test that needs another one takes a copy.

use std::path::{Path, PathBuf};
use std::{env, fs};

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
