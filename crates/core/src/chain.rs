//! The whole way of a text through the rooms: read, annotate, build, pack, explore, JSON.
//!
//! **Invariant:** whatever the text, nothing panics, every span fits it, every event says whose word it is and why it
//! has no date, and the same documents give the same bytes in any order. Start at [`keeps_the_contract`].

mod long;
mod packs;

use proptest::prelude::*;

use crate::annotate::{Annotations, Status, VoiceClass, annotate};
use crate::columns::Bytes;
use crate::corpus::decisions::Decisions;
use crate::corpus::{Article, Corpus};
use crate::evidence::because;
use crate::explore::{self, Query, Unit, explore};
use crate::read::{Document, read};
use crate::span::Span;

/// Words that news texts are made of, the marks between them, and what often goes wrong around them.
const WORDS: &[&str] = &[
    "Volodymyr Zelenskyy",
    "President Zelensky",
    "Zelensky",
    "Donald Trump",
    "Mr Trump",
    "Carolyn Leavitt",
    "he",
    "she",
    "they",
    "The Kremlin",
    "the White House",
    "Moscow",
    "Kyiv",
    "Kiev",
    "the US",
    "U.S.",
    "BBC",
    "officials",
    "a US official",
    "critics",
    "said",
    "says",
    "told reporters",
    "wrote",
    "added that",
    "denied",
    "confirmed",
    "according to",
    "claimed that",
    "accused",
    "threatened",
    "called",
    "did not say",
    "who",
    "which",
    "that",
    "with",
    "but",
    "and",
    "while",
    "something",
    "attacks",
    "talks",
    "agreed",
    "struck",
    "will meet",
    "plans to",
    "has said",
    "on Friday",
    "Friday’s",
    "last Monday",
    "overnight",
    "yesterday",
    "until February 1",
    "by June",
    "since 2022",
    "May 5, 2026",
    "2026-02-07",
    "5 May",
    "next week",
    "two days ago",
    "eight months later",
    "hours earlier",
    "this year",
    "every day",
    "24 hours",
    "at 9:30 a.m.",
    "Feb 30",
    "year 99999",
    "the same day",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "’s",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "—",
    "-",
    "(",
    ")",
    "\n",
    "\n\n",
    "é",
    "Україна",
    "\u{a0}",
    "400",
    "[File: A B/AFP]",
    "Related",
    "By Jane Roe",
    "Published 7 February 2026",
    "---\n",
    "date: 2026-02-07\n",
    "title: A",
    "<p>",
    "</p>",
    "<",
    "# ",
    "* ",
    "| a | b |",
    "Subscribe to continue reading.",
];

fn article(file: &str, text: &str) -> Article {
    let document = read(file, text.as_bytes());
    let annotations = annotate(&document);
    Article { document, annotations }
}

fn text() -> impl Strategy<Value = String> {
    let piece = (0..WORDS.len(), any::<bool>());
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for (word, space) in pieces {
            text.push_str(WORDS[word]);
            if space || text.ends_with(char::is_alphanumeric) {
                text.push(' ');
            }
        }
        text
    })
}

