//! The page's state: one struct of signals and memos, whose methods are the reader's intents.
//!
//! **Invariant:** the route is the state; everything else here is derived from it, but for what the engine has answered
//! (written by the bridges alone, and kept until the next answer is there), the size of the drawing, and what goes on
//! right now: typing, dragging, explaining.
//! One intent is one step of history; while it goes on, the step is replaced. Start at [`Explorer::new`].

mod answered;
pub mod correcting;
mod going;
mod knowing;
mod lanes;
mod moving;
mod offering;
mod showing;
mod stepping;
mod typing;

use dateline_core::engine::passage::Passage;
use dateline_core::engine::place::Open;
use dateline_core::engine::row::Row;
use dateline_core::engine::sheet::Sheet;
use dateline_core::engine::{Answer, Ask, MarkName};
use dateline_core::explore::query::{Field, Scope};
use dateline_core::explore::{Query, Suggested};
use dateline_core::layout::timeline::{ItemId, Size};
use leptos::prelude::*;

pub use answered::First;
pub use correcting::{Correction, Setting};
pub use knowing::{day_at, number};

use crate::platform::element;
use crate::platform::engine::Port;
use crate::platform::location::{self, Step};
use crate::route::{Route, View};
pub use typing::Slips;

/// How many rows are asked for at first, and how many more each time the reader comes near the end of them: as many
/// as a tall screen shows, since every row costs time before the first one is seen.
pub const PAGE: u32 = 24;

/// How many rows stay while the reader types, who may have gone far down: a tall screen of compact ones.
const MOST_TYPED: u32 = 48;

/// How many rows the very first frame shows; the rest follows when it has been painted.
const FIRST: u32 = 6;

/// How many rows are shown while a range is dragged: those in sight; each one drawn would cost a frame its time.
const DRAGGED: u32 = 6;

/// Over how many frames the rest is spread: as one task it would keep a key waiting.
pub const FRAMES: usize = 5;

/// What the reader wants explained in the open document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Explained {
    /// The events of the open passage.
    Passage,
    /// A name, by mention index.
    Name(u32),
    /// A time, by time index.
    Time(u32),
    /// A figure, by figure index.
    Figure(u32),
    /// When the article was published.
    Published,
}

/// The state of the page. `Copy`, so that every view can hold it.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// Where the reader is.
    pub route: RwSignal<Route>,
    /// The engine's last answer.
    pub answer: RwSignal<Answer>,
    /// Whether a newer answer is on its way.
    pub waiting: RwSignal<bool>,
    /// The open document.
    pub sheet: RwSignal<Option<Sheet>>,
    /// The passage that the reader shows, or would show if the corpus held it: the route's, once its document is there.
    pub read: RwSignal<Option<Passage>>,
    /// The newest articles, once they have been asked for.
    pub newest: RwSignal<Vec<Row>>,
    /// What a mark says that had to be asked for, and the first item in it.
    pub named: RwSignal<Option<(ItemId, MarkName)>>,
    /// The text in the search box.
    pub draft: RwSignal<String>,
    /// What was typed and could not all be read as it looks.
    pub slips: RwSignal<Slips>,
    /// What could go on in the search box.
    pub offers: RwSignal<Vec<Suggested>>,
    /// Which of them the arrow keys have come to.
    pub offered: RwSignal<Option<usize>>,
    /// The text that they are wanted for.
    offering: StoredValue<Option<String>, LocalStorage>,
    /// A list of queries that was pasted or dropped.
    pub list: RwSignal<String>,
    /// What the query holds besides the draft.
    held: RwSignal<Query>,
    /// Whether the present step of history is still going on.
    ongoing: RwSignal<bool>,
    /// Whether the present step of history goes from place to place in the result.
    stepping: StoredValue<bool>,
    /// The number of the row that is open, where it is known.
    row: RwSignal<Option<u32>>,
    /// Whether something is being dragged: the sentence for screen readers waits.
    pub dragging: RwSignal<bool>,
    /// What waits while a range is dragged.
    behind: StoredValue<Behind>,
    /// The space for the drawing.
    pub size: RwSignal<Size>,
    /// How many rows are wanted.
    rows: RwSignal<u32>,
    /// How many frames have been painted, up to [`FRAMES`]: what can wait for the first one does, and is spread over some.
    pub painted: RwSignal<usize>,
    /// The mark whose note is shown.
    pub noted: RwSignal<Option<usize>>,
    /// The things of the bundle that is open.
    pub bundle: RwSignal<Vec<ItemId>>,
    /// The byte of the open document that is at the reader's upper edge, once they have scrolled.
    pub reading: RwSignal<Option<u32>>,
    /// What is explained in the reader.
    pub explained: RwSignal<Option<Explained>>,
    /// The engine's port; another one once the reader has corrected something.
    pub port: RwSignal<Port, LocalStorage>,
    /// The dates of publication that the reader has set.
    pub corrections: RwSignal<Vec<Correction>>,
    /// Whether this browser could not keep them.
    unkept: StoredValue<bool>,
    /// What becomes of the last change of them.
    pub setting: RwSignal<Setting>,
    /// What waits for the answer.
    then: StoredValue<Vec<Then>, LocalStorage>,
}

