//! A slow oracle for `explore`: reads texts and mentions again for every row and every question.
//!
//! **Invariant:** it shares no code with the index and its matching, only the corpus, the query and the folding of
//! words. `rows` makes the rows, `holds` says what is true of one of them; a phrase, words near each other and the
//! words of a headline lie in one passage.
//! Start at [`everything_explore_finds_is_what_reading_again_finds`](tests).

mod holds;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use super::query::{Clause, Field, FieldTerm, Leaf, NameTerm, Scope, ValueTerm};
use super::{Mark, Query, Unit};
use crate::corpus::{Article, Corpus};
use crate::fold;
use holds::{author, entities, holds, is_meant, origins, publisher};
use rows::{Row, is_undated, rows};

/// Which dates of the query count.
#[derive(Clone, Copy, PartialEq)]
enum Dates {
    All,
    /// When it happened, not when it was published.
    Events,
    /// When it was published, not when it happened.
    Published,
    None,
}

fn is_true(corpus: &Corpus, clause: &Clause, row: &Row, scope: Scope) -> bool {
    match clause {
        Clause::Leaf(leaf) => holds(corpus, leaf, row, scope),
        Clause::Not(inner) => !is_true(corpus, inner, row, scope),
        Clause::And(all) => all.iter().all(|one| is_true(corpus, one, row, scope)),
        Clause::Or(all) => all.iter().any(|one| is_true(corpus, one, row, scope)),
    }
}

fn matches(corpus: &Corpus, query: &Query, row: &Row, dates: Dates) -> bool {
    let is = |leaf: &Leaf| holds(corpus, leaf, row, query.scope);
    let group = |terms: Vec<(Leaf, bool)>| {
        let mut wanted = terms.iter().filter(|(_, excluded)| !excluded).peekable();
        (wanted.peek().is_none() || wanted.any(|(leaf, _)| is(leaf)))
            && !terms.iter().any(|(leaf, excluded)| *excluded && is(leaf))
    };
    let groups = Field::ALL.iter().all(|field| {
        let leaf = |value: &String| Leaf::Value(*field, value.clone());
        let names = query.names.iter().filter(|t| Some(t.kind) == field.kind());
        let mut terms: Vec<(Leaf, bool)> = names.map(|t| (leaf(&t.name), t.excluded)).collect();
        for (own, all) in [(Field::Publisher, &query.publishers), (Field::Author, &query.authors)] {
            terms.extend(all.iter().filter(|_| own == *field).map(|t| (leaf(&t.value), t.excluded)));
        }
        let fields = query.fields.iter().filter(|t| t.field == *field);
        terms.extend(fields.map(|t| (leaf(&t.value), t.excluded)));
        group(terms)
    });
    let in_range = query.ranges.iter().any(|days| is(&Leaf::During(*days)));
    let time = match (query.ranges.is_empty(), query.undated) {
        (true, false) => true,
        (_, true) => in_range || is(&Leaf::Undated),
        (false, false) => in_range,
    };
    let published = query.published.is_empty() || query.published.iter().any(|d| is(&Leaf::Published(*d)));
    query.clauses.iter().all(|clause| is_true(corpus, clause, row, query.scope))
        && groups
        && (time || matches!(dates, Dates::Published | Dates::None))
        && (published || matches!(dates, Dates::Events | Dates::None))
}

fn matched(corpus: &Corpus, query: &Query, unit: Unit) -> Vec<u32> {
    let all = rows(corpus, unit);
    (0..all.len() as u32).filter(|i| matches(corpus, query, &all[*i as usize], Dates::All)).collect()
}

