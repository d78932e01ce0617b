//! What a page's markup states: JSON-LD, Open Graph, `meta`, `time`, `link` and `title`.
//!
//! **Invariant:** the first source that names a thing is kept, in the order of how carefully sites fill them in; an
//! address is no author's name. Start at [`stated`].

use scraper::{ElementRef, Html};
use serde_json::Value;

use super::select;
use crate::read::stated::{Stated, field};
use crate::read::{Field, date};

const RULE: &str = "page-markup";

/// What the page states about itself.
pub(super) fn stated(html: &Html, main: Option<ElementRef>) -> Stated {
    let mut found = Stated::default();
    for script in select(html, "script[type='application/ld+json']") {
        if let Ok(value) = serde_json::from_str::<Value>(&script.text().collect::<String>()) {
            json_ld(&value, &mut found);
        }
    }
    let metas = select(html, "meta[content]");
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| {
            let has = |m: &&ElementRef| {
                let attrs = ["property", "name", "itemprop"].map(|a| m.value().attr(a));
                attrs.into_iter().flatten().any(|a| a.eq_ignore_ascii_case(name))
            };
            metas
                .iter()
                .find(has)?
                .value()
                .attr("content")
                .map(str::trim)
                .filter(|c| !c.is_empty())
                .map(str::to_owned)
        })
    };
    let text = |selector| {
        let all = select(html, selector);
        let text: String = all.first()?.text().collect();
        Some(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
    };
    let attr = |selector, name| select(html, selector).first()?.value().attr(name).map(str::to_owned);
    let is_name = |value: &String| !value.contains("://");
    let is_date = |value: &String| !date::find(value).is_empty();

    keep(
        &mut found.title,
        meta(&["og:title", "twitter:title", "dc.title"]).or_else(|| text("h1")).or_else(|| text("title")),
    );
    keep(&mut found.publisher, meta(&["og:site_name", "dc.publisher"]).filter(is_name));
    let author = meta(&["author", "parsely-author", "dc.creator", "article:author"]).filter(is_name);
    keep(&mut found.author, author.or_else(|| text("[itemprop=author], [rel=author]")));
    keep(
        &mut found.url,
        attr("link[rel=canonical]", "href").or_else(|| meta(&["og:url"])).filter(|url| url.contains("://")),
    );
    let published = meta(&[
        "article:published_time",
        "datepublished",
        "parsely-pub-date",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date.issued",
        "dc.date",
        "date",
    ]);
    let in_main = main.and_then(|m| {
        let mut elements = m.descendants().filter_map(ElementRef::wrap);
        elements.find_map(|e| {
            e.value().attr("datetime").filter(|_| e.value().name() == "time").map(str::to_owned)
        })
    });
    let time = || {
        attr("time[itemprop=datePublished], time[pubdate]", "datetime")
            .or(in_main)
            .or_else(|| attr("header time[datetime]", "datetime"))
    };
    keep(&mut found.published, published.filter(is_date).or_else(time).filter(is_date));
    found.description = found.description.or_else(|| meta(&["og:description", "description"]));
    found
}

fn keep(slot: &mut Option<Field>, value: Option<String>) {
    if slot.is_none() {
        *slot = value.and_then(|v| field(&v, None, RULE));
    }
}

/// The article among the JSON-LD objects of `value`, wherever lists and `@graph` hold it.
fn json_ld(value: &Value, found: &mut Stated) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(map) => {
                if let Some(graph) = map.get("@graph") {
                    open.push(graph);
                }
                let types = map.get("@type").map(names).unwrap_or_default();
                if !types.split(", ").any(|t| {
                    t.ends_with("Article") || matches!(t, "Report" | "BlogPosting" | "LiveBlogPosting")
                }) {
                    continue;
                }
                let get = |key: &str| map.get(key).map(names).filter(|v| !v.is_empty());
                keep(&mut found.title, get("headline"));
                keep(&mut found.publisher, get("publisher").filter(|v| !v.contains("://")));
                keep(&mut found.author, get("author").filter(|v| !v.contains("://")));
                keep(&mut found.published, get("datePublished").filter(|v| !date::find(v).is_empty()));
                keep(&mut found.url, get("url").filter(|v| v.contains("://")));
                found.description = found.description.take().or_else(|| get("description"));
            }
            _ => {}
        }
    }
}

/// A string, an object's name, or the names of a list.
fn names(value: &Value) -> String {
    let name = |value: &Value| match value {
        Value::String(s) => s.trim().to_owned(),
        Value::Object(map) => map.get("name").and_then(Value::as_str).unwrap_or("").trim().to_owned(),
        _ => String::new(),
    };
    match value {
        Value::Array(items) => {
            items.iter().map(name).filter(|n| !n.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => name(value),
    }
}
