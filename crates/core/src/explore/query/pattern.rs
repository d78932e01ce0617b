//! Words as they are looked for: one, the beginning of one, several in a row, or several near each other.
//!
//! **Invariant:** the words of one pattern are found in one passage, never partly in the next. Start at [`Pattern`],
//! which is what was typed, and [`Sought`], which finds it; [`alike`] compares the words of two quotations.

use crate::order::Order as _;
use serde::{Deserialize, Serialize};

use crate::explore::passages::words;

/// The most words of a quotation that are compared.
pub(crate) const QUOTED: usize = 64;
/// The most words that may stand among those of a phrase.
pub(crate) const SLOP: u8 = 99;

/// A word, the beginning of a word, or a phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pattern {
    /// The text as it was typed, without quotation marks.
    pub text: String,
    /// Whether it was quoted: exactly these words.
    pub quoted: bool,
    /// With 0 the words stand next to each other in this order; with more they stand in any order, with at most so many
    /// others among them.
    pub slop: u8,
    /// Whether the last word is only the beginning of one.
    pub prefix: bool,
}

impl Pattern {
    /// The word `text`.
    pub fn word(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The phrase `text`.
    pub fn phrase(text: &str) -> Self {
        Self { quoted: true, ..Self::word(text) }
    }
}

/// The words of a pattern as texts are compared with them.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub(crate) words: Vec<String>,
    pub(crate) prefix: bool,
    /// Whether it is one word in any of its English forms.
    pub(crate) forms: bool,
    /// How many other words may stand among them, with 0 none and only in this order.
    pub(crate) slop: usize,
}

impl Sought {
    /// What `pattern` looks for, or `None` where it holds no word.
    pub(crate) fn of(pattern: &Pattern) -> Option<Self> {
        let words: Vec<String> = words(&pattern.text).map(|(_, word)| word).collect();
        let (prefix, slop) = (pattern.prefix, usize::from(pattern.slop));
        let forms = words.len() == 1 && !pattern.quoted && !prefix;
        (!words.is_empty()).then_some(Self { words, prefix, forms, slop })
    }

    /// Whether the words of a passage hold it.
    pub(crate) fn is_in<T: AsRef<str>>(&self, passage: &[T]) -> bool {
        if self.slop == 0 { self.starts(passage).next().is_some() } else { !self.near(passage).is_empty() }
    }

    /// The indices of the words of a passage that are it, ascending.
    pub(crate) fn places<T: AsRef<str>>(&self, passage: &[T]) -> Vec<usize> {
        if self.slop > 0 {
            return self.near(passage);
        }
        let mut places: Vec<usize> = self.starts(passage).flat_map(|at| at..at + self.words.len()).collect();
        places.dedup();
        places.order();
        places.dedup();
        places
    }

    /// Where it begins, word for word.
    fn starts<T: AsRef<str>>(&self, passage: &[T]) -> impl Iterator<Item = usize> {
        let last = self.words.len() - 1;
        let same = move |window: &[T]| {
            window.iter().zip(&self.words).enumerate().all(|(at, (own, word))| {
                let own = own.as_ref();
                own == word || (self.prefix && at == last && own.starts_with(word.as_str()))
            })
        };
        (0..).zip(passage.windows(self.words.len())).filter(move |(_, w)| same(w)).map(|(at, _)| at)
    }

    /// The words of every shortest stretch that holds all of the words with at most `slop` others.
    fn near<T: AsRef<str>>(&self, passage: &[T]) -> Vec<usize> {
        let mut distinct: Vec<(&str, usize)> = Vec::new();
        for word in &self.words {
            match distinct.iter_mut().find(|(known, _)| known == word) {
                Some((_, needed)) => *needed += 1,
                None => distinct.push((word, 1)),
            }
        }
        // The places of the words in the passage, with which of them each is.
        let held: Vec<(usize, usize)> = (0..)
            .zip(passage)
            .filter_map(|(at, own)| Some((at, distinct.iter().position(|(w, _)| *w == own.as_ref())?)))
            .collect();
        let most = self.words.len() + self.slop;
        let mut found = Vec::new();
        let mut counts = vec![0usize; distinct.len()];
        let (mut first, mut missing) = (0, self.words.len());
        for (upto, (end, word)) in held.iter().enumerate() {
            let (Some(count), Some((_, needed))) = (counts.get_mut(*word), distinct.get(*word)) else {
                continue;
            };
            *count += 1;
            missing -= usize::from(*count <= *needed);
            while let Some((start, word)) = held.get(first).filter(|(start, _)| end + 1 - start > most) {
                debug_assert!(start <= end);
                if let (Some(count), Some((_, needed))) = (counts.get_mut(*word), distinct.get(*word)) {
                    missing += usize::from(*count <= *needed);
                    *count -= 1;
                }
                first += 1;
            }
            if missing == 0 {
                found.extend(held.get(first..=upto).unwrap_or_default().iter().map(|(at, _)| *at));
            }
        }
        found.order();
        found.dedup();
        found
    }
}

