//! What is given as somebody's words without a clause: threatened, expected, denied, demanded.
//!
//! **Invariant:** a noun that looks like one of these verbs ("the forecast", "in order to") says nothing.
//! Start at [`of`].

use super::cues::{Form, Verb};
use super::items::{Item, What};
use super::reported::{end_of, is_about};
use super::subject::{Head, Subject};
use super::words::{
    is_auxiliary, is_between, is_determiner, is_joint, is_negation, is_preposition, is_pronoun, is_time,
    is_verb,
};

/// The first item of what is said, the one after its last, and the rule.
type Object = (usize, usize, &'static str);

/// What the `verb` at item `cue` gives as its subject's words, where no clause tells it.
pub(super) fn of(items: &[Item<'_>], cue: usize, verb: Verb, subject: Subject) -> Option<Object> {
    threat(items, cue + 1, verb)
        .or_else(|| forecast(items, cue, verb, subject))
        .or_else(|| denial(items, cue + 1, verb))
        .or_else(|| demand(items, cue + 1, verb))
}

/// What is threatened, warned or accused of after the verb before item `from`: "threatened new tariffs", "warned of
/// attacks", "accused the army of shelling a town". A threat ends before a time, which may date it as well.
fn threat(items: &[Item<'_>], from: usize, verb: Verb) -> Option<Object> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let start = match verb.lemma {
        "threaten" => from,
        "accuse" => {
            let of = (from + 1..from + 12).take_while(|k| *k < items.len()).find(|k| word(*k) == "of")?;
            let quoted = items.get(from..of + 3)?.iter().any(|t| matches!(t.what, What::Quote(_)));
            return (!quoted).then_some((of + 1, end_of(items, of + 1), "says-threat"));
        }
        // "Warned last month of cuts": its time may stand before what it warns of.
        "warn" => {
            let timed = |k: &usize| {
                is_time(word(*k))
                    || matches!(word(*k), "on" | "in" | "last" | "this" | "week" | "month" | "year")
            };
            let of = (from..from + 5).find(|k| !timed(k)).filter(|k| word(*k) == "of")?;
            of + 1
        }
        _ => return None,
    };
    let first = items.get(start)?;
    if matches!(first.what, What::Mark | What::Quote(_)) || is_preposition(&first.low) && first.low != "to" {
        return None;
    }
    let timed = |k: usize| is_time(word(k)) || is_preposition(word(k)) && is_time(word(k + 1));
    let end = (start..items.len()).find(|k| matches!(word(*k), ";" | "," | "." | "but") || timed(*k));
    Some((start, end.unwrap_or(items.len()), "says-threat"))
}

/// What is expected after the verb at item `cue`: "forecasts frost", "expects prices to fall", "expects to open".
fn forecast(items: &[Item<'_>], cue: usize, verb: Verb, subject: Subject) -> Option<Object> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let foretells =
        matches!(verb.lemma, "expect" | "forecast" | "anticipate" | "foresee" | "project" | "predict")
            && matches!(verb.form, Form::Past | Form::Present | Form::Base)
            && subject.head != Head::Pronoun;
    let from = cue + 1;
    let start = if word(from) == "that" { from + 1 } else { from };
    let next = word(start);
    // "Government forecasts suggest" and "the forecast for Monday": the noun.
    let noun = is_verb(next) && !next.ends_with("ed")
        || is_preposition(next) && next != "to" && !is_about(items, start);
    let starts = items.get(start).is_some_and(|t| matches!(t.what, What::Word | What::Name(..)));
    (foretells && starts && !noun && (next == "to" || !is_between(next)))
        .then(|| (start, end_of(items, start), "says-forecast"))
}

/// What somebody is urged or told to do after the verb before item `from`: "urged governments to act", "called on
/// Russia to stop".
fn demand(items: &[Item<'_>], from: usize, verb: Verb) -> Option<Object> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let called = verb.lemma == "call" && matches!(word(from), "on" | "upon");
    let asks = matches!(verb.lemma, "urge" | "ask" | "order" | "instruct" | "invite" | "advise" | "tell");
    let finite = matches!(verb.form, Form::Past | Form::Present);
    let start = from + usize::from(called);
    let plain = |k: &usize| {
        items.get(*k).is_some_and(|t| matches!(t.what, What::Word | What::Name(..)))
            && !matches!(word(*k), "that" | "how" | "what" | "whether" | "if" | "for" | "about")
    };
    let to = (start..start + 12).take_while(plain).find(|k| word(*k) == "to")?;
    let done = items.get(to + 1).is_some_and(|t| t.what == What::Word)
        && !is_determiner(word(to + 1))
        && !is_pronoun(word(to + 1));
    let whom = to > start && !is_negation(word(start)) && !(start..to).any(|k| is_auxiliary(word(k)));
    (finite && (called || asks) && whom && done).then(|| {
        // "…, urging them to go on": what follows a comma is another clause, unless it goes on with a list.
        let upto = end_of(items, start);
        let parted = |k: &usize| {
            let next = word(k + 1);
            word(*k) == "," && (next.ends_with("ing") || is_joint(next) || is_determiner(next))
        };
        (start, (start..upto).find(parted).unwrap_or(upto), "says-demand")
    })
}

/// What is denied after the verb before item `from`, where no clause tells it: "denied meeting him", "denies any role".
fn denial(items: &[Item<'_>], from: usize, verb: Verb) -> Option<Object> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let done = word(from).ends_with("ing") || word(from) == "any";
    (verb.lemma == "deny" && done).then(|| (from, end_of(items, from), "says-denial"))
}
