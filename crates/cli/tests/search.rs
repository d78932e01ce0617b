//! `dateline search`, run as a user runs it: on two small articles, and on the seeds.
//!
//! **Invariant:** what matches is tested in core; here is that every row says when, who, and where it stands.
//! Start at [`found`].

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn search(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("search").arg(dir).args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn found(dir: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&search(dir, &[arguments, &["--json"]].concat()))).unwrap()
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "Talks went on in Geneva, Ann Lee said.\n").unwrap();
    fs::write(dir.path().join("b.txt"), "Talks ended in Lausanne.\n").unwrap();
    dir
}

fn files(found: &Value) -> Vec<&str> {
    found["rows"].as_array().unwrap().iter().map(|row| row["file"].as_str().unwrap()).collect()
}

#[test]
fn words_find_articles_and_a_minus_leaves_them_out() {
    let dir = folder();
    let files_for = |query: &[&str]| {
        let found = found(dir.path(), &[query, &["--unit", "articles"]].concat());
        files(&found).join(" ")
    };
    assert_eq!(files_for(&["talks"]), "a.txt b.txt");
    assert_eq!(files_for(&["talks geneva"]), "a.txt");
    assert_eq!(files_for(&["talks", "geneva"]), "a.txt");
    assert_eq!(files_for(&["-geneva"]), "b.txt");
    assert_eq!(files_for(&[]), "a.txt b.txt");
    assert_eq!(files_for(&["\"ended in\""]), "b.txt");
}

#[test]
fn a_date_that_the_reader_set_is_searched_and_said_as_theirs() {
    let dir = folder();
    let date = "[[date]]\narticle = \"b.txt\"\npublished = \"2026-02\"\n";
    fs::write(dir.path().join("decisions.toml"), date).unwrap();
    for query in ["dated:set", "published:2026-02"] {
        let found = found(dir.path(), &[query, "--unit", "articles"]);
        assert_eq!(files(&found), ["b.txt"], "{query}");
        assert_eq!(found["rows"][0]["published"]["certainty"], "decided");
    }
    let said = stdout(&search(dir.path(), &["lausanne", "--unit", "articles"]));
    assert!(said.contains("published February 2026 (set by the reader)"), "{said}");
}

