//! Which rows of one unit match a query.
//!
//! **Invariant:** this is the one rule of matching. Clauses are joined by AND, values of one group by OR, groups by AND,
//! what is left out by AND NOT; what a single term finds is [`leaf`]'s alone to say.
//! Start at [`Asked::of`], then [`Asked::all`].

mod leaf;
mod phrase;

use super::index::{Index, Rows};
use super::query::{Clause, Field, Leaf, Query, Scope};
use super::set::Set;
use super::{Unit, groups};
use crate::corpus::pack::Pack;
use crate::order::Order as _;
use leaf::Ground;

/// A query as sets of rows of one unit, term by term.
pub(super) struct Asked<'a> {
    pub(super) pack: &'a Pack,
    pub(super) index: &'a Index,
    pub(super) unit: Unit,
    pub(super) rows: Rows<'a>,
    pub(super) scope: Scope,
    /// Rows that satisfy the clauses.
    text: Set,
    /// For each group with wanted values: those values, and the rows that hold one of them.
    wanted: Vec<(Field, Vec<u32>, Set)>,
    /// For each term that leaves out: its group, its values, and the rows that hold one of them.
    left_out: Vec<(Field, Vec<u32>, Set)>,
    /// Rows in the ranges; `None` where no time is asked for.
    time: Option<Set>,
    /// Rows of articles published in the ranges; `None` where none is asked for.
    published: Option<Set>,
}

impl<'a> Asked<'a> {
    /// The sets of `query` for the rows of `unit`.
    pub(super) fn of(pack: &'a Pack, index: &'a Index, query: &Query, unit: Unit) -> Self {
        let rows = index.rows(unit);
        let ground = Ground { pack, index };
        let all = rows.len() as usize;
        let found = |leaf: &Leaf| leaf::rows(leaf, ground, unit, query.scope);
        let any = |leaves: Vec<Leaf>| {
            let sets = leaves.iter().map(found);
            sets.reduce(|mut all, set| {
                all.or(&set);
                all
            })
        };
        let mut text = Set::all(all);
        for clause in &query.clauses {
            // Whatever else is asked for, no more is found.
            if text.is_empty() {
                break;
            }
            text.and(&holds(clause, &found, all));
        }
        let mut time = any(query.ranges.iter().map(|days| Leaf::During(*days)).collect());
        if query.undated {
            let undated = found(&Leaf::Undated);
            time = Some(time.map_or(undated.clone(), |mut time| {
                time.or(&undated);
                time
            }));
        }
        let published = any(query.published.iter().map(|days| Leaf::Published(*days)).collect());
        let (wanted, left_out) = (Vec::new(), Vec::new());
        let mut asked =
            Self { pack, index, unit, rows, scope: query.scope, text, wanted, left_out, time, published };
        for (field, value, excluded) in query.values() {
            let values = groups::named(pack, index, field, value);
            asked.value(field, values, found(&Leaf::Value(field, value.to_owned())), excluded);
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

    /// The rows that match whenever their article was published and, unless `timed`, whatever the time.
    pub(super) fn whenever_published(&self, timed: bool) -> Set {
        self.but_for(None, None, timed, false)
    }

    /// The rows that match but for what is wanted of `group`, and but for the terms that leave out `value` of it.
    pub(super) fn base(&self, group: Option<Field>, value: Option<u32>, timed: bool) -> Set {
        self.but_for(group, value, timed, true)
    }

    /// The rows of the ranges: of those of publication, or of the others and undated. `None` where none is asked for.
    pub(super) fn dates(&self, published: bool) -> Option<&Set> {
        if published { self.published.as_ref() } else { self.time.as_ref() }
    }

    /// The same, whatever the time unless `timed`, and whenever published unless `published`.
    pub(super) fn but_for(
        &self,
        group: Option<Field>,
        value: Option<u32>,
        timed: bool,
        published: bool,
    ) -> Set {
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
        let dates = [self.time.as_ref().filter(|_| timed), self.published.as_ref().filter(|_| published)];
        dates.into_iter().flatten().for_each(|rows| set.and(rows));
        set
    }

    /// Whether `value` of `group` is wanted, left out, or neither.
    pub(super) fn chosen(&self, group: Field, value: u32) -> Option<bool> {
        let among = |terms: &[(Field, Vec<u32>, Set)]| {
            terms.iter().any(|(g, v, _)| *g == group && v.contains(&value))
        };
        if among(&self.left_out) { Some(false) } else { among(&self.wanted).then_some(true) }
    }

    /// Whether the query wants values of `group`.
    pub(super) fn has_wanted(&self, group: Field) -> bool {
        self.wanted.iter().any(|(own, _, _)| *own == group)
    }

    /// The values of `group` that are wanted or left out.
    pub(super) fn chosen_of(&self, group: Field) -> Vec<u32> {
        let own = self.wanted.iter().chain(&self.left_out).filter(|(g, _, _)| *g == group);
        let mut values: Vec<u32> = own.flat_map(|(_, values, _)| values.iter().copied()).collect();
        values.order();
        values.dedup();
        values
    }

    /// The rows that hold `value` of `group`.
    pub(super) fn holders(&self, group: Field, value: u32) -> Set {
        leaf::holding(group, &[value], Ground { pack: self.pack, index: self.index }, self.unit, self.scope)
    }

    fn value(&mut self, group: Field, values: Vec<u32>, set: Set, excluded: bool) {
        if excluded {
            self.left_out.push((group, values, set));
        } else if let Some((_, all, rows)) = self.wanted.iter_mut().find(|(g, _, _)| *g == group) {
            all.extend(values);
            rows.or(&set);
        } else {
            self.wanted.push((group, values, set));
        }
    }
}

/// How many rows of `unit` match `query`.
pub(super) fn count(pack: &Pack, index: &Index, query: &Query, unit: Unit) -> u32 {
    // While words are typed this is asked for every unit: of a single word the rows are counted without being gathered.
    let bare = || Query { clauses: query.clauses.clone(), ..Query::default() } == *query;
    match query.clauses.as_slice() {
        [Clause::Leaf(Leaf::Text(pattern))] if bare() => leaf::count(pattern, Ground { pack, index }, unit),
        _ => Asked::of(pack, index, query, unit).all().len(),
    }
}

/// The rows of `unit` that hold `value` of a field.
pub(super) fn holding_value(
    pack: &Pack,
    index: &Index,
    unit: Unit,
    scope: Scope,
    (field, value): (Field, &str),
) -> Set {
    leaf::rows(&Leaf::Value(field, value.to_owned()), Ground { pack, index }, unit, scope)
}

/// The rows of which `clause` holds, `found` those of its leaves; no deeper than the parser's parentheses.
fn holds(clause: &Clause, found: &impl Fn(&Leaf) -> Set, rows: usize) -> Set {
    match clause {
        Clause::Leaf(leaf) => found(leaf),
        Clause::Not(inner) => {
            let mut set = Set::all(rows);
            set.and_not(&holds(inner, found, rows));
            set
        }
        Clause::And(all) => {
            let mut set = Set::all(rows);
            for one in all {
                if set.is_empty() {
                    break;
                }
                set.and(&holds(one, found, rows));
            }
            set
        }
        Clause::Or(all) => {
            let mut set = Set::none(rows);
            for one in all {
                set.or(&holds(one, found, rows));
            }
            set
        }
    }
}
