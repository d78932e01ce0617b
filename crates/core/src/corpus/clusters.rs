//! Reports of one event, in several articles or in one: found by day, names, words and numbers.
//!
//! Cautious, since more agreement than the texts show would be an invention: every two reports of a cluster agree
//! with each other ([`agree()`]), and whatever differs (a place, a figure of the same thing, a denial) keeps them apart.
//! **Invariant:** a report is in one cluster at most, and what is shared by all of a cluster is its evidence; the same
//! corpus gives the same clusters, in time linear in the number of events for news of any day.
//! Start at [`of`].

mod agree;
mod amounts;
mod facts;
pub(crate) mod stems;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::source::Source;
use super::{Article, Joined, reports};
use crate::civil::{self, Interval};
use crate::evidence::Evidence;
use crate::order::{self, Order as _};
use agree::agree;
use facts::{Facts, Stated};
use stems::Words;

/// Reports of one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// The reports, indices into the reports of the corpus, two or more, ascending.
    pub reports: Vec<u32>,
    /// For each report the event meant, an index into the events of its document.
    pub events: Vec<u32>,
    /// What they share: days, names and words.
    pub evidence: Evidence,
}

/// The most events of one day and name that are compared each with each; of more, those are that share a word too.
const BLOCK: usize = 48;
/// The most reports of one event.
const MOST: usize = 64;

/// The clusters of `articles` in the order of their first reports, and for each report one more than its cluster, or 0.
pub(super) fn of<S: Source + ?Sized>(articles: &S, corpus: &Joined) -> (Vec<Cluster>, Vec<u32>) {
    let mut words = Words::default();
    let (facts, reports) = facts(articles, corpus, &mut words);
    let mut groups = Groups::default();
    for (_, a, b) in pairs(&facts, &words) {
        groups.join(a as usize, b as usize, &facts, &words);
    }
    let mut clusters: Vec<Cluster> = groups
        .members
        .into_values()
        .filter(|all| all.len() > 1)
        .map(|all| cluster(corpus, &facts, &words, all))
        .collect();
    clusters.order_by(|a, b| a.reports.cmp(&b.reports));
    let mut of_reports = vec![0; reports as usize];
    for (number, cluster) in (1..).zip(&clusters) {
        for report in &cluster.reports {
            if let Some(slot) = of_reports.get_mut(*report as usize) {
                *slot = number;
            }
        }
    }
    (clusters, of_reports)
}

/// What is known of each dated event, in the order of the reports; and how many reports there are.
fn facts<S: Source + ?Sized>(articles: &S, corpus: &Joined, words: &mut Words) -> (Vec<Facts>, u32) {
    let (mut all, mut reports) = (Vec::new(), 0);
    let look = |at: u32, article: Cow<'_, Article>| {
        let rows = reports::rows(&article.annotations.events);
        let mut found: Vec<Stated> = Vec::new();
        for (report, events) in (0..).zip(&rows) {
            found.extend(events.iter().filter_map(|event| Facts::of(corpus, &article, (at, report, *event))));
        }
        (found, rows.len() as u32)
    };
    articles.each(look, |(found, rows)| {
        for Stated { mut facts, stems } in found {
            let numbers = order::set(stems.into_iter().map(|(stem, word)| words.number(stem, word)));
            words.count(&numbers);
            facts.words = numbers.into_iter().collect();
            facts.report += reports;
            all.push(facts);
        }
        reports += rows;
    });
    (all, reports)
}

/// So many pairs are gathered before those that do not agree are dropped: the same two share several names.
const PAIRS: usize = 1 << 20;

/// Pairs of events that agree, each once, those that agree best first.
fn pairs(facts: &[Facts], words: &Words) -> Vec<(Reverse<u32>, u32, u32)> {
    let (mut pairs, mut agreed) = (Vec::new(), Vec::new());
    let mut settle = |pairs: &mut Vec<(u32, u32)>| {
        pairs.sort_unstable();
        pairs.dedup();
        for (a, b) in pairs.drain(..) {
            let (Some(one), Some(other)) = (facts.get(a as usize), facts.get(b as usize)) else { continue };
            agreed.extend(agree(one, other, words).map(|strength| (Reverse(strength), a, b)));
        }
    };
    candidates(facts, words, |a, b| {
        pairs.push((a.min(b), a.max(b)));
        if pairs.len() >= PAIRS {
            settle(&mut pairs);
        }
    });
    settle(&mut pairs);
    agreed.sort_unstable();
    agreed.dedup();
    agreed
}

