//! When a document was published: what the file states, else what its printed dates allow, else unknown.
//!
//! **Invariant:** never from the file's time, its subject or its likeness to another; a date in the story is no date of
//! publication, and relative words alone give nothing.
//! The order is: metadata, a printed date line, the address, then what [`bounds`] leave. Start at [`published`].

use jiff::civil::Date;

use super::stated::Stated;
use super::{Block, Dated, Problem, Published, Sentence, date};
use crate::civil::{self, Interval, When};
use crate::evidence::Evidence;
use crate::span::Span;

mod already;
mod bounds;
mod infer;
mod line;
mod order;

use bounds::By;
use line::Label;

/// What one source gives.
enum Given {
    /// A day or a month.
    When(Published),
    /// A date in figures of which the order is open.
    Open(date::Open, Option<Span>, &'static str),
}

/// When the document was published, and what is wrong with the dates it prints.
pub(super) fn published(
    text: &str,
    stated: &Stated,
    blocks: &[Block],
    sentences: &[Sentence],
    problems: &mut Vec<Problem>,
) -> Published {
    let lines = line::dates(text, blocks);
    let by = by(stated, &lines);
    let month = month_of_address(stated);
    let best = lines.iter().filter(|d| d.label != Label::Updated).min_by_key(|d| d.label);
    let mut open = None;
    for given in [from_metadata(stated, problems), best.map(|dated| from_line(text, dated, problems))] {
        match given {
            Some(Given::When(found)) => return found,
            Some(Given::Open(date, span, rule)) => open = open.or(Some((date, span, rule))),
            None => {}
        }
    }
    if let Some(found) = from_address(stated).filter(|_| open.is_none()) {
        return found;
    }
    let range = bounds::narrow(text, blocks, sentences, month, by.as_ref());
    let Some((date, span, rule)) = open else { return range.unwrap_or_else(unknown) };
    let address = from_address(stated).or_else(|| range.clone()).and_then(|p| p.when);
    let evidence = order::Evidence {
        text,
        blocks,
        address: address.and_then(|w| Some((w.interval.first_day()?, w.interval.last_day()?))),
        by: by.as_ref().map(|by| by.day),
        latest: bounds::latest_past(text, blocks, sentences, None),
    };
    match order::decide(date, &evidence) {
        Some((day, what, passages)) => {
            let passages = span.into_iter().chain(passages).collect();
            let evidence = Evidence::rule(rule, 85).from(what, civil::iso(day), passages);
            Published { dated: Dated::Inferred, when: Some(When::day(day)), evidence }
        }
        None => from_address(stated).or(range).unwrap_or_else(|| either(date, span, problems)),
    }
}

/// A date of publication that nothing gives.
pub(super) fn unknown() -> Published {
    Published { dated: Dated::Unknown, when: None, evidence: Evidence::rule("no-date", 100) }
}

/// A date of which the file does not tell whether the day or the month comes first.
fn either(open: date::Open, span: Option<Span>, problems: &mut Vec<Problem>) -> Published {
    let both = format!("{} or {}", open.day_first, open.month_first);
    let what = format!(
        "expected a date of publication that can be read in one way, found one that is {both}: write its month as a word"
    );
    problems.push(Problem { what: what.into(), span, fatal: false });
    let evidence = Evidence::rule("two-dates", 100).from("date in figures", both, span.into_iter().collect());
    Published { dated: Dated::Unknown, when: None, evidence }
}

fn from_metadata(stated: &Stated, problems: &mut Vec<Problem>) -> Option<Given> {
    let given = stated.published.as_ref()?;
    let within =
        |part: Span| given.span.map(|s| Span { start: s.start + part.start, end: s.start + part.end });
    let when = if let Some(found) = date::find(&given.value).first() {
        disagreement(*found, given.span, problems);
        When::day(found.date)
    } else if let Some(open) = date::open(&given.value).first() {
        return Some(Given::Open(*open, within(open.span), "figures"));
    } else if let Some(when) = date::month_only(&given.value) {
        when
    } else {
        let what = format!(
            "expected a date of publication, found \u{201c}{}\u{201d}: write it as 2026-02-07",
            given.value
        );
        problems.push(Problem { what: what.into(), span: given.span, fatal: false });
        return None;
    };
    let passages = given.span.into_iter().collect();
    let evidence = given.evidence.clone().from("metadata", given.value.clone(), passages);
    Some(Given::When(Published { dated: Dated::Stated, when: Some(when), evidence }))
}

fn from_line(text: &str, dated: &line::Dated, problems: &mut Vec<Problem>) -> Given {
    let shifted =
        |span: Span| Span { start: span.start + dated.block.start, end: span.end + dated.block.start };
    let found = match dated.found {
        Ok(found) => found,
        Err(open) => return Given::Open(open, Some(shifted(open.span)), "figures"),
    };
    let mut span = shifted(found.span);
    disagreement(found, Some(span), problems);
    if let Some((_, end)) = date::clock_after(dated.block.of(text), found.span.end as usize) {
        span.end = dated.block.start + end as u32;
    }
    let evidence = Evidence::rule("printed-date", 95).from("date line", civil::iso(found.date), vec![span]);
    Given::When(Published { dated: Dated::Stated, when: Some(When::day(found.date)), evidence })
}

/// The earliest day by which the article is said to have been there.
fn by(stated: &Stated, lines: &[line::Dated]) -> Option<By> {
    let updated = lines.iter().filter(|d| d.label == Label::Updated).filter_map(|d| {
        let found = d.found.ok()?;
        let start = d.block.start;
        let span = Span { start: found.span.start + start, end: found.span.end + start };
        Some(By { day: found.date, span: Some(span), is_change: true })
    });
    let modified = stated.modified.iter().filter_map(|given| {
        let found = date::find(&given.value).first().copied()?;
        // A clipper's note of the day on which somebody kept the page is in front matter.
        let is_change = given.evidence.rule != "front-matter";
        Some(By { day: found.date, span: given.span, is_change })
    });
    updated.chain(modified).min_by_key(|by| by.day)
}

fn from_address(stated: &Stated) -> Option<Published> {
    let url = stated.url.as_ref()?;
    let (date, span) = day_of_address(&url.value)?;
    let passages = url.span.map(|s| Span { start: s.start + span.start, end: s.start + span.end });
    let evidence =
        Evidence::rule("url-date", 90).from("address", civil::iso(date), passages.into_iter().collect());
    Some(Published { dated: Dated::Stated, when: Some(When::day(date)), evidence })
}

/// The day in an address: `/2026/02/07/`, `/2026/feb/07/`, `/20260207/`.
fn day_of_address(url: &str) -> Option<(Date, Span)> {
    if let Some(found) = date::find(url).first() {
        return Some((found.date, found.span));
    }
    let mut at = 0;
    for part in url.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
        let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
        if digits.len() == 8
            && let (Some(year @ 1990..=2100), Some(month), Some(day)) =
                (number(0, 4), number(4, 6), number(6, 8))
            && let Ok(date) = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
        {
            return Some((date, Span::new(at, at + 8)));
        }
        at += part.len();
    }
    None
}