/// `query` with the wanted values of the group replaced by `value` alone.
fn alone(corpus: &Corpus, query: &Query, group: Field, value: &str) -> Query {
    let mut alone = query.clone();
    let drop = |terms: &mut Vec<ValueTerm>, field: fn(&Article) -> Option<&str>| {
        let everywhere: Vec<_> = corpus.articles().iter().map(field).collect();
        terms.retain(|t| t.excluded && !is_meant(Some(value), &everywhere, &t.value));
        terms.push(ValueTerm { value: value.to_owned(), excluded: false });
    };
    if let Some(kind) = group.kind() {
        let entity = corpus.entity_named(kind, value);
        let means = |t: &NameTerm| corpus.entity_named(t.kind, &t.name).iter().any(|e| entity.contains(e));
        alone.names.retain(|t| t.kind != kind || t.excluded && !means(t));
        alone.names.push(NameTerm { kind, name: value.to_owned(), excluded: false });
        return alone;
    }
    match group {
        Field::Publisher => drop(&mut alone.publishers, publisher),
        Field::Author => drop(&mut alone.authors, author),
        _ => {
            let origins: Vec<_> = corpus.articles().iter().flat_map(origins).collect();
            let means = |asked: &str| match group {
                Field::Origin => is_meant(Some(value), &origins, asked),
                _ => asked == value,
            };
            alone.fields.retain(|t| t.field != group || t.excluded && !means(&t.value));
            alone.fields.push(FieldTerm { field: group, value: value.to_owned(), excluded: false });
        }
    }
    alone
}

fn mark(corpus: &Corpus, query: &Query, unit: Unit, mark: &Mark) -> (bool, bool) {
    let all = rows(corpus, unit);
    let own = all.iter().filter(|row| {
        let dated_by = mark.event.is_none_or(|event| row.dating.iter().any(|(e, _)| *e == event));
        row.article == mark.article && dated_by
    });
    let found: Vec<(bool, bool)> = own
        .map(|row| (matches(corpus, query, row, Dates::All), matches(corpus, query, row, Dates::Published)))
        .collect();
    (found.iter().any(|m| m.0), found.iter().any(|m| m.1))
}

