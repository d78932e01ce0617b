//! The walk over what stands in a sentence: places in it, the times and names there, and whose words they are.
//!
//! **Invariant:** a sibling is expected where the text has it, and any number of one comes back all the same.
//! Start at [`Notes::in_sentence`] and [`Notes::voice`].

use super::{Notes, from_base, sub, to_base};
use crate::annotate::Voice;
use crate::span::Span;

/// How many voices before are looked through.
const BACK: usize = 32;

impl Notes<'_> {
    /// The first mark in `span` that begins with a digit.
    pub(super) fn digits(&self, span: Span) -> Option<Span> {
        let marks = self.marks.first(span.start)..self.marks.behind(span.end);
        let mut marks = marks
            .filter_map(|mark| Some(Span { start: self.marks.start(mark)?, end: self.marks.end(mark)? }));
        marks.find(|mark| mark.of(&self.text).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The last sentence that begins at `at` or before it.
    pub(super) fn sentence_at(&self, at: u32) -> u32 {
        self.sentences.partition_point(|own| own.start <= at).saturating_sub(1) as u32
    }

    /// A place in a sentence; `before` is the sentence of the last one, and becomes that of this one, which is given.
    pub(super) fn in_sentence(&mut self, context: u32, span: &mut Span, before: &mut u32) -> Span {
        let by = from_base(self.sentence_at(span.start), *before);
        *before = to_base(self.bits.number(context, by), *before);
        let frame = self.sentences.get(*before as usize).copied().unwrap_or_default();
        self.span(sub(context, 0), span, frame);
        frame
    }

    /// The number of a time in `frame`.
    pub(super) fn time(&mut self, context: u32, time: &mut u32, frame: Span) {
        let base = self.times.partition_point(|own| own.start < frame.start) as u32;
        *time = to_base(self.bits.number(context, from_base(*time, base)), base);
    }

    /// The number of a mention in `frame`.
    pub(super) fn mention(&mut self, context: u32, mention: &mut u32, frame: Span) {
        let base = self.mentions.partition_point(|own| own.start < frame.start) as u32;
        *mention = to_base(self.bits.number(context, from_base(*mention, base)), base);
    }

    /// A voice in `frame`, which may have been heard there before.
    pub(super) fn voice(&mut self, context: u32, voice: &mut Voice, frame: Span) {
        let class = self.choice(context, voice.class as u32, &mut voice.class);
        let context = sub(context, class);
        let at = |part| sub(context, part);
        let class = voice.class;
        let heard = self.voices.iter().rev().take(BACK);
        let mut heard = heard.filter(|(own, _, span)| *own == class && frame.contains(*span));
        let same = heard
            .clone()
            .position(|(_, mention, span)| *mention == voice.mention && Some(*span) == voice.span);
        let same = self.bits.number(at(0), same.map_or(0, |same| same as u32 + 1));
        if let Some(same) = same.checked_sub(1) {
            match heard.nth(same as usize) {
                Some((_, mention, span)) => (voice.mention, voice.span) = (*mention, Some(*span)),
                None => self.bits.fail(),
            }
            return;
        }
        self.option(at(1), &mut voice.mention, || 0, |notes, mention| notes.mention(at(2), mention, frame));
        let name = voice.mention.and_then(|mention| self.mentions.get(mention as usize)).copied();
        let named = u32::from(name.is_some());
        self.option(at(3 + named), &mut voice.span, Span::default, |notes, span| {
            notes.titled(at(5), span, name, frame);
        });
        if let Some(span) = voice.span {
            self.voices.push((class, voice.mention, span));
        }
    }

    /// A place that may be `name`, with words before it.
    fn titled(&mut self, context: u32, span: &mut Span, name: Option<Span>, frame: Span) {
        let Some(name) = name else { return self.span(context, span, frame) };
        let first = self.marks.first(name.start);
        let own = self.marks.starting(span.start).filter(|own| *own <= first && span.end == name.end);
        let before = self.bits.number(sub(context, 0), own.map_or(0, |own| first - own + 1));
        if before == 0 {
            return self.span(sub(context, 1), span, frame);
        }
        if self.reads() {
            match self.marks.start(first.wrapping_sub(before - 1)) {
                Some(start) => *span = Span { start, end: name.end },
                None => self.bits.fail(),
            }
        }
    }
}
