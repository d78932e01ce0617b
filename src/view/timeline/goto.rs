//! The field in which a date is typed, to go there.
//!
//! **Invariant:** what is typed stays in the field, whether it could be read or not; what came of it is said under it.

use leptos::prelude::*;

use crate::explorer::Explorer;

/// The field.
#[component]
pub fn Goto() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let text = StoredValue::new(String::new());
    let said = RwSignal::new(None::<Result<String, String>>);
    let failed = Memo::new(move |_| said.with(|said| matches!(said, Some(Err(_)))));
    let go = move |e: leptos::ev::SubmitEvent| {
        e.prevent_default();
        said.set(Some(text.with_value(|text| explorer.go_to(text))));
    };
    let type_in = move |now: String| {
        text.set_value(now);
        said.set(None);
    };
    let says = move || {
        said.with(|said| match said {
            Some(Ok(words) | Err(words)) => words.clone(),
            None => String::new(),
        })
    };
    view! {
        <form class="goto" on:submit=go>
            <label for="goto">"Go to date"</label>
            <input
                id="goto" type="text" autocomplete="off" placeholder="5 Feb 2026" aria-describedby="goto-says"
                aria-invalid=move || failed.get().to_string() on:input:target=move |e| type_in(e.target().value())
            />
            <button class="link">"Go"</button>
        </form>
        <p id="goto-says" class="goto-says" class:unseen=move || !failed.get() aria-live="polite">{says}</p>
    }
    .into_any()
}
