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

mod census;
mod clocks;
mod corrected;
mod counts;
mod facets;
mod groups;
mod index;
mod lanes;
mod later;
mod matching;
#[cfg(test)]
mod oracle;
mod order;
mod parts;
pub(crate) mod passages;
mod postings;
pub mod query;
mod relevance;
mod rows;
mod set;
mod spanning;
mod suggest;
mod tally;
#[cfg(test)]
mod tests;
mod threads;
mod timeline;
mod unit;
mod voices;
mod ways;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::annotate::{Status, Undated};
use crate::civil::{Interval, When};
use crate::columns::Bytes;
use crate::corpus::pack::{self, Container, Content, Opened, Pack, PackError};
use crate::corpus::{Corpus, Joined, Source, Store};
pub use clocks::{Counts, Grid, grid, published_of};
pub use corrected::corrected;
pub use counts::counts;
pub use index::{Index, Record, sections};
pub use lanes::{By, Choice, InLanes, Lane, Lanes, MOST_LANES, article_called, lanes};
pub use later::{Later, known_until, without_publication};
use matching::Asked;
pub use order::{Ranking, Sort, first};
use query::Field;
pub use query::Query;
pub use rows::{measured, said, said_at};
pub use set::Set;
pub use spanning::{Apart, Counted, Spanning};
pub use suggest::{Prepared, Suggested, suggest};
pub use tally::{Moved, Numbers, Shown, Tally};
pub use timeline::{MOST_MARKS, Moment, marks_in};
pub use unit::Unit;

/// A query is relaxed when at most this many rows match it.
const FEW: u32 = 3;

/// The rows of `unit` that `query` finds.
pub fn matched(pack: &Pack, index: &Index, query: &Query, unit: Unit) -> Set {
    Asked::of(pack, index, query, unit).all()
}

/// What `query` finds in `pack`, where a row is a `unit`; `index` is that pack's own.
pub fn explore(pack: &Pack, index: &Index, query: &Query, unit: Unit) -> Findings {
    let asked = Asked::of(pack, index, query, unit);
    let matched = asked.all();
    let few = index.marks() <= MOST_MARKS;
    let count =
        |other| if other == unit { matched.len() } else { matching::count(pack, index, query, other) };
    let (undated_left_out, unsure_left_out) = left_out(pack, index, query);
    let ways = (matched.len() <= FEW).then(|| ways::ways(pack, index, query, unit));
    let (relaxations, corrections) = ways.unwrap_or_default();
    Findings {
        unit,
        counts: Unit::ALL.map(count),
        total: asked.rows.len(),
        articles: asked.rows.articles_of(&matched).len(),
        undated_left_out,
        unsure_left_out,
        facets: facets::facets(&asked, &matched),
        marks: if few { timeline::marks(index, unit, &matched, &asked.at_any_time()) } else { Vec::new() },
        moments: if few { Vec::new() } else { timeline::moments(index, unit, &asked.at_any_time()) },
        undated: undated(&asked, &matched),
        later: Later::of(&asked, query, &matched),
        whenever: later::whenever(&asked, index, query),
        relaxations,
        corrections,
        matched,
    }
}

/// The same while the articles are still coming: `None` where one had to be read.
pub fn explore_early(pack: &Pack, index: &Index, query: &Query, unit: Unit) -> Option<Findings> {
    pack.missed_any();
    let findings = explore(pack, index, query, unit);
    if pack.missed_any() {
        index.lately.forget();
        return None;
    }
    Some(findings)
}

/// The query that asks for `value` of `field` (`Some(true)`), leaves it out (`Some(false)`) or does neither: every term
/// that means the same name, in whatever spelling, is replaced.
pub fn choose(pack: &Pack, query: &Query, field: Field, value: &str, choice: Option<bool>) -> Query {
    let mut others = query.clone();
    if let Some(kind) = field.kind() {
        let mut own = (0..pack.entities()).filter(|entity| pack.kind(*entity) == Some(kind));
        if let Some(entity) = own.find(|entity| pack.name(*entity) == value) {
            others.names.retain(|t| t.kind != kind || !pack.entity_named(t.kind, &t.name).contains(&entity));
        }
    }
    others.with_value(field, value, choice)
}

