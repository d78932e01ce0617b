//! A page's tree as lines of text.
//!
//! **Invariant:** one pass over the tree, without recursion; white space is collapsed as a browser does.
//! Start at [`render`].

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::paragraph_text;
use crate::read::BlockKind;
use crate::read::lines::Line;
use crate::span::Span;

/// Elements whose text no reader sees, or sees only as a control.
#[rustfmt::skip]
const HIDDEN: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "embed", "head", "iframe", "input", "math", "noscript", "object",
    "option", "script", "select", "style", "svg", "template", "textarea", "video",
];

/// Elements that stand on lines of their own.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li",
    "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
];

struct Renderer {
    out: String,
    lines: Vec<Line>,
    start: usize,
    hint: Option<BlockKind>,
    space: bool,
    has_title: bool,
    /// Whether the headline stands in the article, so that one outside is the site's name.
    main_has_heading: bool,
}

/// The text of the page and its lines; what stands outside `main` is furniture, but for the headline.
pub(super) fn render(html: &Html, main: Option<ElementRef>) -> (String, Vec<Line>) {
    let has_heading =
        |m: ElementRef| m.descendants().filter_map(ElementRef::wrap).any(|e| e.value().name() == "h1");
    let main_has_heading = main.is_some_and(has_heading);
    let mut page = Renderer {
        out: String::new(),
        lines: Vec::new(),
        start: 0,
        hint: None,
        space: false,
        has_title: false,
        main_has_heading,
    };
    let mut hints: Vec<Option<BlockKind>> = vec![main.map(|_| BlockKind::Furniture)];
    let mut hidden = 0_usize;
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    hidden += usize::from(is_hidden(element));
                    if BLOCKS.contains(&element.name()) {
                        page.flush();
                    } else if matches!(element.name(), "td" | "th") && page.out.len() > page.start {
                        page.text(" | ", None);
                    }
                    let above = hints.last().copied().flatten();
                    let hint = match ElementRef::wrap(node) {
                        Some(e) if Some(e.id()) == main.map(|m| m.id()) => None,
                        Some(e) => page.hint_of(e, above),
                        None => above,
                    };
                    hints.push(hint);
                }
                Node::Text(text) if hidden == 0 => page.text(text, hints.last().copied().flatten()),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if BLOCKS.contains(&element.name()) {
                        page.flush();
                    }
                    hidden -= usize::from(is_hidden(element));
                    hints.pop();
                }
            }
        }
    }
    page.flush();
    (page.out, page.lines)
}

fn is_hidden(element: &Element) -> bool {
    HIDDEN.contains(&element.name()) || element.attr("hidden").is_some()
}

impl Renderer {
    /// What the markup says that the text in `element` is.
    fn hint_of(&mut self, element: ElementRef, above: Option<BlockKind>) -> Option<BlockKind> {
        let name = element.value().name();
        let is_aside = matches!(above, Some(BlockKind::Furniture | BlockKind::Related));
        if name == "h1" && !self.has_title && !(is_aside && self.main_has_heading) {
            return Some(BlockKind::Title);
        }
        if is_aside {
            return class_hint(element.value()).filter(|h| *h == BlockKind::Related).or(above);
        }
        let by_class = || {
            let class = class_hint(element.value())?;
            // A wrapper around the article may have any class.
            let is_wrapper =
                matches!(name, "html" | "body" | "main" | "article") || paragraph_text(element, 800) > 700;
            (!is_wrapper).then_some(class)
        };
        match name {
            "nav" | "footer" | "form" | "menu" => Some(BlockKind::Furniture),
            "aside" => by_class().or(Some(BlockKind::Furniture)),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => by_class().or(Some(BlockKind::Crosshead)),
            "figcaption" | "caption" => Some(BlockKind::Caption),
            "li" | "dd" | "dt" => by_class().or(Some(BlockKind::List)),
            "tr" => Some(BlockKind::Table),
            _ => by_class().or(above),
        }
    }

    fn text(&mut self, text: &str, hint: Option<BlockKind>) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = self.out.len() > self.start;
                continue;
            }
            if self.out.len() == self.start {
                self.hint = hint;
            } else if self.space {
                self.out.push(' ');
            }
            self.space = false;
            self.out.push(c);
        }
    }

    /// Ends the line.
    fn flush(&mut self) {
        let span = Span::new(self.start, self.out.len()).trim(&self.out);
        self.space = false;
        if span.is_empty() {
            self.out.truncate(self.start);
            return;
        }
        self.has_title |= self.hint == Some(BlockKind::Title);
        self.lines.push(Line { span, after_gap: true, hint: self.hint });
        self.out.push_str("\n\n");
        self.start = self.out.len();
    }
}

/// What the words of an element's class and id commonly mean on news pages.
fn class_hint(element: &Element) -> Option<BlockKind> {
    #[rustfmt::skip]
    const FURNITURE: &[&str] = &[
        "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "comments", "consent", "cookie", "cookies",
        "nav", "navbar", "navigation", "newsletter", "promo", "share", "sharing", "sidebar", "skip", "social", "subscribe",
        "tags", "toolbar",
    ];
    const RELATED: &[&str] = &["mostread", "recirc", "recirculation", "recommended", "related", "trending"];
    let names = [element.attr("class"), element.attr("id"), element.attr("itemprop"), element.attr("rel")];
    let all = names.into_iter().flatten().flat_map(|n| n.split(|c: char| !c.is_alphanumeric()));
    let mut found = None;
    for word in all.map(str::to_ascii_lowercase) {
        let word = word.as_str();
        if RELATED.contains(&word) {
            return Some(BlockKind::Related);
        }
        found = found.or(match word {
            w if FURNITURE.contains(&w) => Some(BlockKind::Furniture),
            "byline" | "author" | "authors" => Some(BlockKind::Byline),
            "dateline" | "timestamp" | "pubdate" => Some(BlockKind::Dateline),
            "caption" | "figcaption" => Some(BlockKind::Caption),
            "standfirst" | "dek" | "subheadline" => Some(BlockKind::Standfirst),
            _ => None,
        });
    }
    found
}
