//! One row of the results: when, the whole passage, who says so, publisher and date.
//!
//! **Invariant:** nothing is cut, in the compact list neither: there the lines only stand closer.

use dateline_core::engine::row::{Also, Row};
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
    let Row { passage, when, runs: text, tags, source, notes, also, .. } = row;
    let also = also.map(|also| view! { <Elsewhere also /> });
    let file = passage.file.clone();
    let passage = StoredValue::new(passage);
    let open = Memo::new(move |_| passage.with_value(|p| explorer.is_open(p)));
    let tags = tags.into_iter().map(|tag| {
        view! { <span class="tag"><Glyph form=tag.form />{tag.text}</span> }
    });
    let notes = notes.into_iter().map(|note| view! { <span>{note}</span> });
    let title = if text.is_empty() { vec![file.clone().into_any()] } else { runs(&text) };
    view! {
        <li class="row" class:open=open>
            <p class="when"><strong>{when.0}</strong><span>{when.1}</span></p>
            <div class="what">
                <button
                    class="passage" class:serif=!text.is_empty() data-document=file
                    aria-current=move || open.get().then_some("true")
                    on:click=move |_| passage.with_value(|p| explorer.open(p))
                >{title}</button>
                <p class="who">{tags.collect_view()}<span class="source">{source}</span>{notes.collect_view()}</p>
                {also}
            </div>
        </li>
    }
    .into_any()
}

/// The other reports of the same event, folded.
#[component]
fn Elsewhere(also: Also) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let passages = also.passages.into_iter().map(|(source, passage)| {
        view! { <li><button class="link" on:click=move |_| explorer.open(&passage)>{source}</button></li> }
    });
    let passages = passages.collect_view();
    view! { <details class="also"><summary>{also.label}</summary><p>{also.why}</p><ul>{passages}</ul></details> }
}

/// Everything that a row shows, as a key.
pub fn key(row: &Row) -> String {
    let hits: String = row.runs.iter().map(|r| if r.hit { '1' } else { '0' }).collect();
    let tags: String = row.tags.iter().map(|t| t.text.as_str()).collect();
    let notes = row.notes.join("|");
    let also = row.also.as_ref().map_or("", |also| also.label.as_str());
    format!("{}|{}|{}|{hits}|{tags}|{notes}|{also}", row.passage, row.own.start, row.when_long)
}
