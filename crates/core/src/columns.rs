//! Columns: lists of whole numbers and strings as bytes that are read where they lie.
//!
//! Every column is written once and never changes; opening one looks at its first bytes only, and reading an item
//! takes no time that grows with the column.
//! **Invariant:** any bytes open to a column or to `None`, and an index or a number that does not fit gives `None` or
//! an empty list, never a panic; the same items give the same bytes.
//! Start at [`Bytes`], then [`Packed`], [`Starts`], [`Lists`], [`Sparse`] and [`Strings`]; [`Writer`] puts several into one section.

pub(crate) mod flat;
mod lists;
mod packed;
mod sparse;
mod starts;
mod strings;

use std::sync::Arc;

pub(crate) use flat::Flat;
pub use lists::{Lists, ListsSlice};
pub use packed::{Packed, Slice};
pub(crate) use packed::{pack, unpack};
pub use sparse::{Cursor, Sparse};
pub use starts::{Starts, StartsSlice};
pub use strings::Strings;

/// A part of bytes that several hold together; cloning it copies no byte.
#[derive(Clone, Debug)]
pub struct Bytes {
    all: Arc<Vec<u8>>,
    from: usize,
    to: usize,
}

impl Bytes {
    /// All of `bytes`.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { from: 0, to: bytes.len(), all: Arc::new(bytes) }
    }

    /// The bytes from `from` up to, not including, `to`, or `None` where there are not as many.
    pub fn part(&self, from: usize, to: usize) -> Option<Self> {
        let (start, end) = (self.from.checked_add(from)?, self.from.checked_add(to)?);
        (start <= end && end <= self.to).then(|| Self { all: self.all.clone(), from: start, to: end })
    }

    /// Little-endian 32 bits at `at`.
    pub fn u32_at(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.get(at..at.checked_add(4)?)?.try_into().ok()?))
    }

    /// Little-endian 64 bits at `at`.
    pub fn u64_at(&self, at: usize) -> Option<u64> {
        Some(u64::from_le_bytes(self.get(at..at.checked_add(8)?)?.try_into().ok()?))
    }
}

impl Default for Bytes {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.all.get(self.from..self.to).unwrap_or_default()
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

/// Columns one after the other, each after its length.
#[derive(Debug, Default)]
pub struct Writer {
    out: Vec<u8>,
}

impl Writer {
    /// Adds the bytes of a column.
    pub fn add(&mut self, column: &[u8]) {
        self.out.extend((column.len() as u64).to_le_bytes());
        self.out.extend(column);
    }

    /// The section.
    pub fn finish(self) -> Vec<u8> {
        self.out
    }
}

/// Reads what a [`Writer`] has put together, in the same order. Its methods are not inlined: a pack has dozens of
/// columns, each opened once.
#[derive(Clone, Debug)]
pub struct Reader {
    rest: Bytes,
}

impl Reader {
    /// Reads `section` from its first column.
    pub fn new(section: Bytes) -> Self {
        Self { rest: section }
    }

    /// The bytes of the next column.
    #[inline(never)]
    pub fn bytes(&mut self) -> Option<Bytes> {
        let end = usize::try_from(self.rest.u64_at(0)?).ok()?.checked_add(8)?;
        let column = self.rest.part(8, end)?;
        self.rest = self.rest.part(end, self.rest.len())?;
        Some(column)
    }

    /// The next column as numbers.
    #[inline(never)]
    pub fn packed(&mut self) -> Option<Packed> {
        Packed::open(self.bytes()?)
    }

    /// The next column as starts.
    #[inline(never)]
    pub fn starts(&mut self) -> Option<Starts> {
        Starts::open(self.bytes()?)
    }

    /// The next column as lists.
    #[inline(never)]
    pub fn lists(&mut self) -> Option<Lists> {
        Lists::open(self.bytes()?)
    }

    /// The next column as lists of few keys.
    #[inline(never)]
    pub fn sparse(&mut self) -> Option<Sparse> {
        Sparse::open(self.bytes()?)
    }

    /// The next column as strings.
    #[inline(never)]
    pub fn strings(&mut self) -> Option<Strings> {
        Strings::open(self.bytes()?)
    }

    /// Whether nothing is left.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}
