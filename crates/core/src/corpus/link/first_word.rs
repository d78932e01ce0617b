//! Organizations by the first word of their name: "Goldman" in an article about Goldman Sachs.
//!
//! **Invariant:** within a document only, and only for a word that no table knows and that is no acronym; a word with
//! which several begin elsewhere, and that stands by itself too, is a name of its own. Start at [`join`].

use std::collections::{BTreeMap, BTreeSet};

use super::key::Key;
use super::names::Names;
use super::spelled::Spelled;
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer;
use crate::fold::{WordList, sorted};

/// Gives the mentions of such a word the name of the one organization of their document that begins with it.
pub(super) fn join(names: &mut Names, spelled: &mut Spelled) {
    let mut all: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut alone: BTreeSet<String> = BTreeSet::new();
    // For each article that has any, the words with the form of the name that begins with each.
    let mut full: Vec<(u32, BTreeMap<u32, u32>)> = Vec::new();
    for (article, mentions) in (0..).zip(spelled.mentions.iter()) {
        let here: BTreeSet<u32> = mentions.iter().copied().collect();
        let mut long: BTreeMap<&str, BTreeMap<usize, u32>> = BTreeMap::new();
        let mut short: Vec<(&str, u32, usize)> = Vec::new();
        for form in &here {
            let organization = spelled.form(*form).filter(|f| f.kind == NameKind::Organization);
            let Some((found, name)) = organization.zip(names.name(*form)) else { continue };
            if names.key(name).is_none() {
                continue;
            }
            let root = names.root(name);
            let word = found.spelling.as_str();
            match word.split_once(' ') {
                Some((first, rest)) if !is_branch(rest) => {
                    long.entry(first).or_default().insert(root, *form);
                }
                None if is_free(word) && !names.key(name).is_some_and(Key::is_known) => {
                    short.push((word, *form, root));
                }
                _ => {}
            }
        }
        let mut here = BTreeMap::new();
        for (word, form, own) in short {
            let Some(long) = long.get(word) else {
                alone.insert(word.to_owned());
                continue;
            };
            let only = long.first_key_value().filter(|(root, _)| long.len() == 1 && **root != own);
            here.extend(only.map(|(_, only)| (form, *only)));
        }
        for (first, roots) in long {
            all.entry(first.to_owned()).or_default().extend(roots.into_keys());
        }
        if !here.is_empty() {
            full.push((article, here));
        }
    }
    let doubtful = |form: &u32| {
        let word = spelled.forms.get(*form as usize).map_or("", |f| f.spelling.as_str());
        alone.contains(word) && all.get(word).is_some_and(|roots| roots.len() > 1)
    };
    for (_, full) in &mut full {
        full.retain(|form, _| !doubtful(form));
    }
    for (article, full) in full {
        for slot in spelled.mentions.get_mut(article) {
            *slot = full.get(slot).copied().unwrap_or(*slot);
        }
    }
}

/// Words that end the names of bodies which bear somebody's name without being that one.
#[rustfmt::skip]
const NAMED_AFTER: WordList = sorted![
    "Academy", "Arena", "Association", "Award", "Center", "Centre", "Championship", "Club", "College", "Council", "Court",
    "Cup", "Foundation", "Fund", "Hospital", "Institute", "League", "Museum", "Party", "Prize", "School", "Society",
    "Stadium", "Trust", "Union", "University",
];

/// Whether what follows the first word makes another body of the name: "Norlund Europe", "Norlund Foundation".
fn is_branch(rest: &str) -> bool {
    let last = rest.rsplit(' ').next().unwrap_or(rest);
    NAMED_AFTER.has(last)
        || [rest, last]
            .iter()
            .any(|name| gazetteer::known(name).is_some_and(|(kind, _)| kind == NameKind::Place))
        || rest.starts_with("of ")
        || last == "America"
}

/// Whether `word` is a name that only its document can explain: no acronym, and in no table.
fn is_free(word: &str) -> bool {
    word.contains(char::is_lowercase) && gazetteer::known(word).is_none() && !gazetteer::is_common(word)
}
