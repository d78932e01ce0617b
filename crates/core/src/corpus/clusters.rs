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
mod stems;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{Corpus, Report};
use crate::civil::{self, Interval};
use crate::evidence::Evidence;
use crate::order::{self, Order as _};
use agree::agree;
use facts::Facts;
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

/// The clusters of `corpus`, in the order of their first reports.
pub(super) fn of(corpus: &Corpus) -> Vec<Cluster> {
    let mut words = Words::default();
    let facts = facts(corpus, &mut words);
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (a, b) in candidates(&facts, &words) {
        let (Some(one), Some(other)) = (facts.get(a), facts.get(b)) else { continue };
        if let Some(strength) = agree(one, other, &words) {
            pairs.push((strength, a, b));
        }
    }
    pairs.order_by_key(|&(strength, a, b)| (std::cmp::Reverse(strength), a, b));
    let mut groups = Groups::default();
    for (_, a, b) in pairs {
        groups.join(a, b, &facts, &words);
    }
    let mut clusters: Vec<Cluster> = groups
        .members
        .into_values()
        .filter(|all| all.len() > 1)
        .map(|all| cluster(corpus, &facts, &words, all))
        .collect();
    clusters.order_by(|a, b| a.reports.cmp(&b.reports));
    clusters
}

/// What is known of each dated event, in the order of the reports.
fn facts(corpus: &Corpus, words: &mut Words) -> Vec<Facts> {
    let mut all = Vec::new();
    for (at, Report { document, events }) in (0u32..).zip(corpus.reports()) {
        all.extend(events.iter().filter_map(|event| Facts::of(corpus, words, at, *document, *event)));
    }
    all
}

/// Pairs of events that share a day and a name, each once, in order.
fn candidates(facts: &[Facts], words: &Words) -> Vec<(usize, usize)> {
    let mut blocks: HashMap<(i64, u32), Vec<usize>> = HashMap::new();
    // What shares no telling word with any other is one of a kind.
    let telling = |f: &Facts| f.words.iter().any(|word| words.is_telling(*word) && words.uses(*word) > 1);
    for (at, fact) in facts.iter().enumerate().filter(|(_, fact)| telling(fact)) {
        for day in fact.days() {
            for name in fact.names.iter().chain(&fact.voice) {
                blocks.entry((day, *name)).or_default().push(at);
            }
        }
    }
    let mut pairs = Vec::new();
    let mut pair = |a: usize, b: usize| {
        let apart = facts.get(a).map(|f| f.report) != facts.get(b).map(|f| f.report);
        if apart && a != b {
            pairs.push((a.min(b), a.max(b)));
        }
    };
    // In any order: the pairs are sorted afterwards.
    for block in blocks.into_values() {
        if block.len() <= BLOCK {
            each_with_each(&block, &mut pair);
            continue;
        }
        let mut by_word: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for at in &block {
            let own = facts.get(*at).into_iter().flat_map(|f| &f.words);
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
    pairs.order();
    pairs.dedup();
    pairs
}

fn each_with_each(block: &[usize], pair: &mut impl FnMut(usize, usize)) {
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

fn cluster(corpus: &Corpus, facts: &[Facts], words: &Words, mut all: Vec<usize>) -> Cluster {
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
fn shared(corpus: &Corpus, words: &Words, members: &[&Facts]) -> String {
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
    let numbers = first.numbers.iter().filter(|number| in_all(&|f| f.numbers.contains(*number)));
    let numbers: Vec<&str> = numbers.map(String::as_str).collect();
    let parts = [days, names.join(", "), own.join(", "), numbers.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
