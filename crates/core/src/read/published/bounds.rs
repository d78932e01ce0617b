//! A range for the day of publication, from what bounds it: the month in the address, a day by which the article was
//! there, the days that its story tells of as past, and what [`super::infer`] works out.
//!
//! **Invariant:** a bound that leaves no day is left aside, never stretched; an end that nothing bounds stays open.
//! Start at [`narrow`].

use jiff::civil::Date;

use super::infer;
use crate::civil::{self, Certainty, Granularity, Interval, When, seconds};
use crate::evidence::{Anchor, Evidence};
use crate::fold;
use crate::order::Order as _;
use crate::read::words::{is_ahead, is_past};
use crate::read::{Block, BlockKind, Dated, Published, Sentence, date};
use crate::span::Span;

/// A day by which the article was there.
#[derive(Clone, Debug)]
pub(super) struct By {
    pub day: Date,
    /// Where it stands, if in the text.
    pub span: Option<Span>,
    /// Whether the article was changed then, not only kept: then it alone gives a range.
    pub is_change: bool,
}

/// The narrowest range that the bounds leave.
pub(super) fn narrow(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    month: Option<(Date, Date, Vec<Span>)>,
    by: Option<&By>,
) -> Option<Published> {
    let past = latest_past(text, blocks, sentences, by.map(|b| b.day));
    let worked_out = infer::infer(text, blocks, sentences);
    let mut range = Range::default();
    let mut rule = None;
    let mut anchor: Option<Box<Anchor>> = None;
    if let Some(found) = worked_out {
        let days = found.when.and_then(|w| Some((w.interval.first_day()?, w.interval.last_day()?)));
        if let Some((first, last)) = days {
            range = Range { first: Some(first), last: Some(last) };
            rule = Some("caption-weekday");
            anchor = found.evidence.anchor;
        }
    }
    let mut passages = anchor.as_ref().map_or(Vec::new(), |a| a.passages.clone());
    if let Some((first, last, spans)) = month
        && range.cut(Some(first), Some(last))
    {
        rule = rule.or(Some("url-month"));
        passages.extend(spans);
    }
    if let Some(by) = by.filter(|by| rule.is_some() || by.is_change || past.is_some()) {
        let narrows = range.last.is_none_or(|last| by.day < last);
        if narrows && range.cut(None, Some(by.day)) {
            rule = rule.or(Some(if by.is_change { "updated-date" } else { "kept-date" }));
            passages.extend(by.span);
        }
    }
    if rule.is_some_and(|rule| rule != "caption-weekday")
        && let Some((day, span)) = past
        && range.first.is_none_or(|first| first < day)
        && range.cut(Some(day), None)
    {
        passages.push(span);
    }
    passages.order();
    passages.dedup();
    let what = match rule? {
        "caption-weekday" => "caption",
        "url-month" => "address",
        _ => "later date",
    };
    let evidence = Evidence::rule(rule?, 85).from(what, range.shown(), passages);
    Some(Published { dated: Dated::Inferred, when: Some(range.when()), evidence })
}

#[derive(Clone, Copy, Default)]
struct Range {
    first: Option<Date>,
    last: Option<Date>,
}

impl Range {
    /// Cuts the range, unless nothing would be left of it.
    fn cut(&mut self, first: Option<Date>, last: Option<Date>) -> bool {
        let first = self.first.max(first);
        let last = [self.last, last].into_iter().flatten().min();
        let is_left = first.zip(last).is_none_or(|(first, last)| first <= last);
        if is_left {
            *self = Self { first, last };
        }
        is_left
    }

    fn shown(self) -> String {
        let day = |d: Option<Date>| d.map_or("..".to_owned(), civil::iso);
        if self.first == self.last {
            day(self.first)
        } else {
            format!("{}/{}", day(self.first), day(self.last))
        }
    }

    fn when(self) -> When {
        let interval = Interval {
            from: self.first.map_or(Interval::PAST, seconds),
            to: self.last.map_or(Interval::FUTURE, |d| Interval::day(d).to),
        };
        let is_day = self.first == self.last;
        let granularity = if is_day { Granularity::Day } else { Granularity::Days };
        When { interval, granularity, certainty: if is_day { Certainty::Exact } else { Certainty::Within } }
    }
}

/// The latest day printed in full that the story tells of as past, not later than `by`.
pub(super) fn latest_past(
    text: &str,
    blocks: &[Block],
    sentences: &[Sentence],
    by: Option<Date>,
) -> Option<(Date, Span)> {
    let mut found: Option<(Date, Span)> = None;
    for sentence in sentences {
        let kind = blocks.get(sentence.block as usize).map(|b| b.kind);
        let is_story =
            matches!(kind, Some(BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Caption));
        let line = sentence.span.of(text);
        if !is_story || !line.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        for printed in date::find(line).into_iter().filter(|p| p.agrees()) {
            if by.is_none_or(|by| printed.date <= by)
                && found.is_none_or(|(latest, _)| printed.date > latest)
                && (kind == Some(BlockKind::Caption) || tells_of_past(line, printed.span))
            {
                let start = sentence.span.start;
                let span = Span { start: printed.span.start + start, end: printed.span.end + start };
                found = Some((printed.date, span));
            }
        }
    }
    found
}

/// Whether the words around the date tell of what was, and none of them looks ahead.
fn tells_of_past(line: &str, span: Span) -> bool {
    let (from, to) = infer::near(line, span);
    let before = line.get(from..span.start as usize).unwrap_or("");
    let after = line.get(span.end as usize..to).unwrap_or("");
    let mut told = false;
    for (_, word) in fold::words(before).chain(fold::words(after)) {
        if is_ahead(&word) || matches!(&*word, "deadline" | "ends" | "since" | "valid") {
            return false;
        }
        told |= is_past(&word);
    }
    told
}
