//! `dateline analyze`, run as a user runs it: on the seeds, on folders made here, and over standard input.
//!
//! **Invariant:** what is asserted of a document holds for any document; no test knows what the seeds say.
//! Start at [`holds`].

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use dateline_core::evidence::because;
use serde_json::{Value, json};

fn dateline(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments).output().unwrap()
}

fn fed(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let feeder = std::thread::spawn(move || {
        // The command may have ended at a bad line before it has read everything.
        let _ = stdin.write_all(input.as_bytes());
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// Every object under `value` that has a start and an end.
fn spans(value: &Value, found: &mut Vec<(usize, usize)>) {
    match value {
        Value::Array(all) => all.iter().for_each(|v| spans(v, found)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end"))
                && let (Some(start), Some(end)) = (start.as_u64(), end.as_u64())
            {
                found.push((usize::try_from(start).unwrap(), usize::try_from(end).unwrap()));
            }
            fields.values().for_each(|v| spans(v, found));
        }
        _ => {}
    }
}

/// The claims that hold for every document: its offsets fit its text, its entities exist, its reasons are given.
fn holds(document: &Value, entities: &[Value]) {
    let text = document["text"].as_str().unwrap();
    let mut found = Vec::new();
    spans(document, &mut found);
    for (start, end) in found {
        assert!(start < end && text.get(start..end).is_some(), "{start}..{end} of {}", document["file"]);
    }
    let ids: BTreeSet<&str> = entities.iter().map(|e| e["id"].as_str().unwrap()).collect();
    for list in ["mentions", "quotations", "events", "times"] {
        for thing in document[list].as_array().unwrap() {
            let confidence = thing["evidence"]["confidence"].as_u64().unwrap();
            assert!(confidence <= 100);
            let rule = thing["evidence"]["rule"].as_str().unwrap();
            assert!(because(rule).is_some(), "{rule} is not explained");
            assert!(thing["evidence"].get("anchor").is_some());
            for voice in [thing, &thing["speaker"], &thing["voice"]] {
                let id = voice.get("entity").and_then(Value::as_str);
                assert!(id.is_none_or(|id| ids.contains(id)), "{id:?}");
            }
        }
    }
    for mention in document["mentions"].as_array().unwrap() {
        let (id, kind) = (mention["entity"].as_str().unwrap(), mention["kind"].as_str().unwrap());
        assert!(id.starts_with(&format!("{kind}:")), "{id}");
    }
    let events = document["events"].as_array().unwrap();
    for (at, event) in events.iter().enumerate() {
        assert!(event["of"].as_u64().is_none_or(|of| usize::try_from(of).unwrap() < at));
        let (from, to) = (event["from"].as_str(), event["to"].as_str());
        assert!(from.is_none() || to.is_none() || from <= to, "{event}");
    }
    assert_eq!(document["published"]["value"].is_null(), document["published"]["certainty"] == "unknown");
}

#[test]
fn the_seeds_come_back_whole_with_offsets_that_fit_and_entities_that_exist() {
    let output = dateline(&["analyze", "--json", seeds().to_str().unwrap()]);
    assert!(output.status.success(), "{}", stderr(&output));
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    let documents = all["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 5);
    for document in documents {
        let bytes = fs::read_to_string(seeds().join(document["file"].as_str().unwrap())).unwrap();
        assert_eq!(document["text"].as_str().unwrap(), bytes.strip_prefix('\u{feff}').unwrap_or(&bytes));
        holds(document, all["entities"].as_array().unwrap());
    }
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let run = || dateline(&["analyze", "--json", seeds().to_str().unwrap()]).stdout;
    assert_eq!(run(), run());
}

#[test]
fn a_date_that_the_reader_set_is_counted_from_in_its_own_folder_alone() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for dir in [&one, &other] {
        fs::write(dir.path().join("a.txt"), "Talks end\n\nTalks ended on Friday, Ann Lee said.\n").unwrap();
    }
    let date = "[[date]]\narticle = \"a.txt\"\npublished = \"2026-02-07\"\n";
    fs::write(one.path().join("decisions.toml"), date).unwrap();
    let published = |arguments: &[&str]| -> Vec<(Value, Value, Value)> {
        let output = dateline(&[&["analyze"], arguments].concat());
        let all: Value = serde_json::from_slice(&output.stdout).unwrap();
        let documents = all["documents"].as_array().unwrap().iter();
        let told = |d: &Value| {
            (
                d["published"]["value"].clone(),
                d["published"]["certainty"].clone(),
                d["times"][0]["value"].clone(),
            )
        };
        documents.map(told).collect()
    };
    let set = (json!("2026-02-07"), json!("decided"), json!("2026-02-06"));
    let mut both = [one.path().to_str().unwrap(), other.path().to_str().unwrap()];
    assert_eq!(published(&both[..1]), std::slice::from_ref(&set));
    both.sort_unstable();
    let found = published(&both);
    let at = usize::from(both[0] != one.path().to_str().unwrap());
    assert_eq!((&found[at], &found[1 - at].1), (&set, &json!("unknown")), "{found:?}");
    // What is given for all that state no date does not replace it.
    assert_eq!(published(&[both[at], "--date", "2026-03-01"]), [set]);
}

#[test]
fn every_line_gives_a_line_in_order_with_its_text_unchanged() {
    let texts = [
        "Ann Lee said on Friday that talks would go on.",
        "",
        "\u{feff}Ann Lee said so on Monday.\r\n\r\n\tYes.",
        "<html><body><p>Not a page, a text.</p></body></html>",
        "a\u{0}b\u{fffd}\u{1}\u{2028}c",
        "---\ntitle: Yes\n---\nAnn Lee said so.",
    ];
    for arguments in [&["analyze", "--jsonl"][..], &["analyze", "--jsonl", "--link"]] {
        let lined = |(at, text): (usize, &&str)| {
            format!("{}\n", json!({"file": format!("{}", 9 - at), "text": text}))
        };
        let input: String = texts.iter().enumerate().map(lined).collect();
        let output = fed(arguments, &input);
        assert!(output.status.success(), "{}", stderr(&output));
        let mut found = lines(&output);
        let shared = arguments.len() == 3;
        let last = shared.then(|| found.pop().unwrap()["entities"].clone());
        assert_eq!(found.len(), texts.len());
        for (at, (document, text)) in found.iter().zip(texts).enumerate() {
            assert_eq!(document["text"], *text);
            assert_eq!(document["file"], format!("{}", 9 - at));
            assert_eq!(document.get("entities").is_none(), shared);
            let is_text = !text.is_empty() && !text.contains('\0');
            assert_eq!(is_text, document["problems"] == json!([]), "{}", document["problems"]);
            assert_eq!(is_text, document["sentences"] != json!([]));
            holds(document, last.as_ref().unwrap_or(&document["entities"]).as_array().unwrap());
        }
    }
}

#[test]
fn a_given_date_is_the_date_of_publication() {
    let date = |line: &str, arguments: &[&str]| {
        let output = fed(&[&["analyze", "--jsonl"], arguments].concat(), line);
        lines(&output)[0]["published"].clone()
    };
    let stated = date(r#"{"file":"a","text":"On Friday.","date":"2026-02-07"}"#, &[]);
    assert_eq!(stated["value"], "2026-02-07");
    assert_eq!(stated["certainty"], "stated");
    assert_eq!(stated["evidence"]["rule"], "given");
    assert_eq!(stated["evidence"]["anchor"]["value"], "2026-02-07");
    assert_eq!(date(r#"{"file":"a","text":"On Friday."}"#, &[])["value"], Value::Null);
    let otherwise = &["--date", "2026-02-08"];
    assert_eq!(date(r#"{"file":"a","text":"On Friday.","date":null}"#, otherwise)["value"], "2026-02-08");
    let own = date(r#"{"file":"a","text":"On Friday.","date":"2026-02-07"}"#, otherwise);
    assert_eq!(own["value"], "2026-02-07");
}

#[test]
fn a_bad_line_ends_the_run_by_its_number_and_loses_nothing_before_it() {
    let good = r#"{"file":"a","text":"Fine."}"#;
    for (bad, says) in [
        ("{", "line 3: expected an object {\"file\",\"text\",\"date\"?}, found: "),
        ("[]", "line 3: expected an object"),
        (r#"{"file":"a"}"#, "found: missing field `text` at column 12: put"),
        (
            r#"{"file":"a","text":"b","date":"7 Feb"}"#,
            "line 3: `date`: expected a day of the calendar as YYYY-MM-DD",
        ),
        (r#"{"file":"a","text":"b","date":"2026-02-30"}"#, "found `2026-02-30`"),
        ("\u{0}", "line 3: expected"),
    ] {
        for arguments in [&["analyze", "--jsonl"][..], &["analyze", "--jsonl", "--link"]] {
            let output = fed(arguments, &format!("{good}\n\n{bad}\n{good}\n"));
            assert_eq!(output.status.code(), Some(2), "{bad}");
            let said = stderr(&output);
            assert!(said.starts_with("dateline: ") && said.contains(says), "{said}");
            assert_eq!(lines(&output)[0]["text"], "Fine.");
        }
    }
}

#[test]
fn files_and_folders_go_in_together_and_a_missing_one_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    fs::create_dir(path("in")).unwrap();
    fs::write(path("in/a.txt"), "Ann Lee said on Friday that talks would go on.").unwrap();
    fs::write(path("b.txt"), "Talks went on.").unwrap();
    let one: Value = serde_json::from_slice(&dateline(&["analyze", &path("b.txt")]).stdout).unwrap();
    assert_eq!(one["documents"][0]["file"], "b.txt");
    let both = dateline(&["analyze", "--json", &path("in"), &path("b.txt"), "--date", "2026-02-07"]);
    let both: Value = serde_json::from_slice(&both.stdout).unwrap();
    let files: Vec<_> = both["documents"].as_array().unwrap().iter().map(|d| d["file"].clone()).collect();
    assert_eq!(files, [path("b.txt"), path("in/a.txt")]);
    assert_eq!(both["documents"][1]["published"]["value"], "2026-02-07");
    let missing = dateline(&["analyze", &path("none")]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("none"), "{}", stderr(&missing));
}

#[test]
fn a_reader_who_has_had_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["analyze", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(b"{\"file\":\"a\",\"text\":\"Fine.\"}\n");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_mistake_in_the_arguments_is_said_and_ends_with_2() {
    for arguments in [&["analyze"][..], &["analyze", "--link", "x"], &["analyze", "x", "--date", "May"]] {
        let output = dateline(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).starts_with("dateline: "), "{}", stderr(&output));
    }
    assert!(dateline(&["--help"]).status.success());
}
