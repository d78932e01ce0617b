//! Which element of a page holds the article: by the running text in it.
//!
//! A run is text between the beginnings and ends of blocks. A run of some length that is not mostly links is prose, and
//! counts for the block it stands in, its parent, and less for those above, as readers for browsers reckon.
//! **Invariant:** one pass over the tree; what the names of elements set apart counts only where there is nothing else.
//! Start at [`weigh`].

use std::collections::BTreeMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

use super::class;
use super::render::{BLOCKS, is_hidden};
use crate::fold;
use crate::read::stated::is_part_of_title;

/// The least prose that makes an article, in bytes.
const LEAST: u32 = 300;

/// A heading or another short run that can be the headline.
#[derive(Debug)]
pub(super) struct Heading {
    pub element: NodeId,
    pub text: String,
    pub is_h1: bool,
    /// Whether the page states this as its title, or as a part of it.
    pub is_stated: bool,
    /// Whether a title that the page states is just this.
    pub is_whole: bool,
}

/// How much prose each element holds.
#[derive(Debug, Default)]
pub(super) struct Weights {
    /// The bytes of prose in an element: all of it, and that which nothing sets apart.
    prose: BTreeMap<NodeId, (u32, u32)>,
    /// Elements by their score, in document order.
    scores: Vec<(NodeId, u32)>,
    /// What may be the headline, in document order.
    pub headings: Vec<Heading>,
}

#[derive(Clone, Copy)]
struct Open {
    id: NodeId,
    is_block: bool,
    is_around: bool,
    is_h1: bool,
    prose: (u32, u32),
    score: (u32, u32),
}

#[derive(Default)]
struct Run {
    text: String,
    length: usize,
    linked: usize,
}

/// Weighs the elements of `html`; `titles` are the folded titles that the page states.
pub(super) fn weigh(html: &Html, titles: &[String]) -> Weights {
    let (mut found, mut stack, mut run) = (Weights::default(), Vec::<Open>::new(), Run::default());
    let (mut hidden, mut links) = (0_usize, 0_usize);
    let mut scores = Vec::new();
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(e) => {
                    hidden += usize::from(is_hidden(e));
                    links += usize::from(e.name() == "a");
                    let is_block = BLOCKS.contains(&e.name()) || matches!(e.name(), "td" | "th");
                    if is_block {
                        end(&mut run, &mut stack, titles, &mut found.headings);
                    }
                    let above = stack.last().is_some_and(|o| o.is_around);
                    stack.push(Open {
                        id: node.id(),
                        is_block,
                        is_around: above || class::is_around(e),
                        is_h1: e.name() == "h1" || stack.last().is_some_and(|o| o.is_h1),
                        prose: (0, 0),
                        score: (0, 0),
                    });
                }
                Node::Text(text) if hidden == 0 => {
                    let length = text.split_ascii_whitespace().map(|w| w.len() + 1).sum::<usize>();
                    run.length += length;
                    run.linked += if links > 0 { length } else { 0 };
                    if run.text.len() < 400 {
                        run.text.extend(text.chars().take(400));
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                let Node::Element(e) = node.value() else { continue };
                if BLOCKS.contains(&e.name()) || matches!(e.name(), "td" | "th") {
                    end(&mut run, &mut stack, titles, &mut found.headings);
                }
                hidden -= usize::from(is_hidden(e));
                links -= usize::from(e.name() == "a");
                let Some(closed) = stack.pop() else { continue };
                found.prose.insert(closed.id, closed.prose);
                scores.push((closed.id, closed.score));
                if let Some(above) = stack.last_mut() {
                    above.prose.0 += closed.prose.0;
                    above.prose.1 += closed.prose.1;
                }
            }
        }
    }
    scores.sort_unstable_by_key(|(id, _)| *id);
    let plain = found.prose.values().map(|(_, plain)| *plain).max().unwrap_or(0);
    let by = |(all, free): (u32, u32)| if plain >= LEAST { free } else { all };
    found.scores = scores.into_iter().map(|(id, score)| (id, by(score))).collect();
    if plain < LEAST {
        found.prose.values_mut().for_each(|p| p.1 = p.0);
    }
    found
}

