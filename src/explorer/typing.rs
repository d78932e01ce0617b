//! Typing in the search box: the query follows every key, the chips follow when the reader rests.
//!
//! **Invariant:** what the chips hold and what the box holds are together the query; a field that is half typed
//! (`person:zel`) stays in the box until Enter or until the box is left. Start at [`Explorer::type_in`].

use dateline_core::explore::Query;
use leptos::prelude::*;

use super::Explorer;

impl Explorer {
    /// The reader has typed: the box now holds `text`.
    pub fn type_in(self, text: String) {
        let typed = Query::parse(&text);
        self.draft.set(text);
        let query = self.held.with_untracked(|held| join(held, typed));
        let step = self.going();
        self.go(step, |route| route.query = query);
        self.ongoing.set(true);
    }

    /// The reader has pressed Enter or left the box: fields become chips, words stay.
    pub fn rest(self) {
        if self.ongoing.get_untracked() {
            self.ongoing.set(false);
            self.adopt();
        }
    }

    /// Divides the route's query anew between the box (words) and the chips (the rest).
    pub(super) fn adopt(self) {
        let query = self.route.with_untracked(|r| r.query.clone());
        let words = Query { text: query.text.clone(), ..Query::default() };
        self.draft.set(words.to_string());
        self.held.set(Query { text: Vec::new(), ..query });
    }
}

/// What both ask together; what was typed last wins where there can be only one.
fn join(held: &Query, typed: Query) -> Query {
    let mut both = held.clone();
    both.text = typed.text;
    both.names.extend(typed.names.into_iter().filter(|n| !held.names.contains(n)));
    both.publishers.extend(typed.publishers.into_iter().filter(|p| !held.publishers.contains(p)));
    both.authors.extend(typed.authors.into_iter().filter(|a| !held.authors.contains(a)));
    both.from = typed.from.or(held.from);
    both.to = typed.to.or(held.to);
    both.undated |= typed.undated;
    if typed.scope != dateline_core::explore::query::Scope::default() {
        both.scope = typed.scope;
    }
    both
}
