//! The values that articles are made of: places, days, strings and reasons.
//!
//! **Invariant:** whatever is not as expected is written in full, so that every value comes back.
//! Start at [`Notes::span`], [`Notes::string`], [`Notes::when`] and [`Notes::evidence`].

use std::borrow::Cow;

use super::known::Known;
use super::{Notes, from_base, sub, to_base};
use crate::annotate::Annotations;
use crate::civil::{self, Certainty, DAY, Granularity, Interval, When};
use crate::corpus::Article;
use crate::corpus::pack::Opened;
use crate::evidence::{Anchor, Evidence};
use crate::read::{Dated, Document, Format, Published};
use crate::span::Span;

/// How far back the same is looked for.
const BACK: usize = 64;

/// An article with nothing but its text.
pub(super) fn blank(text: String) -> Opened {
    let document = Document {
        file: String::new(),
        sha256: [0; 32],
        format: Format::Text,
        text,
        title: None,
        publisher: None,
        author: None,
        url: None,
        language: None,
        published: Published { dated: Dated::Unknown, when: None, evidence: reason() },
        blocks: Vec::new(),
        sentences: Vec::new(),
        incomplete: None,
        problems: Vec::new(),
    };
    let article = Article { document, annotations: Annotations::default() };
    Opened { article, forms: Vec::new(), reports: Vec::new() }
}

/// A reason before it is read.
pub(super) fn reason() -> Evidence {
    Evidence::rule("", 0)
}

/// A time before it is read.
pub(super) fn some_time() -> When {
    let interval = Interval { from: 0, to: 0 };
    When { interval, granularity: Granularity::Minute, certainty: Certainty::Exact }
}

