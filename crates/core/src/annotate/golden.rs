//! All that is found in each of the sample articles, read and annotated as users get it, one line a finding.
//!
//! **Invariant:** these lists are read in review as an editor reads, each line against the article: a wrong speaker
//! here is a wrong speaker. `UPDATE_EXPECT=1` refreshes them. Start at [`picture`].

use std::collections::BTreeMap;
use std::fmt::Write as _;

use expect_test::{ExpectFile, expect_file};

use super::{Annotations, Event, Figure, NameKind, Quotation, Speech, VoiceClass, annotate};
use crate::civil::When;
use crate::evidence::because;
use crate::read::{Document, read};
use crate::span::Span;

#[test]
fn an_article_with_a_stated_day() {
    check(
        include_bytes!("../../../../seeds/000_f4d7d6a1751faa29.txt"),
        &expect_file!["golden/stated-day.txt"],
    );
}

#[test]
fn an_article_with_a_printed_day() {
    check(
        include_bytes!("../../../../seeds/001_bf9ddea0df826b44.txt"),
        &expect_file!["golden/printed-day.txt"],
    );
}

#[test]
fn an_article_without_any_day() {
    check(include_bytes!("../../../../seeds/002_9fdb488ab7623215.txt"), &expect_file!["golden/no-day.txt"]);
}

#[test]
fn an_article_dated_by_a_caption_to_a_week() {
    check(
        include_bytes!("../../../../seeds/003_3acc11cd6c52c232.txt"),
        &expect_file!["golden/caption-day.txt"],
    );
}

#[test]
fn an_article_dated_by_a_caption_to_a_few_days() {
    check(
        include_bytes!("../../../../seeds/004_65f930d9f114bd18.txt"),
        &expect_file!["golden/many-voices.txt"],
    );
}

fn check(bytes: &[u8], expected: &ExpectFile) {
    let document = read("article.txt", bytes);
    let found = annotate(&document);
    let rules = [
        found.times.iter().map(|t| &t.evidence).collect::<Vec<_>>(),
        found.mentions.iter().map(|m| &m.evidence).collect(),
        found.quotations.iter().map(|q| &q.evidence).collect(),
        found.events.iter().map(|e| &e.evidence).collect(),
        found.figures.iter().map(|f| &f.evidence).collect(),
        found.credits.iter().map(|c| &c.evidence).collect(),
    ];
    for evidence in rules.concat() {
        assert!(because(&evidence.rule).is_some(), "{}", evidence.rule);
    }
    expected.assert_eq(&picture(&document, &found));
}

fn picture(document: &Document, found: &Annotations) -> String {
    let text = document.text.as_str();
    let mut out = String::new();
    let published = document.published.when.map_or("unknown".to_owned(), shown);
    let _ = writeln!(out, "PUBLISHED {published}\n\nTIMES");
    for time in &found.times {
        let when = match (time.when, time.unresolved) {
            (Some(when), _) => shown(when),
            (None, reason) => reason.map_or(String::new(), |r| format!("{r:?}")),
        };
        let _ = writeln!(out, "{} | {} | {when} | {}", time.span.of(text), time.value, time.evidence.rule);
    }
    let _ = writeln!(out, "\nNAMES");
    for kind in NameKind::ALL {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for mention in found.mentions.iter().filter(|m| m.kind == kind) {
            *names.entry(mention.span.of(text)).or_default() += 1;
        }
        let counted: Vec<String> = names.iter().map(|(name, n)| format!("{name} {n}")).collect();
        let _ = writeln!(out, "{}: {}", kind.name(), counted.join(", "));
    }
    let _ = writeln!(out, "\nQUOTATIONS");
    for quotation in &found.quotations {
        let cue = quotation.cue.map_or("", |cue| cue.of(text));
        let sign = match quotation.speech {
            Speech::Direct => '"',
            Speech::Reported => '~',
            Speech::Withheld => '-',
            Speech::Scare => '?',
        };
        let speaker = speaker(text, found, quotation);
        let to = quotation.addressee.and_then(|to| to.span).map(|to| format!(" | to {}", to.of(text)));
        let medium = quotation.medium.map(|medium| format!(" | by {}", medium.of(text)));
        let free = quotation.free.and_then(|t| found.times.get(t as usize));
        let free = free.map(|t| format!(" | free {}", t.span.of(text)));
        let repeats = quotation.repeats.and_then(|q| found.quotations.get(q as usize));
        let repeats = repeats.map(|q| format!(" | repeats {}", ends(text, q.span)));
        let more: String = [to, medium, free, repeats].into_iter().flatten().collect();
        let _ = writeln!(out, "{sign} {speaker} | {cue} | {}{more}", ends(text, quotation.span));
    }
    let _ = writeln!(out, "\nEVENTS");
    for event in &found.events {
        let _ = writeln!(out, "{}", line(text, found, event));
    }
    let _ = writeln!(out, "\nFIGURES");
    for figure in &found.figures {
        let _ = writeln!(out, "{}", amount(text, found, figure));
    }
    let _ = writeln!(out, "\nCREDITS");
    for credit in &found.credits {
        let kind = format!("{:?}", credit.kind).to_lowercase();
        let _ = writeln!(out, "{kind} | {} | {}", credit.origin.of(text), ends(text, credit.span));
    }
    out
}

