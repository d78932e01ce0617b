//! Packs of small random corpora: they come back whole, and damage is never taken for another corpus.
//!
//! **Invariant:** what a pack says is held against the corpus that was written, article by article and name by name.
//! Start at [`assert_same`].

use proptest::prelude::*;

use xxhash_rust::xxh3::xxh3_64;

use crate::columns::Bytes;
use crate::corpus::pack::{self, ENTRY, HEADER, Pack, Told, sections};
use crate::corpus::sample::corpora;
use crate::corpus::{Article, Corpus, Entity, Form};
use crate::explore::{read, write};

/// Whether `pack` says what `corpus` says.
fn assert_same(pack: &Pack, corpus: &Corpus) {
    assert_eq!(pack.len() as usize, corpus.articles().len());
    for (at, article) in (0u32..).zip(corpus.articles()) {
        let opened = pack.article(at).unwrap();
        assert_eq!(&opened.article, article);
        for mention in 0..article.annotations.mentions.len() as u32 {
            assert_eq!(pack.entity_of(&opened, mention), corpus.entity_of(at, mention));
            assert_eq!(pack.kind_of(&opened, mention), corpus.kind_of(at, mention));
            assert_eq!(pack.mention_evidence(&opened, mention), corpus.mention_evidence(at, mention));
        }
        let reports = corpus.reports().iter().filter(|report| report.document == at);
        assert_eq!(opened.reports, reports.map(|report| report.events.clone()).collect::<Vec<_>>());
    }
    let entities: Vec<Entity> = (0..pack.entities()).filter_map(|entity| pack.entity(entity)).collect();
    assert_eq!(entities, corpus.entities());
    let forms: Vec<Form> = (0..pack.forms()).filter_map(|form| pack.form(form)).collect();
    assert_eq!(forms, corpus.forms());
    for report in 0..corpus.reports().len() as u32 {
        let told = corpus.cluster_of(report).map(|cluster| Told {
            reports: cluster.reports.clone(),
            events: cluster.events.clone(),
            rule: &cluster.evidence.rule,
        });
        assert_eq!(pack.cluster_of(report), told);
    }
    assert_eq!(pack.unused_decisions(), corpus.unused_decisions());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_corpus_comes_back_and_gives_the_same_bytes(corpus in corpora()) {
        let packed = write(&corpus);
        prop_assert_eq!(&write(&corpus.clone()), &packed);
        assert_same(&read(Bytes::new(packed)).unwrap().0, &corpus);
    }

    #[test]
    fn a_pack_cut_short_is_an_error(corpus in corpora(), part in any::<prop::sample::Index>()) {
        let packed = write(&corpus);
        let cut = part.index(packed.len());
        prop_assert!(read(Bytes::new(packed[..cut].to_vec())).is_err());
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), magic in any::<bool>()) {
        let mut all = if magic { write(&Corpus::default())[..HEADER].to_vec() } else { Vec::new() };
        all.extend(&bytes);
        prop_assert!(read(Bytes::new(all)).is_err());
    }
}

#[test]
fn a_section_of_an_unknown_kind_is_skipped() {
    let mut sections = sections(&Corpus::default());
    sections.extend(crate::explore::sections(&Corpus::default()));
    let packed = pack::write(sections.clone());
    let table = HEADER + sections.len() * ENTRY;
    let mut entries = (sections.len() as u32 + 1).to_le_bytes().to_vec();
    for entry in packed[HEADER..table].chunks(ENTRY) {
        entries.extend(&entry[..4]);
        let offset = u64::from_le_bytes(entry[4..12].try_into().unwrap());
        entries.extend((offset + ENTRY as u64).to_le_bytes());
        entries.extend(&entry[12..]);
    }
    entries.extend([0xff; ENTRY]);
    let mut other = packed[..20].to_vec();
    other.extend(xxh3_64(&entries).to_le_bytes());
    other.extend(&entries);
    other.extend(&packed[table..]);
    assert_same(&read(Bytes::new(other)).unwrap().0, &Corpus::default());
}

#[test]
fn errors_say_what_was_expected_what_was_found_and_what_to_do() {
    let mut packed = write(&Corpus::default());
    packed[8] = 99;
    let error = |bytes: Vec<u8>| read(Bytes::new(bytes)).unwrap_err().to_string();
    let expected = "expected pack version 6, found 99: rebuild the page, or open this file with a newer one";
    assert_eq!(error(packed), expected);
    let expected =
        "expected a file that begins with `DATELINE`, found `<html>`: open a file that Dateline packed";
    assert_eq!(error(b"<html>".to_vec()), expected);
}

#[test]
fn every_changed_byte_of_a_pack_is_refused_or_harmless() {
    let text = "Talks end\n\n2026-02-07\n\n“No more war,” President Ann Lee said in Oslo on Friday.\n";
    let document = crate::read::read("a.txt", text.as_bytes());
    let annotations = crate::annotate::annotate(&document);
    let corpus = Corpus::build(
        vec![Article { document, annotations }],
        &crate::corpus::decisions::Decisions::default(),
    );
    let packed = write(&corpus);
    for at in 0..packed.len() {
        for change in [1u8, 0x80, 0xff] {
            let mut damaged = packed.clone();
            damaged[at] ^= change;
            match read(Bytes::new(damaged)) {
                Ok((pack, _)) if pack.article(0).is_none() => {}
                Ok((pack, _)) => assert_same(&pack, &corpus),
                Err(error) => assert!(error.to_string().contains("expected"), "{error}"),
            }
        }
    }
}
