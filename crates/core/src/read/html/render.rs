//! A page's tree as lines of text.
//!
//! **Invariant:** one pass over the tree, without recursion; white space is collapsed as a browser does. What stands
//! outside the article is furniture, but for the headline and what stands between it and the article.
//! Start at [`render`].

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::class::{self, Meaning};
use super::weigh::Weights;
use crate::read::BlockKind;
use crate::read::lines::Line;
use crate::span::Span;

/// Elements whose text no reader sees, or sees only as a control.
#[rustfmt::skip]
const HIDDEN: &[&str] = &[
    "amp-ad", "amp-embed", "amp-iframe", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input",
    "math", "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
];

/// Elements that stand on lines of their own.
#[rustfmt::skip]
pub(super) const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead",
    "tr", "ul",
];

/// What is known of the text in an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It stands outside the article.
    Outside,
    /// It stands in the article, or between the headline and it.
    Inside(Option<BlockKind>),
}

struct Renderer<'a> {
    out: String,
    lines: Vec<Line>,
    start: usize,
    hint: Option<BlockKind>,
    space: bool,
    /// Whether the line has text outside links.
    has_plain: bool,
    weights: &'a Weights,
    main: Option<ElementRef<'a>>,
    title: Option<NodeId>,
    /// Whether the headline came and the article did not yet.
    is_head: bool,
}

/// The text of the page and its lines.
pub(super) fn render<'a>(
    html: &'a Html,
    main: Option<ElementRef<'a>>,
    weights: &'a Weights,
) -> (String, Vec<Line>) {
    let mut page = Renderer {
        out: String::new(),
        lines: Vec::new(),
        start: 0,
        hint: None,
        space: false,
        has_plain: false,
        weights,
        main,
        // What holds more than the headline is no headline.
        title: weights.headline().map(|h| h.element).filter(|id| weights.all(*id) < 500),
        is_head: false,
    };
    let mut places = vec![if main.is_some() { Place::Outside } else { Place::Inside(None) }];
    let (mut hidden, mut links) = (0_usize, 0_usize);
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    hidden += usize::from(is_hidden(element));
                    links += usize::from(element.name() == "a");
                    if BLOCKS.contains(&element.name()) {
                        page.flush();
                    } else if matches!(element.name(), "td" | "th") && page.out.len() > page.start {
                        page.cell(node);
                    }
                    let above = places.last().copied().unwrap_or(Place::Outside);
                    places.push(ElementRef::wrap(node).map_or(above, |e| page.place_of(e, above)));
                }
                Node::Text(text) if hidden == 0 => {
                    let place = places.last().copied().unwrap_or(Place::Outside);
                    page.text(text, place, links > 0);
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if BLOCKS.contains(&element.name()) {
                        page.flush();
                    }
                    hidden -= usize::from(is_hidden(element));
                    links -= usize::from(element.name() == "a");
                    places.pop();
                }
            }
        }
    }
    page.flush();
    (page.out, page.lines)
}

/// Whether no reader sees the text in `element`.
pub(super) fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or("");
    let is_none = || style.replace(' ', "").to_ascii_lowercase().contains("display:none");
    HIDDEN.contains(&element.name()) || element.attr("hidden").is_some() || !style.is_empty() && is_none()
}

impl Renderer<'_> {
    /// What the markup says about the text in `element`.
    fn place_of(&mut self, element: ElementRef, above: Place) -> Place {
        let id = element.id();
        if Some(id) == self.title {
            self.is_head = above == Place::Outside;
            return Place::Inside(Some(BlockKind::Title));
        }
        if self.main.is_some_and(|m| m.id() == id) {
            self.is_head = false;
            return Place::Inside(None);
        }
        let Place::Inside(kind) = above else {
            let is_related = self.kind_of(element) == Some(BlockKind::Related);
            return if is_related { Place::Inside(Some(BlockKind::Related)) } else { Place::Outside };
        };
        match kind {
            Some(BlockKind::Related | BlockKind::Title) => above,
            Some(BlockKind::Furniture) => match self.kind_of(element) {
                Some(BlockKind::Related) => Place::Inside(Some(BlockKind::Related)),
                _ => above,
            },
            _ => Place::Inside(self.kind_of(element).or(kind)),
        }
    }

    fn kind_of(&self, element: ElementRef) -> Option<BlockKind> {
        let value = element.value();
        let named = || {
            let (free, all) = (self.weights.prose(element.id()), self.weights.all(element.id()));
            let article = self.main.map_or(0, |m| self.weights.prose(m.id()));
            // A wrapper around the article may have any name.
            let is_wrapper = class::is_frame(value) || free * 2 > article.max(600);
            let kind = match class::meaning(value)? {
                Meaning::Card if all <= 400 && holds_link(element) => BlockKind::Related,
                Meaning::Card => return None,
                Meaning::Kind(kind) => kind,
            };
            let around = matches!(kind, BlockKind::Furniture | BlockKind::Related);
            (!is_wrapper && (around || all <= 600)).then_some(kind)
        };
        match value.name() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => named().or(Some(BlockKind::Crosshead)),
            "figcaption" | "caption" => Some(BlockKind::Caption),
            "li" | "dd" | "dt" => named().or(Some(BlockKind::List)),
            "tr" => is_data(element).then_some(BlockKind::Table),
            _ => named(),
        }
    }

    /// The next cell of a row: a mark between figures, a new line between the columns of a layout.
    fn cell(&mut self, cell: ego_tree::NodeRef<Node>) {
        let row = cell.parent().and_then(ElementRef::wrap);
        if row.is_some_and(is_data) {
            self.space = true;
            self.text("| ", Place::Inside(Some(BlockKind::Table)), false);
        } else {
            self.flush();
        }
    }

    fn text(&mut self, text: &str, place: Place, in_link: bool) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = self.out.len() > self.start;
                continue;
            }
            if self.out.len() == self.start {
                self.has_plain = false;
                self.hint = match place {
                    Place::Inside(hint) => hint,
                    Place::Outside if self.is_head => None,
                    Place::Outside => Some(BlockKind::Furniture),
                };
            } else if self.space {
                self.out.push(' ');
            }
            self.has_plain |= !in_link && c.is_alphanumeric();
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
        self.lines.push(Line { span, after_gap: true, hint: self.hint, is_link: !self.has_plain });
        self.out.push_str("\n\n");
        self.start = self.out.len();
    }
}

/// Whether there is a link in the first elements of `element`.
fn holds_link(element: ElementRef) -> bool {
    element.descendants().take(60).filter_map(ElementRef::wrap).any(|e| e.value().name() == "a")
}

/// Whether `row` has at least two cells with little in each: the rows of a page's layout hold everything else.
fn is_data(row: ElementRef) -> bool {
    let cells = row.child_elements().filter(|c| matches!(c.value().name(), "td" | "th")).take(20);
    let mut count = 0;
    for cell in cells {
        count += 1;
        let (mut nodes, mut letters) = (0, 0);
        for node in cell.descendants().take(40) {
            nodes += 1;
            letters += node.value().as_text().map_or(0, |t| t.trim().len());
            let is_nested =
                ElementRef::wrap(node).is_some_and(|e| matches!(e.value().name(), "table" | "img"));
            if is_nested || letters > 160 {
                return false;
            }
        }
        if nodes >= 40 {
            return false;
        }
    }
    count > 1
}
