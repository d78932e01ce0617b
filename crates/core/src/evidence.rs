//! Why Dateline believes something: the rule, what it was counted from, how sure it is.
//!
//! **Invariant:** every derived value carries an [`Evidence`]; a rule that is not explained in [`because`] fails a
//! test, so the page can always say why in a sentence.
//! Rules are named by short stable ids such as `weekday-past`; the ids are part of the JSON that `analyze` prints.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Why a derived value is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The stable id of the rule, explained by [`because`].
    pub rule: Cow<'static, str>,
    /// What the value was counted from, or `None` where it stands by itself, as most do: a corpus holds some fifty
    /// reasons an article, so it is kept apart.
    pub anchor: Option<Box<Anchor>>,
    /// How sure the rule is, in per cent (0 to 100).
    pub confidence: u8,
}

/// What a relative value was counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// What it is, for a reader: `publication`, `caption`, `front matter`, `first full name`…
    pub what: Cow<'static, str>,
    /// Its value, for a reader: an ISO date or range, or a name; empty where the passage says it all.
    pub value: String,
    /// The passages it rests on, in text order; empty where it is not in the text.
    pub passages: Vec<Span>,
}

impl Evidence {
    /// Evidence from `rule` alone, at `confidence` per cent.
    pub fn rule(rule: &'static str, confidence: u8) -> Self {
        Self { rule: Cow::Borrowed(rule), anchor: None, confidence }
    }

    /// The same evidence, counted from `anchor`.
    #[must_use]
    pub fn from(mut self, what: &'static str, value: impl Into<String>, passages: Vec<Span>) -> Self {
        self.anchor = Some(Box::new(Anchor { what: Cow::Borrowed(what), value: value.into(), passages }));
        self
    }
}

/// The plain sentence fragment that explains `rule` ("a past verb, so the weekday before"), or `None` for an id
/// that no room of this version uses.
pub fn because(rule: &str) -> Option<&'static str> {
    RULES.iter().flat_map(|room| room.iter()).find(|(id, _)| *id == rule).map(|(_, why)| *why)
}

/// The ids of all rules, in an order that a build keeps.
pub(crate) fn ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().flat_map(|room| room.iter()).map(|(id, _)| *id)
}

/// One table of `(id, explanation)` for each room that makes evidence.
const RULES: &[&[(&str, &str)]] = &[
    crate::read::RULES,
    crate::read::LINE_RULES,
    crate::annotate::times::RULES,
    crate::annotate::names::RULES,
    crate::annotate::quotations::RULES,
    crate::annotate::events::RULES,
    crate::annotate::figures::RULES,
    crate::annotate::credits::RULES,
    crate::corpus::RULES,
    crate::json::RULES,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_id_is_explained_once() {
        let mut ids: Vec<_> = RULES.iter().flat_map(|room| room.iter()).map(|(id, _)| *id).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "a rule id stands twice");
        assert!(RULES.iter().flat_map(|r| r.iter()).all(|(_, why)| !why.is_empty()));
        assert_eq!(because("no such rule"), None);
    }
}
