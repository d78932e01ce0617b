//! The sidebar: for every value of every group, how many rows it would leave.
//!
//! **Invariant:** `count(v)` is the number of rows of the query with the wanted values of v's group replaced by v
//! alone, everything else as it is; a term that leaves out v is replaced too, as choosing v would do.
//! Start at [`facets`].

use super::matching::{Asked, Holders, groups};
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
    let base = Counted::of(asked, asked.base(Some(group), None, true));
    let everywhere = Counted::of(asked, Set::all(asked.rows.len()));
    let mut values = Vec::with_capacity(all.len());
    for (value, name) in all {
        let holders = asked.holders(group, value);
        let chosen = asked.chosen(group, value);
        let total = everywhere.total(&holders);
        if total == 0 && chosen.is_none() {
            continue;
        }
        let count = if chosen == Some(false) {
            Counted::of(asked, asked.base(Some(group), Some(value), true)).count(&holders)
        } else {
            base.count(&holders)
        };
        let named = corpus.entities().get(value as usize).filter(|_| matches!(group, Group::Names(_)));
        let country = named.and_then(|e| e.location.as_ref()).map(|location| location.country.clone());
        values.push(FacetValue { name: name.to_owned(), count, total, country, chosen });
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

/// Some rows, and how many of them each article has.
struct Counted {
    set: Set,
    per_article: Vec<u32>,
}

impl Counted {
    fn of(asked: &Asked, set: Set) -> Self {
        let own = |article| set.count(asked.rows.of_article(article));
        let per_article = (0..asked.rows.articles).map(own).collect();
        Self { set, per_article }
    }

    fn count(&self, holders: &Holders) -> u32 {
        match holders {
            Holders::Rows(rows) => rows.iter().filter(|row| self.set.has(**row)).count() as u32,
            Holders::Articles(articles) => self.in_articles(articles),
        }
    }

    /// The same where every row is in the set.
    fn total(&self, holders: &Holders) -> u32 {
        match holders {
            Holders::Rows(rows) => rows.len() as u32,
            Holders::Articles(articles) => self.in_articles(articles),
        }
    }

    fn in_articles(&self, articles: &[u32]) -> u32 {
        articles.iter().filter_map(|article| self.per_article.get(*article as usize)).sum()
    }
}
