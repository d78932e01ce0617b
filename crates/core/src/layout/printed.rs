//! How much of a list a printed page holds: the lines of each entry, counted by the width of its words, and the entries column by column.
//!
//! **Invariant:** an entry is whole or not there, and what is not there is counted. It is rather a line too few than one too
//! many, since a browser may break a line earlier. Start at [`fits`].

use super::advance::{Face, width};

/// The columns of a page, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    /// How many there are.
    pub count: u32,
    /// How high they are.
    pub height: f64,
    /// What is free under an entry.
    pub gap: f64,
}

/// How many lines `text` takes in `room` pixels, broken at spaces.
pub fn lines(text: &str, face: Face, size: f64, room: f64) -> u32 {
    let space = width(" ", face, size);
    let (mut lines, mut x) = (0, f64::INFINITY);
    for word in text.split_whitespace() {
        // Hyphens and sizes of other fonts differ a little.
        let wide = width(word, face, size) * 1.03;
        if x + space + wide > room {
            lines += 1;
            x = wide;
        } else {
            x += space + wide;
        }
    }
    lines
}

/// How many entries of such heights, from the first, the columns hold.
pub fn fits(heights: impl Iterator<Item = f64>, columns: Columns) -> usize {
    let (mut left, mut y, mut held) = (columns.count, 0.0, 0);
    for high in heights {
        if y + high > columns.height {
            (left, y) = (left.saturating_sub(1), 0.0);
        }
        if left == 0 || high > columns.height {
            break;
        }
        y += high + columns.gap;
        held += 1;
    }
    held
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_need() {
        let words = "one two three four five six";
        let whole = width(words, Face::Serif, 10.0);
        for (room, expected) in [(whole * 1.1, 1), (whole * 0.6, 2), (1.0, 6)] {
            assert_eq!(lines(words, Face::Serif, 10.0, room), expected, "{room}");
        }
        assert_eq!(lines("", Face::Serif, 10.0, 100.0), 0);
    }

    #[test]
    fn a_page_holds_whole_entries_and_no_more_than_fit() {
        let columns = Columns { count: 2, height: 35.0, gap: 5.0 };
        // Three of ten with gaps of five are 40 high: two stand in 35.
        for (entries, expected) in [(0, 0), (1, 1), (4, 4), (5, 4), (50, 4)] {
            assert_eq!(fits(std::iter::repeat_n(10.0, entries), columns), expected, "{entries}");
        }
        assert_eq!(fits([10.0, 50.0, 10.0].into_iter(), columns), 1, "nothing is left out between two");
    }
}
