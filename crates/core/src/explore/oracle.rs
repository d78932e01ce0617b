//! A slow oracle for `explore`: reads texts and mentions again for every row and every question.
//!
//! **Invariant:** it shares no code with the index, only the corpus, the query and the folding of words.
//! Start at [`everything_explore_finds_is_what_reading_again_finds`](tests).

use std::collections::{BTreeMap, BTreeSet};

use super::query::{NameTerm, Scope, TextTerm, ValueTerm};
use super::{Group, Mark, Query, Unit, interval};
use crate::annotate::{Event, Figure, Quotation, Speech, Status, Undated};
use crate::civil::{Interval, When};
use crate::corpus::{Article, Corpus};
use crate::fold;
use crate::read::BlockKind;
use crate::span::Span;

struct Row<'a> {
    article: u32,
    passages: Vec<Span>,
    taking_part: Vec<u32>,
    /// The events that date it, with their indices.
    dating: Vec<(u32, &'a Event)>,
    /// The time that the text itself gives for it, which goes before that of the events.
    spoken: Option<When>,
    published: bool,
}

fn rows(corpus: &Corpus, unit: Unit) -> Vec<Row<'_>> {
    let articles = || corpus.articles().iter().enumerate();
    match unit {
        Unit::Events => corpus.reports().iter().map(|report| report_row(corpus, report)).collect(),
        Unit::Articles => articles()
            .map(|(a, article)| Row {
                article: a as u32,
                passages: vec![Span::new(0, article.document.text.len())],
                taking_part: Vec::new(),
                dating: article.annotations.events.iter().enumerate().map(|(i, e)| (i as u32, e)).collect(),
                spoken: None,
                published: true,
            })
            .collect(),
        Unit::Quotations => articles().flat_map(|(a, article)| quotation_rows(a as u32, article)).collect(),
        Unit::Figures => articles().flat_map(|(a, article)| figure_rows(a as u32, article)).collect(),
    }
}

fn report_row<'a>(corpus: &'a Corpus, report: &crate::corpus::Report) -> Row<'a> {
    let all = &corpus.articles()[report.document as usize].annotations.events;
    let events: Vec<(u32, &Event)> = report.events.iter().map(|&e| (e, &all[e as usize])).collect();
    Row {
        article: report.document,
        passages: events.iter().map(|(_, e)| e.span).collect(),
        taking_part: events
            .iter()
            .flat_map(|(_, e)| e.participants.iter().copied().chain(e.voice.mention))
            .collect(),
        dating: events,
        spoken: None,
        published: false,
    }
}

fn quotation_rows(a: u32, article: &Article) -> Vec<Row<'_>> {
    let all = &article.annotations.quotations;
    let first = |at: usize| match all[at].repeats.map(|r| r as usize) {
        Some(first) if all.get(first).is_some_and(|q| q.repeats.is_none()) => first,
        _ => at,
    };
    let given = |at: &usize| matches!(all[*at].speech, Speech::Direct | Speech::Withheld);
    let titles = article.document.blocks.iter().filter(|b| b.kind == BlockKind::Title);
    let titles: Vec<Span> = titles.map(|b| b.span).collect();
    let on_top = |at: usize| titles.iter().any(|t| t.contains(all[at].span));
    let shown = (0..all.len()).filter(given).filter(|at| {
        let mut same = (0..all.len()).filter(given).filter(|other| first(*other) == first(*at));
        let best = same.clone().find(|other| !on_top(*other)).or_else(|| same.next());
        best == Some(*at)
    });
    shown.map(|at| quotation_row(a, article, &all[at])).collect()
}

fn quotation_row<'a>(a: u32, article: &'a Article, quotation: &'a Quotation) -> Row<'a> {
    let sentence = article.document.sentences.iter().find(|s| s.span.contains(quotation.span)).unwrap();
    let here = article.annotations.events.iter().enumerate().filter(|(_, e)| e.span == sentence.span);
    let here: Vec<(u32, &Event)> = here.map(|(i, e)| (i as u32, e)).collect();
    let said: Vec<_> = here.iter().copied().filter(|(_, e)| e.status == Status::Said).collect();
    let speaker = quotation.speaker.iter().filter_map(|s| s.mention);
    Row {
        article: a,
        passages: vec![sentence.span],
        taking_part: speaker.chain(quotation.addressee.and_then(|v| v.mention)).collect(),
        dating: if said.is_empty() { here } else { said },
        spoken: quotation.spoken.and_then(|t| article.annotations.times[t as usize].when),
        published: false,
    }
}

fn figure_rows(a: u32, article: &Article) -> Vec<Row<'_>> {
    let row = |figure: &Figure| {
        let sentence = article.document.sentences.iter().find(|s| s.span.contains(figure.span)).unwrap();
        let event = figure.event.map(|e| (e, &article.annotations.events[e as usize]));
        Row {
            article: a,
            passages: vec![sentence.span],
            taking_part: figure.voice.mention.into_iter().collect(),
            dating: event.into_iter().collect(),
            spoken: None,
            published: false,
        }
    };
    article.annotations.figures.iter().map(row).collect()
}

