//! What a made corpus must be: the same everywhere, and like news.
//!
//! **Invariant:** no figure here depends on the machine; the bounds are those of real news, with room for chance.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use dateline_core::annotate::annotate;
use dateline_core::read::{Dated, read};
use xtask::corpus::queries::{self, Class, Query, queries};
use xtask::corpus::{Corpus, Document, Model, corpus, line};

const SMALL: Model = Model { docs: 60, seed: 1, tokens: 250 };

fn documents(model: Model) -> impl Iterator<Item = Document> {
    (0..model.docs).map(move |index| model.document(index))
}

/// FNV-1a of everything that a corpus writes, in lines and in files.
fn hash(model: Model) -> u64 {
    let mut bytes = Vec::new();
    for document in documents(model) {
        line(&document, &mut bytes).unwrap();
        bytes.extend_from_slice(&document.bytes);
    }
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn a_seed_is_one_corpus_on_every_machine() {
    assert_eq!(format!("{:016x}", hash(SMALL)), "0b61b3a011482d13");
}

#[test]
fn another_seed_length_or_size_is_another_corpus() {
    let all =
        [SMALL, Model { seed: 2, ..SMALL }, Model { tokens: 100, ..SMALL }, Model { docs: 61, ..SMALL }];
    let hashes: BTreeSet<_> = all.map(hash).into();
    assert_eq!(hashes.len(), all.len());
}

#[test]
fn a_part_of_a_corpus_is_made_without_the_others() {
    let dir = tempfile::tempdir().unwrap();
    let part = |from, to| {
        let out = dir.path().join(format!("{from}.jsonl"));
        let args = Corpus {
            docs: 60,
            seed: 1,
            tokens: 250,
            from,
            to,
            out: Some(out.clone()),
            queries: None,
            count: 0,
        };
        corpus(&args).unwrap();
        fs::read(out).unwrap()
    };
    let whole = part(0, None);
    assert_eq!(whole, [part(0, Some(7)), part(7, Some(40)), part(40, None)].concat());
    assert_eq!(String::from_utf8(whole).unwrap().lines().count(), 60);
}

#[test]
fn a_folder_holds_what_lines_of_json_cannot() {
    let dir = tempfile::tempdir().unwrap();
    let args = Corpus {
        docs: 1500,
        seed: 3,
        tokens: 60,
        from: 0,
        to: None,
        out: Some(dir.path().join("news/")),
        queries: None,
        count: 0,
    };
    fs::create_dir(dir.path().join("news")).unwrap();
    corpus(&args).unwrap();
    let folder = dateline_folder::read_folder(&dir.path().join("news"));
    assert_eq!(folder.articles.len() + folder.unused.len(), 1500);
    assert!((1..15).contains(&folder.unused.len()), "{:?}", folder.unused);
    let pages = folder.seen.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    assert!((150..300).contains(&pages.count()));
    let made: Vec<_> = documents(Model { docs: 1500, seed: 3, tokens: 60 }).collect();
    assert!(made.iter().any(|document| std::str::from_utf8(&document.bytes).is_err()));
    assert!(made.iter().any(|document| document.bytes.is_empty()));
}

#[test]
fn words_grow_and_thin_out_as_in_news() {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let (mut total, mut first) = (0, 0);
    for (at, document) in documents(Model { docs: 1000, ..SMALL }).enumerate() {
        for word in queries::words(&document.text) {
            total += 1;
            *counts.entry(word).or_insert(0) += 1;
        }
        if at == 99 {
            first = counts.len();
        }
    }
    assert!((225_000..275_000).contains(&total), "{total} words");
    // News has about 19,000 different words in as many; ten times the text has three to five times the words.
    assert!((15_000..25_000).contains(&counts.len()), "{} different words", counts.len());
    assert!((3 * first..5 * first).contains(&counts.len()), "{first}, then {}", counts.len());
    let mut frequent: Vec<u32> = counts.into_values().collect();
    frequent.sort_unstable_by(|a, b| b.cmp(a));
    // Zipf: rank times frequency is about a tenth of the text, up to a few thousand.
    for rank in [5, 10, 30, 100, 300, 1000] {
        let share = f64::from(frequent[rank - 1]) * rank as f64 / f64::from(total);
        assert!((0.07..0.16).contains(&share), "rank {rank}: {share}");
    }
}

#[test]
fn stories_flare_up_and_fade_within_ten_years() {
    let mut days: BTreeMap<u64, u32> = BTreeMap::new();
    for document in documents(Model { docs: 3000, tokens: 20, ..SMALL }) {
        *days.entry(document.day).or_insert(0) += 1;
    }
    assert!(*days.keys().next_back().unwrap() < 3653);
    // Evenly spread, no day would have more than six.
    let busiest = *days.values().max().unwrap();
    assert!((12..300).contains(&busiest), "{busiest} on one day");
    assert!(days.len() > 700, "news on {} days", days.len());
}

#[test]
fn one_document_in_ten_is_another_with_changes() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let paragraphs = |document: &Document| {
        let long = document.text.split("\n\n").filter(|text| text.len() > 200).map(str::to_owned);
        long.collect::<Vec<_>>()
    };
    let all: Vec<_> = documents(Model { docs: 1000, ..SMALL }).map(|d| paragraphs(&d)).collect();
    for paragraph in all.iter().flatten() {
        *seen.entry(paragraph.clone()).or_insert(0) += 1;
    }
    let again = all.iter().filter(|own| own.iter().filter(|text| seen[*text] > 1).count() >= 2).count();
    assert!((50..150).contains(&again), "{again}");
}

