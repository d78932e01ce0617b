//! An article as a file: with front matter, as a page prints it, as an agency sends it, as HTML; and files gone bad.
//!
//! **Invariant:** an article that is undated here has no date of its own anywhere in its file.
//! Start at [`plain`] and [`html`].

use std::fmt::Write as _;

use super::chance::Chance;
use super::names::Publisher;
use super::prose::Article;
use super::when;

/// What is known of when an article was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dating {
    /// Its day.
    Day,
    /// Its month.
    Month,
    /// The day of its picture and a weekday: a week.
    Range,
    /// Nothing.
    None,
}

/// An article with what stands around it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What it says.
    pub article: &'a Article,
    /// Where it appeared.
    pub publisher: &'a Publisher,
    /// Who wrote it, or empty.
    pub author: &'a str,
    /// The number of its day.
    pub day: u64,
    /// What of that the file tells.
    pub dating: Dating,
    /// Where it was filed, in capitals.
    pub city: &'a str,
}

/// The sheet as plain text, in the way of its publisher.
pub fn plain(sheet: &Sheet, chance: &mut Chance) -> String {
    let mut out = String::with_capacity(4096);
    let Sheet { article, publisher, author, .. } = sheet;
    let of = when::day(sheet.day);
    // A month and nothing more is told by front matter only.
    match if sheet.dating == Dating::Month { 0 } else { publisher.number % 4 } {
        0 | 1 => {
            let _ = write!(
                out,
                "---\ntitle: \"{}\"\nsource: https://{}/{}\n",
                article.title,
                publisher.host,
                slug(&article.title)
            );
            let _ = match sheet.dating {
                Dating::Day => writeln!(out, "date: {of}"),
                Dating::Month => writeln!(out, "date: {}-{:02}", of.year(), of.month()),
                Dating::Range | Dating::None => Ok(()),
            };
            let _ = writeln!(out, "publisher: {}", publisher.name);
            if !author.is_empty() {
                let _ = writeln!(out, "author: {author}");
            }
            out.push_str("---\n\n");
        }
        2 => {
            let _ = write!(out, "{}\n\n", article.title);
            if !author.is_empty() {
                let _ = writeln!(out, "By {author}");
            }
            if sheet.dating == Dating::Day {
                let _ = writeln!(out, "Published {} {} {}", of.day(), when::month(of), of.year());
            }
            out.push('\n');
        }
        _ => {
            let _ = write!(out, "{}\n\n", article.title);
            let city = sheet.city.to_uppercase();
            let _ = match sheet.dating {
                Dating::Day => {
                    write!(out, "{city}, {} {}, {} (Reuters) - ", when::month(of), of.day(), of.year())
                }
                _ => write!(out, "{city} (Reuters) - "),
            };
        }
    }
    let is_dispatch = publisher.number % 4 == 3 && sheet.dating != Dating::Month;
    if sheet.dating == Dating::Range {
        let pictured = when::day(sheet.day.saturating_sub(chance.below(4)));
        let (month, day, year) = (when::month(pictured), pictured.day(), pictured.year());
        let caption = format!("{}, {month} {day}, {year}", article.caption);
        // The picture of a dispatch cannot stand between its place and its first words.
        if is_dispatch {
            let at = out.rfind("\n\n").map_or(0, |at| at + 2);
            out.insert_str(at, &format!("{caption}\n\n"));
        } else {
            let _ = write!(out, "{caption}\n\n");
        }
        paragraphs(article, &mut out);
        let _ = write!(
            out,
            "\n\nThe meeting ended on {} without a result, officials said.",
            when::weekday(pictured)
        );
    } else {
        if !is_dispatch && chance.percent(40) {
            let _ = write!(out, "{} [{}]\n\n", article.caption, credit(chance));
        }
        paragraphs(article, &mut out);
    }
    out.push('\n');
    if is_dispatch {
        let _ = write!(out, "\n(Reporting by {author}; Editing by {})\n", publisher.author(11));
    } else if chance.percent(30) {
        let _ = write!(out, "\nRead more: {}\n", article.title.replace(" in ", " near "));
    } else if chance.percent(10) {
        let _ = write!(out, "\n© {} {}. All rights reserved.\n", of.year(), publisher.name);
    }
    out
}

fn paragraphs(article: &Article, out: &mut String) {
    for (at, paragraph) in article.paragraphs.iter().enumerate() {
        if at > 0 {
            out.push_str("\n\n");
        }
        out.push_str(paragraph);
    }
}

/// The headline as an address has it.
fn slug(title: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    title.chars().filter(char::is_ascii).map(letter).collect()
}

fn credit(chance: &mut Chance) -> &'static str {
    chance.one_of(&["File: Reuters", "Photo: AFP", "AP Photo", "Handout via Reuters", "Getty Images"])
}

/// The sheet as a page of its publisher.
pub fn html(sheet: &Sheet) -> String {
    let Sheet { article, publisher, author, .. } = sheet;
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let mut out = String::with_capacity(6144);
    let title = escaped(&article.title);
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} | {0}</title>\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:site_name\" content=\"{0}\">\n\
         <link rel=\"canonical\" href=\"https://{1}/{2}\">\n",
        publisher.name,
        publisher.host,
        slug(&article.title)
    );
    if !author.is_empty() {
        let _ = writeln!(out, "<meta name=\"author\" content=\"{author}\">");
    }
    let of = when::day(sheet.day);
    let _ = match sheet.dating {
        Dating::Day => {
            writeln!(
                out,
                "<meta property=\"article:published_time\" content=\"{of}T{:02}:30:00Z\">",
                article.title.len() % 24
            )
        }
        Dating::Month => {
            writeln!(
                out,
                "<meta property=\"article:published_time\" content=\"{}-{:02}\">",
                of.year(),
                of.month()
            )
        }
        Dating::Range | Dating::None => Ok(()),
    };
    let _ = write!(
        out,
        "</head>\n<body>\n<nav><a href=\"/\">Home</a> <a href=\"/world\">World</a></nav>\n<article>\n<h1>{title}</h1>\n"
    );
    let _ = writeln!(
        out,
        "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>{}</figcaption></figure>",
        escaped(&article.caption)
    );
    for paragraph in &article.paragraphs {
        let _ = writeln!(out, "<p>{}</p>", escaped(paragraph));
    }
    let _ = write!(
        out,
        "</article>\n<footer><p>© {}. All rights reserved.</p></footer>\n</body>\n</html>\n",
        publisher.name
    );
    out
}
