//! Pages in the usual shapes of news sites, and how much of them is read rightly.
//!
//! Each file in `pages/` is the markup of one kind of site with places for an article; `pages/articles.txt` holds three
//! invented ones. What is right is known from where each piece was put.
//! **Invariant:** the text of no real page stands here, and what the test asks for is what it prints.
//! Start at `pages_of_the_usual_shapes_are_read`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::read::{BlockKind, Document, read};

/// One article of `articles.txt`: its pieces by the names that the templates use.
type Pieces = BTreeMap<String, String>;

/// What is peculiar to a kind of site: which of date, author and publisher its page gives.
struct Site {
    name: &'static str,
    page: &'static str,
    dated: bool,
    signed: bool,
    publisher: &'static str,
}

macro_rules! sites {
    ($($name:literal $dated:literal $signed:literal $publisher:literal;)*) => {
        &[$(Site {
            name: $name,
            page: include_str!(concat!("pages/", $name, ".html")),
            dated: $dated,
            signed: $signed,
            publisher: $publisher,
        },)*]
    };
}

const SITES: &[Site] = sites! {
    "address" true false "The Lantern";
    "amp" true true "Kestrel Today";
    "arc" true true "Valley Ledger";
    "blogspot" true true "Notes from the Ferry";
    "broadsheet" true true "the Northern Sentinel";
    "broken" true true "Morning Beacon";
    "cards" true true "Plainsman";
    "comments" true true "Quarry Post";
    "consent" true true "Tidewater Gazette";
    "dotted" true true "Strait Herald";
    "drupal" true true "Radio Aldermoor";
    "hashed" true true "Meridian News";
    "live" true true "Channel Nine Report";
    "paywalled" true true "Fenwick Financial Review";
    "printview" true true "The Harrow Mercury";
    "regional" true true "The Daily Heron";
    "relative" false false "Pebble";
    "release" true false "Office for Towns";
    "saved" true true "Ironbridge Times";
    "updated" true true "Delta Broadcasting";
    "wire" true true "Union Wire";
    "wordpress" true true "The Shore Courier";
};

fn articles() -> Vec<Pieces> {
    let mut all = Vec::new();
    for article in include_str!("pages/articles.txt").split("===\n") {
        let mut pieces = Pieces::new();
        let mut counts = BTreeMap::<&str, usize>::new();
        for line in article.lines() {
            let (key, value) = line.split_once(": ").unwrap();
            let name = if matches!(key, "p" | "li" | "related") {
                let count = counts.entry(key).or_default();
                *count += 1;
                format!("{}{count}", if key == "related" { "r" } else { key })
            } else {
                key.to_owned()
            };
            pieces.insert(name, value.to_owned());
        }
        derive(&mut pieces);
        all.push(pieces);
    }
    all
}

/// The forms of an article's date and authors.
fn derive(p: &mut Pieces) {
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let day: Date = p["date"].parse().unwrap();
    for (prefix, days) in [("", 0), ("later_", 2), ("other_", -5)] {
        let date = crate::civil::plus_days(day, days).unwrap();
        let month = MONTHS[usize::try_from(date.month()).unwrap() - 1];
        let dow = format!("{:?}", date.weekday());
        let (y, m, d) = (date.year(), date.month(), date.day());
        let abbr = if m == 5 { "May".to_owned() } else { format!("{}.", &month[..3]) };
        let forms = [
            ("long", format!("{d} {month} {y}")),
            ("us", format!("{month} {d}, {y}")),
            ("abbr", format!("{abbr} {d}, {y}")),
            ("dots", format!("{d:02}.{m:02}.{y}")),
            ("mdy", format!("{m:02}/{d:02}/{y}")),
            ("dow", dow.clone()),
            ("dow3", dow[..3].to_owned()),
            ("y", y.to_string()),
            ("mm", format!("{m:02}")),
            ("dd", format!("{d:02}")),
            ("d", d.to_string()),
            ("mon", month[..3].to_lowercase()),
            ("mon_cap", month[..3].to_owned()),
            ("mon_full", month.to_owned()),
            ("ord", "th".to_owned()),
        ];
        p.extend(forms.map(|(name, value)| (format!("{prefix}{name}"), value)));
        p.insert(prefix.strip_suffix('_').unwrap_or("iso").to_owned(), date.to_string());
    }
    let names: Vec<String> = p["author"].split("; ").map(str::to_owned).collect();
    let link = |name: &String| format!("<a href=\"/author/1\">{name}</a>");
    let people = names.iter().map(|n| format!("{{\"@type\":\"Person\",\"name\":\"{n}\"}}"));
    let slug = p["title"].to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let forms = [
        ("authors_ld", format!("[{}]", people.collect::<Vec<_>>().join(","))),
        ("authors_links", names.iter().map(link).collect::<Vec<_>>().join(" and ")),
        (
            "authors_links_upper",
            names.iter().map(|n| link(&n.to_uppercase())).collect::<Vec<_>>().join(" and "),
        ),
        ("author_and", names.join(" and ")),
        ("author_comma", names.join(", ")),
        ("author1", names[0].clone()),
        ("author2_link", names.get(1).map_or(String::new(), |n| format!(" and {}", link(n)))),
        ("WIRE", if slug.contains("port") { "PORT SELENE" } else { "MARROW BRIDGE" }.to_owned()),
        ("section_slug", p["section"].to_lowercase().replace(' ', "-")),
        ("slug", slug),
    ];
    p.extend(forms.map(|(name, value)| (name.to_owned(), value)));
}

