//! Whether the clause around an expression looks back or ahead.
//!
//! The verb nearest before the expression decides, then the first one after it; English puts times after their
//! verbs, and a fronted time before its clause. **Invariant:** a fixed number of tokens is looked at, so a sentence
//! is judged in linear time. Start at [`tense`].

use super::token::Token;
use super::verbs;
use crate::civil;
use crate::fold::{WordList, sorted};

/// Where a clause stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// A past verb governs the expression.
    Past,
    /// Something that will be, or is set, expected or due to be.
    Future,
    /// Something aimed at or possible: an infinitive, `may`, `could`, a proposal.
    Ahead,
    /// Nothing tells.
    Open,
}

/// How an expression bounds its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// `since`: open to the right.
    Since,
    /// `until`, `by`, a deadline: open to the left, the expression included.
    Until,
    /// `before`: open to the left, the expression excluded.
    Before,
}

/// How many tokens before and after an expression are looked at.
const REACH: usize = 24;

impl Tense {
    /// Whether the clause looks ahead, surely or possibly.
    pub(crate) fn is_ahead(self) -> bool {
        matches!(self, Self::Future | Self::Ahead)
    }
}

/// The tense of the clause of tokens `[start, end)`.
pub(crate) fn tense(t: &[Token], start: usize, end: usize) -> Tense {
    if t.get(end).is_some_and(|next| next.low == "'s") {
        // "Friday's meeting" took place, unless the words before it say that it is to come.
        let before = |n: usize| start.checked_sub(n).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
        let ahead = matches!((before(2), before(1)), ("ahead", "of") | (_, "before" | "for" | "until"));
        return if ahead { Tense::Future } else { Tense::Past };
    }
    if t.get(end..end + 2).is_some_and(|next| next.iter().any(|w| w.low == "deadline")) {
        return Tense::Future;
    }
    // "No decision about September": what is thought about may lie either way.
    if start.checked_sub(1).and_then(|i| t.get(i)).is_some_and(|w| w.low == "about") {
        return Tense::Open;
    }
    if is_between(t, start, end) {
        return Tense::Past;
    }
    if is_agenda(t, start, end) {
        return Tense::Ahead;
    }
    for i in (start.saturating_sub(REACH)..start).rev() {
        match judge(t, i) {
            Some(Tense::Open) => break,
            Some(found) => return found,
            None => {}
        }
    }
    for i in end..(end + REACH).min(t.len()) {
        match judge(t, i) {
            Some(Tense::Open) => break,
            Some(found) => return found,
            None => {}
        }
    }
    // "In the November election": one to come, where nothing says that it is over.
    let elects = |w: &Token| matches!(w.low.as_str(), "election" | "elections" | "ballot" | "midterms");
    if t.get(end..(end + 3).min(t.len())).is_some_and(|next| next.iter().any(elects)) {
        return Tense::Ahead;
    }
    // "It runs through Sunday".
    let through = start.checked_sub(1).and_then(|i| t.get(i)).is_some_and(|w| w.low == "through");
    if through { Tense::Ahead } else { Tense::Open }
}

/// Whether the day that ends before token `end` is that of a thing: `Friday's meeting`, `a Friday deadline`.
pub(crate) fn owns(t: &[Token], end: usize) -> bool {
    t.get(end).is_some_and(|next| matches!(next.low.as_str(), "'s" | "deadline"))
}

/// Whether the clause of tokens `[start, end)` looks ahead from before it is told, or only by its infinitive: `planned
/// to leave`, `were due`, `voted to support`.
pub(crate) fn was_ahead(t: &[Token], start: usize, end: usize) -> bool {
    let word = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    if is_agenda(t, start, end) {
        return false;
    }
    let before = (start.saturating_sub(REACH)..start).rev().find_map(|i| Some((i, judge(t, i)?)));
    let after = || (end..(end + REACH).min(t.len())).find_map(|i| Some((i, judge(t, i)?)));
    let Some((i, _)) = before.filter(|(_, tense)| *tense != Tense::Open).or_else(after) else { return false };
    let past = || {
        (1..4).any(|back| {
            matches!(word(i.checked_sub(back)), "was" | "were" | "been" | "had" | "wasn" | "weren")
        })
    };
    match word(Some(i)) {
        "planned" => word(Some(i + 1)) != "for",
        "due" | "expected" | "poised" | "scheduled" | "set" | "slated" | "supposed" => past(),
        _ => word(i.checked_sub(1)) == "to",
    }
}

