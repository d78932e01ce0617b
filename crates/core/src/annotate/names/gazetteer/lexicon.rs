//! What is known of single words and a few fixed names, whatever text they stand in.
//!
//! From the packages `Faker` and `compromise` (MIT); `cargo xtask gazetteer` makes the file.
//! **Invariant:** a word is many things at once (Mark, Rose, Bush, Page), and all of them are told. Start at [`word`].

use std::sync::LazyLock;

use super::key::key;
use super::sorted::Sorted;
use crate::order;

/// The first four bytes of the file.
pub const MAGIC: [u8; 4] = *b"DLx2";

/// What a word may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word(pub u16);

impl Word {
    /// A man's given name.
    pub const MAN: Self = Self(1);
    /// A woman's given name.
    pub const WOMAN: Self = Self(1 << 1);
    /// A surname.
    pub const SURNAME: Self = Self(1 << 2);
    /// A noun.
    pub const NOUN: Self = Self(1 << 3);
    /// A form of a verb.
    pub const VERB: Self = Self(1 << 4);
    /// An adjective.
    pub const ADJECTIVE: Self = Self(1 << 5);
    /// A word such as an adverb, a preposition or a number.
    pub const FUNCTION: Self = Self(1 << 6);
    /// A noun for people by what they do.
    pub const HUMAN: Self = Self(1 << 7);
    /// A people, a language or a creed.
    pub const DEMONYM: Self = Self(1 << 8);
    /// A company or another body.
    pub const BODY: Self = Self(1 << 9);
    /// A club or a team.
    pub const TEAM: Self = Self(1 << 10);
    /// A region or another place.
    pub const PLACE: Self = Self(1 << 11);

    /// Whether it is any of `kinds`.
    pub fn is(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Any given name.
    pub const GIVEN: Self = Self::MAN.or(Self::WOMAN);
    /// Any everyday word.
    pub const EVERYDAY: Self =
        Self::NOUN.or(Self::VERB).or(Self::ADJECTIVE).or(Self::FUNCTION).or(Self::HUMAN);
}

/// What `name`, a word or a fixed name of a few words, may be.
pub fn word(name: &str) -> Word {
    of_key(key(name))
}

/// What the word with this key may be.
pub fn of_key(key: u32) -> Word {
    let (keys, words) = &*TABLE;
    keys.rows(key).filter_map(|row| words.get(row)).fold(Word::default(), |all, word| all.or(*word))
}

static TABLE: LazyLock<(Sorted, Vec<Word>)> = LazyLock::new(|| {
    let (keys, columns) = Sorted::read(include_bytes!("lexicon.bin"), MAGIC);
    let words = words(columns).unwrap_or_default();
    (keys, words)
});

fn words(columns: &[u8]) -> Option<Vec<Word>> {
    let (count, rest) = columns.split_first()?;
    let (kinds, rest) = rest.split_at_checked(usize::from(*count) * 2)?;
    let kinds: Vec<Word> = kinds.chunks_exact(2).map(|of| Word(u16::from_le_bytes([of[0], of[1]]))).collect();
    rest.iter().map(|kind| kinds.get(usize::from(*kind)).copied()).collect()
}

/// The columns of a file: how many different things a word may be, each of them in two bytes, and for each word which
/// of them it is.
pub fn columns(words: &[Word]) -> Vec<u8> {
    let kinds: Vec<u16> = order::set(words.iter().map(|word| word.0)).into_iter().collect();
    let mut found = vec![kinds.len() as u8];
    found.extend(kinds.iter().flat_map(|kind| kind.to_le_bytes()));
    found.extend(words.iter().map(|word| kinds.binary_search(&word.0).unwrap_or(0) as u8));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_all_that_they_may_be() {
        assert!(word("Grace").is(Word::WOMAN) && word("page").is(Word::NOUN));
        assert!(word("Ayşe").is(Word::WOMAN));
        assert!(word("Okafor").is(Word::SURNAME) && !word("Okafor").is(Word::EVERYDAY));
        assert!(word("abandoning").is(Word::VERB) && word("banker").is(Word::HUMAN));
        assert_eq!(word("Qwertov"), Word::default());
    }

    #[test]
    fn the_file_is_whole() {
        assert!(TABLE.0.len() > 20_000);
        assert_eq!(TABLE.1.len(), TABLE.0.len());
        let (_, file) = Sorted::read(include_bytes!("lexicon.bin"), MAGIC);
        assert!(columns(&TABLE.1) == file, "expected a file as `columns` writes it");
    }
}