/// The page, and what a careful reader would take for its body.
fn assemble(page: &str, pieces: &Pieces) -> (String, String) {
    let (mut html, mut body) = (String::new(), String::new());
    let mut rest = page;
    let mut in_body = false;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap();
        html.push_str(before);
        in_body |= before.contains("<body");
        let value = pieces.get(name).unwrap_or_else(|| panic!("no piece {name}"));
        let runs =
            name.strip_prefix('p').or(name.strip_prefix("li")).is_some_and(|n| n.parse::<u8>().is_ok());
        if in_body && (runs || name == "head") {
            body.push_str(&value.replace(['[', ']'], ""));
            body.push('\n');
        }
        let value = value.replace("& ", "&amp; ");
        // In markup and in scripts a link would end the value.
        let (open, close) = if in_body { ("<a href=\"/topic/x\">", "</a>") } else { ("", "") };
        let value = if runs { value.replace('[', open).replace(']', close) } else { value };
        html.push_str(&value.replace("Ms. ", "Ms.&nbsp;"));
        rest = after;
    }
    html.push_str(rest);
    (html, body)
}

/// The text of the blocks in which the article runs.
fn body(d: &Document) -> String {
    let runs = |kind| {
        matches!(kind, BlockKind::Paragraph | BlockKind::Crosshead | BlockKind::List | BlockKind::Table)
    };
    let lines = d.blocks.iter().filter(|b| runs(b.kind)).map(|b| b.span.of(&d.text));
    lines.collect::<Vec<_>>().join("\n")
}

/// The harmonic mean of precision and recall over runs of four words.
fn f1(found: &str, gold: &str) -> f64 {
    let grams = |text: &str| {
        let words: Vec<String> = crate::fold::words(text).map(|(_, w)| w.into_owned()).collect();
        let mut counts = BTreeMap::<Vec<String>, u32>::new();
        words.windows(4).for_each(|w| *counts.entry(w.to_vec()).or_default() += 1);
        counts
    };
    let (a, b) = (grams(found), grams(gold));
    let sum = |m: &BTreeMap<_, u32>| f64::from(m.values().sum::<u32>());
    let both = f64::from(a.iter().map(|(gram, n)| (*n).min(b.get(gram).copied().unwrap_or(0))).sum::<u32>());
    2.0 * both / (sum(&a) + sum(&b)).max(1.0)
}

fn names(author: &str) -> Vec<String> {
    let mut all: Vec<_> = author.replace(" and ", ", ").split(", ").map(str::to_lowercase).collect();
    all.sort_unstable();
    all
}

#[test]
fn pages_of_the_usual_shapes_are_read() {
    let (mut pages, mut right, mut bodies) = (0_u32, BTreeMap::<&str, u32>::new(), 0.0);
    for site in SITES {
        for pieces in articles() {
            let (html, gold) = assemble(site.page, &pieces);
            let d = read("page.html", html.as_bytes());
            pages += 1;
            let value =
                |f: &Option<crate::read::Field>| f.as_ref().map(|f| f.value.clone()).unwrap_or_default();
            let day = d.published.when.and_then(|w| Some((w.interval.first_day()?, w.interval.last_day()?)));
            let day =
                day.map_or(String::new(), |(a, b)| if a == b { a.to_string() } else { format!("{a}/{b}") });
            let mut check = |what: &'static str, is_right: bool, found: &str| {
                *right.entry(what).or_default() += u32::from(is_right);
                if !is_right {
                    println!("{:<11} {what:<9} {found}", site.name);
                }
            };
            let expected = if site.dated { pieces["iso"].as_str() } else { "" };
            check(
                "date",
                day == expected,
                &format!("{day} by {}, not {expected}", d.published.evidence.rule),
            );
            check("title", value(&d.title) == pieces["title"], &value(&d.title));
            let expected = if site.signed { names(&pieces["author_and"]) } else { names("") };
            check("author", names(&value(&d.author)) == expected, &value(&d.author));
            check("publisher", value(&d.publisher) == site.publisher, &value(&d.publisher));
            check("language", value(&d.language) == "en", &value(&d.language));
            let credit = pieces["credit"].trim_matches(['(', ')']);
            let inside = body(&d);
            check("credit", !inside.contains(credit), credit);
            let score = f1(&inside, &gold);
            check("body", score >= 0.94, &format!("{score:.3} of one"));
            bodies += score;
            assert!(crate::evidence::because(&d.published.evidence.rule).is_some());
        }
    }
    println!("{pages} pages, right: {right:?}, body 4-gram F1 {:.4}", bodies / f64::from(pages));
    for (what, count) in right {
        assert!(count * 100 >= pages * 95, "{what}: {count} of {pages}");
    }
    assert!(bodies >= 0.96 * f64::from(pages), "{bodies}");
}
