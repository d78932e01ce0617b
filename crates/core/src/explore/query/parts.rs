//! A [`Query`] taken apart and changed: the chips under the search box, and what the sidebar and the brush write.
//!
//! **Invariant:** every change is a new query; the old one stays. A part is what one chip shows and removes.
//! Start at [`Part`].

use jiff::civil::Date;

use super::{NameTerm, Query, Scope, TextTerm, ValueTerm};
use crate::annotate::NameKind;
use crate::fold::fold;

/// One removable part of a query; it prints as the language writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word or phrase.
    Text(TextTerm),
    /// A name.
    Name(NameTerm),
    /// A publisher.
    Publisher(ValueTerm),
    /// An author.
    Author(ValueTerm),
    /// The date range, both ends at once.
    Range {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        to: Option<Date>,
    },
    /// That undated rows are asked for.
    Undated,
    /// Where words and names must occur, if it is not the passage.
    Scope(Scope),
}

impl Query {
    /// What the query is made of, in the order in which it prints.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        parts.extend(self.text.iter().cloned().map(Part::Text));
        parts.extend(self.names.iter().cloned().map(Part::Name));
        parts.extend(self.publishers.iter().cloned().map(Part::Publisher));
        parts.extend(self.authors.iter().cloned().map(Part::Author));
        if self.from.is_some() || self.to.is_some() {
            parts.push(Part::Range { from: self.from, to: self.to });
        }
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
            Part::Text(term) => query.text.retain(|t| t != term),
            Part::Name(term) => query.names.retain(|t| t != term),
            Part::Publisher(term) => query.publishers.retain(|t| t != term),
            Part::Author(term) => query.authors.retain(|t| t != term),
            Part::Range { .. } => (query.from, query.to) = (None, None),
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

    /// The query with this date range, both ends inclusive, instead of its own.
    #[must_use]
    pub fn with_range(&self, from: Option<Date>, to: Option<Date>) -> Self {
        Self { from, to, ..self.clone() }
    }

    /// Whether a date range is asked for.
    pub fn has_range(&self) -> bool {
        self.from.is_some() || self.to.is_some()
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
    fn the_date_range_is_one_part() {
        let query = Query::parse("war after:2026-01-05 before:2026-02-07 person:\"A B\"");
        let printed: Vec<_> = query.parts().iter().map(ToString::to_string).collect();
        assert_eq!(printed, ["war", "person:\"A B\"", "after:2026-01-05 before:2026-02-07"]);
        assert_eq!(query.without(&query.parts()[2]).to_string(), "war person:\"A B\"");
    }

    #[test]
    fn taking_every_part_away_leaves_the_empty_query() {
        let query = Query::parse("a -\"b c\" org:x publisher:y -author:z in:2026 undated:yes scope:article");
        assert_eq!(query.parts().len(), 8);
        assert!(query.parts().iter().fold(query, |q, p| q.without(p)).is_empty());
    }
}
