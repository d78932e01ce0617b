//! The text of a word or mark in lower case, as the rooms compare it with their tables.
//!
//! **Invariant:** most words stand in the text as they are compared, and these are not copied; apostrophes are straight.
//! Start at [`Low`].

use std::borrow::Cow;
use std::ops::Deref;

/// Text in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Low<'a>(Cow<'a, str>);

impl<'a> Low<'a> {
    /// `raw` with its capitals of ASCII made small, and without soft hyphens: these are no part of the word that they
    /// may break.
    pub(crate) fn ascii(raw: &'a str) -> Self {
        let is_low = raw.bytes().all(|b| !b.is_ascii_uppercase());
        if is_low && (raw.is_ascii() || !raw.contains(['’', '\u{ad}'])) {
            return Self(Cow::Borrowed(raw));
        }
        let letters = raw.chars().filter(|c| *c != '\u{ad}');
        Self(Cow::Owned(letters.map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }).collect()))
    }

    /// `raw` with all its capitals made small; a soft hyphen stays, as the tokens of names have it.
    pub(crate) fn whole(raw: &'a str) -> Self {
        if raw.is_ascii() {
            return Self::ascii(raw);
        }
        let low = raw.to_lowercase();
        Self(Cow::Owned(if low.contains('’') { low.replace('’', "'") } else { low }))
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Low<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Low<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Low<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_small_and_apostrophes_straight() {
        assert_eq!(Low::ascii("Mon\u{ad}day’S É"), "monday's É");
        assert_eq!(Low::whole("Été’S"), "été's");
        assert!(matches!(Low::whole("plain"), Low(Cow::Borrowed(_))));
    }
}
