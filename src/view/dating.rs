//! The date of publication of an article as the reader sets it: the field, and what has been set.
//!
//! **Invariant:** what is typed stays in the field until it has taken effect, and why it did not is said beside it; what was
//! set stands there, with a way back, as long as it is set. Start at [`SetDate`] and [`DatesSet`].

use std::sync::atomic::{AtomicU32, Ordering};

use dateline_core::engine::passage::Passage;
use leptos::prelude::*;

use crate::explorer::{Correction, Explorer, Setting, correcting};
use crate::platform::{clipboard, element};

/// How many fields there have been: an article may have several, and each has an id.
static FIELDS: AtomicU32 = AtomicU32::new(0);

/// A button that opens a field for the date of an article.
#[component]
pub fn SetDate(
    /// The article.
    article: Passage,
    /// Its headline.
    title: String,
    /// What the button says.
    label: &'static str,
    /// The panel that has the focus once it is set.
    then: &'static str,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let open = RwSignal::new(false);
    let text = StoredValue::new(String::new());
    let wrong = RwSignal::new(String::new());
    let lines = RwSignal::new(String::new());
    let number = FIELDS.fetch_add(1, Ordering::Relaxed);
    let [field, says, button] =
        ["", "-says", "-button"].map(|of| StoredValue::new(format!("date-{number}{of}")));
    let of = format!(": {title}");
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        text.set_value(String::new());
        wrong.set(String::new());
        lines.set(String::new());
        if open.get_untracked() {
            element::focus_soon(field.get_value());
        }
    };
    let about = StoredValue::new((article, title));
    let set = move |e: leptos::ev::SubmitEvent| {
        e.prevent_default();
        let found = about.with_value(|about| text.with_value(|text| explorer.set_date(about, text, then)));
        wrong.set(found.as_ref().err().cloned().unwrap_or_default());
        lines.set(found.ok().flatten().unwrap_or_default());
    };
    let type_in = move |now: String| {
        text.set_value(now);
        wrong.set(String::new());
    };
    let going = move || is_going(explorer);
    // In the reader the line under the timeline may be out of sight.
    let beside = move || {
        let refused = || if then == "reader" { said(explorer) } else { String::new() };
        wrong.with(|wrong| if wrong.is_empty() { refused() } else { wrong.clone() })
    };
    let failed = move || wrong.with(|wrong| !wrong.is_empty());
    let escape = move |e: leptos::ev::KeyboardEvent| {
        if e.key() == "Escape" && open.get_untracked() {
            e.stop_propagation();
            open.set(false);
            element::focus_soon(button.get_value());
        }
    };
    // Where the page cannot set it, the build can.
    let by_hand = move || {
        lines.with(|lines| !lines.is_empty()).then(|| {
            view! {
                <span>"Here it cannot take effect: put this into decisions.toml beside the documents, and build again. "</span>
                <code>{lines}</code>
                <Copy text=lines />
            }
            .into_any()
        })
    };
    let form = move || {
        view! {
            <form on:submit=set>
                <label for=field.get_value()>"Published on"</label>
                <input
                    id=field.get_value() type="text" autocomplete="off" placeholder="5 Feb 2026"
                    aria-describedby=says.get_value() aria-invalid=move || failed().to_string()
                    on:input:target=move |e| type_in(e.target().value())
                />
                <button class="link" aria-disabled=move || going().to_string()>{move || if going() { "Setting…" } else { "Set" }}</button>
                <span id=says.get_value() class="wrong" aria-live="polite">{beside}</span>
            </form>
            <span role="status">{by_hand}</span>
        }
        .into_any()
    };
    view! {
        <span class="set-date" on:keydown=escape>
            <button class="link" id=button.get_value() aria-expanded=move || open.get().to_string() on:click=toggle>{label}<span class="unseen">{of}</span></button>
            {move || open.get().then(form)}
        </span>
    }
    .into_any()
}

/// The dates that the reader has set, each with a way back.
#[component]
pub fn DatesSet() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let all = explorer.corrections;
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let decisions = Signal::derive(move || all.with(|all| correcting::decisions(all)));
    let row = move |correction: Correction| {
        let Correction { article, title, .. } = correction.clone();
        let (file, opened, shown) = (article.file.clone(), article.clone(), correction.published.clone());
        let own = correction.clone();
        let how = move || explorer.out_of_effect(&own).unwrap_or("Date set by you");
        let (date, title) = (correction.date(), if title.is_empty() { file.clone() } else { title });
        view! {
            <div class="loose-strip" data-document=file>
                <span>{how}</span>
                <button class="serif" on:click=move |_| explorer.open(&opened)>{title.clone()}</button>
                <button class="link" title="Show it on the timeline" on:click=move |_| explorer.look_at(&shown)>{date}</button>
                <SetDate article title label="Change…" then="corrections" />
                <UndoDate correction />
            </div>
        }
        .into_any()
    };
    view! {
        {move || any.get().then(|| view! {
            <div id="corrections" class="dates-set" role="group" aria-label="Dates that you have set" tabindex="-1">
                <For each=move || all.get() key=|one| (one.article.clone(), one.published.clone()) children=row />
                <Copy text=decisions label="Copy for decisions.toml" />
            </div>
        }.into_any())}
        <p class="dates-said" aria-live="polite">{move || said(explorer)}</p>
    }
    .into_any()
}

/// What becomes of the last change, where that is not all.
fn said(explorer: Explorer) -> String {
    explorer.setting.with(|setting| match setting {
        Setting::Done => String::new(),
        Setting::Going => "The articles are put in order under the date…".to_owned(),
        Setting::Failed(why) | Setting::Refused(why) => why.clone(),
    })
}

fn is_going(explorer: Explorer) -> bool {
    explorer.setting.with(|setting| *setting == Setting::Going)
}

/// A button that takes a date back.
#[component]
pub fn UndoDate(
    /// The date.
    correction: Correction,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let title = "The article has the date again that its file gives, or none";
    let of = format!(": {}", correction.title);
    view! {
        <button
            class="link undo" title=title aria-disabled=move || is_going(explorer).to_string()
            on:click=move |_| explorer.unset_date(&correction.article)
        >"Undo the date"<span class="unseen">{of}</span></button>
    }
    .into_any()
}

/// A button that copies `text`, and says that it has.
#[component]
fn Copy(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What the button says.
    #[prop(default = "Copy")]
    label: &'static str,
) -> impl IntoView {
    let done = RwSignal::new(false);
    let copy = move |_| clipboard::copy(&text.get_untracked(), move |copied| done.set(copied));
    view! { <button class="link" on:click=copy>{move || if done.get() { "Copied" } else { label }}</button> }
        .into_any()
}
