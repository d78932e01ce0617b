//! The shapes that stand for kinds of names and of words.
//!
//! **Invariant:** shape tells them apart, colour only repeats it; a screen reader hears the text beside them instead.

use dateline_core::annotate::NameKind;
use dateline_core::layout::px::{path, px};
use dateline_core::layout::timeline::Form;
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

/// The class of a form.
pub fn form_class(form: Form) -> &'static str {
    match form {
        Form::Said => "said",
        Form::Happened => "happened",
        Form::Ongoing => "ongoing",
        Form::Claimed => "claimed",
        Form::Announced => "announced",
        Form::Deadline => "deadline",
        Form::Conditional => "conditional",
        Form::Denied => "denied",
        Form::NotDone => "not-done",
        Form::Withheld => "withheld",
        Form::Published => "published",
    }
}

/// A form's shape around `(x, y)` with radius `r`.
pub fn shape(form: Form, x: f64, y: f64, r: f64) -> AnyView {
    match form {
        Form::Said => view! {
            <circle class="ring" cx=px(x) cy=px(y) r=px(r) />
            <circle class="fill" cx=px(x) cy=px(y) r=px(r * 0.4) />
        }
        .into_any(),
        Form::Happened => view! { <circle class="fill" cx=px(x) cy=px(y) r=px(r) /> }.into_any(),
        Form::Ongoing => view! { <path class="fill" d=pointed(x - r, x + r, y, 1.7 * r) /> }.into_any(),
        Form::Claimed => view! { <path class="fill" d=notch(x - r, x + r, y, 2.0 * r) /> }.into_any(),
        Form::Announced => view! { <circle class="ring dashed" cx=px(x) cy=px(y) r=px(r) /> }.into_any(),
        Form::Deadline => {
            let d = path(&[("M", &[x, y - r]), ("v", &[2.0 * r]), ("M", &[x, y]), ("h", &[-1.6 * r])]);
            view! { <path class="line dashed" d=d /> }.into_any()
        }
        Form::Conditional => {
            let d = lozenge(x - r * 1.15, x + r * 1.15, y, 2.3 * r);
            view! { <path class="ring dashed" d=d /> }.into_any()
        }
        Form::Denied => view! {
            <circle class="ring" cx=px(x) cy=px(y) r=px(r) />
            <path class="line" d=slash(x, y, r * 1.1) />
        }
        .into_any(),
        Form::NotDone => view! { <path class="line" d=cross(x, y, r * 0.85) /> }.into_any(),
        Form::Withheld => view! { <circle class="ring" cx=px(x) cy=px(y) r=px(r) /> }.into_any(),
        Form::Published => {
            view! { <rect class="fill" x=px(x - r) y=px(y - r) width=px(2.0 * r) height=px(2.0 * r) rx="1.5" /> }.into_any()
        }
    }
}

/// A filled bar with a notch cut out of its upper right corner: one side's claim.
pub fn notch(x0: f64, x1: f64, y: f64, h: f64) -> String {
    let (top, bottom) = (y - h / 2.0, y + h / 2.0);
    let cut = ((x1 - x0) * 0.4).min(h);
    path(&[
        ("M", &[x0, top]),
        ("H", &[x1 - cut]),
        ("V", &[y]),
        ("H", &[x1]),
        ("V", &[bottom]),
        ("H", &[x0]),
        ("Z", &[]),
    ])
}

/// A filled bar with a point at its right end: it goes on.
pub fn pointed(x0: f64, x1: f64, y: f64, h: f64) -> String {
    let (top, bottom) = (y - h / 2.0, y + h / 2.0);
    let neck = x1 - ((x1 - x0) * 0.55).min(h);
    path(&[
        ("M", &[x0, top]),
        ("H", &[neck]),
        ("L", &[x1, y]),
        ("L", &[neck, bottom]),
        ("H", &[x0]),
        ("Z", &[]),
    ])
}

/// A bar with a point at both ends, or a lozenge where it is as high as wide: a condition.
pub fn lozenge(x0: f64, x1: f64, y: f64, h: f64) -> String {
    let (top, bottom) = (y - h / 2.0, y + h / 2.0);
    let end = ((x1 - x0) / 2.0).min(h);
    path(&[
        ("M", &[x0, y]),
        ("L", &[x0 + end, top]),
        ("H", &[x1 - end]),
        ("L", &[x1, y]),
        ("L", &[x1 - end, bottom]),
        ("H", &[x0 + end]),
        ("Z", &[]),
    ])
}

/// A stroke through a mark: denied.
pub fn slash(x: f64, y: f64, r: f64) -> String {
    path(&[("M", &[x - r, y + r]), ("L", &[x + r, y - r])])
}

/// Two strokes: it did not happen.
pub fn cross(x: f64, y: f64, r: f64) -> String {
    slash(x, y, r) + &path(&[("M", &[x - r, y - r]), ("L", &[x + r, y + r])])
}

/// A form's shape as a small picture of its own, for rows and the key.
#[component]
pub fn Glyph(
    /// The form.
    form: Form,
) -> impl IntoView {
    let class = format!("glyph mark matched {}", form_class(form));
    view! { <svg class=class viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{shape(form, 8.0, 8.0, 5.5)}</svg> }
}
