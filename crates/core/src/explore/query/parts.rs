//! A [`Query`] taken apart and changed: the chips under the search box, and what the sidebar and the brush write.
//!
//! **Invariant:** every change is a new query; the old one stays. A part is what a relaxation takes away.
//! Start at [`Part`].

use jiff::civil::Date;

use super::clause::distinct;
use super::days::bounded;
use super::{Clause, Days, Field, FieldTerm, NameTerm, Query, Scope, ValueTerm};
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

    /// The values wanted and left out: the field, the value, and whether it is left out.
    pub fn values(&self) -> impl Iterator<Item = (Field, &str, bool)> {
        let names = self.names.iter().map(|t| (Field::of(t.kind), t.name.as_str(), t.excluded));
        let publishers = self.publishers.iter().map(|t| (Field::Publisher, t.value.as_str(), t.excluded));
        let authors = self.authors.iter().map(|t| (Field::Author, t.value.as_str(), t.excluded));
        let fields = self.fields.iter().map(|t| (t.field, t.value.as_str(), t.excluded));
        names.chain(publishers).chain(authors).chain(fields)
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

    /// The query that asks for `value` of `field` (`Some(true)`), leaves it out (`Some(false)`), or does neither.
    /// Only terms that are spelled alike are replaced; `explore::choose` knows the other spellings of names.
    #[must_use]
    pub fn with_value(&self, field: Field, value: &str, choice: Option<bool>) -> Self {
        let mut query = self.clone();
        let (value, folded) = (value.trim().to_owned(), fold(value.trim()));
        let excluded = choice == Some(false);
        match (field, field.kind()) {
            (_, Some(kind)) => {
                query.names.retain(|t| t.kind != kind || fold(&t.name) != folded);
                query.names.extend(choice.map(|_| NameTerm { kind, name: value, excluded }));
            }
            (Field::Publisher | Field::Author, _) => {
                let own = if field == Field::Author { &mut query.authors } else { &mut query.publishers };
                own.retain(|t| fold(&t.value) != folded);
                own.extend(choice.map(|_| ValueTerm { value, excluded }));
            }
            _ => {
                query.fields.retain(|t| t.field != field || fold(&t.value) != folded);
                query.fields.extend(choice.map(|_| FieldTerm { field, value, excluded }));
            }
        }
        query
    }

    /// The query with this date range, both ends inclusive, instead of its own.
    #[must_use]
    pub fn with_range(&self, from: Option<Date>, to: Option<Date>) -> Self {
        let range = Days { from, to };
        Self { ranges: if range.is_open() { Vec::new() } else { vec![range] }, ..self.clone() }
    }

    /// The query as known on `day`: published from where its ranges of publication begin, up to that day, inclusive; with
    /// no end where `day` is `None`.
    #[must_use]
    pub fn known_on(&self, day: Option<Date>) -> Self {
        let from: Option<Vec<Date>> = self.published.iter().map(|days| days.from).collect();
        let range = Days { from: from.and_then(|days| days.into_iter().min()), to: day };
        Self { published: if range.is_open() { Vec::new() } else { vec![range] }, ..self.clone() }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_asked_for_left_out_and_cleared_without_doubles() {
        let check = |before: &str, field: Field, value: &str, after: [&str; 3]| {
            let query = Query::parse(before);
            for (choice, expected) in [Some(true), Some(false), None].into_iter().zip(after) {
                assert_eq!(query.with_value(field, value, choice).to_string(), expected, "{before}");
            }
        };
        check("war person:PUTIN", Field::Person, "Putin ", ["war person:Putin", "war -person:Putin", "war"]);
        check("-publisher:BBC", Field::Publisher, "bbc", ["publisher:bbc", "-publisher:bbc", ""]);
        check(
            "place:Kyiv",
            Field::Person,
            "Kyiv",
            ["place:Kyiv person:Kyiv", "place:Kyiv -person:Kyiv", "place:Kyiv"],
        );
        check(
            "status:said",
            Field::Voice,
            "one",
            ["status:said voice:one", "status:said -voice:one", "status:said"],
        );
        check("status:said", Field::Status, "said", ["status:said", "-status:said", ""]);
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
    fn what_is_known_on_a_day_was_published_up_to_it() {
        let check = |query: &str, day: Option<&str>, expected: &str| {
            let day = day.and_then(crate::civil::day_of);
            assert_eq!(Query::parse(query).known_on(day).to_string(), expected, "{query}");
        };
        check("war", Some("2026-01-30"), "war published-before:2026-01-30");
        check("published-before:2026-02-07", Some("2026-01-30"), "published-before:2026-01-30");
        check("published-before:2026-02-07 in:2026", None, "in:2026");
        check(
            "published-after:2025-04-01",
            Some("2026-01-30"),
            "published-after:2025-04-01 published-before:2026-01-30",
        );
        check("published:2025 published:2026", None, "published-after:2025-01-01");
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
