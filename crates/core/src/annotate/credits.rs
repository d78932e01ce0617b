//! Credits: where an article says that it has its words, its facts or its pictures from.
//!
//! **Invariant:** an origin is what the text says, never what a likeness of two texts suggests.
//! Start at [`Credit`].

use serde::{Deserialize, Serialize};

use crate::evidence::Evidence;
use crate::span::Span;

/// Where an article says that it has something from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// The words that say so: "according to Reuters", "told the BBC", "(AP)".
    pub span: Span,
    /// The origin's name in them.
    pub origin: Span,
    /// What kind of credit it is.
    pub kind: CreditKind,
    /// Why it is one.
    pub evidence: Evidence,
}

/// Kinds of credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditKind {
    /// "according to Reuters", "Reuters reported".
    Report,
    /// "told the BBC", "in an interview with Fox News".
    Interview,
    /// The whole article: "By: dw", "(AP)", "Source: Tass".
    Article,
    /// A picture: "Photo: Jane Doe/Reuters".
    Picture,
}
