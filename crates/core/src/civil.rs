//! Civil time: half-open intervals of seconds, without zones.
//!
//! **Invariant:** nothing here shifts a zone or asks for today; a date that does not exist is `None`, never a near one.
//! Seconds count from 1970-01-01T00:00:00 as the newspaper's own clock would read. Start at [`Interval`], then
//! [`When`], which adds how exact a time is.

use jiff::civil::{Date, DateTime, date};
use serde::{Deserialize, Serialize};

/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// A half-open interval `[from, to)` of civil seconds; an end that is not known is [`Interval::PAST`] or
/// [`Interval::FUTURE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// The first second, or [`Interval::PAST`].
    pub from: i64,
    /// The second after the last one, or [`Interval::FUTURE`].
    pub to: i64,
}

/// How fine a stated time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Granularity {
    /// A clock time.
    Minute,
    /// Morning, afternoon, evening, night, "overnight", "early hours".
    DayPart,
    /// A calendar day.
    Day,
    /// A weekend, or a few named days.
    Days,
    /// A week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A season (northern, meteorological).
    Season,
    /// A calendar year.
    Year,
    /// A decade.
    Decade,
}

impl Granularity {
    /// All of them, the finest first; their numbers are stored.
    pub const ALL: [Self; 10] = [
        Self::Minute,
        Self::DayPart,
        Self::Day,
        Self::Days,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Season,
        Self::Year,
        Self::Decade,
    ];
}

/// How well the text fixes the interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The text says just this interval.
    Exact,
    /// "About", "around", "early", "mid": the ends are soft.
    About,
    /// It was worked out to lie somewhere inside the interval.
    Within,
}

impl Certainty {
    /// All of them; their numbers are stored.
    pub const ALL: [Self; 3] = [Self::Exact, Self::About, Self::Within];
}

/// A resolved time: an interval, how fine it is, and how well it is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct When {
    /// The civil interval that the expression covers.
    pub interval: Interval,
    /// How fine the expression is.
    pub granularity: Granularity,
    /// How well the text fixes it.
    pub certainty: Certainty,
}

impl Interval {
    /// The open end to the left: "until June", a deadline.
    pub const PAST: i64 = i64::MIN;
    /// The open end to the right: "since mid-January".
    pub const FUTURE: i64 = i64::MAX;

    /// The whole of `day`.
    pub fn day(day: Date) -> Self {
        let from = seconds(day);
        Self { from, to: from + DAY }
    }

    /// From the start of `first` to the end of `last`, both inclusive.
    pub fn days(first: Date, last: Date) -> Self {
        Self { from: seconds(first), to: seconds(last) + DAY }
    }

    /// The whole calendar month, or `None` if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self::days(first, first.last_of_month()))
    }

    /// The whole calendar year, or `None` outside the years -9999 to 9999.
    pub fn year(year: i16) -> Option<Self> {
        Some(Self::days(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
    }

    /// Monday to Sunday of the week that holds `day`.
    pub fn week(day: Date) -> Option<Self> {
        let monday = plus_days(day, -i64::from(day.weekday().to_monday_zero_offset()))?;
        Some(Self::days(monday, plus_days(monday, 6)?))
    }

    /// Whether the two share at least one second.
    pub fn overlaps(self, other: Interval) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Interval) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Where it stands in the order of time: its start, or its end where the start is open ("until June").
    pub fn starts(self) -> i64 {
        if self.from == Self::PAST { self.to } else { self.from }
    }

    /// Whether neither end is open.
    pub fn is_closed(self) -> bool {
        self.from != Self::PAST && self.to != Self::FUTURE
    }

    /// The first day, or `None` where the left end is open.
    pub fn first_day(self) -> Option<Date> {
        (self.from != Self::PAST).then(|| datetime(self.from)).flatten().map(DateTime::date)
    }

    /// The last day that the interval touches, or `None` where the right end is open.
    pub fn last_day(self) -> Option<Date> {
        (self.to != Self::FUTURE).then(|| datetime(self.to.saturating_sub(1))).flatten().map(DateTime::date)
    }
}

impl When {
    /// A whole day, as exact as the text says.
    pub fn day(day: Date) -> Self {
        Self { interval: Interval::day(day), granularity: Granularity::Day, certainty: Certainty::Exact }
    }

