//! Names without what belongs to somebody else, and with their legal form: the office after a company, "Flight" after an
//! airline, and the "Inc." that a comma parts from its company.
//!
//! **Invariant:** something of the name always stays; only what stands at its end goes or comes. Start at [`trim`].

use super::super::{Mention, NameKind};
use crate::fold::{WordList, sorted};

/// Words in capitals that go on with a person or a number rather than end the name of a body.
const FOLLOWERS: WordList = sorted![
    "CEO",
    "CEOs",
    "CFO",
    "COO",
    "CTO",
    "Chairman",
    "Chairwoman",
    "Flight",
    "Spokesman",
    "Spokeswoman"
];

/// Legal forms that a comma may part from the name.
const LEGAL: &[&str] = &["Corp.", "Inc", "Inc.", "LLC", "LLP", "Ltd", "Ltd.", "N.V.", "PLC", "S.A."];

/// Cuts such words from the ends of `found`, and gives it the legal forms.
pub(super) fn trim(text: &str, found: &mut Vec<Mention>) {
    let mut end = 0;
    found.retain_mut(|mention| {
        // What has become a part of the name before it is no name.
        if mention.span.start < end {
            return false;
        }
        if mention.kind == NameKind::Organization
            && let Some(rest) = text.get(mention.span.end as usize..).and_then(|rest| rest.strip_prefix(", "))
            && let Some(form) = LEGAL.iter().rev().find(|form| is_word(rest, form))
        {
            mention.span.end += 2 + form.len() as u32;
        }
        end = mention.span.end;
        true
    });
    for mention in found.iter_mut().filter(|m| matches!(m.kind, NameKind::Organization | NameKind::Place)) {
        let name = mention.span.of(text);
        if let Some((rest, last)) = name.rsplit_once(' ')
            && FOLLOWERS.has(last)
        {
            mention.span.end = mention.span.start + rest.trim_end().len() as u32;
        }
    }
}

/// Whether `rest` begins with the word `form`.
fn is_word(rest: &str, form: &str) -> bool {
    rest.strip_prefix(form).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}
