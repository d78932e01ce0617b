//! Where bytes are while a pack is built: in memory, or wherever a caller keeps them.
//!
//! What grows with the text of a corpus is put there as it comes, and read again when it is written.
//! **Invariant:** what was put is got back as it was; what cannot be is for the caller to notice, who uses nothing of
//! what was then built. Start at [`Store`].

use std::cell::RefCell;

/// Bytes behind bytes.
pub trait Store {
    /// Puts `bytes` behind the others; where they begin.
    fn put(&self, bytes: &[u8]) -> u64;

    /// The `length` bytes that begin at `at`, or `None` where they are lost.
    fn get(&self, at: u64, length: u32) -> Option<Vec<u8>>;
}

/// Bytes in memory, for a corpus that stands there itself.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Vec<u8>>);

impl Store for Memory {
    fn put(&self, bytes: &[u8]) -> u64 {
        let mut all = self.0.borrow_mut();
        let at = all.len() as u64;
        all.extend_from_slice(bytes);
        at
    }

    fn get(&self, at: u64, length: u32) -> Option<Vec<u8>> {
        let from = usize::try_from(at).ok()?;
        self.0.borrow().get(from..from.checked_add(length as usize)?).map(<[u8]>::to_vec)
    }
}

/// Pieces of bytes on a store, each of which is got as a whole.
#[derive(Clone)]
pub(crate) struct Pieces<'s> {
    store: &'s dyn Store,
    places: Vec<(u64, u32)>,
}

impl<'s> Pieces<'s> {
    /// None yet.
    pub(crate) fn on(store: &'s dyn Store) -> Self {
        Self { store, places: Vec::new() }
    }

    /// Puts `piece` behind the others.
    pub(crate) fn put(&mut self, piece: &[u8]) {
        self.places.push((self.store.put(piece), piece.len() as u32));
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// Piece `at`; none where there are no more.
    pub(crate) fn get(&self, at: usize) -> Option<Vec<u8>> {
        let (from, length) = *self.places.get(at)?;
        self.store.get(from, length)
    }
}

impl std::fmt::Debug for Pieces<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Pieces").field(&self.places.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_back_as_they_were_put() {
        let store = Memory::default();
        let (mut one, mut other) = (Pieces::on(&store), Pieces::on(&store));
        one.put(b"ab");
        other.put(b"");
        one.put(b"c");
        assert_eq!((one.get(0), one.get(1), one.get(2)), (Some(b"ab".to_vec()), Some(b"c".to_vec()), None));
        assert_eq!(other.get(0), Some(Vec::new()));
        assert_eq!(store.get(2, 2), None);
        assert_eq!(store.get(u64::MAX, 1), None);
    }
}
