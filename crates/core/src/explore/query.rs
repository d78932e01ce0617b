//! The query language: one parser and one printer for the search box, the URL and the command line.
//!
//! **Invariant:** any text is a valid query; what cannot be read as a field is searched as words.
//! Printing a query and parsing it again gives the same query. Start at [`Query`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::annotate::NameKind;

/// What is asked; the only input of `explore` besides the corpus. Groups are joined by AND, values of one group by
/// OR, exclusions by AND NOT.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
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
