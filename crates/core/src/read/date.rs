//! Dates that a text prints in full: day, month and year, in any usual English form.
//!
//! **Invariant:** only dates that exist are found, and nothing is completed: a date without its year is none, and of
//! `03/04/2026` both readings are [`open`], unless a weekday decides. A weekday printed beside a date belongs to its span.
//! Start at [`find`]; a clock time that follows a date is [`clock_after`], a value that is a date alone [`day_or_month`].

use jiff::civil::{Date, Weekday};

use crate::civil::{self, Certainty, Granularity, Interval, When};
use crate::span::Span;

mod token;

use token::{Token, tokens};

/// A date printed in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The whole expression, its weekday included.
    pub span: Span,
    /// The day it names.
    pub date: Date,
    /// The weekday printed beside it; see [`Printed::agrees`].
    pub weekday: Option<Weekday>,
}

impl Printed {
    /// Whether the printed weekday, if there is one, is that of the date.
    pub fn agrees(self) -> bool {
        self.weekday.is_none_or(|day| day == self.date.weekday())
    }
}

/// A date in figures that can be read day first and month first: `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// The whole expression.
    pub span: Span,
    /// As it is read where the day comes first.
    pub day_first: Date,
    /// As it is read where the month comes first.
    pub month_first: Date,
}

/// The dates printed in `text`, in text order, never overlapping.
pub fn find(text: &str) -> Vec<Printed> {
    all(text).0
}

/// The dates in `text` of which nothing beside them says whether the day or the month comes first.
pub fn open(text: &str) -> Vec<Open> {
    all(text).1
}

/// The years in which something may have been published.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2200;

/// The day that `2026-02-07` names, or the month that `2026-02` does, which stays one.
pub fn day_or_month(value: &str) -> Option<When> {
    let day = civil::day_of(value.trim()).filter(|day| YEARS.contains(&day.year()));
    day.map(When::day).or_else(|| month_only(value))
}

/// The month that `2026-02` names.
pub(super) fn month_only(value: &str) -> Option<When> {
    let (year, month) = value.trim().split_once('-')?;
    let year = year.parse().ok().filter(|y| YEARS.contains(y))?;
    let interval = Interval::month(year, month.parse().ok()?)?;
    Some(When { interval, granularity: Granularity::Month, certainty: Certainty::Exact })
}

fn all(text: &str) -> (Vec<Printed>, Vec<Open>) {
    // A full date has its day and its year in figures.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return (Vec::new(), Vec::new());
    }
    let tokens = tokens(text);
    let (mut found, mut open) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some((used, date)) = date_at(rest) {
            let (span, weekday) = beside(text, &tokens, at, used);
            found.push(Printed { span, date, weekday });
            at += used;
        } else if let Some((day_first, month_first)) = either(rest) {
            let (span, weekday) = beside(text, &tokens, at, 3);
            // A weekday beside it decides, where only one reading falls on it.
            let fits: Vec<Date> =
                [day_first, month_first].into_iter().filter(|d| Some(d.weekday()) == weekday).collect();
            match fits.as_slice() {
                [date] => found.push(Printed { span, date: *date, weekday }),
                _ => open.push(Open { span, day_first, month_first }),
            }
            at += 3;
        } else {
            at += 1;
        }
    }
    (found, open)
}

/// The span of the `used` tokens from `at` on, with a weekday printed before or behind them.
fn beside(text: &str, tokens: &[Token], at: usize, used: usize) -> (Span, Option<Weekday>) {
    let rest = tokens.get(at..).unwrap_or_default();
    let mut span = rest.first().map_or(Span::default(), |t| t.span);
    span = rest.get(used - 1).map_or(span, |t| span.join(t.span));
    let before = at.checked_sub(1).and_then(|i| tokens.get(i)).copied();
    let named = before.filter(|t| is_beside(text, t.span, span)).and_then(|t| named_day(text, t));
    if named.is_some() {
        return (before.map_or(span, |t| t.span.join(span)), named);
    }
    let after = rest.get(used).filter(|t| is_bracketed(text, span, t.span));
    (span, after.and_then(|t| named_day(text, *t)))
}

