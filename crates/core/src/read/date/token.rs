//! The words and numbers of a text, as the date finder sees them.
//!
//! **Invariant:** tokens never overlap and stand in text order; text that is neither letter nor digit is between
//! tokens, and only remembered as the mark or the gap before one.
//! Start at [`tokens`].

use crate::civil;
use crate::span::Span;

/// A run of letters, or of digits with an ordinal ending.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands; the full stop of a short month is inside.
    pub span: Span,
    /// The month it names.
    pub month: Option<i8>,
    /// The number it is, of at most four digits.
    pub number: Option<u16>,
    /// How many digits the number has.
    pub digits: u8,
    /// Whether it is the word "of".
    pub is_of: bool,
    /// Whether so little stands before it that a date can run on: white space, one comma, one mark.
    pub joins: bool,
    /// The mark alone between it and the token before: `-`, `/` or `.`.
    pub mark: Option<char>,
}

impl Token {
    /// The day of a month that it can be.
    pub(super) fn day(self) -> Option<i8> {
        let day = self.number.filter(|n| (1..=31).contains(n) && self.digits <= 2)?;
        i8::try_from(day).ok()
    }

    /// The year that it can be: four digits, as news prints them.
    pub(super) fn year(self) -> Option<i16> {
        let year = self.number.filter(|n| (1500..=2200).contains(n) && self.digits == 4)?;
        i16::try_from(year).ok()
    }
}

/// The tokens of `text`.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let numeric = first.is_ascii_digit();
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| c.is_alphanumeric() && c.is_ascii_digit() == numeric)
        {
            end = at + c.len_utf8();
        }
        let word = text.get(start..end).unwrap_or("");
        let number = numeric.then(|| word.parse().ok()).flatten().filter(|_| word.len() <= 4);
        if numeric {
            end = ordinal_end(text, end, number.is_some());
            while chars.next_if(|(at, _)| *at < end).is_some() {}
        }
        let month = if numeric { None } else { civil::month(word).filter(|_| word.len() >= 3) };
        let dotted =
            month.is_some() && word.len() <= 4 && text.get(end..).is_some_and(|t| t.starts_with('.'));
        if dotted {
            end += 1;
            chars.next();
        }
        let gap = found.last().map_or("", |t| text.get(t.span.end as usize..start).unwrap_or(""));
        found.push(Token {
            span: Span::new(start, end),
            month,
            number,
            digits: word.len().min(255) as u8,
            is_of: word.eq_ignore_ascii_case("of"),
            joins: joins(gap, found.last()),
            mark: mark(gap),
        });
    }
    found
}

/// The byte after `st`, `nd`, `rd` or `th` at `end`, or `end` where none stands.
fn ordinal_end(text: &str, end: usize, is_number: bool) -> usize {
    let rest = text.get(end..).unwrap_or("");
    let is_ordinal =
        rest.get(..2).is_some_and(|s| ["st", "nd", "rd", "th"].iter().any(|o| s.eq_ignore_ascii_case(o)));
    let ends = rest.get(2..).is_none_or(|s| !s.starts_with(char::is_alphanumeric));
    if is_number && is_ordinal && ends { end + 2 } else { end }
}

fn joins(gap: &str, before: Option<&Token>) -> bool {
    if before.is_none() || gap.contains('\n') {
        return false;
    }
    let mark = gap.trim();
    // "May 3. 2026 was" begins a sentence; "30.01.2026" does not.
    mark.is_empty() || mark == "," || matches!(mark, "-" | "/" | "–") || gap == "."
}

fn mark(gap: &str) -> Option<char> {
    match gap {
        "-" => Some('-'),
        "/" => Some('/'),
        "." => Some('.'),
        _ => None,
    }
}
