//! The form of the JSON, on a document made by hand.
//!
//! **Invariant:** nothing is read or annotated here, so only a change of the form changes `small.json`.
//! Start at [`article`].

use std::borrow::Cow;

use expect_test::expect_file;
use jiff::civil::date;

use super::*;
use crate::annotate::{self, Annotations, NameKind, Status, TimeKind, VoiceClass};
use crate::civil::When;
use crate::corpus::Article;
use crate::corpus::decisions::Decisions;
use crate::evidence::Evidence;
use crate::read::{self, BlockKind, Dated, Field, Format};
use crate::span::Span;

const TEXT: &str = "“Ready,” Anna Müller told Reuters after two days on Friday.";

fn evidence(rule: &'static str) -> Evidence {
    Evidence::rule(rule, 90)
}

fn find(part: &str) -> Span {
    let at = TEXT.find(part).expect("part of the text");
    Span::new(at, at + part.len())
}

fn article() -> Article {
    let whole = Span::new(0, TEXT.len());
    let day = When::day(date(2026, 1, 30));
    let speaker = find("Anna Müller");
    let voice = annotate::Voice { class: VoiceClass::Person, mention: Some(0), span: Some(speaker) };
    let friday = evidence("weekday-past").from("publication", "2026-01-31", Vec::new());
    Article {
        document: read::Document {
            file: "a/note.txt".to_owned(),
            sha256: [0; 32],
            format: Format::Text,
            text: TEXT.to_owned(),
            title: Some(Field { value: "A note".to_owned(), span: None, evidence: evidence("front-matter") }),
            publisher: None,
            author: None,
            url: None,
            language: None,
            published: read::Published {
                dated: Dated::Stated,
                when: Some(When::day(date(2026, 1, 31))),
                evidence: evidence("given"),
            },
            blocks: vec![read::Block {
                kind: BlockKind::Paragraph,
                rule: read::LineRule::Text,
                span: whole,
                credit: None,
            }],
            sentences: vec![read::Sentence { span: whole, block: 0 }],
            incomplete: None,
            problems: vec![read::Problem { what: Cow::Borrowed("no title"), span: None, fatal: false }],
        },
        annotations: Annotations {
            times: vec![annotate::Time {
                span: find("Friday"),
                kind: TimeKind::Date,
                value: "2026-01-30".to_owned(),
                when: Some(day),
                unresolved: None,
                evidence: friday.clone(),
            }],
            mentions: vec![annotate::Mention {
                span: speaker,
                kind: NameKind::Person,
                evidence: evidence("full-name"),
            }],
            quotations: vec![annotate::Quotation {
                speaker: Some(annotate::Speaker {
                    class: VoiceClass::Person,
                    mention: Some(0),
                    span: speaker,
                }),
                cue: Some(find("told")),
                spoken: Some(0),
                ..annotate::Quotation::new(find("“Ready,”"), annotate::Speech::Direct, evidence("cue-after"))
            }],
            events: vec![
                annotate::Event {
                    when: Some(day),
                    time: Some(0),
                    undated: None,
                    participants: vec![0, 0],
                    ..annotate::Event::new(whole, Status::Said, annotate::Voice::OUTLET, evidence("saying"))
                },
                annotate::Event {
                    of: Some(0),
                    ..annotate::Event::new(whole, Status::Claimed, voice, evidence("said-in"))
                },
            ],
            figures: vec![annotate::Figure {
                span: find("two days"),
                value: "2".to_owned(),
                upto: None,
                qualifier: annotate::Qualifier::Exactly,
                unit: "d".to_owned(),
                counted: None,
                voice,
                event: Some(1),
                evidence: evidence("number"),
            }],
            credits: vec![annotate::Credit {
                span: find("told Reuters"),
                origin: find("Reuters"),
                kind: annotate::CreditKind::Interview,
                evidence: evidence("told"),
            }],
        },
    }
}

#[test]
fn a_small_document_as_json() {
    let built = Corpus::build(vec![article()], &Decisions::default());
    let json = serde_json::to_string_pretty(&corpus(&built)).expect("JSON");
    expect_file!["small.json"].assert_eq(&json);
}

#[test]
fn an_article_that_is_not_there_is_nothing() {
    assert_eq!(document(&Corpus::default(), 0), None);
    assert_eq!(
        serde_json::to_string(&corpus(&Corpus::default())).expect("JSON"),
        r#"{"documents":[],"entities":[],"clusters":[]}"#
    );
}
