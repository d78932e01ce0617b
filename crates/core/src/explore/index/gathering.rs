//! Postings while an index is built: in memory in few bytes each, and on the store when they have become many.
//!
//! What was gathered is put there as a run, list by list in the order in which they are written, and the runs are read
//! side by side when they are written.
//! **Invariant:** what was added is written in the order in which it came, however many runs there are.
//! Start at [`Gathered::add`] and [`Gathered::write`].

use super::tape::{put, take};
use crate::columns::{Packed, Starts};
use crate::corpus::pack::{Content, Scribe};
use crate::corpus::store::{Pieces, Store};
use crate::explore::postings;

/// So many bytes are gathered before they become a run.
const MOST: usize = 1 << 25;
/// A piece of a run, or of what is written, is so long.
const PIECE: usize = 1 << 18;

/// Lists of postings while they are gathered.
#[derive(Debug)]
pub(super) struct Gathered<'s> {
    store: &'s dyn Store,
    lists: Vec<Gathering>,
    /// How many bytes they take.
    held: usize,
    most: usize,
    runs: Vec<Pieces<'s>>,
}

/// One of them, in about two bytes a posting: there are more postings than anything else here.
#[derive(Clone, Debug, Default)]
struct Gathering {
    /// Those before the last one that are in no run: the gap from the one before, twice, and one more where how often
    /// it is follows.
    bytes: Vec<u8>,
    count: u32,
    before: u32,
    place: u32,
    often: u32,
}

impl Gathering {
    /// Counts it once more at `place`, which is not before its last one; how many bytes that takes.
    #[inline]
    fn add(&mut self, place: u32) -> usize {
        if self.count > 0 && self.place == place {
            self.often += 1;
            return 0;
        }
        let mut took = 0;
        if self.count > 0 {
            let gap = u64::from(self.place.wrapping_sub(self.before)) * 2;
            took += put(&mut self.bytes, gap + u64::from(self.often > 1));
            if self.often > 1 {
                took += put(&mut self.bytes, u64::from(self.often));
            }
            self.before = self.place;
        }
        (self.count, self.place, self.often) = (self.count + 1, place, 1);
        took
    }

    /// The postings, places each with how often, where `bytes` are those before the last one.
    fn postings(&self, bytes: &[u8]) -> impl Iterator<Item = (u32, u32)> {
        let (mut at, mut place) = (0, 0u32);
        let before = std::iter::from_fn(move || {
            let gap = take(bytes, &mut at)?;
            place = place.wrapping_add((gap / 2) as u32);
            let often = if gap % 2 == 1 { take(bytes, &mut at)? as u32 } else { 1 };
            Some((place, often))
        });
        before.chain((self.count > 0).then_some((self.place, self.often)))
    }
}

