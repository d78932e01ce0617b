//! Bylines and datelines: the lines that say who wrote a text, and where and when.
//!
//! **Invariant:** a name is taken as printed; a sentence that opens with "By Friday" is none.
//! Start at [`author`] and [`is_dateline`].

use super::cues::cue;
use super::features::Features;
use super::{Block, BlockKind, Field, date};
use crate::civil;
use crate::evidence::Evidence;
use crate::fold;
use crate::span::Span;

/// The authors that a byline names: one passage each for "X reported from London, Y reported from Kyiv", one passage
/// for all after "By".
pub(super) fn author(text: &str, span: Span) -> Option<Vec<Span>> {
    let line = span.of(text);
    if line.len() > 500 {
        return None;
    }
    by(line).or_else(|| reported(line)).map(|spans| {
        spans.into_iter().map(|s| Span { start: s.start + span.start, end: s.end + span.start }).collect()
    })
}

/// The author that the bylines among `blocks` name.
pub(super) fn field(text: &str, blocks: &[Block]) -> Option<Field> {
    let mut lines = blocks.iter().filter(|b| b.kind == BlockKind::Byline);
    let spans = lines.find_map(|block| author(text, block.span))?;
    let names: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    let span = if let [one] = spans.as_slice() { Some(*one) } else { None };
    Some(Field {
        value: names.join(", "),
        span,
        evidence: Evidence::rule("byline", 95).from("byline", "", spans),
    })
}

/// Whether the line says who wrote or edited the text, even where no author is named.
pub(super) fn is_byline(text: &str, span: Span, f: &Features) -> bool {
    let bare = f.folded.trim_start_matches(['(', '[', '*', '_']);
    let credits = ["reporting by ", "additional reporting by ", "editing by ", "writing by ", "compiled by "];
    let contributed = [
        "contributed to this report",
        "contributed reporting",
        "contributed to this story",
        "contributed to this article",
    ];
    let has_credit =
        credits.iter().any(|c| bare.starts_with(c)) || contributed.iter().any(|c| f.folded.contains(c));
    f.words <= 60 && has_credit || author(text, span).is_some()
}

/// Whether the line is a date with little beside it: a section, a place, "Published", a clock time.
pub(super) fn is_dateline(text: &str, span: Span) -> bool {
    let line = span.of(text);
    if line.len() > 200 {
        return false;
    }
    if is_place_line(line) || is_clock(line) || parts(line) == Some(BlockKind::Dateline) {
        return true;
    }
    let dates = date::find(line);
    let Some(first) = dates.first() else { return false };
    let others = fold::words(line).filter(|(at, word)| {
        let is_date = dates.iter().any(|d| d.span.contains(*at));
        let is_clock = word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 4;
        !is_date && !is_clock && !AROUND.contains(&word.as_str()) && civil::weekday(word).is_none()
    });
    let (mut count, mut before) = (0, 0);
    for (at, _) in others {
        // A section or a place is a name; small words tell something.
        if at.of(line).starts_with(char::is_lowercase) {
            return false;
        }
        count += 1;
        before += u32::from(at.end <= first.span.start);
    }
    // More words before the date than a section or a place has are a description.
    count <= 4 && before <= 3 && !line.trim_end().ends_with('.') || count == 0
}

