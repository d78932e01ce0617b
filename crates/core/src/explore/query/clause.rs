//! Conditions on a row: leaves joined by AND, OR and NOT.
//!
//! **Invariant:** a clause made by [`Clause::and`], [`Clause::or`] and [`Clause::negated`] is in its one normal form: no
//! AND in an AND, no OR in an OR, no NOT of a NOT, nothing twice, nothing alone in a list. So a clause prints as text
//! that is read as the same clause, and is no deeper than the parentheses it was read from.
//! Start at [`Clause`].

use serde::{Deserialize, Serialize};

use super::{Days, Field, Pattern};

/// A condition on a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Clause {
    /// One thing.
    Leaf(Leaf),
    /// Not this.
    Not(Box<Clause>),
    /// All of these.
    And(Vec<Clause>),
    /// At least one of these.
    Or(Vec<Clause>),
}

/// One thing that a row holds or does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Leaf {
    /// Words in one passage of it.
    Text(Pattern),
    /// Words in the headline of its article.
    Title(Pattern),
    /// A quotation of about these words.
    Quotation(String),
    /// A value of a field.
    Value(Field, String),
    /// That it happened on one of these days.
    During(Days),
    /// That its article was published on one of these days.
    Published(Days),
    /// That it has no place in time.
    Undated,
}

impl Clause {
    /// All of `clauses`, or `None` where there are none.
    pub fn and(clauses: Vec<Self>) -> Option<Self> {
        let flat = clauses.into_iter().flat_map(|clause| match clause {
            Self::And(inner) => inner,
            other => vec![other],
        });
        alone(distinct(flat), Self::And)
    }

    /// One of `clauses`, or `None` where there are none.
    pub fn or(clauses: Vec<Self>) -> Option<Self> {
        let flat = clauses.into_iter().flat_map(|clause| match clause {
            Self::Or(inner) => inner,
            other => vec![other],
        });
        alone(distinct(flat), Self::Or)
    }

    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// The leaves that make a row match by being there: all but those that are left out.
    pub fn wanted(&self) -> Vec<&Leaf> {
        let mut found = Vec::new();
        self.collect(true, &mut found);
        found
    }

    fn collect<'a>(&'a self, wanted: bool, found: &mut Vec<&'a Leaf>) {
        match self {
            Self::Leaf(leaf) => found.extend(wanted.then_some(leaf)),
            Self::Not(inner) => inner.collect(!wanted, found),
            Self::And(all) | Self::Or(all) => all.iter().for_each(|one| one.collect(wanted, found)),
        }
    }
}

impl From<Leaf> for Clause {
    fn from(leaf: Leaf) -> Self {
        Self::Leaf(leaf)
    }
}

/// What is in `all`, each once, in the order in which it comes first; a query has few terms, so each is held against all.
pub(super) fn distinct<T: PartialEq>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

fn alone(mut all: Vec<Clause>, join: fn(Vec<Clause>) -> Clause) -> Option<Clause> {
    if all.len() > 1 { Some(join(all)) } else { all.pop() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Clause {
        Leaf::Text(Pattern::word(text)).into()
    }

    #[test]
    fn a_clause_has_one_form() {
        let (a, b, c) = (word("a"), word("b"), word("c"));
        let ab = Clause::or(vec![a.clone(), b.clone()]).unwrap();
        assert_eq!(
            Clause::or(vec![ab.clone(), c.clone(), a.clone()]),
            Some(Clause::Or(vec![a.clone(), b, c.clone()]))
        );
        assert_eq!(Clause::and(vec![a.clone(), a.clone()]), Some(a.clone()));
        assert_eq!(Clause::and(Vec::new()), None);
        assert_eq!(a.clone().negated().negated(), a);
    }

    #[test]
    fn what_is_left_out_is_not_wanted() {
        let clause = Clause::and(vec![word("a"), word("b").negated()]).unwrap();
        assert_eq!(clause.wanted(), [&Leaf::Text(Pattern::word("a"))]);
        assert_eq!(clause.negated().wanted(), [&Leaf::Text(Pattern::word("b"))]);
    }
}
