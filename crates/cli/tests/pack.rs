//! `dateline pack`, run as a user runs it: into an empty folder, and beside a page; from a folder, and from lines.
//!
//! **Invariant:** the page here is the two lines that a built page must have, not a built page; a pack is compared byte
//! for byte. Start at [`pack`].

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

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

/// The pack of `given`, or what was said where there is none.
fn packed(given: &Path, more: &[&str]) -> Result<Vec<u8>, String> {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("my.pack");
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command.arg("pack").arg(given).arg("-o").arg(&file).args(more).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    if output.status.success() { Ok(fs::read(file).unwrap()) } else { Err(said) }
}

const CORRECTIONS: &str = "[[hide]]\nkind = \"person\"\nname = \"Ann Lee\"\n\n[[date]]\narticle = \"page.html\"\npublished = \"2026-02-05\"\n\n[[date]]\narticle = \"1/4.md\"\npublished = \"2026-01\"\n";

/// Articles of all formats, more of them than threads, with corrections and one that cannot be used.
fn articles() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = (0..40)
        .map(|day| {
            let date = format!("2026-02-{:02}", day % 28 + 1);
            let text = format!(
                "---\ntitle: Talks, day {day}\ndate: {date}\n---\n\nBo Berg said on Friday that {day} ships had left Oslo.\n"
            );
            (format!("{}/{day}.md", day % 3), text)
        })
        .collect();
    let page = "<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1><p>Talks ended on Friday, Ann Lee said.</p></article></body></html>";
    all.push(("page.html".to_owned(), page.to_owned()));
    all.push(("marked.txt".to_owned(), "\u{feff}Talks went on, Ann Lee said on Monday.\n".to_owned()));
    all.push(("empty.txt".to_owned(), String::new()));
    all.push(("decisions.toml".to_owned(), CORRECTIONS.to_owned()));
    all
}

/// `articles` as a folder, and as lines in the other order.
fn both(articles: &[(String, String)]) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for (file, text) in articles.iter().rev() {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        lines += &serde_json::json!({"file": file, "text": text}).to_string();
        lines.push('\n');
    }
    (dir, lines)
}

#[test]
fn one_thread_and_two_and_five_write_the_same_bytes() {
    let (dir, lines) = both(&articles());
    let file = dir.path().with_extension("jsonl");
    fs::write(&file, lines).unwrap();
    let one = packed(dir.path(), &["--threads", "1"]).unwrap();
    for threads in ["1", "2", "5"] {
        for given in [dir.path(), &file] {
            assert!(packed(given, &["--threads", threads, "--quiet"]).unwrap() == one, "{given:?} {threads}");
        }
    }
    fs::remove_file(file).unwrap();
    let core = dateline_folder::pack(&dateline_folder::read_folder(dir.path()).into_corpus());
    assert!(core == one, "the command and the page's build give the same bytes");
    let (pack, _) = dateline_core::explore::read(Bytes::new(one)).unwrap();
    assert_eq!(pack.len(), 42);
    let file = |at| pack.article(at).unwrap().article.document.file.clone();
    assert_eq!(
        (file(0), file(41)),
        ("1/4.md".to_owned(), "marked.txt".to_owned()),
        "dates that were set count"
    );
}

