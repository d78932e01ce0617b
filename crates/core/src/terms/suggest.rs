//! What somebody may have meant who typed a word that is not there, or hardly.
//!
//! **Invariant:** nothing is replaced: these are terms to be offered, each with how often it occurs.
//! Ranked by distance, then by whether the first letter is the same, which people seldom miss (Pollock and Zamora,
//! "Automatic spelling correction in scientific and scholarly text", 1984), then by weight and id.

use super::{Budget, Near, Terms};

/// In suggestions one edit is looked for from three letters on: a word of four that lacks one has three.
const ONE_EDIT: usize = 3;

/// A term to be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The term.
    pub id: u32,
    /// How many edits lie between.
    pub distance: u8,
    /// What was asked about its weight, such as the number of documents that have it.
    pub weight: u32,
}

impl Terms {
    /// At most `most` terms that `word`, which is folded, may have been meant for; never the word itself, and no term
    /// without weight. Two edits are tried where one finds too few.
    pub fn suggest(&self, word: &str, weight: impl Fn(u32) -> u32, most: usize) -> Vec<Suggestion> {
        let letters = word.chars().take(ONE_EDIT).count();
        let widest = Budget::of(word).edits.max(u8::from(letters >= ONE_EDIT));
        let first = word.chars().next().map_or(0..0, |first| self.prefix(first.encode_utf8(&mut [0; 4])));
        let rank = |of: &Suggestion| (of.distance, !first.contains(&of.id), u32::MAX - of.weight, of.id);
        let mut best: Vec<Suggestion> = Vec::new();
        for edits in 1..=widest {
            best.clear();
            for Near { id, distance } in self.near(word, Budget { edits, is_begun: false }) {
                let new = Suggestion { id, distance, weight: weight(id) };
                let at = best.partition_point(|better| rank(better) < rank(&new));
                if distance > 0 && new.weight > 0 && at < most {
                    best.insert(at, new);
                    best.truncate(most);
                }
            }
            if best.len() >= most {
                break;
            }
        }
        best
    }
}
