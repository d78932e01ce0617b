//! What the words of an element's class and id commonly mean on news pages.
//!
//! **Invariant:** a name says nothing about an element that holds most of the article; the caller sees to that. Names
//! that tell of the page's state ("has-sidebar") say nothing. Start at [`meaning`].

use scraper::node::Element;

use crate::read::BlockKind;

/// Elements that stand beside the article wherever they are.
const ASIDE: &[&str] = &["aside", "dialog", "footer", "form", "menu", "nav", "search"];

/// Words for what stands around an article.
#[rustfmt::skip]
const FURNITURE: &[&str] = &[
    "actions", "ad", "ads", "advert", "advertisement", "barrier", "bio", "breadcrumb", "breadcrumbs", "comment", "comments", "consent", "cookie", "cookies", "cta", "disclaimer", "disqus", "donate", "donation", "feedback", "follow", "footer", "masthead", "metered", "modal", "nav", "navbar", "navigation", "newsletter", "onetrust", "pager", "pagination", "paywall", "popup", "print", "privacy", "respond", "share", "sharedaddy", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "syndication", "taglist", "tags", "toolbar", "topics", "typo",
];

/// Words for headlines of other articles.
#[rustfmt::skip]
const RELATED: &[&str] = &[
    "interstitial", "mostread", "outbrain", "recirc", "recirculation", "recommendations", "recommended", "related", "relatedposts", "taboola", "trending",
];

/// The same, where the element is short and links away.
const RELATED_IF_SHORT: &[&str] = &["also", "card", "promo", "readmore", "teaser"];

/// What the names say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What the text in it is.
    Kind(BlockKind),
    /// The headlines of other articles, if it is short and links away.
    Card,
}

/// What the element's name, class and id say about the text in it.
pub(super) fn meaning(element: &Element) -> Option<Meaning> {
    let attrs = [element.attr("class"), element.attr("id"), element.attr("itemprop"), element.attr("rel")];
    let mut found = None;
    let mut is_picture = false;
    for name in attrs.into_iter().flatten().flat_map(str::split_ascii_whitespace) {
        let words = words(name);
        if words.iter().any(|w| matches!(w.as_str(), "has" | "is" | "js" | "no" | "with" | "without")) {
            continue;
        }
        for word in words {
            let word = word.as_str();
            if RELATED.contains(&word) {
                return Some(Meaning::Kind(BlockKind::Related));
            }
            is_picture |=
                matches!(word, "photo" | "image" | "img" | "media" | "picture" | "carousel" | "slide");
            let kind = match word {
                w if FURNITURE.contains(&w) => Meaning::Kind(BlockKind::Furniture),
                w if RELATED_IF_SHORT.contains(&w) => Meaning::Card,
                "byline" | "author" | "authors" | "contributors" | "submitted" | "by" => {
                    Meaning::Kind(BlockKind::Byline)
                }
                "created" | "date" | "dateline" | "datetime" | "posted" | "pubdate" | "published"
                | "time" | "timestamp" | "updated" => Meaning::Kind(BlockKind::Dateline),
                "cap" | "caption" | "captions" | "credit" | "credits" | "figcaption" => {
                    Meaning::Kind(BlockKind::Caption)
                }
                "desc" | "description" | "info" if is_picture => Meaning::Kind(BlockKind::Caption),
                "dek" | "deck" | "excerpt" | "standfirst" | "strapline" | "subheadline" | "subtitle"
                | "summary" => Meaning::Kind(BlockKind::Standfirst),
                _ => continue,
            };
            // "author-bio" is a box about the author, "byline-date" is either; what stands around wins.
            if found.is_none() || kind == Meaning::Kind(BlockKind::Furniture) {
                found = Some(kind);
            }
        }
    }
    if ASIDE.contains(&element.name()) || element.attr("role") == Some("dialog") {
        return found.filter(|f| *f == Meaning::Card).or(Some(Meaning::Kind(BlockKind::Furniture)));
    }
    found
}

/// Whether what stands in the element cannot be the article, as far as its names tell. Names that also stand on
/// wrappers ("print", "tags", the form around a whole page) do not tell that of prose.
pub(super) fn is_around(element: &Element) -> bool {
    #[rustfmt::skip]
    const LOOSE: &[&str] = &[
        "actions", "bio", "cta", "disclaimer", "donate", "donation", "feedback", "follow", "form", "interstitial", "menu",
        "mostread", "pager", "print", "privacy", "share", "sharing", "skip", "social", "sponsor", "sponsored", "subscribe",
        "subscription", "syndication", "tags", "toolbar", "topics", "trending", "typo",
    ];
    if is_frame(element) {
        return false;
    }
    let names = [element.attr("class"), element.attr("id")].into_iter().flatten();
    let is_firm =
        |word: &str| (FURNITURE.contains(&word) || RELATED.contains(&word)) && !LOOSE.contains(&word);
    let is_named = names.flat_map(str::split_ascii_whitespace).any(|name| {
        let words = words(name);
        let is_state =
            words.iter().any(|w| matches!(w.as_str(), "has" | "is" | "js" | "no" | "with" | "without"));
        !is_state && words.iter().any(|w| is_firm(w))
    });
    is_named
        || element.attr("role") == Some("dialog")
        || ASIDE.contains(&element.name()) && !LOOSE.contains(&element.name())
}

/// Elements whose names tell of the whole page or article.
pub(super) fn is_frame(element: &Element) -> bool {
    matches!(element.name(), "html" | "body" | "main" | "article")
}

/// The words of a name, by its marks and its capitals: `PageListTitle`, `o-topper__headline`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before = '-';
    for c in name.chars().take(200) {
        if c.is_ascii_alphanumeric() {
            let begins =
                !before.is_ascii_alphanumeric() || c.is_ascii_uppercase() && before.is_ascii_lowercase();
            match found.last_mut().filter(|_| !begins) {
                Some(word) => word.push(c.to_ascii_lowercase()),
                None => found.push(c.to_ascii_lowercase().to_string()),
            }
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: Option<Meaning>) {
        let fragment = scraper::Html::parse_fragment(html);
        let element = fragment.root_element().child_elements().next().expect("an element");
        assert_eq!(meaning(element.value()), expected, "{html}");
    }

    #[test]
    fn names_of_elements_tell_what_is_in_them() {
        let kind = |k| Some(Meaning::Kind(k));
        check("<div class='jp-relatedposts'>", kind(BlockKind::Related));
        check("<div class='Page-byline'>", kind(BlockKind::Byline));
        check("<div class='b-full-author-bio'>", kind(BlockKind::Furniture));
        check("<div class='SitePromo'>", Some(Meaning::Card));
        check("<div class='article__photo-desc'>", kind(BlockKind::Caption));
        check("<div class='has-sidebar content-with-sidebar'>", None);
        check("<div class='download address breadth'>", None);
        check("<nav>", kind(BlockKind::Furniture));
    }

    #[test]
    fn tables_are_sorted() {
        assert!([ASIDE, FURNITURE, RELATED, RELATED_IF_SHORT].iter().all(|t| t.is_sorted()));
    }
}
