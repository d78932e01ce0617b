//! What a bundle holds, opened: every thing of it, told in full, and a click away from its passage.
//!
//! **Invariant:** it stands under the drawing and covers nothing; it is there as long as the drawing holds that bundle.
//! Start at [`Bundle`].

use dateline_core::engine::row::Row;
use dateline_core::layout::number_text::count;
use dateline_core::layout::timeline::Timeline;
use leptos::prelude::*;

use super::note::told;
use crate::explorer::Explorer;
use crate::platform::element;

/// The things of the bundle that [`Explorer::bundle`] names.
#[component]
pub fn Bundle(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let rows = RwSignal::new(Vec::<Row>::new());
    // The open thing comes to stand first in its bundle, which is the same one all the same.
    let held = Memo::new(move |_| {
        let ids = explorer.bundle.get();
        let held = |t: &Timeline| {
            let same = |held: &[_]| held.len() == ids.len() && ids.iter().all(|id| held.contains(id));
            Some(t.marks.iter().find(|mark| mark.things > 1 && same(&mark.ids))?.held())
        };
        drawing.with(held).map(|held| (ids, held)).unwrap_or_default()
    });
    let ids = Memo::new(move |_| held.with(|held| held.0.clone()));
    // The engine answers in its own time: what it says is of the bundle that was asked for, if that is still open.
    Effect::new(move || {
        let asked = ids.get();
        if asked.is_empty() {
            rows.set(Vec::new());
            // One that the drawing no longer holds is closed, and takes no Escape.
            return explorer.bundle.set(Vec::new());
        }
        explorer.tell(asked.clone(), move |told| {
            if ids.try_get_untracked() == Some(asked) {
                rows.set(told);
                element::focus_soon("bundle");
            }
        });
    });
    let item = move |row: Row| {
        let passage = row.passage.clone();
        view! { <li><button class="thing" on:click=move |_| explorer.open(&passage)>{told(row, false)}</button></li> }
    };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <div class="bundle" id="bundle" role="group" tabindex="-1" aria-label="What stands at this mark">
                <p>
                    <strong>{move || {
                        let (all, told) = (held.with(|held| held.1), rows.with(Vec::len));
                        let of = if told < all { format!("The first {} of ", count(told as u32)) } else { String::new() };
                        of + &count(all.max(told) as u32) + " at this mark"
                    }}</strong>
                    <button class="link" on:click=move |_| explorer.close_bundle()>"Close"</button>
                </p>
                <ul>{move || rows.get().into_iter().map(item).collect_view()}</ul>
            </div>
        </Show>
    }
    .into_any()
}
