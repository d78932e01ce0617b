//! The groups of the sidebar: a field each, with the numbers of its values.
//!
//! **Invariant:** a value has one number, by which it is counted, chosen and shown. Start at [`ALL`] and [`named`].

use super::index::{Index, Values};
use super::query::Field;
use crate::corpus::pack::Pack;

/// The fields that are groups, in the order of the sidebar.
pub(super) const ALL: [Field; 12] = [
    Field::Person,
    Field::Place,
    Field::Organization,
    Field::Other,
    Field::Publisher,
    Field::Author,
    Field::Origin,
    Field::Language,
    Field::Status,
    Field::Voice,
    Field::Dated,
    Field::Incomplete,
];

/// The groups of which every article has values of its own.
pub(super) const OF_ARTICLES: [Field; 4] = [Field::Publisher, Field::Author, Field::Origin, Field::Language];

/// The groups whose few values are known beforehand.
pub(super) const FEW: [Field; 4] = [Field::Status, Field::Voice, Field::Dated, Field::Incomplete];

/// Where `field` is among the groups of few values.
pub(super) fn few(field: Field) -> Option<usize> {
    FEW.iter().position(|own| *own == field)
}

/// The values that articles have one of.
pub(super) fn values(index: &Index, field: Field) -> Option<&Values> {
    match field {
        Field::Publisher => Some(&index.publishers),
        Field::Author => Some(&index.authors),
        Field::Language => Some(&index.languages),
        _ => None,
    }
}

/// The values of `field` that `text` means.
pub(super) fn named(pack: &Pack, index: &Index, field: Field, text: &str) -> Vec<u32> {
    if let Some(kind) = field.kind() {
        return pack.entity_named(kind, text);
    }
    match field {
        Field::Origin => index.origins.names.named(text),
        Field::Language => {
            let same = |(_, own): &(u32, &str)| own.eq_ignore_ascii_case(text);
            (0..).zip(index.languages.names.shown.iter()).filter(same).map(|(at, _)| at).collect()
        }
        _ => match values(index, field) {
            Some(values) => values.names.named(text),
            None => (0..).zip(field.fixed()).filter(|(_, own)| *own == text).map(|(at, _)| at).collect(),
        },
    }
}

/// How value `value` of `field` is written.
pub(super) fn name<'a>(pack: &'a Pack, index: &'a Index, field: Field, value: u32) -> &'a str {
    if field.kind().is_some() {
        return pack.name(value);
    }
    match values(index, field) {
        Some(values) => values.names.shown.get(value),
        None if field == Field::Origin => index.origins.names.shown.get(value),
        None => field.fixed().get(value as usize).copied().unwrap_or_default(),
    }
}

/// How many values `field`, which is no group of names, has.
pub(super) fn count(index: &Index, field: Field) -> usize {
    match values(index, field) {
        Some(values) => values.names.shown.len(),
        None if field == Field::Origin => index.origins.names.shown.len(),
        None => field.fixed().len(),
    }
}
