//! Joined names into forms, entities and the mappings between them.
//!
//! **Invariant:** an entity's name is the one that the reader chose, else its fullest, then most frequent form, then
//! the first in byte order; every other form says why it belongs to that one. Start at [`assemble`].

use std::collections::{BTreeMap, BTreeSet};

use super::super::decisions::{Decisions, Merge};
use super::super::{Corpus, Entity, Form};
use super::{Names, Spelled, key, plain};
use crate::annotate::NameKind;
use crate::evidence::Evidence;

/// The corpus of the names alone; `unused` are the decisions known to name nothing.
pub(super) fn assemble(
    spelled: &Spelled,
    names: &mut Names,
    decisions: &Decisions,
    hidden: &BTreeSet<(NameKind, String)>,
    mut unused: Vec<String>,
) -> Corpus {
    let mut uses: BTreeMap<&Form, u32> = BTreeMap::new();
    spelled.iter().flatten().for_each(|form| *uses.entry(form).or_default() += 1);
    let forms: Vec<Form> = uses.keys().map(|form| (*form).clone()).collect();
    let counts: Vec<u32> = uses.values().copied().collect();
    for hide in &decisions.hide {
        if !forms.iter().any(|f| f.kind == hide.kind && plain(&f.spelling) == plain(&hide.name)) {
            unused.push(format!("hide {} \"{}\"", hide.kind.name(), hide.name));
        }
    }
    let mut members: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate() {
        if let Some(name) = names.by_form.get(form).copied() {
            members.entry(names.root(name)).or_default().push(at as u32);
        }
    }
    let decided: BTreeSet<usize> = names.decided.clone().into_iter().map(|name| names.root(name)).collect();
    let mut entities: Vec<Entity> = members
        .into_iter()
        .map(|(root, members)| entity(members, &forms, &counts, decided.contains(&root).then_some(decisions)))
        .collect();
    entities.sort_by(|a, b| (a.kind, &a.name, &a.forms).cmp(&(b.kind, &b.name, &b.forms)));
    let mut form_entities = vec![None; forms.len()];
    for (at, entity) in entities.iter().enumerate() {
        for form in &entity.forms {
            if let Some(slot) = form_entities.get_mut(*form as usize) {
                *slot = Some(at as u32);
            }
        }
    }
    let shown = |form: &Form| {
        let at = forms.binary_search(form).ok()?;
        (!hidden.contains(&(form.kind, plain(&form.spelling)))).then_some(at as u32)
    };
    let mention_forms = spelled.iter().map(|mentions| mentions.iter().map(shown).collect()).collect();
    Corpus { forms, mention_forms, entities, form_entities, unused, ..Corpus::default() }
}

/// The entity of the forms `members`, under the `decisions` if the reader joined some of them.
fn entity(mut members: Vec<u32>, forms: &[Form], counts: &[u32], decisions: Option<&Decisions>) -> Entity {
    let form = |at: &u32| forms.get(*at as usize);
    let spelling = |at: &u32| form(at).map_or("", |f| f.spelling.as_str());
    let kind = members.first().and_then(form).map_or(NameKind::Person, |f| f.kind);
    let merge = decisions.and_then(|decisions| {
        let names = |m: &&Merge| {
            let spelled = |s: &String| members.iter().any(|at| plain(spelling(at)) == plain(s));
            m.kind == kind && std::iter::once(&m.name).chain(&m.with).any(spelled)
        };
        decisions.merge.iter().find(names)
    });
    let chosen = merge.map(|m| plain(&m.name));
    members.sort_by_key(|at| {
        let own = chosen.as_ref().is_some_and(|name| plain(spelling(at)) == *name);
        let uses = counts.get(*at as usize).copied().unwrap_or(0);
        (
            !own,
            std::cmp::Reverse(key::fullness(spelling(at))),
            std::cmp::Reverse(uses),
            spelling(at).to_owned(),
        )
    });
    let shown = members.first().map_or("", spelling).to_owned();
    let first = members.first().and_then(form);
    let merges = members.iter().skip(1).filter_map(form).map(|other| {
        let rule = first.and_then(|first| key::relation(first, other));
        match (rule, merge) {
            (Some((rule, confidence)), _) => {
                Evidence::rule(rule, confidence).from("name", shown.clone(), Vec::new())
            }
            (None, Some(merge)) => Evidence::rule("decided-by-reader", 100).from(
                "decision",
                merge.reason.clone().unwrap_or_default(),
                Vec::new(),
            ),
            (None, None) => {
                Evidence::rule("through-another-form", 80).from("name", shown.clone(), Vec::new())
            }
        }
    });
    let merges = merges.collect();
    Entity { kind, name: merge.map_or(shown, |merge| merge.name.clone()), forms: members, merges }
}
