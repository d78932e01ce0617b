//! A corpus into the sections of its index.
//!
//! **Invariant:** the same corpus gives the same bytes; articles are taken one at a time and in order, so that what
//! stands in memory grows with terms, postings and rows, not with text. Start at [`sections`] and [`of`];
//! [`found`](super::found) is what is looked for in each article.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::found::{Found, Of, OneRow, UNITS};
use super::gathering::{Gathering, Lists32};
use super::times::{self, Gathered};
use super::unit::write::{self, Tape};
use super::values;
use crate::columns::{Packed, Starts, Strings, Writer};
use crate::corpus::pack::Section;
use crate::corpus::{Corpus, Joined, Source};
use crate::explore::Unit;
use crate::explore::flat::Flat;
use crate::explore::query::VoiceCount;
use crate::explore::voices::{Teller, Voices};
use crate::terms;

/// The sections of the index of `corpus`.
pub fn sections(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    of(corpus.articles(), corpus)
}

/// The sections of the index of `articles`, which have `corpus` in common.
pub fn of<S: Source + ?Sized>(articles: &S, corpus: &Joined) -> Vec<(Section, Vec<u8>)> {
    let times = times::gather(articles);
    let mut building = Building::of(corpus);
    let of = Of { corpus, times: &times };
    articles.each(|at, article| of.article(at, &article), |found| building.add(corpus, found));
    building.finish(corpus, &times)
}

/// What has been gathered of the articles so far.
#[derive(Debug)]
struct Building {
    /// The numbers of terms as they come; only asked for single words, so its order is in no result.
    terms: FxHashMap<Box<str>, u32>,
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
    article_names: Flat,
    fields: Vec<u8>,
    lengths: Vec<u32>,
    /// For each passage the entities that are named in it.
    names: Flat,
    mark_when: Vec<u32>,
    mark_event: Vec<u32>,
    mark_status: Vec<u32>,
    /// Publishers, authors and languages.
    values: [values::Gathered; 3],
    origins: values::Origins,
    /// Those whose word something is, with their numbers as they come.
    heard: BTreeMap<(Option<u32>, String), u32>,
    /// For each cluster whose word its reports are.
    tellers: BTreeMap<u32, BTreeSet<Teller>>,
    units: [Tape; 3],
    totals: [Vec<u32>; 3],
}

impl Building {
    fn of(corpus: &Joined) -> Self {
        let entities = corpus.entities().len();
        Self {
            terms: FxHashMap::default(),
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
            article_names: Flat::default(),
            fields: Vec::new(),
            lengths: Vec::new(),
            names: Flat::default(),
            mark_when: Vec::new(),
            mark_event: Vec::new(),
            mark_status: Vec::new(),
            values: Default::default(),
            origins: values::Origins::default(),
            heard: BTreeMap::new(),
            tellers: BTreeMap::new(),
            units: Default::default(),
            totals: std::array::from_fn(|_| vec![0; entities]),
        }
    }

    /// Adds the next article.
    fn add(&mut self, corpus: &Joined, found: Found) {
        let first = self.fields.len() as u32;
        let terms: Vec<u32> = found.terms.into_iter().map(|term| self.term(term)).collect();
        for (term, passage) in found.words {
            self.postings.add(terms.get(term as usize).copied().unwrap_or(0), first + passage);
        }
        for (passage, own) in (first..).zip(found.names.iter()) {
            for entity in own {
                self.named.add(*entity, passage);
            }
            self.names.push(own.iter().copied());
        }
        let [published, key, incomplete, hash] = found.columns;
        self.published.push(published);
        self.key.push(key);
        self.incomplete.push(incomplete);
        self.hashes.push(hash);
        self.words.push(found.lengths.iter().sum());
        self.passages.push(found.fields.len() as u32);
        self.fields.extend(found.fields);
        self.lengths.extend(found.lengths);
        self.marks.push(found.marks.len() as u32);
        for (when, event, status) in found.marks {
            self.mark_when.push(when);
            self.mark_event.push(event);
            self.mark_status.push(status);
        }
        found.whole.iter().for_each(|entity| count(&mut self.held, *entity));
        self.article_names.push(found.whole);
        for (values, own) in self.values.iter_mut().zip(&found.values) {
            values.add(own.as_deref());
        }
        self.origins.add(found.origins.iter().map(String::as_str));
        for (unit, rows) in found.rows.into_iter().enumerate() {
            for row in rows {
                self.row(corpus, unit, first, row);
            }
        }
    }

