//! A corpus into the sections of its index.
//!
//! **Invariant:** the same corpus gives the same bytes; articles are taken one at a time and in order, so that what
//! stands in memory grows with terms, postings and rows, not with text. Start at [`sections`] and [`of`];
//! [`found`](super::found) is what is looked for in each article.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::found::{Found, Of, OneRow, UNITS};
use super::gathering::Gathered;
use super::tape::{NumberLists, Numbers};
use super::times;
use super::unit::write::{self, Tape};
use super::values;
use crate::columns::{Packed, Strings};
use crate::corpus::pack::{Content, Scribe, Section};
use crate::corpus::store::{Memory, Store};
use crate::corpus::{Corpus, Joined, Source};
use crate::explore::Unit;
use crate::explore::query::VoiceCount;
use crate::explore::voices::{Teller, Voices};
use crate::terms;

/// The sections of the index of `corpus`.
pub fn sections(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    let store = Memory::default();
    let sections = of(corpus.articles(), corpus, &store).into_iter();
    sections.map(|(section, content)| (section, content.bytes())).collect()
}

/// The sections of the index of `articles`, which have `corpus` in common; what grows with the text is on `store`.
pub fn of<'s, S: Source + ?Sized>(
    articles: &S,
    corpus: &Joined,
    store: &'s dyn Store,
) -> Vec<(Section, Content<'s>)> {
    let times = times::gather(articles);
    let mut building = Building::of(corpus, store);
    let of = Of { corpus, times: &times };
    articles.each(|at, article| of.article(at, &article), |found| building.add(corpus, found));
    building.finish(corpus, &times)
}

