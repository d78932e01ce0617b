//! Numbers as they are spoken: `nineteen ninety-one`, `two thousand and five`, `March eighth`, `the nineties`.
//!
//! **Invariant:** a year in words is one only where nothing is counted by it; the grammar asks for words around it
//! that say so. Start at [`year`] and [`day`].

use super::grammar::word;
use super::token::Token;
use super::words;

/// A year in words at token `i`, and the token after it.
pub(super) fn year(t: &[Token], i: usize) -> Option<(i16, usize)> {
    if word(t, i) == "two" && word(t, i + 1) == "thousand" {
        let rest = if word(t, i + 2) == "and" { i + 3 } else { i + 2 };
        let more = words::numeral(word(t, rest)).filter(|n| *n < 20);
        return Some(more.map_or((2000, i + 2), |n| (2000 + n as i16, rest + 1)));
    }
    let century = match word(t, i) {
        "eighteen" => 1800,
        "nineteen" => 1900,
        "twenty" => 2000,
        _ => return None,
    };
    if word(t, i + 1) == "hundred" {
        return Some((century, i + 2));
    }
    let (rest, end) = below_hundred(t, i + 1)?;
    (rest >= 10).then_some((century + rest, end))
}

/// `ninety-one`, `ninety one`, `eleven`.
fn below_hundred(t: &[Token], i: usize) -> Option<(i16, usize)> {
    let tens = words::numeral(word(t, i))?;
    let ones_at = if word(t, i + 1) == "-" { i + 2 } else { i + 1 };
    let ones = words::numeral(word(t, ones_at)).filter(|n| tens >= 20 && (1..10).contains(n));
    Some(ones.map_or((tens as i16, i + 1), |ones| ((tens + ones) as i16, ones_at + 1)))
}

/// A day of the month in words at token `i`, first to thirty-first, and the token after it.
pub(super) fn day(t: &[Token], i: usize) -> Option<(i8, usize)> {
    if let Some(day) = words::ordinal(word(t, i)) {
        return Some((day, i + 1));
    }
    let tens = match word(t, i) {
        "twenty" => 20,
        "thirty" => 30,
        "thirtieth" => return Some((30, i + 1)),
        _ => return None,
    };
    let ones_at = if word(t, i + 1) == "-" { i + 2 } else { i + 1 };
    let ones = words::ordinal(word(t, ones_at)).filter(|n| *n < 10)?;
    (tens + ones < 32).then_some((tens + ones, ones_at + 1))
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;
    use crate::span::Span;

    #[test]
    fn years_and_days_are_read_from_words() {
        let year = |text: &str| year(&tokens(text, Span::new(0, text.len())), 0).map(|(y, _)| y);
        assert_eq!(year("nineteen ninety-one"), Some(1991));
        assert_eq!(year("nineteen ninety six"), Some(1996));
        assert_eq!(year("two thousand"), Some(2000));
        assert_eq!(year("two thousand and five"), Some(2005));
        assert_eq!(year("nineteen hundred"), Some(1900));
        assert_eq!(year("nineteen people"), None);
        assert_eq!(year("nineteen five"), None);
        let day = |text: &str| day(&tokens(text, Span::new(0, text.len())), 0).map(|(d, _)| d);
        assert_eq!(day("eighth"), Some(8));
        assert_eq!(day("twenty-first"), Some(21));
        assert_eq!(day("thirty-second"), None);
    }
}
