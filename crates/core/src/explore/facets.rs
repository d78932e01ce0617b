//! The sidebar: for every value of every group, how many rows it would leave.
//!
//! **Invariant:** `count(v)` is the number of rows of the query with the wanted values of v's group replaced by v
//! alone, everything else as it is; a term that leaves out v is replaced too, as choosing v would do.
//! Start at [`facets`].

use super::matching::{Asked, groups};
use super::set::Set;
use super::{Facet, FacetValue, Group};
use crate::corpus::Corpus;

/// The values of each group with their counts; a value that no row holds is left out unless it is chosen.
pub(super) fn facets(corpus: &Corpus, asked: &Asked) -> Vec<Facet> {
    groups().map(|group| Facet { group, values: values(corpus, asked, group) }).collect()
}

fn values(corpus: &Corpus, asked: &Asked, group: Group) -> Vec<FacetValue> {
    let all: Vec<(u32, &str)> = match group {
        Group::Names(kind) => {
            let own = corpus.entities().iter().enumerate().filter(|(_, e)| e.kind == kind);
            own.map(|(i, e)| (i as u32, e.name.as_str())).collect()
        }
        Group::Publisher => numbered(&asked.index.publishers.all),
        Group::Author => numbered(&asked.index.authors.all),
    };
    let base = asked.base(Some(group), None, true);
    let in_base = per_article(asked, &base);
    let in_all = per_article(asked, &Set::all(asked.rows.len()));
    let mut values = Vec::with_capacity(all.len());
    for (value, name) in all {
        let holders = asked.holders(group, value);
        let chosen = asked.chosen(group, value);
        let total = holders.count(|_| true, &in_all);
        if total == 0 && chosen.is_none() {
            continue;
        }
        let count = if chosen == Some(false) {
            let base = asked.base(Some(group), Some(value), true);
            holders.count(|row| base.has(row), &per_article(asked, &base))
        } else {
            holders.count(|row| base.has(row), &in_base)
        };
        values.push(FacetValue { name: name.to_owned(), count, total, chosen });
    }
    values.sort_by(|a, b| {
        let key = |v: &FacetValue| (v.chosen.is_none(), std::cmp::Reverse(v.count));
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    values
}

fn numbered(values: &[(String, Vec<u32>)]) -> Vec<(u32, &str)> {
    values.iter().enumerate().map(|(i, (name, _))| (i as u32, name.as_str())).collect()
}

/// For each article the number of its rows in `set`.
fn per_article(asked: &Asked, set: &Set) -> Vec<u32> {
    let mut counts = vec![0; asked.rows.articles as usize];
    for row in set.rows() {
        let article = asked.rows.all.get(row as usize).map_or(0, |row| row.article as usize);
        if let Some(count) = counts.get_mut(article) {
            *count += 1;
        }
    }
    counts
}
