//! What a file says about itself in so many words: in front matter, or in a page's markup.
//!
//! **Invariant:** a value is only ever copied, never completed; a span is given where the text holds just the value.
//! Both sources fill one [`Stated`]; the first to name a thing is kept.

use super::Field;
use crate::evidence::Evidence;
use crate::span::Span;

/// The metadata of one file; what it does not name is `None`.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub title: Option<Field>,
    pub publisher: Option<Field>,
    pub author: Option<Field>,
    pub url: Option<Field>,
    pub published: Option<Field>,
    /// When it was last changed, or when somebody kept it: it was published by then.
    pub modified: Option<Field>,
    /// A page's own title, with the site's name in it.
    pub page_title: Option<String>,
    /// The language as the file names it.
    pub language: Option<Field>,
    /// The summary, to know the standfirst by.
    pub description: Option<String>,
}

/// `value` as a field, believed because of `rule`; none where there is nothing but white space.
pub(super) fn field(value: &str, span: Option<Span>, rule: &'static str) -> Option<Field> {
    let value = value.trim();
    (!value.is_empty()).then(|| Field { value: value.to_owned(), span, evidence: Evidence::rule(rule, 100) })
}

/// The labels of the host in `url`, `www` and the like left out: `aljazeera.com` gives `aljazeera`, `com`.
pub(super) fn host(url: &str) -> Vec<String> {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let labels = host.split('.').filter(|l| !matches!(*l, "" | "www" | "m" | "amp" | "edition" | "en"));
    labels.map(str::to_ascii_lowercase).collect()
}

/// Whether `name` is the name that the host of `url` spells: `Al Jazeera` and `aljazeera.com`, `BBC News` and
/// `bbc.co.uk`.
pub(super) fn agrees(name: &str, url: &str) -> bool {
    let folded = crate::fold::fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let words = if words.first() == Some(&"the") { words.get(1..).unwrap_or_default() } else { &words };
    let initials: String = words.iter().filter_map(|w| w.chars().next()).collect();
    let whole = words.concat();
    // "com" and "co" are labels too, but no name of a publisher is as short as that.
    let labels = host(url);
    // "radio.aldermoor.example" is Radio Aldermoor.
    let joined = labels.get(..2).map(<[String]>::concat);
    labels.iter().cloned().chain(joined).map(|label| label.replace('-', "")).any(|label| {
        let label = label.strip_prefix("the").filter(|l| l.len() > 2).unwrap_or(&label);
        label.len() > 2 && !whole.is_empty() && (whole == *label || initials == *label || leads(words, label))
    })
}

/// Whether `label` is the first words of the name and only a general word such as "News" is left over.
fn leads(words: &[&str], label: &str) -> bool {
    const GENERAL: &[&str] =
        &["com", "digital", "english", "international", "live", "news", "online", "world"];
    (1..words.len()).any(|n| {
        let (head, tail) = words.split_at(n);
        head.concat() == *label && tail.iter().all(|w| GENERAL.contains(w))
    }) || GENERAL.iter().any(|g| label.strip_suffix(g).is_some_and(|l| l == words.concat()))
}

/// Whether the folded `part` is the folded `title`, or all of it before or behind a mark.
pub(super) fn is_part_of_title(part: &str, title: &str) -> bool {
    let is_mark = |c: char| matches!(c, '|' | '-' | '–' | '—' | ':' | '•' | '·' | '»' | '/');
    title.find(part).filter(|_| !part.is_empty()).is_some_and(|at| {
        let before = title.get(..at).unwrap_or("").trim_end();
        let after = title.get(at + part.len()..).unwrap_or("").trim_start();
        (before.is_empty() || before.ends_with(is_mark)) && (after.is_empty() || after.starts_with(is_mark))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_agrees_with_the_host_that_spells_it() {
        let check = |name, url, expected| assert_eq!(agrees(name, url), expected, "{name} {url}");
        check("Al Jazeera", "https://aljazeera.com/news/2026/2/7/x", true);
        check("BBC News", "https://www.bbc.co.uk/news/1", true);
        check("The Guardian", "https://www.theguardian.com/world", true);
        check("NBC News", "https://www.nbcnews.com/", true);
        check("New York Post", "https://nypost.com/a", false);
        check("Radio Elm", "https://radio.elm.example/node/1", true);
        check("World", "https://www.bbc.com/world", false);
        check("Ukraine", "https://www.bbc.com/ukraine", false);
        check("", "https://www.bbc.com/", false);
    }
}
