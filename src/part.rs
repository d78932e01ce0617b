//! Small pieces that know nothing of the domain's rules.
//!
//! **Invariant:** a piece takes plain values and shows them; it asks nothing and changes nothing.
//! Start at [`runs`], which is how every word of a document reaches the page.

pub mod glyph;
pub mod runs;
