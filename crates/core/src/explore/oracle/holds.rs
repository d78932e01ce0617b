//! Whether one row holds what one term of a query asks, by reading it again.
//!
//! **Invariant:** the words of a pattern are looked for in one passage at a time: a sentence, what lies between two, or
//! the headline; `near` and `common` are the textbook's, not those of the language.
//! Start at [`holds`].

use std::collections::BTreeSet;

use super::super::query::{Days, Field, Leaf, Pattern, Scope};
use super::super::{Unit, interval};
use super::rows::{Row, is_undated, rows, times};
use crate::annotate::{CreditKind, NameKind, Voice, VoiceClass};
use crate::corpus::{Article, Corpus};
use crate::fold;
use crate::read::Dated;
use crate::span::Span;

pub(super) fn holds(corpus: &Corpus, leaf: &Leaf, row: &Row, scope: Scope) -> bool {
    let article = &corpus.articles()[row.article as usize];
    match leaf {
        Leaf::Text(pattern) => has_text(corpus, article, row, scope, pattern),
        Leaf::Title(pattern) => {
            article.document.title.as_ref().is_some_and(|title| is_in(pattern, &words(&title.value)))
        }
        Leaf::Quotation(asked) => has_quotation(corpus, article, row, scope, asked),
        Leaf::Value(field, value) => has_value(corpus, article, row, scope, *field, value),
        Leaf::During(days) => {
            let asked = interval(days.from, days.to);
            asked.from < asked.to && times(corpus, row).iter().any(|t| t.overlaps(asked))
        }
        Leaf::Published(days) => published_in(article, *days),
        Leaf::Undated => is_undated(corpus, row).is_some(),
    }
}

/// Whether every day on which it may have been published is in `days`.
fn published_in(article: &Article, days: Days) -> bool {
    let ends =
        article.document.published.when.and_then(|w| Some((w.interval.first_day()?, w.interval.last_day()?)));
    ends.is_some_and(|(first, last)| {
        days.from.is_none_or(|from| from <= first) && days.to.is_none_or(|to| last <= to)
    })
}

fn words(text: &str) -> Vec<String> {
    fold::words(text).map(|(_, w)| w.strip_suffix("'s").unwrap_or(&w).to_owned()).collect()
}

/// The sentences of a text, its headline, and what lies between them.
fn cut(article: &Article, span: Span) -> Vec<String> {
    let text = &article.document.text;
    let mut found = vec![String::new()];
    let headline = article.document.title.as_ref().and_then(|title| title.span);
    for (at, c) in text.char_indices().filter(|(at, _)| (span.start..span.end).contains(&(*at as u32))) {
        let edge = |span: Span| span.start as usize == at || span.end as usize == at;
        if article.document.sentences.iter().any(|s| edge(s.span)) || headline.is_some_and(edge) {
            found.push(String::new());
        }
        found.last_mut().unwrap().push(c);
    }
    found
}

fn is_in(pattern: &Pattern, passage: &[String]) -> bool {
    let asked = words(&pattern.text);
    let last = asked.len() - 1;
    if pattern.slop > 0 {
        return near(&asked, passage, pattern.slop.into());
    }
    let forms = asked.len() == 1 && !pattern.quoted && !pattern.prefix;
    if forms && passage.iter().any(|own| crate::terms::stem(own) == crate::terms::stem(&asked[0])) {
        return true;
    }
    passage.windows(asked.len()).any(|w| {
        (0..asked.len())
            .all(|i| w[i] == asked[i] || pattern.prefix && i == last && w[i].starts_with(&asked[i]))
    })
}

/// Whether a stretch of as many words and `slop` more holds them all.
fn near(asked: &[String], passage: &[String], slop: usize) -> bool {
    let long = (asked.len() + slop).min(passage.len());
    long >= asked.len()
        && passage.windows(long).any(|stretch| {
            let mut left = stretch.to_vec();
            asked
                .iter()
                .all(|word| left.iter().position(|own| own == word).map(|at| left.swap_remove(at)).is_some())
        })
}

