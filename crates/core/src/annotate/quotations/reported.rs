//! Reported speech: the clause that somebody is said to have said.
//!
//! **Invariant:** what somebody did not say is not reported as said; a clause that is one quotation is left to the
//! direct ones. Start at [`clauses`].

use super::cues::{self, Form, Takes, Verb};
use super::description::described;
use super::direct::{Attribution, according, saying, trails};
use super::items::{Item, Sentence, What};
use super::object;
use super::subject::Head;
use super::words::{
    is_auxiliary, is_determiner, is_negation, is_number, is_preposition, is_pronoun, is_time, is_venue,
    is_verb,
};
use crate::annotate::names::gazetteer::is_demonym;
use crate::read::BlockKind;
use crate::span::Span;

/// A reported clause: its items, and the attribution, `None` in its cue where a colon stands for the verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    /// Where it stands.
    pub span: Span,
    /// Who says it, by which cue.
    pub attribution: Attribution,
    /// Whether the cue is a verb or phrase, not a colon.
    pub told: bool,
}

/// The reported clauses of `sentence`, in text order.
pub(crate) fn clauses(sentence: &Sentence<'_>) -> Vec<Clause> {
    let items = &sentence.items;
    let mut found = Vec::new();
    let mut from = 0;
    if let Some(clause) = headline(sentence) {
        return vec![clause];
    }
    while from < items.len() {
        let Some((clause, end)) = clause_at(items, from) else {
            from += 1;
            continue;
        };
        found.push(clause);
        found.extend(shared(items, clause, end));
        from = end.max(from + 1);
    }
    if found.is_empty()
        && let Some(attribution) = trails(items, 1)
    {
        let start = attribution.subject.lo.min(attribution.cue);
        found.extend(clause(items, 0, start, attribution));
    }
    found
}

/// What stands after `clause`, which ends before item `end`, and shares its words or its speaker:
/// "…, something the ministry confirmed", "… but still maintains that …".
fn shared(items: &[Item<'_>], clause: Clause, end: usize) -> Option<Clause> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    if let Some(cue) = aside(items, end) {
        let (_, subject, denied) = saying(items, cue)?;
        let attribution = Attribution { cue, length: 1, subject, rule: "says-something" };
        return (!denied).then_some(Clause { attribution, ..clause });
    }
    if word(end) != "but" {
        return None;
    }
    let cue = (end + 1..end + 4)
        .find(|k| !matches!(word(*k), "still" | "also" | "later" | "then" | "has" | "had"))?;
    let verb =
        cues::verb(word(cue)).filter(|v| v.clause() && matches!(v.form, Form::Past | Form::Present))?;
    if word(cue + 1) != "that" || verb.addressed {
        return None;
    }
    let attribution = Attribution { cue, rule: "says-that", length: 1, ..clause.attribution };
    self::clause(items, cue + 2, end_of(items, cue + 2), attribution)
}

