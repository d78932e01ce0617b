//! Dates, counts and foreign text as they are shown to a reader.
//!
//! **Invariant:** a range is shown as a range, both ends inclusive; text from documents cannot steer a terminal.
//! Start at [`published`].

use dateline_core::civil::{Certainty, Granularity, Interval, When, datetime};
use dateline_core::evidence::{Evidence, because};
use dateline_core::read::{Dated, Published};
use jiff::civil::Date;

/// When a document was published and why that is believed: `7 February 2026, stated in the front matter`.
pub fn published(published: &Published) -> String {
    let why = why(&published.evidence);
    match (published.dated, published.when) {
        (Dated::Unknown, _) | (_, None) => format!("no date: {why}"),
        (Dated::Stated, Some(when)) => format!("published {}, {why}", time(when)),
        (Dated::Inferred, Some(when)) => format!("published {}, worked out: {why}", time(when)),
    }
}

/// The rule of `evidence` in words, with what it was counted from.
pub fn why(evidence: &Evidence) -> String {
    because(&evidence.rule).unwrap_or(&evidence.rule).to_owned()
}

/// When a document was published, in few words: `published 24 to 30 January 2026 (worked out)`.
pub fn published_briefly(published: &Published) -> String {
    match (published.dated, published.when) {
        (Dated::Unknown, _) | (_, None) => "no date of publication".to_owned(),
        (Dated::Stated, Some(when)) => format!("published {}", time(when)),
        (Dated::Inferred, Some(when)) => format!("published {} (worked out)", time(when)),
    }
}

/// `when` for a reader, and how well the text fixes it: `about 24 January 2026`, `within 24 to 30 January 2026`.
pub fn softly(when: When) -> String {
    let time = time(when);
    let soft = match when.certainty {
        Certainty::Exact => return time,
        Certainty::About => "about",
        Certainty::Within => "within",
    };
    match time.split_once(' ') {
        Some((open @ ("since" | "until"), end)) => format!("{open} {soft} {end}"),
        _ => format!("{soft} {time}"),
    }
}

/// `when` for a reader, inclusive: `June 2026`, `24 to 30 January 2026`, `30 January 2026, 19:52`.
pub fn time(when: When) -> String {
    let Interval { from, to } = when.interval;
    let (first, last) = (when.interval.first_day(), when.interval.last_day());
    let (Some(first), Some(last)) = (first, last) else {
        return match (first, last) {
            (Some(first), None) => match when.granularity {
                Granularity::Month if first.day() == 1 => format!("since {} {}", month(first), first.year()),
                Granularity::Year if first.day_of_year() == 1 => format!("since {}", first.year()),
                _ => format!("since {}", day(first)),
            },
            (None, Some(last)) => format!("until {}", day(last)),
            _ => "no known time".to_owned(),
        };
    };
    if matches!(when.granularity, Granularity::Minute | Granularity::DayPart)
        && let (Some(from), Some(to)) = (datetime(from), datetime(to - 1))
    {
        let begins = format!("{}, {:02}:{:02}", day(first), from.hour(), from.minute());
        return match (when.granularity, first == last) {
            (Granularity::Minute, _) => begins,
            (_, true) => format!("{begins} to {:02}:{:02}", to.hour(), to.minute()),
            (_, false) => format!("{begins} to {}, {:02}:{:02}", day(last), to.hour(), to.minute()),
        };
    }
    let whole = |interval: Option<Interval>| interval == Some(when.interval);
    if whole(Interval::month(first.year(), first.month())) {
        format!("{} {}", month(first), first.year())
    } else if whole(Interval::year(first.year())) {
        first.year().to_string()
    } else {
        days(first, last)
    }
}

/// The days from `first` to `last`, naming month and year once where they are the same.
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        day(first)
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{} to {}", first.day(), day(last))
    } else if first.year() == last.year() {
        format!("{} {} to {}", first.day(), month(first), day(last))
    } else {
        format!("{} to {}", day(first), day(last))
    }
}

