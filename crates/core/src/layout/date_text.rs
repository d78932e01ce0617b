//! Times as text for readers: `6 February 2026`, `night of 6 to 7 February 2026`, `by June 2026`.
//!
//! **Invariant:** the text is never more exact than the [`When`]: a month is not a day, a deadline is not a date, and
//! an open end is said to be open. Plain English, no locale, no today.
//! Start at [`long`]; [`short`] leaves out the year of days, since lists stand under a head ([`head`]).

pub mod typed;

use jiff::civil::{Date, DateTime};

use crate::civil::{Certainty, DAY, Granularity, Interval, When, datetime, seconds};

/// Full names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The time in full.
pub fn long(when: &When) -> String {
    let style = Style { long: true };
    style.when(when)
}

/// The time for a narrow column: months cut to three letters, the year of a day left out.
pub fn short(when: &When) -> String {
    let style = Style { long: false };
    style.when(when)
}

/// How exact a time is, in a word or a few: `day`, `month, about`, `day, before`.
pub fn precision(when: &When) -> String {
    let word = match when.granularity {
        Granularity::Minute => "instant",
        Granularity::DayPart => "part of day",
        Granularity::Day => "day",
        Granularity::Days => "days",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Quarter => "quarter",
        Granularity::Season => "season",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
    };
    let fixed = match when.certainty {
        Certainty::Exact => "",
        Certainty::About => ", about",
        Certainty::Within => ", somewhere within",
    };
    let side = match (when.interval.from, when.interval.to) {
        (Interval::PAST, _) => ", before",
        (_, Interval::FUTURE) => ", after",
        _ => "",
    };
    format!("{word}{fixed}{side}")
}

/// The weekday of a time that lies within one day.
pub fn weekday(when: &When) -> Option<&'static str> {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let (first, last) = (first_day(when.interval)?, last_day(when.interval)?);
    (first == last).then_some(match first.weekday() {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    })
}

/// The head under which a list files the time: the month of its known end (the first, where both are known), and
/// the year or decade alone where the time is no finer.
pub fn head(when: &When) -> String {
    let Some(day) = first_day(when.interval).or_else(|| last_day(when.interval)) else {
        return NO_DATE.to_owned();
    };
    match when.granularity {
        Granularity::Decade => decade(day),
        Granularity::Year | Granularity::Season | Granularity::Quarter => year(day),
        _ => format!("{} {}", month(day, true), year(day)),
    }
}

/// From the head of one time to that of the end of another: `2014 to April 2025`, `January to February 2026`.
pub fn heads(first: &When, last: &When) -> String {
    let end = last.interval.to.saturating_sub(1).max(last.interval.from);
    let end = if last.interval.to == Interval::FUTURE { last.interval.from } else { end };
    let (a, b) = (head(first), head(&When { interval: Interval { from: end, ..last.interval }, ..*last }));
    if a == b {
        return a;
    }
    match (a.split_once(' '), b.split_once(' ')) {
        (Some((month, year)), Some((_, same))) if year == same => format!("{month} to {b}"),
        _ => format!("{a} to {b}"),
    }
}

/// A range of days, both ends inclusive; `None` is an open end.
pub fn range(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (None, None) => "any time".to_owned(),
        (Some(from), None) => format!("since {}", day(from, true, true)),
        (None, Some(to)) => format!("until {}", day(to, true, true)),
        (Some(from), Some(to)) => days(from, to, true),
    }
}

/// The first and last day of a time, both inclusive; `None` is an open end, and beyond the calendar is its edge.
pub fn days_of(interval: Interval) -> (Option<Date>, Option<Date>) {
    (first_day(interval), last_day(interval))
}

/// The year: `2026`, `44 BC`.
pub fn year(of: Date) -> String {
    if of.year() > 0 { of.year().to_string() } else { format!("{} BC", 1 - i32::from(of.year())) }
}

/// The month's name, in full or its first three letters.
pub fn month(of: Date, full: bool) -> &'static str {
    let name = MONTHS.get(usize::from(of.month().unsigned_abs()).wrapping_sub(1)).copied().unwrap_or("");
    if full { name } else { name.get(..3).unwrap_or(name) }
}

const NO_DATE: &str = "no date";

/// Whether the text is in full.
#[derive(Clone, Copy)]
struct Style {
    long: bool,
}

