//! Dates, counts and foreign text as they are shown to a reader.
//!
//! **Invariant:** a range is shown as a range, both ends inclusive; text from documents cannot steer a terminal.
//! Start at [`published`].

use dateline_core::civil::{Granularity, When, datetime};
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

/// `when` for a reader, inclusive: `7 February 2026`, `24 to 30 January 2026`, `30 January 2026, 19:52`.
pub fn time(when: When) -> String {
    let (first, last) = (when.interval.first_day(), when.interval.last_day());
    if when.granularity == Granularity::Minute
        && let Some(at) = datetime(when.interval.from)
    {
        return format!("{}, {:02}:{:02}", day(at.date()), at.hour(), at.minute());
    }
    match (first, last) {
        (Some(first), Some(last)) => days(first, last),
        (Some(first), None) => format!("since {}", day(first)),
        (None, Some(last)) => format!("until {}", day(last)),
        (None, None) => "at a time not given".to_owned(),
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
