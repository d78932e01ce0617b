//! The sidebar of names: people, places, organizations and what else has a name, each with how many rows name it.
//!
//! **Invariant:** the order does not change under the pointer: it is by total, and what nobody names just now is folded
//! away, except for what is chosen, which is always seen.

use dateline_core::annotate::NameKind;
use dateline_core::explore::{Facet, FacetValue, Group};
use dateline_core::fold::fold;
use dateline_core::layout::number_text::count;
use leptos::prelude::*;

use crate::app::{Drawer, toggle};
use crate::explorer::Explorer;
use crate::part::glyph::kind_class;

/// How many values of a group are shown before the reader asks for more.
const FIRST: usize = 12;

/// The sidebar.
#[component]
pub fn Names(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
) -> impl IntoView {
    let find = RwSignal::new(String::new());
    view! {
        <section id="names" class="names" role="region" aria-label="Names" tabindex="-1">
            <div class="top">
                <input
                    class="find" type="search" placeholder="Find a name" aria-label="Find a name" autocomplete="off"
                    on:input:target=move |e| find.set(fold(&e.target().value()))
                />
                <button class="icon close" aria-label="Close names" on:click=move |_| toggle(drawer, Drawer::Closed)>"✕"</button>
            </div>
            <Kind kind=NameKind::Person field="person" label="People" find />
            <Kind kind=NameKind::Place field="place" label="Places" find />
            <Kind kind=NameKind::Organization field="org" label="Organizations" find />
            <Kind kind=NameKind::Other field="other" label="Other names" find />
        </section>
    }
    .into_any()
}

#[component]
fn Kind(kind: NameKind, field: &'static str, label: &'static str, find: RwSignal<String>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let facets = explorer.part(|a| a.facets.clone());
    let values = Memo::new(move |_| facets.with(|f| values(f, kind)));
    let all = RwSignal::new(false);
    let unit = explorer.part(|a| a.unit.name());
    let shown = Memo::new(move |_| {
        let any = explorer.painted.get();
        values.with(|v| if any { shown(v, &find.read(), all.get()) } else { Vec::new() })
    });
    let hidden = move || values.with(Vec::len) - shown.with(Vec::len);
    // Of very many names the rarest are not given.
    let own = move |f: &&Facet| f.group == Group::Names(kind);
    let rest = move || facets.with(|f| f.iter().find(own).map_or(0, |f| f.more));
    let more = move || {
        let none = values.with(|v| v.iter().filter(|v| v.count == 0 && v.chosen.is_none()).count());
        let more = count(hidden() as u32 + rest());
        if hidden() == none && none > 0 {
            format!("{more} more, in none of these")
        } else {
            format!("{more} more")
        }
    };
    let unlisted = move || rest() > 0 && (all.get() || hidden() == 0 || !find.read().is_empty());
    let any = move || values.with(|v| !v.is_empty());
    view! {
        <div class="group" hidden=move || !any() role="group" aria-label=label>
            <h2>{label}<span>{unit}</span></h2>
            <ul>
                <For each=move || shown.get() key=Clone::clone let(name)>
                    <Value kind name values />
                </For>
            </ul>
            <Show when=move || find.read().is_empty() && (all.get() || hidden() > 0)>
                <button class="link more" on:click=move |_| all.update(|a| *a = !*a)>
                    {move || if all.get() { "Fewer".to_owned() } else { more() }}
                </button>
            </Show>
            <Show when=unlisted>
                <p class="rest">{move || format!("{} rarer ones are not listed; {field}: in the search finds them", count(rest()))}</p>
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn Value(kind: NameKind, name: String, values: Memo<Vec<FacetValue>>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let key = StoredValue::new(name.clone());
    let value =
        Memo::new(move |_| values.with(|v| key.with_value(|k| v.iter().find(|v| v.name == *k).cloned())));
    let held = move || value.with(|v| v.as_ref().map_or((0, 0), |v| (v.count, v.total)));
    let chosen = Memo::new(move |_| value.with(|v| v.as_ref().and_then(|v| v.chosen)));
    let country = move || value.with(|v| v.as_ref().and_then(|v| v.country.clone()));
    // The country stands beside the name and is no part of it.
    let described = move || {
        let country = country().map(|country| format!("{country}, ")).unwrap_or_default();
        format!("{country}{} of {}", count(held().0), count(held().1))
    };
    let leave = format!("Leave out {name}");
    view! {
        <li
            class=format!("value {}", kind_class(kind))
            class:on=move || chosen.get() == Some(true)
            class:out=move || chosen.get() == Some(false)
            class:none=move || held().0 == 0
        >
            <button
                class="take" aria-pressed=move || (chosen.get() == Some(true)).to_string()
                aria-description=described title=described
                on:click=move |_| key.with_value(|n| explorer.toggle_name(kind, n))
            >
                <span class="kind" aria-hidden="true"></span><span class="text">{name}<small aria-hidden="true">{country}</small></span>
                <span class="count" aria-hidden="true">{move || count(held().0)}</span>
            </button>
            <button
                class="leave" aria-label=leave.clone() title=leave aria-pressed=move || (chosen.get() == Some(false)).to_string()
                on:click=move |_| key.with_value(|n| explorer.leave_out(kind, n))
            >"−"</button>
        </li>
    }
}

/// The values of `kind`, by total, then by name.
fn values(facets: &[Facet], kind: NameKind) -> Vec<FacetValue> {
    let mut values: Vec<FacetValue> =
        facets.iter().filter(|f| f.group == Group::Names(kind)).flat_map(|f| f.values.clone()).collect();
    values.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.name.cmp(&b.name)));
    values
}

/// The names to show: those found, or the first ones that count, and always the chosen ones.
fn shown(values: &[FacetValue], find: &str, all: bool) -> Vec<String> {
    let mut left = FIRST;
    let wanted = values.iter().filter(|v| {
        let named = if find.is_empty() {
            let room = all || (v.count > 0 && left > 0);
            left -= usize::from(room && left > 0);
            room
        } else {
            fold(&v.name).contains(find)
        };
        named || v.chosen.is_some()
    });
    wanted.map(|v| v.name.clone()).collect()
}