/// What a line of parts such as "Staff reporter | 2 Mar 2026, 09:15" is for, if one of them is a date: the head of a
/// page ("Subscribe | Log in | Monday, 2 March 2026") bears the day of the visit, and dates no article.
pub(super) fn parts(line: &str) -> Option<BlockKind> {
    let parts: Vec<&str> = line.split(['|', '•']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let dated = |part: &&&str| is_dateline(part, Span::new(0, part.len()));
    if parts.len() < 2 || parts.len() > 6 || line.len() > 120 || !parts.iter().any(|part| dated(&part)) {
        return None;
    }
    let others = parts.iter().filter(|part| !dated(part)).map(|part| (part, part.split_whitespace().count()));
    let mut kind = BlockKind::Dateline;
    for (part, words) in others {
        if cue(&fold::fold(part), words).is_some() {
            kind = BlockKind::Furniture;
        } else if words > 4 {
            return None;
        }
    }
    Some(kind)
}

/// A clock time alone, as it heads an entry of a live report: "14:05", "2.15pm GMT".
pub(super) fn is_clock(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let zones = ["gmt", "utc", "bst", "cet", "est", "edt", "et", "ist"];
    let plain = zones.iter().find_map(|zone| line.strip_suffix(zone)).unwrap_or(&line).trim_end();
    let halves = ["a.m.", "p.m.", "am", "pm"];
    let half = halves.iter().find_map(|half| plain.strip_suffix(half));
    let face = half.unwrap_or(plain).trim_end();
    let Some((hour, minute)) = face.split_once([':', '.']) else { return false };
    let figures = |s: &str| s.len() <= 2 && !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let sign = half.is_some() || face.contains(':');
    sign && figures(hour) && minute.len() == 2 && figures(minute) && hour.parse().is_ok_and(|h: u8| h < 25)
}

/// `WASHINGTON (AP) --` on a line of its own.
fn is_place_line(line: &str) -> bool {
    let place = line.trim_end_matches(['-', '–', '—', '_']).trim_end();
    place.len() < line.len()
        && place.split_whitespace().count() <= 7
        && place.starts_with(char::is_uppercase)
        && !place.split_whitespace().any(|w| w.starts_with(char::is_lowercase))
}

/// Words around the date in a dateline.
const AROUND: &[&str] = &[
    "a",
    "am",
    "at",
    "bst",
    "by",
    "cest",
    "cet",
    "created",
    "date",
    "edt",
    "est",
    "et",
    "first",
    "gmt",
    "h",
    "hrs",
    "ist",
    "last",
    "m",
    "min",
    "minute",
    "minutes",
    "modified",
    "on",
    "p",
    "pm",
    "posted",
    "published",
    "pst",
    "pt",
    "pdt",
    "read",
    "t",
    "the",
    "time",
    "updated",
    "utc",
    "z",
];

/// `By X and Y`, `By: x`
fn by(line: &str) -> Option<Vec<Span>> {
    let lower = line.to_ascii_lowercase();
    let prefix = ["by: ", "by ", "author: ", "authors: ", "written by ", "words by ", "words: ", "story by "]
        .into_iter()
        .find(|p| lower.starts_with(p))?;
    let rest = line.get(prefix.len()..)?;
    let cut = rest.find(['|', '•', '·', ';']).unwrap_or(rest.len());
    let cut = ["\u{2013} ", "— ", " - ", ", published", ", updated", " published", " updated"]
        .iter()
        .filter_map(|mark| rest.to_ascii_lowercase().find(mark))
        .chain(date::find(rest).first().map(|d| d.span.start as usize))
        .fold(cut, usize::min);
    let after = Span::new(prefix.len(), prefix.len() + cut).trim(line);
    let named = after.of(line).trim_end_matches([',', '.']);
    let first = named.split_whitespace().next()?;
    let marked = prefix.contains(':') || prefix.starts_with("written");
    let is_time = civil::weekday(first).is_some() || civil::month(first.trim_end_matches(',')).is_some();
    let capital = named.split([' ', '\u{a0}', '-']).filter(|w| !w.is_empty()).all(|w| {
        w.starts_with(char::is_uppercase)
            || [
                "and", "with", "for", "in", "the", "of", "de", "van", "von", "der", "al", "bin", "el", "la",
                "&",
            ]
            .contains(&w)
    });
    let is_name =
        marked || capital && first.starts_with(char::is_uppercase) && !is_time && !line.ends_with(['?', '!']);
    (is_name && named.split_whitespace().count() <= 14)
        .then(|| vec![Span::new(after.start as usize, after.start as usize + named.len())])
}

/// `X reported from London, Y reported from Washington, and Z reported from Kyiv.`
fn reported(line: &str) -> Option<Vec<Span>> {
    const REPORTED: &str = " reported from ";
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = line.get(from..)?.find(REPORTED) {
        let clause = line.get(from..from + at)?;
        let mut start = from + clause.rfind([',', ';']).map_or(0, |comma| comma + 1);
        let name = line.get(start..from + at)?;
        start += name.len() - name.trim_start().len();
        if let Some(rest) = name.trim_start().strip_prefix("and ") {
            start += name.trim_start().len() - rest.len();
        }
        let span = Span::new(start, from + at);
        let names = span.of(line);
        let words = names.split_whitespace().count();
        let is_name = (2..=8).contains(&words)
            && names.split_whitespace().all(|w| w == "and" || !w.starts_with(char::is_lowercase));
        if !is_name || from == 0 && start != 0 {
            return None;
        }
        found.push(span);
        from += at + REPORTED.len();
    }
    // "Jane Doe reported from Kyiv that …" goes on to say what.
    let place = line.get(from..)?;
    (!found.is_empty() && place.split_whitespace().count() <= 8 && !place.contains(" that ")).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let found = author(line, Span::new(0, line.len())).unwrap_or_default();
        let found: Vec<_> = found.iter().map(|s| s.of(line)).collect();
        assert_eq!(found, expected, "{line}");
    }

    fn dateline(line: &str) -> bool {
        is_dateline(line, Span::new(0, line.len()))
    }

    #[test]
    fn names_after_by_are_taken_as_printed() {
        check("By Jane Doe and John O'Neill", &["Jane Doe and John O'Neill"]);
        check("By: dw", &["dw"]);
        check("BY JANE DOE | 7 February 2026", &["JANE DOE"]);
        check("By Jane Doe, Published 7 February 2026", &["Jane Doe"]);
        check("Written by Jane Doe", &["Jane Doe"]);
    }

    #[test]
    fn each_reporter_has_a_passage() {
        check("Jane Doe reported from London, and John Roe reported from Kyiv.", &["Jane Doe", "John Roe"]);
    }

    #[test]
    fn what_opens_with_by_is_not_always_a_byline() {
        check("By Friday, the talks had ended.", &[]);
        check("By the numbers", &[]);
        check("By then it was late", &[]);
        check("The agency reported from Kyiv that the talks had ended.", &[]);
    }

    #[test]
    fn a_date_with_little_beside_it_is_a_dateline() {
        assert!(dateline("World Friday 30/January/2026 19:52 PM"));
        assert!(dateline("Published: Feb. 7, 2026 at 7:05 p.m. ET | Updated Feb. 8, 2026"));
        assert!(dateline("KYIV, Ukraine, 7 February 2026"));
        assert!(!dateline("People take shelter in a subway station, January 24, 2026"));
        assert!(dateline("NEW YORK (AP) --") && dateline("HAVANA, August 7 (Xinhua) --"));
        assert!(!dateline("On July 6, 2015, Smith made the following comment:"));
        assert!(!dateline("He died on 7 February 2026."));
        assert!(!dateline("World news"));
    }

    #[test]
    fn a_line_of_parts_with_a_date_is_one_unless_it_heads_the_page() {
        assert_eq!(parts("Staff reporter | 2 Mar 2026, 09:15"), Some(BlockKind::Dateline));
        assert_eq!(parts("Subscribe | Log in | Monday, 2 March 2026"), Some(BlockKind::Furniture));
        assert_eq!(parts("He came on 2 March 2026 | and it was late when he left the town"), None);
        assert_eq!(parts("World | Europe"), None);
    }

    #[test]
    fn a_clock_time_alone_heads_an_entry() {
        for (line, expected) in [
            ("14:05", true),
            ("2.15pm GMT", true),
            ("9:30 a.m. EST", true),
            ("3.2", false),
            ("14:05 It began", false),
            ("", false),
        ] {
            assert_eq!(is_clock(line), expected, "{line}");
        }
    }
}
