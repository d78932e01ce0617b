//! Made words, and what a hand may do to them.
//!
//! **Invariant:** the same seed gives the same words. Words are runs of syllables, many of them with the endings of
//! English forms, so that they have neighbours; their counts fall as 1/rank does, in an order of their own.

use std::collections::BTreeSet;

/// A plain generator of numbers (Knuth's constants).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }

    fn of<'a>(&mut self, parts: &[&'a str]) -> &'a str {
        // The first parts are the commoner ones.
        let most = self.below(parts.len()) + 1;
        parts[self.below(most)]
    }
}

const STARTS: [&str; 24] = [
    "s", "r", "t", "m", "c", "d", "l", "p", "b", "n", "f", "h", "st", "v", "g", "tr", "pr", "k", "w", "ch",
    "sh", "br", "z", "qu",
];
const MIDDLES: [&str; 12] = ["e", "a", "i", "o", "u", "ea", "io", "ou", "ai", "y", "ie", "oo"];
const ENDS: [&str; 16] = ["", "n", "r", "t", "l", "s", "m", "d", "c", "nt", "st", "k", "ng", "p", "ck", "rd"];
const FORMS: [&str; 6] = ["s", "ed", "ing", "'s", "er", "ly"];

/// `count` words in byte order, and how many documents have each.
pub fn vocabulary(count: usize, chance: &mut Chance) -> (Vec<String>, Vec<u32>) {
    let mut words = BTreeSet::new();
    while words.len() < count {
        let syllables = [1, 2, 2, 2, 3, 3, 3, 3, 4, 4][chance.below(10)];
        let word: String = (0..syllables)
            .map(|_| [chance.of(&STARTS), chance.of(&MIDDLES), chance.of(&ENDS)].concat())
            .collect();
        for _ in 0..chance.below(3) {
            words.insert(word.clone() + chance.of(&FORMS));
        }
        words.insert(word);
    }
    let words: Vec<String> = words.into_iter().take(count).collect();
    let mut ranks: Vec<usize> = (1..=words.len()).collect();
    for at in (1..ranks.len()).rev() {
        ranks.swap(at, chance.below(at + 1));
    }
    let counts = ranks.into_iter().map(|rank| (words.len() / rank).max(1) as u32).collect();
    (words, counts)
}

/// `word` with one edit that makes it another.
pub fn mistype(word: &str, chance: &mut Chance) -> String {
    loop {
        let mut letters: Vec<char> = word.chars().collect();
        let letter = char::from(b'a' + chance.below(26) as u8);
        let at = chance.below(letters.len());
        match chance.below(4) {
            0 => letters.insert(chance.below(letters.len() + 1), letter),
            1 => drop(letters.remove(at)),
            2 => letters[at] = letter,
            _ if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => {}
        }
        let typed = String::from_iter(letters);
        if typed != word {
            return typed;
        }
    }
}
