//! Bylines and datelines: the lines that say who wrote a text, and where and when.
//!
//! **Invariant:** a name is taken as printed; a sentence that opens with "By Friday" is none.
//! Start at [`author`] and [`is_dateline`].

use super::cues::cue;
use super::features::Features;
use super::{Block, BlockKind, Field, LineRule, date};
use crate::civil;
use crate::evidence::Evidence;
use crate::fold;
use crate::order::Order as _;
use crate::span::Span;

mod names;

/// The authors that a byline names: one passage each for "X reported from London, Y reported from Kyiv", one passage
/// for all after "By".
pub(super) fn author(text: &str, span: Span) -> Option<Vec<Span>> {
    let line = span.of(text);
    if line.len() > 500 {
        return None;
    }
    names::after_by(line).map(|one| vec![one]).or_else(|| reported(line)).map(|spans| {
        spans.into_iter().map(|s| Span { start: s.start + span.start, end: s.end + span.start }).collect()
    })
}

/// The author that the bylines among `blocks` name, where the file states none, or only some of those named there.
pub(super) fn field(
    text: &str,
    blocks: &[Block],
    stated: Option<&Field>,
    publisher: Option<&Field>,
) -> Option<Field> {
    let publisher = publisher.map(|p| p.value.as_str());
    let mut lines = blocks.iter().filter(|b| b.kind == BlockKind::Byline);
    let spans = lines.find_map(|block| {
        let alone = || {
            let marked = block.rule == LineRule::Markup;
            let one = names::alone(block.span.of(text), publisher).filter(|_| marked)?;
            let start = block.span.start;
            Some(vec![Span { start: one.start + start, end: one.end + start }])
        };
        author(text, block.span).or_else(alone)
    });
    let Some(spans) = spans else { return stated.cloned() };
    let names: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    let value = names.join(", ");
    if let Some(given) = stated {
        let is_more =
            value.len() > given.value.len() && fold::fold(&value).contains(&fold::fold(&given.value));
        if !is_more {
            return Some(given.clone());
        }
    }
    let span = if let [one] = spans.as_slice() { Some(*one) } else { None };
    Some(Field { value, span, evidence: Evidence::rule("byline", 95).from("byline", "", spans) })
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
    let has_credit = || {
        credits.iter().any(|c| bare.starts_with(c))
            || f.folded.contains("contributed ") && contributed.iter().any(|c| f.folded.contains(c))
    };
    f.words <= 60 && has_credit() || author(text, span).is_some()
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
    let open = date::open(line).into_iter().map(|o| o.span);
    let mut dates: Vec<Span> = date::find(line).into_iter().map(|d| d.span).chain(open).collect();
    dates.order();
    let Some(first) = dates.first() else { return false };
    let others = fold::words(line).filter(|(at, word)| {
        let is_date = dates.iter().any(|d| d.contains(*at));
        let is_clock = word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 4;
        !is_date && !is_clock && !AROUND.contains(&&**word) && civil::weekday(word).is_none()
    });
    let (mut count, mut before) = (0, 0);
    for (at, _) in others {
        // A section or a place is a name; small words tell something.
        if at.of(line).starts_with(char::is_lowercase) {
            return false;
        }
        count += 1;
        before += u32::from(at.end <= first.start);
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

/// The most bytes that a clock time alone has: "12:30 p.m. GMT", with room for more spaces.
const LONGEST_CLOCK: usize = 24;

/// A clock time alone, as it heads an entry of a live report: "14:05", "2.15pm GMT".
pub(super) fn is_clock(line: &str) -> bool {
    let line = line.trim();
    if line.len() > LONGEST_CLOCK {
        return false;
    }
    let line = line.to_lowercase();
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
