//! One row of the results: when, the whole passage, who says so, publisher and date.
//!
//! **Invariant:** nothing is cut but in the compact list, and there by the style alone: the text is all there.

use dateline_core::engine::row::Row;
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::part::runs::runs;

/// The row.
#[component]
pub fn RowView(
    /// What it shows.
    row: Row,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let passage = StoredValue::new(row.passage.clone());
    let open = Memo::new(move |_| passage.with_value(|p| explorer.is_open(p)));
    let tags = row.tags.iter().map(|tag| {
        view! { <span class="tag"><Glyph form=tag.form />{tag.text.clone()}</span> }
    });
    let notes = row.notes.iter().map(|note| view! { <span>{note.clone()}</span> });
    let title = if row.runs.is_empty() { vec![row.passage.file.clone().into_any()] } else { runs(&row.runs) };
    view! {
        <li class="row" class:open=open>
            <p class="when"><strong>{row.when.0.clone()}</strong><span>{row.when.1.clone()}</span></p>
            <div class="what">
                <button
                    class="passage" class:serif=!row.runs.is_empty() data-document=row.passage.file.clone()
                    aria-current=move || open.get().then_some("true")
                    on:click=move |_| passage.with_value(|p| explorer.open(p))
                >{title}</button>
                <p class="who">{tags.collect_view()}<span class="source">{row.source.clone()}</span>{notes.collect_view()}</p>
            </div>
        </li>
    }
    .into_any()
}

/// Everything that a row shows, as a key.
pub fn key(row: &Row) -> String {
    let hits: String = row.runs.iter().map(|r| if r.hit { '1' } else { '0' }).collect();
    let tags: String = row.tags.iter().map(|t| t.text.as_str()).collect();
    format!("{}|{}|{hits}|{tags}", row.passage, row.when_long)
}
