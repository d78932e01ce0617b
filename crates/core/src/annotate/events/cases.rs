//! Cases of events, with mentions and quotations marked by hand in the text.
//!
//! `{…}` is a person's name, `⟦…⟧` what is said, `⟨…⟩` the cue; the speaker is the name nearest to the cue.
//! **Invariant:** nothing here runs the rooms of names and quotations. Start at [`check`].

mod statuses;

use super::super::times::{self, cases::document};
use crate::annotate::{Annotations, Event, Mention, NameKind, Quotation, Speaker, Speech, VoiceClass};
use crate::evidence::Evidence;
use crate::span::Span;

/// The plain text, mentions and quotations of `marked`.
fn unmark(marked: &str) -> (String, Vec<Mention>, Vec<Quotation>) {
    let (mut text, mut names, mut said, mut cues) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut name, mut words, mut cue) = (0, 0, 0);
    for c in marked.chars() {
        let at = text.len();
        match c {
            '{' => name = at,
            '}' => names.push(Span::new(name, at)),
            '⟦' => words = at,
            '⟧' => said.push(Span::new(words, at)),
            '⟨' => cue = at,
            '⟩' => cues.push(Span::new(cue, at)),
            c => text.push(c),
        }
    }
    let mention = |span| Mention { span, kind: NameKind::Person, evidence: Evidence::rule("case", 100) };
    let near = |a: Span, b: Span| a.start.abs_diff(b.end).min(b.start.abs_diff(a.end));
    let quotations = said.iter().map(|span| {
        let cue = cues.iter().copied().min_by_key(|c| near(*c, *span));
        let outside = names.iter().enumerate().filter(|(_, n)| !said.iter().any(|s| s.contains(**n)));
        let speaker = cue.and_then(|cue| outside.min_by_key(|(_, n)| near(cue, **n)));
        let speaker = speaker.map(|(i, span)| Speaker {
            class: VoiceClass::Person,
            mention: Some(i as u32),
            span: *span,
        });
        let direct = span.of(&text).starts_with(['“', '"']);
        let speech = if direct { Speech::Direct } else { Speech::Reported };
        Quotation { speaker, cue, ..Quotation::new(*span, speech, Evidence::rule("case", 100)) }
    });
    (text.clone(), names.iter().copied().map(mention).collect(), quotations.collect())
}

fn events(marked: &str, published: &str) -> (String, Annotations) {
    let (text, mentions, mut quotations) = unmark(marked);
    let document = document(&text, published);
    let (times, events) = super::find(&document, times::find(&document), &mentions, &mut quotations);
    (text, Annotations { times, mentions, quotations, events, ..Annotations::default() })
}

/// An event in one line: status, voice, time, and `<` where it is said in the saying before.
fn line(text: &str, found: &Annotations, event: &Event) -> String {
    let voice = event.voice.span.map_or("outlet", |s| s.of(text));
    let status = event.status.name();
    let time = event.time.and_then(|t| found.times.get(t as usize)).map_or("-", |t| t.value.as_str());
    let undated = event.undated.map_or(String::new(), |u| format!(" {u:?}"));
    let of = if event.of.is_some() { "< " } else { "" };
    format!("{of}{status} {voice} {time}{undated}")
}

#[track_caller]
pub(super) fn check(marked: &str, published: &str, expected: &[&str]) {
    let (text, found) = events(marked, published);
    let lines: Vec<String> = found.events.iter().map(|e| line(&text, &found, e)).collect();
    assert_eq!(lines, expected, "in {text:?}");
    for event in &found.events {
        assert_eq!(event.when.is_none(), event.undated.is_some());
        assert_eq!(event.voice.span.is_none(), event.voice.class == VoiceClass::Outlet);
    }
}

const SATURDAY: &str = "2026-02-07";

