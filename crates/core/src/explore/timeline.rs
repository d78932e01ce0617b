//! The marks of the timeline: everything with a place in time, and whether it matches.
//!
//! **Invariant:** a mark is an event with a time or an article's publication, never anything worked out here.
//! Start at [`marks`].

use super::index::Index;
use super::set::Set;
use super::{Mark, Unit};

/// Every mark, where `matched` are the matching rows of `unit`, and `at_any_time` those of the query without a time.
pub(super) fn marks(index: &Index, unit: Unit, matched: &Set, at_any_time: &Set) -> Vec<Mark> {
    let (here, ever) = (Held::of(index, unit, matched), Held::of(index, unit, at_any_time));
    let mut marks = Vec::new();
    for article in 0..index.articles() {
        let publication = index.published(article).map(|when| Mark {
            article,
            event: None,
            when,
            status: None,
            deadline: false,
            matched: here.articles.has(article),
            matched_undated: ever.articles.has(article),
        });
        marks.extend(publication);
        marks.extend(index.articles.marks.range(article).filter_map(|mark| {
            let (event, when, status, deadline) = index.mark(mark)?;
            Some(Mark {
                article,
                event: Some(event),
                when,
                status: Some(status),
                deadline,
                matched: here.marks.has(mark),
                matched_undated: ever.marks.has(mark),
            })
        }));
    }
    marks
}

/// What some rows stand for on the timeline.
struct Held {
    /// The articles that have such a row.
    articles: Set,
    /// The dated events of such a row.
    marks: Set,
}

impl Held {
    fn of(index: &Index, unit: Unit, rows: &Set) -> Self {
        let own = index.rows(unit);
        let mut held =
            Self { articles: Set::none(index.articles() as usize), marks: Set::none(index.marks.when.len()) };
        own.each(rows, |article, _, row| {
            held.articles.insert(article);
            own.marks(article, row).for_each(|mark| held.marks.insert(mark));
        });
        held
    }
}
