//! A [`Query`] taken apart and changed: the chips under the search box, and what the sidebar and the brush write.
//!
//! **Invariant:** every change is a new query; the old one stays. A part is what a relaxation takes away.
//! Start at [`Part`].

use jiff::civil::Date;

use super::clause::distinct;
use super::days::bounded;
use super::{Clause, Days, FieldTerm, NameTerm, Query, Scope, ValueTerm};
use crate::annotate::NameKind;
use crate::fold::fold;

/// One removable part of a query; it prints as the language writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word, a phrase, or whatever is joined by OR or in parentheses.
    Clause(Clause),
    /// A name.
    Name(NameTerm),
    /// A publisher.
    Publisher(ValueTerm),
    /// An author.
    Author(ValueTerm),
    /// A value of another field.
    Field(FieldTerm),
    /// When it happened, all ranges at once.
    Ranges(Vec<Days>),
    /// When the article was published, all ranges at once.
    Published(Vec<Days>),
    /// That undated rows are asked for.
    Undated,
    /// Where words and names must occur, if it is not the passage.
    Scope(Scope),
}

impl Query {
    /// What the query is made of, in the order in which it prints.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        parts.extend(self.clauses.iter().cloned().map(Part::Clause));
        parts.extend(self.names.iter().cloned().map(Part::Name));
        parts.extend(self.publishers.iter().cloned().map(Part::Publisher));
        parts.extend(self.authors.iter().cloned().map(Part::Author));
        parts.extend(self.fields.iter().cloned().map(Part::Field));
        parts.extend((!self.ranges.is_empty()).then(|| Part::Ranges(self.ranges.clone())));
        parts.extend((!self.published.is_empty()).then(|| Part::Published(self.published.clone())));
        if self.undated {
            parts.push(Part::Undated);
        }
        if self.scope != Scope::default() {
            parts.push(Part::Scope(self.scope));
        }
        parts
    }

    /// The query without `part`.
    #[must_use]
    pub fn without(&self, part: &Part) -> Self {
        let mut query = self.clone();
        match part {
            Part::Clause(clause) => query.clauses.retain(|c| c != clause),
            Part::Name(term) => query.names.retain(|t| t != term),
            Part::Publisher(term) => query.publishers.retain(|t| t != term),
            Part::Author(term) => query.authors.retain(|t| t != term),
            Part::Field(term) => query.fields.retain(|t| t != term),
            Part::Ranges(_) => query.ranges.clear(),
            Part::Published(_) => query.published.clear(),
            Part::Undated => query.undated = false,
            Part::Scope(_) => query.scope = Scope::default(),
        }
        query
    }

    /// The query that asks for the name (`Some(true)`), leaves it out (`Some(false)`), or does neither.
    /// Only terms that spell the name alike are replaced; `explore::with_entity` knows the other spellings.
    #[must_use]
    pub fn with_name(&self, kind: NameKind, name: &str, choice: Option<bool>) -> Self {
        let mut query = self.clone();
        let folded = fold(name.trim());
        query.names.retain(|t| t.kind != kind || fold(&t.name) != folded);
        if let Some(wanted) = choice {
            query.names.push(NameTerm { kind, name: name.trim().to_owned(), excluded: !wanted });
        }
        query
    }

    /// The query that asks for the publisher, leaves it out, or does neither.
    #[must_use]
    pub fn with_publisher(&self, value: &str, choice: Option<bool>) -> Self {
        let mut query = self.clone();
        choose(&mut query.publishers, value, choice);
        query
    }

    /// The query that asks for the author, leaves them out, or does neither.
    #[must_use]
    pub fn with_author(&self, value: &str, choice: Option<bool>) -> Self {
        let mut query = self.clone();
        choose(&mut query.authors, value, choice);
        query
    }

    /// The query that asks for the value of a field that has no list of its own, leaves it out, or does neither.
    #[must_use]
    pub fn with_field(&self, field: super::Field, value: &str, choice: Option<bool>) -> Self {
        let mut query = self.clone();
        let folded = fold(value.trim());
        query.fields.retain(|t| t.field != field || fold(&t.value) != folded);
        if let Some(wanted) = choice {
            query.fields.push(FieldTerm { field, value: value.trim().to_owned(), excluded: !wanted });
        }
        query
    }

    /// The query with this date range, both ends inclusive, instead of its own.
    #[must_use]
    pub fn with_range(&self, from: Option<Date>, to: Option<Date>) -> Self {
        let range = Days { from, to };
        Self { ranges: if range.is_open() { Vec::new() } else { vec![range] }, ..self.clone() }
    }

    /// Whether a time of events is asked for.
    pub fn has_range(&self) -> bool {
        !self.ranges.is_empty()
    }

    /// The first and the last day of all ranges together, `None` where one is open or none is asked for.
    pub fn reach(&self) -> (Option<Date>, Option<Date>) {
        let end = |ends: Vec<Option<Date>>| ends.into_iter().collect::<Option<Vec<Date>>>();
        let from = end(self.ranges.iter().map(|days| days.from).collect());
        let to = end(self.ranges.iter().map(|days| days.to).collect());
        (from.and_then(|days| days.into_iter().min()), to.and_then(|days| days.into_iter().max()))
    }

    /// What `self`, which stands in chips, and `typed` ask together: as if both were typed, but that a bound that was
    /// typed replaces the same bound of the chips.
    #[must_use]
    pub fn joined(&self, typed: Self) -> Self {
        let scope = if typed.scope == Scope::default() { self.scope } else { typed.scope };
        Self {
            clauses: both(&self.clauses, typed.clauses),
            names: both(&self.names, typed.names),
            publishers: both(&self.publishers, typed.publishers),
            authors: both(&self.authors, typed.authors),
            fields: both(&self.fields, typed.fields),
            ranges: ranges(&self.ranges, typed.ranges),
            published: ranges(&self.published, typed.published),
            undated: self.undated || typed.undated,
            scope,
        }
    }
}

