//! Whose word a row is, what kind of word, and how many voices it rests on.
//!
//! **Invariant:** an unnamed voice never counts as a named one, and where the text does not tell who speaks no voice is
//! made up. Start at [`Voices::heard`], [`Voices::statuses`] and [`Voices::tellers`].

use std::collections::BTreeSet;

use super::Unit;
use super::passages::words;
use super::query::VoiceCount;
use crate::annotate::{Speech, Status, Voice, VoiceClass};
use crate::corpus::{Article, Joined};
use crate::fold::fold;
use crate::span::Span;

/// Somebody whose word a row is.
struct Heard {
    class: VoiceClass,
    mention: Option<u32>,
    span: Option<Span>,
}

/// Somebody whose word it is, as far as that tells two of them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Teller {
    /// Somebody who is not named: however many, they are one voice.
    Unnamed,
    Outlet(String),
    Entity(u32),
    Described(String),
}

/// The voices of a corpus.
#[derive(Clone, Copy)]
pub(super) struct Voices<'a> {
    pub(super) corpus: &'a Joined,
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

    /// Those whose word the row is, each once.
    pub(super) fn tellers(
        self,
        unit: Unit,
        at: u32,
        article: &Article,
        events: &[u32],
        own: u32,
    ) -> BTreeSet<Teller> {
        let document = &article.document;
        let teller = |heard: Heard| {
            let entity = heard.mention.and_then(|mention| self.corpus.entity_of(at, mention));
            let described = || Teller::Described(fold(heard.span.map_or("", |span| span.of(&document.text))));
            match heard.class {
                VoiceClass::Unnamed => Teller::Unnamed,
                VoiceClass::Outlet => {
                    let publisher = document.publisher.as_ref().map_or(&document.file, |p| &p.value);
                    Teller::Outlet(fold(publisher))
                }
                VoiceClass::Person | VoiceClass::Office => entity.map_or_else(described, Teller::Entity),
            }
        };
        Self::voices(unit, article, events, own).into_iter().map(teller).collect()
    }

    /// How many voices `tellers` are, each of whom is given once; `None` where the text does not tell.
    pub(super) fn count<'t>(tellers: impl Iterator<Item = &'t Teller>) -> Option<VoiceCount> {
        let (mut all, mut unnamed) = (0, false);
        for teller in tellers {
            all += 1;
            unnamed |= *teller == Teller::Unnamed;
        }
        match all {
            0 => None,
            1 if unnamed => Some(VoiceCount::Unnamed),
            1 => Some(VoiceCount::One),
            _ => Some(VoiceCount::Several),
        }
    }
}
