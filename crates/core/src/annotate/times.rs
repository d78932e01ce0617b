//! Expressions of time: finding them, and resolving them against the publication date.
//!
//! Typed tokens are composed into the longest expressions, and each is counted from a frame: the publication, the
//! last day told, or the day of the saying it is quoted in. Tense and cue words choose between before and after.
//! **Invariant:** what cannot be anchored stays unresolved with its reason; no month is placed on its first day.
//! A night bears the date of the evening it begins on (`2026-02-06TNI` ends on the morning of the 7th).
//! Start at [`find`].

mod amount;
mod begins;
mod bounds;
mod calendar;
#[cfg(test)]
pub(crate) mod cases;
mod clock;
mod compound;
mod count;
mod deictic;
mod expression;
mod feast;
mod fiscal;
mod frame;
mod grammar;
mod lasting;
mod numeral;
mod open;
mod period;
mod relate;
mod repeats;
mod report;
mod spell;
mod spoken;
pub(crate) mod tense;
pub(crate) mod token;
pub(crate) mod verbs;
mod words;
mod year;

use super::Time;
use crate::read::{BlockKind, Document};
use crate::span::Span;
use expression::{Expression, Shape};
use frame::{Frame, Reach};

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("date-given", "the text gives the whole date"),
    ("event-known", "the day of an event that is known by its date"),
    ("date-past", "a date without a year in a clause that looks back, so the latest one"),
    ("date-future", "a date without a year in a clause that looks ahead, so the coming one"),
    ("date-nearest", "a date without a year and no verb that tells, so the nearest one"),
    ("weekday-past", "a past verb, so the weekday before, or the day itself"),
    ("weekday-future", "a verb that looks ahead, so the coming weekday"),
    ("weekday-open", "no verb tells, so the weekday before, the day itself, or the next day"),
    ("weekday-named", "last, this or next says which weekday is meant"),
    ("counted", "counted in days, weeks, months or years from the day it is told"),
    ("so-far", "a verb that looks back, so the part of it up to the day it is told"),
    ("night-into", "the night that ends on the morning of that day"),
    ("night-before", "the night that ended on the day it is told"),
    ("day-told", "counted from the day told before it"),
    ("nth-day", "counted from the first or last of the days that were told together"),
    ("period-told", "the same quarter as the one told before it, or that of the year before"),
    ("after-told", "counted from the date told before it"),
    ("clock-day", "a clock time on the day told with it, or else the day of publication"),
    ("length", "a length of time, not a date"),
    ("repeats", "a time that comes again and again"),
    ("no-unit", "the words name no calendar unit"),
    ("no-frame", "it counts from a day that is not known, or not known well enough"),
    ("quoted-day", "said in a quotation, so counted from the day of the saying"),
];

/// The times of the story blocks and the datelines of `document`, in text order, not overlapping.
pub fn find(document: &Document) -> Vec<Time> {
    let frame = Frame::publication(document);
    let mut found = Vec::new();
    let mut reach = Reach::default();
    for Passage { span, block, told } in passages(document) {
        reach.sentence(block);
        let tokens = token::tokens(&document.text, span);
        let matches = on_one_day(&tokens, grammar::matches(&tokens));
        let before = found.len();
        let quotes = tense::Quotes::of(&tokens);
        for m in &matches {
            let Some(span) = covered(&tokens, m.start, m.end) else { continue };
            let time = relate::resolve(m, span, &tokens, &frame, &reach);
            // Later words count from what the article tells, not from what somebody in it says, nor from its date.
            if told && !quotes.hold(&tokens, m.start) {
                reach.told(&time, m, &frame);
            }
            found.push(time);
        }
        if told {
            reach.spell(spell::spell(&tokens, &matches, found.get(before..).unwrap_or_default()));
        }
    }
    found
}

/// "Between 4 p.m. and 7 p.m. on Monday", "at 10 a.m. (0800 GMT) Monday": a clock time directly before one with a day,
/// or before a day but for the time in another zone, is on that day.
fn on_one_day(tokens: &[token::Token], mut found: Vec<grammar::Match>) -> Vec<grammar::Match> {
    for at in (1..found.len()).rev() {
        let Some([before, next]) = found.get_mut(at - 1..=at) else { continue };
        if before.expression.shape != Shape::Clock || next.expression.shape == Shape::Clock {
            continue;
        }
        let between = tokens.get(before.end..next.start).unwrap_or_default();
        let clock = next.expression.clock.is_some() && between.len() <= 1;
        let day = matches!(next.expression.shape, Shape::Day { .. } | Shape::Weekday { .. } | Shape::Days(_));
        let zone = (3..7).contains(&between.len())
            && between.iter().any(|w| matches!(w.low.as_str(), "gmt" | "utc"));
        let aside = zone && between.first().is_some_and(|w| w.low == "(") && next.expression.part.is_none();
        if clock || day && aside {
            let Expression { clock, utc, .. } = before.expression;
            before.expression = Expression { clock, utc, ..next.expression.clone() };
        }
    }
    found
}

/// `time` counted again from `day`, the day of the saying that it is quoted in; `None` where nothing changes.
pub(crate) fn recount(document: &Document, time: &Time, sentence: Span, day: &Time) -> Option<Time> {
    let frame = Frame::saying(day)?;
    let tokens = token::tokens(&document.text, sentence);
    let found = grammar::matches(&tokens);
    let m = found.iter().find(|m| covered(&tokens, m.start, m.end) == Some(time.span))?;
    if !relate::counts_from_frame(&m.expression) {
        return None;
    }
    let mut again = relate::resolve(m, time.span, &tokens, &frame, &Reach::default());
    again.evidence.rule = "quoted-day".into();
    (again.when.is_some() && again != *time).then_some(again)
}

fn covered(tokens: &[token::Token], start: usize, end: usize) -> Option<Span> {
    Some(tokens.get(start)?.span.join(tokens.get(end.checked_sub(1)?)?.span))
}

/// A stretch of text that is read at once.
struct Passage {
    span: Span,
    block: u32,
    /// Whether it tells the story: a dispatch's dateline bears a time and tells nothing.
    told: bool,
}

/// The sentences of the story blocks, with the datelines before them; a block without sentences counts as one.
fn passages(document: &Document) -> Vec<Passage> {
    let mut all = Vec::new();
    let mut read = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        let index = index as u32;
        let rest = document.sentences.get(read..).unwrap_or_default();
        let skipped = rest.iter().take_while(|s| s.block < index).count();
        let own = rest.get(skipped..).unwrap_or_default();
        let own = own.get(..own.iter().take_while(|s| s.block == index).count()).unwrap_or_default();
        read += skipped + own.len();
        let told = block.kind.is_story();
        if !told && block.kind != BlockKind::Dateline {
            continue;
        }
        let first = own.first().map_or(block.span.end, |s| s.span.start);
        if first > block.span.start {
            let span = Span { start: block.span.start, end: first };
            all.push(Passage { span, block: index, told: told && own.is_empty() });
        }
        all.extend(own.iter().map(|s| Passage { span: s.span, block: index, told }));
    }
    all
}
