//! Many short lists of numbers in one, as they are gathered and changed: a corpus has a few for every article.
//!
//! **Invariant:** a list that does not exist is empty; lists keep their lengths. Start at [`Runs::push`].

use serde::{Deserialize, Serialize};

/// Lists end to end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Runs {
    all: Vec<u32>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl Runs {
    /// Adds a list behind the others.
    pub(crate) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.all.extend(list);
        self.ends.push(self.all.len() as u32);
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, list: usize) -> std::ops::Range<usize> {
        let end = |list: usize| self.ends.get(list).map_or(0, |end| *end as usize);
        list.checked_sub(1).map_or(0, end)..end(list)
    }

    /// List `list`.
    pub(crate) fn get(&self, list: usize) -> &[u32] {
        self.all.get(self.range(list)).unwrap_or_default()
    }

    /// List `list`, to be changed.
    pub(crate) fn get_mut(&mut self, list: usize) -> &mut [u32] {
        let range = self.range(list);
        self.all.get_mut(range).unwrap_or_default()
    }

    /// All lists, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.len()).map(|list| self.get(list))
    }

    /// All numbers, in order.
    pub(crate) fn all(&self) -> &[u32] {
        &self.all
    }

    /// All numbers, to be changed.
    pub(crate) fn all_mut(&mut self) -> &mut [u32] {
        &mut self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_back_as_they_were_pushed_and_changed() {
        let mut runs = Runs::default();
        let lists: [&[u32]; 4] = [&[], &[1, 2], &[3], &[]];
        for list in lists {
            runs.push(list.iter().copied());
        }
        assert!(runs.iter().eq(lists));
        runs.get_mut(1).reverse();
        assert_eq!((runs.get(1), runs.get(2), runs.get(9)), (&[2, 1][..], &[3][..], &[][..]));
        assert_eq!((runs.len(), runs.all()), (4, &[2, 1, 3][..]));
    }
}