    /// The number of the term `word`.
    fn term(&mut self, word: String) -> u32 {
        let next = self.terms.len() as u32;
        match self.terms.get(word.as_str()) {
            Some(term) => *term,
            None => *self.terms.entry(word.into()).or_insert(next),
        }
    }

    /// Adds `row` of an article whose passages begin at `first`.
    fn row(&mut self, corpus: &Joined, unit: usize, first: u32, row: OneRow) {
        let OneRow { mut row, heard, tellers, entities } = row;
        for voice in heard {
            let next = self.heard.len() as u32;
            row.heard.push(*self.heard.entry(voice).or_insert(next));
        }
        row.heard.sort_unstable();
        row.heard.dedup();
        row.voices = Voices::count(tellers.iter());
        let (Some(rows), Some(totals)) = (self.units.get_mut(unit), self.totals.get_mut(unit)) else {
            return;
        };
        for entity in &entities {
            count(totals, *entity);
        }
        if UNITS.get(unit) == Some(&Unit::Events)
            && let Some(cluster) = corpus.cluster_number(rows.len())
        {
            self.tellers.entry(cluster).or_default().extend(tellers);
        }
        rows.push(first, &row);
    }

    fn finish(self, corpus: &Joined, times: &Gathered) -> Vec<(Section, Vec<u8>)> {
        let mut sorted: Vec<(&str, u32)> = self.terms.iter().map(|(word, at)| (&**word, *at)).collect();
        sorted.sort_unstable();
        let mut dictionary = Writer::default();
        dictionary.add(&terms::write(sorted.iter().map(|(word, _)| *word)));
        dictionary.add(&terms::write_classes(sorted.iter().map(|(word, _)| *word)));
        let found = self.postings.write(&mut dictionary, sorted.iter().map(|(_, at)| *at));
        drop(sorted);
        drop(self.terms);

        let mut columns = Writer::default();
        for column in [&self.published, &self.key, &self.incomplete, &self.words, &self.hashes] {
            columns.add(&Packed::write(column));
        }
        columns.add(&Starts::of_lengths(self.passages.iter().copied()));
        columns.add(&Starts::of_lengths(self.marks.iter().copied()));
        columns.add(&self.article_names.column());
        columns.add(&Packed::of(self.fields.iter().map(|field| u32::from(*field))));
        columns.add(&Packed::write(&self.lengths));
        columns.add(&self.names.column());
        drop(self.names);
        self.values.iter().for_each(|values| values.write(&mut columns));
        self.origins.write(&mut columns);
        let mut heard: Vec<(&(Option<u32>, String), &u32)> = self.heard.iter().collect();
        heard.sort_unstable_by_key(|(_, number)| **number);
        let entities = heard.iter().map(|((entity, _), _)| entity.map_or(0, |entity| entity + 1));
        columns.add(&Packed::write(&entities.collect::<Vec<_>>()));
        columns.add(&Strings::write(heard.iter().map(|((_, words), _)| words.as_str())));
        let named = self.named.write(&mut columns, 0..corpus.entities().len() as u32);
        columns.add(&Packed::write(&self.held));

        let mut rows = Writer::default();
        // A report rests on the voices of all reports of its event.
        let voices = self.tellers.iter().flat_map(|(cluster, tellers)| {
            let count = Voices::count(tellers.iter());
            let cluster = corpus.clusters().get(*cluster as usize);
            cluster.into_iter().flat_map(|c| &c.reports).map(move |report| (*report, count))
        });
        let mut voices: BTreeMap<u32, Option<VoiceCount>> = voices.collect();
        let lengths = (self.fields.len(), times.reaches());
        for (own, totals) in self.units.into_iter().zip(&self.totals) {
            write::write(&mut rows, &own, lengths, totals, &std::mem::take(&mut voices));
        }
        let mut written = Writer::default();
        times.write(&mut written);
        for column in [&self.mark_when, &self.mark_event, &self.mark_status] {
            written.add(&Packed::write(column));
        }
        vec![
            (Section::Columns, columns.finish()),
            (Section::Rows, rows.finish()),
            (Section::Times, written.finish()),
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
