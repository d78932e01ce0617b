//! Feasts and holidays: the ones with a fixed day, the ones on a weekday of a month, and those around Easter.
//!
//! **Invariant:** only feasts whose day every reader agrees on are here; the Good Friday agreement and Christmas
//! trees are no times. Easter is the Western one, by the Gregorian computus (Meeus, Jones, Butcher).
//! Start at [`feast()`] and [`day`].

use jiff::civil::{Date, Weekday};

use super::calendar::at;
use super::expression::Shape;
use super::grammar::{Match, word};
use super::token::Token;
use super::words::{self, Which};
use super::year::year_after;
use crate::civil::plus_days;

/// How a feast's day is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// A day of a month.
    Fixed(i8, i8),
    /// The nth weekday of a month; -1 for the last.
    Nth(i8, Weekday, i8),
    /// Days from Easter Sunday.
    Easter(i64),
}

use Feast::{Easter, Fixed, Nth};
use Weekday::{Monday, Sunday, Thursday};

/// The feasts by their words, a longer name before its beginning.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["christmas", "day"], Fixed(12, 25)),
    (&["christmas", "eve"], Fixed(12, 24)),
    (&["christmas"], Fixed(12, 25)),
    (&["boxing", "day"], Fixed(12, 26)),
    (&["halloween"], Fixed(10, 31)),
    (&["new", "year", "'s", "day"], Fixed(1, 1)),
    (&["new", "year", "'s", "eve"], Fixed(12, 31)),
    (&["valentine", "'s", "day"], Fixed(2, 14)),
    (&["veterans", "day"], Fixed(11, 11)),
    (&["armistice", "day"], Fixed(11, 11)),
    (&["st", ".", "patrick", "'s", "day"], Fixed(3, 17)),
    (&["thanksgiving", "day"], Nth(11, Thursday, 4)),
    (&["thanksgiving"], Nth(11, Thursday, 4)),
    (&["labor", "day"], Nth(9, Monday, 1)),
    (&["memorial", "day"], Nth(5, Monday, -1)),
    (&["columbus", "day"], Nth(10, Monday, 2)),
    (&["martin", "luther", "king", "day"], Nth(1, Monday, 3)),
    (&["martin", "luther", "king", "jr", ".", "day"], Nth(1, Monday, 3)),
    (&["father", "'s", "day"], Nth(6, Sunday, 3)),
    (&["ash", "wednesday"], Easter(-46)),
    (&["palm", "sunday"], Easter(-7)),
    (&["maundy", "thursday"], Easter(-3)),
    (&["good", "friday"], Easter(-2)),
    (&["easter", "sunday"], Easter(0)),
    (&["easter", "monday"], Easter(1)),
    (&["easter"], Easter(0)),
];

/// The feast at token `i`: `last Thanksgiving`, `Christmas Day, 2025`, `by Easter`.
pub(super) fn feast(t: &[Token], i: usize) -> Option<Match> {
    let which = words::which(word(t, i));
    let name_at = if which.is_some() { i + 1 } else { i };
    t.get(name_at).filter(|token| token.capital)?;
    let (names, feast) = FEASTS
        .iter()
        .find(|(names, _)| names.iter().enumerate().all(|(k, name)| word(t, name_at + k) == *name))?;
    let (year, end) = year_after(t, name_at + names.len());
    let next = t.get(end);
    let name = next.is_some_and(|n| n.capital && n.is_word() && n.low != "'s")
        || next
            .is_some_and(|n| matches!(n.low.as_str(), "agreement" | "accord" | "accords" | "deal" | "peace"));
    // "Christmas" by itself also names a season, trees and sales.
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let short = names.len() == 1 && *feast != Fixed(10, 31);
    let led = matches!(
        before,
        "at" | "on"
            | "by"
            | "before"
            | "after"
            | "since"
            | "until"
            | "till"
            | "around"
            | "of"
            | "over"
            | "for"
    );
    let alone = next.is_none_or(|n| !n.is_word())
        || matches!(
            word(t, end),
            "and" | "or" | "but" | "in" | "at" | "on" | "when" | "as" | "he" | "she" | "they"
        );
    if word(t, end) == "week" && year.is_none() {
        let shape = Shape::Feast { feast: *feast, year, which };
        return Some(at(i, end + 1, Shape::WeekOf(Box::new(shape))));
    }
    let fits = !name && (!short || which.is_some() || year.is_some() || led && alone);
    fits.then(|| at(i, end, Shape::Feast { feast: *feast, year, which }))
}

/// The day of `feast` in `year`.
pub(super) fn day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Fixed(month, day) => Date::new(year, month, day).ok(),
        Nth(month, weekday, nth) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok(),
        Easter(days) => plus_days(easter(year)?, days),
    }
}

/// Easter Sunday of `year`, by the Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (golden, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 19 * sunday) / 433;
    let month = (moon + sunday - 7 * late + 90) / 25;
    let day = (moon + sunday - 7 * late + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The year of a feast without one: the last, this or the next by its word.
pub(super) fn year_by(which: Which, feast: Feast, today: Date) -> Option<i16> {
    let this = day(feast, today.year())?;
    Some(match which {
        Which::Last => today.year() - i16::from(this >= today),
        Which::This => today.year(),
        Which::Next => today.year() + i16::from(this <= today),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_feasts_fall_where_the_calendar_has_them() {
        let check = |feast, year, expected: &str| {
            assert_eq!(day(feast, year).map(|d| d.to_string()).as_deref(), Some(expected));
        };
        check(Easter(0), 2024, "2024-03-31");
        check(Easter(0), 2025, "2025-04-20");
        check(Easter(0), 2026, "2026-04-05");
        check(Easter(0), 1998, "1998-04-12");
        check(Easter(-2), 1998, "1998-04-10");
        check(Nth(11, Thursday, 4), 2025, "2025-11-27");
        check(Nth(5, Monday, -1), 2025, "2025-05-26");
    }
}
