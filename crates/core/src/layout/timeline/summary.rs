//! The drawing in words: how much there is when, for those who cannot see it, and for a printed page.
//!
//! **Invariant:** every number is one that is drawn: what matches, each thing once, in the period in which it begins; and
//! it is told in some sixty words, whatever there is. Start at [`summary`].

use super::calendar::Unit;
use super::thing::Thing;
use super::{Form, Input};
use crate::civil::{DAY, Interval, When, datetime};
use crate::layout::date_text;
use crate::layout::number_text::count;
use crate::order::Order as _;

/// The most periods that are told one by one.
const MOST: usize = 6;

/// The things that match, with where each begins, or ends where it has no beginning, and how many it stands for.
struct Told {
    at: i64,
    until: i64,
    n: u32,
    /// Its day, where it lies within one.
    day: Option<i64>,
}

/// `121 events in 2014 to June 2026: 24 before 22 January 2026, 41 in January 2026, …; most on 7 February 2026 (21).`
pub(super) fn summary(
    input: &Input,
    things: &[Thing<'_>],
    (window, last): (Option<Interval>, Option<i64>),
) -> String {
    let (published, events): (Vec<&Thing<'_>>, Vec<&Thing<'_>>) =
        things.iter().filter(|t| t.item.matched).partition(|t| t.item.form == Form::Published);
    let sum = |all: &[&Thing<'_>]| all.iter().map(|t| number(t, input)).sum::<u32>();
    let noun = |n: u32, one: &str| format!("{} {one}{}", count(n), if n == 1 { "" } else { "s" });
    let mut text = match sum(&events) {
        0 => "No events".to_owned(),
        n => noun(n, "event"),
    };
    text.push_str(" on the timeline");
    text.push_str(&span(&events));
    if let Some(window) = window {
        let told: Vec<Told> = events.iter().filter_map(|t| told(t, input)).collect();
        let (unit, parts) = periods(&told, window);
        if parts.len() > 1 {
            text.extend([": ", &parts.join(", ")]);
        }
        // Where days are told one by one, anybody sees which has most.
        if unit > Unit::Day {
            text.push_str(&busiest(&told));
        }
    }
    text.push('.');
    if let Some((n @ 1.., _)) = input.spanning.events.as_ref().map(|item| item.count) {
        text.extend([" ", &count(n), if n == 1 { " spans" } else { " span" }, " all of what is shown."]);
    }
    if sum(&published) > 0 {
        text.extend([" ", &noun(sum(&published), "article"), " published", &span(&published), "."]);
    }
    let day = last.and_then(|end| date_text::days_of(Interval { from: end - DAY, to: end }).1);
    if let Some(day) = day {
        text.extend([" Last article ", &date_text::long(&When::day(day)), "."]);
    }
    text
}

/// How many things a thing stands for.
fn number(thing: &Thing<'_>, input: &Input) -> u32 {
    if input.crowded { thing.item.count.0 } else { 1 }
}

fn told(thing: &Thing<'_>, input: &Input) -> Option<Told> {
    let end = thing.to.map(|to| to - 1);
    let at = if thing.is_deadline() { end } else { thing.from.or(end) }?;
    let day = thing.within_a_day().then(|| at.div_euclid(DAY));
    Some(Told { at, until: end.unwrap_or(i64::MAX), n: number(thing, input), day })
}

/// ` in 2014 to June 2026`: from the head of the first to that of the last.
fn span(things: &[&Thing<'_>]) -> String {
    let first = things.iter().min_by_key(|t| (t.from.or(t.to), t.index));
    let last = things.iter().max_by_key(|t| (t.to.or(t.from), t.index));
    let heads = first.zip(last).map(|(a, b)| date_text::heads(&a.item.when, &b.item.when));
    heads.map(|heads| format!(", {heads}")).unwrap_or_default()
}

/// What is before the window, in its periods, which are of the given unit, and after it.
fn periods(told: &[Told], window: Interval) -> (Unit, Vec<String>) {
    let mut parts = Vec::new();
    let mut add = |n: u32, words: String| {
        if n > 0 {
            parts.push(format!("{} {words}", count(n)));
        }
    };
    let sum = |of: &dyn Fn(&Told) -> bool| told.iter().filter(|t| of(t)).map(|t| t.n).sum::<u32>();
    let day =
        |second: i64| datetime(second).map_or(String::new(), |at| date_text::long(&When::day(at.date())));
    add(sum(&|t| t.until < window.from), format!("before {}", day(window.from)));
    add(sum(&|t| t.at < window.from && t.until >= window.from), "going on from before".to_owned());
    let inside = |t: &&Told| (window.from..window.to).contains(&t.at);
    let units = [Unit::Day, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100)];
    let starts = |unit: Unit| {
        let mut starts: Vec<i64> = told.iter().filter(inside).map(|t| unit.floor(t.at)).collect();
        starts.order();
        starts.dedup();
        starts
    };
    let own = units.into_iter().map(|unit| (unit, starts(unit))).find(|(_, starts)| starts.len() <= MOST);
    let (unit, own) = own.unwrap_or((Unit::Years(1000), starts(Unit::Years(1000))));
    for from in own {
        let to = unit.next(from);
        let n = told.iter().filter(inside).filter(|t| (from..to).contains(&t.at)).map(|t| t.n).sum();
        add(n, period(unit, Interval { from, to }));
    }
    let none = !told.is_empty() && !told.iter().any(|t| t.at < window.to && t.until >= window.from);
    add(sum(&|t| t.at >= window.to), format!("after {}", day(window.to - 1)));
    if none {
        parts.push("none shown".to_owned());
    }
    (unit, parts)
}

/// `in February 2026`, `on 7 February 2026`.
fn period(unit: Unit, of: Interval) -> String {
    let (first, last) = date_text::days_of(of);
    let Some((first, last)) = first.zip(last) else { return String::new() };
    match unit {
        Unit::Month => format!("in {} {}", date_text::month(first, true), date_text::year(first)),
        Unit::Years(1) => format!("in {}", date_text::year(first)),
        Unit::Years(10) if first.year() > 0 => format!("in the {}s", first.year()),
        Unit::Years(_) => format!("in {} to {}", date_text::year(first), date_text::year(last)),
        _ => format!("on {}", date_text::long(&When::day(first))),
    }
}

/// The day on which most events lie, where one stands out.
fn busiest(told: &[Told]) -> String {
    let mut days: Vec<(i64, u32)> = told.iter().filter_map(|t| Some((t.day?, t.n))).collect();
    days.order_by_key(|day| day.0);
    let sums = days
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|of| Some((of.first()?.0, of.iter().map(|(_, n)| n).sum::<u32>())));
    let mut sums: Vec<(i64, u32)> = sums.collect();
    sums.order_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let second = sums.get(1).map_or(0, |day| day.1);
    let most = sums.first().filter(|(_, n)| *n > second && *n > 1 && sums.len() > 1);
    let day = most.and_then(|(day, n)| Some((datetime(day * DAY)?.date(), *n)));
    day.map(|(day, n)| format!("; most on {} ({})", date_text::long(&When::day(day)), count(n)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::super::drawn::newspaper;
    use super::super::{Size, lay_out};
    use super::*;
    use crate::layout::date_text::typed::Typed;

    #[expect(clippy::needless_pass_by_value, reason = "what is expected is written where it is asked")]
    fn check(window: &str, some_match: bool, expected: Expect) {
        let mut input = newspaper(some_match);
        if let Ok(Typed::Time(time)) = Typed::read(window) {
            input.window = Some(time);
        }
        let summary = lay_out(&input, Size { width: 1200.0, height: 212.0 }).summary;
        expected.assert_eq(&summary);
        assert!(summary.split(' ').count() <= 62, "{summary}");
    }

    #[test]
    fn every_event_is_counted_once_in_the_period_in_which_it_begins() {
        check(
            "feb 1950",
            true,
            expect![
                "6 events on the timeline, February to June 2026: 6 after 28 February 1950, none shown. 2 articles published, January to February 2026. Last article 7 February 2026."
            ],
        );
        check(
            "feb 2026",
            true,
            expect![
                "6 events on the timeline, February to June 2026: 1 on 1 February 2026, 2 on 6 February 2026, 2 on 7 February 2026, 1 after 28 February 2026. 2 articles published, January to February 2026. Last article 7 February 2026."
            ],
        );
        check(
            "",
            true,
            expect![
                "6 events on the timeline, February to June 2026: 1 on 1 February 2026, 2 on 6 February 2026, 2 on 7 February 2026, 1 on 30 June 2026. 2 articles published, January to February 2026. Last article 7 February 2026."
            ],
        );
        check(
            "2014 to 2026",
            false,
            expect![
                "42 events on the timeline, 2014 to June 2026: 1 in 2014, 1 in 2019, 1 in 2021, 1 in 2022, 15 in 2025, 23 in 2026; most on 25 April 2025 (5). 4 articles published, April 2025 to February 2026. Last article 7 February 2026."
            ],
        );
        check(
            "",
            false,
            expect![
                "42 events on the timeline, 2014 to June 2026: 19 before 21 January 2026, 1 going on from before, 10 in January 2026, 11 in February 2026, 1 in June 2026; most on 25 April 2025 (5). 4 articles published, April 2025 to February 2026. Last article 7 February 2026."
            ],
        );
    }

    #[test]
    fn nothing_is_told_as_nothing() {
        let summary = lay_out(&Input::default(), Size { width: 1200.0, height: 212.0 }).summary;
        assert_eq!(summary, "No events on the timeline.");
    }
}
