//! Events into rows: a saying with what is said in it is one row.
//!
//! **Invariant:** every event is in exactly one row, the root first; an event that points to a later one, or to
//! itself, is a root. Start at [`of`].

use super::{Article, Report};

/// The rows of `articles`, in the order of documents and of the roots.
pub(super) fn of(articles: &[Article]) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for (document, article) in articles.iter().enumerate() {
        let mut row_of: Vec<usize> = Vec::new();
        for (event, content) in article.annotations.events.iter().enumerate() {
            let parent = content.of.and_then(|of| row_of.get(of as usize)).copied();
            let row = parent.unwrap_or(reports.len());
            match reports.get_mut(row) {
                Some(report) => report.events.push(event as u32),
                None => reports.push(Report { document: document as u32, events: vec![event as u32] }),
            }
            row_of.push(row);
        }
    }
    reports
}
