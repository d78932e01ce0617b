//! What the last questions looked for, and where it was found.
//!
//! A question looks for each of its leaves once for each unit, and the next one, of which a letter more is typed or whose
//! range is moved, has most of them again.
//! **Invariant:** what is kept is what looking again would find; so much is kept that it is little beside the corpus.
//! Start at [`Lately::found`].

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::explore::Unit;
use crate::explore::query::Leaf;
use crate::explore::relevance::Wanted;
use crate::explore::set::Set;

/// How many sets are kept: those of some words in all units.
const MOST: usize = 32;

/// What a set that is kept is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::explore) enum Space {
    /// Passages.
    Passages,
    /// Rows of a unit.
    Rows(Unit),
}

/// A leaf and where it is found.
type Entry = (Space, Leaf, Arc<Set>);

/// Words and the scores of all articles for them.
type Scored = (Vec<Wanted>, Arc<Vec<f32>>);

/// What was looked for lately.
#[derive(Debug, Default)]
pub(in crate::explore) struct Lately {
    /// Leaves and where they were found, the latest first.
    found: Mutex<VecDeque<Entry>>,
    /// The words that articles were last scored by, and the scores.
    scored: Mutex<Option<Scored>>,
}

impl Lately {
    /// Forgets what was found while not everything could be read.
    pub(in crate::explore) fn forget(&self) {
        if let Ok(mut found) = self.found.lock() {
            found.clear();
        }
    }

    /// Where `leaf` is found, worked out by `find` unless it was asked for lately.
    pub(in crate::explore) fn found(&self, of: Space, leaf: &Leaf, find: impl FnOnce() -> Set) -> Arc<Set> {
        let known = |mut all: MutexGuard<VecDeque<Entry>>| {
            let place = all.iter().position(|(own_of, own, _)| *own_of == of && own == leaf)?;
            let own = all.remove(place)?;
            let found = Arc::clone(&own.2);
            all.push_front(own);
            Some(found)
        };
        if let Some(found) = self.found.lock().ok().and_then(known) {
            return found;
        }
        // Not while it is locked: what is looked for may be found by looking for something else.
        let found = Arc::new(find());
        if let Ok(mut all) = self.found.lock() {
            all.truncate(MOST - 1);
            all.push_front((of, leaf.clone(), Arc::clone(&found)));
        }
        found
    }

    /// The scores of articles for `words`, worked out by `find` unless they were asked for last.
    pub(in crate::explore) fn scored(
        &self,
        words: &[Wanted],
        find: impl FnOnce() -> Vec<f32>,
    ) -> Arc<Vec<f32>> {
        let known = |scored: MutexGuard<Option<Scored>>| {
            scored.as_ref().filter(|(own, _)| own == words).map(|(_, scores)| Arc::clone(scores))
        };
        if let Some(scores) = self.scored.lock().ok().and_then(known) {
            return scores;
        }
        let scores = Arc::new(find());
        if let Ok(mut scored) = self.scored.lock() {
            *scored = Some((words.to_vec(), Arc::clone(&scores)));
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::query::Pattern;

    #[test]
    fn what_was_looked_for_lately_is_not_looked_for_again_and_is_forgotten_at_last() {
        let lately = Lately::default();
        let leaf = |at: usize| Leaf::Text(Pattern::word(&format!("word{at}")));
        let find = |of, at: usize, rows: &[u32]| lately.found(of, &leaf(at), || Set::of(9, rows)).rows();
        assert_eq!(find(Space::Passages, 0, &[1]), [1]);
        assert_eq!(find(Space::Rows(Unit::Events), 0, &[2]), [2]);
        for at in 1..MOST {
            find(Space::Passages, at, &[3]);
            assert_eq!(find(Space::Passages, 0, &[4]), [1], "asked for again and again, it is kept");
        }
        assert_eq!(
            find(Space::Rows(Unit::Events), 0, &[5]),
            [5],
            "the one asked for longest ago is forgotten"
        );
    }
}
