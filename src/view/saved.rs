//! Saved searches: what is asked now can be kept, and what was kept is asked again, or forgotten.
//!
//! A search is its query, its tab and its order, and bears its own words as its name.
//! **Invariant:** they stay in this browser, each page's its own; where the browser keeps nothing they are there until the
//! page closes, and the reader is told so.

use dateline_core::engine::voice::lower;
use leptos::prelude::*;

use crate::app::{Drawer, toggle};
use crate::explorer::Explorer;
use crate::platform::{element, location, preferences};
use crate::route::Route;

/// The saved searches.
#[component]
pub fn Saved(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let all = RwSignal::new(preferences::read(&key()).map_or(Vec::new(), |kept| list(&kept)));
    let now = Memo::new(move |_| explorer.search());
    let kept = RwSignal::new(true);
    let put = move |change: &dyn Fn(&mut Vec<String>)| {
        // Another window may have saved something since.
        let stored = preferences::read(&key()).filter(|_| kept.get_untracked());
        let mut now = stored.map_or_else(|| all.get_untracked(), |stored| list(&stored));
        change(&mut now);
        kept.set(preferences::keep(&key(), &lines(&now)));
        all.set(now);
    };
    let has = Memo::new(move |_| now.with(|now| all.with(|all| all.contains(now))));
    let save = move |_| {
        if !has.get_untracked() {
            now.with_untracked(|now| put(&|all| all.insert(0, now.clone())));
        }
    };
    let row = move |search: String| {
        let label = name(&search);
        let (again, gone) = (search.clone(), search);
        let forget = format!("Delete {label}");
        view! {
            <li>
                <button class="link" on:click=move |_| {
                    toggle(drawer, Drawer::Closed);
                    explorer.search_again(&again);
                }>{label}</button>
                <button class="icon" aria-label=forget on:click=move |_| {
                    put(&|all| all.retain(|one| *one != gone));
                    element::focus("saved");
                }>"✕"</button>
            </li>
        }
        .into_any()
    };
    view! {
        <section id="saved" class="menu" role="dialog" aria-label="Saved searches" tabindex="-1">
            <button class="link" aria-disabled=move || has.get().to_string() on:click=save>
                {move || if has.get() { "This search is saved" } else { "Save this search" }}
            </button>
            <ul>
                {move || all.get().into_iter().map(row).collect::<Vec<_>>()}
            </ul>
            <p hidden=move || all.with(|all| !all.is_empty())>"Nothing is saved yet."</p>
            <p hidden=move || kept.get()>"This browser keeps nothing: what is saved is here until the page closes."</p>
        </section>
    }
    .into_any()
}

/// Under which key the searches of this page are kept: pages of one site may hold other documents.
fn key() -> String {
    format!("saved:{}", location::address(""))
}

/// The searches in `kept`, one a line, each as the end of an address.
fn list(kept: &str) -> Vec<String> {
    kept.lines().filter_map(|line| line.strip_prefix('#')).map(str::to_owned).collect()
}

/// The same searches, to be kept.
fn lines(all: &[String]) -> String {
    all.iter().flat_map(|search| ["#", search, "\n"]).collect()
}

/// What a saved search is called: what it asks for, as it is typed, and how its rows are shown.
fn name(search: &str) -> String {
    let route = Route::parse(search);
    let query = route.query.to_string();
    let what = if query.is_empty() { "Everything" } else { &query };
    let order = lower(super::results::order(route.view.sort));
    format!("{what}: {}, {order}", route.view.tab.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_bears_its_own_words() {
        for (search, label) in [
            ("", "Everything: events, newest first"),
            ("ceasefire&tab=articles&sort=best", "ceasefire: articles, best match first"),
            (
                "person:%22Steve%20Witkoff%22&tab=quotations&sort=oldest",
                "person:\"Steve Witkoff\": quotations, oldest first",
            ),
        ] {
            assert_eq!(name(search), label);
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        for all in [vec![], vec![""], vec!["", "a&tab=articles"], vec!["a%23b"]] {
            let all: Vec<String> = all.into_iter().map(str::to_owned).collect();
            assert_eq!(list(&lines(&all)), all);
        }
        assert_eq!(list("something else"), [""; 0]);
    }
}
