//! One block of the open document: its sentences, its marks, and under it why a mark is believed.
//!
//! **Invariant:** one tab stop a paragraph; the arrow keys go through its marks, Enter explains. An explanation stands
//! under the paragraph and never over the sentence it explains.

use std::collections::BTreeSet;

use dateline_core::engine::explain::Explanation;
use dateline_core::engine::run::Run;
use dateline_core::engine::sheet::{Piece, SheetBlock};
use dateline_core::read::BlockKind;
use dateline_core::span::Span;
use leptos::prelude::*;

use super::reader::Reasons;
use crate::explorer::{Explained, Explorer};
use crate::part::runs::class;

/// A block.
#[component]
pub fn Paragraph(
    /// What it holds.
    block: SheetBlock,
    /// Explanations of the document's names, times and figures.
    why: StoredValue<Reasons>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = Memo::new(move |_| explorer.read.with(|p| p.as_ref().map(|p| p.span)).unwrap_or_default());
    let here = block.span;
    let pieces = StoredValue::new(block.pieces.clone());
    let marks = StoredValue::new(marks(&block.pieces));
    let at = RwSignal::new(None::<usize>);
    let current = Memo::new(move |_| at.get().and_then(|i| marks.with_value(|m| m.get(i).copied())));
    let on_key = move |e: leptos::ev::KeyboardEvent| {
        let last = marks.with_value(Vec::len).saturating_sub(1);
        match e.key().as_str() {
            "ArrowRight" => at.update(|a| *a = Some(a.map_or(0, |i| (i + 1).min(last)))),
            "ArrowLeft" => at.update(|a| *a = Some(a.map_or(last, |i| i.saturating_sub(1)))),
            "Enter" => {
                if let Some((what, _)) = current.get_untracked() {
                    explorer.explain(what);
                }
            }
            _ => return,
        }
        e.prevent_default();
    };
    let shown = move || {
        let explained = explorer.explained.get();
        let all = pieces.with_value(|pieces| match explained? {
            Explained::Passage => {
                let open = opened.get();
                let touched = pieces.iter().filter(|p| p.sentence && p.span.overlaps(open));
                Some(touched.flat_map(|p| p.events.clone()).collect::<Vec<_>>())
            }
            what => {
                let (_, span) = marks.with_value(|m| m.iter().find(|(w, _)| *w == what).copied())?;
                here.contains(span).then(|| why.with_value(|why| why.of(what)).into_iter().collect())
            }
        });
        all.filter(|all| !all.is_empty()).map(|all| view! { <Explain all /> })
    };
    let class = format!("block {}", block.kind.name());
    let label = match block.kind {
        BlockKind::Caption => Some(view! { <span class="label">"Caption"</span> }),
        _ => None,
    };
    let texts =
        block.pieces.into_iter().map(move |piece| sentence(explorer, piece, opened, current)).collect_view();
    view! {
        <div class=class>
            {label}
            <p tabindex="0" on:keydown=on_key on:blur=move |_| at.set(None)>{texts}</p>
            {shown}
        </div>
    }
    .into_any()
}

/// Explanations, set out like arithmetic.
#[component]
pub fn Explain(
    /// What is explained.
    all: Vec<Explanation>,
) -> impl IntoView {
    let shown = all.into_iter().map(|one| {
        let words = (!one.words.is_empty()).then(|| format!("“{}” ", one.words));
        let lines = one.lines.into_iter().map(|(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> });
        view! { <div class="one"><strong>{words}{one.is}</strong><dl>{lines.collect_view()}</dl></div> }
    });
    view! { <aside class="why" aria-label="Why">{shown.collect_view()}</aside> }
}

fn sentence(
    explorer: Explorer,
    piece: Piece,
    opened: Memo<Span>,
    current: Memo<Option<(Explained, Span)>>,
) -> AnyView {
    let span = piece.span;
    if !piece.sentence {
        return piece.runs.iter().map(|r| r.text.clone()).collect::<String>().into_any();
    }
    let now = Memo::new(move |_| span.overlaps(opened.get()));
    let id = move || (now.get() && opened.get().start >= span.start).then_some("opened");
    let runs = piece.runs.into_iter().map(move |run| marked(explorer, run, current)).collect_view();
    view! { <span class="sentence" class:now=now id=id data-at=span.start.to_string()>{runs}</span> }
        .into_any()
}

fn marked(explorer: Explorer, run: Run, current: Memo<Option<(Explained, Span)>>) -> AnyView {
    let mut class = class(&run);
    if run.figure.is_some() {
        class.push_str(" figure");
    }
    let span = run.span;
    match what(&run) {
        Some(what) => {
            let focused = move || current.get().is_some_and(|(w, s)| w == what && s == span);
            view! {
                <span class=class class:focused=focused on:click=move |_| explorer.explain(what)>{run.text}</span>
            }
            .into_any()
        }
        None if class.is_empty() => run.text.into_any(),
        None => view! { <span class=class>{run.text}</span> }.into_any(),
    }
}

fn what(run: &Run) -> Option<Explained> {
    let word = run.time.map(Explained::Time).or(run.name.map(|(_, i)| Explained::Name(i)));
    word.or(run.figure.map(Explained::Figure))
}

/// The marks of a block in text order, each with its first run.
fn marks(pieces: &[Piece]) -> Vec<(Explained, Span)> {
    let mut seen = BTreeSet::new();
    let all = pieces.iter().flat_map(|p| &p.runs).filter_map(|r| Some((what(r)?, r.span)));
    all.filter(|(what, _)| seen.insert(*what)).collect()
}
