//! The counts of the sidebar's values, each with the rows of the query that has it alone in its group.
//!
//! **Invariant:** a value's rows are those that its group's count has: what is wanted of the group is left away, and so are
//! terms that leave this value out. Of a value that most rows have, those are counted that do not have it.
//! Start at [`numbers`] and [`Values::of`].

use super::axis::Range;
use super::counter::{Counter, Gather};
use super::{Base, Ground, Moved};
use crate::corpus::pack::Pack;
use crate::explore::groups;
use crate::explore::index::Index;
use crate::explore::query::{Field, Scope};
use crate::explore::set::Set;

/// A group and the number of a value of it.
pub(super) type Value = (Field, u32);

/// The counts of some values.
#[derive(Debug)]
pub(super) struct Values {
    /// For each the rows that have it, or those that do not, of which of all.
    counters: Vec<(Counter, Option<usize>)>,
    /// The rows but for what is wanted of a group, for each that has such a value; before them come those of the question.
    all: Vec<Counter>,
}

/// The rows of the values, as they are gathered.
struct Gathering<'a> {
    ground: &'a Ground<'a>,
    gathered: Vec<(Gather, Option<usize>)>,
}

/// Values of one group, each with where it goes.
type Places = Vec<(u32, usize)>;

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

impl Values {
    /// Those of `values`.
    pub(super) fn of(ground: &Ground, values: &[Value]) -> Self {
        let asked = ground.asked;
        let mut all = Vec::new();
        let mut gathering = Gathering { ground, gathered: vec![(Gather::default(), None); values.len()] };
        // The names of which nothing is wanted have their rows in common, which are walked through once.
        let mut names = Places::new();
        for field in groups::ALL {
            let mut own = Places::new();
            for (at, (_, value)) in values.iter().enumerate().filter(|(_, (of, _))| *of == field) {
                if asked.chosen(field, *value) == Some(false) {
                    let base = ground.but_for(Some(field), Some(*value));
                    gathering.set(at, &base.shared(&asked.holders(field, *value)), None);
                } else {
                    own.push((*value, at));
                }
            }
            if own.is_empty() {
                continue;
            }
            if field.kind().is_some() && asked.scope == Scope::Passage && !asked.has_wanted(field) {
                names.extend(own);
            } else if asked.has_wanted(field) {
                let base = ground.but_for(Some(field), None);
                all.push(ground.counter(&base));
                gathering.group(field, &base, own, all.len());
            } else {
                gathering.group(field, &ground.base, own, 0);
            }
        }
        gathering.named(&ground.base, &names);
        let counters = gathering.gathered.into_iter().map(|(gather, of)| (gather.counter(ground.axis), of));
        Self { counters: counters.collect(), all }
    }

    /// The counts for `range`, in which `matched` rows match.
    pub(super) fn at(&self, range: Option<Range>, matched: u32) -> Vec<u32> {
        let wanted = self.all.iter().map(|counter| counter.at(range));
        let all: Vec<u32> = std::iter::once(matched).chain(wanted).collect();
        let count = |(counter, of): &(Counter, Option<usize>)| {
            let own = counter.at(range);
            of.and_then(|of| all.get(of)).map_or(own, |all| all - own)
        };
        self.counters.iter().map(count).collect()
    }
}

