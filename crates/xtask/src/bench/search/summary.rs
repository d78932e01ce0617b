//! What was measured, judged: the times, the recall and the exactness of each peer and class.
//!
//! **Invariant:** a time counts whether its answer is right or not, and a class whose recall is below [`LEAST_RECALL`]
//! is void as a whole. What was not asked is no answer. Start at [`Judge::of`].

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use super::documents::Documents;
use super::measured::{Brush, Id, Measured, Peer};
use super::oracle::{Oracle, Reading, SUGGESTED};
use super::peers::ALL;
use super::queries::{Kind, Move, Queries, Query};

/// The least recall with which a time says anything.
pub(super) const LEAST_RECALL: f64 = 0.95;

/// The middle and the slow end of some times, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Times {
    /// Half are at most this.
    pub(super) p50: f64,
    /// 99 in 100 are at most this.
    pub(super) p99: f64,
}

/// One class of one peer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Summary {
    /// How many queries were to be asked.
    pub(super) asked: usize,
    /// How many were answered in time.
    pub(super) answered: usize,
    /// Their times.
    pub(super) times: Times,
    /// Of what could be found, the share that was: the mean over the queries.
    pub(super) recall: f64,
    /// In how many of the answers with a total it is right.
    pub(super) exact: Option<f64>,
    /// What the server sent for them.
    pub(super) bytes: u64,
    /// In how many requests.
    pub(super) requests: u64,
}

impl Summary {
    /// Whether its times say nothing.
    pub(super) fn is_void(&self) -> bool {
        self.recall < LEAST_RECALL
    }
}

/// The brush of one peer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Brushed {
    /// How many moves were made.
    pub(super) moves: usize,
    /// All of them.
    pub(super) all: Times,
    /// Those of a pixel.
    pub(super) nudges: Option<Times>,
    /// All of them, with what was prepared before the first of each round as a move more.
    pub(super) with_held: Times,
    /// What was prepared before, in the median of the rounds.
    pub(super) held: Option<f64>,
    /// In how many the total is right; `None` where the oracle cannot tell.
    pub(super) exact: Option<f64>,
}

/// The oracle with what it knows of all queries.
pub(super) struct Judge<'a> {
    documents: &'a Documents,
    queries: &'a Queries,
    oracle: Oracle<'a>,
    /// By the number of documents, the class and the round: how many match, a query after the other.
    matching: BTreeMap<(u32, Reading, Kind, usize), Vec<u32>>,
    /// The same after each move of the brush, but for the class.
    moved: BTreeMap<(u32, Reading, usize), Vec<u32>>,
}

impl<'a> Judge<'a> {
    /// Looks at every document for every query, for every number of documents that a peer has.
    pub(super) fn of(documents: &'a Documents, queries: &'a Queries, measured: &Measured) -> Self {
        let oracle = Oracle::over(documents);
        let (mut matching, mut moved) = (BTreeMap::new(), BTreeMap::new());
        for (round, moves) in queries.moves.iter().enumerate() {
            for kind in Kind::ALL {
                for (reading, sizes) in sizes(measured, kind) {
                    let counts = oracle.counts(queries.of(kind, round), reading, &sizes);
                    let key = |size: u32| (size, reading, kind, round);
                    matching.extend(sizes.into_iter().map(key).zip(counts));
                }
            }
            let range = |moved: &Move| Query {
                from: Some(moved.days.0),
                to: Some(moved.days.1),
                ..queries.brushed.clone()
            };
            let ranges: Vec<Query> = moves.iter().map(range).collect();
            for (reading, sizes) in sizes(measured, Kind::Narrowed) {
                let counts = oracle.counts(&ranges, reading, &sizes);
                moved.extend(sizes.into_iter().map(|size| (size, reading, round)).zip(counts));
            }
        }
        Self { documents, queries, oracle, matching, moved }
    }

    /// How `peer` answered the queries of `kind`, if it was asked any.
    pub(super) fn summary(&self, name: &str, peer: &Peer, kind: Kind) -> Option<Summary> {
        let reading = reading(name, kind);
        let (mut times, mut recalls, mut exact) = (Vec::new(), Vec::new(), Vec::new());
        let (mut asked, mut bytes, mut requests) = (0, 0, 0);
        for run in peer.runs.iter().filter(|run| run.kind == kind.name()) {
            let queries = self.queries.of(kind, run.round);
            let matching = self.matching.get(&(peer.size, reading, kind, run.round))?;
            asked += run.asked;
            let sent = run.sent.unwrap_or_default();
            (bytes, requests) = (bytes + sent.bytes, requests + sent.requests);
            times.extend(&run.ms);
            let offered = run.meant.iter().map(Option::as_deref).chain(iter::repeat(None));
            for ((((query, matching), found), total), offered) in
                queries.iter().zip(matching).zip(&run.found).zip(&run.total).zip(offered)
            {
                if let (Some(offered), Some(meant)) = (offered, &query.meant) {
                    recalls.push(f64::from(offered.iter().take(SUGGESTED).any(|own| own == meant)));
                    continue;
                }
                let found: Vec<u32> = found.iter().filter_map(|id| self.number(id)).collect();
                let verdict = self.oracle.judge(query, reading, *matching, &found, *total);
                recalls.push(verdict.recall);
                exact.extend(verdict.exact.map(f64::from));
            }
        }
        let recall = mean(&recalls)?;
        let answered = times.len();
        Some(Summary { asked, answered, times: spread(times)?, recall, exact: mean(&exact), bytes, requests })
    }

