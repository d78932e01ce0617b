//! A corpus into the sections of its index.
//!
//! **Invariant:** the same corpus gives the same bytes; articles are taken one at a time and in order, so that what
//! stands in memory grows with terms and postings, not with text. Start at [`sections`].

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::times::Gathered;
use super::unit::{Kept, Written};
use super::values::Values;
use crate::annotate::{CreditKind, Event, Plan};
use crate::civil::{Interval, When};
use crate::columns::{Lists, Packed, Starts, Strings, Writer};
use crate::corpus::pack::Section;
use crate::corpus::{Article, Corpus, Report};
use crate::explore::Unit;
use crate::explore::passages::Passages;
use crate::explore::postings;
use crate::explore::rows::{self, Row};
use crate::explore::voices::Voices;
use crate::fold::fold;
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

/// Lists of postings while they are gathered.
#[derive(Debug, Default)]
struct Lists32(Vec<Gathering>);

/// One of them, in about two bytes a posting: there are more postings than anything else here.
#[derive(Clone, Debug, Default)]
struct Gathering {
    /// Those before the last one: the gap from the one before, twice, and one more where how often it is follows.
    bytes: Vec<u8>,
    count: u32,
    before: u32,
    place: u32,
    often: u32,
}

impl Gathering {
    /// Counts it once more at `place`, which is not before its last one.
    fn add(&mut self, place: u32) {
        if self.count > 0 && self.place == place {
            self.often += 1;
            return;
        }
        self.close();
        (self.count, self.place, self.often) = (self.count + 1, place, 1);
    }

    fn close(&mut self) {
        if self.count > 0 {
            let gap = u64::from(self.place.wrapping_sub(self.before)) * 2;
            put(&mut self.bytes, gap + u64::from(self.often > 1));
            if self.often > 1 {
                put(&mut self.bytes, u64::from(self.often));
            }
            self.before = self.place;
        }
    }

    /// The postings: places, each with how often.
    fn postings(&self) -> Vec<(u32, u32)> {
        let mut all = Vec::with_capacity(self.count as usize);
        let (mut rest, mut place) = (self.bytes.iter(), 0u32);
        while all.len() + 1 < self.count as usize {
            let gap = take(&mut rest);
            place = place.wrapping_add((gap / 2) as u32);
            let often = if gap % 2 == 1 { take(&mut rest) as u32 } else { 1 };
            all.push((place, often));
        }
        if self.count > 0 {
            all.push((self.place, self.often));
        }
        all
    }
}

/// Adds `number` to `bytes`, seven bits a byte, the low ones first.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The number at the head of `bytes`.
fn take(bytes: &mut std::slice::Iter<'_, u8>) -> u64 {
    let mut number = 0;
    for (shift, byte) in (0..64).step_by(7).zip(bytes) {
        number |= u64::from(byte & 127) << shift;
        if *byte < 128 {
            break;
        }
    }
    number
}

impl Lists32 {
    /// Counts `list` once more at `place`, which is not before its last one.
    fn add(&mut self, list: u32, place: u32) {
        if self.0.len() <= list as usize {
            self.0.resize(list as usize + 1, Gathering::default());
        }
        if let Some(list) = self.0.get_mut(list as usize) {
            list.add(place);
        }
    }

    /// The lists in this order: how many postings each has, where it starts, and the postings.
    fn write(&self, writer: &mut Writer, order: impl Iterator<Item = u32>) -> Vec<u8> {
        let (mut out, mut counts, mut lengths) = (Vec::new(), Vec::new(), Vec::new());
        for list in order {
            let list = self.0.get(list as usize).map(Gathering::postings).unwrap_or_default();
            let before = out.len();
            postings::write(&mut out, &list);
            counts.push(list.len() as u32);
            lengths.push((out.len() - before) as u32);
        }
        writer.add(&Packed::write(&counts));
        writer.add(&Starts::of_lengths(lengths));
        out
    }
}

