//! Dates as people type them: `5 feb 2026`, `February 5, 2026`, `2026-02-05`, `feb 2026`, `2025`, `5 to 9 feb 2026`.
//!
//! **Invariant:** nothing is guessed: a date without its year, or one that two countries read as two days, is told back
//! with what was expected, and a day that does not exist is never a near one. Start at [`Typed::read`].

use jiff::civil::Date;

use super::MONTHS;
use crate::civil::{DAY, Interval, When, iso, month, seconds, weekday};

/// What somebody has typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A day, a month, a year, a decade, or from one of them to another; whole days, both ends inclusive.
    Time(Interval),
    /// The end of the record: `last article`.
    Last,
}

/// What is expected, for whoever typed something else.
const EXPECTED: &str =
    "Expected a day, month or year, such as 5 Feb 2026, Feb 2026, 2026-02-05 or 2025, or “last article”";

impl Typed {
    /// What `text` says, or what was expected and what was found.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() {
            return Err(format!("{EXPECTED}; found nothing."));
        }
        if ["last article", "last", "end"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Ok(Self::Last);
        }
        let parts = |text: &str| Parts::of(text).ok_or_else(|| format!("{EXPECTED}; found “{text}”."));
        let Some((from, to)) = ends(text) else { return parts(text)?.time().map(Self::Time) };
        let (mut from, to) = (parts(from)?, parts(to)?);
        // What both share stands only behind the second: `5 to 9 Feb 2026`.
        if from.year.is_none() {
            from.year = to.year;
            from.month = from.month.or(to.month.filter(|_| !from.numbers.is_empty()));
        }
        let (first, last) = (from.time()?, to.time()?);
        if last.to <= first.from {
            return Err(format!("“{text}” ends before it begins: expected the earlier date first."));
        }
        Ok(Self::Time(Interval { from: first.from, to: last.to }))
    }
}

/// The day or the month in which something was published: as ISO, `2026-02-05` or `2026-02`, and in words.
pub fn published(text: &str) -> Result<(String, String), String> {
    let expected = || {
        format!("Expected the day or the month of publication, such as 5 Feb 2026; found “{}”.", text.trim())
    };
    let time = match Typed::read(text) {
        Ok(Typed::Time(time)) => time,
        // What says more than that it is no date is said.
        Err(why) if !why.starts_with(EXPECTED) => return Err(why),
        _ => return Err(expected()),
    };
    let (Some(first), Some(last)) = super::days_of(time) else { return Err(expected()) };
    if first == last {
        return Ok((iso(first), super::range(Some(first), Some(last))));
    }
    if Interval::month(first.year(), first.month()) != Some(time) {
        return Err(expected());
    }
    let month = iso(first).rsplit_once('-').map_or(String::new(), |(month, _)| month.to_owned());
    Ok((month, format!("{} {}", super::month(first, true), super::year(first))))
}

/// The two dates of a range.
fn ends(text: &str) -> Option<(&str, &str)> {
    let two = [" to ", "..", "–", "—", " - "].iter().find_map(|between| text.split_once(between))?;
    Some((two.0.trim(), two.1.trim()))
}

/// The words of one date.
#[derive(Clone, Debug, Default)]
struct Parts {
    text: String,
    year: Option<i16>,
    /// Whether the year came before everything else.
    year_first: bool,
    is_decade: bool,
    month: Option<i8>,
    /// Days, and months that are written as numbers, in their order.
    numbers: Vec<i8>,
    weekday: Option<jiff::civil::Weekday>,
}

impl Parts {
    /// The parts of `text`, or `None` where a word in it is none.
    fn of(text: &str) -> Option<Self> {
        let mut parts = Self { text: text.to_owned(), ..Self::default() };
        for word in text.split([' ', ',', '-', '/', '.', '\u{a0}']).filter(|word| !word.is_empty()) {
            parts.take(word)?;
        }
        Some(parts)
    }

