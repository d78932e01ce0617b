//! Figures: numbers of something, with unit and qualifier, and whose they are.
//!
//! **Invariant:** a figure is a run of the text with its number read, never added up, converted or rounded; dates,
//! ages, addresses and numbers in names are none.
//! Start at [`find`]: [`number`] reads a number, [`apart`] tells what is no figure, [`counted`] what is counted.

mod apart;
mod bounds;
#[cfg(test)]
mod cases;
mod counted;
mod number;
mod scan;
mod unit;
mod whose;

use serde::{Deserialize, Serialize};

use super::low::Low;
use super::times::token;
use super::{Event, Mention, Quotation, Time, Voice};
use crate::evidence::Evidence;
use crate::read::Document;
use crate::span::Span;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("figure-counted", "a number with what it counts"),
    ("figure-money", "a number with its money"),
    ("figure-measured", "a number with its unit"),
    ("figure-total", "the number that a toll or a total is given as"),
    ("figure-bounded", "a number that is bounded or tells how many were hit, its noun left out"),
];

/// A number of something, as somebody gives it: "at least 157 prisoners of war".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The number with its qualifier, its unit and what is counted.
    pub span: Span,
    /// The number in decimal digits: `157`, `2.5`, `40000000000`.
    pub value: String,
    /// The upper end of a range: "between 10 and 20", "3-4".
    pub upto: Option<String>,
    /// How the number bounds what it counts.
    pub qualifier: Qualifier,
    /// An ISO 4217 code for money (`$` and `¥` where the text does not say whose), a UCUM code for other units (`%`,
    /// `km`, `t`); empty for a plain count.
    pub unit: String,
    /// What is counted or measured: "prisoners of war".
    pub counted: Option<Span>,
    /// Who gives it.
    pub voice: Voice,
    /// The event that it belongs to, an index into the events; its time is the figure's.
    pub event: Option<u32>,
    /// Why it is one.
    pub evidence: Evidence,
}

/// How a number bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// Nothing qualifies it.
    Exactly,
    /// "at least", "no fewer than".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to", "as many as".
    AtMost,
    /// "fewer than", "under".
    LessThan,
    /// "about", "some", "roughly".
    About,
    /// "nearly", "almost".
    Nearly,
    /// "only", "just".
    Only,
}

impl Qualifier {
    /// The words for a reader; empty where nothing qualifies the number.
    pub fn words(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
            Self::AtMost => "at most",
            Self::LessThan => "less than",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::Only => "only",
        }
    }
}

/// The figures of the sentences of `document`, in text order, with the voice of the words or the outlet they stand in.
pub fn find(
    document: &Document,
    times: &[Time],
    mentions: &[Mention],
    quotations: &[Quotation],
    events: &[Event],
) -> Vec<Figure> {
    let dollar = unit::Dollar::of(&document.text);
    let mut whose = whose::Whose::new(quotations, events);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let story = document.blocks.get(sentence.block as usize).is_some_and(|b| b.kind.is_story());
        if !story || !may_hold(sentence.span.of(&document.text)) {
            continue;
        }
        let tokens = token::tokens(&document.text, sentence.span);
        let apart = apart::Apart::new(times, mentions, sentence.span);
        for amount in scan::amounts(&tokens, &apart, dollar) {
            let Some((voice, event)) = whose.of(amount.number) else { continue };
            found.push(Figure {
                span: amount.span,
                value: amount.value,
                upto: amount.upto,
                qualifier: amount.qualifier,
                unit: amount.unit.to_owned(),
                counted: amount.counted,
                voice,
                event,
                evidence: Evidence::rule(amount.rule, amount.confidence),
            });
        }
    }
    found
}

/// Whether `word`, in lower case, may begin a number in words.
pub(crate) fn is_number_word(word: &str) -> bool {
    number::is_word(word)
}

/// Whether `text` holds a digit or a word that begins a number, so that its tokens are worth reading.
fn may_hold(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
        || text
            .split(|c: char| !c.is_ascii_alphabetic())
            .any(|w| (3..=9).contains(&w.len()) && number::is_word(&Low::ascii(w)))
}
