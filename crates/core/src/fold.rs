//! Folding: the form of a word by which search and linking compare it.
//!
//! **Invariant:** folding is the same everywhere (search box, URL, linking), and idempotent.
//! Case, diacritics, marks without width and the kind of apostrophe do not distinguish words; nothing else is dropped.
//! Scripts other than Latin, Greek and Cyrillic are compared as they are. Start at [`fold`].

mod set;
mod table;

use std::borrow::Cow;

pub(crate) use set::{WordList, WordSet, sorted};

use crate::span::Span;

/// `text` in lower case, without diacritics, with straight quotes and plain spaces.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // Most of most texts needs no more than its capitals made small.
        let run = rest.bytes().position(|byte| !matches!(byte, b' '..=b'_' | b'a'..=b'~'));
        let (run, behind) = rest.split_at(run.unwrap_or(rest.len()));
        let start = out.len();
        out.push_str(run);
        if let Some(run) = out.get_mut(start..) {
            run.make_ascii_lowercase();
        }
        let mut chars = behind.chars();
        let Some(c) = chars.next() else { return out };
        rest = chars.as_str();
        if c.is_ascii() {
            out.push(plain(c).to_ascii_lowercase());
        } else if !is_mark(c) {
            let c = plain(c);
            match table::MANY.binary_search_by_key(&c, |(from, _)| *from) {
                Ok(at) => out.extend(
                    table::MANY.get(at).iter().flat_map(|(_, to)| to.chars().map(plain)).flat_map(lower),
                ),
                Err(_) => out.extend(lower(bare(c))),
            }
        }
    }
}

/// The words of `text` with their byte spans: runs of letters and digits, joined by inner apostrophes, hyphens are
/// breaks. Each word is given folded; most stand in the text as they are folded, and are not copied.
pub fn words(text: &str) -> impl Iterator<Item = (Span, Cow<'_, str>)> {
    let char_at = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let is_joined = move |at: usize| char_at(at).is_some_and(char::is_alphanumeric);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = loop {
            match *text.as_bytes().get(at)? {
                byte if byte.is_ascii_alphanumeric() => break at,
                byte if byte.is_ascii() => at += 1,
                _ => match char_at(at)? {
                    c if c.is_alphanumeric() => break at,
                    c => at += c.len_utf8(),
                },
            }
        };
        let mut is_folded = true;
        while let Some(byte) = text.as_bytes().get(at) {
            at += match byte {
                b'a'..=b'z' | b'0'..=b'9' => 1,
                b'A'..=b'Z' => {
                    is_folded = false;
                    1
                }
                b'\'' if is_joined(at + 1) => 1,
                byte if byte.is_ascii() => break,
                _ => {
                    let Some(c) = char_at(at) else { break };
                    let joins = c == '’' && is_joined(at + c.len_utf8());
                    if !(c.is_alphanumeric() || is_mark(c) || joins) {
                        break;
                    }
                    is_folded = false;
                    c.len_utf8()
                }
            };
        }
        let word = text.get(start..at)?;
        let word = if is_folded { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) };
        Some((Span::new(start, at), word))
    })
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// `c` without its diacritics.
fn bare(c: char) -> char {
    let at = table::ONE.binary_search_by_key(&c, |(from, _)| *from).ok();
    at.and_then(|at| table::ONE.get(at)).map_or(c, |(_, to)| *to)
}

/// The lower case of `c`; some capitals have a small letter with a mark of its own (`İ`), which is dropped too.
fn lower(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().filter(|c| !is_mark(*c)).map(bare)
}

/// Whether `c` is a combining mark of the scripts that are folded, or a mark without width, such as a soft hyphen.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn case_diacritics_and_apostrophes_do_not_distinguish() {
        assert_eq!(fold("Ukraine’s PÉRIGORD\u{a0}x"), "ukraine's perigord x");
        assert_eq!(fold("Fri\u{ad}day"), "friday");
        assert_eq!(
            fold("Zür\u{308}ich ŁÓDŹ İzmir Ёлка Ἀθῆναι ﬁve ½"),
            "zurich łodz izmir елка αθηναι five 1⁄2"
        );
    }

    #[test]
    fn words_keep_inner_apostrophes_and_break_at_hyphens() {
        let found: Vec<_> = words("It’s US-mediated — 27.").map(|(_, w)| w).collect();
        assert_eq!(found, ["it's", "us", "mediated", "27"]);
        let found: Vec<_> = words("min\u{ad}istry said\u{200b}").map(|(_, w)| w).collect();
        assert_eq!(found, ["ministry", "said"]);
    }

    #[test]
    fn letters_fold_as_their_decomposition_without_marks_does() {
        let scripts =
            ['\u{c0}'..='\u{24f}', '\u{370}'..='\u{52f}', '\u{1e00}'..='\u{1fff}', '\u{fb00}'..='\u{fb06}'];
        for c in scripts.into_iter().flatten().filter(|c| c.is_alphabetic()) {
            let strip = |text: &str| text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>();
            let expected: String = strip(&strip(&c.to_string()).to_lowercase()).chars().map(plain).collect();
            // A modifier letter that is a mark on a space is left as it is.
            if expected.contains(' ') {
                continue;
            }
            assert_eq!(fold(&c.to_string()), expected, "{c} {:x}", u32::from(c));
            assert_eq!(fold(&fold(&c.to_string())), fold(&c.to_string()), "{c} is not folded for good");
        }
    }
}
