//! Names that are of no person, place or organization: treaties, prizes, contests, wars, laws, works.
//!
//! **Invariant:** told by the last word alone, and only for names of more than one word. Start at [`tell_apart`].

use super::super::{Mention, NameKind};
use super::line::Line;
use crate::evidence::Evidence;
use crate::fold::{WordList, sorted};
use crate::order::Order as _;

/// Words that end the names of such things.
#[rustfmt::skip]
const THINGS: WordList = sorted![
    "Accord", "Accords", "Act", "Agreement", "Agreements", "Award", "Awards", "Bill", "Championship", "Championships",
    "Constitution", "Cup", "Declaration", "Festival", "Final", "Finals", "Games", "Marathon", "Memorandum", "Olympics",
    "Open", "Pact", "Prix", "Prize", "Prizes", "Protocol", "Protocols", "Resolution", "Revolution", "Summit",
    "Tournament", "Treaty", "Trophy", "War", "Wars",
];

/// Makes names that end with such a word [`NameKind::Other`], and adds those that nobody has named.
pub(super) fn tell_apart(text: &str, lines: &[Line<'_>], found: &mut Vec<Mention>) {
    let mut more = Vec::new();
    let mut at = 0;
    for line in lines.iter().filter(|line| !line.title_case) {
        for (i, last) in line.tokens.iter().enumerate().filter(|(_, t)| THINGS.has(t.text)) {
            while found.get(at).is_some_and(|m| m.span.end < last.span.end) {
                at += 1;
            }
            let evidence = Evidence::rule("thing-word", 80);
            if let Some(mention) = found.get_mut(at).filter(|m| m.span.start < last.span.end) {
                if mention.span.end == last.span.end && mention.span.start < last.span.start {
                    (mention.kind, mention.evidence) = (NameKind::Other, evidence);
                }
                continue;
            }
            let capital = |j: &usize| {
                line.taken.get(*j) == Some(&false)
                    && line.initial.get(*j) == Some(&false)
                    && line.tokens.get(*j).is_some_and(super::token::Token::is_capital)
            };
            let first = (i.saturating_sub(6)..i).rev().take_while(capital).last();
            let span = first.and_then(|first| Some(line.tokens.get(first)?.span.join(last.span)));
            let before = at.checked_sub(1).and_then(|at| found.get(at)).map_or(0, |m| m.span.end);
            if let Some(span) = span.filter(|span| span.start >= before && !span.of(text).contains('\n')) {
                more.push(Mention { span, kind: NameKind::Other, evidence });
            }
        }
    }
    found.extend(more);
    found.order_by_key(|m| m.span.start);
}
