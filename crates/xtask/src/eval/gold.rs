//! The form of a set of annotated documents, and of what `dateline analyze` says of the same texts.
//!
//! **Invariant:** one form for both sides, so that a figure compares like with like; keys that no figure needs are
//! passed over. Start at [`Document`].

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One document with what was annotated in it.
#[derive(Debug, Deserialize)]
pub struct Document {
    /// Its name in the set.
    #[serde(default)]
    pub id: String,
    /// Its day of publication.
    #[serde(default)]
    pub date: Option<String>,
    /// Its text.
    #[serde(default)]
    pub text: Option<String>,
    /// Expressions of time.
    pub times: Option<Vec<Time>>,
    /// Names.
    pub mentions: Option<Vec<Mention>>,
    /// Quotations.
    pub quotations: Option<Vec<Quotation>>,
    /// The mentions of each entity.
    pub chains: Option<Map<String, Value>>,
}

/// Bytes of a text.
pub type Bytes = (usize, usize);

/// An expression of time.
#[derive(Debug, Deserialize)]
pub struct Time {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// The TIMEX3 type.
    pub r#type: Option<String>,
    /// The TIMEX3 value.
    pub value: Option<String>,
}

/// A name.
#[derive(Debug, Deserialize)]
pub struct Mention {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What it names.
    #[serde(default)]
    pub kind: String,
    /// Who it names.
    #[serde(default)]
    pub entity: Option<String>,
}

/// A quotation.
#[derive(Debug, Deserialize)]
pub struct Quotation {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Who speaks: on our side an object with a place, in a set a list of places that are right.
    #[serde(default)]
    pub speaker: Value,
}

/// What is annotated in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Expressions of time.
    Times,
    /// Names.
    Mentions,
    /// Quotations and their speakers.
    Quotations,
    /// Names with who they name, across documents.
    Chains,
}

impl Document {
    /// The line that asks for this document.
    pub fn question(&self) -> Value {
        let text = self.text();
        match &self.date {
            Some(date) => json!({"file": self.id, "date": date, "text": text}),
            None => json!({"file": self.id, "text": text}),
        }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// `span` without the white space at its ends.
    pub fn trim(&self, (start, end): Bytes) -> Bytes {
        let text = self.text().get(start..end).unwrap_or_default();
        let before = text.len() - text.trim_start().len();
        (start + before, (start + before).max(end - (text.len() - text.trim_end().len())))
    }

    /// What stands at `span`, between brackets, with what is around it on one line.
    pub fn around(&self, (start, end): Bytes) -> String {
        let bytes = self.text().as_bytes();
        let part = |from: usize, to: usize| {
            String::from_utf8_lossy(bytes.get(from..to.min(bytes.len())).unwrap_or_default())
                .replace(['\u{fffd}', '\n'], " ")
        };
        format!("{}[{}]{}", part(start.saturating_sub(40), start), part(start, end), part(end, end + 30))
    }
}

/// The documents that `text` holds, one a line.
pub fn documents(text: &str) -> Result<Vec<Document>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| serde_json::from_str(line).map_err(|e| format!("line {}: {e}", at + 1))).collect()
}

/// What is annotated in `gold`.
pub fn set(gold: &[Document]) -> Result<Set, String> {
    let first = gold.first().ok_or("expected a document on each line, found none")?;
    let all = [
        (first.times.is_some(), Set::Times),
        (first.mentions.is_some(), Set::Mentions),
        (first.quotations.is_some(), Set::Quotations),
        (first.chains.is_some(), Set::Chains),
    ];
    let found = all.into_iter().find_map(|(there, set)| there.then_some(set));
    found.ok_or_else(|| "expected `times`, `mentions`, `quotations` or `chains`, found none".to_owned())
}

/// How many bytes two spans share.
pub fn shared(a: Bytes, b: Bytes) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}
