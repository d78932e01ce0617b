//! Who says a direct quotation: the verb of saying after it, before it, or "according to".
//!
//! **Invariant:** a denied saying attributes nothing; the nearest name is not a speaker without a cue.
//! Start at [`attribute`].

use super::cues::{self, Form, Verb};
use super::description::{described, described_before};
use super::items::{Item, Sentence, What};
use super::nominal;
use super::participle;
use super::subject::{self, Head, REACH, Subject};
use super::words::{is_auxiliary, is_between, is_determiner, is_preposition, is_time};
use crate::annotate::times::verbs;

/// A verb or phrase of saying with its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The item of the verb.
    pub cue: usize,
    /// How many items the cue has.
    pub length: usize,
    /// Who speaks, in the same sentence.
    pub subject: Subject,
    /// The rule.
    pub rule: &'static str,
}

/// The attribution in `sentence` of the quotation at item `at`.
pub(crate) fn attribute(sentence: &Sentence<'_>, at: usize) -> Option<Attribution> {
    let items = &sentence.items;
    let colon = at.checked_sub(1).filter(|k| items.get(*k).is_some_and(|t| t.low == ":"));
    follows(items, at)
        .or_else(|| precedes(items, at))
        .or_else(|| colon.and_then(|k| nominal::colon(items, k)))
        .or_else(|| trails(items, at + 1))
        .or_else(|| (at + 1..at + 30).find_map(|k| nominal::view(items, k)))
        .or_else(|| nominal::doer(items, at))
}

