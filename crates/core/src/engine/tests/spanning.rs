//! What spans all of a window: counted, named in part, and in nobody's way; nothing is lost between it, the marks and the
//! bars.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::{ask, engine_of};
use crate::civil::{DAY, Interval};
use crate::engine::{Answer, Ask, Engine};
use crate::explore::query::Query;
use crate::explore::{By, Lanes, MOST_MARKS, Unit, explore, marks_in};
use crate::layout::timeline::{Mark, spans};

/// More events than have a mark each: most in whole years, some in months, some on a day, of two people.
fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let mut text = "---\ntitle: Ships\npublished: 2026-03-14\n---\n".to_owned();
        for n in 0..=MOST_MARKS + 200 {
            let who = ["Anna Berg", "Tom Hale"][n % 2];
            let when = match n % 10 {
                0 => format!("on {} March 2025", n / 10 % 28 + 1),
                1 => "in March 2025".to_owned(),
                2 => "since January 2025".to_owned(),
                _ => "in 2025".to_owned(),
            };
            text.extend([who, " sold ship number ", &n.to_string(), " ", &when, ".\n\n"]);
        }
        engine_of(&[("a.md", &text)])
    })
}

fn drawn(query: &str, window: Interval, lanes: Option<Lanes>) -> Answer {
    engine().ask(&Ask { window: Some(window), lanes, rows: 1, ..ask(query, Unit::Events) })
}

/// The days `from` to `to` of March 2025, both inclusive.
fn march(from: i64, to: i64) -> Interval {
    let first = 20_148;
    Interval { from: (first + from - 1) * DAY, to: (first + to) * DAY }
}

fn lines(answer: &Answer) -> Vec<&Mark> {
    answer.timeline.marks.iter().filter(|mark| mark.precision == "all of what is shown").collect()
}

#[test]
fn on_one_day_of_a_large_corpus_its_own_events_are_marks_with_words_and_the_years_are_a_line() {
    let answer = drawn("", march(5, 5), None);
    let t = &answer.timeline;
    assert!(!t.many && t.density.iter().all(Vec::is_empty));
    let [line] = lines(&answer)[..] else { panic!("one line: {:?}", lines(&answer)) };
    assert!(line.things > 2500 && line.ids.len() == 100 && line.held() == line.things as usize);
    let own: Vec<&Mark> = t.marks.iter().filter(|mark| mark.things < 1000).collect();
    assert!(own.iter().map(|mark| mark.ids.len()).sum::<usize>() >= 10, "{own:?}");
    assert!(own.iter().any(|mark| mark.when == "5 March 2025"));
    let said = crate::layout::number_text::count(line.things);
    assert!(
        t.labels.iter().any(|l| l.who.starts_with(&format!("{said} span all of this, "))),
        "{:?}",
        t.labels
    );
    assert!(t.summary.contains(&format!(" {said} span all of what is shown.")), "{}", t.summary);
    let at = t.marks.iter().position(|mark| mark.things == line.things).unwrap();
    let more = crate::layout::number_text::count(line.things - 1);
    let name = &answer.marks[at].name;
    assert!(
        name.contains("all of what is shown") && name.ends_with(&format!("and {more} more here")),
        "{name}"
    );
    // The months are told most exactly, and stand before the years.
    let told = engine().told(&line.ids);
    assert!(told.len() == 100 && told[0].when_long == "March 2025", "{:?}", told[0]);
}

#[test]
fn a_line_says_how_many_of_it_match() {
    let answer = drawn("person:\"Anna Berg\"", march(5, 6), None);
    let [line] = lines(&answer)[..] else { panic!("one line") };
    assert!(line.matched);
    assert!(
        answer.timeline.labels.iter().any(|l| l.who.contains(" of ") && l.who.contains(" span all of this"))
    );
    let none = drawn("zzz", march(5, 6), None);
    assert!(lines(&none).iter().all(|line| !line.matched) && lines(&none).len() == 1);
}

#[test]
fn each_lane_has_its_own_line_and_they_are_counted_like_its_events() {
    let single = lines(&drawn("", march(5, 5), None))[0].things;
    let lanes = Lanes { by: By::Person, ..Lanes::default() };
    let several = drawn("", march(5, 5), Some(lanes));
    let own = lines(&several);
    assert!(own.len() > 1 && own.len() < several.timeline.lanes.len(), "{own:?}");
    // Every event here names one person, and stands in one lane.
    assert_eq!(own.iter().map(|line| line.things).sum::<u32>(), single);
    for line in &own {
        let lane = &several.timeline.lanes[line.lane as usize];
        let crate::layout::timeline::Shape::Bar { y, .. } = line.shape else { panic!("{line:?}") };
        assert!(lane.y.0 < y && y < lane.y.1);
    }
}

#[test]
fn what_is_open_is_drawn_by_itself() {
    let window = march(5, 5);
    let plain = drawn("", window, None);
    let line = lines(&plain)[0];
    let passage = engine().told(&line.ids[..1])[0].passage.clone();
    let open = Some(crate::engine::place::Open { passage, row: None });
    let answer = engine().ask(&Ask { window: Some(window), open, rows: 1, ..ask("", Unit::Events) });
    let opened: Vec<&Mark> = answer.timeline.marks.iter().filter(|mark| mark.open).collect();
    assert!(opened.len() == 1 && opened[0].ids.contains(&line.ids[0]), "{opened:?}");
    assert_eq!(lines(&answer)[0].things, line.things - 1);
}

#[test]
fn by_both_clocks_nothing_is_told_apart() {
    let asked = Ask { window: Some(march(5, 5)), clocks: true, rows: 1, ..ask("", Unit::Events) };
    assert!(lines(&engine().ask(&asked)).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_between_marks_lines_and_bars(
        from in -40_i64..60, long in 1..90_i64, hours in 0..24_i64, berg in any::<bool>(),
    ) {
        let start = march(from, from).from + hours * 3600;
        let window = Interval { from: start, to: start + long * DAY / if long % 3 == 0 { 4 } else { 1 } };
        let query = if berg { "person:\"Anna Berg\"" } else { "" };
        let engine = engine();
        let answer = drawn(query, window, None);
        let findings = explore(engine.pack(), &engine.index, &Query::parse(query), Unit::Events);
        let all = marks_in(&engine.index, &findings, window, None);
        let t = &answer.timeline;
        if t.marks.is_empty() {
            prop_assert!(all.is_empty() || t.density.iter().any(|bins| !bins.is_empty()));
            return Ok(());
        }
        let held: usize = t.marks.iter().map(Mark::held).sum();
        prop_assert_eq!(held, all.len());
        let last = engine.record().last;
        let spanning = all.iter().filter(|mark| spans(&mark.when, window, last)).count();
        let lines: usize = lines(&answer).iter().map(|line| line.held()).sum();
        prop_assert_eq!(lines, if spanning > 12 { spanning } else { 0 });
        // No mark twice.
        let mut ids: Vec<_> = t.marks.iter().flat_map(|mark| &mark.ids).collect();
        let named = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), named);
    }
}
