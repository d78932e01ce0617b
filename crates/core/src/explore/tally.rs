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
use axis::{Axis, ends, joined};
use counter::{Counter, Gather};
use left_out::LeftOut;
use values::Values;

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
    /// Stretches of days, one behind the other, in which marks are counted that match at any time.
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
    /// By unit.
    counts: Vec<Counter>,
    /// `None` where a row is an article.
    articles: Option<Counter>,
    unit: Unit,
    undated: Vec<(Undated, Counter)>,
    unknown: LeftOut,
    unsure: LeftOut,
    values: Values,
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
    /// there is no such range, a value that is shown cannot be told by its name, or bars do not follow each other.
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
        let asked: Vec<Asked> = Unit::ALL.iter().map(|unit| Asked::of(pack, index, &rest, *unit)).collect();
        let grounds: Vec<Ground> = asked.iter().map(|asked| Ground::of(asked, moved)).collect();
        let (ground, articles) = (grounds.get(unit as usize)?, grounds.get(Unit::Articles as usize)?);
        let values = values::numbers(pack, index, &shown.values)?;
        let undated = index.split(unit).undated.iter();
        let undated = undated.map(|(why, rows)| (*why, ground.counter(&ground.base.shared(rows))));
        Some(Self {
            counts: grounds.iter().map(|ground| ground.counter(&ground.base)).collect(),
            articles: (unit != Unit::Articles).then(|| ground.articles()),
            unit,
            undated: undated.collect(),
            unknown: LeftOut::unknown(articles),
            unsure: LeftOut::unsure(articles, &rest),
            values: Values::of(ground, &values),
            bars: bars::counters(ground, &shown.bars)?,
        })
    }

    /// The numbers with the range at `days`; `index` is the one that it was made for.
    pub fn at(&self, index: &Index, days: Days) -> Numbers {
        let range = index.axis().range(days);
        let at = |counter: &Counter| counter.at(range);
        let mut counts = [0; Unit::COUNT];
        counts.iter_mut().zip(&self.counts).for_each(|(count, own)| *count = at(own));
        let matched = counts.get(self.unit as usize).copied().unwrap_or(0);
        let undated = self.undated.iter().map(|(why, counter)| (*why, at(counter)));
        Numbers {
            counts,
            articles: self.articles.as_ref().map_or(matched, at),
            undated: undated.filter(|(_, count)| *count > 0).collect(),
            undated_left_out: self.unknown.at(range),
            unsure_left_out: self.unsure.at(range),
            values: self.values.at(range, matched),
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
    base: Base,
}

/// Rows that match but for the range.
#[derive(Clone, Debug)]
struct Base {
    /// Those that match where the range meets them.
    moving: Set,
    /// Those that match wherever it is; `None` where there are none.
    always: Option<Set>,
}

impl Base {
    /// Those of them that are in `rows`.
    fn shared(&self, rows: &Set) -> Self {
        self.kept(|own| own.and(rows))
    }

    /// Those of them that are not in `rows`.
    fn without(&self, rows: &Set) -> Self {
        self.kept(|own| own.and_not(rows))
    }

    /// What `keep` leaves of them.
    fn kept(&self, keep: impl Fn(&mut Set)) -> Self {
        let mut kept = self.clone();
        std::iter::once(&mut kept.moving).chain(&mut kept.always).for_each(keep);
        kept
    }
}

impl<'a> Ground<'a> {
    fn of(asked: &'a Asked<'a>, moved: Moved) -> Self {
        let index = asked.index;
        let none = || Base { moving: Set::none(0), always: None };
        let ground = Self { asked, index, axis: index.axis(), moved, base: none() };
        Self { base: ground.but_for(None, None), ..ground }
    }

    /// The rows that match but for the range, for what is wanted of `group`, and for the terms that leave out `value`.
    #[inline(never)]
    fn but_for(&self, group: Option<Field>, value: Option<u32>) -> Base {
        let published = self.moved == Moved::Published;
        let mut moving = self.asked.but_for(group, value, published, !published);
        let always = self.asked.dates(published).map(|rows| {
            let mut always = moving.clone();
            always.and(rows);
            moving.and_not(rows);
            always
        });
        Base { moving, always }
    }

    /// Adds `row`, which is one of the unit's in `article`, where it does not match in any case.
    #[inline]
    fn add(&self, article: u32, row: u32, to: &mut Gather) {
        if self.moved == Moved::Happened {
            to.meets(self.index.spans(self.asked.unit).get(row));
        } else {
            self.add_published(article, to);
        }
    }

    /// Adds something that counts where `article` was published in the range for sure.
    #[inline]
    fn add_published(&self, article: u32, to: &mut Gather) {
        if let Some(Some((ends, is_day))) = self.axis.published.get(article as usize) {
            to.lies(*ends, *is_day);
        }
    }

    /// How many of `rows` match.
    fn counter(&self, rows: &Base) -> Counter {
        self.gather(rows).counter(self.axis)
    }

    #[inline(never)]
    fn gather(&self, rows: &Base) -> Gather {
        let always = rows.always.as_ref().map_or(0, Set::len);
        let mut gather = Gather::default();
        gather.always = always;
        if self.moved == Moved::Happened {
            let spans = self.index.spans(self.asked.unit);
            rows.moving.each(|row| gather.meets(spans.get(row)));
        } else {
            let of = self.asked.rows;
            rows.moving.each(|row| self.add_published(of.article(row), &mut gather));
        }
        gather
    }

    /// How many articles hold a row that matches.
    fn articles(&self) -> Counter {
        let mut gather = Gather::default();
        let rows = self.asked.rows;
        let Base { moving, always } = &self.base;
        let always = always.as_ref().map(|always| rows.articles_of(always));
        gather.always = always.as_ref().map_or(0, Set::len);
        let mut articles = rows.articles_of(moving);
        if let Some(always) = &always {
            articles.and_not(always);
        }
        if self.moved == Moved::Published {
            articles.each(|article| self.add_published(article, &mut gather));
            return gather.counter(self.axis);
        }
        let spans = self.index.spans(self.asked.unit);
        let mut own = Vec::new();
        articles.each(|article| {
            let mut all = rows.of_article(article).filter(|row| moving.has(*row));
            match (all.next(), all.next()) {
                (Some(row), None) => gather.meets(spans.get(row)),
                (first, second) => {
                    first
                        .into_iter()
                        .chain(second)
                        .chain(all)
                        .for_each(|row| own.extend(ends(spans.get(row))));
                    gather.meets(&joined(&mut own));
                }
            }
        });
        gather.counter(self.axis)
    }
}
