//! What is shown, to keep: the timeline as a picture, the events as a table, as objects or as a calendar.
//!
//! **Invariant:** a file says what it shows, of which articles, and until when. Start at [`Export`].

use dateline_core::civil::{Interval, When};
use dateline_core::engine::Answer;
use dateline_core::engine::export::Export as Form;
use dateline_core::explore::query::Field;
use dateline_core::layout::date_text;
use dateline_core::layout::number_text::count;
use dateline_core::layout::timeline::picture::{Caption, alone};
use leptos::prelude::*;

use crate::app::{Drawer, toggle};
use crate::explorer::Explorer;
use crate::platform::{dropped, image};

/// How many publishers a picture names.
const MOST: usize = 8;

/// What there is to keep.
#[component]
pub fn Export(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let record = untrack(|| explorer.record());
    let picture = StoredValue::new(move || {
        explorer.answer.with_untracked(|answer| {
            let caption = Caption {
                says: answer.says.text.clone(),
                sources: sources(answer, record.last),
                key: record.forms.clone(),
            };
            alone(&answer.timeline, &caption)
        })
    });
    let svg = move |_| {
        dropped::save("dateline.svg", "image/svg+xml", &picture.with_value(|make| make()));
        toggle(drawer, Drawer::Closed);
    };
    let png = move |_| {
        image::save("dateline.png", &picture.with_value(|make| make()));
        toggle(drawer, Drawer::Closed);
    };
    let events = move |form: Form| {
        move |_| {
            let (query, sort) = explorer.route.with_untracked(|r| (r.query.clone(), r.view.sort));
            let save = move |text: String| {
                let (ending, kind) = form.kind();
                dropped::save(&format!("dateline.{ending}"), kind, &text);
            };
            explorer.port.with_untracked(|port| port.export((query, sort, form), save));
            toggle(drawer, Drawer::Closed);
        }
    };
    let found = explorer.part(|a| a.tabs);
    let label = move || match found.with(|tabs| tabs.first().copied().unwrap_or(0)) {
        1 => "The event found, as".to_owned(),
        n => format!("The {} events found, as", count(n)),
    };
    let form = |form: Form, label: &'static str| {
        view! { <li><button class="link" on:click=events(form)>{label}</button></li> }.into_any()
    };
    view! {
        <section id="export" class="menu" role="dialog" aria-label="Export" tabindex="-1">
            <p>"The timeline as it is drawn, as"</p>
            <ul>
                <li><button class="link" on:click=png>"Picture (PNG)"</button></li>
                <li><button class="link" on:click=svg>"Drawing (SVG)"</button></li>
            </ul>
            <p>{label}</p>
            <ul>
                {form(Form::Csv, "Table (CSV)")}
                {form(Form::Json, "Data (JSON)")}
                {form(Form::Calendar, "Calendar (ICS)")}
            </ul>
        </section>
    }
    .into_any()
}

/// Whose articles `answer` is of, and until when: `Al Jazeera, Morning Star and 2 more. Last article 7 February 2026.`
pub(super) fn sources(answer: &Answer, last: Option<i64>) -> String {
    let publishers = answer.facets.iter().filter(|facet| facet.group == Field::Publisher);
    let names: Vec<&str> =
        publishers.flat_map(|f| &f.values).filter(|v| v.count > 0).map(|v| v.name.as_str()).collect();
    let more = names.len().saturating_sub(MOST);
    let mut parts = vec![names.iter().take(MOST).copied().collect::<Vec<_>>().join(", ")];
    if more > 0 {
        parts.push(format!(" and {} more", count(more as u32)));
    }
    let day = last.and_then(|end| Interval { from: end - 1, to: end }.first_day());
    if let Some(day) = day {
        let stop = if names.is_empty() { "" } else { ". " };
        parts.push(format!("{stop}Last article {}.", date_text::long(&When::day(day))));
    }
    parts.concat()
}
