//! Every number of a tally is the one that `explore` gives with the range in the same place.

use jiff::civil::DateTime;
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::civil::{DAY, Interval};
use crate::corpus::Corpus;
use crate::corpus::sample::{FIRST, corpora};
use crate::explore::oracle::tests::{config, days, queries};
use crate::explore::{Findings, explore, open};

/// The days from one to another, counted from the first on which anything happens.
fn between(from: i64, to: i64) -> Days {
    let day = |number: i64| crate::civil::datetime(FIRST + number * DAY).map(DateTime::date);
    Days { from: day(from), to: day(to) }
}

/// The values of the sidebar whose names tell which are meant, with their counts.
fn values(found: &Findings) -> Vec<((Field, String), u32)> {
    let all = found.facets.iter().flat_map(|facet| {
        let alone = |name: &str| facet.values.iter().filter(|own| own.name == name).count() == 1;
        let values = facet.values.iter().filter(move |value| alone(&value.name));
        values.map(|value| ((facet.group, value.name.clone()), value.count))
    });
    all.collect()
}

/// How many events and publications have a part in `bar` and match at any time.
fn bar(found: &Findings, bar: Days) -> [u32; 2] {
    let has_part = |when: Interval| !bar.is_empty() && when.overlaps(bar.interval());
    let marks = found.marks.iter().filter(|mark| mark.matched_undated && has_part(mark.when.interval));
    let (events, published): (Vec<_>, Vec<_>) = marks.partition(|mark| mark.event.is_some());
    [events.len() as u32, published.len() as u32]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn wherever_a_range_is_moved_every_number_is_that_of_the_whole_answer(
        corpus in corpora(), query in queries(), unit in 0usize..Unit::COUNT, published in any::<bool>(),
        places in vec(days(), 1..6), cuts in vec(-2i64..9, 0..4),
    ) {
        let (pack, index) = open(&corpus).unwrap();
        let unit = Unit::ALL[unit];
        let moved = if published { Moved::Published } else { Moved::Happened };
        let mut query = query;
        if moved.range(&mut query).is_none() {
            moved.ranges(&mut query).push(places[0]);
        }
        let first = explore(&pack, &index, &query, unit);
        let cuts: std::collections::BTreeSet<i64> = cuts.into_iter().collect();
        let bars = cuts.iter().zip(cuts.iter().skip(1)).map(|(from, to)| between(*from, *to - 1)).collect();
        let shown = Shown { values: values(&first).into_iter().map(|(value, _)| value).collect(), bars };
        let tally = Tally::of(&pack, &index, &query, (unit, moved), &shown).unwrap();
        let start = *moved.range(&mut query).unwrap();
        let before = tally.at(&index, start);
        for place in places.iter().chain([&start]) {
            *moved.range(&mut query).unwrap() = *place;
            let (numbers, found) = (tally.at(&index, *place), explore(&pack, &index, &query, unit));
            let totals = Numbers { values: Vec::new(), bars: Vec::new(), ..numbers.clone() };
            prop_assert_eq!(totals, found.numbers());
            let counts = values(&found);
            for (value, count) in shown.values.iter().zip(&numbers.values) {
                let own = counts.iter().find(|(own, _)| own == value);
                prop_assert_eq!(Some(*count), own.map(|(_, count)| *count), "{:?}", value);
            }
            let expected: Vec<[u32; 2]> = shown.bars.iter().map(|own| bar(&found, *own)).collect();
            prop_assert_eq!(&numbers.bars, &expected);
        }
        prop_assert_eq!(tally.at(&index, start), before, "there and back");
    }
}

#[test]
fn a_row_of_several_times_counts_once_and_not_between_them() {
    let axis_days = [(0, 2), (5, 6), (9, 12)];
    let mut gather = Gather::default();
    gather.meets(&[0, 1, 2, 3, 4, 5]);
    // A made axis: the days 0, 2, 5, 6, 9 and 12 have the numbers 0 to 5.
    let axis = Axis::made(&[0, 2, 5, 6, 9, 12]);
    let counter = gather.counter(&axis);
    for (from, to) in (0..14).flat_map(|from| (from..14).map(move |to| (from, to))) {
        let range = axis.range(Days { from: day(from), to: day(to) });
        let meets = axis_days.iter().any(|(begin, end)| *begin <= to && from < *end);
        assert_eq!(counter.at(range), u32::from(meets), "{from}..={to}");
    }
}

fn day(number: i64) -> Option<jiff::civil::Date> {
    crate::civil::datetime(number * DAY).map(DateTime::date)
}

#[test]
fn a_question_without_the_range_that_is_moved_has_no_tally() {
    let corpus = Corpus::build(Vec::new(), &crate::corpus::decisions::Decisions::default());
    let (pack, index) = open(&corpus).unwrap();
    let of = |text: &str, moved, values: &[(Field, &str)]| {
        let values = values.iter().map(|(field, name)| (*field, (*name).to_owned())).collect();
        let shown = Shown { values, bars: vec![between(0, 3)] };
        Tally::of(&pack, &index, &Query::parse(text), (Unit::Events, moved), &shown).is_some()
    };
    assert!(of("in:2026", Moved::Happened, &[(Field::Status, "said")]));
    assert!(!of("in:2026", Moved::Published, &[]));
    assert!(!of("in:2026", Moved::Happened, &[(Field::Person, "Nobody")]), "a name of nobody");
    assert!(!of("in:2026", Moved::Happened, &[(Field::About, "said")]), "no group of the sidebar");
}