/// The month in an address that holds no day: `/2026/02/`.
fn month_of_address(stated: &Stated) -> Option<(Date, Date, Vec<Span>)> {
    let url = stated.url.as_ref()?;
    if day_of_address(&url.value).is_some() {
        return None;
    }
    let parts: Vec<&str> = url.value.split('/').collect();
    let (year, month) = parts.windows(2).skip(3).find_map(|pair| {
        let [year, month] = pair else { return None };
        let year = year.parse::<i16>().ok().filter(|y| year.len() == 4 && (1990..=2100).contains(y))?;
        let figures = month.parse::<i8>().ok().filter(|_| month.len() == 2);
        Some((year, figures.or_else(|| crate::civil::month(month))?))
    })?;
    let interval = Interval::month(year, month)?;
    let passages = url.span.into_iter().collect();
    Some((interval.first_day()?, interval.last_day()?, passages))
}

fn disagreement(found: date::Printed, span: Option<Span>, problems: &mut Vec<Problem>) {
    if let (Some(weekday), false) = (found.weekday, found.agrees()) {
        let what = format!(
            "expected {} to be a {:?}, found {weekday:?} printed beside it: check the date",
            found.date,
            found.date.weekday()
        );
        problems.push(Problem { what: what.into(), span, fatal: false });
    }
}

