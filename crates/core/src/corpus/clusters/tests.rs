//! Clusters by example: which invented sentences are of one event, and which only look so.
//!
//! **Invariant:** every way in which two reports may differ has a pair that it keeps apart. Start at [`check`].

use super::super::decisions::Decisions;
use super::super::sample::article_of;
use super::super::{Article, Corpus};
use crate::annotate::NameKind::{Organization, Person, Place};
use crate::annotate::{Event, NameKind, Status, Voice, VoiceClass, figures};
use crate::civil::{When, day_of};
use crate::evidence::Evidence;
use crate::read::Sentence;
use crate::span::Span;

const NAMES: &[(NameKind, &str)] = &[
    (Person, "Ann Lee"),
    (Person, "Olof Ray"),
    (Place, "Norsk"),
    (Place, "Vestby"),
    (Place, "Norway"),
    (Place, "Sweden"),
    (Organization, "Sea Watch"),
];

/// An article of sentences, each an event of `2026-01-` day and status; `Voice` is Ann Lee for a claim or a denial.
fn article(file: usize, lines: &[(u8, Status, &str)]) -> Article {
    let text = lines.iter().map(|(_, _, sentence)| *sentence).collect::<Vec<_>>().join("\n");
    let mut article = article_of(&format!("{file}.txt"), &text, NAMES);
    let mut start = 0;
    for (day, status, sentence) in lines {
        let span = Span::new(start, start + sentence.len());
        start += sentence.len() + 1;
        article.document.sentences.push(Sentence { span, block: 0 });
        let mentions = &article.annotations.mentions;
        let first = mentions.iter().position(|m| span.contains(m.span)).map(|at| at as u32);
        let voice = match status {
            Status::Said => Voice { class: VoiceClass::Person, mention: first, span: Some(span) },
            _ => Voice::OUTLET,
        };
        let when = day_of(&format!("2026-01-{day:02}")).map(When::day);
        let inside = mentions.iter().enumerate().filter(|(_, m)| span.contains(m.span));
        article.annotations.events.push(Event {
            participants: inside.map(|(at, _)| at as u32).collect(),
            when,
            undated: None,
            ..Event::new(span, *status, voice, Evidence::rule("no-date", 100))
        });
    }
    let notes = &article.annotations;
    article.annotations.figures =
        figures::find(&article.document, &notes.times, &notes.mentions, &notes.quotations, &notes.events);
    article
}

fn corpus(articles: &[&[(u8, Status, &str)]]) -> Corpus {
    let articles = articles.iter().enumerate().map(|(file, lines)| article(file, lines)).collect();
    Corpus::build(articles, &Decisions::default())
}

/// `shared` is what the two sentences share, or `None` if they are of two events.
fn check(a: (u8, Status, &str), b: (u8, Status, &str), shared: Option<&str>) {
    let corpus = corpus(&[&[a], &[b]]);
    let found: Vec<_> = corpus.clusters().iter().map(|c| c.evidence.anchor.clone().unwrap().value).collect();
    assert_eq!(found.first().map(String::as_str), shared, "{a:?} {b:?}");
}

const HAPPENED: Status = Status::Happened;

#[test]
fn two_reports_of_one_event_are_one_cluster() {
    check(
        (5, HAPPENED, "Ann Lee met Olof Ray in Vestby to discuss fishing rights."),
        (5, HAPPENED, "The meeting of Ann Lee and Olof Ray about fishing was held in Vestby."),
        Some("2026-01-05; Ann Lee, Olof Ray, Vestby; fishing, met"),
    );
    check(
        (5, HAPPENED, "A storm in Norsk destroyed 157 boats."),
        (5, Status::Claimed, "Officials put the storm damage in Norsk at 157 boats."),
        Some("2026-01-05; Norsk; boats, storm; 157"),
    );
    check(
        (5, Status::Said, "Ann Lee said the harbour bridge would close forever."),
        (5, Status::Said, "The harbour bridge will close forever, Ann Lee said."),
        Some("2026-01-05; bridge, close, forever, harbour"),
    );
}

