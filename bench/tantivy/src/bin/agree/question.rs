//! A question in both languages: as it is typed into Dateline's search box, and as tantivy's query.
//!
//! **Invariant:** the two are written from one tree, never one from the other. Start at [`Question`].

use std::error::Error;
use std::ops::Bound;

use dateline_core::annotate::NameKind;
use dateline_core::civil::{iso, plus_days};
use dateline_core::fold::fold;
use dateline_core::terms::stem;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, EmptyQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query, RangeQuery, RegexQuery,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::Both;
use crate::indexed::Fields;

/// More words than begin alike in any corpus that is asked; tantivy makes room for as many at once.
const BEGUN: u32 = 10_000;

/// What is asked.
pub struct Question {
    /// What kind of question it is, for the report.
    pub kind: &'static str,
    /// All that must hold.
    pub all: Vec<Asked>,
}

/// One thing that an article has.
#[derive(Clone)]
pub enum Asked {
    /// A word in any of its forms, or a name spelled so.
    Word(String),
    /// A word as it stands.
    Exact(String),
    /// The beginning of a word.
    Beginning(String),
    /// Words in a row; the last one perhaps only the beginning of one.
    Phrase(Vec<String>, bool),
    /// Two words in any order, with at most so many others between them.
    Near([String; 2], u8),
    /// The same, in the headline.
    Title(Box<Asked>),
    /// A name of a kind.
    Named(NameKind, String),
    /// A value of a field: its name, and as it is typed.
    Value(&'static str, String),
    /// Published from one day to another, counted from 1970.
    Published(i64, i64),
    /// Not this.
    Not(Box<Asked>),
    /// One of these.
    Any(Vec<Asked>),
    /// All of these.
    All(Vec<Asked>),
}

impl Question {
    /// As it is typed.
    pub fn text(&self) -> String {
        self.all.iter().map(Asked::text).collect::<Vec<_>>().join(" ")
    }

    /// As tantivy has it.
    pub fn query(&self, both: &Both) -> Result<Box<dyn Query>, Box<dyn Error>> {
        Asked::All(self.all.clone()).query(both)
    }
}

impl Asked {
    fn text(&self) -> String {
        let joined =
            |all: &[Self], between: &str| all.iter().map(Self::text).collect::<Vec<_>>().join(between);
        match self {
            Self::Word(word) => word.clone(),
            Self::Exact(word) => format!("\"{word}\""),
            Self::Beginning(word) => format!("{word}*"),
            Self::Phrase(words, begins) => {
                format!("\"{}\"{}", words.join(" "), if *begins { "*" } else { "" })
            }
            Self::Near(words, slop) => format!("\"{}\"~{slop}", words.join(" ")),
            Self::Title(inner) => format!("title:{}", inner.text()),
            Self::Named(kind, name) => format!("{}:\"{name}\"", short(*kind)),
            Self::Value(field, value) => format!("{field}:\"{value}\""),
            Self::Published(first, last) => {
                format!("published-after:{} published-before:{}", day(*first), day(*last))
            }
            Self::Not(inner) => format!("-{}", inner.text()),
            Self::Any(all) => format!("({})", joined(all, " OR ")),
            Self::All(all) => format!("({})", joined(all, " ")),
        }
    }

    fn query(&self, both: &Both) -> Result<Box<dyn Query>, Box<dyn Error>> {
        let fields = both.tantivy.fields;
        Ok(match self {
            Self::Word(word) => any(vec![text(fields.stems, &stem(word)), text(fields.spelled, &fold(word))]),
            Self::Title(inner) => return inner.in_title(fields),
            Self::Named(kind, name) => {
                let own = both.corpus.entity_named(*kind, name).into_iter();
                any(own
                    .map(|entity| {
                        let term = Term::from_field_u64(fields.named, u64::from(entity));
                        Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Box<dyn Query>
                    })
                    .collect())
            }
            Self::Value(field, value) => text(fields.values, &format!("{field}={}", fold(value))),
            Self::Published(first, last) => {
                let bound = |field, day| Bound::Included(Term::from_field_i64(field, day));
                let [own_first, own_last] = fields.days;
                all(vec![
                    Box::new(RangeQuery::new(bound(own_first, *first), Bound::Unbounded)),
                    Box::new(RangeQuery::new(Bound::Unbounded, bound(own_last, *last))),
                ])
            }
            Self::Not(inner) => {
                let without = vec![
                    (Occur::Must, Box::new(AllQuery) as Box<dyn Query>),
                    (Occur::MustNot, inner.query(both)?),
                ];
                Box::new(BooleanQuery::new(without))
            }
            Self::Any(inner) => any(inner.iter().map(|one| one.query(both)).collect::<Result<_, _>>()?),
            Self::All(inner) => all(inner.iter().map(|one| one.query(both)).collect::<Result<_, _>>()?),
            words => return words.in_field(fields.words),
        })
    }

    fn in_title(&self, fields: Fields) -> Result<Box<dyn Query>, Box<dyn Error>> {
        let [words, stems] = fields.titles;
        match self {
            Self::Word(word) => Ok(text(stems, &stem(word))),
            other => other.in_field(words),
        }
    }

    fn in_field(&self, field: Field) -> Result<Box<dyn Query>, Box<dyn Error>> {
        let term = |word: &String| Term::from_field_text(field, word);
        Ok(match self {
            Self::Exact(word) => text(field, word),
            // Words hold letters, digits and apostrophes only, so none of them is a sign of the pattern.
            Self::Beginning(word) => Box::new(RegexQuery::from_pattern(&format!("{word}.*"), field)?),
            Self::Phrase(words, true) => {
                let mut query = PhrasePrefixQuery::new(words.iter().map(term).collect());
                query.set_max_expansions(BEGUN);
                Box::new(query)
            }
            Self::Phrase(words, false) => Box::new(PhraseQuery::new(words.iter().map(term).collect())),
            Self::Near([first, second], slop) => {
                let either = [[first, second], [second, first]].map(|words| {
                    let mut query = PhraseQuery::new(words.map(term).to_vec());
                    query.set_slop(u32::from(*slop));
                    Box::new(query) as Box<dyn Query>
                });
                any(either.into())
            }
            _ => return Err("expected words, found a question about something else".into()),
        })
    }
}

fn text(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn any(parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if parts.is_empty() {
        return Box::new(EmptyQuery);
    }
    Box::new(BooleanQuery::new(parts.into_iter().map(|part| (Occur::Should, part)).collect()))
}

fn all(parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(parts.into_iter().map(|part| (Occur::Must, part)).collect()))
}

fn short(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organization => "org",
        NameKind::Other => "other",
    }
}

fn day(number: i64) -> String {
    let epoch = dateline_core::civil::day_of("1970-01-01");
    epoch.and_then(|epoch| plus_days(epoch, number)).map(iso).unwrap_or_default()
}
