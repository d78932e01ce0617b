//! A corpus into the sections of its index.
//!
//! **Invariant:** the same corpus gives the same bytes; articles are taken one at a time and in order, so that what
//! stands in memory grows with terms and postings, not with text. Start at [`sections`].

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::gathering::{Gathering, Lists32};
use super::times::{self, Gathered};
use super::unit::write::{self, Written};
use super::values::{self, Values};
use crate::annotate::{Event, Plan};
use crate::columns::{Lists, Packed, Starts, Strings, Writer};
use crate::corpus::pack::Section;
use crate::corpus::{Article, Corpus, Report};
use crate::explore::Unit;
use crate::explore::flat::Flat;
use crate::explore::passages::Passages;
use crate::explore::rows::{self, Row};
use crate::explore::voices::Voices;
use crate::terms;

/// The sections of the index of `corpus`.
pub fn sections(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    let mut building = Building::of(corpus);
    let mut reports = corpus.reports();
    for (at, article) in (0u32..).zip(corpus.articles()) {
        let own = reports.iter().take_while(|r| r.document == at).count();
        let (own, rest) = reports.split_at(own);
        reports = rest;
        building.add(corpus, at, article, own);
    }
    building.finish(corpus)
}

/// What has been gathered of the articles so far.
#[derive(Debug)]
struct Building {
    times: Gathered,
    /// The numbers of terms as they come; only asked for single words, so its order is in no result.
    terms: HashMap<String, u32>,
    postings: Lists32,
    named: Lists32,
    held: Vec<u32>,
    published: Vec<u32>,
    key: Vec<u32>,
    incomplete: Vec<u32>,
    words: Vec<u32>,
    hashes: Vec<u32>,
    passages: Vec<u32>,
    marks: Vec<u32>,
    article_names: Vec<Vec<u32>>,
    fields: Vec<u32>,
    lengths: Vec<u32>,
    /// For each passage the entities that are named in it.
    names: Flat,
    mark_when: Vec<u32>,
    mark_event: Vec<u32>,
    mark_status: Vec<u32>,
    /// Those whose word something is, with their numbers as they come.
    heard: BTreeMap<(Option<u32>, String), u32>,
    units: [Vec<Written>; 3],
    totals: [Vec<u32>; 3],
}

impl Building {
    fn of(corpus: &Corpus) -> Self {
        let entities = corpus.entities().len();
        Self {
            times: times::gather(corpus),
            terms: HashMap::new(),
            postings: Lists32::default(),
            named: Lists32(vec![Gathering::default(); entities]),
            held: vec![0; entities],
            published: Vec::new(),
            key: Vec::new(),
            incomplete: Vec::new(),
            words: Vec::new(),
            hashes: Vec::new(),
            passages: Vec::new(),
            marks: Vec::new(),
            article_names: Vec::new(),
            fields: Vec::new(),
            lengths: Vec::new(),
            names: Flat::default(),
            mark_when: Vec::new(),
            mark_event: Vec::new(),
            mark_status: Vec::new(),
            heard: BTreeMap::new(),
            units: Default::default(),
            totals: std::array::from_fn(|_| vec![0; entities]),
        }
    }

    fn add(&mut self, corpus: &Corpus, at: u32, article: &Article, reports: &[Report]) {
        let passages = Passages::of(article);
        let first = self.fields.len() as u32;
        self.texts(&passages, first);
        self.mentions(corpus, at, article, &passages, first);
        let document = &article.document;
        let published = document.published.when;
        self.published.push(published.map_or(0, |when| self.times.when(when) + 1));
        self.key.push(self.times.key(published.map(|when| when.interval.starts())));
        self.incomplete.push(u32::from(document.incomplete.is_some()));
        self.words.push(passages.all.iter().map(|p| p.words.len() as u32).sum());
        let [a, b, c, d, ..] = document.sha256;
        self.hashes.push(u32::from_be_bytes([a, b, c, d]));
        self.passages.push(passages.all.len() as u32);
        let places = self.dated(article);
        let [events, whole, quotations, figures] = rows::of_article(corpus, at, article, reports, &passages);
        for row in whole {
            row.names.iter().for_each(|entity| count(&mut self.held, *entity));
            self.article_names.push(row.names);
        }
        for (unit, rows) in [events, quotations, figures].into_iter().enumerate() {
            for row in rows {
                self.row((unit, at), corpus, &row, first, &places, reports);
            }
        }
    }

