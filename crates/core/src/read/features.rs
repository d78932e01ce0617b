//! What can be seen of a line before anything is known of the article.
//!
//! **Invariant:** a feature depends on the line alone. Start at [`Features::new`].

use std::borrow::Cow;

use super::cues::{Cue, cue};
use super::words::is_stop;
use crate::fold;
use crate::span::Span;

/// The features of one line.
#[allow(clippy::struct_excessive_bools, reason = "each is one feature, and any of them may go together")]
#[derive(Debug)]
pub(super) struct Features<'a> {
    /// The line, folded, markup of headings and lists left out.
    pub folded: String,
    /// Its words, folded.
    pub list: Vec<Cow<'a, str>>,
    /// How many words it has.
    pub words: usize,
    /// How many of them have no subject of their own.
    pub stops: usize,
    /// Whether it ends like a sentence.
    pub ends: bool,
    /// Whether it holds a quotation mark.
    pub has_quotation: bool,
    /// The set phrase it holds.
    pub cue: Option<Cue>,
    /// Whether it is a Markdown heading.
    pub is_marked_heading: bool,
    /// Whether it is a list item by its mark.
    pub is_item: bool,
    /// Whether it is nothing but marks, or links and pictures without words.
    pub is_bare: bool,
    /// Whether it is one link with words.
    pub is_link: bool,
    /// Whether it is a row of a table.
    pub is_row: bool,
}

impl<'a> Features<'a> {
    /// Looks at the line `span` of `text`.
    pub(super) fn new(text: &'a str, span: Span) -> Self {
        let line = span.of(text);
        let body = strip_mark(line);
        let folded = fold::fold(body);
        let list: Vec<_> = fold::words(body).map(|(_, word)| word).collect();
        let closed = body.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*', '_']);
        let words = list.len();
        let outside = outside_links(line);
        Self {
            cue: cue(&folded, words),
            ends: closed.ends_with(['.', '!', '?', '…']),
            has_quotation: body.contains(['"', '“', '”', '«']),
            is_marked_heading: line.starts_with('#') && line.trim_start_matches('#').starts_with(' '),
            is_item: is_item(line),
            is_bare: words == 0
                || is_style(line)
                || is_address(line)
                || outside.is_some_and(|(rest, label)| rest == 0 && label == 0),
            is_link: outside.is_some_and(|(rest, label)| rest == 0 && label > 0),
            is_row: line.len() > 2 && line.starts_with('|') && line.ends_with('|'),
            stops: list.iter().filter(|w| is_stop(w)).count(),
            folded,
            list,
            words,
        }
    }

    /// Whether it can be a heading: short, and without the stop of a sentence.
    pub(super) fn is_heading(&self) -> bool {
        let asks = self.folded.trim_end_matches(['\'', '"']).ends_with('?');
        let is_open = self.folded.ends_with([',', ':', ';', '-']);
        let has_letter = self.folded.contains(char::is_alphabetic);
        (1..=28).contains(&self.words) && (!self.ends || asks && self.words <= 16) && !is_open && has_letter
    }

    /// Whether it is running text.
    pub(super) fn is_prose(&self) -> bool {
        (self.ends && self.words >= 4) || self.words > 28
    }

    /// Whether it is running text of the length at which an article begins.
    pub(super) fn is_lead(&self) -> bool {
        self.is_prose() && self.words >= 9 && self.stops * 8 >= self.words
    }

    /// The words with a subject of their own.
    pub(super) fn content(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(AsRef::as_ref).filter(|w| !is_stop(w))
    }
}

/// The line without the marks of a heading, a list item or a quoted passage.
pub(super) fn strip_mark(line: &str) -> &str {
    let rest = line.trim_start_matches(['#', '>']).trim_start();
    if is_item(rest) {
        let at = rest.find(char::is_whitespace).unwrap_or(0);
        return rest.get(at..).unwrap_or("").trim_start();
    }
    if rest.is_empty() { line } else { rest }
}

fn is_item(line: &str) -> bool {
    ["* ", "- ", "• ", "· ", "+ ", "◦ ", "‣ ", "▪ "].iter().any(|mark| line.starts_with(mark))
}

/// A line of a style sheet or a script that was taken for text.
fn is_style(line: &str) -> bool {
    line.ends_with(['{', '}'])
        || line.ends_with(';') && line.contains([':', '=']) && line.split_whitespace().count() <= 6
}

pub(super) fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("<http"))
        && !line.contains(char::is_whitespace)
}

/// How many letters stand outside Markdown links and pictures, and how many in their labels; `None` without any link.
fn outside_links(line: &str) -> Option<(usize, usize)> {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
    let (mut outside, mut labels, mut found) = (0, 0, false);
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let (before, after) = rest.split_at(open);
        let Some((label, target)) = after.get(1..).and_then(|a| a.split_once("](")) else { break };
        let Some((_, after)) = target.split_once(')') else { break };
        outside += letters(before);
        labels += if before.ends_with('!') { 0 } else { letters(label) };
        found = true;
        rest = after;
    }
    found.then(|| (outside + letters(rest), labels))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(line: &str) -> Features<'_> {
        Features::new(line, Span::new(0, line.len()))
    }

    #[test]
    fn marks_of_links_headings_and_lists_are_seen() {
        assert!(features("[](https://example.org/</>)").is_bare);
        assert!(features("![A picture](a.jpg)").is_bare);
        assert!(features("[Talks end](b) [Next](c)").is_link);
        assert!(!features("He [said](b) so.").is_link);
        assert!(features("## What next").is_marked_heading && features("* one").is_item);
        assert!(features("* * *").is_bare && features("| a | b |").is_row);
    }

    #[test]
    fn headings_and_running_text_are_told_apart() {
        assert!(features("Talks end without a deal").is_heading());
        assert!(features("Will the talks go on?").is_heading());
        assert!(
            features("The talks ended on Saturday without any deal on the territory, an official said.")
                .is_lead()
        );
        assert!(!features("The talks ended.").is_heading());
    }
}
