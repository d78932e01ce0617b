//! Words, numbers and marks of one sentence, with their byte spans: what the grammar of times reads.
//!
//! A possessive ending and a hyphen are tokens of their own, so `Friday's` and `mid-January` show their parts;
//! `a.m.` and `10:35` stay whole. **Invariant:** spans are offsets into the document, on character boundaries;
//! a sentence is read once, from left to right. Start at [`tokens`].

use super::verbs;
use crate::annotate::low::Low;
use crate::civil;
use crate::span::Span;

/// One word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// Where it stands in the document.
    pub span: Span,
    /// Its text in ASCII lower case, apostrophes straight.
    pub low: Low<'a>,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether white space or the sentence's start stands before it.
    pub spaced: bool,
}

impl Token<'_> {
    /// Whether this is a mark that ends a stretch of speech or a list of clauses.
    pub(crate) fn is_quote(&self) -> bool {
        matches!(self.low.as_str(), "\"" | "“" | "”" | "«" | "»" | "„")
    }

    /// Whether it begins with a letter.
    pub(crate) fn is_word(&self) -> bool {
        self.low.starts_with(char::is_alphabetic)
    }

    /// Its value where it is plain digits of at most four places.
    pub(crate) fn digits(&self) -> Option<i32> {
        let plain = self.low.len() <= 4 && self.low.bytes().all(|b| b.is_ascii_digit());
        if plain { self.low.parse().ok() } else { None }
    }
}

/// The tokens of the passage `within` of `text`.
pub(crate) fn tokens(text: &str, within: Span) -> Vec<Token<'_>> {
    let base = within.start as usize;
    let passage = within.of(text);
    let mut found = Vec::with_capacity(passage.len() / 5 + 1);
    let mut at = 0;
    let mut spaced = true;
    while let Some(rest) = passage.get(at..)
        && let Some(first) = rest.chars().next()
    {
        if first.is_whitespace() {
            spaced = true;
            at += first.len_utf8();
            continue;
        }
        let length = length(rest, first, found.last()).max(1);
        let raw = rest.get(..length).unwrap_or(rest);
        let span = Span::new(base + at, base + at + length);
        found.push(Token { span, low: Low::ascii(raw), capital: first.is_uppercase(), spaced });
        spaced = false;
        at += length;
    }
    found
}

/// How many bytes of `rest` are one token.
fn length(rest: &str, first: char, before: Option<&Token>) -> usize {
    if first.is_ascii_digit() {
        return number(rest);
    }
    if !first.is_alphabetic() {
        if matches!(first, '\'' | '’') && before.is_some_and(Token::is_word) {
            let ending = rest.get(first.len_utf8()..).unwrap_or("");
            let letters = |c: char| c.is_alphabetic();
            let next = ending.get(..ending.find(|c| !letters(c)).unwrap_or(ending.len())).unwrap_or("");
            if matches!(next, "s" | "ll" | "d" | "re" | "ve" | "S") {
                return first.len_utf8() + next.len();
            }
        }
        return first.len_utf8();
    }
    if matches!(rest.as_bytes(), [b'a' | b'p' | b'A' | b'P', b'.', b'm' | b'M', ..]) {
        let clock = ["a.m.", "p.m.", "A.M.", "P.M.", "a.m", "p.m"];
        if let Some(found) = clock.iter().find(|c| rest.starts_with(**c)) {
            return found.len();
        }
    }
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let more = rest.get(plain..).unwrap_or("");
    let word = if more.as_bytes().first().is_none_or(u8::is_ascii) {
        plain
    } else {
        plain + more.find(|c: char| !c.is_alphabetic() && c != '\u{ad}').unwrap_or(more.len())
    };
    if first.is_uppercase() { glued(rest.get(..word).unwrap_or(rest)).unwrap_or(word) } else { word }
}

/// A number with its inner points, commas, colons, slashes and date hyphens.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let iso = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-') && (5..7).all(digit);
    if iso && (0..4).all(digit) && digit(8) && digit(9) && !digit(10) {
        return 10;
    }
    let mut at = 0;
    while digit(at) || matches!(bytes.get(at), Some(b',' | b'.' | b':' | b'/')) && digit(at + 1) {
        at += 1;
    }
    at
}

/// Where a weekday and the verb after it have lost the space between them (`Fridaycame`), the weekday's length.
fn glued(word: &str) -> Option<usize> {
    if word.len() < "Mondays".len() || !word.starts_with(char::is_uppercase) {
        return None;
    }
    let day = word.find("day").map(|at| at + 3)?;
    let rest = word.get(day..)?;
    let is_day = word.get(..day).and_then(civil::weekday).is_some();
    (is_day && verbs::is_past(rest)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = tokens(text, Span::new(0, text.len()));
        assert_eq!(found.iter().map(|t| t.low.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn possessives_hyphens_and_clock_times_come_apart_where_the_grammar_needs_it() {
        check("Friday’s mid-January", &["friday", "'s", "mid", "-", "january"]);
        check("at 10:35 a.m. (0735 GMT)", &["at", "10:35", "a.m.", "(", "0735", "gmt", ")"]);
        check("on 2026-02-07, 1,100 2nd", &["on", "2026-02-07", ",", "1,100", "2", "nd"]);
        check("on Fridaycame", &["on", "friday", "came"]);
        check("“Été”", &["“", "Été".to_ascii_lowercase().as_str(), "”"]);
    }
}
