//! The texts of a pack: words by number, the commonest in one byte, so that one article is read without the others.
//!
//! A text is cut into its words ([`fold::words`]) as they are spelled and the gaps between them; a gap of one space
//! between two words is left out. What occurs more than once has a number, the commonest the lowest, and dense codes of
//! whole bytes; what occurs once stands in place. A corpus too small for that to pay keeps its texts as they are.
//! **Invariant:** a text comes back byte for byte, and any bytes give a text, words or an end, never a panic.
//! Start at [`Counting::add`], [`Counted::of`], [`Texts::text`] and [`Texts::words`]; [`codes`] says which bytes a number has.

mod codes;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use super::counts::Counts;
use crate::columns::{Bytes, Packed, Reader, Strings, Writer};
use crate::fold;
use codes::Codes;

/// The byte before what has no number: its length and its bytes follow.
const LITERAL: u8 = 0;

/// The longest text that is read, in bytes: one that was decoded from as many bytes as a file may have.
const MOST: usize = 4 * crate::read::MAX_BYTES;

/// The words and gaps of texts while they are counted.
#[derive(Debug, Default)]
pub(super) struct Counting {
    counts: Counts,
    /// What all texts take as they are.
    plain: usize,
    /// What those that were met once take in place.
    once: usize,
}

impl Counting {
    /// Counts those of `text`.
    pub(super) fn add(&mut self, text: &str) {
        self.plain += text.len();
        for token in tokens(text) {
            match self.counts.add(token) {
                1 => self.once += token.len() + 2,
                2 => self.once = self.once.saturating_sub(token.len() + 2),
                _ => {}
            }
        }
    }
}

/// The words and gaps of a corpus, counted: what codes its texts.
pub(super) struct Counted {
    /// For each word or gap that has a number that number.
    numbers: FxHashMap<Box<str>, u32>,
    /// `None` where the texts are kept as they are.
    codes: Option<Codes>,
    section: Vec<u8>,
}

impl Counted {
    /// Numbers for what was counted.
    pub(super) fn of(counting: Counting) -> Self {
        let Counting { counts, plain, once } = counting;
        let counted = counts.finish();
        let (codes, bytes) = Codes::best(counted.iter().map(|(_, count)| *count));
        let section = Self::section(Some(codes), counted.iter().map(|(token, _)| &**token));
        if section.len() + once + bytes < plain {
            let numbers = counted.into_iter().zip(0..).map(|((token, _), at)| (token, at)).collect();
            return Self { numbers, codes: Some(codes), section };
        }
        Self { numbers: FxHashMap::default(), codes: None, section: Self::section(None, [].into_iter()) }
    }

    fn section<'a>(codes: Option<Codes>, spelled: impl Iterator<Item = &'a str> + Clone) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.add(&[codes.map_or(0, Codes::ends)]);
        writer
            .add(&Packed::write(&spelled.clone().map(|token| u32::from(is_word(token))).collect::<Vec<_>>()));
        writer.add(&Strings::write(spelled));
        writer.finish()
    }

    /// What [`Texts::open`] opens.
    pub(super) fn vocabulary(&self) -> &[u8] {
        &self.section
    }

    /// Adds `text` to `out` in code.
    pub(super) fn code(&self, text: &str, out: &mut Vec<u8>) {
        let Some(codes) = self.codes else {
            return out.extend(text.as_bytes());
        };
        for token in tokens(text) {
            if let Some(number) = self.numbers.get(token) {
                codes.put(*number, out);
                continue;
            }
            out.push(LITERAL);
            let mut rest = token.len();
            while rest > 0x7f {
                out.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            out.push(rest as u8);
            out.extend(token.as_bytes());
        }
    }
}

/// The words of `text` and what stands between them, but for single spaces between words.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let end = (crate::span::Span::new(text.len(), text.len()), true);
    let words = fold::words(text).map(|(span, _)| (span, false)).chain([end]);
    let mut at = 0;
    words.flat_map(move |(span, is_end)| {
        let gap = text.get(at..span.start as usize).unwrap_or_default();
        let implied = if at == 0 || is_end { gap.is_empty() } else { gap == " " };
        at = span.end as usize;
        let gap = (!implied).then_some(gap);
        gap.into_iter().chain((!is_end).then(|| span.of(text)))
    })
}