/// The saying at item `i`: its verb, subject and whether it is denied.
pub(crate) fn saying(items: &[Item<'_>], i: usize) -> Option<(Verb, Subject, bool)> {
    saying_of(items, i, false)
}

/// The same, where a quotation follows if `quoting`: what somebody vowed to do is then the words of a vow.
fn saying_of(items: &[Item<'_>], i: usize, quoting: bool) -> Option<(Verb, Subject, bool)> {
    let item = items.get(i).filter(|item| item.what == What::Word)?;
    let put_it = is_phrasal(&item.low, items.get(i + 1).map_or("", |t| t.low.as_str()));
    // What somebody puts so is no clause; what somebody shoots back may be one.
    let stands = if matches!(item.low.as_str(), "put" | "puts") { "describes" } else { "vented" };
    let verb = if put_it { cues::verb(stands)? } else { cues::verb(&item.low)? };
    // "Party rules", "the charges", "objects": as nouns they are as common.
    if matches!(verb.lemma, "rule" | "charge" | "object") && matches!(verb.form, Form::Base | Form::Present) {
        return None;
    }
    let before = i.checked_sub(1).and_then(|k| items.get(k));
    let word = before.map_or("", |item| item.low.as_str());
    // A noun, not a verb: "the report", "his claims", "a call".
    if is_determiner(word) && !matches!(word, "some" | "many" | "others" | "both")
        || matches!(word, "'s" | "of" | "for" | "in" | "s'") && verb.form != Form::Participle
    {
        return None;
    }
    let next = items.get(i + 1).map_or("", |t| t.low.as_str());
    let vows = quoting && matches!(verb.lemma, "vow" | "promise" | "pledge" | "threaten");
    if next == "to"
        && !vows
        && matches!(
            verb.lemma,
            "agree"
                | "vow"
                | "promise"
                | "pledge"
                | "hope"
                | "decide"
                | "continue"
                | "threaten"
                | "begin"
                | "know"
                | "learn"
        )
    {
        return None;
    }
    let passive = matches!(word, "was" | "were" | "been" | "is" | "are" | "be" | "being" | "'s")
        && verb.form == Form::Past;
    if passive && !matches!(verb.lemma, "quote") {
        return None;
    }
    if verb.form == Form::Base
        && word == "to"
        && !i
            .checked_sub(2)
            .and_then(|k| items.get(k))
            .is_some_and(|t| matches!(t.low.as_str(), "on" | "continued" | "continues" | "had"))
    {
        return None;
    }
    if verb.form == Form::Participle
        && !matches!(word, "is" | "was" | "are" | "were" | "been" | "'s" | "'re" | "am")
    {
        let (subject, denied) = participle::of_participle(items, i)?;
        return Some((verb, subject, denied));
    }
    let (subject, denied) = subject::before(items, i)?;
    // Whether somebody thinks so is a question, not that one's word.
    let asked = subject.lo.checked_sub(1).and_then(|k| items.get(k));
    if asked.is_some_and(|t| matches!(t.low.as_str(), "if" | "whether")) && subject.hi <= i {
        return None;
    }
    // "A seminar called “Home”" has that name.
    let names = matches!(verb.lemma, "call" | "dub" | "title" | "name" | "label" | "brand")
        && verb.form == Form::Past;
    let quoted = items.get(i + 1).is_some_and(|t| matches!(t.what, What::Quote(_)));
    if names
        && quoted
        && subject.hi < i
        && items.get(i - 1).is_some_and(|t| !is_between(&t.low) && t.low != ",")
    {
        return None;
    }
    let last = items.get(subject.hi.saturating_sub(1)).map_or("", |t| t.low.as_str());
    // What a court hears is said there; what anybody else hears is not that one's word.
    if verb.lemma == "hear"
        && !matches!(
            last,
            "court" | "jury" | "inquest" | "inquiry" | "tribunal" | "hearing" | "panel" | "trial"
        )
    {
        return None;
    }
    let plural = matches!(
        items.get(subject.hi.saturating_sub(1)).map_or("", |t| t.low.as_str()),
        "they" | "we" | "i" | "you" | "people" | "police" | "others" | "some" | "many" | "who"
    ) || items
        .get(subject.hi.saturating_sub(1))
        .is_some_and(|t| t.low.ends_with('s') || t.low.ends_with("men"));
    let helped = (subject.hi..i).any(|k| items.get(k).is_some_and(|t| is_auxiliary(&t.low)));
    if verb.form == Form::Base && !(plural || helped) {
        return None;
    }
    Some((verb, subject, denied))
}

/// Whether two words are a verb of saying together: "put it", "shot back", "went on".
fn is_phrasal(verb: &str, particle: &str) -> bool {
    match verb {
        "put" | "puts" => particle == "it",
        "shot" | "shoots" | "fired" | "fires" | "hit" | "hits" | "clapped" | "snapped" | "pushed" | "bit" => {
            particle == "back"
        }
        "went" | "goes" => matches!(particle, "on" | "further"),
        "chimed" | "chimes" | "weighed" | "weighs" | "cut" | "jumped" => particle == "in",
        "piped" | "spoke" | "summed" => particle == "up",
        "cried" | "called" | "burst" => particle == "out",
        _ => false,
    }
}

/// Whether a sentence that begins with `items` only says who asked or cried what was quoted before it.
pub(crate) fn only_attributes(items: &[Item<'_>]) -> bool {
    (1..items.len().min(14)).any(|cue| {
        let ends = items.get(cue + 1).is_none_or(|t| {
            matches!(t.low.as_str(), "." | ",")
                || matches!(t.what, What::Quote(_))
                || is_preposition(&t.low)
                || is_time(&t.low)
        });
        ends && saying(items, cue)
            .is_some_and(|(verb, subject, denied)| subject.lo == 0 && !denied && verb.clause())
    })
}

/// "“…,” Zelenskyy told reporters", "“…,” said Caddell", "“…,” according to officials".
fn follows(items: &[Item<'_>], at: usize) -> Option<Attribution> {
    let quote = items.get(at)?;
    let inner = quote.text.trim_end_matches(['”', '"', '’', '\'', '»']).trim_end();
    let comma =
        items.get(at + 1).is_some_and(|t| t.low == "," || matches!(t.low.as_str(), "—" | "–" | "-" | "―"));
    let from = at + 1 + usize::from(comma);
    if !(comma || inner.ends_with([',', '?', '!', '—', '–', '…', '-', '.'])) {
        return None;
    }
    if let Some(found) = according(items, from) {
        return Some(found);
    }
    let dashed = items.get(at + 1).is_some_and(|t| matches!(t.low.as_str(), "—" | "–" | "―" | "-"));
    if dashed
        && let Some(subject) = described(items, at + 2).filter(|s| matches!(s.head, Head::Name(..)))
        && items
            .get(subject.hi)
            .is_none_or(|t| matches!(t.low.as_str(), "." | ",") || matches!(t.what, What::Quote(_)))
    {
        return Some(Attribution { cue: at + 1, length: 1, subject, rule: "quote-dash-speaker" });
    }
    let first = items.get(from)?;
    let finite = |v: cues::Verb| v.inverts() && matches!(v.form, Form::Past | Form::Present);
    if first.what == What::Word
        && cues::verb(&first.low).is_some_and(finite)
        && let Some(subject) = subject::after(items, from + 1)
    {
        return Some(Attribution { cue: from, length: 1, subject, rule: "quote-verb-speaker" });
    }
    let stop = (from..items.len())
        .find(|k| {
            items
                .get(*k)
                .is_none_or(|t| matches!(t.what, What::Quote(_)) || matches!(t.low.as_str(), ";" | ":"))
        })
        .unwrap_or(items.len());
    let known = (from + 1..stop.min(from + 40)).find_map(|cue| {
        let (verb, subject, denied) = saying(items, cue)?;
        let tight = subject.lo == from
            || (subject.lo <= from + 1
                && items.get(from).is_some_and(|t| matches!(t.low.as_str(), "as" | "and")));
        (tight && !denied && verb.form != Form::Participle).then_some(Attribution {
            cue,
            length: 1,
            subject,
            rule: "quote-speaker-verb",
        })
    });
    known.or_else(|| any_verb(items, at, from))
}

/// "“…,” Kelly charged": after a whole quotation that a comma ends, any verb of what follows is one of saying.
fn any_verb(items: &[Item<'_>], at: usize, from: usize) -> Option<Attribution> {
    let quote = items.get(at)?;
    let inner = quote.text.trim_end_matches(['”', '"', '’', '\'', '»']).trim_end();
    let whole = at == 0 || items.get(at - 1).is_some_and(|t| matches!(t.what, What::Quote(_)));
    if !whole || !inner.ends_with(',') {
        return None;
    }
    let subject = described(items, from)?;
    let cue = (subject.hi..subject.hi + 3).find(|k| items.get(*k).is_none_or(|t| !is_between(&t.low)))?;
    let ends = |k: usize| items.get(k).is_none_or(|t| t.what == What::Mark || is_preposition(&t.low));
    let verb = items.get(cue).is_some_and(|t| {
        t.what == What::Word
            && (verbs::is_past(&t.low) || t.low.len() > 4 && t.low.ends_with('s') && ends(cue + 1))
    });
    verb.then_some(Attribution { cue, length: 1, subject, rule: "quote-speaker-verb" })
}

/// "Zelenskyy said that “…”", "According to Peskov, Trump “…”", "saying “…”".
fn precedes(items: &[Item<'_>], at: usize) -> Option<Attribution> {
    for cue in (at.saturating_sub(REACH)..at).rev() {
        let item = items.get(cue)?;
        if item.low == ";" {
            break;
        }
        if let Some(found) = according(items, cue) {
            return Some(found);
        }
        if let Some(found) = nominal::agent(items, cue).filter(|a| a.subject.hi <= at) {
            return Some(found);
        }
        if let Some(found) = nominal::claim(items, cue, at) {
            return Some(found);
        }
        if let Some((_, subject, denied)) =
            saying_of(items, cue, !(cue..at).any(|k| items.get(k).is_some_and(|t| t.low == ",")))
        {
            if denied {
                return None;
            }
            // "He says he believes “…”": the words are said by the outer verb's subject.
            let outer = subject.lo.checked_sub(1).filter(|_| subject.head == Head::Pronoun);
            let outer =
                outer.and_then(|k| if items.get(k)?.low == "that" { k.checked_sub(1) } else { Some(k) });
            if let Some(k) = outer
                && let Some((_, said_by, false)) = saying(items, k)
                && items.get(subject.lo).is_some_and(|t| t.low != "who")
            {
                return Some(Attribution { cue: k, length: 1, subject: said_by, rule: "speaker-verb-quote" });
            }
            return Some(Attribution { cue, length: 1, subject, rule: "speaker-verb-quote" });
        }
        // "“…,” said Caddell, “…”": the subject stands between the verb and the second quotation.
        let inverted = cues::verb(&item.low)
            .is_some_and(|v| v.inverts() && v.form == Form::Past && item.what == What::Word);
        if inverted
            && cue
                .checked_sub(1)
                .and_then(|k| items.get(k))
                .is_some_and(|t| matches!(t.what, What::Quote(_)) || t.low == ",")
            && let Some(subject) = subject::after(items, cue + 1).filter(|s| s.hi <= at)
        {
            return Some(Attribution { cue, length: 1, subject, rule: "speaker-verb-quote" });
        }
    }
    None
}

/// A saying at the end of a sentence that covers all before it: "…, Zelensky said", "…, according to officials".
pub(crate) fn trails(items: &[Item<'_>], from: usize) -> Option<Attribution> {
    for cue in (from.max(1)..items.len()).rev().take(REACH) {
        if let Some(found) = according(items, cue) {
            return Some(found);
        }
        let comma = |k: usize| {
            k.checked_sub(1).and_then(|k| items.get(k)).is_some_and(|t| {
                matches!(t.low.as_str(), "," | "—" | "–") || matches!(t.what, What::Quote(_))
            })
        };
        let Some(item) = items.get(cue) else { continue };
        let inverted = cues::verb(&item.low)
            .is_some_and(|v| v.inverts() && v.form == Form::Past && item.what == What::Word);
        // "A trader, who asked not to be named, said the text …": who speaks stands before the verb.
        let opened = || described_before(items, cue).is_some_and(|s| s.lo == 0);
        if inverted
            && comma(cue)
            && !opened()
            && let Some(subject) = subject::after(items, cue + 1)
        {
            return Some(Attribution { cue, length: 1, subject, rule: "clause-verb-speaker" });
        }
        let Some((verb, subject, denied)) = saying(items, cue) else { continue };
        let ends = items.get(cue + 1).is_none_or(|t| {
            matches!(
                t.low.as_str(),
                "." | "!"
                    | "?"
                    | ","
                    | "reporters"
                    | "journalists"
                    | "late"
                    | "early"
                    | "earlier"
                    | "this"
                    | "yesterday"
            ) || is_time(&t.low)
                || is_preposition(&t.low)
                || (verb.addressed && matches!(t.what, What::Name(..)))
        });
        // "…, she will testify on Monday" is no saying yet.
        let finite = verb.form != Form::Participle
            && !(subject.hi..cue).any(|k| {
                items.get(k).is_some_and(|t| {
                    matches!(
                        t.low.as_str(),
                        "will" | "would" | "should" | "may" | "might" | "must" | "can" | "could" | "to"
                    )
                })
            });
        if verb.clause() && finite && !denied && ends && comma(subject.lo) {
            return Some(Attribution { cue, length: 1, subject, rule: "clause-speaker-verb" });
        }
    }
    None
}

/// "According to" at item `at` with whom it names.
pub(crate) fn according(items: &[Item<'_>], at: usize) -> Option<Attribution> {
    let word = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    // "Per the party's bylaws", not "per person".
    let per = word(at) == "per"
        && (matches!(word(at + 1), "the" | "a" | "an") || matches!(items.get(at + 1)?.what, What::Name(..)))
        && at
            .checked_sub(1)
            .and_then(|k| items.get(k))
            .is_none_or(|t| matches!(t.low.as_str(), ",") || matches!(t.what, What::Quote(_)));
    if !per && (word(at) != "according" || word(at + 1) != "to") {
        return None;
    }
    let length = if per { 1 } else { 2 };
    let subject = described(items, at + length).filter(|s| s.head != Head::Pronoun || s.hi == s.lo + 1)?;
    Some(Attribution { cue: at, length, subject, rule: "according-to" })
}