fn both<T: Clone + Eq + std::hash::Hash>(held: &[T], typed: Vec<T>) -> Vec<T> {
    distinct(held.iter().cloned().chain(typed))
}

fn ranges(held: &[Days], typed: Vec<Days>) -> Vec<Days> {
    match (held, typed.as_slice()) {
        ([held], [typed]) if typed.from.is_none() || typed.to.is_none() => {
            vec![Days { from: typed.from.or(held.from), to: typed.to.or(held.to) }]
        }
        (_, [typed]) if typed.from.is_none() || typed.to.is_none() => bounded(held.to_vec(), *typed),
        _ => both(held, typed),
    }
}

fn choose(terms: &mut Vec<ValueTerm>, value: &str, choice: Option<bool>) {
    let folded = fold(value.trim());
    terms.retain(|t| fold(&t.value) != folded);
    if let Some(wanted) = choice {
        terms.push(ValueTerm { value: value.trim().to_owned(), excluded: !wanted });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_asked_for_left_out_and_cleared_without_doubles() {
        let query = Query::parse("war person:PUTIN");
        let out = query.with_name(NameKind::Person, "Putin", Some(false));
        assert_eq!(out.to_string(), "war -person:Putin");
        assert_eq!(out.with_name(NameKind::Person, "putin", None).to_string(), "war");
        assert_eq!(out.with_name(NameKind::Place, "Putin", Some(true)).names.len(), 2);
    }

    #[test]
    fn the_date_ranges_are_one_part() {
        let query = Query::parse("war after:2026-01-05 before:2026-02-07 person:\"A B\"");
        let printed: Vec<_> = query.parts().iter().map(ToString::to_string).collect();
        assert_eq!(printed, ["war", "person:\"A B\"", "after:2026-01-05 before:2026-02-07"]);
        assert_eq!(query.without(&query.parts()[2]).to_string(), "war person:\"A B\"");
        assert_eq!(Query::parse("in:2014 on:2026-02-05").parts().len(), 1);
    }

    #[test]
    fn taking_every_part_away_leaves_the_empty_query() {
        let query = Query::parse(
            "a -\"b c\" (d OR e) quote:f org:x publisher:y -author:z speaker:g in:2026 published:2025 undated:yes scope:article",
        );
        assert_eq!(query.parts().len(), 12);
        assert!(query.parts().iter().fold(query, |q, p| q.without(p)).is_empty());
    }

    #[test]
    fn what_is_typed_joins_what_the_chips_hold() {
        let check = |held: &str, typed: &str, both: &str| {
            let joined = Query::parse(held).joined(Query::parse(typed));
            assert_eq!(joined.to_string(), both, "{held} with {typed}");
            assert_eq!(Query::parse(both), joined);
        };
        check("person:a", "war person:b person:a", "war person:a person:b");
        check("in:2026", "before:2026-02-05", "after:2026-01-01 before:2026-02-05");
        check("after:2026-01-01", "after:2026-02-01", "after:2026-02-01");
        check("in:2026-01", "in:2026-03", "in:2026-01 in:2026-03");
        check("in:2014 in:2026", "before:2026-02-05", "in:2014 in:2026-01-01..2026-02-05");
        check("published:2026", "", "published:2026");
        check("undated:yes", "scope:article", "undated:yes scope:article");
    }

    #[test]
    fn several_ranges_reach_from_the_first_to_the_last_day() {
        let reach = |text: &str| {
            let (from, to) = Query::parse(text).reach();
            format!(
                "{}..{}",
                from.map(crate::civil::iso).unwrap_or_default(),
                to.map(crate::civil::iso).unwrap_or_default()
            )
        };
        assert_eq!(reach("in:2014 on:2026-02-05"), "2014-01-01..2026-02-05");
        assert_eq!(reach("in:2014 in:2026.."), "2014-01-01..");
        assert_eq!(reach(""), "..");
    }
}
