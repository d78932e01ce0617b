//! The fewest bytes that the postings of these documents can take: what no index can be smaller than.
//!
//! **Invariant:** counted is what a document-level index holds: for each word the set of its documents, all sets of that
//! size being as likely, and how often it is in each, by the frequencies of these numbers among words of the like
//! number of documents. Order of documents by subject, which helps, is not assumed. Start at [`floor`].

use std::collections::BTreeMap;

use super::documents::Documents;

/// The floor, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Floor {
    /// How many postings there are.
    pub(super) postings: u64,
    /// Of which documents.
    pub(super) ids: f64,
    /// Of how often in each.
    pub(super) frequencies: f64,
}

/// The floor of `documents`.
pub(super) fn floor(documents: &Documents) -> Floor {
    let mut holders = vec![0_u64; documents.words.len()];
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for tokens in &documents.tokens {
        let mut sorted = tokens.clone();
        sorted.sort_unstable();
        for same in sorted.chunk_by(|a, b| a == b) {
            holders[same[0] as usize] += 1;
            counts.push((same[0], same.len() as u32));
        }
    }
    let all = documents.len() as u64;
    let sums = logarithms(all);
    let bits = |own: u64| sums[all as usize] - sums[own as usize] - sums[(all - own) as usize];
    let ids: f64 = holders.iter().map(|own| bits(*own)).sum();
    // Words are put together by the order of magnitude of how many documents they are in.
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
        let floor = floor(&documents_of(&["a b", "a", "a", "a"]));
        assert_eq!((floor.postings, floor.frequencies), (5, 0.0));
        assert!((floor.ids - 0.25).abs() < 1e-9, "{floor:?}");
    }

    #[test]
    fn two_numbers_as_often_are_a_bit_each() {
        let floor = floor(&documents_of(&["a a", "a"]));
        assert!(floor.ids.abs() < 1e-9 && (floor.frequencies - 0.25).abs() < 1e-9, "{floor:?}");
    }
}
