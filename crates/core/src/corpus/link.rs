//! Spellings into entities: which forms are one person, place or organization.
//!
//! Forms with one key ([`key`]) are one name. Names are then joined: a short form with the one longer form it can
//! stand for, an acronym with the one organization whose initials it is, and whatever the reader decided.
//! **Invariant:** two different given names are never joined, nor is anything by an initial alone; a form with two
//! candidates stays by itself, unless its own document leaves only one, and then only there. Only the reader may
//! override that, and what the reader sets apart no rule joins. Start at [`link`].

mod assemble;
mod company;
mod first_word;
mod given;
mod key;
mod kinds;
mod names;
mod organization;
mod person;
mod place;
mod spelled;
#[cfg(test)]
mod tests;
mod thing;
mod variants;

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::Decisions;
use super::source::Source;
use super::{Article, Form, Joined};
use crate::annotate::NameKind;
use crate::evidence::Evidence;
use crate::fold::fold;
use crate::order;
use key::Key;
use names::{Names, Plain};
pub(super) use spelled::Follows;
use spelled::Spelled;

/// The forms, entities and their mappings for `articles`, without clusters; and how their mentions follow each other.
pub(super) fn link<S: Source + ?Sized>(articles: &S, decisions: &Decisions) -> (Joined, Vec<Follows>) {
    let hidden = order::set(decisions.hide.iter().map(|h| (h.kind, plain(&h.name))));
    let apart = order::set(
        decisions
            .split
            .iter()
            .flat_map(|split| split.without.iter().map(|spelling| (split.kind, plain(spelling)))),
    );
    let mut spelled = Spelled::of(articles);
    kinds::agree(&mut spelled, &apart);
    let mut names = Names::of(&spelled, &hidden, &apart);
    person::join(&mut names, &mut spelled);
    person::by_given_name(&mut names, &mut spelled);
    organization::join(&mut names, &mut spelled);
    place::join(&mut names, &spelled);
    thing::join(&mut names, &spelled);
    let unused = decide(&mut names, &spelled, decisions);
    let joined = assemble::assemble(&spelled, &mut names, decisions, &hidden, unused);
    (joined, spelled.follows)
}

/// Why mention `mention` of `article` stands for `form` where it is written otherwise, or `None` where it is not.
pub(super) fn mention_evidence(article: &Article, mention: u32, form: &Form) -> Option<Evidence> {
    let found = article.annotations.mentions.get(mention as usize)?;
    let words = || found.span.of(&article.document.text).split_whitespace();
    if found.kind == form.kind && words().eq(form.spelling.split(' ')) {
        return None;
    }
    let own = Form { kind: found.kind, spelling: words().collect::<Vec<_>>().join(" ") };
    let (rule, confidence) = stands_for(&own, form);
    let what = if own.kind == form.kind { "name in this document" } else { "name elsewhere" };
    Some(Evidence::rule(rule, confidence).from(what, form.spelling.clone(), Vec::new()))
}

/// Why a mention of the form `own` stands for `form`, which its document or the corpus gave it, and how sure that is.
fn stands_for(own: &Form, form: &Form) -> (&'static str, u8) {
    let (short, long) = (Key::of(own), Key::of(form));
    match form.kind {
        kind if kind != own.kind => ("kind-elsewhere", 80),
        NameKind::Person if short.is_given_name_of(&long) && !short.is_short_for(&long) => {
            ("given-name-in-document", 80)
        }
        NameKind::Person => ("same-person-short-form", 90),
        _ => ("short-form-in-document", 85),
    }
}

/// The spelling by which a decision finds a form.
fn plain(spelling: &str) -> String {
    fold(&spelling.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Short names with the names they can stand for.
type Shorts = BTreeMap<usize, BTreeSet<usize>>;

/// In the documents that name just one of those that a short name can stand for, gives its mentions the fullest form
/// of that one there; `one` says which name a list of them comes down to, if it is one.
fn only_here(
    names: &mut Names,
    spelled: &mut Spelled,
    ambiguous: &Shorts,
    one: impl Fn(&mut Names, &[usize]) -> Option<usize>,
) {
    let mut shorts_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (short, long) in ambiguous {
        for long in long {
            shorts_of.entry(*long).or_default().push(*short);
        }
    }
    let Spelled { forms, mentions, .. } = spelled;
    for article in 0..if ambiguous.is_empty() { 0 } else { mentions.len() } {
        let mentions = mentions.get_mut(article);
        let here = order::map(mentions.iter().filter_map(|form| Some((*form, names.name(*form)?))));
        let short = order::set(here.values().copied().filter(|name| ambiguous.contains_key(name)));
        let mut long: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for (form, name) in here.iter().filter(|_| !short.is_empty()) {
            for name in shorts_of.get(name).into_iter().flatten().filter(|name| short.contains(name)) {
                long.entry(*name).or_default().push(*form);
            }
        }
        let mut full: BTreeMap<usize, u32> = BTreeMap::new();
        for (short, long) in long {
            let there: Vec<usize> = long.iter().filter_map(|form| here.get(form).copied()).collect();
            let form = |at: &u32| forms.get(*at as usize);
            let rank = |at: &u32| (form(at).map(key::fullness), std::cmp::Reverse(form(at)));
            let fullest = long.iter().copied().max_by(|a, b| rank(a).cmp(&rank(b)));
            if let (Some(_), Some(fullest)) = (one(names, &there), fullest) {
                full.insert(short, fullest);
            }
        }
        for slot in mentions.iter_mut().filter(|_| !full.is_empty()) {
            let fullest = here.get(slot).and_then(|name| full.get(name));
            *slot = fullest.copied().unwrap_or(*slot);
        }
    }
}

/// Joins what the reader decided; gives the decisions that name nothing here.
fn decide(names: &mut Names, spelled: &Spelled, decisions: &Decisions) -> Vec<String> {
    let mut unused = Vec::new();
    if decisions.merge.is_empty() && decisions.split.is_empty() {
        return unused;
    }
    let mut by_plain: BTreeMap<Plain, usize> = BTreeMap::new();
    for (form, name) in spelled.forms.iter().zip(&names.of_form) {
        if let Some(name) = name {
            by_plain.entry((form.kind, plain(&form.spelling))).or_insert(*name);
        }
    }
    for merge in &decisions.merge {
        let mut found = Vec::new();
        for spelling in std::iter::once(&merge.name).chain(&merge.with) {
            match by_plain.get(&(merge.kind, plain(spelling))) {
                Some(name) => found.push(*name),
                None => unused.push(format!("merge {} \"{spelling}\"", merge.kind.name())),
            }
        }
        if let Some((first, others)) = found.split_first() {
            for other in others {
                let reason = merge.reason.clone().unwrap_or_default();
                let why = Evidence::rule("decided-by-reader", 100).from("decision", reason, Vec::new());
                names.join(*first, *other, why);
            }
            names.decided.extend(found);
        }
    }
    for split in &decisions.split {
        for spelling in &split.without {
            if !by_plain.contains_key(&(split.kind, plain(spelling))) {
                unused.push(format!("split {} \"{spelling}\"", split.kind.name()));
            }
        }
    }
    unused
}
