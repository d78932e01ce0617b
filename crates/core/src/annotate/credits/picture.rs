//! Whose picture it is: the agency in a caption's credit, or the photographer where there is none.
//!
//! **Invariant:** only what the reader set apart as a credit is read.
//! Start at [`credit`].

use super::super::times::token;
use super::{Credit, CreditKind, outlet};
use crate::evidence::Evidence;
use crate::span::Span;

/// The credit whose words are `span`.
pub(super) fn credit(text: &str, span: Span) -> Option<Credit> {
    let t = token::tokens(text, span);
    let mut agency = None;
    let mut at = 0;
    while at < t.len() {
        let found = outlet::at(text, &t, at);
        if let Some(end) = found {
            agency =
                t.get(at).zip(end.checked_sub(1).and_then(|i| t.get(i))).map(|(a, b)| a.span.join(b.span));
        }
        at = found.unwrap_or(at + 1);
    }
    let origin = agency.or_else(|| last_part(text, span))?;
    Some(Credit { span, origin, kind: CreditKind::Picture, evidence: Evidence::rule("credit-picture", 90) })
}

/// The last name between slashes, behind "via" or a colon, without brackets.
fn last_part(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let from = [
        words.rfind('/').map(|i| i + 1),
        words.rfind(" via ").map(|i| i + 5),
        words.rfind(':').map(|i| i + 1),
    ];
    let from = from.into_iter().flatten().max().unwrap_or(0);
    let edge = |c: char| !c.is_alphanumeric();
    let rest = words.get(from..)?;
    let start = from + (rest.len() - rest.trim_start_matches(edge).len());
    let name = rest.trim_matches(edge);
    let start = span.start as usize + start;
    (!name.is_empty()).then(|| Span::new(start, start + name.len()))
}
