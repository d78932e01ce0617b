//! What expressions count from: a frame of days, and the last date told.
//!
//! A frame is a range of days; an expression resolves in it only if every day of the range gives the same answer.
//! **Invariant:** an answer that the frame does not fix is `None`, never chosen. Start at [`Frame`] and [`Reach`].

use jiff::civil::Date;

use super::count::{self, Counted};
use super::expression::{Expression, Shape};
use super::grammar::Match;
use super::spell::Spell;
use super::tense::Tense;
use crate::annotate::Time;
use crate::civil::{self, Granularity, When, plus_days, seconds};
use crate::evidence::Anchor;
use crate::read::Document;
use crate::span::Span;

/// The widest range of days that can still fix anything: two months.
const WIDEST: i64 = 62;

/// The days that an expression may count from.
pub(super) struct Frame {
    /// The first and the last day.
    pub days: Option<(Date, Date)>,
    what: &'static str,
    passages: Vec<Span>,
}

impl Frame {
    /// The day or days of publication.
    pub(super) fn publication(document: &Document) -> Self {
        let published = &document.published;
        let days = published.when.and_then(|w| Some((w.interval.first_day()?, w.interval.last_day()?)));
        let passages = published.evidence.anchor.as_ref().map_or(Vec::new(), |a| a.passages.clone());
        Self { days, what: "publication", passages }
    }

    /// The day of a saying, dated by `time`; `None` where that is coarser than a day.
    pub(super) fn saying(time: &Time) -> Option<Self> {
        let when = time.when.filter(|w| w.granularity <= Granularity::Day)?;
        let day = when.interval.first_day()?;
        Some(Self { days: Some((day, day)), what: "saying", passages: vec![time.span] })
    }

    /// What a reader is shown as the ground that was counted from.
    pub(super) fn anchor(&self) -> Anchor {
        let value = match self.days {
            Some((first, last)) if first == last => civil::iso(first),
            Some((first, last)) => format!("{}/{}", civil::iso(first), civil::iso(last)),
            None => String::new(),
        };
        Anchor { what: self.what.into(), value, passages: self.passages.clone() }
    }

    /// What every day of the frame agrees on.
    pub(super) fn agree(&self, expression: &Expression, tense: Tense) -> Option<Counted> {
        let (first, last) = self.days?;
        let width = civil::days_between(first, last);
        if !(0..=WIDEST).contains(&width) {
            return None;
        }
        let answer = count::count(expression, tense, first)?;
        let same = (1..=width).all(|d| {
            let other = plus_days(first, d).and_then(|day| count::count(expression, tense, day));
            other.is_some_and(|o| o.when == answer.when)
        });
        same.then_some(answer)
    }
}

/// The last date told, as far as later expressions may count from it.
#[derive(Default)]
pub(super) struct Reach {
    sentence: u32,
    block: u32,
    told: Option<Told>,
    reported: Option<Reported>,
    months: bool,
    spell: Option<Spell>,
}

/// The last quarter told, which `the quarter` and `a year earlier` count from in the rest of the article.
pub(super) struct Reported {
    /// Its year.
    pub year: i16,
    /// Its number, 1 to 4.
    pub number: i8,
    /// When it was: a fiscal quarter need not be one of the calendar.
    pub when: When,
    /// Its TIMEX3 value.
    pub value: String,
    /// Where.
    pub span: Span,
}

/// A date told.
pub(super) struct Told {
    sentence: u32,
    block: u32,
    /// Where.
    pub span: Span,
    /// When.
    pub when: When,
    /// Its TIMEX3 value.
    pub value: String,
    /// Whether it stands by itself on the calendar, not relative to anything.
    pub explicit: bool,
}

impl Reach {
    /// A sentence of block `block` begins.
    pub(super) fn sentence(&mut self, block: u32) {
        self.sentence += 1;
        self.block = block;
    }

    /// `time` was told.
    pub(super) fn told(&mut self, time: &Time, m: &Match, frame: &Frame) {
        if let Shape::Length(length) = &m.expression.shape {
            self.months |= matches!(length.as_str(), "P6M" | "P9M");
        }
        let Some(when) = time.when.filter(|w| w.interval.is_closed()) else { return };
        let shape = &m.expression.shape;
        let ended = frame.days.is_none_or(|(_, last)| when.interval.to <= seconds(last));
        if matches!(shape, Shape::Quarter { .. })
            && (ended || self.reported.is_none())
            && let Some((year, number)) = time.value.split_once("-Q")
            && let (Ok(year), Ok(number)) = (year.parse(), number.parse())
        {
            self.months = false;
            self.reported = Some(Reported { year, number, when, value: time.value.clone(), span: time.span });
        }
        let explicit = matches!(
            shape,
            Shape::Day { .. }
                | Shape::Run { .. }
                | Shape::Month { .. }
                | Shape::Year(_)
                | Shape::Weekday { .. }
                | Shape::Days(_)
                | Shape::Unit { .. }
                | Shape::Overnight(Some(_))
        );
        let value = time.value.clone();
        self.told =
            Some(Told { sentence: self.sentence, block: self.block, span: time.span, when, value, explicit });
    }

    /// The last date told in this sentence or the one before it, in the same block; words that open a block and count
    /// in hours reach back to the block before.
    pub(super) fn near(&self, opens_block: bool) -> Option<&Told> {
        let told = self.told.as_ref().filter(|t| t.sentence + 1 >= self.sentence)?;
        (told.block == self.block || opens_block).then_some(told)
    }

    /// Days in a row were told.
    pub(super) fn spell(&mut self, spell: Option<Spell>) {
        self.spell = spell.or(self.spell.take());
    }

    /// The `number`th of the days told together, and where they are told.
    pub(super) fn nth(&self, number: i8) -> Option<(Date, Span)> {
        let spell = self.spell.as_ref()?;
        Some((spell.nth(number)?, spell.span))
    }

    /// The last quarter told in the article.
    pub(super) fn reported(&self) -> Option<&Reported> {
        self.reported.as_ref()
    }

    /// Whether half a year or nine months were told of after that quarter.
    pub(super) fn is_months(&self) -> bool {
        self.months
    }

    /// The day told earlier in this very sentence.
    pub(super) fn day_here(&self) -> Option<(Date, Span)> {
        let told = self.told.as_ref().filter(|t| t.sentence == self.sentence && t.explicit)?;
        let day = told.when.granularity == Granularity::Day;
        Some((told.when.interval.first_day().filter(|_| day)?, told.span))
    }
}
