//! JSON-LD: what the page's data for search engines says about its article.
//!
//! **Invariant:** only an article's own object counts, not those of its list, its comments or the entries of a live
//! report; an organization is no author where a person is one. Data that does not parse is mended where a line end or a
//! comma is all that is wrong; else its strings are read key by key. Start at [`linked_data`].

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::read::date;

/// What the data says.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub title: Option<String>,
    pub publisher: Option<String>,
    /// The people who wrote it, or else the organizations.
    pub author: Option<String>,
    pub author_is_person: bool,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub url: Option<String>,
    pub description: Option<String>,
    pub language: Option<String>,
}

/// The article among the objects of all `scripts`.
pub(super) fn linked_data(scripts: &[String]) -> Linked {
    let mut found = Linked::default();
    let values: Vec<Value> = scripts
        .iter()
        .filter_map(|s| serde_json::from_str(s).or_else(|_| serde_json::from_str(&mended(s))).ok())
        .collect();
    let mut names = BTreeMap::new();
    let mut articles = Vec::new();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(map) => {
                if let (Some(id), Some(name)) = (text(map, "@id"), text(map, "name")) {
                    names.insert(id, name);
                }
                open.extend(["mainEntity", "@graph"].iter().filter_map(|key| map.get(*key)));
                if is_article(map) {
                    articles.push(map);
                }
            }
            _ => {}
        }
    }
    for article in articles {
        take(article, &names, &mut found);
    }
    if found.title.is_none() && found.published.is_none() {
        for script in scripts {
            scan(script, &mut found);
        }
    }
    found
}

