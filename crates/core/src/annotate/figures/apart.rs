//! Numbers that are no figures: in dates and names, ages, addresses, labels, scores, fractions.
//!
//! **Invariant:** in doubt a number is no figure: one that is left out misleads nobody.
//! Start at [`Apart`].

use super::super::times::token::Token;
use super::super::times::verbs;
use super::super::{Mention, NameKind, Time};
use super::number;
use crate::fold::{WordList, sorted};
use crate::span::Span;

/// What covers the words of one sentence.
pub(super) struct Apart<'a> {
    times: &'a [Time],
    mentions: &'a [Mention],
}

impl<'a> Apart<'a> {
    /// The times and mentions in `sentence`.
    pub(super) fn new(times: &'a [Time], mentions: &'a [Mention], sentence: Span) -> Self {
        let from = times.partition_point(|t| t.span.end <= sentence.start);
        let times = times.get(from..).unwrap_or_default();
        let times = times.get(..times.partition_point(|t| t.span.start < sentence.end)).unwrap_or_default();
        let from = mentions.partition_point(|m| m.span.end <= sentence.start);
        let mentions = mentions.get(from..).unwrap_or_default();
        let upto = mentions.partition_point(|m| m.span.start < sentence.end);
        Self { times, mentions: mentions.get(..upto).unwrap_or_default() }
    }

    /// Whether `span` touches an expression of time.
    pub(super) fn is_time(&self, span: Span) -> bool {
        let at = self.times.partition_point(|t| t.span.end <= span.start);
        self.times.get(at).is_some_and(|t| t.span.overlaps(span))
    }

    fn mention(&self, span: Span) -> Option<&Mention> {
        let at = self.mentions.partition_point(|m| m.span.end <= span.start);
        self.mentions.get(at).filter(|m| m.span.overlaps(span))
    }

    /// Whether the number of the tokens `[at, end)` of `t`, whose sign of money begins at `start`, is no figure.
    pub(super) fn holds(&self, t: &[Token], start: usize, at: usize, end: usize) -> bool {
        let Some(first) = t.get(at) else { return true };
        let whole = t.get(end.saturating_sub(1)).map_or(first.span, |l| first.span.join(l.span));
        self.is_time(whole)
            || self.mention(whole).is_some()
            || is_glued(t, start, end)
            || self.is_label(t, start)
            || is_age(t, start, end)
            || is_address(t, end)
            || is_part(t, start, end)
    }

    /// Whether the word before names what bears the number: "Article 5", "Boeing 747", "no. 3".
    fn is_label(&self, t: &[Token], start: usize) -> bool {
        let Some(before) = start.checked_sub(1).and_then(|i| t.get(i)) else {
            // "1. Open the door": the number of a point in a list.
            return t.get(1).is_some_and(|w| matches!(w.low.as_str(), "." | ")") && !w.spaced);
        };
        let low = before.low.as_str();
        if low == "#" || low == "№" {
            return true;
        }
        if low == "." {
            let word = start.checked_sub(2).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
            return matches!(word, "no" | "nos" | "art" | "vol" | "p" | "pp" | "sec" | "fig" | "ch");
        }
        if is_label_word(low) {
            return true;
        }
        let named = self.mention(before.span);
        if named.is_some_and(|m| matches!(m.kind, NameKind::Organization | NameKind::Other)) {
            return true;
        }
        if !before.capital || !before.is_word() {
            return false;
        }
        if verbs::is_past(low) || low.ends_with("ing") || is_small(low) {
            return false;
        }
        named.is_none_or(|m| m.kind != NameKind::Place)
    }
}

/// Whether it is somebody's age: "aged 41", "Anna Berg, 41,".
fn is_age(t: &[Token], start: usize, end: usize) -> bool {
    let low = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    if matches!(low(start.checked_sub(1)), "aged" | "age" | "ages" | "turned" | "turns" | "turning") {
        return true;
    }
    let set_off = matches!(low(start.checked_sub(1)), "," | "(");
    let closed = matches!(low(Some(end)), "," | ")" | "." | "" | "and" | ";" | "who" | "was" | "of" | "from");
    let name = start.checked_sub(2).and_then(|i| t.get(i));
    let small = end == start + 1 && t.get(start).and_then(Token::digits).is_some_and(|n| n < 120);
    set_off && closed && small && name.is_some_and(|n| n.capital)
}