/// How many of so many words a quotation must have to be alike.
pub(crate) fn needed(asked: usize) -> usize {
    (3 * asked.min(QUOTED)).div_ceil(4)
}

/// The indices of those words of `said` that are `asked`, in order, if they are at least three quarters of them,
/// rounded up; of what was asked the first 64 words count.
pub(crate) fn alike<A: AsRef<str>, B: AsRef<str>>(asked: &[A], said: &[B]) -> Option<Vec<usize>> {
    let asked = asked.get(..QUOTED.min(asked.len())).unwrap_or_default();
    let needed = needed(asked.len());
    if needed == 0 || needed > said.len() {
        return None;
    }
    // Lengths of the longest common subsequence, row by row, the bits of each row saying where it grows (Hyyrö 2004).
    let all = u64::MAX >> (64 - asked.len());
    let mut rows = Vec::with_capacity(said.len());
    let mut row = all;
    for own in said {
        let same = (0..).zip(asked).filter(|(_, word)| word.as_ref() == own.as_ref());
        let same = same.fold(0u64, |bits, (at, _)| bits | 1 << at);
        let kept = row & same;
        row = (row.wrapping_add(kept) | (row & !same)) & all;
        rows.push(row);
    }
    let length = |row: u64, upto: usize| (!row & all & below(upto)).count_ones() as usize;
    if length(row, asked.len()) < needed {
        return None;
    }
    let mut places = Vec::new();
    let mut upto = asked.len();
    for at in (0..said.len()).rev() {
        let now = rows.get(at).map_or(0, |row| length(*row, upto));
        let before = at.checked_sub(1).and_then(|at| rows.get(at)).map_or(0, |row| length(*row, upto));
        if now > before {
            places.push(at);
            // The asked word that it is: the last one up to which the subsequence is this long.
            while upto > 0 && rows.get(at).is_some_and(|row| length(*row, upto - 1) == now) {
                upto -= 1;
            }
            upto = upto.saturating_sub(1);
        }
    }
    places.reverse();
    Some(places)
}

/// The lowest `count` bits.
fn below(count: usize) -> u64 {
    if count >= 64 { u64::MAX } else { (1 << count) - 1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(typed: &str, passage: &str) -> Vec<usize> {
        let query = crate::explore::Query::parse(typed);
        let super::super::Clause::Leaf(super::super::Leaf::Text(pattern)) = &query.clauses[0] else {
            panic!("{typed} is no pattern")
        };
        let passage: Vec<String> = words(passage).map(|(_, word)| word).collect();
        let sought = Sought::of(pattern).unwrap();
        assert_eq!(sought.is_in(&passage), !sought.places(&passage).is_empty());
        sought.places(&passage)
    }

    #[test]
    fn a_phrase_is_its_words_in_a_row_and_near_words_may_have_others_among_them() {
        assert_eq!(places("\"a b\"", "a b a x b"), [0, 1]);
        assert_eq!(places("\"a b\"~1", "b x x a y b"), [3, 5]);
        assert_eq!(places("\"b a\"~2", "b x x a"), [0, 3]);
        assert_eq!(places("\"a a\"~3", "a x b"), [0usize; 0]);
        assert_eq!(places("\"a a\"~3", "a x a"), [0, 2]);
        assert_eq!(places("tal*", "talks war Tall"), [0, 2]);
        assert_eq!(places("\"peace tal\"*", "peace war peace talks"), [2, 3]);
        assert_eq!(places("drone", "The drone\u{2019}s path"), [1]);
    }

    /// The length of the longest common subsequence, by the textbook.
    fn length(a: &[u8], b: &[u8]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut corner = 0;
            for (at, y) in b.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if x == y { corner + 1 } else { above.max(row[at]) };
                corner = above;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn quotations_are_alike_where_three_quarters_are_common_in_order(
            asked in proptest::collection::vec(0u8..4, 0..70), said in proptest::collection::vec(0u8..4, 0..80),
        ) {
            let text = |words: &[u8]| words.iter().map(u8::to_string).collect::<Vec<_>>();
            let first = &asked[..asked.len().min(64)];
            let common = length(first, &said);
            let found = alike(&text(&asked), &text(&said));
            prop_assert_eq!(found.is_some(), !first.is_empty() && 4 * common >= 3 * first.len());
            if let Some(places) = found {
                prop_assert_eq!(places.len(), common);
                let picked: Vec<u8> = places.iter().map(|at| said[*at]).collect();
                prop_assert_eq!(length(first, &picked), common);
            }
        }
    }
}
