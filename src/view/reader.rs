//! The reader: one document whole, with what the software read in it and why.
//!
//! **Invariant:** the text is all there, byte for byte; furniture is folded, not left out.
//! Start at [`Reader`]; [`super::paragraph`] shows one block.

use dateline_core::engine::Answer;
use dateline_core::engine::explain::Explanation;
use dateline_core::engine::passage::Passage;
use dateline_core::engine::sheet::{Sheet, SheetBlock};
use dateline_core::explore::Unit;
use dateline_core::layout::number_text::count;
use dateline_core::read::{BlockKind, Dated};
use dateline_core::span::Span;
use leptos::prelude::*;

use super::dating::{SetDate, UndoDate};
use super::paragraph::{Explain, Paragraph};
use super::row::RowView;
use super::timeline::here::follow;
use crate::explorer::{Explained, Explorer, FRAMES};
use crate::part::runs::runs;
use crate::platform::{clipboard, element, size};

/// The panel.
#[component]
pub fn Reader() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let follow = follow(explorer);
    Effect::watch(
        move || explorer.read.get(),
        move |open, before, _| match (open, before.is_some_and(Option::is_some)) {
            (Some(_), was) => {
                explorer.reading.set(None);
                element::reveal("#opened", true);
                follow();
                element::reveal("#results .row.open", false);
                if !was {
                    element::remember();
                    if size::narrow() {
                        element::focus_soon("reader");
                    }
                }
            }
            (None, true) => element::give_back("results"),
            (None, false) => {}
        },
        true,
    );
    let marks = RwSignal::new("all".to_owned());
    let reading = Memo::new(move |_| explorer.sheet.with(Option::is_some));
    view! {
        <section id="reader" class="reader" role="region" aria-label="Reader" tabindex="-1" data-marks=marks on:scroll=move |_| follow()>
            {move || reading.get().then(|| view! { <Bar marks /> })}
            {move || explorer.sheet.with(|sheet| match sheet {
                Some(sheet) => view! { <Article sheet=sheet.clone() /> }.into_any(),
                None => view! { <Nothing missing=explorer.read.get() /> }.into_any(),
            })}
        </section>
    }
    .into_any()
}

#[component]
fn Nothing(missing: Option<Passage>) -> impl IntoView {
    let message = match missing {
        Some(passage) => format!(
            "This corpus does not hold {} with the bytes {}…: the link was made over another version or another corpus.",
            passage.file, passage.hash
        ),
        None => "Choose an event, an article, a quotation or a figure to read it where it stands.".to_owned(),
    };
    let explorer = expect_context::<Explorer>();
    Effect::new(move || {
        explorer.port.track();
        if explorer.painted.get() >= FRAMES {
            explorer.get_newest();
        }
    });
    view! {
        <div class="nothing">
            <p>{message}</p>
            <h2 class="month">"The newest articles"</h2>
            <ol>{move || explorer.newest.get().into_iter().map(|row| view! { <RowView row /> }).collect_view()}</ol>
        </div>
    }
    .into_any()
}

#[component]
fn Article(sheet: Sheet) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let file = sheet.passage.file.clone();
    let blocks = fold(&sheet);
    let why = StoredValue::new(Reasons {
        names: sheet.mentions.clone(),
        times: sheet.times.clone(),
        figures: sheet.figures.clone(),
    });
    let shown = blocks.into_iter().map(move |blocks| {
        if blocks.first().is_some_and(|b| b.kind.is_folded()) {
            let label = folded(&blocks);
            let opened = blocks.iter().map(|b| b.span).collect::<Vec<_>>();
            let holds = move || {
                let open = explorer.read.with(|read| read.as_ref().map(|p| p.span));
                open.is_some_and(|open| opened.iter().any(|span| span.overlaps(open)))
            };
            let reasons = reasons(&blocks);
            let inside = blocks.into_iter().map(|block| view! { <Paragraph block why /> });
            view! {
                <details class="folded" open=holds>
                    <summary>{label}</summary><p class="reasons">{reasons}</p>{inside.collect_view()}
                </details>
            }
            .into_any()
        } else {
            blocks.into_iter().map(|block| view! { <Paragraph block why /> }).collect_view().into_any()
        }
    });
    let shown = shown.collect_view();
    view! {
        <article class="article" data-document=file>
            <Meta sheet=sheet.clone() />
            {shown}
        </article>
    }
    .into_any()
    .add_any_attr(leptos::attr::custom::custom_attribute("data-open", move || {
        explorer.explained.get().is_some().to_string()
    }))
}