#[test]
fn a_date_of_no_article_is_said() {
    let dir = folder();
    let date = "[[date]]\narticle = \"b.txt~1f3a90bc\"\npublished = \"2026-02-05\"\n";
    fs::write(dir.path().join("decisions.toml"), date).unwrap();
    let output = pack(dir.path(), &dir.path().join(".my.pack"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let expected = "dateline: decisions.toml: `date \"b.txt~1f3a90bc\"` names nothing in these articles: correct it, or take it out\n";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn lines_come_from_standard_input_too() {
    let (dir, lines) = both(&articles());
    let out = dir.path().join(".my.pack");
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let command = command.args(["pack", "-", "-o"]).arg(&out).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(fs::read(out).unwrap() == packed(dir.path(), &[]).unwrap());
    assert!(said.starts_with("dateline: line 2, empty.txt: not used: expected news text"), "{said}");
    assert_eq!(said.lines().count(), 1, "no progress where there is no terminal: {said}");
}

#[test]
fn a_bad_line_is_named_by_its_number_and_the_others_go_in() {
    let dir = tempfile::tempdir().unwrap();
    let (file, out) = (dir.path().join("lines"), dir.path().join("my.pack"));
    let text = "Talks went on, Ann Lee said on Friday.";
    let good = |name: &str| serde_json::json!({"file": name, "text": text}).to_string();
    let dated = serde_json::json!({"file": "c.txt", "text": text, "date": "2026-02-07"}).to_string();
    let lines = [
        good("b.txt"),
        "{\"file\":\"x.txt\"}".to_owned(),
        String::new(),
        "no object".to_owned(),
        dated,
        good(" "),
        "{\"file\":\"y.txt\",\"text\":\"a\",\"date\":\"2026-02-30\"}".to_owned(),
        good("a.txt"),
        good("b.txt"),
    ];
    fs::write(&file, lines.join("\n")).unwrap();
    let output = pack(&file, &out);
    let (said, left) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(0), "{left}");
    assert!(
        said.contains("3 articles with their full texts") && said.contains("left out: 5 files\n"),
        "{said}"
    );
    let reasons: Vec<&str> = left.lines().collect();
    let expected = [
        "dateline: line 2: not used: expected an object {\"file\",\"text\",\"date\"?}, found: missing field `text`",
        "dateline: line 4: not used: expected an object",
        "dateline: line 6: not used: expected a name in `file`, found none",
        "dateline: line 7: not used: `date`: expected a day of the calendar",
        "dateline: b.txt: not used: another document has the same name and the same bytes",
    ];
    assert_eq!(reasons.len(), expected.len(), "{left}");
    for (reason, expected) in reasons.iter().zip(expected) {
        assert!(reason.starts_with(expected), "{left}");
    }
    let (pack, _) = dateline_core::explore::read(Bytes::new(fs::read(out).unwrap())).unwrap();
    let published = |at| {
        let opened = pack.article(at).unwrap();
        let document = &opened.article.document;
        (document.file.clone(), document.published.when.and_then(|when| when.interval.first_day()))
    };
    // The dated one comes first; its own day is counted from.
    assert_eq!(published(0), ("c.txt".to_owned(), Some(jiff::civil::date(2026, 2, 7))));
    assert_eq!(published(1), ("a.txt".to_owned(), None));
    let opened = pack.article(0).unwrap();
    let friday = opened.article.annotations.times.first().and_then(|time| time.when).unwrap();
    assert_eq!(friday.interval.first_day(), Some(jiff::civil::date(2026, 2, 6)));
}

#[test]
fn what_is_neither_a_folder_nor_lines_is_said_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.txt");
    let check = |text: &str, expected: &str| {
        fs::write(&file, text).unwrap();
        let said = packed(&file, &[]).unwrap_err();
        assert!(said.contains(expected), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    };
    check("Talks went on.\nThey ended.\n", "found in ");
    check("Talks went on.\nThey ended.\n", "`Talks went on. They ended.`: put its articles into a folder");
    check("\n\n", "expected news articles in ");
    check("", "expected news articles in ");
    let said = packed(&dir.path().join("none"), &[]).unwrap_err();
    assert!(
        said.starts_with("dateline: expected a folder of news articles, or a file of JSON lines"),
        "{said}"
    );
    let said = packed(dir.path(), &["--threads", "0"]).unwrap_err();
    assert!(said.contains("--threads"), "{said}");
    fs::write(&file, "{\"file\":\"a.txt\",\"text\":\"\"}").unwrap();
    let said = packed(&file, &[]).unwrap_err();
    assert!(said.contains("expected at least one file that can be used, found none among 1 file"), "{said}");
}