#[cfg(test)]
mod tests {
    use crate::read::{Dated, Document, read};

    fn days(d: &Document) -> String {
        let days = d.published.when.and_then(|w| Some((w.interval.first_day()?, w.interval.last_day()?)));
        days.map_or(String::new(), |(a, b)| if a == b { a.to_string() } else { format!("{a}..{b}") })
    }

    fn check(text: &str, dated: Dated, expected: &str, rule: &str) {
        let d = read("a.txt", text.as_bytes());
        let found = (d.published.dated, days(&d), d.published.evidence.rule.as_ref());
        assert_eq!(found, (dated, expected.to_owned(), rule), "{text}");
    }

    fn story(caption: &str, story: &str) -> String {
        format!(
            "Envoys end two days of talks in Geneva\n{caption}\n\nThe talks in Geneva are the third round between the two sides.\n\n{story}\n"
        )
    }

    fn inferred(caption: &str, text: &str, expected: &str) {
        check(&story(caption, text), Dated::Inferred, expected, "caption-weekday");
    }

    fn undated(caption: &str, text: &str) {
        check(&story(caption, text), Dated::Unknown, "", "no-date");
    }

    const CAPTION: &str = "People stand in the rain in Geneva, Switzerland, January 24, 2026";

    #[test]
    fn what_the_file_states_is_taken_and_the_more_telling_first() {
        let body = "\n---\nThe talks ended on Friday, an official said.";
        check(&format!("---\ndate: 2026-02-07{body}"), Dated::Stated, "2026-02-07", "front-matter");
        check(
            &format!("---\npublished: Feb. 7, 2026\ncreated: 2026-03-01{body}"),
            Dated::Stated,
            "2026-02-07",
            "front-matter",
        );
        check(&format!("---\ncreated: 2026-03-01{body}"), Dated::Unknown, "", "no-date");
        check(&format!("---\ndate: 2026-02{body}"), Dated::Stated, "2026-02-01..2026-02-28", "front-matter");
        check(&format!("---\nurl: https://x.org/2026/2/7/a{body}"), Dated::Stated, "2026-02-07", "url-date");
        check(
            "Talks end\nPublished 7 February 2026, updated 9 February 2026\n\nThe talks ended, an official said late at night.",
            Dated::Stated,
            "2026-02-07",
            "printed-date",
        );
    }

    const LEAD: &str = "The talks ended, an official said late at night.";

    #[test]
    fn a_date_in_figures_is_read_by_what_else_the_file_shows() {
        let both = |head: &str, expected: &str| {
            let text = format!("{head}\n\n{LEAD}\n");
            let dated = if expected.is_empty() { Dated::Unknown } else { Dated::Inferred };
            check(&text, dated, expected, if expected.is_empty() { "two-dates" } else { "figures" });
            let d = read("a.txt", text.as_bytes());
            assert_eq!(
                d.problems.iter().any(|p| p.what.contains("2026-02-12 or 2026-12-02")),
                expected.is_empty()
            );
        };
        both("Talks end\n12/02/2026", "");
        check(
            "Talks end\nThu, 12/02/2026\n\nThe talks ended, an official said late at night.",
            Dated::Stated,
            "2026-02-12",
            "printed-date",
        );
        both("Talks end\nPublished 12/02/2026, updated 13/02/2026", "2026-02-12");
        both("Talks end\nPublished 12/02/2026, updated 4 March 2026", "2026-02-12");
        both("https://x.org/2026/12/talks-end\nTalks end\n12/02/2026", "2026-12-02");
        check(
            &format!("Talks end\n12/02/2026\n\n{LEAD}\n\nThey had begun on March 3, 2026, he said."),
            Dated::Inferred,
            "2026-12-02",
            "figures",
        );
        check(
            &format!("---\ndate: 12/02/2026\nurl: https://x.org/2026/02/12/a\n---\n{LEAD}"),
            Dated::Inferred,
            "2026-02-12",
            "figures",
        );
    }