impl Style {
    fn when(self, when: &When) -> String {
        match (first_day(when.interval), last_day(when.interval)) {
            (None, None) => NO_DATE.to_owned(),
            // What fills the time up to its end lasts until then; what lies somewhere in it is done by then.
            (None, Some(last)) => {
                let lead = if when.certainty == Certainty::Exact { "until" } else { "by" };
                format!("{lead} {}", self.unit(when, last, false))
            }
            (Some(first), None) => match part_of_month(when, first, None) {
                Some(part) => format!("since {part}{}", self.month_year(first)),
                None => format!("since {}", self.unit(when, first, true)),
            },
            (Some(first), Some(last)) => self.closed(when, first, last),
        }
    }

    /// An end that is known, as fine as the time is; a month only where the day is the month's first or last.
    fn unit(self, when: &When, at: Date, is_start: bool) -> String {
        let edge = |of: Date, whole: Date| if is_start { at == of } else { at == whole };
        let about = if when.certainty == Certainty::About { "about " } else { "" };
        let text = match when.granularity {
            Granularity::Decade | Granularity::Year if edge(at.first_of_year(), at.last_of_year()) => {
                year(at)
            }
            Granularity::Month | Granularity::Quarter | Granularity::Season
                if edge(at.first_of_month(), at.last_of_month()) =>
            {
                if self.long || is_start {
                    self.month_year(at)
                } else {
                    month(at, at.month() == 6 || at.month() == 7).to_owned()
                }
            }
            _ => day(at, self.long, self.long),
        };
        format!("{about}{text}")
    }

    fn closed(self, when: &When, first: Date, last: Date) -> String {
        let whole = match when.granularity {
            Granularity::Decade => {
                (first.year() % 10 == 0 && whole_years(first, last, 10)).then(|| decade(first))
            }
            Granularity::Year => whole_years(first, last, 1).then(|| year(first)),
            Granularity::Season => season(first, last),
            Granularity::Minute => (first == last).then(|| self.minute(when, first)).flatten(),
            Granularity::DayPart => self.day_part(when, first, last),
            _ => None,
        };
        if when.certainty == Certainty::About
            && whole.is_none()
            && let Some(part) = part_of_month(when, first, Some(last))
        {
            return format!("{part}{}", self.month_year(first));
        }
        let text = whole.or_else(|| self.whole_months(first, last)).unwrap_or_else(|| {
            if when.certainty == Certainty::Within && when.granularity <= Granularity::Day && first != last {
                let (a, b) = ends(first, last, self.long);
                format!("between {a} and {b}")
            } else {
                days(first, last, self.long)
            }
        });
        if when.certainty == Certainty::About { format!("about {text}") } else { text }
    }

    /// `January 2026`, or `Jan 2026`.
    fn month_year(self, of: Date) -> String {
        format!("{} {}", month(of, self.long), year(of))
    }

    /// Whole calendar years or months, from the first day of one to the last day of one.
    fn whole_months(self, first: Date, last: Date) -> Option<String> {
        if first == first.first_of_year() && last == last.last_of_year() {
            return Some(joined(&year(first), &year(last), true));
        }
        if first != first.first_of_month() || last != last.last_of_month() {
            return None;
        }
        if first.year() != last.year() {
            return Some(joined(&self.month_year(first), &self.month_year(last), self.long));
        }
        let text = joined(month(first, self.long), month(last, self.long), self.long);
        Some(format!("{text} {}", year(first)))
    }

    fn minute(self, when: &When, on: Date) -> Option<String> {
        let at = time(when.interval.from)?;
        Some(format!("{}, {:02}:{:02}", day(on, self.long, self.long), at.hour(), at.minute()))
    }

    /// A part of one day by its name, a night by its two days.
    fn day_part(self, when: &When, first: Date, last: Date) -> Option<String> {
        let (from, to) = (time(when.interval.from)?, time(when.interval.to.saturating_sub(1))?);
        let name = part_of_day(from, to)?;
        let text = days(first, last, self.long);
        Some(if self.long { format!("{name} of {text}") } else { format!("{text}, {name}") })
    }
}

