//! Where the reader is reading, on the drawing: a quiet ring around the marks of the passage at the reader's upper edge.
//!
//! **Invariant:** it follows the scrolling frame by frame and asks the engine nothing: the open document says which events
//! each of its sentences tells. Start at [`Here`]; [`follow`] is the reader's side.

use dateline_core::engine::sheet::Sheet;
use dateline_core::layout::timeline::{Timeline, picture};
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::platform::scroll;

/// The rings.
#[component]
pub fn Here(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let own = Memo::new(move |_| {
        let at = explorer.reading.get()?;
        explorer.sheet.with(|sheet| sheet.as_ref().and_then(|sheet| told_at(sheet, at)))
    });
    let rings = move || {
        let Some((article, (from, to))) = own.get() else { return String::new() };
        let is_own = |event: Option<u32>| event.is_some_and(|event| (from..to).contains(&event));
        drawing.with(|t| {
            let marks = t
                .marks
                .iter()
                .filter(|mark| mark.ids.iter().any(|id| id.article == article && is_own(id.event)));
            marks.map(picture::ring).collect()
        })
    };
    view! { <g class="here" aria-hidden="true" inner_html=rings></g> }
}

/// The article and its events in the last sentence at or before byte `at` that tells any.
fn told_at(sheet: &Sheet, at: u32) -> Option<(u32, (u32, u32))> {
    let pieces = sheet.blocks.iter().flat_map(|block| &block.pieces);
    let before = pieces.take_while(|piece| piece.span.start <= at);
    let told = before.filter(|piece| piece.numbers.0 < piece.numbers.1).last()?;
    Some((sheet.article, told.numbers))
}

/// Follows the scrolling of the reader, a frame at a time.
pub fn follow(explorer: Explorer) -> impl Fn() + Copy + 'static {
    let looking = StoredValue::new(false);
    move || {
        if !looking.get_value() {
            looking.set_value(true);
            request_animation_frame(move || {
                looking.set_value(false);
                let now = scroll::on_top("reader", ".sentence");
                if now != explorer.reading.get_untracked() {
                    explorer.reading.set(now);
                }
            });
        }
    }
}
