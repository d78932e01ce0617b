//! What the page sees while a range is moved.

use super::super::moving::{Hold, Numbered};
use super::super::*;
use super::{ask, engine};
use crate::explore::query::Days;
use crate::explore::{Moved, Shown};

/// The range of `query` with all values of its answer on the screen.
fn hold(engine: &Engine, query: &str, unit: Unit) -> Hold {
    let answer = engine.ask(&ask(query, unit));
    let values = answer
        .facets
        .iter()
        .flat_map(|facet| facet.values.iter().map(|value| (facet.group, value.name.clone())));
    let shown = Shown { values: values.collect(), bars: Vec::new() };
    Hold { query: Query::parse(query), unit, moved: Moved::Happened, shown }
}

#[test]
fn while_a_range_is_moved_every_number_on_the_screen_is_that_of_the_whole_answer() {
    let engine = engine();
    for unit in Unit::ALL {
        for rest in ["", "talks", "person:berg undated:yes"] {
            let asked = hold(&engine, &format!("{rest} in:2026-03-13..2026-03-14"), unit);
            let mut held = engine.hold(&asked).unwrap();
            let start = Days::parse("2026-03-13..2026-03-14").unwrap();
            let begin = held.at(&engine, start);
            for days in ["2026-03-13", "2026-03-14..", "2026-03-20..2026-03-25", "2020", "..2026"] {
                let query = format!("{rest} in:{days}");
                let numbers = held.at(&engine, Days::parse(days).unwrap());
                let Numbered { says, tabs, matched, values, undated, .. } = numbers;
                let answer = engine.ask(&ask(&query, unit));
                assert_eq!((says, tabs, matched), (answer.says, answer.tabs, answer.matched), "{query}");
                assert_eq!(undated, answer.undated, "{query}");
                let count = |(group, name): &(Field, String)| {
                    let own = answer.facets.iter().find(|facet| facet.group == *group).unwrap();
                    own.values.iter().find(|value| value.name == *name).unwrap().count
                };
                assert_eq!(values, asked.shown.values.iter().map(count).collect::<Vec<_>>(), "{query}");
            }
            assert_eq!(held.at(&engine, start), begin, "there and back");
        }
    }
}

#[test]
fn a_question_without_a_range_has_none_to_take_hold_of() {
    let engine = engine();
    let is_held = |query: &str| engine.hold(&hold(&engine, query, Unit::Events)).is_some();
    assert!(is_held("talks in:2026-03-13"));
    assert!(!is_held("talks"));
    assert!(!is_held("talks published:2026-03-13"));
}
