//! People: short forms with the longer form they stand for.
//!
//! **Invariant:** a short form has no given name of its own, and is joined only where one longer name is possible:
//! in the whole corpus, else for the mentions of a document that names just one. A given name alone is somebody's
//! only within a document. Start at [`join`], then [`by_given_name`].

use std::collections::{BTreeMap, BTreeSet};

use super::super::Form;
use super::key::Key;
use super::{Names, Spelled};
use crate::annotate::NameKind;

/// Joins the people among `names`; a mention that only its document explains is given the longer form in `spelled`.
pub(super) fn join(names: &mut Names, spelled: &mut Spelled) {
    let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (name, key) in names.keys.iter().enumerate().filter(|(_, key)| key.kind == NameKind::Person) {
        if let Some(last) = key.words.last() {
            by_last.entry(last.clone()).or_default().push(name);
        }
    }
    let documents = documents(names, spelled);
    for family in by_last.values() {
        without_middle(names, family);
        short_forms(names, spelled, &documents, family);
    }
}

/// Gives the mentions of a given name alone the full name of the one person in their document who bears it:
/// “Boris, stop!” in a document with one Boris.
pub(super) fn by_given_name(names: &mut Names, spelled: &mut Spelled) {
    let roots: Vec<usize> = (0..names.keys.len()).map(|name| names.root(name)).collect();
    let mut members: BTreeMap<usize, usize> = BTreeMap::new();
    for root in &roots {
        *members.entry(*root).or_default() += 1;
    }
    for mentions in spelled {
        let here: BTreeSet<&Form> = mentions.iter().filter(|form| form.kind == NameKind::Person).collect();
        let here: Vec<(Form, usize)> =
            here.into_iter().filter_map(|f| Some((f.clone(), *names.by_form.get(f)?))).collect();
        let mut bearers: BTreeMap<String, Vec<(Form, usize)>> = BTreeMap::new();
        for (form, name) in &here {
            if let Some(given) = key(names, *name).and_then(|key| key.given().map(str::to_owned)) {
                bearers.entry(given).or_default().push((form.clone(), *name));
            }
        }
        let mut full: BTreeMap<Form, Form> = BTreeMap::new();
        for (form, name) in &here {
            let Some(short) = key(names, *name).filter(|key| key.words.len() == 1) else { continue };
            let Some(all) = short.words.first().and_then(|given| bearers.get(given)) else { continue };
            let people: BTreeSet<Option<&usize>> = all.iter().map(|(_, n)| roots.get(*n)).collect();
            // A name that stands for somebody already is the last name of that one.
            let free = roots.get(*name).and_then(|root| members.get(root)) == Some(&1);
            let fullest = all.iter().max_by_key(|(f, _)| super::key::fullness(f));
            if let Some((fullest, _)) = fullest.filter(|_| free && people.len() == 1) {
                full.insert(form.clone(), fullest.clone());
            }
        }
        for form in mentions {
            if let Some(fullest) = full.get(form) {
                *form = fullest.clone();
            }
        }
    }
}

/// For each name the documents that have it.
fn documents(names: &Names, spelled: &Spelled) -> Vec<Vec<usize>> {
    let mut documents = vec![Vec::new(); names.keys.len()];
    for (document, mentions) in spelled.iter().enumerate() {
        for name in mentions.iter().filter_map(|form| names.by_form.get(form)) {
            if let Some(list) = documents.get_mut(*name).filter(|list| list.last() != Some(&document)) {
                list.push(document);
            }
        }
    }
    documents
}

fn key(names: &Names, name: usize) -> Option<Key> {
    names.keys.get(name).cloned()
}

/// Those of `family` that `fits` with `short`, as roots.
fn candidates(
    names: &mut Names,
    short: &Key,
    family: &[usize],
    fits: impl Fn(&Key, &Key) -> bool,
) -> BTreeSet<usize> {
    let long: Vec<usize> =
        family.iter().copied().filter(|n| names.keys.get(*n).is_some_and(|long| fits(short, long))).collect();
    long.into_iter().map(|name| names.root(name)).collect()
}

/// "Robert Kennedy" is "Robert F. Kennedy" if there is no other Robert between the two names.
fn without_middle(names: &mut Names, family: &[usize]) {
    for &name in family {
        let Some(short) = key(names, name) else { continue };
        let long = candidates(names, &short, family, Key::lacks_middle_of);
        if let Some(only) = long.first().filter(|_| long.len() == 1) {
            names.join(*only, name);
        }
    }
}

fn short_forms(names: &mut Names, spelled: &mut Spelled, documents: &[Vec<usize>], family: &[usize]) {
    let mut shorts: Vec<(Key, usize)> = family
        .iter()
        .filter_map(|n| Some((key(names, *n)?, *n)))
        .filter(|(key, _)| key.given().is_none())
        .collect();
    shorts.sort_by_key(|(key, _)| std::cmp::Reverse(key.words.len()));
    for (short, name) in shorts {
        let long: Vec<usize> = family
            .iter()
            .copied()
            .filter(|n| names.keys.get(*n).is_some_and(|long| short.is_short_for(long)))
            .collect();
        if let Some(only) = only(names, &long) {
            names.join(only, name);
        } else if long.len() > 1 {
            for document in documents.get(name).into_iter().flatten() {
                if let Some(mentions) = spelled.get_mut(*document) {
                    in_document(names, mentions, name, &long);
                }
            }
        }
    }
}

/// The one name that all of `long` can be: an initial does not make another person if the one full given name
/// begins with it.
fn only(names: &mut Names, long: &[usize]) -> Option<usize> {
    let is_initial = |given: &str| given.chars().count() == 1;
    let given: Vec<(String, usize)> =
        long.iter().filter_map(|n| Some((names.keys.get(*n)?.given()?.to_owned(), *n))).collect();
    let full: BTreeSet<usize> =
        given.iter().filter(|(g, _)| !is_initial(g)).map(|(_, n)| names.root(*n)).collect::<BTreeSet<_>>();
    let Some(first) = full.first().copied() else {
        let roots: BTreeSet<usize> = given.iter().map(|(_, n)| names.root(*n)).collect();
        return roots.first().copied().filter(|_| roots.len() == 1);
    };
    let name = given.iter().find(|(g, _)| !is_initial(g)).map(|(g, _)| g.clone())?;
    let fits = given.iter().filter(|(g, _)| is_initial(g)).all(|(g, _)| name.starts_with(g.as_str()));
    (full.len() == 1 && fits).then_some(first)
}

/// Gives the mentions of the short form the longer form of their own document, where that has only one.
fn in_document(names: &mut Names, mentions: &mut [Form], short: usize, long: &[usize]) {
    let name_of = |form: &Form| names.by_form.get(form).copied();
    let here: BTreeSet<&Form> =
        mentions.iter().filter(|form| name_of(form).is_some_and(|name| long.contains(&name))).collect();
    let there: Vec<usize> = here.iter().filter_map(|form| name_of(form)).collect();
    let fullest = here.iter().max_by_key(|form| super::key::fullness(form)).map(|form| (*form).clone());
    let (Some(_), Some(fullest)) = (only(names, &there), fullest) else { return };
    for form in mentions.iter_mut() {
        if names.by_form.get(form) == Some(&short) {
            *form = fullest.clone();
        }
    }
}
