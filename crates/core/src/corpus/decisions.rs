//! The reader's corrections, kept as a small text file (`decisions.toml`) beside the documents.
//!
//! **Invariant:** a decision names things, never indices; it can be read, compared and shared, and one that names
//! nothing in the corpus is kept and reported, not dropped. Start at [`Decisions::parse`].

use serde::{Deserialize, Serialize};

use crate::annotate::NameKind;

/// All corrections, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Decisions {
    /// Names that are one.
    pub merge: Vec<Merge>,
    /// Names that are not shown.
    pub hide: Vec<Hide>,
}

/// These names are one person, place or organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The kind of all of them.
    pub kind: NameKind,
    /// The name to show.
    pub name: String,
    /// The other spellings.
    pub with: Vec<String>,
    /// Why, for whoever reads the file later.
    #[serde(default)]
    pub reason: Option<String>,
}

/// This spelling is no name, or of no interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hide {
    /// Its kind.
    pub kind: NameKind,
    /// Its spelling.
    pub name: String,
    /// Why, for whoever reads the file later.
    #[serde(default)]
    pub reason: Option<String>,
}
