//! One row of the results: when, the whole passage, who says so, publisher and date.
//!
//! **Invariant:** nothing is cut, in the compact list neither: there the lines only stand closer.

use dateline_core::engine::passage::Passage;
use dateline_core::engine::row::{Also, Found, Row};
use dateline_core::layout::number_text::count;
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
    let Row { passage, when, runs: text, tags, source, notes, also, found, number, .. } = row;
    let also = also.map(|also| view! { <Elsewhere also /> });
    let file = passage.file.clone();
    let passage = StoredValue::new(passage);
    let open =
        Memo::new(move |_| explorer.answer.with(|a| a.place.as_ref().and_then(|p| p.row) == Some(number)));
    let found = found.map(|found| view! { <Snippets found number /> });
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
                    on:click=move |_| passage.with_value(|p| explorer.open_row(p, Some(number)))
                >{title}</button>
                {found}
                <p class="who">{tags.collect_view()}<span class="source">{source}</span>{notes.collect_view()}</p>
                {also}
            </div>
        </li>
    }
    .into_any()
}

/// The sentences of an article in which something was found, and how many more there are.
#[component]
fn Snippets(found: Found, number: u32) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let open = move |passage: &Passage| explorer.open_row(passage, Some(number));
    let sentences = found.sentences.into_iter().map(|(passage, text)| {
        let file = passage.file.clone();
        view! {
            <li><button class="serif" data-document=file on:click=move |_| open(&passage)>{runs(&text)}</button></li>
        }
        .into_any()
    });
    let label = format!("{} more", count(found.more));
    let more = found.next.map(|next| {
        view! {
            <li><button class="link" aria-description="sentences found in this article" on:click=move |_| open(&next)>{label}</button></li>
        }
    });
    view! { <ul class="found">{sentences.collect_view()}{more}</ul> }.into_any()
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
    let mut marks = String::new();
    let sentences = row.found.iter().flat_map(|found| &found.sentences).flat_map(|(_, runs)| runs);
    for run in row.runs.iter().chain(sentences).filter(|run| run.hit) {
        for end in [run.span.start, run.span.end] {
            marks.push_str(&end.to_string());
            marks.push(',');
        }
    }
    let more = row.found.as_ref().map_or(0, |found| found.more);
    let tags: String = row.tags.iter().map(|t| t.text.as_str()).collect();
    let notes = row.notes.join("|");
    let also = row.also.as_ref().map_or("", |also| also.label.as_str());
    let Row { passage, own, when_long, source, .. } = row;
    format!("{passage}|{}|{when_long}|{source}|{marks}|{more}|{tags}|{notes}|{also}", own.start)
}
