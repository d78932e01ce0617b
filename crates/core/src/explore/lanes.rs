//! The timeline in lanes: which events stand in which, by who is in them, who says so, or where they are told.
//!
//! A lane is a term of the query language, or a whole query, over all events of the corpus, whatever is asked: an event that holds two of
//! the values stands in both lanes, one that holds none is among the others.
//! **Invariant:** lanes are no filter: they change no count, and no event is lost between them.
//! Start at [`lanes`]; [`Lanes`] is what a reader chooses.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::index::Index;
use super::matching::{Asked, holding_value};
use super::query::{Field, Query, Scope};
use super::set::Set;
use super::timeline::{Held, Moment, moments_of};
use super::{Findings, Unit, article_named, threads};
use crate::annotate::Status;
use crate::corpus::pack::{Opened, Pack};
use crate::order::Order as _;

/// How many lanes there are at most, besides the one of all others.
pub const MOST_LANES: usize = 12;

/// How many lanes stand there before the reader chooses.
const FIRST: usize = 4;

/// How many values are offered.
const OFFERED: usize = 40;

/// What tells lanes apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The persons that events name.
    #[default]
    Person,
    /// The places.
    Place,
    /// The organizations.
    Organization,
    /// Who says so.
    Speaker,
    /// What kind of word it is.
    Status,
    /// The articles' publishers.
    Source,
    /// The articles.
    Article,
    /// The matters that events are about: a query each.
    Thread,
}

impl By {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Thread,
        Self::Person,
        Self::Place,
        Self::Organization,
        Self::Speaker,
        Self::Status,
        Self::Source,
        Self::Article,
    ];

    /// Its name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "org",
            Self::Speaker => "speaker",
            Self::Status => "status",
            Self::Source => "source",
            Self::Article => "article",
            Self::Thread => "thread",
        }
    }

    /// The field whose values these lanes are; none for articles and threads.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Self::Person => Field::Person,
            Self::Place => Field::Place,
            Self::Organization => Field::Organization,
            Self::Speaker => Field::Speaker,
            Self::Status => Field::Status,
            Self::Source => Field::Publisher,
            Self::Article | Self::Thread => return None,
        })
    }
}

/// The lanes that a reader wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lanes {
    /// What tells them apart.
    pub by: By,
    /// Them from top to bottom; none: those that the query asks for, or else those of which there is most.
    pub chosen: Vec<Choice>,
    /// Whether the lane of all others is unfolded.
    pub others: bool,
}

/// A lane that a reader wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its value: the entity's name, the publisher's, or the status's; for an article `FILE~7467727c`, for a thread a
    /// query.
    pub value: String,
    /// Whether it is folded.
    pub folded: bool,
    /// What the reader calls it, else empty.
    pub called: String,
}

impl Choice {
    /// The lane of `value`, unfolded, called as the page calls it.
    pub fn of(value: &str) -> Self {
        Self { value: value.to_owned(), ..Self::default() }
    }
}

/// A lane with what stands in it.
#[derive(Clone, Debug)]
pub struct Lane {
    /// What it is; its value is empty for the others.
    pub choice: Choice,
    /// How many of the rows that match it holds.
    pub count: u32,
    /// Its events, numbers of marks.
    marks: Set,
}

/// All lanes, and what else could be one.
#[derive(Clone, Debug, Default)]
pub struct InLanes {
    /// From top to bottom; the last one holds what is in no other, if there is any.
    pub lanes: Vec<Lane>,
    /// Values that could have a lane, with how many of the rows that match hold each, the most first.
    pub offered: Vec<(String, u32)>,
}

/// The lanes that `wanted` says, over what `findings` found.
pub fn lanes(pack: &Pack, index: &Index, findings: &Findings, wanted: &Lanes) -> InLanes {
    let ground = Ground { pack, index, findings };
    let offered = ground.offered(wanted.by);
    let mut values = wanted.chosen.clone();
    if values.is_empty() {
        // What is asked for by name has a lane each.
        let facet = findings.facets.iter().find(|facet| Some(facet.group) == wanted.by.field());
        let asked = facet.into_iter().flat_map(|facet| &facet.values).filter(|v| v.chosen == Some(true));
        values = asked.map(|value| Choice::of(&value.name)).collect();
    }
    if values.is_empty() {
        let most = if wanted.by == By::Status { MOST_LANES } else { FIRST };
        values = offered.iter().take(most).map(|(value, _)| Choice::of(value)).collect();
    }
    values.truncate(MOST_LANES);
    let mut lanes: Vec<Lane> = values.into_iter().map(|choice| ground.lane(wanted.by, choice)).collect();
    // Where nothing could have a lane a single one holds everything.
    if lanes.is_empty() {
        return InLanes { lanes, offered };
    }
    let mut rest = Set::all(index.marks.when.len());
    let mut others = findings.matched.clone();
    for lane in &lanes {
        rest.and_not(&lane.marks);
        others.and_not(&ground.rows(wanted.by, &lane.choice.value, findings.unit));
    }
    if !rest.is_empty() {
        let count = others.len();
        let choice = Choice { folded: !wanted.others, ..Choice::default() };
        lanes.push(Lane { choice, count, marks: rest });
    }
    InLanes { lanes, offered }
}

impl Lane {
    /// Whether mark `mark` stands in it.
    pub(super) fn holds(&self, mark: u32) -> bool {
        self.marks.has(mark)
    }
}