    /// The words of `passages`, of which the first is `first`.
    fn texts(&mut self, passages: &Passages, first: u32) {
        for (passage, content) in (first..).zip(&passages.all) {
            self.fields.push(content.field as u32);
            self.lengths.push(content.words.len() as u32);
            for word in &content.words {
                let next = self.terms.len() as u32;
                let term = match self.terms.get(word) {
                    Some(term) => *term,
                    None => *self.terms.entry(word.clone()).or_insert(next),
                };
                self.postings.add(term, passage);
            }
        }
    }

    /// The names in `passages`, of which the first is `first`.
    fn mentions(&mut self, corpus: &Corpus, at: u32, article: &Article, passages: &Passages, first: u32) {
        let mut names = vec![Vec::new(); passages.all.len()];
        for (number, mention) in (0u32..).zip(&article.annotations.mentions) {
            let Some(entity) = corpus.entity_of(at, number) else { continue };
            // A name lies in one passage; one that does not is found in those that it touches.
            for passage in passages.touched(mention.span) {
                if let Some(own) = names.get_mut(passage as usize) {
                    own.push(entity);
                }
            }
        }
        for (passage, own) in (first..).zip(&mut names) {
            own.sort_unstable();
            own.dedup();
            for entity in own.iter() {
                self.named.add(*entity, passage);
            }
        }
        for own in &names {
            self.names.push(own.iter().copied());
        }
    }

    /// Adds the dated events of `article`; for each event its place among them.
    fn dated(&mut self, article: &Article) -> Vec<Option<u32>> {
        let mut dated = 0;
        let mut places = Vec::new();
        for (number, event) in (0u32..).zip(&article.annotations.events) {
            places.push(event.when.map(|_| dated));
            let Some(when) = event.when else { continue };
            dated += 1;
            self.mark_when.push(self.times.when(when));
            self.mark_event.push(number);
            self.mark_status.push(status(event));
        }
        self.marks.push(dated);
        places
    }

    /// Adds `row` of an article whose passages begin at `first`, whose dated events are at `places`, and whose reports
    /// are `reports`.
    fn row(
        &mut self,
        (unit, at): (usize, u32),
        corpus: &Corpus,
        row: &Row,
        first: u32,
        places: &[Option<u32>],
        reports: &[Report],
    ) {
        let (Some(of), Some(article)) = (UNITS.get(unit), corpus.articles().get(at as usize)) else { return };
        let voices = Voices { corpus };
        let events = if *of == Unit::Events { reports.get(row.own as usize) } else { None };
        let events = events.map_or(&[][..], |report| report.events.as_slice());
        let number = self.units.get(unit).map_or(0, Vec::len) as u32;
        let statuses = Voices::statuses(*of, article, events, row.own);
        let counted = voices.count(*of, number, at, events, row.own);
        let mut heard: Vec<u32> = Vec::new();
        for voice in voices.heard(*of, at, article, events, row.own) {
            let next = self.heard.len() as u32;
            heard.push(*self.heard.entry(voice).or_insert(next));
        }
        heard.sort_unstable();
        heard.dedup();
        let passages: Vec<u32> = row.passages.iter().map(|passage| first + passage).collect();
        let names = |passage: &u32| self.names.get(*passage);
        let inside: BTreeSet<u32> = passages.iter().flat_map(names).copied().collect();
        let also = row.names.iter().copied().filter(|entity| !inside.contains(entity)).collect();
        let mut reached: Vec<u32> = row.times.iter().map(|time| self.times.reach(*time)).collect();
        reached.sort_unstable();
        reached.dedup();
        let place = |event: &u32| places.get(*event as usize).copied().flatten();
        let written = Written {
            also,
            marks: row.events.iter().filter_map(place).collect(),
            key: self.times.key(row.key),
            undated: row.undated,
            own: row.own,
            statuses,
            voices: counted,
            heard,
            reached,
            passages,
        };
        let all: BTreeSet<u32> = inside.into_iter().chain(written.also.iter().copied()).collect();
        if let (Some(rows), Some(totals)) = (self.units.get_mut(unit), self.totals.get_mut(unit)) {
            for entity in &all {
                count(totals, *entity);
            }
            rows.push(written);
        }
    }

