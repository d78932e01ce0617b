//! The brute-force oracle: every document is looked at for every query.
//!
//! **Invariant:** nothing is indexed but each document's own words, and nothing is shared with any engine.
//! Recall is how many of the first twenty that could be right are: found documents that match, of the smaller of twenty
//! and of how many match. A misspelt word is found where one of the first five has the word that is meant.
//! Start at [`Oracle::judge`].

use std::ops::Range;
use std::thread;

use super::documents::Documents;
use super::queries::Query;

/// How many documents an answer lists.
pub(super) const FIRST: usize = 20;
/// Among how many a misspelt word must be found.
pub(super) const SUGGESTED: usize = 5;

/// What a question means to a peer, where it cannot be asked as it is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    /// Every word is the beginning of one, not only what is being typed.
    pub(super) begins: bool,
    /// What is known to have been published between two days is in a range that has both, not only what is known to
    /// the day.
    pub(super) spans: bool,
}

/// The documents, ready to be looked at.
#[derive(Debug)]
pub(super) struct Oracle<'a> {
    documents: &'a Documents,
    /// Each document's distinct words, in order.
    distinct: Vec<Vec<u32>>,
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    /// Of what could be found, the share that was.
    pub(super) recall: f64,
    /// Whether the total is the right one, where the peer gives one.
    pub(super) exact: Option<bool>,
}

/// A query as ranges of words.
struct Asked<'a> {
    query: &'a Query,
    reading: Reading,
    words: Vec<Range<u32>>,
}

impl<'a> Oracle<'a> {
    /// Over `documents`.
    pub(super) fn over(documents: &'a Documents) -> Self {
        let distinct = |tokens: &Vec<u32>| {
            let mut distinct = tokens.clone();
            distinct.sort_unstable();
            distinct.dedup();
            distinct
        };
        Self { documents, distinct: documents.tokens.iter().map(distinct).collect() }
    }

    /// What it is worth that `found` is said to be first of `total`, by an engine with the first `size` documents;
    /// `matching` of them match.
    pub(super) fn judge(
        &self,
        query: &Query,
        reading: Reading,
        matching: u32,
        found: &[u32],
        total: Option<u32>,
    ) -> Verdict {
        let asked = self.asked(query, reading);
        let is_right = |id: u32| self.holds(&asked, id, |range| self.has(id, range));
        let right = |most: usize| found.iter().take(most).filter(|id| is_right(**id)).count();
        if query.typo {
            // What is offered for a misspelt word is the peer's own, so its total is not compared.
            let recall = if right(SUGGESTED) > 0 || matching == 0 { 1.0 } else { 0.0 };
            return Verdict { recall, exact: None };
        }
        let most = FIRST.min(matching as usize);
        let recall = if most == 0 { 1.0 } else { right(FIRST) as f64 / most as f64 };
        Verdict { recall, exact: total.map(|total| total == matching) }
    }

    /// For each of `sizes`, which go up: how many of the first so many documents match each of `queries`. Every document
    /// is looked at for every query, on all processors.
    pub(super) fn counts(&self, queries: &[Query], reading: Reading, sizes: &[u32]) -> Vec<Vec<u32>> {
        let asked: Vec<Asked<'_>> = queries.iter().map(|query| self.asked(query, reading)).collect();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let all = sizes.last().map_or(0, |most| self.documents.len().min(*most as usize));
        let part = all.div_ceil(threads).max(1);
        let counted: Vec<Vec<Vec<u32>>> = thread::scope(|scope| {
            let parts: Vec<_> = (0..all)
                .step_by(part)
                .map(|from| {
                    let (asked, to) = (&asked, all.min(from + part));
                    scope.spawn(move || self.counted(asked, from as u32..to as u32, sizes))
                })
                .collect();
            parts.into_iter().map(|part| part.join().unwrap_or_default()).collect()
        });
        let mut counts = vec![vec![0; queries.len()]; sizes.len()];
        for (at, count) in counts.iter_mut().enumerate() {
            for part in counted.iter().flat_map(|part| part.iter().take(at + 1)) {
                count.iter_mut().zip(part).for_each(|(all, own)| *all += own);
            }
        }
        counts
    }

