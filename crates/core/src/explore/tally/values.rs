//! The counts of the sidebar's values, each with the rows of the query that has it alone in its group.
//!
//! **Invariant:** a value's rows are those that its group's count has: what is wanted of the group is left away, and so are
//! terms that leave this value out. Start at [`numbers`] and [`counters`].

use super::Ground;
use super::counter::{Counter, Gather};
use crate::corpus::pack::Pack;
use crate::explore::groups;
use crate::explore::index::Index;
use crate::explore::query::{Field, Scope};
use crate::explore::set::Set;

/// A group and the number of a value of it.
pub(super) type Value = (Field, u32);

/// The numbers of `values`; `None` where a name is that of no value or of several.
pub(super) fn numbers(pack: &Pack, index: &Index, values: &[(Field, String)]) -> Option<Vec<Value>> {
    let number = |(field, name): &(Field, String)| {
        let all = groups::named(pack, index, *field, name);
        let mut own = all.into_iter().filter(|value| groups::name(pack, index, *field, *value) == name);
        let first = own.next().filter(|_| groups::ALL.contains(field))?;
        own.next().is_none().then_some((*field, first))
    };
    values.iter().map(number).collect()
}

/// A counter for each of `values`.
pub(super) fn counters(ground: &Ground, values: &[Value]) -> Vec<Counter> {
    let asked = ground.asked;
    let mut gathered = vec![Gather::default(); values.len()];
    // The names of which nothing is wanted have their rows in common, which are walked through once.
    let mut names = Vec::new();
    for field in groups::ALL {
        let mut own = Vec::new();
        for (at, (_, value)) in values.iter().enumerate().filter(|(_, (of, _))| *of == field) {
            if asked.chosen(field, *value) == Some(false) {
                let rows = ground.base(field, Some(*value));
                add(ground, &rows, &asked.holders(field, *value), gathered.get_mut(at));
            } else {
                own.push((*value, at));
            }
        }
        let base = (asked.has_wanted(field) && !own.is_empty()).then(|| ground.base(field, None));
        let rows = base.as_ref().unwrap_or(&ground.base);
        let sets = ground.index.split(asked.unit).sets(field);
        let wide = asked.scope == Scope::Article;
        match (field.kind(), groups::few(field)) {
            (Some(_), _) if !wide && base.is_none() => names.extend(own),
            (Some(_), _) if !wide => named(ground, rows, &own, &mut gathered),
            (Some(_), _) => {
                own.iter().for_each(|(value, at)| {
                    add(ground, rows, &asked.holders(field, *value), gathered.get_mut(*at));
                });
            }
            (None, Some(_)) => {
                for (value, at) in own {
                    let holders = sets.get(value as usize);
                    holders.into_iter().for_each(|own| add(ground, rows, own, gathered.get_mut(at)));
                }
            }
            (None, None) => of_articles(ground, field, rows, &own, &mut gathered),
        }
    }
    named(ground, &ground.base, &names, &mut gathered);
    gathered.into_iter().map(|gather| gather.counter(ground.axis)).collect()
}

/// Adds those of `rows` that are `holders`.
fn add(ground: &Ground, rows: &Set, holders: &Set, to: Option<&mut Gather>) {
    if let Some(to) = to {
        rows.each_shared(holders, |row| ground.add(row, to));
    }
}

/// Where values go: one more than the place of each, 0 for those that are not shown.
fn places(own: &[(u32, usize)]) -> Vec<u32> {
    let mut places = vec![0; own.iter().map(|(value, _)| *value as usize + 1).max().unwrap_or(0)];
    for (value, at) in own {
        if let Some(place) = places.get_mut(*value as usize) {
            *place = *at as u32 + 1;
        }
    }
    places
}

/// Adds `row` to the place of `value`, if there is one.
fn put(ground: &Ground, (row, value): (u32, u32), places: &[u32], gathered: &mut [Gather]) {
    let at = places.get(value as usize).and_then(|place| place.checked_sub(1));
    if let Some(gather) = at.and_then(|at| gathered.get_mut(at as usize)) {
        ground.add(row, gather);
    }
}

/// Adds each of `rows` to the names of `own` that it has.
fn named(ground: &Ground, rows: &Set, own: &[(u32, usize)], gathered: &mut [Gather]) {
    if own.is_empty() {
        return;
    }
    let places = places(own);
    ground.asked.rows.each_named(rows, |row, names| {
        names.iter().for_each(|name| put(ground, (row, *name), &places, gathered));
    });
}

/// Adds each of `rows` to the values of `own` that its article has of `field`.
fn of_articles(ground: &Ground, field: Field, rows: &Set, own: &[(u32, usize)], gathered: &mut [Gather]) {
    if own.is_empty() {
        return;
    }
    let (index, places) = (ground.index, places(own));
    let values = groups::values(index, field);
    ground.asked.rows.each(rows, |article, _, row| {
        let mut put = |value: u32| put(ground, (row, value), &places, gathered);
        match values {
            Some(values) => {
                values.of.get(article as usize).and_then(|v| v.checked_sub(1)).into_iter().for_each(put);
            }
            None => index.origins.of(article).for_each(&mut put),
        }
    });
}
