//! `dateline check`, run as a user runs it: on the folder that nobody wishes for, and on the seeds.
//!
//! **Invariant:** every file of a folder is looked for by its name in what is said.
//! Start at [`horrible`].

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn check(dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("check").arg(dir).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const ARTICLE: &str =
    "---\ntitle: Talks go on\ndate: 2026-02-07\n---\n\nAnn Lee said on Friday that talks would go on.\n";

/// The folder that nobody wishes for, with two good articles in it.
fn horrible() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |file: &str, bytes: &[u8]| fs::write(dir.path().join(file), bytes).unwrap();
    write("good.txt", ARTICLE.as_bytes());
    write("page.html", b"<html><head><title>Talks end</title></head><body><nav>Home</nav><article><h1>Talks end</h1><p>Talks ended on Friday, Ann Lee said.</p></article></body></html>");
    write("broken-utf8.txt", b"Talks went on \xff\xfe\xc3 in Geneva, Ann Lee said on Friday.\n\nMore.");
    write("empty.txt", b"");
    write("twenty-megabytes.txt", &b"Talks went on. ".repeat(20 * 1024 * 1024 / 15));
    write(
        "picture.txt",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb\x00C\x00\x08\x06",
    );
    write(
        "front-matter.txt",
        b"---\ntitle: [Talks\n  date: : 2026\n---\n\nTalks went on, Ann Lee said on Friday.\n",
    );
    dir
}

#[test]
fn a_horrible_folder_loses_no_good_file_and_names_every_bad_one() {
    let dir = horrible();
    let output = check(dir.path());
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for file in fs::read_dir(dir.path()).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert_eq!(said.lines().filter(|line| *line == name).count(), 1, "{name} in:\n{said}");
    }
    let block = |file: &str| {
        let start = said.find(&format!("{file}\n")).unwrap();
        said[start..].split("\n\n").next().unwrap().to_owned()
    };
    for (file, is_used) in [
        ("good.txt", true),
        ("page.html", true),
        ("broken-utf8.txt", true),
        ("front-matter.txt", true),
        ("empty.txt", false),
        ("twenty-megabytes.txt", false),
        ("picture.txt", false),
    ] {
        assert_eq!(!block(file).contains("not used"), is_used, "{said}");
    }
    for file in ["broken-utf8.txt", "front-matter.txt"] {
        assert!(block(file).contains("\n  problem    expected "), "{said}");
    }
    assert!(block("good.txt").contains("\n  date       published 7 February 2026, "), "{said}");
    assert!(said.contains("\n7 files: 4 used, 3 not used\n"), "{said}");
}

#[test]
fn a_date_that_the_reader_set_is_said_as_theirs_and_one_of_no_article_too() {
    let dir = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| fs::write(dir.path().join(file), text).unwrap();
    write("good.txt", ARTICLE);
    write("bare.txt", "Talks end\n\nTalks ended on Friday, Ann Lee said.\n");
    let date = |article: &str, more: &str| {
        format!("[[date]]\narticle = \"{article}\"\npublished = \"2026-02-05\"\n{more}\n")
    };
    write("decisions.toml", &(date("bare.txt", "reason = \"the print edition\"\n") + &date("other.txt", "")));
    let said = stdout(&check(dir.path()));
    assert!(
        said.contains("  date       published 5 February 2026, set by the reader: the print edition\n"),
        "{said}"
    );
    assert!(said.contains("dates: 1 stated, 0 worked out, 1 set by the reader, 0 unknown\n"), "{said}");
    assert!(
        said.contains("\ndecisions.toml: `date \"other.txt\"` names nothing in these articles: "),
        "{said}"
    );
    write("decisions.toml", "[[date]]\narticle = \"bare.txt\"\npublished = \"Feb 5\"\n");
    let said = stdout(&check(dir.path()));
    let wrong = "decisions.toml: line 3: expected a day of the calendar as \"2026-02-05\", or a month as \"2026-02\", found `published = \"Feb 5\"`: ";
    assert!(said.contains(wrong), "{said}");
    assert!(said.contains("dates: 1 stated, 0 worked out, 1 unknown\n"), "{said}");
}

#[test]
fn a_folder_of_which_nothing_can_be_used_ends_with_2() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("large.txt"), vec![b'a'; 17 * 1024 * 1024]).unwrap();
    fs::write(dir.path().join("nothing.txt"), "").unwrap();
    let output = check(dir.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("large.txt\n"));
    fs::create_dir(dir.path().join("empty")).unwrap();
    for nothing in ["empty", "none"] {
        let output = check(&dir.path().join(nothing));
        let said = String::from_utf8(output.stderr.clone()).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(said.starts_with("dateline: expected "), "{said}");
    }
}

#[test]
fn the_seeds_are_all_used_and_nothing_is_coloured() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let output = check(&seeds);
    let said = stdout(&output);
    assert!(output.status.success());
    for dating in
        ["published 7 February 2026, ", "published 24 to 30 January 2026, worked out: ", "no date: "]
    {
        assert!(said.contains(dating), "{said}");
    }
    assert!(said.contains("5 files: 5 used, 0 not used"), "{said}");
    assert!(!said.contains('\u{1b}'));
}
