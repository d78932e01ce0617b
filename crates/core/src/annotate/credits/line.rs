//! Credits in a line of its own, or at the ends of a paragraph: "By: dw", "Source: Tass", "KYIV (AP) —".
//!
//! **Invariant:** only outlets that the tables know are origins here: a byline's people are authors.
//! Start at [`credits`].

use super::super::times::token::{self, Token};
use super::{Credit, CreditKind, outlet};
use crate::evidence::Evidence;
use crate::span::Span;

/// The longest line that is looked at as a byline.
const SHORT: usize = 160;

/// How far into a paragraph, or from its end, an agency's name may stand.
const EDGE: usize = 80;

/// The credits of the block `span`, added to `found`.
pub(super) fn credits(text: &str, span: Span, found: &mut Vec<Credit>) {
    let line = span.of(text);
    if line.len() <= SHORT {
        byline(text, span, found);
    }
    let mut head = line.len().min(EDGE);
    while !line.is_char_boundary(head) {
        head -= 1;
    }
    bracketed(text, Span { start: span.start, end: span.start + head as u32 }, false, found);
    if line.len() > EDGE {
        let mut tail = line.len() - EDGE;
        while !line.is_char_boundary(tail) {
            tail += 1;
        }
        bracketed(text, Span { start: span.start + tail as u32, end: span.end }, true, found);
    }
    if line.contains("contributed to this")
        || line.contains("reporting by")
        || line.contains("reporting from")
    {
        contributed(text, span, found);
    }
}

/// "By: dw", "Source: Reuters", "BBC/Tass", each name of the line an origin where the line holds nothing else.
fn byline(text: &str, span: Span, found: &mut Vec<Credit>) {
    let t = token::tokens(text, span);
    let led =
        t.first().is_some_and(|w| matches!(w.low.as_str(), "by" | "source" | "sources" | "via" | "credit"));
    let mut at = usize::from(led);
    let mut names: Vec<Span> = Vec::new();
    while let Some(word) = t.get(at) {
        if matches!(
            word.low.as_str(),
            ":" | "," | "/" | "and" | "the" | "&" | "|" | "." | "with" | "-" | "(" | ")"
        ) {
            at += 1;
            continue;
        }
        let known = outlet::at(text, &t, at);
        let small = led && outlet::is_known(word.span.of(text));
        let end = match known {
            Some(end) => end,
            None if small => at + 1,
            None => return,
        };
        let last = end.checked_sub(1).and_then(|i| t.get(i)).map_or(word.span, |w| w.span);
        names.push(word.span.join(last));
        at = end;
    }
    if led {
        found.extend(names.into_iter().map(|origin| credit(span, origin, "credit-byline", 95)));
    }
}

/// "(AP)", "/TASS/" in a dispatch's first words, and these or "— AFP" in its last.
fn bracketed(text: &str, edge: Span, last: bool, found: &mut Vec<Credit>) {
    // Only these open a credit.
    let opens = |c: char| matches!(c, '(' | '/' | '[') || last && matches!(c, '—' | '–' | '-');
    if !edge.of(text).contains(opens) {
        return;
    }
    let t = token::tokens(text, edge);
    for (at, word) in t.iter().enumerate() {
        let opens = matches!(word.low.as_str(), "(" | "/" | "[");
        let dash = last && matches!(word.low.as_str(), "—" | "–" | "-" | "/");
        if !opens && !dash {
            continue;
        }
        let Some(end) = outlet::at(text, &t, at + 1) else { continue };
        let close = t.get(end).map_or("", |w| w.low.as_str());
        let after = t.get(end + 1).map_or("", |w| w.low.as_str());
        let closes = matches!((word.low.as_str(), close), ("(", ")") | ("/", "/") | ("[", "]"));
        // In the first words a dash follows the brackets: elsewhere they explain a name, "the Associated Press (AP)".
        let fits = if last {
            closes && (after.is_empty() || end + 1 == t.len()) || dash && end == t.len()
        } else {
            closes && (matches!(after, "—" | "–" | "-" | ":" | "―" | "") || word.low == "/")
        };
        let (Some(first), Some(name)) = (t.get(at + 1), end.checked_sub(1).and_then(|i| t.get(i))) else {
            continue;
        };
        if fits && !is_inside(&t, at) {
            let origin = first.span.join(name.span);
            let whole =
                if closes { word.span.join(t.get(end).map_or(name.span, |w| w.span)) } else { origin };
            found.push(credit(whole, origin, "credit-wire", 90));
        }
    }
}

/// Whether a small word stands in the first words before the bracket: then it is a sentence, not a dateline.
fn is_inside(t: &[Token], at: usize) -> bool {
    let Some(before) = t.get(..at) else { return false };
    let first = t.first().is_some_and(|w| w.capital);
    first
        && before.len() < 10
        && before.iter().any(|w| matches!(w.low.as_str(), "said" | "the" | "told" | "to"))
}

/// "Reuters contributed to this report", "with additional reporting by AFP".
fn contributed(text: &str, span: Span, found: &mut Vec<Credit>) {
    let t = token::tokens(text, span);
    let mut at = 0;
    while at < t.len() {
        let Some(end) = outlet::at(text, &t, at) else {
            at += 1;
            continue;
        };
        let origin =
            t.get(at).zip(end.checked_sub(1).and_then(|i| t.get(i))).map(|(a, b)| a.span.join(b.span));
        found.extend(origin.map(|origin| credit(span, origin, "credit-contributed", 90)));
        at = end;
    }
}

fn credit(span: Span, origin: Span, rule: &'static str, confidence: u8) -> Credit {
    Credit { span, origin, kind: CreditKind::Article, evidence: Evidence::rule(rule, confidence) }
}
