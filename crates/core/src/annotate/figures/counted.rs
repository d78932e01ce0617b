//! What a number counts or measures: the nouns after it, or the total that it is given for before it.
//!
//! **Invariant:** where the noun is left out ("wounded four in the capital") there is none; it is never filled in.
//! Start at [`counted`].

use super::super::times::token::Token;
use super::super::times::verbs;

/// The most words between a number and its noun.
const REACH: usize = 6;

/// The tokens `[first, end)` of what is counted, for a number whose words end at `at`.
///
/// `measured`: a unit or money stands between, so the noun follows "of", "in" or "worth of", or, where `nominal`
/// (an article stands before the number), at once: "a $40 billion contract".
pub(super) fn counted(t: &[Token], at: usize, measured: bool, nominal: bool) -> Option<(usize, usize)> {
    let low = |i: usize| t.get(i).map_or("", |w| w.low.as_str());
    if measured {
        let (of, from) = match (low(at), low(at + 1)) {
            ("worth", "of") => (true, at + 2),
            ("of" | "in", _) => (true, at + 1),
            _ => (false, at),
        };
        let linked = low(at) == "in";
        // "Lost a billion in a year": with an article it is no measure of what follows.
        let from = if of && !linked { after_article(t, from) } else { from };
        let hyphen = usize::from(!of && low(from) == "-");
        let small = t.get(from).is_some_and(|w| !w.capital);
        return nouns(t, from + hyphen, if linked { small } else { of || nominal });
    }
    match (low(at), low(at + 1)) {
        // "Ten of his soldiers", "four of the 12 hostages".
        ("of", "the" | "his" | "her" | "its" | "their" | "them" | "those" | "these") => {
            let number =
                usize::from(t.get(at + 2).is_some_and(|w| w.low.starts_with(|c: char| c.is_ascii_digit())));
            nouns(t, at + 2 + number, false)
        }
        // "20 of Norlund's larger ships".
        ("of", _) if (at + 2..at + 5).any(|i| low(i) == "'s") => {
            let owner = (at + 2..at + 5).find(|i| low(*i) == "'s")?;
            nouns(t, owner + 1, false)
        }
        ("more" | "other" | "additional" | "further" | "extra" | "such" | "different", _) => {
            let of = usize::from(low(at + 1) == "of");
            nouns(t, after_article(t, at + 1 + of), false)
        }
        _ => nouns(t, at, false),
    }
}

fn after_article(t: &[Token], at: usize) -> usize {
    let article =
        |w: &Token| matches!(w.low.as_str(), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "all");
    at + usize::from(t.get(at).is_some_and(article))
}

/// The run of words at `from` that ends in a plural; where `any`, also one without.
fn nouns(t: &[Token], from: usize, any: bool) -> Option<(usize, usize)> {
    let mut end = from;
    while end < from + REACH {
        let Some(word) = t.get(end) else { break };
        let low = word.low.as_str();
        let hyphen = low == "-" && !word.spaced && end > from;
        if hyphen || end > from && !word.spaced && t.get(end - 1).is_some_and(|b| b.low == "-") {
            end += 1;
            continue;
        }
        if !word.is_word() || is_stop(low) {
            break;
        }
        if matches!(low, "dead" | "wounded" | "injured" | "missing")
            && end == from
            && !is_noun_next(t, end + 1)
        {
            return Some((from, end + 1));
        }
        if verbs::is_past(low) && !is_noun_next(t, end + 1) {
            break;
        }
        if is_plural(low) && !is_plural_next(t, end + 1) {
            return Some((from, owned(t, with_of(t, end + 1))));
        }
        end += 1;
    }
    (any && end > from && t.get(end - 1).is_some_and(Token::is_word)).then(|| (from, owned(t, end)))
}

/// Where a possessive follows, the end of what is owned: "5 per cent of the bank's 100,000 tellers".
fn owned(t: &[Token], end: usize) -> usize {
    if t.get(end).is_none_or(|w| w.low != "'s") {
        return end;
    }
    let number = usize::from(t.get(end + 1).is_some_and(|w| w.low.starts_with(|c: char| c.is_ascii_digit())));
    let noun = |w: &&Token| w.is_word() && !is_stop(&w.low) && !verbs::is_past(&w.low);
    let more = t.iter().skip(end + 1 + number).take(3).take_while(noun).count();
    if more == 0 { end } else { end + 1 + number + more }
}

