//! The values of a field of articles: publishers, authors.
//!
//! **Invariant:** values that fold alike are one, shown in its most frequent spelling; they are in the order of their
//! folded names. Start at [`Values::of`] and [`Spelled::named`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::annotate::CreditKind;
use crate::columns::{Lists, Packed, Reader, Strings, Writer};
use crate::corpus::{Article, Corpus};
use crate::explore::set::Set;
use crate::fold;

/// Names by number, in the order of the folded ones.
#[derive(Debug)]
pub(in crate::explore) struct Spelled {
    /// The spelling shown.
    pub(in crate::explore) shown: Strings,
    /// Each as it is compared, folded when the first question names one.
    folded: OnceLock<Vec<String>>,
}

impl Spelled {
    pub(super) fn open(reader: &mut Reader) -> Option<Self> {
        Some(Self { shown: reader.strings()?, folded: OnceLock::new() })
    }

    /// Those that `text` names: the one spelled so, else those that hold all its words.
    pub(in crate::explore) fn named(&self, text: &str) -> Vec<u32> {
        let folded = self.folded.get_or_init(|| self.shown.iter().map(fold::fold).collect());
        crate::corpus::named(text, (0..).zip(folded.iter().map(String::as_str)))
    }
}

/// The values of a field.
#[derive(Debug)]
pub(in crate::explore) struct Values {
    pub(in crate::explore) names: Spelled,
    /// For each article one more than its value, 0 where it has none.
    pub(in crate::explore) of: Packed,
}

impl Values {
    /// The values of `field` in `corpus`, as columns.
    pub(super) fn write<'a>(
        writer: &mut Writer,
        corpus: &'a Corpus,
        field: impl Fn(&'a Article) -> Option<&'a str>,
    ) {
        let spellings = spellings(corpus.articles().iter().filter_map(&field));
        writer.add(&Strings::write(spellings.values().map(|own| shown(own))));
        let numbers: BTreeMap<&String, u32> = spellings.keys().zip(1..).collect();
        let own = corpus.articles().iter().map(|article| {
            field(article).and_then(|value| numbers.get(&fold::fold(value))).copied().unwrap_or(0)
        });
        writer.add(&Packed::write(&own.collect::<Vec<_>>()));
    }

    pub(super) fn open(reader: &mut Reader) -> Option<Self> {
        Some(Self { names: Spelled::open(reader)?, of: reader.packed()? })
    }

    pub(super) fn len(&self) -> usize {
        self.of.len()
    }

    /// The articles that have one of `values`.
    pub(in crate::explore) fn articles(&self, values: &[u32]) -> Set {
        let mut wanted = vec![false; self.names.shown.len() + 1];
        for value in values {
            if let Some(wanted) = wanted.get_mut(*value as usize + 1) {
                *wanted = true;
            }
        }
        let mut set = Set::none(self.of.len());
        for (article, value) in (0..).zip(self.of.iter()) {
            if wanted.get(value as usize) == Some(&true) {
                set.insert(article);
            }
        }
        set
    }
}

/// Whom each article says that it has its text or facts from: names that fold alike are one, as with [`Values`].
pub(super) fn origins(writer: &mut Writer, corpus: &Corpus) {
    let of = |article: &Article| -> Vec<String> {
        let credits = article.annotations.credits.iter().filter(|c| c.kind != CreditKind::Picture);
        credits.map(|credit| credit.origin.of(&article.document.text).to_owned()).collect()
    };
    let own: Vec<Vec<String>> = corpus.articles().iter().map(of).collect();
    let spellings = spellings(own.iter().flatten().map(String::as_str));
    writer.add(&Strings::write(spellings.values().map(|own| shown(own))));
    let numbers: BTreeMap<&String, u32> = spellings.keys().zip(0..).collect();
    let lists = own.iter().map(|own| {
        let numbers: BTreeSet<u32> =
            own.iter().filter_map(|name| numbers.get(&fold::fold(name)).copied()).collect();
        numbers.into_iter().collect::<Vec<u32>>()
    });
    writer.add(&Lists::write(lists.collect::<Vec<_>>().iter().map(Vec::as_slice)));
}

/// How often each spelling occurs, by what it folds to.
type Spellings<'a> = BTreeMap<String, BTreeMap<&'a str, u32>>;

fn spellings<'a>(all: impl Iterator<Item = &'a str>) -> Spellings<'a> {
    let mut spellings = Spellings::new();
    for value in all {
        *spellings.entry(fold::fold(value)).or_default().entry(value).or_default() += 1;
    }
    spellings
}

/// The most frequent spelling; of several the first in the alphabet.
fn shown<'a>(own: &BTreeMap<&'a str, u32>) -> &'a str {
    own.iter().max_by_key(|(s, n)| (**n, std::cmp::Reverse(**s))).map_or("", |(s, _)| *s)
}
