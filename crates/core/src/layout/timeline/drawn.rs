//! Whole drawings as SVG, to be looked at: goldens in `drawn/`, refreshed with `UPDATE_EXPECT=1`.
//!
//! **Invariant:** the writer maps shapes to elements and computes nothing, as the page does.
//! Start at [`check`], then the tests; the data is made up in the shape of a few news articles.

use expect_test::expect_file;
use jiff::civil::{Date, date};

use super::*;
use crate::civil::{Certainty, DAY, Granularity, seconds};

fn item(article: u32, event: u32, when: When, form: Form, who: &str, words: &str) -> Item {
    let voice = match form {
        Form::Said | Form::Announced | Form::Claimed => VoiceClass::Person,
        _ => VoiceClass::Outlet,
    };
    let id = ItemId { article, event: (form != Form::Published).then_some(event) };
    Item {
        id,
        when,
        form,
        matched: true,
        count: (1, 1),
        lanes: 0,
        also: Vec::new(),
        articles: 0,
        who: who.to_owned(),
        words: words.to_owned(),
        voice,
    }
}

fn when(from: Date, to: Date, granularity: Granularity) -> When {
    When { interval: Interval::days(from, to), granularity, certainty: Certainty::Exact }
}

/// Items in the shape of five articles on talks between two countries.
#[expect(clippy::too_many_lines, reason = "a list of items, one after the other")]
pub(super) fn newspaper(some_match: bool) -> Input {
    let mut items = Vec::new();
    let mut put = |when: When, form: Form, who: &str, words: &str| {
        let n = items.len() as u32;
        items.push(item(n / 8, n, when, form, who, words));
    };
    let day = |y: i16, m: i8, d: i8| When::day(date(y, m, d));
    for y in [2014, 2019, 2021] {
        put(
            when(date(y, 1, 1), date(y, 12, 31), Granularity::Year),
            Form::Happened,
            "",
            "The last meeting took place",
        );
    }
    put(when(date(2022, 2, 1), date(2022, 2, 28), Granularity::Month), Form::Happened, "", "The war began");
    for (d, n) in [(21, 1), (22, 2), (23, 4), (24, 3), (25, 5)] {
        for k in 0..n {
            let form = [Form::Said, Form::Happened, Form::Said, Form::Claimed, Form::Announced][k];
            put(day(2025, 4, d), form, "Meyer:", "“The two sides are very close to a deal,” he said");
        }
    }
    for (m, d, n) in [(1, 22, 2), (1, 23, 1), (1, 24, 3), (1, 29, 1), (1, 30, 3), (2, 3, 1), (2, 5, 3)] {
        for k in 0..n {
            let form = [Form::Said, Form::Happened, Form::Said][k];
            put(day(2026, m, d), form, "Peters:", "no such assurances had been received yet");
        }
    }
    put(day(2026, 2, 1), Form::Announced, "Next round, announced", "");
    put(
        day(2026, 2, 6),
        Form::Said,
        "Ostrova:",
        "“The mediators are proposing that the parties end the war by summer”",
    );
    put(day(2026, 2, 7), Form::Said, "Ostrova:", "prisoner swaps will continue under the agreement");
    put(day(2026, 2, 7), Form::Said, "Ostrova:", "launched more than 400 drones overnight");
    let night =
        Interval { from: seconds(date(2026, 2, 6)) + 20 * 3600, to: seconds(date(2026, 2, 7)) + 6 * 3600 };
    put(
        When { interval: night, granularity: Granularity::DayPart, certainty: Certainty::Exact },
        Form::Claimed,
        "Attack at night, according to Ostrova",
        "",
    );
    let since = Interval { from: seconds(date(2026, 1, 11)), to: Interval::FUTURE };
    put(
        When { interval: since, granularity: Granularity::Month, certainty: Certainty::About },
        Form::Happened,
        "",
        "power stations, gas pipelines and power cables targeted",
    );
    put(
        when(date(2026, 2, 2), date(2026, 2, 6), Granularity::Week),
        Form::Claimed,
        "Officials:",
        "struck 217 times",
    );
    put(
        when(date(2026, 2, 9), date(2026, 2, 15), Granularity::Week),
        Form::Announced,
        "Announced:",
        "trilateral talks next week",
    );
    let june = Interval { from: Interval::PAST, to: seconds(date(2026, 7, 1)) };
    put(
        When { interval: june, granularity: Granularity::Month, certainty: Certainty::Within },
        Form::Deadline,
        "Deadline:",
        "by the beginning of this summer",
    );
    let week = |y: i16, a: (i8, i8), b: (i8, i8)| When {
        certainty: Certainty::Within,
        ..when(date(y, a.0, a.1), date(y, b.0, b.1), Granularity::Day)
    };
    put(week(2025, (4, 25), (4, 30)), Form::Published, "NBC News, 25 to 30 Apr", "");
    put(week(2026, (1, 24), (1, 30)), Form::Published, "Morning Star, 24 to 30 Jan", "");
    put(day(2026, 1, 30), Form::Published, "dw, 30 Jan", "");
    put(day(2026, 2, 7), Form::Published, "Al Jazeera, 7 Feb", "");
    let at = |form: Form, d: Date| {
        items.iter().position(|i| i.form == form && i.when == When::day(d)).map(|i| i as u32)
    };
    let (open, joined) = (at(Form::Said, date(2026, 2, 6)), at(Form::Published, date(2026, 2, 7)));
    if some_match {
        for item in &mut items {
            item.matched = item.who.starts_with("Ostrova")
                || item.who.contains("Ostrova")
                || item.form == Form::Deadline
                || item.who.starts_with("Next")
                || item.who.starts_with("Al J")
                || item.who.starts_with("dw");
            item.count.0 = u32::from(item.matched);
        }
    }
    Input {
        items,
        last_article: Some(seconds(date(2026, 2, 8))),
        open: open.filter(|_| some_match),
        joined: joined.filter(|_| some_match),
        undated: vec![(crate::annotate::Undated::NoTimeGiven, 9)],
        fold_gaps: true,
        ..Input::default()
    }
}

