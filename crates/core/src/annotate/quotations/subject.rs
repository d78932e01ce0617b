//! Who stands before or after a verb of saying: the description with its title, cut before a relative clause.
//!
//! **Invariant:** indices never leave the sentence; what is no person, body or place does not speak.
//! Start at [`before`] and [`after`].

use super::cues::{self, Form};
use super::description::{described, described_before};
use super::items::{Item, What};
use super::words::{
    is_auxiliary, is_between, is_determiner, is_joint, is_negation, is_preposition, is_pronoun, is_time,
    is_venue, is_verb,
};
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::{is_demonym, is_group, is_human, is_title};

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
    let first =
        (and.saturating_sub(REACH / 3)..and).rev().take_while(|k| low(items, *k) != ";").find(|k| {
            what(items, *k) == Some(What::Word)
                && cues::verb(low(items, *k)).is_some_and(|v| matches!(v.form, Form::Past | Form::Present))
                && own(items, *k).is_some_and(|(s, _)| s.hi <= *k)
        })?;
    own(items, first).map(|(subject, _)| (subject, is_negation(low(items, verb - 1))))
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
    if low(items, end.checked_sub(1)?) == "," {
        let found = aside(items, end - 1).map(|s| named(items, s));
        return found.or_else(|| described_before(items, end)).map(|s| (s, denied));
    }
    let found = head(items, end).or_else(|| beyond_phrase(items, end)).map(|s| relative(items, s));
    found.or_else(|| described_before(items, end)).map(|s| (s, denied))
}

