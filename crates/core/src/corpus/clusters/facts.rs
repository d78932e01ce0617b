//! What an event says, as far as two reports of it can be compared: days, names, words, numbers.
//!
//! **Invariant:** only what the clause itself says, never what is near it; an event without two known ends, or longer
//! than a week, has no facts, since such an interval shares its days with anything. Start at [`Facts::of`].

use std::collections::BTreeSet;

use super::super::{Article, Joined};
use super::amounts::Amount;
use super::stems;
use crate::annotate::names::gazetteer;
use crate::annotate::{Annotations, Event, NameKind, Plan, Status, VoiceClass};
use crate::civil::{DAY, Interval};
use crate::fold;
use crate::order;
use crate::span::Span;

/// The longest interval of an event that is compared: a week.
const LONGEST: i64 = 7 * DAY;
/// The most names and words of an event that count; a sentence of more is a list.
const MOST: usize = 24;

/// An event, for comparing.
pub(super) struct Facts {
    /// Its report's index.
    pub(super) report: u32,
    /// Its index in its document.
    pub(super) event: u32,
    /// The first second, and the second after the last one.
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) class: Class,
    /// Who says so, for a saying: the entity.
    pub(super) voice: Option<u32>,
    /// The entities that take part or stand in the clause, where it is included, ascending.
    pub(super) names: Box<[u32]>,
    /// Those of them that are places smaller than a state, ascending.
    pub(super) places: Box<[u32]>,
    /// Where it is said to be.
    pub(super) place: Option<u32>,
    /// The words of the clause that are no names, times, numbers or small words, ascending.
    pub(super) words: Box<[u32]>,
    /// What is counted, and how many.
    pub(super) amounts: Box<[Amount]>,
}

/// An event as its article has it.
pub(super) struct Stated {
    /// What is known of it but for its words; its report is counted in its article.
    pub(super) facts: Facts,
    /// The stems of its words, each once, with the word that has it first.
    pub(super) stems: Vec<(String, String)>,
}

/// What is claimed of an event, as far as it keeps reports apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The saying itself.
    Said,
    /// It happened, as the outlet or somebody says.
    Happened,
    Ongoing,
    /// It is planned or expected.
    Ahead,
    Proposed,
    Deadline,
    Conditional,
    Denied,
    Withheld,
    NotDone,
}

impl Class {
    fn of(event: &Event) -> Self {
        match (event.status, event.plan) {
            (Status::Said, _) => Self::Said,
            (Status::Happened | Status::Claimed, _) => Self::Happened,
            (Status::Ongoing, _) => Self::Ongoing,
            (Status::Announced, Some(Plan::Proposed)) => Self::Proposed,
            (Status::Announced, Some(Plan::Deadline)) => Self::Deadline,
            (Status::Announced, _) => Self::Ahead,
            (Status::Conditional, _) => Self::Conditional,
            (Status::Denied, _) => Self::Denied,
            (Status::Withheld, _) => Self::Withheld,
            (Status::NotDone, _) => Self::NotDone,
        }
    }
}

impl Facts {
    /// Event `event` in report `report` of article `article`; `None` if it cannot be compared.
    pub(super) fn of(
        corpus: &Joined,
        content: &Article,
        (article, report, event): (u32, u32, u32),
    ) -> Option<Stated> {
        let notes = &content.annotations;
        let found = notes.events.get(event as usize)?;
        let Interval { from, to } = found.when?.interval;
        if from == Interval::PAST || to == Interval::FUTURE || to - from > LONGEST || to <= from {
            return None;
        }
        let class = Class::of(found);
        let entity = |mention: u32| corpus.entity_of(article, mention);
        let named_voice = matches!(found.voice.class, VoiceClass::Person | VoiceClass::Office);
        let voice = found.voice.mention.filter(|_| named_voice).and_then(entity);
        let clause = if class == Class::Said { found.span } else { found.clause };
        let inside = within(notes, clause);
        let mut names = order::set(
            inside.clone().chain(found.participants.iter().copied()).filter_map(entity).take(MOST),
        );
        if let Some(voice) = voice {
            names.remove(&voice);
        }
        let place = found.place.and_then(entity);
        names.extend(place);
        let kind = |entity: &u32| corpus.entities().get(*entity as usize);
        let is_place =
            |entity: &u32| kind(entity).is_some_and(|e| e.kind == NameKind::Place && !is_state(&e.name));
        let names: Box<[u32]> = names.into_iter().collect();
        let places = names.iter().copied().filter(is_place).collect();
        let taken = taken(notes, clause, inside);
        let text = &content.document.text;
        let mut own: Vec<(String, String)> = Vec::new();
        for (at, word) in fold::words(clause.of(text)) {
            let span = Span::new((clause.start + at.start) as usize, (clause.start + at.end) as usize);
            if taken.iter().any(|taken| taken.overlaps(span)) {
                continue;
            }
            let stem = stems::stem(&word).filter(|_| own.len() < MOST);
            if let Some(stem) = stem.filter(|stem| own.iter().all(|(known, _)| known != stem)) {
                own.push((stem, word.into_owned()));
            }
        }
        let first = notes.figures.partition_point(|figure| figure.span.start < clause.start);
        let figures = notes.figures.iter().skip(first).take_while(|f| f.span.start < clause.end).take(MOST);
        let amounts = figures.filter_map(|figure| Amount::of(text, figure)).collect();
        let words = Box::default();
        let facts = Self { report, event, from, to, class, voice, names, places, place, words, amounts };
        Some(Stated { facts, stems: own })
    }

    /// The numbers of the clause, in digits; small ones and years are none.
    pub(super) fn numbers(&self) -> BTreeSet<&str> {
        let telling = self.amounts.iter().filter(|amount| amount.is_telling());
        telling.map(|amount| amount.value.as_str()).collect()
    }

    /// The days it touches, counted from the epoch.
    pub(super) fn days(&self) -> std::ops::RangeInclusive<i64> {
        self.from.div_euclid(DAY)..=(self.to - 1).div_euclid(DAY)
    }
}

/// The mentions inside `clause`.
fn within(notes: &Annotations, clause: Span) -> impl Iterator<Item = u32> + Clone {
    let first = notes.mentions.partition_point(|m| m.span.start < clause.start);
    let end = notes.mentions.partition_point(|m| m.span.start < clause.end);
    first as u32..end as u32
}

/// What of `clause` is a name or a time, and so no word of its own.
fn taken(notes: &Annotations, clause: Span, mentions: impl Iterator<Item = u32>) -> Vec<Span> {
    let names = mentions.filter_map(|mention| notes.mentions.get(mention as usize)).map(|m| m.span);
    let first = notes.times.partition_point(|t| t.span.end <= clause.start);
    let times = notes.times.iter().skip(first).map(|t| t.span).take_while(|span| span.start < clause.end);
    names.chain(times).collect()
}

/// Whether a place of this name is a state, or a part of the world.
fn is_state(name: &str) -> bool {
    let of = ["gazetteer-country", "gazetteer-region"];
    gazetteer::known(name).is_some_and(|(_, rule)| of.contains(&rule))
}