/// After a plural at `end - 1`: "of war", "of ammunition", where no article follows.
fn with_of(t: &[Token], end: usize) -> usize {
    if t.get(end).is_none_or(|w| w.low != "of") {
        return end;
    }
    let bare = |w: &&Token| w.is_word() && !w.capital && !is_stop(&w.low);
    let more = t.iter().skip(end + 1).take(2).take_while(bare).count();
    if more == 0 { end } else { end + 1 + more }
}

fn is_noun_next(t: &[Token], at: usize) -> bool {
    t.get(at).is_some_and(|w| is_plural(&w.low) && !is_stop(&w.low))
}

/// A second plural goes on with the first: "arms sales", "defence systems batteries".
fn is_plural_next(t: &[Token], at: usize) -> bool {
    t.get(at).is_some_and(|w| is_plural(&w.low) && !is_stop(&w.low) && !is_verb(&w.low))
}

/// Forms in -s that follow a plural as its verb or stand for something else.
fn is_verb(low: &str) -> bool {
    matches!(
        low,
        "says" | "plans" | "remains" | "needs" | "faces" | "means" | "comes" | "makes" | "takes" | "gives"
    )
}

/// Whether `low` reads as the plural of a noun.
pub(super) fn is_plural(low: &str) -> bool {
    let s = low.len() > 3 && low.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|e| low.ends_with(e));
    s && !matches!(low, "overseas" | "always" | "perhaps" | "besides" | "versus" | "less" | "towards")
        || low.ends_with("men")
        || matches!(
            low,
            "people"
                | "children"
                | "personnel"
                | "aircraft"
                | "staff"
                | "sheep"
                | "cattle"
                | "police"
                | "teeth"
        )
}

/// Whether `low` ends a run of nouns.
#[rustfmt::skip]
fn is_stop(low: &str) -> bool {
    matches!(low,
        "a" | "about" | "above" | "across" | "after" | "again" | "against" | "ago" | "all" | "alone" | "along"
        | "also" | "although" | "among" | "an" | "and" | "any" | "are" | "around" | "as" | "at" | "away" | "back"
        | "be" | "because" | "been" | "before" | "behind" | "being" | "below" | "between" | "but" | "by" | "can"
        | "compared" | "could" | "did" | "do" | "does" | "down" | "due" | "during" | "each" | "earlier"
        | "every" | "for" | "from" | "had" | "has" | "have" | "he" | "her" | "here" | "his" | "how" | "i" | "if"
        | "in" | "including" | "inside" | "into" | "is" | "it" | "its" | "last" | "later" | "less" | "many" | "may"
        | "might" | "more" | "most" | "must" | "near" | "next" | "nor" | "not" | "now" | "of" | "off" | "on"
        | "once" | "only" | "or" | "our" | "out" | "outside" | "over" | "per" | "plus" | "said" | "say" | "says"
        | "she" | "should" | "since" | "so" | "some" | "still" | "such" | "than" | "that" | "the" | "their"
        | "them" | "then" | "there" | "these" | "they" | "this" | "those" | "though" | "through" | "throughout"
        | "to" | "today" | "together" | "too" | "under" | "until" | "up" | "upon" | "was" | "we" | "were" | "what"
        | "when" | "where" | "whether" | "which" | "while" | "who" | "whom" | "whose" | "will" | "with" | "within"
        | "without" | "would" | "yesterday" | "yet" | "you" | "your" | "killing" | "wounding" | "injuring"
        | "leaving" | "according" | "amid" | "toward" | "towards" | "tomorrow" | "year-on-year" | "overnight"
        | "worldwide" | "nationwide" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday"
        | "sunday" | "killed" | "'s")
}

/// A total that the number at token `start` is given for: "the death toll rose to 45", "the number of dead is 12".
pub(super) fn total(t: &[Token], start: usize) -> Option<(usize, usize)> {
    let link = start.checked_sub(1).and_then(|i| t.get(i))?;
    if !matches!(link.low.as_str(), "to" | "at" | "was" | "is" | "of" | "reached" | "exceeded") {
        return None;
    }
    let first = start.saturating_sub(9);
    let near = t.get(first..start)?;
    let at =
        near.iter().rposition(|w| matches!(w.low.as_str(), "toll" | "number" | "tally" | "headcount"))?;
    let at = first + at;
    if t.get(at..start)?.iter().any(|w| matches!(w.low.as_str(), "," | ";" | "." | "and") || w.is_quote()) {
        return None;
    }
    let death =
        at.checked_sub(1).filter(|b| t.get(*b).is_some_and(|w| w.low == "death" || w.low == "casualty"));
    Some((death.unwrap_or(at), at + 1))
}
