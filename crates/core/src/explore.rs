//! A [`Corpus`] and a [`Query`] into [`Findings`]: what matches, how often, and when.
//!
//! **Invariant:** one rule of matching. Rows are reports (events), articles and quotations. A word or name matches
//! an article if it occurs anywhere in it, and an event or quotation if it occurs in its own passage or among its
//! resolved participants; publisher and author are the article's. A date range matches what overlaps it, both
//! ends inclusive; undated rows match only when undated is chosen or no range is set.
//! **Invariant:** a count is what you would get with this value alone in its group, everything else as it is.
//! Start at [`explore`]; [`query`] is the language.

pub mod query;

use serde::{Deserialize, Serialize};

use crate::annotate::{NameKind, Status, Undated};
use crate::civil::{Interval, When};
pub use query::Query;

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Reports of events.
    #[default]
    Events,
    /// Articles.
    Articles,
    /// Direct quotations.
    Quotations,
}

/// The answer to a query, for one unit of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// What a row is.
    pub unit: Unit,
    /// The indices of the matching rows of each unit in corpus order: reports, articles, quotations.
    /// Only the one of `unit` is shown; the others count the tabs.
    pub matched: [Vec<u32>; 3],
    /// How many rows of `unit` there are in all.
    pub total: u32,
    /// How many articles hold a matching row of `unit`.
    pub articles: u32,
    /// How many undated articles a date range leaves out although everything else about them matches.
    pub undated_left_out: u32,
    /// The values of each group with their counts.
    pub facets: Vec<Facet>,
    /// Every event of the corpus that has a place in time, matching or not.
    pub marks: Vec<Mark>,
    /// How many matching rows of `unit` have no place in time, by reason.
    pub undated: Vec<(Undated, u32)>,
    /// Every single relaxation of the query with what it would find; only where few rows match.
    pub relaxations: Vec<Relaxation>,
}

/// A group of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Which group.
    pub group: Group,
    /// Its values: chosen ones, then by count, then by name.
    pub values: Vec<FacetValue>,
}

/// The groups of the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Names of this kind.
    Names(NameKind),
    /// Publishers.
    Publisher,
    /// Authors.
    Author,
}

/// One value of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its name; for a name the entity's.
    pub name: String,
    /// Rows of the query with this value alone in its group.
    pub count: u32,
    /// Rows that hold it at all.
    pub total: u32,
    /// Whether the query asks for it (`Some(true)`), leaves it out (`Some(false)`) or neither.
    pub chosen: Option<bool>,
}

/// A thing with a place in time: an event of a report, or an article's publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The article.
    pub article: u32,
    /// The event in it, or `None` for the publication.
    pub event: Option<u32>,
    /// When.
    pub when: When,
    /// Said, happened, claimed or announced; `None` for a publication.
    pub status: Option<Status>,
    /// Whether its row (for a publication: its article, or a row in it) matches the query.
    pub matched: bool,
    /// Whether its row matches the query without its date range.
    pub matched_undated: bool,
}

/// A query with one thing taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relaxation {
    /// What is taken away, as the query language writes it.
    pub without: String,
    /// The query that is left.
    pub query: Query,
    /// How many rows it finds.
    pub count: u32,
}

/// The civil interval of a date range: both ends inclusive, open where a side is not given.
pub fn interval(from: Option<jiff::civil::Date>, to: Option<jiff::civil::Date>) -> Interval {
    Interval {
        from: from.map_or(Interval::PAST, crate::civil::seconds),
        to: to.map_or(Interval::FUTURE, |d| crate::civil::seconds(d) + crate::civil::DAY),
    }
}
