//! What rests on a date of publication that the reader set, so that it can be marked as the reader's wherever it shows.
//!
//! **Invariant:** a time is the reader's only if it was counted from that date, be it by way of other times; a time that
//! the text gives by itself is the text's. Start at [`counted`].

use crate::annotate::{Event, Time};
use crate::corpus::Article;
use crate::read::Dated;

/// What is said of a date that the reader set.
pub(super) const SET: &str = "set by the reader";

/// What is said of a time that was counted from it.
pub(super) const COUNTED: &str = "counted from a date the reader set";

/// Whether the reader set when `article` was published.
pub(super) fn is_set(article: &Article) -> bool {
    article.document.published.dated == Dated::Decided
}

/// [`COUNTED`], where the time of `event` was counted from the date that the reader set for `article`.
pub(super) fn counted(article: &Article, event: &Event) -> Option<&'static str> {
    counted_at(article, event.time)
}

/// The same of the time with the index `time` in `article`.
pub(super) fn counted_at(article: &Article, time: Option<u32>) -> Option<&'static str> {
    rests_on_it(article, article.annotations.times.get(time? as usize)?).then_some(COUNTED)
}

/// Whether `time` was counted from the date that the reader set for `article`.
pub(super) fn rests_on_it(article: &Article, time: &Time) -> bool {
    let times = &article.annotations.times;
    let mut at = Some(time).filter(|_| is_set(article));
    // Each was counted from another one at most, so there are no more steps than times.
    for _ in times {
        let Some(anchor) = at.and_then(|time| time.evidence.anchor.as_ref()) else { return false };
        if anchor.what == "publication" {
            return true;
        }
        // Times are in the order of the text.
        let named = anchor.passages.first();
        let place = named.and_then(|span| times.binary_search_by_key(&span.start, |own| own.span.start).ok());
        at = place.and_then(|place| times.get(place)).filter(|own| Some(&own.span) == named);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::corpus::decisions::{Dates, Decisions};

    const DATE: &str = "[[date]]\narticle = \"a.txt\"\npublished = \"2026-02-07\"\n";

    /// The times of the events in `text` that count from the date that the reader set, and those that do not.
    fn check(text: &str, decisions: &str, from_it: &[&str], by_themselves: &[&str]) {
        let text = format!("Talks end\n\nThe talks in Geneva were long and hard for both sides. {text}\n");
        let document = crate::read::read("a.txt", text.as_bytes());
        let annotations = annotate(&document);
        let decisions = Decisions::parse(decisions).unwrap();
        let article = Article { document, annotations }.dated(&Dates::of(&decisions));
        let words = |set: bool| {
            let own = article.annotations.events.iter().filter(|event| event.when.is_some());
            let own = own.filter(|event| counted(&article, event).is_some() == set);
            let times = own.filter_map(|event| article.annotations.times.get(event.time? as usize));
            let mut words: Vec<&str> = times.map(|time| time.span.of(&article.document.text)).collect();
            words.dedup();
            words
        };
        assert_eq!((words(true), words(false)), (from_it.to_vec(), by_themselves.to_vec()), "{text}");
    }

    #[test]
    fn what_counts_from_the_date_is_the_readers_and_what_stands_by_itself_is_not() {
        check("The minister resigned on Friday.", DATE, &["Friday"], &[]);
        check("The minister resigned on 3 February 2026.", DATE, &[], &["3 February 2026"]);
        check("The minister resigned on February 3.", DATE, &["February 3"], &[]);
        check(
            "The minister resigned on Friday. Two days later he died.",
            DATE,
            &["Friday", "Two days later"],
            &[],
        );
        check(
            "The minister resigned on 3 February 2026. Two days later he died.",
            DATE,
            &[],
            &["3 February 2026", "Two days later"],
        );
    }

    #[test]
    fn without_such_a_date_nothing_is_the_readers() {
        check("The minister resigned on 3 February 2026.", "", &[], &["3 February 2026"]);
        check("The minister resigned on Friday.", "", &[], &[]);
    }
}
