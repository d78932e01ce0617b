//! People: short forms with the longer form they stand for.
//!
//! **Invariant:** a short form has no given name of its own, and is joined only where one longer name is possible:
//! in the whole corpus, else for the mentions of a document that names just one. A given name alone is somebody's
//! only within a document. Start at [`join`], then [`by_given_name`].

use std::collections::BTreeMap;

use super::key::{self, Key};
use super::names::Names;
use super::spelled::Spelled;
use super::{Shorts, given, only_here};
use crate::annotate::NameKind;
use crate::evidence::Evidence;
use crate::order::{self, Order as _};

/// Joins the people among `names`; a mention that only its document explains is given the longer form in `spelled`.
pub(super) fn join(names: &mut Names, spelled: &mut Spelled) {
    let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (name, key) in names.of_kind(NameKind::Person) {
        if let Some(last) = key.words.last() {
            by_last.entry(last.clone()).or_default().push(name);
        }
    }
    let mut ambiguous = Shorts::new();
    for family in by_last.values().filter(|family| family.len() > 1) {
        without_middle(names, spelled, family);
        other_given_name(names, spelled, family);
        short_forms(names, spelled, family, &mut ambiguous);
    }
    only_here(names, spelled, &ambiguous, only);
}

/// Gives the mentions of a given name alone the full name of the one person in their document who bears it:
/// “Boris, stop!” in a document with one Boris.
pub(super) fn by_given_name(names: &mut Names, spelled: &mut Spelled) {
    let roots: Vec<usize> = (0..names.keys.len()).map(|name| names.root(name)).collect();
    let mut members: BTreeMap<usize, usize> = BTreeMap::new();
    for root in &roots {
        *members.entry(*root).or_default() += 1;
    }
    let Spelled { forms, mentions, .. } = spelled;
    for article in 0..mentions.len() {
        let mentions = mentions.get_mut(article);
        let here = order::set(mentions.iter().copied());
        let person = |form: &u32| forms.get(*form as usize).is_some_and(|f| f.kind == NameKind::Person);
        let here: Vec<(u32, usize)> =
            here.into_iter().filter(person).filter_map(|f| Some((f, names.name(f)?))).collect();
        let mut bearers: BTreeMap<&str, Vec<(u32, usize)>> = BTreeMap::new();
        for (form, name) in &here {
            if let Some(given) = names.key(*name).and_then(Key::given) {
                bearers.entry(given).or_default().push((*form, *name));
            }
        }
        let mut full: BTreeMap<u32, u32> = BTreeMap::new();
        for (form, name) in &here {
            let Some(short) = names.key(*name).filter(|key| key.words.len() == 1) else { continue };
            let Some(all) = short.words.first().and_then(|given| bearers.get(given.as_str())) else {
                continue;
            };
            let people = order::set(all.iter().map(|(_, n)| roots.get(*n)));
            // A name that stands for somebody already is the last name of that one.
            let free = roots.get(*name).and_then(|root| members.get(root)) == Some(&1);
            let fullest = all
                .iter()
                .filter_map(|(f, _)| Some((forms.get(*f as usize)?, *f)))
                .max_by(|a, b| (key::fullness(a.0), &b.0.spelling).cmp(&(key::fullness(b.0), &a.0.spelling)));
            if let Some((_, fullest)) = fullest.filter(|_| free && people.len() == 1) {
                full.insert(*form, fullest);
            }
        }
        for form in mentions.iter_mut().filter(|_| !full.is_empty()) {
            *form = full.get(form).copied().unwrap_or(*form);
        }
    }
}

/// The most words of a family name that stands for a whole one: "van der Bellen".
const LONGEST_FAMILY_NAME: usize = 4;

fn because(names: &Names, spelled: &Spelled, rule: &'static str, confidence: u8, long: usize) -> Evidence {
    let spelling = names.spelling(spelled, long).map_or("", |form| form.spelling.as_str());
    Evidence::rule(rule, confidence).from("name", spelling, Vec::new())
}

