//! Agreement within a document: a full form decides its short forms, and one spelling has one kind.
//!
//! **Invariant:** a short form of two different people's names is left as its own neighbours have it; nothing is
//! decided from another document. Start at [`Known::from`].

use std::collections::BTreeMap;

use super::super::NameKind;
use super::gazetteer;
use super::run::Candidate;
use crate::span::Span;

/// What the document itself tells of its names.
#[derive(Default)]
pub(crate) struct Known<'a> {
    /// For each spelling: its surest kind, the rule and its confidence.
    spellings: BTreeMap<&'a str, (NameKind, &'static str, u8)>,
    /// For each word that begins or ends a person's full name: that name, and where it stands first.
    parts: BTreeMap<&'a str, (&'a str, Span)>,
}

impl<'a> Known<'a> {
    /// What `candidates` tell, in text order.
    pub fn from(candidates: &[Candidate<'a>]) -> Self {
        let mut known = Self::default();
        for c in candidates {
            let Some(kind) = c.kind else { continue };
            let entry = known.spellings.entry(c.name).or_insert((kind, c.rule, c.confidence));
            if entry.2 < c.confidence {
                *entry = (kind, c.rule, c.confidence);
            }
        }
        for c in candidates {
            let person = known.spellings.get(c.name).is_some_and(|(kind, ..)| *kind == NameKind::Person);
            if !person || !c.name.contains(char::is_whitespace) {
                continue;
            }
            let last = c.name.rsplit(char::is_whitespace).next().unwrap_or("");
            let first = c.name.split(char::is_whitespace).next().unwrap_or("");
            known.parts.entry(last).or_insert((c.name, c.span));
            if gazetteer::is_given(first) {
                known.parts.entry(first).or_insert((c.name, c.span));
            }
        }
        known
    }

    /// The kind of the spelling `name` in this document, with its rule and confidence.
    pub fn kind(&self, name: &str) -> Option<(NameKind, &'static str, u8)> {
        self.spellings.get(name).copied()
    }

    /// The full name that `word` is a part of, and where that stands first.
    pub fn full(&self, word: &str) -> Option<(&'a str, Span)> {
        self.parts.get(word).copied()
    }
}
