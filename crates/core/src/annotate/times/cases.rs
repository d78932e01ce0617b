//! Cases of expressions of time, one a line, and the small documents they are tried in.
//!
//! **Invariant:** each case is general English; a case holds one sentence or a few of one paragraph.
//! Start at [`document`].

use jiff::civil::Date;

use crate::annotate::Time;
use crate::civil::{Certainty, Granularity, Interval, When};
use crate::evidence::Evidence;
use crate::read::{Block, BlockKind, Dated, Document, Format, Published, Sentence};
use crate::span::Span;

/// A document whose paragraphs are the lines of `text`, published on `published`: a day, `first/last`, or nothing.
/// A line that begins with `[caption]` is a caption.
pub(crate) fn document(text: &str, published: &str) -> Document {
    let when = (!published.is_empty()).then(|| {
        let (first, last) = published.split_once('/').unwrap_or((published, published));
        let day = |s: &str| s.parse::<Date>().unwrap();
        let one = first == last;
        let granularity = if one { Granularity::Day } else { Granularity::Days };
        let certainty = if one { Certainty::Exact } else { Certainty::Within };
        When { interval: Interval::days(day(first), day(last)), granularity, certainty }
    });
    let dated = if when.is_some() { Dated::Stated } else { Dated::Unknown };
    let mut document = Document {
        file: "case.txt".into(),
        sha256: [0; 32],
        format: Format::Text,
        text: text.into(),
        title: None,
        publisher: None,
        author: None,
        url: None,
        published: Published { dated, when, evidence: Evidence::rule("no-date", 100) },
        blocks: Vec::new(),
        sentences: Vec::new(),
        incomplete: None,
        problems: Vec::new(),
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let mut kind = BlockKind::Paragraph;
        if span.of(text).starts_with("[caption]") {
            kind = BlockKind::Caption;
            span = Span::new(span.start as usize + 9, span.end as usize).trim(text);
        }
        let block = document.blocks.len() as u32;
        document.blocks.push(Block { kind, span, credit: None });
        document.sentences.extend(sentences(text, span).map(|span| Sentence { span, block }));
    }
    document
}

/// Sentences for tests: a full stop, closing quotation mark included, before a capital letter.
fn sentences(text: &str, block: Span) -> impl Iterator<Item = Span> {
    let passage = block.of(text);
    let mut cuts = vec![0];
    for (i, _) in
        passage.match_indices(". ").chain(passage.match_indices(".” ")).chain(passage.match_indices("!” "))
    {
        let end = i + passage[i..].find(' ').unwrap_or(1);
        let next = passage[end..].trim_start().chars().next();
        let abbreviated = ["a.m", "p.m", "U.S", "Mr", "Feb", "Jan", "Sept", "Dec", "Nov", "Oct", "Aug"];
        if next.is_some_and(|c| c.is_uppercase() || "“\"".contains(c))
            && !abbreviated.iter().any(|a| passage[..i].ends_with(a))
        {
            cuts.push(end);
        }
    }
    cuts.sort_unstable();
    cuts.push(passage.len());
    let base = block.start as usize;
    let spans: Vec<Span> = cuts
        .windows(2)
        .map(|w| Span::new(base + w[0], base + w[1]).trim(text))
        .filter(|s| !s.is_empty())
        .collect();
    spans.into_iter()
}

fn found(text: &str, published: &str) -> (Document, Vec<Time>) {
    let document = document(text, published);
    let times = super::find(&document);
    (document, times)
}

/// The last time of `text` has this words and this value.
#[track_caller]
fn check(text: &str, published: &str, words: &str, value: &str) {
    let (document, times) = found(text, published);
    let last = times.last().map(|t| (t.span.of(&document.text), t.value.as_str()));
    assert_eq!(last, Some((words, value)), "in {text:?}: {times:#?}");
}

/// The last time of `text` covers these civil days (empty for an open end).
#[track_caller]
fn covers(text: &str, published: &str, first: &str, last: &str) {
    let (_, times) = found(text, published);
    let interval = times.last().and_then(|t| t.when).map(|w| w.interval);
    let show = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
    let shown = interval.map(|i| (show(i.first_day()), show(i.last_day())));
    assert_eq!(shown, Some((first.into(), last.into())), "in {text:?}: {times:#?}");
}

#[track_caller]
fn nothing(text: &str) {
    let (_, times) = found(text, "2026-01-30");
    assert_eq!(times, [], "in {text:?}");
}

#[test]
fn a_smoke() {
    check("The talks were set to take place in Abu Dhabi on Sunday.", "2026-01-30", "Sunday", "2026-02-01");
    covers("Since mid-January, Russia has targeted power stations.", "2026-02-07", "2026-01-11", "");
    nothing("He may march second in the Sunday Times.");
}
