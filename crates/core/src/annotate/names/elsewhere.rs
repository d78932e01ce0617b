//! What the rest of the document tells of single words: small letters elsewhere, and names that the rules are sure of.
//!
//! **Invariant:** counts only, capped low, so that a long document says no more than a short one.
//! Start at [`Elsewhere::of`].

use rustc_hash::FxHashMap as HashMap;

use super::chunk::Told;
use super::gazetteer::key::key;
use super::line::Line;

/// What the rest of the document tells of single words.
#[derive(Default)]
pub(crate) struct Elsewhere {
    words: HashMap<u32, Seen>,
}

/// How often a word stands in the document, and as what.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen {
    /// In small letters.
    pub small: u8,
    /// With a capital that the start of a sentence does not explain.
    pub capital: u8,
    /// For each kind: as a whole name.
    pub alone: [u8; 4],
    /// For each kind: as a part of a longer name.
    pub within: [u8; 4],
}

impl Elsewhere {
    /// Counts the words of the document's lines; `told` is what the rules say of each.
    pub fn of(lines: &[Line<'_>], told: &[Vec<Told>]) -> Self {
        let mut words: HashMap<u32, Seen> = HashMap::default();
        for (line, told) in lines.iter().zip(told) {
            for (i, token) in line.tokens.iter().enumerate().filter(|(_, t)| t.is_capital()) {
                let seen = words.entry(key(token.text)).or_default();
                let initial = line.initial.get(i) == Some(&true) || line.title_case;
                seen.capital = seen.capital.saturating_add(u8::from(!initial));
                let Some(here) = told.get(i) else { continue };
                let Some(kind) = here.kind else { continue };
                let goes_on = told.get(i + 1).is_some_and(|next| next.kind.is_some() && !next.first);
                let count = if here.first && !goes_on { &mut seen.alone } else { &mut seen.within };
                if let Some(count) = count.get_mut(kind as usize)
                    && here.confidence >= 60
                {
                    *count = count.saturating_add(if here.confidence >= 75 { 2 } else { 1 });
                }
            }
        }
        for line in lines.iter().filter(|line| !line.title_case) {
            for token in line.tokens.iter().filter(|t| t.is_word() && !t.is_capital()) {
                if let Some(seen) = words.get_mut(&key(token.text)) {
                    seen.small = seen.small.saturating_add(1);
                }
            }
        }
        Self { words }
    }

    /// What is told of `word`.
    pub fn seen(&self, word: u32) -> Seen {
        self.words.get(&word).copied().unwrap_or_default()
    }
}

/// The kind that most of `counts` are for, and whether others speak against it.
pub(crate) fn most(counts: [u8; 4]) -> u32 {
    let best = counts.iter().copied().max().unwrap_or(0);
    if best == 0 {
        return 0;
    }
    let at = counts.iter().position(|c| *c == best).unwrap_or(0) as u32;
    let rest: u32 = counts.iter().map(|c| u32::from(*c)).sum::<u32>() - u32::from(best);
    1 + at * 3 + if rest == 0 { u32::from(best > 3) } else { 2 }
}
