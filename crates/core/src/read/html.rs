//! HTML pages: the text as a reader sees it, a block a line, and what the markup says about it.
//!
//! **Invariant:** what is rendered is text alone: no script, style or address; the words stand in the page's order.
//! What the markup calls navigation is rendered too, as furniture. The parser (`scraper`, on `html5ever`) takes any
//! input, and the tree is walked without recursion. Start at [`page`].

use scraper::{ElementRef, Html, Selector};

use super::lines::Line;
use super::stated::Stated;

mod class;
mod depth;
mod linked;
mod markup;
#[cfg(test)]
mod pages;
mod render;
mod weigh;

/// A page as text.
pub(super) struct Page {
    /// The rendered text.
    pub text: String,
    /// Its lines, with what the markup says they are.
    pub lines: Vec<Line>,
    /// What the markup states.
    pub stated: Stated,
    /// Whether elements nested too deep were taken as one.
    pub capped: bool,
}

/// Renders `source`.
pub(super) fn page(source: &str) -> Page {
    let flat = depth::shallow(source);
    let html = Html::parse_document(&flat);
    let markup = markup::Markup::new(&html);
    let weights = weigh::weigh(&html, &markup.folded_titles());
    let main = weights.main(&html);
    let (text, lines) = render::render(&html, main, &weights);
    let capped = matches!(flat, std::borrow::Cow::Owned(_));
    Page { text, lines, stated: markup.stated(source, main, &weights), capped }
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(selector).map_or(Vec::new(), |s| html.select(&s).collect())
}

#[cfg(test)]
mod tests {
    use crate::read::{BlockKind, Document, Format, read};

    const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Talks end - The Daily Example</title>
<link rel="canonical" href="https://www.dailyexample.com/2026/02/07/talks">
<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Jane Doe">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Talks end","datePublished":"2026-02-07T10:00:00Z"}]}</script>
<style>p { color: red }</style></head><body><nav><a href="/">Home page</a> <a href="/w">World news</a></nav>
<article><h1>Talks end</h1><p class="byline">By Jane Doe</p>
<figure><img src="a.jpg" alt="x"><figcaption>Envoys in Geneva. Photo: John Roe/AFP</figcaption></figure>
<p>The talks in Geneva ended on Friday without any deal, the <a href="/x">foreign ministry</a>
said in a statement.</p><h2>What comes next</h2><ul><li>A second round in March</li></ul>
<p>Both sides said that they would meet again, and that the exchange of prisoners would go on as it was agreed in January by all of them, whatever the outcome.</p>
<p>It was the third round.<br>Nobody expected much of it, as the ministers had said before they left their capitals for Geneva.</p>
<script>alert("x")</script></article><aside class="related-stories"><p>Another story about something else</p></aside>
<footer>Imprint of this page</footer></body></html>"#;

    fn kinds(d: &Document) -> Vec<String> {
        d.blocks.iter().map(|b| format!("{} {}", b.kind.name(), b.span.of(&d.text))).collect()
    }

    #[test]
    fn a_page_is_rendered_as_a_reader_sees_it() {
        let d = read("a.html", PAGE.as_bytes());
        assert_eq!(d.format, Format::Html);
        let kinds = kinds(&d);
        assert_eq!(kinds[0], "furniture Home page World news");
        assert_eq!(
            kinds[1..5],
            [
                "title Talks end",
                "byline By Jane Doe",
                "caption Envoys in Geneva. Photo: John Roe/AFP",
                "paragraph The talks in Geneva ended on Friday without any deal, the foreign ministry said in a statement.",
            ]
        );
        assert_eq!(kinds[5], "crosshead What comes next");
        assert_eq!(kinds[6], "list A second round in March");
        assert!(
            kinds[8].starts_with("paragraph It was the third round.")
                && kinds[9].starts_with("paragraph Nobody")
        );
        assert_eq!(
            kinds[10..],
            ["related Another story about something else", "furniture Imprint of this page"]
        );
        assert!(!d.text.contains("alert") && !d.text.contains("color"));
    }

    #[test]
    fn the_markup_states_title_site_author_address_and_date() {
        let d = read("a", PAGE.as_bytes());
        let value = |f: &Option<crate::read::Field>| f.as_ref().map(|f| f.value.clone()).unwrap_or_default();
        assert_eq!(value(&d.title), "Talks end");
        assert_eq!(value(&d.publisher), "The Daily Example");
        assert_eq!(value(&d.author), "Jane Doe");
        assert_eq!(value(&d.url), "https://www.dailyexample.com/2026/02/07/talks");
        assert_eq!(
            d.published.when.and_then(|w| w.interval.first_day()).map(|d| d.to_string()).as_deref(),
            Some("2026-02-07")
        );
    }

    #[test]
    fn a_form_or_a_name_around_the_whole_page_hides_nothing() {
        let story = "<p>The talks in Geneva ended on Friday without any deal, the foreign ministry said in a long statement that nobody had expected.</p>".repeat(4);
        for (open, close) in [
            ("<form id='aspnetForm'><div class='layout-with-sidebar'>", "</div></form>"),
            ("<div class='print-content tags-coast'>", "</div>"),
            ("<div class='sidebar-layout'>", "</div>"),
        ] {
            let page = format!(
                "<html><body>{open}<div class='menu'><a href='/'>Home page</a></div><h1>Talks end in Geneva</h1>{story}{close}<div class='cookies'>We use cookies.</div></body></html>"
            );
            let d = read("a.html", page.as_bytes());
            assert_eq!(d.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).count(), 4, "{open}");
        }
    }

    #[test]
    fn a_page_without_structure_is_still_text() {
        let d = read(
            "a.html",
            "<p>The talks ended on Friday, an official said in Geneva late at night.<p>&amp; so on"
                .as_bytes(),
        );
        assert_eq!(
            d.text.trim_end(),
            "The talks ended on Friday, an official said in Geneva late at night.\n\n& so on"
        );
        assert_eq!(d.blocks[0].kind, BlockKind::Paragraph);
    }

    #[test]
    fn a_deep_page_is_walked_without_recursion() {
        let deep = "<div><b>".repeat(5_000) + "The end.";
        assert_eq!(read("a.html", deep.as_bytes()).blocks.len(), 1);
    }

    #[test]
    fn a_page_without_words_is_reported() {
        let d = read("a.html", b"<html><script>x</script></html>");
        assert!(d.problems.iter().any(|p| p.fatal && p.what.contains("no text")));
    }
}
