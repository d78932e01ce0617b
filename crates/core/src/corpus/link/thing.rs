//! Products: a model with and without its maker, its plural and its epithet.
//!
//! "Airbus A380" and "A380", "Boeing 787 Dreamliner", "787s" and "Dreamliner", "Apple iPhone" and "iPhone".
//! **Invariant:** a designation that two makers have here joins nothing, and neither does one with another variant
//! after it ("737-800", "iPhone 4"); names of other things than products are left alone. Start at [`join`].

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use super::spelled::Spelled;
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer;
use crate::evidence::Evidence;

/// A name with a designation: its number among the names, the words before and after.
struct Model {
    name: usize,
    before: Vec<String>,
    after: Vec<String>,
}

/// Joins the names of one model.
pub(super) fn join(names: &mut Names, spelled: &Spelled) {
    let mut by_designation: BTreeMap<String, Vec<Model>> = BTreeMap::new();
    let mut alone: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_words: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (name, key) in names.of_kind(NameKind::Other) {
        if let [word] = key.words.as_slice() {
            alone.entry(singular(word).to_owned()).or_default().push(name);
        }
        by_words.insert(key.words.clone(), name);
        let Some(at) = key.words.iter().position(|word| is_designation(word)) else { continue };
        let designation = key.words.get(at).map_or("", |word| singular(word)).to_owned();
        let before = key.words.get(..at).unwrap_or_default().to_vec();
        let after = key.words.get(at + 1..).unwrap_or_default().to_vec();
        by_designation.entry(designation).or_default().push(Model { name, before, after });
    }
    let mut epithets: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for models in by_designation.values() {
        one_model(names, spelled, models, &mut epithets);
    }
    for (epithet, models) in epithets {
        let roots = names.roots(models);
        if let (Some(same), Some(only)) = (alone.get(&epithet), roots.first().filter(|_| roots.len() == 1)) {
            for name in same {
                names.join(*only, *name, because(names, spelled, *only));
            }
        }
    }
    for (plural, same) in &alone {
        let one = plural.strip_suffix('s').and_then(|one| alone.get(one)).and_then(|one| one.first());
        if let (Some(one), Some(name)) = (one, same.first()) {
            names.join(*one, *name, because(names, spelled, *one));
        }
    }
    for same in alone.values() {
        if let Some((first, others)) = same.split_first() {
            for name in others {
                names.join(*first, *name, because(names, spelled, *first));
            }
        }
    }
    without_company(names, spelled, &by_words);
}

/// Joins the `models` of one designation, if they are of one maker; notes under which epithets they go.
fn one_model(
    names: &mut Names,
    spelled: &Spelled,
    models: &[Model],
    epithets: &mut BTreeMap<String, BTreeSet<usize>>,
) {
    let plain: Vec<&Model> = models
        .iter()
        .filter(|model| match model.after.as_slice() {
            [] => true,
            [word] => is_epithet(word),
            _ => false,
        })
        .collect();
    let longest = plain.iter().map(|model| &model.before).max_by_key(|before| before.len());
    let one_maker = longest.is_some_and(|longest| plain.iter().all(|model| longest.ends_with(&model.before)));
    let called: BTreeSet<&str> =
        plain.iter().filter_map(|model| Some(singular(model.after.first()?))).collect();
    if !one_maker || called.len() > 1 {
        return;
    }
    if let Some((first, others)) = plain.split_first() {
        for other in others {
            names.join(first.name, other.name, because(names, spelled, first.name));
        }
        for epithet in called {
            epithets.entry(epithet.to_owned()).or_default().insert(first.name);
        }
    }
}

/// Joins "Apple iPhone" with "iPhone", where one company is named in front of it here.
fn without_company(names: &mut Names, spelled: &Spelled, by_words: &BTreeMap<Vec<String>, usize>) {
    let mut long: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (form, name) in spelled.forms.iter().zip(&names.of_form).filter(|(f, _)| f.kind == NameKind::Other) {
        let Some((name, key)) = name.and_then(|name| Some((name, names.key(name)?))) else { continue };
        let company = form.spelling.split(' ').next().is_some_and(gazetteer::is_company);
        let Some(rest) = key.words.get(1..).filter(|rest| company && !rest.is_empty()) else { continue };
        let mut plural = rest.to_vec();
        if let Some(last) = plural.last_mut() {
            last.push('s');
        }
        for short in [by_words.get(rest), by_words.get(&plural)].into_iter().flatten() {
            long.entry(*short).or_default().insert(name);
        }
    }
    for (short, long) in long {
        let roots = names.roots(long);
        if let Some(only) = roots.first().filter(|_| roots.len() == 1) {
            names.join(*only, short, because(names, spelled, *only));
        }
    }
}

fn because(names: &Names, spelled: &Spelled, name: usize) -> Evidence {
    let spelling = names.spelling(spelled, name).map_or("", |form| form.spelling.as_str());
    Evidence::rule("same-model", 88).from("name", spelling, Vec::new())
}

// These ask of a folded word of a name what the room of names asks of words in a text. Folding leaves neither capitals
// nor hyphens, and a name is told already, so that no amount needs to be kept out.

/// Whether `word`, folded, is written as designations are: three digits, or letters and digits.
fn is_designation(word: &str) -> bool {
    let word = singular(word);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
    let year = digits == 4 && letters == 0 && (word.starts_with("19") || word.starts_with("20"));
    digits + letters == word.len() && !year && (digits > 2 || digits > 0 && (1..=3).contains(&letters))
}

/// `word` without the "s" of a plural after a digit or, as a name has been said to be a product, a long word.
fn singular(word: &str) -> &str {
    let rest = word.strip_suffix('s');
    rest.filter(|rest| rest.len() > 7 || rest.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(word)
}

/// Whether `word` is a byname of a model rather than a variant of it: a long word that means nothing else.
fn is_epithet(word: &str) -> bool {
    singular(word).len() > 7
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && !gazetteer::lexicon::word(word).is(gazetteer::lexicon::Word::EVERYDAY)
}
