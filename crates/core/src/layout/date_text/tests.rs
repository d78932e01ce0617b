//! Times and the words for them, one a line.
//!
//! **Invariant:** used by tests alone. Start at [`days_are_days`].

use jiff::civil::date;

use super::*;
use crate::civil::Certainty::{About, Exact, Within};
use crate::civil::Granularity::{Day, DayPart, Days, Decade, Minute, Month, Quarter, Season, Week, Year};

type Ymd = (i16, i8, i8);

fn of(from: Ymd, to: Ymd, granularity: Granularity, certainty: Certainty) -> When {
    let interval = Interval::days(date(from.0, from.1, from.2), date(to.0, to.1, to.2));
    When { interval, granularity, certainty }
}

fn hours(from: (Ymd, i64), to: (Ymd, i64), granularity: Granularity) -> When {
    let at = |((y, m, d), hour): (Ymd, i64)| seconds(date(y, m, d)) + hour * 3600;
    let interval = Interval { from: at(from), to: at(to) };
    When { interval, granularity, certainty: Exact }
}

fn open(mut when: When, left: bool) -> When {
    if left {
        when.interval.from = Interval::PAST;
    } else {
        when.interval.to = Interval::FUTURE;
    }
    when
}

fn check(when: &When, full: &str, cut: &str) {
    assert_eq!((long(when).as_str(), short(when).as_str()), (full, cut), "{when:?}");
}

const FEB_6: Ymd = (2026, 2, 6);
const FEB_7: Ymd = (2026, 2, 7);

#[test]
fn days_are_days() {
    check(&of(FEB_6, FEB_6, Day, Exact), "6 February 2026", "6 Feb");
    check(&of(FEB_6, FEB_6, Day, About), "about 6 February 2026", "about 6 Feb");
    check(&of((2026, 2, 9), (2026, 2, 15), Week, Exact), "9 to 15 February 2026", "9–15 Feb");
    check(&of((2026, 1, 31), (2026, 2, 1), Days, Exact), "31 January to 1 February 2026", "31 Jan – 1 Feb");
    check(
        &of((2025, 12, 29), (2026, 1, 4), Week, Exact),
        "29 December 2025 to 4 January 2026",
        "29 Dec 2025 – 4 Jan 2026",
    );
    let within = of((2026, 1, 24), (2026, 1, 30), Day, Within);
    check(&within, "between 24 and 30 January 2026", "between 24 and 30 Jan");
    check(&of((-43, 3, 15), (-43, 3, 15), Day, Exact), "15 March 44 BC", "15 Mar");
}

#[test]
fn parts_of_days_have_names_and_clock_times_figures() {
    let night = hours((FEB_6, 20), (FEB_7, 6), DayPart);
    check(&night, "night of 6 to 7 February 2026", "6–7 Feb, night");
    let month_end = hours(((2026, 1, 31), 18), ((2026, 2, 1), 6), DayPart);
    check(&month_end, "night of 31 January to 1 February 2026", "31 Jan – 1 Feb, night");
    check(&hours((FEB_7, 6), (FEB_7, 12), DayPart), "morning of 7 February 2026", "7 Feb, morning");
    check(&hours((FEB_7, 12), (FEB_7, 18), DayPart), "afternoon of 7 February 2026", "7 Feb, afternoon");
    check(&hours((FEB_7, 18), (FEB_7, 22), DayPart), "evening of 7 February 2026", "7 Feb, evening");
    check(&hours((FEB_7, 18), (FEB_7, 24), DayPart), "evening of 7 February 2026", "7 Feb, evening");
    check(&hours((FEB_7, 21), (FEB_7, 24), DayPart), "night of 7 February 2026", "7 Feb, night");
    check(&hours((FEB_7, 0), (FEB_7, 6), DayPart), "early hours of 7 February 2026", "7 Feb, early hours");
    check(&hours((FEB_7, 0), (FEB_7, 24), DayPart), "7 February 2026", "7 Feb");
    check(&hours((FEB_7, 14), (FEB_7, 15), Minute), "7 February 2026, 14:00", "7 Feb, 14:00");
}

#[test]
fn months_and_more_are_never_days() {
    check(&of((2022, 2, 1), (2022, 2, 28), Month, Exact), "February 2022", "Feb 2022");
    check(&of((2022, 2, 1), (2022, 4, 30), Month, Exact), "February to April 2022", "Feb–Apr 2022");
    check(&of((2026, 1, 1), (2026, 3, 31), Quarter, Exact), "January to March 2026", "Jan–Mar 2026");
    check(&of((2026, 6, 1), (2026, 8, 31), Season, Exact), "summer 2026", "summer 2026");
    check(&of((2025, 12, 1), (2026, 2, 28), Season, Exact), "winter 2025 to 2026", "winter 2025 to 2026");
    check(&of((2021, 1, 1), (2021, 12, 31), Year, Exact), "2021", "2021");
    check(&of((2021, 1, 1), (2021, 12, 31), Year, About), "about 2021", "about 2021");
    check(&of((2019, 1, 1), (2021, 12, 31), Year, Exact), "2019 to 2021", "2019 to 2021");
    check(&of((1990, 1, 1), (1999, 12, 31), Decade, Exact), "1990s", "1990s");
}

