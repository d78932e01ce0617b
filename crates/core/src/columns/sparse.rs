//! Lists of numbers that few of many keys have.
//!
//! **Invariant:** keys go up, and a key without a list has an empty one. Start at [`Sparse::write`] and [`Sparse::get`].

use super::{Bytes, Lists, Packed, Reader, Writer};

/// A column of lists by key.
#[derive(Clone, Debug, Default)]
pub struct Sparse {
    keys: Packed,
    lists: Lists,
}

impl Sparse {
    /// `items` as bytes, each with its key before it; keys go up.
    pub fn write(items: &[(u32, u32)]) -> Vec<u8> {
        let lists = || items.chunk_by(|(a, _), (b, _)| a == b);
        let mut writer = Writer::default();
        writer.add(&Packed::of(lists().filter_map(|list| list.first()).map(|(key, _)| *key)));
        let lengths = lists().map(|list| list.len() as u32);
        writer.add(&Lists::of(lengths, items.iter().map(|(_, item)| *item)));
        writer.finish()
    }

    /// The column in `bytes`, or `None` where they are no column.
    pub fn open(bytes: Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (keys, lists) = (reader.packed()?, reader.lists()?);
        (keys.len() == lists.len() && reader.is_at_end()).then_some(Self { keys, lists })
    }

    /// How many keys have a list.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether no key has a list.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The keys that have a list, in order.
    pub fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.keys.iter()
    }

    /// The list of `key`.
    pub fn get(&self, key: u32) -> impl ExactSizeIterator<Item = u32> + Clone + '_ {
        let at = self.keys.first_from(key) as u32;
        let found = self.keys.get(at as usize) == Some(key);
        self.lists.get(if found { at } else { u32::MAX })
    }

    /// The same column for keys that go up: each look-up goes on from the last one.
    pub fn cursor(&self) -> Cursor<'_> {
        Cursor { column: self, at: 0, key: self.keys.get(0) }
    }

    /// Every key from `key` on with its list, in order.
    pub fn from(
        &self,
        key: u32,
    ) -> impl Iterator<Item = (u32, impl ExactSizeIterator<Item = u32> + Clone + '_)> {
        (self.keys.first_from(key) as u32..self.keys.len() as u32)
            .map(|at| (self.keys.slice().at(at), self.lists.get(at)))
    }
}

/// Where a reader of rising keys is.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    column: &'a Sparse,
    at: u32,
    /// The key at `at`, or `None` at the end.
    key: Option<u32>,
}

impl<'a> Cursor<'a> {
    /// The list of `key`, which is not below the last one asked for; `None` where it has none.
    #[inline]
    pub fn list(&mut self, key: u32) -> Option<impl ExactSizeIterator<Item = u32> + Clone + use<'a>> {
        if self.key.is_some_and(|own| own < key) {
            self.seek(key);
        }
        (self.key == Some(key)).then(|| self.column.lists.slice().get(self.at))
    }

    /// Goes to the first key that is not below `key`.
    fn seek(&mut self, key: u32) {
        let keys = self.column.keys.slice();
        let below = |at: u32| keys.get(at as usize).is_some_and(|own| own < key);
        let mut step = 1;
        while below(self.at + step) {
            self.at += step;
            step *= 2;
        }
        while step > 0 {
            if below(self.at + step) {
                self.at += step;
            }
            step /= 2;
        }
        self.at += 1;
        self.key = keys.get(self.at as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_its_list_and_other_keys_an_empty_one() {
        let lists = [(3, vec![7, 8]), (9, vec![2]), (400, vec![1])];
        let items: Vec<(u32, u32)> =
            lists.iter().flat_map(|(k, list)| list.iter().map(|item| (*k, *item))).collect();
        let column = Sparse::open(Bytes::new(Sparse::write(&items))).unwrap();
        for key in 0..500 {
            let own = lists.iter().find(|(k, _)| *k == key).map_or(&[][..], |(_, list)| list);
            assert_eq!(column.get(key).collect::<Vec<_>>(), own, "{key}");
        }
        for step in [1, 2, 7, 397] {
            let mut cursor = column.cursor();
            for key in (0..500).step_by(step) {
                let own = lists.iter().find(|(k, _)| *k == key).map(|(_, list)| list.clone());
                assert_eq!(cursor.list(key).map(Iterator::collect::<Vec<_>>), own, "{key} by {step}");
            }
        }
        assert_eq!(column.keys().collect::<Vec<_>>(), [3, 9, 400]);
        assert_eq!(column.from(4).map(|(key, _)| key).collect::<Vec<_>>(), [9, 400]);
    }
}
