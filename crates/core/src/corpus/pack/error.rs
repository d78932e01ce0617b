//! Why bytes are no pack, in words for whoever opened the file.
//!
//! **Invariant:** every message says what was expected, what was found and what to do. Start at [`PackError`].

use std::fmt::{Display, Formatter, Result};

/// Why a pack cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It does not begin with the magic bytes.
    NotAPack {
        /// The first bytes, eight at most.
        found: Vec<u8>,
    },
    /// It is of another version.
    Version {
        /// Its version.
        found: u32,
    },
    /// It was written by another build.
    Build {
        /// Its fingerprint.
        found: u64,
    },
    /// It ends too early.
    Truncated {
        /// The bytes there should be at least.
        expected: u64,
        /// The bytes there are.
        found: u64,
    },
    /// A section is not there.
    Missing {
        /// Its name.
        section: &'static str,
    },
    /// A section's bytes are not those that were written.
    Damaged {
        /// Its name.
        section: &'static str,
        /// The checksum that was written.
        expected: u64,
        /// The checksum of the bytes.
        found: u64,
    },
    /// A section's bytes are whole but no value of its shape.
    Unreadable {
        /// Its name.
        section: &'static str,
    },
    /// Two sections do not belong together.
    Count {
        /// The name of the second one.
        section: &'static str,
        /// The number of documents.
        expected: usize,
        /// The number of its items.
        found: usize,
    },
}

impl std::error::Error for PackError {}

impl Display for PackError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::NotAPack { found } => {
                let found = found.escape_ascii();
                write!(
                    f,
                    "expected a file that begins with `DATELINE`, found `{found}`: open a file that Dateline packed"
                )
            }
            Self::Version { found } => {
                let expected = super::VERSION;
                write!(
                    f,
                    "expected pack version {expected}, found {found}: rebuild the page, or open this file with "
                )?;
                f.write_str(if *found > expected { "a newer one" } else { "an older one" })
            }
            Self::Build { found } => {
                let (version, expected) = (env!("CARGO_PKG_VERSION"), super::fingerprint());
                write!(
                    f,
                    "expected a pack of Dateline {version} ({expected:016x}), found one of another build ({found:016x}): "
                )?;
                f.write_str("pack the documents again")
            }
            Self::Truncated { expected, found } => {
                write!(
                    f,
                    "expected at least {expected} bytes, found {found}: the file is cut short, so fetch it again"
                )
            }
            Self::Missing { section } => {
                write!(f, "expected a section `{section}`, found none: pack the documents again")
            }
            Self::Damaged { section, expected, found } => {
                write!(
                    f,
                    "expected checksum {expected:016x} of the section `{section}`, found {found:016x}: "
                )?;
                f.write_str("the file is damaged, so fetch it again")
            }
            Self::Unreadable { section } => {
                write!(f, "expected the section `{section}` in the shape of this build, found another: ")?;
                f.write_str("pack the documents again")
            }
            Self::Count { section, expected, found } => {
                write!(f, "expected {expected} documents in the section `{section}`, found {found}: ")?;
                f.write_str("pack the documents again")
            }
        }
    }
}