/// `early `, `mid-` or `late `, where the text says "about" and means a part of a month.
fn part_of_month(when: &When, first: Date, last: Option<Date>) -> Option<&'static str> {
    let fits = |latest: i8| last.is_none_or(|l| l.month() == first.month() && l.day() <= latest);
    if when.certainty != Certainty::About
        || last.is_some_and(|l| l.first_of_month() != first.first_of_month())
    {
        return None;
    }
    let vague = !matches!(when.granularity, Granularity::Minute | Granularity::DayPart | Granularity::Day);
    let several = last.is_none_or(|l| l.day() - first.day() >= 4);
    match first.day() {
        1 if vague && last.is_some() && several && fits(14) => Some("early "),
        8..=17 if vague && several && fits(22) => Some("mid-"),
        18..=24 if vague && last.is_none_or(|l| l == l.last_of_month()) => Some("late "),
        _ => None,
    }
}

/// The name of a part of a day; one that goes over midnight is a night.
fn part_of_day(from: DateTime, to: DateTime) -> Option<&'static str> {
    if from.date() != to.date() {
        return (from.hour() >= 15 && to.hour() < 12).then_some("night");
    }
    let (a, b) = (from.hour(), to.hour());
    let names = [
        ("early hours", 0, 4, 6),
        ("morning", 4, 11, 12),
        ("midday", 11, 13, 14),
        ("afternoon", 12, 17, 18),
        ("evening", 16, 23, 22),
        ("evening", 17, 19, 23),
        ("night", 20, 23, 23),
    ];
    names
        .into_iter()
        .find(|(_, low, high, end)| (*low..=*high).contains(&a) && b <= *end)
        .map(|(name, ..)| name)
}

/// A northern, meteorological season.
fn season(first: Date, last: Date) -> Option<String> {
    if first != first.first_of_month() || last != last.last_of_month() {
        return None;
    }
    let name = match (first.month(), last.month()) {
        (3, 5) => "spring",
        (6, 8) => "summer",
        (9, 11) => "autumn",
        (12, 2) if first.year() + 1 == last.year() => {
            return Some(format!("winter {} to {}", year(first), year(last)));
        }
        _ => return None,
    };
    (first.year() == last.year()).then(|| format!("{name} {}", year(first)))
}

fn whole_years(first: Date, last: Date, count: i16) -> bool {
    first == first.first_of_year() && last == last.last_of_year() && last.year() - first.year() == count - 1
}

fn decade(of: Date) -> String {
    if of.year() > 0 { format!("{}s", of.year().div_euclid(10) * 10) } else { year(of) }
}

/// `9 to 15 February 2026`; short `9–15 Feb`.
fn days(first: Date, last: Date, full: bool) -> String {
    if first == last {
        return day(first, full, full);
    }
    let (a, b) = ends(first, last, full);
    joined(&a, &b, full)
}

/// Both ends of a range of days, the first without what it shares with the last.
fn ends(first: Date, last: Date, full: bool) -> (String, String) {
    let a = if first.year() != last.year() {
        format!("{} {}", day(first, full, false), year(first))
    } else if first.month() != last.month() {
        day(first, full, false)
    } else {
        first.day().to_string()
    };
    (a, day(last, full, full || first.year() != last.year()))
}

fn day(of: Date, full: bool, with_year: bool) -> String {
    let text = format!("{} {}", of.day(), month(of, full));
    if with_year { format!("{text} {}", year(of)) } else { text }
}

fn joined(a: &str, b: &str, full: bool) -> String {
    if a == b {
        a.to_owned()
    } else if full {
        format!("{a} to {b}")
    } else if a.contains(' ') || b.contains(' ') && a.parse::<i32>().is_err() {
        format!("{a} – {b}")
    } else {
        format!("{a}–{b}")
    }
}

/// The first day, beyond the calendar its edge; `None` where the left end is open.
fn first_day(i: Interval) -> Option<Date> {
    (i.from != Interval::PAST).then(|| nearest(i.from))
}

fn last_day(i: Interval) -> Option<Date> {
    (i.to != Interval::FUTURE).then(|| nearest(i.to.saturating_sub(1).max(i.from)))
}

fn nearest(second: i64) -> Date {
    time(second).map_or(Date::MIN, DateTime::date)
}

fn time(second: i64) -> Option<DateTime> {
    datetime(second.clamp(seconds(Date::MIN), seconds(Date::MAX) + DAY - 1))
}

#[cfg(test)]
#[path = "date_text/tests.rs"]
mod tests;