/// Many short lists, one after the other.
#[derive(Debug, Default)]
struct Flat {
    all: Vec<u32>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Flat {
    fn push(&mut self, list: &[u32]) {
        self.all.extend_from_slice(list);
        self.ends.push(self.all.len() as u32);
    }

    /// List `at`, empty where there is none.
    fn get(&self, at: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.all.get(start..end(at)).unwrap_or_default()
    }
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
            times: gather(corpus),
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
            self.names.push(own);
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
        let names = |passage: &u32| self.names.get(*passage as usize);
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
        let found = self.postings.write(&mut dictionary, sorted.iter().map(|(_, at)| *at));

        let mut columns = Writer::default();
        for column in [&self.published, &self.key, &self.incomplete, &self.words, &self.hashes] {
            columns.add(&Packed::write(column));
        }
        columns.add(&Starts::of_lengths(self.passages.iter().copied()));
        columns.add(&Starts::of_lengths(self.marks.iter().copied()));
        columns.add(&Lists::write(self.article_names.iter().map(Vec::as_slice)));
        columns.add(&Packed::write(&self.fields));
        columns.add(&Lists::write((0..self.names.ends.len()).map(|passage| self.names.get(passage))));
        Values::write(&mut columns, corpus, |a| a.document.publisher.as_ref().map(|f| f.value.as_str()));
        Values::write(&mut columns, corpus, |a| a.document.author.as_ref().map(|f| f.value.as_str()));
        Values::write(&mut columns, corpus, |a| {
            Some(a.document.language.as_ref().map_or("none", |language| language.value.as_str()))
        });
        origins(&mut columns, corpus);
        let mut heard: Vec<(&(Option<u32>, String), &u32)> = self.heard.iter().collect();
        heard.sort_unstable_by_key(|(_, number)| **number);
        let entities = heard.iter().map(|((entity, _), _)| entity.map_or(0, |entity| entity + 1));
        columns.add(&Packed::write(&entities.collect::<Vec<_>>()));
        columns.add(&Strings::write(heard.iter().map(|((_, words), _)| words.as_str())));
        let named = self.named.write(&mut columns, 0..corpus.entities().len() as u32);
        columns.add(&Packed::write(&self.held));

        let mut rows = Writer::default();
        for (own, totals) in self.units.iter().zip(&self.totals) {
            Kept::write(&mut rows, own, self.fields.len(), self.times.reaches(), totals);
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

/// Whom each article says that it has its text or facts from, by folded name.
fn origins(writer: &mut Writer, corpus: &Corpus) {
    let of = |article: &Article| -> BTreeSet<String> {
        let credits = article.annotations.credits.iter().filter(|c| c.kind != CreditKind::Picture);
        credits.map(|credit| fold(credit.origin.of(&article.document.text))).collect()
    };
    let own: Vec<BTreeSet<String>> = corpus.articles().iter().map(of).collect();
    let all: BTreeSet<&String> = own.iter().flatten().collect();
    let numbers: BTreeMap<&String, u32> = all.into_iter().zip(0..).collect();
    writer.add(&Strings::write(numbers.keys().map(|name| name.as_str())));
    let lists: Vec<Vec<u32>> =
        own.iter().map(|own| own.iter().filter_map(|name| numbers.get(name).copied()).collect()).collect();
    writer.add(&Lists::write(lists.iter().map(Vec::as_slice)));
}

/// All times of `corpus`.
fn gather(corpus: &Corpus) -> Gathered {
    let mut whens: BTreeSet<When> = BTreeSet::new();
    for article in corpus.articles() {
        whens.extend(article.document.published.when);
        whens.extend(article.annotations.events.iter().filter_map(|event| event.when));
        whens.extend(article.annotations.times.iter().filter_map(|time| time.when));
    }
    let reaches: BTreeSet<Interval> = whens.iter().map(When::reach).collect();
    let starts = whens.iter().map(|when| when.interval).chain(reaches.iter().copied());
    let keys = starts.map(Interval::starts).collect();
    Gathered::of(whens, reaches, keys)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn postings_come_back_as_they_were_gathered(gaps in proptest::collection::vec((0u32..3, 1u32..400), 0..200), far in any::<u32>()) {
            let (mut gathering, mut expected, mut place) = (Gathering::default(), Vec::new(), 0u32);
            for (gap, often) in gaps {
                place += gap * gap * 7_000 + gap;
                (0..often).for_each(|_| gathering.add(place));
                match expected.last_mut().filter(|(last, _)| *last == place) {
                    Some((_, all)) => *all += often,
                    None => expected.push((place, often)),
                }
            }
            if far > place {
                gathering.add(far);
                expected.push((far, 1));
            }
            prop_assert_eq!(gathering.postings(), expected);
        }
    }
}
