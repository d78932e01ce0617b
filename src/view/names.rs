//! The sidebar: people, places, organizations and what else has a name, then whose word it is and where it stands, each
//! with how many rows hold it.
//!
//! **Invariant:** the order does not change under the pointer: it is by total, and what nobody names just now is folded
//! away, except for what is chosen, which is always seen.

use dateline_core::engine::{Answer, says};
use dateline_core::explore::query::Field;
use dateline_core::explore::{Facet, FacetValue};
use dateline_core::fold::fold;
use dateline_core::layout::number_text::count;
use dateline_core::order::Order as _;
use leptos::prelude::*;

use crate::app::{Drawer, toggle};
use crate::explorer::{Explorer, FRAMES};
use crate::part::glyph::kind_class;

/// How many values of a group are shown before the reader asks for more.
const FIRST: usize = 12;

/// The groups, each under a head behind which its values read on.
const GROUPS: [(Field, &str); 12] = [
    (Field::Person, "People"),
    (Field::Place, "Places"),
    (Field::Organization, "Organizations"),
    (Field::Other, "Other names"),
    (Field::Status, "Reported as"),
    (Field::Voice, "Resting on"),
    (Field::Publisher, "Published by"),
    (Field::Author, "Written by"),
    (Field::Origin, "Drawing on"),
    (Field::Language, "In the language"),
    (Field::Dated, "Published"),
    (Field::Incomplete, "From articles that"),
];

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
            {GROUPS
                .into_iter()
                .enumerate()
                .map(|(at, (field, label))| view! { <Group field label find frame=1 + at * (FRAMES - 1) / GROUPS.len() /> })
                .collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Group(
    field: Field,
    label: &'static str,
    find: RwSignal<String>,
    /// How many frames have been painted before its values are drawn.
    frame: usize,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let values =
        Memo::new(move |_| explorer.answer.with(|a| facet(a, field).map(values).unwrap_or_default()));
    let all = RwSignal::new(false);
    let unit = explorer.part(|a| a.unit.name());
    let shown = Memo::new(move |_| {
        let any = explorer.painted.get() >= frame;
        values.with(|v| if any { shown(v, &find.read(), all.get()) } else { Vec::new() })
    });
    let hidden = move || values.with(Vec::len) - shown.with(Vec::len);
    // Of very many names the rarest are not given.
    let rest = move || explorer.answer.with(|a| facet(a, field).map_or(0, |facet| facet.more));
    let more = move || {
        let none = values.with(|v| v.iter().filter(|v| v.count == 0 && v.chosen.is_none()).count());
        let more = count(hidden() as u32 + rest());
        // Where none is shown, as where nothing matches, it would be said of every group.
        if hidden() == none && none > 0 && shown.with(|s| !s.is_empty()) {
            format!("{more} more, in none of these")
        } else {
            format!("{more} more")
        }
    };
    let unlisted = move || rest() > 0 && (all.get() || hidden() == 0 || !find.read().is_empty());
    let any = move || values.with(|v| tells(field, v));
    view! {
        <div class="group" hidden=move || !any() role="group" aria-label=label>
            <h2>{label}<span>{unit}</span></h2>
            <ul>
                <For each=move || shown.get() key=Clone::clone let(name)>
                    <Value field name values />
                </For>
            </ul>
            <Show when=move || find.read().is_empty() && (all.get() || hidden() > 0)>
                <button class="link more" on:click=move |_| all.update(|a| *a = !*a)>
                    {move || if all.get() { "Fewer".to_owned() } else { more() }}
                </button>
            </Show>
            <Show when=unlisted>
                <p class="rest">{move || format!("{} rarer ones are not listed; {}: in the search finds them", count(rest()), field.name())}</p>
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn Value(field: Field, name: String, values: Memo<Vec<FacetValue>>) -> impl IntoView {
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
    let label = says::value(field, &name);
    let leave = format!("Leave out {label}");
    view! {
        <li
            class=format!("value {}", field.kind().map_or("", kind_class))
            class:on=move || chosen.get() == Some(true)
            class:out=move || chosen.get() == Some(false)
            class:none=move || held().0 == 0
        >
            <button
                class="take" aria-pressed=move || (chosen.get() == Some(true)).to_string()
                aria-description=described title=described
                on:click=move |_| key.with_value(|n| explorer.toggle(field, n, false))
            >
                <span class="kind" aria-hidden="true"></span><span class="text">{label}<small aria-hidden="true">{country}</small></span>
                <span class="count" aria-hidden="true">{move || count(held().0)}</span>
            </button>
            <button
                class="leave" aria-label=leave.clone() title=leave aria-pressed=move || (chosen.get() == Some(false)).to_string()
                on:click=move |_| key.with_value(|n| explorer.toggle(field, n, true))
            >"−"</button>
        </li>
    }
}

/// Whether a group is worth its place: of what is not a name one value alone says nothing, unless it is chosen.
fn tells(field: Field, values: &[FacetValue]) -> bool {
    let alone = field.kind().is_none() && values.len() == 1;
    !values.is_empty() && (!alone || values.iter().any(|v| v.chosen.is_some()))
}

/// The group of `field` in `answer`.
fn facet(answer: &Answer, field: Field) -> Option<&Facet> {
    answer.facets.iter().find(|facet| facet.group == field)
}

/// The values of `facet`, by total, then by name.
fn values(facet: &Facet) -> Vec<FacetValue> {
    let mut values = facet.values.clone();
    values.order_by(|a, b| b.total.cmp(&a.total).then_with(|| a.name.cmp(&b.name)));
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
