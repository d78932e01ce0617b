//! The page over 20,000 documents: what a reader does with it, and that every count on it is the engine's.
//!
//! The corpus is made (`cargo xtask corpus`), so that no claim knows what is in it: a claim takes a name or a word from
//! the page, and holds what the page then counts against the core, run natively over the same pack.

mod arriving;
mod asking;
mod corpus;
mod going;
mod narrowing;
