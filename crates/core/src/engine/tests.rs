//! The door as a whole, over a small story: what is asked, what comes back.

mod arriving;
mod decided;
mod export;
mod found;
mod lanes;
mod moving;
mod spanning;
mod status;
mod words;

use std::collections::BTreeMap;

use super::*;
use crate::annotate::annotate;
use crate::corpus::decisions::Decisions;
use crate::corpus::{Article, Corpus};
use crate::read::read;

const FIRST: &str = "---\ntitle: \"Talks end in Geneva\"\nsource: https://example.org/2026/3/14/talks\ndate: 2026-03-14\n---\n\n\
    Talks between Norway and Chile ended on Friday without a deal, officials said.\n\n\
    “We are close,” Foreign Minister Anna Berg told reporters in Oslo on Saturday. \
    She added that a new round would begin next week.\n\n\
    Chile said on Friday that its navy had turned back two ships overnight.\n";

const SECOND: &str = "Berg sees no deal soon\n\nAnna Berg said on Monday that nothing had been agreed.\n";

pub(super) fn engine() -> Engine {
    opened(&corpus())
}

fn corpus() -> Corpus {
    corpus_of(&[("a.txt", FIRST), ("b.txt", SECOND)])
}

fn corpus_of(files: &[(&str, &str)]) -> Corpus {
    let articles = files.iter().map(|(file, text)| {
        let document = read(file, text.as_bytes());
        let annotations = annotate(&document);
        Article { document, annotations }
    });
    Corpus::build(articles.collect(), &Decisions::default())
}

/// An engine over articles of these names and texts.
pub(super) fn engine_of(files: &[(&str, &str)]) -> Engine {
    opened(&corpus_of(files))
}

fn opened(corpus: &Corpus) -> Engine {
    Engine::open(Bytes::new(explore::write(corpus))).unwrap()
}

pub(super) fn ask(query: &str, unit: Unit) -> Ask {
    Ask {
        generation: 7,
        query: Query::parse(query),
        unit,
        sort: Sort::Newest,
        rows: 100,
        open: None,
        window: None,
        size: Size { width: 1200.0, height: 196.0 },
        fold_gaps: true,
        lanes: None,
        clocks: false,
    }
}

fn joined(row: &Row) -> String {
    row.runs.iter().map(|r| r.text.as_str()).collect()
}

#[test]
fn the_sentence_counts_the_rows_of_the_open_tab() {
    let engine = engine();
    for unit in Unit::ALL {
        for query in
            ["", "talks", "person:berg", "person:berg -place:oslo", "after:2026-03-14", "nothing like it"]
        {
            let answer = engine.ask(&ask(query, unit));
            assert!(
                answer.says.text.starts_with(&format!("{} ", answer.matched)),
                "{query}: {}",
                answer.says.text
            );
            assert_eq!(answer.tabs[unit as usize], answer.matched, "{query}");
            assert_eq!(answer.rows.len() as u32, answer.matched, "{query}");
            assert_eq!(answer.generation, 7);
        }
    }
}

#[test]
fn taking_a_part_away_gives_the_query_without_it() {
    let query = Query::parse("talks -ships person:berg -place:oslo after:2026-03-01 scope:article");
    let parts = says::parts(&query);
    let leads: Vec<String> = parts.iter().map(|p| format!("{} {}", p.lead, p.label)).collect();
    assert_eq!(
        leads,
        [
            " since 1 March 2026",
            "naming berg",
            "without oslo",
            "with talks",
            "without ships",
            " anywhere in the article"
        ]
    );
    for part in parts {
        assert_ne!(part.rest, query);
        assert_eq!(Query::parse(&part.rest.to_string()), part.rest, "{}", part.label);
    }
}

#[test]
fn every_kind_of_term_has_a_chip_in_plain_words() {
    for (query, chips) in [
        ("talks OR truce war", "with talks or truce|with war"),
        ("-(a b) (c OR (d -e))", "without a and b|with c or (d and not e)"),
        (
            "tal* \"a b\"~5 \"peace tal\"*",
            "with words that begin with tal|with “a b” with up to 5 words among them|with “peace tal…”",
        ),
        ("title:talks quote:\"so it is\"", "with the headline saying talks|quoting about “so it is”"),
        ("speaker:\"Steve Witkoff\" speaker:b about:c", "about c|said by Steve Witkoff|or b"),
        ("published-before:2026-02-05", "published up to 5 February 2026"),
        ("published:2026-02-01..2026-02-05", "published within 1 to 5 February 2026"),
        ("published:2026-02-05 published:2025", "published on 5 February 2026|or in 2025"),
        ("on:2026-02-05 in:2014", " 5 February 2026|or 1 January to 31 December 2014"),
        (
            "voice:unnamed status:claimed -status:denied",
            "reported as claimed|not reported as denied|resting on unnamed voices only",
        ),
        ("(person:a OR in:2026-02)", "with naming a or dated 1 to 28 February 2026"),
        (
            "-undated:yes incomplete:no dated:range",
            "published in a range of days|from articles that are not known to be incomplete|with a date",
        ),
    ] {
        let parts = says::parts(&Query::parse(query));
        let said: Vec<String> = parts.iter().map(|part| format!("{} {}", part.lead, part.label)).collect();
        assert_eq!(said.join("|"), chips, "{query}");
        assert!(parts.iter().all(|part| Query::parse(&part.rest.to_string()) == part.rest), "{query}");
    }
}