pub(super) mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::interval;
    use super::super::query::{Days, Pattern};
    use super::*;
    use crate::corpus::sample::{FIRST, NAMES, VALUES, WORDS, corpora};
    use crate::explore::{explore, open};

    fn day() -> impl Strategy<Value = Option<jiff::civil::Date>> {
        proptest::option::of(0i64..8).prop_map(|d| {
            crate::civil::datetime(FIRST + d? * crate::civil::DAY).map(jiff::civil::DateTime::date)
        })
    }

    pub(in crate::explore) fn days() -> impl Strategy<Value = Days> {
        (day(), day()).prop_map(|(from, to)| Days { from, to }).prop_filter("open", |days| !days.is_open())
    }

    fn word() -> impl Strategy<Value = String> {
        (0..WORDS.len() + NAMES.len())
            .prop_map(|i| WORDS.get(i).copied().unwrap_or_else(|| NAMES[i - WORDS.len()].1).to_owned())
    }

    fn text() -> impl Strategy<Value = String> {
        vec(word(), 1..4).prop_map(|words| words.join(" "))
    }

    fn pattern() -> impl Strategy<Value = Pattern> {
        let beginning = (word(), 1usize..4).prop_map(|(word, length)| {
            let text = word.chars().take(length).collect::<String>();
            Pattern { prefix: true, ..Pattern::word(&text) }
        });
        prop_oneof![
            3 => word().prop_map(|word| Pattern::word(&word)),
            1 => beginning,
            2 => (text(), 0u8..4).prop_map(|(text, slop)| Pattern { slop, ..Pattern::phrase(&text) }),
            1 => text().prop_map(|text| Pattern { prefix: true, ..Pattern::phrase(&text) }),
        ]
    }

    /// Fields with values that some row of the made corpora has, and some that none has.
    fn value() -> impl Strategy<Value = (Field, String)> {
        let one_of = |field: Field, values: &'static [&'static str]| {
            proptest::sample::select(values).prop_map(move |value| (field, value.to_owned()))
        };
        let names =
            [Field::Person, Field::Place, Field::Organization, Field::Other, Field::About, Field::Speaker];
        prop_oneof![
            4 => (proptest::sample::select(names.to_vec()), 0..NAMES.len()).prop_map(|(f, i)| (f, NAMES[i].1.to_owned())),
            1 => text().prop_map(|text| (Field::Speaker, text)),
            1 => one_of(Field::Publisher, VALUES),
            1 => one_of(Field::Author, &["Wire", "news", "Red Cross"]),
            1 => one_of(Field::Origin, &["Oslo", "kyiv", "cross", "Wire"]),
            1 => one_of(Field::Language, &["en", "fr", "none"]),
            1 => one_of(Field::Status, &["said", "happened", "claimed", "withheld", "denied"]),
            1 => one_of(Field::Voice, &["one", "several", "unnamed"]),
            1 => one_of(Field::Dated, &["day", "range", "none", "set"]),
            1 => one_of(Field::Incomplete, &["yes", "no"]),
        ]
    }

    fn leaf() -> impl Strategy<Value = Clause> {
        prop_oneof![
            4 => pattern().prop_map(Leaf::Text),
            1 => pattern().prop_map(Leaf::Title),
            1 => text().prop_map(Leaf::Quotation),
            4 => value().prop_map(|(field, value)| Leaf::Value(field, value)),
            1 => days().prop_map(Leaf::During),
            1 => days().prop_map(Leaf::Published),
            1 => Just(Leaf::Undated),
        ]
        .prop_map(Clause::from)
    }

    fn clause() -> impl Strategy<Value = Clause> {
        leaf().prop_recursive(3, 6, 3, |inner| {
            prop_oneof![
                inner.clone().prop_map(Clause::negated),
                vec(inner.clone(), 1..3).prop_map(|all| Clause::and(all).unwrap()),
                vec(inner, 1..4).prop_map(|all| Clause::or(all).unwrap()),
            ]
        })
    }

    prop_compose! {
        pub(in crate::explore) fn queries()(
            clauses in prop_oneof![3 => vec(leaf(), 0..2), 2 => vec(clause(), 0..3)],
            values in prop_oneof![3 => vec((value(), 0u8..3), 0..3), 1 => vec((value(), 0u8..3), 3..6)],
            ranges in prop_oneof![2 => Just(Vec::new()), 1 => vec(days(), 1..3)],
            published in prop_oneof![3 => Just(Vec::new()), 1 => vec(days(), 1..3)],
            undated in 0u8..4, article in any::<bool>(),
        ) -> Query {
            let mut query = Query {
                clauses, ranges, published,
                undated: undated == 0,
                scope: if article { Scope::Article } else { Scope::Passage },
                ..Query::default()
            };
            for ((field, value), excluded) in values {
                let excluded = excluded == 0;
                match (field, field.kind()) {
                    (_, Some(kind)) => query.names.push(NameTerm { kind, name: value, excluded }),
                    (Field::Publisher, _) => query.publishers.push(ValueTerm { value, excluded }),
                    (Field::Author, _) => query.authors.push(ValueTerm { value, excluded }),
                    (field, _) => query.fields.push(FieldTerm { field, value, excluded }),
                }
            }
            query
        }
    }

    /// 400 questions as a rule; `PROPTEST_CASES` asks for as many as it says.
    pub(in crate::explore) fn config() -> ProptestConfig {
        let asked = std::env::var_os("PROPTEST_CASES").is_some();
        if asked { ProptestConfig::default() } else { ProptestConfig::with_cases(400) }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn everything_explore_finds_is_what_reading_again_finds(corpus in corpora(), query in queries(), unit in 0usize..Unit::COUNT) {
            let unit = Unit::ALL[unit];
            let (pack, index) = open(&corpus).unwrap();
            let found = explore(&pack, &index, &query, unit);
            let all = rows(&corpus, unit);
            for (slot, unit) in Unit::ALL.into_iter().enumerate() {
                prop_assert_eq!(found.counts[slot] as usize, matched(&corpus, &query, unit).len(), "{:?}", unit);
            }
            let own = matched(&corpus, &query, unit);
            prop_assert_eq!(&found.matched.rows(), &own);
            prop_assert_eq!(found.total as usize, all.len());
            let articles: BTreeSet<u32> = own.iter().map(|r| all[*r as usize].article).collect();
            prop_assert_eq!(found.articles as usize, articles.len());

            let mut undated = BTreeMap::new();
            for why in own.iter().filter_map(|r| is_undated(&corpus, &all[*r as usize])) {
                *undated.entry(why).or_insert(0) += 1;
            }
            prop_assert_eq!(&found.undated, &undated.into_iter().collect::<Vec<_>>());

            let all_articles = rows(&corpus, Unit::Articles);
            let left_out = all_articles.iter().filter(|row| {
                is_undated(&corpus, row).is_some()
                    && matches(&corpus, &query, row, Dates::None) && !matches(&corpus, &query, row, Dates::All)
                    && (query.has_range() || !query.published.is_empty())
            }).count();
            prop_assert_eq!(found.undated_left_out as usize, left_out);
            let unsure = all_articles.iter().filter(|row| {
                let when = corpus.articles()[row.article as usize].document.published.when;
                let may_be = |days: &Days| {
                    let asked = interval(days.from, days.to);
                    asked.from < asked.to && when.is_some_and(|when| when.interval.overlaps(asked))
                };
                query.published.iter().any(may_be)
                    && matches(&corpus, &query, row, Dates::Events) && !matches(&corpus, &query, row, Dates::All)
            }).count();
            prop_assert_eq!(found.unsure_left_out as usize, unsure);

            for facet in &found.facets {
                for value in &facet.values {
                    let alone_in = |q: &Query| alone(&corpus, q, facet.group, &value.name);
                    let count = matched(&corpus, &alone_in(&query), unit).len();
                    let anything = Query { scope: query.scope, ..Query::default() };
                    let total = matched(&corpus, &alone_in(&anything), unit).len();
                    prop_assert_eq!((value.count as usize, value.total as usize), (count, total), "{:?} {:?}", facet.group, value);
                }
            }

            for facet in &found.facets {
                let articles = || all.iter().map(|row| &corpus.articles()[row.article as usize]);
                let distinct = |values: Vec<String>| values.iter().map(|value| fold::fold(value)).collect::<BTreeSet<_>>().len();
                let has = |value: &&str| {
                    let leaf = Leaf::Value(facet.group, (*value).to_owned());
                    all.iter().any(|row| holds(&corpus, &leaf, row, query.scope))
                };
                let named = |kind| {
                    let own = all.iter().flat_map(|row| entities(&corpus, row, query.scope));
                    own.filter(|e| corpus.entities()[*e as usize].kind == kind).collect::<BTreeSet<_>>().len()
                };
                let language = |article: &Article| article.document.language.as_ref().map_or("none".to_owned(), |l| l.value.clone());
                let held = match facet.group {
                    Field::Publisher => distinct(articles().filter_map(publisher).map(str::to_owned).collect()),
                    Field::Author => distinct(articles().filter_map(author).map(str::to_owned).collect()),
                    Field::Origin => distinct(articles().flat_map(origins).flatten().map(str::to_owned).collect()),
                    Field::Language => distinct(articles().map(language).collect()),
                    group => group.kind().map_or_else(|| group.fixed().iter().filter(|value| has(value)).count(), named),
                };
                prop_assert_eq!(facet.values.iter().filter(|v| v.total > 0).count(), held);
            }

            for m in &found.marks {
                prop_assert_eq!((m.matched, m.matched_undated), mark(&corpus, &query, unit, m), "{:?}", m);
            }

            if own.len() <= 3 {
                let parts = query.parts();
                prop_assert_eq!(found.relaxations.len(), parts.len());
                prop_assert!(found.relaxations.windows(2).all(|w| w[0].count >= w[1].count));
                for part in &parts {
                    let relaxed = query.without(part);
                    let count = matched(&corpus, &relaxed, unit).len() as u32;
                    prop_assert!(found.relaxations.iter().any(|r| r.without == part.to_string() && r.query == relaxed && r.count == count));
                }
            } else {
                prop_assert!(found.relaxations.is_empty());
            }
        }
    }
}