impl Gathering<'_> {
    fn set(&mut self, at: usize, rows: &Base, others_of: Option<usize>) {
        if let Some(own) = self.gathered.get_mut(at) {
            *own = (self.ground.gather(rows), others_of);
        }
    }

    /// Gathers the values `own` of `field` among the rows of `base`, which are number `all` of those that are counted.
    fn group(&mut self, field: Field, base: &Base, own: Places, all: usize) {
        let asked = self.ground.asked;
        let sets = self.ground.index.split(asked.unit).sets(field);
        if field.kind().is_some() && asked.scope == Scope::Passage {
            self.named(base, &own);
        } else if field.kind().is_some() {
            for (value, at) in own {
                self.set(at, &base.shared(&asked.holders(field, value)), None);
            }
        } else if groups::few(field).is_some() {
            for (value, at) in own {
                let Some(holders) = sets.get(value as usize) else { continue };
                self.few(base, holders, (at, all));
            }
        } else {
            self.of_articles(field, base, own, all);
        }
    }

    /// Gathers the rows of `base` that are `holders`, or the others where those are fewer.
    fn few(&mut self, base: &Base, holders: &Set, (at, all): (usize, usize)) {
        if base.moving.shared(holders) > base.moving.len() / 2 {
            self.set(at, &base.without(holders), Some(all));
        } else {
            self.set(at, &base.shared(holders), None);
        }
    }

    /// Gathers the rows of `base` by the names that they have.
    fn named(&mut self, base: &Base, own: &Places) {
        if own.is_empty() {
            return;
        }
        let (ground, places) = (self.ground, places(own));
        let (rows, published) = (ground.asked.rows, ground.moved == Moved::Published);
        rows.each_named(&base.moving, |row, names| {
            for name in names {
                if let Some(gather) = gather_of(&mut self.gathered, &places, *name) {
                    ground.add(if published { rows.article(row) } else { 0 }, row, gather);
                }
            }
        });
        let always = base.always.iter();
        always.for_each(|always| {
            rows.each_named(always, |_, names| {
                for name in names {
                    count(&mut self.gathered, &places, *name);
                }
            });
        });
    }

    /// Gathers the rows of `base` by the values that their articles have of `field`.
    fn of_articles(&mut self, field: Field, base: &Base, mut own: Places, all: usize) {
        let Ground { asked, index, .. } = *self.ground;
        let values = groups::values(index, field);
        if let Some(values) = values {
            // No two values are most rows'.
            let census = index.census(asked.pack, asked.unit, asked.scope);
            let is_most = |value: u32| census.totals.of_field(field, value) > asked.rows.len() / 2;
            if let Some(at) = own.iter().position(|(value, _)| is_most(*value)) {
                let (value, at) = own.swap_remove(at);
                self.few(base, &asked.rows.of_articles(&values.articles(&[value])), (at, all));
            }
        }
        if own.is_empty() {
            return;
        }
        let (ground, places) = (self.ground, places(&own));
        let own = |article: u32, take: &mut dyn FnMut(u32)| match values {
            Some(values) => {
                values.of.get(article as usize).and_then(|v| v.checked_sub(1)).into_iter().for_each(take);
            }
            None => index.origins.of(article).for_each(take),
        };
        asked.rows.each(&base.moving, |article, _, row| {
            own(article, &mut |value| {
                if let Some(gather) = gather_of(&mut self.gathered, &places, value) {
                    ground.add(article, row, gather);
                }
            });
        });
        let always = base.always.iter();
        always.for_each(|always| {
            asked.rows.each(always, |article, _, _| {
                own(article, &mut |value| count(&mut self.gathered, &places, value));
            });
        });
    }
}

/// Where values go: one more than the place of each, 0 for those that are not shown.
fn places(own: &Places) -> Vec<u32> {
    let mut places = vec![0; own.iter().map(|(value, _)| *value as usize + 1).max().unwrap_or(0)];
    for (value, at) in own {
        if let Some(place) = places.get_mut(*value as usize) {
            *place = *at as u32 + 1;
        }
    }
    places
}

/// Where `value` goes, if it is shown.
#[inline]
fn gather_of<'a>(
    gathered: &'a mut [(Gather, Option<usize>)],
    places: &[u32],
    value: u32,
) -> Option<&'a mut Gather> {
    let at = places.get(value as usize)?.checked_sub(1)?;
    gathered.get_mut(at as usize).map(|(gather, _)| gather)
}

/// Counts a row that has `value` whatever the range.
fn count(gathered: &mut [(Gather, Option<usize>)], places: &[u32], value: u32) {
    if let Some(gather) = gather_of(gathered, places, value) {
        gather.always += 1;
    }
}
