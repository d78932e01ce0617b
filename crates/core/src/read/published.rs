//! When a document was published: what the file states, else what its printed dates allow, else unknown.
//!
//! **Invariant:** never from the file's time, its subject or its likeness to another; a date in the story is no date of
//! publication, and relative words alone give nothing.
//! The order is: metadata, a printed date line, the address, then [`infer`]. Start at [`published`].

use super::stated::Stated;
use super::{Block, BlockKind, Dated, Problem, Published, Sentence, date};
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
    let block = blocks.iter().find(|b| {
        let is_dated = matches!(b.kind, BlockKind::Dateline | BlockKind::Byline)
            && !date::find(b.span.of(text)).is_empty();
        is_dated && !opens_with_update(b.span.of(text))
    });
    let block = block.or_else(|| {
        blocks.iter().find(|b| b.kind == BlockKind::Dateline && !date::find(b.span.of(text)).is_empty())
    })?;
    let line = block.span.of(text);
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
