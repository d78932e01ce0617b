//! What an article adds to the index, found without looking at any other.
//!
//! **Invariant:** everything is counted from the first passage of the article, so that articles can be looked at in any
//! order and on any thread. Start at [`Of::article`].

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::times::Gathered;
use super::unit::write::Written;
use super::{INCOMPLETE, SET, values};
use crate::annotate::{Event, Plan};
use crate::columns::Flat;
use crate::corpus::{Article, Joined, reports};
use crate::explore::Unit;
use crate::explore::passages::Passages;
use crate::explore::rows::{self, Row};
use crate::explore::voices::{Teller, Voices};
use crate::read::Dated;

/// The units whose rows have columns, in their order.
pub(super) const UNITS: [Unit; 3] = [Unit::Events, Unit::Quotations, Unit::Figures];

/// What an article adds.
#[derive(Debug)]
pub(super) struct Found {
    /// Its terms, each once.
    pub(super) terms: Vec<String>,
    /// For each word the number of its term there, and its passage.
    pub(super) words: Vec<(u32, u32)>,
    /// For each passage its field.
    pub(super) fields: Vec<u8>,
    /// For each passage how many words it has.
    pub(super) lengths: Vec<u32>,
    /// For each passage the entities that are named in it.
    pub(super) names: Flat,
    /// When it was published and by what it is sorted, what else is known of it as a whole, and how its hash begins.
    pub(super) columns: [u32; 4],
    /// Its dated events.
    pub(super) marks: Vec<Mark>,
    /// The entities that are named anywhere in it.
    pub(super) whole: Vec<u32>,
    /// Publisher, author and language.
    pub(super) values: [Option<String>; 3],
    pub(super) origins: Vec<String>,
    /// Its rows of each of the [`UNITS`].
    pub(super) rows: [Vec<OneRow>; 3],
}

/// A dated event: when, which one of its article, and its status.
pub(super) type Mark = (u32, u32, u32);

/// A row with what only all articles together have numbers for.
#[derive(Debug)]
pub(super) struct OneRow {
    pub(super) row: Written,
    /// Whose word it is: the entity, and the words that describe it.
    pub(super) heard: Vec<(Option<u32>, String)>,
    pub(super) tellers: BTreeSet<Teller>,
    /// The entities in it.
    pub(super) entities: BTreeSet<u32>,
}

/// What articles are looked at with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of<'a> {
    pub(super) corpus: &'a Joined,
    pub(super) times: &'a Gathered,
}

