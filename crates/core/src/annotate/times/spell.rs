//! A stretch of days that is told with its first or last one, from which `the second day of talks` is counted.
//!
//! **Invariant:** the stretch has a number of days and a day on which it began or ended, both in one sentence;
//! without it the second day of something has no place. Start at [`spell`].

use jiff::civil::Date;

use super::expression::Shape;
use super::grammar::{Match, word};
use super::token::Token;
use crate::annotate::Time;
use crate::civil::{Granularity, plus_days};
use crate::span::Span;

/// Days in a row, by their last one.
pub(super) struct Spell {
    days: i64,
    last: Date,
    /// Where the day is told.
    pub span: Span,
}

impl Spell {
    /// The `number`th of the days.
    pub(super) fn nth(&self, number: i8) -> Option<Date> {
        let left = self.days - i64::from(number);
        if left < 0 { None } else { plus_days(self.last, -left) }
    }
}

/// `two days of talks ended on Saturday`: the stretch that the sentence of tokens `t` tells, with what was found in it.
pub(super) fn spell(t: &[Token], found: &[Match], times: &[Time]) -> Option<Spell> {
    let (at, days) = found.iter().enumerate().find_map(|(at, m)| {
        let Shape::Length(length) = &m.expression.shape else { return None };
        let days: i64 = length.strip_prefix('P')?.strip_suffix('D')?.parse().ok()?;
        ((2..100).contains(&days) && word(t, m.end) == "of").then_some((at, days))
    })?;
    let length = found.get(at)?;
    let (m, time) = found.iter().zip(times).skip(at + 1).find(|(_, time)| {
        time.when.is_some_and(|w| w.granularity == Granularity::Day && w.interval.is_closed())
    })?;
    let day = time.when?.interval.first_day()?;
    let between = t.get(length.end..m.start)?;
    let verb = |words: &[&str]| between.iter().any(|w| words.contains(&w.low.as_str()));
    let last = if verb(&["ended", "concluded", "finished", "closed", "wrapped"]) {
        day
    } else if verb(&["began", "started", "opened"]) {
        plus_days(day, days - 1)?
    } else {
        return None;
    };
    Some(Spell { days, last, span: time.span })
}
