//! Whose word a row is, what kind of word, and how many voices it rests on.
//!
//! **Invariant:** an unnamed voice never counts as a named one, and where the text does not tell who speaks no voice is
//! made up. Start at [`Voices::heard`], [`Voices::statuses`] and [`Voices::count`].

use std::collections::BTreeSet;

use super::Unit;
use super::passages::words;
use super::query::VoiceCount;
use crate::annotate::{Speech, Status, Voice, VoiceClass};
use crate::corpus::{Article, Corpus};
use crate::fold::fold;
use crate::span::Span;

/// Somebody whose word a row is.
struct Heard {
    class: VoiceClass,
    mention: Option<u32>,
    span: Option<Span>,
}

/// Somebody whose word it is, as far as that tells two of them apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Teller {
    Outlet(String),
    Entity(u32),
    Described(String),
}

/// The voices of a corpus.
#[derive(Clone, Copy)]
pub(super) struct Voices<'a> {
    pub(super) corpus: &'a Corpus,
}

impl Voices<'_> {
    /// Whose word a row is: for each voice the entity that it names, and the words that describe it.
    pub(super) fn heard(
        self,
        unit: Unit,
        at: u32,
        article: &Article,
        events: &[u32],
        own: u32,
    ) -> Vec<(Option<u32>, String)> {
        let described = |heard: Heard| {
            let entity = heard.mention.and_then(|mention| self.corpus.entity_of(at, mention));
            let own = heard.span.map(|span| span.of(&article.document.text)).unwrap_or_default();
            let own: Vec<String> = words(own).map(|(_, word)| word).collect();
            (entity, own.join(" "))
        };
        Self::voices(unit, article, events, own).into_iter().map(described).collect()
    }

    /// Whose word the row is that is events `events` or else thing `own` of `article`.
    fn voices(unit: Unit, article: &Article, events: &[u32], own: u32) -> Vec<Heard> {
        let notes = &article.annotations;
        let voice = |voice: &Voice| Heard { class: voice.class, mention: voice.mention, span: voice.span };
        match unit {
            Unit::Events => {
                let events = events.iter().filter_map(|event| notes.events.get(*event as usize));
                events.map(|event| voice(&event.voice)).collect()
            }
            Unit::Quotations => {
                let quotation = notes.quotations.get(own as usize);
                let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
                let heard = speaker.map(|s| Heard { class: s.class, mention: s.mention, span: Some(s.span) });
                heard.into_iter().collect()
            }
            Unit::Figures => {
                notes.figures.get(own as usize).map(|figure| voice(&figure.voice)).into_iter().collect()
            }
            Unit::Articles => Vec::new(),
        }
    }

    /// What kind of word a row is; a report may be of several.
    pub(super) fn statuses(unit: Unit, article: &Article, events: &[u32], own: u32) -> Vec<Status> {
        let notes = &article.annotations;
        match unit {
            Unit::Events => {
                events.iter().filter_map(|event| Some(notes.events.get(*event as usize)?.status)).collect()
            }
            Unit::Quotations => {
                let kept = notes.quotations.get(own as usize).is_some_and(|q| q.speech == Speech::Withheld);
                vec![if kept { Status::Withheld } else { Status::Said }]
            }
            Unit::Figures => {
                let event = notes.figures.get(own as usize).and_then(|figure| figure.event);
                let event = event.and_then(|event| notes.events.get(event as usize));
                vec![event.map_or(Status::Said, |event| event.status)]
            }
            Unit::Articles => Vec::new(),
        }
    }

    /// How many voices a row rests on, over all reports of its event; `None` where the text does not tell.
    pub(super) fn count(self, unit: Unit, row: u32, at: u32, events: &[u32], own: u32) -> Option<VoiceCount> {
        let cluster = (unit == Unit::Events).then(|| self.corpus.cluster_of(row)).flatten();
        let reports = cluster.map(|cluster| {
            let reports = cluster.reports.iter().filter_map(|row| self.corpus.reports().get(*row as usize));
            reports.map(|report| (report.document, report.events.as_slice())).collect()
        });
        let (mut tellers, mut unnamed) = (BTreeSet::new(), false);
        for (at, events) in reports.unwrap_or_else(|| vec![(at, events)]) {
            let Some(article) = self.corpus.articles().get(at as usize) else { continue };
            let document = &article.document;
            for heard in Self::voices(unit, article, events, own) {
                let entity = heard.mention.and_then(|mention| self.corpus.entity_of(at, mention));
                let described =
                    || Teller::Described(fold(heard.span.map_or("", |span| span.of(&document.text))));
                match heard.class {
                    VoiceClass::Unnamed => unnamed = true,
                    VoiceClass::Outlet => {
                        let publisher = document.publisher.as_ref().map_or(&document.file, |p| &p.value);
                        tellers.insert(Teller::Outlet(fold(publisher)));
                    }
                    VoiceClass::Person | VoiceClass::Office => {
                        tellers.insert(entity.map_or_else(described, Teller::Entity));
                    }
                }
            }
        }
        match tellers.len() + usize::from(unnamed) {
            0 => None,
            _ if tellers.is_empty() => Some(VoiceCount::Unnamed),
            1 => Some(VoiceCount::One),
            _ => Some(VoiceCount::Several),
        }
    }
}
