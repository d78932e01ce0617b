//! Rows of words and numbers, over a small article whose annotations are made by hand.
//!
//! **Invariant:** who speaks, to whom, how and until when it was not free stands in the row; so does whose a number is.
//! Start at [`engine`].

use super::*;
use crate::annotate::{
    Credit, CreditKind, Event, Figure, NameKind, Qualifier, Quotation, Speaker, Speech, Status, Time,
    TimeKind, Voice, VoiceClass,
};
use crate::civil::When;
use crate::corpus::sample::article_of;
use crate::evidence::Evidence;
use crate::read::{Block, BlockKind, Sentence};
use crate::span::Span;

const TEXT: &str = "“Done” says Anna Berg\n\
    “It is done,” Anna Berg told parliament in a post, free to print on Sunday.\n\
    The ministry declined to say why.\n\
    Anna Berg denied that at least 1,200 people had left, according to Wire News.\n";

fn span(words: &str) -> Span {
    let at = TEXT.find(words).expect("it is in the text");
    Span::new(at, at + words.len())
}

fn sure() -> Evidence {
    Evidence::rule("no-date", 100)
}

fn engine() -> Engine {
    let mut article = article_of("a.txt", TEXT, &[(NameKind::Person, "Anna Berg")]);
    let mut at = 0;
    for (number, line) in TEXT.lines().enumerate() {
        let line_span = Span::new(at, at + line.len());
        at += line.len() + 1;
        article.document.sentences.push(Sentence { span: line_span, block: number.min(1) as u32 });
    }
    let first = article.document.sentences[0].span;
    let paragraph = article.document.blocks[0];
    let rest = Span { start: first.end + 1, end: TEXT.len() as u32 };
    article.document.blocks =
        vec![Block { kind: BlockKind::Title, span: first, ..paragraph }, Block { span: rest, ..paragraph }];
    let speaker = |mention, words| Some(Speaker { class: VoiceClass::Person, mention, span: span(words) });
    let when = Some(When::day(jiff::civil::date(2026, 3, 15)));
    let (sunday, kind) = (span("Sunday"), TimeKind::Date);
    let notes = &mut article.annotations;
    notes.times =
        vec![Time { span: sunday, kind, value: String::new(), when, unresolved: None, evidence: sure() }];
    let ministry = Speaker { class: VoiceClass::Office, mention: None, span: span("The ministry") };
    let parliament = Voice { class: VoiceClass::Office, mention: None, span: Some(span("parliament")) };
    notes.quotations = vec![
        Quotation { repeats: Some(1), ..Quotation::new(span("“Done”"), Speech::Direct, sure()) },
        Quotation {
            speaker: speaker(Some(1), "Anna Berg"),
            addressee: Some(parliament),
            medium: Some(span("in a post")),
            free: Some(0),
            ..Quotation::new(span("“It is done,”"), Speech::Direct, sure())
        },
        Quotation {
            speaker: Some(ministry),
            cue: Some(span("declined to say")),
            ..Quotation::new(span("declined to say why"), Speech::Withheld, sure())
        },
    ];
    let last = article.document.sentences[3].span;
    let berg = Voice { class: VoiceClass::Person, mention: Some(2), span: Some(span("Anna Berg")) };
    notes.events = vec![Event::new(last, Status::Denied, berg, sure())];
    let figure = Figure {
        span: span("at least 1,200 people"),
        value: "1200".to_owned(),
        upto: None,
        qualifier: Qualifier::AtLeast,
        unit: String::new(),
        counted: Some(span("people")),
        voice: berg,
        event: Some(0),
        evidence: sure(),
    };
    notes.figures = vec![figure];
    let (kind, origin) = (CreditKind::Report, span("Wire News"));
    notes.credits = vec![Credit { span: span("according to Wire News"), origin, kind, evidence: sure() }];
    opened(&Corpus::build(vec![article], &Decisions::default()))
}

fn rows(unit: Unit) -> Vec<Row> {
    engine().ask(&ask("", unit)).rows
}

fn tags(row: &Row) -> Vec<&str> {
    row.tags.iter().map(|tag| tag.text.as_str()).collect()
}

#[test]
fn a_quotation_says_to_whom_and_how_and_when_it_was_free_and_counts_once() {
    let rows = rows(Unit::Quotations);
    assert_eq!(rows.len(), 2, "the headline is no row of its own");
    assert_eq!(tags(&rows[0]), ["Said by Anna Berg, to parliament, “in a post”"]);
    assert_eq!(rows[0].notes, ["free to print 15 March 2026", "also the headline"]);
}

#[test]
fn words_kept_back_are_rows_that_say_so() {
    let row = &rows(Unit::Quotations)[1];
    assert_eq!(tags(row), ["No words from the ministry: “declined to say”"]);
    assert_eq!(row.tags[0].form, Form::Withheld);
    let own: Vec<&str> = row.runs.iter().filter(|run| run.own).map(|run| run.text.as_str()).collect();
    assert_eq!(own.concat(), "declined to say why");
}

#[test]
fn a_figure_never_stands_without_whose_it_is_and_what_became_of_it() {
    let rows = rows(Unit::Figures);
    assert_eq!(rows.len(), 1);
    assert_eq!(tags(&rows[0]), ["At least 1200 people: denied by Anna Berg"]);
    assert_eq!(joined(&rows[0]), TEXT.lines().nth(3).unwrap());
}

#[test]
fn an_article_says_where_it_has_things_from() {
    let row = &rows(Unit::Articles)[0];
    assert!(row.notes.contains(&"origin: Wire News".to_owned()), "{:?}", row.notes);
    assert!(row.notes.contains(&"1 figure".to_owned()) && row.notes.contains(&"2 quotations".to_owned()));
}

#[test]
fn the_sheet_explains_each_of_them() {
    let engine = engine();
    let passage = Passage::of(&engine.pack().article(0).unwrap().article, Span::default());
    let sheet = engine.sheet(&passage, &Query::default()).expect("it is in the corpus");
    assert_eq!(sheet.origins, "Wire News");
    assert_eq!(sheet.figures[0].is, "is at least 1200 people");
    let told: Vec<String> =
        sheet.blocks.iter().flat_map(|b| &b.pieces).flat_map(|p| &p.events).map(|e| e.is.clone()).collect();
    assert_eq!(
        told,
        [
            "are words of somebody whom the text does not tell",
            "are words of Anna Berg",
            "No words from the ministry: “declined to say”",
            "Denied by Anna Berg",
            "says that this was reported by Wire News",
        ]
    );
    let figures =
        sheet.blocks.iter().flat_map(|b| &b.pieces).flat_map(|p| &p.runs).filter(|r| r.figure.is_some());
    assert_eq!(figures.map(|r| r.text.as_str()).collect::<String>(), "at least 1,200 people");
}