/// "Robert Kennedy" is "Robert F. Kennedy" if there is no other Robert between the two names.
fn without_middle(names: &mut Names, spelled: &Spelled, family: &[usize]) {
    // Given name and generation; the names of two words, and those with more in the middle.
    type Ends = BTreeMap<(String, Option<String>), [Vec<usize>; 2]>;
    let mut by_ends = Ends::new();
    for &name in family {
        let Some((key, given)) = names.key(name).and_then(|key| Some((key, key.given()?))) else { continue };
        let [short, long] = by_ends.entry((given.to_owned(), key.generation.clone())).or_default();
        if key.words.len() == 2 { short.push(name) } else { long.push(name) }
    }
    for [short, long] in by_ends.into_values() {
        let roots = names.roots(long);
        for name in short {
            if let Some(only) = roots.first().filter(|_| roots.len() == 1) {
                let why = because(names, spelled, "same-person-middle-name", 90, *only);
                names.join(*only, name, why);
            }
        }
    }
}

/// "Joe Biden" is "Joseph Biden" if nobody else here has that given name in any of its forms.
fn other_given_name(names: &mut Names, spelled: &Spelled, family: &[usize]) {
    let mut bearers: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for &name in family {
        let full = names.key(name).and_then(Key::given).and_then(given::in_full);
        if let Some(full) = full {
            bearers.entry(full).or_default().push(name);
        }
    }
    for bearers in bearers.values() {
        let generation = |name: &usize| names.key(*name).map(|key| (key.generation.clone(), key.words.len()));
        let one = bearers.first().and_then(generation);
        let alike = bearers.iter().all(|name| generation(name) == one);
        if let Some((first, others)) = bearers.split_first().filter(|_| alike) {
            for other in others {
                let why = because(names, spelled, "same-given-name-short", 88, *first);
                names.join(*first, *other, why);
            }
        }
    }
}

fn short_forms(names: &mut Names, spelled: &Spelled, family: &[usize], ambiguous: &mut Shorts) {
    // By the last words of a name, as many as a short form has: "Salman", "bin Salman".
    let mut by_end: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let mut shorts: Vec<(usize, usize)> = Vec::new();
    for &name in family {
        let Some(key) = names.key(name) else { continue };
        if key.given().is_none() {
            shorts.push((key.words.len(), name));
            continue;
        }
        for from in 1..key.words.len() {
            let end = key.words.get(from..).filter(|end| end.len() <= LONGEST_FAMILY_NAME);
            if let Some(end) = end {
                by_end.entry(end.to_vec()).or_default().push(name);
            }
        }
    }
    shorts.order_by_key(|(words, _)| std::cmp::Reverse(*words));
    for (_, name) in shorts {
        let Some(short) = names.key(name) else { continue };
        let fits = |n: &&usize| names.key(**n).is_some_and(|long| short.is_short_for(long));
        let long: Vec<usize> = by_end.get(&short.words).into_iter().flatten().filter(fits).copied().collect();
        if let Some(only) = only(names, &long) {
            let why = because(names, spelled, "same-person-short-form", 95, only);
            names.join(only, name, why);
        } else if long.len() > 1 {
            ambiguous.insert(name, long.into_iter().collect());
        }
    }
}

/// The one name that all of `long` can be: an initial does not make another person if the one full given name
/// begins with it.
fn only(names: &mut Names, long: &[usize]) -> Option<usize> {
    let is_initial = |given: &str| given.chars().count() == 1;
    let given: Vec<(String, usize)> =
        long.iter().filter_map(|n| Some((names.key(*n)?.given()?.to_owned(), *n))).collect();
    let full = names.roots(given.iter().filter(|(g, _)| !is_initial(g)).map(|(_, n)| *n));
    let Some(first) = full.first().copied() else {
        let roots = names.roots(given.iter().map(|(_, n)| *n));
        return roots.first().copied().filter(|_| roots.len() == 1);
    };
    let name = given.iter().find(|(g, _)| !is_initial(g)).map(|(g, _)| g.clone())?;
    let fits = given.iter().filter(|(g, _)| is_initial(g)).all(|(g, _)| name.starts_with(g.as_str()));
    (full.len() == 1 && fits).then_some(first)
}
