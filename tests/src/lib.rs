//! The real page in a real browser, built as users get it.
//!
//! A test is one claim: it asks for a [`visit::Visit`], which gives it a [`page::Page`] in a browser of its own, and looks
//! at the page as a reader or a screen reader would, by role and name.
//! **Invariant:** no test depends on another, on a clock or on a network; what takes time is waited for with a
//! limit, by asking again.
//! Start at [`visit::Visit`]; the claims are in `page/`.

// A harness fails by panicking: that is how a test says what it expected.
#![allow(clippy::missing_panics_doc)]

pub mod driver;
mod fingers;
pub mod found;
pub mod keys;
pub mod page;
pub mod site;
pub mod visit;
