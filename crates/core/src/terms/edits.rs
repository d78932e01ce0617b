//! The distance between a word and what is read letter by letter, as bits.
//!
//! Bit `i` of row `d` says that the first `i` letters of the word are what was read, with at most `d` edits: an insertion, a
//! deletion, a substitution or a transposition of two neighbours, none edited again (optimal string alignment).
//! After Wu and Manber, "Fast text searching allowing errors" (1992), with a term for transpositions.
//! **Invariant:** letters are Unicode scalar values; a row holds the one before it. Start at [`Word`].

/// The most edits that are counted.
pub(super) const MOST_EDITS: u8 = 2;
/// The most letters of a word: one bit a letter, and one for none.
pub(super) const MOST_LETTERS: usize = 63;

type Rows = [u64; MOST_EDITS as usize + 1];

/// A word to be compared with.
pub(super) struct Word {
    letters: Vec<char>,
    /// Where each letter of ASCII stands in the word.
    ascii: [u64; 128],
}

/// How far the word agrees with what was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreement {
    rows: Rows,
    /// The rows one letter before, from which a transposition counts.
    before: Rows,
    /// Where the last letter read stands in the word.
    last: u64,
}

impl Word {
    /// `word`, unless it has too many letters.
    pub fn new(word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().take(MOST_LETTERS + 1).collect();
        let mut ascii = [0; 128];
        for (at, letter) in letters.iter().enumerate().take(MOST_LETTERS) {
            if let Some(places) = ascii.get_mut(*letter as usize) {
                *places |= 1 << at;
            }
        }
        (letters.len() <= MOST_LETTERS).then_some(Self { letters, ascii })
    }

    /// Where `letter` stands in the word.
    #[inline]
    fn places(&self, letter: char) -> u64 {
        match self.ascii.get(letter as usize) {
            Some(places) => *places,
            None => self.letters.iter().rev().fold(0, |places, own| places << 1 | u64::from(*own == letter)),
        }
    }

    /// Nothing read: so many letters of the word are edits.
    pub fn start() -> Agreement {
        Agreement { rows: [0b1, 0b11, 0b111], before: [0; 3], last: 0 }
    }

    /// What holds after `letter` too; nothing where it takes more than `most` edits whatever follows.
    #[inline]
    pub fn read(&self, from: &Agreement, letter: char, most: u8) -> Option<Agreement> {
        let places = self.places(letter);
        let [exact, one, two] = from.rows;
        // A transposition: the letter before is the word's next, and this one is the word's present.
        let swap = |row: u64| (row & (from.last >> 1) & places) << 2;
        let now = (exact & places) << 1;
        let now_one = (one & places) << 1 | exact | (exact | now) << 1 | swap(from.before[0]);
        let now_two = (two & places) << 1 | one | (one | now_one) << 1 | swap(from.before[1]);
        let rows = [now, now_one, now_two];
        let inside = u64::MAX >> (MOST_LETTERS - self.letters.len());
        let live = match most {
            0 => now,
            1 => now_one,
            _ => now_two,
        };
        (live & inside != 0).then_some(Agreement { rows, before: from.rows, last: places })
    }

    /// The fewest edits, up to `most`, that make the whole word of what was read.
    #[inline]
    pub fn distance(&self, of: &Agreement, most: u8) -> Option<u8> {
        let whole = 1 << self.letters.len();
        (0..)
            .zip(of.rows)
            .take(usize::from(most) + 1)
            .find(|(_, row)| row & whole != 0)
            .map(|(edits, _)| edits)
    }
}
