//! The people that a byline names: which stretch of the line is their names.
//!
//! **Invariant:** names are taken as printed; offices, outlets, places and dates behind them are left out, and a line of
//! anything but names gives none. Start at [`after_by`] and [`alone`].

use crate::civil;
use crate::fold;
use crate::read::date;
use crate::read::words::is_outlet;
use crate::span::Span;

/// What may stand before "by" in a byline.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "analysis", "article", "column", "comment", "commentary", "contributed", "essay", "exclusive", "feature", "interview",
    "opinion", "post", "posted", "report", "reported", "review", "special", "story", "submitted", "text", "words", "world",
    "written",
];

/// Words that belong to names although they are small.
const SMALL: &[&str] =
    &["al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "y"];

/// The names in `By X and Y`, `Exclusive by X`, `Posted by X at 2:05 PM`, `Words: X`; one passage.
pub(super) fn after_by(line: &str) -> Option<Span> {
    let (from, is_marked) = opening(line)?;
    let rest = line.get(from..)?;
    let rest = rest.get(..cut(rest))?;
    let after = Span::new(from, from + rest.len()).trim(line);
    let named = after.of(line).trim_end_matches([',', '.', ':']);
    let first = named.split_whitespace().next()?;
    let is_time = civil::weekday(first).is_some() || civil::month(first.trim_end_matches(',')).is_some();
    let capital = named.split([' ', '\u{a0}', '-']).filter(|w| !w.is_empty()).all(|w| {
        w.starts_with(char::is_uppercase)
            || SMALL.contains(&w)
            || matches!(w, "and" | "with" | "for" | "in" | "the" | "of" | "&")
    });
    let is_name = is_marked
        || capital && first.starts_with(char::is_uppercase) && !is_time && !line.ends_with(['?', '!']);
    let end = after.start as usize + named.len();
    (is_name && named.split_whitespace().count() <= 14).then(|| Span::new(after.start as usize, end))
}

/// Where the names begin, and whether a mark or a word says that they do.
fn opening(line: &str) -> Option<(usize, bool)> {
    let lower = line.to_ascii_lowercase();
    let marked = [
        "by: ",
        "by : ",
        "author: ",
        "authors: ",
        "words: ",
        "text: ",
        "reporter: ",
        "story: ",
        "written by: ",
    ];
    if let Some(mark) = marked.iter().find(|m| lower.starts_with(**m)) {
        return Some((mark.len(), true));
    }
    let mut at = 0;
    for word in lower.split_inclusive(|c: char| c.is_whitespace()).take(4) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare == "by" {
            let is_marked = at > 0 && lower.get(..at).is_some_and(|lead| lead.starts_with("written"));
            return Some((at + word.len(), is_marked)).filter(|_| word.len() > word.trim_end().len());
        }
        if !bare.is_empty() && !LEADS.contains(&bare) {
            return None;
        }
        at += word.len();
    }
    None
}

/// How many bytes of `rest` can hold names.
fn cut(rest: &str) -> usize {
    let lower = rest.to_ascii_lowercase();
    let marks = [
        "|",
        "•",
        "·",
        ";",
        "\u{2013} ",
        "— ",
        " - ",
        "(",
        "/ ",
        ", published",
        ", updated",
        " published",
        " updated",
    ];
    let ends = marks.iter().filter_map(|mark| lower.find(mark));
    // "on Thu, 02/12/2026", "at 2:05 PM", "in Geneva": the day, the hour or the place follows.
    let small = [" on ", " at ", " in ", " for ", " from "].iter().filter_map(|small| {
        let at = lower.find(small)?;
        let next = rest.get(at + small.len()..)?.split_whitespace().next()?;
        let is_time = next.starts_with(|c: char| c.is_ascii_digit())
            || civil::weekday(next.trim_end_matches(',')).is_some()
            || civil::month(next.trim_end_matches(['.', ','])).is_some();
        (is_time || matches!(*small, " in " | " from ")).then_some(at)
    });
    // An office or an outlet behind a comma: "Jane Doe, Staff Writer", "Jane Doe, Example News".
    let office = rest.match_indices(", ").map(|(at, _)| at).find(|at| {
        let part = rest.get(at + 2..).unwrap_or("").split([',', '|']).next().unwrap_or("");
        is_office(part)
    });
    let dated = date::find(rest).first().map(|d| d.span.start as usize);
    ends.chain(small).chain(office).chain(dated).fold(rest.len(), usize::min)
}

