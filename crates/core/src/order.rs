//! Sorting, and maps made of what comes in any order, in little code.
//!
//! The standard library's sorts are made again for every type that is sorted, and together were a tenth of the language
//! module; these do their work in one function for all types, by numbers of rows.
//! **Invariant:** stable: what is equal stays in its order. Time is `n log n` whatever the order before, linear where
//! all is in order already, and near that where little is out of its place. Start at [`Order`].

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many rows are sorted where they are.
const FEW: usize = 20;

/// What is sorted, as its rows.
trait Rows {
    /// Whether row `a` goes before row `b`.
    fn before(&mut self, a: usize, b: usize) -> bool;
    fn swap(&mut self, a: usize, b: usize);
}

struct Items<'a, T, F> {
    items: &'a mut [T],
    compare: F,
}

impl<T, F: FnMut(&T, &T) -> Ordering> Rows for Items<'_, T, F> {
    fn before(&mut self, a: usize, b: usize) -> bool {
        match (self.items.get(a), self.items.get(b)) {
            (Some(a), Some(b)) => (self.compare)(a, b) == Ordering::Less,
            _ => false,
        }
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.items.swap(a, b);
    }
}

/// Sorting of a slice.
pub trait Order {
    /// What the slice is of.
    type Item;

    /// Sorts by `compare`.
    fn order_by(&mut self, compare: impl FnMut(&Self::Item, &Self::Item) -> Ordering);

    /// Sorts by what `key` gives.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&Self::Item) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts.
    fn order(&mut self)
    where
        Self::Item: Ord,
    {
        self.order_by(Ord::cmp);
    }
}

impl<T> Order for [T] {
    type Item = T;

    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering) {
        sort(self.len(), &mut Items { items: self, compare });
    }
}

/// The `most` least of `items`, in order; as many again are gathered before the larger half is dropped, so that each
/// item costs little.
pub(crate) fn least<T: Ord>(items: impl Iterator<Item = T>, most: usize) -> Vec<T> {
    let mut held: Vec<T> = Vec::new();
    for item in items {
        if held.len() > most && held.get(most).is_some_and(|bound| item >= *bound) {
            continue;
        }
        held.push(item);
        if held.len() >= most.saturating_mul(2).max(64) {
            held.order();
            held.truncate(most.saturating_add(1));
        }
    }
    held.order();
    held.truncate(most);
    held
}

/// The map of `pairs`; the last of equal keys counts.
pub(crate) fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// The set of `items`.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

fn sort(length: usize, rows: &mut dyn Rows) {
    if (1..length).all(|i| !rows.before(i, i - 1)) {
        return;
    }
    if length <= FEW {
        for i in 1..length {
            for j in (1..=i).rev() {
                if !rows.before(j, j - 1) {
                    break;
                }
                rows.swap(j, j - 1);
            }
        }
        return;
    }
    let mut order: Vec<usize> = (0..length).collect();
    let mut next = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        for pair in order.chunks(2 * run) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            // What is in order already is taken as it is: before the first of the right, and after the last of the left.
            let (Some(&first), Some(&last)) = (right.first(), left.last()) else {
                next.extend_from_slice(pair);
                continue;
            };
            let (before, left) = left.split_at(left.partition_point(|row| !rows.before(first, *row)));
            let (right, after) = right.split_at(right.partition_point(|row| rows.before(*row, last)));
            next.extend_from_slice(before);
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            while let Some(row) = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if rows.before(**b, **a) => right.next(),
                (Some(_), _) => left.next(),
                (None, _) => right.next(),
            } {
                next.push(*row);
            }
            next.extend_from_slice(after);
        }
        std::mem::swap(&mut order, &mut next);
        next.clear();
        run *= 2;
    }
    // Each place is given its row, going round by round: `order` says where the row for a place comes from.
    for start in 0..length {
        let mut at = start;
        while let Some(from) = order.get_mut(at) {
            let row = std::mem::replace(from, at);
            if row == at || row == start {
                break;
            }
            rows.swap(at, row);
            at = row;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_items_are_sorted_as_the_library_sorts_them(
            keys in proptest::collection::vec(0_u8..40, 0..200)
        ) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            items.order_by_key(|(key, _)| std::cmp::Reverse(*key));
            prop_assert_eq!(&items, &expected);
            expected.sort_unstable();
            items.order();
            prop_assert_eq!(&items, &expected);
            prop_assert_eq!(map(items.clone()), items.iter().copied().collect());
            prop_assert_eq!(set(items.clone()), items.iter().copied().collect());
        }
    }
}
