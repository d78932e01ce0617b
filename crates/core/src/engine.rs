//! The only door between a page (or a command) and the corpus: [`Ask`](self) in, answer out, both plain data.
//!
//! **Invariant:** views see answers, never the corpus.