/// The clock time printed within a few characters after byte `at`, as minutes since midnight, with its end.
/// `19:52 PM` is 19:52: a stray marker does not move a 24-hour clock.
pub fn clock_after(text: &str, at: usize) -> Option<(u16, usize)> {
    let rest = text.get(at..)?;
    let skip = rest.find(|c: char| c.is_ascii_digit()).filter(|skip| *skip <= 6)?;
    let mut parts = rest.get(skip..)?.splitn(2, ':');
    let hour = parts.next().filter(|h| h.len() <= 2)?.parse::<u16>().ok()?;
    let tail = parts.next()?;
    let minute = tail.get(..2)?.parse::<u16>().ok()?;
    let marker = tail.get(2..)?.trim_start().get(..2).unwrap_or("").to_ascii_lowercase();
    let hour = match marker.as_str() {
        "pm" | "p." if hour < 12 => hour + 12,
        "am" | "a." if hour == 12 => 0,
        _ => hour,
    };
    (hour < 24 && minute < 60)
        .then_some((hour * 60 + minute, at + skip + (rest.len() - skip - tail.len()) + 2))
}

/// The length in tokens of the date that starts the tokens, and the date.
fn date_at(t: &[Token]) -> Option<(usize, Date)> {
    three(t).or_else(|| four(t))
}

fn three(t: &[Token]) -> Option<(usize, Date)> {
    let [a, b, c, ..] = t else { return None };
    if !(b.joins && c.joins) {
        return None;
    }
    // 7 February 2026, 30/January/2026, 30-Jan-2026
    if let (Some(day), Some(month), Some(year)) = (a.day(), b.month, c.year()) {
        return Some((3, exact(year, month, day)?));
    }
    // Feb. 7, 2026
    if let (Some(month), Some(day), Some(year)) = (a.month, b.day(), c.year()) {
        return Some((3, exact(year, month, day)?));
    }
    // 2026/feb/07, 2026 February 7
    if let (Some(year), Some(month), Some(day)) = (a.year(), b.month, c.day()) {
        return Some((3, exact(year, month, day)?));
    }
    let same = b.mark.is_some() && b.mark == c.mark;
    // 2026-02-07, 2026/2/7
    if let (true, Some(year), Some(month), Some(day)) = (same, a.year(), b.number, c.day()) {
        return Some((3, exact(year, i8::try_from(month).ok()?, day)?));
    }
    // 30.01.2026 is always day first; with slashes only where one part cannot be a month.
    if let (true, Some(first), Some(second), Some(year)) = (same, a.day(), b.day(), c.year()) {
        return match b.mark? {
            '.' => Some((3, exact(year, second, first)?)),
            _ if first > 12 || first == second => Some((3, exact(year, second, first)?)),
            _ if second > 12 => Some((3, exact(year, first, second)?)),
            _ => None,
        };
    }
    None
}

/// `03/04/2026` and `03-04-2026`, day first and month first.
fn either(t: &[Token]) -> Option<(Date, Date)> {
    let [a, b, c, ..] = t else { return None };
    let same = b.joins && c.joins && b.mark == c.mark && matches!(b.mark, Some('/' | '-'));
    let (first, second, year) = (a.day()?, b.day()?, c.year()?);
    let is_open = same && first <= 12 && second <= 12 && first != second;
    is_open.then_some((exact(year, second, first)?, exact(year, first, second)?))
}

/// `7th of February, 2026`, `the 7th day of …` is left alone.
fn four(t: &[Token]) -> Option<(usize, Date)> {
    let [a, of, b, c, ..] = t else { return None };
    let joined = of.joins && b.joins && c.joins && of.is_of;
    let date = exact(c.year()?, b.month?, a.day()?)?;
    joined.then_some((4, date))
}