impl Of<'_> {
    /// What `article`, which is number `at`, adds.
    pub(super) fn article(self, at: u32, article: &Article) -> Found {
        let passages = Passages::of(article);
        let names = self.names(at, article, &passages);
        let document = &article.document;
        let published = document.published.when;
        let [a, b, c, d, ..] = document.sha256;
        let columns = [
            published.map_or(0, |when| self.times.when(when) + 1),
            self.times.key(published.map(|when| when.interval.starts())),
            u32::from(document.incomplete.is_some()) * INCOMPLETE
                + u32::from(document.published.dated == Dated::Decided) * SET,
            u32::from_be_bytes([a, b, c, d]),
        ];
        let (places, marks) = self.dated(article);
        let reports = reports::rows(&article.annotations.events);
        let [events, whole, quotations, figures] =
            rows::of_article(self.corpus, at, article, &reports, &passages);
        let rows = [(0, events), (1, quotations), (2, figures)].map(|(unit, rows)| {
            let row = |row: Row| {
                let events = reports.get(row.own as usize).filter(|_| unit == 0);
                let events = events.map_or(&[][..], Vec::as_slice);
                self.row(
                    at,
                    article,
                    UNITS.get(unit).copied().unwrap_or_default(),
                    row,
                    events,
                    (&names, &places),
                )
            };
            rows.into_iter().map(row).collect()
        });
        let (terms, words) = words(&passages);
        let values = [
            document.publisher.as_ref().map(|field| field.value.clone()),
            document.author.as_ref().map(|field| field.value.clone()),
            Some(document.language.as_ref().map_or("none", |language| language.value.as_str()).to_owned()),
        ];
        Found {
            terms,
            words,
            fields: passages.all.iter().map(|passage| passage.field as u8).collect(),
            lengths: passages.all.iter().map(|passage| passage.words.len() as u32).collect(),
            names,
            columns,
            marks,
            whole: whole.into_iter().next().map(|row| row.names).unwrap_or_default(),
            values,
            origins: values::origins(article).map(str::to_owned).collect(),
            rows,
        }
    }

    /// For each of `passages` the entities that are named in it.
    fn names(self, at: u32, article: &Article, passages: &Passages) -> Flat {
        let mut names = vec![Vec::new(); passages.all.len()];
        for (number, mention) in (0u32..).zip(&article.annotations.mentions) {
            let Some(entity) = self.corpus.entity_of(at, number) else { continue };
            // A name lies in one passage; one that does not is found in those that it touches.
            for passage in passages.touched(mention.span) {
                if let Some(own) = names.get_mut(passage as usize) {
                    own.push(entity);
                }
            }
        }
        let mut all = Flat::default();
        for mut own in names {
            own.sort_unstable();
            own.dedup();
            all.push(own);
        }
        all
    }

    /// For each event of `article` its place among the dated ones, and those.
    fn dated(self, article: &Article) -> (Vec<Option<u32>>, Vec<Mark>) {
        let (mut places, mut marks) = (Vec::new(), Vec::new());
        for (number, event) in (0u32..).zip(&article.annotations.events) {
            places.push(event.when.map(|_| marks.len() as u32));
            marks.extend(event.when.map(|when| (self.times.when(when), number, status(event))));
        }
        (places, marks)
    }

    /// `row` of `article`, whose passages have these `names` and whose dated events these `places`.
    fn row(
        self,
        at: u32,
        article: &Article,
        unit: Unit,
        row: Row,
        events: &[u32],
        (names, places): (&Flat, &[Option<u32>]),
    ) -> OneRow {
        let voices = Voices { corpus: self.corpus };
        let statuses = Voices::statuses(unit, article, events, row.own);
        let inside: BTreeSet<u32> =
            row.passages.iter().flat_map(|passage| names.get(*passage)).copied().collect();
        let also: Vec<u32> = row.names.iter().copied().filter(|entity| !inside.contains(entity)).collect();
        let mut reached: Vec<u32> = row.times.iter().map(|time| self.times.reach(*time)).collect();
        reached.sort_unstable();
        reached.dedup();
        let place = |event: &u32| places.get(*event as usize).copied().flatten();
        OneRow {
            heard: voices.heard(unit, at, article, events, row.own),
            tellers: voices.tellers(unit, at, article, events, row.own),
            entities: inside.into_iter().chain(also.iter().copied()).collect(),
            row: Written {
                also,
                marks: row.events.iter().filter_map(place).collect(),
                key: self.times.key(row.key),
                undated: row.undated,
                own: row.own,
                statuses: statuses.iter().fold(0, |bits, status| bits | 1 << *status as u32),
                voices: None,
                heard: Vec::new(),
                reached,
                passages: row.passages,
            },
        }
    }
}

/// The terms of `passages`, each once; and for each word the number of its term, and its passage.
fn words(passages: &Passages) -> (Vec<String>, Vec<(u32, u32)>) {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let (mut terms, mut words) = (Vec::new(), Vec::new());
    for (passage, content) in (0u32..).zip(&passages.all) {
        for word in &content.words {
            let next = terms.len() as u32;
            let term = *numbers.entry(word).or_insert(next);
            if term == next {
                terms.push(word.clone());
            }
            words.push((term, passage));
        }
    }
    (terms, words)
}

/// The number under which status and plan of `event` are stored.
fn status(event: &Event) -> u32 {
    event.status as u32 * 2 + u32::from(event.plan == Some(Plan::Deadline))
}
