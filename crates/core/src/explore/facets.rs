//! The sidebar: for every value of every group, how many rows it would leave.
//!
//! **Invariant:** `count(v)` is the number of rows of the query with the wanted values of v's group replaced by v
//! alone, everything else as it is; a term that leaves out v is replaced too, as choosing v would do.
//! Start at [`facets`].

use super::matching::{Asked, groups};
use super::query::Scope;
use super::set::Set;
use super::{Facet, FacetValue, Group, Unit};
use crate::order::{self, Order as _};

/// How many values of a group are given at most, besides those that are chosen.
pub const MOST_VALUES: usize = 200;

/// The values of each group with their counts, where `matched` are the rows that match; a value that no row holds is
/// left out unless it is chosen, and so are those of the smallest counts where there are very many.
pub(super) fn facets(asked: &Asked, matched: &Set) -> Vec<Facet> {
    let totals = Counts::totals(asked);
    let counts = Counts::within(asked, matched, &totals);
    groups().map(|group| facet(asked, group, &totals, &counts)).collect()
}

fn facet(asked: &Asked, group: Group, totals: &Counts, matched: &Counts) -> Facet {
    let own =
        asked.has_wanted(group).then(|| Counts::within(asked, &asked.base(Some(group), None, true), totals));
    let (totals, counts) = (totals.of_group(group), own.as_ref().unwrap_or(matched).of_group(group));
    let mine = |value: u32| !matches!(group, Group::Names(kind) if asked.pack.kind(value) != Some(kind));
    let of = |counts: &[u32], value: u32| counts.get(value as usize).copied().unwrap_or(0);
    let chosen = asked.chosen_of(group);
    let held = (0..totals.len() as u32)
        .filter(|value| of(totals, *value) > 0 && mine(*value) && !chosen.contains(value));
    let mut all = chosen.len();
    let ranked = held
        .inspect(|_| all += 1)
        .map(|value| (std::cmp::Reverse(of(counts, value)), std::cmp::Reverse(of(totals, value)), value));
    let mut held: Vec<u32> = order::least(ranked, MOST_VALUES).into_iter().map(|(.., value)| value).collect();
    held.extend(chosen.into_iter().filter(|value| mine(*value)));
    let value = |value: u32| {
        let chosen = asked.chosen(group, value);
        let count = if chosen == Some(false) {
            let mut rows = asked.base(Some(group), Some(value), true);
            rows.and(&asked.holders(group, value));
            rows.len()
        } else {
            of(counts, value)
        };
        let (name, country) = match group {
            Group::Names(_) => (asked.pack.name(value), asked.pack.country(value)),
            Group::Publisher => (asked.index.publishers.names.get(value), None),
            Group::Author => (asked.index.authors.names.get(value), None),
        };
        FacetValue { name: name.to_owned(), count, total: of(totals, value), country, chosen }
    };
    let mut values: Vec<FacetValue> = held.into_iter().map(value).collect();
    values.order_by(|a, b| {
        let key = |v: &FacetValue| (v.chosen.is_none(), std::cmp::Reverse(v.count));
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    let more = (all - values.len()) as u32;
    Facet { group, values, more }
}

/// For each value how many of some rows hold it.
struct Counts {
    names: Vec<u32>,
    publishers: Vec<u32>,
    authors: Vec<u32>,
}

impl Counts {
    /// How many of all rows hold each value.
    fn totals(asked: &Asked) -> Self {
        let (index, rows) = (asked.index, asked.rows);
        if asked.scope == Scope::Article {
            return Self::of(asked, &Set::all(rows.len() as usize));
        }
        let names = (0..asked.pack.entities()).map(|entity| rows.total(entity)).collect();
        let [publishers, authors] = [&index.publishers, &index.authors].map(|values| {
            let mut counts = vec![0; values.names.len()];
            for (article, value) in (0..).zip(values.of.iter()) {
                let own = rows.of_article(article);
                if let Some(count) = value.checked_sub(1).and_then(|value| counts.get_mut(value as usize)) {
                    *count += own.end - own.start;
                }
            }
            counts
        });
        Self { names, publishers, authors }
    }

    /// How many of `rows` hold each value: of most rows it is counted which do not.
    fn within(asked: &Asked, rows: &Set, totals: &Self) -> Self {
        if rows.len() <= asked.rows.len() / 2 {
            return Self::of(asked, rows);
        }
        let mut others = Set::all(asked.rows.len() as usize);
        others.and_not(rows);
        let mut counts = Self::of(asked, &others);
        for (counts, totals) in [
            (&mut counts.names, &totals.names),
            (&mut counts.publishers, &totals.publishers),
            (&mut counts.authors, &totals.authors),
        ] {
            counts.iter_mut().zip(totals).for_each(|(count, total)| *count = total.saturating_sub(*count));
        }
        counts
    }

    fn of(asked: &Asked, rows: &Set) -> Self {
        let index = asked.index;
        let mut counts = Self {
            names: vec![0; asked.pack.entities() as usize],
            publishers: vec![0; index.publishers.names.len()],
            authors: vec![0; index.authors.names.len()],
        };
        let (publishers, authors) = (index.publishers.of.slice(), index.authors.of.slice());
        let mut published = |article: u32, rows: u32| {
            for (value, counts) in
                [(publishers.at(article), &mut counts.publishers), (authors.at(article), &mut counts.authors)]
            {
                if let Some(count) = value.checked_sub(1).and_then(|value| counts.get_mut(value as usize)) {
                    *count += rows;
                }
            }
        };
        if asked.scope == Scope::Article {
            // Every row of an article has all its names.
            let articles = asked.rows.articles_of(rows);
            index.rows(Unit::Articles).each_named(&articles, |article, names| {
                let held = rows.count(asked.rows.of_article(article));
                for entity in names {
                    add(&mut counts.names, *entity, held);
                }
                published(article, held);
            });
        } else {
            asked.rows.each_named(rows, |article, names| {
                for entity in names {
                    add(&mut counts.names, *entity, 1);
                }
                published(article, 1);
            });
        }
        counts
    }

    fn of_group(&self, group: Group) -> &[u32] {
        match group {
            Group::Names(_) => &self.names,
            Group::Publisher => &self.publishers,
            Group::Author => &self.authors,
        }
    }
}

fn add(counts: &mut [u32], value: u32, rows: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count += rows;
    }
}
