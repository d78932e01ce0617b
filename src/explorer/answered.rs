//! What the engine has answered: the first answers, those that follow, and what waits for them.
//!
//! **Invariant:** an answer may come at once or later, and nothing here depends on which: what is shown stays until the
//! next answer is there, and what the reader has done meanwhile is not undone by it.
//! Start at [`First::at`], and [`Explorer::put_question`] for those that follow.

use dateline_core::engine::passage::Passage;
use dateline_core::engine::row::Row;
use dateline_core::engine::sheet::Sheet;
use dateline_core::engine::{Answer, Ask, MarkName};
use dateline_core::explore::Query;
use dateline_core::explore::query::Field;
use dateline_core::layout::timeline::ItemId;
use leptos::prelude::*;

use super::{Behind, DRAGGED, Explorer, FIRST, PAGE, first_size, question, when_painted};
use crate::platform::element;
use crate::platform::engine::Port;
use crate::platform::engine::question::Question;
use crate::platform::location;
use crate::route::Route;

/// How many articles are offered while none is open.
const NEWEST: u32 = 8;

/// What the first frame shows.
pub struct First {
    /// Where the reader enters.
    pub route: Route,
    /// What matches there.
    pub answer: Answer,
    /// The document that is open there.
    pub sheet: Option<Sheet>,
    /// Why the reader's corrections could not be made, where there are any.
    pub refused: Option<String>,
}

impl First {
    /// Asks for the first answers at the present address, and hands them to `then` when they are all there: a page
    /// that was mounted before would show an empty frame.
    pub fn at(port: &Port, refused: Option<String>, then: impl FnOnce(Self) + 'static) {
        let route = Route::parse(&location::fragment());
        let ask = question(&route, FIRST, first_size());
        let documents = port.clone();
        port.ask(ask, move |answer| {
            let Some(open) = route.view.open.clone() else {
                return then(Self { route, answer, sheet: None, refused });
            };
            documents.document(open, route.query.clone(), move |sheet| {
                then(Self { route, answer, sheet, refused });
            });
        });
    }
}

impl Explorer {
    /// Asks `ask`; what is shown stays until its answer is there.
    pub(super) fn put_question(self, ask: &Ask) {
        self.waiting.set(true);
        if !self.dragging.get_untracked() {
            self.behind.set_value(Behind::Nothing);
        } else if self.behind.with_value(|behind| !matches!(behind, Behind::Nothing)) {
            self.behind.set_value(Behind::Question(Box::new(ask.clone())));
            return;
        }
        let again = ask.clone();
        let take = move |mut answer: Answer| {
            let coming = answer.coming;
            if self.dragging.get_untracked() {
                self.keep_rows_back(&mut answer);
            } else {
                self.spread_rows(&mut answer);
            }
            self.answer.set(answer);
            self.waiting.set(false);
            for then in self.then.try_update_value(std::mem::take).unwrap_or_default() {
                request_animation_frame(then);
            }
            if coming {
                self.port.with_untracked(|port| port.ask_rows(again, move |answer| self.answer.set(answer)));
            }
        };
        self.port.with_untracked(|port| port.ask(ask.clone(), take));
    }

    /// While a range is dragged every frame has its answer: its rows are drawn in the frame after the rest, since with it
    /// they would be too much for one, and nothing is asked before that.
    fn keep_rows_back(self, answer: &mut Answer) {
        let shown = self.answer.with_untracked(|a| a.rows.clone());
        let rows = std::mem::replace(&mut answer.rows, shown);
        self.behind.set_value(Behind::Rows);
        let generation = answer.generation;
        when_painted(move || {
            if self.answer.with_untracked(|a| a.generation != generation) {
                return;
            }
            let behind = self.behind.try_update_value(|now| std::mem::replace(now, Behind::Nothing));
            // Where the hand has let go, they come with the next answer.
            if matches!(behind, None | Some(Behind::Nothing)) {
                return;
            }
            self.answer.update(|answer| answer.rows = rows);
            if let Some(Behind::Question(ask)) = behind {
                self.put_question(&ask);
            }
        });
    }

