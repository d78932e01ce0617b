//! The head of the page: name, what the corpus holds, the search box, and the tools.
//!
//! **Invariant:** the box holds words; what it says about fields becomes chips when the reader rests. What could not be
//! read as it looks is underlined under the box, with the reason as text, which also describes the box to a screen
//! reader.

use dateline_core::engine::voice::capital;
use dateline_core::layout::number_text::count;
use leptos::prelude::*;

use super::export::Export;
use super::saved::Saved;
use crate::app::{Drawer, toggle};
use crate::explorer::{Explorer, Slips};
use crate::platform::{dropped, preferences};
use crate::view::offers::{self, Listed, Offers};

/// The themes, in the order in which the button goes through them.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// How many reasons are shown.
const REASONS: usize = 5;

/// The head.
#[component]
pub fn Head(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let holds = move || {
        let record = explorer.record();
        let articles = match record.articles {
            1 => "1 article".to_owned(),
            n => format!("{} articles", count(n)),
        };
        if record.span.is_empty() { articles } else { format!("{articles}, {}", record.span) }
    };
    view! {
        <header class="head">
            <div class="brand"><h1>"Dateline"</h1><span>{holds}</span></div>
            <Search />
            <div class="menus">
                {opener(drawer, Drawer::Saved, "Saved", "Saved searches")}
                {opener(drawer, Drawer::Export, "Export", "Pictures and files to keep")}
                {move || match drawer.get() {
                    Drawer::Saved => Some(view! { <Saved drawer /> }.into_any()),
                    Drawer::Export => Some(view! { <Export drawer /> }.into_any()),
                    _ => None,
                }}
            </div>
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

/// A button that opens a menu, and closes it.
fn opener(drawer: RwSignal<Drawer>, which: Drawer, label: &'static str, title: &'static str) -> AnyView {
    let open = move || (drawer.get() == which).to_string();
    view! { <button class="link" title=title aria-expanded=open on:click=move |_| toggle(drawer, which)>{label}</button> }
        .into_any()
}

#[component]
fn Search() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let any = move || explorer.slips.with(|slips| !slips.hints.is_empty());
    let open = move || explorer.offers.with(|offers| !offers.is_empty());
    view! {
        <form
            class="search" role="search" on:submit=move |e| { e.prevent_default(); explorer.rest(); }
            on:dragover=|e| e.prevent_default()
            on:drop=move |e| dropped::file(&e, move |text| { explorer.list_queries(text); })
        >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="7" cy="7" r="4.6" /><path d="m10.6 10.6 3.4 3.4" />
            </svg>
            <input
                id="search" type="search" aria-label="Search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                role="combobox" aria-autocomplete="list" aria-controls="offers" aria-expanded=move || open().to_string()
                aria-activedescendant=move || explorer.offered.get().map(offers::id)
                aria-describedby=move || any().then_some("slips")
                placeholder="Words, “phrases”, person:name"
                prop:value=explorer.draft
                on:input:target=move |e| explorer.type_in(&e.target().value())
                on:change=move |_| explorer.rest()
                on:blur=move |_| explorer.offer_nothing()
                on:keydown=move |e| if explorer.offer_key(&e.key()) { e.prevent_default(); e.stop_propagation(); }
                on:paste=move |e| if dropped::pasted(&e).is_some_and(|text| explorer.list_queries(text)) { e.prevent_default(); }
            />
            <kbd aria-hidden="true">"/"</kbd>
            <Show when=open>
                <Offers />
            </Show>
            <Show when=move || explorer.list.with(|lines| !lines.is_empty())>
                <Listed />
            </Show>
            <Show when=any>
                <Reasons />
            </Show>
        </form>
    }
    .into_any()
}

/// What was typed, with what could not be read as it looks underlined, and why.
#[component]
fn Reasons() -> impl IntoView {
    let slips = expect_context::<Explorer>().slips;
    let typed = move || {
        let runs = slips.with(Slips::runs).into_iter();
        runs.map(|(run, about)| if about { view! { <u>{run}</u> }.into_any() } else { run.into_any() })
            .collect_view()
    };
    let reasons = move || {
        slips.with(|slips| {
            let left = slips.hints.len().saturating_sub(REASONS);
            let first = slips.hints.iter().take(REASONS).map(|hint| capital(&hint.what));
            let rest = (left > 0).then(|| format!("And {left} more."));
            first.chain(rest).map(|reason| view! { <li>{reason}</li> }).collect_view()
        })
    };
    view! {
        <div id="slips" class="slips">
            <p>{typed}</p>
            <ul>{reasons}</ul>
        </div>
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
