//! The fewest bytes that the postings of these documents can take: what no index can be smaller than.
//!
//! **Invariant:** counted is what an index of documents, or of passages, holds: for each word the set of those that have
//! it, all sets of that size being as likely, and how often it is in each, by the frequencies of these numbers among
//! words of the like number. Order by subject or time, which helps, is not assumed. Start at [`floor`].

use std::collections::BTreeMap;

use super::documents::Documents;

/// The floor, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Floor {
    /// How many postings there are.
    pub(super) postings: u64,
    /// The bytes of where each word is.
    pub(super) ids: f64,
    /// Of how often it is there.
    pub(super) frequencies: f64,
}

impl Floor {
    /// Both.
    pub(super) fn bytes(&self) -> f64 {
        self.ids + self.frequencies
    }
}

/// The floor of an index of documents.
pub(super) fn of_documents(documents: &Documents) -> Floor {
    floor(documents.words.len(), documents.tokens.iter().map(Vec::as_slice))
}

/// The floor of an index of passages, such as Dateline's.
pub(super) fn of_passages(documents: &Documents) -> Floor {
    let passages = documents.tokens.iter().zip(&documents.passages).flat_map(|(tokens, starts)| {
        let ends = starts.iter().skip(1).map(|end| *end as usize).chain([tokens.len()]);
        starts.iter().zip(ends).filter_map(|(from, to)| tokens.get(*from as usize..to))
    });
    floor(documents.words.len(), passages)
}

/// The floor of postings of `words` words in `places`, each its words.
fn floor<'a>(words: usize, places: impl Iterator<Item = &'a [u32]>) -> Floor {
    let mut holders = vec![0_u64; words];
    let mut counts: Vec<(u32, u32)> = Vec::new();
    let mut all = 0_u64;
    for tokens in places.filter(|tokens| !tokens.is_empty()) {
        all += 1;
        let mut sorted = tokens.to_vec();
        sorted.sort_unstable();
        for same in sorted.chunk_by(|a, b| a == b) {
            holders[same[0] as usize] += 1;
            counts.push((same[0], same.len() as u32));
        }
    }
    let sums = logarithms(all);
    let bits = |own: u64| sums[all as usize] - sums[own as usize] - sums[(all - own) as usize];
    let ids: f64 = holders.iter().map(|own| bits(*own)).sum();
    // Words are put together by the order of magnitude of how many places they are in.
    let mut frequencies: BTreeMap<u32, BTreeMap<u32, u64>> = BTreeMap::new();
    for (word, count) in &counts {
        *frequencies.entry(holders[*word as usize].ilog2()).or_default().entry(*count).or_default() += 1;
    }
    let frequencies: f64 = frequencies.values().map(entropy).sum();
    Floor { postings: counts.len() as u64, ids: ids / 8.0, frequencies: frequencies / 8.0 }
}

/// The logarithm of each factorial up to that of `most`, to base 2.
fn logarithms(most: u64) -> Vec<f64> {
    let mut sums = vec![0.0];
    for number in 1..=most {
        sums.push(sums[number as usize - 1] + (number as f64).log2());
    }
    sums
}

/// The bits that it takes to write all of `counted` by their frequency.
fn entropy(counted: &BTreeMap<u32, u64>) -> f64 {
    let all = counted.values().sum::<u64>() as f64;
    counted.values().map(|own| *own as f64 * (all / *own as f64).log2()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::search::made::documents_of;

    #[test]
    fn one_of_four_is_two_bits_and_all_of_them_are_none() {
        let floor = of_documents(&documents_of(&["a b", "a", "a", "a"]));
        assert_eq!((floor.postings, floor.frequencies), (5, 0.0));
        assert!((floor.ids - 0.25).abs() < 1e-9, "{floor:?}");
    }

    #[test]
    fn two_numbers_as_often_are_a_bit_each() {
        let floor = of_documents(&documents_of(&["a a", "a"]));
        assert!(floor.ids.abs() < 1e-9 && (floor.frequencies - 0.25).abs() < 1e-9, "{floor:?}");
    }
}
