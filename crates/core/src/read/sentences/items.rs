//! A list within a line: `1.) The first 2.) The second`.
//!
//! **Invariant:** a line is such a list only where it begins with an item's mark; an item begins with the next number or
//! letter in order, and its mark ends no sentence. Start at [`items`].

use crate::span::Span;

/// The marks of the items of `source`, in text order; none where it does not begin with one.
pub(super) fn items(source: &str) -> Vec<Span> {
    let start = source.len() - source.trim_start().len();
    let Some((mut length, mut last)) = mark(source.get(start..).unwrap_or("")) else { return Vec::new() };
    let mut found = vec![Span::new(start, start + length)];
    let mut at = start + length;
    while let Some(space) = source.get(at..).and_then(|rest| rest.find(char::is_whitespace)) {
        at += space;
        at += source.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        if let Some((next, number)) = mark(source.get(at..).unwrap_or(""))
            && number == last + 1
        {
            (length, last) = (next, number);
            found.push(Span::new(at, at + length));
            at += length;
        }
    }
    found
}

/// The length of an item's mark at the start of `text`, and its number; a letter counts from 1001 on.
fn mark(text: &str) -> Option<(usize, u16)> {
    let bare = text.trim_start_matches(['•', '⁃', '-', '*', '(']);
    let bare = if bare.len() < text.len() { bare.trim_start() } else { bare };
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, length) = if (1..=2).contains(&digits) {
        (bare.get(..digits)?.parse().ok()?, digits)
    } else {
        let letter = *bare.as_bytes().first().filter(|b| (b'a'..=b'h').contains(b))?;
        (1001 + u16::from(letter - b'a'), 1)
    };
    let rest = bare.get(length..)?;
    let closers = [".)", ")", "."].into_iter().find(|closer| rest.starts_with(closer))?;
    let rest = rest.get(closers.len()..)?;
    let item = rest.trim_start();
    (item.len() < rest.len() && item.starts_with(char::is_uppercase))
        .then_some((text.len() - rest.len(), number))
}
