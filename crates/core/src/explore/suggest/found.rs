//! What is offered, looked up in the pack and its index: names, words, values of fields, and fields.
//!
//! Words are the range of the dictionary that begins so, whose counts are read where they lie; names come from
//! [`begins`], counts of values from what is counted for the sidebar.
//! **Invariant:** an offer has a count above 0, unless it is a field or one of a few fixed values; the largest counts
//! come first, then the order of the pack. Start at [`Offers`].

use std::cmp::Reverse;

use super::begins::{Beginnings, begins, put};
use super::{Index, MOST_SUGGESTED, Pack, Prepared};
use crate::annotate::NameKind;
use crate::explore::query::{Field, Scope};
use crate::explore::{Unit, groups};
use crate::fold::fold;
use crate::order;

/// What is looked in.
#[derive(Clone, Copy)]
pub(super) struct Offers<'a> {
    pub(super) pack: &'a Pack,
    pub(super) index: &'a Index,
    pub(super) prepared: &'a Prepared,
}

/// Something to be offered.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) label: String,
    /// The field whose value it is.
    pub(super) field: Option<Field>,
    pub(super) kind: Option<NameKind>,
    pub(super) about: &'static str,
    pub(super) count: u32,
    /// What is counted.
    pub(super) of: &'static str,
    /// Whether it ends a term: what is typed next is another one.
    pub(super) is_done: bool,
}

impl Offer {
    /// A value of a field, held by `count` articles; 0 where that is not counted.
    pub(super) fn value(label: &str, about: &'static str, count: u32) -> Self {
        Self { label: label.to_owned(), field: None, kind: None, about, count, of: "article", is_done: true }
    }

    /// Whether `other` is the same thing.
    pub(super) fn is(&self, other: &Self) -> bool {
        (self.kind, &self.label) == (other.kind, &other.label)
    }
}

impl Offers<'_> {
    /// The names of `kinds` that begin so, those that most passages name.
    pub(super) fn names(self, kinds: &[NameKind], begun: &str) -> Vec<Offer> {
        self.names_of(kinds, begun, &|_| true)
    }

    fn names_of(self, kinds: &[NameKind], begun: &str, is_meant: &dyn Fn(u32) -> bool) -> Vec<Offer> {
        let names = self.prepared.names.get_or_init(|| Beginnings::of(self.pack, self.index));
        let best = names.names(self.pack, self.index, kinds, begun, is_meant);
        best.into_iter().filter_map(|(Reverse(count), entity)| self.name(entity, count)).collect()
    }

    fn name(self, entity: u32, count: u32) -> Option<Offer> {
        let kind = self.pack.kind(entity)?;
        let about = if kind == NameKind::Other { "other name" } else { kind.name() };
        Some(Offer {
            kind: Some(kind),
            field: Some(Field::of(kind)),
            of: "passage",
            ..Offer::value(self.pack.name(entity), about, count)
        })
    }

    /// The words that begin so, those that most passages hold.
    pub(super) fn words(self, begun: &str) -> Vec<Offer> {
        let counted = self.index.terms_with(begun).map(|term| (Reverse(self.index.count_of(term)), term));
        let held = counted.filter(|(count, _)| count.0 > 0);
        let best = order::least(held, MOST_SUGGESTED);
        best.into_iter().filter_map(|(Reverse(count), term)| self.word(term, count, "word")).collect()
    }

    /// The words that `word` may have been meant for, at most `most`.
    pub(super) fn similar(self, word: &str, most: usize) -> Vec<Offer> {
        let near = self.index.near(word, most).into_iter();
        near.filter_map(|near| {
            let term = self.index.term(&near)?;
            self.word(term, self.index.count_of(term), "similar word")
        })
        .collect()
    }

    fn word(self, term: u32, count: u32, about: &'static str) -> Option<Offer> {
        Some(Offer { of: "passage", ..Offer::value(&self.index.word(term)?, about, count) })
    }

    /// The values of `field` that begin so.
    pub(super) fn values(self, field: Field, begun: &str) -> Vec<Offer> {
        if let Some(kind) = field.kind() {
            return self.names(&[kind], begun);
        }
        match field {
            Field::Speaker => {
                let heard = self.prepared.heard.get_or_init(|| self.heard());
                self.names_of(&NameKind::ALL, begun, &|entity| heard.get(entity as usize) == Some(&true))
            }
            _ if groups::FEW.contains(&field) => self.fixed(field, begun),
            _ if groups::OF_ARTICLES.contains(&field) => self.of_articles(field, begun),
            _ => self.names(&NameKind::ALL, begun),
        }
    }

    /// The values that articles have and that begin so, those that most have.
    fn of_articles(self, field: Field, begun: &str) -> Vec<Offer> {
        let (pack, index) = (self.pack, self.index);
        let totals = &index.census(pack, Unit::Articles, Scope::Passage).totals;
        let mut best = Vec::new();
        for value in 0..groups::count(index, field) as u32 {
            if begins(&fold(groups::name(pack, index, field, value)), begun) {
                put(&mut best, totals.of_field(field, value), value);
            }
        }
        let offer = |(Reverse(count), value): (Reverse<u32>, u32)| {
            let name = groups::name(pack, index, field, value);
            Offer { field: Some(field), ..Offer::value(name, field.name(), count) }
        };
        best.into_iter().map(offer).collect()
    }

    fn heard(self) -> Vec<bool> {
        let mut heard = vec![false; self.pack.entities() as usize];
        for entity in self.index.heard.iter().filter_map(|(entity, _)| entity) {
            if let Some(heard) = heard.get_mut(entity as usize) {
                *heard = true;
            }
        }
        heard
    }

    /// The values of a field that has a few fixed ones, where they occur.
    fn fixed(self, field: Field, begun: &str) -> Vec<Offer> {
        let counted = field.fixed().into_iter().zip(self.index.split(Unit::Articles).sets(field));
        let own = counted.map(|(value, articles)| (value, articles.len()));
        let own = own.filter(|(value, count)| value.starts_with(begun) && *count > 0);
        own.map(|(value, count)| Offer::value(value, field.name(), count)).collect()
    }

    /// The field called `name`, with how many values it has here; `None` where those would be counted and there is none.
    pub(super) fn field(self, name: &'static str) -> Option<Offer> {
        let field = Field::ALL.into_iter().find(|field| field.name() == name);
        let count = match field {
            Some(Field::About) => self.pack.entities() as usize,
            Some(field) if groups::OF_ARTICLES.contains(&field) => groups::count(self.index, field),
            Some(field) if field.kind().is_some() => {
                self.index.census(self.pack, Unit::Articles, Scope::Passage).ranked(field).len()
            }
            _ => return Some(Offer { is_done: false, ..Offer::value(&format!("{name}:"), "field", 0) }),
        };
        let offer =
            Offer { of: "value", is_done: false, ..Offer::value(&format!("{name}:"), "field", count as u32) };
        (count > 0).then_some(offer)
    }
}