    #[test]
    fn a_day_of_change_bounds_the_day_of_publication() {
        let text = |line: &str, more: &str| format!("Talks end\n{line}\n\n{LEAD}{more}\n");
        let updated = text("Updated 9 February 2026", "");
        let d = read("a.txt", updated.as_bytes());
        assert_eq!(d.published.evidence.rule, "updated-date");
        let last = d.published.when.and_then(|w| w.interval.last_day()).map(|d| d.to_string());
        assert_eq!((d.published.dated, last.as_deref()), (Dated::Inferred, Some("2026-02-09")));
        let past = " They had begun on 7 February 2026, he said.";
        check(
            &text("Updated 9 February 2026", past),
            Dated::Inferred,
            "2026-02-07..2026-02-09",
            "updated-date",
        );
        check(
            &text("Updated: February 9, 2026 5:45 p.m. Published: February 7, 2026 9:30 a.m.", ""),
            Dated::Stated,
            "2026-02-07",
            "printed-date",
        );
        check(
            &text("Published\n7 February 2026\nLast updated\n9 February 2026", ""),
            Dated::Stated,
            "2026-02-07",
            "printed-date",
        );
    }

    #[test]
    fn an_address_gives_a_day_or_a_month() {
        let at = |url: &str, dated, expected: &str, rule| {
            check(&format!("---\nurl: {url}\n---\n{LEAD}"), dated, expected, rule);
        };
        at("https://x.org/20260207/talks.html", Dated::Stated, "2026-02-07", "url-date");
        at("https://x.org/world/2026/feb/07/talks", Dated::Stated, "2026-02-07", "url-date");
        at("https://x.org/2026/02/talks", Dated::Inferred, "2026-02-01..2026-02-28", "url-month");
        at("https://x.org/news/20261307", Dated::Unknown, "", "no-date");
        at("https://x.org/1990/talks", Dated::Unknown, "", "no-date");
    }

    #[test]
    fn a_weekday_that_is_not_that_of_its_date_is_reported() {
        let d = read(
            "a.txt",
            b"Talks end\nMonday 30/January/2026 19:52 PM\n\nThe talks ended, an official said late at night.",
        );
        assert_eq!(days(&d), "2026-01-30");
        assert!(d.problems.iter().any(|p| !p.fatal && p.what.contains("Monday") && p.span.is_some()));
    }

    #[test]
    fn a_captions_weekday_used_in_the_past_fixes_a_week() {
        inferred(CAPTION, "The talks ended on Saturday, the minister said.", "2026-01-24..2026-01-30");
        inferred(CAPTION, "Drones wounded 27 people, the governor said Saturday.", "2026-01-24..2026-01-30");
        inferred(
            CAPTION,
            "Saturday’s talks ended late. The minister left on Sunday.",
            "2026-01-25..2026-01-30",
        );
        inferred(
            CAPTION,
            "The talks ended on Saturday. They will go on in Rome on January 27.",
            "2026-01-24..2026-01-27",
        );
        inferred(
            CAPTION,
            "The talks ended on Saturday. They will go on in Rome on February 1.",
            "2026-01-24..2026-01-30",
        );
    }

    #[test]
    fn without_such_a_weekday_the_text_stays_undated() {
        undated(CAPTION, "The talks ended on Friday, the minister said.");
        undated(CAPTION, "The talks will go on next Saturday, the minister said.");
        undated(CAPTION, "The talks are set to take place on Saturday.");
        undated("Envoys at the table", "The talks ended on Saturday, the first since 2021.");
        undated("Envoys at the table", "The talks ended on Saturday. In 2019 they failed.");
    }

    #[test]
    fn an_old_picture_dates_nothing() {
        undated(
            "FILE - People stand in Geneva, Switzerland, January 24, 2021",
            "The talks ended on Sunday, he said.",
        );
        undated(CAPTION, "The talks ended on Saturday. He died on March 3, 2026.");
        undated(CAPTION, "The talks ended on Saturday. They had begun on February 5.");
        undated(CAPTION, "The talks ended on Saturday, the first in 2027.");
    }
}
