//! Whom something is said to, by what way, and from when it was free to print.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`check`].

use super::find;
use crate::annotate::names::fixture::document;
use crate::annotate::{names, times};

/// Checks the setting of the first quotation of `text`, shown as `addressee | medium | free`.
#[track_caller]
fn check(text: &str, expected: &str) {
    let document = document(text);
    let times = times::find(&document);
    let mentions = names::find(&document, &times);
    let found = find(&document, &times, &mentions);
    let first = found.first().unwrap();
    let words = |span: Option<crate::span::Span>| span.map_or("-", |span| span.of(&document.text));
    let free = first.free.map(|t| times[t as usize].span);
    let shown = [words(first.addressee.and_then(|to| to.span)), words(first.medium), words(free)].join(" | ");
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn whom_it_is_said_to_follows_the_verb_or_to() {
    check("“It is over,” Steve Witkoff told parliament.", "parliament | - | -");
    check("Steve Witkoff told him that it was over.", "him | - | -");
    check("Steve Witkoff insisted to journalists that it was over.", "journalists | - | -");
    check("Steve Witkoff warned the mayor of Kyiv that it was over.", "the mayor of Kyiv | - | -");
    check("Steve Witkoff urged Russia and Ukraine to talk again.", "Russia and Ukraine | - | -");
    check("“It is over,” Steve Witkoff said, speaking to reporters.", "reporters | - | -");
}

#[test]
fn an_outlet_that_is_told_is_also_the_way() {
    check("Steve Witkoff told the BBC that it was over.", "the BBC | told the BBC | -");
    check("Steve Witkoff told state media it was over.", "state media | told state media | -");
    check(
        "“It is over,” Steve Witkoff said in an interview with the BBC.",
        "the BBC | in an interview with the BBC | -",
    );
}

#[test]
fn the_way_stands_before_or_after_the_verb() {
    check("“It is over,” Steve Witkoff wrote in a post on X.", "- | in a post on X | -");
    check(
        "“It is over,” Steve Witkoff wrote in a Truth Social post on Monday.",
        "- | in a Truth Social post | -",
    );
    check("“It is over,” Steve Witkoff said on Telegram.", "- | on Telegram | -");
    check("In a statement, the ministry said that it was over.", "- | In a statement | -");
    check(
        "In a letter to the mayor, Steve Witkoff said the bridge was unsafe.",
        "the mayor | In a letter to the mayor | -",
    );
    check("At a news conference on Monday, Steve Witkoff said it was over.", "- | At a news conference | -");
    check("Steve Witkoff posted on Facebook, saying it was over.", "- | on Facebook | -");
}

#[test]
fn an_embargo_frees_the_words() {
    check(
        "“It is over,” Steve Witkoff told reporters, in remarks embargoed until 7 February 2026.",
        "reporters | in remarks | 7 February 2026",
    );
    check(
        "In an interview with the BBC that airs on 7 February 2026, Steve Witkoff said it was over.",
        "the BBC | In an interview with the BBC | 7 February 2026",
    );
}
