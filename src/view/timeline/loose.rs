//! The days of undated articles as loose strips: in their order, off the timeline, without a date.
//!
//! **Invariant:** what the text does not order stands beside; every time opens its passage. Start at [`LooseStrips`].

use dateline_core::engine::loose::{LooseTime, Strip};
use dateline_core::layout::number_text::count;
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::view::dating::SetDate;

/// The strips of the first undated articles.
#[component]
pub fn LooseStrips() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let loose = explorer.part(|a| a.loose.clone());
    view! {
        <Show when=move || loose.with(|l| !l.strips.is_empty())>
            <div class="loose" role="group" aria-label="Days of undated articles, in their order">
                {move || loose.with(|l| l.strips.iter().map(|strip| row(explorer, strip)).collect_view())}
                <p>{move || loose.with(|l| match l.more {
                    0 => String::new(),
                    n => format!("and {} more undated", count(n)),
                })}</p>
            </div>
        </Show>
    }
    .into_any()
}

fn row(explorer: Explorer, strip: &Strip) -> AnyView {
    let times = |times: &[LooseTime]| times.iter().map(|time| one(explorer, time)).collect_view();
    let (line, beside) = (times(&strip.line), times(&strip.beside));
    let passage = strip.passage.clone();
    let apart = (!strip.beside.is_empty() && !strip.line.is_empty())
        .then(|| view! { <li class="apart">"not in order:"</li> });
    view! {
        <div class="loose-strip" data-document=strip.passage.file.clone()>
            <span>"Undated"</span>
            <button class="serif" on:click=move |_| explorer.open(&passage)>{strip.title.clone()}</button>
            <ol class="in-order">{line}</ol>
            <ul>{apart}{beside}</ul>
            <SetDate article=strip.passage.clone() title=strip.title.clone() label="Set this article’s date…" then="corrections" />
        </div>
    }
    .into_any()
}

fn one(explorer: Explorer, time: &LooseTime) -> AnyView {
    let LooseTime { form, words, count: n, name, passage } = time.clone();
    let more = (n > 1).then(|| format!(" +{}", count(n - 1)));
    // The name of the button is what is seen, and then what it says.
    let seen = if words.is_empty() { "published" } else { &*words };
    let rest = name.strip_prefix(seen).unwrap_or(&name).to_owned();
    let words = if words.is_empty() {
        view! { "published" }.into_any()
    } else {
        view! { <span class="serif">{words}</span> }.into_any()
    };
    view! {
        <li><button title=name on:click=move |_| explorer.open(&passage)><Glyph form />{words}{more}<span class="unseen">{rest}</span></button></li>
    }
    .into_any()
}
