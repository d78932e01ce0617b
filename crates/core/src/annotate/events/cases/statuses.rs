//! Cases of what is claimed of an event: its status, how it is ahead, where it is, and times that are inherited.
//!
//! **Invariant:** marked as in [`super`]; a place is marked as `[…]`, and withheld words as `⟪…⟫` with their cue.
//! Start at [`check`].

use super::super::super::times::{self, cases::document};
use super::{SATURDAY, unmark};
use crate::annotate::{Annotations, Event, Mention, NameKind, Quotation, Speech, Status};
use crate::evidence::Evidence;
use crate::span::Span;

fn events(marked: &str, published: &str) -> (String, Annotations) {
    let mut plain = String::new();
    let (mut places, mut silent) = (Vec::new(), Vec::new());
    let (mut place, mut words) = (0, 0);
    // The offsets of places and silences are those of the text without any mark.
    let mut bare = 0;
    for c in marked.chars() {
        match c {
            '[' => place = bare,
            ']' => places.push(Span::new(place, bare)),
            '⟪' => words = bare,
            '⟫' => silent.push(Span::new(words, bare)),
            c => {
                plain.push(c);
                bare += if "{}⟦⟧⟨⟩".contains(c) { 0 } else { c.len_utf8() };
            }
        }
    }
    let (text, mut mentions, mut quotations) = unmark(&plain);
    let evidence = || Evidence::rule("case", 100);
    mentions.extend(places.into_iter().map(|span| Mention {
        span,
        kind: NameKind::Place,
        evidence: evidence(),
    }));
    mentions.sort_by_key(|m| m.span);
    quotations.extend(silent.into_iter().map(|span| Quotation {
        cue: Some(Span { end: span.start + 1, ..span }),
        ..Quotation::new(span, Speech::Withheld, evidence())
    }));
    quotations.sort_by_key(|q| q.span);
    let document = document(&text, published);
    let (times, events) = super::super::find(&document, times::find(&document), &mentions, &mut quotations);
    (text, Annotations { times, mentions, quotations, events, ..Annotations::default() })
}

/// Status and plan, the time's value, `@` place, the clause where it is less than the sentence.
fn line(text: &str, found: &Annotations, event: &Event) -> String {
    let plan = event.plan.map_or(String::new(), |p| format!(" {}", p.name()));
    let time = event.time.and_then(|t| found.times.get(t as usize)).map_or("-", |t| t.value.as_str());
    let place = event.place.and_then(|m| found.mentions.get(m as usize));
    let place = place.map_or(String::new(), |m| format!(" @ {}", m.span.of(text)));
    format!("{}{plan} {time}{place}", event.status.name())
}

#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (text, found) = events(marked, SATURDAY);
    let lines: Vec<String> = found.events.iter().map(|e| line(&text, &found, e)).collect();
    assert_eq!(lines, expected, "in {text:?}");
    for event in &found.events {
        assert!(event.span.contains(event.clause) && !event.clause.is_empty());
    }
}

/// The clause of each event.
#[track_caller]
fn check_clauses(marked: &str, expected: &[&str]) {
    let (text, found) = events(marked, SATURDAY);
    let clauses: Vec<&str> = found.events.iter().map(|e| e.clause.of(&text)).collect();
    assert_eq!(clauses, expected);
}

#[test]
fn what_is_ahead_is_planned_proposed_expected_or_due() {
    check("The ministers will meet on Monday.", &["announced planned 2026-02-09"]);
    check("The talks are set to begin next week.", &["announced planned 2026-W07"]);
    check("She is speaking to the board on Saturday.", &["announced planned 2026-02-07"]);
    check("The union asked them to meet on Monday.", &["announced proposed 2026-02-09"]);
    check("He called for elections next week.", &["announced proposed 2026-W07"]);
    check("The river is expected to rise until Monday.", &["announced expected 2026-02-09"]);
    check("The strike could begin as early as Monday.", &["announced expected 2026-02-09"]);
    check("The offer expires on Monday.", &["announced deadline 2026-02-09"]);
    check("They have until Monday to answer.", &["announced deadline 2026-02-09"]);
    check("Crews must leave the port by Monday.", &["announced deadline 2026-02-09"]);
    check("The board has given crews a two-week deadline to leave.", &["announced deadline P2W"]);
    check("{Roe} ⟨said⟩ ⟦he had set them a ten-day ultimatum⟧.", &["said -", "announced deadline P10D"]);
    check("The crews met a two-week deadline.", &[]);
}

