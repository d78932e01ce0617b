//! What a noun says that somebody said, with its time: "the comments on the port on Friday by Berg".
//!
//! **Invariant:** the noun, its time and whose it is stand together with no verb between, and what the time may as well
//! date ("her comments on the attack on Friday") is left alone. Start at [`remark`].

use super::status::{is_finite, is_named};
use super::{Page, Spoken, follow, plan};
use crate::annotate::times::token::Token;
use crate::annotate::{Event, NameKind, Status, Time, Voice, VoiceClass};
use crate::evidence::Evidence;
use crate::span::Span;

/// How many tokens before its time the noun may stand.
const REACH: usize = 10;

/// The saying that a noun beside `time`, with the index `index`, tells of in `clause`; its voice is its owner's.
pub(super) fn remark(
    page: &Page,
    sentence: &Spoken,
    clause: Span,
    (index, time): (u32, &Time),
) -> Option<Event> {
    let (start, end) = sentence.place(time.span);
    let (first, _) = sentence.place(clause);
    // What is still to be said is announced, not said.
    if is_named(sentence, time.span)
        || sentence.bound(time.span).is_some()
        || plan::is_planned(page, sentence, time)
    {
        return None;
    }
    let low = |k: usize| sentence.tokens.get(k).map_or("", |t| t.low.as_str());
    let parts = |k: &usize| {
        let word = low(*k);
        let verb = is_finite(word) && !matches!(word, "'s" | "made");
        verb || matches!(word, ";" | ":" | "," | "that")
            || sentence.tokens.get(*k).is_some_and(Token::is_quote)
    };
    let back = (first.max(start.saturating_sub(REACH))..start).rev();
    let noun = back
        .take_while(|k| !parts(k))
        .find(|k| NOUNS.contains(&low(*k)) && low(k.saturating_sub(1)) != "no")?;
    let between = noun + 1..start;
    let close =
        between.clone().all(|k| matches!(low(k), "made" | "on" | "in" | "earlier" | "late" | "later"));
    let other = between.clone().any(|k| follow::THINGS.contains(&low(k)));
    let by = |k: usize| (low(k) == "by").then(|| named(page, sentence, k + 1)).flatten();
    let owner = match by(end).filter(|_| !other) {
        Some(owner) => owner,
        None if close => owned(page, sentence, noun)?,
        None => return None,
    };
    let (mention, span, kind) = owner;
    let class = if kind == NameKind::Person { VoiceClass::Person } else { VoiceClass::Office };
    let voice = Voice { class, mention: Some(mention), span: Some(span) };
    let article =
        (noun.saturating_sub(3)..noun).rev().find(|k| matches!(low(*k), "the" | "a" | "an" | "his" | "her"));
    let begins = sentence.tokens.get(article.unwrap_or(noun))?.span;
    let own = begins.join(time.span).join(span);
    Some(Event {
        clause: own,
        when: time.when,
        time: Some(index),
        undated: super::undated(Some(time)),
        participants: page.mentions_in(own).map(|(i, _)| i).collect(),
        ..Event::new(sentence.span, Status::Said, voice, Evidence::rule("remark-with-time", 80))
    })
}

/// Somebody whom the text names: the mention, its words, and what it is.
type Owner = (u32, Span, NameKind);

/// Who is named from the token `from` on: a person behind titles, or a body at once.
fn named(page: &Page, sentence: &Spoken, from: usize) -> Option<Owner> {
    let begins = sentence.tokens.get(from)?.span;
    let rest = sentence.tokens.iter().skip(from).take(9);
    let ends = rest.take_while(|t| !is_finite(&t.low) || t.low == "'s").last()?.span;
    let near: Vec<Owner> = page.mentions_in(begins.join(ends)).map(|(i, m)| (i, m.span, m.kind)).collect();
    let person = near.iter().find(|(.., kind)| *kind == NameKind::Person);
    let article = sentence.tokens.get(from).is_some_and(|t| t.low == "the");
    let lead = sentence.tokens.get(from + usize::from(article)).map_or(begins, |t| t.span);
    person.or_else(|| near.first().filter(|(_, span, _)| span.start == lead.start)).copied()
}

/// Whose the noun at token `noun` is: "Berg’s remarks", "the ministry’s first statement".
fn owned(page: &Page, sentence: &Spoken, noun: usize) -> Option<Owner> {
    let owns = |k: &usize| sentence.tokens.get(*k).is_some_and(|t| t.low == "'s");
    let owner = (noun.saturating_sub(2)..noun).rev().find(owns)?.checked_sub(1)?;
    let last = sentence.tokens.get(owner)?.span;
    let at = page.mentions.partition_point(|m| m.span.end < last.end);
    let (index, mention) = (at as u32, page.mentions.get(at)?);
    mention.span.contains(last).then_some((index, mention.span, mention.kind))
}

/// Nouns for a saying.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "accusation", "accusations", "announcement", "claim", "claims", "comment", "comments", "criticism", "remark", "remarks",
    "statement", "statements", "threat", "threats", "tweet", "tweets", "warning", "warnings",
];

#[cfg(test)]
mod tests {
    use super::super::cases::check;

    const SATURDAY: &str = "2026-02-07";

    #[test]
    fn a_noun_for_a_saying_tells_who_spoke_and_when() {
        let tells = |text: &str, expected: &[&str]| check(text, SATURDAY, expected);
        tells(
            "The remarks on closing the port on Friday by {Anna Berg} were rash.",
            &["said Anna Berg 2026-02-06"],
        );
        tells(
            "The warning late on Friday by the mayor of Lisk, {Anna Berg}, drew boos.",
            &["said Anna Berg 2026-02-06"],
        );
        tells("Markets fell after {Berg}’s statement on Friday.", &["said Berg 2026-02-06"]);
        tells(
            "{Roe} ⟨said⟩ ⟦that the comments made on Friday by {Berg} were rash⟧.",
            &["said Roe - NoTimeGiven", "said Berg 2026-02-06"],
        );
        tells(
            "⟦“The comments made on Friday by {Berg} were rash,”⟧ {Roe} ⟨said⟩.",
            &["said Roe - NoTimeGiven", "< claimed Roe 2026-02-06"],
        );
    }

    #[test]
    fn what_the_time_may_as_well_date_is_nobodys_saying() {
        let tells = |text: &str, expected: &[&str]| check(text, SATURDAY, expected);
        tells("The remarks on the attack on Friday by {Berg} were rash.", &["happened outlet 2026-02-06"]);
        tells("{Berg}’s remarks on the fire on Friday were rash.", &["happened outlet 2026-02-06"]);
        tells("{Berg}’s remarks on Friday’s fire were rash.", &["happened outlet 2026-02-06"]);
        tells("The remarks on Friday were rash.", &["happened outlet 2026-02-06"]);
        tells("{Berg}’s announcement on Monday will be brief.", &["announced outlet 2026-02-09"]);
        tells("There was no statement on Friday by {Berg}.", &["happened outlet 2026-02-06"]);
        tells("{Berg}’s remarks came before the port burned on Friday.", &["happened outlet 2026-02-06"]);
    }
}