    /// What a range of dates is held against: the interval, but of a deadline ("by June") only the unit in which it
    /// falls, since it says nothing of the time before.
    pub fn reach(&self) -> Interval {
        let to = self.interval.to;
        let (true, Some(last)) = (self.interval.from == Interval::PAST, self.interval.last_day()) else {
            return self.interval;
        };
        let from = match self.granularity {
            Granularity::Minute | Granularity::DayPart | Granularity::Day | Granularity::Days => {
                seconds(last)
            }
            Granularity::Week => to - 7 * DAY,
            Granularity::Month | Granularity::Quarter | Granularity::Season => seconds(last.first_of_month()),
            Granularity::Year | Granularity::Decade => seconds(last.first_of_year()),
        };
        Interval { from, to }
    }
}

/// The civil second at which `day` begins.
pub fn seconds(day: Date) -> i64 {
    days(day) * DAY
}

/// The civil second of `when`.
pub fn seconds_at(when: DateTime) -> i64 {
    seconds(when.date())
        + i64::from(when.hour()) * 3600
        + i64::from(when.minute()) * 60
        + i64::from(when.second())
}

/// The civil date and time of `seconds`, or `None` beyond the years -9999 to 9999.
pub fn datetime(seconds: i64) -> Option<DateTime> {
    let day = plus_days(date(1970, 1, 1), seconds.div_euclid(DAY))?;
    let rest = seconds.rem_euclid(DAY) as i32;
    Some(day.at((rest / 3600) as i8, (rest / 60 % 60) as i8, (rest % 60) as i8, 0))
}

/// `day` moved by `by` months, to the last day of the month where it has no such day; or `None` beyond the calendar.
pub fn plus_months(day: Date, by: i64) -> Option<Date> {
    let months = (i64::from(day.year()) * 12 + i64::from(day.month()) - 1).checked_add(by)?;
    let first =
        Date::new(i16::try_from(months.div_euclid(12)).ok()?, months.rem_euclid(12) as i8 + 1, 1).ok()?;
    Date::new(first.year(), first.month(), day.day().min(first.days_in_month())).ok()
}

/// The days from `first` to `last`.
pub fn days_between(first: Date, last: Date) -> i64 {
    days(last) - days(first)
}