/// The places before and after, which marks to show, copy and close. It stays while one document follows another, so that
/// a button that was pressed keeps the focus.
#[component]
fn Bar(marks: RwSignal<String>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let said = move || {
        let open = explorer.read.with(|read| read.as_ref().map(|open| open.span)).unwrap_or_default();
        explorer.sheet.with(|sheet| {
            let hits = sheet.as_ref().map_or(&[][..], |sheet| &sheet.hits);
            explorer.answer.with(|answer| position(answer, open, hits))
        })
    };
    let step = move |on: bool, label: &'static str, sign: &'static str| {
        let none = Memo::new(move |_| explorer.beside(on).is_none());
        view! {
            <button class="icon" aria-label=label aria-disabled=move || none.get().to_string() on:click=move |_| explorer.step(on)>{sign}</button>
        }
    };
    let copied = RwSignal::new(None::<Passage>);
    let copy = move |_| {
        if let Some(open) = explorer.read.get_untracked() {
            clipboard::copy(&explorer.link(&open), move |done| copied.set(done.then_some(open)));
        }
    };
    let copy_label = move || {
        let open = explorer.read.get();
        if open.is_some() && copied.get() == open { "Copied" } else { "Copy link" }
    };
    view! {
        <div class="reader-bar">
            <div class="hits">
                {step(false, "Previous", "‹")}
                <span>{said}</span>
                {step(true, "Next", "›")}
            </div>
            <label class="marks-choice"><span>"Marks "</span>
                <select on:change:target=move |e| marks.set(e.target().value()) prop:value=marks>
                    <option value="all">"all"</option>
                    <option value="names">"names"</option>
                    <option value="times">"times"</option>
                    <option value="none">"none"</option>
                </select>
            </label>
            <button class="link" on:click=copy>{copy_label}</button>
            <button class="icon" aria-label="Close reader" on:click=move |_| explorer.close()>"✕"</button>
        </div>
    }
    .into_any()
}

/// `12 of 340 events`, and in the tab of articles which hit of the open one: `12 of 340 articles, hit 2 of 5`.
fn position(answer: &Answer, open: Span, hits: &[Span]) -> String {
    let (unit, all) = (answer.unit, answer.matched);
    let noun = if all == 1 { unit.one() } else { unit.name() };
    let row = match answer.place.as_ref().map_or(0, |place| place.position) {
        0 => format!("In none of {} {noun}", count(all)),
        at => format!("{} of {} {noun}", count(at), count(all)),
    };
    match hits.iter().position(|hit| unit == Unit::Articles && hit.overlaps(open)) {
        Some(hit) => format!("{row}, hit {} of {}", count(hit as u32 + 1), count(hits.len() as u32)),
        None => row,
    }
}

