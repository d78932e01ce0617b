//! Front matter: the YAML between two `---` lines at the head of a file, as web clippers write it.
//!
//! **Invariant:** what does not parse is said and costs only itself: its simple `key: value` lines are still read,
//! and the block stays in the text. A value's span is where it stands word for word.
//! Start at [`front_matter`].

use std::collections::BTreeMap;

use super::stated::{Stated, field};
use super::{Field, Problem};
use crate::span::Span;

mod yaml;

/// The keys that hold each thing, the more telling first. `created` and `modified` are a clipper's own dates.
const TITLE: &[&str] = &["title", "headline"];
const PUBLISHER: &[&str] =
    &["publisher", "site", "site_name", "sitename", "publication", "outlet", "newspaper", "website"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator"];
const URL: &[&str] =
    &["url", "source", "source_url", "link", "permalink", "canonical", "canonical_url", "original"];
const PUBLISHED: &[&str] = &[
    "published",
    "date_published",
    "datepublished",
    "published_at",
    "published_time",
    "publication_date",
    "publish_date",
    "pubdate",
    "date",
];
const MODIFIED: &[&str] = &[
    "modified",
    "updated",
    "date_modified",
    "datemodified",
    "last_modified",
    "last_updated",
    "created",
    "clipped",
    "saved",
    "retrieved",
    "accessed",
];
const LANGUAGE: &[&str] = &["language", "lang", "inlanguage"];
const DESCRIPTION: &[&str] = &["description", "summary", "excerpt", "abstract"];

/// The most bytes of front matter that are read as YAML: no clipper writes as many.
const LONGEST: usize = 64 * 1024;

/// The block of front matter at the head of `text`, what it states, and what is wrong with it.
pub(super) fn front_matter(text: &str) -> Option<(Span, Stated, Option<Problem>)> {
    let (block, yaml) = block(text)?;
    let source = yaml.of(text);
    let (pairs, problem) = match parse(source) {
        Ok(pairs) => (pairs, None),
        Err(what) => {
            let problem = Problem { what: what.into(), span: Some(block), fatal: false };
            (plain_pairs(source), Some(problem))
        }
    };
    let get = |keys: &[&str], accept: fn(&str) -> bool| -> Option<Field> {
        keys.iter().find_map(|key| {
            let value = pairs.get(*key).filter(|v| accept(v))?;
            field(value, verbatim(source, key, value.trim()).map(|s| shift(s, yaml.start)), "front-matter")
        })
    };
    let is_url = |v: &str| v.starts_with("http://") || v.starts_with("https://") || v.starts_with("www.");
    let stated = Stated {
        title: get(TITLE, |_| true),
        // "source: Al Jazeera" names the publisher, "source: https://…" does not.
        publisher: get(PUBLISHER, |v| !v.contains("://"))
            .or_else(|| get(&["source"], |v| !v.contains("://"))),
        author: get(AUTHOR, |_| true),
        url: get(URL, is_url),
        page_title: None,
        modified: get(MODIFIED, |v| v.contains(|c: char| c.is_ascii_digit())),
        language: get(LANGUAGE, |v| v.len() <= 20),
        published: get(PUBLISHED, |v| v.contains(|c: char| c.is_ascii_digit())),
        description: DESCRIPTION.iter().find_map(|key| pairs.get(*key).cloned()),
    };
    Some((block, stated, problem))
}

/// The span of the whole block with its `---` lines, and that of the YAML between them.
fn block(text: &str) -> Option<(Span, Span)> {
    let start = text.len() - text.trim_start_matches(['\n', '\r']).len();
    let rest = text.get(start..)?;
    let mut at = start;
    let mut first = None;
    for line in rest.split_inclusive('\n') {
        let is_mark = matches!(line.trim_end(), "---" | "...");
        match first {
            None if line.trim_end() == "---" => first = Some(at + line.len()),
            None => return None,
            Some(from) if is_mark => {
                let yaml = Span::new(from, at);
                // Two rules with prose between them are no front matter.
                let has_key = yaml.of(text).lines().any(|l| key_of(l).is_some());
                return has_key.then(|| (Span::new(start, at + line.trim_end().len()), yaml));
            }
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

fn parse(source: &str) -> Result<BTreeMap<String, String>, String> {
    if source.len() > LONGEST {
        let found = source.len();
        return Err(format!(
            "expected front matter of at most {LONGEST} bytes, found {found}: only its lines of a key and a value are read"
        ));
    }
    yaml::pairs(source).map_err(|yaml::Wrong { at, what }| {
        let line = source.get(..at).unwrap_or("").matches('\n').count() + 2;
        format!(
            "expected YAML front matter, found what does not parse in line {line}: {what}; put values that hold a colon or a quotation mark in quotation marks"
        )
    })
}

fn plain_pairs(source: &str) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    for line in source.lines() {
        if let Some(key) = key_of(line) {
            let value = line.get(key.len() + 1..).unwrap_or("").trim();
            let bare = ['"', '\''].iter().find_map(|q| value.strip_prefix(*q)?.strip_suffix(*q));
            pairs.entry(key.to_lowercase()).or_insert_with(|| bare.unwrap_or(value).to_owned());
        }
    }
    pairs
}

/// The key of a line `key: value` that is not indented.
fn key_of(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    (is_key && (value.is_empty() || value.starts_with(char::is_whitespace))).then_some(key)
}

/// Where `value` stands word for word under `key`.
fn verbatim(source: &str, key: &str, value: &str) -> Option<Span> {
    let mut at = 0;
    let mut from = None;
    for line in source.split_inclusive('\n') {
        match (from, key_of(line)) {
            (None, Some(k)) if k.to_lowercase() == key => from = Some(at + k.len() + 1),
            (Some(from), Some(_)) => return within(source, from, at, value),
            _ => {}
        }
        at += line.len();
    }
    within(source, from?, at, value)
}

fn within(source: &str, from: usize, to: usize, value: &str) -> Option<Span> {
    let at = from + source.get(from..to)?.find(value).filter(|_| !value.is_empty())?;
    Some(Span::new(at, at + value.len()))
}

fn shift(span: Span, by: u32) -> Span {
    Span { start: span.start + by, end: span.end + by }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(text: &str) -> (Stated, Option<Problem>) {
        let (_, stated, problem) = front_matter(text).expect("front matter");
        (stated, problem)
    }

    fn value(field: Option<Field>, text: &str) -> Option<String> {
        field.map(|f| {
            assert!(f.span.is_none_or(|s| s.of(text) == f.value), "{f:?}");
            format!("{}{}", f.value, if f.span.is_some() { "" } else { " (no span)" })
        })
    }

    #[test]
    fn the_keys_of_web_clippers_are_read_with_their_places() {
        let text = "---\ntitle: \"A: “b”\"\nsource: https://x.org/a\nauthor:\n  - \"[[Jane Doe]]\"\npublished: 2026-02-07\ncreated: 2026-03-01\nsite: X\n---\nbody";
        let (s, problem) = stated(text);
        assert_eq!(problem, None);
        assert_eq!(value(s.title, text).as_deref(), Some("A: “b”"));
        assert_eq!(value(s.url, text).as_deref(), Some("https://x.org/a"));
        assert_eq!(value(s.author, text).as_deref(), Some("Jane Doe"));
        assert_eq!(value(s.published, text).as_deref(), Some("2026-02-07"));
        assert_eq!(value(s.publisher, text).as_deref(), Some("X"));
    }

    #[test]
    fn a_value_that_is_not_there_word_for_word_has_no_span() {
        let text = "---\nauthor: [A B, C D]\ntitle: \"say \\\"no\\\"\"\n---\n";
        let (s, _) = stated(text);
        assert_eq!(value(s.author, text).as_deref(), Some("A B, C D"));
        assert_eq!(value(s.title, text).as_deref(), Some("say \"no\" (no span)"));
    }

    #[test]
    fn endless_front_matter_is_said_and_its_simple_lines_are_still_read() {
        let text = format!("---\ntitle: A\ntags: [{}]\n---\nbody", "a,".repeat(LONGEST / 2));
        let (s, problem) = stated(&text);
        assert!(problem.is_some_and(|p| !p.fatal && p.what.contains("at most")));
        assert_eq!(s.title.map(|t| t.value).as_deref(), Some("A"));
    }

    #[test]
    fn broken_yaml_is_said_with_its_line_and_simple_lines_are_still_read() {
        let text = "---\ntitle: Talks: day two\ndate: 2026-02-07\nx: [1,\n---\nbody";
        let (s, problem) = stated(text);
        assert!(problem.is_some_and(|p| !p.fatal && p.what.contains("line ")));
        assert_eq!(value(s.title, text).as_deref(), Some("Talks: day two"));
        assert_eq!(value(s.published, text).as_deref(), Some("2026-02-07"));
    }

    #[test]
    fn rules_around_prose_are_no_front_matter() {
        for text in ["---\nHe said so.\n---\n", "---\ntitle: x\n", "a\n---\nb: c\n---\n", "", "---"] {
            assert!(front_matter(text).is_none(), "{text:?}");
        }
    }
}
