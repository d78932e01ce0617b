//! Organizations: acronyms with the names they stand for, and names without the word for what a company does.
//!
//! **Invariant:** a short form that can be two organizations stays by itself, unless its own document leaves only
//! one, and then only there; a definition in a text ("European Union (EU)") counts before likeness.
//! Start at [`join`].

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use super::spelled::{Follows, Spelled};
use super::{Shorts, company, first_word, key, only_here};
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer;
use crate::evidence::Evidence;
use crate::order;

/// Joins the organizations among `names`; a mention that only its document explains is given the longer form in
/// `spelled`.
pub(super) fn join(names: &mut Names, spelled: &mut Spelled) {
    let defined = defined(names, spelled);
    let told = order::set(defined.keys().copied());
    settle(names, spelled, defined, "defined-in-text", 97);
    let mut initials = acronyms(names, spelled);
    initials.retain(|short, _| !told.contains(short));
    settle(names, spelled, initials, "acronym-of-organization", 90);
    let mut trade = trades(names);
    keep_dependent(names, spelled, &mut trade);
    settle(names, spelled, trade, "name-without-trade", 85);
    of_a_state(names, spelled);
    first_word::join(names, spelled);
}

/// Joins each short name with the one name it can stand for, else within the documents that name only one of them.
fn settle(names: &mut Names, spelled: &mut Spelled, shorts: Shorts, rule: &'static str, confidence: u8) {
    let one = |names: &mut Names, all: &[usize]| {
        let roots = names.roots(all.iter().copied());
        roots.first().copied().filter(|_| roots.len() == 1)
    };
    let mut ambiguous = Shorts::new();
    for (short, long) in shorts {
        let all: Vec<usize> = long.iter().copied().collect();
        match (one(names, &all), all.first()) {
            (Some(_), Some(first)) => {
                let spelling = names.spelling(spelled, *first).map_or("", |form| form.spelling.as_str());
                let why = Evidence::rule(rule, confidence).from("name", spelling, Vec::new());
                names.join(*first, short, why);
            }
            _ => {
                ambiguous.insert(short, long);
            }
        }
    }
    only_here(names, spelled, &ambiguous, one);
}

/// Acronyms that a text defines: "European Union (EU)", "EU (European Union)", "European Union, or EU".
fn defined(names: &Names, spelled: &Spelled) -> Shorts {
    let mut found = Shorts::new();
    let pairs = spelled.mentions.all().windows(2).zip(&spelled.follows);
    for (pair, _) in pairs.filter(|(_, follows)| **follows == Follows::Defined) {
        let [one, other] = pair else { continue };
        for (short, long) in [(*other, *one), (*one, *other)] {
            if let Some((short, long)) = stands_for(names, spelled, short, long) {
                found.entry(short).or_default().insert(long);
            }
        }
    }
    found
}

/// The names of `short` and `long`, if the letters of the one stand in this order in the other, the first one first.
fn stands_for(names: &Names, spelled: &Spelled, short: u32, long: u32) -> Option<(usize, usize)> {
    let (a, b) = (spelled.form(short)?, spelled.form(long)?);
    let letters = key::acronym(a).filter(|_| a.kind == b.kind && b.spelling.contains([' ', '-']))?;
    let full = crate::fold::fold(b.spelling.strip_prefix("The ").unwrap_or(&b.spelling));
    let mut rest = full.chars().peekable();
    let begins = rest.peek() == letters.chars().next().as_ref();
    let in_order = letters.chars().all(|letter| rest.any(|c| c == letter));
    let (short, long) = (names.name(short)?, names.name(long)?);
    let free = names.key(short).is_some() && names.key(long).is_some();
    (begins && in_order && free).then_some((short, long))
}

