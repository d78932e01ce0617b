//! What is being typed: the term in which the caret stands, and what could go on in it.
//!
//! **Invariant:** the ranges lie on character boundaries of the text, the caret in or at the end of them, whatever the
//! text and the caret; finding them takes time linear in the text.
//! Start at [`typed`].

use super::Field;
use super::field::{Named, known};
use super::lex::{Term, Tokens, What};
use crate::span::Span;

/// How many words before the caret may be one name.
const WORDS: usize = 3;

/// What could stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A word, a name, or the name of a field.
    Anything,
    /// A value of the field.
    Value(Field),
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// The term in which the caret stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) expected: Expected,
    /// Where what is typed begins, which lasts up to the caret: only that of the value, and the beginnings of up to two
    /// plain words before it; the earliest first.
    pub(crate) starts: Vec<u32>,
    /// Where a suggestion that replaces it ends.
    pub(crate) end: u32,
}

/// What is being typed in `text` with the caret at byte `caret`; `None` where that is nothing, or nothing known.
pub(crate) fn typed(text: &str, caret: u32) -> Option<Typed> {
    let mut fields: Vec<Option<&str>> = Vec::new();
    let mut before: Vec<u32> = Vec::new();
    for token in Tokens::of(text) {
        let own = fields.last().copied().flatten();
        match token.what {
            What::Open(field) => fields.push(field.or(own)),
            What::Close => {
                fields.pop();
            }
            What::Term(term) if token.span.start < caret && caret <= token.span.end => {
                return of(text, token.span, &term, own, before, caret);
            }
            What::Term(term) if term.field.is_none() && !term.quoted => {
                before.push(token.span.start);
                continue;
            }
            What::Term(_) | What::Or | What::And | What::Minus => {}
        }
        before.clear();
    }
    None
}

fn of(text: &str, span: Span, term: &Term, own: Option<&str>, before: Vec<u32>, caret: u32) -> Option<Typed> {
    let mut start = span.start + term.field.map_or(0, |field| field.len() as u32 + 1);
    let expected = match term.field.or(own) {
        None if term.quoted => return None,
        None => Expected::Anything,
        Some(field) => match known(field)? {
            Named::Value(field) => Expected::Value(field),
            Named::Undated => Expected::OneOf(&["yes", "no"]),
            Named::Scope => Expected::OneOf(&["article", "passage"]),
            Named::Title | Named::Quote | Named::Days { .. } => return None,
        },
    };
    // A value that is not closed reaches to the end of the text, but is not meant to.
    let end = if term.closed { span.end } else { caret };
    let inside = if term.quoted { text.get(start as usize..)?.chars().next()?.len_utf8() as u32 } else { 0 };
    // Behind its closing quotation mark a value is done.
    if caret < start + inside || (term.quoted && term.closed && caret == end) {
        return None;
    }
    text.get(start as usize..caret as usize)?;
    let mut starts = if expected == Expected::Anything { before } else { Vec::new() };
    starts.push(start);
    start = starts.len().saturating_sub(WORDS) as u32;
    starts.drain(..start as usize);
    Some(Typed { expected, starts, end })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The caret is at the `|`; what could stand there, and what a suggestion replaces, the longest first.
    #[track_caller]
    fn check(text: &str, expected: Option<&Expected>, replaced: &[&str]) {
        let caret = text.find('|').unwrap();
        let text = text.replace('|', "");
        let found = typed(&text, caret as u32);
        assert_eq!(found.as_ref().map(|typed| &typed.expected), expected, "{text}");
        let cut = |typed: &Typed| -> Vec<String> {
            typed.starts.iter().map(|from| text[*from as usize..typed.end as usize].to_owned()).collect()
        };
        assert_eq!(found.as_ref().map(cut).unwrap_or_default(), replaced, "{text}");
    }

    #[test]
    fn the_word_at_the_caret_is_typed() {
        use Expected::Anything;
        check("|", None, &[]);
        check("zel|", Some(&Anything), &["zel"]);
        check("zel|ensky", Some(&Anything), &["zelensky"]);
        check("zel |", None, &[]);
        check("|zel", None, &[]);
        check("war zel| peace", Some(&Anything), &["war zel", "zel"]);
        check("a b c d|", Some(&Anything), &["b c d", "c d", "d"]);
        check("-ukr|", Some(&Anything), &["ukr"]);
        check("a OR ukr|", Some(&Anything), &["ukr"]);
        check("(war ukr|)", Some(&Anything), &["war ukr", "ukr"]);
        check("\"port auth|", None, &[]);
        check("Київ|", Some(&Anything), &["Київ"]);
    }

    #[test]
    fn a_field_before_it_says_what_could_stand_there() {
        use Expected::{OneOf, Value};
        check("person:zel|", Some(&Value(Field::Person)), &["zel"]);
        check("war PERSON:|", Some(&Value(Field::Person)), &[""]);
        check("source:al|", Some(&Value(Field::Publisher)), &["al"]);
        check("per|son:zel", None, &[]);
        check("-org:\"red cr|", Some(&Value(Field::Organization)), &["\"red cr"]);
        check("org:\"red cr| war", Some(&Value(Field::Organization)), &["\"red cr"]);
        check("org:\"red cr|oss\" war", Some(&Value(Field::Organization)), &["\"red cross\""]);
        check("org:\"red cross\"|", None, &[]);
        check("person:(ann OR bo|)", Some(&Value(Field::Person)), &["bo"]);
        check("person:(a (b c|", Some(&Value(Field::Person)), &["c"]);
        check("person:(a) c|", Some(&Expected::Anything), &["c"]);
        check("undated:y|", Some(&OneOf(&["yes", "no"])), &["y"]);
        for nothing in ["title:pea|", "quote:pea|", "after:2026|", "colour:re|"] {
            check(nothing, None, &[]);
        }
    }

    proptest! {
        #[test]
        fn any_text_and_caret_give_ranges_that_hold_the_caret(text in "[a-z :\"()é“-]{0,24}", caret in 0u32..40) {
            if let Some(Typed { starts, end, .. }) = typed(&text, caret) {
                prop_assert!(caret <= end);
                for from in starts {
                    prop_assert!(from <= caret);
                    prop_assert!(text.get(from as usize..end as usize).is_some());
                    prop_assert!(text.get(from as usize..caret as usize).is_some());
                }
            }
        }
    }
}
