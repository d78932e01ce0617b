//! Tables of words: the words in one string, and for those asked for nearly every word of every text, a sieve before it.
//!
//! A slice of words takes eight bytes of the module for each word beside its letters; these tables take one. Most words
//! of a text stand in none of the tables, and a few bits of a word tell it for nearly all of these.
//! **Invariant:** the words are sorted, which is checked where the table is made, when it is compiled.
//! Start at [`WordList::has`]; [`sorted!`] makes a table.

/// A sorted table of words.
#[derive(Clone, Copy)]
pub(crate) struct WordList(&'static str);

/// The table of some words, which are sorted.
macro_rules! sorted {
    ($($word:literal),* $(,)?) => {
        $crate::fold::WordList::new(concat!($($word, ";"),*))
    };
}
pub(crate) use sorted;

impl WordList {
    /// The table of the words of `all`, each with a semicolon after it.
    pub(crate) const fn new(all: &'static str) -> Self {
        let mut rest = all.as_bytes();
        let mut before: &[u8] = &[];
        while !rest.is_empty() {
            let (word, after) = first(rest);
            assert!(is_before(before, word), "words are sorted");
            before = word;
            rest = after;
        }
        Self(all)
    }

    /// The words, sorted.
    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.0.split_terminator(';')
    }

    /// Whether `word` is one of them.
    pub(crate) fn has(self, word: &str) -> bool {
        self.from(word).strip_prefix(word.as_bytes()).is_some_and(|rest| rest.first() == Some(&b';'))
            && !word.is_empty()
    }

    /// Whether one of them begins with `start`.
    pub(crate) fn has_start(self, start: &str) -> bool {
        self.from(start).starts_with(start.as_bytes())
    }

    /// The part of the table that begins with the first word which is not before `word`.
    fn from(self, word: &str) -> &'static [u8] {
        self.rest_within(word, 0, self.0.len())
    }

    /// The same, where that is known to begin between two places at which words begin or the table ends.
    fn rest_within(self, word: &str, mut low: usize, mut high: usize) -> &'static [u8] {
        let all = self.0.as_bytes();
        while low < high {
            // The word that reaches over the middle: what is searched begins with a word and ends after one.
            let middle = usize::midpoint(low, high);
            let (left, right) = all.split_at(middle);
            let start = left.iter().rposition(|byte| *byte == b';').map_or(0, |at| at + 1);
            let end = middle + right.iter().position(|byte| *byte == b';').unwrap_or(right.len());
            if all.get(start..end) < Some(word.as_bytes()) {
                low = end + 1;
            } else {
                high = start;
            }
        }
        all.get(low..).unwrap_or_default()
    }
}

/// A sorted table of words, with a sieve before it.
pub(crate) struct WordSet {
    words: WordList,
    sieve: [u64; 8],
    /// Where the words begin that begin with each small letter, and where the last of those end.
    letters: [u16; LETTERS + 1],
}

const LETTERS: usize = 26;

impl WordSet {
    /// The table of `words`.
    pub(crate) const fn new(words: WordList) -> Self {
        let (mut sieve, mut letters) = ([0; 8], [0; LETTERS + 1]);
        let all = words.0.as_bytes();
        assert!(all.len() <= u16::MAX as usize, "a table of words is short");
        let mut rest = all;
        while !rest.is_empty() {
            let (word, after) = first(rest);
            let (row, bit) = place(word);
            sieve[row] |= bit;
            rest = after;
            // Words are sorted: each moves on where all later letters begin.
            let mut letter = 0;
            while letter <= LETTERS && !word.is_empty() {
                if word[0] < b'a' + letter as u8 {
                    letters[letter] = (all.len() - rest.len()) as u16;
                }
                letter += 1;
            }
        }
        Self { words, sieve, letters }
    }

    /// The words, sorted.
    #[cfg(test)]
    pub(crate) fn words(&self) -> WordList {
        self.words
    }

    /// Whether `word` is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        let (row, bit) = place(word.as_bytes());
        if self.sieve.get(row).is_none_or(|bits| bits & bit == 0) {
            return false;
        }
        let letter = word.bytes().next().map_or(usize::MAX, |first| usize::from(first.wrapping_sub(b'a')));
        match (self.letters.get(letter), self.letters.get(letter.wrapping_add(1))) {
            (Some(from), Some(to)) => {
                let found = self.words.rest_within(word, usize::from(*from), usize::from(*to));
                found.strip_prefix(word.as_bytes()).is_some_and(|rest| rest.first() == Some(&b';'))
            }
            _ => self.words.has(word),
        }
    }
}

/// The first word of `all`, and what follows its semicolon.
const fn first(all: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    while all[end] != b';' {
        end += 1;
    }
    let (word, rest) = all.split_at(end);
    (word, rest.split_at(1).1)
}

/// The place in the sieve of a word: by its length, its first two bytes and its last.
const fn place(word: &[u8]) -> (usize, u64) {
    let (first, second, last) = match word {
        [first, second, .., last] => (*first, *second, *last),
        [first, last] => (*first, *last, *last),
        [only] => (*only, 0, *only),
        [] => (0, 0, 0),
    };
    let mixed = first as usize * 29 + second as usize * 7 + last as usize * 113 + word.len() * 61;
    ((mixed >> 6) & 7, 1 << (mixed & 63))
}

const fn is_before(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: WordList = sorted!["a", "an", "and", "été"];
    static SIEVED: WordSet = WordSet::new(PLAIN);

    #[test]
    fn its_words_are_in_it_and_no_others() {
        for has in [|word: &str| PLAIN.has(word), |word: &str| SIEVED.has(word)] {
            assert!(["a", "an", "and", "été"].into_iter().all(has));
            assert!(!["", "b", "aa", "ann", "nd", "a n", ";", "a;an", "été;", "ét"].into_iter().any(has));
        }
        assert!(
            ["a", "ant", "and", "an", "ét"]
                .into_iter()
                .all(|start| PLAIN.has_start(start) != (start == "ant"))
        );
        assert!(PLAIN.iter().eq(["a", "an", "and", "été"]));
        assert!(!sorted![].has(""));
    }
}