/// What the rooms promise of what they find in a document.
fn keeps_the_contract(document: &Document, found: &Annotations) {
    let text = document.text.as_str();
    let fits = |span: Span| {
        assert!(text.get(span.start as usize..span.end as usize).is_some_and(|s| !s.is_empty()), "{span:?}");
    };
    let inside = |span: Span| {
        fits(span);
        assert!(document.blocks.iter().any(|b| b.kind.is_story() && b.span.contains(span)), "{span:?}");
    };
    for block in &document.blocks {
        fits(block.span);
    }
    for sentence in &document.sentences {
        fits(sentence.span);
        assert!(document.blocks[sentence.block as usize].span.contains(sentence.span));
    }
    let named = |mention: Option<u32>| assert!(mention.is_none_or(|m| (m as usize) < found.mentions.len()));
    let explained = |rule: &str| assert!(because(rule).is_some(), "{rule}");
    explained(&document.published.evidence.rule);
    for time in &found.times {
        fits(time.span);
        let kind = |b: &crate::read::Block| b.kind.is_story() || b.kind == crate::read::BlockKind::Dateline;
        assert!(document.blocks.iter().any(|b| kind(b) && b.span.contains(time.span)), "{:?}", time.span);
        explained(&time.evidence.rule);
        assert!(time.when.is_none() || time.unresolved.is_none());
        assert!(time.when.is_none_or(|w| w.interval.from < w.interval.to), "{time:?}");
    }
    for mention in &found.mentions {
        inside(mention.span);
        explained(&mention.evidence.rule);
    }
    for quotation in &found.quotations {
        inside(quotation.span);
        quotation.cue.into_iter().for_each(inside);
        explained(&quotation.evidence.rule);
        if let Some(speaker) = &quotation.speaker {
            inside(speaker.span);
            named(speaker.mention);
        }
    }
    for (index, event) in found.events.iter().enumerate() {
        inside(event.span);
        inside(event.clause);
        explained(&event.evidence.rule);
        named(event.place);
        assert_eq!(event.plan.is_some(), event.status == Status::Announced);
        assert_eq!(event.when.is_none(), event.undated.is_some());
        assert_eq!(event.voice.span.is_none(), event.voice.class == VoiceClass::Outlet);
        event.voice.span.into_iter().for_each(inside);
        named(event.voice.mention);
        event.participants.iter().for_each(|m| named(Some(*m)));
        assert!(event.time.is_none_or(|t| (t as usize) < found.times.len()));
        if let Some(of) = event.of {
            assert!((of as usize) < index, "what is said stands after its saying");
            assert_eq!(found.events[of as usize].status, Status::Said);
            assert!(!matches!(event.status, Status::Said | Status::Happened), "not the article's own word");
        } else {
            assert_ne!(event.status, Status::Claimed, "somebody claims it");
        }
    }
    for figure in &found.figures {
        [Some(figure.span), figure.counted, figure.voice.span].into_iter().flatten().for_each(inside);
        explained(&figure.evidence.rule);
        named(figure.voice.mention);
        assert!(figure.event.is_none_or(|e| (e as usize) < found.events.len()));
    }
    for credit in &found.credits {
        // A byline or a picture's credit is no part of the story.
        fits(credit.span);
        assert!(credit.span.contains(credit.origin));
        explained(&credit.evidence.rule);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_goes_all_the_way(texts in proptest::collection::vec(text(), 1..4)) {
        let endings = ["txt", "md", "html"];
        let articles: Vec<Article> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| article(&format!("{at}.{}", endings[at % 3]), text))
            .collect();
        for article in &articles {
            keeps_the_contract(&article.document, &article.annotations);
        }
        let mut backwards = articles.clone();
        backwards.reverse();
        let corpus = Corpus::build(articles, &Decisions::default());
        let packed = explore::write(&corpus);
        prop_assert_eq!(&explore::write(&Corpus::build(backwards, &Decisions::default())), &packed);
        let (pack, index) = explore::read(Bytes::new(packed)).unwrap();
        for query in ["", "talks -person:Trump", "from:2026-02-01 to:2026-02-07", "undated:yes \"of the\" place:Kyiv"] {
            for unit in Unit::ALL {
                let findings = explore(&pack, &index, &Query::parse(query), unit);
                prop_assert!(findings.matched.len() <= findings.total);
            }
        }
        let json = serde_json::to_string(&crate::json::corpus(&corpus)).unwrap();
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}

fn seeds() -> Vec<Article> {
    let seed = |file: &str, bytes: &[u8]| article(file, &String::from_utf8_lossy(bytes));
    vec![
        seed("000.txt", include_bytes!("../../../seeds/000_f4d7d6a1751faa29.txt")),
        seed("001.txt", include_bytes!("../../../seeds/001_bf9ddea0df826b44.txt")),
        seed("002.txt", include_bytes!("../../../seeds/002_9fdb488ab7623215.txt")),
        seed("003.txt", include_bytes!("../../../seeds/003_3acc11cd6c52c232.txt")),
        seed("004.txt", include_bytes!("../../../seeds/004_65f930d9f114bd18.txt")),
    ]
}

#[test]
fn the_samples_keep_the_contract() {
    for article in seeds() {
        keeps_the_contract(&article.document, &article.annotations);
    }
}

#[test]
fn the_same_documents_give_the_same_bytes_in_any_order() {
    let first = explore::write(&Corpus::build(seeds(), &Decisions::default()));
    let mut articles = seeds();
    for turn in 0..articles.len() {
        articles.rotate_left(1);
        articles.swap(0, turn);
        assert_eq!(explore::write(&Corpus::build(articles.clone(), &Decisions::default())), first);
    }
}