impl std::fmt::Debug for dyn Store + '_ {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl<'s> Gathered<'s> {
    /// `lists` lists and more, which become runs on `store`.
    pub(super) fn on(store: &'s dyn Store, lists: usize) -> Self {
        Self { store, lists: vec![Gathering::default(); lists], held: 0, most: MOST, runs: Vec::new() }
    }

    /// Counts `list` once more at `place`, which is not before its last one.
    pub(super) fn add(&mut self, list: u32, place: u32) {
        if self.lists.len() <= list as usize {
            self.lists.resize(list as usize + 1, Gathering::default());
        }
        if let Some(list) = self.lists.get_mut(list as usize) {
            self.held += list.add(place);
        }
    }

    /// Whether it is time for a [run](Self::run).
    pub(super) fn is_full(&self) -> bool {
        self.held >= self.most
    }

    /// Puts what was gathered on the store, in the `order` in which the lists are written in the end.
    pub(super) fn run(&mut self, order: impl Iterator<Item = u32>) {
        let (mut run, mut piece) = (Pieces::on(self.store), Vec::new());
        for list in order {
            let own = self.lists.get_mut(list as usize).map(|list| std::mem::take(&mut list.bytes));
            let own = own.unwrap_or_default();
            if own.is_empty() {
                continue;
            }
            put(&mut piece, list.into());
            put(&mut piece, own.len() as u64);
            piece.extend(own);
            if piece.len() >= PIECE {
                run.put(&piece);
                piece.clear();
            }
        }
        run.put(&piece);
        self.runs.push(run);
        self.held = 0;
    }

    /// The lists in this order: how many postings each has and where it starts, for `columns`, and the postings.
    pub(super) fn write(self, columns: &mut Scribe<'_>, order: impl Iterator<Item = u32>) -> Content<'s> {
        let mut runs: Vec<Run<'_, 's>> = self.runs.iter().map(Run::of).collect();
        let (mut counts, mut lengths) = (Vec::new(), Vec::new());
        let (mut written, mut out) = (Scribe::on(self.store), Vec::new());
        let mut bytes = Vec::new();
        for list in order {
            bytes.clear();
            for run in &mut runs {
                run.take(list, &mut bytes);
            }
            let mut length = 0;
            if let Some(own) = self.lists.get(list as usize) {
                bytes.extend_from_slice(&own.bytes);
                let (mut all, mut writing) = (own.postings(&bytes), postings::Writing::default());
                let mut block = Vec::with_capacity(postings::BLOCK);
                loop {
                    block.clear();
                    block.extend(all.by_ref().take(postings::BLOCK));
                    if block.is_empty() {
                        break;
                    }
                    let before = out.len();
                    writing.block(&mut out, &block);
                    length += out.len() - before;
                    if out.len() >= PIECE {
                        written.put(&out);
                        out.clear();
                    }
                }
                counts.push(own.count);
            } else {
                counts.push(0);
            }
            lengths.push(length as u32);
        }
        written.put(&out);
        columns.add(&Packed::write(&counts));
        columns.add(&Starts::of_lengths(lengths));
        written.finish()
    }
}

/// A run being read.
struct Run<'r, 's> {
    pieces: &'r Pieces<'s>,
    /// The piece after this one.
    next: usize,
    piece: Vec<u8>,
    at: usize,
    /// The list whose bytes are next.
    list: Option<u64>,
}

impl<'r, 's> Run<'r, 's> {
    fn of(pieces: &'r Pieces<'s>) -> Self {
        let mut run = Self { pieces, next: 0, piece: Vec::new(), at: 0, list: None };
        run.go_on();
        run
    }

    /// Goes on to the next list.
    fn go_on(&mut self) {
        while self.at >= self.piece.len()
            && let Some(piece) = self.pieces.get(self.next)
        {
            (self.piece, self.next, self.at) = (piece, self.next + 1, 0);
        }
        self.list = take(&self.piece, &mut self.at);
    }

    /// Adds the bytes of `list` to `out`, if they are next.
    fn take(&mut self, list: u32, out: &mut Vec<u8>) {
        if self.list != Some(list.into()) {
            return;
        }
        let length = take(&self.piece, &mut self.at).unwrap_or(0) as usize;
        out.extend(self.piece.get(self.at..self.at + length).unwrap_or_default());
        self.at += length;
        self.go_on();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Memory;

    proptest! {
        #[test]
        fn postings_are_written_alike_in_however_many_runs(
            gaps in proptest::collection::vec((0u32..4, 0u32..3, 1u32..400), 0..200),
            most in 0usize..300,
        ) {
            let store = Memory::default();
            let mut lists = Gathered::on(&store, 2);
            lists.most = most;
            let mut expected: [Vec<(u32, u32)>; 4] = Default::default();
            let (mut place, order) = (0u32, [2, 0, 3, 1]);
            for (list, gap, often) in gaps {
                place += gap * gap * 7_000 + gap;
                (0..often).for_each(|_| lists.add(list, place));
                let own = &mut expected[list as usize];
                match own.last_mut().filter(|(last, _)| *last == place) {
                    Some((_, all)) => *all += often,
                    None => own.push((place, often)),
                }
                if lists.is_full() {
                    lists.run(order.into_iter());
                }
            }
            let (mut columns, mut all) = (Scribe::on(&store), Vec::new());
            let written = lists.write(&mut columns, order.into_iter());
            for list in order {
                postings::write(&mut all, &expected[list as usize]);
            }
            prop_assert_eq!(written.bytes(), all);
            let counts = Packed::write(&order.map(|list| expected[list as usize].len() as u32));
            prop_assert!(columns.finish().bytes()[8..].starts_with(&counts));
        }
    }
}