#[test]
fn the_whole_language_is_understood_and_what_cannot_be_read_is_said() {
    let dir = folder();
    let files_for = |query: &str| {
        let found = found(dir.path(), &[query, "--unit", "articles"]);
        files(&found).join(" ")
    };
    assert_eq!(files_for("geneva OR lausanne"), "a.txt b.txt");
    assert_eq!(files_for("talks -(geneva OR rome)"), "b.txt");
    assert_eq!(files_for("laus*"), "b.txt");
    assert_eq!(files_for("\"talks geneva\"~3"), "a.txt");
    assert_eq!(files_for("speaker:lee"), "a.txt");
    assert_eq!(files_for("dated:none published:2026"), "");
    let output = search(dir.path(), &["talks colour:red (", "--unit", "articles"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("in the query, at `colour:red`: expected a field such as"), "{said}");
    assert!(said.contains("at `(`: expected a closing parenthesis"), "{said}");
    let undated = stdout(&search(dir.path(), &["talks published:2026", "--unit", "articles"]));
    assert!(
        undated.contains("Left out for want of a date: 2 articles; the search without published:"),
        "{undated}"
    );
}

#[test]
fn lines_are_searched_like_a_folder() {
    let dir = folder();
    let file = dir.path().join(".lines");
    let lines: String = ["b.txt", "a.txt"]
        .map(|name| {
            let text = fs::read_to_string(dir.path().join(name)).unwrap();
            format!("{}\n", serde_json::json!({"file": name, "text": text}))
        })
        .concat();
    fs::write(&file, lines).unwrap();
    for query in [["talks", "--threads=1"], ["-geneva", "--quiet"]] {
        let all = [&query[..], &["--unit", "articles"]].concat();
        assert_eq!(found(&file, &all), found(dir.path(), &all));
    }
}

#[test]
fn the_first_line_says_what_is_shown_with_counts() {
    let dir = folder();
    let said = |query: &[&str]| {
        let output = search(dir.path(), &[query, &["--unit", "articles"]].concat());
        stdout(&output).lines().next().unwrap().to_owned()
    };
    assert_eq!(said(&["geneva"]), "1 of 2 articles for geneva.");
    assert_eq!(said(&[]), "All 2 articles.");
    let none = stdout(&search(dir.path(), &["geneva lausanne", "--unit", "articles"]));
    assert!(none.starts_with("0 of 2 articles for geneva lausanne.\nWithout "), "{none}");
}

#[test]
fn every_row_of_the_seeds_holds_its_passage_where_it_says() {
    for unit in ["events", "quotations", "articles"] {
        let found = found(&seeds(), &["--unit", unit]);
        let rows = found["rows"].as_array().unwrap();
        assert_eq!(found["shown"], rows.len());
        assert_eq!(found["total"], rows.len());
        for row in rows {
            let text = fs::read_to_string(seeds().join(row["file"].as_str().unwrap())).unwrap();
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let at = |end: &str| usize::try_from(row[end].as_u64().unwrap()).unwrap();
            let there = text.get(at("start")..at("end")).unwrap();
            assert!(row["passage"].as_str().is_none_or(|passage| passage == there));
            assert_eq!(row["quoted"].is_string(), unit == "quotations");
            assert!(row["quoted"].as_str().is_none_or(|quoted| there.contains(quoted)));
            assert_eq!(row["passage"].is_null(), unit == "articles");
            assert_eq!(row["told"].as_array().unwrap().is_empty(), unit == "articles");
            for told in row["told"].as_array().unwrap() {
                let placed = told["from"].is_string() || told["to"].is_string();
                assert_ne!(placed, told["undated"].is_string(), "{told}");
                assert!(told["voice"].get("class").is_some());
                assert_eq!(told["plan"].is_string(), told["status"] == "announced", "{told}");
            }
        }
        let shown = stdout(&search(&seeds(), &["--unit", unit]));
        assert_eq!(shown.lines().filter(|line| line.starts_with("where ")).count(), rows.len());
    }
}

#[test]
fn what_is_ahead_says_how_in_text_and_in_json() {
    let dir = tempfile::tempdir().unwrap();
    let text = "---\ndate: 2026-02-07\n---\nThe board will meet on Monday.\nCrews asked the board to meet on Tuesday.\n\
                Rain is expected on Wednesday.\nThe offer expires on Thursday.\nThe board met on Friday.\n";
    fs::write(dir.path().join("a.txt"), text).unwrap();
    let rows = found(dir.path(), &["--oldest"]);
    let told = |field: &str| -> Vec<Value> {
        rows["rows"].as_array().unwrap().iter().map(|row| row["told"][0][field].clone()).collect()
    };
    assert_eq!(told("status"), ["happened", "announced", "announced", "announced", "announced"]);
    let plans = [Value::Null, "planned".into(), "proposed".into(), "expected".into(), "deadline".into()];
    assert_eq!(told("plan"), plans);
    let shown = stdout(&search(dir.path(), &["--oldest"]));
    let labels: Vec<&str> = shown
        .lines()
        .filter(|line| line.contains("according to"))
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(labels, ["happened", "planned", "proposed", "expected", "due"]);
}

/// The table of `--queries` for `lines` in a file, and what was said.
fn table(of: &Path, lines: &str) -> Output {
    let list = tempfile::NamedTempFile::new().unwrap();
    fs::write(list.path(), lines).unwrap();
    search(of, &["--queries", list.path().to_str().unwrap()])
}

#[test]
fn a_list_of_queries_gives_a_table_of_hits() {
    let dir = folder();
    let lines = "# where\nLausanne\tlausanne\n\ntalks OR \"rounds, many\"\n-geneva\ncolour:red\n";
    let found = stdout(&table(dir.path(), lines));
    let rows: Vec<&str> = found.split_terminator("\r\n").collect();
    assert_eq!(rows[0], "name,query,articles,events,quotations,figures,hints");
    assert_eq!(
        rows[1..4],
        ["Lausanne,lausanne,1,0,0,0,", ",\"talks OR \"\"rounds, many\"\"\",2,1,0,0,", ",'-geneva,1,0,0,0,"]
    );
    assert!(rows[4].contains("expected a field such as person:"), "{found}");
    assert_eq!(rows.len(), 5);
}

#[test]
fn a_pack_is_counted_like_its_folder_and_queries_come_from_standard_input() {
    use std::io::Write as _;
    let (dir, out) = (folder(), tempfile::tempdir().unwrap());
    let pack = out.path().join("corpus.pack");
    let mut made = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let made = made.arg("pack").arg(dir.path()).arg("-o").arg(&pack).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let expected = stdout(&table(dir.path(), "talks\nlee\n"));
    assert_eq!(stdout(&table(&pack, "talks\nlee\n")), expected);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(["search", pack.to_str().unwrap(), "--queries", "-"]);
    let mut child =
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"talks\nlee\n").unwrap();
    assert_eq!(stdout(&child.wait_with_output().unwrap()), expected);
}

#[test]
fn a_list_without_queries_or_of_other_bytes_is_refused() {
    let dir = folder();
    let said = |output: Output| {
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(table(dir.path(), "# nothing\n\n")).contains("expected queries in"));
    assert!(said(search(dir.path(), &["--queries", "no/such/file"])).contains("expected a file of queries"));
    assert!(said(search(Path::new("-"), &["--queries", "-"])).contains("found both"));
    let list = tempfile::NamedTempFile::new().unwrap();
    fs::write(list.path(), b"caf\xe9").unwrap();
    let path = list.path().to_str().unwrap();
    assert!(said(search(dir.path(), &["--queries", path])).contains("found another byte at 3"));
}
