//! Who stands before or after a verb of saying: the description with its title, cut before a relative clause.
//!
//! **Invariant:** indices never leave the sentence; what is no person, body or place does not speak.
//! Start at [`before`] and [`after`].

use super::aside::{aside, beyond_phrase, named, relative};
use super::cues::{self, Form};
use super::description::{described, described_before, is_body};
use super::items::{Item, What};
use super::proper;
use super::words::{
    is_auxiliary, is_between, is_determiner, is_joint, is_negation, is_preposition, is_pronoun, is_time,
    is_verb,
};
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::{is_demonym, is_human, is_title};
use crate::annotate::times::verbs;

/// How many items back a subject is looked for, so that a text without full stops takes no longer than another.
pub(crate) const REACH: usize = 120;

/// A speaker in a sentence: the items `lo..hi`, and what its head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The first item.
    pub lo: usize,
    /// The item after the last one.
    pub hi: usize,
    /// The head.
    pub head: Head,
}

/// What a speaker's head word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name.
    Name(u32, NameKind),
    /// "He", "they".
    Pronoun,
    /// "A senior official".
    Human,
    /// "The air force".
    Group,
    /// A person by a name that is no mention.
    Person,
}

pub(super) fn low<'s>(items: &'s [Item<'_>], i: usize) -> &'s str {
    items.get(i).map_or("", |item| item.low.as_str())
}

pub(super) fn what(items: &[Item<'_>], i: usize) -> Option<What> {
    items.get(i).map(|item| item.what)
}

/// The subject of the verb at item `verb`, and whether the verb is denied.
pub(crate) fn before(items: &[Item<'_>], verb: usize) -> Option<(Subject, bool)> {
    own(items, verb).or_else(|| joined(items, verb))
}

/// The subject of the verb before, where "and" joins the two: "Moreau called it late and said talks could go on".
fn joined(items: &[Item<'_>], verb: usize) -> Option<(Subject, bool)> {
    let mut and = verb.checked_sub(1)?;
    while matches!(low(items, and), "also" | "later" | "then") {
        and = and.checked_sub(1)?;
    }
    let finite = cues::verb(low(items, verb)).is_some_and(|v| matches!(v.form, Form::Past | Form::Present));
    if !finite || !matches!(low(items, and), "and" | "but") {
        return None;
    }
    let spoken = |word: &str| cues::verb(word).is_some_and(|v| matches!(v.form, Form::Past | Form::Present));
    let told = |word: &str| verbs::is_past(word) || is_auxiliary(word) && !word.starts_with('\'');
    let find = |tells: &dyn Fn(&str) -> bool| {
        (and.saturating_sub(REACH / 3)..and).rev().take_while(|k| low(items, *k) != ";").find(|k| {
            what(items, *k) == Some(What::Word)
                && tells(low(items, *k))
                && own(items, *k).is_some_and(|(s, _)| s.hi <= *k)
        })
    };
    let first = find(&spoken).or_else(|| find(&told))?;
    own(items, first).map(|(subject, _)| (subject, is_negation(low(items, verb - 1))))
}

/// The owner whose possessive ending is item `end`: "the mayor’s", "Donald Trump’s".
pub(crate) fn at_end(items: &[Item<'_>], end: usize) -> Option<Subject> {
    let last = end.checked_sub(1)?;
    let word = low(items, last);
    match what(items, last)? {
        What::Name(..) => at_name(items, last),
        What::Word if is_human(word) => Some(Subject { lo: left(items, last), hi: end, head: Head::Human }),
        What::Word if is_body(word) => Some(Subject { lo: left(items, last), hi: end, head: Head::Group }),
        _ => None,
    }
}

/// The subject that stands before the verb at item `verb`.
fn own(items: &[Item<'_>], verb: usize) -> Option<(Subject, bool)> {
    let mut end = verb;
    let mut denied = false;
    for _ in 0..12 {
        // "Rep. Jane Hartley (D-Ohio) said": what stands in brackets says nothing.
        if low(items, end.checked_sub(1)?) == ")" {
            end = (end.saturating_sub(12)..end).rev().find(|k| low(items, *k) == "(")?;
        }
        let word = low(items, end.checked_sub(1)?);
        denied |= is_negation(word);
        let name = matches!(what(items, end - 1), Some(What::Name(..)));
        if name || !(is_between(word) || is_negation(word)) || is_pronoun(word) {
            break;
        }
        end -= 1;
    }
    if low(items, end.checked_sub(1)?) == "," && end > 1 && low(items, end - 2) == ")" {
        end = (end.saturating_sub(12)..end).rev().find(|k| low(items, *k) == "(")?;
    }
    if low(items, end.checked_sub(1)?) == "," {
        let found = aside(items, end - 1).map(|s| named(items, s));
        return found.or_else(|| described_before(items, end)).map(|s| (s, denied));
    }
    let found = head(items, end).or_else(|| beyond_phrase(items, end)).map(|s| relative(items, s));
    found.or_else(|| described_before(items, end)).map(|s| (s, denied))
}

/// The subject that follows its verb, from item `from`: "said Ukrainian President Volodymyr Zelensky".
pub(crate) fn after(items: &[Item<'_>], from: usize) -> Option<Subject> {
    let mut lo = from;
    while is_time(low(items, lo))
        || (low(items, lo).ends_with("ly") && !matches!(what(items, lo), Some(What::Name(..))))
    {
        lo += 1;
    }
    described(items, lo)
}

/// The subject whose last item is the one before `end`.
pub(super) fn head(items: &[Item<'_>], end: usize) -> Option<Subject> {
    let last = end.checked_sub(1)?;
    let word = low(items, last);
    match what(items, last)? {
        What::Name(..) => {
            let subject = at_name(items, last)?;
            let before = subject.lo.checked_sub(1).map_or("", |i| low(items, i));
            // "Representatives for Russia and Ukraine": who is joined to a governed name is governed with it.
            if before == "and"
                && let Some(first) = subject.lo.checked_sub(2)
                && matches!(what(items, first), Some(What::Name(..)))
                && let Some(outer) = head(items, first + 1)
                && matches!(outer.head, Head::Human | Head::Group)
                && outer.hi == first + 1
            {
                return Some(Subject { hi: end, ..outer });
            }
            if is_preposition(before) {
                let attached = subject.lo - 1;
                let outer = at(items, attached.checked_sub(1)?).filter(|s| {
                    matches!(before, "of" | "for" | "from" | "in" | "at" | "to" | "with" | "on")
                        && !matches!(s.head, Head::Pronoun)
                });
                // Nobody for "On Monday Moscow said": a time stands between the preposition and the name.
                return outer.map(|outer| widened(outer, end));
            }
            Some(subject)
        }
        What::Word if is_pronoun(word) => Some(Subject { lo: last, hi: end, head: Head::Pronoun }),
        What::Word if is_human(word) || is_body(word) => {
            let lo = left(items, last);
            let head = if is_human(word) { Head::Human } else { Head::Group };
            let before = lo.checked_sub(1).map_or("", |i| low(items, i));
            if matches!(before, "of" | "for" | "from" | "in" | "at" | "to" | "on")
                && let Some(outer) = lo.checked_sub(2).and_then(|i| at(items, i))
            {
                return Some(widened(outer, end));
            }
            Some(Subject { lo, hi: end, head })
        }
        // "Park Geun-hye": what a hyphen joins to a name belongs to it.
        What::Word
            if last > 1
                && low(items, last - 1) == "-"
                && matches!(what(items, last - 2), Some(What::Name(..))) =>
        {
            head(items, last - 1).map(|s| Subject { hi: end, ..s })
        }
        _ => {
            let found = proper::ending(items, end)?;
            let led = |back: usize| found.lo.checked_sub(back).map_or("", |k| low(items, k));
            let governed = is_preposition(led(1)) || is_determiner(led(1)) && is_preposition(led(2));
            let lo = found.lo - usize::from(is_determiner(led(1)));
            (!governed).then_some(Subject { lo, ..found })
        }
    }
}

/// `outer` with the phrase up to `end` that goes with it; a pronoun has none.
fn widened(outer: Subject, end: usize) -> Subject {
    if outer.head == Head::Pronoun { outer } else { Subject { hi: end, ..outer } }
}

/// The subject whose head is item `i`, if it can be one: not owned, not governed by a preposition.
pub(super) fn at(items: &[Item<'_>], i: usize) -> Option<Subject> {
    if low(items, i + 1) == "'s" {
        return None;
    }
    let word = low(items, i);
    let subject = match what(items, i)? {
        What::Name(..) => at_name(items, i)?,
        What::Word if matches!(word, "he" | "she" | "they" | "who") => {
            Subject { lo: i, hi: i + 1, head: Head::Pronoun }
        }
        What::Word if is_human(word) => Subject { lo: left(items, i), hi: i + 1, head: Head::Human },
        What::Word if is_body(word) => Subject { lo: left(items, i), hi: i + 1, head: Head::Group },
        _ => return None,
    };
    let before = subject.lo.checked_sub(1).map_or("", |k| low(items, k));
    // "officials from Ukraine and the US": what is joined to a governed name is governed too.
    let joined = before == "and"
        && subject
            .lo
            .checked_sub(2)
            .is_some_and(|k| matches!(what(items, k), Some(What::Name(..))) && at(items, k).is_none());
    (!is_preposition(before) && !joined).then_some(subject)
}

pub(super) fn at_name(items: &[Item<'_>], i: usize) -> Option<Subject> {
    let What::Name(index, kind) = what(items, i)? else { return None };
    let mut subject = Subject { lo: left(items, i), hi: i + 1, head: Head::Name(index, kind) };
    // "Ukraine’s energy minister, Denys Shmyhal,"
    if kind == NameKind::Person
        && subject.lo == i
        && i >= 2
        && low(items, i - 1) == ","
        && is_human(low(items, i - 2))
        && low(items, i + 1) == ","
    {
        subject.lo = left(items, i - 2);
    }
    Some(subject)
}

/// The first item of the description that ends with item `i`: its title, office, owner.
pub(super) fn left(items: &[Item<'_>], i: usize) -> usize {
    let mut lo = i;
    while let Some(k) = lo.checked_sub(1).filter(|_| i - lo < 12) {
        let word = low(items, k);
        let taken = match what(items, k) {
            Some(What::Word) if k + 1 == i && is_unlikely(items, k, i) => false,
            Some(What::Word) if is_determiner(word) => return k,
            Some(What::Word) if is_joint(word) && !is_title(items.get(k).map_or("", |item| item.text)) => {
                false
            }
            Some(What::Word) => {
                let capital = items.get(k).is_some_and(|item| item.text.starts_with(char::is_uppercase));
                let opens = k == 0
                    && capital
                    && !is_human(word)
                    && !is_title(items.get(k).map_or("", |item| item.text))
                    && !is_demonym(items.get(k).map_or("", |item| item.text))
                    && word.ends_with("ly");
                (is_human(word) || is_body(word) || capital || !is_verb(word)) && !opens
            }
            Some(What::Name(_, kind)) => {
                let next = low(items, k + 1);
                let owner = next.starts_with('\'') || is_human(next) || is_body(next);
                owner || kind != NameKind::Person && !matches!(what(items, k + 1), Some(What::Name(..)))
            }
            Some(What::Mark) => {
                matches!(word, "'s" | "-")
                    || (word == "."
                        && is_title(&format!("{}.", items.get(k.wrapping_sub(1)).map_or("", |t| t.text))))
            }
            _ => false,
        };
        if !taken {
            break;
        }
        lo = k;
    }
    while lo < i && (matches!(low(items, lo), "-" | "'s" | ".")) {
        lo += 1;
    }
    lo
}

/// Whether the word at `k` is no title of the person at `i`: "at the same time Zelenskyy".
fn is_unlikely(items: &[Item<'_>], k: usize, i: usize) -> bool {
    let Some(item) = items.get(k) else { return true };
    let person = matches!(what(items, i), Some(What::Name(_, NameKind::Person)));
    let title = is_human(&item.low) || is_title(item.text) || is_demonym(item.text) || item.low == "former";
    person && !title && !item.text.starts_with(char::is_uppercase)
}
