//! A [`Query`] as canonical text.
//!
//! **Invariant:** what is printed parses to the same query, if every term holds something to search for.
//! The order is text, names, publishers, authors, dates, undated, scope. Start at the `Display` of [`Query`].

use std::fmt::{Display, Formatter, Result};

use jiff::civil::Date;

use super::parse::is_quote;
use super::{NameTerm, Part, Query, Scope, TextTerm, ValueTerm};
use crate::annotate::NameKind;
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
            Self::Text(term) => text(f, term),
            Self::Name(NameTerm { kind, name, excluded }) => field(f, name_field(*kind), name, *excluded),
            Self::Publisher(ValueTerm { value, excluded }) => field(f, "publisher", value, *excluded),
            Self::Author(ValueTerm { value, excluded }) => field(f, "author", value, *excluded),
            Self::Range { from, to } => range(f, *from, *to),
            Self::Undated => f.write_str("undated:yes"),
            Self::Scope(Scope::Article) => f.write_str("scope:article"),
            Self::Scope(Scope::Passage) => f.write_str("scope:passage"),
        }
    }
}

/// The field that asks for names of `kind`.
pub(super) fn name_field(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organization => "org",
        NameKind::Other => "other",
    }
}

fn text(f: &mut Formatter<'_>, term: &TextTerm) -> Result {
    let minus = if term.excluded { "-" } else { "" };
    let bare = format!("{minus}{}", term.text);
    // Only a word that reads back as itself may stand without quotation marks.
    let reads_back = !term.phrase && Query::parse(&bare).text.as_slice() == std::slice::from_ref(term);
    if reads_back { f.write_str(&bare) } else { write!(f, "{minus}{}", quoted(&term.text)) }
}

fn field(f: &mut Formatter<'_>, name: &str, value: &str, excluded: bool) -> Result {
    let minus = if excluded { "-" } else { "" };
    let bare = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || is_quote(c));
    if bare { write!(f, "{minus}{name}:{value}") } else { write!(f, "{minus}{name}:{}", quoted(value)) }
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

fn range(f: &mut Formatter<'_>, from: Option<Date>, to: Option<Date>) -> Result {
    match (from, to) {
        (Some(from), Some(to)) if from == to => write!(f, "on:{}", iso(from)),
        (Some(from), Some(to)) if from == from.first_of_year() && to == from.last_of_year() => {
            write!(f, "in:{:04}", from.year())
        }
        (Some(from), Some(to)) if from == from.first_of_month() && to == from.last_of_month() => {
            write!(f, "in:{:04}-{:02}", from.year(), from.month())
        }
        (Some(from), Some(to)) => write!(f, "after:{} before:{}", iso(from), iso(to)),
        (Some(from), None) => write!(f, "after:{}", iso(from)),
        (None, Some(to)) => write!(f, "before:{}", iso(to)),
        (None, None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = String> {
        "[a-zA-Z0-9 \"“”\\\\:é'-]{0,8}[a-z][a-zA-Z0-9 \"“”\\\\:é'-]{0,8}".prop_map(|s| s.trim().to_owned())
    }

    fn date() -> impl Strategy<Value = Option<Date>> {
        proptest::option::of((1900i16..2100, 1i8..=12, 1i8..=31))
            .prop_map(|ymd| ymd.and_then(|(y, m, d)| Date::new(y, m, d).ok()))
    }

    fn distinct<T: PartialEq>(list: Vec<T>) -> Vec<T> {
        list.into_iter().fold(Vec::new(), |mut all, one| {
            if !all.contains(&one) {
                all.push(one);
            }
            all
        })
    }

    prop_compose! {
        fn any_query()(
            phrases in proptest::collection::vec((value(), any::<bool>()), 0..3),
            words in proptest::collection::vec(("[a-zé]{1,6}", any::<bool>()), 0..3),
            names in proptest::collection::vec((0usize..4, value(), any::<bool>()), 0..4),
            publishers in proptest::collection::vec((value(), any::<bool>()), 0..3),
            authors in proptest::collection::vec((value(), any::<bool>()), 0..3),
            from in date(), to in date(), undated in any::<bool>(), article in any::<bool>(),
        ) -> Query {
            let values = |list: Vec<(String, bool)>| {
                distinct(list.into_iter().map(|(value, excluded)| ValueTerm { value, excluded }).collect())
            };
            let phrases = phrases.into_iter().map(|(text, excluded)| TextTerm { text, phrase: true, excluded });
            let words = words.into_iter().map(|(text, excluded)| TextTerm { text, phrase: false, excluded });
            let names = names.into_iter().map(|(kind, name, excluded)| NameTerm { kind: NameKind::ALL[kind], name, excluded });
            Query {
                text: distinct(phrases.chain(words).collect()),
                names: distinct(names.collect()),
                publishers: values(publishers),
                authors: values(authors),
                from, to, undated,
                scope: if article { Scope::Article } else { Scope::Passage },
            }
        }
    }

    proptest! {
        #[test]
        fn a_printed_query_parses_to_itself(query in any_query()) {
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn any_text_is_a_query_that_comes_back(text in "\\PC*") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn text_made_of_the_language_s_own_signs_comes_back(text in "([a-c]|\"|”|\\\\|:|-| |person:|after:|in:2026|undated:|scope:article|-){0,14}") {
            let (query, hints) = Query::parse_with_hints(&text);
            prop_assert!(hints.iter().all(|h| !h.span.is_empty() && !h.span.of(&text).is_empty()));
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }
    }
}
