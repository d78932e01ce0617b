//! Events into rows: a saying with what is said in it is one row.
//!
//! **Invariant:** every event is in exactly one row, the root first; an event that points to a later one, or to
//! itself, is a root. Start at [`of`].

use super::{Article, Event, Report};

/// The rows of `articles`, in the order of documents and of the roots.
pub(super) fn of(articles: &[Article]) -> Vec<Report> {
    let numbered = (0..).zip(articles);
    let of_each = numbered.flat_map(|(document, article)| {
        rows(&article.annotations.events).into_iter().map(move |events| Report { document, events })
    });
    of_each.collect()
}

/// The rows of one document's events.
pub(crate) fn rows(events: &[Event]) -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = Vec::new();
    let mut row_of: Vec<usize> = Vec::new();
    for (event, content) in (0..).zip(events) {
        let parent = content.of.and_then(|of| row_of.get(of as usize)).copied();
        let row = parent.unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(row) => row.push(event),
            None => rows.push(vec![event]),
        }
        row_of.push(row);
    }
    rows
}
