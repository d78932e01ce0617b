//! The query language: one parser and one printer for the search box, the URL and the command line.
//!
//! **Invariant:** any text is a valid query; what cannot be read is searched as words or left out, and a [`Hint`] says
//! so. Printing a query and parsing it again gives the same query.
//! Terms stand side by side and all of them hold; `OR` joins its two neighbours; `-` before a term leaves it out; several
//! values of one field outside parentheses are joined by OR, as the sidebar joins them.
//! Start at [`Query`]; `lex` and `parse` read, `field` knows the fields, `print` writes, `parts` takes apart and changes.

mod clause;
mod days;
mod field;
mod lex;
mod parse;
mod parts;
mod pattern;
mod print;
#[cfg(test)]
mod tests;
mod typed;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::annotate::NameKind;
use crate::span::Span;
pub use clause::{Clause, Leaf};
pub use days::Days;
pub(in crate::explore) use field::field_names;
pub use field::{Field, VoiceCount};
pub(in crate::explore) use lex::is_quote;
pub use parts::Part;
pub use pattern::Pattern;
pub(crate) use pattern::{Sought, alike, needed};
pub(in crate::explore) use typed::{Expected, Typed, typed};

/// What is asked; the only input of `explore` besides the corpus. Clauses and groups are joined by AND, values of one
/// group by OR, exclusions by AND NOT.
///
/// As data it is its own text, so that every door has the one parser and the one printer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// Words, phrases, quotations, and whatever is joined by OR or in parentheses: all of them.
    pub clauses: Vec<Clause>,
    /// Names wanted and left out.
    pub names: Vec<NameTerm>,
    /// Publishers wanted and left out.
    pub publishers: Vec<ValueTerm>,
    /// Authors wanted and left out.
    pub authors: Vec<ValueTerm>,
    /// Values of the other fields wanted and left out; each field is a group of its own.
    pub fields: Vec<FieldTerm>,
    /// The days in one of which it happened, or none for any time.
    pub ranges: Vec<Days>,
    /// The days in one of which the article was published, or none for any time.
    pub published: Vec<Days>,
    /// Whether undated rows are asked for: with a range beside it, alone without.
    pub undated: bool,
    /// Where words and names must occur for an event, quotation or figure to match.
    pub scope: Scope,
}

/// Where a word or name must occur.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// In the row's own passage, or among its participants.
    #[default]
    Passage,
    /// Anywhere in the row's article.
    Article,
}

/// A name wanted or left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NameTerm {
    /// The kind of name.
    pub kind: NameKind,
    /// The name, or a part of it, in any spelling the corpus links.
    pub name: String,
    /// Whether it must not occur.
    pub excluded: bool,
}

/// A publisher or author wanted or left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ValueTerm {
    /// The value; compared folded.
    pub value: String,
    /// Whether it must not be this one.
    pub excluded: bool,
}

/// A value of any other field wanted or left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FieldTerm {
    /// Which field; never one that has a list of its own in [`Query`].
    pub field: Field,
    /// The value, as [`Field::value`] gives it.
    pub value: String,
    /// Whether it must not be this one.
    pub excluded: bool,
}

/// Something in a typed query that was not taken the way it looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Where it stands in the typed text.
    pub span: Span,
    /// What was expected, what was found, and what was done instead.
    pub what: String,
}

impl Serialize for Query {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Query {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}

impl Query {
    /// The query that `text` writes. Every text is one.
    pub fn parse(text: &str) -> Self {
        parse::parse(text, false).0
    }

    /// The query that `text` writes, with what could not be read as what it looks like, in text order.
    pub fn parse_with_hints(text: &str) -> (Self, Vec<Hint>) {
        parse::parse(text, false)
    }

    /// The same while `text` is being typed: a word that ends where the text ends is the beginning of a word
    /// ([`Pattern::prefix`]), unless it is left out or the value of a field.
    pub fn parse_typing(text: &str) -> (Self, Vec<Hint>) {
        parse::parse(text, true)
    }

    /// Whether nothing is asked, so that every row matches.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
