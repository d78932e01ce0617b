//! What holds of every drawing.
//!
//! **Invariant:** used by tests alone.
