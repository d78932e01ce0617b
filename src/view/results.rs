//! The results: the rows of the open tab under year and month heads, and what to do when there are none.
//!
//! **Invariant:** every row says who says so, publisher and date; the list copies as a table with the same columns.

use dateline_core::engine::row::Row;
use dateline_core::engine::says::sought;
use dateline_core::engine::table;
use dateline_core::explore::query::Scope;
use dateline_core::explore::{Sort, Unit};
use dateline_core::layout::number_text::count;
use leptos::prelude::*;

use super::row::RowView;
use crate::app::{Drawer, toggle};
use crate::explorer::Explorer;
use crate::platform::{clipboard, element, visible};

/// The tabs.
const TABS: [(Unit, &str); Unit::COUNT] = [
    (Unit::Events, "Events"),
    (Unit::Articles, "Articles"),
    (Unit::Quotations, "Quotations"),
    (Unit::Figures, "Figures"),
];

/// The panel.
#[component]
pub fn Results(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let rows = explorer.part(|a| a.rows.clone());
    let best = explorer.part(|a| a.best);
    let matched = explorer.part(|a| a.matched);
    let compact = explorer.view(|v| v.compact);
    let coming = explorer.part(|a| a.coming);
    let left = move || (matched.get() as usize).saturating_sub(rows.with(Vec::len));
    view! {
        <section id="results" class="results" class:compact=compact role="region" aria-label="Results" tabindex="-1">
            <Tabs drawer />
            <div id="rows" role="tabpanel" aria-label="Rows" tabindex="-1">
                <Bar />
                <ol class="rows">
                    <For each=move || rows.with(|r| items(r, best.get())) key=Item::key let(item)>
                        {item.show()}
                    </For>
                </ol>
                <Show when=move || coming.get()>
                    <p class="coming">"The articles are still coming. Their rows follow by themselves."</p>
                </Show>
                <Show when=move || { left() > 0 && !coming.get() }>
                    <More left=Signal::derive(left) />
                </Show>
                <Relaxations />
                <Widen />
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Tabs(drawer: RwSignal<Drawer>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let tab = explorer.view(|v| v.tab);
    let counts = explorer.part(|a| a.tabs);
    let step = move |by: isize| {
        let at = TABS.iter().position(|(u, _)| *u == tab.get_untracked()).unwrap_or(0);
        let to = at.wrapping_add_signed(by).min(TABS.len() - 1);
        if let Some((unit, label)) = TABS.get(to) {
            explorer.set_tab(*unit);
            element::focus(&format!("tab-{label}"));
        }
    };
    let on_key = move |e: leptos::ev::KeyboardEvent| match e.key().as_str() {
        "ArrowRight" => step(1),
        "ArrowLeft" if tab.get_untracked() != Unit::Events => step(-1),
        _ => {}
    };
    view! {
        <div class="switch">
            <div class="tabs" role="tablist" aria-label="Rows" on:keydown=on_key>
                {TABS.map(|(unit, label)| {
                    let held = move || counts.with(|c| count(c[unit as usize]));
                    view! {
                        <button
                            id=format!("tab-{label}") role="tab" aria-controls="rows"
                            aria-selected=move || (tab.get() == unit).to_string() aria-description=held
                            tabindex=move || if tab.get() == unit { "0" } else { "-1" }
                            on:click=move |_| explorer.set_tab(unit)
                        >{label}<small aria-hidden="true">{held}</small></button>
                    }
                }).collect_view()}
            </div>
            <button class="names-button" aria-expanded=move || (drawer.get() == Drawer::Names).to_string()
                on:click=move |_| toggle(drawer, Drawer::Names)>"Names"</button>
        </div>
    }
    .into_any()
}

/// The order, the density, and the copy.
#[component]
fn Bar() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let sort = explorer.view(|v| v.sort);
    let compact = explorer.view(|v| v.compact);
    let says = explorer.part(|a| a.says.text.clone());
    let copied = RwSignal::new(None::<(bool, usize, String)>);
    let copy = move |_| {
        let (count, of) = (RwSignal::new(0), says.get_untracked());
        let make = move |forms: clipboard::Forms| {
            explorer.all_rows(move |rows| {
                let link = |row: &Row| explorer.link(&row.passage);
                count.set(rows.len());
                forms(table::tsv(&rows, link), table::html(&rows, link));
            });
        };
        clipboard::copy_table(make, move |done| copied.set(Some((done, count.get_untracked(), of))));
    };
    // What was copied is said until the rows are others.
    let copy_label = move || {
        copied.with(|copied| match copied {
            Some((done, rows, of)) if says.with(|s| s == of) => match (done, rows) {
                (true, 1) => "Copied 1 row".to_owned(),
                (true, n) => format!("Copied {} rows", count(*n as u32)),
                (false, _) => "Could not copy".to_owned(),
            },
            _ => "Copy as table".to_owned(),
        })
    };
    let flip = move |_| {
        let has_words = explorer.route.with_untracked(|r| !r.query.clauses.is_empty());
        explorer.set_sort(match sort.get_untracked() {
            Sort::Newest => Sort::Oldest,
            Sort::Oldest if has_words => Sort::Best,
            Sort::Oldest | Sort::Best => Sort::Newest,
        });
    };
    view! {
        <div class="order">
            <button class="link" on:click=flip>{move || order(sort.get())}</button>
            <button class="link" aria-pressed=move || compact.get().to_string() on:click=move |_| explorer.set_compact(!compact.get_untracked())>"Compact"</button>
            <button class="link" on:click=copy>{copy_label}</button>
        </div>
    }
    .into_any()
}

/// What an order of the rows is called.
pub(super) fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Best => "Best match first",
    }
}

