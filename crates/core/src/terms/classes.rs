//! Classes: which terms share a stem.
//!
//! Each term names the next one of its class, and the last one the first, as a ring: most classes have few terms that
//! stand close together, so that a term takes a byte, and looking up takes no stemming.
//! The bytes, little endian: the count, then for each [`BLOCK`] of terms where its numbers begin, then a number for each
//! term: how many ids to go, times two, and one more where that is back; none for a term that is alone.
//! **Invariant:** read in place; no bytes make it panic or run without end. Start at [`write_classes`].

use rustc_hash::FxHashMap;

use super::{Terms, TermsError, stem};
use crate::columns::Bytes;

/// One of so many terms has the place of its number stored.
const BLOCK: usize = 64;
/// The most terms that are tried for one that has the stem of a word.
const MOST_TRIED: usize = 512;
/// The most bytes of a number.
const MOST_BYTES: usize = 5;

/// The classes of `sorted`, the same terms as given to [`super::write()`].
pub fn write_classes<'a>(sorted: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut rings: FxHashMap<String, (u32, u32)> = FxHashMap::default();
    let mut next: Vec<u32> = Vec::new();
    for (id, term) in (0..).zip(sorted) {
        next.push(id);
        let stem = stem(term);
        match rings.get_mut(stem.as_ref()) {
            Some((first, last)) => {
                next[*last as usize] = id;
                next[id as usize] = *first;
                *last = id;
            }
            None => {
                rings.insert(stem.into_owned(), (id, id));
            }
        }
    }
    let mut numbers = Vec::new();
    let mut out = (next.len() as u32).to_le_bytes().to_vec();
    for (at, (id, next)) in (0u32..).zip(next).enumerate() {
        if at % BLOCK == 0 {
            out.extend((numbers.len() as u32).to_le_bytes());
        }
        push(&mut numbers, u64::from(next.abs_diff(id)) << 1 | u64::from(next < id));
    }
    out.extend(numbers);
    out
}

/// The classes of a dictionary's terms.
#[derive(Clone, Debug)]
pub struct Classes {
    bytes: Bytes,
    len: u32,
    /// Where the numbers begin.
    numbers: usize,
}

impl Classes {
    /// The classes that `bytes` hold, read where they are.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Self, TermsError> {
        let bytes = bytes.into();
        let all = bytes.as_ref();
        let short = |expected| TermsError::Short { expected, found: all.len() };
        let len = u32_at(all, 0).ok_or_else(|| short(4))?;
        let numbers = (len as usize).div_ceil(BLOCK).saturating_mul(4).saturating_add(4);
        let least = numbers.saturating_add(len as usize);
        if all.len() < least {
            return Err(short(least));
        }
        Ok(Self { bytes, len, numbers })
    }

    /// How many terms there are.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All terms with the stem of term `id`, itself included, in the order of ids.
    pub fn of(&self, id: u32) -> Vec<u32> {
        let mut ids = Vec::new();
        let mut at = id;
        // A ring goes up, back once, and up to where it began.
        let mut backs = 0;
        while at < self.len && (ids.is_empty() || at != id) {
            ids.push(at);
            let Some(next) = self.next(at).filter(|next| *next != at || ids.len() == 1) else { break };
            backs += u8::from(next < at);
            if backs > 1 {
                break;
            }
            at = next;
        }
        let turn = ids.iter().position(|of| *of < id).unwrap_or(0);
        ids.rotate_left(turn);
        ids
    }

    /// All terms with the stem of `word`, which is folded and need not be a term itself.
    ///
    /// For a word that is none, those terms are tried that begin as its stem does, 512 at most.
    pub fn of_word(&self, terms: &Terms, word: &str) -> Vec<u32> {
        if let Some(id) = terms.id(word) {
            return self.of(id);
        }
        let stem = stem(word);
        // Stems end in `i` for `y`, and bear an `e` that their forms lack.
        let start = match stem.strip_suffix(['i', 'e']) {
            Some(start) if start.len() >= 3 => start,
            _ => &stem,
        };
        let mut tried = terms.prefix(start).take(MOST_TRIED);
        let has_stem = |id: &u32| terms.name(*id).is_some_and(|term| super::stem(&term) == stem);
        tried.find(has_stem).map(|id| self.of(id)).unwrap_or_default()
    }

    /// The term that term `id` names.
    fn next(&self, id: u32) -> Option<u32> {
        let all = self.bytes.as_ref();
        let start = u32_at(all, 4 + id as usize / BLOCK * 4)? as usize;
        let mut numbers = all.get(self.numbers.checked_add(start)?..)?;
        for _ in 0..id as usize % BLOCK {
            take(&mut numbers)?;
        }
        let number = take(&mut numbers)?;
        let step = u32::try_from(number >> 1).ok()?;
        if number & 1 == 1 { id.checked_sub(step) } else { id.checked_add(step) }
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn push(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for at in 0..MOST_BYTES {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