    fn finish(self, corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
        let mut sorted: Vec<(&str, u32)> = self.terms.iter().map(|(word, at)| (word.as_str(), *at)).collect();
        sorted.sort_unstable();
        let mut dictionary = Writer::default();
        dictionary.add(&terms::write(sorted.iter().map(|(word, _)| *word)));
        dictionary.add(&terms::write_classes(sorted.iter().map(|(word, _)| *word)));
        let found = self.postings.write(&mut dictionary, sorted.iter().map(|(_, at)| *at));

        let mut columns = Writer::default();
        for column in [&self.published, &self.key, &self.incomplete, &self.words, &self.hashes] {
            columns.add(&Packed::write(column));
        }
        columns.add(&Starts::of_lengths(self.passages.iter().copied()));
        columns.add(&Starts::of_lengths(self.marks.iter().copied()));
        columns.add(&Lists::write(self.article_names.iter().map(Vec::as_slice)));
        columns.add(&Packed::write(&self.fields));
        columns.add(&Packed::write(&self.lengths));
        columns.add(&Lists::write(self.names.iter()));
        Values::write(&mut columns, corpus, |a| a.document.publisher.as_ref().map(|f| f.value.as_str()));
        Values::write(&mut columns, corpus, |a| a.document.author.as_ref().map(|f| f.value.as_str()));
        Values::write(&mut columns, corpus, |a| {
            Some(a.document.language.as_ref().map_or("none", |language| language.value.as_str()))
        });
        values::origins(&mut columns, corpus);
        let mut heard: Vec<(&(Option<u32>, String), &u32)> = self.heard.iter().collect();
        heard.sort_unstable_by_key(|(_, number)| **number);
        let entities = heard.iter().map(|((entity, _), _)| entity.map_or(0, |entity| entity + 1));
        columns.add(&Packed::write(&entities.collect::<Vec<_>>()));
        columns.add(&Strings::write(heard.iter().map(|((_, words), _)| words.as_str())));
        let named = self.named.write(&mut columns, 0..corpus.entities().len() as u32);
        columns.add(&Packed::write(&self.held));

        let mut rows = Writer::default();
        for (own, totals) in self.units.iter().zip(&self.totals) {
            write::write(&mut rows, own, self.fields.len(), self.times.reaches(), totals);
        }
        let mut times = Writer::default();
        self.times.write(&mut times);
        for column in [&self.mark_when, &self.mark_event, &self.mark_status] {
            times.add(&Packed::write(column));
        }
        vec![
            (Section::Columns, columns.finish()),
            (Section::Rows, rows.finish()),
            (Section::Times, times.finish()),
            (Section::Terms, dictionary.finish()),
            (Section::Postings, found),
            (Section::Named, named),
        ]
    }
}

fn count(counts: &mut [u32], at: u32) {
    if let Some(count) = counts.get_mut(at as usize) {
        *count += 1;
    }
}

/// The number under which status and plan of `event` are stored.
fn status(event: &Event) -> u32 {
    event.status as u32 * 2 + u32::from(event.plan == Some(Plan::Deadline))
}

/// The units whose rows have columns, in their order.
const UNITS: [Unit; 3] = [Unit::Events, Unit::Quotations, Unit::Figures];
