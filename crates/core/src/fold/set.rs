//! A table of words that is asked for nearly every word of every text.
//!
//! Most words stand in none of the tables, and a few bits of a word tell it for nearly all of these.
//! **Invariant:** the words are sorted, which is checked where the table is made, when it is compiled.
//! Start at [`WordSet::has`].

/// A sorted table of words, with a sieve before it.
pub(crate) struct WordSet {
    words: &'static [&'static str],
    sieve: [u64; 8],
}

impl WordSet {
    /// The table of `words`, which are sorted.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut sieve = [0; 8];
        let mut at = 0;
        while at < words.len() {
            assert!(at == 0 || is_before(words[at - 1].as_bytes(), words[at].as_bytes()), "words are sorted");
            let (row, bit) = place(words[at].as_bytes());
            sieve[row] |= bit;
            at += 1;
        }
        Self { words, sieve }
    }

    /// The words, sorted.
    #[cfg(test)]
    pub(crate) fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether `word` is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        let (row, bit) = place(word.as_bytes());
        self.sieve.get(row).is_some_and(|bits| bits & bit != 0) && self.words.binary_search(&word).is_ok()
    }
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

    static WORDS: WordSet = WordSet::new(&["a", "an", "and", "été"]);

    #[test]
    fn its_words_are_in_it_and_no_others() {
        assert!(["a", "an", "and", "été"].iter().all(|word| WORDS.has(word)));
        assert!(!["", "b", "aa", "ann", "nd", "a n"].iter().any(|word| WORDS.has(word)));
    }
}
