//! A range for the day of publication, from a picture's date and the weekdays that the story names without a date.
//!
//! **Invariant:** only what the text fixes: a printed full date whose weekday the story also uses, bare and in the past.
//! A bare weekday looks back at most six days, so the text was published in the week from that date on; a weekday that
//! must lie after it narrows the range from the left, an announced date or what [`already`] bounds from the right. Start
//! at [`infer`].

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::already;
use crate::civil::{self, Certainty, Granularity, Interval, When, month, plus_days, weekday};
use crate::evidence::Evidence;
use crate::fold;
use crate::order::Order as _;
use crate::read::words::{is_ahead, is_past};
use crate::read::{Block, BlockKind, Dated, Published, Sentence, date};
use crate::span::Span;

/// The range of days in which the text was published, or `None` where nothing fixes it.
pub(super) fn infer(text: &str, blocks: &[Block], sentences: &[Sentence]) -> Option<Published> {
    let (day, dated) = anchor(text, blocks)?;
    let past = past_weekdays(text, blocks, sentences);
    let mut passages = vec![dated, *past.get(&day.weekday().to_monday_zero_offset())?];
    let mut first = day;
    let mut last = plus_days(day, 6)?;
    // Before the picture, the next weekday would lie six days back or more: writers say "last Friday" then.
    if let Some(span) = past.get(&day.weekday().next().to_monday_zero_offset()) {
        first = plus_days(day, 1)?;
        passages.push(*span);
    }
    let bare = bare_dates(text, blocks, sentences, day);
    // What the story tells of as past, weeks after the picture, or a later year: the picture is an old one.
    let soon = plus_days(day, 120)?;
    if bare.iter().any(|b| !b.is_ahead && b.date > last && b.date < soon) {
        return None;
    }
    if latest_year(text, blocks).is_some_and(|year| year > last.year()) {
        return None;
    }
    let announced = bare.iter().filter(|b| b.is_ahead && b.date >= first).min_by_key(|b| (b.date, b.span));
    if let Some(b) = announced.filter(|b| b.date < last) {
        last = b.date;
        passages.push(b.span);
    }
    if let Some((day, spans)) = already::last_day(text, blocks, sentences, first, last) {
        last = day;
        passages.extend(spans);
    }
    passages.order();
    passages.dedup();
    let value = format!("{}/{}", civil::iso(first), civil::iso(last));
    let evidence = Evidence::rule("caption-weekday", 85).from("caption", value, passages);
    let when = When {
        interval: Interval::days(first, last),
        granularity: Granularity::Days,
        certainty: Certainty::Within,
    };
    Some(Published { dated: Dated::Inferred, when: Some(when), evidence })
}

/// The latest date printed in a caption, or with its weekday at the head of the story.
/// A later date in the text says that the pictures are old: then nothing is fixed.
fn anchor(text: &str, blocks: &[Block]) -> Option<(Date, Span)> {
    let mut found: Option<(Date, Span)> = None;
    let mut latest: Option<Date> = None;
    let mut paragraphs = 0;
    for block in blocks.iter().filter(|b| b.kind.is_story()) {
        paragraphs += u32::from(block.kind == BlockKind::Paragraph);
        let line = block.span.of(text);
        let is_archive = fold::fold(line.get(..12).unwrap_or(line)).starts_with("file");
        for printed in date::find(line).into_iter().filter(|p| p.agrees()) {
            let in_caption = block.kind == BlockKind::Caption && !is_archive;
            let in_lead = block.kind == BlockKind::Paragraph && paragraphs <= 3 && printed.weekday.is_some();
            if in_caption || in_lead {
                let span = shift(printed.span, block.span);
                if found.is_none_or(|(day, _)| printed.date > day) {
                    found = Some((printed.date, span));
                }
            } else if latest.is_none_or(|day| printed.date > day) && !looks_ahead(line, printed.span) {
                latest = Some(printed.date);
            }
        }
    }
    let (day, span) = found?;
    latest.is_none_or(|latest| latest <= day).then_some((day, span))
}

/// The weekdays that the story names without a date and in the past, each with its first passage.
fn past_weekdays(text: &str, blocks: &[Block], sentences: &[Sentence]) -> BTreeMap<i8, Span> {
    let mut found = BTreeMap::new();
    for sentence in sentences {
        let kind = blocks.get(sentence.block as usize).map(|b| b.kind);
        if !matches!(
            kind,
            Some(BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::List | BlockKind::Caption)
        ) {
            continue;
        }
        for (day, span) in bare_past(text, sentence.span) {
            found.entry(day.to_monday_zero_offset()).or_insert(span);
        }
    }
    found
}

/// The weekdays that `sentence` names without a date and in the past, each with its passage, in text order.
pub(super) fn bare_past(text: &str, sentence: Span) -> Vec<(Weekday, Span)> {
    let line = sentence.of(text);
    let mut dates = None;
    let mut found = Vec::new();
    for (span, word) in fold::words(line) {
        let Some(day) = full_weekday(&word) else { continue };
        let dates = dates.get_or_insert_with(|| date::find(line));
        let next = dates.partition_point(|d| d.span.end <= span.start);
        if dates.get(next).is_some_and(|d| d.span.overlaps(span)) || has_month_beside(line, span) {
            continue;
        }
        if is_bare_past(line, span, &word) {
            found.push((day, shift(span, sentence)));
        }
    }
    found
}

/// Only whole names: "Sat" and "Sun" are too often something else.
fn full_weekday(word: &str) -> Option<Weekday> {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    weekday(bare).filter(|_| bare.ends_with("day"))
}

