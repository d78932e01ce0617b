//! What the page sees while a range is moved.

use super::super::moving::{Move, Numbered};
use super::super::*;
use super::{ask, engine};
use crate::explore::{Moved, Shown};

/// The move to `query`, with all values of its answer on the screen.
fn moved(engine: &Engine, query: &str, unit: Unit) -> (Move, Answer) {
    let answer = engine.ask(&ask(query, unit));
    let values = answer
        .facets
        .iter()
        .flat_map(|facet| facet.values.iter().map(|value| (facet.group, value.name.clone())));
    let shown = Shown { values: values.collect(), bars: Vec::new() };
    (Move { query: Query::parse(query), unit, moved: Moved::Happened, shown }, answer)
}

#[test]
fn while_a_range_is_moved_every_number_on_the_screen_is_that_of_the_whole_answer() {
    let engine = engine();
    for unit in Unit::ALL {
        let (first, _) = moved(&engine, "talks in:2026-03-13..2026-03-14", unit);
        let begin = engine.move_range(&first).unwrap();
        for days in ["2026-03-13", "2026-03-14..", "2026-03-20..2026-03-25", "2020", "2026-03-13..2026-03-14"]
        {
            let query = format!("talks in:{days}");
            let asked = Move { query: Query::parse(&query), ..first.clone() };
            let Numbered { says, tabs, matched, values, undated, .. } = engine.move_range(&asked).unwrap();
            let answer = engine.ask(&ask(&query, unit));
            assert_eq!((says, tabs, matched), (answer.says, answer.tabs, answer.matched), "{query}");
            assert_eq!(undated, answer.undated, "{query}");
            let count = |(group, name): &(Field, String)| {
                let own = answer.facets.iter().find(|facet| facet.group == *group).unwrap();
                own.values.iter().find(|value| value.name == *name).unwrap().count
            };
            assert_eq!(values, asked.shown.values.iter().map(count).collect::<Vec<_>>(), "{query}");
        }
        assert_eq!(engine.move_range(&first), Some(begin), "there and back");
    }
}

#[test]
fn a_move_of_another_question_has_numbers_of_its_own() {
    let engine = engine();
    let matched = |query: &str, unit: Unit| {
        let (asked, answer) = moved(&engine, query, unit);
        assert_eq!(engine.move_range(&asked).unwrap().matched, answer.matched, "{query}");
        answer.matched
    };
    let all = matched("in:2026-03-13..2026-03-14", Unit::Events);
    let some = matched("talks in:2026-03-13..2026-03-14", Unit::Events);
    let articles = matched("talks in:2026-03-13..2026-03-14", Unit::Articles);
    assert!(some < all && articles > 0, "{some} {all} {articles}");
    let (asked, _) = moved(&engine, "talks", Unit::Events);
    assert_eq!(engine.move_range(&asked), None, "there is no range");
}
