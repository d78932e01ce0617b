//! A [`Corpus`] and a [`Query`] into [`Findings`]: what matches, how often, and when.
//!
//! **Invariant:** one rule of matching. Rows are reports (events), articles, quotations and figures. A word or name
//! matches an article if it occurs anywhere in it, and any other row if it occurs in its own passage or among its
//! resolved participants; the words of a phrase are in one passage, which is a sentence, what lies between two, or the
//! headline. Publisher, author, headline, language and publication are the article's; status, voices and speaker are the
//! row's, and an article has those of its rows. A date range matches what overlaps it, both ends inclusive; undated
//! rows match only when undated is chosen or no range is set. A range of publication matches what was published in it
//! for sure.
//! **Invariant:** a count is what you would get with this value alone in its group, everything else as it is.
//! Start at [`explore`]; [`query`] is the language, [`Index`] is built once for an opened corpus.

mod facets;
mod index;
mod matching;
#[cfg(test)]
mod oracle;
mod order;
pub(crate) mod passage;
pub mod query;
mod rows;
mod set;
#[cfg(test)]
mod tests;
mod timeline;
mod unit;

use serde::{Deserialize, Serialize};

use crate::annotate::{NameKind, Status, Undated};
use crate::civil::{Interval, When};
use crate::corpus::Corpus;
pub use index::Index;
use matching::Asked;
pub use order::{Sort, sort};
pub use query::Query;
pub use rows::{measured, said};
use set::Set;
pub use unit::Unit;

/// A query is relaxed when at most this many rows match it.
const FEW: u32 = 3;

/// What `query` finds in `corpus`, where a row is a `unit`; `index` is that corpus's own.
pub fn explore(corpus: &Corpus, index: &Index, query: &Query, unit: Unit) -> Findings {
    let asked = Asked::of(corpus, index, query, unit);
    let matched = asked.all();
    let at_any_time = asked.at_any_time();
    let others = |other| {
        if other == unit { matched.rows() } else { Asked::of(corpus, index, query, other).all().rows() }
    };
    let (undated_left_out, unsure_left_out) = left_out(corpus, index, query);
    Findings {
        unit,
        matched: Unit::ALL.map(others),
        total: asked.rows.len() as u32,
        articles: articles(&asked, &matched),
        undated_left_out,
        unsure_left_out,
        facets: facets::facets(corpus, &asked),
        marks: timeline::marks(corpus, index, unit, &matched, &at_any_time),
        undated: undated(&asked, &matched),
        relaxations: if matched.len() <= FEW { relaxations(corpus, index, query, unit) } else { Vec::new() },
    }
}

/// The query that asks for `entity` (`Some(true)`), leaves it out (`Some(false)`) or does neither: every term that
/// means this entity, in whatever spelling, is replaced.
pub fn with_entity(corpus: &Corpus, query: &Query, entity: u32, choice: Option<bool>) -> Query {
    let Some(named) = corpus.entities().get(entity as usize) else { return query.clone() };
    let mut others = query.clone();
    others.names.retain(|t| t.kind != named.kind || !corpus.entity_named(t.kind, &t.name).contains(&entity));
    others.with_name(named.kind, &named.name, choice)
}

/// How many articles hold one of the rows.
fn articles(asked: &Asked, matched: &Set) -> u32 {
    let mut articles: Vec<u32> =
        matched.rows().iter().filter_map(|row| Some(asked.rows.all.get(*row as usize)?.article)).collect();
    articles.dedup();
    articles.len() as u32
}

/// The rows without a place in time, by reason.
fn undated(asked: &Asked, matched: &Set) -> Vec<(Undated, u32)> {
    let mut counts = std::collections::BTreeMap::new();
    for row in matched.rows() {
        if let Some(why) = asked.rows.all.get(row as usize).and_then(|row| row.undated) {
            *counts.entry(why).or_insert(0) += 1;
        }
    }
    counts.into_iter().collect()
}

/// How many articles match but for dates and are of unknown publication, and how many match but for when they were
/// published, which may have been in the ranges asked for.
fn left_out(corpus: &Corpus, index: &Index, query: &Query) -> (u32, u32) {
    if query.ranges.is_empty() && query.published.is_empty() {
        return (0, 0);
    }
    let asked = Asked::of(corpus, index, query, Unit::Articles);
    let matched = asked.all();
    let count = |mut others: Set, holds: &dyn Fn(u32) -> bool| {
        others.and_not(&matched);
        others.rows().into_iter().filter(|row| holds(*row)).count() as u32
    };
    let undated = |row: u32| asked.rows.all.get(row as usize).is_some_and(|row| row.undated.is_some());
    let unsure = |row: u32| {
        let article = corpus.articles().get(row as usize);
        let when = article.and_then(|article| article.document.published.when);
        when.is_some_and(|when| {
            let mut ranges = query.published.iter().filter(|days| !days.is_empty());
            ranges.any(|days| days.interval().overlaps(when.interval))
        })
    };
    (count(asked.whenever_published(false), &undated), count(asked.whenever_published(true), &unsure))
}

/// The query without each of its parts, the one that finds most first.
fn relaxations(corpus: &Corpus, index: &Index, query: &Query, unit: Unit) -> Vec<Relaxation> {
    let mut relaxations: Vec<Relaxation> = query
        .parts()
        .iter()
        .map(|part| {
            let relaxed = query.without(part);
            let count = Asked::of(corpus, index, &relaxed, unit).all().len();
            Relaxation { without: part.to_string(), query: relaxed, count }
        })
        .collect();
    relaxations.sort_by_key(|relaxation| std::cmp::Reverse(relaxation.count));
    relaxations
}

/// The answer to a query, for one unit of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// What a row is.
    pub unit: Unit,
    /// The indices of the matching rows of each unit in corpus order, by unit.
    /// Only the one of `unit` is shown; the others count the tabs.
    pub matched: [Vec<u32>; Unit::COUNT],
    /// How many rows of `unit` there are in all.
    pub total: u32,
    /// How many articles hold a matching row of `unit`.
    pub articles: u32,
    /// How many articles of unknown publication the ranges of dates leave out although everything else about them
    /// matches.
    pub undated_left_out: u32,
    /// How many articles the ranges of publication leave out although everything else about them matches, and they
    /// may have been published in them: a range of days dates them that lies in part outside.
    pub unsure_left_out: u32,
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
    /// For a place whose location is known the ISO 3166-1 letters of its country.
    pub country: Option<String>,
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
    /// Whether its row matches the query at any time, dated or not.
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
