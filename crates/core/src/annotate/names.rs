//! Names of people, places and organizations in one document.
//!
//! **Invariant:** a title is no part of a name, a demonym is no name, and credits and bylines name nobody of the
//! story. Start at [`find`].

use super::{Mention, Time};
use crate::read::Document;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[];

/// The names of the story blocks of `document`, in text order, not overlapping.
pub fn find(document: &Document, times: &[Time]) -> Vec<Mention> {
    let _ = (document, times);
    Vec::new()
}