    /// Where few rows are shown and many come, they are drawn over some frames.
    fn spread_rows(self, answer: &mut Answer) {
        let shown = self.answer.with_untracked(|a| a.rows.len()).max(DRAGGED as usize);
        let at = shown + DRAGGED as usize;
        if shown > DRAGGED as usize || answer.rows.len() <= at {
            return;
        }
        let rest = answer.rows.split_off(at);
        let generation = answer.generation;
        when_painted(move || {
            if self.answer.with_untracked(|a| a.generation == generation) {
                let mut whole = self.answer.get_untracked();
                whole.rows.extend(rest);
                self.spread_rows(&mut whole);
                self.answer.set(whole);
            }
        });
    }

    /// Gets the document of `open`; the one in the reader stays until it is there.
    pub(super) fn fetch(self, open: Option<&Passage>, query: &Query) {
        let Some(open) = open.cloned() else {
            self.port.with_untracked(Port::close);
            change(self.sheet, None);
            change(self.read, None);
            return;
        };
        let passage = open.clone();
        let take = move |sheet| {
            change(self.sheet, sheet);
            change(self.read, Some(open));
        };
        self.port.with_untracked(|port| port.document(passage, query.clone(), take));
    }

    /// Calls `then` at a frame that shows the answer to what has just been asked.
    pub fn when_answered(self, then: impl FnOnce() + 'static) {
        // The question itself is asked after what the reader has just done, and before the next frame.
        request_animation_frame(move || {
            if self.waiting.get_untracked() {
                self.then.update_value(|all| all.push(Box::new(then)));
            } else {
                then();
            }
        });
    }

    /// Asks for `value` of `field` as `choice` says; for a name in whatever spelling the query has it.
    pub(super) fn choose(self, field: Field, value: String, choice: Option<bool>) {
        let query = self.route.with_untracked(|r| r.query.clone());
        let (before, again) = (query.clone(), value.clone());
        let take = move |chosen| {
            // Where the reader has asked for something else meanwhile, that is what the value joins.
            if self.route.with_untracked(|r| r.query == before) {
                self.put(chosen);
            } else {
                self.choose(field, again, choice);
            }
        };
        self.port.with_untracked(|port| port.choose(query, (field, value), choice, take));
    }

    /// Hands what the mark `index` says to `then`: where marks are many it is asked for, and kept as the last one.
    pub fn name(self, index: usize, then: impl FnOnce(MarkName) + 'static) {
        let known = self.answer.with_untracked(|a| a.marks.get(index).cloned());
        let mark = self.answer.with_untracked(|a| a.timeline.marks.get(index).cloned());
        let (Some(mark), None) = (mark, &known) else {
            return then(known.unwrap_or_default());
        };
        let Some(first) = mark.ids.first().copied() else { return };
        let take = move |name: MarkName| {
            self.named.set(Some((first, name.clone())));
            then(name);
        };
        self.port.with_untracked(|port| port.name(mark, take));
    }

    /// Gets the newest articles, once.
    pub fn get_newest(self) {
        if self.newest.with_untracked(Vec::is_empty) {
            self.port.with_untracked(|port| {
                port.rows(Question::Newest(NEWEST), move |rows| self.newest.set(rows));
            });
        }
    }

    /// A page of the rows of the open tab, from the one with the index `from` on.
    pub fn rows_from(self, from: u32, take: impl FnOnce(Vec<Row>) + 'static) {
        let ask = Ask { rows: PAGE, ..untrack(move || self.ask()) };
        self.port.with_untracked(|port| port.rows(Question::Page(ask, from), take));
    }

    /// What stands at the mark `ids`, in full.
    pub fn tell(self, ids: Vec<ItemId>, take: impl FnOnce(Vec<Row>) + 'static) {
        self.port.with_untracked(|port| port.rows(Question::Told(ids), take));
    }

    /// Closes the bundle, and gives the focus back to the marks.
    pub fn close_bundle(self) {
        self.bundle.set(Vec::new());
        element::focus("marks");
    }

    /// All rows of the open tab, for a copy.
    pub fn all_rows(self, take: impl FnOnce(Vec<Row>) + 'static) {
        let ask = Ask { rows: u32::MAX, ..untrack(move || self.ask()) };
        self.port.with_untracked(|port| port.ask_once(ask, |answer| take(answer.rows)));
    }
}

/// Sets `signal` where it is another value: in the same document the reader moves, and draws nothing anew.
fn change<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
