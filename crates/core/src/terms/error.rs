//! What is wrong with bytes that should be a dictionary or its classes.
//!
//! **Invariant:** each error says what was expected, what was found and what to do.

use std::fmt;

/// Bytes that are no dictionary, or not a whole one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermsError {
    /// There are too few bytes.
    Short {
        /// The least number of bytes.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The format is of another version.
    Version {
        /// Its version.
        found: u64,
    },
    /// More terms than there are numbers for.
    Count {
        /// The count that is stated.
        found: u64,
    },
    /// The root is not where the nodes end.
    Root {
        /// Where they end.
        expected: usize,
        /// Where it should be, as the bytes say.
        found: u64,
    },
}

impl fmt::Display for TermsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short { expected, found } => {
                write!(f, "expected at least {expected} bytes of terms, found {found}")?;
            }
            Self::Version { found } => {
                write!(f, "expected terms of version {}, found {found}", super::VERSION)?;
            }
            Self::Count { found } => write!(f, "expected at most {} terms, found {found}", u32::MAX)?,
            Self::Root { expected, found } => {
                write!(f, "expected the root of the terms at byte {expected}, found {found}")?;
            }
        }
        f.write_str(": build the pack again")
    }
}

impl std::error::Error for TermsError {}