/// Asks for more rows when the reader comes near the end of them, or by itself where the reader presses it.
#[component]
fn More(left: Signal<usize>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let node = NodeRef::<leptos::html::Button>::new();
    node.on_load(move |button| visible::on_visible(&button, move || explorer.more()));
    let label = move || format!("Show more, {} left", count(left.get() as u32));
    view! { <button class="link more" node_ref=node on:click=move |_| explorer.more()>{label}</button> }
}

/// What stands in the list.
#[derive(Clone, Debug)]
enum Item {
    /// The month of the rows under it, or why they have no date.
    /// The first of those rows tells it from the same head further down.
    Head(String, String),
    /// A row.
    Row(Box<Row>),
    /// Rows of older background, folded under the years that they span.
    Background(Vec<Row>),
}

impl Item {
    /// What makes it another item: everything it shows.
    fn key(&self) -> String {
        match self {
            Self::Head(head, first) => format!("head {head} {first}"),
            Self::Row(row) => super::row::key(row),
            Self::Background(rows) => rows.iter().map(super::row::key).collect::<Vec<_>>().join(";"),
        }
    }

    fn show(self) -> AnyView {
        match self {
            Self::Head(head, _) => view! { <li class="month"><h2>{head}</h2></li> }.into_any(),
            Self::Row(row) => view! { <RowView row=*row /> }.into_any(),
            Self::Background(rows) => {
                let label = format!("{} older, {}", count(rows.len() as u32), years(&rows));
                let rows = rows.into_iter().map(|row| view! { <RowView row /> }).collect_view();
                view! { <li><details><summary class="month">{label}</summary><ol>{rows}</ol></details></li> }
                    .into_any()
            }
        }
    }
}

/// The switch that widens names and words from the passage to the whole article.
#[component]
fn Widen() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let query = Memo::new(move |_| explorer.route.with(|r| r.query.clone()));
    let tab = explorer.view(|v| v.tab);
    let wide = move || query.with(|q| q.scope == Scope::Article);
    let articles = explorer.part(|a| a.tabs[Unit::Articles as usize]);
    let useful = move || {
        tab.get() != Unit::Articles && query.with(|q| !sought(q).is_empty()) && (wide() || articles.get() > 0)
    };
    let asked = move || query.with(|q| sought(q).join(", "));
    let label = move || {
        if wide() {
            format!("Narrow to rows that name {} themselves", asked())
        } else {
            format!("Widen to rows in articles that name {}", asked())
        }
    };
    let set = move |_| explorer.set_scope(if wide() { Scope::Passage } else { Scope::Article });
    view! {
        <Show when=useful>
            <p class="widen"><button class="link" on:click=set>{label}</button></p>
        </Show>
    }
    .into_any()
}

/// What a query that finds little could leave out, each with what it would find.
#[component]
fn Relaxations() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let relaxations = explorer.part(|a| a.relaxations.clone());
    let corrections = explorer.part(|a| a.corrections.clone());
    let none = explorer.part(|a| a.matched == 0);
    view! {
        <Show when=move || none.get() || relaxations.with(|r| r.iter().any(|r| r.count > 0)) || corrections.with(|c| !c.is_empty())>
            <section class="empty" aria-label="Widen the search">
                <p>{move || if none.get() { "Nothing here matches all of this." } else { "Few match all of this." }}</p>
                <ul>
                    {move || corrections.with(|all| all.iter().map(|c| {
                        let query = c.query.clone();
                        let label = format!("Did you mean {}: {}", c.meant, count(c.count));
                        view! { <li><button class="link" on:click=move |_| explorer.put(query.clone())>{label}</button></li> }
                    }).collect_view())}
                    {move || relaxations.with(|all| all.iter().filter(|r| r.count > 0).map(|r| {
                        let query = r.query.clone();
                        let label = format!("Without {}: {}", plain(&r.without), count(r.count));
                        view! { <li><button class="link" on:click=move |_| explorer.put(query.clone())>{label}</button></li> }
                    }).collect_view())}
                </ul>
            </section>
        </Show>
    }
    .into_any()
}

/// A term of the query language without its field: `person:"Steve Witkoff"` is Steve Witkoff.
fn plain(term: &str) -> String {
    let fields = ["person", "place", "org", "other", "about"];
    let value = fields.iter().find_map(|field| term.strip_prefix(field)?.strip_prefix(':'));
    value.map_or_else(|| term.to_owned(), |v| v.trim_matches('"').to_owned())
}

/// Rows under their heads, in order; neighbouring rows of background as one. In the order of how well they answer (`best`)
/// a head or a fold would say nothing of the rows beside it, and each row says when it was.
fn items(rows: &[Row], best: bool) -> Vec<Item> {
    if best {
        return rows.iter().map(|row| Item::Row(Box::new(row.clone()))).collect();
    }
    let mut items = Vec::new();
    let mut head = "";
    for row in rows {
        if row.background {
            match items.last_mut() {
                Some(Item::Background(list)) => list.push(row.clone()),
                _ => items.push(Item::Background(vec![row.clone()])),
            }
            head = "";
            continue;
        }
        if row.head != head {
            head = &row.head;
            items.push(Item::Head(head.to_owned(), super::row::key(row)));
        }
        items.push(Item::Row(Box::new(row.clone())));
    }
    items
}

/// The heads of the first and last of `rows`, the earlier first.
fn years(rows: &[Row]) -> String {
    match (rows.first(), rows.last()) {
        (Some(a), Some(b)) if a.head == b.head => a.head.clone(),
        (Some(a), Some(b)) if a.when_at <= b.when_at => format!("{} to {}", a.head, b.head),
        (Some(a), Some(b)) => format!("{} to {}", b.head, a.head),
        _ => String::new(),
    }
}
