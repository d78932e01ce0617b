//! The stem of an English word: what its forms share.
//!
//! **Invariant:** Snowball's English stemmer (Porter2), which is a rule of letters and no dictionary: a stem need not be a
//! word, and forms that differ inside (`said`, `says`) have two. What is not all English letters is its own stem.

use std::borrow::Cow;

use pagefind_stem::{Algorithm, Stemmer};

/// The stem of `word`, which is folded.
pub fn stem(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'\'')) {
        Stemmer::create(Algorithm::English).stem(word)
    } else {
        Cow::Borrowed(word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        let check = |words: &[&str], expected: &str| {
            for word in words {
                assert_eq!(stem(word), expected, "{word}");
            }
        };
        check(&["sanction", "sanctions", "sanctioned", "sanctioning"], "sanction");
        check(&["negotiate", "negotiates", "negotiated", "negotiating"], "negoti");
        check(&["party", "parties", "party's"], "parti");
        check(&["stop", "stops", "stopped", "stopping"], "stop");
        check(&["ukraine", "ukraine's"], "ukrain");
        check(&["skies", "sky"], "sky");
        check(&["news"], "news");
        check(&["said"], "said");
    }

    #[test]
    fn what_is_not_english_letters_is_its_own_stem() {
        for word in ["n95s", "2026", "łodzies", "文", "", "партии"] {
            assert_eq!(stem(word), word);
        }
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem(word in "[a-z']{0,40}", text: String) {
            prop_assert!(stem(&word).len() <= word.len() + 1);
            stem(&text);
        }
    }
}