/// `day` as `7 February 2026`.
pub fn day(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// `n` of `noun`, with thousands set apart: `1 file`, `12,345 words`.
pub fn count(n: usize, noun: &str) -> String {
    let plural = match noun.strip_suffix('y') {
        _ if n == 1 => noun.to_owned(),
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    };
    format!("{} {plural}", number(n))
}

/// `n` with thousands set apart.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// `text` on one line, without characters that steer a terminal or turn the direction of writing.
pub fn line(text: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
    shown.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}

fn month(day: Date) -> &'static str {
    match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use dateline_core::civil::{DAY, seconds};
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_range_names_month_and_year_once() {
        let check = |first, last, expected: &str| assert_eq!(days(first, last), expected);
        check(date(2026, 2, 7), date(2026, 2, 7), "7 February 2026");
        check(date(2026, 1, 24), date(2026, 1, 30), "24 to 30 January 2026");
        check(date(2026, 1, 30), date(2026, 2, 1), "30 January to 1 February 2026");
        check(date(2025, 12, 30), date(2026, 1, 1), "30 December 2025 to 1 January 2026");
    }

    #[test]
    fn a_time_is_shown_as_fine_as_it_is() {
        let check = |granularity, from, to, expected: &str| {
            let interval = Interval { from, to };
            assert_eq!(time(When { interval, granularity, certainty: Certainty::Exact }), expected);
        };
        let (june, july) = (seconds(date(2026, 6, 1)), seconds(date(2026, 7, 1)));
        check(Granularity::Month, june, july, "June 2026");
        check(Granularity::Month, Interval::PAST, july, "until 30 June 2026");
        check(Granularity::Day, june, Interval::FUTURE, "since 1 June 2026");
        check(Granularity::Month, june, Interval::FUTURE, "since June 2026");
        check(Granularity::Year, june, Interval::FUTURE, "since 1 June 2026");
        check(Granularity::Year, seconds(date(2019, 1, 1)), Interval::FUTURE, "since 2019");
        check(Granularity::Day, june, june + DAY, "1 June 2026");
        check(Granularity::Year, seconds(date(2025, 1, 1)), seconds(date(2026, 1, 1)), "2025");
        check(Granularity::Minute, june + 3600, june + 3660, "1 June 2026, 01:00");
        check(Granularity::DayPart, june + DAY * 3 / 4, june + DAY, "1 June 2026, 18:00 to 23:59");
        let night = "1 June 2026, 18:00 to 2 June 2026, 05:59";
        check(Granularity::DayPart, june + DAY * 3 / 4, june + DAY * 5 / 4, night);
    }

    #[test]
    fn a_soft_end_is_said_to_be_soft() {
        let june = seconds(date(2026, 6, 1));
        let check = |from, certainty, expected: &str| {
            let interval = Interval { from, to: june + DAY };
            assert_eq!(softly(When { interval, granularity: Granularity::Day, certainty }), expected);
        };
        check(june, Certainty::Exact, "1 June 2026");
        check(june, Certainty::About, "about 1 June 2026");
        check(june - DAY * 7, Certainty::Within, "within 25 May to 1 June 2026");
        check(Interval::PAST, Certainty::About, "until about 1 June 2026");
    }

    #[test]
    fn counts_set_thousands_apart_and_bend_the_noun() {
        let check = |n, noun, expected: &str| assert_eq!(count(n, noun), expected);
        check(1, "file", "1 file");
        check(0, "word", "0 words");
        check(12_345, "entity", "12,345 entities");
        check(1_000_000, "day", "1,000,000 days");
    }

    #[test]
    fn foreign_text_cannot_steer_a_terminal() {
        assert_eq!(line("a\u{1b}[31m b\n\tc\u{202e}d"), "a\u{fffd}[31m b c\u{fffd}d");
    }
}