/// `Friday, February 6` and `6 February, a Friday` have their date.
fn has_month_beside(line: &str, span: Span) -> bool {
    let after = line.get(span.end as usize..).unwrap_or("");
    let words = after.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(2);
    let next: Vec<_> = words.collect();
    let is_day = |w: &&str| w.starts_with(|c: char| c.is_ascii_digit());
    match next.as_slice() {
        [a, b] => month(a).is_some() && is_day(b) || is_day(a) && month(b).is_some(),
        _ => false,
    }
}

/// Whether the clause around the weekday tells of the past, and nothing in it says "last", "next" or a repetition.
fn is_bare_past(line: &str, span: Span, word: &str) -> bool {
    let (start, end) = clause(line, span);
    let before: Vec<_> =
        fold::words(line.get(start..span.start as usize).unwrap_or("")).map(|(_, w)| w).collect();
    let after: Vec<_> = fold::words(line.get(span.end as usize..end).unwrap_or("")).map(|(_, w)| w).collect();
    let previous = before.last().map_or("", AsRef::as_ref);
    if matches!(
        previous,
        "last"
            | "next"
            | "this"
            | "every"
            | "each"
            | "by"
            | "until"
            | "coming"
            | "previous"
            | "following"
            | "or"
            | "a"
    ) {
        return false;
    }
    // The verb nearest before the weekday tells the time: "said on Friday", "will meet on Friday".
    let verb = before.iter().rev().take(12).find(|w| is_past(w) || is_ahead(w));
    match verb {
        Some(w) if is_ahead(w) => false,
        Some(_) => !before.windows(2).any(|pair| matches!(pair, [a, b] if b == "to" && matches!(&**a, "set" | "due" | "scheduled" | "expected" | "planned" | "slated"))),
        // "Friday's attack killed": the verb follows; "on Friday, X said" too.
        None => {
            let verb = after.iter().take(10).find(|w| is_past(w) || is_ahead(w));
            let opens = word.ends_with("'s") || before.len() <= 3;
            opens && verb.is_some_and(|w| is_past(w))
        }
    }
}

/// The stretch between semicolons, dashes and quotation marks around `span`.
fn clause(line: &str, span: Span) -> (usize, usize) {
    const ENDS: &[char] = &[';', '—', '–', '“', '”', '"'];
    let (from, to) = near(line, span);
    let before = line.get(from..span.start as usize).unwrap_or("");
    let start = before.rfind(ENDS).map_or(from, |at| {
        from + at + before.get(at..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8)
    });
    let end =
        line.get(span.end as usize..to).and_then(|s| s.find(ENDS)).map_or(to, |at| at + span.end as usize);
    (start, end)
}

fn looks_ahead(line: &str, span: Span) -> bool {
    let before: Vec<_> = fold::words(line.get(near(line, span).0..span.start as usize).unwrap_or(""))
        .map(|(_, w)| w)
        .collect();
    let ahead = ["will", "until", "scheduled", "due", "planned", "expected", "set"];
    before.iter().rev().take(14).any(|w| ahead.contains(&&**w))
}

/// The stretch of some hundred bytes around `span` that can belong to its clause: more is not looked at, so that time
/// stays linear in the text.
pub(super) fn near(line: &str, span: Span) -> (usize, usize) {
    let whole = |mut at: usize| {
        while !line.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    (whole((span.start as usize).saturating_sub(240)), whole((span.end as usize + 240).min(line.len())))
}

/// A day and month printed without their year.
struct Bare {
    /// The first such day from the anchor on.
    date: Date,
    span: Span,
    /// Whether the sentence announces it.
    is_ahead: bool,
}

/// Days and months without a year, in the year that puts them on `day` or after it.
fn bare_dates(text: &str, blocks: &[Block], sentences: &[Sentence], day: Date) -> Vec<Bare> {
    let mut found = Vec::new();
    for sentence in sentences {
        if blocks.get(sentence.block as usize).is_none_or(|b| b.kind != BlockKind::Paragraph) {
            continue;
        }
        let line = sentence.span.of(text);
        let words: Vec<_> = fold::words(line).collect();
        for (at, pair) in words.windows(2).enumerate() {
            let [(a, first), (b, second)] = pair else { continue };
            let named = match (month(first), month(second)) {
                (Some(m), _) => second.parse::<i8>().ok().map(|d| (m, d)),
                (None, Some(m)) => first.parse::<i8>().ok().map(|d| (m, d)),
                _ => None,
            };
            let Some((m, d)) = named else { continue };
            let is_year =
                |at: usize| words.get(at).is_some_and(|(_, w)| w.len() == 4 && w.parse::<u16>().is_ok());
            if is_year(at + 2) || at.checked_sub(1).is_some_and(is_year) {
                continue;
            }
            let before = words.iter().take(at).rev().take(14);
            let is_ahead = before.into_iter().any(|(_, w)| matches!(&**w, "will" | "scheduled" | "slated"));
            let dates = [day.year(), day.year() + 1].into_iter().filter_map(|y| Date::new(y, m, d).ok());
            if let Some(date) = dates.into_iter().find(|date| *date >= day) {
                found.push(Bare { date, span: shift(a.join(*b), sentence.span), is_ahead });
            }
        }
    }
    found
}

/// The latest year that the story names.
fn latest_year(text: &str, blocks: &[Block]) -> Option<i16> {
    let story = blocks
        .iter()
        .filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Title));
    let words = story.flat_map(|b| fold::words(b.span.of(text)));
    words
        .filter_map(|(_, w)| w.parse::<i16>().ok().filter(|y| w.len() == 4 && (1900..=2100).contains(y)))
        .max()
}

pub(super) fn shift(span: Span, within: Span) -> Span {
    Span { start: span.start + within.start, end: span.end + within.start }
}
