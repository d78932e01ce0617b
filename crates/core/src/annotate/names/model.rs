//! The trained model: for each word of a chunk, which label its signs speak for, taken together.
//!
//! A chain of labels (none, first or later word of a person, place or organization) with a weight for every sign and
//! label, and for every pair of neighbouring labels; the best chain wins. `cargo xtask train-names` makes the weights.
//! **Invariant:** whole numbers only, so that every machine finds the same names; a file of weights that is not whole
//! weighs nothing. Start at [`label`].

use std::sync::LazyLock;

use super::super::NameKind;
use super::chunk::Told;
use super::gazetteer::sorted::Sorted;
use super::signs::Sign;

/// The first four bytes of the file.
pub const MAGIC: [u8; 4] = *b"DLw1";
/// The number of labels: none, and first and later words of each of three kinds.
pub const LABELS: usize = 7;

/// One number for each label.
pub type Scores = [i32; LABELS];

/// Whether `label` may follow `before`: a later word of a name only follows a word of the same kind.
pub fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// The kind of `label`, and whether it is the first word of a name.
pub fn meaning(label: usize) -> Option<(NameKind, bool)> {
    Some((*NameKind::ALL.get(label.checked_sub(1)? / 2)?, label % 2 == 1))
}

/// The label of the first (`first`) or a later word of a name of `kind`.
pub fn label_of(kind: NameKind, first: bool) -> usize {
    match kind {
        NameKind::Other => 0,
        kind => 1 + kind as usize * 2 + usize::from(!first),
    }
}

struct Model {
    keys: Sorted,
    /// A row of weights for each key, then a row for each label that goes before.
    weights: &'static [u8],
    /// What each label, by the one before it, adds.
    steps: Steps,
}

/// For each label that goes before, what each label after it adds.
type Steps = [Scores; LABELS];

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let (keys, weights) = Sorted::read(include_bytes!("model/weights.bin"), MAGIC);
    let steps = std::array::from_fn(|before| row(weights, keys.len() + before));
    Model { keys, weights, steps }
});

fn row(weights: &[u8], row: usize) -> Scores {
    let mut scores = [0; LABELS];
    for (score, weight) in scores.iter_mut().zip(weights.get(row * LABELS..).unwrap_or(&[])) {
        *score = i32::from(weight.cast_signed());
    }
    scores
}

impl Model {
    fn weigh(&self, sign: Sign) -> Option<Scores> {
        let found = self.keys.rows(sign.number);
        (!found.is_empty()).then(|| row(self.weights, found.start))
    }
}

/// What the rules add to the label that they tell, in the units of the weights; it is not learned, so that a rule
/// holds where the annotated text has nothing like it.
pub fn prior(confidence: u8) -> i32 {
    let least = if confidence == super::chunk::CERTAIN { 100 } else { 0 };
    (i32::from(confidence) - 40).max(least)
}

/// What each label scores by what a rule told, in the units of the weights.
pub(crate) fn told(told: Told) -> Scores {
    let mut scores = [0; LABELS];
    if let Some(score) = told.kind.and_then(|kind| scores.get_mut(label_of(kind, told.first))) {
        *score = prior(told.confidence);
    }
    scores
}

/// Adds to `scores` what `sign` says for each label.
pub(crate) fn weigh(sign: Sign, scores: &mut Scores) {
    let Some(weights) = MODEL.weigh(sign) else { return };
    for (score, weight) in scores.iter_mut().zip(weights) {
        *score += weight;
    }
}

/// What `sign` alone says for each label.
pub(crate) fn alone(sign: Sign) -> Scores {
    MODEL.weigh(sign).unwrap_or_default()
}

/// The best chain of labels for the words of a chunk.
pub(crate) fn label(scores: &[Scores]) -> Vec<usize> {
    best(scores, &MODEL.steps)
}

/// Less than any chain can score.
const NEVER: i32 = i32::MIN / 2;

/// The best chain by `scores` and `steps`.
fn best(scores: &[Scores], steps: &Steps) -> Vec<usize> {
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut so_far = [NEVER; LABELS];
    so_far[0] = 0;
    for here in scores {
        let mut next = [NEVER; LABELS];
        let mut from = [0; LABELS];
        for (before, (sum, steps)) in so_far.iter().zip(steps).enumerate() {
            if *sum == NEVER {
                continue;
            }
            for (label, step) in steps.iter().enumerate().filter(|(label, _)| may_follow(before, *label)) {
                // The first of equally good ones stays.
                if let (Some(next), Some(from)) = (next.get_mut(label), from.get_mut(label))
                    && sum + step > *next
                {
                    (*next, *from) = (sum + step, before as u8);
                }
            }
        }
        for (sum, score) in next.iter_mut().zip(here).filter(|(sum, _)| **sum > NEVER) {
            *sum += score;
        }
        back.push(from);
        so_far = next;
    }
    let best = so_far.iter().enumerate().max_by_key(|(label, sum)| (**sum, std::cmp::Reverse(*label)));
    let mut label = best.map_or(0, |(label, _)| label);
    let mut chain = vec![0; scores.len()];
    for (slot, from) in chain.iter_mut().zip(&back).rev() {
        *slot = label;
        label = from.get(label).map_or(0, |before| usize::from(*before));
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_word_follows_its_own_kind_only() {
        assert!(may_follow(1, 2) && may_follow(2, 2) && may_follow(2, 3) && may_follow(6, 0));
        assert!(!may_follow(0, 2) && !may_follow(1, 4) && !may_follow(4, 2));
        let scores = [[0, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 9, 0, 0], [0, 0, 0, 0, 9, 0, 0]];
        assert_eq!(best(&scores, &[[0; LABELS]; LABELS]), [3, 4, 4]);
    }

    #[test]
    fn labels_and_kinds_go_both_ways() {
        for label in 1..LABELS {
            let (kind, first) = meaning(label).unwrap();
            assert_eq!(label_of(kind, first), label);
        }
        assert_eq!(meaning(0), None);
    }

    #[test]
    fn the_weights_are_whole() {
        assert_eq!(MODEL.weights.len(), (MODEL.keys.len() + LABELS) * LABELS);
        assert!(MODEL.keys.len() > 1000);
    }
}
