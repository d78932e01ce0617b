//! Lookups in the tables of names and words: what is known of a spelling before any text is read.
//!
//! **Invariant:** general knowledge only; a lookup is exact up to apostrophes, white space and, for words set wholly
//! in capitals, case. Nothing here looks at the text around a name. Start at [`known`].

mod bodies;
mod cities;
mod companies;
mod countries;
mod given;
pub mod key;
pub mod lexicon;
pub mod places;
mod roles;
pub mod sorted;
mod titles;
mod words;

use std::borrow::Cow;
use std::hash::Hasher as _;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet, FxHasher};

use super::super::NameKind;
use crate::fold::{WordList, sorted};

/// The most words an entry of the tables has.
pub(crate) const LONGEST: usize = 7;

/// What the tables know of `name`: its kind and the rule that says so.
pub(crate) fn known(name: &str) -> Option<(NameKind, &'static str)> {
    KNOWN.get(plain(name).as_ref()).copied()
}

/// The most tokens that an entry has which begins as `word` does; 0 where none does.
pub(crate) fn longest(word: &str) -> usize {
    LENGTHS.get(&beginning(word)).copied().unwrap_or(0)
}

/// A number for the letters and digits at the start of `name`, whatever their case; those of different names may have
/// the same one.
fn beginning(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for c in name.chars().take_while(|c| c.is_alphanumeric()) {
        if c.is_ascii() {
            hasher.write_u32(u32::from(c.to_ascii_lowercase()));
        } else {
            c.to_lowercase().for_each(|c| hasher.write_u32(u32::from(c)));
        }
    }
    hasher.finish()
}

/// Cities and regions whose English spellings the tables have; the maker of [`places`] reads them.
#[doc(hidden)]
pub fn listed_places() -> impl Iterator<Item = &'static str> {
    entries(cities::CITIES).chain(entries(cities::REGIONS))
}

/// Whether `name` is a news agency, a broadcaster or a paper.
pub(crate) fn is_outlet(name: &str) -> bool {
    known(name).is_some_and(|(_, rule)| rule == "gazetteer-outlet")
}

/// Given names that the tables have, for the trainer of the model.
#[doc(hidden)]
pub fn listed_given() -> impl Iterator<Item = &'static str> {
    entries(given::MEN).chain(entries(given::WOMEN))
}

/// Countries that the tables have, for the trainer of the model.
#[doc(hidden)]
pub fn listed_countries() -> impl Iterator<Item = &'static str> {
    entries(countries::COUNTRIES)
}

/// Whether `name` is a company or a brand that makes things.
pub(crate) fn is_company(name: &str) -> bool {
    MAKERS.contains(plain(name).as_ref())
}

/// Whether `word`, in lower case, is a noun for an aircraft or a vehicle.
pub(crate) fn is_craft(word: &str) -> bool {
    CRAFT.has(word)
}

/// Whether `word`, in lower case, is a noun for what models are of: an aircraft, a vehicle, a phone, a line of them.
pub(crate) fn is_of_models(word: &str) -> bool {
    CRAFT.has(word) || LINES.has(word)
}

/// Nouns for aircraft and vehicles.
#[rustfmt::skip]
const CRAFT: WordList = sorted![
    "aircraft", "airframe", "airliner", "airliners", "airplane", "airplanes", "bomber", "bombers", "car", "cars",
    "drone", "drones", "fighter", "fighters", "freighter", "freighters", "helicopter", "helicopters", "jet",
    "jetliner", "jetliners", "jets", "jumbo", "plane", "planes", "superjumbo", "superjumbos", "tanker", "tankers",
    "truck", "trucks",
];

/// Nouns for other things that have models, and for what is said of a model of aircraft.
#[rustfmt::skip]
const LINES: WordList = sorted![
    "family", "line", "model", "models", "passenger", "phone", "phones", "program", "programme", "series",
];

/// Whether `words` are a title that stands before a person's name.
pub(crate) fn is_title(words: &str) -> bool {
    TITLES.contains(words)
}

/// Whether `word` is a part of some title: "Foreign", "Press".
pub(crate) fn is_title_word(word: &str) -> bool {
    TITLE_WORDS.contains(word)
}

/// Whether `word` is a people, a language or a creed.
pub(crate) fn is_demonym(word: &str) -> bool {
    DEMONYMS.contains(word)
}

/// Whether the capital of `word` names nobody: months, days, "God", single letters.
pub(crate) fn is_never(word: &str) -> bool {
    NEVER.contains(straight(word).as_ref())
}

/// Whether `word` is an everyday one, whatever its case.
pub(crate) fn is_common(word: &str) -> bool {
    let word = straight(word);
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return COMMON.contains(word.as_ref());
    }
    COMMON.contains(lower(&word).as_ref())
}

/// Whether `word` makes a capitalised run an organization.
pub(crate) fn is_head(word: &str) -> bool {
    HEADS.contains(word)
}

/// Whether `word` is such a head that may go on with "of", "for" or "on".
pub(crate) fn is_of_head(word: &str) -> bool {
    OF_HEADS.contains(word)
}

/// Whether `word`, in lower case, is a noun for people by what they do: "envoy", "officials".
pub(crate) fn is_human(word: &str) -> bool {
    HUMANS.contains(word)
}

