//! Where the words of names begin, so that the names that begin so are found without reading the others.
//!
//! Spellings lie in groups by the first two bytes of each of their words, in a group those first that most passages
//! name: a short beginning finds the most frequent names at once, a longer one reads one group at most. Made in time
//! linear in the names when something is suggested for the first time; 4 bytes a word of a spelling.
//! **Invariant:** what is found is what reading every spelling would find. Start at [`Beginnings::names`].

use std::cmp::Reverse;

use super::MOST_SUGGESTED;
use crate::annotate::NameKind;
use crate::columns::Flat;
use crate::corpus::pack::Pack;
use crate::explore::index::Index;

/// The second bytes that a group is told by, and so many first ones.
const SECOND: usize = 32;
/// Counts are in the same class if they have the same number of bits.
const CLASSES: usize = u32::BITS as usize + 1;
/// A spelling is its number among those of its kind, in so many bits, and the kind above.
const BITS: u32 = 30;

/// The words of names by their first bytes.
#[derive(Debug)]
pub struct Beginnings {
    /// For each group, and in it for each class of counts, the largest first, its spellings.
    places: Flat,
}

impl Beginnings {
    /// Those of the names in `pack`; `index` is its own.
    pub fn of(pack: &Pack, index: &Index) -> Self {
        Self { places: Flat::by_list(SECOND * SECOND * CLASSES, &each(pack, index)) }
    }

    /// The entities of `kinds` a word of which begins with `begun`, which is folded, and that are meant; those that most
    /// passages name, with how many do.
    pub(super) fn names(
        &self,
        pack: &Pack,
        index: &Index,
        kinds: &[NameKind],
        begun: &str,
        is_meant: &dyn Fn(u32) -> bool,
    ) -> Vec<(Reverse<u32>, u32)> {
        let groups = match begun.as_bytes() {
            [] => 0..SECOND * SECOND,
            [one] => group(&[*one, 0])..group(&[*one, 0]) + SECOND,
            more => group(more)..group(more) + 1,
        };
        let mut best = Vec::new();
        for class in 0..CLASSES {
            for group in groups.clone() {
                for spelling in self.places.get((group * CLASSES + class) as u32) {
                    let kind =
                        NameKind::ALL.get((spelling >> BITS) as usize).filter(|kind| kinds.contains(kind));
                    let Some(kind) = kind else { continue };
                    let (spelled, entity) = pack.alias(*kind, spelling & ((1 << BITS) - 1));
                    if begins(spelled, begun) && is_meant(entity) {
                        put(&mut best, index.count_naming(entity), entity);
                    }
                }
            }
            // All others are named less often.
            if best.len() >= MOST_SUGGESTED {
                break;
            }
        }
        best
    }
}

/// The place of each word of each spelling of a name that passages name, and that spelling.
fn each(pack: &Pack, index: &Index) -> Vec<(u32, u32)> {
    let mut all = Vec::new();
    for kind in NameKind::ALL {
        for at in 0..pack.aliases(kind).min(1 << BITS) {
            let (spelled, entity) = pack.alias(kind, at);
            let count = index.count_naming(entity);
            let class = count.leading_zeros() as usize;
            for start in words(spelled).filter(|_| count > 0) {
                let group = group(spelled.as_bytes().get(start..).unwrap_or_default());
                all.push(((group * CLASSES + class) as u32, (kind as u32) << BITS | at));
            }
        }
    }
    all
}

/// The group of what begins with these bytes.
fn group(bytes: &[u8]) -> usize {
    let at = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte) % SECOND);
    at(0) * SECOND + at(1)
}

/// Where the words of `spelled` begin.
fn words(spelled: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    spelled.char_indices().filter_map(move |(at, c)| {
        let begins = c.is_alphanumeric() && is_between(before);
        before = c;
        begins.then_some(at)
    })
}

/// Whether a word of `spelled`, and what follows it, begins with `begun`; both are folded.
pub(super) fn begins(spelled: &str, begun: &str) -> bool {
    begun.is_empty() || words(spelled).any(|at| spelled.get(at..).is_some_and(|rest| rest.starts_with(begun)))
}

fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && c != '\''
}

/// Keeps the largest counts, each thing once.
pub(super) fn put(best: &mut Vec<(Reverse<u32>, u32)>, count: u32, of: u32) {
    let new = (Reverse(count), of);
    if count == 0 || (best.len() >= MOST_SUGGESTED && best.last().is_some_and(|last| *last <= new)) {
        return;
    }
    if let Err(at) = best.binary_search(&new) {
        best.insert(at, new);
        best.truncate(MOST_SUGGESTED);
    }
}
