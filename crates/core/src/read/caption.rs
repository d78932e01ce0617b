//! Captions: which lines describe a picture, and where the photographer's credit in them begins.
//!
//! **Invariant:** a credit needs a word that only credits have (an agency, "photo", "via"); a line without one is a
//! caption only by its shape: a scene in the present, or a description that ends with a full date.
//! Start at [`credit`] and [`is_scene`].

use super::words::{is_credit, is_past, is_saying, is_scene as is_scene_word, is_subject};
use super::{date, features::Features};
use crate::fold;
use crate::span::Span;

/// Marks that open a credit outright.
const OPENERS: &[&str] = &[
    "courtesy of ",
    "credit:",
    "file photo:",
    "image credit:",
    "image:",
    "images:",
    "photo by ",
    "photo credit:",
    "photo:",
    "photograph by ",
    "photograph:",
    "photographs:",
    "photos:",
    "picture:",
    "pictures:",
];

/// The most words that a credit has after what opens it, that included.
const CREDIT_WORDS: usize = 14;

/// The credit at the end of the line `span`, or all of it; `None` where there is none.
pub(super) fn credit(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let at = bracketed(line).or_else(|| opened(line)).or_else(|| tail(line))?;
    let found = Span::new(span.start as usize + at, span.end as usize).trim(text);
    (!found.is_empty()).then_some(found)
}

/// Whether `credit` can only be a picture's: the bare name of an agency also ends its reports.
pub(super) fn is_picture(credit: &str) -> bool {
    let lower = credit.to_ascii_lowercase();
    credit.contains('/')
        || ["photo", "image", "picture", "file:", " via ", "getty", "courtesy", "handout"]
            .iter()
            .any(|w| lower.contains(w))
}

/// Whether the line describes a picture by its shape alone.
pub(super) fn is_scene(text: &str, span: Span, f: &Features) -> bool {
    let line = span.of(text);
    if f.folded.starts_with("file - ")
        || f.folded.starts_with("file photo")
        || f.folded.starts_with("pictured:")
    {
        return true;
    }
    // Posts of social media end with a date too.
    let is_post = line.contains("http") || line.contains('@') || line.starts_with('—');
    if is_post || !(4..=60).contains(&f.words) || f.has_quotation || f.list.iter().any(|w| is_saying(w)) {
        return false;
    }
    let opens = f.list.first().is_some_and(|w| is_subject(w));
    // "In work", "the hold": after a small word it is a noun.
    let small = |w: &str| {
        matches!(w, "a" | "an" | "at" | "by" | "for" | "from" | "in" | "of" | "on" | "the" | "to" | "with")
    };
    let acts = f.list.windows(2).take(9).any(|pair| matches!(pair, [a, b] if is_scene_word(b) && !small(a)));
    if !f.ends && !f.is_item && opens && acts && !f.list.iter().take(10).any(|w| w == "to") {
        return true;
    }
    let dated = date::find(line).last().is_some_and(|d| {
        let rest = line.get(d.span.end as usize..).unwrap_or("x");
        rest.chars().all(|c| !c.is_alphanumeric())
    });
    // A sentence that ends with a date tells a story if it tells of the past; a caption shows the present.
    dated && f.words >= 6 && (!f.ends || acts && !f.list.iter().any(|w| is_past(w)))
}

/// `… [File: Name/AFP]`, `… (AP Photo/Name)`
fn bracketed(line: &str) -> Option<usize> {
    let line = line.trim_end_matches('.');
    let open = match line.chars().next_back()? {
        ']' => line.rfind('[')?,
        ')' => line.rfind('(')?,
        _ => return None,
    };
    let inside = line.get(open + 1..line.len() - 1)?;
    (inside.len() <= 120 && holds_credit(inside) && is_named(inside)).then_some(open)
}

/// `… Photograph: Name/AFP`
fn opened(line: &str) -> Option<usize> {
    // A credit has few words, so it opens among the last ones.
    let words = line.rmatch_indices(char::is_whitespace).filter(|(at, space)| {
        line.get(at + space.len()..).is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()))
    });
    let from = words.map(|(at, space)| at + space.len()).nth(CREDIT_WORDS - 1).unwrap_or(0);
    let lower = line.get(from..)?.to_ascii_lowercase();
    // Most openers end with a colon, and most lines have none.
    let has_colon = lower.contains(':');
    let openers = OPENERS.iter().filter(|opener| has_colon || !opener.ends_with(':'));
    let at = from + openers.filter_map(|opener| lower.rfind(opener)).min()?;
    let before = line.get(..at)?;
    let stands_apart =
        before.trim_end().is_empty() || before.trim_end().ends_with(['.', '”', '"', '|', ',', ')']);
    (stands_apart && is_named(line.get(at..)?)).then_some(at)
}

