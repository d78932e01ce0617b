//! A description read from its left end: "a US official", "Kremlin spokesman Dmitry Peskov", "the air force".
//!
//! **Invariant:** it ends before a relative clause, and what follows a name of a person is no part of it.
//! Start at [`described`].

use super::cues;
use super::items::{Item, What};
use super::proper;
use super::subject::{Head, Subject, low, what};
use super::words::{is_determiner, is_joint, is_preposition, is_verb};
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::{is_group, is_human};

/// How many items before its verb a clause may open with the description of its subject.
const REACH: usize = 60;

/// The description that begins at item `lo`, up to its head.
pub(crate) fn described(items: &[Item<'_>], lo: usize) -> Option<Subject> {
    if matches!(low(items, lo), "he" | "she" | "they") {
        return Some(Subject { lo, hi: lo + 1, head: Head::Pronoun });
    }
    let mut found: Option<Subject> = None;
    let mut i = lo;
    while i < lo + 14 {
        let word = low(items, i);
        let possessed = matches!(low(items, i + 1), "'s" | "'") && i + 2 < items.len();
        let Some(here) = what(items, i) else { break };
        match here {
            What::Name(index, kind) if !possessed => {
                // "Reuters Friday", "Moscow in": the name ends it, unless a role or another name goes on.
                found = Some(Subject { lo, hi: i + 1, head: Head::Name(index, kind) });
                if kind == NameKind::Person {
                    break;
                }
            }
            What::Word if is_human(word) && !possessed && !is_title_before(items, i) => {
                found = Some(Subject { lo, hi: i + 1, head: Head::Human });
            }
            What::Word if is_body(word) && !possessed => {
                found = Some(Subject { lo, hi: i + 1, head: Head::Group });
            }
            What::Word if is_determiner(word) && i == lo => {}
            // "Critics accusing Trump": the description ends where its own saying begins.
            What::Word
                if found.is_some() && cues::verb(word).is_some_and(|v| v.form == cues::Form::Participle) =>
            {
                break;
            }
            What::Word
                if is_joint(word) || is_verb(word) && !matches!(what(items, i + 1), Some(What::Name(..))) =>
            {
                if matches!(word, "for" | "of" | "from" | "at" | "with")
                    && found.is_some_and(|s| s.hi == i && !matches!(s.head, Head::Name(_, NameKind::Person)))
                {
                    let mut hi = i + 1;
                    while hi < i + 7
                        && !is_joint(low(items, hi))
                        && (low(items, hi).starts_with('\'')
                            || !matches!(what(items, hi), None | Some(What::Mark | What::Quote(_))))
                    {
                        hi += 1;
                        if matches!(what(items, hi - 1), Some(What::Name(..)))
                            && !matches!(low(items, hi), "'s" | "-")
                        {
                            break;
                        }
                    }
                    found = found.map(|s| Subject { hi, ..s });
                }
                break;
            }
            What::Mark if !matches!(word, "'s" | "-" | "'" | ".") => {
                // "Ukraine’s energy minister, Denys Shmyhal": the name goes with the office before it.
                if word == ","
                    && let Some(s) = found.filter(|s| s.head == Head::Human && s.hi == i)
                    && let Some(What::Name(index, NameKind::Person)) = what(items, i + 1)
                {
                    return Some(Subject { lo: s.lo, hi: i + 2, head: Head::Name(index, NameKind::Person) });
                }
                break;
            }
            What::Quote(_) => break,
            What::Word | What::Mark | What::Name(..) => {}
        }
        i += 1;
    }
    found.or_else(|| aged(items, lo)).or_else(|| proper::opening(items, lo))
}

/// "The 46-year-old" is somebody.
fn aged(items: &[Item<'_>], lo: usize) -> Option<Subject> {
    let old = (lo + 1..lo + 6).find(|k| low(items, *k) == "old" && low(items, k - 1) == "-")?;
    is_determiner(low(items, lo)).then_some(Subject { lo, hi: old + 1, head: Head::Human })
}

/// The description that opens the clause, with what goes with it up to its verb at `end`: "Two people familiar with
/// the matter, who asked not to be named, said", "A woman whose house burned down said".
pub(crate) fn described_before(items: &[Item<'_>], end: usize) -> Option<Subject> {
    let from = end.saturating_sub(REACH);
    let opens = |k: &usize| {
        let before = k.checked_sub(1).map_or(";", |b| low(items, b));
        matches!(before, ";" | ":" | "—" | "–" | "." | "but" | "and" | "while" | "as" | "that" | ",")
            && (is_determiner(low(items, *k))
                || items.get(*k).is_some_and(|t| t.text.starts_with(char::is_uppercase)))
    };
    (from..end).filter(opens).find_map(|lo| {
        let subject = described(items, lo).filter(|s| s.hi < end && s.head != Head::Pronoun);
        subject.or_else(|| before_who(items, lo, end)).filter(|s| belongs(items, s.hi, end))
    })
}

/// "A dog walker, who …", "One rider, a nurse, …": who has a relative clause with "who", or is described as somebody
/// beside, is a person, by whatever noun.
fn before_who(items: &[Item<'_>], lo: usize, end: usize) -> Option<Subject> {
    let hi = (lo + 1..end.min(lo + 6)).find(|k| {
        let remark = || described(items, k + 1).is_some_and(|s| s.head == Head::Human);
        matches!(low(items, *k), "who" | "whose")
            || low(items, *k) == ","
                && (low(items, k + 1) == "who" || matches!(low(items, k + 1), "a" | "an" | "the") && remark())
    })?;
    let plain = (lo..hi).all(|k| what(items, k) == Some(What::Word) && !is_joint(low(items, k)));
    (plain && hi > lo + 1 && is_determiner(low(items, lo))).then_some(Subject { lo, hi, head: Head::Human })
}

/// Whether the items `from..end` only go with the description before them: a relative clause, a remark between
/// commas, or a phrase without a verb of its own.
fn belongs(items: &[Item<'_>], from: usize, end: usize) -> bool {
    let last = low(items, end.saturating_sub(1));
    let clear = !(from..end).any(|k| {
        matches!(what(items, k), Some(What::Quote(_))) || matches!(low(items, k), ";" | "but" | "." | ":")
    });
    let first = low(items, from);
    let verb = (from + 1..end).take_while(|k| low(items, *k) != ",").any(|k| is_verb(low(items, k)));
    clear
        && match first {
            "who" | "whose" | "which" => true,
            "," => last == "," && end > from + 2,
            "familiar" | "close" | "present" | "aware" | "involved" | "briefed" | "responsible" | "based" => {
                !verb
            }
            _ => (is_preposition(first) || first.ends_with("ing")) && !verb,
        }
}

/// Whether the word at `i` is a title that a person's name follows.
fn is_title_before(items: &[Item<'_>], i: usize) -> bool {
    matches!(what(items, i + 1), Some(What::Name(_, NameKind::Person)))
}

/// Whether `word`, in lower case, is a noun for a body, or for a paper that speaks for somebody.
pub(crate) fn is_body(word: &str) -> bool {
    is_group(word)
        || matches!(
            word,
            "banner"
                | "biography"
                | "book"
                | "bylaws"
                | "columnist"
                | "editorial"
                | "indictment"
                | "memoir"
                | "note"
                | "speech"
                | "placard"
                | "playbook"
                | "poster"
                | "publication"
                | "publications"
                | "ruling"
                | "sign"
                | "slogan"
        )
}