    fn take(&mut self, word: &str) -> Option<()> {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = word.split_at(digits);
        let rest = rest.to_ascii_lowercase();
        match (digits, rest.as_str()) {
            (4, "" | "s") if self.year.is_none() => {
                self.year_first = self.month.is_none() && self.numbers.is_empty();
                self.year = Some(number.parse().ok()?);
                self.is_decade = rest == "s";
            }
            (1 | 2, "" | "st" | "nd" | "rd" | "th") if self.numbers.len() < 2 => {
                self.numbers.push(number.parse().ok()?);
            }
            (0, "of" | "the" | "in" | "on") => {}
            (0, _) if self.month.is_none() && month(word).is_some() => self.month = month(word),
            (0, _) if self.weekday.is_none() => self.weekday = Some(weekday(word)?),
            _ => return None,
        }
        Some(())
    }

    /// The time that they make, or why they make none.
    fn time(&self) -> Result<Interval, String> {
        let unread = || format!("{EXPECTED}; found “{}”.", self.text);
        let Some(year) = self.year else {
            return Err(if self.month.is_some() || !self.numbers.is_empty() {
                format!(
                    "Expected a year with four digits in “{}”, such as 5 Feb 2026; found none.",
                    self.text
                )
            } else {
                unread()
            });
        };
        let (month, day) = match (self.month, self.numbers.as_slice()) {
            (month, []) => (month, None),
            (Some(month), [day]) => (Some(month), Some(*day)),
            (None, [month]) => (Some(*month), None),
            (None, [month, day]) if self.year_first => (Some(*month), Some(*day)),
            (None, [a, b]) if a == b || *b > 12 => (Some(*a), Some(*b)),
            (None, [a, b]) if *a > 12 => (Some(*b), Some(*a)),
            (None, [a, b]) => {
                let name =
                    |m: i8| MONTHS.get(usize::from(m.unsigned_abs()).wrapping_sub(1)).copied().unwrap_or("?");
                return Err(format!(
                    "“{}” is {a} {} in some countries and {b} {} in others: expected the month as a word.",
                    self.text,
                    name(*b),
                    name(*a)
                ));
            }
            _ => return Err(unread()),
        };
        if self.is_decade {
            let whole = year % 10 == 0 && month.is_none() && self.weekday.is_none();
            let decade =
                || Some(Interval { from: Interval::year(year)?.from, to: Interval::year(year + 9)?.to });
            return whole.then(decade).flatten().ok_or_else(unread);
        }
        let Some(month) = month else {
            return Interval::year(year).filter(|_| self.weekday.is_none()).ok_or_else(unread);
        };
        let Some(whole) = Interval::month(year, month) else {
            return Err(format!("There is no month {month}: expected 1 to 12 in “{}”.", self.text));
        };
        let Some(day) = day else { return Some(whole).filter(|_| self.weekday.is_none()).ok_or_else(unread) };
        let name = whole.first_day().map_or("", |first| super::month(first, true));
        let Ok(day) = Date::new(year, month, day) else {
            let days = (whole.to - whole.from) / DAY;
            return Err(format!("There is no {day} {name} {year}: expected a day from 1 to {days}."));
        };
        if self.weekday.is_some_and(|weekday| weekday != day.weekday()) {
            let is = super::weekday(&When::day(day)).unwrap_or_default();
            return Err(format!("{} {name} {year} is a {is}; found “{}”.", day.day(), self.text));
        }
        let from = seconds(day);
        Ok(Interval { from, to: from + DAY })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::date_text;

    fn check(text: &str, expected: &str) {
        let found = match Typed::read(text) {
            Ok(Typed::Time(time)) => {
                let (first, last) = date_text::days_of(time);
                date_text::range(first, last)
            }
            Ok(Typed::Last) => "last".to_owned(),
            Err(why) => why,
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_is_read_in_every_usual_order() {
        for text in [
            "5 feb 2026",
            "5 February 2026",
            "Feb 5, 2026",
            "february 5th 2026",
            "the 5th of February, 2026",
            "5. Feb. 2026",
            "2026-02-05",
            "2026/2/5",
            "2026 feb 5",
            "5-feb-2026",
            "Thursday 5 February 2026",
            "Thu, Feb 5 2026",
            "  5\u{a0}feb 2026 ",
        ] {
            check(text, "5 February 2026");
        }
        check("25/2/2026", "25 February 2026");
        check("2/25/2026", "25 February 2026");
        check("5.5.2026", "5 May 2026");
    }

    #[test]
    fn months_years_and_decades_are_whole() {
        check("feb 2026", "1 to 28 February 2026");
        check("February 2024", "1 to 29 February 2024");
        check("2026-02", "1 to 28 February 2026");
        check("2/2026", "1 to 28 February 2026");
        check("dec 2025", "1 to 31 December 2025");
        check("2025", "1 January to 31 December 2025");
        check("1990s", "1 January 1990 to 31 December 1999");
    }

    #[test]
    fn leap_days_and_year_ends_are_those_of_the_calendar() {
        check("29 feb 2024", "29 February 2024");
        check("29 feb 2026", "There is no 29 February 2026: expected a day from 1 to 28.");
        check("29 feb 1900", "There is no 29 February 1900: expected a day from 1 to 28.");
        check("29 feb 2000", "29 February 2000");
        check("31 dec 2025", "31 December 2025");
        check("31 december 2025 to 1 january 2026", "31 December 2025 to 1 January 2026");
        check("31 apr 2026", "There is no 31 April 2026: expected a day from 1 to 30.");
        check("2026-13", "There is no month 13: expected 1 to 12 in “2026-13”.");
    }

    #[test]
    fn a_range_says_once_what_its_ends_share() {
        check("5 to 9 feb 2026", "5 to 9 February 2026");
        check("5–9 feb 2026", "5 to 9 February 2026");
        check("30 jan to 2 feb 2026", "30 January to 2 February 2026");
        check("2026-02-05..2026-02-09", "5 to 9 February 2026");
        check("jan to feb 2026", "1 January to 28 February 2026");
        check("2014 to 2026", "1 January 2014 to 31 December 2026");
        check("9 to 5 feb 2026", "“9 to 5 feb 2026” ends before it begins: expected the earlier date first.");
    }

    #[test]
    fn the_end_of_the_record_has_a_name() {
        check("last article", "last");
        check("Last", "last");
    }

    #[test]
    fn what_cannot_be_read_says_what_was_expected_and_what_was_found() {
        let unread = |text: &str| check(text, &format!("{EXPECTED}; found “{text}”."));
        for text in [
            "soon",
            "today",
            "5 feb 20266",
            "2026 2025",
            "feb mar 2026",
            "monday 2026",
            "1995s",
            "1 2 3 2026",
        ] {
            unread(text);
        }
        check("", &format!("{EXPECTED}; found nothing."));
        for text in ["5 feb", "feb", "5", "5/2", "5 feb 26"] {
            let why =
                format!("Expected a year with four digits in “{text}”, such as 5 Feb 2026; found none.");
            check(text, &why);
        }
        check(
            "5/2/2026",
            "“5/2/2026” is 5 February in some countries and 2 May in others: expected the month as a word.",
        );
        check("Friday 5 Feb 2026", "5 February 2026 is a Thursday; found “Friday 5 Feb 2026”.");
    }

    #[test]
    fn a_day_or_a_month_of_publication_is_read_and_nothing_coarser() {
        let check = |text: &str, iso: &str, words: &str| {
            assert_eq!(published(text), Ok((iso.to_owned(), words.to_owned())), "{text}");
        };
        check("5 feb 2026", "2026-02-05", "5 February 2026");
        check(" 2026-02-05", "2026-02-05", "5 February 2026");
        check("February 2026", "2026-02", "February 2026");
        check("1 to 28 feb 2026", "2026-02", "February 2026");
        let wrong = |text: &str, why: &str| assert_eq!(published(text), Err(why.to_owned()), "{text}");
        for text in ["2026", "soon", "last article", "5 to 9 feb 2026"] {
            wrong(
                text,
                &format!("Expected the day or the month of publication, such as 5 Feb 2026; found “{text}”."),
            );
        }
        wrong("30 feb 2026", "There is no 30 February 2026: expected a day from 1 to 28.");
        wrong("5 feb", "Expected a year with four digits in “5 feb”, such as 5 Feb 2026; found none.");
    }
}
