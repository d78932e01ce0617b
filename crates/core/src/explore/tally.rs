//! What stands on the screen while a range of days is moved, counted for any place of the range without looking at a row.
//!
//! A question is answered once for everything but the range, and what is found is laid up by when it was: after that each
//! number is a few look-ups.
//! **Invariant:** every number is the one that [`explore`](super::explore) gives for the same query with the range in that
//! place. The other ranges of the query stay: rows that match them count wherever the range is.
//! Start at [`Tally::of`], then [`Tally::at`]; [`counter`] has one number, [`values`] gathers those of the sidebar.

pub(in crate::explore) mod axis;
mod bars;
mod counter;
mod left_out;
mod pairs;
#[cfg(test)]
mod tests;
mod values;

use serde::{Deserialize, Serialize};

use super::Unit;
use super::index::Index;
use super::matching::Asked;
use super::query::{Days, Field, Query};
use super::set::Set;
use crate::annotate::Undated;
use crate::corpus::pack::Pack;
use axis::{Axis, Ends, ends, joined};
use counter::{Counter, Gather};
use left_out::LeftOut;

/// Which range of a query is moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moved {
    /// The first of [`Query::ranges`]: when it happened.
    #[default]
    Happened,
    /// The first of [`Query::published`]: when the article was published.
    Published,
}

/// The numbers that are wanted besides totals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Values of the sidebar, as a [`Facet`](super::Facet) names them.
    pub values: Vec<(Field, String)>,
    /// Stretches of whole days in which marks are counted that match at any time.
    pub bars: Vec<Days>,
}

/// The numbers for one place of the range.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// How many rows of each unit match.
    pub counts: [u32; Unit::COUNT],
    /// How many articles hold a matching row.
    pub articles: u32,
    /// How many matching rows have no place in time, by reason.
    pub undated: Vec<(Undated, u32)>,
    /// How many articles of unknown publication the dates leave out.
    pub undated_left_out: u32,
    /// How many articles the ranges of publication leave out that may have been published in them.
    pub unsure_left_out: u32,
    /// The count of each value that is shown.
    pub values: Vec<u32>,
    /// For each bar how many events and how many publications have a part in it.
    pub bars: Vec<[u32; 2]>,
}

/// A question laid up by time.
#[derive(Debug)]
pub struct Tally {
    counts: [Counter; Unit::COUNT],
    /// `None` where a row is an article.
    articles: Option<Counter>,
    unit: Unit,
    undated: [(Undated, Counter); 4],
    unknown: LeftOut,
    unsure: LeftOut,
    values: Vec<Counter>,
    bars: Vec<[Counter; 2]>,
}

impl Moved {
    /// The range of `query` that is moved.
    pub fn range(self, query: &mut Query) -> Option<&mut Days> {
        self.ranges(query).first_mut()
    }

    fn ranges(self, query: &mut Query) -> &mut Vec<Days> {
        match self {
            Self::Happened => &mut query.ranges,
            Self::Published => &mut query.published,
        }
    }
}

impl Tally {
    /// That of `query`, whose range `moved` is going to be moved, for the rows of `unit` and what is `shown`. `None` where
    /// there is no such range, or a value that is shown cannot be told by its name.
    pub fn of(
        pack: &Pack,
        index: &Index,
        query: &Query,
        (unit, moved): (Unit, Moved),
        shown: &Shown,
    ) -> Option<Self> {
        let mut rest = query.clone();
        let ranges = moved.ranges(&mut rest);
        if ranges.is_empty() {
            return None;
        }
        ranges.remove(0);
        let asked = Unit::ALL.map(|unit| Asked::of(pack, index, &rest, unit));
        let grounds = asked.each_ref().map(|asked| Ground::of(asked, moved));
        let [_, articles, ..] = &grounds;
        let ground = grounds.iter().find(|ground| ground.asked.unit == unit)?;
        let values = values::numbers(pack, index, &shown.values)?;
        let undated = index.split(unit).undated.each_ref();
        Some(Self {
            counts: grounds.each_ref().map(|ground| ground.counter(&ground.base)),
            articles: (unit != Unit::Articles).then(|| ground.articles()),
            unit,
            undated: undated.map(|(why, rows)| (*why, ground.counter(&ground.shared(rows)))),
            unknown: LeftOut::unknown(articles),
            unsure: LeftOut::unsure(articles, &rest),
            values: values::counters(ground, &values),
            bars: bars::counters(ground, &shown.bars),
        })
    }