#[test]
fn a_saying_is_dated_by_the_time_that_stands_with_its_verb() {
    check(
        "{Zelenskyy} ⟨told⟩ reporters in Kyiv on Friday ⟦that he would go⟧.",
        SATURDAY,
        &["said Zelenskyy 2026-02-06"],
    );
    check(
        "⟦“The schedule is theirs,”⟧ {Zelenskyy} ⟨told⟩ reporters in {Kyiv} on Friday, in comments embargoed until Saturday.",
        SATURDAY,
        &["said Zelenskyy 2026-02-06"],
    );
    check(
        "While {Anna Berg} ⟨said⟩ in Davos, Switzerland, on Thursday ⟦that a deal was “nearly ready”⟧, points remain.",
        SATURDAY,
        &["said Anna Berg 2026-02-05"],
    );
    check(
        "During a meeting in Washington on Thursday, {Jane Roe} ⟨said⟩ ⟦that she had asked him to refrain⟧.",
        SATURDAY,
        &["said Jane Roe 2026-02-05"],
    );
    check(
        "Envoy {Jane Roe}, who led the team alongside him, ⟨said⟩ on Thursday ⟦that work remains⟧.",
        SATURDAY,
        &["said Jane Roe 2026-02-05"],
    );
    check(
        "⟦Attacks wounded 27 people⟧, {Oleh Roe} ⟨said⟩ Saturday.",
        SATURDAY,
        &["said Oleh Roe 2026-02-07"],
    );
    check(
        "{Roe} condemned the strikes, ⟨telling⟩ reporters on Thursday ⟦that “it was bad”⟧.",
        SATURDAY,
        &["said Roe 2026-02-05"],
    );
    check(
        "In a long post Friday, {Roe} ⟨said⟩ ⟦that “they reject all of this”⟧.",
        SATURDAY,
        &["said Roe 2026-02-06"],
    );
    check(
        "Earlier this week, {Roe} ⟨said⟩ ⟦they had struck 217 times this year⟧.",
        SATURDAY,
        &["said Roe 2026-W06", "< claimed Roe 2026"],
    );
}

#[test]
fn a_time_right_after_the_verb_dates_the_saying_even_where_the_clause_swallowed_it() {
    check("{Roe} ⟨said⟩ ⟦on Friday the deal was done⟧.", SATURDAY, &["said Roe 2026-02-06"]);
    check(
        "{Roe} ⟨said⟩ that ⟦on Friday the deal was done⟧.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< claimed Roe 2026-02-06"],
    );
    check("{Roe} ⟨said⟩ in a post published Friday ⟦that it was over⟧.", SATURDAY, &["said Roe 2026-02-06"]);
    check("On Monday {Roe} issued a rebuke, ⟨telling⟩ them ⟦“Stop!”⟧", SATURDAY, &["said Roe 2026-02-02"]);
    check(
        "On Monday {Roe} left and the minister who had come ⟨said⟩ ⟦“Stop!”⟧",
        SATURDAY,
        &["said Roe - NoTimeGiven", "happened outlet 2026-02-02"],
    );
}

#[test]
fn a_time_inside_what_is_said_never_dates_the_saying() {
    check(
        "⟦Two days of talks ended on Saturday⟧, {Roe} ⟨said⟩.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< claimed Roe 2026-02-07"],
    );
    check(
        "{Roe} ⟨said⟩ on Saturday ⟦that Russia launched “more than 400 drones” overnight⟧, targeting energy.",
        SATURDAY,
        &["said Roe 2026-02-07", "< claimed Roe 2026-02-06TNI"],
    );
    check(
        "The meeting on Friday came while {Roe} ⟨said⟩ in a post ⟦that the strikes in the early hours of Thursday hit⟧.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< claimed Roe 2026-02-05TMO", "happened outlet 2026-02-06"],
    );
    check(
        "⟦“Roe understands that,”⟧ {Poe} ⟨said⟩, referring to the land which Russia annexed in 2014.",
        SATURDAY,
        &["said Poe - NoTimeGiven", "happened outlet 2014"],
    );
}

