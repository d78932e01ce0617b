//! Words and marks of a passage, for the rooms that read names and quotations.
//!
//! **Invariant:** every token lies on character boundaries, tokens do not overlap, and only white space lies between
//! them. A possessive ending is a token of its own, "U.S." is one word, and hyphens stand alone.
//! Start at [`tokens`].

use crate::span::Span;

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
    /// Whether no white space stands before it.
    pub glued: bool,
}

impl Token<'_> {
    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is an acronym in shape: two to six capitals, digits and all.
    pub fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|c| *c != '.').count();
        (2..=6).contains(&letters)
            && self.text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.')
            && self.is_capital()
    }
}

/// The tokens of `span` in `text`.
pub(crate) fn tokens(text: &str, span: Span) -> Vec<Token<'_>> {
    let (mut found, passage) = (Vec::new(), span.of(text));
    let (mut at, mut end) = (0, usize::MAX);
    while let Some(rest) = passage.get(at..).filter(|rest| !rest.is_empty()) {
        let c = rest.chars().next().unwrap_or(' ');
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let len = length(rest, c);
        let start = span.start as usize + at;
        let token = Token {
            span: Span::new(start, start + len),
            text: rest.get(..len).unwrap_or(""),
            glued: end == at,
        };
        found.push(token);
        at += len;
        end = at;
    }
    found
}

/// The length in bytes of the token at the start of `rest`, whose first character is `first`.
fn length(rest: &str, first: char) -> usize {
    if let Some(length) = dotted(rest) {
        return length;
    }
    if is_apostrophe(first) && is_ending(rest) {
        return rest.find('s').map_or(0, |at| at + 1);
    }
    if !first.is_alphanumeric() {
        return first.len_utf8();
    }
    // Nearly all words are letters of ASCII up to a space or a mark that joins nothing.
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let joins = |byte: u8| match byte {
        b'\'' => true,
        b'.' | b',' => first.is_ascii_digit(),
        byte => !byte.is_ascii(),
    };
    if plain > 0 && !rest.as_bytes().get(plain).is_some_and(|byte| joins(*byte)) {
        return plain;
    }
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inner = (is_apostrophe(c)
            && next.is_some_and(char::is_alphabetic)
            && !is_ending(rest.get(at..).unwrap_or("")))
            || is_particle_before_gap(rest, at)
            || (matches!(c, '.' | ',') && first.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()));
        let gap = c == ' ' && rest.get(..at).is_some_and(|w| w.ends_with(is_apostrophe));
        if !(c.is_alphanumeric() || crate::fold::is_mark(c) || inner || gap) {
            return at;
        }
    }
    rest.len()
}

/// Whether the apostrophe at `at` joins a particle to the name after it over a space that some software leaves:
/// "O’ Brien", "d’ Arc".
fn is_particle_before_gap(rest: &str, at: usize) -> bool {
    let mut after = rest.get(at..).unwrap_or("").chars();
    matches!(rest.get(..at), Some("O" | "d" | "D" | "L"))
        && after.next().is_some_and(is_apostrophe)
        && after.next() == Some(' ')
        && after.next().is_some_and(char::is_uppercase)
}

/// The most letters of an abbreviation with stops: each letter of a longer row would be asked again.
const DOTTED: usize = 8;

/// The length of an abbreviation such as "U.S." or "D.C." at the start of `rest`.
fn dotted(rest: &str) -> Option<usize> {
    let mut letters = 0;
    let bytes = rest.as_bytes();
    while letters <= DOTTED
        && bytes.get(letters * 2).is_some_and(u8::is_ascii_uppercase)
        && bytes.get(letters * 2 + 1) == Some(&b'.')
    {
        letters += 1;
    }
    ((2..=DOTTED).contains(&letters) && !bytes.get(letters * 2).is_some_and(u8::is_ascii_alphabetic))
        .then_some(letters * 2)
}

/// Whether `token` is the ending of a possessive.
pub(crate) fn is_possessive(token: &str) -> bool {
    token.len() > 1 && is_ending(token)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether `rest` begins with the ending of a possessive: an apostrophe, an "s", and then no letter. Some software
/// leaves a space between the two.
fn is_ending(rest: &str) -> bool {
    let mut chars = rest.chars();
    let apostrophe = chars.next().is_some_and(is_apostrophe);
    let s = chars.next().and_then(|c| if c == ' ' { chars.next() } else { Some(c) });
    apostrophe && s == Some('s') && !chars.next().is_some_and(|c| c.is_alphanumeric() || is_apostrophe(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let all = tokens(text, Span::new(0, text.len()));
        assert_eq!(all.iter().map(|t| t.text).collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn possessives_stand_alone_and_abbreviations_stay_whole() {
        check("Ukraine’s energy", "Ukraine|’s|energy");
        check("Ukraine’ s energy", "Ukraine|’ s|energy");
        check("the U.S. president", "the|U.S.|president");
        check("It wasn’t O’Brien's", "It|wasn’t|O’Brien|'s");
        check("US-mediated, 1,100 at 19.52", "US|-|mediated|,|1,100|at|19.52");
        check("“Yes,” he", "“|Yes|,|”|he");
        check("Derek O’ Brien’ s", "Derek|O’ Brien|’ s");
        check("the boys’ School", "the|boys|’|School");
        check("George W. Bush", "George|W|.|Bush");
    }
}
