//! Look-up of what was mistyped: all terms within one or two edits of a word.
//!
//! The dictionary is walked as a tree, depth first, and each way is left as soon as its letters take too many edits
//! whatever follows; what is found comes in runs of ids, since all terms behind one node are neighbours.
//! **Invariant:** memory and time are bounded for any word and any bytes: by [`MOST_STEPS`], [`MOST_RUNS`], [`MOST_NEAR`]
//! and a depth of four bytes a letter. Start at [`Terms::near`].

mod scalar;

use std::ops::Range;

use super::Terms;
use super::edits::{Agreement, MOST_EDITS, MOST_LETTERS, Word};
use super::node::Node;
use scalar::{Read, Scalar};

/// The most arcs that are looked at; two edits of a long word take a tenth of it in a quarter of a million terms.
const MOST_STEPS: u32 = 1 << 20;
/// The most runs that are kept.
const MOST_RUNS: usize = 4096;
/// The most terms that are named one by one.
const MOST_NEAR: usize = 8192;
/// From so many letters on one edit is looked for, and from so many two: in a shorter word an edit is another word.
const ONE_EDIT: usize = 4;
const TWO_EDITS: usize = 8;

/// How much may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most edits: 0, 1 or 2.
    pub edits: u8,
    /// Whether the word may go on: it is compared with every beginning of a term, and the nearest counts.
    pub is_begun: bool,
}

/// A term that is near a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The term.
    pub id: u32,
    /// How many edits lie between.
    pub distance: u8,
}

/// Terms that follow each other and are equally near a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The terms.
    pub ids: Range<u32>,
    /// How many edits lie between.
    pub distance: u8,
}

impl Budget {
    /// The budget of a whole word: one edit from four letters on, two from eight.
    pub fn of(word: &str) -> Self {
        let edits = match word.chars().take(TWO_EDITS).count() {
            0..ONE_EDIT => 0,
            ONE_EDIT..TWO_EDITS => 1,
            _ => 2,
        };
        Self { edits, is_begun: false }
    }

    /// The same for a word that is still being typed.
    #[must_use]
    pub fn begun(self) -> Self {
        Self { is_begun: true, ..self }
    }
}

/// A node on the way, and what is left to do there.
struct Step {
    node: Node,
    ids: Range<u32>,
    /// The next arc.
    next: u16,
    read: Read,
    agreement: Agreement,
    /// The nearest that a beginning of all terms behind has come.
    best: Option<u8>,
}

impl Terms {
    /// Every term within `budget` of `word`, which is folded: nearest first, then by id.
    ///
    /// A word of more than 63 letters has none; where there are more than 8,192, the farthest are left out.
    pub fn near(&self, word: &str, budget: Budget) -> Vec<Near> {
        let runs = self.near_runs(word, budget);
        let mut near = Vec::new();
        for distance in 0..=budget.edits.min(MOST_EDITS) {
            for run in runs.iter().filter(|run| run.distance == distance) {
                for id in run.ids.clone() {
                    if near.len() >= MOST_NEAR {
                        return near;
                    }
                    near.push(Near { id, distance });
                }
            }
        }
        near
    }

    /// The same as runs in the order of ids, none of which touches another of its distance: what a long list takes.
    pub fn near_runs(&self, word: &str, budget: Budget) -> Vec<Run> {
        let mut found = Found { runs: Vec::new() };
        // Nothing is to be said where the word is too long or the dictionary damaged.
        let _ = self.look_up(word, budget, &mut found);
        found.runs
    }

    fn look_up(&self, word: &str, budget: Budget, found: &mut Found) -> Option<()> {
        let all = self.bytes.as_ref();
        let word = Word::new(word)?;
        let most = budget.edits.min(MOST_EDITS);
        let node = Node::at(all, self.root)?;
        let ids = 0..self.len;
        let mut ways: Vec<Step> = Vec::new();
        let root = Step { node, ids, next: 0, read: Read::default(), agreement: Word::start(), best: None };
        ways.extend(found.enter(root, &word, budget, most));
        for _ in 0..MOST_STEPS {
            let Some(step) = ways.last_mut() else { return Some(()) };
            let at = step.next;
            if at >= step.node.arcs {
                ways.pop();
                continue;
            }
            step.next += 1;
            // What a way must do better than, once the beginning of its terms is near enough.
            let most = step.best.map_or(most, |best| best.saturating_sub(1));
            let next = match step.read.push(step.node.input(all, at)?) {
                Scalar::Whole(letter) => {
                    word.read(&step.agreement, letter, most).map(|agreement| (Read::default(), agreement))
                }
                Scalar::Part(read) => Some((read, step.agreement)),
                Scalar::Wrong => None,
            };
            let best = step.best;
            let Some((read, agreement)) = next else {
                if let Some(distance) = best {
                    found.push(step.node.ids(all, at, &step.ids)?, distance);
                }
                continue;
            };
            let ids = step.node.ids(all, at, &step.ids)?;
            let node = Node::at(all, step.node.arc(all, at)?.to)?;
            let step = Step { node, ids, next: 0, read, agreement, best };
            let next = found.enter(step, &word, budget, most);
            ways.extend(next);
            if found.runs.len() > MOST_RUNS || ways.len() > MOST_DEPTH {
                return None;
            }
        }
        None
    }
}

/// The deepest way: four bytes a letter, as many letters as the word has and the edits may add, and the root.
const MOST_DEPTH: usize = 4 * (MOST_LETTERS + MOST_EDITS as usize) + 1;

/// The runs found so far, in the order of ids.
struct Found {
    runs: Vec<Run>,
}

impl Found {
    /// Takes what is found at the node of `step` itself; gives it back where it is worth to go on.
    fn enter(&mut self, mut step: Step, word: &Word, budget: Budget, most: u8) -> Option<Step> {
        let here = if step.read.is_whole() { word.distance(&step.agreement, most) } else { None };
        if budget.is_begun {
            step.best = here.or(step.best);
            if step.best == Some(0) {
                self.push(step.ids, 0);
                return None;
            }
        }
        let distance = if budget.is_begun { step.best } else { here };
        if let (true, Some(distance)) = (step.node.is_final && !step.ids.is_empty(), distance) {
            let id = step.ids.start;
            self.push(id..id + 1, distance);
        }
        Some(step)
    }

    fn push(&mut self, ids: Range<u32>, distance: u8) {
        match self.runs.last_mut() {
            Some(last) if last.distance == distance && last.ids.end == ids.start => last.ids.end = ids.end,
            _ if ids.is_empty() => {}
            _ => self.runs.push(Run { ids, distance }),
        }
    }
}

#[cfg(test)]
mod tests;