#[test]
fn parts_of_months_are_said_as_the_text_does() {
    check(&of((2026, 1, 11), (2026, 1, 20), Month, About), "mid-January 2026", "mid-Jan 2026");
    check(&of((2026, 1, 1), (2026, 1, 10), Month, About), "early January 2026", "early Jan 2026");
    check(&of((2026, 1, 21), (2026, 1, 31), Days, About), "late January 2026", "late Jan 2026");
    check(&of((2026, 1, 1), (2026, 1, 31), Month, About), "about January 2026", "about Jan 2026");
}

#[test]
fn open_ends_are_open() {
    check(&open(of((2026, 6, 1), (2026, 6, 30), Month, Within), true), "by June 2026", "by June");
    check(&open(of((2026, 8, 1), (2026, 8, 31), Month, Within), true), "by August 2026", "by Aug");
    check(&open(of(FEB_6, FEB_6, Day, Within), true), "by 6 February 2026", "by 6 Feb");
    check(&open(of(FEB_6, FEB_6, Day, Exact), true), "until 6 February 2026", "until 6 Feb");
    check(&open(of((2026, 1, 1), (2026, 12, 31), Year, Within), true), "by 2026", "by 2026");
    let mid = of((2026, 1, 11), (2026, 1, 20), Month, About);
    check(&open(mid, false), "since mid-January 2026", "since mid-Jan 2026");
    check(
        &open(of((2026, 1, 29), (2026, 1, 29), Day, Exact), false),
        "since 29 January 2026",
        "since 29 Jan",
    );
    check(
        &open(of((2022, 2, 1), (2022, 2, 28), Month, Exact), false),
        "since February 2022",
        "since Feb 2022",
    );
    check(&open(of((2014, 1, 1), (2014, 1, 1), Year, Exact), false), "since 2014", "since 2014");
    let always = open(open(mid, true), false);
    check(&always, "no date", "no date");
}

#[test]
fn nothing_is_beyond_words() {
    for (from, to) in
        [(0, i64::MIN), (i64::MIN + 1, i64::MAX - 1), (i64::MAX, i64::MIN), (5, 5), (i64::MAX - 1, i64::MAX)]
    {
        for granularity in [Minute, DayPart, Day, Days, Week, Month, Quarter, Season, Year, Decade] {
            for certainty in [Exact, About, Within] {
                let when = When { interval: Interval { from, to }, granularity, certainty };
                assert!(!long(&when).is_empty() && !short(&when).is_empty() && !head(&when).is_empty());
                assert!(!heads(&when, &when).is_empty());
                weekday(&when);
            }
        }
    }
}

#[test]
fn a_weekday_belongs_to_one_day() {
    assert_eq!(weekday(&of(FEB_7, FEB_7, Day, Exact)), Some("Saturday"));
    assert_eq!(weekday(&hours((FEB_7, 6), (FEB_7, 12), DayPart)), Some("Saturday"));
    assert_eq!(weekday(&hours((FEB_6, 20), (FEB_7, 6), DayPart)), None);
    assert_eq!(weekday(&of((2026, 2, 9), (2026, 2, 15), Week, Exact)), None);
}

#[test]
fn lists_are_filed_under_months_and_coarse_times_under_years() {
    let file = |when: When, expected: &str| assert_eq!(head(&when), expected);
    file(of(FEB_7, FEB_7, Day, Exact), "February 2026");
    file(of((2026, 1, 31), (2026, 2, 1), Days, Exact), "January 2026");
    file(of((2021, 1, 1), (2021, 12, 31), Year, Exact), "2021");
    file(of((1990, 1, 1), (1999, 12, 31), Decade, Exact), "1990s");
    file(open(of((2026, 6, 1), (2026, 6, 30), Month, Exact), true), "June 2026");
    file(open(of((2026, 1, 11), (2026, 1, 20), Month, About), false), "January 2026");
    let (a, b) =
        (of((2014, 1, 1), (2014, 12, 31), Year, Exact), of((2025, 4, 25), (2025, 4, 25), Day, Exact));
    assert_eq!(heads(&a, &b), "2014 to April 2025");
    assert_eq!(
        heads(&of((2026, 1, 2), (2026, 1, 2), Day, Exact), &of(FEB_7, FEB_7, Day, Exact)),
        "January to February 2026"
    );
}

#[test]
fn ranges_say_each_thing_once() {
    let day = |(y, m, d): Ymd| Some(date(y, m, d));
    let check = |from: Option<Date>, to: Option<Date>, expected: &str| assert_eq!(range(from, to), expected);
    check(day((2026, 1, 29)), day(FEB_7), "29 January to 7 February 2026");
    check(day((2026, 2, 9)), day((2026, 2, 15)), "9 to 15 February 2026");
    check(day((2025, 12, 28)), day((2026, 1, 3)), "28 December 2025 to 3 January 2026");
    check(day(FEB_7), day(FEB_7), "7 February 2026");
    check(day((2026, 1, 29)), None, "since 29 January 2026");
    check(None, day(FEB_7), "until 7 February 2026");
    check(None, None, "any time");
}
