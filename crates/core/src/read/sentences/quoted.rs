//! Where a block stands inside quotation marks, as far as sentences must know it.
//!
//! **Invariant:** an apostrophe is no quotation mark, and a mark that is never closed counts only at the block's start
//! or where the next paragraph goes on quoting; so one stray mark cannot swallow a paragraph.
//! Start at [`quoted`]. Who speaks is another room's question.

use crate::span::Span;

/// The outermost quotations of `source` with their marks, in text order.
pub(super) fn quoted(source: &str, goes_on: bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut chars = source.char_indices().peekable();
    let mut no_single_after = usize::MAX;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        match open {
            None => {
                let opens =
                    before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-' | ':' | '/');
                match c {
                    '“' | '„' => open = Some((at, '”')),
                    '«' => open = Some((at, '»')),
                    '"' if opens && !next.is_whitespace() => open = Some((at, '"')),
                    '‘' | '\'' if opens && next.is_alphabetic() && at < no_single_after => {
                        let close = if c == '‘' { '’' } else { '\'' };
                        if let Some(len) = single_end(source.get(at + c.len_utf8()..).unwrap_or(""), close) {
                            let end = at + c.len_utf8() + len;
                            found.push(Span::new(at, end));
                            while let Some((_, c)) = chars.next_if(|(at, _)| *at < end) {
                                before = c;
                            }
                            continue;
                        }
                        no_single_after = at;
                    }
                    _ => {}
                }
            }
            Some((start, close)) => {
                let closes = c == close && (c != '"' || !next.is_alphanumeric())
                    || c == '“' && close == '”' && before == '.';
                if closes {
                    found.push(Span::new(start, at + c.len_utf8()));
                    open = None;
                }
            }
        }
        before = c;
    }
    if let Some((start, _)) = open
        && (goes_on || source.get(..start).is_some_and(|s| s.trim().is_empty()))
    {
        found.push(Span::new(start, source.len() + 1));
    }
    found
}

/// The length up to and with the mark `close` that ends a quotation in single marks: it stands after a stop or comma,
/// or before no letter.
fn single_end(rest: &str, close: char) -> Option<usize> {
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        if c == close && !next.is_alphanumeric() && !before.is_whitespace() {
            return Some(at + c.len_utf8());
        }
        before = c;
    }
    None
}