fn exact(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn named_day(text: &str, token: Token) -> Option<Weekday> {
    civil::weekday(token.span.of(text))
}

/// Whether only a comma, a full stop, a stroke or "the" stands between the two.
fn is_beside(text: &str, first: Span, second: Span) -> bool {
    let between = Span { start: first.end, end: second.start }.of(text);
    between.len() <= 5
        && between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-' | '|'))
}

fn is_bracketed(text: &str, first: Span, second: Span) -> bool {
    Span { start: first.end, end: second.start }.of(text).trim() == "("
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = find(text).iter().map(|p| format!("{} = {}", p.span.of(text), p.date)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_usual_form_is_found() {
        check("on 7 February 2026 in", &["7 February 2026 = 2026-02-07"]);
        check("Feb. 7, 2026", &["Feb. 7, 2026 = 2026-02-07"]);
        check("FEBRUARY 7 2026", &["FEBRUARY 7 2026 = 2026-02-07"]);
        check("7th of February, 2026", &["7th of February, 2026 = 2026-02-07"]);
        check("Friday 30/January/2026 19:52 PM", &["Friday 30/January/2026 = 2026-01-30"]);
        check("30-Jan-2026", &["30-Jan-2026 = 2026-01-30"]);
        check("Sat, 24 Jan 2026 10:00", &["Sat, 24 Jan 2026 = 2026-01-24"]);
        check("Saturday, January 24th, 2026.", &["Saturday, January 24th, 2026 = 2026-01-24"]);
        check("2026-02-07T19:52:00Z", &["2026-02-07 = 2026-02-07"]);
        check("/news/2026/2/7/us-has", &["2026/2/7 = 2026-02-07"]);
        check("/world/2026/feb/07/us-has", &["2026/feb/07 = 2026-02-07"]);
        check("24/01/2026 and 01/24/2026", &["24/01/2026 = 2026-01-24", "01/24/2026 = 2026-01-24"]);
        check("07.02.2026", &["07.02.2026 = 2026-02-07"]);
        check(
            "January\u{a0}24, 2026\n1 May 2025",
            &["January\u{a0}24, 2026 = 2026-01-24", "1 May 2025 = 2025-05-01"],
        );
    }

    #[test]
    fn what_is_no_full_date_is_not_found() {
        check("in February 2026, on 7 February, 07/02/2026", &[]);
        check("February 30, 2026 and 31/11/2025", &[]);
        check("The 2026 march of 12 may 45", &[]);
        check("May 3. 2026 was", &[]);
        check("call 2026-555-1234, room 12-13-14", &[]);
    }

    #[test]
    fn a_weekday_beside_a_date_is_compared() {
        assert!(find("Friday, 30 January 2026")[0].agrees());
        assert!(!find("Monday, 30 January 2026")[0].agrees());
        assert!(find("30 January 2026 (Friday)")[0].weekday.is_some());
    }

    #[test]
    fn a_date_in_figures_is_open_unless_its_weekday_decides() {
        let both = |text: &str| {
            open(text).iter().map(|o| format!("{} {}", o.day_first, o.month_first)).collect::<Vec<_>>()
        };
        assert_eq!(both("on 12/02/2026, at"), ["2026-02-12 2026-12-02"]);
        assert_eq!(both("24/01/2026, 12-02-2026"), ["2026-02-12 2026-12-02"]);
        assert!(both("Thu, 12/02/2026 and 5/5/2026").is_empty());
        check("Thu, 12/02/2026", &["Thu, 12/02/2026 = 2026-02-12"]);
        check("Wed 12/02/2026", &["Wed 12/02/2026 = 2026-12-02"]);
        assert_eq!(both("Monday 12/02/2026").len(), 1);
    }

    #[test]
    fn a_clock_follows_its_date() {
        let clock = |text: &str| clock_after(text, 0).map(|(minute, _)| (minute / 60, minute % 60));
        assert_eq!(clock(" 19:52 PM"), Some((19, 52)));
        assert_eq!(clock(" at 7:05 p.m."), Some((19, 5)));
        assert_eq!(clock(" 12:30 AM"), Some((0, 30)));
        assert_eq!(clock(" 25:61"), None);
        assert_eq!(clock(" é"), None);
    }
}
