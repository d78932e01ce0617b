//! What has no place in time, by reason: counted beside the drawing, and shown as rows on a click.
//!
//! **Invariant:** nothing that is reported is left out of both the drawing and the tray.

use dateline_core::layout::number_text;
use dateline_core::layout::timeline::picture;
use leptos::prelude::*;

use crate::explorer::Explorer;

/// What is not on the timeline, by reason; a click shows just those rows.
#[component]
pub fn Tray() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let undated = explorer.part(|a| a.undated.clone());
    let all = move || number_text::count(undated.with(|u| u.iter().map(|(_, n)| n).sum()));
    view! {
        <Show when=move || undated.with(|u| !u.is_empty())>
            <div class="tray" role="group" aria-label="Not on the timeline">
                <p>"Not on the timeline"<span>": "{all}</span></p>
                <ul>
                    {move || undated.with(|u| u.iter().map(|(why, n)| {
                        view! { <li>{format!("{} · {}", picture::reason(*why), number_text::count(*n))}</li> }
                    }).collect_view())}
                </ul>
                <button class="link" on:click=move |_| explorer.undated_only()>"Show them"</button>
            </div>
        </Show>
    }
    .into_any()
}
