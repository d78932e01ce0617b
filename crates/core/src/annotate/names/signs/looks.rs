//! What is looked up of a word in the tables, once for all chunks of its line.
//!
//! **Invariant:** what is looked up depends on the word alone; its place in the chunk is marked by [`super::Signs`].
//! Start at [`Looks`].

use super::super::chunk::Chunk;
use super::super::gazetteer;
use super::super::gazetteer::key::key;
use super::super::gazetteer::lexicon::{self, Word};
use super::super::line::Line;
use super::super::token::Token;
use super::mix;

/// How many words beside a chunk are looked up too.
pub(super) const BESIDE: usize = 2;

/// What is looked up of one word, once.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a table that the word stands in, or not")]
pub(super) struct Looked {
    pub id: u32,
    pub listed: Word,
    pub place: u32,
    pub fixed: u32,
    pub shape: u32,
    pub capital: bool,
    pub given: u32,
    pub head: bool,
    pub title: bool,
    pub demonym: bool,
    pub common: bool,
    /// Its run, by the place of this in the list.
    pub run: usize,
}

/// What was looked up of a line's tokens, so that neighbouring chunks need not look again.
pub(crate) struct Looks {
    from: usize,
    words: Vec<Option<Looked>>,
}

impl Looks {
    /// Nothing yet of the whole `line`.
    pub fn line(line: &Line<'_>) -> Self {
        Self { from: 0, words: vec![None; line.tokens.len()] }
    }

    /// Nothing yet of the words around `chunk`.
    pub fn around(chunk: Chunk) -> Self {
        let from = chunk.start.saturating_sub(BESIDE);
        Self { from, words: vec![None; chunk.end + BESIDE - from] }
    }

    pub(super) fn words(&mut self, line: &Line<'_>, from: usize, to: usize) -> Vec<Looked> {
        let tokens = line.tokens.get(from..to).unwrap_or(&[]);
        let known = self.words.get_mut(from - self.from..).unwrap_or(&mut []);
        let each = tokens.iter().zip(known);
        each.map(|(token, known)| *known.get_or_insert_with(|| Looked::of(token))).collect()
    }
}

impl Looked {
    fn of(token: &Token<'_>) -> Self {
        let text = token.text;
        let id = id(text);
        let listed = lexicon::of_key(id);
        let given = u32::from(listed.is(Word::GIVEN) || gazetteer::is_given(text))
            + 2 * u32::from(listed.is(Word::SURNAME))
            + 4 * u32::from(listed.is(Word::EVERYDAY));
        Self {
            id,
            listed,
            given,
            shape: shape_of(text),
            capital: token.is_capital(),
            head: gazetteer::is_head(text),
            title: gazetteer::is_title_word(text),
            demonym: gazetteer::is_demonym(text),
            common: gazetteer::is_common(text),
            ..Self::default()
        }
    }
}

/// How `text` is written: its capitals, digits and stops.
pub(super) fn shape_of(text: &str) -> u32 {
    let first = text.chars().next().unwrap_or(' ');
    let (mut letters, mut upper, mut digits, mut stop) = (0, 0, false, false);
    for c in text.chars() {
        letters += usize::from(c.is_alphabetic());
        upper += usize::from(c.is_uppercase());
        digits |= c.is_ascii_digit();
        stop |= c == '.';
    }
    let class = if letters == 0 {
        if digits { 1 } else { 2 }
    } else if upper == letters {
        if letters == 1 { 3 } else { 4 + (letters as u32).min(6) }
    } else if upper == 0 {
        11
    } else if first.is_uppercase() && upper == 1 {
        12
    } else if first.is_uppercase() {
        13
    } else {
        14
    };
    class * 4 + u32::from(digits) * 2 + u32::from(stop)
}

/// The number of a word or a mark.
pub(super) fn id(text: &str) -> u32 {
    match text.chars().next() {
        Some(c) if !c.is_alphanumeric() => mix(1, u32::from(c)),
        _ => key(text),
    }
}