#[test]
fn what_a_query_finds_is_marked_and_what_it_leaves_out_is_not() {
    let marked = |query: &str, unit| {
        let answer = engine().ask(&ask(query, unit));
        let runs = answer.rows.into_iter().flat_map(|row| row.runs);
        runs.filter(|run| run.hit).map(|run| run.text).collect::<Vec<_>>().join("|")
    };
    assert_eq!(marked("\"turned back\" -talks", Unit::Events), "turned back");
    assert_eq!(marked("\"navy ships\"~5", Unit::Events), "navy|ships");
    assert_eq!(marked("shi* OR zzz", Unit::Events), "ships");
    assert_eq!(marked("quote:\"we are so close\"", Unit::Quotations), "We|are|close");
    assert_eq!(marked("-(navy -ships)", Unit::Quotations), "");
}

#[test]
fn every_row_is_a_whole_passage_with_who_says_so_and_its_source() {
    let answer = engine().ask(&ask("", Unit::Events));
    assert!(answer.rows.len() >= 4, "{:?}", answer.rows.iter().map(joined).collect::<Vec<_>>());
    for row in &answer.rows {
        let text = if row.passage.file == "a.txt" { FIRST } else { SECOND };
        assert_eq!(row.passage.span.of(text), joined(row));
        assert!(!row.tags.is_empty(), "{} does not say who says so", joined(row));
        assert!(!row.source.is_empty() && !row.head.is_empty());
    }
}

#[test]
fn a_claim_is_never_in_the_articles_own_voice() {
    let answer = engine().ask(&ask("navy", Unit::Events));
    let tags: Vec<&str> = answer.rows.iter().flat_map(|r| &r.tags).map(|t| t.text.as_str()).collect();
    assert!(tags.iter().any(|t| t.contains("claimed by") && t.contains("one voice")), "{tags:?}");
    assert!(!tags.iter().any(|t| t.contains("happened")), "{tags:?}");
}

#[test]
fn a_sheet_holds_every_byte_of_every_block() {
    let engine = engine();
    for article in 0..engine.pack().len() {
        let opened = engine.pack().article(article).unwrap();
        let article = &opened.article;
        let passage = Passage::of(article, crate::span::Span::default());
        let sheet = engine.sheet(&passage, &Query::parse("talks person:berg")).expect("it is in the corpus");
        for block in &sheet.blocks {
            let text: String = block.pieces.iter().flat_map(|p| &p.runs).map(|r| r.text.as_str()).collect();
            assert_eq!(text, block.span.of(&article.document.text));
        }
        assert_eq!(sheet.mentions.len(), article.annotations.mentions.len());
        assert!(sheet.mentions.iter().chain(&sheet.times).all(|e| !e.is.is_empty()));
    }
}

#[test]
fn a_passage_of_other_bytes_is_not_found() {
    let engine = engine();
    let mut passage = Passage::of(&engine.pack().article(0).unwrap().article, crate::span::Span::default());
    passage.hash = "00000000".into();
    assert_eq!(engine.sheet(&passage, &Query::default()), None);
}

#[test]
fn what_the_query_asks_is_marked_as_a_hit() {
    let answer = engine().ask(&ask("person:berg talks", Unit::Articles));
    let sheet_hits = |answer: &Answer| answer.rows.iter().flat_map(|r| &r.runs).filter(|r| r.hit).count();
    assert!(sheet_hits(&answer) > 0, "{:?}", answer.rows);
}

#[test]
fn every_mark_has_a_name_that_says_when_and_who() {
    let answer = engine().ask(&ask("", Unit::Events));
    assert_eq!(answer.marks.len(), answer.timeline.marks.len());
    let mut forms = BTreeMap::new();
    for (mark, name) in answer.timeline.marks.iter().zip(&answer.marks) {
        assert!(name.name.starts_with(&mark.when), "{}", name.name);
        assert!(!name.passage.file.is_empty());
        *forms.entry(mark.form).or_insert(0) += 1;
    }
    assert!(forms.len() >= 3, "{forms:?}");
}

#[test]
fn the_record_says_when_its_articles_were_published() {
    let record = engine().record();
    assert_eq!((record.articles, record.span.as_str()), (2, "March 2026"));
    assert_eq!(record.last, Some(crate::civil::seconds(jiff::civil::date(2026, 3, 15))));
}

#[test]
fn a_name_typed_in_part_is_the_same_choice_as_the_whole_name() {
    let (engine, typed) = (engine(), Query::parse("person:berg talks"));
    let choose = |choice| engine.choose(&typed, Field::Person, "Anna Berg", choice).to_string();
    assert_eq!(choose(None), "talks");
    assert_eq!(choose(Some(false)), "talks -person:\"Anna Berg\"");
    assert_eq!(choose(Some(true)), "talks person:\"Anna Berg\"");
}
