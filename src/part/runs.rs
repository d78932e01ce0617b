//! Text of a document: runs in serif, byte for byte, with what is marked in them.
//!
//! **Invariant:** each run is one text node; nothing of a document is ever set as HTML.

use dateline_core::engine::run::Run;
use leptos::prelude::*;

use super::glyph::kind_class;

/// The class of a run: what is marked in it.
pub fn class(run: &Run) -> String {
    let mut class = String::new();
    if let Some((kind, _)) = run.name {
        class.push_str("name ");
        class.push_str(kind_class(kind));
    }
    if run.time.is_some() {
        class.push_str(" time");
    }
    if run.hit {
        class.push_str(" hit");
    }
    if run.own {
        class.push_str(" own");
    }
    class
}

/// The runs of a passage, for reading only.
pub fn runs(runs: &[Run]) -> Vec<AnyView> {
    let shown = runs.iter().map(|run| {
        let text = run.text.clone();
        match class(run) {
            class if class.is_empty() => text.into_any(),
            class if run.hit => view! { <mark class=class>{text}</mark> }.into_any(),
            class => view! { <span class=class>{text}</span> }.into_any(),
        }
    });
    shown.collect()
}
