//! Whether the words of a passage stand as they are sought, read in the codes of its text.
//!
//! The passages come from the index, which knows which words each has, but not in which order; of common words they are
//! most of the corpus. Each code is compared with the words sought once, and from then on is a number among them.
//! Words in a row are found with a bit for each of them (Baeza-Yates and Gonnet, "A new approach to text searching",
//! 1992). **Invariant:** the same as [`Sought::is_in`] says of the words themselves. Start at [`holding`].

use super::leaf::Ground;
use crate::corpus::pack::Word;
use crate::explore::Unit;
use crate::explore::passages::{Passages, words};
use crate::explore::query::Sought;
use crate::explore::set::Set;

/// So many words of a phrase have a bit; a longer one is compared word by word where these are found.
const MOST: usize = 63;

/// A code that has not been compared yet.
const UNREAD: u8 = 0;
/// A word that is none of those sought.
const NONE: u8 = 1;
/// The first word sought.
const FIRST: u8 = 2;

/// Those of `passages`, which hold all words of `sought`, in which they stand as they are sought.
pub(super) fn holding(ground: Ground<'_>, passages: &Set, sought: &Sought) -> Set {
    let mut reader = Reader::of(ground, sought);
    let mut found = ground.no_passage();
    let articles = ground.index.rows(Unit::Articles).articles().holding(passages);
    articles.each(|article| reader.article(article, passages, &mut found));
    found
}

struct Reader<'a> {
    ground: Ground<'a>,
    sought: &'a Sought,
    /// The words sought, each once; behind them the beginning of one.
    distinct: Vec<&'a str>,
    /// Whether the last of them is the beginning of a word.
    begins: bool,
    /// For each of them, from [`UNREAD`] on, the places where it may stand in a row, a bit each.
    masks: Vec<u64>,
    /// For each code of the texts which of the words it is.
    known: Vec<u8>,
}

impl<'a> Reader<'a> {
    fn of(ground: Ground<'a>, sought: &'a Sought) -> Self {
        let row: Vec<&str> = sought.words.iter().take(MOST).map(String::as_str).collect();
        let mut distinct: Vec<&str> = Vec::new();
        for word in &row {
            if !distinct.contains(word) {
                distinct.push(word);
            }
        }
        // The beginning of a word is the last one; it may be whole words that are sought before it, too.
        let begins = sought.prefix.then(|| row.last().copied().unwrap_or_default());
        let begins = begins.filter(|_| row.len() == sought.words.len());
        let last = 1u64 << row.len().saturating_sub(1);
        let mask = |word: &&str| {
            let same = (0..).zip(&row).filter(|(_, own)| *own == word);
            let same = same.fold(0u64, |bits, (at, _)| bits | 1 << at);
            if begins.is_some_and(|begins| word.starts_with(begins)) { same | last } else { same }
        };
        let mut masks = vec![0; usize::from(FIRST)];
        masks.extend(distinct.iter().map(mask));
        if let Some(begins) = begins {
            masks.push(last);
            distinct.push(begins);
        }
        let known = vec![UNREAD; ground.pack.codes() as usize];
        Self { ground, sought, distinct, begins: begins.is_some(), masks, known }
    }

    /// Adds the passages of `article` that are in `wanted` and hold what is sought to `found`.
    fn article(&mut self, article: u32, wanted: &Set, found: &mut Set) {
        let pack = self.ground.pack;
        let index = self.ground.index;
        let own = index.articles.passages.range(article);
        let Some(last) = own.clone().rev().find(|passage| wanted.has(*passage)) else { return };
        let lengths = index.passages.lengths.slice();
        let Some(mut words) = pack.words(article) else { return };
        let mut near: Vec<&str> = Vec::new();
        for passage in own.start..=last {
            let length = lengths.at(passage) as usize;
            let text = words.by_ref().take(length);
            if !wanted.has(passage) {
                text.for_each(drop);
                continue;
            }
            let (mut read, mut state, mut holds) = (0, 0u64, false);
            let whole = 1u64 << (self.sought.words.len().min(MOST) - 1);
            near.clear();
            for word in text {
                let class = self.class(word);
                read += 1;
                if self.sought.slop == 0 {
                    state = (state << 1 | 1) & self.masks.get(usize::from(class)).copied().unwrap_or(0);
                    holds |= state & whole != 0;
                } else {
                    let word = class.checked_sub(FIRST).and_then(|at| self.distinct.get(usize::from(at)));
                    near.push(word.copied().unwrap_or_default());
                }
            }
            if self.sought.slop > 0 {
                holds = self.sought.words.len() > MOST || self.sought.is_in(&near);
            }
            // A headline that the text does not hold is read with the article, and so is the end of a long phrase.
            if read < length || holds && self.sought.words.len() > MOST {
                let opened = pack.article(article);
                let all = opened.map(|own| Passages::of(&own.article)).unwrap_or_default();
                let text = all.all.get((passage - own.start) as usize);
                holds = text.is_some_and(|text| self.sought.is_in(&text.words));
            }
            if holds {
                found.insert(passage);
            }
        }
    }

    /// Which of the words sought `word` is.
    fn class(&mut self, word: Word<'_>) -> u8 {
        let code = match word {
            Word::Literal(spelled) => return self.compared(spelled),
            Word::Known(code) => code as usize,
        };
        match self.known.get(code).copied() {
            Some(UNREAD) => {
                let class = self.compared(self.ground.pack.spelled(code as u32));
                if let Some(known) = self.known.get_mut(code) {
                    *known = class;
                }
                class
            }
            class => class.unwrap_or(NONE),
        }
    }

    fn compared(&self, spelled: &str) -> u8 {
        let word = words(spelled).next().map(|(_, word)| word).unwrap_or_default();
        let same = self.distinct.iter().position(|own| *own == word);
        let begun = self.distinct.len().checked_sub(1).filter(|last| {
            self.begins && self.distinct.get(*last).is_some_and(|begins| word.starts_with(*begins))
        });
        same.or(begun).map_or(NONE, |at| at as u8 + FIRST)
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::Corpus;
    use crate::corpus::decisions::Decisions;
    use crate::corpus::sample::article_of;
    use crate::explore::{Query, Unit, explore, open};

    /// Whether `query` finds an article that says `text`.
    fn check(query: &str, text: &str, expected: bool) {
        let corpus = Corpus::build(vec![article_of("a.txt", text, &[])], &Decisions::default());
        let (pack, index) = open(&corpus).unwrap();
        let found = explore(&pack, &index, &Query::parse(query), Unit::Articles);
        assert_eq!(found.matched.len() == 1, expected, "{query} in {text}");
    }

    #[test]
    fn the_beginning_of_a_word_stands_for_the_last_word_alone() {
        check("\"tal tal\"*", "tal talks", true);
        check("\"tal tal\"*", "tal tal", true);
        check("\"tal tal\"*", "talks talks", false);
        check("\"a b a\"", "a b a b a", true);
        check("\"a a b\"", "a b a b", false);
    }

    #[test]
    fn a_phrase_of_more_words_than_have_a_bit_is_read_to_its_end() {
        let words: Vec<String> = (0..100).map(|number| format!("w{number}")).collect();
        let text = words.join(" ");
        check(&format!("\"{}\"", words[5..85].join(" ")), &text, true);
        let mut swapped = words[5..85].to_vec();
        swapped.swap(70, 71);
        check(&format!("\"{}\"", swapped.join(" ")), &text, false);
        check(&format!("\"{}\"~1", swapped.join(" ")), &text, true);
    }
}