fn times(corpus: &Corpus, row: &Row) -> Vec<Interval> {
    if let Some(spoken) = row.spoken {
        return vec![spoken.reach()];
    }
    let published = corpus.articles()[row.article as usize].document.published.when.filter(|_| row.published);
    published.into_iter().chain(row.dating.iter().filter_map(|(_, e)| e.when)).map(|w| w.reach()).collect()
}

fn is_undated(corpus: &Corpus, row: &Row) -> Option<Undated> {
    if row.published {
        let known = corpus.articles()[row.article as usize].document.published.when.is_some();
        return (!known).then_some(Undated::NoArticleDate);
    }
    let why = row.dating.first().and_then(|(_, e)| e.undated).unwrap_or(Undated::NoTimeGiven);
    times(corpus, row).is_empty().then_some(why)
}

fn words(text: &str) -> Vec<String> {
    fold::words(text).map(|(_, w)| w.strip_suffix("'s").unwrap_or(&w).to_owned()).collect()
}

fn has_text(article: &Article, row: &Row, scope: Scope, term: &TextTerm) -> bool {
    let asked = words(&term.text);
    let whole = row.published || scope == Scope::Article;
    let mut texts: Vec<&str> = row.passages.iter().map(|span| span.of(&article.document.text)).collect();
    if whole {
        texts = vec![&article.document.text];
        texts.extend(article.document.title.as_ref().map(|t| t.value.as_str()));
    }
    texts.iter().any(|text| words(text).windows(asked.len()).any(|w| w == asked))
}

fn entities(corpus: &Corpus, row: &Row, scope: Scope) -> BTreeSet<u32> {
    let mentions = corpus.articles()[row.article as usize].annotations.mentions.iter().enumerate();
    let here = mentions.filter(|(i, m)| {
        let inside = row.passages.iter().any(|p| p.contains(m.span));
        inside || scope == Scope::Article || row.taking_part.contains(&(*i as u32))
    });
    here.filter_map(|(i, _)| corpus.entity_of(row.article, i as u32)).collect()
}

fn has_value(own: Option<&str>, everywhere: &[Option<&str>], asked: &str) -> bool {
    let same = |value: &str| fold::fold(value) == fold::fold(asked);
    let Some(own) = own else { return false };
    if everywhere.iter().flatten().any(|value| same(value)) {
        return same(own);
    }
    let all = |s: &str| fold::words(s).map(|(_, w)| w.into_owned()).collect::<BTreeSet<_>>();
    !all(asked).is_empty() && all(asked).is_subset(&all(own))
}

fn publisher(article: &Article) -> Option<&str> {
    article.document.publisher.as_ref().map(|f| f.value.as_str())
}

fn author(article: &Article) -> Option<&str> {
    article.document.author.as_ref().map(|f| f.value.as_str())
}

fn matches(corpus: &Corpus, query: &Query, row: &Row, timed: bool) -> bool {
    let article = &corpus.articles()[row.article as usize];
    let text = query.text.iter().all(|t| has_text(article, row, query.scope, t) != t.excluded);
    let own = entities(corpus, row, query.scope);
    let has_name = |t: &NameTerm| corpus.entity_named(t.kind, &t.name).iter().any(|e| own.contains(e));
    let names = query.names.iter().filter(|t| t.excluded).all(|t| !has_name(t))
        && crate::annotate::NameKind::ALL.iter().all(|kind| {
            let mut wanted = query.names.iter().filter(|t| !t.excluded && t.kind == *kind).peekable();
            wanted.peek().is_none() || wanted.any(has_name)
        });
    let values = |terms: &[ValueTerm], field: fn(&Article) -> Option<&str>| {
        let everywhere: Vec<_> = corpus.articles().iter().map(field).collect();
        let has = |t: &&ValueTerm| has_value(field(article), &everywhere, &t.value);
        let mut wanted = terms.iter().filter(|t| !t.excluded).peekable();
        (wanted.peek().is_none() || wanted.any(|t| has(&t)))
            && !terms.iter().filter(|t| t.excluded).any(|t| has(&t))
    };
    let asked = interval(query.from, query.to);
    let ranged = query.from.is_some() || query.to.is_some();
    let in_range = asked.from < asked.to && times(corpus, row).iter().any(|t| t.overlaps(asked));
    let undated = is_undated(corpus, row).is_some();
    let time = match (ranged, query.undated) {
        (false, false) => true,
        (false, true) => undated,
        (true, false) => in_range,
        (true, true) => in_range || undated,
    };
    text && names
        && values(&query.publishers, publisher)
        && values(&query.authors, author)
        && (time || !timed)
}

fn matched(corpus: &Corpus, query: &Query, unit: Unit) -> Vec<u32> {
    let all = rows(corpus, unit);
    (0..all.len() as u32).filter(|i| matches(corpus, query, &all[*i as usize], true)).collect()
}

