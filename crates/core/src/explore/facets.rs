//! The sidebar: for every value of every group, how many rows it would leave.
//!
//! **Invariant:** `count(v)` is the number of rows of the query with the wanted values of v's group replaced by v
//! alone, everything else as it is; a term that leaves out v is replaced too, as choosing v would do.
//! Start at [`facets`].

use std::cmp::Reverse;

use super::census::Census;
use super::index::Index;
use super::matching::Asked;
use super::query::{Field, Scope};
use super::set::Set;
use super::{Facet, FacetValue, Unit, groups};
use crate::corpus::pack::Pack;
use crate::order::{self, Order as _};

/// How many values of a group are given at most, besides those that are chosen.
pub const MOST_VALUES: usize = 200;

/// The values of each group with their counts, where `matched` are the rows that match; a value that no row holds is
/// left out unless it is chosen, and so are those of the smallest counts where there are very many.
pub(super) fn facets(asked: &Asked, matched: &Set) -> Vec<Facet> {
    let census = asked.index.census(asked.pack, asked.unit, asked.scope);
    let counts = Counts::within(asked, matched, census, true);
    groups::ALL.map(|field| Group { asked, census, field }.facet(matched, &counts)).into()
}

/// One group for one question.
#[derive(Clone, Copy)]
struct Group<'a> {
    asked: &'a Asked<'a>,
    census: &'a Census,
    field: Field,
}

