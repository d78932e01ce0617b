//! Quotation marks: which characters open and close a quotation.
//!
//! **Invariant:** an apostrophe is no quotation mark; a quotation that is never closed counts only where the next
//! paragraph takes it up again; what is nested inside a quotation belongs to it. Start at [`quotes`].

use crate::read::{Block, Document};
use crate::span::Span;

/// A passage between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The passage with its marks.
    pub span: Span,
    /// Its block.
    pub block: u32,
    /// Whether it is not closed here but goes on in the next quotation.
    pub runs_on: bool,
}

/// The quotations of the story blocks of `document`, in text order, not overlapping.
pub(crate) fn quotes(document: &Document) -> Vec<Quote> {
    let story: Vec<(u32, Block)> = document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.kind.is_story())
        .map(|(i, b)| (i as u32, *b))
        .collect();
    let mut found = Vec::new();
    for (at, (block, here)) in story.iter().enumerate() {
        let next = story.get(at + 1).and_then(|(_, b)| b.span.of(&document.text).chars().next());
        for (span, closed) in passages(here.span.of(&document.text)) {
            let taken_up = matches!(next, Some('“' | '"' | '«' | '„'));
            if closed || taken_up {
                let start = here.span.start as usize;
                let span = Span::new(start + span.start as usize, start + span.end as usize);
                found.push(Quote { span, block: *block, runs_on: !closed });
            }
        }
    }
    found
}

/// The quoted passages of one block, and whether each is closed; offsets count from the start of `text`.
fn passages(text: &str) -> Vec<(Span, bool)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let get = |i: usize| chars.get(i).map(|(_, c)| *c);
    let end = |i: usize| chars.get(i + 1).map_or(text.len(), |(at, _)| *at);
    let mut later = chars.iter().filter(|(_, c)| *c == '”').count();
    let mut openers = chars.iter().filter(|(_, c)| *c == '“').count();
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut depth = 0_usize;
    let mut singles = Singles::of(&chars);
    let mut i = 0;
    while let Some(&(at, c)) = chars.get(i) {
        let before = i.checked_sub(1).and_then(get);
        openers -= usize::from(c == '“');
        later -= usize::from(c == '”');
        match (open, c) {
            // A second opening mark is nested if enough closing ones follow; else the first one was never closed.
            (Some((_, '“')), '“') if later > openers + 1 => depth += 1,
            (Some((_, '"')), '“') => depth += 1,
            (None, '“' | '„' | '«') | (Some((_, '“')), '“') => open = Some((at, c)),
            (None, '"') if !before.is_some_and(char::is_alphanumeric) => open = Some((at, c)),
            (None, '‘' | '\'') => {
                if let Some(close) = singles.close(&chars, i) {
                    found.push((Span::new(at, end(close)), true));
                    let inside = chars.get(i + 1..=close).unwrap_or_default();
                    openers -= inside.iter().filter(|(_, c)| *c == '“').count();
                    later -= inside.iter().filter(|(_, c)| *c == '”').count();
                    i = close;
                }
            }
            (Some((_, '“' | '"')), '”') if depth > 0 => depth -= 1,
            (Some((start, '“' | '„' | '"')), '”')
            | (Some((start, '„')), '“')
            | (Some((start, '«')), '»')
            | (Some((start, '"')), '"') => {
                found.push((Span::new(start, end(i)), true));
                open = None;
                depth = 0;
            }
            (Some((start, '“')), '"') if later == 0 => {
                found.push((Span::new(start, end(i)), true));
                open = None;
                depth = 0;
            }
            _ => {}
        }
        i += 1;
    }
    if let Some((start, _)) = open {
        found.push((Span::new(start, text.len()), false));
    }
    found.retain(|(span, _)| span.of(text).chars().any(char::is_alphanumeric));
    found
}

/// Finds the closing single marks of a block in one pass from the left.
struct Singles {
    /// The indices of the characters that may close a single quotation.
    closers: Vec<usize>,
    next: usize,
}

impl Singles {
    fn of(chars: &[(usize, char)]) -> Self {
        let letter =
            |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|(_, c)| c.is_alphanumeric());
        let space = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_none_or(|(_, c)| c.is_whitespace());
        let may_close =
            |i: usize, c: char| matches!(c, '’' | '\'') && !letter(Some(i + 1)) && !space(i.checked_sub(1));
        let closers =
            chars.iter().enumerate().filter(|(i, (_, c))| may_close(*i, *c)).map(|(i, _)| i).collect();
        Self { closers, next: 0 }
    }

    /// The closing mark of the single quotation that character `i` may open.
    fn close(&mut self, chars: &[(usize, char)], i: usize) -> Option<usize> {
        let get = |i: usize| chars.get(i).map(|(_, c)| *c);
        let before = i.checked_sub(1).and_then(get);
        let opens = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '’' | '\'' | ')'))
            && get(i + 1).is_some_and(char::is_alphanumeric);
        // "In ’08", "the ’90s": a year without its century.
        let year = [1, 2].iter().all(|k| get(i + k).is_some_and(|c| c.is_ascii_digit()))
            && get(i + 3).is_none_or(|c| !c.is_ascii_digit() && !matches!(c, ',' | '%'));
        if !opens || year {
            return None;
        }
        while self.closers.get(self.next).is_some_and(|close| *close <= i) {
            self.next += 1;
        }
        let (mut at, last) = (self.next, self.next + 8);
        // "the workers’ rights" ends no quotation if a better end follows.
        while at < last
            && let (Some(here), Some(later)) = (self.closers.get(at), self.closers.get(at + 1))
            && here.checked_sub(1).and_then(get) == Some('s')
            && get(here + 1) == Some(' ')
            && get(here + 2).is_some_and(char::is_lowercase)
            && !chars.get(*here..*later)?.iter().any(|(_, c)| *c == '‘')
        {
            at += 1;
        }
        self.closers.get(at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = passages(text).into_iter().filter(|(_, c)| *c).map(|(s, _)| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_kind_of_mark_opens_and_closes() {
        check("He said “yes” and \"no\" and «peut-être».", &["“yes”", "\"no\"", "«peut-être»"]);
        check("It is ‘productive’ and 'at very high levels'", &["‘productive’", "'at very high levels'"]);
        check("“We ‘finish it off,’” he wrote", &["“We ‘finish it off,’”"]);
        check("“One “two” three” he said", &["“One “two” three”"]);
        check("“never closed", &[]);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        check("Ukraine’s and Russia's troops’ losses didn’t rise in the '90s", &[]);
        check("‘The workers’ rights are safe,’ he said", &["‘The workers’ rights are safe,’"]);
        check("It's the miners' strike", &[]);
    }
}
