//! The network X, whose name is a letter like any other: told by what people do there.
//!
//! **Invariant:** a single letter is the network only where posting, an account or its old name stands with it; it is
//! never a part of a person's name. Start at [`add`].

use std::borrow::Cow;

use super::super::{Mention, NameKind};
use super::gazetteer;
use super::line::Line;
use super::token::Token;
use crate::evidence::Evidence;
use crate::fold::{WordList, sorted};
use crate::order::Order as _;

/// Words for what is done on a network, before its name in the same sentence.
#[rustfmt::skip]
const POSTING: WordList = sorted![
    "account", "announced", "message", "messages", "network", "platform", "platforms", "post", "posted",
    "posting", "posts", "published", "said", "say", "saying", "says", "share", "shared", "sharing",
    "statement", "statements", "thread", "tweeted", "uploaded", "video", "videos", "write", "writes",
    "writing", "wrote",
];

/// Words for what belongs to a network, right after its name.
const BELONGING: WordList =
    sorted!["account", "accounts", "feed", "page", "post", "posts", "profile", "thread", "user", "users"];

/// How many tokens before the name a word of posting may stand.
const NEAR: usize = 12;

/// Adds the network to `found`, in text order.
pub(super) fn add(lines: &[Line<'_>], found: &mut Vec<Mention>) {
    let mut more = Vec::new();
    let mut at = 0;
    for line in lines {
        for (i, token) in line.tokens.iter().enumerate().filter(|(_, t)| t.text == "X") {
            while found.get(at).is_some_and(|m| m.span.end <= token.span.start) {
                at += 1;
            }
            let free = found.get(at).is_none_or(|m| m.span.start >= token.span.end);
            if free && is_network(line, i) {
                let evidence = Evidence::rule("posted-there", 85);
                more.push(Mention { span: token.span, kind: NameKind::Organization, evidence });
            }
        }
    }
    found.extend(more);
    found.order_by_key(|m| m.span.start);
}

fn is_network(line: &Line<'_>, i: usize) -> bool {
    let low = |at: Option<usize>| {
        at.and_then(|at| line.tokens.get(at)).map_or(Cow::Borrowed(""), |t| gazetteer::lower(t.text))
    };
    let glued =
        |at: usize| line.tokens.get(at).is_some_and(|t| t.glued && matches!(t.text, "-" | "’" | "'" | "/"));
    // "X. Smith" and "X-ray"; after "wrote on" the full stop ends the sentence.
    let initial = line.tokens.get(i + 1).is_some_and(|t| t.text == "." && t.glued)
        && line.tokens.get(i + 2).is_some_and(Token::is_capital);
    if glued(i + 1) || line.taken.get(i) == Some(&true) {
        return false;
    }
    let (before, next) = (low(i.checked_sub(1)), low(Some(i + 1)));
    let old_name =
        (1..=4).any(|k| low(Some(i + k)) == "formerly") && (2..=7).any(|k| low(Some(i + k)) == "twitter");
    let posted = || {
        let near = line.tokens.get(i.saturating_sub(NEAR)..i).unwrap_or_default();
        near.iter().any(|t| POSTING.has(&gazetteer::lower(t.text)) || t.text == "Twitter")
    };
    let there = matches!(before.as_ref(), "on" | "to" | "via") && !BESIDE.contains(&next.as_ref());
    if there && posted() {
        return true;
    }
    let named = old_name
        || matches!(before.as_ref(), "platform" | "network" | "site")
        || (BELONGING.has(next.as_ref())
            && matches!(
                before.as_ref(),
                "an" | "his" | "her" | "its" | "their" | "the" | "’s" | "'s" | "official"
            ));
    named && !initial
}

/// What makes the letter the name of something else: "on X axis".
const BESIDE: &[&str] = &["axis", "chromosome", "factor", "games", "ray", "rays"];
