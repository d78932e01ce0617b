//! The values of a field of articles: publishers, authors.
//!
//! **Invariant:** values that fold alike are one, shown in its most frequent spelling; they are in the order of their
//! folded names. Start at [`Gathered::add`] and [`Spelled::named`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::tape::{NumberLists, Numbers};
use crate::annotate::CreditKind;
use crate::columns::{Lists, Packed, Reader, Strings};
use crate::corpus::Article;
use crate::corpus::pack::Scribe;
use crate::corpus::store::Store;
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

/// The spellings of a field as they are gathered, each once.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    numbers: FxHashMap<String, u32>,
    /// How often each occurs.
    uses: Vec<u32>,
}

impl Spellings {
    /// The number of `spelling`, which is counted.
    pub(super) fn add(&mut self, spelling: &str) -> u32 {
        let next = self.uses.len() as u32;
        let number = match self.numbers.get(spelling) {
            Some(number) => *number,
            None => *self.numbers.entry(spelling.to_owned()).or_insert(next),
        };
        match self.uses.get_mut(number as usize) {
            Some(uses) => *uses += 1,
            None => self.uses.push(1),
        }
        number
    }

    /// Adds the column of what is shown for each value; for each spelling the number of its value.
    fn write(&self, writer: &mut Scribe<'_>) -> Vec<u32> {
        let mut all: Vec<(&str, u32)> =
            self.numbers.iter().map(|(s, number)| (s.as_str(), *number)).collect();
        all.sort_unstable();
        let mut values: BTreeMap<String, Vec<(&str, u32)>> = BTreeMap::new();
        for (spelling, number) in all {
            values.entry(fold::fold(spelling)).or_default().push((spelling, number));
        }
        let uses = |number: u32| self.uses.get(number as usize).copied().unwrap_or(0);
        // The most frequent spelling; of several the first in the alphabet.
        let shown = |own: &Vec<(&str, u32)>| {
            let most = own.iter().copied().max_by_key(|(s, number)| (uses(*number), std::cmp::Reverse(*s)));
            most.map_or("", |(s, _)| s).to_owned()
        };
        writer
            .add(&Strings::write(values.values().map(shown).collect::<Vec<_>>().iter().map(String::as_str)));
        let mut of = vec![0; self.uses.len()];
        for (value, own) in (0u32..).zip(values.values()) {
            for (_, number) in own {
                if let Some(slot) = of.get_mut(*number as usize) {
                    *slot = value;
                }
            }
        }
        of
    }
}

/// A field of articles as it is gathered.
#[derive(Debug)]
pub(super) struct Gathered<'s> {
    spellings: Spellings,
    /// For each article one more than its spelling, 0 where it has none.
    of: Numbers<'s>,
}

impl<'s> Gathered<'s> {
    /// Of no article yet.
    pub(super) fn on(store: &'s dyn Store) -> Self {
        Self { spellings: Spellings::default(), of: Numbers::on(store) }
    }

    /// Adds the next article, of which this is the field.
    pub(super) fn add(&mut self, value: Option<&str>) {
        self.of.push(value.map_or(0, |value| self.spellings.add(value) + 1));
    }

    /// The columns that [`Values::open`] opens.
    pub(super) fn write(&self, writer: &mut Scribe<'_>) {
        let values = self.spellings.write(writer);
        let value = |number: u32| values.get(number as usize).map_or(0, |value| value + 1);
        writer.add(&Packed::of(self.of.iter().map(|own| own.checked_sub(1).map_or(0, value))));
    }
}

/// Whom each article says that it has its text or facts from, as it is gathered: names that fold alike are one, as with
/// [`Values`].
#[derive(Debug)]
pub(super) struct Origins<'s> {
    spellings: Spellings,
    of: NumberLists<'s>,
}

/// Whom `article` says that it has its text or facts from.
pub(super) fn origins(article: &Article) -> impl Iterator<Item = &str> {
    let credits = article.annotations.credits.iter().filter(|c| c.kind != CreditKind::Picture);
    credits.map(|credit| credit.origin.of(&article.document.text))
}

impl<'s> Origins<'s> {
    /// Of no article yet.
    pub(super) fn on(store: &'s dyn Store) -> Self {
        Self { spellings: Spellings::default(), of: NumberLists::on(store) }
    }

    /// Adds the next article, which has these.
    pub(super) fn add<'a>(&mut self, origins: impl Iterator<Item = &'a str>) {
        let spellings = &mut self.spellings;
        self.of.push(origins.map(|origin| spellings.add(origin)));
    }

    /// Their columns.
    pub(super) fn write(&self, writer: &mut Scribe<'_>) {
        let values = self.spellings.write(writer);
        let (mut lengths, mut all) = (Vec::new(), Vec::new());
        for own in self.of.iter() {
            let own: BTreeSet<u32> =
                own.iter().filter_map(|number| values.get(*number as usize).copied()).collect();
            lengths.push(own.len() as u32);
            all.extend(own);
        }
        writer.add(&Lists::of(lengths, all.into_iter()));
    }
}
