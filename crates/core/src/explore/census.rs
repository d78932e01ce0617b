//! What all rows of a unit hold, gathered once: a question then counts its own rows alone, and of very many the others.
//!
//! **Invariant:** it depends on the corpus alone, never on a question. Start at [`Census::of`] and
//! [`Split::of`].

use std::cmp::Reverse;

use super::facets::Counts;
use super::index::{INCOMPLETE, Index, SET};
use super::query::{Field, Scope, VoiceCount};
use super::set::Set;
use super::{Unit, groups};
use crate::annotate::{Status, Undated};
use crate::civil::When;
use crate::corpus::pack::Pack;
use crate::order::Order as _;

/// How many rows of one unit hold each name, and each value of their articles.
#[derive(Debug)]
pub(super) struct Census {
    /// How many rows hold each value.
    pub(super) totals: Counts,
    /// The values of each group that a row has, those of most rows first; of groups of few values none.
    ranked: [Vec<u32>; groups::ALL.len()],
}

/// The rows of one unit by what few values tell apart.
#[derive(Debug)]
pub(super) struct Split {
    /// For each field of few values the rows of each value.
    sets: [Vec<Set>; groups::FEW.len()],
    /// For each of them how many there are.
    totals: [Vec<u32>; groups::FEW.len()],
    /// The rows without a place in time, by reason.
    pub(super) undated: [(Undated, Set); 4],
}

impl Census {
    /// That of `unit`, where a name counts for the rows that `scope` says.
    pub(super) fn of(pack: &Pack, index: &Index, unit: Unit, scope: Scope) -> Self {
        let totals = Counts::totals(pack, index, unit, scope);
        let ranked = groups::ALL.map(|field| {
            let all =
                if field.kind().is_some() { pack.entities() } else { groups::count(index, field) as u32 };
            let is_own = |value: &u32| {
                totals.of_field(field, *value) > 0
                    && field.kind().is_none_or(|kind| pack.kind(*value) == Some(kind))
            };
            let all = if groups::few(field).is_some() { 0 } else { all };
            let mut own: Vec<u32> = (0..all).filter(is_own).collect();
            own.order_by_key(|value| (Reverse(totals.of_field(field, *value)), *value));
            own
        });
        Self { totals, ranked }
    }

    /// The values of `field` that a row has, those of most rows first.
    pub(super) fn ranked(&self, field: Field) -> &[u32] {
        let at = groups::ALL.iter().position(|own| *own == field);
        at.and_then(|at| self.ranked.get(at)).map_or(&[], Vec::as_slice)
    }
}

impl Split {
    /// That of `unit`.
    pub(super) fn of(index: &Index, unit: Unit) -> Self {
        let rows = index.rows(unit);
        let sets = groups::FEW.map(|field| match field {
            Field::Status | Field::Voice if unit == Unit::Articles => articles_of(index, field),
            Field::Status => by_value(rows.len(), Status::ALL.len(), |row, take| {
                let bits = rows.statuses(row);
                (0..Status::ALL.len()).filter(|status| bits >> status & 1 == 1).for_each(take);
            }),
            Field::Voice => by_value(rows.len(), VoiceCount::ALL.len(), |row, take| {
                rows.voices(row).map(|count| count as usize).into_iter().for_each(take);
            }),
            Field::Incomplete => index.told().incomplete.each_ref().map(|own| rows.of_articles(own)).into(),
            _ => index.told().dated.each_ref().map(|own| rows.of_articles(own)).into(),
        });
        let mut undated =
            [Undated::NoArticleDate, Undated::TooVague, Undated::NoAnchor, Undated::NoTimeGiven]
                .map(|why| (why, Set::none(rows.len() as usize)));
        for row in 0..rows.len() {
            let why = rows.undated(row);
            if let Some((_, set)) = undated.iter_mut().find(|(own, _)| Some(*own) == why) {
                set.insert(row);
            }
        }
        let totals = sets.each_ref().map(|own| own.iter().map(Set::len).collect());
        Self { sets, totals, undated }
    }

    /// The rows of each value of `field`, which is one of few values.
    pub(super) fn sets(&self, field: Field) -> &[Set] {
        groups::few(field).and_then(|at| self.sets.get(at)).map_or(&[], Vec::as_slice)
    }

    /// How many rows have value `value` of `field`; `None` where it is not one of few values.
    pub(super) fn total(&self, field: Field, value: u32) -> Option<u32> {
        let totals = groups::few(field).and_then(|at| self.totals.get(at))?;
        Some(totals.get(value as usize).copied().unwrap_or(0))
    }
}

/// The articles by what few values tell of each.
#[derive(Debug)]
pub(super) struct Told {
    /// Those dated by a day, by a range of days, and not at all; and those of the first two that the reader dated.
    pub(super) dated: [Set; 4],
    /// Those that may be cut short, and those that are whole.
    pub(super) incomplete: [Set; 2],
}

impl Told {
    pub(super) fn of(index: &Index) -> Self {
        let is_day = |when: When| {
            let (first, last) = (when.interval.first_day(), when.interval.last_day());
            first.is_some() && first == last
        };
        let times = (0..index.times.len()).map(|time| index.times.when(time));
        let days: Vec<bool> = times.map(|when| when.is_some_and(is_day)).collect();
        let none = || Set::none(index.articles() as usize);
        let mut told = Self { dated: [none(), none(), none(), none()], incomplete: [none(), none()] };
        for article in 0..index.articles() {
            let flags = index.articles.flags.get(article as usize).unwrap_or(0);
            let [day, range, unknown, set] = &mut told.dated;
            let dated = match index.publication(article) {
                Some(time) if days.get(time as usize) == Some(&true) => day,
                Some(_) => range,
                None => unknown,
            };
            dated.insert(article);
            if flags & SET != 0 {
                set.insert(article);
            }
            let [cut, whole] = &mut told.incomplete;
            (if flags & INCOMPLETE != 0 { cut } else { whole }).insert(article);
        }
        told
    }
}

/// The articles that have a row of each value of `field`.
fn articles_of(index: &Index, field: Field) -> Vec<Set> {
    let mut all: Vec<Set> = field.fixed().iter().map(|_| Set::none(index.articles() as usize)).collect();
    for unit in Unit::ALL.into_iter().filter(|unit| *unit != Unit::Articles) {
        let own = index.split(unit).sets(field);
        for (set, rows) in all.iter_mut().zip(own) {
            set.or(&index.rows(unit).articles_of(rows));
        }
    }
    all
}

/// The rows `0..rows` by which of so many values each has.
fn by_value(rows: u32, values: usize, of: impl Fn(u32, &mut dyn FnMut(usize))) -> Vec<Set> {
    let mut sets: Vec<Set> = (0..values).map(|_| Set::none(rows as usize)).collect();
    for row in 0..rows {
        of(row, &mut |value| {
            if let Some(set) = sets.get_mut(value) {
                set.insert(row);
            }
        });
    }
    sets
}
