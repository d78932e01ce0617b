//! The sidebar: for every value of every group, how many rows it would leave.
//!
//! **Invariant:** `count(v)` is the number of rows of the query with the wanted values of v's group replaced by v
//! alone, everything else as it is; a term that leaves out v is replaced too, as choosing v would do.
//! Start at [`facets`].

use super::matching::{Asked, groups};
use super::query::Scope;
use super::set::Set;
use super::{Facet, FacetValue, Group, Unit};

/// The values of each group with their counts; a value that no row holds is left out unless it is chosen.
pub(super) fn facets(asked: &Asked) -> Vec<Facet> {
    let all = Set::all(asked.rows.len() as usize);
    let totals = Counts::of(asked, &all);
    let matched = Counts::of(asked, &asked.all());
    groups().map(|group| facet(asked, group, &totals, &matched)).collect()
}

fn facet(asked: &Asked, group: Group, totals: &Counts, matched: &Counts) -> Facet {
    let own = asked.has_wanted(group).then(|| Counts::of(asked, &asked.base(Some(group), None, true)));
    let (totals, counts) = (totals.of_group(group), own.as_ref().unwrap_or(matched).of_group(group));
    let mut values = Vec::new();
    for (value, total) in (0u32..).zip(totals) {
        if matches!(group, Group::Names(kind) if asked.pack.kind(value) != Some(kind)) {
            continue;
        }
        let chosen = asked.chosen(group, value);
        if *total == 0 && chosen.is_none() {
            continue;
        }
        let count = if chosen == Some(false) {
            let mut rows = asked.base(Some(group), Some(value), true);
            rows.and(&asked.holders(group, value));
            rows.len()
        } else {
            counts.get(value as usize).copied().unwrap_or(0)
        };
        let (name, country) = match group {
            Group::Names(_) => (asked.pack.name(value), asked.pack.country(value)),
            Group::Publisher => (asked.index.publishers.names.get(value), None),
            Group::Author => (asked.index.authors.names.get(value), None),
        };
        values.push(FacetValue { name: name.to_owned(), count, total: *total, country, chosen });
    }
    values.sort_by(|a, b| {
        let key = |v: &FacetValue| (v.chosen.is_none(), std::cmp::Reverse(v.count));
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    Facet { group, values }
}

/// For each value how many of some rows hold it.
struct Counts {
    names: Vec<u32>,
    publishers: Vec<u32>,
    authors: Vec<u32>,
}

impl Counts {
    fn of(asked: &Asked, rows: &Set) -> Self {
        let index = asked.index;
        let mut counts = Self {
            names: vec![0; asked.pack.entities() as usize],
            publishers: vec![0; index.publishers.names.len()],
            authors: vec![0; index.authors.names.len()],
        };
        let articles = index.rows(Unit::Articles);
        let mut own = Vec::new();
        let mut last = None;
        asked.rows.each(rows, |article, passage, row| {
            if asked.scope == Scope::Passage {
                asked.rows.names(article, passage, row, &mut own);
            } else if last != Some(article) {
                articles.names(article, 0, article, &mut own);
                last = Some(article);
            }
            own.iter().for_each(|entity| add(&mut counts.names, *entity));
            for (values, counts) in
                [(&index.publishers, &mut counts.publishers), (&index.authors, &mut counts.authors)]
            {
                if let Some(value) = values.of.get(article as usize).and_then(|own| own.checked_sub(1)) {
                    add(counts, value);
                }
            }
        });
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

fn add(counts: &mut [u32], value: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count += 1;
    }
}