#[test]
fn a_condition_is_told_as_one() {
    check("If the board agrees, crews will leave on Monday.", &["conditional 2026-02-09"]);
    check("Crews will leave on Monday unless the board objects.", &["conditional 2026-02-09"]);
    check("Crews would leave on Monday if the board agreed.", &["conditional 2026-02-09"]);
    check("They asked if crews will leave on Monday.", &["announced proposed 2026-02-09"]);
    check("He left on Thursday as if nothing had happened.", &["happened 2026-02-05"]);
}

#[test]
fn what_did_not_come_about_is_not_told_as_done() {
    check("The minister did not attend the fair on Thursday.", &["not-done 2026-02-05"]);
    check("The minister didn’t attend the fair on Thursday.", &["not-done 2026-02-05"]);
    check("The vote planned for Thursday was called off.", &["not-done 2026-02-12"]);
    check("The crews failed to reach the port on Thursday.", &["not-done 2026-02-05"]);
    check("They have not met since 2019.", &["not-done 2019"]);
    check("On Thursday the crews did not leave.", &["not-done 2026-02-05"]);
}

#[test]
fn a_negation_of_something_else_leaves_what_happened() {
    check("The board did not say why the crews left on Thursday.", &["happened 2026-02-05"]);
    check("It was not long after the fire on Thursday.", &["happened 2026-02-05"]);
    check("He skipped and did not attend Thursday’s fair.", &["happened 2026-02-05"]);
    check("They called off the vote on Thursday.", &["happened 2026-02-05"]);
    check("He not only came on Thursday.", &["happened 2026-02-05"]);
}

#[test]
fn what_goes_on_is_ongoing() {
    check("The port has been closed since Thursday.", &["ongoing 2026-02-05"]);
    check("The talks are under way this week.", &["ongoing 2026-W06"]);
    check("The talks remain deadlocked this week.", &["ongoing 2026-W06"]);
}

#[test]
fn a_place_is_where_something_is_not_what_it_is_about() {
    check("The ministers met in [Dorna] on Thursday.", &["happened 2026-02-05 @ Dorna"]);
    check("A fire broke out near the city of [Dorna] on Thursday.", &["happened 2026-02-05 @ Dorna"]);
    check("They discussed the war in [Dorna] on Thursday.", &["happened 2026-02-05"]);
    check("They struck [Dorna] on Thursday.", &["happened 2026-02-05"]);
    check(
        "{Roe} ⟨said⟩ in [Dorna] on Thursday ⟦that the port in [Lisk] burned⟧.",
        &["said 2026-02-05 @ Dorna"],
    );
    check("{Roe}, a smith in [Dorna], ⟨said⟩ ⟦it was late⟧.", &["said -"]);
    check("They met in the [Dorna] parliament on Thursday.", &["happened 2026-02-05"]);
    check("They met in [Norland], likely in [Dorna], on Thursday.", &["happened 2026-02-05 @ Dorna"]);
}

