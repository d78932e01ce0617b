//! Which rows of one unit match a query.
//!
//! **Invariant:** this is the one rule of matching. Names, publishers and authors of one group are joined by OR,
//! groups by AND, what is left out by AND NOT; a term without a letter or digit asks for nothing.
//! Start at [`Asked::of`], then [`Asked::all`].

use super::index::{Index, Rows};
use super::passages::{Passages, words};
use super::query::{Query, Scope, TextTerm};
use super::set::Set;
use super::{Group, Unit, interval};
use crate::annotate::NameKind;
use crate::corpus::pack::Pack;

/// A query as sets of rows of one unit, term by term.
pub(super) struct Asked<'a> {
    pub(super) pack: &'a Pack,
    pub(super) index: &'a Index,
    pub(super) rows: Rows<'a>,
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
    pub(super) fn of(pack: &'a Pack, index: &'a Index, query: &Query, unit: Unit) -> Self {
        let rows = index.rows(unit);
        let mut asked = Self {
            pack,
            index,
            rows,
            scope: query.scope,
            text: Set::all(rows.len() as usize),
            wanted: Vec::new(),
            left_out: Vec::new(),
            time: time(rows, query),
        };
        for term in &query.text {
            asked.text(term);
        }
        for term in &query.names {
            let found = pack.entity_named(term.kind, &term.name);
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

    /// Whether the query wants values of `group`.
    pub(super) fn has_wanted(&self, group: Group) -> bool {
        self.wanted.iter().any(|(own, _, _)| *own == group)
    }

    /// The values of `group` that are wanted or left out.
    pub(super) fn chosen_of(&self, group: Group) -> Vec<u32> {
        let own = self.wanted.iter().chain(&self.left_out).filter(|(g, _, _)| *g == group);
        let mut values: Vec<u32> = own.flat_map(|(_, values, _)| values.iter().copied()).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    /// Whether `value` of `group` is wanted, left out, or neither.
    pub(super) fn chosen(&self, group: Group, value: u32) -> Option<bool> {
        let among = |terms: &[(Group, Vec<u32>, Set)]| {
            terms.iter().any(|(g, v, _)| *g == group && v.contains(&value))
        };
        if among(&self.left_out) { Some(false) } else { among(&self.wanted).then_some(true) }
    }

    /// The rows that hold `value` of `group`.
    pub(super) fn holders(&self, group: Group, value: u32) -> Set {
        let field = match group {
            Group::Names(_) if self.scope == Scope::Passage => return self.rows.with_name(value),
            Group::Names(_) => {
                return self.rows.of_articles(&self.index.rows(Unit::Articles).with_name(value));
            }
            Group::Publisher => &self.index.publishers,
            Group::Author => &self.index.authors,
        };
        let mut articles = Set::none(self.index.articles() as usize);
        let own = (0..).zip(field.of.iter()).filter(|(_, own)| *own == value + 1);
        own.for_each(|(article, _)| articles.insert(article));
        self.rows.of_articles(&articles)
    }

    fn value(&mut self, group: Group, values: Vec<u32>, excluded: bool) {
        let mut set = Set::none(self.rows.len() as usize);
        for value in &values {
            set.or(&self.holders(group, *value));
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
        let words: Vec<String> = words(&term.text).map(|(_, word)| word).collect();
        if words.is_empty() {
            return;
        }
        let articles = self.index.rows(Unit::Articles);
        let passages = phrase(self.pack, self.index, &words);
        let found = match self.scope {
            Scope::Passage => self.rows.with_passages(&passages),
            Scope::Article => self.rows.of_articles(&articles.with_passages(&passages)),
        };
        if term.excluded { self.text.and_not(&found) } else { self.text.and(&found) }
    }
}

/// The passages with `words` next to each other in this order.
fn phrase(pack: &Pack, index: &Index, words: &[String]) -> Set {
    let all = index.passages.fields.len();
    let with = |word: &String| {
        let mut set = Set::none(all);
        if let Some(term) = index.term(word) {
            index.passages_with(term).each(|passage, _| set.insert(passage));
        }
        set
    };
    let mut sets = words.iter().map(with);
    let mut set = sets.next().unwrap_or_else(|| Set::none(all));
    sets.for_each(|other| set.and(&other));
    if words.len() < 2 {
        return set;
    }
    let mut found = Set::none(all);
    let starts = index.articles.passages.slice();
    let (mut article, mut open) = (0, None);
    set.each(|passage| {
        article = starts.find_from(article, passage);
        if open.as_ref().is_none_or(|(own, _)| *own != article) {
            let opened = pack.article(article).map(|opened| Passages::of(&opened.article));
            open = Some((article, opened.unwrap_or_default()));
        }
        let held = open.as_ref().and_then(|(_, own)| own.all.get((passage - starts.at(article)) as usize));
        if held.is_some_and(|held| held.words.windows(words.len()).any(|window| window == words)) {
            found.insert(passage);
        }
    });
    found
}

/// The rows at the time asked for, or `None` where none is.
fn time(rows: Rows, query: &Query) -> Option<Set> {
    let range = query.has_range().then(|| interval(query.from, query.to));
    if range.is_none() && !query.undated {
        return None;
    }
    let mut set = range.map_or_else(|| Set::none(rows.len() as usize), |range| rows.at(range));
    if query.undated {
        (0..rows.len()).filter(|row| rows.undated(*row).is_some()).for_each(|row| set.insert(row));
    }
    Some(set)
}

/// The groups of the sidebar, in its order.
pub(super) fn groups() -> impl Iterator<Item = Group> {
    NameKind::ALL.into_iter().map(Group::Names).chain([Group::Publisher, Group::Author])
}
