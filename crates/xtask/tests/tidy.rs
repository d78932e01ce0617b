//! The rules of the house that a compiler does not check.
//!
//! **Invariant:** every file that is looked at is one that git knows or would add, so that nothing built is judged.
//! Each rule is one test.

use std::path::Path;
use std::process::Command;
use std::{fs, str};

/// The rooms of the core from left to right, and which of the others each may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("fold", &["span"]),
    ("civil", &[]),
    ("order", &[]),
    ("columns", &[]),
    ("terms", &["fold", "columns"]),
    ("evidence", &["span", "read", "annotate", "corpus", "json"]),
    ("read", &["span", "civil", "evidence", "fold", "order"]),
    ("annotate", &["span", "civil", "evidence", "fold", "order", "read"]),
    ("corpus", &["span", "civil", "evidence", "fold", "order", "columns", "read", "annotate"]),
    (
        "explore",
        &["span", "civil", "evidence", "fold", "order", "columns", "terms", "read", "annotate", "corpus"],
    ),
    ("layout", &["span", "civil", "evidence", "order", "annotate", "explore"]),
    ("json", &["span", "civil", "evidence", "fold", "order", "read", "annotate", "corpus", "explore"]),
    (
        "engine",
        &[
            "span", "civil", "evidence", "fold", "order", "columns", "read", "annotate", "corpus", "explore",
            "layout", "json",
        ],
    ),
];

/// Names that say nothing.
const EMPTY_NAMES: [&str; 8] = ["utils", "util", "common", "helpers", "helper", "manager", "types", "misc"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

/// The project's files, relative to its root.
fn files() -> Vec<String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = git.output().expect("git lists the project's files");
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let names = str::from_utf8(&listed.stdout).unwrap().split('\0').filter(|name| !name.is_empty());
    names.filter(|name| root().join(name).is_file()).map(str::to_owned).collect()
}

fn sources() -> Vec<(String, String)> {
    let rust = files().into_iter().filter(|name| Path::new(name).extension().is_some_and(|e| e == "rs"));
    rust.map(|name| (fs::read_to_string(root().join(&name)).unwrap(), name))
        .map(|(text, name)| (name, text))
        .collect()
}

/// Fails with every line of `faults`.
fn check(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// What `text` names after `crate::`, at any depth of the core; tests may look everywhere.
fn rooms_used(text: &str) -> Vec<&str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let after = lines.flat_map(|line| line.split("crate::").skip(1));
    let mut used = Vec::new();
    for path in after {
        // `crate::{civil::When, span::Span}` names a room at the start and after each comma outside inner braces.
        let list = path.strip_prefix('{').unwrap_or(path);
        let mut depth = 0;
        let mut start = true;
        for (at, c) in list.char_indices() {
            if start && c.is_alphabetic() {
                let end =
                    list[at..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(list.len() - at);
                used.push(&list[at..at + end]);
                start = false;
            }
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ => {}
            }
            if depth < 0 || (list.len() == path.len() && c == ',') {
                break;
            }
        }
    }
    used
}

#[test]
fn the_rooms_that_a_source_names_are_found() {
    let check = |text: &str, expected: &[&str]| assert_eq!(rooms_used(text), expected, "{text}");
    check("use crate::span::Span;", &["span"]);
    check("use crate::{civil::{When, Interval}, span::Span};", &["civil", "span"]);
    check("fn f(a: crate::read::Document, b: &str) {}", &["read"]);
    check("/// See [`crate::explore`].", &[]);
    check("fn f() {}\n#[cfg(test)]\nmod tests { use crate::engine::Engine; }", &[]);
}

#[test]
fn arrows_between_rooms_point_to_the_left_only() {
    let mut faults = Vec::new();
    for (name, text) in sources() {
        let Some(inside) = name.strip_prefix("crates/core/src/") else { continue };
        let room = inside.split(['/', '.']).next().unwrap_or_default();
        let Some((_, may)) = ROOMS.iter().find(|(of, _)| *of == room) else { continue };
        for used in rooms_used(&text) {
            let is_room = ROOMS.iter().any(|(of, _)| *of == used);
            if is_room && used != room && !may.contains(&used) {
                faults.push(format!("{name} uses `crate::{used}`; {room} may use {may:?}"));
            }
        }
    }
    check("an arrow between rooms points to the left only", &faults);
}

#[test]
fn every_room_of_the_core_has_its_place() {
    let text = fs::read_to_string(root().join("crates/core/src/lib.rs")).unwrap();
    let rooms = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let faults: Vec<String> =
        rooms.filter(|room| ROOMS.iter().all(|(of, _)| of != room)).map(str::to_owned).collect();
    check("a room of the core is named here, with what it may use", &faults);
}

#[test]
fn only_the_platform_knows_the_browser() {
    let mut faults = Vec::new();
    for (name, text) in sources().iter().filter(|(name, _)| name.starts_with("src/")) {
        let inside = name.starts_with("src/platform/") || name == "src/platform.rs";
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        if !inside && code.clone().any(|line| line.contains("web_sys::") || line.contains("gloo::")) {
            faults.push(name.clone());
        }
    }
    check("`web_sys` and `gloo` are used in src/platform/ only", &faults);
}

#[test]
fn every_source_says_what_it_is_and_is_short() {
    let mut faults = Vec::new();
    for (name, text) in sources() {
        if !text.starts_with("//!") {
            faults.push(format!("{name} does not start with `//!`"));
        }
        let lines = text.lines().count();
        if lines > 400 {
            faults.push(format!("{name} has {lines} lines; split it at 400"));
        }
    }
    check("a source starts with what it is, and has at most 400 lines", &faults);
}

#[test]
fn every_file_has_a_name_that_says_something() {
    let faults = files().into_iter().filter(|name| {
        let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let rust = Path::new(name).extension().is_some_and(|e| e == "rs");
        EMPTY_NAMES.contains(&stem) || (rust && stem == "mod")
    });
    check("a file is named after what is in it", &faults.collect::<Vec<_>>());
}

#[test]
fn no_line_ends_in_white_space() {
    let mut faults = Vec::new();
    let text = |name: &String| {
        let ending = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default();
        !name.starts_with("seeds/")
            && ["rs", "toml", "md", "css", "js", "html", "yml", "svg", "webmanifest"].contains(&ending)
    };
    for name in files().iter().filter(|name| text(name)) {
        let text = fs::read_to_string(root().join(name)).unwrap();
        for (at, line) in text.split('\n').enumerate() {
            // What a golden holds between backquotes or in a string is the domain's business.
            let golden = text.contains("expect![") && !line.trim().is_empty();
            if line.ends_with([' ', '\t', '\r']) && !golden {
                faults.push(format!("{name}:{}", at + 1));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            faults.push(format!("{name} does not end with a line feed"));
        }
    }
    check("no line ends in white space, and every file ends with a line feed", &faults);
}

#[test]
fn git_leaves_the_seeds_as_they_are() {
    let attributes = fs::read_to_string(root().join(".gitattributes")).unwrap();
    assert!(attributes.lines().any(|line| line == "seeds/** -text"), "{attributes}");
    let status =
        Command::new("git").args(["status", "--porcelain", "--", "seeds"]).current_dir(root()).output();
    let changed = String::from_utf8(status.unwrap().stdout).unwrap();
    let modified = changed.lines().filter(|line| !line.starts_with("??")).map(str::to_owned);
    check("the seeds are as they were committed", &modified.collect::<Vec<_>>());
}