fn check(name: &str, input: &Input, width: f64, height: f64) {
    let drawing = lay_out(input, Size { width, height });
    let shown = input.items.iter().filter(|item| item.matched).count();
    let caption = picture::Caption {
        says: format!("{shown} events from 5 of 5 articles."),
        sources: "The Daily & Sunday Example, Example Wire. Last article 7 February 2026.".to_owned(),
        key: vec![
            Form::Said,
            Form::Happened,
            Form::Claimed,
            Form::Announced,
            Form::Deadline,
            Form::Published,
        ],
    };
    // A line a shape, for whoever compares two of them.
    let svg = picture::alone(&drawing, &caption).replace("><", ">\n<");
    expect_file![format!("drawn/{name}.svg")].assert_eq(&svg);
}

#[test]
fn a_newspapers_month_wide() {
    check("wide", &newspaper(true), 1440.0, 196.0);
}

#[test]
fn a_newspapers_month_with_nothing_asked() {
    check("wide-all", &newspaper(false), 1440.0, 196.0);
}

#[test]
fn a_newspapers_month_with_a_range_chosen() {
    let chosen = Interval::days(date(2026, 1, 29), date(2026, 2, 7));
    check("wide-chosen", &Input { chosen: Some(chosen), ..newspaper(true) }, 1440.0, 196.0);
}

#[test]
fn a_newspapers_month_as_known_on_a_day() {
    let known = Some(seconds(date(2026, 1, 31)));
    let mut input = Input { known, ..newspaper(false) };
    for item in &mut input.items {
        item.matched = item.when.interval.from < seconds(date(2026, 2, 2));
    }
    check("wide-known", &input, 1440.0, 196.0);
}

#[test]
fn all_years_folded() {
    let all = Interval::days(date(2014, 1, 1), date(2026, 7, 31));
    check("wide-years", &Input { window: Some(all), ..newspaper(false) }, 1440.0, 196.0);
}

#[test]
fn a_newspapers_month_on_a_phone() {
    check("narrow", &newspaper(true), 390.0, 60.0);
}

#[test]
fn a_newspapers_month_on_a_tablet() {
    check("middle", &newspaper(true), 820.0, 170.0);
}

#[test]
fn three_things_on_one_day() {
    let mut input = newspaper(false);
    input.items.retain(|i| i.when == When::day(date(2026, 2, 5)));
    input.last_article = Some(seconds(date(2026, 2, 6)));
    check("one-day", &input, 1440.0, 196.0);
}

#[test]
fn one_window_of_a_day_shows_hours() {
    let window = Interval { from: seconds(date(2026, 2, 6)), to: seconds(date(2026, 2, 8)) };
    check("hours", &Input { window: Some(window), ..newspaper(true) }, 1440.0, 196.0);
}