/// Ends a run: credits its prose, or notes it as a heading.
fn end(run: &mut Run, stack: &mut [Open], titles: &[String], headings: &mut Vec<Heading>) {
    let Run { text, length, linked } = std::mem::take(run);
    if length < 4 {
        return;
    }
    let Some(inner) = stack.iter().rposition(|o| o.is_block) else { return };
    let Some(open) = stack.get(inner).copied() else { return };
    let ends = text.trim_end().ends_with(['.', '!', '?', '”', '"']) || length > 400;
    if linked * 2 < length && (length >= 80 || length >= 30 && ends) {
        let amount = u32::try_from(length).unwrap_or(u32::MAX / 1024).min(u32::MAX / 1024);
        if let Some(top) = stack.last_mut() {
            top.prose.0 = top.prose.0.saturating_add(amount);
            top.prose.1 = top.prose.1.saturating_add(if open.is_around { 0 } else { amount });
        }
        let blocks = stack.get_mut(..=inner).unwrap_or_default().iter_mut().rev().filter(|o| o.is_block);
        for (block, quarters) in blocks.zip([4, 4, 2, 1]) {
            let credit = amount / 4 * quarters;
            block.score.0 = block.score.0.saturating_add(credit);
            block.score.1 = block.score.1.saturating_add(if open.is_around { 0 } else { credit });
        }
    }
    let is_h1 = stack.last().is_some_and(|o| o.is_h1) || open.is_h1;
    if !open.is_around && length <= 400 && (is_h1 || headings.len() < 200) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let folded = fold::fold(&text);
        let is_long = folded.split(' ').count() >= 3;
        let is_whole = (is_h1 || is_long) && titles.contains(&folded);
        let is_stated = is_whole || is_long && titles.iter().any(|t| is_part_of_title(&folded, t));
        if is_h1 || is_stated {
            headings.push(Heading { element: open.id, text, is_h1, is_stated, is_whole });
        }
    }
}

impl Weights {
    /// The prose in `element` that nothing sets apart, in bytes.
    pub(super) fn prose(&self, element: NodeId) -> u32 {
        self.prose.get(&element).map_or(0, |(_, plain)| *plain)
    }

    /// All prose in `element`, in bytes.
    pub(super) fn all(&self, element: NodeId) -> u32 {
        self.prose.get(&element).map_or(0, |(all, _)| *all)
    }

    /// The headline among the headings: what the page states as well, an `h1` before others, and of the parts of a title
    /// the longest, for the others name the site; else an `h1` that is more than a name.
    pub(super) fn headline(&self) -> Option<&Heading> {
        let first = |accept: fn(&&Heading) -> bool| self.headings.iter().find(accept);
        let longest = || {
            let stated = self.headings.iter().filter(|h| h.is_stated);
            stated.reduce(|best, next| if next.text.len() > best.text.len() { next } else { best })
        };
        first(|h| h.is_whole && h.is_h1)
            .or_else(|| first(|h| h.is_whole))
            .or_else(longest)
            .or_else(|| first(|h| h.is_h1 && h.text.split(' ').count() >= 4))
    }

    /// The element that holds the article: of those marked as one that with the most prose, else the one by score; as
    /// far up as the headline where little else comes with it.
    pub(super) fn main<'a>(&self, html: &'a Html) -> Option<ElementRef<'a>> {
        let marked = |selectors: &str| {
            let all = super::select(html, selectors).into_iter().map(|e| (self.prose(e.id()), e));
            all.filter(|(prose, _)| *prose >= LEAST)
                .reduce(|best, next| if next.0 > best.0 { next } else { best })
        };
        let article = marked("article, [itemprop~=articleBody]");
        let main = marked("main, [role=main]");
        let found = match (article, main) {
            // A live report is many articles.
            (Some(article), Some(main)) if main.0 * 2 > article.0 * 3 => Some(main.1),
            (article, main) => article.or(main).map(|(_, e)| e),
        };
        let found = found.or_else(|| {
            let (id, _) = self
                .scores
                .iter()
                .filter(|(id, _)| self.prose(*id) >= LEAST)
                .copied()
                .reduce(|best, next| if next.1 > best.1 { next } else { best })?;
            html.tree.get(id).and_then(ElementRef::wrap)
        })?;
        let Some(headline) = self.headline().and_then(|h| html.tree.get(h.element)) else {
            return Some(found);
        };
        let prose = self.prose(found.id());
        let holds =
            |e: &ElementRef| e.id() == headline.id() || headline.ancestors().any(|a| a.id() == e.id());
        let above = std::iter::once(found).chain(found.ancestors().filter_map(ElementRef::wrap));
        let mut near = above.take_while(|e| {
            !matches!(e.value().name(), "html" | "body") && self.prose(e.id()) * 10 <= prose * 13
        });
        near.find(holds).or(Some(found))
    }
}
