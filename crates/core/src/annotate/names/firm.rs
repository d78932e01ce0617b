//! Companies by the first word of their name: "Ford" where the document has "Ford Motor Company", "Lehman" after
//! "Lehman Brothers".
//!
//! **Invariant:** only against an unsure reading, and never where somebody of the document bears that name.
//! Start at [`recognise`].

use std::collections::BTreeSet;

use super::super::{Mention, NameKind};
use super::gazetteer::{self, lexicon};
use super::product;
use crate::evidence::Evidence;
use crate::fold::{WordList, sorted};

/// Words that end the names of companies, as they are written.
#[rustfmt::skip]
const FIRMS: WordList = sorted![
    "AG", "Airlines", "Airways", "Automobile", "Brothers", "Capital", "Cars", "Co", "Company", "Corp", "Corporation",
    "Electronics", "Energy", "Entertainment", "Financial", "Foods", "GmbH", "Group", "Holding", "Holdings", "Inc",
    "Industries", "Insurance", "LLC", "Limited", "Ltd", "Management", "Motor", "Motors", "NV", "PLC", "Partners",
    "Petroleum", "Pharmaceuticals", "Pictures", "SA", "SE", "Securities", "Software", "SpA", "Steel", "Stores",
    "Systems", "Technologies", "plc",
];

/// From this confidence on, in per cent, a reading stands.
const SURE: u8 = 88;

/// Makes single words of `found` organizations where a company of the document begins with them.
pub(super) fn recognise(text: &str, found: &mut [Mention]) {
    let mut firms: BTreeSet<&str> = BTreeSet::new();
    let mut people: BTreeSet<&str> = BTreeSet::new();
    let mut brands: BTreeSet<&str> = BTreeSet::new();
    let organizations = found.iter().filter(|m| m.kind == NameKind::Organization).map(|m| m.span.of(text));
    let bodies: BTreeSet<&str> =
        organizations.filter(|name| is_acronym(name) || gazetteer::is_company(name)).collect();
    for mention in found.iter() {
        let name = mention.span.of(text);
        if mention.kind == NameKind::Organization && product::is_brand(name) {
            brands.insert(name);
        }
        let Some((first, rest)) = name.split_once(char::is_whitespace) else { continue };
        let last = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
        match mention.kind {
            NameKind::Person if !bodies.contains(first) => people.extend([first, last]),
            NameKind::Organization
                if (gazetteer::is_company(name) || FIRMS.has(last.trim_end_matches('.')))
                    && !is_word_too(first) =>
            {
                firms.insert(first);
            }
            NameKind::Other if mention.evidence.rule == "maker-and-model" => {
                firms.insert(first);
                brands.insert(first);
            }
            _ => {}
        }
    }
    for mention in found.iter_mut().filter(|m| matches!(m.kind, NameKind::Person | NameKind::Place)) {
        let name = mention.span.of(text);
        // "GM Europe": a body of the document, and where it is or what it bought.
        let branch = name.split_once(' ').is_some_and(|(first, rest)| {
            bodies.contains(first) && !people.contains(first) && gazetteer::known(rest).is_some()
        });
        if branch && mention.kind == NameKind::Person && mention.evidence.confidence < SURE {
            mention.kind = NameKind::Organization;
            mention.evidence = Evidence::rule("begins-with-a-body", 70);
            continue;
        }
        let unsure = mention.evidence.confidence < SURE
            && mention.evidence.rule != "title-before"
            && gazetteer::known(name).is_none();
        let rule = match () {
            () if firms.contains(name) => "begins-a-name-elsewhere",
            () if product::is_brand(name) && brands.len() > 1 => "brand-among-brands",
            () => continue,
        };
        if unsure && !people.contains(name) {
            mention.kind = NameKind::Organization;
            mention.evidence = Evidence::rule(rule, 80);
        }
    }
}

/// Whether the first word of a company is a given name or an everyday word as well, and no company by itself: "Philip",
/// "General".
fn is_word_too(first: &str) -> bool {
    let other = lexicon::Word::GIVEN.or(lexicon::Word::EVERYDAY);
    let word = gazetteer::is_given(first) || gazetteer::is_common(first) || lexicon::word(first).is(other);
    word && !product::is_brand(first) && !gazetteer::is_company(first)
}

/// Whether `name` is two to five capitals.
fn is_acronym(name: &str) -> bool {
    (2..=5).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}
