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
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let (keys, weights) = Sorted::read(include_bytes!("model/weights.bin"), MAGIC);
    Model { keys, weights }
});

impl Model {
    fn row(&self, row: usize) -> Scores {
        let weights = self.weights.get(row * LABELS..(row + 1) * LABELS).unwrap_or(&[0; LABELS]);
        let mut scores = [0; LABELS];
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score = i32::from(weight.cast_signed());
        }
        scores
    }

    fn weigh(&self, sign: Sign) -> Scores {
        let row = self.keys.rows(sign.number);
        if row.is_empty() { [0; LABELS] } else { self.row(row.start) }
    }
}

/// What the rules add to the label that they tell, in the units of the weights; it is not learned, so that a rule
/// holds where the annotated text has nothing like it.
pub fn prior(confidence: u8) -> i32 {
    let least = if confidence == super::chunk::CERTAIN { 100 } else { 0 };
    (i32::from(confidence) - 40).max(least)
}

/// What each label scores by `signs` and by what a rule told, in the units of the weights.
pub(crate) fn weigh(signs: &[Sign], told: Told) -> Scores {
    let mut scores = [0; LABELS];
    if let Some(score) = told.kind.and_then(|kind| scores.get_mut(label_of(kind, told.first))) {
        *score = prior(told.confidence);
    }
    for sign in signs {
        for (score, weight) in scores.iter_mut().zip(MODEL.weigh(*sign)) {
            *score += weight;
        }
    }
    scores
}

/// What `sign` alone says for each label.
pub(crate) fn alone(sign: Sign) -> Scores {
    MODEL.weigh(sign)
}

/// The best chain of labels for the words of a chunk.
pub(crate) fn label(scores: &[Scores]) -> Vec<usize> {
    let steps: Vec<Scores> = (0..LABELS).map(|before| MODEL.row(MODEL.keys.len() + before)).collect();
    let step =
        |before: usize, label: usize| steps.get(before).and_then(|row| row.get(label)).copied().unwrap_or(0);
    best(scores, &step)
}

/// The best chain by `scores` and `step`, the weight of one label after another.
pub fn best(scores: &[Scores], step: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(scores.len());
    let mut so_far: [Option<i32>; LABELS] = [None; LABELS];
    so_far[0] = Some(0);
    for here in scores {
        let mut next = [None; LABELS];
        let mut from = [0; LABELS];
        for (label, score) in here.iter().enumerate() {
            let came = so_far
                .iter()
                .enumerate()
                .filter(|(before, _)| may_follow(*before, label))
                .filter_map(|(before, sum)| Some(((*sum)? + step(before, label), before)))
                .max_by_key(|(sum, before)| (*sum, std::cmp::Reverse(*before)));
            if let (Some((sum, before)), Some(next), Some(from)) =
                (came, next.get_mut(label), from.get_mut(label))
            {
                (*next, *from) = (Some(sum + score), before);
            }
        }
        back.push(from);
        so_far = next;
    }
    let last =
        so_far.iter().enumerate().filter_map(|(label, sum)| Some(((*sum)?, std::cmp::Reverse(label)))).max();
    let mut label = last.map_or(0, |(_, label)| label.0);
    let mut chain = Vec::with_capacity(scores.len());
    for from in back.iter().rev() {
        chain.push(label);
        label = from.get(label).copied().unwrap_or(0);
    }
    chain.reverse();
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
        assert_eq!(best(&scores, &|_, _| 0), [3, 4, 4]);
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
