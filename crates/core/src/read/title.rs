//! The headline as a piece of metadata, and the publisher that names itself around it.
//!
//! **Invariant:** what is cut off a stated title is the name of the site or a short tail after a stroke, never a part
//! of the headline; the publisher is never taken from the author, the subject or an agency's credit.
//! Start at [`title`] and [`publisher`].

use super::stated::{Stated, agrees, field};
use super::words::{is_credit, is_outlet};
use super::{Block, BlockKind, Field};
use crate::evidence::Evidence;
use crate::fold;
use crate::span::Span;

/// Marks between a headline and what follows it in a page's title.
const MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » "];

/// The headline: as stated less the site's name, or else as printed.
pub(super) fn title(text: &str, stated: &Stated, blocks: &[Block]) -> Option<Field> {
    if let Some(given) = &stated.title {
        let cut = headline_len(&given.value, stated);
        let value = given.value.get(..cut)?.to_owned();
        let printed =
            blocks.iter().find(|b| b.kind == BlockKind::Title && heading(text, b.span).of(text) == value);
        let span = given.span.map(|s| Span::new(s.start as usize, s.start as usize + cut));
        let span = span.or_else(|| printed.map(|b| heading(text, b.span)));
        return Some(Field { value, span, evidence: given.evidence.clone() });
    }
    let block = blocks.iter().find(|b| b.kind == BlockKind::Title)?;
    let span = heading(text, block.span);
    Some(Field {
        value: span.of(text).to_owned(),
        span: Some(span),
        evidence: Evidence::rule("headline", 90),
    })
}

/// The line of a heading without its marks.
fn heading(text: &str, span: Span) -> Span {
    let start = span.end as usize - super::features::strip_mark(span.of(text)).len();
    let bare = Span::new(start, span.end as usize);
    let line = bare.of(text);
    Span::new(start, start + line.trim_end_matches('#').trim_end().len())
}

/// How many bytes of the stated title are the headline.
fn headline_len(title: &str, stated: &Stated) -> usize {
    let mut end = title.len();
    while let Some((at, mark)) = last_mark(title.get(..end).unwrap_or("")) {
        let tail = title.get(at + mark.len()..end).unwrap_or("").trim();
        let is_short = mark == " | " && tail.split_whitespace().count() <= 4;
        if at == 0 || !(is_short || names_site(tail, stated)) {
            break;
        }
        end = title.get(..at).unwrap_or("").trim_end().len();
    }
    end
}

fn last_mark(title: &str) -> Option<(usize, &'static str)> {
    MARKS.iter().filter_map(|mark| Some((title.rfind(mark)?, *mark))).max_by_key(|(at, _)| *at)
}

fn names_site(tail: &str, stated: &Stated) -> bool {
    let is_publisher = stated.publisher.as_ref().is_some_and(|p| fold::fold(&p.value) == fold::fold(tail));
    is_publisher || stated.url.as_ref().is_some_and(|u| agrees(tail, &u.value))
}

/// The publisher: as stated, or a title's tail that the address spells, or furniture that names it.
pub(super) fn publisher(text: &str, stated: &Stated, blocks: &[Block]) -> Option<Field> {
    stated
        .publisher
        .clone()
        .or_else(|| from_title(stated))
        .or_else(|| from_page_title(text, stated, blocks))
        .or_else(|| from_furniture(text, blocks))
}

fn from_title(stated: &Stated) -> Option<Field> {
    let url = stated.url.as_ref()?;
    let titles = stated.title.iter().map(|t| (t.value.as_str(), t.span));
    titles.chain(stated.page_title.iter().map(|t| (t.as_str(), None))).find_map(|(title, at)| {
        let part = parts(title).into_iter().rev().find(|part| agrees(part.of(title), &url.value))?;
        let span = at.map(|s| Span { start: s.start + part.start, end: s.start + part.end });
        let mut found = field(part.of(title), span, "title-suffix")?;
        let passages = url.span.into_iter().collect();
        found.evidence = Evidence::rule("title-suffix", 95).from("address", url.value.clone(), passages);
        Some(found)
    })
}

/// What the page's title holds beside the headline, where a line around the article is just this name.
fn from_page_title(text: &str, stated: &Stated, blocks: &[Block]) -> Option<Field> {
    let title = stated.page_title.as_deref()?;
    let headline = fold::fold(&stated.title.as_ref()?.value);
    let parts = parts(title);
    let is_name = |part: &&Span| (1..=6).contains(&part.of(title).split_whitespace().count());
    let mut names = parts.iter().rev().filter(is_name).map(|part| part.of(title));
    if !parts.iter().any(|part| headline.starts_with(&fold::fold(part.of(title)))) {
        return None;
    }
    names.find_map(|name| {
        let around = blocks.iter().filter(|b| matches!(b.kind, BlockKind::Furniture | BlockKind::Related));
        let block = around.into_iter().find(|b| fold::fold(b.span.of(text)) == fold::fold(name))?;
        let value = block.span.of(text).to_owned();
        let evidence = Evidence::rule("title-rest", 85).from("page title", title, vec![block.span]);
        Some(Field { value, span: Some(block.span), evidence })
    })
}

