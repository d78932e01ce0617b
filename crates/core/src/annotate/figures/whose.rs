//! Whose a figure is: the one in whose words it stands, else the article; and the event that it belongs to.
//!
//! **Invariant:** a number inside what somebody says is never the article's own. The lists come in text order and
//! are gone through once. Start at [`Whose`].

use super::super::{Event, Quotation, Speech, Status, Voice, VoiceClass};
use crate::span::Span;

/// Looks up numbers that come in text order.
pub(super) struct Whose<'a> {
    quotations: &'a [Quotation],
    events: &'a [Event],
    quotation: usize,
    event: usize,
}

/// The most quotations or events that may lie around one number.
const MOST: usize = 64;

impl<'a> Whose<'a> {
    /// Over all words and events of a document.
    pub(super) fn new(quotations: &'a [Quotation], events: &'a [Event]) -> Self {
        Self { quotations, events, quotation: 0, event: 0 }
    }

    /// Who gives `number`, and the event it belongs to; `None` for a number in words that the text gives to nobody,
    /// such as the title of a song.
    pub(super) fn of(&mut self, number: Span) -> Option<(Voice, Option<u32>)> {
        let voice = self.words(number).map_or(Some(Voice::OUTLET), voice)?;
        Some((voice, self.event(number, voice)))
    }

    /// The innermost words around `number` that are somebody's.
    fn words(&mut self, number: Span) -> Option<&'a Quotation> {
        while self.quotations.get(self.quotation).is_some_and(|q| q.span.end <= number.start) {
            self.quotation += 1;
        }
        let near = self.quotations.iter().skip(self.quotation).take_while(|q| q.span.start <= number.start);
        let given =
            |q: &&Quotation| q.span.contains(number) && matches!(q.speech, Speech::Direct | Speech::Reported);
        near.take(MOST).filter(given).min_by_key(|q| (q.speaker.is_none(), q.span.len()))
    }

    /// The event with the narrowest clause around `number`; one of the same voice before another.
    fn event(&mut self, number: Span, voice: Voice) -> Option<u32> {
        while self.events.get(self.event).is_some_and(|e| e.span.end <= number.start) {
            self.event += 1;
        }
        let near = self.events.iter().enumerate().skip(self.event);
        let near = near.take_while(|(_, e)| e.span.start <= number.start).take(MOST);
        let holds = |(_, e): &(usize, &Event)| {
            let own = e.voice.class == voice.class && e.voice.span == voice.span;
            e.clause.contains(number) && own
        };
        let best = near.filter(holds).min_by_key(|(_, e)| (e.status == Status::Said, e.clause.len()));
        best.map(|(index, _)| index as u32)
    }
}

/// The voice of words; whom the text does not tell is unnamed, shown by the verb of saying.
fn voice(words: &Quotation) -> Option<Voice> {
    match &words.speaker {
        Some(s) => Some(Voice {
            class: s.class,
            mention: s.mention,
            span: Some(s.span).filter(|_| s.class != VoiceClass::Outlet),
        }),
        None => Some(Voice { class: VoiceClass::Unnamed, mention: None, span: Some(words.cue?) }),
    }
}
