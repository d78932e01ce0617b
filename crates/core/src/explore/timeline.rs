//! The marks of the timeline: everything with a place in time, and whether it matches.
//!
//! **Invariant:** a mark is an event with a time or an article's publication, never anything worked out here.
//! Start at [`marks`].

use super::index::{Dated, Index};
use super::set::Set;
use super::{Mark, Unit};
use crate::corpus::Corpus;

/// Every mark, where `matched` are the matching rows of `unit`, and `at_any_time` those of the query without a time.
pub(super) fn marks(
    corpus: &Corpus,
    index: &Index,
    unit: Unit,
    matched: &Set,
    at_any_time: &Set,
) -> Vec<Mark> {
    let rows = index.unit(unit);
    let any = |dated: &Dated, set: &Set| match (dated.event, unit) {
        (None, _) => set.count(rows.of_article(dated.article)) > 0,
        (Some(_), Unit::Articles) => set.has(dated.article),
        (Some(_), _) => dated.rows.iter().any(|(of, row)| *of == unit && set.has(*row)),
    };
    let mark = |dated: &Dated| Mark {
        article: dated.article,
        event: dated.event,
        when: dated.when,
        status: dated.event.and_then(|e| corpus.event(dated.article, e)).map(|e| e.status),
        matched: any(dated, matched),
        matched_undated: any(dated, at_any_time),
    };
    index.marks.iter().map(mark).collect()
}

/// Everything with a place in time: for each article its publication, then its events.
pub(super) fn dated(corpus: &Corpus, index: &Index) -> Vec<Dated> {
    let mut marks = Vec::new();
    for (article, content) in corpus.articles().iter().enumerate() {
        let article = article as u32;
        let mark = |event, when| Dated { article, event, when, rows: Vec::new() };
        marks.extend(content.document.published.when.map(|when| mark(None, when)));
        // For each event of the article the place of its mark.
        let mut places = Vec::new();
        for (event, content) in content.annotations.events.iter().enumerate() {
            places.push(content.when.map(|_| marks.len()));
            marks.extend(content.when.map(|when| mark(Some(event as u32), when)));
        }
        for unit in Unit::ALL.into_iter().filter(|unit| *unit != Unit::Articles) {
            let rows = index.unit(unit);
            for row in rows.of_article(article) {
                let events = rows.all.get(row as usize).map_or(&[][..], |row| row.events.as_slice());
                for event in events {
                    let place = places.get(*event as usize).copied().flatten();
                    if let Some(mark) = place.and_then(|place| marks.get_mut(place)) {
                        mark.rows.push((unit, row));
                    }
                }
            }
        }
    }
    marks
}