fn has_text(corpus: &Corpus, article: &Article, row: &Row, scope: Scope, pattern: &Pattern) -> bool {
    let wide = row.published || scope == Scope::Article;
    let whole = Span::new(0, article.document.text.len());
    let spans = if wide { vec![whole] } else { row.passages.clone() };
    let mut texts: Vec<String> = spans.iter().flat_map(|span| cut(article, *span)).collect();
    texts.extend(article.document.title.iter().filter(|_| wide).map(|title| title.value.clone()));
    let spelled = |e: &u32| {
        let entity = &corpus.entities()[*e as usize];
        let forms = entity.forms.iter().map(|form| &corpus.forms()[*form as usize].spelling);
        let mut all = forms.chain([&entity.name]);
        all.any(|own| fold::fold(own) == fold::fold(&pattern.text))
    };
    let named = || {
        let mentions = (0..).zip(&article.annotations.mentions);
        let here = mentions.filter(|(_, m)| spans.iter().any(|s| s.contains(m.span)));
        here.filter_map(|(i, _)| corpus.entity_of(row.article, i)).any(|e| spelled(&e))
    };
    texts.iter().any(|text| is_in(pattern, &words(text))) || !pattern.quoted && !pattern.prefix && named()
}

/// The longest common subsequence, by the textbook.
fn common(a: &[String], b: &[String]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            table[i + 1][j + 1] = if x == y { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
        }
    }
    table[a.len()][b.len()]
}

fn has_quotation(corpus: &Corpus, article: &Article, row: &Row, scope: Scope, asked: &str) -> bool {
    let asked: Vec<String> = words(asked).into_iter().take(64).collect();
    let alike = |span: &Span| 4 * common(&asked, &words(span.of(&article.document.text))) >= 3 * asked.len();
    if let Some(own) = row.quoted.filter(|_| scope == Scope::Passage) {
        return alike(&own);
    }
    let all = rows(corpus, Unit::Quotations);
    let mut all = all.iter().filter(|other| other.article == row.article).filter_map(|other| other.quoted);
    all.any(|span| {
        let here = row.published || scope == Scope::Article || row.passages.iter().any(|p| p.overlaps(span));
        here && alike(&span)
    })
}

pub(super) fn entities(corpus: &Corpus, row: &Row, scope: Scope) -> BTreeSet<u32> {
    let mentions = corpus.articles()[row.article as usize].annotations.mentions.iter().enumerate();
    let here = mentions.filter(|(i, m)| {
        let inside = row.passages.iter().any(|p| p.contains(m.span));
        inside || scope == Scope::Article || row.taking_part.contains(&(*i as u32))
    });
    here.filter_map(|(i, _)| corpus.entity_of(row.article, i as u32)).collect()
}

/// Whether `own`, one of the values found `everywhere`, is meant by `asked`.
pub(super) fn is_meant(own: Option<&str>, everywhere: &[Option<&str>], asked: &str) -> bool {
    let same = |value: &str| fold::fold(value) == fold::fold(asked);
    let Some(own) = own else { return false };
    if everywhere.iter().flatten().any(|value| same(value)) {
        return same(own);
    }
    let all = |s: &str| fold::words(s).map(|(_, w)| w.into_owned()).collect::<BTreeSet<_>>();
    !all(asked).is_empty() && all(asked).is_subset(&all(own))
}

pub(super) fn publisher(article: &Article) -> Option<&str> {
    article.document.publisher.as_ref().map(|f| f.value.as_str())
}

pub(super) fn author(article: &Article) -> Option<&str> {
    article.document.author.as_ref().map(|f| f.value.as_str())
}

pub(super) fn origins(article: &Article) -> Vec<Option<&str>> {
    let credits = article.annotations.credits.iter().filter(|c| c.kind != CreditKind::Picture);
    credits.map(|c| Some(c.origin.of(&article.document.text))).collect()
}

