//! What a single term finds: one leaf of a query against the index, as the rows of a unit.
//!
//! What belongs to an article (headline, publisher, author, language, origin, publication, whether it may be cut short)
//! is true of all its rows; words, quotations, names and speakers are looked for in the row's own passage, or with
//! [`Scope::Article`] in its article; status, voices and time are the row's own, and an article has those of its rows.
//! **Invariant:** this is the only place that evaluates a leaf, and [`rows`] the only way in; nothing here knows how leaves
//! are joined. What the index does not hold, the order of words, is read in the articles that hold them all.

use super::phrase;
use crate::order::Order as _;
use std::sync::Arc;

use crate::annotate::NameKind;
use crate::corpus::pack::{Opened, Pack};
use crate::explore::index::{Index, Space};
use crate::explore::passages::{Passages, words};
use crate::explore::query::{Days, Field, Leaf, Pattern, Scope, Sought, alike};
use crate::explore::set::Set;
use crate::explore::{Unit, groups};

/// What leaves are evaluated against.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) pack: &'a Pack,
    pub(super) index: &'a Index,
}

/// The rows of `unit` of which `leaf` is true.
pub(super) fn rows(leaf: &Leaf, ground: Ground<'_>, unit: Unit, scope: Scope) -> Set {
    if let Some(articles) = ground.articles(leaf) {
        return ground.index.rows(unit).of_articles(&articles);
    }
    let wide = scope == Scope::Article && !matches!(leaf, Leaf::During(_) | Leaf::Undated);
    let at = if wide { Unit::Articles } else { unit };
    let found = match leaf {
        Leaf::Value(field, value) if groups::ALL.contains(field) => {
            let values = groups::named(ground.pack, ground.index, *field, value);
            return holding(*field, &values, ground, unit, scope);
        }
        Leaf::Text(pattern) => Arc::unwrap_or_clone(ground.words(pattern, at)),
        Leaf::Quotation(text) => ground.quoting(text, at),
        Leaf::Value(Field::Speaker, value) => ground.said_by(value, at),
        Leaf::Value(_, value) => ground.about(value, at),
        Leaf::During(days) => ground.index.rows(at).at(days.interval()),
        Leaf::Undated => ground.undated(at),
        // Those of articles, which were found above.
        Leaf::Title(_) | Leaf::Published(_) => Set::none(ground.index.rows(at).len() as usize),
    };
    ground.widened(found, at, unit)
}

/// How many rows of `unit` hold the words of `pattern` in one passage.
pub(super) fn count(pattern: &Pattern, ground: Ground<'_>, unit: Unit) -> u32 {
    let rows = ground.index.rows(unit);
    ground.passages(pattern).map_or(rows.len(), |passages| rows.count_with_passages(&passages))
}

/// The rows of `unit` that hold one of `values` of the group `field`.
pub(super) fn holding(field: Field, values: &[u32], ground: Ground<'_>, unit: Unit, scope: Scope) -> Set {
    let index = ground.index;
    if groups::FEW.contains(&field) {
        let sets = index.split(unit).sets(field);
        let own = values.iter().filter_map(|value| sets.get(*value as usize));
        return union(index.rows(unit).len(), own);
    }
    if let Some(kind) = field.kind() {
        let at = if scope == Scope::Article { Unit::Articles } else { unit };
        let own = values.iter().filter(|entity| ground.pack.kind(**entity) == Some(kind));
        let sets: Vec<Set> = own.map(|entity| index.rows(at).with_name(*entity)).collect();
        return ground.widened(union(index.rows(at).len(), sets.iter()), at, unit);
    }
    index.rows(unit).of_articles(&ground.of_value(field, values))
}

/// The rows in one of `sets`, of so many rows.
fn union<'a>(rows: u32, sets: impl Iterator<Item = &'a Set>) -> Set {
    let mut all = Set::none(rows as usize);
    sets.for_each(|set| all.or(set));
    all
}

