//! Small documents for the tests of names and quotations.
//!
//! **Invariant:** as plain as can be: a line is a block, a full stop before a capital ends a sentence. The real
//! splitting is the room `read`'s. Start at [`document`].

use std::borrow::Cow;

use crate::evidence::Evidence;
use crate::read::{Block, BlockKind, Dated, Document, Format, LineRule, Published, Sentence};
use crate::span::Span;

/// A document whose lines are blocks: paragraphs, but titles where a line starts with `# `.
pub(crate) fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut sentences = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        let titled = span.of(text).starts_with("# ");
        if titled {
            span.start += 2;
        }
        if span.is_empty() {
            continue;
        }
        let kind = if titled { BlockKind::Title } else { BlockKind::Paragraph };
        let block = blocks.len() as u32;
        blocks.push(Block { kind, rule: LineRule::Text, span, credit: None });
        sentences.extend(split(text, span).into_iter().map(|span| Sentence { span, block }));
    }
    Document {
        file: "test.txt".to_owned(),
        sha256: [0; 32],
        format: Format::Text,
        text: text.to_owned(),
        title: None,
        publisher: None,
        author: None,
        url: None,
        language: None,
        published: Published {
            dated: Dated::Unknown,
            when: None,
            evidence: Evidence { rule: Cow::Borrowed("no-date"), anchor: None, confidence: 100 },
        },
        blocks,
        sentences,
        incomplete: None,
        problems: Vec::new(),
    }
}

fn split(text: &str, span: Span) -> Vec<Span> {
    let mut sentences = Vec::new();
    let (mut start, line) = (span.start as usize, span.of(text));
    for (at, c) in line.char_indices() {
        let end = span.start as usize + at + c.len_utf8();
        let ahead = text.get(end..span.end as usize).unwrap_or("");
        let closing: usize =
            ahead.chars().take_while(|c| matches!(c, '”' | '’' | '"' | '\'')).map(char::len_utf8).sum();
        let rest = ahead.get(closing..).unwrap_or("");
        let fresh = rest.starts_with(char::is_whitespace)
            && rest.trim_start().starts_with(|c: char| c.is_uppercase() || "“\"‘".contains(c));
        let word = text.get(start..end - 1).unwrap_or("").rsplit(char::is_whitespace).next().unwrap_or("");
        let abbreviated = c == '.'
            && (word.contains('.')
                || (word.len() < 2 && word.chars().all(char::is_alphabetic))
                || [
                    "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "St", "Gen", "Jr", "Sept", "Aug", "Oct",
                    "Nov", "Dec", "Jan", "Feb",
                ]
                .contains(&word));
        if matches!(c, '.' | '?' | '!') && fresh && !abbreviated {
            sentences.push(Span::new(start, end + closing).trim(text));
            start = end + closing;
        }
    }
    sentences.push(Span::new(start, span.end as usize).trim(text));
    sentences.retain(|s| !s.is_empty());
    sentences
}