/// What waits for a frame of its own while a range is dragged.
#[derive(Debug)]
enum Behind {
    Nothing,
    /// The rows of an answer whose rest is shown.
    Rows,
    /// These, and the question that is asked after them.
    Question(Box<Ask>),
}

/// What happens once the answer is there.
type Then = Box<dyn FnOnce()>;

impl Explorer {
    /// The state at the address of `first`, with its answers in it.
    pub fn new(port: Port, first: First) -> Self {
        let asked = first.route.clone();
        let explorer = Self {
            route: RwSignal::new(Route::parse(&location::fragment())),
            answer: RwSignal::new(first.answer),
            waiting: RwSignal::new(false),
            sheet: RwSignal::new(first.sheet),
            read: RwSignal::new(first.route.view.open),
            newest: RwSignal::new(Vec::new()),
            named: RwSignal::new(None),
            draft: RwSignal::new(String::new()),
            slips: RwSignal::new(Slips::default()),
            offers: RwSignal::new(Vec::new()),
            offered: RwSignal::new(None),
            offering: StoredValue::new_local(None),
            list: RwSignal::new(String::new()),
            held: RwSignal::new(Query::default()),
            ongoing: RwSignal::new(false),
            stepping: StoredValue::new(false),
            row: RwSignal::new(None),
            dragging: RwSignal::new(false),
            behind: StoredValue::new(Behind::Nothing),
            size: RwSignal::new(first_size()),
            rows: RwSignal::new(FIRST),
            painted: RwSignal::new(0),
            noted: RwSignal::new(None),
            bundle: RwSignal::new(Vec::new()),
            reading: RwSignal::new(None),
            explained: RwSignal::new(Some(Explained::Passage)),
            port: RwSignal::new_local(port),
            corrections: RwSignal::new(correcting::kept().unwrap_or_default()),
            unkept: StoredValue::new(false),
            setting: RwSignal::new(first.refused.map_or(Setting::Done, Setting::Refused)),
            then: StoredValue::new_local(Vec::new()),
        };
        explorer.adopt();
        explorer.bridge(&asked);
        explorer.settle();
        explorer
    }

    /// Asks for the rest once the first frame has been painted, and lets a part of it be drawn in each of the next.
    fn settle(self) {
        let rest = move || {
            self.painted.update(|frames| *frames += 1);
            let frames = self.painted.get_untracked();
            if frames == 1 {
                self.rows.set(PAGE);
            }
            if frames < FRAMES {
                self.settle();
            }
        };
        when_painted(rest);
    }

    /// The bridges to the outside: questions to the engine, the title, and steps of the history to the route. What
    /// was asked at `asked` is answered already.
    fn bridge(self, asked: &Route) {
        let rows_come = self.answer.with_untracked(|answer| answer.coming);
        let elsewhere = rows_come || self.route.with_untracked(|route| route != asked);
        let ask = Memo::new(move |_| self.ask());
        let put = move |ask: &Ask, before: Option<&Ask>, _| {
            let passage = |ask: &Ask| ask.open.as_ref().map(|open| open.passage.clone());
            let open = passage(ask);
            if before.is_none_or(|before| passage(before) != open || before.query != ask.query) {
                self.fetch(open.as_ref(), &ask.query);
            }
            self.put_question(ask);
        };
        let put_anew = move || {
            self.port.track();
            ask.get()
        };
        Effect::watch(put_anew, put, elsewhere);
        let says = self.part(|a| a.says.clone());
        Effect::watch(move || says.with(showing::title), |title, _, _| location::title(title), true);
        location::on_change(move || {
            self.route.set(Route::parse(&location::fragment()));
            self.ongoing.set(false);
            self.stepping.set_value(false);
            self.row.set(None);
            self.explained.set(Some(Explained::Passage));
            self.adopt();
        });
    }

    fn ask(self) -> Ask {
        let row = self.row.get();
        let rows = if self.dragging.get() { self.rows.get().min(DRAGGED) } else { self.rows.get() };
        let ask = self.route.with(|route| question(route, rows, self.size.get()));
        Ask { open: ask.open.map(|open| Open { row, ..open }), ..ask }
    }

