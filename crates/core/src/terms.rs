//! Terms: the dictionary of all words of a corpus, read in place, with look-up by prefix and by what was mistyped.
//!
//! A finite-state dictionary holds the folded words in byte order; a term's id is its rank, so that a prefix is one
//! range of ids. Beside it stand the [`stem()`] of a word and the [`Classes`] of terms that share one.
//! **Invariant:** opening copies and parses nothing, and no bytes make a look-up panic or run without end: damage that
//! [`Terms::open`] cannot see gives wrong answers at worst, and the checksum of what holds the bytes is there for that.
//! Start at [`write()`] and [`Terms::open`].

mod classes;
mod edits;
mod error;
mod near;
mod node;
mod stem;
mod suggest;
mod write;

use std::ops::Range;

pub use classes::{Classes, write_classes};
pub use error::TermsError;
pub use near::{Budget, Near, Run};
pub use stem::stem;
pub use suggest::Suggestion;
pub use write::write;

use crate::columns::Bytes;
use node::Node;

/// The version of the format, which is that of the `fst` package.
const VERSION: u64 = 3;
/// Version and type before the nodes; count, address of the root and a checksum after them.
const HEAD: usize = 16;
const FOOT: usize = 20;

/// The terms of a corpus.
#[derive(Clone, Debug)]
pub struct Terms {
    bytes: Bytes,
    root: usize,
    len: u32,
}

impl Terms {
    /// The dictionary that `bytes` hold, read where they are.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Self, TermsError> {
        let bytes = bytes.into();
        let all = bytes.as_ref();
        let end = all.len();
        let short = || TermsError::Short { expected: HEAD + FOOT, found: end };
        let foot = end.checked_sub(FOOT).filter(|foot| *foot >= HEAD).ok_or_else(short)?;
        let version = u64_at(all, 0).ok_or_else(short)?;
        if version != VERSION {
            return Err(TermsError::Version { found: version });
        }
        let len = u64_at(all, foot).ok_or_else(short)?;
        let len = u32::try_from(len).map_err(|_| TermsError::Count { found: len })?;
        let root = u64_at(all, foot + 8).ok_or_else(short)?;
        // The root is the last node, or none at all where there is no term, or only the empty one.
        let expected = if foot == HEAD { 0 } else { foot - 1 };
        if root != expected as u64 || (foot == HEAD && len > 1) {
            return Err(TermsError::Root { expected, found: root });
        }
        Node::at(all, expected).ok_or(TermsError::Root { expected, found: root })?;
        Ok(Self { root: expected, len, bytes })
    }

    /// How many terms there are.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The id of `term`, which is folded.
    pub fn id(&self, term: &str) -> Option<u32> {
        let (node, ids) = self.walk(term)?;
        (node.is_final && !ids.is_empty()).then_some(ids.start)
    }

    /// The ids of all terms that begin with `start`, which is folded.
    pub fn prefix(&self, start: &str) -> Range<u32> {
        self.walk(start).map_or(0..0, |(_, ids)| ids)
    }

    /// The term whose id is `id`.
    pub fn name(&self, id: u32) -> Option<String> {
        let all = self.bytes.as_ref();
        let (mut node, mut left) = (Node::at(all, self.root)?, id);
        let mut name = Vec::new();
        if id >= self.len {
            return None;
        }
        while left > 0 || !node.is_final {
            let arc = node.last_up_to(all, left)?;
            left -= arc.out;
            name.push(arc.input);
            node = Node::at(all, arc.to)?;
        }
        String::from_utf8(name).ok()
    }

    /// The node that `start` leads to, and the ids of all terms behind it.
    fn walk(&self, start: &str) -> Option<(Node, Range<u32>)> {
        let all = self.bytes.as_ref();
        let mut node = Node::at(all, self.root)?;
        let mut ids = 0..self.len;
        for byte in start.bytes() {
            let at = node.find(all, byte)?;
            ids = node.ids(all, at, &ids)?;
            node = Node::at(all, node.arc(all, at)?.to)?;
        }
        Some((node, ids))
    }
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
