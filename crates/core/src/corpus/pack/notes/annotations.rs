//! The walk over what was found: times, names, quotations, events, figures and credits.
//!
//! **Invariant:** every field is walked over once, a reason before what depends on it; numbers of siblings are expected
//! near those that the text has there. Start at [`Notes::annotations`].

use super::values::{reason, some_time};
use super::{Notes, from_base, sub, to_base};
use crate::annotate::{
    Annotations, Credit, CreditKind, Event, Figure, Mention, NameKind, Plan, Qualifier, Quotation, Speaker,
    Speech, Status, Time, TimeKind, Undated, Unresolved, Voice, VoiceClass,
};
use crate::span::Span;

/// The contexts of this walk.
const TIME: u32 = sub(2, 0);
const MENTION: u32 = sub(3, 0);
const QUOTATION: u32 = sub(4, 0);
const EVENT: u32 = sub(5, 0);
const FIGURE: u32 = sub(6, 0);
const CREDIT: u32 = sub(7, 0);

impl Notes<'_> {
    /// Walks over `annotations`.
    pub(super) fn annotations(&mut self, annotations: &mut Annotations) {
        let Annotations { times, mentions, quotations, events, figures, credits } = annotations;
        self.times(times);
        self.mentions(mentions);
        let mut sentence = 0;
        let blank = || Quotation::new(Span::default(), Speech::Direct, reason());
        let mut own = 0;
        self.list(sub(QUOTATION, 0), quotations, blank, |notes, quotation| {
            notes.quotation(quotation, &mut sentence, own);
            own += 1;
        });
        let (mut sentence, mut own) = (0, 0);
        let blank = || Event::new(Span::default(), Status::Said, Voice::OUTLET, reason());
        self.list(sub(EVENT, 0), events, blank, |notes, event| {
            notes.event(event, times, &mut sentence, own);
            own += 1;
        });
        self.figures(figures);
        let mut end = Span::default();
        let blank = || {
            let (span, origin) = (Span::default(), Span::default());
            Credit { span, origin, kind: CreditKind::Report, evidence: reason() }
        };
        self.list(sub(CREDIT, 0), credits, blank, |notes, credit| {
            let Credit { span, origin, kind, evidence } = credit;
            let at = |part| sub(CREDIT, part);
            notes.span(at(1), span, end);
            end = Span { start: span.end, end: span.end };
            let rule = notes.evidence(at(2), evidence);
            notes.span(at(3), origin, *span);
            notes.choice(at(4 + rule), *kind as u32, kind);
        });
    }

    fn times(&mut self, times: &mut Vec<Time>) {
        let mut end = Span::default();
        let blank = || {
            let (span, kind, value) = (Span::default(), TimeKind::Date, String::new());
            Time { span, kind, value, when: None, unresolved: None, evidence: reason() }
        };
        self.list(sub(TIME, 0), times, blank, |notes, time| {
            let Time { span, kind, value, when, unresolved, evidence } = time;
            notes.span(sub(TIME, 1), span, end);
            end = Span { start: span.end, end: span.end };
            notes.times.push(*span);
            let rule = notes.evidence(sub(TIME, 2), evidence);
            let context = sub(TIME, 8 + rule);
            let at = |part| sub(context, part);
            let own = notes.choice(at(0), *kind as u32, kind);
            notes.last_day = notes.day;
            notes.owned(at(1 + own), value, None);
            let day = notes.last_day;
            notes.option(at(5), when, some_time, |notes, when| notes.when(at(6), when, day));
            let is_open = u32::from(when.is_none());
            let blank = || Unresolved::TooVague;
            notes.option(at(7 + is_open), unresolved, blank, |notes, why| {
                notes.choice(at(9), *why as u32, why);
            });
        });
    }

    fn mentions(&mut self, mentions: &mut Vec<Mention>) {
        let mut end = Span::default();
        let blank = || Mention { span: Span::default(), kind: NameKind::Other, evidence: reason() };
        self.list(sub(MENTION, 0), mentions, blank, |notes, mention| {
            let Mention { span, kind, evidence } = mention;
            notes.span(sub(MENTION, 1), span, end);
            end = Span { start: span.end, end: span.end };
            let rule = notes.evidence(sub(MENTION, 2), evidence);
            notes.choice(sub(MENTION, 3 + rule), *kind as u32, kind);
            notes.mentions.push(*span);
        });
    }

    fn quotation(&mut self, quotation: &mut Quotation, sentence: &mut u32, number: u32) {
        let Quotation { span, speech, speaker, addressee, medium, cue, spoken, free, repeats, evidence } =
            quotation;
        let rule = self.evidence(sub(QUOTATION, 1), evidence);
        let context = sub(QUOTATION, 2 + rule);
        let at = |part| sub(context, part);
        let speech = self.choice(at(0), *speech as u32, speech);
        let frame = self.in_sentence(at(1), span, sentence);
        let mut said = Span { start: span.end, end: frame.end };
        let blank = || Speaker { class: VoiceClass::Outlet, mention: None, span: Span::default() };
        self.option(at(2 + speech), speaker, blank, |notes, speaker| {
            let mut voice =
                Voice { class: speaker.class, mention: speaker.mention, span: Some(speaker.span) };
            notes.voice(at(6), &mut voice, frame);
            *speaker =
                Speaker { class: voice.class, mention: voice.mention, span: voice.span.unwrap_or_default() };
            said.start = speaker.span.end;
        });
        self.option(at(7), cue, Span::default, |notes, cue| {
            notes.span(at(8), cue, said);
            said.start = cue.end;
        });
        self.option(at(9), addressee, || Voice::OUTLET, |notes, voice| notes.voice(at(10), voice, said));
        self.option(at(11), medium, Span::default, |notes, medium| notes.span(at(12), medium, said));
        for (part, time) in [(13, spoken), (15, free)] {
            self.option(at(part), time, || 0, |notes, time| notes.time(at(part + 1), time, frame));
        }
        self.option(
            at(17),
            repeats,
            || 0,
            |notes, repeats| {
                *repeats = to_base(notes.bits.number(at(18), from_base(*repeats, number)), number);
            },
        );
    }

    fn event(&mut self, event: &mut Event, times: &[Time], sentence: &mut u32, number: u32) {
        let Event {
            span,
            clause,
            when,
            time,
            undated,
            status,
            plan,
            voice,
            participants,
            place,
            of,
            evidence,
        } = event;
        let rule = self.evidence(sub(EVENT, 1), evidence);
        let context = sub(EVENT, 2 + rule);
        let at = |part| sub(context, part);
        let own = self.choice(at(0), *status as u32, status);
        self.in_sentence(at(1), span, sentence);
        self.span(at(2), clause, *span);
        self.events.push(*span);
        let frame = *clause;
        self.option(at(3), time, || 0, |notes, time| notes.time(at(4), time, frame));
        let of_time = time.and_then(|time| times.get(time as usize)).and_then(|time| time.when);
        if self.bits.flag(at(5), of_time.is_some() && *when == of_time) {
            *when = of_time;
        } else {
            let day = self.day;
            self.option(at(6), when, some_time, |notes, when| notes.when(at(7), when, day));
        }
        let open = u32::from(when.is_none());
        self.option(
            at(8 + open),
            undated,
            || Undated::NoTimeGiven,
            |notes, why| {
                notes.choice(at(10), *why as u32, why);
            },
        );
        self.option(
            at(16 + own),
            plan,
            || Plan::Planned,
            |notes, plan| {
                notes.choice(at(11), *plan as u32, plan);
            },
        );
        self.voice(at(12), voice, *span);
        let mut next = self.mentions.partition_point(|own| own.start < frame.start) as u32;
        self.list(
            at(13),
            participants,
            || 0,
            |notes, mention| {
                *mention = to_base(notes.bits.number(at(14), from_base(*mention, next)), next);
                next = mention.wrapping_add(1);
            },
        );
        self.option(at(15), place, || 0, |notes, place| notes.mention(at(40), place, frame));
        self.option(
            at(41),
            of,
            || 0,
            |notes, of| {
                *of = to_base(notes.bits.number(at(42), from_base(*of, number)), number);
            },
        );
    }

    fn figures(&mut self, figures: &mut Vec<Figure>) {
        let mut end = Span::default();
        let blank = || Figure {
            span: Span::default(),
            value: String::new(),
            upto: None,
            qualifier: Qualifier::Exactly,
            unit: String::new(),
            counted: None,
            voice: Voice::OUTLET,
            event: None,
            evidence: reason(),
        };
        self.list(sub(FIGURE, 0), figures, blank, |notes, figure| {
            let Figure { span, value, upto, qualifier, unit, counted, voice, event, evidence } = figure;
            let rule = notes.evidence(sub(FIGURE, 1), evidence);
            let context = sub(FIGURE, 2 + rule);
            let at = |part| sub(context, part);
            notes.span(at(0), span, end);
            end = Span { start: span.end, end: span.end };
            let digits = notes.digits(*span);
            notes.owned(at(1), value, digits);
            notes.option(at(2), upto, String::new, |notes, upto| notes.owned(at(3), upto, None));
            notes.choice(at(4), *qualifier as u32, qualifier);
            notes.owned(at(5), unit, None);
            notes.option(at(6), counted, Span::default, |notes, counted| notes.span(at(7), counted, *span));
            let sentence = notes.sentence_at(span.start);
            let frame = notes.sentences.get(sentence as usize).copied().unwrap_or_default();
            notes.voice(at(8), voice, frame);
            notes.option(
                at(9),
                event,
                || 0,
                |notes, event| {
                    let base = notes.events.partition_point(|own| own.end <= span.start) as u32;
                    *event = to_base(notes.bits.number(at(10), from_base(*event, base)), base);
                },
            );
        });
    }
}