/// Whether letters or marks are joined to the number, so that it is a part of another word: "F-16", "7th", "24/7".
fn is_glued(t: &[Token], start: usize, end: usize) -> bool {
    let low = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    if t.get(start).is_some_and(|w| !w.spaced) {
        let before = start.checked_sub(1);
        let free = match low(before) {
            "(" | "[" | "“" | "\"" | "‘" | "'" | "—" | "$" | "€" | "£" | "¥" | "₽" | "₴" | "₹" | "₪"
            | "₩" | "₺" | "~" | "+" | ":" | "#" => true,
            "/" | "–" | "-" | "−" => {
                // A dash of its own, or between two numbers; "Su-35" and "Covid-19" are names.
                let dash = before.and_then(|b| t.get(b));
                let word = start.checked_sub(2).and_then(|b| t.get(b));
                dash.is_some_and(|d| d.spaced) || word.is_none_or(|w| !w.is_word() && low(before) != "/")
            }
            _ => false,
        };
        if !free {
            return true;
        }
    }
    let Some(next) = t.get(end).filter(|n| !n.spaced) else { return false };
    let after = t.get(end + 1).filter(|w| !w.spaced).map_or("", |w| w.low.as_str());
    match next.low.as_str() {
        // "2-1" and "20-point" are told where a range or a unit was looked for; what is left is a compound.
        "-" | "‑" => after != "plus",
        "/" | "'" | "'s" | ":" | "@" | "_" => true,
        _ => next.is_word(),
    }
}

fn is_label_word(low: &str) -> bool {
    LABELS.has(low)
}

/// Words before the number of what they name; before a model's number also what tells models apart ("five new 737
/// aircraft").
#[rustfmt::skip]
const LABELS: WordList = sorted![
    "amendment", "appendix", "article", "box", "category", "channel", "chapter", "clause", "episode",
    "figure", "flight", "gate", "grade", "group", "highway", "item", "larger", "latest", "level", "line",
    "magnitude", "modern", "new", "number", "older", "original", "page", "pages", "paragraph", "phase",
    "pier", "platform", "proposition", "reactor", "resolution", "room", "round", "route", "rule", "season",
    "section", "size", "smaller", "stage", "step", "table", "title", "type", "unit", "version", "volume",
];

fn is_small(low: &str) -> bool {
    low.len() < 3 || SMALL.has(low)
}

/// Words that a sentence may set in capitals before a number, and that name nothing.
#[rustfmt::skip]
const SMALL: WordList = sorted![
    "about", "after", "all", "almost", "among", "and", "another", "around", "between", "but", "first",
    "for", "from", "her", "his", "include", "includes", "its", "just", "last", "least", "like", "more",
    "nearly", "now", "of", "only", "our", "over", "since", "some", "than", "the", "their", "then", "there",
    "these", "those", "under", "up", "when", "while", "with", "yes",
];

/// "10 Downing Street", "221 Baker St".
fn is_address(t: &[Token], end: usize) -> bool {
    let near = t.get(end..(end + 4).min(t.len())).unwrap_or_default();
    near.first().is_some_and(|w| w.capital)
        && near.iter().take_while(|w| w.capital).any(|w| {
            matches!(
                w.low.as_str(),
                "street" | "st" | "avenue" | "ave" | "road" | "rd" | "boulevard" | "lane" | "square"
            )
        })
}

/// Fractions, shares and numbers of a clock: "two thirds", "one in five", "0735 GMT".
fn is_part(t: &[Token], start: usize, end: usize) -> bool {
    let low = |n: usize| t.get(end + n).map_or("", |w| w.low.as_str());
    if matches!(
        low(0),
        "gmt" | "utc" | "thirds" | "third" | "quarters" | "quarter" | "fifths" | "tenths" | "out"
    ) {
        return true;
    }
    let is_number = |w: &Token| number::is_word(&w.low) || w.digits().is_some();
    let small = |w: &Token| number::is_word(&w.low) || w.digits().is_some_and(|n| n <= 10);
    // "One in five", and the "five" of it.
    let share = low(0) == "in" && t.get(end + 1).is_some_and(is_number) && t.get(start).is_some_and(small);
    let of_share = start.checked_sub(2).and_then(|b| t.get(b)).is_some_and(small)
        && start.checked_sub(1).and_then(|b| t.get(b)).is_some_and(|w| w.low == "in");
    share && t.get(end + 1).is_none_or(|w| w.digits().is_none_or(|n| n <= 100)) || of_share
}
