//! Lists of numbers end to end, in memory: what columns hold, as it is gathered, changed or unpacked.
//!
//! **Invariant:** a list that does not exist is empty; lists keep their lengths. Start at [`Flat::push`] for lists in order, [`Flat::by_list`]
//! for numbers in any order.

use serde::{Deserialize, Serialize};

use super::Lists;

/// Lists end to end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Flat {
    all: Vec<u32>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl Flat {
    /// `lists` lists of numbers that come in any order, each with its list; within a list they keep their order. In time
    /// linear in both.
    pub(crate) fn by_list(lists: usize, numbers: &[(u32, u32)]) -> Self {
        let mut next = vec![0u32; lists];
        for (list, _) in numbers {
            if let Some(length) = next.get_mut(*list as usize) {
                *length += 1;
            }
        }
        let mut sum = 0;
        for length in &mut next {
            sum += std::mem::replace(length, sum);
        }
        let mut all = vec![0; sum as usize];
        for (list, number) in numbers {
            let Some(next) = next.get_mut(*list as usize) else { continue };
            if let Some(place) = all.get_mut(*next as usize) {
                *place = *number;
            }
            *next += 1;
        }
        // Where the next number of a list would go is where the list ends.
        Self { all, ends: next }
    }

    /// Adds a list behind the others.
    pub(crate) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.all.extend(list);
        self.ends.push(self.all.len() as u32);
    }

    /// The lists as [`Lists`] have them.
    pub(crate) fn column(&self) -> Vec<u8> {
        Lists::of(self.iter().map(|list| list.len() as u32), self.all.iter().copied())
    }

    /// The numbers of all lists, one after the other.
    pub(crate) fn into_all(self) -> Vec<u32> {
        self.all
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    #[inline]
    fn range(&self, at: u32) -> std::ops::Range<usize> {
        let end = |at: u32| self.ends.get(at as usize).map_or(0, |end| *end as usize);
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// List `at`.
    #[inline]
    pub(crate) fn get(&self, at: u32) -> &[u32] {
        self.all.get(self.range(at)).unwrap_or_default()
    }

    /// List `at`, to be changed.
    pub(crate) fn get_mut(&mut self, at: u32) -> &mut [u32] {
        let range = self.range(at);
        self.all.get_mut(range).unwrap_or_default()
    }

    /// All numbers, in order.
    pub(crate) fn all(&self) -> &[u32] {
        &self.all
    }

    /// All numbers, to be changed.
    pub(crate) fn all_mut(&mut self) -> &mut [u32] {
        &mut self.all
    }

    /// All lists, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.len()).map(|list| self.get(list))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back_in_their_lists(numbers in proptest::collection::vec((0u32..9, any::<u32>()), 0..60)) {
            let of = |list: u32| numbers.iter().filter(move |(own, _)| *own == list).map(|(_, number)| *number);
            let found = Flat::by_list(7, &numbers);
            let mut pushed = Flat::default();
            (0..7).for_each(|list| pushed.push(of(list)));
            prop_assert_eq!((found.len(), pushed.len()), (7, 7));
            for list in 0..7 {
                prop_assert_eq!(found.get(list), of(list).collect::<Vec<_>>());
                prop_assert_eq!(pushed.get(list), found.get(list));
            }
            prop_assert_eq!(found.get(7), &[0u32; 0]);
            prop_assert_eq!(found.iter().count(), 7);
            prop_assert_eq!(found.all(), (0..7).flat_map(of).collect::<Vec<_>>());
            pushed.get_mut(3).reverse();
            prop_assert!(pushed.get(3).iter().rev().eq(found.get(3)));
            prop_assert_eq!(pushed.get_mut(7), &[0u32; 0]);
        }
    }
}
