//! The note beside the mark that the pointer or the keyboard is at: what is said there, in full, and why it stands there.
//!
//! **Invariant:** it is never over its mark, and the pointer goes through it; Escape closes it, and touch never opens it,
//! since a finger would lie on it. What it says comes from the engine. Start at [`Note`].

use dateline_core::engine::row::Row;
use dateline_core::layout::number_text::count;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::{Timeline, note};
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::part::runs::runs;
use crate::platform::{element, size};

/// The most things that are told of a bundle.
const MOST: usize = 5;

/// What is told: the mark, its things, and how many more it holds.
type Told = (usize, Vec<Row>, usize);

/// The note of the mark that [`Explorer::noted`] names.
#[component]
pub fn Note(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let at = explorer.noted;
    let told = RwSignal::new(None::<Told>);
    let ids = Memo::new(move |_| {
        let at = at.get()?;
        Some((at, drawing.with(|t| t.marks.get(at).map(|mark| (mark.ids.clone(), mark.held())))?))
    });
    // The engine answers in its own time: what it says is of the mark that was asked for.
    Effect::new(move || {
        let Some((mark, (ids, held))) = ids.get() else { return told.set(None) };
        let more = held.saturating_sub(ids.len().min(MOST));
        let first = ids.into_iter().take(MOST).collect();
        explorer.tell(first, move |rows| {
            if at.try_get_untracked().flatten() == Some(mark) {
                told.set(Some((mark, rows, more)));
            }
        });
    });
    view! {
        {move || told.get().map(|(mark, rows, more)| {
            let shape = drawing.with(|t| t.marks.get(mark).map(|mark| mark.shape));
            let (x, y) = element::offset("drawing", (0, 0));
            let place = note::place(&shape?, (-x, -y), size::window());
            let [left, width, inset, high] = [place.left, place.width, place.inset, place.high].map(|n| px(n) + "px");
            let (top, bottom) = if place.up { ("auto".to_owned(), inset) } else { (inset, "auto".to_owned()) };
            let several = (rows.len() > 1).then(|| match more {
                0 => format!("{} here", count(rows.len() as u32)),
                more => format!("The first {} of {} here", count(rows.len() as u32), count((rows.len() + more) as u32)),
            });
            let several = several.map(|says| view! { <p class="several">{says}</p> });
            let all = rows.into_iter().map(|row| self::told(row, several.is_some())).collect_view();
            Some(view! {
                <div id="note" class="note" aria-hidden="true" style:left=left style:width=width style:top=top style:bottom=bottom style:max-height=high>
                    {several}{all}
                </div>
            })
        })}
    }
    .into_any()
}

/// One thing: when, in which form and by whom, the whole passage, its source, and, unless it is one among several, why.
pub fn told(row: Row, among: bool) -> AnyView {
    let tags =
        row.tags.into_iter().map(|tag| view! { <span class="tag"><Glyph form=tag.form />{tag.text}</span> });
    let why = row
        .notes
        .into_iter()
        .next()
        .filter(|_| !among)
        .map(|why| view! { <p class="because">"Why here: "{why}</p> });
    let weekday = (!row.when.1.is_empty()).then(|| format!(", {}", row.when.1));
    let text = (!row.runs.is_empty()).then(|| {
        view! { <p class="serif" data-document=row.passage.file.clone()>{runs(&row.runs)}</p> }
    });
    view! {
        <div class="told">
            <p><strong>{row.when_long}</strong>{weekday}</p>
            <p>{tags.collect_view()}</p>
            {text}
            <p class="source">{row.source}</p>
            {why}
        </div>
    }
    .into_any()
}
