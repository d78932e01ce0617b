//! Whether the words around an amount make it a length of time: `for a week`, `over three years`, `an 8-month-old truce`.
//!
//! **Invariant:** each answer looks at a few tokens beside the amount and at nothing else.
//! Start at [`leads_to_length`].

use super::grammar::word;
use super::numeral::Count;
use super::token::Token;

/// What has an age because it goes on: `an 8-month-old truce`.
#[rustfmt::skip]
pub(super) const LASTING: &[&str] = &[
    "ban", "blockade", "boycott", "campaign", "ceasefire", "civil", "conflict", "crackdown", "crisis", "dispute", "embargo",
    "feud", "insurgency", "investigation", "offensive", "peace", "rebellion", "siege", "stalemate", "standoff", "strike",
    "truce", "uprising", "war",
];

/// Whether "over" at token `i` is "in the course of" and no "more than": `evolved over several years`, but `for over
/// three years`, `over two years ago`.
pub(super) fn during(t: &[Token], i: usize, end: usize, count: &Count) -> bool {
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    let more = matches!(
        before,
        "after"
            | "been"
            | "by"
            | "for"
            | "in"
            | "is"
            | "just"
            | "lasted"
            | "lasting"
            | "of"
            | "spent"
            | "take"
            | "takes"
            | "took"
            | "was"
            | "well"
            | "within"
            | "without"
            | ""
    ) || matches!(word(t, end), "ago" | "earlier" | "later" | "old");
    word(t, i) == "over" && (!more || count.number.is_none())
}

/// Whether the words around `a week` say that somebody has it for something: `gave him a week to leave`.
pub(super) fn granted(t: &[Token], at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |b| word(t, b));
    let has = matches!(
        before,
        "allowed"
            | "gave"
            | "give"
            | "given"
            | "gives"
            | "had"
            | "has"
            | "have"
            | "her"
            | "him"
            | "it"
            | "me"
            | "them"
            | "us"
    );
    has && word(t, end) == "to"
}

/// Whether a bare "a week" is a length here, not a rate: by the word before it.
pub(super) fn leads_to_length(t: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| word(t, b));
    matches!(
        before,
        "for"
            | "in"
            | "within"
            | "than"
            | "of"
            | "about"
            | "after"
            | "over"
            | "only"
            | "just"
            | "lasted"
            | "least"
            | "take"
            | "takes"
            | "took"
            | "under"
            | "around"
            | "is"
            | "was"
            | "by"
            | "once"
            | "half"
    )
}

/// Whether the unit at token `i` is part of a name: `60 Minutes`, `48 Hours`.
pub(super) fn is_name(t: &[Token], i: usize) -> bool {
    let small = |at: usize| t.get(at).is_some_and(|w| w.is_word() && !w.capital);
    let quoted = i > 1 && matches!(word(t, i - 2), "\"" | "“" | "'" | "‘" | "`");
    t.get(i).is_some_and(|unit| unit.capital) && (small(i + 1) || i > 1 && small(i - 2) || quoted)
}

/// Whether `-old` at token `at` makes an age of the length before it.
pub(super) fn is_age(t: &[Token], at: usize) -> bool {
    matches!((word(t, at), word(t, at + 1)), ("-", "old" | "olds") | ("old" | "olds", _))
}

/// Whether "last" after `word` is the verb.
pub(super) fn can_last(word: &str) -> bool {
    matches!(
        word,
        "can" | "could" | "may" | "might" | "must" | "not" | "should" | "t" | "to" | "will" | "would"
    )
}