/// `query` with the wanted values of the group replaced by `value` alone.
fn alone(corpus: &Corpus, query: &Query, group: Group, value: &str) -> Query {
    let mut alone = query.clone();
    let drop = |terms: &mut Vec<ValueTerm>, field: fn(&Article) -> Option<&str>| {
        let everywhere: Vec<_> = corpus.articles().iter().map(field).collect();
        terms.retain(|t| t.excluded && !has_value(Some(value), &everywhere, &t.value));
        terms.push(ValueTerm { value: value.to_owned(), excluded: false });
    };
    match group {
        Group::Names(kind) => {
            let entity = corpus.entity_named(kind, value);
            let means =
                |t: &NameTerm| corpus.entity_named(t.kind, &t.name).iter().any(|e| entity.contains(e));
            alone.names.retain(|t| t.kind != kind || t.excluded && !means(t));
            alone.names.push(NameTerm { kind, name: value.to_owned(), excluded: false });
        }
        Group::Publisher => drop(&mut alone.publishers, publisher),
        Group::Author => drop(&mut alone.authors, author),
    }
    alone
}

fn mark(corpus: &Corpus, query: &Query, unit: Unit, mark: &Mark) -> (bool, bool) {
    let all = rows(corpus, unit);
    let own = all.iter().filter(|row| {
        let dated_by = mark.event.is_none_or(|event| row.dating.iter().any(|(e, _)| *e == event));
        row.article == mark.article && dated_by
    });
    let found: Vec<(bool, bool)> =
        own.map(|row| (matches(corpus, query, row, true), matches(corpus, query, row, false))).collect();
    (found.iter().any(|m| m.0), found.iter().any(|m| m.1))
}

mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::sample::{FIRST, NAMES, VALUES, WORDS, corpora};
    use crate::explore::{explore, open};

    fn day() -> impl Strategy<Value = Option<jiff::civil::Date>> {
        proptest::option::of(0i64..8).prop_map(|d| {
            crate::civil::datetime(FIRST + d? * crate::civil::DAY).map(jiff::civil::DateTime::date)
        })
    }

    prop_compose! {
        fn queries()(
            text in vec((0..WORDS.len() + NAMES.len(), any::<bool>(), 0u8..4), 0..2),
            pair in proptest::option::of((0..WORDS.len(), 0..WORDS.len())),
            names in vec((0..NAMES.len(), 0u8..3), 0..3),
            publishers in vec((0usize..6, 0u8..3), 0..2),
            authors in vec((0usize..6, 0u8..3), 0..2),
            from in day(), to in day(), dated in any::<bool>(), undated in 0u8..4, article in any::<bool>(),
        ) -> Query {
            let word = |i: usize| WORDS.get(i).copied().unwrap_or_else(|| NAMES[i - WORDS.len()].1).to_owned();
            let value = |(i, excluded): (usize, u8)| ValueTerm {
                value: VALUES.get(i).copied().unwrap_or("news").to_owned(),
                excluded: excluded == 0,
            };
            let mut text: Vec<TextTerm> = text
                .into_iter()
                .map(|(i, phrase, excluded)| TextTerm { text: word(i), phrase, excluded: excluded == 0 })
                .collect();
            if let Some((a, b)) = pair.filter(|(a, b)| (a + b) % 3 == 0) {
                text.push(TextTerm { text: format!("{} {}", WORDS[a], WORDS[b]), phrase: true, excluded: false });
            }
            Query {
                text,
                names: names.into_iter().map(|(i, excluded)| NameTerm {
                    kind: NAMES[i].0,
                    name: NAMES[i].1.to_owned(),
                    excluded: excluded == 0,
                }).collect(),
                publishers: publishers.into_iter().map(value).collect(),
                authors: authors.into_iter().map(value).collect(),
                from: from.filter(|_| dated),
                to: to.filter(|_| dated),
                undated: undated == 0,
                scope: if article { Scope::Article } else { Scope::Passage },
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

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

            let left_out = rows(&corpus, Unit::Articles).iter().filter(|row| {
                query.has_range() && is_undated(&corpus, row).is_some()
                    && matches(&corpus, &query, row, false) && !matches(&corpus, &query, row, true)
            }).count();
            prop_assert_eq!(found.undated_left_out as usize, left_out);

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
                let held = match facet.group {
                    Group::Names(kind) => {
                        let own = all.iter().flat_map(|row| entities(&corpus, row, query.scope));
                        own.filter(|e| corpus.entities()[*e as usize].kind == kind).collect::<BTreeSet<_>>().len()
                    }
                    Group::Publisher | Group::Author => {
                        let field = if facet.group == Group::Author { author } else { publisher };
                        let own = all.iter().filter_map(|row| field(&corpus.articles()[row.article as usize]));
                        own.map(fold::fold).collect::<BTreeSet<_>>().len()
                    }
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