    /// A part of the answer, as a memo of its own, so that a panel changes only when its part does.
    pub fn part<T: PartialEq + Send + Sync + 'static>(self, of: fn(&Answer) -> T) -> Memo<T> {
        Memo::new(move |_| self.answer.with(of))
    }

    /// A part of the view, as a memo of its own.
    pub fn view<T: PartialEq + Send + Sync + 'static>(self, of: fn(&View) -> T) -> Memo<T> {
        Memo::new(move |_| self.route.with(|r| of(&r.view)))
    }

    /// Asks `query` instead of the present one.
    pub fn put(self, query: Query) {
        self.rows.set(PAGE);
        self.go(Step::Push, |route| route.query = query);
        self.adopt();
    }

    /// What is asked, in which tab and order, as a fragment: a search that can be kept.
    pub fn search(self) -> String {
        self.route.with(|route| {
            let view = View { tab: route.view.tab, sort: route.view.sort, ..View::default() };
            Route { query: route.query.clone(), view }.print()
        })
    }

    /// Asks a search that was kept.
    pub fn search_again(self, search: &str) {
        let Route { query, view } = Route::parse(search);
        self.rows.set(PAGE);
        self.go(Step::Push, |route| {
            route.query = query;
            (route.view.tab, route.view.sort) = (view.tab, view.sort);
        });
        self.adopt();
    }

    /// Asks for nothing in particular.
    pub fn clear(self) {
        self.put(Query::default());
    }

    /// Asks for `value` of `field`, or leaves it out if `excluded`; or no longer, if that was so.
    pub fn toggle(self, field: Field, value: &str, excluded: bool) {
        let chosen = self.answer.with_untracked(|answer| {
            let facets = answer.facets.iter().filter(|f| f.group == field);
            facets.flat_map(|f| &f.values).find(|v| v.name == value).and_then(|v| v.chosen)
        });
        let choice = (chosen != Some(!excluded)).then_some(!excluded);
        self.choose(field, value.to_owned(), choice);
    }

    /// Widens names and words to whole articles, or narrows them to the passage.
    pub fn set_scope(self, scope: Scope) {
        let query = self.route.with_untracked(|r| Query { scope, ..r.query.clone() });
        self.put(query);
    }

    /// Shows only what has no place in time.
    pub fn undated_only(self) {
        let query =
            self.route.with_untracked(|r| Query { ranges: Vec::new(), undated: true, ..r.query.clone() });
        self.put(query);
    }

    /// The address of `passage` under the present query.
    pub fn link(self, passage: &Passage) -> String {
        let mut route = self.route.get_untracked();
        route.view.open = Some(passage.clone());
        location::address(&route.print())
    }

    /// Explains `what`, or nothing, if that was explained.
    pub fn explain(self, what: Explained) {
        self.explained.update(|now| *now = if *now == Some(what) { None } else { Some(what) });
    }

    /// Whether there is a step to undo.
    pub fn can_undo(self) -> bool {
        self.route.track();
        location::steps() > 0.0
    }

    /// Undoes the last step.
    pub fn undo(self) {
        location::back();
    }

    fn go(self, step: Step, change: impl FnOnce(&mut Route)) {
        let shown = |r: &Route| (r.query.clone(), r.view.tab, r.view.sort);
        let before = self.route.with_untracked(shown);
        self.route.update(change);
        // While a range is dragged they have been there since it began, and to scroll makes the browser lay out the page.
        if !self.dragging.get_untracked() && self.route.with_untracked(shown) != before {
            element::to_top("results");
        }
        location::go(&self.route.with_untracked(Route::print), step);
        if step == Step::Push {
            self.ongoing.set(false);
            self.stepping.set_value(false);
        }
    }

    /// The first change of an intent is a step of its own, the following ones replace it.
    fn going(self) -> Step {
        if self.ongoing.get_untracked() { Step::Replace } else { Step::Push }
    }
}

/// The question for the first `rows` rows at `route`, with a drawing of `size`.
fn question(route: &Route, rows: u32, size: Size) -> Ask {
    let clocks = route.view.clocks && !route.view.table;
    Ask {
        // The port counts the questions.
        generation: 0,
        query: route.query.clone(),
        unit: route.view.tab,
        sort: route.view.sort,
        rows,
        open: route.view.open.clone().map(|passage| Open { passage, row: None }),
        window: route.view.window,
        size: if clocks { knowing::higher(size) } else { size },
        fold_gaps: !route.view.even,
        lanes: route.view.lanes.clone(),
        clocks,
    }
}

/// Calls `then` once the next frame has been painted: its callback runs before, a task that it posts runs after.
fn when_painted(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, std::time::Duration::ZERO));
}

/// A guess before the drawing is measured: the window's width.
fn first_size() -> Size {
    let (width, _) = crate::platform::size::window();
    Size { width, height: 212.0 }
}