/// "Talks, broken off in May, resume Monday": the plain form of such a verb right before the day is on the agenda.
fn is_agenda(t: &[Token], start: usize, end: usize) -> bool {
    // "Friday is the last day", "the funeral is Saturday".
    let day = |w: &Token| civil::weekday(&w.low).is_some();
    let present = |w: &Token| matches!(w.low.as_str(), "is" | "marks");
    if t.get(start).is_some_and(day)
        && (t.get(end).is_some_and(present) && start < 2
            || start.checked_sub(1).and_then(|i| t.get(i)).is_some_and(present))
    {
        return true;
    }
    let word = |back: usize| start.checked_sub(back).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let back = if matches!(word(1), "in" | "on") { 2 } else { 1 };
    let verb = matches!(word(back), "begin" | "comes" | "convene" | "meet" | "resume" | "start")
        || word(back) == "effect" && word(back + 1) == "take";
    let noun = matches!(word(back + 1), "a" | "an" | "the" | "to" | "'s" | "its" | "their" | "did" | "t");
    // "Will meet Monday" is told by its "will".
    let led = verbs::is_future(word(back + 1)) || verbs::is_possible(word(back + 1));
    verb && !noun && !led
}

/// "The court Thursday refused": a day between a subject and its past verb.
fn is_between(t: &[Token], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|i| t.get(i));
    let subject = before.is_some_and(|w| {
        w.is_word()
            && !verbs::is_past(&w.low)
            && !verbs::is_future(&w.low)
            && !PREPOSITIONS.has(w.low.as_str())
    });
    subject && t.get(end).is_some_and(|w| verbs::is_past(&w.low) && w.low != "set")
}

/// Words between which and a verb no subject can stand.
const PREPOSITIONS: WordList = sorted![
    "after", "and", "around", "as", "at", "before", "by", "during", "early", "for", "from", "in", "into",
    "late", "of", "on", "or", "over", "since", "than", "the", "through", "till", "to", "until", "when",
    "with", "within",
];

/// The bound that the words before token `start` or after `end` set.
pub(crate) fn bound(t: &[Token], start: usize, end: usize) -> Option<Bound> {
    match t.get(start)?.low.as_str() {
        "post" => return Some(Bound::Since),
        "pre" => return Some(Bound::Before),
        _ => {}
    }
    let mut at = start;
    for _ in 0..3 {
        at = at.checked_sub(1)?;
        match t.get(at)?.low.as_str() {
            "the" | "at" | "least" | "early" | "late" | "midnight" | "on" | "," => {}
            "since" => return Some(Bound::Since),
            "until" | "till" | "by" => return Some(Bound::Until),
            "before" => return Some(Bound::Before),
            _ => break,
        }
    }
    let due = t.get(end).is_some_and(|w| w.low == "deadline");
    due.then_some(Bound::Until)
}

/// Whether the perfect stands close to tokens `[start, end)`: `had filed by Wednesday`, `until Thursday he has`.
pub(crate) fn had(t: &[Token], start: usize, end: usize) -> bool {
    let fronted = start <= 2;
    let near = if fronted { end..(end + 8).min(t.len()) } else { start.saturating_sub(8)..start };
    t.get(near).is_some_and(|near| {
        near.iter()
            .rposition(|w| w.low == "had" || fronted && matches!(w.low.as_str(), "hadn" | "has" | "have"))
            .is_some_and(|at| !near.iter().skip(at).any(|w| w.low == "to" || w.low == "that" || w.is_quote()))
    })
}

/// Where a sentence has marks of quotation.
pub(crate) struct Quotes(Vec<usize>);

impl Quotes {
    /// The marks of the tokens `t`.
    pub(crate) fn of(t: &[Token]) -> Self {
        Self(t.iter().enumerate().filter(|(_, w)| w.is_quote()).map(|(i, _)| i).collect())
    }

    /// Whether token `i` of the same tokens stands inside a quotation that the sentence opens.
    pub(crate) fn hold(&self, t: &[Token], i: usize) -> bool {
        // Further back than this no sentence of an article reaches; a text without full stops must not take forever.
        let first = self.0.partition_point(|at| at + 400 < i);
        let before = self.0.iter().skip(first).take_while(|at| **at < i);
        before.filter_map(|at| t.get(*at)).fold(false, |open, w| match w.low.as_str() {
            "“" | "«" | "„" => true,
            "”" | "»" => false,
            _ => !open,
        })
    }
}

/// "An unspecified date", "the proposed law": the participle says what kind of thing it is.
fn is_attribute(t: &[Token], i: usize) -> bool {
    let word = |back: usize| i.checked_sub(back).and_then(|b| t.get(b)).map_or("", |b| b.low.as_str());
    let owner = word(if matches!(word(1), "newly" | "recently" | "still") { 2 } else { 1 });
    let article = matches!(owner, "a" | "an" | "its" | "our" | "the" | "their" | "his");
    article && word(0).ends_with("ed")
}

