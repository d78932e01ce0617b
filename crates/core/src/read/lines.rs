//! A text's lines and paragraphs: the pieces that are to become blocks.
//!
//! **Invariant:** pieces never overlap, stand in text order, and leave out nothing but white space.
//! A text that was wrapped at a fixed width has its paragraphs put together. Start at [`lines`].

use super::BlockKind;
use crate::span::Span;

/// One line, or one wrapped paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
    /// Whether all its words are links, as the markup has it.
    pub is_link: bool,
    /// What the markup says it is.
    pub hint: Option<BlockKind>,
}

/// The lines of `text` from byte `from` on.
pub(super) fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut found = Vec::new();
    let mut at = from;
    let mut after_gap = true;
    for line in text.get(from..).unwrap_or("").split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}'])
    {
        let span = Span::new(at, at + line.len()).trim(text);
        // The two bytes of one line end part an empty piece, which is no empty line.
        let is_second_half = line == "\n" && text.get(..at).is_some_and(|t| t.ends_with('\r'));
        at += line.len();
        if is_second_half {
            continue;
        }
        if span.is_empty() {
            after_gap = true;
        } else {
            found.push(Line { span, after_gap, hint: None, is_link: false });
            after_gap = false;
        }
    }
    match wrap_width(text, &found) {
        Some(width) => unwrapped(text, &found, width),
        None => found,
    }
}

/// The width at which the text was wrapped, or `None` where each line is a paragraph.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|l| chars(text, l.span)).max().filter(|w| (40..=120).contains(w))?;
    let pairs: Vec<_> = lines.windows(2).filter(|pair| matches!(pair, [_, b] if !b.after_gap)).collect();
    let full = pairs.iter().filter(|pair| matches!(pair, [a, b] if is_full(text, a, b, width))).count();
    (full >= 3 && full * 10 >= pairs.len() * 7).then_some(width)
}

/// Whether the next word would not have fitted into the line.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.of(text).split_whitespace().next().map_or(0, |w| w.chars().count());
    let length = chars(text, line.span);
    length * 2 > width && length + 1 + word > width.saturating_sub(3)
}

fn unwrapped(text: &str, lines: &[Line], width: usize) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut last: Option<Line> = None;
    for line in lines {
        match (found.last_mut(), last) {
            (Some(open), Some(before)) if !line.after_gap && is_full(text, &before, line, width) => {
                open.span = open.span.join(line.span);
            }
            _ => found.push(*line),
        }
        last = Some(*line);
    }
    found
}

fn chars(text: &str, span: Span) -> usize {
    span.of(text).chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = lines(text, 0).iter().map(|l| l.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_line_is_a_piece_whatever_the_line_end() {
        check("a\nb\r\n\r\nc\rd\u{2028}e", &["a", "b", "c", "d", "e"]);
        let gaps: Vec<_> = lines("a\r\nb\r\n\r\nc", 0).iter().map(|l| l.after_gap).collect();
        assert_eq!(gaps, [true, false, true]);
    }

    #[test]
    fn a_text_wrapped_at_a_width_has_its_paragraphs_put_together() {
        let text = "The talks went on for two days in the city of\nAbu Dhabi, and ended on Saturday without any\nagreement on the territory that both the sides\nclaim as theirs.\n\nA second one\nfollows.";
        let found = lines(text, 0);
        assert_eq!(found[0].span.of(text).lines().count(), 4);
        assert_eq!(found.len(), 3);
    }
}
