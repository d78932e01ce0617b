//! Findings and a size into plain shapes: where everything on the timeline stands.
//!
//! **Invariant:** every position and label is decided here; a view only maps shapes to elements. Text widths come
//! from a table of the face's advance widths, never from a browser, so a drawing is the same everywhere.
//! Start at [`timeline`]; [`date_text`] puts times into words, [`number_text`] counts.

pub mod advance;
pub mod date_text;
pub mod number_text;
pub mod printed;
pub mod px;
pub mod svg;
pub mod timeline;
pub mod windowed;