#[test]
fn what_differs_keeps_them_apart() {
    let met = (5, HAPPENED, "Ann Lee met Olof Ray in Vestby to discuss fishing rights.");
    for other in [
        (6, HAPPENED, "Ann Lee met Olof Ray in Vestby to discuss fishing rights."),
        (5, HAPPENED, "Ann Lee met Olof Ray in Norsk to discuss fishing rights."),
        (5, Status::Denied, "Ann Lee met Olof Ray in Vestby to discuss fishing rights."),
        (5, Status::NotDone, "Ann Lee met Olof Ray in Vestby to discuss fishing rights."),
        (5, Status::Conditional, "Ann Lee met Olof Ray in Vestby to discuss fishing rights."),
        (5, HAPPENED, "Ann Lee and Olof Ray watched a football match in Vestby."),
        (5, HAPPENED, "Norway and Sweden exchanged letters."),
    ] {
        check(met, other, None);
    }
    check(
        (5, HAPPENED, "The strike on Norsk by Sweden killed 12 soldiers."),
        (5, HAPPENED, "The strike on Norsk by Sweden killed 14 soldiers."),
        None,
    );
    check(
        (5, HAPPENED, "The strike on Norsk by Sweden killed 12 soldiers."),
        (7, HAPPENED, "The strike on Norsk by Sweden killed 12 soldiers."),
        None,
    );
    check(
        (5, Status::Said, "Ann Lee said the harbour bridge would close forever."),
        (5, Status::Said, "Olof Ray said the harbour bridge would close forever."),
        None,
    );
    check(
        (5, HAPPENED, "Norway and Sweden held talks."),
        (5, HAPPENED, "Sweden attacked Norway with drones."),
        None,
    );
}

#[test]
fn a_bound_is_no_difference() {
    check(
        (5, HAPPENED, "The strike on Norsk by Sweden killed at least 12 soldiers."),
        (5, HAPPENED, "The strike on Norsk by Sweden killed 14 soldiers."),
        Some("2026-01-05; Norsk, Sweden; killed, soldiers, strike"),
    );
}

#[test]
fn all_of_a_cluster_agree_with_each_other() {
    let bounded = (5, HAPPENED, "The strike on Norsk by Sweden killed at least 12 soldiers.");
    let twelve = (5, HAPPENED, "The strike on Norsk by Sweden killed 12 soldiers.");
    let fourteen = (5, HAPPENED, "The strike on Norsk by Sweden killed 14 soldiers.");
    let corpus = corpus(&[&[bounded], &[twelve], &[fourteen]]);
    assert_eq!(corpus.clusters().len(), 1);
    let reports = &corpus.clusters()[0].reports;
    assert_eq!(reports.len(), 2, "twelve and fourteen are not one, whatever the bound allows");
    let cluster = corpus.cluster_of(0).map(|c| c.reports.clone());
    assert_eq!(cluster.as_ref(), Some(reports));
    let left = (0..3).find(|report| !reports.contains(report)).unwrap();
    assert_eq!(corpus.cluster_of(left), None);
}

#[test]
fn one_article_may_report_an_event_twice() {
    let headline = (5, HAPPENED, "Storm destroys 157 boats in Norsk.");
    let body = (5, HAPPENED, "A storm destroyed 157 boats in Norsk.");
    let corpus = corpus(&[&[headline, body]]);
    assert_eq!(corpus.clusters().iter().map(|c| c.reports.clone()).collect::<Vec<_>>(), [vec![0, 1]]);
}

#[test]
fn thousands_of_reports_of_one_day_are_compared_in_time() {
    let lines: Vec<String> = (0..3_000)
        .map(|n| format!("Ann Lee met Olof Ray about matter q{}.", "abcdefghij".repeat(n % 9 + 1)))
        .collect();
    let lines: Vec<(u8, Status, &str)> = lines.iter().map(|line| (5, HAPPENED, line.as_str())).collect();
    assert!(corpus(&[&lines]).clusters().iter().all(|c| c.reports.len() > 1));
}