impl Notes<'_> {
    /// A place that is expected to begin near the beginning of `frame` and may end with it.
    pub(super) fn span(&mut self, context: u32, span: &mut Span, frame: Span) {
        if self.walks() {
            return;
        }
        let (base, behind) = (self.marks.first(frame.start), self.marks.behind(frame.end));
        let marks = self.marks.starting(span.start).zip(self.marks.ending(span.end));
        let marks = marks.filter(|(first, last)| first <= last);
        let by = marks.map_or(0, |(first, _)| from_base(first, base) + 1);
        let by = self.bits.number(context, by);
        let context = sub(context, 0);
        if by == 0 {
            span.start = self.bits.number(sub(context, 1), span.start);
            span.end = self.bits.number(sub(context, 2), span.end);
            return;
        }
        let first = to_base(by - 1, base);
        let end = marks.map_or(0, |(_, last)| match behind.wrapping_sub(last) {
            1 => 0,
            2 => 1,
            _ => last - first + 2,
        });
        let last = match self.bits.number(context, end) {
            0 => behind.wrapping_sub(1),
            1 => behind.wrapping_sub(2),
            more => first.wrapping_add(more - 2),
        };
        if self.reads() {
            match (self.marks.start(first), self.marks.end(last)) {
                (Some(start), Some(end)) => *span = Span { start, end },
                _ => self.bits.fail(),
            }
        }
    }

    /// A string that may be `same` of the text, a day, or known.
    pub(super) fn string(&mut self, context: u32, string: &mut Cow<'static, str>, same: Option<Span>) -> u32 {
        let here = same.map(|span| span.of(&self.text)).filter(|here| !here.is_empty());
        let day = string.get(..10).and_then(civil::day_of);
        let kind = match &mut self.known {
            _ if here.is_some_and(|here| here == string) => 1,
            _ if day.is_some() => {
                if string.len() == 10 {
                    2
                } else {
                    3
                }
            }
            Known::Numbered(numbered) => numbered(string).map_or(0, |number| number.saturating_add(4)),
            Known::Found(found) => {
                found(string);
                0
            }
            Known::Spelled(_) => 0,
        };
        let kind = self.bits.number(context, kind);
        let context = sub(context, 0);
        match kind {
            0 => self.literal(context, string),
            1 if self.reads() => *string = Cow::Owned(here.unwrap_or_default().to_owned()),
            2 | 3 => {
                let days = day.map_or(0, |day| civil::seconds(day) / DAY);
                let days = self.day(sub(context, 1), days, self.day);
                self.last_day = days;
                let mut rest = Cow::Owned(string.get(10..).unwrap_or_default().to_owned());
                if kind == 3 {
                    self.string(sub(context, 2), &mut rest, None);
                }
                if self.reads() {
                    match days.checked_mul(DAY).and_then(civil::datetime) {
                        Some(day) => *string = Cow::Owned(civil::iso(day.date()) + &rest),
                        None => self.bits.fail(),
                    }
                }
            }
            1 => {}
            number => {
                if let Known::Spelled(spelled) = self.known {
                    match spelled.get(number - 4) {
                        Some(known) => *string = known,
                        None => self.bits.fail(),
                    }
                }
            }
        }
        kind
    }

    /// The same for a string of its own.
    pub(super) fn owned(&mut self, context: u32, string: &mut String, same: Option<Span>) {
        let mut held = Cow::Owned(std::mem::take(string));
        self.string(context, &mut held, same);
        *string = held.into_owned();
    }

    fn literal(&mut self, context: u32, string: &mut Cow<'static, str>) {
        let len = self.bits.number(context, string.len() as u32);
        let mut bytes = Vec::new();
        let mut before = 0;
        for at in 0..len {
            let byte = string.as_bytes().get(at as usize).copied().unwrap_or(0);
            before = self.bits.byte(sub(context, 0x100 + u32::from(before)), byte);
            if self.bits.failed() {
                return;
            }
            bytes.push(before);
        }
        if self.reads() {
            match String::from_utf8(bytes) {
                Ok(read) => *string = Cow::Owned(read),
                Err(_) => self.bits.fail(),
            }
        }
    }

    /// A number of bytes or whatever else has no better shape.
    fn whole(&mut self, context: u32, number: i64) -> i64 {
        let number = number.cast_unsigned();
        let high = self.bits.number(context, (number >> 32) as u32);
        let low = self.bits.number(sub(context, 0), number as u32);
        (u64::from(high) << 32 | u64::from(low)).cast_signed()
    }

    /// A day, near `base`.
    fn day(&mut self, context: u32, day: i64, base: i64) -> i64 {
        let low = |day: i64| day.cast_unsigned() as u32;
        let by = self.bits.number(context, from_base(low(day), low(base)));
        i64::from(to_base(by, low(base)).cast_signed())
    }

    /// A second, on a day near `base`.
    fn moment(&mut self, context: u32, second: i64, base: i64) -> i64 {
        let (day, of_day) = (second.div_euclid(DAY), second.rem_euclid(DAY) as u32);
        let kind = match second {
            Interval::PAST => 1,
            Interval::FUTURE => 2,
            _ if i32::try_from(day).is_err() => 0,
            _ if of_day == 0 => 3,
            _ if of_day % 60 == 0 => 4,
            _ => 5,
        };
        let kind = self.bits.number(context, kind);
        let context = sub(context, kind);
        match kind {
            0 => self.whole(context, second),
            1 => Interval::PAST,
            2 => Interval::FUTURE,
            _ => {
                let day = self.day(context, day, base) * DAY;
                let context = sub(context, 1);
                match kind {
                    3 => day,
                    4 => day + i64::from(self.bits.number(context, of_day / 60)) * 60,
                    _ => day + i64::from(self.bits.number(context, of_day)),
                }
            }
        }
    }

    /// A time, on a day near `base`.
    pub(super) fn when(&mut self, context: u32, when: &mut When, base: i64) {
        let own = self.choice(context, when.granularity as u32, &mut when.granularity);
        let context = sub(context, own);
        self.choice(context, when.certainty as u32, &mut when.certainty);
        let Interval { from, to } = when.interval;
        let from = self.moment(sub(context, 0), from, base);
        let base = if from == Interval::PAST { base } else { from.div_euclid(DAY) };
        let to = self.moment(sub(context, 1), to, base);
        when.interval = Interval { from, to };
    }

    /// A reason; gives the number of its rule.
    pub(super) fn evidence(&mut self, context: u32, evidence: &mut Evidence) -> u32 {
        let rule = self.string(context, &mut evidence.rule, None);
        let context = sub(context, rule);
        evidence.confidence = self.bits.number(context, u32::from(evidence.confidence)) as u8;
        let blank =
            || Box::new(Anchor { what: Cow::Borrowed(""), value: String::new(), passages: Vec::new() });
        self.option(sub(context, 0), &mut evidence.anchor, blank, |notes, anchor| {
            let context = sub(context, 1);
            let back = notes.anchors.iter().rev().take(BACK).position(|own| *own == **anchor);
            let back = notes.bits.number(context, back.map_or(0, |back| back as u32 + 1));
            if let Some(back) = back.checked_sub(1) {
                match notes.anchors.iter().rev().nth(back as usize) {
                    Some(own) => **anchor = own.clone(),
                    None => notes.bits.fail(),
                }
                return;
            }
            let what = notes.string(sub(context, 2), &mut anchor.what, None);
            let context = sub(context, what);
            notes.list(sub(context, 3), &mut anchor.passages, Span::default, |notes, passage| {
                notes.passage(sub(context, 4), passage);
            });
            notes.owned(sub(context, 5), &mut anchor.value, anchor.passages.first().copied());
            notes.anchors.push((**anchor).clone());
        });
        rule
    }

    /// A place that may be a mention before.
    fn passage(&mut self, context: u32, passage: &mut Span) {
        if self.walks() {
            return;
        }
        let back = self.mentions.iter().rev().take(4 * BACK).position(|own| own == passage);
        let back = self.bits.number(context, back.map_or(0, |back| back as u32 + 1));
        match back.checked_sub(1) {
            None => self.span(sub(context, 0), passage, Span::default()),
            Some(back) => match self.mentions.iter().rev().nth(back as usize) {
                Some(own) => *passage = *own,
                None => self.bits.fail(),
            },
        }
    }
}