/// The subject of a participle such as "saying": the nearest one to its left that has a verb of its own.
pub(crate) fn of_participle(items: &[Item<'_>], verb: usize) -> Option<(Subject, bool)> {
    let denied = is_negation(low(items, verb.checked_sub(1)?));
    let mut fallback = None;
    for i in (verb.saturating_sub(REACH)..verb).rev() {
        if matches!(low(items, i), ";" | "\"") {
            break;
        }
        // "with officials confirming that": the participle's own subject.
        // "In an interview with Time saying that" is the word of whoever was interviewed.
        let asked = i.checked_sub(1).is_some_and(|k| is_venue(low(items, k)));
        if low(items, i) == "with" && !asked && low(items, verb - 1) != "," {
            match described(items, i + 1) {
                Some(subject) if subject.hi == verb => return Some((subject, denied)),
                Some(subject) if subject.hi < verb && matches!(subject.head, Head::Human | Head::Group) => {
                    // "Officials from here and there": all of it is the description.
                    let ends = |word: &str| word == "," || is_verb(word) && word != "'s";
                    let whole = !(subject.hi..verb).any(|k| ends(low(items, k)));
                    let hi = if whole { verb } else { subject.hi };
                    return Some((Subject { hi, ..subject }, denied));
                }
                _ => {}
            }
        }
        let Some(subject) = at(items, i) else { continue };
        let mut next = i + 1;
        while next < verb && (is_between(low(items, next)) && !is_auxiliary(low(items, next))) {
            next += 1;
        }
        if is_verb(low(items, next)) && next < verb {
            return Some((relative(items, subject), denied));
        }
        if low(items, next) == "," {
            let clause = (next + 1..verb).find(|k| low(items, *k) == ",").map(|k| k + 1);
            if clause.is_some_and(|k| is_verb(low(items, k)) && k < verb) {
                return Some((named(items, subject), denied));
            }
        }
        fallback = Some(subject);
    }
    fallback.map(|s| (s, denied))
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
fn head(items: &[Item<'_>], end: usize) -> Option<Subject> {
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
        What::Word if is_human(word) || is_group(word) => {
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
        _ => None,
    }
}

/// `outer` with the phrase up to `end` that goes with it; a pronoun has none.
fn widened(outer: Subject, end: usize) -> Subject {
    if outer.head == Head::Pronoun { outer } else { Subject { hi: end, ..outer } }
}

/// The subject whose head is item `i`, if it can be one: not owned, not governed by a preposition.
fn at(items: &[Item<'_>], i: usize) -> Option<Subject> {
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
        What::Word if is_group(word) => Subject { lo: left(items, i), hi: i + 1, head: Head::Group },
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

fn at_name(items: &[Item<'_>], i: usize) -> Option<Subject> {
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
fn left(items: &[Item<'_>], i: usize) -> usize {
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
                (is_human(word) || is_group(word) || capital || !is_verb(word)) && !opens
            }
            Some(What::Name(_, kind)) => {
                let next = low(items, k + 1);
                let owner = next.starts_with('\'') || is_human(next) || is_group(next);
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

/// The subject before an aside between commas: "Yuri Ushakov, a foreign policy aide to Putin, called".
fn aside(items: &[Item<'_>], close: usize) -> Option<Subject> {
    let mut open = close.checked_sub(1)?;
    while low(items, open) != "," {
        open = open.checked_sub(1).filter(|k| close - k < 40)?;
    }
    // "…minister, Denys Shmyhal, said": the aside itself is the name.
    if let Some(What::Name(..)) = what(items, close - 1)
        && let Some(subject) = at(items, close - 1)
        && matches!(subject.head, Head::Name(_, NameKind::Person))
        && !(open + 1..subject.lo)
            .any(|k| is_preposition(low(items, k)) || matches!(low(items, k), "who" | "which"))
        && (open.checked_sub(1).is_some_and(|k| is_human(low(items, k)))
            || (open.saturating_sub(10)..open)
                .any(|lo| described(items, lo).is_some_and(|s| s.hi == open && s.head == Head::Human)))
    {
        return Some(subject);
    }
    // A relative clause still open further left owns this aside: "Witkoff, who led … Kushner, a son-in-law, said".
    let who = (open.saturating_sub(REACH).max(1)..open)
        .rev()
        .find(|k| matches!(low(items, *k), "who" | "which") && low(items, k - 1) == ",");
    if let Some(who) = who
        && let Some(subject) = head(items, who - 1)
    {
        return Some(subject);
    }
    head(items, open).or_else(|| if open + 1 < close { None } else { head(items, close) })
}

/// The name that an office in apposition belongs to: "Peter Hartley, president of the union, which …, said".
fn named(items: &[Item<'_>], subject: Subject) -> Subject {
    if !matches!(subject.head, Head::Human | Head::Group)
        || subject.lo.checked_sub(1).is_none_or(|k| low(items, k) != ",")
    {
        return subject;
    }
    subject
        .lo
        .checked_sub(2)
        .and_then(|k| at(items, k))
        .filter(|s| matches!(s.head, Head::Name(_, NameKind::Person)))
        .unwrap_or(subject)
}

/// The subject before a phrase that stands between it and its verb: "Trump in a statement said".
fn beyond_phrase(items: &[Item<'_>], end: usize) -> Option<Subject> {
    (end.saturating_sub(8)..end).rev().find_map(|k| {
        let governs = matches!(
            low(items, k),
            "in" | "on" | "at" | "during" | "via" | "after" | "before" | "from" | "for" | "of"
        );
        governs.then(|| head(items, k)).flatten()
    })
}

/// Replaces "who" by what it refers to.
fn relative(items: &[Item<'_>], subject: Subject) -> Subject {
    if low(items, subject.lo) != "who" || subject.hi != subject.lo + 1 {
        return subject;
    }
    let comma = subject.lo.checked_sub(1).is_some_and(|k| low(items, k) == ",");
    head(items, subject.lo - usize::from(comma))
        .or_else(|| {
            // "reaction from Trump, who", "backed by the mayor of Kyiv, who": what governs it does not matter here.
            let last = subject.lo.checked_sub(1 + usize::from(comma))?;
            let name = at_name(items, last)?;
            let office = name
                .lo
                .checked_sub(2)
                .filter(|k| is_human(low(items, *k)) && is_preposition(low(items, k + 1)));
            let described = |k: usize| Subject { lo: left(items, k), hi: last + 1, head: Head::Human };
            Some(
                office
                    .filter(|_| !matches!(name.head, Head::Name(_, NameKind::Person)))
                    .map_or(name, described),
            )
        })
        .unwrap_or(subject)
}
