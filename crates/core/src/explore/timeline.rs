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
    let mark = |dated: &Dated| {
        let [events, articles, quotations] = &dated.rows;
        let rows = match unit {
            Unit::Events => events,
            Unit::Articles => articles,
            Unit::Quotations => quotations,
        };
        Mark {
            article: dated.article,
            event: dated.event,
            when: dated.when,
            status: dated.event.and_then(|e| corpus.event(dated.article, e)).map(|e| e.status),
            matched: rows.iter().any(|row| matched.has(*row)),
            matched_undated: rows.iter().any(|row| at_any_time.has(*row)),
        }
    };
    index.marks.iter().map(mark).collect()
}

/// Everything with a place in time: for each article its publication, then its events.
pub(super) fn dated(corpus: &Corpus, index: &Index) -> Vec<Dated> {
    let mut marks = Vec::new();
    for (article, content) in corpus.articles().iter().enumerate() {
        let article = article as u32;
        let rows = |unit| index.unit(unit).of_article(article);
        if let Some(when) = content.document.published.when {
            let all = [Unit::Events, Unit::Articles, Unit::Quotations].map(|unit| rows(unit).collect());
            marks.push(Dated { article, event: None, when, rows: all });
        }
        let mut place = Vec::new();
        for (event, content) in content.annotations.events.iter().enumerate() {
            place.push(content.when.map(|_| marks.len()));
            if let Some(when) = content.when {
                marks.push(Dated {
                    article,
                    event: Some(event as u32),
                    when,
                    rows: [vec![], vec![article], vec![]],
                });
            }
        }
        for (slot, unit) in [(0, Unit::Events), (2, Unit::Quotations)] {
            for row in rows(unit) {
                let events = index.unit(unit).all.get(row as usize).map_or(&[][..], |r| r.events.as_slice());
                for event in events {
                    let mark = place.get(*event as usize).copied().flatten().and_then(|at| marks.get_mut(at));
                    if let Some(list) = mark.and_then(|mark| mark.rows.get_mut(slot)) {
                        list.push(row);
                    }
                }
            }
        }
    }
    marks
}
