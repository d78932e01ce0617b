//! Which rows of one unit match a query.
//!
//! **Invariant:** this is the one rule of matching. Names, publishers and authors of one group are joined by OR,
//! groups by AND, what is left out by AND NOT; a term without a letter or digit asks for nothing.
//! Start at [`Asked::of`], then [`Asked::all`].

use super::index::{Index, Rows, any_overlaps, between};
use super::query::{Query, Scope, TextTerm};
use super::set::Set;
use super::{Group, Unit, interval};
use crate::annotate::NameKind;

/// A query as sets of rows of one unit, term by term.
pub(super) struct Asked<'a> {
    pub(super) index: &'a Index,
    pub(super) rows: &'a Rows,
    pub(super) scope: Scope,
    /// Rows that satisfy the words, wanted and left out.
    text: Set,
    /// For each group with wanted values: those values, and the rows that hold one of them.
    wanted: Vec<(Group, Vec<u32>, Set)>,
    /// For each term that leaves out: its group, its values, and the rows that hold one of them.
    left_out: Vec<(Group, Vec<u32>, Set)>,
    /// Rows in the range; `None` where no time is asked for.
    time: Option<Set>,
}

impl<'a> Asked<'a> {
    /// The sets of `query` for the rows of `unit`.
    pub(super) fn of(index: &'a Index, query: &Query, unit: Unit) -> Self {
        let rows = index.unit(unit);
        let mut asked = Self {
            index,
            rows,
            scope: query.scope,
            text: Set::all(rows.len()),
            wanted: Vec::new(),
            left_out: Vec::new(),
            time: time(rows, query),
        };
        for term in &query.text {
            asked.text(term);
        }
        for term in &query.names {
            let found = index.entity_named(term.kind, &term.name);
            asked.value(Group::Names(term.kind), found, term.excluded);
        }
        for (group, terms, values) in [
            (Group::Publisher, &query.publishers, &index.publishers),
            (Group::Author, &query.authors, &index.authors),
        ] {
            for term in terms {
                asked.value(group, values.named(&term.value), term.excluded);
            }
        }
        asked
    }

    /// The rows that match.
    pub(super) fn all(&self) -> Set {
        self.base(None, None, true)
    }

    /// The rows that match whatever the time.
    pub(super) fn at_any_time(&self) -> Set {
        self.base(None, None, false)
    }

    /// The rows that match but for what is wanted of `group`, and but for the terms that leave out `value` of it.
    pub(super) fn base(&self, group: Option<Group>, value: Option<u32>, timed: bool) -> Set {
        let mut set = self.text.clone();
        for (own, _, rows) in &self.wanted {
            if group != Some(*own) {
                set.and(rows);
            }
        }
        for (own, values, rows) in &self.left_out {
            let own_value = group == Some(*own) && value.is_some_and(|v| values.contains(&v));
            if !own_value {
                set.and_not(rows);
            }
        }
        if let Some(time) = self.time.as_ref().filter(|_| timed) {
            set.and(time);
        }
        set
    }

    /// Whether `value` of `group` is wanted, left out, or neither.
    pub(super) fn chosen(&self, group: Group, value: u32) -> Option<bool> {
        let among = |terms: &[(Group, Vec<u32>, Set)]| {
            terms.iter().any(|(g, v, _)| *g == group && v.contains(&value))
        };
        if among(&self.left_out) { Some(false) } else { among(&self.wanted).then_some(true) }
    }

