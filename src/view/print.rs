//! The printed page: what is shown in words, the drawing with its key, the rows as far as they go, and where it is from.
//!
//! **Invariant:** one page, in light colours; what does not fit is counted. It is made when somebody prints, and is no part
//! of the page before. Start at [`Printed`].

use dateline_core::annotate::Undated;
use dateline_core::engine::row::Row;
use dateline_core::layout::advance::Face;
use dateline_core::layout::number_text::count;
use dateline_core::layout::printed::{Columns, fits, lines};
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::picture;
use leptos::prelude::*;

use super::export::sources;
use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::part::runs::runs;
use crate::platform::scroll;

/// The page, as `style/print.css` has it: what A4 and Letter both hold across, and its sizes of type.
const PAGE: (f64, f64) = (964.0, 690.0);
const TITLE: f64 = 16.0;
const SMALL: f64 = 9.0;
const SERIF: f64 = 10.5;
const LINE: f64 = 1.3;
/// The columns of the list, and the space between them.
const COLUMNS: (u32, f64) = (4, 16.0);

/// The page, once somebody prints.
#[component]
pub fn Printed() -> impl IntoView {
    let asked = RwSignal::new(false);
    scroll::before_print(move || asked.set(true));
    view! { <Show when=move || asked.get()><Sheet /></Show> }
}

#[component]
fn Sheet() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let says = explorer.part(|a| a.says.text.clone());
    let summary = explorer.part(|a| a.timeline.summary.clone());
    let timeline = explorer.part(|a| a.timeline.clone());
    let rows = explorer.part(|a| a.rows.clone());
    let matched = explorer.part(|a| a.matched);
    let view_box =
        move || timeline.with(|t| format!("0 0 {} {}", px(t.size.0), px(t.size.1 + t.overview.size.1 + 6.0)));
    let drawn =
        move || timeline.with(|t| (t.size.1 + t.overview.size.1 + 6.0) * PAGE.0 / t.size.0.max(PAGE.0));
    let list = move || {
        let text = |text: &Memo<String>, face, size: f64| {
            text.with(|t| f64::from(lines(t, face, size, PAGE.0)) * size * LINE)
        };
        let head = text(&says, Face::SansStrong, TITLE) + text(&summary, Face::Sans, SMALL + 1.0);
        // The name, the key, what the page is from, and the space between them.
        (PAGE.1 - head - drawn() - 110.0).max(0.0)
    };
    let shown = Memo::new(move |_| {
        let wide = (PAGE.0 - f64::from(COLUMNS.0 - 1) * COLUMNS.1) / f64::from(COLUMNS.0);
        let columns = Columns { count: COLUMNS.0, height: list(), gap: 6.0 };
        rows.with(|rows| fits(rows.iter().map(|row| high(row, wide)), columns))
    });
    let more = move || match (matched.get() as usize).saturating_sub(shown.get()) {
        0 => String::new(),
        n => format!("and {} more", count(n as u32)),
    };
    let undated = move || {
        let reasons = |(why, rows): &(Undated, u32)| format!("{} {}", picture::reason(*why), count(*rows));
        let all = timeline.with(|t| t.undated.iter().map(reasons).collect::<Vec<_>>().join(", "));
        if all.is_empty() { all } else { format!("Not on the timeline: {all}.") }
    };
    // What bars fade with has names of its own here: those of the page are not found while it is hidden.
    let inside = move || timeline.with(picture::inside).replace("=\"url(#fade-", "=\"url(#paper-");
    let strip = move || timeline.with(|t| format!("translate(0 {})", px(t.size.1 + 6.0)));
    let from = move || explorer.answer.with(|answer| sources(answer, explorer.last()));
    view! {
        <section class="printed" aria-hidden="true">
            <p class="mast">"Dateline"</p>
            <p class="title">{says}</p>
            <p class="summary">{summary}" "{undated}</p>
            <svg class="drawing" viewBox=view_box style:height=move || px(drawn()) + "px">
                <defs inner_html=picture::FADES.replace("=\"fade-", "=\"paper-")></defs>
                <g inner_html=inside></g>
                <g class="overview" transform=strip inner_html=move || timeline.with(picture::strip)></g>
            </svg>
            <ul class="key">
                {move || explorer.record().forms.into_iter().map(|form| view! { <li><Glyph form />{form.meaning()}</li> }).collect_view()}
            </ul>
            <ol style:height=move || px(list()) + "px">
                {move || rows.with(|rows| rows.iter().take(shown.get()).map(entry).collect_view())}
            </ol>
            <p class="foot"><strong>{more}</strong><span>{from}</span><span>"Read by software: open the passage before you quote it."</span></p>
        </section>
    }
    .into_any()
}

/// When a row is, or why it has no time.
fn head(row: &Row) -> &str {
    if row.when_long.is_empty() { &row.head } else { &row.when_long }
}

/// How high a row is in a column of the width `wide`.
fn high(row: &Row, wide: f64) -> f64 {
    let small = |text: &str, face: Face, room: f64| f64::from(lines(text, face, SMALL, room)) * SMALL * LINE;
    let text: String = row.runs.iter().map(|run| run.text.as_str()).collect();
    let tags: f64 = row.tags.iter().map(|tag| small(&tag.text, Face::SansStrong, wide - 20.0)).sum();
    small(head(row), Face::SansStrong, wide)
        + tags
        + f64::from(lines(&text, Face::Serif, SERIF, wide)) * SERIF * LINE
        + small(&row.source, Face::Sans, wide)
}

fn entry(row: &Row) -> AnyView {
    let tags = row
        .tags
        .iter()
        .map(|tag| view! { <span class="tag"><Glyph form=tag.form />{tag.text.clone()}</span> });
    view! {
        <li>
            <p><strong>{head(row)}</strong></p>
            <p>{tags.collect_view()}</p>
            <p class="serif" data-document=row.passage.file.clone()>{runs(&row.runs)}</p>
            <p>{row.source.clone()}</p>
        </li>
    }
    .into_any()
}
