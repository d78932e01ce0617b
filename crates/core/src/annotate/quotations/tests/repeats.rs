//! Headlines that repeat a quotation of the text, and offices that one person bears.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`repeated`] and [`super::check`].

use super::{check, find, speaker};
use crate::annotate::names;
use crate::annotate::names::fixture::document;

/// What repeats what in `text`, shown as `speaker: words = original`, joined by ` | `.
fn repeated(text: &str) -> String {
    let document = document(text);
    let mentions = names::find(&document, &[]);
    let found = find(&document, &[], &mentions);
    let shown = found.iter().filter_map(|q| {
        let original = found.get(q.repeats? as usize)?;
        let (words, again) = (q.span.of(&document.text), original.span.of(&document.text));
        Some(format!("{}: {words} = {again}", speaker(&document, &mentions, q)))
    });
    shown.collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_headline_repeats_the_quotation_of_its_text() {
    assert_eq!(
        repeated(
            "# Ships are ‘late again’ in the harbour\nAnna Berg said on Monday: “The ships are late again.”"
        ),
        "Anna Berg: ‘late again’ = “The ships are late again.”"
    );
    assert_eq!(
        repeated("# ‘We work day and night’\n“We work here day and also night,” Anna Berg said."),
        "Anna Berg: ‘We work day and night’ = “We work here day and also night,”"
    );
    assert_eq!(repeated("# ‘We work day and night’\n“We left the ships,” Anna Berg said."), "");
}

#[test]
fn an_office_that_one_person_bears_is_that_person() {
    check(
        "Mayor Anna Berg opened the harbour. “It is late,” the mayor said.",
        "the mayor=Anna Berg: “It is late,”",
    );
    check(
        "Kyiv mayor and former boxer Vitali Klitschko left. The mayor of Kyiv said that it was late.",
        "The mayor of Kyiv=Vitali Klitschko ~ it was late",
    );
    check(
        "Mayor Anna Berg met Mayor Vitali Klitschko. “It is late,” the mayor said.",
        "?the mayor: “It is late,”",
    );
    check(
        "Deputy mayor Anna Berg opened the harbour. “It is late,” the mayor said.",
        "?the mayor: “It is late,”",
    );
}