/// `… of the war.Name / Agency via Getty Images`, or a line that is nothing else.
fn tail(line: &str) -> Option<usize> {
    let mut at = 0;
    for (i, c) in line.char_indices() {
        let next = line.get(i + c.len_utf8()..).unwrap_or("");
        let ends = match c {
            // A stop between a small and a capital letter: the space before the credit was lost.
            '.' | '!' | '?' | '”' | '"' | '|' => {
                next.starts_with(char::is_uppercase) || next.trim_start().len() < next.len()
            }
            _ => false,
        };
        if ends && !next.trim().is_empty() {
            at = i + c.len_utf8();
        }
    }
    let glued = at > 0 && line.get(at..).is_some_and(|t| !t.starts_with(char::is_whitespace));
    let tail = line.get(at..)?.trim();
    let words = tail.split_whitespace().count();
    let is_split = glued || is_picture(tail);
    (words <= 12
        && !tail.ends_with(['.', '!', '?', '-', '–', '—', '_', ':'])
        && is_split
        && is_named(tail)
        && holds_credit(tail))
    .then_some(at)
}

fn holds_credit(text: &str) -> bool {
    let is_reporting =
        ["reporting", "editing", "writing"].iter().any(|w| text.to_ascii_lowercase().contains(w));
    !is_reporting
        && text.split_whitespace().count() <= 14
        && fold::words(text).any(|(_, word)| is_credit(&word))
}

/// Whether the words are names but for the small ones that credits have.
fn is_named(text: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')).filter(|w| !w.is_empty()).all(|w| {
        !w.starts_with(char::is_lowercase)
            || matches!(
                w,
                "via"
                    | "for"
                    | "of"
                    | "and"
                    | "by"
                    | "the"
                    | "de"
                    | "van"
                    | "von"
                    | "al"
                    | "el"
                    | "courtesy"
                    | "file"
                    | "photo"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(credit(line, Span::new(0, line.len())).map(|s| s.of(line)), expected, "{line}");
    }

    fn scene(line: &str) -> bool {
        let span = Span::new(0, line.len());
        is_scene(line, span, &Features::new(line, span))
    }

    #[test]
    fn a_credit_is_told_from_its_caption() {
        check("A soldier stands in a field [File: Jane Doe/AFP]", Some("[File: Jane Doe/AFP]"));
        check("A man walks in Kyiv. (AP Photo/John Doe)", Some("(AP Photo/John Doe)"));
        check(
            "It was the worst of the war.Jane Doe / Libkos via Getty Images",
            Some("Jane Doe / Libkos via Getty Images"),
        );
        check("Rescuers at work. Photograph: Jane Doe/Reuters", Some("Photograph: Jane Doe/Reuters"));
        check("Jane Doe/EPA", Some("Jane Doe/EPA"));
    }

    #[test]
    fn prose_has_no_credit() {
        check("He said so in a statement to Reuters.", None);
        check("The agency (Reuters) said so on Friday.", None);
        check("The picture: a country at war with itself", None);
        check("(Reporting by Jane Doe; editing by AP)", None);
        check("He left. The AP said so", None);
        check("INDEPENDENCE, MO. (AP) --", None);
        check("He was shot. (WARNING: Video contains graphic images.)", None);
    }

    #[test]
    fn a_scene_or_a_description_with_its_date_is_a_caption() {
        assert!(scene("People take shelter in a subway station in Kyiv, Ukraine, January 24, 2026"));
        assert!(scene("Rescuers work at the site of a strike in Odesa on March 3, 2025."));
        assert!(scene("A man walks past a damaged building in Kharkiv"));
        assert!(!scene("The court ruled against him on April 24, 2025."));
        assert!(!scene("The talks in Geneva end without a deal."));
        assert!(!scene("— Jane Doe (@janedoe) September 27, 2016"));
        assert!(!scene("“We leave on April 24, 2025”"));
    }
}