/// The parts of a page's title between its marks.
fn parts(title: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    let marks = || MARKS.iter().chain(&[": ", " / "]);
    while let Some((at, mark)) = marks()
        .filter_map(|mark| Some((title.get(from..)?.find(mark)? + from, mark)))
        .min_by_key(|(at, _)| *at)
    {
        found.push(Span::new(from, at).trim(title));
        from = at + mark.len();
    }
    found.push(Span::new(from, title.len()).trim(title));
    found.retain(|part| !part.is_empty());
    found
}

/// `Support the Morning Star`, `Subscribe to The Economist`, `© 2026 The Guardian`
fn from_furniture(text: &str, blocks: &[Block]) -> Option<Field> {
    blocks.iter().filter(|b| b.kind == BlockKind::Furniture).find_map(|block| {
        let line = block.span.of(text);
        let at = named_after(line)?;
        let span = Span::new(block.span.start as usize + at.0, block.span.start as usize + at.1);
        Some(Field {
            value: span.of(text).to_owned(),
            span: Some(span),
            evidence: Evidence::rule("furniture-names", 85).from("furniture", "", vec![block.span]),
        })
    })
}

fn named_after(line: &str) -> Option<(usize, usize)> {
    const BEFORE: &[&str] = &[
        "support ",
        "subscribe to ",
        "sign up to ",
        "sign up for ",
        "download ",
        "follow ",
        "© ",
        "copyright ",
        "donate to ",
    ];
    let lower = line.to_ascii_lowercase();
    let is_copyright = line.contains('©') || lower.contains("copyright 2") || lower.starts_with("copyright");
    let mut start = BEFORE
        .iter()
        .find_map(|b| lower.find(b).filter(|at| *at == 0 || is_copyright).map(|at| at + b.len()))?;
    let rest = line.get(start..)?;
    start += rest.len()
        - rest
            .trim_start_matches(|c: char| {
                c.is_whitespace() || c.is_ascii_digit() || matches!(c, '©' | '-' | '–' | ',')
            })
            .len();
    if line.get(start..start + 4).is_some_and(|t| t == "the ") {
        start += 4;
    }
    let rest = line.get(start..)?;
    let (mut end, mut at) = (start, start);
    for word in rest.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', '.', ',', '!', ';']);
        let small = matches!(bare, "of" | "and" | "&" | "the" | "on");
        if !(bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || small && end > start) {
            break;
        }
        if !small {
            end = at + bare.len();
        }
        if bare.len() < word.trim_end().len() {
            break;
        }
        at += word.len();
    }
    let name = line.get(start..end)?;
    let words: Vec<_> = fold::words(name).map(|(_, w)| w).collect();
    let is_outlet_name = words.iter().any(|w| is_outlet(w)) && words.len() >= 2;
    let is_agency = words.iter().any(|w| is_credit(w));
    let general = [
        "alerts",
        "breaking",
        "latest",
        "top",
        "newsletter",
        "newsletters",
        "notifications",
        "channel",
        "all",
        "rights",
        "our",
        "us",
        "app",
        "content",
        "copyright",
        "public",
    ];
    let is_general = words.is_empty() || words.iter().any(|w| general.contains(&&**w));
    (words.len() <= 6 && !is_agency && !is_general && (is_copyright || is_outlet_name))
        .then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(title: &str, url: &str) -> Stated {
        Stated {
            title: field(title, None, "front-matter"),
            url: field(url, None, "front-matter"),
            ..Stated::default()
        }
    }

    fn check(given: &str, url: &str, headline: &str, site: Option<&str>) {
        let s = stated(given, url);
        assert_eq!(title("", &s, &[]).map(|t| t.value).as_deref(), Some(headline));
        assert_eq!(publisher("", &s, &[]).map(|t| t.value).as_deref(), site);
    }

    #[test]
    fn the_name_of_the_site_is_cut_off_the_title() {
        let url = "https://aljazeera.com/news/2026/2/7/x";
        check("Talks: Zelenskyy | War News | Al Jazeera", url, "Talks: Zelenskyy", Some("Al Jazeera"));
        check("Talks end - BBC News", "https://www.bbc.co.uk/news/1", "Talks end", Some("BBC News"));
        check("Talks end - what next - a guide", url, "Talks end - what next - a guide", None);
        check("Talks end | Ukraine", url, "Talks end", None);
        check("Talks end - BBC News", "", "Talks end - BBC News", None);
    }

    fn furniture(line: &str) -> Option<&str> {
        named_after(line).and_then(|(a, b)| line.get(a..b))
    }

    #[test]
    fn furniture_names_the_outlet_plainly_or_not_at_all() {
        assert_eq!(furniture("Support the Morning Star"), Some("Morning Star"));
        assert_eq!(furniture("Subscribe to The Daily Example to go on."), Some("The Daily Example"));
        assert_eq!(furniture("© 2026 Fictional Courier. All rights reserved."), Some("Fictional Courier"));
        assert_eq!(furniture("Subscribe to our newsletter"), None);
        assert_eq!(furniture("Support the troops"), None);
        assert_eq!(furniture("© 2026 Reuters"), None);
        assert_eq!(furniture("Sign up for Breaking News Alerts"), None);
    }
}