/// What has been gathered of the articles so far.
#[derive(Debug)]
struct Building<'s> {
    store: &'s dyn Store,
    /// The numbers of terms as they come; only asked for single words, so its order is in no result.
    terms: FxHashMap<Box<str>, u32>,
    postings: Gathered<'s>,
    named: Gathered<'s>,
    held: Vec<u32>,
    published: Numbers<'s>,
    key: Numbers<'s>,
    flags: Numbers<'s>,
    words: Numbers<'s>,
    hashes: Numbers<'s>,
    passages: Numbers<'s>,
    marks: Numbers<'s>,
    article_names: NumberLists<'s>,
    fields: Numbers<'s>,
    lengths: Numbers<'s>,
    /// For each passage the entities that are named in it.
    names: NumberLists<'s>,
    mark_when: Numbers<'s>,
    mark_event: Numbers<'s>,
    mark_status: Numbers<'s>,
    /// Publishers, authors and languages.
    values: [values::Gathered<'s>; 3],
    origins: values::Origins<'s>,
    /// Those whose word something is, with their numbers as they come.
    heard: BTreeMap<(Option<u32>, String), u32>,
    /// For each cluster whose word its reports are.
    tellers: BTreeMap<u32, BTreeSet<Teller>>,
    units: [Tape<'s>; 3],
    totals: [Vec<u32>; 3],
}

impl<'s> Building<'s> {
    fn of(corpus: &Joined, store: &'s dyn Store) -> Self {
        let entities = corpus.entities().len();
        let numbers = || Numbers::on(store);
        Self {
            store,
            terms: FxHashMap::default(),
            postings: Gathered::on(store, 0),
            named: Gathered::on(store, entities),
            held: vec![0; entities],
            published: numbers(),
            key: numbers(),
            flags: numbers(),
            words: numbers(),
            hashes: numbers(),
            passages: numbers(),
            marks: numbers(),
            article_names: NumberLists::on(store),
            fields: numbers(),
            lengths: numbers(),
            names: NumberLists::on(store),
            mark_when: numbers(),
            mark_event: numbers(),
            mark_status: numbers(),
            values: std::array::from_fn(|_| values::Gathered::on(store)),
            origins: values::Origins::on(store),
            heard: BTreeMap::new(),
            tellers: BTreeMap::new(),
            units: std::array::from_fn(|_| Tape::on(store)),
            totals: std::array::from_fn(|_| vec![0; entities]),
        }
    }

    /// Adds the next article.
    fn add(&mut self, corpus: &Joined, found: Found) {
        let first = self.fields.len();
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
        let [published, key, flags, hash] = found.columns;
        self.published.push(published);
        self.key.push(key);
        self.flags.push(flags);
        self.hashes.push(hash);
        self.words.push(found.lengths.iter().sum());
        self.passages.push(found.fields.len() as u32);
        found.fields.iter().for_each(|field| self.fields.push(u32::from(*field)));
        found.lengths.iter().for_each(|length| self.lengths.push(*length));
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
        if self.postings.is_full() {
            self.postings.run(sorted(&self.terms).into_iter().map(|(_, number)| number));
        }
        if self.named.is_full() {
            self.named.run(0..corpus.entities().len() as u32);
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
        rows.push(first, row);
    }

    fn finish(self, corpus: &Joined, times: &times::Gathered) -> Vec<(Section, Content<'s>)> {
        let section = || Scribe::on(self.store);
        let sorted = sorted(&self.terms);
        let mut dictionary = section();
        dictionary.add(&terms::write(sorted.iter().map(|(word, _)| *word)));
        dictionary.add(&terms::write_classes(sorted.iter().map(|(word, _)| *word)));
        let found = self.postings.write(&mut dictionary, sorted.iter().map(|(_, at)| *at));
        drop(sorted);
        drop(self.terms);

        let mut columns = section();
        for column in [&self.published, &self.key, &self.flags, &self.words, &self.hashes] {
            columns.add(&column.column());
        }
        columns.add(&self.passages.starts());
        columns.add(&self.marks.starts());
        columns.add(&self.article_names.column());
        columns.add(&self.fields.column());
        columns.add(&self.lengths.column());
        columns.add(&self.names.column());
        self.values.iter().for_each(|values| values.write(&mut columns));
        self.origins.write(&mut columns);
        let mut heard: Vec<(&(Option<u32>, String), &u32)> = self.heard.iter().collect();
        heard.sort_unstable_by_key(|(_, number)| **number);
        let entities = heard.iter().map(|((entity, _), _)| entity.map_or(0, |entity| entity + 1));
        columns.add(&Packed::of(entities));
        columns.add(&Strings::write(heard.iter().map(|((_, words), _)| words.as_str())));
        let named = self.named.write(&mut columns, 0..corpus.entities().len() as u32);
        columns.add(&Packed::write(&self.held));

        let mut rows = section();
        // A report rests on the voices of all reports of its event.
        let voices = self.tellers.iter().flat_map(|(cluster, tellers)| {
            let count = Voices::count(tellers.iter());
            let cluster = corpus.clusters().get(*cluster as usize);
            cluster.into_iter().flat_map(|c| &c.reports).map(move |report| (*report, count))
        });
        let mut voices: BTreeMap<u32, Option<VoiceCount>> = voices.collect();
        let lengths = (self.fields.len(), times.reaches());
        for (own, totals) in self.units.iter().zip(&self.totals) {
            write::write(&mut rows, own, lengths, totals, &std::mem::take(&mut voices));
        }
        let mut written = section();
        times.write(&mut written);
        for column in [&self.mark_when, &self.mark_event, &self.mark_status] {
            written.add(&column.column());
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

/// The terms in the order of the dictionary, each with its number.
fn sorted(terms: &FxHashMap<Box<str>, u32>) -> Vec<(&str, u32)> {
    let mut sorted: Vec<(&str, u32)> = terms.iter().map(|(word, number)| (&**word, *number)).collect();
    sorted.sort_unstable();
    sorted
}

fn count(counts: &mut [u32], at: u32) {
    if let Some(count) = counts.get_mut(at as usize) {
        *count += 1;
    }
}