fn is_article(map: &Map<String, Value>) -> bool {
    let is = |t: &str| t.ends_with("Article") || matches!(t, "Report" | "BlogPosting" | "LiveBlogPosting");
    match map.get("@type") {
        Some(Value::String(t)) => is(t),
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn take(map: &Map<String, Value>, names: &BTreeMap<&str, &str>, found: &mut Linked) {
    let keep = |slot: &mut Option<String>, value: Option<&str>| {
        if slot.is_none() {
            *slot = value.map(str::to_owned);
        }
    };
    let is_date = |value: &&str| !date::find(value).is_empty();
    keep(&mut found.title, text(map, "headline"));
    keep(&mut found.published, text(map, "datePublished").filter(is_date));
    keep(&mut found.modified, text(map, "dateModified").filter(is_date));
    keep(&mut found.description, text(map, "description"));
    keep(&mut found.language, text(map, "inLanguage"));
    keep(&mut found.url, text(map, "url").filter(|v| v.contains("://")));
    let publisher: Vec<_> = agents(map.get("publisher"), names).into_iter().map(|(name, _)| name).collect();
    keep(&mut found.publisher, publisher.first().copied());
    let authors = agents(map.get("author").or_else(|| map.get("creator")), names);
    let people: Vec<&str> =
        authors.iter().filter(|(_, is_person)| *is_person).map(|(name, _)| *name).collect();
    let all: Vec<&str> = authors.iter().map(|(name, _)| *name).collect();
    if found.author.is_none() && !all.is_empty() {
        found.author_is_person = !people.is_empty();
        found.author = Some(if people.is_empty() { all } else { people }.join(", "));
    }
}

/// The names of one or several people or organizations, each with whether it may be a person.
fn agents<'a>(value: Option<&'a Value>, names: &BTreeMap<&str, &'a str>) -> Vec<(&'a str, bool)> {
    let one = |value: &'a Value| -> Option<(&'a str, bool)> {
        let (name, is_person) = match value {
            Value::String(name) => (name.trim(), true),
            Value::Object(map) => {
                let name = text(map, "name").or_else(|| names.get(text(map, "@id")?).copied())?;
                let kind = text(map, "@type").unwrap_or("Person");
                (name, kind == "Person")
            }
            _ => return None,
        };
        (!name.is_empty() && !name.contains("://")).then_some((name, is_person))
    };
    match value {
        Some(Value::Array(items)) => items.iter().take(20).filter_map(one).collect(),
        Some(value) => one(value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn text<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    map.get(key).and_then(Value::as_str).map(str::trim).filter(|v| !v.is_empty())
}

/// The script with the line ends in its strings as spaces, and without commas before a closing bracket.
fn mended(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in script.chars() {
        if in_string {
            in_string = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
            out.push(if c.is_control() { ' ' } else { c });
            continue;
        }
        if matches!(c, '}' | ']') && out.trim_end().ends_with(',') {
            out.truncate(out.trim_end().len() - 1);
        }
        in_string = c == '"';
        out.push(c);
    }
    out
}

/// The first value of each key, where the script is no JSON: `"datePublished": "2026-02-07"`.
fn scan(script: &str, found: &mut Linked) {
    let value = |from: usize, key: &str| -> Option<String> {
        let rest = script.get(from..)?;
        let rest = rest.get(rest.find(&format!("\"{key}\""))? + key.len() + 2..)?;
        let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        let value = rest.get(..rest.find('"')?)?;
        (!value.is_empty() && value.len() < 400 && !value.contains('\\')).then(|| value.to_owned())
    };
    if !script.contains("Article") {
        return;
    }
    found.title = found.title.take().or_else(|| value(0, "headline"));
    found.published = value(0, "datePublished").filter(|v| !date::find(v).is_empty());
    found.modified = found.modified.take().or_else(|| value(0, "dateModified"));
    if found.author.is_none()
        && let Some(at) = script.find("\"author\"")
        && let Some(head) = script.get(at..).map(|s| s.get(..200).unwrap_or(s))
        && head.contains("Person")
    {
        found.author = value(at, "name").filter(|name| head.contains(name.as_str()));
        found.author_is_person = found.author.is_some();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, title: &str, published: &str, author: &str) {
        let l = linked_data(&[script.to_owned()]);
        let value = |v: &Option<String>| v.clone().unwrap_or_default();
        let found = (value(&l.title), value(&l.published), value(&l.author));
        assert_eq!(found, (title.to_owned(), published.to_owned(), author.to_owned()), "{script}");
    }

    #[test]
    fn an_article_is_found_in_lists_and_graphs_and_its_author_by_reference() {
        check(
            r##"{"@graph":[{"@type":"WebSite","name":"W"},{"@type":["NewsArticle"],"headline":"H","datePublished":"2026-02-07","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Jane Doe"}]}"##,
            "H",
            "2026-02-07",
            "Jane Doe",
        );
        check(
            r#"[{"@type":"BreadcrumbList"},{"@type":"LiveBlogPosting","headline":"H","liveBlogUpdate":[{"@type":"BlogPosting","headline":"x","datePublished":"2026-03-01"}]}]"#,
            "H",
            "",
            "",
        );
    }

    #[test]
    fn a_person_is_the_author_before_an_organization() {
        check(
            r#"{"@type":"Article","headline":"H","author":[{"@type":"Organization","name":"Daily"},{"@type":"Person","name":"A B"},"C D"]}"#,
            "H",
            "",
            "A B, C D",
        );
    }

    #[test]
    fn broken_data_is_mended_or_scanned() {
        check(
            "{\"@type\":\"Article\",\"headline\":\"a\nb\",\"datePublished\":\"2026-02-07\",}",
            "a b",
            "2026-02-07",
            "",
        );
        check(
            "{\"@type\":\"Article\",\"headline\":\"H\",\"x\":\"a \"b\" c\",\"datePublished\" : \"2026-02-07\",\"author\":{\"@type\":\"Person\",\"name\":\"A B\"}",
            "H",
            "2026-02-07",
            "A B",
        );
        check("{\"@type\":\"Article\",\"headline\":", "", "", "");
        check("", "", "", "");
    }
}
