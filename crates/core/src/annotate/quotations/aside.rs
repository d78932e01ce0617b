//! Subjects apart from their verb: before an aside between commas, a phrase, a relative clause.
//!
//! **Invariant:** what stands between is passed over only where it goes with the subject before it.
//! Start at [`aside`] and [`relative`].

use super::description::described;
use super::items::{Item, What};
use super::subject::{Head, REACH, Subject, at, at_name, head, left, low, what};
use super::words::{is_between, is_preposition};
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::is_human;

/// The subject before an aside between commas: "Yuri Ushakov, a foreign policy aide to Putin, called".
pub(super) fn aside(items: &[Item<'_>], close: usize) -> Option<Subject> {
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
pub(super) fn named(items: &[Item<'_>], subject: Subject) -> Subject {
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
pub(super) fn beyond_phrase(items: &[Item<'_>], end: usize) -> Option<Subject> {
    if matches!(low(items, end.checked_sub(1)?), "and" | "but" | "or") {
        return None;
    }
    (end.saturating_sub(8)..end).rev().find_map(|k| {
        let governs = matches!(
            low(items, k),
            "in" | "on" | "at" | "during" | "via" | "after" | "before" | "from" | "for" | "of"
        );
        let back = |k: &usize| k.checked_sub(1).is_some_and(|b| is_between(low(items, b)));
        let end = (k.saturating_sub(3)..=k).rev().find(|k| !back(k)).unwrap_or(k);
        governs.then(|| head(items, end)).flatten()
    })
}

/// Replaces "who" by what it refers to.
pub(super) fn relative(items: &[Item<'_>], subject: Subject) -> Subject {
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
