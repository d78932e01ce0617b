//! The clause around a time: what of its sentence says so.
//!
//! A semicolon, a dash, and "but", "while", "which" and their like behind a comma part clauses; an "and" does where a
//! verb stands on both its sides.
//! **Invariant:** a clause is a run of its sentence that holds its time; a fixed number of words around the time is
//! looked at. Start at [`clause`].

use super::Spoken;
use super::status::{ends, is_finite};
use crate::annotate::times::token::Token;
use crate::span::Span;

/// How many tokens around a time its clause may reach.
const REACH: usize = 120;

/// The part of `within`, which lies in `sentence`, around `time`.
pub(super) fn clause(sentence: &Spoken, within: Span, time: Span) -> Span {
    let (start, end) = sentence.place(time);
    let (first, last) = sentence.place(within);
    let tokens = &sentence.tokens;
    let low = first.max(start.saturating_sub(REACH)).min(start);
    let high = last.min(end + REACH).max(end).min(tokens.len());
    let mut from =
        (low..start).rev().find(|i| opens(tokens, *i, low, start)).map_or(low, |i| begins(tokens, i));
    let mut upto = (end..high).find(|i| closes(tokens, *i, high)).unwrap_or(high);
    // "While A happened in May, B happened": a leading clause ends at its first comma.
    if from == low
        && leads(tokens, low)
        && let Some(comma) = (low..high).find(|i| tokens.get(*i).is_some_and(|t| t.low == ","))
        && tokens.get(low..comma).is_some_and(|t| t.iter().any(|t| is_finite(&t.low)))
    {
        if comma >= end {
            upto = upto.min(comma);
        } else if comma < start {
            from = comma + 1;
        }
    }
    let from = tokens.get(from).map_or(within.start, |t| t.span.start);
    let upto = upto.checked_sub(1).and_then(|i| tokens.get(i)).map_or(within.end, |t| t.span.end);
    Span { start: from.min(time.start).max(within.start), end: upto.max(time.end).min(within.end) }
}

fn word<'t>(t: &'t [Token], i: usize) -> &'t str {
    t.get(i).map_or("", |w| w.low.as_str())
}

/// Whether a clause of its own begins at token `i` or behind it, for a time at token `start`.
fn opens(t: &[Token], i: usize, low: usize, start: usize) -> bool {
    match word(t, i) {
        ";" => true,
        "." | "?" | "!" => ends(t, i),
        "—" | "–" => t.get(i).is_some_and(|w| w.spaced),
        "but" | "while" | "although" | "whereas" | "though" => i > low && word(t, i - 1) == ",",
        "and" => i > low && word(t, i - 1) == "," && parts(t, low, i, start),
        // "…, particularly as he turns 60 next week": what goes on beside it is told by itself.
        "as" => {
            let beside = i > low + 1 && matches!(word(t, i - 1), "particularly" | "especially");
            beside && word(t, i - 2) == "," && matches!(word(t, i + 1), "he" | "she" | "it" | "they" | "we")
        }
        // A relative clause that a comma closes before the time does not hold it.
        "which" | "who" | "whose" | "where" => {
            i > low && word(t, i - 1) == "," && !(i..start).any(|k| word(t, k) == ",")
        }
        _ => false,
    }
}

/// The first token of the clause that token `i` opens: a mark is no part of it, and a relative clause begins with the
/// name that it is about.
fn begins(t: &[Token], i: usize) -> usize {
    match word(t, i) {
        "which" | "who" | "whose" | "where" => {
            let capital = |k: usize| t.get(k).is_some_and(|w| w.capital);
            let comma = i.saturating_sub(1);
            (comma.saturating_sub(5)..comma).rev().take_while(|k| capital(*k)).last().unwrap_or(i)
        }
        "while" | "although" | "whereas" | "though" => i,
        _ => i + 1,
    }
}

/// Whether the clause of a time before token `i` ends there.
fn closes(t: &[Token], i: usize, high: usize) -> bool {
    match word(t, i) {
        ";" => true,
        "." | "?" | "!" => ends(t, i),
        "—" | "–" => t.get(i).is_some_and(|w| w.spaced),
        "," => match word(t, i + 1) {
            "but" | "while" | "although" | "whereas" | "though" | "with" => true,
            "and" => {
                // What shares its subject with the verb before goes on with the clause.
                let shares = is_finite(word(t, i + 2));
                let finite = (i + 2..high.min(i + 14)).any(|k| is_finite(word(t, k)));
                finite && !shares
            }
            // A relative clause between commas is within its clause, one at the end is not.
            "which" | "who" | "whose" => {
                !(i + 2..high).any(|k| word(t, k) == "," && is_finite(word(t, k + 1)))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether verbs stand between `low` and `i` and between `i` and `start`, with a subject behind `i`.
fn parts(t: &[Token], low: usize, i: usize, start: usize) -> bool {
    let finite = |from: usize, upto: usize| (from..upto).any(|k| is_finite(word(t, k)));
    finite(low, i) && finite(i + 2, start) && !is_finite(word(t, i + 1))
}

/// Whether a subordinate clause leads at token `i`.
fn leads(t: &[Token], i: usize) -> bool {
    matches!(word(t, i), "while" | "although" | "though" | "whereas" | "as")
}
