//! A date in figures that can be read day first or month first: what in the file decides between the two.
//!
//! **Invariant:** only what the file itself shows decides, and only where all of it agrees: the address, another date in
//! figures, a day by which the article was there, a day that its story knows. The language of the file, its publisher
//! and its country decide nothing. Start at [`decide`].

use jiff::civil::Date;

use crate::read::{Block, date};
use crate::span::Span;

/// What there is to hold the two readings against.
pub(super) struct Evidence<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
    /// The days in which the article's address, if it holds a day or a month, puts it.
    pub address: Option<(Date, Date)>,
    /// The day by which it had been published.
    pub by: Option<Date>,
    /// The latest day that the story tells of as past, and where.
    pub latest: Option<(Date, Span)>,
}

/// The right reading, with what decided and where that stands; `None` where nothing decides or what there is disagrees.
pub(super) fn decide(open: date::Open, evidence: &Evidence) -> Option<(Date, &'static str, Vec<Span>)> {
    let readings = [open.day_first, open.month_first];
    let only = |accept: &dyn Fn(Date) -> bool| {
        let [first, second] = readings;
        match (accept(first), accept(second)) {
            (true, false) => Some(first),
            (false, true) => Some(second),
            _ => None,
        }
    };
    let mut found: Vec<(Date, &'static str, Vec<Span>)> = Vec::new();
    if let Some(date) = evidence.address.and_then(|(first, last)| only(&|d| first <= d && d <= last)) {
        found.push((date, "address", Vec::new()));
    }
    if let Some((day_first, spans)) = order(evidence) {
        found.push((
            if day_first { open.day_first } else { open.month_first },
            "other date in figures",
            spans,
        ));
    }
    if let Some(date) = evidence.by.and_then(|by| only(&|d| d <= by)) {
        found.push((date, "day by which it was there", Vec::new()));
    }
    if let Some((latest, span)) = evidence.latest
        && let Some(date) = only(&|d| d >= latest)
    {
        found.push((date, "latest day in the story", vec![span]));
    }
    let first = found.first()?.0;
    if found.iter().any(|(date, ..)| *date != first) {
        return None;
    }
    found.into_iter().next()
}

/// Whether the other dates in figures of the file put the day first; `None` where there are none or they differ.
fn order(evidence: &Evidence) -> Option<(bool, Vec<Span>)> {
    let (mut day_first, mut month_first) = (Vec::new(), Vec::new());
    for block in evidence.blocks {
        let line = block.span.of(evidence.text);
        for printed in date::find(line) {
            let figures = printed.span.of(line);
            let parts: Vec<i8> = figures.split(['/', '-']).filter_map(|p| p.trim().parse().ok()).collect();
            let is_figures =
                figures.starts_with(|c: char| c.is_ascii_digit()) && figures.contains(['/', '-']);
            let span = Span {
                start: printed.span.start + block.span.start,
                end: printed.span.end + block.span.start,
            };
            // The year has four digits, and is none of these numbers.
            match parts.as_slice() {
                [first, second] if is_figures && *first > 12 && *second <= 12 => day_first.push(span),
                [first, second] if is_figures && *first <= 12 && *second > 12 => month_first.push(span),
                _ => {}
            }
        }
    }
    match (day_first.first(), month_first.first()) {
        (Some(span), None) => Some((true, vec![*span])),
        (None, Some(span)) => Some((false, vec![*span])),
        _ => None,
    }
}
