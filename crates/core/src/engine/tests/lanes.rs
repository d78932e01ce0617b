//! Lanes: no filter, nothing lost between them, and each called by what the page calls it.

use std::collections::BTreeSet;

use super::{ask, engine};
use crate::engine::lanes::LaneShown;
use crate::engine::{Answer, Ask};
use crate::explore::{By, Choice, Lanes, Moment, Query, Unit, explore, lanes};
use crate::layout::timeline::ItemId;

fn in_lanes(query: &str, unit: Unit, lanes: Option<Lanes>) -> Answer {
    engine().ask(&Ask { lanes, ..ask(query, unit) })
}

fn drawn(answer: &Answer) -> BTreeSet<ItemId> {
    answer.timeline.marks.iter().flat_map(|mark| mark.ids.iter().copied()).collect()
}

fn chosen(by: By, values: &[&str]) -> Lanes {
    let chosen = values.iter().map(|value| Choice::of(value)).collect();
    Lanes { by, chosen, others: true }
}

#[test]
fn lanes_change_no_number_and_lose_no_event() {
    for unit in Unit::ALL {
        for query in ["", "talks", "person:berg", "after:2026-03-14", "nothing like it"] {
            let single = in_lanes(query, unit, None);
            for by in By::ALL {
                let several = in_lanes(query, unit, Some(Lanes { by, ..Lanes::default() }));
                assert_eq!(several.says, single.says, "{query} {by:?}");
                assert_eq!(several.tabs, single.tabs);
                assert_eq!(several.facets, single.facets);
                assert_eq!(drawn(&several), drawn(&single), "{query} {by:?}");
                assert_eq!(
                    several.timeline.lanes.len(),
                    several.lanes.lanes.len().max(1) + 1,
                    "and publications"
                );
            }
        }
    }
}

#[test]
fn a_lane_holds_what_asking_for_its_value_finds() {
    let mut held = 0;
    for by in By::ALL {
        let Some(field) = by.field() else { continue };
        let offered = in_lanes("", Unit::Events, Some(chosen(by, &[]))).lanes.offered;
        for lane in offered {
            let query = format!("{}:\"{}\"", field.name(), lane.value);
            assert_eq!(in_lanes(&query, Unit::Events, None).matched, lane.count, "{query}");
            let alone = in_lanes("", Unit::Events, Some(chosen(by, &[&lane.value])));
            assert_eq!(alone.lanes.lanes[0].count, lane.count, "{query}");
            held += 1;
        }
    }
    assert!(held >= 8, "{held} lanes were compared");
}

#[test]
fn lanes_stand_in_the_order_chosen_and_an_unknown_one_is_empty() {
    let names: Vec<String> = in_lanes("", Unit::Events, Some(chosen(By::Place, &[])))
        .lanes
        .offered
        .into_iter()
        .map(|l| l.value)
        .collect();
    let [first, .., last] = names.as_slice() else { panic!("two places or more: {names:?}") };
    let answer = in_lanes("", Unit::Events, Some(chosen(By::Place, &[last, "Nowhere At All", first])));
    let lanes: Vec<(&str, u32)> =
        answer.lanes.lanes.iter().map(|lane| (lane.value.as_str(), lane.count)).collect();
    assert_eq!(lanes.len(), 4, "{lanes:?}");
    assert_eq!(
        (lanes[0].0, lanes[1], lanes[2].0, lanes[3].0),
        (&**last, ("Nowhere At All", 0), &**first, "")
    );
    assert_eq!(answer.lanes.lanes[3].label, "All others");
}

#[test]
fn who_is_asked_for_has_a_lane_of_their_own() {
    let answer = in_lanes("person:berg", Unit::Events, Some(Lanes::default()));
    let named: Vec<&str> = answer.lanes.lanes.iter().map(|lane| &*lane.label).collect();
    assert!(named[0].to_lowercase().contains("berg") && named.len() <= 2, "{named:?}");
}

#[test]
fn a_lane_of_an_article_says_its_publisher_date_and_headline() {
    let offered = in_lanes("", Unit::Events, Some(chosen(By::Article, &[]))).lanes.offered;
    assert_eq!(offered.len(), 2);
    for lane in offered {
        assert!(lane.value.starts_with("a.txt~") || lane.value.starts_with("b.txt~"), "{}", lane.value);
        assert!(!lane.words.is_empty() && lane.label.contains(", "), "{lane:?}");
        let alone = in_lanes("", Unit::Events, Some(chosen(By::Article, &[&lane.value])));
        assert_eq!(alone.lanes.lanes[0].count, lane.count);
    }
}

#[test]
fn a_thread_is_a_query_with_a_name_of_its_readers() {
    let called = Choice { called: "Everything of Oslo".to_owned(), ..Choice::of("place:Oslo OR talks") };
    let lanes = Lanes { by: By::Thread, chosen: vec![called, Choice::of("talks -place:Oslo")], others: true };
    let answer = in_lanes("", Unit::Events, Some(lanes));
    for (lane, query) in answer.lanes.lanes.iter().zip(["place:Oslo OR talks", "talks -place:Oslo"]) {
        assert_eq!(lane.count, in_lanes(query, Unit::Events, None).matched, "{query}");
    }
    assert_eq!(answer.lanes.lanes[0].label, "Everything of Oslo");
    assert_eq!(answer.timeline.lanes[0].name, ["Everything of Oslo"]);
    assert_eq!(answer.lanes.lanes[1].label, "talks, without Oslo");
}

#[test]
fn a_folded_lane_is_a_line_and_loses_no_mark() {
    let open = chosen(By::Person, &[]);
    let open = in_lanes("", Unit::Events, Some(Lanes { others: true, ..open }));
    let folded = |lane: &LaneShown| Choice { folded: true, ..Choice::of(&lane.value) };
    let values: Vec<Choice> = open.lanes.lanes.iter().map(folded).collect();
    let all = Lanes { by: By::Person, chosen: values, others: false };
    let folded = in_lanes("", Unit::Events, Some(all));
    assert_eq!(drawn(&folded), drawn(&open));
    assert!(folded.timeline.size.1 < open.timeline.size.1);
    assert!(folded.timeline.lanes.iter().rev().skip(1).all(|lane| lane.folded));
}

#[test]
fn what_stands_in_a_lane_is_counted_as_it_would_be_drawn() {
    let engine = engine();
    let (pack, index) = (&engine.pack, &engine.index);
    let mut counted = 0;
    for query in ["", "talks", "after:2026-03-14"] {
        let findings = explore(pack, index, &Query::parse(query), Unit::Events);
        for by in By::ALL {
            let found = lanes(pack, index, &findings, &Lanes { by, ..Lanes::default() });
            for (at, moments) in found.moments(index, &findings).iter().enumerate() {
                let own = findings.marks.iter().filter(|mark| {
                    mark.event.is_some_and(|event| found.of(index, mark.article, event) >> at & 1 == 1)
                });
                let own: Vec<bool> = own.map(|mark| mark.matched).collect();
                let matched = own.iter().filter(|matched| **matched).count();
                let sum = |of: fn(&Moment) -> u32| moments.iter().map(of).sum::<u32>() as usize;
                assert_eq!(
                    (sum(|m| m.total), sum(|m| m.matched)),
                    (own.len(), matched),
                    "{query} {by:?} {at}"
                );
                counted += own.len();
            }
        }
    }
    assert!(counted > 20, "{counted} events were counted");
}