    /// How many of `documents` match each of `asked`, a list for those that each size has more than the one before.
    fn counted(&self, asked: &[Asked<'_>], documents: Range<u32>, sizes: &[u32]) -> Vec<Vec<u32>> {
        let mut counts = vec![vec![0; asked.len()]; sizes.len()];
        let mut seen = vec![u32::MAX; self.documents.words.len()];
        for id in documents {
            for word in self.distinct.get(id as usize).into_iter().flatten() {
                seen[*word as usize] = id;
            }
            let has = |range: &Range<u32>| match range.len() {
                1 => seen.get(range.start as usize) == Some(&id),
                _ => self.has(id, range),
            };
            let Some(counts) = counts.get_mut(sizes.partition_point(|size| *size <= id)) else { continue };
            for (asked, count) in asked.iter().zip(counts) {
                *count += u32::from(self.holds(asked, id, has));
            }
        }
        counts
    }

    /// Whether document `id` has a word out of `range`.
    fn has(&self, id: u32, range: &Range<u32>) -> bool {
        let Some(distinct) = self.distinct.get(id as usize) else { return false };
        distinct.get(distinct.partition_point(|own| *own < range.start)).is_some_and(|own| *own < range.end)
    }

    fn asked<'q>(&self, query: &'q Query, reading: Reading) -> Asked<'q> {
        let words: Vec<&str> = match &query.meant {
            Some(meant) => vec![meant],
            None => query.words.iter().map(String::as_str).collect(),
        };
        let known = &self.documents.words;
        let range = |(at, word): (usize, &&str)| {
            let from = known.partition_point(|own| own.as_str() < *word);
            let prefix = (query.typing && at + 1 == words.len()) || (reading.begins && !query.typo);
            let to = known.partition_point(|own| {
                if prefix { own.as_str() < *word || own.starts_with(word) } else { own.as_str() <= *word }
            });
            from as u32..to as u32
        };
        Asked { query, reading, words: words.iter().enumerate().map(range).collect() }
    }

    /// Whether document `id` is an answer, where `has` tells which words it has.
    fn holds(&self, asked: &Asked<'_>, id: u32, has: impl Fn(&Range<u32>) -> bool) -> bool {
        let Some(tokens) = self.documents.tokens.get(id as usize) else { return false };
        let columns = &self.documents.columns;
        let query = asked.query;
        let published = if asked.reading.spans {
            columns.published.get(id as usize).copied().flatten()
        } else {
            columns.day.get(id as usize).copied().flatten().map(|day| (day, day))
        };
        let in_range = |from: i32| {
            published.is_some_and(|(first, last)| first >= from && query.to.is_none_or(|to| last <= to))
        };
        query.publisher.is_none_or(|publisher| columns.publisher.get(id as usize) == Some(&Some(publisher)))
            && query.from.is_none_or(in_range)
            && asked.words.iter().all(has)
            && (!query.phrase || next_to_each_other(tokens, &asked.words))
    }
}

fn next_to_each_other(tokens: &[u32], words: &[Range<u32>]) -> bool {
    tokens.windows(words.len().max(1)).any(|run| run.iter().zip(words).all(|(own, word)| word.contains(own)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::search::made::documents_of;

    fn query(words: &[&str]) -> Query {
        Query { words: words.iter().map(|word| (*word).to_owned()).collect(), ..Query::default() }
    }

    #[test]
    fn what_holds_all_words_matches_and_a_prefix_only_while_typing() {
        let documents = documents_of(&["talks on peace", "peace talked on", "on talks"]);
        let oracle = Oracle::over(&documents);
        let check = |query: Query, expected: u32| {
            assert_eq!(oracle.counts(&[query], Reading::default(), &[3]), [[expected]]);
        };
        check(query(&["talks"]), 2);
        check(query(&["talk"]), 0);
        check(Query { typing: true, ..query(&["talk"]) }, 3);
        check(Query { typing: true, ..query(&["peace", "t"]) }, 2);
        check(query(&["talks", "on"]), 2);
        check(Query { phrase: true, ..query(&["talks", "on"]) }, 1);
        check(Query { phrase: true, ..query(&["on", "talks"]) }, 1);
        let both = [query(&["talks"]), query(&["on"])];
        assert_eq!(oracle.counts(&both, Reading::default(), &[1, 2, 3]), [[1, 1], [1, 2], [2, 3]]);
        let begins = Reading { begins: true, ..Reading::default() };
        assert_eq!(oracle.counts(&[query(&["talk"])], begins, &[3]), [[3]]);
    }

    #[test]
    fn recall_is_of_what_could_be_listed() {
        let documents = documents_of(&["a b", "a c", "b c"]);
        let oracle = Oracle::over(&documents);
        let asked = query(&["a"]);
        let check = |found: &[u32], total: Option<u32>, recall: f64, exact: Option<bool>| {
            assert_eq!(oracle.judge(&asked, Reading::default(), 2, found, total), Verdict { recall, exact });
        };
        check(&[0, 1], Some(2), 1.0, Some(true));
        check(&[1], Some(1), 0.5, Some(false));
        check(&[2, 0], None, 0.5, None);
        check(&[], Some(0), 0.0, Some(false));
    }

    #[test]
    fn a_misspelt_word_is_found_where_the_meant_one_is_among_the_first_five() {
        let documents = documents_of(&["talks", "walks", "walks", "walks", "walks", "walks"]);
        let oracle = Oracle::over(&documents);
        let asked = Query { typo: true, meant: Some("talks".to_owned()), ..query(&["tolks"]) };
        assert!(oracle.judge(&asked, Reading::default(), 1, &[1, 2, 3, 4, 0], None).recall > 0.5);
        assert!(oracle.judge(&asked, Reading::default(), 1, &[1, 2, 3, 4, 5, 0], None).recall < 0.5);
    }
}
