//! The query language: one parser and one printer for the search box, the URL and the command line.
//!
//! **Invariant:** any text is a valid query; what cannot be read as a field is searched as words.
//! Printing a query and parsing it again gives the same query.
//! Terms are words, `"phrases"`, `person: place: org: other: publisher: author:` with a value, `after: before: on: in:` with
//! a day, month or year, `undated:yes` and `scope:article`; `-` before a term leaves it out.
//! Start at [`Query`]; `parse` reads, `print` writes, `parts` takes apart and changes.

mod parse;
mod parts;
mod print;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::annotate::NameKind;
use crate::span::Span;
pub use parts::Part;

/// What is asked; the only input of `explore` besides the corpus. Groups are joined by AND, values of one group by
/// OR, exclusions by AND NOT.
///
/// As data it is its own text, so that every door has the one parser and the one printer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// Words and phrases: all of them.
    pub text: Vec<TextTerm>,
    /// Names wanted and left out.
    pub names: Vec<NameTerm>,
    /// Publishers wanted and left out.
    pub publishers: Vec<ValueTerm>,
    /// Authors wanted and left out.
    pub authors: Vec<ValueTerm>,
    /// The first day asked for, inclusive.
    pub from: Option<Date>,
    /// The last day asked for, inclusive.
    pub to: Option<Date>,
    /// Whether undated rows are asked for: with a range beside it, alone without.
    pub undated: bool,
    /// Where words and names must occur for an event or quotation to match.
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

/// A word or phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextTerm {
    /// The text as it was typed, without quotation marks.
    pub text: String,
    /// Whether it was quoted: the words in this order, next to each other.
    pub phrase: bool,
    /// Whether it must not occur.
    pub excluded: bool,
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

/// A value of a field wanted or left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ValueTerm {
    /// The value; compared folded.
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
        parse::parse(text).0
    }

    /// The query that `text` writes, with what could not be read as the field it looks like.
    pub fn parse_with_hints(text: &str) -> (Self, Vec<Hint>) {
        parse::parse(text)
    }

    /// Whether nothing is asked, so that every row matches.
    pub fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }
}
