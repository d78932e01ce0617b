//! The shapes that stand for kinds of names and of words.
//!
//! **Invariant:** shape tells them apart, colour only repeats it; a screen reader hears the text beside them instead.

use dateline_core::annotate::NameKind;
use dateline_core::layout::timeline::{Form, glyph};
use leptos::prelude::*;

/// The class of a kind of name: disc, diamond, square or triangle.
pub fn kind_class(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organization => "organization",
        NameKind::Other => "other",
    }
}

/// A form's shape as a small picture of its own, for rows and the key.
#[component]
pub fn Glyph(
    /// The form.
    form: Form,
) -> impl IntoView {
    let class = format!("glyph mark matched {}", form.class());
    view! { <svg class=class viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" inner_html=glyph(form)></svg> }
}