/// A figure: qualifier, number, unit; what is counted; voice; the first words of the clause that it belongs to.
fn amount(text: &str, found: &Annotations, figure: &Figure) -> String {
    let upto = figure.upto.as_ref().map_or(String::new(), |upto| format!("..{upto}"));
    let parts = [figure.qualifier.words(), &format!("{}{upto}", figure.value), figure.unit.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    let counted = figure.counted.map_or("-", |span| span.of(text));
    let voice = figure.voice.span.map_or("outlet", |span| span.of(text));
    let event = figure.event.and_then(|e| found.events.get(e as usize));
    let event = event.map_or(String::new(), |e| {
        let words: Vec<&str> = e.clause.of(text).split_whitespace().take(6).collect();
        format!("{}: {}", e.status.name(), words.join(" "))
    });
    format!("{} | {counted} | {}{voice} | {event}", parts.join(" "), mark(figure.voice.class))
}

/// An event: status and plan, voice, when or why not, who is in it and where, the first words of its sentence, its
/// clause where that is less; `in it` for what is said.
fn line(text: &str, found: &Annotations, event: &Event) -> String {
    let plan = event.plan.map_or(String::new(), |plan| format!(" {}", plan.name()));
    let status = format!("{}{plan}", event.status.name());
    let voice = event.voice.span.map_or("outlet", |span| span.of(text));
    let mark = mark(event.voice.class);
    let when = match (event.when, event.undated) {
        (Some(when), _) => shown(when),
        (None, reason) => reason.map_or(String::new(), |r| format!("{r:?}")),
    };
    let time = event.time.and_then(|t| found.times.get(t as usize)).map_or("", |t| t.span.of(text));
    let name = |m: &u32| found.mentions.get(*m as usize).map_or("", |m| m.span.of(text));
    let who: Vec<&str> = event.participants.iter().map(name).collect();
    let inside = if event.of.is_some() { "  in it " } else { "" };
    let place = event.place.as_ref().map_or(String::new(), |place| format!(" @ {}", name(place)));
    let clause =
        if event.clause == event.span { String::new() } else { format!(" | {}", ends(text, event.clause)) };
    let words: Vec<&str> = event.span.of(text).split_whitespace().take(6).collect();
    let (who, words) = (who.join(", "), words.join(" "));
    format!("{inside}{status} | {mark}{voice} | {when} | {time} | {who}{place} | {words}{clause}")
}

fn shown(when: When) -> String {
    let day = |d: Option<jiff::civil::Date>| d.map_or("…".to_owned(), |d| d.to_string());
    let (first, last) = (day(when.interval.first_day()), day(when.interval.last_day()));
    let days = if first == last { first } else { format!("{first}..{last}") };
    format!("{days} {:?} {:?}", when.granularity, when.certainty)
}

fn speaker(text: &str, found: &Annotations, quotation: &Quotation) -> String {
    let Some(speaker) = &quotation.speaker else { return "-".to_owned() };
    let said = speaker.span.of(text);
    let meant = speaker.mention.and_then(|m| found.mentions.get(m as usize)).map_or("", |m| m.span.of(text));
    let mark = mark(speaker.class);
    if said.contains(meant) { format!("{mark}{said}") } else { format!("{mark}{said}={meant}") }
}

fn mark(class: VoiceClass) -> &'static str {
    match class {
        VoiceClass::Person | VoiceClass::Outlet => "",
        VoiceClass::Office => "#",
        VoiceClass::Unnamed => "?",
    }
}

/// The first and the last words of `span`.
fn ends(text: &str, span: Span) -> String {
    let words: Vec<&str> = span.of(text).split_whitespace().collect();
    match words.as_slice() {
        [first @ .., a, b, c] if first.len() > 6 => format!("{} … {a} {b} {c}", first[..6].join(" ")),
        _ => words.join(" "),
    }
}