/// Whether `word`, in lower case, is a noun for a body: "government", "ministry".
pub(crate) fn is_group(word: &str) -> bool {
    GROUPS.contains(word)
}

/// Whether `word`, in lower case, is a noun for a body before its own name: "shipping company Norlund".
pub(crate) fn is_body_noun(word: &str) -> bool {
    BODY_NOUNS.contains(word)
}

/// Whether `word` is a given name.
pub(crate) fn is_given(word: &str) -> bool {
    GIVEN.contains_key(word)
}

/// Whether the given name `word` is borne by women only (`true`), by men only (`false`), or tells nothing.
pub(crate) fn is_woman(word: &str) -> Option<bool> {
    GIVEN.get(word).copied().flatten()
}

/// `word` in lower case.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// `word` with straight apostrophes.
fn straight(word: &str) -> Cow<'_, str> {
    if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) }
}

/// `name` with straight apostrophes, one space between words, and no word set wholly in capitals.
fn plain(name: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let spaced = name.chars().all(|c| {
        let fits = !c.is_whitespace() || c == ' ' && before != ' ';
        before = c;
        fits
    });
    let plain = if spaced && before != ' ' {
        straight(name)
    } else {
        Cow::Owned(straight(name).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let shouted =
        !plain.chars().any(char::is_lowercase) && plain.chars().filter(|c| c.is_alphabetic()).count() > 3;
    if !shouted || KNOWN.contains_key(plain.as_ref()) {
        return plain;
    }
    let mut inner = false;
    let calm = |c: char| {
        let c = if inner { c.to_lowercase().next().unwrap_or(c) } else { c };
        inner = c.is_alphabetic();
        c
    };
    Cow::Owned(plain.chars().map(calm).collect())
}

fn entries(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

static KNOWN: LazyLock<HashMap<&'static str, (NameKind, &'static str)>> = LazyLock::new(|| {
    let mut known = HashMap::default();
    // Later tables win: a country is not the city of the same name.
    for (table, kind, rule) in [
        (bodies::OUTLETS, NameKind::Organization, "gazetteer-outlet"),
        (bodies::BODIES, NameKind::Organization, "gazetteer-body"),
        (companies::COMPANIES, NameKind::Organization, "gazetteer-body"),
        (companies::CARRIERS, NameKind::Organization, "gazetteer-body"),
        (cities::REGIONS, NameKind::Place, "gazetteer-region"),
        (cities::CITIES, NameKind::Place, "gazetteer-city"),
        (countries::WATERS, NameKind::Place, "gazetteer-region"),
        (countries::COUNTRIES, NameKind::Place, "gazetteer-country"),
    ] {
        known.extend(entries(table).map(|entry| (entry, (kind, rule))));
    }
    known
});

static LENGTHS: LazyLock<HashMap<u64, usize>> = LazyLock::new(|| {
    let mut lengths = HashMap::default();
    for entry in KNOWN.keys() {
        // Each word is a token at most, and so is each mark between them.
        let parts = entry.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).count();
        let marks = entry.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).count();
        let longest: &mut usize = lengths.entry(beginning(entry)).or_default();
        *longest = (*longest).max(parts + marks).min(LONGEST);
    }
    lengths
});

static GIVEN: LazyLock<HashMap<&'static str, Option<bool>>> = LazyLock::new(|| {
    let mut given: HashMap<_, _> = entries(given::MEN).map(|name| (name, Some(false))).collect();
    for name in entries(given::WOMEN) {
        given.entry(name).and_modify(|woman| *woman = None).or_insert(Some(true));
    }
    given
});

static MAKERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(companies::COMPANIES).collect());
static HUMANS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(roles::HUMANS).collect());
static GROUPS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(roles::GROUPS).collect());
static BODY_NOUNS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(roles::BODY_NOUNS).collect());
static TITLES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(titles::TITLES).collect());
static TITLE_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(titles::TITLES).flat_map(str::split_whitespace).collect());
static DEMONYMS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(words::DEMONYMS).collect());
static NEVER: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(words::NEVER).collect());
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(words::COMMON).collect());
static HEADS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(bodies::HEADS).collect());
static OF_HEADS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(bodies::OF_HEADS).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_without_doubles() {
        for table in [
            bodies::HEADS,
            bodies::OF_HEADS,
            bodies::BODIES,
            bodies::OUTLETS,
            companies::COMPANIES,
            companies::CARRIERS,
            cities::CITIES,
            cities::REGIONS,
            countries::COUNTRIES,
            countries::WATERS,
            given::MEN,
            given::WOMEN,
            roles::HUMANS,
            roles::GROUPS,
            roles::BODY_NOUNS,
            titles::TITLES,
            words::DEMONYMS,
            words::NEVER,
            words::COMMON,
        ] {
            assert!(entries(table).zip(entries(table).skip(1)).all(|(a, b)| a < b));
            assert!(entries(table).all(|entry| entry.split([' ', '-']).count() <= LONGEST));
        }
    }

    #[test]
    fn spellings_of_one_place_are_all_known() {
        for name in ["Kyiv", "Kiev", "KYIV", "Odessa", "Odesa", "Sana’a", "U.S.", "UAE"] {
            assert_eq!(known(name).map(|(kind, _)| kind), Some(NameKind::Place), "{name}");
        }
    }
}
