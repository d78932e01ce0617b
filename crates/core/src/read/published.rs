//! When a document was published: what the file states, else what its printed dates allow, else unknown.
//!
//! **Invariant:** never from the file's time, its subject or its likeness to another; a date in the story is no date of
//! publication, and relative words alone give nothing.
//! The order is: metadata, a printed date line, the address, then [`infer`]. Start at [`published`].

use super::stated::Stated;
use super::{Block, BlockKind, Dated, Problem, Published, Sentence, date, wire};
use crate::civil::{Certainty, Granularity, Interval, When};
use crate::evidence::Evidence;
use crate::span::Span;

mod infer;

/// When the document was published, and what is wrong with the dates it prints.
pub(super) fn published(
    text: &str,
    stated: &Stated,
    blocks: &[Block],
    sentences: &[Sentence],
    problems: &mut Vec<Problem>,
) -> Published {
    from_metadata(stated, problems)
        .or_else(|| from_date_line(text, blocks, problems))
        .or_else(|| from_address(stated))
        .or_else(|| infer::infer(text, blocks, sentences))
        .unwrap_or_else(unknown)
}

/// A date of publication that nothing gives.
pub(super) fn unknown() -> Published {
    Published { dated: Dated::Unknown, when: None, evidence: Evidence::rule("no-date", 100) }
}

fn from_metadata(stated: &Stated, problems: &mut Vec<Problem>) -> Option<Published> {
    let given = stated.published.as_ref()?;
    let when = match date::find(&given.value).first() {
        Some(found) => {
            disagreement(*found, given.span, problems);
            When::day(found.date)
        }
        None => {
            if let Some(when) = month_only(&given.value) {
                when
            } else {
                problems.push(Problem {
                    what: format!(
                        "expected a date of publication, found \u{201c}{}\u{201d}: write it as 2026-02-07",
                        given.value
                    )
                    .into(),
                    span: given.span,
                    fatal: false,
                });
                return None;
            }
        }
    };
    let passages = given.span.into_iter().collect();
    let mut evidence = given.evidence.clone();
    evidence = evidence.from("metadata", given.value.clone(), passages);
    Some(Published { dated: Dated::Stated, when: Some(when), evidence })
}

/// `2026-02` is a month, and stays one.
fn month_only(value: &str) -> Option<When> {
    let (year, month) = value.trim().split_once('-')?;
    let year = year.parse().ok().filter(|y| (1500..=2200).contains(y))?;
    let interval = Interval::month(year, month.parse().ok()?)?;
    Some(When { interval, granularity: Granularity::Month, certainty: Certainty::Exact })
}

/// The date line nearest the head or the foot of the article; "Published" wins over "Updated".
fn from_date_line(text: &str, blocks: &[Block], problems: &mut Vec<Problem>) -> Option<Published> {
    // Further down, dates belong to other articles, unless they say whose they are.
    let mut paragraphs = 0;
    let near = |b: &&Block| {
        paragraphs += u32::from(b.kind == BlockKind::Paragraph);
        let line = b.span.of(text).trim_start().to_lowercase();
        paragraphs < 3 || ["published", "first published", "posted"].iter().any(|w| line.starts_with(w))
    };
    let blocks: Vec<Block> = blocks.iter().filter(near).copied().collect();
    let block = blocks.iter().find(|b| {
        let is_dated = matches!(b.kind, BlockKind::Dateline | BlockKind::Byline)
            && !date::find(b.span.of(text)).is_empty();
        is_dated && !opens_with_update(b.span.of(text))
    });
    let block = block.or_else(|| {
        blocks.iter().find(|b| b.kind == BlockKind::Dateline && !date::find(b.span.of(text)).is_empty())
    });
    let filed = || {
        let first = blocks.iter().find(|b| b.kind == BlockKind::Paragraph)?;
        let line = first.span.of(text);
        let filed = line.get(..wire::dateline(line)?).filter(|filed| !date::find(filed).is_empty())?;
        Some((first, filed))
    };
    let (block, line) = block.map(|b| (b, b.span.of(text))).or_else(filed)?;
    let found = *date::find(line).first()?;
    let mut span =
        Span { start: found.span.start + block.span.start, end: found.span.end + block.span.start };
    disagreement(found, Some(span), problems);
    if let Some((_, end)) = date::clock_after(line, found.span.end as usize) {
        span.end = block.span.start + end as u32;
    }
    let evidence = Evidence::rule("printed-date", 95).from("date line", found.date.to_string(), vec![span]);
    Some(Published { dated: Dated::Stated, when: Some(When::day(found.date)), evidence })
}

fn opens_with_update(line: &str) -> bool {
    let lower = line.trim_start().to_lowercase();
    ["updated", "last updated", "modified", "last modified"].iter().any(|w| lower.starts_with(w))
}

fn from_address(stated: &Stated) -> Option<Published> {
    let url = stated.url.as_ref()?;
    let found = *date::find(&url.value).first()?;
    let passages =
        url.span.map(|s| Span { start: s.start + found.span.start, end: s.start + found.span.end });
    let evidence = Evidence::rule("url-date", 90).from(
        "address",
        found.date.to_string(),
        passages.into_iter().collect(),
    );
    Some(Published { dated: Dated::Stated, when: Some(When::day(found.date)), evidence })
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
