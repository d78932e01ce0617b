//! What is offered, looked up in the pack and its index: names, words, values of fields, and fields.
//!
//! Words are the range of the dictionary that begins so, whose counts are read where they lie; names come from
//! [`begins`], the counts of fixed values from [`fixed`].
//! **Invariant:** an offer has a count above 0, unless it is a field or one of a few fixed values; the largest counts
//! come first, then the order of the pack. Start at [`Offers`].

use std::cmp::Reverse;

use super::begins::{Beginnings, begins, put};
use super::{Index, MOST_SUGGESTED, Pack, Prepared, fixed};
use crate::annotate::NameKind;
use crate::explore::index;
use crate::explore::query::Field;
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
            Field::Publisher => held(field, &self.index.publishers, begun),
            Field::Author => held(field, &self.index.authors, begun),
            Field::Language => held(field, &self.index.languages, begun),
            Field::Origin => {
                let counts = self.prepared.origins.get_or_init(|| self.origins());
                best(field, self.index.origins.names.iter(), counts, begun)
            }
            Field::Speaker => {
                let heard = self.prepared.heard.get_or_init(|| self.heard());
                self.names_of(&NameKind::ALL, begun, &|entity| heard.get(entity as usize) == Some(&true))
            }
            Field::Status | Field::Voice | Field::Dated | Field::Incomplete => self.fixed(field, begun),
            _ => self.names(&NameKind::ALL, begun),
        }
    }

    fn origins(self) -> Vec<u32> {
        let mut counts = vec![0; self.index.origins.names.len()];
        for article in 0..self.index.articles() {
            self.index.origins.of(article).for_each(|own| add(&mut counts, own));
        }
        counts
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

    fn kinds(self) -> [u32; NameKind::ALL.len()] {
        let mut kinds = [0; NameKind::ALL.len()];
        (0..self.pack.entities())
            .filter_map(|entity| self.pack.kind(entity))
            .for_each(|kind| add(&mut kinds, kind as u32));
        kinds
    }

    /// The values of a field that has a few fixed ones, where they occur.
    fn fixed(self, field: Field, begun: &str) -> Vec<Offer> {
        let counted = self.prepared.fixed.get_or_init(|| fixed::counted(self.index)).iter();
        let own =
            counted.filter(|(own, value, count)| *own == field && value.starts_with(begun) && *count > 0);
        own.map(|(_, value, count)| Offer::value(value, field.name(), *count)).collect()
    }

    /// The field called `name`, with how many values it has here; `None` where those would be counted and there is none.
    pub(super) fn field(self, name: &'static str) -> Option<Offer> {
        let kinds = self.prepared.kinds.get_or_init(|| self.kinds());
        let of_kind = |kind: NameKind| kinds.get(kind as usize).map_or(0, |count| *count as usize);
        let field = Field::ALL.into_iter().find(|field| field.name() == name);
        let count = match field {
            Some(Field::About) => self.pack.entities() as usize,
            Some(Field::Publisher) => self.index.publishers.names.len(),
            Some(Field::Author) => self.index.authors.names.len(),
            Some(Field::Language) => self.index.languages.names.len(),
            Some(Field::Origin) => self.index.origins.names.len(),
            other => match other.and_then(Field::kind) {
                Some(kind) => of_kind(kind),
                None => {
                    return Some(Offer { is_done: false, ..Offer::value(&format!("{name}:"), "field", 0) });
                }
            },
        };
        let offer =
            Offer { of: "value", is_done: false, ..Offer::value(&format!("{name}:"), "field", count as u32) };
        (count > 0).then_some(offer)
    }
}

/// The values that articles have and that begin so, those that most have.
fn held(field: Field, values: &index::Values, begun: &str) -> Vec<Offer> {
    let mut counts = vec![0; values.names.len()];
    for value in values.of.iter().filter_map(|value| value.checked_sub(1)) {
        add(&mut counts, value);
    }
    best(field, values.names.iter(), &counts, begun)
}

fn add(counts: &mut [u32], value: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count += 1;
    }
}

/// The values that begin so, those with the largest counts.
fn best<'a>(field: Field, values: impl Iterator<Item = &'a str>, counts: &[u32], begun: &str) -> Vec<Offer> {
    let mut best = Vec::new();
    let values: Vec<&str> = values.collect();
    for (at, (value, count)) in (0..).zip(values.iter().zip(counts)) {
        if begins(&fold(value), begun) {
            put(&mut best, *count, at);
        }
    }
    let offer = |(Reverse(count), at): (Reverse<u32>, u32)| {
        let value = values.get(at as usize)?;
        Some(Offer { field: Some(field), ..Offer::value(value, field.name(), count) })
    };
    best.into_iter().filter_map(offer).collect()
}