fn has_value(corpus: &Corpus, article: &Article, row: &Row, scope: Scope, field: Field, value: &str) -> bool {
    let named = |kinds: &[NameKind]| {
        let own = entities(corpus, row, scope);
        kinds.iter().any(|kind| corpus.entity_named(*kind, value).iter().any(|e| own.contains(e)))
    };
    let of_article = |field: fn(&Article) -> Option<&str>| {
        let everywhere: Vec<_> = corpus.articles().iter().map(field).collect();
        is_meant(field(article), &everywhere, value)
    };
    match field {
        Field::Person => named(&[NameKind::Person]),
        Field::Place => named(&[NameKind::Place]),
        Field::Organization => named(&[NameKind::Organization]),
        Field::Other => named(&[NameKind::Other]),
        Field::About => named(&NameKind::ALL),
        Field::Publisher => of_article(publisher),
        Field::Author => of_article(author),
        Field::Origin => {
            let everywhere: Vec<_> = corpus.articles().iter().flat_map(origins).collect();
            origins(article).into_iter().any(|own| is_meant(own, &everywhere, value))
        }
        Field::Language => article.document.language.as_ref().map_or("none", |l| &l.value) == value,
        Field::Incomplete => article.document.incomplete.is_some() == (value == "yes"),
        Field::Dated => {
            let when = article.document.published.when;
            let long = when.map(|w| w.interval.last_day() != w.interval.first_day());
            let whole = long.map_or("none", |long| if long { "range" } else { "day" });
            let set = article.document.published.dated == Dated::Decided;
            value == whole || value == "set" && set
        }
        Field::Speaker if scope == Scope::Article => {
            any_row(corpus, row.article, |r| speaks(corpus, article, r, value))
        }
        Field::Speaker => of_row(corpus, row, |r| speaks(corpus, article, r, value)),
        Field::Status => of_row(corpus, row, |r| r.statuses.iter().any(|s| s.name() == value)),
        Field::Voice => of_row(corpus, row, |r| voices(corpus, r) == Some(value)),
    }
}

/// Whether `holds` is true of the row, or, for an article, of one of its rows.
fn of_row(corpus: &Corpus, row: &Row, holds: impl Fn(&Row) -> bool) -> bool {
    if row.published { any_row(corpus, row.article, holds) } else { holds(row) }
}

fn any_row(corpus: &Corpus, article: u32, holds: impl Fn(&Row) -> bool) -> bool {
    let units = [Unit::Events, Unit::Quotations, Unit::Figures];
    units.into_iter().flat_map(|unit| rows(corpus, unit)).any(|row| row.article == article && holds(&row))
}

fn speaks(corpus: &Corpus, article: &Article, row: &Row, value: &str) -> bool {
    row.heard.iter().any(|voice| {
        let entity = voice.mention.and_then(|m| corpus.entity_of(row.article, m));
        let named = |kind: &NameKind| corpus.entity_named(*kind, value).iter().any(|e| Some(*e) == entity);
        let described = voice.span.map(|span| words(span.of(&article.document.text))).unwrap_or_default();
        NameKind::ALL.iter().any(named) || is_in(&Pattern::phrase(value), &described)
    })
}

fn voices(corpus: &Corpus, row: &Row) -> Option<&'static str> {
    let reports = rows(corpus, Unit::Events);
    let same = row.report.and_then(|at| corpus.cluster_of(at));
    let others = same.iter().flat_map(|cluster| &cluster.reports).map(|at| &reports[*at as usize]);
    let mut heard: BTreeSet<String> = BTreeSet::new();
    for row in others.chain([row]) {
        heard.extend(row.heard.iter().map(|voice| teller(corpus, row.article, voice)));
    }
    let unnamed = heard.contains("unnamed");
    match heard.len() {
        0 => None,
        1 if unnamed => Some("unnamed"),
        1 => Some("one"),
        _ => Some("several"),
    }
}

fn teller(corpus: &Corpus, at: u32, voice: &Voice) -> String {
    let document = &corpus.articles()[at as usize].document;
    match (voice.class, voice.mention.and_then(|m| corpus.entity_of(at, m))) {
        (VoiceClass::Unnamed, _) => "unnamed".to_owned(),
        (VoiceClass::Outlet, _) => {
            format!("outlet {}", fold::fold(document.publisher.as_ref().map_or(&document.file, |p| &p.value)))
        }
        (_, Some(entity)) => format!("entity {entity}"),
        (_, None) => format!("described {}", fold::fold(voice.span.map_or("", |s| s.of(&document.text)))),
    }
}