impl Group<'_> {
    /// The group, where `matched` are the rows that match and `counts` theirs.
    fn facet(self, matched: &Set, counts: &Counts) -> Facet {
        let Self { asked, census, field } = self;
        let base = asked.has_wanted(field).then(|| asked.base(Some(field), None, true));
        let named = field.kind().is_some();
        let few = groups::FEW.contains(&field);
        let own = base.as_ref().filter(|_| !few).map(|rows| Counts::within(asked, rows, census, named));
        let (rows, counts) = (base.as_ref().unwrap_or(matched), own.as_ref().unwrap_or(counts));
        let count = |value: u32| match self.rows_of(value) {
            Some(own) => own.shared(rows),
            None => counts.of_field(field, value),
        };
        let chosen = asked.chosen_of(field);
        let (mut values, held) = self.largest(&count, counts, &chosen);
        values.extend(chosen.iter().copied());
        let more = (held + chosen.len() - values.len()) as u32;
        let mut values: Vec<FacetValue> =
            values.into_iter().map(|value| self.value(value, count(value))).collect();
        values.order_by(|a, b| {
            let key = |v: &FacetValue| (v.chosen.is_none(), Reverse(v.count));
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        Facet { group: field, values, more }
    }

    /// The values of the largest counts, then totals, that are not `chosen`, and how many such values there are.
    fn largest(self, count: &impl Fn(u32) -> u32, counts: &Counts, chosen: &[u32]) -> (Vec<u32>, usize) {
        let total = |value: u32| self.total(value);
        let rank = |value: u32| (Reverse(count(value)), Reverse(total(value)), value);
        let free = |value: &u32| !chosen.contains(value);
        if groups::few(self.field).is_some() {
            let all = 0..groups::count(self.asked.index, self.field) as u32;
            let held: Vec<u32> = all.filter(|value| total(*value) > 0 && free(value)).collect();
            let most = order::least(held.iter().map(|value| rank(*value)), MOST_VALUES);
            return (most.into_iter().map(|(.., value)| value).collect(), held.len());
        }
        let ranked = self.census.ranked(self.field);
        let all = ranked.len() - chosen.iter().filter(|value| total(**value) > 0).count();
        let mut best: Vec<(Reverse<u32>, Reverse<u32>, u32)> = Vec::new();
        if let Some(touched) = &counts.touched {
            // Few values have a count; behind them come those of none.
            let kind = self.field.kind();
            let own = if kind.is_some() { touched.as_slice() } else { ranked };
            let own = own.iter().copied().filter(|value| free(value) && count(*value) > 0);
            let own = own.filter(|value| kind.is_none_or(|kind| self.asked.pack.kind(*value) == Some(kind)));
            best = order::least(own.map(rank), MOST_VALUES);
            let none = ranked.iter().copied().filter(|value| free(value) && count(*value) == 0);
            best.extend(none.take(MOST_VALUES - best.len()).map(rank));
        } else {
            // A count is at most the total: once totals are below the least count of enough values, no other follows.
            let mut bound = 0;
            for value in ranked.iter().copied().filter(free) {
                if total(value) < bound {
                    break;
                }
                best.push(rank(value));
                if best.len() >= 2 * MOST_VALUES {
                    best.order();
                    best.truncate(MOST_VALUES);
                    bound = best.last().map_or(0, |(Reverse(count), ..)| *count);
                }
            }
            best.order();
            best.truncate(MOST_VALUES);
        }
        (best.into_iter().map(|(.., value)| value).collect(), all)
    }

    fn total(self, value: u32) -> u32 {
        let split = self.asked.index.split(self.asked.unit);
        split.total(self.field, value).unwrap_or_else(|| self.census.totals.of_field(self.field, value))
    }

    /// The rows of a value of a group of few.
    fn rows_of(&self, value: u32) -> Option<&Set> {
        let few = groups::FEW.contains(&self.field);
        few.then(|| self.asked.index.split(self.asked.unit).sets(self.field).get(value as usize)).flatten()
    }

    fn value(self, value: u32, count: u32) -> FacetValue {
        let Self { asked, field, .. } = self;
        let chosen = asked.chosen(field, value);
        let count = if chosen == Some(false) {
            asked.base(Some(field), Some(value), true).shared(&asked.holders(field, value))
        } else {
            count
        };
        let country = field.kind().and_then(|_| asked.pack.country(value));
        let name = groups::name(asked.pack, asked.index, field, value).to_owned();
        FacetValue { name, count, total: self.total(value), country, chosen }
    }
}

/// For each value of the groups of names and of articles how many of some rows hold it.
#[derive(Debug, Default)]
pub(super) struct Counts {
    names: Vec<u32>,
    /// The names with a count, where they are few.
    touched: Option<Vec<u32>>,
    of_articles: [Vec<u32>; groups::OF_ARTICLES.len()],
}

impl Counts {
    /// How many of all rows of `unit` hold each value.
    pub(super) fn totals(pack: &Pack, index: &Index, unit: Unit, scope: Scope) -> Self {
        let rows = index.rows(unit);
        if scope == Scope::Article {
            let all = Set::all(rows.len() as usize);
            return Self { touched: None, ..Self::of(pack, index, (unit, scope), &all, true) };
        }
        let mut counts = Self::none(index);
        counts.names = (0..pack.entities()).map(|entity| rows.total(entity)).collect();
        for article in 0..index.articles() {
            counts.article(index, article, rows.of_article(article).len() as u32);
        }
        counts
    }

    /// How many of `rows` hold each value, and, if `named`, each name: of most rows it is counted which do not.
    fn within(asked: &Asked, rows: &Set, census: &Census, named: bool) -> Self {
        let of = (asked.unit, asked.scope);
        if !rows.is_most() {
            return Self::of(asked.pack, asked.index, of, rows, named);
        }
        let mut counts = Self::of(asked.pack, asked.index, of, &rows.others(), named);
        counts.touched = None;
        let left = |counts: &mut Vec<u32>, totals: &Vec<u32>| {
            counts.iter_mut().zip(totals).for_each(|(count, total)| *count = total.saturating_sub(*count));
        };
        left(&mut counts.names, &census.totals.names);
        counts.of_articles.iter_mut().zip(&census.totals.of_articles).for_each(|(own, all)| left(own, all));
        counts
    }

    fn none(index: &Index) -> Self {
        let of_articles = groups::OF_ARTICLES.map(|field| vec![0; groups::count(index, field)]);
        Self { of_articles, ..Self::default() }
    }

    fn of(pack: &Pack, index: &Index, (unit, scope): (Unit, Scope), rows: &Set, named: bool) -> Self {
        let mut counts = Self::none(index);
        let own = index.rows(unit);
        let articles = own.articles_of(rows);
        articles.each(|article| counts.article(index, article, rows.count(own.of_article(article))));
        if named {
            counts.names = vec![0; pack.entities() as usize];
            let mut touched = Vec::new();
            let mut add = |names: &[u32], rows: u32| {
                for entity in names {
                    if let Some(count) = counts.names.get_mut(*entity as usize) {
                        if *count == 0 {
                            touched.push(*entity);
                        }
                        *count += rows;
                    }
                }
            };
            if scope == Scope::Article {
                // Every row of an article has all its names.
                let held = |article| rows.count(own.of_article(article));
                index.rows(Unit::Articles).each_named(&articles, |article, names| add(names, held(article)));
            } else {
                own.each_named(rows, |_, names| add(names, 1));
            }
            counts.touched = Some(touched);
        }
        counts
    }

    /// Counts `rows` rows of `article` for its own values.
    fn article(&mut self, index: &Index, article: u32, rows: u32) {
        for (field, counts) in groups::OF_ARTICLES.iter().zip(&mut self.of_articles) {
            let mut add = |value: u32| {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += rows;
                }
            };
            match groups::values(index, *field) {
                Some(values) => {
                    values.of.get(article as usize).and_then(|v| v.checked_sub(1)).into_iter().for_each(add);
                }
                None => index.origins.of(article).for_each(&mut add),
            }
        }
    }

    /// How many hold `value` of `field`.
    pub(super) fn of_field(&self, field: Field, value: u32) -> u32 {
        let at = groups::OF_ARTICLES.iter().position(|own| *own == field);
        let counts = at.and_then(|at| self.of_articles.get(at)).unwrap_or(&self.names);
        counts.get(value as usize).copied().unwrap_or(0)
    }
}