    /// The numbers with the range at `days`; `index` is the one that it was made for.
    pub fn at(&self, index: &Index, days: Days) -> Numbers {
        let range = index.axis().range(days);
        let at = |counter: &Counter| counter.at(range);
        let counts = self.counts.each_ref().map(at);
        let undated = self.undated.iter().map(|(why, counter)| (*why, at(counter)));
        Numbers {
            counts,
            articles: self.articles.as_ref().map_or(counts[self.unit as usize], at),
            undated: undated.filter(|(_, count)| *count > 0).collect(),
            undated_left_out: self.unknown.at(range),
            unsure_left_out: self.unsure.at(range),
            values: self.values.iter().map(at).collect(),
            bars: self.bars.iter().map(|both| both.each_ref().map(at)).collect(),
        }
    }
}

/// The rows of one unit that match but for the range.
struct Ground<'a> {
    asked: &'a Asked<'a>,
    index: &'a Index,
    axis: &'a Axis,
    moved: Moved,
    /// The rows that match but for what is moved and its like.
    base: Set,
    /// Those that match wherever the range is.
    always: Option<&'a Set>,
}

impl<'a> Ground<'a> {
    fn of(asked: &'a Asked<'a>, moved: Moved) -> Self {
        let index = asked.index;
        let base = asked.but_for(None, None, moved != Moved::Happened, moved != Moved::Published);
        let always = asked.dates(moved == Moved::Published);
        Self { asked, index, axis: index.axis(), moved, base, always }
    }

    /// The rows that match but for what is moved, for what is wanted of `group`, and for the terms that leave out `value`.
    fn base(&self, group: Field, value: Option<u32>) -> Set {
        let Self { asked, moved, .. } = self;
        asked.but_for(Some(group), value, *moved != Moved::Happened, *moved != Moved::Published)
    }

    /// The rows of the base that are in `rows`.
    fn shared(&self, rows: &Set) -> Set {
        let mut shared = self.base.clone();
        shared.and(rows);
        shared
    }

    /// Whether `row` matches wherever the range is.
    fn is_always(&self, row: u32) -> bool {
        self.always.is_some_and(|rows| rows.has(row))
    }

    /// Adds `row`, which is one of the unit's.
    fn add(&self, row: u32, to: &mut Gather) {
        if self.is_always(row) {
            to.always += 1;
        } else if self.moved == Moved::Happened {
            to.meets(self.index.spans(self.asked.unit).get(row));
        } else {
            self.add_published(self.asked.rows.article(row), to);
        }
    }

    /// Adds something that counts where `article` was published in the range for sure.
    fn add_published(&self, article: u32, to: &mut Gather) {
        if let Some(ends) = self.published(article) {
            to.lies(ends, self.axis.is_day(ends));
        }
    }

    /// When `article` was published.
    fn published(&self, article: u32) -> Option<Ends> {
        self.axis.whens.get(self.index.publication(article)? as usize).copied()
    }

    /// How many of `rows` match.
    fn counter(&self, rows: &Set) -> Counter {
        let mut gather = Gather::default();
        rows.each(|row| self.add(row, &mut gather));
        gather.counter(self.axis)
    }

    /// How many articles hold a row that matches.
    fn articles(&self) -> Counter {
        let mut gather = Gather::default();
        let spans = self.index.spans(self.asked.unit);
        let (mut always, mut own) = (false, Vec::new());
        let rows = self.asked.rows;
        rows.articles_of(&self.base).each(|article| {
            for row in rows.of_article(article).filter(|row| self.base.has(*row)) {
                always |= self.is_always(row);
                own.extend(ends(spans.get(row)));
            }
            if std::mem::take(&mut always) {
                own.clear();
                gather.always += 1;
            } else if self.moved == Moved::Happened {
                gather.meets(&joined(&mut own));
            } else {
                own.clear();
                self.add_published(article, &mut gather);
            }
        });
        gather.counter(self.axis)
    }
}
