//! The bytes of a section on their way into a pack.
//!
//! **Invariant:** a section that grows with the text stands on a store from when its columns are added, and is never
//! held as a whole; its length and checksum are known when the last one was. Start at [`Scribe`].

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::corpus::store::{Pieces, Store};

/// The bytes of a section.
#[derive(Clone, Debug)]
pub enum Content<'s> {
    /// In memory.
    Held(Vec<u8>),
    /// On a store.
    Stored(Stored<'s>),
}

/// Bytes on a store.
#[derive(Clone, Debug)]
pub struct Stored<'s> {
    pieces: Pieces<'s>,
    length: u64,
    checksum: u64,
}

impl Content<'_> {
    pub(super) fn len(&self) -> u64 {
        match self {
            Self::Held(bytes) => bytes.len() as u64,
            Self::Stored(stored) => stored.length,
        }
    }

    pub(super) fn checksum(&self) -> u64 {
        match self {
            Self::Held(bytes) => xxh3_64(bytes),
            Self::Stored(stored) => stored.checksum,
        }
    }

    /// Gives `out` the bytes, one piece after the other.
    pub(super) fn each(&self, mut out: impl FnMut(&[u8])) {
        match self {
            Self::Held(bytes) => out(bytes),
            Self::Stored(Stored { pieces, .. }) => {
                (0..).map_while(|at| pieces.get(at)).for_each(|piece| out(&piece));
            }
        }
    }

    /// The bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut all = Vec::new();
        self.each(|piece| all.extend_from_slice(piece));
        all
    }
}

impl From<Vec<u8>> for Content<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Held(bytes)
    }
}

/// Writes a section onto a store: what a [`Writer`](crate::columns::Writer) writes in memory.
pub struct Scribe<'s> {
    pieces: Pieces<'s>,
    length: u64,
    checksum: Xxh3,
}

impl std::fmt::Debug for Scribe<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scribe").field("length", &self.length).finish_non_exhaustive()
    }
}

impl<'s> Scribe<'s> {
    /// A section on `store`.
    pub fn on(store: &'s dyn Store) -> Self {
        Self { pieces: Pieces::on(store), length: 0, checksum: Xxh3::new() }
    }

    /// Adds a column after its length.
    pub fn add(&mut self, column: &[u8]) {
        self.put(&(column.len() as u64).to_le_bytes());
        self.put(column);
    }

    /// Adds bytes as they are.
    pub fn put(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        self.checksum.update(bytes);
        // A piece is got as a whole, and its length is a number of 32 bits.
        bytes.chunks(PIECE).for_each(|piece| self.pieces.put(piece));
    }

    /// The section.
    pub fn finish(self) -> Content<'s> {
        let Self { pieces, length, checksum } = self;
        Content::Stored(Stored { pieces, length, checksum: checksum.digest() })
    }
}

/// The most bytes of a piece.
const PIECE: usize = 1 << 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Writer;
    use crate::corpus::store::Memory;

    #[test]
    fn a_section_on_a_store_is_the_one_in_memory() {
        let (store, mut writer) = (Memory::default(), Writer::default());
        let mut scribe = Scribe::on(&store);
        for column in [&b"one"[..], b"", &vec![7; PIECE + 9]] {
            scribe.add(column);
            writer.add(column);
        }
        let (stored, held) = (scribe.finish(), Content::from(writer.finish()));
        assert_eq!(stored.bytes(), held.bytes());
        assert_eq!((stored.len(), stored.checksum()), (held.len(), held.checksum()));
    }
}
