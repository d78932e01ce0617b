//! Whose turn it is: one question is with the engine, the others wait for its answer.
//!
//! **Invariant:** of the questions of one kind that stand in for each other only the newest counts: one that it has
//! overtaken is never given to the engine if it still waits, and its answer is dropped if it does not.
//! Start at [`Turns::ask`].

use std::collections::VecDeque;

/// What a newer question makes of an older one that is not answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the page shows: a newer question stands in for it.
    Shown,
    /// What the reader shows: likewise, but for questions of its own kind.
    Read,
    /// What could go on in the search box: likewise.
    Offered,
    /// What a mark says: likewise.
    Named,
    /// Asked once, and answered whatever is asked later.
    Once,
}

/// The questions `Q` on their way, each with `T`, which takes its answer.
#[derive(Debug)]
pub struct Turns<Q, T> {
    generation: u64,
    asked: Option<Turn<T>>,
    waiting: VecDeque<(Turn<T>, Q)>,
    /// Those that cannot be answered before all articles are there.
    later: VecDeque<(Turn<T>, Q)>,
}

#[derive(Debug)]
struct Turn<T> {
    kind: Kind,
    /// Nobody, where the answer is no longer wanted.
    take: Option<T>,
}

impl<Q, T> Default for Turns<Q, T> {
    fn default() -> Self {
        Self { generation: 0, asked: None, waiting: VecDeque::new(), later: VecDeque::new() }
    }
}

impl<Q, T> Turns<Q, T> {
    /// The number of a new question.
    pub fn generation(&mut self) -> u64 {
        self.generation += 1;
        self.generation
    }

    /// A new question; given back where it is its turn now.
    pub fn ask(&mut self, kind: Kind, question: Q, take: T) -> Option<Q> {
        self.overtake(kind);
        let turn = Turn { kind, take: Some(take) };
        if self.asked.is_some() {
            self.waiting.push_back((turn, question));
            return None;
        }
        self.asked = Some(turn);
        Some(question)
    }

    /// Nobody wants the answers to the questions of `kind` any more.
    pub fn overtake(&mut self, kind: Kind) {
        if kind == Kind::Once {
            return;
        }
        self.waiting.retain(|(turn, _)| turn.kind != kind);
        self.later.retain(|(turn, _)| turn.kind != kind);
        if let Some(turn) = self.asked.as_mut().filter(|turn| turn.kind == kind) {
            turn.take = None;
        }
    }

    /// The answer has come: who takes it, if somebody still does, and the question whose turn it is now.
    pub fn answered(&mut self) -> (Option<T>, Option<Q>) {
        let take = self.asked.take().and_then(|turn| turn.take);
        (take, self.next())
    }

    /// `question`, which was asked, cannot be answered yet and waits until [everything is there](Self::all_here); the
    /// question whose turn it is now.
    pub fn later(&mut self, question: Q) -> Option<Q> {
        let wanted = self.asked.take().filter(|turn| turn.take.is_some());
        self.later.extend(wanted.map(|turn| (turn, question)));
        self.next()
    }

    /// Everything is there; the question whose turn it is now, if none was asked.
    pub fn all_here(&mut self) -> Option<Q> {
        self.waiting.append(&mut self.later);
        if self.asked.is_some() { None } else { self.next() }
    }

    fn next(&mut self) -> Option<Q> {
        let (turn, question) = self.waiting.pop_front()?;
        self.asked = Some(turn);
        Some(question)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind::{Offered, Once, Read, Shown};

    /// Asks everything at once, then answers until nothing waits: which questions the engine gets, and which of
    /// their answers somebody takes.
    fn check(asked: &[(Kind, &str)], given: &[&str], taken: &[&str]) {
        let mut turns = Turns::<String, String>::default();
        let (mut seen, mut took) = (Vec::new(), Vec::new());
        for (kind, name) in asked {
            seen.extend(turns.ask(*kind, (*name).to_owned(), (*name).to_owned()));
        }
        while turns.asked.is_some() {
            let (take, next) = turns.answered();
            took.extend(take);
            seen.extend(next);
        }
        assert_eq!((seen, took), (owned(given), owned(taken)), "{asked:?}");
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn an_answer_that_a_newer_question_has_overtaken_is_dropped() {
        check(&[(Shown, "a"), (Shown, "b")], &["a", "b"], &["b"]);
    }

    #[test]
    fn a_question_that_was_overtaken_while_it_waited_is_never_asked() {
        check(&[(Shown, "a"), (Shown, "b"), (Shown, "c"), (Shown, "d")], &["a", "d"], &["d"]);
    }

    #[test]
    fn the_newest_of_each_kind_is_answered_and_what_is_asked_once_always() {
        check(
            &[
                (Once, "o"),
                (Shown, "a"),
                (Offered, "f"),
                (Read, "r"),
                (Once, "p"),
                (Shown, "b"),
                (Read, "s"),
                (Offered, "g"),
            ],
            &["o", "p", "b", "s", "g"],
            &["o", "p", "b", "s", "g"],
        );
    }

    #[test]
    fn what_nobody_wants_any_more_is_not_asked() {
        let mut turns = Turns::default();
        assert_eq!(turns.ask(Once, 'o', 'o'), Some('o'));
        assert_eq!(turns.ask(Read, 'r', 'r'), None);
        turns.overtake(Read);
        assert_eq!(turns.answered(), (Some('o'), None));
        assert_eq!(turns.ask(Read, 's', 's'), Some('s'));
        turns.overtake(Read);
        assert_eq!(turns.answered(), (None, None));
    }

    #[test]
    fn what_cannot_be_answered_yet_waits_for_the_rest_and_lets_others_pass() {
        let mut turns = Turns::default();
        assert_eq!(turns.ask(Read, 'r', 'r'), Some('r'));
        assert_eq!(turns.ask(Shown, 's', 's'), None);
        assert_eq!(turns.later('r'), Some('s'));
        assert_eq!(turns.later('s'), None);
        assert_eq!(turns.ask(Shown, 't', 't'), Some('t'), "a newer one of its kind stands in for it");
        assert_eq!(turns.all_here(), None, "one is asked already");
        assert_eq!(turns.answered(), (Some('t'), Some('r')));
        assert_eq!(turns.answered(), (Some('r'), None));
    }

    #[test]
    fn what_waits_for_the_rest_is_asked_when_it_is_there_unless_nobody_wants_it() {
        let mut turns = Turns::default();
        for question in ['o', 'p'] {
            assert_eq!(turns.ask(Once, question, question), Some(question));
            assert_eq!(turns.later(question), None);
        }
        assert_eq!(turns.ask(Read, 'r', 'r'), Some('r'));
        turns.overtake(Read);
        assert_eq!(turns.later('r'), None);
        assert_eq!(turns.all_here(), Some('o'));
        assert_eq!(turns.answered(), (Some('o'), Some('p')));
        assert_eq!(turns.answered(), (Some('p'), None));
    }

    #[test]
    fn generations_count_up() {
        let mut turns = Turns::<(), ()>::default();
        assert!(turns.generation() < turns.generation());
    }
}
