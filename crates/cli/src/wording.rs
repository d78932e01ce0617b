//! Dates, counts and foreign text as they are shown to a reader.
//!
//! **Invariant:** a range is shown as a range, both ends inclusive; text from documents cannot steer a terminal.
//! Start at [`published`].

use dateline_core::civil::When;
use dateline_core::evidence::{Evidence, because};
use dateline_core::layout::date_text;
use dateline_core::read::{Dated, Published};

/// When a document was published and why that is believed: `7 February 2026, stated in the front matter`.
pub fn published(published: &Published) -> String {
    let why = why(&published.evidence);
    match (published.dated, published.when) {
        (Dated::Unknown, _) | (_, None) => format!("no date: {why}"),
        (Dated::Stated, Some(when)) => format!("published {}, {why}", time(when)),
        (Dated::Inferred, Some(when)) => format!("published {}, worked out: {why}", time(when)),
        (Dated::Decided, Some(when)) => {
            let reason = published.evidence.anchor.as_ref().map_or("", |anchor| &anchor.value);
            let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
            format!("published {}, set by the reader{reason}", time(when))
        }
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
        (Dated::Decided, Some(when)) => format!("published {} (set by the reader)", time(when)),
    }
}

/// `when` for a reader, as the page has it: `about 24 January 2026`, `by June 2026`, `night of 6 to 7 February 2026`.
pub fn time(when: When) -> String {
    date_text::long(&when)
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

#[cfg(test)]
mod tests {
    use dateline_core::civil::{Certainty, DAY, Granularity, Interval, seconds};
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_time_is_no_more_exact_than_its_text() {
        let check = |granularity, certainty, (from, to), expected: &str| {
            let interval = Interval { from, to };
            assert_eq!(time(When { interval, granularity, certainty }), expected);
        };
        let (june, july) = (seconds(date(2026, 6, 1)), seconds(date(2026, 7, 1)));
        let night = (june + DAY * 3 / 4, june + DAY * 5 / 4);
        check(Granularity::Month, Certainty::Exact, (june, july), "June 2026");
        check(Granularity::Month, Certainty::Within, (Interval::PAST, july), "by June 2026");
        check(Granularity::Month, Certainty::Exact, (june, Interval::FUTURE), "since June 2026");
        check(Granularity::Day, Certainty::About, (june, june + DAY), "about 1 June 2026");
        check(Granularity::DayPart, Certainty::Exact, night, "night of 1 to 2 June 2026");
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
