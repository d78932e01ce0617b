//! Credits in running text: "according to Reuters", "Reuters reported", "told the BBC".
//!
//! **Invariant:** an outlet that only occurs, or that news is about, is no origin: words of reporting or of an
//! interview must stand beside it.
//! Start at [`credits`].

use super::super::Mention;
use super::super::times::token::Token;
use super::{Credit, CreditKind, outlet};
use crate::evidence::Evidence;

/// Whether `text` holds a word that credits have, so that its tokens are worth reading.
pub(super) fn may_hold(text: &str) -> bool {
    let words = [
        "ccording to",
        "report",
        "told",
        "tell",
        "interview",
        "citing",
        "cited",
        "quot",
        "speaking",
        "spoke",
        " by ",
        "omments to",
        "emarks to",
        "tatement to",
        "news agency",
        "newspaper",
        "broadcaster",
        "wrote",
        "understands",
        "revealed",
        "ppear",
        "Citing",
        "per ",
        "magazine",
    ];
    words.iter().any(|w| text.contains(w))
}

/// The credits in the sentence of tokens `t`, added to `found`.
pub(super) fn credits(text: &str, t: &[Token], mentions: &[Mention], found: &mut Vec<Credit>) {
    let mut names = outlet::called(t, mentions);
    let mut at = 0;
    while at < t.len() {
        match t.get(at).filter(|w| w.capital || !w.spaced).and_then(|_| outlet::at(text, t, at)) {
            Some(end) => {
                names.push((at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    for (start, end) in names {
        let before = before(t, start).map(|(from, kind)| (from, end, kind));
        let Some((from, upto, kind)) = before.or_else(|| after(t, start, end)) else { continue };
        let span = |a: usize, b: usize| Some(t.get(a)?.span.join(t.get(b.checked_sub(1)?)?.span));
        let (Some(span), Some(origin)) = (span(from, upto), span(start, end)) else { continue };
        let rule = if kind == CreditKind::Interview { "credit-interview" } else { "credit-report" };
        found.push(Credit { span, origin, kind, evidence: Evidence::rule(rule, 90) });
    }
}

/// Words that stand between the words of a credit and the name: "told the Russian state news agency Tass".
fn is_between(word: &Token) -> bool {
    let low = word.low.as_str();
    outlet::is_noun(low)
        || matches!(
            low,
            "the"
                | "a"
                | "an"
                | "its"
                | "his"
                | "her"
                | "state"
                | "news"
                | "tv"
                | "television"
                | "radio"
                | "press"
                | "public"
                | "local"
                | "business"
                | "financial"
                | "private"
                | "independent"
                | "pro"
                | "-"
                | "owned"
                | "run"
                | "controlled"
                | "state-owned"
                | "media"
                | "both"
                | "national"
                | "official"
                | "'s"
                | "online"
                | "cable"
                | "investigative"
        )
        || word.capital && ["ian", "ish", "ese", "an", "i"].iter().any(|e| low.ends_with(e)) && low.len() > 4
        || word.capital
            && matches!(low, "us" | "uk" | "british" | "french" | "german" | "dutch" | "qatari" | "greek")
}

/// The words of a credit that end before the name at token `start`: their first token and what they are.
fn before(t: &[Token], start: usize) -> Option<(usize, CreditKind)> {
    let mut at = start;
    for _ in 0..7 {
        match at.checked_sub(1).and_then(|i| t.get(i)) {
            Some(word) if is_between(word) => at -= 1,
            _ => break,
        }
    }
    let low = |n: usize| at.checked_sub(n).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let (reach, kind) = match (low(3), low(2), low(1)) {
        ("interview", "published" | "aired" | "broadcast", "by" | "in" | "on") => (3, CreditKind::Interview),
        (_, "according", "to")
        | (
            _,
            "reported" | "published" | "cited" | "quoted" | "seen" | "obtained" | "carried" | "reviewed",
            "by",
        )
        | (_, "reported" | "published", "in" | "on")
        | (_, "report" | "reports" | "reporting" | "article" | "story", "by" | "from" | "in") => {
            (2, CreditKind::Report)
        }
        (_, "interview", "with" | "to" | "for" | "on" | "by" | "in" | "published")
        | (_, "interviewed", "by" | "on")
        | (_, "speaking" | "spoke" | "spoken" | "talking" | "talked", "to" | "with" | "on")
        | (_, "appearance" | "appearing" | "appeared", "on")
        | (_, "comments" | "remarks" | "statement" | "email" | "emailed" | "confirmed", "to") => {
            (2, CreditKind::Interview)
        }
        (_, _, "told" | "tells" | "telling") => (1, CreditKind::Interview),
        (_, _, "citing" | "per") => (1, CreditKind::Report),
        _ => return None,
    };
    Some((at.checked_sub(reach)?, kind))
}

/// The words of a credit that follow the name at tokens `[start, end)`: "Reuters first reported".
fn after(t: &[Token], start: usize, end: usize) -> Option<(usize, usize, CreditKind)> {
    let mut at = end;
    let mut called = start.checked_sub(1).and_then(|i| t.get(i)).is_some_and(|w| outlet::is_noun(&w.low));
    for _ in 0..4 {
        match t.get(at).map_or("", |w| w.low.as_str()) {
            "news" | "newspaper" | "agency" | "magazine" | "broadcaster" | "network" => {
                called = true;
                at += 1;
            }
            "has" | "have" | "had" | "also" | "first" | "earlier" | "later" | "previously" | "then" => {
                at += 1;
            }
            _ => break,
        }
    }
    let reports = match t.get(at).map_or("", |w| w.low.as_str()) {
        "reported" | "reports" | "wrote" | "quoted" | "quotes" | "cited" | "understands" | "revealed"
        | "reveals" => true,
        "said" | "says" | "learned" => called,
        _ => false,
    };
    reports.then_some((start, at + 1, CreditKind::Report))
}
