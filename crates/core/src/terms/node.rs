//! One node of a dictionary, read from its bytes.
//!
//! The format is that of the `fst` package, version 3, whose own reader panics on damaged bytes and weighs twice as much.
//! A node is read backwards from its last byte: state, count, sizes, index, then inputs, addresses and outputs, each from
//! the last arc to the first.
//! **Invariant:** no bytes make it panic, and an arc leads to a lower address only, so that every walk ends.
//! Start at [`Node::at`].

pub(super) mod inputs;

use std::ops::Range;

/// From this number of arcs on a node has an index of 256 bytes, which says where the arc of a byte is.
pub(super) const INDEXED: usize = 33;
pub(super) const INDEX: usize = 256;

/// A node: where its arcs are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Whether a term ends here.
    pub is_final: bool,
    /// How many arcs there are: at most 256.
    pub arcs: u16,
    /// The input of the only arc, where it is not among the inputs.
    only: Option<u8>,
    /// Whether the only arc leads to the node just before this one.
    is_next: bool,
    /// The bytes of an address, and of an output.
    sizes: (u8, u8),
    /// Where inputs, addresses and outputs end; each begins where the next one ends.
    ends: (usize, usize, usize),
    /// The first byte of the node, from which addresses are counted back.
    start: usize,
}

/// A way from one node to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    /// The byte that it reads.
    pub input: u8,
    /// How many terms of its node come before those behind it.
    pub out: u32,
    /// The address of the node that it leads to.
    pub to: usize,
}

impl Node {
    /// A term's end from which nothing goes on; it stands for address 0, where no node is.
    const LEAF: Self = Self {
        is_final: true,
        arcs: 0,
        only: None,
        is_next: false,
        sizes: (0, 0),
        ends: (0, 0, 0),
        start: 0,
    };

    /// The node whose last byte is at `address`.
    pub fn at(all: &[u8], address: usize) -> Option<Self> {
        if address == 0 {
            return Some(Self::LEAF);
        }
        let state = *all.get(address)?;
        let low = usize::from(state & 0b11_1111);
        if state & 0b1000_0000 != 0 {
            // One arc: its input is a common one, or the byte before.
            let (only, end) = match low.checked_sub(1) {
                Some(common) => (*inputs::COMMON.get(common)?, address),
                None => (*all.get(address.checked_sub(1)?)?, address - 1),
            };
            let is_next = state & 0b100_0000 != 0;
            let (sizes, end) = if is_next { ((0, 0), end) } else { sizes(all, end)? };
            return Self::with(false, 1, Some(only), is_next, sizes, end);
        }
        let (arcs, end) = match low {
            // A count of one needs no byte of its own, and there stands for 256.
            0 => match usize::from(*all.get(address.checked_sub(1)?)?) {
                1 => (256, address - 1),
                count => (count, address - 1),
            },
            count => (count, address),
        };
        let (sizes, end) = sizes(all, end)?;
        let end = if arcs >= INDEXED { end.checked_sub(INDEX)? } else { end };
        Self::with(state & 0b100_0000 != 0, arcs, None, false, sizes, end)
    }

    fn with(
        is_final: bool,
        arcs: usize,
        only: Option<u8>,
        is_next: bool,
        sizes: (u8, u8),
        inputs: usize,
    ) -> Option<Self> {
        let tos = if only.is_some() { inputs } else { inputs.checked_sub(arcs)? };
        let outs = tos.checked_sub(arcs * usize::from(sizes.0))?;
        let of_end = usize::from(is_final && sizes.1 > 0);
        let start = outs.checked_sub((arcs + of_end) * usize::from(sizes.1))?;
        Some(Self { is_final, arcs: arcs as u16, only, is_next, sizes, ends: (inputs, tos, outs), start })
    }

    /// The byte that arc `at` reads.
    #[inline]
    pub fn input(&self, all: &[u8], at: u16) -> Option<u8> {
        match self.only {
            Some(only) => Some(only),
            None => all.get(self.ends.0.checked_sub(usize::from(at) + 1)?).copied(),
        }
    }

    /// How many terms of this node come before those behind arc `at`.
    #[inline]
    pub fn out(&self, all: &[u8], at: u16) -> Option<u32> {
        let size = usize::from(self.sizes.1);
        let out = number(all, self.ends.2.checked_sub((usize::from(at) + 1) * size)?, size)?;
        u32::try_from(out).ok()
    }

    /// The arc `at`.
    pub fn arc(&self, all: &[u8], at: u16) -> Option<Arc> {
        if at >= self.arcs {
            return None;
        }
        let size = usize::from(self.sizes.0);
        let back = if self.is_next {
            1
        } else {
            usize::try_from(number(all, self.ends.1.checked_sub((usize::from(at) + 1) * size)?, size)?)
                .ok()?
        };
        let to = if back == 0 { 0 } else { self.start.checked_sub(back)? };
        Some(Arc { input: self.input(all, at)?, out: self.out(all, at)?, to })
    }

    /// The arc that reads `byte`.
    pub fn find(&self, all: &[u8], byte: u8) -> Option<u16> {
        if usize::from(self.arcs) >= INDEXED {
            let at = u16::from(*all.get(self.ends.0 + usize::from(byte))?);
            return (at < self.arcs).then_some(at);
        }
        (0..self.arcs).find(|at| self.input(all, *at) == Some(byte))
    }

    /// The ids of the terms behind arc `at`, where those behind this node are `ids`.
    #[inline]
    pub fn ids(&self, all: &[u8], at: u16, ids: &Range<u32>) -> Option<Range<u32>> {
        let from = ids.start.checked_add(self.out(all, at)?)?;
        let to = match at + 1 {
            next if next < self.arcs => ids.start.checked_add(self.out(all, next)?)?,
            _ => ids.end,
        };
        (ids.start <= from && from <= to && to <= ids.end).then_some(from..to)
    }

    /// The last arc before which there are at most `most` terms.
    pub fn last_up_to(&self, all: &[u8], most: u32) -> Option<Arc> {
        let (mut from, mut to) = (0, self.arcs);
        while from < to {
            let middle = u16::midpoint(from, to);
            if self.out(all, middle)? <= most { from = middle + 1 } else { to = middle }
        }
        self.arc(all, from.checked_sub(1)?)
    }
}

/// The sizes of an address and of an output, from the byte before `end`.
fn sizes(all: &[u8], end: usize) -> Option<((u8, u8), usize)> {
    let end = end.checked_sub(1)?;
    let byte = *all.get(end)?;
    let sizes = (byte >> 4, byte & 0b1111);
    (sizes.0 <= 8 && sizes.1 <= 8).then_some((sizes, end))
}

/// The number of `size` bytes at `at`, little endian; no bytes are zero.
#[inline]
fn number(all: &[u8], at: usize, size: usize) -> Option<u64> {
    let bytes = all.get(at..at.checked_add(size)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
