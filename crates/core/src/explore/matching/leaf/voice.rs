//! Whose word a row is, what kind of word, and how many voices it rests on.
//!
//! **Invariant:** an unnamed voice never counts as a named one, and where the text does not tell who speaks no voice is
//! made up. Start at [`Ground::said_by`], [`Ground::statuses`] and [`Ground::count`].

use std::collections::BTreeSet;

use super::Ground;
use crate::annotate::{NameKind, Speech, Status, VoiceClass};
use crate::corpus::Article;
use crate::explore::Unit;
use crate::explore::passage::words;
use crate::explore::query::{Pattern, Sought, VoiceCount};
use crate::explore::set::Set;
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

impl<'a> Ground<'a> {
    /// Rows that are the word of an entity called so, or of somebody who is described with these words.
    pub(super) fn said_by(self, value: &str, unit: Unit) -> Set {
        let entities: Vec<u32> =
            NameKind::ALL.into_iter().flat_map(|kind| self.index.entity_named(kind, value)).collect();
        let described = Sought::of(&Pattern::phrase(value));
        self.own(unit, |unit, row| {
            let Some((at, article, heard)) = self.heard(unit, row) else { return false };
            heard.iter().any(|heard| {
                let entity = heard.mention.and_then(|mention| self.corpus.entity_of(at, mention));
                let own = heard.span.map(|span| span.of(&article.document.text)).unwrap_or_default();
                let own: Vec<String> = words(own).map(|(_, word)| word).collect();
                entity.is_some_and(|entity| entities.contains(&entity))
                    || described.as_ref().is_some_and(|described| described.is_in(&own))
            })
        })
    }

    /// Whose word a row is.
    fn heard(self, unit: Unit, row: u32) -> Option<(u32, &'a Article, Vec<Heard>)> {
        let (at, own) = self.index.place(unit, row)?;
        let article = self.article(at)?;
        let notes = &article.annotations;
        let voice = |voice: &crate::annotate::Voice| Heard {
            class: voice.class,
            mention: voice.mention,
            span: voice.span,
        };
        let heard = match unit {
            Unit::Events => {
                let events = &self.corpus.reports().get(row as usize)?.events;
                events
                    .iter()
                    .filter_map(|event| Some(voice(&notes.events.get(*event as usize)?.voice)))
                    .collect()
            }
            Unit::Quotations => {
                let speaker = notes.quotations.get(own as usize)?.speaker.iter();
                speaker.map(|s| Heard { class: s.class, mention: s.mention, span: Some(s.span) }).collect()
            }
            Unit::Figures => vec![voice(&notes.figures.get(own as usize)?.voice)],
            Unit::Articles => Vec::new(),
        };
        Some((at, article, heard))
    }

    /// What kind of word a row is; a report may be of several.
    pub(super) fn statuses(self, unit: Unit, row: u32) -> impl Iterator<Item = Status> {
        let place = self.index.place(unit, row);
        let notes = place.and_then(|(at, own)| Some((&self.article(at)?.annotations, own)));
        let found = notes.map(|(notes, own)| match unit {
            Unit::Events => {
                let events = self.corpus.reports().get(row as usize).map_or(&[][..], |report| &report.events);
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
        });
        found.unwrap_or_default().into_iter()
    }

    /// How many voices a row rests on, over all reports of its event; `None` where the text does not tell.
    pub(super) fn count(self, unit: Unit, row: u32) -> Option<VoiceCount> {
        let cluster = (unit == Unit::Events).then(|| self.corpus.cluster_of(row)).flatten();
        let reports = cluster.map_or(std::slice::from_ref(&row), |cluster| &cluster.reports);
        let (mut tellers, mut unnamed) = (BTreeSet::new(), false);
        for (at, article, heard) in reports.iter().filter_map(|row| self.heard(unit, *row)) {
            let document = &article.document;
            for heard in heard {
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
