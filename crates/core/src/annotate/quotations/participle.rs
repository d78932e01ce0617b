//! The subject of a participle: "…, saying that", "with officials confirming that", "After saying so, she left".
//!
//! **Invariant:** a participle shares the subject of the clause it leans on; what is governed there speaks only after
//! "with". Start at [`of_participle`].

use super::aside::{named, relative};
use super::description::described;
use super::direct::Attribution;
use super::items::{Item, What};
use super::subject::{self, Head, REACH, Subject, at, low, what};
use super::words::{is_auxiliary, is_between, is_determiner, is_negation, is_venue, is_verb};
use crate::annotate::NameKind;

/// The subject of a participle such as "saying": the nearest one to its left that has a verb of its own.
pub(crate) fn of_participle(items: &[Item<'_>], verb: usize) -> Option<(Subject, bool)> {
    let denied = is_negation(low(items, verb.checked_sub(1)?));
    // "He was quoted as saying".
    if low(items, verb - 1) == "as"
        && let Some(quoted) =
            verb.checked_sub(2).filter(|k| matches!(low(items, *k), "quoted" | "cited" | "reported"))
        && let Some(found) = subject::before(items, quoted)
    {
        return Some(found);
    }
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
        let it = low(items, i) == "it" && is_verb(low(items, i + 1));
        let pronoun = it.then_some(Subject { lo: i, hi: i + 1, head: Head::Pronoun });
        let Some(subject) = pronoun.or_else(|| at(items, i)) else { continue };
        // "Posted a Twitter comment, saying": what follows a verb is its object.
        let object =
            subject.lo.checked_sub(1).is_some_and(|k| is_verb(low(items, k)) && !is_auxiliary(low(items, k)));
        if object && is_determiner(low(items, subject.lo)) && !matches!(subject.head, Head::Human) {
            continue;
        }
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
    // "After saying that it was late, she left": who says it comes with the verb of the sentence.
    let ahead = || {
        let comma = (verb + 1..verb + REACH / 2).find(|k| {
            let quoted = items.get(*k).filter(|t| matches!(t.what, What::Quote(_))).map_or("", |t| t.text);
            low(items, *k) == "," || quoted.trim_end_matches(['”', '"', '’']).ends_with(',')
        })?;
        let subject = described(items, comma + 1)?;
        let opens = verb < 3 && !matches!(what(items, 0), Some(What::Quote(_)));
        (opens && is_verb(low(items, subject.hi))).then_some(subject)
    };
    fallback.or_else(ahead).map(|s| (s, denied))
}

/// The speakers of `attribution`: two where unnamed ones stand beside somebody named, "with officials from here as well
/// as the port’s Coast Guard confirming". After a bare "and" the second may be governed with what stands before it, so
/// it needs an owner or is a person.
pub(crate) fn sides(items: &[Item<'_>], attribution: Attribution) -> Vec<Attribution> {
    let Subject { lo, hi, head } = attribution.subject;
    let with = lo.checked_sub(1).is_some_and(|k| low(items, k) == "with") && hi == attribution.cue;
    let unnamed = with && matches!(head, Head::Human | Head::Group);
    let Some((end, other)) = unnamed.then(|| beside(items, lo, hi)).flatten() else {
        return vec![attribution];
    };
    let first = Subject { hi: end, ..attribution.subject };
    [first, other].map(|subject| Attribution { subject, ..attribution }).to_vec()
}

/// Who is named at the end of the description `lo..hi`, and where what stands before ends.
fn beside(items: &[Item<'_>], lo: usize, hi: usize) -> Option<(usize, Subject)> {
    let well = (lo + 1..hi.saturating_sub(2))
        .rev()
        .find(|k| ["as", "well", "as"].iter().enumerate().all(|(n, word)| low(items, k + n) == *word));
    let and = || (lo + 1..hi).rev().find(|k| low(items, *k) == "and").map(|k| (k, k + 1));
    let (end, from) = well.map(|k| (k, k + 3)).or_else(and)?;
    let other = described(items, from).filter(|s| s.hi == hi)?;
    let owned = || (from..hi).any(|k| low(items, k) == "'s");
    let named = match other.head {
        Head::Name(_, NameKind::Person) => true,
        Head::Name(_, NameKind::Organization) => well.is_some() || owned(),
        _ => false,
    };
    named.then_some((end, other))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_is_named_beside_unnamed_officials_speaks_too() {
        check(
            "The two sides met, with officials from Norway and Chile as well as Peru’s Ministry of Justice confirming that the swap took place.",
            "?officials from Norway and Chile ~ the swap took place | #Peru’s Ministry of Justice ~ the swap took place",
        );
        check(
            "The port shut, with aides to the governor and Anna Berg saying that it was unsafe.",
            "?aides to the governor ~ it was unsafe | Anna Berg ~ it was unsafe",
        );
    }

    #[test]
    fn who_may_be_governed_with_the_others_is_not() {
        check(
            "The two sides met, with officials from Norway and Chile confirming that the swap took place.",
            "?officials from Norway and Chile ~ the swap took place",
        );
        check(
            "The two sides met, with officials from Norway as well as Chile confirming that the swap took place.",
            "?officials from Norway as well as Chile ~ the swap took place",
        );
        check(
            "The two sides met, with officials from Norway and the World Bank confirming that the swap took place.",
            "?officials from Norway and the World Bank ~ the swap took place",
        );
    }
}