/// Gives `pair` the pairs of events that share a day and a name, some of them several times.
fn candidates(facts: &[Facts], words: &Words, mut pair: impl FnMut(u32, u32)) {
    // What shares no telling word with any other is one of a kind.
    let telling = |f: &Facts| f.words.iter().any(|word| words.is_telling(*word) && words.uses(*word) > 1);
    let mut places: Vec<(i64, u32, u32)> = Vec::new();
    for (at, fact) in (0u32..).zip(facts).filter(|(_, fact)| telling(fact)) {
        for day in fact.days() {
            places.extend(fact.names.iter().chain(&fact.voice).map(|name| (day, *name, at)));
        }
    }
    places.sort_unstable();
    let fact = |at: u32| facts.get(at as usize);
    let mut pair = |a: u32, b: u32| {
        if fact(a).map(|f| f.report) != fact(b).map(|f| f.report) && a != b {
            pair(a, b);
        }
    };
    for block in places.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let block: Vec<u32> = block.iter().map(|(_, _, at)| *at).collect();
        if block.len() <= BLOCK {
            each_with_each(&block, &mut pair);
            continue;
        }
        let mut by_word: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for at in &block {
            let own = fact(*at).into_iter().flat_map(|f| f.words.iter());
            for word in own.filter(|word| words.is_telling(**word)) {
                by_word.entry(*word).or_default().push(*at);
            }
        }
        for of_word in by_word.values() {
            // A word of very many is no sign; what is near in the corpus is compared all the same.
            for near in of_word.chunks(BLOCK) {
                each_with_each(near, &mut pair);
            }
        }
    }
}

fn each_with_each(block: &[u32], pair: &mut impl FnMut(u32, u32)) {
    for (at, a) in block.iter().enumerate() {
        for b in block.iter().skip(at + 1) {
            pair(*a, *b);
        }
    }
}

/// Events being joined; every two of a group agree.
#[derive(Default)]
struct Groups {
    /// For each event its group.
    of: BTreeMap<usize, usize>,
    members: BTreeMap<usize, Vec<usize>>,
    /// For each report the event by which it is in a group.
    bound: BTreeMap<u32, usize>,
}

impl Groups {
    /// Makes one group of those of `a` and `b`, if all of the one agree with all of the other.
    fn join(&mut self, a: usize, b: usize, facts: &[Facts], words: &Words) {
        let (one, other) = (self.group(a), self.group(b));
        if self.of.get(&a).is_some_and(|group| self.of.get(&b) == Some(group)) {
            return;
        }
        let all: Vec<usize> = one.iter().chain(&other).copied().collect();
        let free = |at: &usize| {
            let report = facts.get(*at).map(|f| f.report);
            report.is_some_and(|report| self.bound.get(&report).is_none_or(|bound| bound == at))
        };
        let whole = one.iter().all(|a| {
            other.iter().all(|b| match (facts.get(*a), facts.get(*b)) {
                (Some(a), Some(b)) => a.report != b.report && agree(a, b, words).is_some(),
                _ => false,
            })
        });
        if all.len() > MOST || !whole || !all.iter().all(free) {
            return;
        }
        let group = all.iter().copied().min().unwrap_or(a);
        for at in &all {
            if let Some(old) = self.of.insert(*at, group) {
                self.members.remove(&old);
            }
            if let Some(fact) = facts.get(*at) {
                self.bound.insert(fact.report, *at);
            }
        }
        self.members.insert(group, all);
    }

    fn group(&self, at: usize) -> Vec<usize> {
        let known = self.of.get(&at).and_then(|group| self.members.get(group));
        known.cloned().unwrap_or_else(|| vec![at])
    }
}

fn cluster(corpus: &Joined, facts: &[Facts], words: &Words, mut all: Vec<usize>) -> Cluster {
    all.order();
    let members: Vec<&Facts> = all.iter().filter_map(|at| facts.get(*at)).collect();
    let shared = shared(corpus, words, &members);
    let evidence = Evidence::rule("same-day-names-and-words", 75).from("shared", shared, Vec::new());
    Cluster {
        reports: members.iter().map(|f| f.report).collect(),
        events: members.iter().map(|f| f.event).collect(),
        evidence,
    }
}

/// What all of `members` share, for a reader: `2026-01-05; Ann Lee, Oslo; signed, treaty; 40`.
fn shared(corpus: &Joined, words: &Words, members: &[&Facts]) -> String {
    let Some((first, others)) = members.split_first() else { return String::new() };
    let from = members.iter().map(|f| f.from).max().unwrap_or(first.from);
    let to = members.iter().map(|f| f.to).min().unwrap_or(first.to);
    let interval = Interval { from, to };
    let days = order::set([interval.first_day(), interval.last_day()].into_iter().flatten().map(civil::iso));
    let days = days.into_iter().collect::<Vec<_>>().join("/");
    let in_all = |holds: &dyn Fn(&Facts) -> bool| others.iter().all(|f| holds(f));
    let names = first.names.iter().filter(|name| in_all(&|f| f.names.contains(name)));
    let mut names: Vec<&str> =
        names.filter_map(|name| corpus.entities().get(*name as usize)).map(|e| e.name.as_str()).collect();
    names.order();
    let own = first.words.iter().filter(|word| in_all(&|f| f.words.contains(word)));
    let mut own: Vec<&str> = own.map(|word| words.word(*word)).collect();
    own.order();
    let numbers = first.numbers().into_iter();
    let numbers: Vec<&str> = numbers.filter(|number| in_all(&|f| f.numbers().contains(number))).collect();
    let parts = [days, names.join(", "), own.join(", "), numbers.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
