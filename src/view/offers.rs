//! What lies under the search box: suggestions while the reader types, and what a list of queries gives.
//!
//! **Invariant:** the focus stays in the box; an option is told by its name, what it is, and how much there is of it.

use dateline_core::engine::queries::listed;
use dateline_core::explore::Suggested;
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::glyph::kind_class;

/// The suggestions.
#[component]
pub fn Offers() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let option = move |(at, offer): (usize, Suggested)| {
        let mut about = offer.about;
        if !offer.counted.is_empty() {
            about.extend([", ", &offer.counted]);
        }
        view! {
            <li
                id=id(at) role="option" class=format!("offer {}", offer.kind.map_or("", kind_class))
                aria-selected=move || (explorer.offered.get() == Some(at)).to_string()
                on:click=move |_| explorer.take_offer(at)
            >
                <span class="kind" aria-hidden="true"></span><span class="text">{offer.label}</span>" "
                <small>{about}</small>
            </li>
        }
        .into_any()
    };
    // The box keeps the focus when an option is clicked.
    view! {
        <ul id="offers" class="offers" role="listbox" aria-label="Suggestions" on:mousedown=|e| e.prevent_default()>
            {move || explorer.offers.get().into_iter().enumerate().map(option).collect_view()}
        </ul>
    }
    .into_any()
}

/// The id of option `at`.
pub fn id(at: usize) -> String {
    format!("offer-{at}")
}

/// The list of queries that was pasted or dropped.
#[component]
pub fn Listed() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let count = move || explorer.list.with(|lines| listed(lines).count());
    let one = move |_| {
        let words =
            explorer.list.with_untracked(|lines| lines.split_whitespace().collect::<Vec<_>>().join(" "));
        explorer.list.set(String::new());
        explorer.type_in(&words);
    };
    view! {
        <p class="listed">
            <span>{count}" queries: a table of hits"</span>
            <button type="button" class="link" on:click=move |_| explorer.save_hits()>"Download CSV"</button>
            <button type="button" class="link" on:click=one>"Search as one"</button>
            <button type="button" class="icon" aria-label="Close the list of queries" on:click=move |_| explorer.list.set(String::new())>"✕"</button>
        </p>
    }
    .into_any()
}