/// The rows without a place in time, by reason.
fn undated(asked: &Asked, matched: &Set) -> Vec<(Undated, u32)> {
    let counts = asked.index.split(asked.unit).undated.iter().map(|(why, rows)| (*why, rows.shared(matched)));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// How many articles match but for dates and are of unknown publication, and how many match but for when they were
/// published, which may have been in the ranges asked for.
fn left_out(pack: &Pack, index: &Index, query: &Query) -> (u32, u32) {
    if query.ranges.is_empty() && query.published.is_empty() {
        return (0, 0);
    }
    let asked = Asked::of(pack, index, query, Unit::Articles);
    let matched = asked.all();
    let others = |mut others: Set| {
        others.and_not(&matched);
        others
    };
    let undated = others(asked.whenever_published(false));
    let undated = index.split(Unit::Articles).undated.iter().map(|(_, rows)| rows.shared(&undated)).sum();
    // What a single day dates is in a range or not; only what a range of days dates may be.
    let ranges = query.published.iter().filter(|days| !days.is_empty());
    let ranges: Vec<Interval> = ranges.map(|days| days.interval()).collect();
    let may_be_in = |when: When| ranges.iter().any(|range| range.overlaps(when.interval));
    let mut unsure = 0;
    let [_, by_ranges, ..] = &index.told().dated;
    by_ranges.each_shared(&others(asked.whenever_published(true)), |row| {
        unsure += u32::from(index.published(row).is_some_and(may_be_in));
    });
    (undated, unsure)
}

/// The answer to a query, for one unit of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// What a row is.
    pub unit: Unit,
    /// The matching rows.
    pub matched: Set,
    /// How many rows of each unit match.
    pub counts: [u32; Unit::COUNT],
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
    /// Every event and publication of the corpus that has a place in time, matching or not; none where there are more
    /// than [`MOST_MARKS`].
    pub marks: Vec<Mark>,
    /// Where there are more, how many stand when; those count as matching that would at any time.
    pub moments: Vec<Moment>,
    /// How many matching rows of `unit` have no place in time, by reason.
    pub undated: Vec<(Undated, u32)>,
    /// What the end of the ranges of publication leaves out.
    pub later: Later,
    /// Where they have an end, the marks or the moments as if they had none.
    pub whenever: (Vec<Mark>, Vec<Moment>),
    /// Every single relaxation of the query with what it would find, of a long one those of its first parts; only where
    /// few rows match.
    pub relaxations: Vec<Relaxation>,
    /// What words that find little may have been meant for, with what they would find, the most first.
    pub corrections: Vec<Correction>,
}

impl Findings {
    /// The numbers in it, without those of values and of the timeline.
    pub fn numbers(&self) -> Numbers {
        Numbers {
            counts: self.counts,
            articles: self.articles,
            undated: self.undated.clone(),
            undated_left_out: self.undated_left_out,
            unsure_left_out: self.unsure_left_out,
            ..Numbers::default()
        }
    }
}

/// A group of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Which group: the field that asks for its values.
    pub group: Field,
    /// Its values: chosen ones, then by count, then by name; of very many those of the largest counts.
    pub values: Vec<FacetValue>,
    /// How many more values there are.
    pub more: u32,
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
    /// Whether it is due by then.
    pub deadline: bool,
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

/// `corpus` as the bytes of a pack with its index.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let mut sections = pack::sections(corpus);
    sections.extend(index::sections(corpus));
    pack::write(sections)
}

/// The sections of a pack of `articles`, which have `corpus` in common, but the last: [`pack::Section::Articles`],
/// whose bytes `out` is given; what else grows with the text is put on `store`.
pub fn head<'s, S: Source + ?Sized>(
    articles: &S,
    corpus: &Joined,
    store: &'s dyn Store,
    out: impl FnMut(&[u8]),
) -> Vec<(pack::Section, Content<'s>)> {
    let sections = pack::head(articles, corpus, out).into_iter();
    let mut sections: Vec<_> = sections.map(|(section, bytes)| (section, Content::from(bytes))).collect();
    sections.extend(index::build(articles, corpus, store));
    sections
}

/// The corpus and the index in the pack `bytes`.
pub fn read(bytes: Bytes) -> Result<(Pack, Index), PackError> {
    read_head(&Container::open(bytes)?)
}

/// The corpus and the index in `head`, which may lack its articles: they [come](Pack::arrive) later.
pub fn read_head(head: &Container) -> Result<(Pack, Index), PackError> {
    Ok((Pack::open(head)?, Index::open(head)?))
}

/// `corpus` as it is read from its pack.
#[cfg(test)]
pub(crate) fn open(corpus: &Corpus) -> Result<(Pack, Index), PackError> {
    read(Bytes::new(write(corpus)))
}

/// A query with one word replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The word as it was typed.
    pub word: String,
    /// The term it may have been meant for, folded.
    pub meant: String,
    /// The query with that in its place.
    pub query: Query,
    /// How many rows it finds.
    pub count: u32,
}

/// The article in `file` whose SHA-256 begins with the 8 digits `hash`, if the corpus holds that file with those bytes.
pub fn article_named(pack: &Pack, index: &Index, file: &str, hash: &str) -> Option<(u32, Arc<Opened>)> {
    let hash = u32::from_str_radix(hash, 16).ok().filter(|_| hash.len() == 8)?;
    let mut same = index.with_hash(hash).filter_map(|article| Some((article, pack.article(article)?)));
    same.find(|(_, opened)| opened.article.document.file == file)
}

/// The civil interval of a date range: both ends inclusive, open where a side is not given.
pub fn interval(from: Option<jiff::civil::Date>, to: Option<jiff::civil::Date>) -> Interval {
    Interval {
        from: from.map_or(Interval::PAST, crate::civil::seconds),
        to: to.map_or(Interval::FUTURE, |d| crate::civil::seconds(d) + crate::civil::DAY),
    }
}