#[test]
fn it_reads_as_news_does() {
    let (mut counts, mut words) = (BTreeMap::new(), 0);
    let mut add = |what, many: usize| *counts.entry(what).or_insert(0) += many;
    for document in documents(Model { docs: 100, ..SMALL }) {
        let document_read = read("text.txt", document.text.as_bytes());
        let found = annotate(&document_read);
        words += document.text.split_whitespace().count();
        add("sentences", document_read.sentences.len());
        add("times", found.times.len());
        add("mentions", found.mentions.len());
        add("quotations", found.quotations.len());
        add("events", found.events.len());
        add("figures", found.figures.len());
        add("undated", usize::from(document_read.published.dated == Dated::Unknown));
        add("inferred", usize::from(document_read.published.dated == Dated::Inferred));
    }
    assert!((22_000..28_000).contains(&words), "{words} words");
    // Of 699 real articles there are 11, 4.4, 17, 4.8, 6 and 2.3 to 250 words.
    for (what, from, to) in [
        ("sentences", 900, 1400),
        ("times", 350, 600),
        ("mentions", 1300, 2200),
        ("quotations", 350, 600),
        ("events", 550, 950),
        ("figures", 150, 300),
        ("undated", 3, 15),
        ("inferred", 1, 10),
    ] {
        assert!((from..to).contains(&counts[what]), "{what}: {} of 100 documents", counts[what]);
    }
}

#[test]
fn questions_are_new_each_time_and_have_an_answer() {
    let model = Model { docs: 200, ..SMALL };
    let by_file: BTreeMap<_, _> =
        documents(model).map(|document| (document.file.clone(), document)).collect();
    for class in [Class::Word, Class::Two, Class::Typed, Class::Phrase, Class::Typo, Class::Facet] {
        let asked = queries(&model, class, 120, 5);
        assert_eq!(asked.len(), 120, "{class:?}");
        assert_eq!(asked, queries(&model, class, 120, 5));
        assert_ne!(asked, queries(&model, class, 120, 6));
        let different: BTreeSet<_> = asked.iter().map(|q| (&q.text, &q.publisher, &q.from)).collect();
        assert_eq!(different.len(), 120, "{class:?}");
        for query in &asked {
            answered(query, &by_file[&query.file]);
        }
    }
}

fn answered(query: &Query, document: &Document) {
    let words = queries::words(&document.text);
    let text = format!(" {} ", words.join(" "));
    let has = |word: &str| words.iter().any(|own| own == word);
    let is_answer = match query.class {
        Class::Word | Class::Facet => has(&query.text),
        Class::Two => query.text.split(' ').all(has),
        Class::Typed => text.contains(&format!(" {}", query.text)),
        Class::Phrase => document.text.to_lowercase().contains(&query.text),
        Class::Typo => query.want.as_deref().is_some_and(|want| want != query.text && has(want)),
    };
    assert!(is_answer, "{query:?}");
    if query.class == Class::Facet {
        assert_eq!(query.publisher, document.publisher);
        let day = document.date().to_string();
        assert!(query.from.as_ref().is_some_and(|from| *from <= day), "{query:?} {day}");
        assert!(query.to.as_ref().is_some_and(|to| *to >= day), "{query:?} {day}");
    }
}
