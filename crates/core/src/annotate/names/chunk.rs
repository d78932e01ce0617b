//! The stretches of a line in which names may stand, and what the rules say of each of their words.
//!
//! Capitalised words with the small words and marks between them, such as "Ministry of Foreign Affairs and Trade"; the
//! model labels these and leaves the rest of the text alone.
//! **Invariant:** chunks are in text order and do not overlap; a chunk begins and ends with a word that may be a part
//! of a name. Start at [`chunks`].

use super::super::{Mention, NameKind};
use super::gazetteer;
use super::gazetteer::lexicon::Word;
use super::line::Line;
use super::neighbours::PARTICLES;
use super::token::Token;

/// A stretch of tokens, by their indices in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
}

/// What a rule says of one token: no name, or the first or a later token of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The name's kind.
    pub kind: Option<NameKind>,
    /// Whether the name begins here.
    pub first: bool,
    /// The rule's id.
    pub rule: &'static str,
    /// Its confidence.
    pub confidence: u8,
}

/// For each token of `line`: what `mentions`, in text order and some of them in this line, say of it.
pub(crate) fn told(text: &str, line: &Line<'_>, mentions: &[(Mention, &'static str)]) -> Vec<Told> {
    let mut told = vec![Told::default(); line.tokens.len()];
    let Some(start) = line.tokens.first().map(|t| t.span.start) else { return told };
    let mut at = mentions.partition_point(|(m, _)| m.span.end <= start);
    for (token, told) in line.tokens.iter().zip(&mut told) {
        while mentions.get(at).is_some_and(|(m, _)| m.span.end <= token.span.start) {
            at += 1;
        }
        if let Some((mention, rule)) = mentions.get(at).filter(|(m, _)| m.span.start <= token.span.start) {
            *told = Told {
                kind: Some(mention.kind),
                first: mention.span.start == token.span.start,
                rule,
                confidence: if is_certain(mention, rule, text) {
                    CERTAIN
                } else {
                    mention.evidence.confidence
                },
            };
        }
    }
    told
}

/// The confidence of what the tables of well-known names say, for [`super::model::prior`].
pub(crate) const CERTAIN: u8 = 100;

/// Whether the tables know this very name, and it is no everyday word or surname besides.
fn is_certain(mention: &Mention, rule: &str, text: &str) -> bool {
    rule == "gazetteer-country"
        || (rule.starts_with("gazetteer-") && mention.span.of(text).contains(char::is_whitespace))
}

/// The chunks of `line`; `told` is what the rules say of its tokens.
pub(crate) fn chunks(line: &Line<'_>, told: &[Told]) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut open: Option<Chunk> = None;
    for (i, token) in line.tokens.iter().enumerate() {
        let free = line.taken.get(i) == Some(&false);
        let named = told.get(i).is_some_and(|t| t.kind.is_some());
        if named || (free && (is_core(token) || is_later_part(line, i))) {
            chunks.extend(open.take_if(|chunk| i >= chunk.start + WHOLE));
            let start = open.map_or(i, |chunk| chunk.start);
            open = Some(Chunk { start, end: i + 1 });
        } else if let Some(chunk) = open
            && !(free && i < chunk.end + GAP && i < chunk.start + LONGEST && is_link(token))
        {
            chunks.extend(open.take());
        }
    }
    chunks.extend(open);
    chunks
}

/// The most tokens between two words of one chunk.
const GAP: usize = 3;
/// No chunk goes on over a gap after so many tokens.
const LONGEST: usize = 40;
/// A chunk ends here whatever follows, so that no text makes the work grow faster than itself.
const WHOLE: usize = 60;

fn is_core(token: &Token<'_>) -> bool {
    token.is_capital() && token.is_word()
}

/// Whether the small word at `i` is a later part of a hyphened name: "Mei-hsiu", not "Kyiv-based".
pub(crate) fn is_later_part(line: &Line<'_>, i: usize) -> bool {
    let at = |back: usize| i.checked_sub(back).and_then(|j| line.tokens.get(j));
    at(0).is_some_and(|t| t.glued && t.is_word() && !t.is_capital() && (2..=6).contains(&t.text.len()))
        && at(1).is_some_and(|t| t.glued && t.text == "-")
        && at(2).is_some_and(|t| t.is_capital() && (2..=6).contains(&t.text.len()) && !t.is_acronym())
        && at(0).is_some_and(|t| {
            !gazetteer::is_common(t.text) && !gazetteer::lexicon::word(t.text).is(Word::EVERYDAY)
        })
        && at(2).is_some_and(|t| gazetteer::known(t.text).is_none())
}

/// Whether `token` may stand inside a name.
pub(crate) fn is_link(token: &Token<'_>) -> bool {
    matches!(
        token.text,
        "of" | "the"
            | "and"
            | "for"
            | "on"
            | "in"
            | "to"
            | "-"
            | "."
            | "&"
            | "’"
            | "'"
            | "/"
            | "e"
            | "y"
            | "et"
            | "des"
    ) || PARTICLES.contains(&token.text)
        || token.text.starts_with(|c: char| c.is_ascii_digit())
        || super::token::is_possessive(token.text)
}