/// The verb of saying in "…, something the ministry confirmed" after the comma at item `comma`.
fn aside(items: &[Item<'_>], comma: usize) -> Option<usize> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let from = comma + if word(comma + 2) == "that" { 3 } else { 2 };
    if word(comma) != "," || word(comma + 1) != "something" {
        return None;
    }
    (from + 1..from + 12).take_while(|k| *k < items.len()).find(|k| {
        cues::is_saying(word(*k)) && saying(items, *k).is_some_and(|(_, subject, _)| subject.lo == from)
    })
}

/// The clause whose cue is item `i`, and the item after it.
fn clause_at(items: &[Item<'_>], i: usize) -> Option<(Clause, usize)> {
    if let Some(attribution) = according(items, i) {
        let opens =
            i == 0 || items.get(i - 1).is_some_and(|t| matches!(t.low.as_str(), "but" | "and" | "while"));
        let end = items.len();
        if opens {
            let comma =
                (attribution.subject.hi..end).find(|k| items.get(*k).is_some_and(|t| t.low == ","))?;
            return Some((clause(items, comma + 1, end, attribution)?, end));
        }
        return Some((clause(items, 0, i, attribution)?, end));
    }
    let (verb, subject, denied) = saying(items, i)?;
    let object = object::of(items, i, verb, subject);
    if denied
        || !verb.clause() && object.is_none()
        || (subject.head == Head::Pronoun
            && items.get(subject.lo).is_some_and(|t| matches!(t.low.as_str(), "i" | "we" | "you" | "one")))
    {
        return None;
    }
    if let Some((start, end, rule)) = object {
        let attribution = Attribution { cue: i, length: 1, subject, rule };
        return Some((clause(items, start, end, attribution)?, end));
    }
    let start = content(items, i + 1, verb)?;
    let end = subordinate_end(items, i, start).unwrap_or_else(|| end_of(items, start));
    let rule =
        if items.get(start - 1).is_some_and(|t| t.low == "that") { "says-that" } else { "says-clause" };
    let attribution = Attribution { cue: i, length: 1, subject, rule };
    Some((clause(items, start, end, attribution)?, end))
}

/// The first item of what is said, after the verb before item `from`.
fn content(items: &[Item<'_>], from: usize, verb: Verb) -> Option<usize> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    for k in from..(from + 16).min(items.len()) {
        if word(k) == "that" {
            return (!matches!(word(k + 1), "" | "." | ",")).then_some(k + 1);
        }
        // "said in Davos, Switzerland, on Thursday that": the phrase after the verb may hold commas.
        let place = word(k) == "," && matches!(word(from), "in" | "on" | "at" | "during" | "after");
        if !place && matches!(word(k), "," | ";" | ":" | "." | "—" | "but" | "and")
            || matches!(items.get(k)?.what, What::Quote(_))
        {
            break;
        }
    }
    let mut start = from;
    if verb.addressed {
        let pronoun = matches!(word(from), "him" | "her" | "them" | "me" | "us" | "you");
        if matches!(verb.lemma, "urge" | "ask") {
            return None;
        }
        start = if pronoun { from + 1 } else { described(items, from)?.hi };
    } else if verb.takes != Takes::Clause {
        return None;
    }
    if matches!(word(start), "on" | "in" | "late" | "early") && is_time(word(start + 1)) {
        start += 2;
    }
    while is_time(word(start)) {
        start += 1;
    }
    start = past_venue(items, start);
    let first = items.get(start)?;
    let about = is_about(items, start);
    let opens = match first.what {
        What::Name(..) => true,
        What::Word => {
            let low = first.low.as_str();
            let refused =
                low == "no" && items.get(start + 1).is_none_or(|t| t.what != What::Word || t.low == "to");
            !refused
                && (about || !is_preposition(low) || matches!(low, "after" | "since" | "despite" | "during"))
                && !matches!(
                    low,
                    "to" | "so"
                        | "as"
                        | "how"
                        | "what"
                        | "whether"
                        | "why"
                        | "who"
                        | "when"
                        | "where"
                        | "yes"
                        | "and"
                        | "but"
                        | "or"
                )
                && !is_auxiliary(low)
        }
        What::Mark | What::Quote(_) => false,
    };
    let clause = (start + 1..items.len())
        .take(30)
        .take_while(|k| !matches!(word(*k), ";" | "."))
        .take_while(|k| !(matches!(word(*k), "and" | "but") && cues::is_saying(word(k + 1))))
        .any(|k| is_verb(word(k)))
        || matches!(word(start), "he" | "she" | "they" | "we" | "i");
    let sure = is_pronoun(word(start))
        || word(start) == "no"
        || is_determiner(word(start))
        || matches!(first.what, What::Name(..))
        || is_demonym(first.text)
        || about
        || verb.lemma == "say";
    let demanded = verb.lemma == "demand" && matches!(first.what, What::Name(..));
    (opens && sure && (clause || demanded) && verb.form != Form::Base
        || opens && clause && sure && verb.form == Form::Base)
        .then_some(start)
}

/// The item after phrases that tell where or when it was said: "said in a statement on Monday", "told in Davos".
fn past_venue(items: &[Item<'_>], from: usize) -> usize {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let mut start = from;
    for _ in 0..3 {
        if !matches!(word(start), "in" | "on" | "at" | "during" | "via" | "through" | "late" | "early") {
            break;
        }
        let phrase = (start + 1..start + 7).take_while(|k| {
            items.get(*k).is_some_and(|t| matches!(t.what, What::Word | What::Name(..)))
                && !is_verb(word(*k))
                && !is_pronoun(word(*k))
        });
        // The phrase is as long as its last venue or time, and something has to be said after it.
        let venue = |k: &usize| {
            is_venue(word(*k)) || is_time(word(*k)) || word(*k).parse::<u16>().is_ok_and(|n| n > 1900)
        };
        let next = |k: &usize| {
            let after = word(k + 1);
            is_determiner(after)
                || is_pronoun(after)
                || is_preposition(after)
                || is_time(after)
                || after == "no"
                || items.get(k + 1).is_some_and(|t| matches!(t.what, What::Name(..)))
        };
        let Some(end) = phrase.filter(|k| venue(k) && next(k)).last() else { break };
        start = end + 1;
        while is_time(word(start)) {
            start += 1;
        }
    }
    start
}

/// Whether a number that is only nearly told begins at item `i`: "at least nine ships", "about 40 people".
pub(super) fn is_about(items: &[Item<'_>], i: usize) -> bool {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let number = |k: usize| word(k).starts_with(|c: char| c.is_ascii_digit()) || is_number(word(k));
    match word(i) {
        "at" => matches!(word(i + 1), "least" | "most") && number(i + 2),
        "about" | "around" | "over" | "under" | "between" => number(i + 1),
        _ => false,
    }
}

/// Where the clause from `start` ends: the sentence, "but did not say", or a remark set off at its end.
pub(super) fn end_of(items: &[Item<'_>], start: usize) -> usize {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    // "… “will stay with Russia,” a position backed by": a comma inside the marks ends the clause, except in a list.
    let quoted = (start..items.len()).find(|k| {
        let closes = items.get(*k).is_some_and(|t| {
            matches!(t.what, What::Quote(_)) && t.text.trim_end_matches(['”', '"', '’', '\'']).ends_with(',')
        });
        let listed = items
            .get(k + 1)
            .is_none_or(|t| matches!(t.what, What::Quote(_)) || matches!(t.low.as_str(), "and" | "or"));
        closes && !listed
    });
    if let Some(quoted) = quoted {
        return quoted + 1;
    }
    let cut = (start + 1..items.len()).find(|k| {
        let next = word(k + 1);
        let adds = cues::verb(next).is_some_and(|v| v.form == Form::Participle && v.clause());
        word(*k) == ";"
            || word(*k) == "," && adds
            || (word(*k) == "but"
                && (matches!(
                    next,
                    "did"
                        | "does"
                        | "do"
                        | "has"
                        | "had"
                        | "still"
                        | "gave"
                        | "gives"
                        | "made"
                        | "said"
                        | "says"
                ) || is_negation(next)
                    || next.ends_with("ed")))
    });
    let cut =
        cut.or_else(|| (start + 1..items.len()).find(|k| word(*k) == "," && aside(items, *k).is_some()));
    let end = cut.unwrap_or(items.len());
    // One dash alone opens a remark that is as often the article's as the speaker's; two of them enclose one.
    let mut dashes = (start + 1..end).filter(|k| is_dash(items, *k));
    match (dashes.next(), dashes.next()) {
        (Some(dash), None) => dash,
        _ => end,
    }
}

/// Whether item `k` is a dash with space around it.
fn is_dash(items: &[Item<'_>], k: usize) -> bool {
    let gap =
        |a: Option<&Item<'_>>, b: Option<&Item<'_>>| a.zip(b).is_some_and(|(a, b)| a.span.end < b.span.start);
    let item = items.get(k);
    item.is_some_and(|t| matches!(t.low.as_str(), "—" | "–" | "―" | "--"))
        && gap(k.checked_sub(1).and_then(|b| items.get(b)), item)
        && gap(item, items.get(k + 1))
}

/// Where the clause from `start` ends if its saying is itself subordinate: "While he said that …, the talks go on".
fn subordinate_end(items: &[Item<'_>], cue: usize, start: usize) -> Option<usize> {
    let opener = items.first().is_some_and(|t| {
        matches!(
            t.low.as_str(),
            "while" | "although" | "though" | "after" | "as" | "when" | "because" | "since"
        )
    });
    if !opener || cue > 12 {
        return None;
    }
    (start..items.len()).find_map(|k| {
        let item = items.get(k)?;
        let inner = item.text.trim_end_matches(['”', '"', '’', '\'']);
        let quoted = matches!(item.what, What::Quote(_)) && inner.ends_with(',');
        (quoted || item.low == ",").then_some(k + usize::from(quoted))
    })
}

/// The clause of the items `from..to`, without marks at its ends; `None` where no word of it stands outside quotations.
fn clause(items: &[Item<'_>], from: usize, to: usize, attribution: Attribution) -> Option<Clause> {
    let mark = |k: usize| {
        items.get(k).is_some_and(|t| {
            t.what == What::Mark && !matches!(t.low.as_str(), "'s" | "$" | "£" | "€" | "(" | ")" | "%")
        })
    };
    let (mut from, mut to) = (from, to.min(items.len()));
    while from < to && mark(from) {
        from += 1;
    }
    while from < to
        && (mark(to - 1)
            || items.get(to - 1).is_some_and(|t| matches!(t.low.as_str(), "but" | "and" | "while")))
    {
        to -= 1;
    }
    let words = items.get(from..to)?.iter().filter(|t| matches!(t.what, What::Word | What::Name(..))).count();
    let span = items.get(from)?.span.join(items.get(to.checked_sub(1)?)?.span);
    let verb = items.get(from..to)?.iter().any(|t| is_verb(&t.low));
    let mixed = words >= 1 && items.get(from..to)?.iter().any(|t| matches!(t.what, What::Quote(_)));
    (words >= 3 || words >= 2 && verb || mixed).then_some(Clause { span, attribution, told: true })
}

/// "US has given Ukraine and Russia June deadline to end war: Zelenskyy".
fn headline(sentence: &Sentence<'_>) -> Option<Clause> {
    let items = &sentence.items;
    if !matches!(sentence.kind, BlockKind::Title | BlockKind::Crosshead) {
        return None;
    }
    let colon = items.iter().rposition(|t| t.low == ":")?;
    let subject = described(items, colon + 1).filter(|s| s.hi == items.len() && s.head != Head::Pronoun)?;
    let attribution = Attribution { cue: colon, length: 1, subject, rule: "headline-colon" };
    Some(Clause { told: false, ..clause(items, 0, colon, attribution)? })
}