impl InLanes {
    /// For each lane how many of its events stand when, and how many of those match.
    pub fn moments(&self, index: &Index, findings: &Findings) -> Vec<Vec<Moment>> {
        if self.lanes.is_empty() {
            return Vec::new();
        }
        let matched = Held::of(index, findings.unit, &findings.matched).marks;
        let own = |lane: &Lane| {
            let mut own = matched.clone();
            own.and(&lane.marks);
            moments_of(index, &lane.marks, &own)
        };
        self.lanes.iter().map(own).collect()
    }

    /// The lanes in which event `event` of `article` stands: the bit of each.
    pub fn of(&self, index: &Index, article: u32, event: u32) -> u32 {
        if self.lanes.is_empty() {
            return 0;
        }
        let own = index.articles.marks.range(article);
        let Some(mark) = own.into_iter().find(|mark| index.marks.event.get(*mark as usize) == Some(event))
        else {
            return 0;
        };
        let bits = (0..).zip(&self.lanes).filter(|(_, lane)| lane.holds(mark));
        bits.map(|(at, _): (u32, _)| 1 << at).sum()
    }
}

/// The article that `FILE~7467727c` names.
pub fn article_called(pack: &Pack, index: &Index, value: &str) -> Option<Arc<Opened>> {
    Some(article(pack, index, value)?.1)
}

fn article(pack: &Pack, index: &Index, value: &str) -> Option<(u32, Arc<Opened>)> {
    let (file, hash) = value.rsplit_once('~')?;
    article_named(pack, index, file, hash)
}

/// What lanes are found in.
#[derive(Clone, Copy)]
struct Ground<'a> {
    pack: &'a Pack,
    index: &'a Index,
    findings: &'a Findings,
}

impl Ground<'_> {
    fn lane(self, by: By, choice: Choice) -> Lane {
        let rows = self.rows(by, &choice.value, Unit::Events);
        let marks = Held::of(self.index, Unit::Events, &rows).marks;
        let count = self.rows(by, &choice.value, self.findings.unit).shared(&self.findings.matched);
        Lane { choice, count, marks }
    }

    /// The rows of `unit` that hold `value`.
    fn rows(self, by: By, value: &str, unit: Unit) -> Set {
        let Self { pack, index, .. } = self;
        if by == By::Thread {
            return Asked::of(pack, index, &Query::parse(value), unit).all();
        }
        let Some(field) = by.field() else {
            let mut articles = Set::none(index.articles() as usize);
            if let Some((article, _)) = article(pack, index, value) {
                articles.insert(article);
            }
            return index.rows(unit).of_articles(&articles);
        };
        holding_value(pack, index, unit, Scope::Passage, (field, value))
    }

    /// What could have a lane, the most first; statuses and articles in their own order.
    fn offered(self, by: By) -> Vec<(String, u32)> {
        let Self { findings, .. } = self;
        let facet = findings.facets.iter().find(|facet| Some(facet.group) == by.field());
        let mut offered: Vec<(String, u32)> = match by {
            By::Speaker => self.speakers(),
            By::Article => self.articles(),
            By::Thread => self.threads(),
            _ => {
                let values = facet.into_iter().flat_map(|facet| &facet.values);
                values.filter(|value| value.count > 0).map(|v| (v.name.clone(), v.count)).collect()
            }
        };
        match by {
            By::Article | By::Thread => {}
            By::Status => {
                let place = |name: &str| Status::ALL.iter().position(|status| status.name() == name);
                offered.order_by_key(|(name, _)| place(name));
            }
            _ => offered.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))),
        }
        offered.truncate(OFFERED);
        offered
    }

    /// The entities whose word the matching rows are.
    fn speakers(self) -> Vec<(String, u32)> {
        let Self { pack, index, findings } = self;
        let entities: Vec<Option<u32>> = index.heard.iter().map(|(entity, _)| entity).collect();
        let rows = index.rows(findings.unit);
        let mut held: Vec<u32> = Vec::new();
        findings.matched.each(|row| {
            let heard = rows.heard(row).filter_map(|heard| entities.get(heard as usize).copied().flatten());
            let mut own: Vec<u32> = heard.collect();
            own.order();
            own.dedup();
            held.append(&mut own);
        });
        held.order();
        let own = held.chunk_by(|a, b| a == b);
        own.filter_map(|own| Some((pack.name(*own.first()?).to_owned(), own.len() as u32))).collect()
    }

    /// What the events of matching rows are about.
    fn threads(self) -> Vec<(String, u32)> {
        let Self { pack, index, findings } = self;
        let events = Unit::Events;
        let own = || findings.matched.clone();
        let of_articles =
            || index.rows(events).of_articles(&index.rows(findings.unit).articles_of(&findings.matched));
        let rows = if findings.unit == events { own() } else { of_articles() };
        let found = threads::threads(pack, index, &rows);
        let count =
            |query: &Query| Asked::of(pack, index, query, findings.unit).all().shared(&findings.matched);
        found
            .into_iter()
            .map(|query| (query.to_string(), count(&query)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The articles of matching rows, the newest first.
    fn articles(self) -> Vec<(String, u32)> {
        let Self { pack, index, findings } = self;
        let rows = index.rows(findings.unit);
        let held = rows.articles_of(&findings.matched).rows();
        let newest = held.into_iter().rev().take(OFFERED);
        newest
            .filter_map(|article| {
                let document = &pack.article(article)?.article.document;
                let [a, b, c, d, ..] = document.sha256;
                let value = format!("{}~{a:02x}{b:02x}{c:02x}{d:02x}", document.file);
                Some((value, findings.matched.count(rows.of_article(article))))
            })
            .collect()
    }
}