/// `day` moved by `by` days, or `None` beyond the calendar.
pub fn plus_days(day: Date, by: i64) -> Option<Date> {
    let days = days(day).checked_add(by)?;
    // The years -9999 to 9999 lie well inside; beyond, the arithmetic below could overflow.
    if days.abs() > 5_000_000 {
        return None;
    }
    // Days are counted in eras of 400 years from 1 March 0000, so that the leap day ends a year.
    let from_march = days + 719_468;
    let (era, of_era) = (from_march.div_euclid(146_097), from_march.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Date::new((year_of_era + era * 400 + carry) as i16, month as i8, day as i8).ok()
}

/// The days from 1970-01-01 to `day`, by Howard Hinnant's `days_from_civil`; `jiff`'s own difference of dates would
/// bring its whole arithmetic of spans and its messages into the page.
fn days(day: Date) -> i64 {
    let (year, month) = (i64::from(day.year()), i64::from(day.month()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(day.day()) - 1;
    let year_of_era = year.rem_euclid(400);
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

/// `2026-02-07`; years before 0 and beyond 9999 do not occur in what is printed.
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day that `2026-02-07` names, or `None` for anything else.
/// Like [`iso`] it stands here because `jiff`'s parser and printer weigh a twentieth of the page.
pub fn day_of(iso: &str) -> Option<Date> {
    let (year, rest) = iso.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The month named by `word` (`January`, `Jan`, `Jan.`, any case), 1 to 12.
/// `May`, `March` and `Mar` are months here; whether the word is one in its sentence is the caller's to judge.
pub fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.strip_suffix('.').unwrap_or(word);
    // Nearly all words that are asked are no month: their first three letters say so.
    let [a, b, c, rest @ ..] = word.as_bytes() else { return None };
    let start = [a, b, c].map(u8::to_ascii_lowercase);
    let at = MONTHS.iter().position(|m| m.as_bytes().starts_with(&start))?;
    let is_whole = rest.is_empty()
        || MONTHS.get(at).is_some_and(|m| word.eq_ignore_ascii_case(m))
        || word.eq_ignore_ascii_case("sept");
    is_whole.then_some(at as i8 + 1)
}

/// The weekday named by `word` (`Monday`, `Mon`, `Mon.`, `Tues`, `Thurs`, any case).
pub fn weekday(word: &str) -> Option<jiff::civil::Weekday> {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let word = word.strip_suffix('.').unwrap_or(word);
    // Nearly all words that are asked are no weekday: their first three letters say so.
    let [a, b, c, ..] = word.as_bytes() else { return None };
    let (day, forms): (_, &[&str]) = match &[a, b, c].map(u8::to_ascii_lowercase) {
        b"mon" => (Monday, &["monday", "mon"]),
        b"tue" => (Tuesday, &["tuesday", "tue", "tues"]),
        b"wed" => (Wednesday, &["wednesday", "wed", "weds"]),
        b"thu" => (Thursday, &["thursday", "thu", "thur", "thurs"]),
        b"fri" => (Friday, &["friday", "fri"]),
        b"sat" => (Saturday, &["saturday", "sat"]),
        b"sun" => (Sunday, &["sunday", "sun"]),
        _ => return None,
    };
    forms.iter().any(|form| word.eq_ignore_ascii_case(form)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_day_long_and_shown_as_itself() {
        let day = date(2024, 2, 29);
        let i = Interval::day(day);
        assert_eq!(i.to - i.from, DAY);
        assert_eq!((i.first_day(), i.last_day()), (Some(day), Some(day)));
    }

    #[test]
    fn seconds_before_1970_are_negative_and_come_back() {
        for day in [date(1969, 12, 31), date(1900, 1, 1), date(2026, 2, 7)] {
            assert_eq!(datetime(seconds(day)).map(DateTime::date), Some(day));
        }
        assert_eq!(seconds(date(1969, 12, 31)), -DAY);
    }

    #[test]
    fn a_month_that_does_not_exist_is_nothing() {
        assert_eq!(Interval::month(2026, 13), None);
        assert_eq!(Interval::month(2026, 2).and_then(Interval::last_day), Some(date(2026, 2, 28)));
    }

    #[test]
    fn an_open_end_has_no_day() {
        let i = Interval { from: Interval::PAST, to: seconds(date(2026, 7, 1)) };
        assert_eq!(i.first_day(), None);
        assert_eq!(i.last_day(), Some(date(2026, 6, 30)));
        assert!(!i.is_closed());
    }

    #[test]
    fn days_are_counted_as_the_calendar_counts_them() {
        use jiff::ToSpan as _;
        let mut day = date(-9999, 1, 1);
        while let Ok(next) = day.checked_add(97.days()) {
            assert_eq!(plus_days(day, 97), Some(next));
            assert_eq!(i64::from(day.until(next).map_or(0, |s| s.get_days())), days(next) - days(day));
            day = next;
        }
        for day in [date(2024, 2, 29), date(2025, 12, 31), date(-1, 1, 1), date(9999, 11, 30)] {
            for months in -40..40_i64 {
                assert_eq!(plus_months(day, months), day.checked_add(months.months()).ok(), "{day} {months}");
            }
        }
        assert_eq!((plus_months(day, i64::MAX), plus_months(day, i64::MIN)), (None, None));
    }

    #[test]
    fn an_iso_day_reads_back_and_nothing_else_does() {
        for day in [date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)] {
            assert_eq!(day_of(&iso(day)), Some(day));
        }
        for text in ["", "2026-2-7", "2026-02-30", "2026-02-07T10:00", "+026-02-07", "2026-02"] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_beyond_the_calendar_are_nothing() {
        for seconds in [i64::MIN, i64::MAX, i64::MIN + 1, 1 << 60] {
            assert_eq!(datetime(seconds), None);
            assert_eq!(Interval { from: seconds, to: seconds }.last_day(), None);
        }
        assert_eq!(plus_days(date(2026, 1, 1), i64::MAX), None);
    }

    #[test]
    fn a_deadline_reaches_over_the_unit_it_falls_in() {
        let by = |to: Date, granularity| When {
            interval: Interval { from: Interval::PAST, to: seconds(to) },
            granularity,
            certainty: Certainty::Exact,
        };
        assert_eq!(Some(by(date(2026, 7, 1), Granularity::Month).reach()), Interval::month(2026, 6));
        assert_eq!(by(date(2026, 2, 2), Granularity::Day).reach(), Interval::day(date(2026, 2, 1)));
        let since = Interval { from: seconds(date(2026, 1, 11)), to: Interval::FUTURE };
        assert_eq!(When { interval: since, ..When::day(date(2026, 1, 1)) }.reach(), since);
    }

    #[test]
    fn names_of_months_and_weekdays_in_their_short_forms() {
        assert_eq!(month("Sept."), Some(9));
        assert_eq!(month("jan"), Some(1));
        assert_eq!(month("Janus"), None);
        assert_eq!(weekday("Thurs."), Some(jiff::civil::Weekday::Thursday));
    }
}