impl Ground<'_> {
    /// The rows of `unit` for `found`, which are rows of `at`: the same, or those of articles.
    fn widened(self, found: Set, at: Unit, unit: Unit) -> Set {
        if at == unit { found } else { self.index.rows(unit).of_articles(&found) }
    }

    /// The articles of which `leaf` is true, where it says something of an article as a whole.
    fn articles(self, leaf: &Leaf) -> Option<Arc<Set>> {
        let index = self.index;
        let find: &dyn Fn() -> Set = match leaf {
            Leaf::Title(pattern) => &|| self.titled(pattern),
            Leaf::Published(days) => &|| self.published(*days),
            Leaf::Value(field, value) if groups::OF_ARTICLES.contains(field) => {
                &|| self.of_value(*field, &groups::named(self.pack, index, *field, value))
            }
            _ => return None,
        };
        Some(index.lately.found(Space::Rows(Unit::Articles), leaf, find))
    }

    /// The articles that have one of `values` of `field`, of which every article has its own.
    fn of_value(self, field: Field, values: &[u32]) -> Set {
        match groups::values(self.index, field) {
            Some(own) => own.articles(values),
            None => self.each(Unit::Articles, |a| self.index.origins.of(a).any(|own| values.contains(&own))),
        }
    }

    fn undated(self, unit: Unit) -> Set {
        let reasons = &self.index.split(unit).undated;
        union(self.index.rows(unit).len(), reasons.iter().map(|(_, rows)| rows))
    }

    /// The rows of `unit` of which `holds` is true.
    fn each(self, unit: Unit, holds: impl Fn(u32) -> bool) -> Set {
        let all = self.index.rows(unit).len();
        let mut set = Set::none(all as usize);
        (0..all).filter(|row| holds(*row)).for_each(|row| set.insert(row));
        set
    }

    pub(super) fn no_passage(self) -> Set {
        Set::none(self.index.passages.fields.len())
    }

    /// The rows of `unit` of which `holds` is true; an article has what one of its rows has.
    fn own(self, unit: Unit, holds: impl Fn(Unit, u32) -> bool) -> Set {
        if unit != Unit::Articles {
            return self.each(unit, |row| holds(unit, row));
        }
        let mut set = Set::none(self.index.articles() as usize);
        for below in Unit::ALL.into_iter().filter(|below| *below != Unit::Articles) {
            set.or(&self.index.rows(below).articles_of(&self.each(below, |row| holds(below, row))));
        }
        set
    }

    /// Rows that hold the words in one passage, and, unless they are quoted, those that name there what is spelled so.
    fn words(self, pattern: &Pattern, unit: Unit) -> Arc<Set> {
        let rows = self.index.rows(unit);
        let leaf = Leaf::Text(pattern.clone());
        let find = || match self.passages(pattern) {
            Some(passages) => rows.with_passages(&passages),
            None => Set::all(rows.len() as usize),
        };
        self.index.lately.found(Space::Rows(unit), &leaf, find)
    }

    /// The passages in which they stand; `None` where there are no words.
    fn passages(self, pattern: &Pattern) -> Option<Arc<Set>> {
        let sought = Sought::of(pattern)?;
        let find = || {
            let mut found = self.holding(&sought);
            if !pattern.quoted && !pattern.prefix {
                let named = |kind| self.pack.entity_spelled(kind, &pattern.text);
                for entity in NameKind::ALL.into_iter().flat_map(named) {
                    self.index.passages_naming(entity).each(|passage, _| found.insert(passage));
                }
            }
            found
        };
        Some(self.index.lately.found(Space::Passages, &Leaf::Text(pattern.clone()), find))
    }

    /// The passages that hold what is sought.
    fn holding(self, sought: &Sought) -> Set {
        let mut found: Option<Set> = None;
        for at in 0..sought.words.len() {
            let mut set = self.no_passage();
            for term in self.index.terms_of(sought, at) {
                self.index.passages_with(term).each(|passage, _| set.insert(passage));
            }
            found = Some(found.map_or(set.clone(), |mut all| {
                all.and(&set);
                all
            }));
        }
        let found = found.unwrap_or_else(|| self.no_passage());
        if sought.words.len() < 2 { found } else { phrase::holding(self, &found, sought) }
    }

    /// Articles whose headline holds the words.
    fn titled(self, pattern: &Pattern) -> Set {
        let articles = self.index.rows(Unit::Articles);
        let Some(sought) = Sought::of(pattern) else { return Set::all(articles.len() as usize) };
        let mut found = self.holding(&sought);
        found.and(self.index.titles());
        articles.with_passages(&found)
    }

    /// Quotations of about these words, and whatever has one of them in its passage.
    fn quoting(self, text: &str, unit: Unit) -> Set {
        let asked: Vec<String> = words(text).map(|(_, word)| word).collect();
        let quotations = self.index.rows(Unit::Quotations);
        let found = self.each_of(&self.sharing(&asked), |article, own| {
            let document = &article.article.document;
            let span = article.article.annotations.quotations.get(own as usize)?.span;
            let said: Vec<String> = words(span.of(&document.text)).map(|(_, word)| word).collect();
            alike(&asked, &said).map(|_| span)
        });
        let mut rows = Set::none(quotations.len() as usize);
        for (_, row, _) in &found {
            rows.insert(*row);
        }
        match unit {
            Unit::Quotations => rows,
            Unit::Articles => quotations.articles_of(&rows),
            _ => {
                let mut passages = self.no_passage();
                let starts = self.index.articles.passages.slice();
                for (article, _, span) in found {
                    let own = self.pack.article(article).map(|own| Passages::of(&own.article));
                    let touched = own.iter().flat_map(|own| own.touched(span));
                    touched.for_each(|passage| passages.insert(starts.at(article) + passage));
                }
                self.index.rows(unit).with_passages(&passages)
            }
        }
    }

    /// The quotations that hold as many of the words `asked` as one that is alike must.
    fn sharing(self, asked: &[String]) -> Set {
        let quotations = self.index.rows(Unit::Quotations);
        let needed = crate::explore::query::needed(asked.len());
        let mut counts = vec![0u16; self.index.passages.fields.len()];
        let mut distinct: Vec<&String> = asked.iter().collect();
        distinct.order();
        distinct.dedup();
        for term in distinct.into_iter().filter_map(|word| self.index.term(word)) {
            self.index.passages_with(term).each(|passage, often| {
                if let Some(count) = counts.get_mut(passage as usize) {
                    *count = count.saturating_add(often.min(u32::from(u16::MAX)) as u16);
                }
            });
        }
        let mut set = Set::none(quotations.len() as usize);
        quotations.each(&Set::all(quotations.len() as usize), |article, passage, row| {
            let own = quotations.passages(article, passage, row);
            let held: usize =
                own.filter_map(|passage| counts.get(passage as usize)).map(|count| usize::from(*count)).sum();
            if needed > 0 && held >= needed {
                set.insert(row);
            }
        });
        set
    }

    /// What `holds` gives for those of the quotations `rows` for which it gives something, with article and row.
    fn each_of<T>(self, rows: &Set, holds: impl Fn(&Arc<Opened>, u32) -> Option<T>) -> Vec<(u32, u32, T)> {
        let quotations = self.index.rows(Unit::Quotations);
        let mut found = Vec::new();
        quotations.each(rows, |article, _, row| {
            let held = self.pack.article(article).and_then(|opened| holds(&opened, quotations.own(row)));
            found.extend(held.map(|held| (article, row, held)));
        });
        found
    }

    /// The rows that name anything of this name.
    fn about(self, name: &str, unit: Unit) -> Set {
        let rows = self.index.rows(unit);
        let entities = NameKind::ALL.into_iter().flat_map(|kind| self.pack.entity_named(kind, name));
        let sets: Vec<Set> = entities.map(|entity| rows.with_name(entity)).collect();
        union(rows.len(), sets.iter())
    }

    /// Rows that are the word of an entity called so, or of somebody who is described with these words.
    fn said_by(self, value: &str, unit: Unit) -> Set {
        let entities: Vec<u32> =
            NameKind::ALL.into_iter().flat_map(|kind| self.pack.entity_named(kind, value)).collect();
        let described = Sought::of(&Pattern::phrase(value));
        let is_meant = |entity: Option<u32>, words: &str| {
            let words: Vec<&str> = words.split(' ').collect();
            entity.is_some_and(|entity| entities.contains(&entity))
                || described.as_ref().is_some_and(|described| described.is_in(&words))
        };
        let meant: Vec<bool> =
            self.index.heard.iter().map(|(entity, words)| is_meant(entity, words)).collect();
        self.own(unit, |unit, row| {
            self.index.rows(unit).heard(row).any(|heard| meant.get(heard as usize) == Some(&true))
        })
    }

    /// The articles that were published on those days for sure: where a range dates one, the whole range lies in them.
    fn published(self, days: Days) -> Set {
        let (index, days) = (self.index, days.interval());
        let times = (0..index.times.len()).map(|time| index.times.when(time));
        let within: Vec<bool> = times.map(|when| when.is_some_and(|w| days.contains(w.interval))).collect();
        let is_within = |time: u32| within.get(time as usize) == Some(&true);
        self.each(Unit::Articles, |article| index.publication(article).is_some_and(is_within))
    }
}