#[test]
fn a_century() {
    let items = (0..140u32).map(|n| {
        let (y, m, d) = (1920 + (n * 37 % 100) as i16, 1 + (n * 7 % 12) as i8, 1 + (n * 11 % 28) as i8);
        let form = [Form::Happened, Form::Said, Form::Announced][(n % 3) as usize];
        let time = match n % 4 {
            0 => when(date(y, 1, 1), date(y, 12, 31), Granularity::Year),
            _ => When::day(date(y, m, d)),
        };
        item(0, n, time, form, "Anna Weber:", "the archive was opened to the public")
    });
    let input = Input {
        items: items.collect(),
        last_article: Some(seconds(date(2020, 1, 1)) + DAY),
        fold_gaps: true,
        ..Input::default()
    };
    check("century", &input, 1200.0, 196.0);
}

/// The newspaper in lanes: each with its label and, if `folded`, as a line.
fn in_lanes(lanes: &[(&str, &str, bool)]) -> Input {
    let mut input = newspaper(true);
    let names = lanes.iter().map(|(label, words, folded)| LaneItems {
        label: (*label).to_owned(),
        words: (*words).to_owned(),
        folded: *folded,
        ..LaneItems::default()
    });
    input.lanes = names.collect();
    for item in &mut input.items {
        let own = |label: &str| item.who.contains(label.split(' ').next_back().unwrap_or_default());
        let mut bits: u32 = (0..).zip(lanes).filter(|(_, l)| own(l.0)).map(|(at, _): (u32, _)| 1 << at).sum();
        if bits == 0 {
            bits = 1 << (lanes.len() - 1);
        }
        item.lanes = bits;
        for (_, lane) in (0..).zip(&mut input.lanes).filter(|(at, _): &(u32, _)| bits >> at & 1 == 1) {
            lane.count += u32::from(item.matched && item.form != Form::Published);
        }
    }
    input
}

#[test]
fn two_people_compared() {
    let lanes = [("Hanna Ostrova", "", false), ("Karl Peters", "", false), ("All others", "", true)];
    check("compare", &in_lanes(&lanes), 1440.0, 212.0);
}

#[test]
fn lanes_of_articles_with_their_headlines() {
    let lanes = [
        ("Example Wire, 7 February 2026, Ostrova", "Talks end without a deal as both sides wait", false),
        ("The Daily & Sunday Example, Meyer", "", false),
        ("Peters", "", true),
        ("Announced", "", false),
        ("All others", "", false),
    ];
    check("lanes", &in_lanes(&lanes), 1200.0, 212.0);
    check("lanes-narrow", &in_lanes(&lanes), 390.0, 212.0);
}

#[test]
fn hundreds_in_ten_days() {
    let items = (0..420u32).map(|n| {
        let (d, published) = (1 + ((n * n * 7 + n) % 53 % 10) as i8, n % 6 == 0);
        let form =
            [Form::Said, Form::Happened, Form::Claimed, Form::Announced, Form::Denied][(n % 5) as usize];
        let time = match n % 40 {
            1 => when(date(2026, 3, d), date(2026, 3, d + 3), Granularity::Week),
            _ => When::day(date(2026, 3, d)),
        };
        let mut item = item(n, n, time, if published { Form::Published } else { form }, "", "");
        item.matched = n % 7 > 1;
        item.count.0 = u32::from(item.matched);
        item
    });
    let inside: Vec<Item> = items.collect();
    let input = Input {
        items: inside.clone(),
        crowded: true,
        inside,
        window: Some(Interval::days(date(2026, 3, 1), date(2026, 3, 12))),
        ..Input::default()
    };
    check("many", &input, 1440.0, 212.0);
}

#[test]
fn a_day_in_lanes_that_thousands_of_years_span() {
    let mut input =
        in_lanes(&[("Hanna Ostrova", "", false), ("Karl Peters", "", false), ("All others", "", true)]);
    let day = Interval::day(date(2026, 2, 6));
    let years = When {
        interval: Interval::days(date(2019, 1, 1), date(2031, 12, 31)),
        granularity: Granularity::Year,
        certainty: Certainty::Exact,
    };
    let line = |n: u32, count: (u32, u32), form: Form| {
        Some(Item { count, matched: count.0 > 0, ..item(n, n, years, form, "", "") })
    };
    let lanes = vec![
        line(900, (16_012, 16_012), Form::Said),
        line(901, (3, 210), Form::Happened),
        line(902, (0, 40), Form::Happened),
    ];
    let (events, published) = (line(903, (16_015, 16_262), Form::Said), line(904, (7, 7), Form::Published));
    input.spanning = Spanning { events, lanes, published };
    (input.inside, input.crowded, input.window) = (input.items.clone(), true, Some(day));
    check("spanning", &input, 1440.0, 196.0);
}

#[test]
fn nothing_at_all() {
    check("empty", &Input::default(), 1440.0, 196.0);
}
