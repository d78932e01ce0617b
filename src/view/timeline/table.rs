//! What the timeline shows, as a real table.
//!
//! **Invariant:** the rows are the rows of the open tab, with who says so in a column of its own.

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::runs::runs;

/// The table.
#[component]
pub fn EventsTable() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let rows = explorer.part(|a| a.rows.clone());
    view! {
        <div class="table" tabindex="0" role="group" aria-label="Events as a table">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"When"</th>
                        <th scope="col">"Who says so"</th>
                        <th scope="col">"Passage"</th>
                        <th scope="col">"Publisher, published"</th>
                    </tr>
                </thead>
                <tbody>
                    {move || rows.with(|rows| rows.iter().map(|row| {
                        let when = if row.when_long.is_empty() { row.head.clone() } else { row.when_long.clone() };
                        let voices = row.tags.iter().map(|t| view! { <div>{t.text.clone()}</div> }).collect_view();
                        let (passage, number) = (row.passage.clone(), row.number);
                        view! {
                            <tr>
                                <th scope="row">{when}</th>
                                <td>{voices}</td>
                                <td data-document=row.passage.file.clone()>
                                    <button class="serif" on:click=move |_| explorer.open_row(&passage, Some(number))>{runs(&row.runs)}</button>
                                </td>
                                <td>{row.source.clone()}</td>
                            </tr>
                        }
                    }).collect_view())}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
