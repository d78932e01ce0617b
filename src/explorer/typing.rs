//! Typing in the search box: the query follows every key, the chips follow when the reader rests.
//!
//! **Invariant:** what the chips hold and what the box holds are together the query; a field that is half typed
//! (`person:zel`) stays in the box until Enter or until the box is left. The word that is being typed is asked for as the
//! beginning of one, and says so in the address and, once the reader rests, in the box (`talk*`), so that resting changes
//! nothing that is shown; a space ends the word.
//! Start at [`Explorer::type_in`].

use dateline_core::explore::Query;
use dateline_core::explore::query::Hint;
use dateline_core::order::Order as _;
use leptos::prelude::*;

use super::{Explorer, MOST_TYPED};
use crate::platform::element;

/// A typed text with what in it was not taken the way it looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slips {
    /// The text.
    pub text: String,
    /// Where, and why.
    pub hints: Vec<Hint>,
}

impl Slips {
    /// Those of `text`, all of it typed.
    fn of(text: String) -> Self {
        let (_, hints) = Query::parse_with_hints(&text);
        Self { text, hints }
    }

    /// The text in runs, each with whether a hint is about it.
    pub fn runs(&self) -> Vec<(String, bool)> {
        let mut cuts = vec![0, self.text.len()];
        cuts.extend(self.hints.iter().flat_map(|hint| [hint.span.start as usize, hint.span.end as usize]));
        cuts.order();
        cuts.dedup();
        let about = |from: usize| {
            self.hints.iter().any(|hint| (hint.span.start as usize..hint.span.end as usize).contains(&from))
        };
        let runs = cuts.iter().zip(cuts.iter().skip(1));
        runs.map(|(from, to)| (self.text.get(*from..*to).unwrap_or_default().to_owned(), about(*from)))
            .collect()
    }
}

impl Explorer {
    /// The reader has typed: the box now holds `text`.
    pub fn type_in(self, typed: &str) {
        let text = self.draft.with_untracked(|before| gone_on(before, typed));
        let caret = element::caret("search").filter(|_| text == typed).unwrap_or(text.len());
        self.type_at(text, caret);
    }

    /// The box now holds `text`, with the caret before its byte `caret`.
    pub(super) fn type_at(self, text: String, caret: usize) {
        let (typed, mut hints) = Query::parse_typing(&text);
        // What stands at the end may still become what it looks like.
        hints.retain(|hint| (hint.span.end as usize) < text.trim_end().len());
        self.slips.set(Slips { text: text.clone(), hints });
        self.draft.set(text);
        let query = self.held.with_untracked(|held| held.joined(typed));
        let step = self.going();
        self.rows.update(|rows| *rows = (*rows).min(MOST_TYPED));
        self.go(step, |route| route.query = query);
        self.ongoing.set(true);
        self.offer(caret as u32);
    }

    /// The reader has pressed Enter or left the box: fields become chips, words stay.
    pub fn rest(self) {
        self.offer_nothing();
        if self.ongoing.get_untracked() {
            let typed = self.draft.get_untracked();
            self.ongoing.set(false);
            self.adopt();
            self.slips.set(Slips::of(typed));
        }
    }

    /// Divides the route's query anew between the box (words) and the chips (the rest).
    pub(super) fn adopt(self) {
        let query = self.route.with_untracked(|r| r.query.clone());
        let words = Query { clauses: query.clauses.clone(), ..Query::default() };
        self.slips.set(Slips::of(words.to_string()));
        self.draft.set(words.to_string());
        self.held.set(Query { clauses: Vec::new(), ..query });
    }
}

/// `text` typed after `before`: where letters go on a word that rested as the beginning of one, its star goes.
fn gone_on(before: &str, text: &str) -> String {
    let more = text.strip_prefix(before).filter(|more| more.starts_with(char::is_alphanumeric));
    match (before.strip_suffix('*'), more) {
        (Some(word), Some(more)) => format!("{word}{more}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_goes_on_loses_its_star() {
        for (before, text, shown) in [
            ("war tal*", "war tal*ks", "war talks"),
            ("tal*", "tal* war", "tal* war"),
            ("tal*", "tal", "tal"),
            ("tal", "tal*", "tal*"),
            ("", "t", "t"),
        ] {
            assert_eq!(gone_on(before, text), shown);
        }
    }

    #[test]
    fn a_slip_is_underlined_where_it_stands() {
        let slips = Slips::of("war after:soon peace ) “".to_owned());
        let marked: Vec<_> =
            slips.runs().into_iter().filter(|(_, about)| *about).map(|(run, _)| run).collect();
        assert_eq!(marked, ["after:soon", ")", "“"]);
        let all: String = slips.runs().into_iter().map(|(run, _)| run).collect();
        assert_eq!(all, slips.text);
        assert!(Slips::of("war (peace OR talks)".to_owned()).hints.is_empty());
    }
}