fn is_office(part: &str) -> bool {
    #[rustfmt::skip]
    const OFFICES: &[&str] = &[
        "agency", "analyst", "associate", "bureau", "business", "chief", "columnist", "contributor", "correspondent", "desk",
        "editor", "health", "journalist", "political", "producer", "reporter", "science", "senior", "special", "staff",
        "writer",
    ];
    let words: Vec<_> = fold::words(part).map(|(_, w)| w).collect();
    words.len() <= 6 && words.iter().any(|w| OFFICES.contains(&&**w) || is_outlet(w) || w == "broadcasting")
}

/// The names in a line that the markup calls a byline, where it has no "by": the first of its parts that is nothing
/// but people's names.
pub(super) fn alone(line: &str, publisher: Option<&str>) -> Option<Span> {
    let mut from = 0;
    for part in line.split_inclusive(['|', '•', '·']) {
        let span = Span::new(from, from + part.len());
        from += part.len();
        let bare = part.trim_end_matches(['|', '•', '·']);
        let bare = bare.get(..cut(bare)).unwrap_or(bare);
        let span = Span::new(span.start as usize, span.start as usize + bare.len()).trim(line);
        let named = span.of(line).trim_end_matches([',', '.', ':']);
        if are_people(named, publisher) {
            return Some(Span::new(span.start as usize, span.start as usize + named.len()));
        }
    }
    None
}

/// Whether `text` is the names of one or several people: two to four words each, all in capitals but the small ones.
fn are_people(text: &str, publisher: Option<&str>) -> bool {
    let is_name = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        (2..=4).contains(&words.len())
            && words.iter().all(|w| {
                let is_plain = w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
                is_plain && (w.starts_with(char::is_uppercase) || SMALL.contains(w))
            })
            && !fold::words(name).any(|(_, w)| is_outlet(&w) || civil::weekday(&w).is_some())
            && publisher.is_none_or(|p| fold::fold(p) != fold::fold(name))
    };
    let parts = text.split([',', '&', ';']).flat_map(|part| part.split(" and ")).map(str::trim);
    let mut count = 0;
    parts.filter(|p| !p.is_empty()).all(|part| {
        count += 1;
        is_name(part)
    }) && count > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(line: &str, expected: &str) {
        assert_eq!(after_by(line).map_or("", |s| s.of(line)), expected, "{line}");
    }

    #[test]
    fn names_follow_by_whatever_opens_the_line() {
        by("Exclusive by Jane Doe", "Jane Doe");
        by("EXCLUSIVE BY JANE DOE", "JANE DOE");
        by("World exclusive by Jane Doe and John Roe", "Jane Doe and John Roe");
        by("Posted by Jane Doe at 2:05 PM", "Jane Doe");
        by("Submitted by Jane de Vries on Thu, 02/12/2026 - 14:05", "Jane de Vries");
        by("By Jane Doe, Staff Writer", "Jane Doe");
        by("By Jane Doe in Geneva", "Jane Doe");
        by("By Jane Doe and John Roe, Example News", "Jane Doe and John Roe");
        by("Analysis by Jane Doe | Feb 12, 2026", "Jane Doe");
        by("A report by the ministry", "");
        by("Story by story, the tower grew", "");
        by("Exclusive by nature", "");
    }

    #[test]
    fn a_marked_line_may_be_names_alone() {
        let check = |line: &str, expected: &str| {
            assert_eq!(alone(line, Some("Kestrel Today")).map_or("", |s| s.of(line)), expected, "{line}");
        };
        check("Jane Doe | Kestrel Today | Feb 12, 2026, 18:42 IST", "Jane Doe");
        check("Kestrel Today | Jane Doe", "Jane Doe");
        check("Jane Doe and John O’Neill, Delta Broadcasting", "Jane Doe and John O’Neill");
        check("Kestrel Today", "");
        check("Read more about it", "");
        check("5 min read", "");
    }
}
