//! Joined names into forms, entities and the mappings between them.
//!
//! **Invariant:** an entity's name is the one that the reader chose, else its fullest, then most frequent form, then
//! the first in byte order; every other form says why it belongs to that one, and through which other spelling where
//! it does so only through one. Start at [`assemble`].

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::super::decisions::{Decisions, Merge};
use super::super::{Entity, Form, Joined};
use super::names::{Names, Plain};
use super::{Spelled, key, plain};
use crate::annotate::NameKind;
use crate::columns::Flat;
use crate::evidence::Evidence;
use crate::order::{self, Order as _};

/// The corpus of the names alone; `unused` are the decisions known to name nothing.
pub(super) fn assemble(
    spelled: &Spelled,
    names: &mut Names,
    decisions: &Decisions,
    hidden: &BTreeSet<Plain>,
    mut unused: Vec<String>,
) -> Joined {
    let mut uses = vec![0u32; spelled.forms.len()];
    for form in spelled.mentions.all() {
        if let Some(uses) = uses.get_mut(*form as usize) {
            *uses += 1;
        }
    }
    let mut order: Vec<u32> =
        (0..).zip(&uses).filter(|(_, uses)| **uses > 0).map(|(number, _)| number).collect();
    order.order_by(|a, b| spelled.form(*a).cmp(&spelled.form(*b)));
    let forms: Vec<Form> = order.iter().filter_map(|at| spelled.form(*at).cloned()).collect();
    let mut place = vec![None; spelled.forms.len()];
    for (at, number) in (0u32..).zip(&order) {
        if let Some(slot) = place.get_mut(*number as usize) {
            *slot = Some(at);
        }
    }
    if !decisions.hide.is_empty() {
        let known = order::set(forms.iter().map(|f| (f.kind, plain(&f.spelling))));
        let unknown = decisions.hide.iter().filter(|hide| !known.contains(&(hide.kind, plain(&hide.name))));
        unused.extend(unknown.map(|hide| format!("hide {} \"{}\"", hide.kind.name(), hide.name)));
    }
    let mut members: BTreeMap<usize, Vec<Member<'_>>> = BTreeMap::new();
    for ((at, number), form) in (0u32..).zip(&order).zip(&forms) {
        if let Some(name) = names.name(*number) {
            let uses = uses.get(*number as usize).copied().unwrap_or(0);
            members.entry(names.root(name)).or_default().push(Member { at, name, uses, form });
        }
    }
    let decided = order::set(names.decided.clone().into_iter().map(|name| names.root(name)));
    let links = links(names);
    let mut entities: Vec<Entity> = members
        .into_iter()
        .map(|(root, members)| {
            entity(members, spelled, names, &links, decided.contains(&root).then_some(decisions))
        })
        .collect();
    entities.order_by(|a, b| (a.kind, &a.name, &a.forms).cmp(&(b.kind, &b.name, &b.forms)));
    let mut form_entities = vec![None; forms.len()];
    for (at, entity) in (0u32..).zip(&entities) {
        for form in &entity.forms {
            if let Some(slot) = form_entities.get_mut(*form as usize) {
                *slot = Some(at);
            }
        }
    }
    let is_hidden = |form: &Form| !hidden.is_empty() && hidden.contains(&(form.kind, plain(&form.spelling)));
    for (at, slot) in place.iter_mut().enumerate() {
        *slot = slot.filter(|_| !spelled.forms.get(at).is_some_and(is_hidden));
    }
    let shown = |form: &u32| place.get(*form as usize).copied().flatten();
    let mut mention_forms = Flat::default();
    for own in spelled.mentions.iter() {
        mention_forms.push(own.iter().map(|form| shown(form).map_or(0, |form| form + 1)));
    }
    Joined { forms, mention_forms, entities, form_entities, unused, ..Joined::default() }
}

/// A form of an entity: its place among the forms, its name, how often it is used.
struct Member<'a> {
    at: u32,
    name: usize,
    uses: u32,
    form: &'a Form,
}

/// For each name that was joined the joins it is in.
type Links = BTreeMap<usize, Vec<usize>>;

fn links(names: &Names) -> Links {
    let mut links = Links::new();
    for (at, join) in names.joins.iter().enumerate() {
        links.entry(join.a).or_default().push(at);
        links.entry(join.b).or_default().push(at);
    }
    links
}

/// The entity of `members`, under the `decisions` if the reader joined some of them.
fn entity(
    members: Vec<Member<'_>>,
    spelled: &Spelled,
    names: &Names,
    links: &Links,
    decisions: Option<&Decisions>,
) -> Entity {
    let kind = members.first().map_or(NameKind::Person, |member| member.form.kind);
    let merge = decisions.and_then(|decisions| {
        let own = order::set(members.iter().map(|member| plain(&member.form.spelling)));
        let names = |m: &&Merge| {
            m.kind == kind && std::iter::once(&m.name).chain(&m.with).any(|s| own.contains(&plain(s)))
        };
        decisions.merge.iter().find(names)
    });
    let chosen = merge.map(|m| plain(&m.name));
    let mut ranked: Vec<_> = members
        .into_iter()
        .map(|member| {
            let spelling = member.form.spelling.as_str();
            let own = chosen.as_ref().is_some_and(|name| plain(spelling) == *name);
            ((!own, Reverse(key::fullness(member.form)), Reverse(member.uses), spelling), member)
        })
        .collect();
    ranked.order_by(|(a, _), (b, _)| a.cmp(b));
    let members: Vec<Member<'_>> = ranked.into_iter().map(|(_, member)| member).collect();
    let Some((first, others)) = members.split_first() else {
        return Entity { kind, name: String::new(), forms: Vec::new(), merges: Vec::new(), location: None };
    };
    let reasons = reasons(first.name, spelled, names, links);
    let merges = others.iter().map(|other| {
        let alike = key::relation(first.form, other.form).filter(|_| other.name == first.name);
        let joined = || reasons.get(&other.name).cloned();
        let alike = alike.map(|(rule, confidence)| {
            Evidence::rule(rule, confidence).from("name", first.form.spelling.clone(), Vec::new())
        });
        alike.or_else(joined).unwrap_or_else(|| Evidence::rule("same-letters", 100))
    });
    let name = merge.map_or_else(|| first.form.spelling.clone(), |merge| merge.name.clone());
    let forms = members.iter().map(|member| member.at).collect();
    Entity { kind, name, merges: merges.collect(), forms, location: None }
}

/// For each name joined with `first`, why: the reason of the join by which it is reached, and the spelling it was
/// joined with.
fn reasons(first: usize, spelled: &Spelled, names: &Names, links: &Links) -> BTreeMap<usize, Evidence> {
    let mut reasons = BTreeMap::new();
    let mut seen = order::set([first]);
    let mut next = std::collections::VecDeque::from([first]);
    while let Some(name) = next.pop_front() {
        for join in links.get(&name).into_iter().flatten().filter_map(|at| names.joins.get(*at)) {
            let other = if join.a == name { join.b } else { join.a };
            if !seen.insert(other) {
                continue;
            }
            let spelling = names.spelling(spelled, name).map_or("", |form| form.spelling.as_str());
            let mut why = join.why.clone();
            if why.anchor.as_ref().is_some_and(|anchor| anchor.what == "name") {
                why = why.from("name", spelling, Vec::new());
            }
            reasons.insert(other, why);
            next.push_back(other);
        }
    }
    reasons
}
