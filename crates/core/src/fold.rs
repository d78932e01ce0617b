//! Folding: the form of a word by which search and linking compare it.
//!
//! **Invariant:** folding is the same everywhere (search box, URL, linking), and idempotent.
//! Case, diacritics and the kind of apostrophe do not distinguish words; nothing else is dropped.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case, without diacritics, with straight quotes and plain spaces.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(plain).collect()
}

/// The words of `text` with their byte spans: runs of letters and digits, joined by inner apostrophes, hyphens are
/// breaks. Each word is given folded.
pub fn words(text: &str) -> impl Iterator<Item = (crate::span::Span, String)> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let mut end = start;
        let mut chars = text[start..].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let joins =
                matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !(c.is_alphanumeric() || is_combining_mark(c) || joins) {
                break;
            }
            end = start + at + c.len_utf8();
        }
        rest = end;
        Some((crate::span::Span::new(start, end), fold(&text[start..end])))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_diacritics_and_apostrophes_do_not_distinguish() {
        assert_eq!(fold("Ukraine’s PÉRIGORD\u{a0}x"), "ukraine's perigord x");
        assert_eq!(fold(&fold("Ångström")), fold("Ångström"));
    }

    #[test]
    fn words_keep_inner_apostrophes_and_break_at_hyphens() {
        let found: Vec<_> = words("It’s US-mediated — 27.").map(|(_, w)| w).collect();
        assert_eq!(found, ["it's", "us", "mediated", "27"]);
    }
}
