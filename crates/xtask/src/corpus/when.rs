//! Times as news words them: what was last Friday for a paper of Monday is "on Friday", a month later a date.
//!
//! **Invariant:** every phrase holds of the day it is made for, and names no day that does not exist.
//! Start at [`past`] and [`ahead`].

use std::fmt::Write as _;

use dateline_core::layout::date_text::MONTHS;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::chance::Chance;

/// The first day that has news.
const FIRST: Date = date(2016, 1, 1);

/// How many days have news: ten years.
pub const DAYS: u64 = 3653;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The day of this number; 0 is the first.
pub fn day(number: u64) -> Date {
    FIRST.checked_add(i64::try_from(number).unwrap_or(0).days()).unwrap_or(FIRST)
}

/// "February".
pub fn month(of: Date) -> &'static str {
    MONTHS.get((of.month() - 1).unsigned_abs() as usize).copied().unwrap_or_default()
}

/// "Friday".
pub fn weekday(of: Date) -> &'static str {
    WEEKDAYS.get(of.weekday().to_monday_zero_offset().unsigned_abs() as usize).copied().unwrap_or_default()
}

/// Writes when the day of number `then` was, for readers of the day of number `now`.
pub fn past(then: u64, now: u64, chance: &mut Chance, out: &mut String) {
    let of = day(then);
    let ago = now.saturating_sub(then);
    let weekday = weekday(of);
    let _ = match (ago, chance.below(10)) {
        (0, 0) => write!(out, "early on {weekday}"),
        (0..=6, 1) => write!(out, "on {weekday} morning"),
        (0..=6, 2) => write!(out, "late on {weekday}"),
        (1, 3) => write!(out, "a day earlier"),
        (0..=6, _) => write!(out, "on {weekday}"),
        (7..=13, 0..=5) => write!(out, "last week"),
        (14..=20, 0..=5) => write!(out, "two weeks ago"),
        (_, 6 | 7) if day(now).year() == of.year() => write!(out, "on {} {}", month(of), of.day()),
        (_, 8) => write!(out, "on {} {} {}", of.day(), month(of), of.year()),
        (21..=200, _) if day(now).year() == of.year() && day(now).month() != of.month() => {
            write!(out, "in {}", month(of))
        }
        _ => write!(out, "on {} {}, {}", month(of), of.day(), of.year()),
    };
}

/// Writes a time to come, for readers of the day of number `now`.
pub fn ahead(now: u64, chance: &mut Chance, out: &mut String) {
    let ahead = 1 + chance.low(60);
    let of = day(now + ahead);
    let weekday = weekday(of);
    let _ = match (ahead, chance.below(8)) {
        (1..=6, 0) => write!(out, "on {weekday} evening"),
        (1..=6, 1) => write!(out, "by {weekday}"),
        (1..=6, _) => write!(out, "on {weekday}"),
        (7..=13, 0..=4) => write!(out, "next week"),
        (28..=60, 0..=2) if day(now).month() != of.month() => write!(out, "in early {}", month(of)),
        (_, 3) => write!(out, "by the end of {}", month(of)),
        (_, 4) => write!(out, "next month"),
        _ => write!(out, "on {} {}", month(of), of.day()),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_years_end_on_new_years_eve() {
        assert_eq!(day(DAYS - 1), date(2025, 12, 31));
    }

    #[test]
    fn a_day_of_the_week_is_named_within_it_only() {
        let mut chance = Chance::new(1);
        let mut phrases = |then, now| {
            let mut all = std::collections::BTreeSet::new();
            for _ in 0..200 {
                let mut out = String::new();
                past(then, now, &mut chance, &mut out);
                all.insert(out);
            }
            all
        };
        let near: Vec<_> = phrases(3, 4).into_iter().collect();
        assert_eq!(near, ["a day earlier", "late on Monday", "on Monday", "on Monday morning"]);
        assert!(phrases(3, 40).iter().all(|phrase| !phrase.contains("Monday")));
    }
}
