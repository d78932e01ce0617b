//! The head of the page: name, what the corpus holds, the search box, and the tools.
//!
//! **Invariant:** the box holds words; what it says about fields becomes chips when the reader rests.

use leptos::prelude::*;

use crate::app::{Drawer, toggle};
use crate::explorer::Explorer;
use crate::platform::engine::Port;
use crate::platform::preferences;

/// The themes, in the order in which the button goes through them.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// The head.
#[component]
pub fn Head(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let record = explorer.port.with_value(Port::record);
    let articles =
        if record.articles == 1 { "1 article".to_owned() } else { format!("{} articles", record.articles) };
    let holds = if record.span.is_empty() { articles } else { format!("{articles}, {}", record.span) };
    view! {
        <header class="head">
            <div class="brand"><h1>"Dateline"</h1><span>{holds}</span></div>
            <Search />
            <div class="tools">
                <button class="icon" aria-label="Undo" title="Undo the last step" aria-disabled=move || (!explorer.can_undo()).to_string() on:click=move |_| explorer.undo()>"↶"</button>
                <Theme />
                <button
                    class="icon" aria-label="Help" title="Help and settings" aria-expanded=move || (drawer.get() == Drawer::Help).to_string()
                    on:click=move |_| toggle(drawer, Drawer::Help)
                >"?"</button>
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn Search() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    view! {
        <form class="search" role="search" on:submit=move |e| { e.prevent_default(); explorer.rest(); }>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="7" cy="7" r="4.6" /><path d="m10.6 10.6 3.4 3.4" />
            </svg>
            <input
                id="search" type="search" aria-label="Search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                placeholder="Search words, “phrases”, person:name"
                prop:value=explorer.draft
                on:input:target=move |e| explorer.type_in(e.target().value())
                on:change=move |_| explorer.rest()
            />
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}

#[component]
fn Theme() -> impl IntoView {
    let kept = preferences::read("theme").unwrap_or_default();
    let theme = RwSignal::new(THEMES.iter().position(|t| *t == kept).unwrap_or(0));
    let next = move |_| {
        theme.update(|t| *t = (*t + 1) % THEMES.len());
        let name = THEMES.get(theme.get_untracked()).copied().unwrap_or("auto");
        preferences::keep("theme", name);
        preferences::set_theme(name);
    };
    let name = move || match theme.get() {
        1 => "Theme: light",
        2 => "Theme: dark",
        _ => "Theme: as the system",
    };
    view! { <button class="icon" aria-label=name title=name on:click=next>"◐"</button> }.into_any()
}
