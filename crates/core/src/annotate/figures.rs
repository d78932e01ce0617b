//! Figures: numbers of something, with unit and qualifier, and whose they are.
//!
//! **Invariant:** a figure is a run of the text with its number read, never added up, converted or rounded; dates,
//! ages, addresses and numbers in names are none.
//! Start at [`Figure`].

use serde::{Deserialize, Serialize};

use super::Voice;
use crate::evidence::Evidence;
use crate::span::Span;

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
    /// An ISO 4217 code for money, a UCUM code for other units (`%`, `km`, `t`); empty for a plain count.
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
