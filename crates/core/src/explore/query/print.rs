//! A [`Query`] as canonical text.
//!
//! **Invariant:** what is printed parses to the same query, if every term holds something to search for.
//! The order is clauses, names, publishers, authors, other fields, dates, publication, undated, scope; a field that
//! stands alone among the clauses keeps its parentheses, since without them it would join its group.
//! Start at the `Display` of [`Query`].

use std::fmt::{Display, Formatter, Result};

use super::lex::{is_end, is_quote};
use super::{Clause, Days, Field, FieldTerm, Leaf, NameTerm, Part, Pattern, Query, Scope, ValueTerm};
use crate::civil::iso;

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (i, part) in self.parts().iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            write!(f, "{space}{part}")?;
        }
        Ok(())
    }
}

impl Display for Part {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Clause(clause) if is_group_s(clause) => write!(f, "({clause})"),
            Self::Clause(clause) => clause.fmt(f),
            Self::Name(NameTerm { kind, name, excluded }) => {
                field(f, Field::of(*kind).name(), name, *excluded)
            }
            Self::Publisher(ValueTerm { value, excluded }) => field(f, "publisher", value, *excluded),
            Self::Author(ValueTerm { value, excluded }) => field(f, "author", value, *excluded),
            Self::Field(FieldTerm { field: own, value, excluded }) => field(f, own.name(), value, *excluded),
            Self::Ranges(ranges) => days(f, ranges, ["in", "after", "before"]),
            Self::Published(ranges) => days(f, ranges, ["published", "published-after", "published-before"]),
            Self::Undated => f.write_str("undated:yes"),
            Self::Scope(Scope::Article) => f.write_str("scope:article"),
            Self::Scope(Scope::Passage) => f.write_str("scope:passage"),
        }
    }
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Leaf(leaf) => leaf.fmt(f),
            Self::Not(inner) => match &**inner {
                Self::Leaf(leaf) => write!(f, "-{leaf}"),
                inner => write!(f, "-({inner})"),
            },
            Self::And(all) => joined(f, all, " ", |_| false),
            Self::Or(all) => joined(f, all, " OR ", |clause| matches!(clause, Self::And(_))),
        }
    }
}

impl Display for Leaf {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Text(pattern) => {
                let bare = bare(pattern);
                // Only a word that reads back as itself may stand without quotation marks.
                let own =
                    |query: &Query| matches!(query.clauses.as_slice(), [Clause::Leaf(own)] if own == self);
                match bare.filter(|bare| own(&Query::parse(bare))) {
                    Some(bare) => f.write_str(&bare),
                    None => f.write_str(&phrase(pattern)),
                }
            }
            Self::Title(pattern) => {
                let bare = bare(pattern).filter(|bare| is_bare(bare));
                write!(f, "title:{}", bare.unwrap_or_else(|| phrase(pattern)))
            }
            Self::Quotation(words) => field(f, "quote", words, false),
            Self::Value(own, value) => field(f, own.name(), value, false),
            Self::During(range) => one(f, *range, ["in", "after", "before"]),
            Self::Published(range) => one(f, *range, ["published", "published-after", "published-before"]),
            Self::Undated => f.write_str("undated:yes"),
        }
    }
}

/// Whether `clause`, printed alone, would be read as a term of a group.
fn is_group_s(clause: &Clause) -> bool {
    match clause {
        Clause::Leaf(leaf) => !matches!(leaf, Leaf::Text(_) | Leaf::Title(_) | Leaf::Quotation(_)),
        Clause::Not(inner) => matches!(&**inner, Clause::Leaf(Leaf::Value(..))),
        Clause::And(_) => true,
        Clause::Or(_) => false,
    }
}

fn joined(f: &mut Formatter<'_>, all: &[Clause], by: &str, in_parentheses: fn(&Clause) -> bool) -> Result {
    for (i, clause) in all.iter().enumerate() {
        let by = if i == 0 { "" } else { by };
        if in_parentheses(clause) {
            write!(f, "{by}({clause})")?;
        } else {
            write!(f, "{by}{clause}")?;
        }
    }
    Ok(())
}

/// A pattern without quotation marks, if it has none.
fn bare(pattern: &Pattern) -> Option<String> {
    let star = if pattern.prefix { "*" } else { "" };
    (!pattern.quoted).then(|| format!("{}{star}", pattern.text))
}

fn phrase(pattern: &Pattern) -> String {
    let text = quoted(&pattern.text);
    match (pattern.slop, pattern.prefix) {
        (0, false) => text,
        (0, true) => format!("{text}*"),
        (slop, _) => format!("{text}~{slop}"),
    }
}

fn is_bare(value: &str) -> bool {
    !value.is_empty() && !value.contains(is_end)
}

fn field(f: &mut Formatter<'_>, name: &str, value: &str, excluded: bool) -> Result {
    let minus = if excluded { "-" } else { "" };
    if is_bare(value) {
        write!(f, "{minus}{name}:{value}")
    } else {
        write!(f, "{minus}{name}:{}", quoted(value))
    }
}

fn quoted(value: &str) -> String {
    let mut out = String::from('"');
    for c in value.chars() {
        if c == '\\' || is_quote(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Ranges as the terms that ask for them: a single one by its bounds, several each by itself.
fn days(f: &mut Formatter<'_>, ranges: &[Days], names: [&str; 3]) -> Result {
    let [within, after, before] = names;
    match ranges {
        [Days { from: Some(from), to: Some(to) }] if ranges.iter().all(|days| days.unit().is_none()) => {
            write!(f, "{after}:{} {before}:{}", iso(*from), iso(*to))
        }
        [range] => one(f, *range, names),
        several => {
            for (i, range) in several.iter().enumerate() {
                let space = if i == 0 { "" } else { " " };
                write!(f, "{space}{}:{}", name(*range, within), range.value())?;
            }
            Ok(())
        }
    }
}

/// One range as one term.
fn one(f: &mut Formatter<'_>, range: Days, [within, after, before]: [&str; 3]) -> Result {
    match (range.from, range.to) {
        (Some(from), None) => write!(f, "{after}:{}", iso(from)),
        (None, Some(to)) => write!(f, "{before}:{}", iso(to)),
        _ => write!(f, "{}:{}", name(range, within), range.value()),
    }
}

/// `on` for a single day of events.
fn name(range: Days, within: &str) -> &str {
    if within == "in" && range.from.is_some() && range.from == range.to { "on" } else { within }
}
