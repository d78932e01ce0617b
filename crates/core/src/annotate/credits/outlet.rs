//! Names of outlets: those that the tables know, and those that the words beside them call one.
//!
//! **Invariant:** a name that nothing calls an outlet is none.
//! Start at [`at`] and [`called`].

use super::super::Mention;
use super::super::names::gazetteer;
use super::super::times::token::Token;
use crate::span::Span;

/// The most tokens of an outlet's name.
const LONGEST: usize = 5;

/// Whether `name` is an outlet that the tables know; a line may set an agency's letters small.
pub(super) fn is_known(name: &str) -> bool {
    gazetteer::is_outlet(name) || name.len() <= 4 && gazetteer::is_outlet(&name.to_ascii_uppercase())
}

/// The token after the longest known outlet that begins at token `from` of `t`.
pub(super) fn at(text: &str, t: &[Token], from: usize) -> Option<usize> {
    let first = t.get(from).filter(|w| w.is_word())?;
    let upto = (from + LONGEST).min(t.len());
    (from + 1..=upto).rev().find(|end| {
        let last = end.checked_sub(1).and_then(|i| t.get(i)).filter(|w| w.is_word() || w.low == "1");
        last.is_some_and(|last| {
            let name = first.span.join(last.span).of(text);
            gazetteer::is_outlet(name)
        })
    })
}

/// Nouns for outlets.
pub(super) fn is_noun(word: &str) -> bool {
    matches!(
        word,
        "newspaper"
            | "agency"
            | "broadcaster"
            | "magazine"
            | "tabloid"
            | "daily"
            | "outlet"
            | "station"
            | "network"
            | "website"
            | "site"
            | "channel"
            | "newswire"
            | "paper"
            | "weekly"
    )
}

/// Whether such a noun stands at token `at` and means one that reports: not any agency, site or station.
fn calls(t: &[Token], at: Option<usize>) -> bool {
    let Some(at) = at else { return false };
    let low = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    match low(Some(at)) {
        "newspaper" | "broadcaster" | "magazine" | "tabloid" | "newswire" => true,
        "agency" | "outlet" | "site" | "website" | "channel" => {
            matches!(low(at.checked_sub(1)), "news" | "press" | "tv" | "television" | "media")
        }
        _ => false,
    }
}

/// The tokens `[start, end)` of a name that the words beside it call an outlet: "the newspaper Kommersant",
/// "Ukrinform news agency".
pub(super) fn called(t: &[Token], mentions: &[Mention]) -> Vec<(usize, usize)> {
    let (Some(first), Some(last)) = (t.first(), t.last()) else { return Vec::new() };
    let whole = first.span.join(last.span);
    let from = mentions.partition_point(|m| m.span.start < whole.start);
    let here = mentions.iter().skip(from).take_while(|m| m.span.end <= whole.end);
    let tokens = |span: Span| {
        (t.partition_point(|w| w.span.end <= span.start), t.partition_point(|w| w.span.start < span.end))
    };
    here.map(|m| tokens(m.span))
        .filter(|(start, end)| {
            calls(t, start.checked_sub(1)) || calls(t, Some(*end)) || calls(t, Some(end + 1))
        })
        .collect()
}
