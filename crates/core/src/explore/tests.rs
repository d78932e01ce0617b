//! What each kind of term finds in two small articles, and what is said around it.
//!
//! **Invariant:** every case names the rows of three units, so that a term that is right in one and wrong in another is
//! seen. Start at [`check`].

use super::*;
use crate::annotate::NameKind;
use crate::annotate::{Event, Quotation, Speaker, Speech, Voice, VoiceClass};
use crate::civil::{Certainty, Granularity};
use crate::corpus::decisions::Decisions;
use crate::corpus::sample::article_of;
use crate::evidence::Evidence;
use crate::read::Sentence;
use crate::span::Span;

/// Two articles of one sentence a line; each line is an event on the day given, and a quotation if it has one.
fn corpus() -> Corpus {
    let lines: [&[(&str, Option<&str>)]; 2] = [
        &[
            ("Olha Zelenskyy met Ann Lee in Kiev.", Some("2026-02-07")),
            ("\u{201c}No more war,\u{201d} Zelensky said.", Some("2026-02-08")),
            ("Ukraine\u{2019}s war went on.", None),
        ],
        &[("Zelensky left Kyiv.", None), ("Ann Lee stayed; more talks, no war.", Some("2025-12-31"))],
    ];
    let names = [
        (NameKind::Person, "Olha Zelenskyy"),
        (NameKind::Person, "Zelensky"),
        (NameKind::Person, "Ann Lee"),
        (NameKind::Place, "Kiev"),
        (NameKind::Place, "Kyiv"),
    ];
    let article = |(file, lines): (usize, &&[(&str, Option<&str>)])| {
        let text: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
        let mut article = article_of(&format!("{file}.txt"), &text.join("\n"), &names);
        let mut at = 0;
        for (line, day) in *lines {
            let span = Span::new(at, at + line.len());
            at += line.len() + 1;
            article.document.sentences.push(Sentence { span, block: 0 });
            article.annotations.events.push(event(span, *day));
            if let Some(end) = line.find('\u{201d}') {
                let span = Span::new(span.start as usize, span.start as usize + end + 3);
                let mention = article.annotations.mentions.iter().position(|m| m.span.start > span.end);
                let mention = mention.map(|m| m as u32);
                let speaker = Some(Speaker { class: VoiceClass::Person, mention, span });
                let evidence = Evidence::rule("no-date", 100);
                let quotation = Quotation { speaker, ..Quotation::new(span, Speech::Direct, evidence) };
                article.annotations.quotations.push(quotation);
            }
        }
        article
    };
    Corpus::build(lines.iter().enumerate().map(article).collect(), &Decisions::default())
}

fn event(span: Span, day: Option<&str>) -> Event {
    let when = day.map(|day| When {
        interval: Interval::day(day.parse().unwrap()),
        granularity: Granularity::Day,
        certainty: Certainty::Exact,
    });
    let undated = day.is_none().then_some(Undated::TooVague);
    let evidence = Evidence::rule("no-date", 100);
    Event { when, undated, ..Event::new(span, Status::Happened, Voice::OUTLET, evidence) }
}

fn opened() -> (Pack, Index) {
    open(&corpus()).unwrap()
}

fn check(query: &str, events: &[u32], articles: &[u32], quotations: &[u32]) {
    let (pack, index) = opened();
    for (unit, expected) in
        [(Unit::Events, events), (Unit::Articles, articles), (Unit::Quotations, quotations)]
    {
        let found = explore(&pack, &index, &Query::parse(query), unit);
        assert_eq!(found.matched.rows(), expected, "{query}: {}", unit.name());
        assert_eq!(found.counts[unit as usize] as usize, expected.len(), "{query}");
    }
}

#[test]
fn words_are_whole_and_folded_and_a_possessive_is_the_word() {
    check("", &[0, 1, 2, 3, 4], &[0, 1], &[0]);
    check("WAR", &[1, 2, 4], &[0, 1], &[0]);
    check("wa", &[], &[], &[]);
    check("ukraine", &[2], &[0], &[]);
    check("\u{201c}no more\u{201d}", &[1], &[0], &[0]);
    check("no more", &[1, 4], &[0, 1], &[0]);
    check("-war", &[0, 3], &[], &[]);
}

#[test]
fn names_match_in_every_spelling_and_join_by_or_within_a_kind() {
    check("person:Zelenskyy", &[0, 1, 3], &[0, 1], &[0]);
    check("place:kiev", &[0, 3], &[0, 1], &[]);
    check("person:Zelensky person:\"Ann Lee\"", &[0, 1, 3, 4], &[0, 1], &[0]);
    check("person:Zelensky -person:\"Ann Lee\"", &[1, 3], &[], &[0]);
    check("person:Zelensky place:Kyiv", &[0, 3], &[0, 1], &[]);
    check("person:nobody", &[], &[], &[]);
}