    /// The rows that hold `value` of `group`, as a list of rows or of whole articles.
    pub(super) fn holders(&self, group: Group, value: u32) -> Holders<'a> {
        let index: &'a Index = self.index;
        match (group, self.scope) {
            (Group::Names(_), Scope::Passage) => Holders::Rows(self.rows.with_name(value)),
            (Group::Names(_), Scope::Article) => {
                Holders::Articles(index.unit(Unit::Articles).with_name(value))
            }
            (Group::Publisher, _) => Holders::Articles(articles(&index.publishers.all, value)),
            (Group::Author, _) => Holders::Articles(articles(&index.authors.all, value)),
        }
    }

    fn value(&mut self, group: Group, values: Vec<u32>, excluded: bool) {
        let mut set = Set::none(self.rows.len());
        for value in &values {
            self.holders(group, *value).add_to(&mut set, self.rows);
        }
        if excluded {
            self.left_out.push((group, values, set));
        } else if let Some((_, all, rows)) = self.wanted.iter_mut().find(|(g, _, _)| *g == group) {
            all.extend(values);
            rows.or(&set);
        } else {
            self.wanted.push((group, values, set));
        }
    }

    fn text(&mut self, term: &TextTerm) {
        let Some(words) = self.index.word_ids(&term.text) else {
            if !term.excluded {
                self.text = Set::none(self.rows.len());
            }
            return;
        };
        if words.is_empty() {
            return;
        }
        let found = match self.scope {
            Scope::Passage => phrase(self.index, self.rows, &words),
            Scope::Article => {
                let articles = phrase(self.index, self.index.unit(Unit::Articles), &words).rows();
                let mut set = Set::none(self.rows.len());
                Holders::Articles(&articles).add_to(&mut set, self.rows);
                set
            }
        };
        if term.excluded { self.text.and_not(&found) } else { self.text.and(&found) }
    }
}

/// The rows that hold a value.
pub(super) enum Holders<'a> {
    /// These rows.
    Rows(&'a [u32]),
    /// All rows of these articles.
    Articles(&'a [u32]),
}

impl Holders<'_> {
    /// How many of the rows satisfy `keep`; `whole` gives the number for all rows of an article.
    pub(super) fn count(&self, keep: impl Fn(u32) -> bool, whole: &[u32]) -> u32 {
        match self {
            Self::Rows(rows) => rows.iter().filter(|row| keep(**row)).count() as u32,
            Self::Articles(articles) => articles.iter().filter_map(|a| whole.get(*a as usize)).sum(),
        }
    }

    fn add_to(&self, set: &mut Set, rows: &Rows) {
        match self {
            Self::Rows(listed) => listed.iter().for_each(|row| set.insert(*row)),
            Self::Articles(articles) => {
                articles.iter().flat_map(|a| rows.of_article(*a)).for_each(|row| set.insert(row));
            }
        }
    }
}

fn articles(values: &[(String, Vec<u32>)], value: u32) -> &[u32] {
    values.get(value as usize).map_or(&[], |(_, articles)| articles.as_slice())
}

/// The rows with `words` next to each other in this order.
fn phrase(index: &Index, rows: &Rows, words: &[u32]) -> Set {
    let mut words_first = words.iter().map(|word| rows.with_word(*word));
    let mut set = Set::of(rows.len(), words_first.next().unwrap_or_default());
    for list in words_first {
        set.and(&Set::of(rows.len(), list));
    }
    if words.len() < 2 {
        return set;
    }
    let holds = |row: &u32| {
        let ranges = rows.all.get(*row as usize).map_or(&[][..], |row| row.ranges.as_slice());
        ranges
            .iter()
            .any(|(from, to)| between(&index.tokens, *from, *to).windows(words.len()).any(|w| w == words))
    };
    let listed: Vec<u32> = set.rows().into_iter().filter(holds).collect();
    Set::of(rows.len(), &listed)
}

/// The rows at the time asked for, or `None` where none is.
fn time(rows: &Rows, query: &Query) -> Option<Set> {
    let range = query.has_range().then(|| interval(query.from, query.to));
    if range.is_none() && !query.undated {
        return None;
    }
    let mut set = Set::none(rows.len());
    for (i, row) in rows.all.iter().enumerate() {
        let in_range = range.is_some_and(|range| any_overlaps(&row.times, range));
        if in_range || query.undated && row.undated.is_some() {
            set.insert(i as u32);
        }
    }
    Some(set)
}

/// The groups of the sidebar, in its order.
pub(super) fn groups() -> impl Iterator<Item = Group> {
    NameKind::ALL.into_iter().map(Group::Names).chain([Group::Publisher, Group::Author])
}