#[test]
fn what_is_planned_is_announced() {
    check(
        "{Roe} ⟨said⟩ ⟦that talks were expected to take place on Sunday⟧.",
        "2026-01-30",
        &["said Roe - NoTimeGiven", "< announced Roe 2026-02-01"],
    );
    check(
        "Talks were set to take place in Abu Dhabi on Sunday, but {Roe} ⟨said⟩ ⟦the date could change⟧.",
        "2026-01-30",
        &["said Roe - NoTimeGiven", "announced outlet 2026-02-01"],
    );
    check(
        "⟦“They want to end the war by the beginning of this summer,”⟧ {Roe} ⟨said⟩.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< announced Roe 2026-SU"],
    );
    check(
        "⟦The United States has given both sides a June deadline⟧, {Roe} ⟨has said⟩.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< announced Roe 2026-06"],
    );
    check(
        "⟦“The talks are very likely to happen soon,”⟧ {Roe} ⟨said⟩ on Friday.",
        SATURDAY,
        &["said Roe 2026-02-06", "< announced Roe FUTURE_REF TooVague"],
    );
}

#[test]
fn next_week_is_ahead_and_last_week_behind_whatever_the_verb() {
    check("They have talks next week in Miami.", SATURDAY, &["announced outlet 2026-W07"]);
    check("They plan to discuss the strikes of last week.", SATURDAY, &["happened outlet 2026-W05"]);
    check("They asked him not to hit the city until Feb 10.", SATURDAY, &["announced outlet 2026-02-10"]);
    check(
        "They will return for the next round on February 1.",
        "2026-01-24/2026-01-30",
        &["announced outlet 2026-02-01"],
    );
    check("The Kremlin will build on Friday's meeting.", SATURDAY, &["happened outlet 2026-02-06"]);
}

#[test]
fn the_outlet_tells_what_nobody_is_quoted_for() {
    check(
        "On February 3, Russia launched one of its largest attacks.",
        SATURDAY,
        &["happened outlet 2026-02-03"],
    );
    check(
        "They did not immediately respond to requests for comment Friday night.",
        SATURDAY,
        &["happened outlet 2026-02-06TNI"],
    );
    check(
        "The war began in 2021. It ended eight months later.",
        SATURDAY,
        &["happened outlet 2021", "happened outlet 2021-09/2022-08"],
    );
    check(
        "But more than 12 months later, a settlement remains elusive.",
        SATURDAY,
        &["ongoing outlet P12M NoAnchor"],
    );
    check(
        "[caption] Missile Strikes Building in Kyiv on April 24, 2025.",
        "2025-04-26",
        &["happened outlet 2025-04-24"],
    );
    check("[caption] Friday's fire in Dorna was among the worst.", SATURDAY, &["happened outlet 2026-02-06"]);
}

#[test]
fn without_a_time_or_a_saying_there_is_no_event() {
    check("{Peskov} did not reveal when the request was made.", SATURDAY, &[]);
    check("Russia continues its nightly bombardment.", SATURDAY, &[]);
    check("He would end the war in 24 hours.", SATURDAY, &[]);
    check("[caption] People take shelter on Friday.", SATURDAY, &[]);
    check("[caption] Friday's fire in Dorna was the worst.", "", &[]);
}

#[test]
fn a_text_without_full_stops_is_read_to_its_end() {
    let long = "{Roe} ⟨said⟩ on Friday ⟦that “it ended on Monday and on May 3”⟧, and ".repeat(200);
    let (_, found) = events(&long, SATURDAY);
    assert!(found.events.len() >= 200);
}

#[test]
fn the_future_dates_nothing() {
    check("⟦“Success seems to be in the future!”⟧ {Roe} ⟨wrote⟩.", SATURDAY, &["said Roe - NoTimeGiven"]);
}

#[test]
fn an_unknown_publication_leaves_the_event_undated_with_its_reason() {
    check("The deadline expires this Friday.", "", &["announced outlet XXXX-WXX-5 NoArticleDate"]);
    check("{Roe} ⟨said⟩ on Wednesday ⟦that he may go⟧.", "", &["said Roe XXXX-WXX-3 NoArticleDate"]);
    check("They last met in 2019.", "", &["happened outlet 2019"]);
}

#[test]
fn a_quoted_time_counts_from_the_day_of_the_saying() {
    check(
        "{Roe} condemned the strikes, ⟨telling⟩ reporters on Thursday that ⟦“I didn’t like last night.”⟧",
        "2025-04-26",
        &["said Roe 2025-04-24", "< claimed Roe 2025-04-23TNI"],
    );
    check(
        "⟦“We will meet tomorrow,”⟧ {Roe} ⟨said⟩ on Monday.",
        SATURDAY,
        &["said Roe 2026-02-02", "< announced Roe 2026-02-03"],
    );
}