/// Verbs whose past is like their base.
#[rustfmt::skip]
const EITHER: WordList = sorted![
    "beat", "become", "bid", "come", "cost", "cut", "hit", "let", "put",
    "quit", "read", "run", "set", "shut", "split", "spread",
];

/// What token `i` says: a tense, a boundary (`Open`), or nothing.
fn judge(t: &[Token], i: usize) -> Option<Tense> {
    let token = t.get(i)?;
    let low = token.low.as_str();
    let before = i.checked_sub(1).and_then(|b| t.get(b)).map_or("", |b| b.low.as_str());
    // Figures tell nothing, but for "had been up to 5".
    if before != "to" && low.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if token.is_quote() || matches!(low, ";" | ":" | "that" | "but" | "while" | "although") {
        return Some(Tense::Open);
    }
    // "To be signed", "will be held": the participle belongs to what stands before it.
    if matches!(low, "be" | "been" | "being") {
        return None;
    }
    if matches!(before, "be") {
        return None;
    }
    // "Were set to", "is due to": the plan, not the setting.
    let next = t.get(i + 1).map_or("", |n| n.low.as_str());
    if low == "set" && matches!(next, "to" | "for") {
        return Some(Tense::Future);
    }
    // "Would cut": the form is past or base, and what stands before it tells.
    let either = EITHER.has(low);
    if low == "beat" && before.starts_with("get") {
        return None;
    }
    if either && (before == "to" || verbs::is_future(before) || verbs::is_possible(before)) {
        return None;
    }
    if low == "may" && token.capital {
        return None;
    }
    // "Won't", "wouldn't", "couldn't": the tokens break at the apostrophe.
    if next == "'" && t.get(i + 2).is_some_and(|w| w.low == "t") {
        match low {
            "won" | "wouldn" => return Some(Tense::Future),
            "couldn" | "shouldn" | "can" | "mustn" => return Some(Tense::Ahead),
            "hasn" | "haven" => return Some(Tense::Past),
            _ => {}
        }
    }
    // "Are to be held", "was to speak".
    if low == "to" && !matches!(next, "blame" | "the") {
        match before {
            "is" | "are" | "'re" => return Some(Tense::Future),
            "was" | "were" => return Some(Tense::Ahead),
            _ => {}
        }
    }
    // "Plans to meet", "is planning a rally"; "vacation plans" and "the planning minister" tell nothing.
    if matches!(low, "plan" | "plans" | "planning") {
        let verb = matches!(next, "to" | "on" | "a" | "an") && !verbs::is_past(before)
            || low == "planning" && matches!(before, "is" | "are" | "was" | "were" | "'re" | "been");
        return verb.then_some(Tense::Future);
    }
    // "Began as planned": the plan came first.
    if low == "forecast" || low == "planned" && matches!(before, "as" | "had" | "originally" | "previously") {
        return None;
    }
    if verbs::is_future(low) {
        return Some(Tense::Future);
    }
    if verbs::is_possible(low) {
        return Some(Tense::Ahead);
    }
    if before == "to" && !token.capital {
        let governor = i.checked_sub(2).and_then(|b| t.get(b)).map_or("", |b| b.low.as_str());
        if verbs::is_purpose(low) {
            return None;
        }
        // "Had been due to expire": that was the plan, and its day has passed.
        let earlier = |back: usize| i.checked_sub(back).and_then(|b| t.get(b)).map_or("", |b| b.low.as_str());
        if earlier(3) == "been" && earlier(4) == "had" {
            return Some(Tense::Past);
        }
        if verbs::is_carried_out(governor) {
            return Some(Tense::Past);
        }
        if verbs::is_future(governor) || matches!(governor, "set" | "going") {
            return Some(Tense::Future);
        }
        if verbs::is_base(low) || verbs::governs_infinitive(governor) && token.is_word() {
            return Some(Tense::Ahead);
        }
    }
    if is_attribute(t, i) {
        return None;
    }
    let many = before.ends_with('s') && before.len() > 3 || matches!(before, "they" | "we");
    let schedule = verbs::is_scheduled(low)
        || many
            && matches!(
                low,
                "begin" | "go" | "meet" | "open" | "resume" | "return" | "start" | "arrive" | "convene"
            );
    if schedule && !token.capital {
        return Some(Tense::Ahead);
    }
    // "Have not held since", "has said": the perfect looks back too.
    if verbs::is_past(low) || matches!(low, "has" | "have" | "ago" | "accusing" | "saying" | "telling") {
        return Some(Tense::Past);
    }
    None
}