/// Acronyms of three letters and more with the organizations whose initials they are.
fn acronyms(names: &Names, spelled: &Spelled) -> Shorts {
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let all = || {
        let uses = spelled.forms.iter().zip(&names.of_form).filter_map(|(form, name)| Some((form, (*name)?)));
        uses.filter(|(_, name)| names.key(*name).is_some())
    };
    for (form, name) in all() {
        for initials in key::initials(form) {
            by_initials.entry(initials).or_default().insert(name);
        }
    }
    let mut found = Shorts::new();
    for (form, name) in all().filter(|(form, _)| form.kind == NameKind::Organization) {
        let long =
            key::acronym(form).filter(|short| short.len() > 2).and_then(|short| by_initials.get(&short));
        if let Some(long) = long {
            found.entry(name).or_default().extend(long.iter().filter(|long| **long != name));
        }
    }
    found.retain(|_, long| !long.is_empty());
    found
}

/// Names that are another one without words of trade: "Delta" for "Delta Air Lines".
fn trades(names: &Names) -> Shorts {
    let organizations = || names.of_kind(NameKind::Organization).filter(|(_, key)| !key.is_known());
    let by_words = order::map(organizations().map(|(name, key)| (key.words.as_slice(), name)));
    let mut found = Shorts::new();
    for (name, key) in organizations() {
        let least = company::without_trade(&key.words).max(1);
        for length in least..key.words.len() {
            let short = key.words.get(..length).and_then(|words| by_words.get(words));
            if let Some(short) = short {
                found.entry(*short).or_default().insert(name);
            }
        }
    }
    found
}

/// Drops the short names that can be two organizations and stand in an article without any of them: such a name is
/// one that readers know by itself, and an article about a subsidiary does not make it that one.
fn keep_dependent(names: &mut Names, spelled: &Spelled, shorts: &mut Shorts) {
    let ambiguous = order::set(
        shorts
            .iter()
            .filter_map(|(short, long)| (names.roots(long.iter().copied()).len() > 1).then_some(*short)),
    );
    for mentions in spelled.mentions.iter().filter(|_| !ambiguous.is_empty()) {
        let here = order::set(mentions.iter().filter_map(|form| names.name(*form)));
        for short in here.intersection(&ambiguous) {
            if shorts.get(short).is_some_and(|long| long.is_disjoint(&here)) {
                shorts.remove(short);
            }
        }
    }
}

/// Gives "Air Force" the name of the one "Ukrainian Air Force" of its document: a name of two words and more without
/// the state, people or body in front of it.
fn of_a_state(names: &Names, spelled: &mut Spelled) {
    let Spelled { forms, mentions, .. } = spelled;
    for article in 0..mentions.len() {
        let mentions = mentions.get_mut(article);
        let mut long: BTreeMap<Vec<String>, BTreeMap<usize, u32>> = BTreeMap::new();
        let here = order::set(mentions.iter().copied());
        let of = |form: &u32| {
            let found = forms.get(*form as usize).filter(|f| f.kind == NameKind::Organization)?;
            let name = names.name(*form)?;
            Some((found, name, names.key(name)?))
        };
        for form in &here {
            let Some((found, name, key)) = of(form) else { continue };
            let rest = after_state(&found.spelling);
            let words = rest.map(|rest| key.words.get(key.words.len().saturating_sub(rest)..));
            if let Some(words) = words.flatten().filter(|words| words.len() > 1) {
                long.entry(words.to_vec()).or_default().insert(name, *form);
            }
        }
        for slot in mentions.iter_mut().filter(|_| !long.is_empty()) {
            let Some((_, _, key)) = of(slot) else { continue };
            if let Some((_, only)) =
                long.get(&key.words).filter(|l| l.len() == 1).and_then(BTreeMap::first_key_value)
            {
                *slot = *only;
            }
        }
    }
}

/// How many words follow the state, the people or the body that `spelling` begins with.
fn after_state(spelling: &str) -> Option<usize> {
    let words: Vec<&str> = spelling.split(' ').filter(|w| !w.eq_ignore_ascii_case("the")).collect();
    let is_state = |name: &str| {
        let known = gazetteer::known(name).is_some_and(|(_, rule)| rule == "gazetteer-country");
        known || gazetteer::is_demonym(name) || ["UN", "EU", "NATO"].contains(&name)
    };
    let first = words.first()?;
    let two = words.get(..2).map(|two| two.join(" "));
    let taken = match two.filter(|two| is_state(two)) {
        Some(_) => 2,
        None if is_state(first) => 1,
        None => return None,
    };
    Some(words.len() - taken)
}
