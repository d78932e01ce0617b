//! The walk over what was found: times, names, quotations, events, figures, credits, and the rows that events make.
//!
//! **Invariant:** every field is walked over once, a reason before what depends on it; numbers of siblings are expected
//! near those that the text has there. Start at [`Notes::annotations`].

use super::values::{reason, some_time};
use super::{Notes, from_base, sub, to_base};
use crate::annotate::{
    Annotations, Credit, CreditKind, Event, Figure, Mention, NameKind, Plan, Qualifier, Quotation, Speaker,
    Speech, Status, Time, TimeKind, Undated, Unresolved, Voice, VoiceClass,
};
use crate::corpus::pack::Opened;
use crate::corpus::reports;
use crate::span::Span;

/// The contexts of this walk.
const TIME: u32 = sub(2, 0);
const MENTION: u32 = sub(3, 0);
const QUOTATION: u32 = sub(4, 0);
const EVENT: u32 = sub(5, 0);
const FIGURE: u32 = sub(6, 0);
const CREDIT: u32 = sub(7, 0);
const FORM: u32 = sub(8, 0);
const REPORT: u32 = sub(9, 0);

/// How many voices before are looked through.
const BACK: usize = 32;

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

    /// The first mark in `span` that begins with a digit.
    fn digits(&self, span: Span) -> Option<Span> {
        let marks = self.marks.first(span.start)..self.marks.behind(span.end);
        let mut marks = marks
            .filter_map(|mark| Some(Span { start: self.marks.start(mark)?, end: self.marks.end(mark)? }));
        marks.find(|mark| mark.of(&self.text).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The last sentence that begins at `at` or before it.
    fn sentence_at(&self, at: u32) -> u32 {
        self.sentences.partition_point(|own| own.start <= at).saturating_sub(1) as u32
    }

    /// A place in a sentence; `before` is the sentence of the last one, and becomes that of this one, which is given.
    fn in_sentence(&mut self, context: u32, span: &mut Span, before: &mut u32) -> Span {
        let by = from_base(self.sentence_at(span.start), *before);
        *before = to_base(self.bits.number(context, by), *before);
        let frame = self.sentences.get(*before as usize).copied().unwrap_or_default();
        self.span(sub(context, 0), span, frame);
        frame
    }

    /// The number of a time in `frame`.
    fn time(&mut self, context: u32, time: &mut u32, frame: Span) {
        let base = self.times.partition_point(|own| own.start < frame.start) as u32;
        *time = to_base(self.bits.number(context, from_base(*time, base)), base);
    }

    /// The number of a mention in `frame`.
    fn mention(&mut self, context: u32, mention: &mut u32, frame: Span) {
        let base = self.mentions.partition_point(|own| own.start < frame.start) as u32;
        *mention = to_base(self.bits.number(context, from_base(*mention, base)), base);
    }

    /// A voice in `frame`, which may have been heard there before.
    fn voice(&mut self, context: u32, voice: &mut Voice, frame: Span) {
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

    /// The form of each mention: mostly the one of its spelling.
    pub(super) fn forms(&mut self, opened: &mut Opened) {
        let mentions = &opened.article.annotations.mentions;
        let mut number = 0;
        let expected = mentions.len() as u32;
        let len = self.bits.number(sub(FORM, 0), from_base(opened.forms.len() as u32, expected));
        self.items(
            to_base(len, expected),
            &mut opened.forms,
            || None,
            |notes, form| {
                let mention = mentions.get(number);
                number += 1;
                let spelled = mention.and_then(|mention| {
                    let words: Vec<&str> = mention.span.of(&notes.text).split_whitespace().collect();
                    (notes.form_of)(mention.kind, &words.join(" "))
                });
                let kind = match form {
                    None => 0,
                    _ if *form == spelled => 1,
                    _ => 2,
                };
                *form = match notes.bits.number(sub(FORM, 1), kind) {
                    0 => None,
                    1 => spelled,
                    _ => Some(notes.bits.number(sub(FORM, 2), form.unwrap_or(0))),
                };
            },
        );
    }

    /// The rows of the events: mostly those that follow from them.
    pub(super) fn reports(&mut self, opened: &mut Opened) {
        let follow = reports::rows(&opened.article.annotations.events);
        if self.bits.flag(sub(REPORT, 0), opened.reports == follow) {
            opened.reports = follow;
            return;
        }
        self.list(sub(REPORT, 1), &mut opened.reports, Vec::new, |notes, row| {
            notes.list(
                sub(REPORT, 2),
                row,
                || 0,
                |notes, event| {
                    *event = notes.bits.number(sub(REPORT, 3), *event);
                },
            );
        });
    }
}
