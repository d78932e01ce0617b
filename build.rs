//! Packs the corpus into the page.
fn main() {}
