//! `dateline pack`, run as a user runs it: into an empty folder, and beside a page.
//!
//! **Invariant:** the page here is the two lines that a built page must have, not a built page.
//! Start at [`pack`].

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use dateline_core::columns::Bytes;

fn pack(dir: &Path, output: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.arg("pack").arg(dir).arg("-o").arg(output).output().unwrap()
}

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "Talks went on, Ann Lee said on Friday.\n").unwrap();
    fs::write(dir.path().join("large.txt"), vec![b'a'; 17 * 1024 * 1024]).unwrap();
    dir
}

const PAGE: &str = "<head><meta name=\"dateline-pack\" content=\"\"></head>";

#[test]
fn it_says_what_the_pack_carries_and_what_it_leaves_out() {
    let (dir, out) = (folder(), tempfile::tempdir().unwrap());
    let output = pack(dir.path(), &out.path().join("my.pack"));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 article with its full text") && said.contains("left out: 1 file\n"), "{said}");
    let bytes = fs::read(out.path().join("my.pack")).unwrap();
    let (pack, _) = dateline_core::explore::read(Bytes::new(bytes.clone())).unwrap();
    assert_eq!(pack.article(0).unwrap().article.document.text, "Talks went on, Ann Lee said on Friday.\n");
    let size = bytes.len();
    assert!(said.replace(',', "").contains(&format!(" {size} bytes")), "{said}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("large.txt: not used: "));
}

#[test]
fn a_page_beside_the_pack_opens_it() {
    let (dir, site) = (folder(), tempfile::tempdir().unwrap());
    fs::write(site.path().join("index.html"), PAGE).unwrap();
    fs::write(site.path().join("sw.js"), "const FILES = {\"index.html\":\"0\"};\nconst BUILD = \"\";\n")
        .unwrap();
    let output = pack(dir.path(), &site.path().join("my.pack"));
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("index.html now opens it\n"));
    assert!(fs::read_to_string(site.path().join("index.html")).unwrap().contains("content=\"my.pack\""));
    assert!(fs::read_to_string(site.path().join("sw.js")).unwrap().contains("\"my.pack\""));
}

#[test]
fn a_page_that_cannot_be_told_is_left_as_it_was_and_that_is_said() {
    let (dir, site) = (folder(), tempfile::tempdir().unwrap());
    fs::write(site.path().join("index.html"), PAGE).unwrap();
    fs::write(site.path().join("sw.js"), "").unwrap();
    let output = pack(dir.path(), &site.path().join("my pack"));
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is left as it was: expected a pack name"));
    assert_eq!(fs::read_to_string(site.path().join("index.html")).unwrap(), PAGE);
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let output = pack(folder().path(), Path::new("/no/such/place/my.pack"));
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("dateline: expected to write /no/such/place/my.pack, found: "), "{said}");
}
