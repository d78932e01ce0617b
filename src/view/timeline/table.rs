//! The rows of the open tab as a table, however many: only those near the reader's eyes are there, and the others are asked
//! for as they come near.
//!
//! **Invariant:** who says so has a column of its own, every row says its number, and nothing in it is cut. One tab stop:
//! arrows, Page Up and Down, Home and End go from row to row, Enter opens. Start at [`EventsTable`]; what goes on in it is
//! [`Table`]'s.

mod pages;

use dateline_core::engine::row::Row;
use dateline_core::explore::Sort;
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::part::runs::runs;
use crate::platform::scroll;
use pages::Table;

/// The table.
#[component]
pub fn EventsTable() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let table = Table::new(explorer);
    let step = move |e: leptos::ev::KeyboardEvent| {
        // The buttons in the heads have keys of their own.
        if scroll::holds_focus("table-heads") {
            return;
        }
        let (at, page) = (table.at.get_untracked(), table.rows_in_sight());
        let to = match e.key().as_str() {
            "ArrowDown" => at.saturating_add(1),
            "ArrowUp" => at.saturating_sub(1),
            "PageDown" => at.saturating_add(page),
            "PageUp" => at.saturating_sub(page),
            "Home" => 0,
            "End" => u32::MAX,
            "Enter" | " " => {
                table.open(at);
                e.prevent_default();
                return;
            }
            _ => return,
        };
        e.prevent_default();
        table.step(to);
    };
    let space = |(before, after): (f64, f64), first: bool| {
        dateline_core::layout::px::px(if first { before } else { after }) + "px"
    };
    let shown = move || {
        let (first, last) = table.shown.get();
        (first..=last).collect::<Vec<_>>()
    };
    view! {
        <div
            id="table" class="table" role="group" aria-label="Rows as a table"
            tabindex=move || if table.has_stop() { "-1" } else { "0" }
            on:scroll=move |_| table.look_soon() on:keydown=step
        >
            <div style:height=move || space(table.space.get(), true)></div>
            <table role="grid" aria-label="Rows" aria-rowcount=move || (table.matched.get() + 1).to_string()>
                <Head explorer />
                <For each=shown key=|page| *page let(page)>
                    <Page table page />
                </For>
            </table>
            <div style:height=move || space(table.space.get(), false)></div>
        </div>
    }
    .into_any()
}

/// The heads of the columns, with the orders that the rows can be put into.
#[component]
fn Head(explorer: Explorer) -> impl IntoView {
    let sort = explorer.view(|v| v.sort);
    let words = Memo::new(move |_| explorer.route.with(|r| !r.query.clauses.is_empty()));
    let best = move || words.get() && sort.get() == Sort::Best;
    let when = move || match sort.get() {
        _ if best() => "none",
        Sort::Oldest => "ascending",
        _ => "descending",
    };
    let other = move || if sort.get() == Sort::Newest { Sort::Oldest } else { Sort::Newest };
    let sign = move || match when() {
        "none" => "",
        "ascending" => "↑",
        _ => "↓",
    };
    let title = move || if other() == Sort::Oldest { "Oldest first" } else { "Newest first" };
    view! {
        <thead role="rowgroup" id="table-heads">
            <tr role="row" aria-rowindex="1">
                <th role="columnheader" scope="col" aria-sort=when>
                    <button class="sort" title=title on:click=move |_| explorer.set_sort(other())>"When"<span aria-hidden="true">{sign}</span></button>
                </th>
                <th role="columnheader" scope="col">"Who says so"</th>
                <th role="columnheader" scope="col" aria-sort=move || best().then_some("descending")>
                    "Passage"
                    <Show when=move || words.get()>
                        <button class="sort" aria-pressed=move || best().to_string() on:click=move |_| explorer.set_sort(Sort::Best)>
                            "Best match first"
                        </button>
                    </Show>
                </th>
                <th role="columnheader" scope="col">"Publisher, published"</th>
            </tr>
        </thead>
    }
    .into_any()
}

/// A page of rows; while it is on its way the space that it takes.
#[component]
fn Page(table: Table, page: u32) -> impl IntoView {
    let rows = Memo::new(move |_| table.rows_of(page));
    let first = table.list.with_value(|list| list.page(page).0);
    let shown = move || {
        if let Some(rows) = rows.get() {
            let rows = (first..).zip(rows).map(|(at, row)| view! { <OneRow table at row /> }.into_any());
            return rows.collect::<Vec<_>>();
        }
        let high = dateline_core::layout::px::px(table.height_of(page)) + "px";
        vec![
            view! { <tr role="row" aria-hidden="true"><td role="gridcell" style:height=high></td></tr> }
                .into_any(),
        ]
    };
    view! { <tbody role="rowgroup" id=pages::page_id(page)>{shown}</tbody> }
}

#[component]
fn OneRow(table: Table, at: u32, row: Row) -> impl IntoView {
    let explorer = table.explorer;
    let when = if row.when_long.is_empty() { row.head } else { row.when_long };
    let voices =
        row.tags.into_iter().map(|tag| view! { <div class="tag"><Glyph form=tag.form />{tag.text}</div> });
    let (file, number) = (row.passage.file.clone(), row.number);
    let open =
        Memo::new(move |_| explorer.answer.with(|a| a.place.as_ref().and_then(|p| p.row) == Some(number)));
    let text = if row.runs.is_empty() { vec![file.clone().into_any()] } else { runs(&row.runs) };
    view! {
        <tr
            role="row" id=pages::row_id(at) class:open=open aria-rowindex=(at + 2).to_string()
            aria-current=move || open.get().then_some("true")
            tabindex=move || if table.at.get() == at { "0" } else { "-1" }
            on:focus=move |_| table.at.set(at) on:click=move |_| table.open(at)
        >
            <th role="rowheader" scope="row">{when}</th>
            <td role="gridcell">{voices.collect_view()}</td>
            <td role="gridcell" class:serif=!row.runs.is_empty() data-document=file>{text}</td>
            <td role="gridcell">{row.source}</td>
        </tr>
    }
    .into_any()
}
