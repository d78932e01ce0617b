//! Typed text as tokens: parentheses, `OR`, minus, and terms with or without a field.
//!
//! All kinds of double quotation marks are alike; inside them a backslash takes away the meaning of a quotation mark or
//! of a backslash. Behind the closing one `~5` allows other words, and `*` makes the last word the beginning of one.
//! **Invariant:** every byte of the text that is not white space lies in one token, tokens are in text order, and reading
//! them takes time linear in the text. Start at [`Tokens`].

use super::field;
use crate::span::Span;

/// The tokens of a text.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

/// A token and where it stands.
pub(super) struct Token<'a> {
    pub(super) span: Span,
    pub(super) what: What<'a>,
}

pub(super) enum What<'a> {
    /// `(`, after a field's name and its colon if there is one.
    Open(Option<&'a str>),
    Close,
    Or,
    /// `AND`: what stands side by side is joined anyway.
    And,
    /// A minus, or `NOT`: what follows is left out.
    Minus,
    Term(Term<'a>),
}

/// A term as it stands in the text.
pub(super) struct Term<'a> {
    /// What stands before the colon, if the term has the shape of a field.
    pub(super) field: Option<&'a str>,
    /// The value without its quotation marks; for a word the word.
    pub(super) value: String,
    pub(super) quoted: bool,
    pub(super) closed: bool,
    /// The digits behind a `~`, if there is one.
    pub(super) slop: Option<&'a str>,
    /// Whether a `*` follows a closing quotation mark.
    pub(super) star: bool,
    /// The term as typed.
    pub(super) raw: &'a str,
}

/// Whether `c` opens and closes a phrase.
pub(in crate::explore) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// Whether `c` ends a word that is not in quotation marks.
pub(super) fn is_end(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')')
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let rest = self.text.get(self.at..)?.trim_start();
        let start = self.text.len() - rest.len();
        let first = rest.chars().next()?;
        let follows = rest.get(first.len_utf8()..).and_then(|rest| rest.chars().next());
        let (length, what) = match first {
            '(' => (1, What::Open(None)),
            ')' => (1, What::Close),
            '-' if follows.is_some_and(|c| !c.is_whitespace() && c != ')') => (1, What::Minus),
            _ => word(rest).unwrap_or_else(|| term(rest)),
        };
        self.at = start + length;
        Some(Token { span: Span::new(start, start + length), what })
    }
}

/// An operator that is written as a word, in capitals.
fn word(rest: &str) -> Option<(usize, What<'_>)> {
    [("OR", What::Or), ("AND", What::And), ("NOT", What::Minus)].into_iter().find_map(|(word, what)| {
        let after = rest.strip_prefix(word)?;
        after.chars().next().is_none_or(is_end).then_some((word.len(), what))
    })
}

fn term(rest: &str) -> (usize, What<'_>) {
    let (field, value) = match named(rest) {
        Some((field, value)) => (Some(field), value),
        None => (None, rest),
    };
    let before = rest.len() - value.len();
    if let Some(field) = field.filter(|field| value.starts_with('(') && field::known(field).is_some()) {
        return (before + 1, What::Open(Some(field)));
    }
    let is_quoted = value.starts_with(is_quote);
    let (read, closed, mut used) = if is_quoted { quoted(value) } else { bare(value) };
    let (mut slop, mut star) = (None, false);
    let after = value.get(used..).unwrap_or_default();
    if is_quoted && closed {
        if let Some(behind) = after.strip_prefix('~') {
            let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            slop = behind.get(..digits);
            used += 1 + digits;
        } else if after.starts_with('*') {
            star = true;
            used += 1;
        }
    }
    let raw = rest.get(..before + used).unwrap_or_default();
    let value = read.trim().to_owned();
    (before + used, What::Term(Term { field, value, quoted: is_quoted, closed, slop, star, raw }))
}

/// The field's name and what follows its colon. A name with a hyphen is one only if it is known, since words have
/// hyphens too.
fn named(rest: &str) -> Option<(&str, &str)> {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-')?;
    let (name, value) = rest.split_at_checked(end)?;
    let value = value.strip_prefix(':')?;
    let is_name = !name.is_empty() && (!name.contains('-') || field::known(name).is_some());
    is_name.then_some((name, value))
}

/// The value in quotation marks at the start of `text`, whether it is closed, and the bytes it takes.
fn quoted(text: &str) -> (String, bool, usize) {
    let mut value = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if is_quote(c) {
            return (value, true, at + c.len_utf8());
        }
        match chars.peek() {
            Some(&(_, escaped)) if c == '\\' && (is_quote(escaped) || escaped == '\\') => {
                value.push(escaped);
                chars.next();
            }
            _ => value.push(c),
        }
    }
    (value, false, text.len())
}

/// The run at the start of `text` up to white space, a quotation mark or a parenthesis.
fn bare(text: &str) -> (String, bool, usize) {
    let end = text.find(is_end).unwrap_or(text.len());
    (text.get(..end).unwrap_or_default().to_owned(), true, end)
}
