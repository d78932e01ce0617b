//! Writing a dictionary: sorted terms in, the smallest automaton of them out.
//!
//! Terms come in order, so a node is finished when the next term leaves it, and of two with the same arcs only the first is
//! written (Daciuk, Mihov, Watson and Watson, "Incremental construction of minimal acyclic finite-state automata", 2000).
//! What an arc puts out is how many terms of its node come before it, so nodes are shared although every term has a number.
//! The format is that of the `fst` package, version 3, but for its checksum, which is zero: what holds the bytes has one.
//! **Invariant:** the same terms give the same bytes on every machine; the `fst` package's own writer gives others where
//! an address has 32 bits. Memory grows with the nodes.

use rustc_hash::FxHashMap;

use super::node::inputs::{self, COMMON};
use super::node::{INDEX, INDEXED};

/// A node whose terms are still coming.
#[derive(Default)]
struct Open {
    is_final: bool,
    arcs: Vec<Arc>,
    /// The byte that leads to the open node after this one.
    next: u8,
}

/// A way to a written node.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Arc {
    input: u8,
    to: u64,
    /// How many terms are behind it.
    terms: u32,
}

/// The dictionary of `sorted`, which are distinct and in byte order; a term that is not above all before it is left out.
pub fn write<'a>(sorted: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut writer = Writer { out: super::VERSION.to_le_bytes().to_vec(), ..Writer::default() };
    writer.out.extend([0; 8]);
    let mut open = vec![Open::default()];
    let mut last: Option<&str> = None;
    let mut count = 0u64;
    for term in sorted {
        if last.is_some_and(|last| last >= term) {
            continue;
        }
        let shared = last.unwrap_or_default().bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
        writer.close(&mut open, shared + 1);
        for byte in term.bytes().skip(shared) {
            if let Some(node) = open.last_mut() {
                node.next = byte;
            }
            open.push(Open::default());
        }
        if let Some(node) = open.last_mut() {
            node.is_final = true;
        }
        count += 1;
        last = Some(term);
    }
    writer.close(&mut open, 1);
    let root = open.pop().map_or(0, |root| writer.address(root.is_final, root.arcs));
    let mut out = writer.out;
    out.extend(count.to_le_bytes());
    out.extend(root.to_le_bytes());
    out.extend([0; 4]);
    out
}

/// The nodes written so far.
#[derive(Default)]
struct Writer {
    out: Vec<u8>,
    known: FxHashMap<(bool, Vec<Arc>), u64>,
}

impl Writer {
    /// Writes the open nodes from `depth` on, the last first.
    fn close(&mut self, open: &mut Vec<Open>, depth: usize) {
        while open.len() > depth {
            let Some(node) = open.pop() else { return };
            let terms = node.arcs.iter().map(|arc| arc.terms).sum::<u32>() + u32::from(node.is_final);
            let to = self.address(node.is_final, node.arcs);
            if let Some(before) = open.last_mut() {
                before.arcs.push(Arc { input: before.next, to, terms });
            }
        }
    }

    /// The address of the node with these arcs, written now if there was none.
    fn address(&mut self, is_final: bool, arcs: Vec<Arc>) -> u64 {
        if is_final && arcs.is_empty() {
            return 0;
        }
        let key = (is_final, arcs);
        if let Some(address) = self.known.get(&key) {
            return *address;
        }
        let start = self.out.len() as u64;
        match &key.1[..] {
            [arc] if !is_final => self.one(arc, start),
            arcs => self.many(is_final, arcs, start),
        }
        let address = self.out.len() as u64 - 1;
        self.known.insert(key, address);
        address
    }

    /// A node with one arc, before which no term comes.
    fn one(&mut self, arc: &Arc, start: u64) {
        let is_next = arc.to != 0 && arc.to + 1 == start;
        if !is_next {
            let back = back(start, arc.to);
            let size = bytes_of(back);
            self.number(back, size);
            self.out.push(size << 4);
        }
        let common = COMMON.iter().position(|common| *common == arc.input);
        if common.is_none() {
            self.out.push(arc.input);
        }
        self.out.push(0b1000_0000 | u8::from(is_next) << 6 | common.map_or(0, |at| at as u8 + 1));
    }

    fn many(&mut self, is_final: bool, arcs: &[Arc], start: u64) {
        let mut before = u32::from(is_final);
        let mut outs = Vec::with_capacity(arcs.len());
        for arc in arcs {
            outs.push(before);
            before = before.saturating_add(arc.terms);
        }
        let last = outs.last().copied().unwrap_or_default();
        let out_size = if last == 0 { 0 } else { bytes_of(last.into()) };
        let size = arcs.iter().map(|arc| bytes_of(back(start, arc.to))).max().unwrap_or_default();
        if is_final {
            self.number(0, out_size);
        }
        for out in outs.iter().rev() {
            self.number((*out).into(), out_size);
        }
        for arc in arcs.iter().rev() {
            self.number(back(start, arc.to), size);
        }
        self.out.extend(arcs.iter().rev().map(|arc| arc.input));
        if arcs.len() >= INDEXED {
            let mut index = [u8::MAX; INDEX];
            for (at, arc) in arcs.iter().enumerate() {
                index[usize::from(arc.input)] = at as u8;
            }
            self.out.extend(index);
        }
        self.out.push(size << 4 | out_size);
        let count = match arcs.len() {
            count @ 1..=inputs::MOST => count as u8,
            // UTF-8 has fewer than 256 bytes, so that the count fits.
            count => {
                self.out.push(count as u8);
                0
            }
        };
        self.out.push(u8::from(is_final) << 6 | count);
    }

    fn number(&mut self, number: u64, size: u8) {
        self.out.extend(number.to_le_bytes().iter().take(usize::from(size)));
    }
}

/// How far address `to` lies before `start`; none for the leaf.
fn back(start: u64, to: u64) -> u64 {
    if to == 0 { 0 } else { start - to }
}

/// The bytes that `number` takes: at least one.
fn bytes_of(number: u64) -> u8 {
    (8 - (number | 1).leading_zeros() / 8) as u8
}
