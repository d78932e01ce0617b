//! What front matter says, held against a whole YAML library.
//!
//! **Invariant:** what ours reads, the library reads alike, or refuses; what front matter is written in, ours reads.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use serde_saphyr::options::DuplicateKeyPolicy;

use super::pairs;

fn library(source: &str) -> Option<BTreeMap<String, String>> {
    fn plain(value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(s) => s.trim().trim_start_matches("[[").trim_end_matches("]]").to_owned(),
            Value::Array(items) => {
                items.iter().map(plain).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
            }
            Value::Object(map) => map.get("name").map(plain).unwrap_or_default(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
        }
    }
    let options = serde_saphyr::options! { duplicate_keys: DuplicateKeyPolicy::FirstWins };
    let map = serde_saphyr::from_str_with_options::<BTreeMap<String, Value>>(source, options).ok()?;
    Some(map.iter().map(|(k, v)| (k.to_lowercase(), plain(v))).collect())
}

#[test]
fn what_front_matter_is_written_in_is_read_as_the_library_reads_it() {
    let check = |source: &str| {
        let ours = pairs(source).ok();
        assert!(ours.is_some(), "{source:?}: {:?}", pairs(source));
        assert_eq!(ours, library(source), "{source:?}");
    };
    check("# only a comment\n");
    check("title: Talks end\nurl: https://x.org/a#b\ndate: 2026-02-07T10:00:00+01:00\n");
    check("title: \"A: “b” \\\"c\\\" \\u00e9\"  # said\nother: 'it''s'\n");
    check("author:\n  - \"[[Jane Doe]]\"\n  - John Roe\ntags:\n- a\n- b\nempty:\nlast: x");
    check("author: [[Jane Doe]]\nauthors: [A B, \"C, D\", 'E']\nnone: []\n");
    check("author: [A B,\n  C D, # two\n  E F]\nx: last\n");
    check("author:\n  name: Jane Doe\n  url: https://x.org\nx: last\n");
    check("author:\n  - name: Jane Doe\n    url: https://x.org\n  - name: John Roe\nx: last\n");
    check("author: {name: Jane Doe, url: https://x.org}\n");
    check("author: [{name: Jane Doe}, {\"name\": John Roe}]\n");
    check("description: |\n  One line.\n\n  Another: line.\nx: last\n");
    check("description: >-\n  One line\n  goes on.\n\n  Another.\nx: last\n");
    check("description: |2-\n    Two more.\n  Less.\nx: last\n");
    check("description: One line\n  goes on\n\n  and on.\nx: last\n");
    check("description: \"One line\n  goes on\n\n  and \\\n  on.\"\nx: last\n");
    check("description:\n  Below its key,\n  two lines.\nx: last\n");
    check("description:\n  'Below its key'\nx: last\n");
    check("\"title\": Talks\n'x': last\n");
    check("title: ~\nx: null\nw:   # nothing\nz: Null\n");
    check("title: a\ntitle: b\n");
    check("Title: a\r\nx: last\r\nlist:\r\n  - a\r\n  - b\r\ntext: |\r\n  a\r\n");
    check("title: a # comment\nx: a#b\nz: -1 dash\n");
    check("  title: indented\n  x: last\n");
    check("title: What? Yes! & more * 3 % @ x\ntime: 10:30\n");
    check("tags:\n  - - a\n    - b\n  - c\n");
    check("a b: key of two words\nü: x\n");
    check("draft: true\nyear: 2026\n");
    check("names: [Jane\n  Doe, talks\n\n\n  begin]\n");
}

#[test]
fn what_does_not_parse_is_said_with_its_place() {
    let check = |source: &str, line: usize, what: &str| {
        let wrong = pairs(source).expect_err(source);
        assert_eq!(source[..wrong.at].matches('\n').count() + 1, line, "{wrong:?}");
        assert!(wrong.what.contains(what), "{wrong:?}");
    };
    check("title: Talks: day two\n", 1, "second colon");
    check("x: y\ntitle: \"not closed\n", 2, "not closed");
    check("title: \"closed\" too early\n", 1, "behind the end");
    check("x: [1,\n", 2, "not closed");
    check("x: &a b\n", 1, "anchor");
    check("x: y\n\t- z: a\n", 2, "tab");
    check("prose without a key\n", 1, "without a key");
    check("x: @y\n", 1, "mark of YAML's own");
    check("x: \"\\q\"\n", 1, "escape");
    check("x: - y\n", 1, "list");
    check(&format!("x: {}", "[".repeat(100_000)), 1, "too deep");
    check(&format!("x:\n  {}a", "- ".repeat(100_000)), 2, "too deep");
}

#[test]
fn long_values_are_read_in_time_linear_in_them() {
    let heads = ["x: ", "x: |\n", "x:\n", "x: [", "x: \"", "", "x: a\n", "x: >\n"];
    for head in heads {
        for part in
            ["a ", " a\n", "  - a\n", "a, ", "\\n ", "a: b\n", "\n", " ", "- ", "'a':", "\"", "a:", "{"]
        {
            let _ = pairs(&(head.to_owned() + &part.repeat(100_000)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn any_lines_are_read_as_the_library_reads_them_or_refused(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "title: ", "a: ", "b:\n", "x", "Jane Doe", "\n", "\n  ", "\n- ", "\n  - ", "\"", "'", "[", "]", ", ", "{", "}",
                " # ", "name: ", "|\n  ", ">\n  ", "\\n", "\n\n", "https://x.org", "—",
            ]),
            0..14,
        )
    ) {
        let source = parts.concat();
        if let (Ok(ours), Some(theirs)) = (pairs(&source), library(&source)) {
            prop_assert_eq!(ours, theirs, "{:?}", source);
        }
    }
}
