//! The pack: a corpus as bytes that a page can open.
//!
//! A container of independent sections: magic, version, build fingerprint, then a table with kind, offset, length
//! and checksum for each. **Invariant:** the same corpus gives the same bytes; a section of an unknown kind is
//! skipped; damage is reported with what was expected and found, never a panic.
//! Start at [`write`] and [`read`].
