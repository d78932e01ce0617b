//! What a page's markup states: JSON-LD, Open Graph, `meta`, `time`, `link` and `title`.
//!
//! **Invariant:** the first source that names a thing is kept, in the order of how carefully sites fill them in; a
//! printed headline or byline comes before what is written for search engines only. An address, an account or the
//! publisher is no author's name. Start at [`Markup::new`].

use scraper::{ElementRef, Html};

use super::linked::{Linked, linked_data};
use super::select;
use super::weigh::Weights;
use crate::fold;
use crate::read::date;
use crate::read::stated::{Stated, field};

const RULE: &str = "page-markup";

/// The page's statements, and the elements that hold them.
pub(super) struct Markup<'a> {
    html: &'a Html,
    linked: Linked,
    metas: Vec<(String, String)>,
    title: Option<String>,
}

impl<'a> Markup<'a> {
    /// Reads the head of `html`.
    pub(super) fn new(html: &'a Html) -> Self {
        let scripts = select(html, "script[type='application/ld+json']");
        let scripts: Vec<String> = scripts.iter().take(40).map(|s| s.text().collect()).collect();
        let mut metas = Vec::new();
        for element in select(html, "meta[content]") {
            let e = element.value();
            let content = e.attr("content").map_or("", str::trim);
            let keys = ["property", "name", "itemprop", "http-equiv"].map(|a| e.attr(a));
            let given = keys.into_iter().flatten().filter(|_| !content.is_empty());
            metas.extend(given.map(|name| (name.to_ascii_lowercase(), content.to_owned())));
        }
        Self { html, linked: linked_data(&scripts), metas, title: text_of(html, "head > title") }
    }

    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| Some(self.metas.iter().find(|(n, _)| n == name)?.1.clone()))
    }

    fn titles(&self) -> impl Iterator<Item = String> {
        let social = self.meta(&["og:title"]).into_iter().chain(self.meta(&["twitter:title", "dc.title"]));
        self.linked.title.clone().into_iter().chain(social).chain(self.title.clone())
    }

    /// The titles that the page states, folded.
    pub(super) fn folded_titles(&self) -> Vec<String> {
        self.titles()
            .map(|t| fold::fold(t.split_whitespace().collect::<Vec<_>>().join(" ").as_str()))
            .collect()
    }

    /// What the page states about itself; `main` holds the article.
    pub(super) fn stated(&self, source: &str, main: Option<ElementRef>, weights: &Weights) -> Stated {
        let html = self.html;
        let linked = &self.linked;
        let attr = |selector, name| Some(select(html, selector).first()?.value().attr(name)?.to_owned());
        let is_address = |url: &String| url.contains("://");
        let is_name = |name: &String| !name.contains("://") && !name.starts_with('@');
        let is_date = |value: &String| !date::find(value).is_empty();
        let publisher = linked
            .publisher
            .clone()
            .or_else(|| self.meta(&["og:site_name", "dc.publisher", "application-name"]))
            .filter(is_name);
        let dated = self.meta(&[
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
        let modified = self.meta(&["article:modified_time", "datemodified", "lastmod", "og:updated_time"]);
        let printed = weights.headline().map(|h| h.text.clone());
        let given = |value: Option<String>| value.and_then(|v| field(&v, None, RULE));
        Stated {
            title: given(printed.or_else(|| self.titles().next())),
            // For the name of the site, which a headline that is printed alone does not bear.
            page_title: self.title.clone(),
            author: given(self.author(publisher.as_deref())),
            publisher: given(publisher),
            url: given(
                attr("link[rel=canonical]", "href")
                    .filter(is_address)
                    .or_else(|| self.meta(&["og:url"]).filter(is_address))
                    .or_else(|| linked.url.clone())
                    .or_else(|| saved_from(source))
                    .or_else(|| attr("base", "href").filter(is_address)),
            ),
            published: given(
                linked
                    .published
                    .clone()
                    .or_else(|| dated.filter(is_date))
                    .or_else(|| in_markup(html))
                    .or_else(|| main.and_then(|m| in_main(m, weights))),
            ),
            modified: given(linked.modified.clone().or(modified.filter(is_date))),
            language: given(attr("html", "lang").or_else(|| linked.language.clone())),
            description: linked.description.clone().or_else(|| self.meta(&["og:description", "description"])),
        }
    }

    /// The people who wrote it: by the data, by a name in the head, by the marks in the text.
    fn author(&self, publisher: Option<&str>) -> Option<String> {
        let is_other = |name: &String| publisher.is_none_or(|p| fold::fold(p) != fold::fold(name));
        let linked = self.linked.author.clone().filter(|name| is_other(name) && is_person(name));
        let person = linked.clone().filter(|_| self.linked.author_is_person);
        let meta = || {
            let named = ["author", "parsely-author", "dc.creator", "article:author", "sailthru.author"];
            self.meta(&named).filter(|name| is_other(name) && is_person(name))
        };
        let marked = || {
            let all = select(self.html, "[itemprop~=author], [rel~=author]");
            let mut names: Vec<String> = Vec::new();
            let in_text =
                |e: &ElementRef| !e.ancestors().filter_map(ElementRef::wrap).take(8).any(|a| is_anothers(&a));
            for element in all.into_iter().take(20).filter(in_text) {
                let text = text_in(element);
                let bare = text.strip_prefix("By ").unwrap_or(&text).to_owned();
                if is_person(&bare) && is_other(&bare) && !names.contains(&bare) {
                    names.push(bare);
                }
            }
            (!names.is_empty() && names.len() < 6).then(|| names.join(", "))
        };
        person.or_else(meta).or_else(marked).or(linked)
    }
}

/// Whether `name` can be printed under a headline: no account, no address, no sentence.
fn is_person(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let is_account =
        words == 1 && (name.contains(['_', '@', '/', '.']) || name.chars().all(|c| !c.is_uppercase()));
    let is_general = ["admin", "administrator", "editor", "staff", "webmaster", "newsroom", "wordpress"];
    (1..=16).contains(&words)
        && !is_account
        && !name.contains("://")
        && !name.starts_with('@')
        && !is_general.contains(&fold::fold(name).as_str())
}

/// A date that the markup of the text calls that of publication.
fn in_markup(html: &Html) -> Option<String> {
    let marked = "[itemprop~=datePublished], time[pubdate], time.published, time.entry-date, abbr.published";
    select(html, marked).into_iter().take(20).find_map(date_of)
}

/// The first `time` of the article that no name calls an update's or another article's.
fn in_main(main: ElementRef, weights: &Weights) -> Option<String> {
    let all = main.descendants().filter_map(ElementRef::wrap).filter(|e| e.value().name() == "time");
    let mut times = all.take(50).filter(|time| {
        let near = std::iter::once(*time).chain(time.ancestors().filter_map(ElementRef::wrap).take(4));
        let mut near = near.take_while(|e| e.id() != main.id() && weights.prose(e.id()) < 600);
        !near.any(|e| is_anothers(&e) || is_update(&e) || super::class::is_around(e.value()))
    });
    times.find_map(date_of)
}

/// Whether the element's names tell of a comment or of another article.
fn is_anothers(element: &ElementRef) -> bool {
    is_named(element, &["card", "comment", "promo", "related", "teaser"])
}

fn is_update(element: &ElementRef) -> bool {
    is_named(element, &["modif", "updat"])
}

fn is_named(element: &ElementRef, beginnings: &[&str]) -> bool {
    let e = element.value();
    let names = [e.attr("class"), e.attr("id"), e.attr("itemprop")];
    let mut words = names.into_iter().flatten().flat_map(super::class::words);
    words.any(|word| beginnings.iter().any(|b| word.starts_with(b)))
}

fn date_of(element: ElementRef) -> Option<String> {
    let e = element.value();
    let attrs = ["datetime", "content", "title"].map(|a| e.attr(a).map(str::to_owned));
    attrs.into_iter().flatten().find(|v| !date::find(v).is_empty())
}

/// The address that a browser writes into a page that it saves.
fn saved_from(source: &str) -> Option<String> {
    let head: &str = source.get(..source.char_indices().nth(2000).map_or(source.len(), |(at, _)| at))?;
    let rest = head.get(head.find("saved from url=(")?..)?;
    let url = rest.get(rest.find(')')? + 1..)?;
    let url = url.split_whitespace().next()?.trim_end_matches("-->");
    url.starts_with("http").then(|| url.to_owned())
}

fn text_of(html: &Html, selector: &str) -> Option<String> {
    select(html, selector).first().map(|e| text_in(*e)).filter(|t| !t.is_empty())
}

fn text_in(element: ElementRef) -> String {
    let text: String = element.text().take(50).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