    /// How the brush was followed in `moves`, by the peer `name` with `size` documents; their totals are the oracle's where it
    /// is publication that was moved.
    pub(super) fn brushed(&self, name: &str, size: u32, moves: &[Brush], published: bool) -> Option<Brushed> {
        let reading = reading(name, Kind::Narrowed);
        let (mut all, mut nudges, mut exact) = (Vec::new(), Vec::new(), Vec::new());
        let held: Vec<f64> = moves.iter().filter_map(|run| run.held).collect();
        for run in moves {
            let right = self.moved.get(&(size, reading, run.round))?;
            let moves = self.queries.moves.get(run.round)?;
            for (((moved, ms), total), right) in moves.iter().zip(&run.ms).zip(&run.total).zip(right) {
                all.push(*ms);
                nudges.extend(moved.nudge.then_some(*ms));
                exact.extend(published.then_some(f64::from(right == total)));
            }
        }
        let moves = all.len();
        let with_held = spread([all.as_slice(), &held].concat())?;
        Some(Brushed {
            moves,
            all: spread(all)?,
            nudges: spread(nudges),
            with_held,
            held: spread(held).map(|times| times.p50),
            exact: mean(&exact),
        })
    }

    fn number(&self, id: &Id) -> Option<u32> {
        match id {
            Id::Number(number) => Some(*number),
            Id::File(file) => self.documents.files.binary_search(file).ok().map(|at| at as u32),
        }
    }
}

/// What a question of `kind` means to the peer `name`.
fn reading(name: &str, kind: Kind) -> Reading {
    ALL.iter().find(|peer| peer.name == name).map(|peer| peer.reading(kind)).unwrap_or_default()
}

/// For each meaning that a question of `kind` has to somebody, the numbers of documents that they have, in order.
fn sizes(measured: &Measured, kind: Kind) -> BTreeMap<Reading, Vec<u32>> {
    let mut sizes: BTreeMap<Reading, BTreeSet<u32>> = BTreeMap::new();
    for (name, peer) in &measured.peers {
        sizes.entry(reading(name, kind)).or_default().insert(peer.size);
    }
    sizes.into_iter().map(|(reading, sizes)| (reading, sizes.into_iter().collect())).collect()
}

fn mean(of: &[f64]) -> Option<f64> {
    (!of.is_empty()).then(|| of.iter().sum::<f64>() / of.len() as f64)
}

/// The middle and the slow end, each a time that was measured.
fn spread(mut times: Vec<f64>) -> Option<Times> {
    times.sort_by(f64::total_cmp);
    let at = |hundredths: usize| times.get((times.len() * hundredths).div_ceil(100).checked_sub(1)?).copied();
    Some(Times { p50: at(50)?, p99: at(99)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::search::made::documents;

    #[test]
    fn the_middle_and_the_slow_end_are_times_that_were_measured() {
        let check = |of: std::ops::RangeInclusive<u32>, p50: f64, p99: f64| {
            assert_eq!(spread(of.map(f64::from).rev().collect()), Some(Times { p50, p99 }));
        };
        check(1..=100, 50.0, 99.0);
        check(1..=1, 1.0, 1.0);
        check(1..=3, 2.0, 3.0);
        assert_eq!(spread(Vec::new()), None);
    }

    #[test]
    fn right_answers_are_exact_and_wrong_ones_void() {
        let documents = documents(30);
        let queries = Queries::drawn(&documents, 1, 2, 5);
        let asked = queries.of(Kind::Word, 0);
        let oracle = Oracle::over(&documents);
        let right = |query: &Query| -> Vec<u32> {
            (0..30)
                .filter(|id| oracle.judge(query, Reading::default(), 30, &[*id], None).recall > 0.0)
                .collect()
        };
        let peer = |found: Vec<Vec<u32>>| {
            let total: Vec<usize> = found.iter().map(Vec::len).collect();
            let found: Vec<Vec<u32>> =
                found.into_iter().map(|ids| ids.into_iter().take(20).collect()).collect();
            let run = serde_json::json!({"kind": "word", "round": 0, "asked": asked.len(), "ms": vec![1.0; found.len()],
                "found": found, "total": total});
            serde_json::from_value(serde_json::json!({"size": 30, "runs": [run]})).unwrap()
        };
        let judged = |peer: Peer| {
            let measured = Measured { peers: [("peer".to_owned(), peer)].into(), ..Measured::default() };
            let judge = Judge::of(&documents, &queries, &measured);
            judge.summary("peer", &measured.peers["peer"], Kind::Word).unwrap()
        };
        let good = judged(peer(asked.iter().map(right).collect()));
        assert!(!good.is_void() && good.exact == Some(1.0), "{good:?}");
        let bad = judged(peer(asked.iter().map(|_| Vec::new()).collect()));
        assert!(bad.is_void() && bad.exact == Some(0.0), "{bad:?}");
    }
}
