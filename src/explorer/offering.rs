//! Suggestions under the search box, and lists of queries given to it.
//!
//! **Invariant:** never in the way: the answer to what was typed comes first, nothing is chosen until an arrow key or a
//! click chooses it, and what is offered for an older text stays only until the next offers are there, and cannot be
//! taken. Start at [`Explorer::offer`].

use dateline_core::engine::queries::listed;
use leptos::prelude::*;

use super::Explorer;
use crate::platform::{dropped, element};

impl Explorer {
    /// Asks what could go on in the box before byte `caret` of its text, once what was typed is answered.
    pub(super) fn offer(self, caret: u32) {
        let text = self.draft.get_untracked();
        self.offered.set(None);
        self.offering.set_value(Some(text.clone()));
        let is_wanted = move |text: &String| self.offering.with_value(|own| own.as_ref() == Some(text));
        self.when_answered(move || {
            if is_wanted(&text) {
                let asked = text.clone();
                let take = move |offers| {
                    if is_wanted(&text) {
                        self.offering.set_value(None);
                        self.offers.set(offers);
                    }
                };
                self.port.with_untracked(|port| port.suggest(asked, caret, take));
            }
        });
    }

    /// Whether what is offered is for an older text.
    fn is_offering(self) -> bool {
        self.offering.with_value(Option::is_some)
    }

    /// Offers nothing any more.
    pub fn offer_nothing(self) {
        self.offering.set_value(None);
        self.offered.set(None);
        if self.offers.with_untracked(|offers| !offers.is_empty()) {
            self.offers.set(Vec::new());
        }
    }

    /// What `key` does in the box while something is offered; whether that is all it does.
    pub fn offer_key(self, key: &str) -> bool {
        let last = self.offers.with_untracked(Vec::len).checked_sub(1);
        let (at, Some(last)) = (self.offered.get_untracked(), last) else {
            let asks = key == "ArrowDown";
            if asks {
                self.offer(element::caret("search").unwrap_or_default() as u32);
            }
            return asks;
        };
        match (key, at) {
            ("ArrowDown" | "ArrowUp", _) if self.is_offering() => {}
            ("ArrowDown", None) => self.offered.set(Some(0)),
            ("ArrowDown", Some(at)) => self.offered.set((at < last).then_some(at + 1)),
            ("ArrowUp", None) => self.offered.set(Some(last)),
            ("ArrowUp", Some(at)) => self.offered.set(at.checked_sub(1)),
            ("Enter", Some(at)) => self.take_offer(at),
            ("Escape", _) => self.offer_nothing(),
            _ => return false,
        }
        true
    }

    /// Puts offer `at` into the box.
    pub fn take_offer(self, at: usize) {
        let taken = self.offers.with_untracked(|offers| offers.get(at).cloned());
        if let Some(taken) = taken.filter(|_| !self.is_offering()) {
            let caret = taken.caret as usize;
            element::set_caret("search", taken.text.get(..caret).unwrap_or_default());
            self.type_at(taken.text, caret);
        }
    }

    /// Takes `text` for a list of queries, if it has several; whether it does.
    pub fn list_queries(self, text: String) -> bool {
        let is_list = listed(&text).nth(1).is_some();
        if is_list {
            self.list.set(text);
        }
        is_list
    }

    /// Gives the reader the table of how much each query of the list finds.
    pub fn save_hits(self) {
        let lines = self.list.get_untracked();
        let save = |table: String| dropped::save("dateline-hits.csv", "text/csv;charset=utf-8", &table);
        self.port.with_untracked(|port| port.hits(lines, save));
    }
}
