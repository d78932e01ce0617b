//! Names that the document has told elsewhere, where nothing near them tells: "Aeroflot" at the start of a sentence,
//! "Northrop" after "Northrop Grumman".
//!
//! **Invariant:** single words that mean nothing else, standing by themselves; a word that is two things in the
//! document is left alone. Start at [`add`].

use std::collections::BTreeMap;

use super::super::{Mention, NameKind};
use super::gazetteer::{self, lexicon};
use super::line::Line;
use super::token::Token;
use crate::evidence::Evidence;
use crate::order::Order as _;

/// A kind that all that is known agrees on; `None` where it does not.
type Agreed = Option<NameKind>;

/// Adds to `found`, in text order, the words that the names in it explain.
pub(super) fn add(text: &str, lines: &[Line<'_>], found: &mut Vec<Mention>) {
    let mut known: BTreeMap<&str, (Agreed, &'static str)> = BTreeMap::new();
    let mut tell = |word, kind, rule| {
        let slot = known.entry(word).or_insert((Some(kind), rule));
        slot.0 = slot.0.filter(|known| *known == kind);
    };
    for mention in found.iter().filter(|m| m.kind != NameKind::Other) {
        let name = mention.span.of(text);
        match name.split_once(char::is_whitespace) {
            None => tell(name, mention.kind, "named-elsewhere"),
            Some((first, last))
                if mention.kind == NameKind::Organization && !last.contains(' ') && !is_adjective(first) =>
            {
                tell(first, mention.kind, "begins-a-name-elsewhere");
            }
            Some(_) => {}
        }
    }
    known.retain(|word, (kind, _)| *kind == Some(NameKind::Organization) && is_name_only(word));
    let mut more = Vec::new();
    let mut at = 0;
    for line in lines.iter().filter(|line| !line.title_case && !known.is_empty()) {
        for (i, token) in line.tokens.iter().enumerate() {
            while found.get(at).is_some_and(|m| m.span.end <= token.span.start) {
                at += 1;
            }
            let covered = found.get(at).is_some_and(|m| m.span.start < token.span.end);
            if covered || !token.is_capital() || line.taken.get(i) == Some(&true) || !stands_alone(line, i) {
                continue;
            }
            if let Some((Some(kind), rule)) = known.get(token.text).copied() {
                more.push(Mention { span: token.span, kind, evidence: Evidence::rule(rule, 60) });
            }
        }
    }
    found.extend(more);
    found.order_by_key(|m| m.span.start);
}

/// Whether `word` means nothing but the name.
fn is_name_only(word: &str) -> bool {
    word.chars().count() > 3
        && word.chars().skip(1).any(char::is_lowercase)
        && !lexicon::word(word).is(lexicon::Word::EVERYDAY.or(lexicon::Word::DEMONYM))
        && !gazetteer::is_common(word)
        && !gazetteer::is_never(word)
        && !gazetteer::is_demonym(word)
        && !gazetteer::is_title_word(word)
        && !gazetteer::is_head(word)
        && !gazetteer::is_given(word)
        && gazetteer::known(word).is_none_or(|(kind, _)| kind == NameKind::Organization)
}

/// Whether `word` belongs to a people, a place or a creed, as far as tables and endings that no surname has tell:
/// "Canarian", but not "Lehman".
fn is_adjective(word: &str) -> bool {
    gazetteer::is_demonym(word)
        || lexicon::word(word).is(lexicon::Word::DEMONYM)
        || ["ian", "ese", "ic", "ish", "ist"].iter().any(|ending| word.ends_with(ending))
}

/// Whether no other capital and no hyphen stands beside token `i`.
fn stands_alone(line: &Line<'_>, i: usize) -> bool {
    let beside = |at: Option<usize>| at.and_then(|at| line.tokens.get(at));
    let joined = |at: Option<usize>| {
        beside(at).is_some_and(|t| {
            t.is_capital() || matches!(t.text, "-" | "&" | "@" | "/" | "’" | "'" | "." | "and" | "de")
        })
    };
    let next = beside(Some(i + 1));
    let stop = next.is_some_and(|t| t.text == ".") && beside(Some(i + 2)).is_none_or(|t| !t.glued);
    let placed = next.is_some_and(|t| t.text == ",") && beside(Some(i + 2)).is_some_and(Token::is_capital);
    !placed && !joined(i.checked_sub(1)) && (stop || !joined(Some(i + 1)))
}