/// Publisher, date and why, headline, author, file.
#[component]
fn Meta(sheet: Sheet) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let title = (!sheet.title.is_empty()).then(|| view! { <h2>{runs(&sheet.title)}</h2> });
    let author =
        if sheet.author.is_empty() { "Author not given".to_owned() } else { format!("By {}", sheet.author) };
    let incomplete = sheet.incomplete.then(|| view! { <span class="warning">"may be incomplete"</span> });
    let origins =
        (!sheet.origins.is_empty()).then(|| view! { <span>{format!("Origin: {}", sheet.origins)}</span> });
    let language = (!sheet.language.is_empty())
        .then(|| view! { <span>{format!("Language: {}", sheet.language)}</span> });
    let url = (!sheet.url.is_empty()).then(|| view! { <span class="url">{sheet.url.clone()}</span> });
    let problems = sheet.problems.iter().map(|p| view! { <p class="problem">{p.clone()}</p> }).collect_view();
    let why = StoredValue::new(sheet.why);
    let headline: String = sheet.title.iter().map(|run| run.text.as_str()).collect();
    let label = match sheet.dated {
        Dated::Stated => "",
        Dated::Decided => "Change…",
        Dated::Inferred | Dated::Unknown => "Set this article’s date…",
    };
    let (own, article) = (sheet.passage.clone(), sheet.passage.clone());
    let set_date =
        (!label.is_empty()).then(|| view! { <SetDate article title=headline label then="reader" /> });
    let undo = Memo::new(move |_| explorer.set_for(&own));
    let asked = move || explorer.explained.get() == Some(Explained::Published);
    view! {
        <div class="kick">
            <strong>{sheet.publisher}</strong>" · "
            <button class="link date" aria-expanded=move || asked().to_string() on:click=move |_| explorer.explain(Explained::Published)>{sheet.published}</button>
            {set_date}
            {move || undo.get().map(|correction| view! { <UndoDate correction /> })}
        </div>
        <Show when=asked><Explain all=vec![why.get_value()] /></Show>
        {title}
        <p class="meta">
            {incomplete}<span>{author}</span>{origins}{language}
            <span>{format!("{} words", count(sheet.words))}</span>
            <span>{sheet.passage.file.clone()}</span>
            <span title=sheet.sha256.clone()>{format!("SHA-256 {}…", sheet.passage.hash)}</span>
            {url}
        </p>
        {problems}
    }
    .into_any()
}

/// The blocks in runs: folded ones together, the headline that stands on top already left out.
fn fold(sheet: &Sheet) -> Vec<Vec<SheetBlock>> {
    let on_top = sheet.title.first().map(|r| r.span).unwrap_or_default();
    let head: Span = sheet.title.iter().fold(on_top, |all, r| all.join(r.span));
    let mut out: Vec<Vec<SheetBlock>> = Vec::new();
    for block in sheet.blocks.iter().filter(|b| !(b.kind == BlockKind::Title && head.contains(b.span))) {
        match out.last_mut() {
            Some(last) if last.first().is_some_and(|b| kin(b.kind) == kin(block.kind)) => {
                last.push(block.clone());
            }
            _ => out.push(vec![block.clone()]),
        }
    }
    out
}

/// Folded kinds stand apart from each other, since each fold says what is in it; everything else is one story.
fn kin(kind: BlockKind) -> BlockKind {
    if kind.is_folded() { kind } else { BlockKind::Paragraph }
}

fn folded(blocks: &[SheetBlock]) -> String {
    let n = blocks.len();
    let kind = blocks.first().map_or(BlockKind::Furniture, |b| b.kind);
    match (kind, n) {
        (BlockKind::Related, 1) => "1 headline of another article, folded".to_owned(),
        (BlockKind::Related, n) => format!("{n} headlines of other articles, folded"),
        (BlockKind::Metadata, _) => "What the file says of itself, folded".to_owned(),
        (_, 1) => "1 line of the page around it, folded".to_owned(),
        (_, n) => format!("{n} lines of the page around it, folded"),
    }
}

/// Why these lines are taken for something else than the story, each reason once.
fn reasons(blocks: &[SheetBlock]) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for block in blocks {
        if !block.why.is_empty() && !reasons.contains(&block.why.as_str()) {
            reasons.push(&block.why);
        }
    }
    format!("Folded because: {}.", reasons.join("; "))
}

/// The explanations of what is marked in the open document, each list by its own index.
pub struct Reasons {
    names: Vec<Explanation>,
    times: Vec<Explanation>,
    figures: Vec<Explanation>,
}

impl Reasons {
    /// The explanation of `what`.
    pub fn of(&self, what: Explained) -> Option<Explanation> {
        match what {
            Explained::Name(i) => self.names.get(i as usize).cloned(),
            Explained::Time(i) => self.times.get(i as usize).cloned(),
            Explained::Figure(i) => self.figures.get(i as usize).cloned(),
            Explained::Passage | Explained::Published => None,
        }
    }
}