#[test]
fn one_cue_is_one_saying_even_over_two_quotations() {
    check(
        "⟦“We won,”⟧ {Roe} ⟨wrote⟩ in a post on Monday. ⟦“Now it is over.”⟧",
        SATURDAY,
        &["said Roe 2026-02-02"],
    );
}

#[test]
fn the_speaker_takes_part_in_the_saying_and_the_named_in_what_is_said() {
    let (_, found) = events("{Roe} ⟨said⟩ on Saturday ⟦that {Poe} left overnight⟧.", SATURDAY);
    let parts: Vec<_> = found.events.iter().map(|e| e.participants.clone()).collect();
    assert_eq!(parts, [vec![0], vec![1]]);
}

#[test]
fn what_is_denied_is_not_claimed() {
    check(
        "{Roe} ⟨denied⟩ ⟦that they struck on Friday⟧.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< denied Roe 2026-02-06"],
    );
    check(
        "{Roe} ⟨rejected⟩ claims ⟦that they struck it⟧.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< denied Roe - NoTimeGiven"],
    );
    check("{Roe} ⟨doubted⟩ ⟦that they struck on Friday⟧.", SATURDAY, &["said Roe - NoTimeGiven"]);
}

#[test]
fn what_another_denied_in_what_somebody_says_is_not_claimed() {
    const FRIDAY: &str = "2026-01-30";
    check(
        "{Orlov} ⟨said⟩ ⟦Ivanov had denied that a ship sank on Tuesday⟧.",
        FRIDAY,
        &["said Orlov - NoTimeGiven"],
    );
    check(
        "{Orlov} ⟨said⟩ ⟦a ship sank on Tuesday but Ivanov denied it⟧.",
        FRIDAY,
        &["said Orlov - NoTimeGiven", "< claimed Orlov 2026-01-27"],
    );
}

#[test]
fn what_was_done_by_a_time_is_not_planned() {
    check(
        "{Roe} ⟨said⟩ ⟦rescuers had pulled ten men out by Saturday⟧.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< claimed Roe 2026-02-07"],
    );
}

#[test]
fn a_time_in_a_relative_clause_does_not_date_the_saying() {
    check(
        "{Roe}, who lost his seat on Friday, ⟨said⟩ ⟦it was late⟧.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "happened outlet 2026-02-06"],
    );
}

#[test]
fn one_time_in_a_saying_is_one_event() {
    check(
        "According to {Roe}, ⟦they did refrain “on Friday, Friday 6 February”⟧, he ⟨said⟩.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "< claimed Roe 2026-02-06"],
    );
}

#[test]
fn a_time_shares_the_cues_own_clause_only() {
    check(
        "⟦“Nobody wants it,”⟧ {Roe} ⟨said⟩ in a televised address on Friday.",
        SATURDAY,
        &["said Roe 2026-02-06"],
    );
    check(
        "In a statement on Friday, {Roe} had ⟨accused⟩ them of ⟦shelling a market⟧.",
        SATURDAY,
        &["said Roe 2026-02-06"],
    );
    check(
        "⟦It grew⟧, {Roe} ⟨reported⟩, after a fall on Friday.",
        SATURDAY,
        &["said Roe - NoTimeGiven", "happened outlet 2026-02-06"],
    );
}

#[test]
fn what_is_only_compared_with_is_not_told() {
    check("It was the first time since 1993 that two of them did so.", SATURDAY, &[]);
    check("They have not met since 2019.", SATURDAY, &["not-done outlet 2019"]);
}

#[test]
fn hearsay_is_never_the_outlets_own_word() {
    check("Analysts said to expect three cuts this year.", SATURDAY, &[]);
    check("The bridge is shut until Monday, the city said.", SATURDAY, &[]);
    check("It shut on Friday, and nobody knows what he said.", SATURDAY, &["happened outlet 2026-02-06"]);
}