#[test]
fn or_parentheses_and_beginnings_of_words() {
    check("left OR met", &[0, 3], &[0, 1], &[]);
    check("war (said OR talks)", &[1, 4], &[0, 1], &[0]);
    check("-(war OR met)", &[3], &[], &[]);
    check("war -(person:Zelensky OR talks)", &[2], &[], &[]);
    check("ukr*", &[2], &[0], &[]);
    check("\"no mo\"*", &[1], &[0], &[0]);
    check("(person:Zelensky person:\"Ann Lee\")", &[0], &[0, 1], &[]);
}

#[test]
fn a_phrase_and_near_words_lie_in_one_passage() {
    check("\"war said\"", &[], &[], &[]);
    check("\"war zelensky\"", &[1], &[0], &[0]);
    check("\"said ukraine\"", &[], &[], &[]);
    check("\"talks war\"~1", &[4], &[1], &[]);
    check("\"war talks\"~0", &[], &[], &[]);
}

#[test]
fn a_spelling_of_a_name_finds_the_others_unless_it_is_quoted() {
    check("zelensky", &[0, 1, 3], &[0, 1], &[0]);
    check("\"zelensky\"", &[1, 3], &[0, 1], &[0]);
    check("kiev", &[0, 3], &[0, 1], &[]);
    check("\"kiev\"", &[0], &[0], &[]);
}

#[test]
fn quotations_are_found_by_about_their_words_and_by_their_speaker() {
    check("quote:\"no more wars\"", &[], &[], &[]);
    check("quote:\"no more war ever\"", &[1], &[0], &[0]);
    check("speaker:zelensky", &[], &[0], &[0]);
    check("speaker:\"ann lee\"", &[], &[], &[]);
}

#[test]
fn several_ranges_are_joined_by_or_and_a_range_can_be_left_out() {
    check("on:2026-02-07 in:2025", &[0, 4], &[0, 1], &[]);
    check("-in:2026", &[2, 3, 4], &[1], &[]);
    check("-undated:yes", &[0, 1, 4], &[], &[0]);
}

#[test]
fn a_word_of_the_article_counts_only_in_its_scope() {
    check("place:Kiev war", &[], &[0, 1], &[]);
    check("place:Kiev war scope:article", &[0, 1, 2, 3, 4], &[0, 1], &[0]);
}

#[test]
fn both_ends_of_a_range_are_inclusive_and_undated_rows_are_asked_for() {
    check("after:2026-02-07 before:2026-02-08", &[0, 1], &[0], &[0]);
    check("before:2026-02-06", &[4], &[1], &[]);
    check("on:2026-02-08", &[1], &[0], &[0]);
    check("on:2026-02-08 undated:yes", &[1, 2, 3], &[0, 1], &[0]);
    check("undated:yes", &[2, 3], &[0, 1], &[]);
    check("after:2026-02-08 before:2026-02-07", &[], &[], &[]);
}

#[test]
fn what_a_range_leaves_out_and_what_would_find_more_is_said() {
    let (pack, index) = opened();
    let query = Query::parse("person:Lee war in:2025");
    let found = explore(&pack, &index, &query, Unit::Events);
    assert_eq!(found.matched.rows(), [4]);
    assert_eq!(found.undated_left_out, 1);
    let relaxed: Vec<_> = found.relaxations.iter().map(|r| (r.without.as_str(), r.count)).collect();
    assert_eq!(relaxed, [("war", 1), ("person:Lee", 1), ("in:2025", 1)]);
}

#[test]
fn choosing_a_name_replaces_its_other_spellings() {
    let (pack, _) = opened();
    let query = Query::parse("person:zelensky war -person:\"Ann Lee\"");
    let name = pack.name(pack.entity_named(NameKind::Person, "Zelensky")[0]);
    let shown = |choice| choose(&pack, &query, Field::Person, name, choice).to_string();
    assert_eq!(shown(None), "war -person:\"Ann Lee\"");
    assert_eq!(shown(Some(false)), "war -person:\"Ann Lee\" -person:\"Olha Zelenskyy\"");
}

#[test]
fn undated_rows_come_last_in_the_order_of_the_text() {
    let (_, index) = opened();
    let sorted = |sort, most| first(&index, &Query::default(), Unit::Events, &Set::all(5), sort, most);
    assert_eq!(sorted(Sort::Newest, 9), [1, 0, 4, 2, 3]);
    assert_eq!(sorted(Sort::Oldest, 9), [4, 0, 1, 2, 3]);
    assert_eq!(sorted(Sort::Newest, 2), [1, 0]);
    assert_eq!(sorted(Sort::Newest, 0), [0; 0]);
}

#[test]
fn a_mistyped_word_is_offered_what_it_may_have_been_meant_for() {
    let (pack, index) = opened();
    let meant = |query: &str| -> Vec<(String, u32)> {
        let found = explore(&pack, &index, &Query::parse(query), Unit::Events);
        found.corrections.into_iter().map(|c| (c.query.to_string(), c.count)).collect()
    };
    assert_eq!(meant("zelenski"), [("zelensky".to_owned(), 3), ("zelenskyy".to_owned(), 1)]);
    assert_eq!(meant("person:Lee taks"), [("talks person:Lee".to_owned(), 1)]);
    assert_eq!(meant("war"), []);
    assert_eq!(meant("\"no taks\""), []);
}
