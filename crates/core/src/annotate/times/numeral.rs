//! Numbers of things: `24`, `two`, `twenty-four`, `a hundred`, `two and a half`, `several`, `12 to 18`.
//!
//! **Invariant:** an article counts one, and says so; a number that the text leaves open is `X`.
//! Start at [`count`].

use super::grammar::word;
use super::token::Token;
use super::words;

/// How many of a unit: the number as TIMEX3 writes it (`X` where the text says "several").
pub(super) struct Count {
    /// The number as TIMEX3 writes it.
    pub written: String,
    /// The number where it is a whole one.
    pub number: Option<u32>,
    /// Whether it is only an article, so that more is needed to tell a length from a rate.
    pub article: bool,
}

/// The number at token `i`, and the token after it.
pub(super) fn count(t: &[Token], i: usize) -> Option<(Count, usize)> {
    let first = t.get(i)?;
    let low = first.low.as_str();
    let vague = |end| Some((Count { written: "X".to_owned(), number: None, article: false }, end));
    // A couple are two, and yet no day is reckoned by them.
    let couple = |end| Some((Count { written: "2".to_owned(), number: None, article: false }, end));
    match (low, word(t, i + 1), word(t, i + 2)) {
        ("a", "few", _) => return vague(i + 2),
        ("couple", "of", _) => return couple(i + 2),
        ("a", "couple", "of") => return couple(i + 3),
        ("a", "number", "of") => return vague(i + 3),
        // "The third time in as many years" counts them elsewhere.
        ("many", ..) if i > 0 && word(t, i - 1) == "as" => return None,
        ("several" | "few" | "many" | "some", ..) => return vague(i + 1),
        ("half", "a" | "an", _) | ("a", "half", _) => {
            let end = if word(t, i + 2) == "-" { i + 3 } else { i + 2 };
            return Some((Count { written: ".5".to_owned(), number: None, article: false }, end));
        }
        ("a", "hundred" | "thousand", _) => {
            return Some((
                Count {
                    written: power(word(t, i + 1))?.to_string(),
                    number: power(word(t, i + 1)),
                    article: false,
                },
                i + 2,
            ));
        }
        ("a" | "an", ..) => {
            return Some((Count { written: "1".to_owned(), number: Some(1), article: true }, i + 1));
        }
        _ => {}
    }
    let plain = |n: u32, end| Some((Count { written: n.to_string(), number: Some(n), article: false }, end));
    if first.low.starts_with(|c: char| c.is_ascii_digit()) {
        let bare = first.low.replace(',', "");
        if bare.len() > 6 || !bare.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number = bare.parse().ok()?;
        // "12 to 18 months": somewhere between the two.
        if matches!(word(t, i + 1), "to" | "or" | "-" | "–")
            && t.get(i + 2)
                .and_then(Token::digits)
                .is_some_and(|n| n < 100 && i64::from(n) > i64::from(number))
        {
            return vague(i + 3);
        }
        // "5 1/2 hours".
        if word(t, i + 1) == "1/2" {
            return Some((Count { written: format!("{number}.5"), number: None, article: false }, i + 2));
        }
        return plain(number, i + 1);
    }
    let number = words::numeral(low)?;
    if number < 20
        && matches!(word(t, i + 1), "to" | "or")
        && words::numeral(word(t, i + 2)).is_some_and(|n| n > number && n < 20)
    {
        return vague(i + 3);
    }
    if number >= 20
        && word(t, i + 1) == "-"
        && let Some(ones) = words::numeral(word(t, i + 2)).filter(|n| (1..10).contains(n))
    {
        return plain(number + ones, i + 3);
    }
    if number >= 20
        && let Some(ones) = words::numeral(word(t, i + 1)).filter(|n| (1..10).contains(n))
    {
        return plain(number + ones, i + 2);
    }
    if let Some(times) = power(word(t, i + 1)) {
        return plain(number * times, i + 2);
    }
    if word(t, i + 1) == "and" && word(t, i + 2) == "a" && word(t, i + 3) == "half" {
        return Some((Count { written: format!("{number}.5"), number: None, article: false }, i + 4));
    }
    plain(number, i + 1)
}

/// The months at token `i` that a report covers, and the token after them: `nine months`, `six months`.
pub(super) fn months(t: &[Token], i: usize) -> Option<(u32, usize)> {
    let (count, after) = count(t, i)?;
    let number = count.number.filter(|n| matches!(n, 3 | 6 | 9 | 12))?;
    (word(t, after) == "months").then_some((number, after + 1))
}

/// A number of things at token `i` as TIMEX3 writes it, and the token after it; an article is none.
pub(super) fn count_of(t: &[Token], i: usize) -> Option<(String, usize)> {
    let (count, after) = count(t, i)?;
    (!count.article).then_some((count.written, after))
}

/// The power of ten named by `word`.
fn power(word: &str) -> Option<u32> {
    match word {
        "hundred" => Some(100),
        "thousand" => Some(1000),
        _ => None,
    }
}