#[test]
fn a_clause_is_the_part_that_says_so() {
    check_clauses("The board met on Thursday, but the crews stayed.", &["The board met on Thursday"]);
    check_clauses("The board met, and the crews left on Thursday.", &["the crews left on Thursday."]);
    check_clauses("He spoke of the Lisk Dam, which burst in 1962.", &["Lisk Dam, which burst in 1962."]);
    check_clauses(
        "The vote on Friday came at the same time {Roe} ⟨said⟩ ⟦it was late⟧.",
        &["Roe said it was late", "The vote on Friday came at the same time"],
    );
    check_clauses("The board wants a deal, particularly as it meets next week.", &["it meets next week."]);
    check_clauses(
        "The board met, as well as the crews, on Thursday.",
        &["The board met, as well as the crews, on Thursday."],
    );
    check_clauses("While the board met on Thursday, the crews stayed.", &["While the board met on Thursday"]);
    check_clauses(
        "On a visit to the port on Thursday, {Roe} ⟨said⟩ ⟦it was late⟧, and they left.",
        &["On a visit to the port on Thursday, Roe said it was late"],
    );
}

#[test]
fn a_speaker_who_goes_on_does_so_at_the_time_before() {
    let inherited = |marked: &str| {
        let (_, found) = events(marked, SATURDAY);
        found.events.iter().map(|e| (e.evidence.rule.to_string(), e.time.is_some())).collect::<Vec<_>>()
    };
    let dated = ("saying-with-time".to_owned(), true);
    let follows = ("saying-goes-on".to_owned(), true);
    let open = ("said-undated".to_owned(), false);
    let first = "On Thursday {Roe} ⟨said⟩ ⟦that it burned⟧.";
    assert_eq!(inherited(&format!("{first} {{Roe}} ⟨added⟩ ⟦it was late⟧.")), [dated.clone(), follows]);
    assert_eq!(inherited(&format!("{first} {{Poe}} ⟨added⟩ ⟦it was late⟧.")), [dated.clone(), open.clone()]);
    assert_eq!(inherited(&format!("{first} {{Roe}} ⟨said⟩ ⟦it was late⟧.")), [dated, open]);
}

#[test]
fn what_was_said_at_the_time_of_what_is_told_before_was_said_then() {
    let told = |marked: &str| {
        let (_, found) = events(marked, SATURDAY);
        let said = found.events.iter().find(|e| e.status == Status::Said).unwrap();
        (said.evidence.rule.to_string(), said.time.is_some())
    };
    let (then, open) = (("saying-then".to_owned(), true), ("said-undated".to_owned(), false));
    assert_eq!(told("The vote on Friday came at roughly the same time {Roe} ⟨said⟩ ⟦it was late⟧."), then);
    assert_eq!(told("The fire began on Friday at the same moment as {Roe} ⟨said⟩ ⟦it was late⟧."), then);
    assert_eq!(told("The vote, held on Friday, came at the same time {Roe} ⟨said⟩ ⟦it was late⟧."), open);
    assert_eq!(told("The vote came at the same time {Roe} ⟨said⟩ ⟦it was late on Friday⟧."), open);
    assert_eq!(told("The vote on Friday came at a time {Roe} ⟨said⟩ ⟦it was late⟧."), open);
}

#[test]
fn what_the_next_sentence_goes_on_to_tell_has_the_time_before() {
    check(
        "A bomb exploded on Thursday. The blast killed twelve people.",
        &["happened 2026-02-05", "happened 2026-02-05"],
    );
    check("A bomb exploded on Thursday. The city had seen two others.", &["happened 2026-02-05"]);
    check("A bomb exploded on Thursday. The city was quiet.", &["happened 2026-02-05"]);
    check("A bomb exploded on Thursday.\nThe blast killed twelve people.", &["happened 2026-02-05"]);
}

#[test]
fn what_somebody_would_not_say_is_withheld_and_the_outlets_word() {
    check("⟪The board did not reply to questions on Thursday⟫.", &["withheld 2026-02-05"]);
    check("⟪The board declined to say when it would meet on Thursday⟫.", &["withheld -"]);
    check("⟪The board did not reply⟫.", &["withheld -"]);
}

#[test]
fn quotations_are_told_when_they_were_spoken() {
    let (_, found) = events("{Roe} ⟨said⟩ on Thursday ⟦that it burned⟧.", SATURDAY);
    assert_eq!(found.quotations.iter().map(|q| q.spoken).collect::<Vec<_>>(), [Some(0)]);
}