/// Whether a word or gap is a word: gaps begin with nothing that a word begins with.
fn is_word(token: &str) -> bool {
    token.chars().next().is_some_and(char::is_alphanumeric)
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    /// One that occurs more than once: its number.
    Known(u32),
    /// One that occurs nowhere else in the corpus, as it is spelled.
    Literal(&'a str),
}

/// What the texts of a pack are read with.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    codes: Option<Codes>,
    /// For each number whether it is that of a word.
    are_words: Packed,
    spelled: Strings,
}

impl Texts {
    /// The vocabulary in `section`, or `None` where it is none.
    pub(super) fn open(section: Bytes) -> Option<Self> {
        let mut reader = Reader::new(section);
        let head = reader.bytes()?;
        let &[ends] = &*head else { return None };
        let (are_words, spelled) = (reader.packed()?, reader.strings()?);
        let fits = are_words.len() == spelled.len() && reader.is_at_end();
        fits.then(|| Self { codes: Codes::of(ends), are_words, spelled })
    }

    /// How many words and gaps have a number.
    pub(super) fn codes(&self) -> u32 {
        self.spelled.len() as u32
    }

    /// How the word or gap with number `code` is spelled; `""` where there is none.
    pub(super) fn spelled(&self, code: u32) -> &str {
        self.spelled.get(code)
    }

    /// The text that was coded as `coded`, or `None` where that is no text.
    pub(super) fn text(&self, coded: &[u8]) -> Option<String> {
        let mut rest = coded;
        let Some(dense) = self.codes else {
            return std::str::from_utf8(rest).ok().map(str::to_owned);
        };
        let mut out = String::with_capacity(rest.len() * 4);
        let mut follows_word = false;
        while !rest.is_empty() {
            let token = next(dense, &mut rest)?;
            if out.len() > MOST {
                return None;
            }
            let word = self.is_word(token);
            if word && follows_word {
                out.push(' ');
            }
            follows_word = word;
            out.push_str(match token {
                Word::Literal(token) => token,
                Word::Known(code) if code < self.codes() => self.spelled(code),
                Word::Known(_) => return None,
            });
        }
        Some(out)
    }

    /// The words of the text that was coded as `coded`, in order, until its end or something that is no text.
    pub(super) fn words<'a>(&'a self, coded: &'a [u8]) -> impl Iterator<Item = Word<'a>> + 'a {
        let plain = if self.codes.is_none() { std::str::from_utf8(coded).unwrap_or_default() } else { "" };
        let mut rest = if self.codes.is_some() { coded } else { &[] };
        let known = std::iter::from_fn(move || next(self.codes?, &mut rest));
        let plain = fold::words(plain).map(move |(span, _)| Word::Literal(span.of(plain)));
        known.filter(|token| self.is_word(*token)).chain(plain)
    }

    fn is_word(&self, token: Word) -> bool {
        match token {
            Word::Known(code) => self.are_words.get(code as usize) == Some(1),
            Word::Literal(token) => is_word(token),
        }
    }
}

/// The word or gap that `rest` begins with.
fn next<'a>(codes: Codes, rest: &mut &'a [u8]) -> Option<Word<'a>> {
    if rest.first() != Some(&LITERAL) {
        return codes.take(rest).map(Word::Known);
    }
    let (mut length, mut shift) = (0u64, 0);
    let mut at = 1;
    loop {
        let byte = *rest.get(at)?;
        at += 1;
        length |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
        if shift > 28 {
            return None;
        }
    }
    let end = at.checked_add(usize::try_from(length).ok()?)?;
    let token = std::str::from_utf8(rest.get(at..end)?).ok()?;
    *rest = rest.get(end..)?;
    Some(Word::Literal(token))
}
