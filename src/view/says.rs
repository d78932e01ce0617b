//! The sentence on top: what is shown, in chips that can be taken away.
//!
//! **Invariant:** the sentence that screen readers hear is the same text, and waits while something is dragged or a
//! newer answer is on its way.

use dateline_core::engine::says::Part;
use leptos::prelude::*;

use crate::explorer::Explorer;

/// The sentence.
#[component]
pub fn SaysLine() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let says = explorer.part(|a| a.says.clone());
    // What is left out since it came later is told in full.
    let known = explorer.part(|a| a.known.clone());
    let spoken = Memo::new(move |before: Option<&String>| match before {
        Some(before) if explorer.dragging.get() || explorer.waiting.get() => before.clone(),
        _ => says.with(|s| s.text.clone()),
    });
    let any = move || says.with(|s| !s.parts.is_empty());
    view! {
        <section class="says" aria-label="What is shown">
            <p>
                <strong>{move || says.with(|s| s.count.clone())}</strong>" from "
                <strong>{move || says.with(|s| s.articles.clone())}</strong>
            </p>
            <div role="group" aria-label="Filters" class="chips">
                <For each=move || says.with(|s| s.parts.clone()) key=|p| (p.lead.clone(), p.label.clone(), p.rest.to_string()) let(part)>
                    <Chip part />
                </For>
                <Show when=any>
                    <button class="link" on:click=move |_| explorer.clear()>"Clear all"</button>
                </Show>
            </div>
            <p class="left-out">{move || {
                let later = known.with(|k| k.says.clone());
                if later.is_empty() { says.with(|s| s.left_out.clone()) } else { later }
            }}</p>
            <p class="caution">"Read by software: open the passage before you quote it."</p>
            <p role="status" class="unseen">{spoken}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Chip(part: Part) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let Part { lead, label, rest } = part;
    let remove = format!("Remove: {label}");
    view! {
        <span class="part">
            <span class="lead">{lead}</span>
            <button class="chip" aria-label=remove on:click=move |_| explorer.put(rest.clone())>
                {label}<span aria-hidden="true">"✕"</span>
            </button>
        </span>
    }
}
