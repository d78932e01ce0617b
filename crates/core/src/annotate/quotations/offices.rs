//! Who bears an office: "the mayor of Kyiv" is the one person whom the article introduces as that.
//!
//! **Invariant:** exactly one person of the document bears it, by a title or an apposition; a deputy, a former holder
//! and an owner’s office are not it. Start at [`Offices::of`], then [`Offices::bearer`].

use std::collections::{BTreeMap, BTreeSet};

use super::description::described;
use super::items::{Item, Sentence, What};
use super::subject::{Head, Subject, left, low, what};
use super::words::is_determiner;
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::is_human;
use crate::order;

/// How many people with offices are kept: an article has fewer.
const MOST: usize = 200;

/// The offices that the people of a document are introduced with.
#[derive(Default)]
pub(super) struct Offices {
    people: BTreeMap<String, Bearer>,
}

#[derive(Default)]
struct Bearer {
    mention: u32,
    /// The first names given with this last name: with two of them it is two people.
    given: BTreeSet<String>,
    /// One set of words for each introduction, its office first.
    titles: Vec<(String, BTreeSet<String>)>,
}

impl Offices {
    /// The offices in `sentences`.
    pub fn of(sentences: &[Sentence<'_>]) -> Self {
        let mut offices = Self::default();
        for items in sentences.iter().map(|s| s.items.as_slice()) {
            for (i, item) in items.iter().enumerate() {
                let What::Name(mention, NameKind::Person) = item.what else { continue };
                let mut names = item.text.split_whitespace();
                let (first, last) = (names.next().unwrap_or(""), item.text.split_whitespace().next_back());
                let Some(last) = last.map(str::to_lowercase) else { continue };
                if offices.people.len() >= MOST && !offices.people.contains_key(&last) {
                    continue;
                }
                let bearer = offices.people.entry(last).or_default();
                if names.next().is_some() {
                    bearer.given.insert(first.to_lowercase());
                }
                let titles = introductions(items, i);
                if bearer.titles.is_empty() && !titles.is_empty() {
                    bearer.mention = mention;
                }
                bearer.titles.extend(titles.into_iter().take(MOST - bearer.titles.len().min(MOST)));
            }
        }
        offices
    }

    /// The one person who bears the office that `subject` describes.
    pub fn bearer(&self, items: &[Item<'_>], subject: Subject) -> Option<u32> {
        if !matches!(low(items, subject.lo), "the" | "his" | "her" | "their" | "its")
            || subject.head != Head::Human
        {
            return None;
        }
        let (office, mut words) = title(items, subject.lo + 1, subject.hi)?;
        if !is_office(&office) {
            return None;
        }
        let former = words.remove("former");
        let bears = |b: &&Bearer| {
            b.titles.iter().any(|(held, with)| {
                let other = |word: &str| with.contains(word) && !words.contains(word);
                *held == office
                    && words.is_subset(with)
                    && !["vice", "deputy", "assistant", "acting", "ex"].into_iter().any(other)
                    && (former || !with.contains("former") && !with.contains("then"))
            })
        };
        let mut all = self.people.values().filter(bears);
        let one = all.next().filter(|b| b.given.len() < 2)?;
        all.next().is_none().then_some(one.mention)
    }
}

/// What the person at item `i` is introduced as: "Kyiv mayor and former champion Berg", "Berg, the mayor of Kyiv,".
fn introductions(items: &[Item<'_>], i: usize) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    let lo = left(items, i);
    found.extend(title(items, lo, i));
    if let Some(k) = lo.checked_sub(2).filter(|k| low(items, k + 1) == "and" && is_human(low(items, *k))) {
        found.extend(title(items, left(items, k), k + 1));
    }
    if low(items, i + 1) == ","
        && let Some(beside) = described(items, i + 2).filter(|s| s.head == Head::Human)
    {
        found.extend(title(items, beside.lo, beside.hi));
    }
    found
}

/// The office among the items `lo..hi`, and its words: an owner before it and what follows "of" go with it.
fn title(items: &[Item<'_>], lo: usize, hi: usize) -> Option<(String, BTreeSet<String>)> {
    let of = (lo..hi).find(|k| matches!(low(items, *k), "of" | "for" | "to" | "in")).unwrap_or(hi);
    let head = (lo..of).rev().find(|k| is_human(low(items, *k)))?;
    let kept = |k: &usize| {
        matches!(what(items, *k), Some(What::Word | What::Name(..)))
            && !is_determiner(low(items, *k))
            && !matches!(low(items, *k), "of" | "for" | "to" | "in" | "'s")
    };
    let plain = |k: usize| low(items, k).replace('.', "");
    let words = order::set((lo..hi).filter(kept).map(plain));
    Some((low(items, head).to_owned(), words))
}

/// Whether a word, in small letters, is an office that one person bears.
pub fn is_office(word: &str) -> bool {
    OFFICES.contains(&word)
}

#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "ambassador", "archbishop", "bishop", "cardinal", "chairman", "chairwoman", "chancellor", "chief", "commander",
    "commissioner", "director", "envoy", "governor", "judge", "king", "mayor", "minister", "negotiator", "pope",
    "premier", "president", "prosecutor", "queen", "secretary", "senator", "sheriff", "speaker", "spokesman",
    "spokesperson", "spokeswoman", "undersecretary",
];
