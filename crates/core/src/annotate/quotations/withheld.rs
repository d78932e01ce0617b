//! What somebody did not say: "did not immediately respond", "declined to say when", "could not be reached".
//!
//! **Invariant:** a refusal has somebody who refuses, in the same sentence; that something was not done is no
//! refusal unless the doing would have been a saying. Start at [`withheld`].

use super::cues;
use super::description::described;
use super::direct::saying;
use super::items::{Item, What};
use super::subject::{self, Head, REACH, Subject, low, what};
use super::words::{is_auxiliary, is_negation, is_preposition, is_pronoun, is_time, is_verb};
use crate::annotate::NameKind;
use crate::fold::{WordSet, sorted};

/// A clause that says what was not said, by the items it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Withheld {
    /// The first item of the clause.
    pub lo: usize,
    /// The item after its last.
    pub hi: usize,
    /// The first item of the cue.
    pub cue: usize,
    /// The item after the cue's last.
    pub after: usize,
    /// Who does not say it.
    pub subject: Subject,
    /// Whom it would have been said to.
    pub to: Option<Subject>,
}

/// What is withheld in the sentence of `items`, in text order.
pub(crate) fn withheld(items: &[Item<'_>]) -> Vec<Withheld> {
    let mut found: Vec<Withheld> = Vec::new();
    let mut from = 0;
    while from < items.len() {
        match at(items, from) {
            Some(here) => {
                from = here.after.max(from + 1);
                found.push(here);
            }
            None => from += 1,
        }
    }
    found
}

/// The clause whose cue begins at item `i`.
fn at(items: &[Item<'_>], i: usize) -> Option<Withheld> {
    if what(items, i)? != What::Word {
        return None;
    }
    let (cue, after) = refusal(items, i)
        .or_else(|| silence(items, i))
        .or_else(|| out_of_reach(items, i))
        .or_else(|| nothing_given(items, i))?;
    let passive = matches!(low(items, after - 1), "returned" | "answered")
        && (cue..after).any(|k| matches!(low(items, k), "was" | "were"));
    let hi = end(items, after);
    if passive {
        let (lo, subject) = called(items, cue)?;
        return Some(Withheld { lo, hi, cue, after, subject, to: None });
    }
    let own = subject::before(items, cue).map(|(s, _)| s).filter(|s| s.hi <= cue);
    // "It was not available": what is asked for, not somebody who is asked.
    let somebody = |s: Subject| low(items, s.lo) != "it" || s.hi > s.lo + 1 || is_auxiliary(low(items, cue));
    let (lo, subject) = match own.filter(|s| somebody(*s)) {
        Some(subject) => (subject.lo, subject),
        None => (cue, main(items, cue)?),
    };
    // "We could not confirm it": the article itself, or anybody.
    if matches!(low(items, subject.lo), "i" | "we" | "you" | "one") && subject.hi == subject.lo + 1 {
        return None;
    }
    Some(Withheld { lo, hi, cue, after, subject, to: asked_by(items, after, hi) })
}

/// "Declined to comment", "refuses to say whether", "declined requests for comment".
fn refusal(items: &[Item<'_>], i: usize) -> Option<(usize, usize)> {
    if !matches!(
        low(items, i),
        "declined" | "declines" | "declining" | "refused" | "refuses" | "refusing" | "decline" | "refuse"
    ) {
        return None;
    }
    let cue = auxiliaries(items, i);
    if matches!(low(items, i + 1), "comment" | "comments") || asks(items, i + 1) {
        return Some((cue, i + 1 + usize::from(low(items, i + 1).starts_with("comment"))));
    }
    let verb = past_adverbs(items, i + 2);
    let speaks =
        SILENT.contains(&low(items, verb)) || matches!(low(items, verb), "discuss" | "talk" | "speak");
    (low(items, i + 1) == "to" && speaks && !told(items, verb)).then_some((cue, verb + 1))
}

/// "Did not immediately respond", "has yet to comment", "would not say when", "without elaborating".
fn silence(items: &[Item<'_>], i: usize) -> Option<(usize, usize)> {
    let word = low(items, i);
    let (verb, named) = if word == "without" {
        (i + 1, GIVING)
    } else if matches!(word, "has" | "have" | "had")
        && low(items, i + 1) == "yet"
        && low(items, i + 2) == "to"
    {
        (past_adverbs(items, i + 3), SILENT)
    } else if is_auxiliary(word) && !matches!(word, "going" | "used" | "continued" | "went" | "sought") {
        let not = i + usize::from(!word.ends_with("n't") && word != "cannot");
        if not > i && low(items, not) != "not" {
            return None;
        }
        (past_adverbs(items, not + 1), SILENT)
    } else {
        return None;
    };
    let perfect = matches!(word, "has" | "have" | "had" | "hasn't" | "haven't" | "hadn't");
    let base = lemma(low(items, verb), perfect);
    let known = if word == "without" { named.contains(&low(items, verb)) } else { named.contains(&base) };
    let passive = matches!(word, "was" | "were") && matches!(low(items, verb), "returned" | "answered");
    ((known || passive) && what(items, verb)? == What::Word && !told(items, verb)).then_some((i, verb + 1))
}

/// "Could not immediately be reached for comment", "was not available for comment".
fn out_of_reach(items: &[Item<'_>], i: usize) -> Option<(usize, usize)> {
    if !matches!(
        low(items, i),
        "could" | "couldn't" | "was" | "were" | "is" | "are" | "wasn't" | "weren't" | "isn't" | "aren't"
    ) {
        return None;
    }
    let window = |k: &usize| what(items, *k) == Some(What::Word);
    let last = (i + 1..i + 7)
        .take_while(window)
        .find(|k| matches!(low(items, *k), "reached" | "available" | "unavailable" | "contacted"))?;
    let between = |k: usize| {
        let word = low(items, k);
        is_auxiliary(word) || is_negation(word) || word.ends_with("ly") || word == "available"
    };
    let denied = (i..last).any(|k| is_negation(low(items, k))) || low(items, last) == "unavailable";
    let asked = low(items, last + 1) == "for"
        && matches!(low(items, last + 2), "comment" | "comments" | "interview" | "an" | "further");
    let reached = matches!(low(items, last), "reached" | "contacted") && low(items, i).starts_with("could");
    (denied && (i + 1..last).all(between) && (asked || reached)).then_some((i, last + 1))
}

/// "Gave no details", "had no comment", "offered no explanation".
fn nothing_given(items: &[Item<'_>], i: usize) -> Option<(usize, usize)> {
    let gives = matches!(
        low(items, i),
        "gave"
            | "gives"
            | "give"
            | "giving"
            | "provided"
            | "provides"
            | "offered"
            | "offers"
            | "offering"
            | "had"
            | "has"
            | "made"
            | "makes"
            | "provide"
            | "offer"
    );
    let none = matches!(low(items, i + 1), "no" | "few");
    let last = (i + 2..i + 5).find(|k| is_detail(low(items, *k)))?;
    let holds = !matches!(low(items, i), "had" | "has" | "made" | "makes") || low(items, last) == "comment";
    let plain = (i + 2..last).all(|k| what(items, k) == Some(What::Word) && !is_preposition(low(items, k)));
    (gives && none && holds && plain).then(|| (auxiliaries(items, i), last + 1))
}

/// Whether the verb at item `verb` is followed by what was said after all, or says nothing about saying.
fn told(items: &[Item<'_>], verb: usize) -> bool {
    let next = low(items, verb + 1);
    let ends = what(items, verb + 1).is_none_or(|w| w == What::Mark);
    let open = is_open(next);
    // "Refused to identify himself" says who speaks, and "does not offer" what somebody sells.
    let habit = verb > 1
        && (verb.saturating_sub(3)..verb)
            .any(|k| matches!(low(items, k), "does" | "do" | "doesn't" | "don't"));
    if matches!(next, "himself" | "herself" | "themselves")
        || habit && !matches!(low(items, verb), "say" | "comment" | "disclose" | "reveal" | "respond")
    {
        return true;
    }
    match lemma(low(items, verb), true) {
        "say" | "know" | "state" | "saying" => {
            !(open || ends || matches!(next, "more" | "anything" | "much") || next == "exactly")
        }
        "tell" => !(verb + 2..verb + 8).any(|k| is_open(low(items, k))),
        "respond" | "responding" | "reply" | "answer" => {
            let asked = (verb + 1..verb + 14).any(|k| is_request(low(items, k)));
            !(ends || asked || is_time(next) || open)
        }
        "return" | "returned" => {
            let were = verb
                .checked_sub(3)
                .is_some_and(|from| (from..verb).any(|k| matches!(low(items, k), "was" | "were")));
            !(were || (verb + 1..verb + 9).any(|k| is_request(low(items, k))))
        }
        "give" | "provide" | "offer" | "release" | "giving" | "providing" | "offering" => {
            !(verb + 1..verb + 7).any(|k| is_detail(low(items, k)))
        }
        _ => false,
    }
}

/// Who is meant where no subject stands before the cue: the subject of the first saying, else of the first verb.
fn main(items: &[Item<'_>], cue: usize) -> Option<Subject> {
    let from = cue.saturating_sub(REACH);
    let said = (from..cue).find_map(|k| {
        cues::verb(low(items, k))?;
        saying(items, k).map(|(_, subject, _)| subject).filter(|s| s.hi <= k)
    });
    said.or_else(|| {
        let verbs = (from..cue).filter(|k| what(items, *k) == Some(What::Word) && is_verb(low(items, *k)));
        verbs.take(6).find_map(|k| subject::before(items, k).map(|(s, _)| s).filter(|s| s.hi <= k))
    })
}

/// Who was called or written to before the passive cue at item `cue`: "calls to the ministry were not returned".
fn called(items: &[Item<'_>], cue: usize) -> Option<(usize, Subject)> {
    let from = cue.saturating_sub(16);
    let lo = (from..cue).find(|k| is_request(low(items, *k)))?;
    let at = (lo + 1..cue).find(|k| matches!(low(items, *k), "to" | "with" | "from" | "at"))?;
    let subject = described(items, at + 1).filter(|s| s.hi <= cue)?;
    let lo = (from..lo).rev().take(2).find(|k| matches!(low(items, *k), "a" | "an" | "phone")).unwrap_or(lo);
    Some((lo, subject))
}

/// Whose request it was: "Reuters' request", "a request from Reuters for comment", "requests for comment from NBC".
fn asked_by(items: &[Item<'_>], from: usize, to: usize) -> Option<Subject> {
    (from..to).find_map(|k| {
        if let Some(What::Name(index, kind)) = what(items, k) {
            let owner = low(items, k + 1).starts_with('\'') && is_request(low(items, k + 2));
            let head = Head::Name(index, kind);
            return (owner && kind != NameKind::Place).then_some(Subject { lo: k, hi: k + 1, head });
        }
        let asked = (from..k).any(|b| is_request(low(items, b)));
        let by = low(items, k) == "from" && asked;
        let told = k == from && low(items, k - 1) == "tell";
        if !(by || told) {
            return None;
        }
        let whom = described(items, k + usize::from(by)).filter(|s| s.head != Head::Pronoun)?;
        let hi = (whom.lo..whom.hi).find(|k| low(items, *k) == "for").unwrap_or(whom.hi);
        (hi <= to && hi > whom.lo).then_some(Subject { hi, ..whom })
    })
}

/// The item after the clause that goes on from item `from`.
fn end(items: &[Item<'_>], from: usize) -> usize {
    let stop = (from..(from + REACH).min(items.len())).find(|k| {
        let word = low(items, *k);
        // The stop of "Mr." and "Jan." ends no clause.
        let inner = word == "." && *k + 1 < items.len();
        let mark = what(items, *k) == Some(What::Mark)
            && !inner
            && !matches!(word, "'s" | "'" | "-" | "$" | "%" | "(" | ")");
        let next = past_adverbs(items, k + 1);
        let verb = || {
            let next = low(items, next);
            is_verb(next) || is_negation(next) || is_pronoun(next) && next != "one"
        };
        mark || matches!(word, "but" | "although" | "though" | "while" | "saying")
            || matches!(word, "and" | "or") && verb()
    });
    stop.unwrap_or((from + REACH).min(items.len()))
}

/// The first of the auxiliaries and adverbs that stand right before item `i`.
fn auxiliaries(items: &[Item<'_>], i: usize) -> usize {
    let mut lo = i;
    while let Some(k) = lo.checked_sub(1).filter(|_| i - lo < 3) {
        let word = low(items, k);
        if what(items, k) != Some(What::Word)
            || !(is_auxiliary(word) || word.ends_with("ly") || word == "also")
        {
            break;
        }
        lo = k;
    }
    // "Ally" is no adverb: what the auxiliaries begin with is one of them.
    if lo < i && !is_auxiliary(low(items, lo)) && low(items, lo) != "also" { lo + 1 } else { lo }
}

fn past_adverbs(items: &[Item<'_>], from: usize) -> usize {
    let adverb = |k: &usize| {
        let word = low(items, *k);
        word.ends_with("ly") && word != "reply"
            || matches!(word, "yet" | "even" | "also" | "to" | "further" | "be")
    };
    (from..from + 3).find(|k| !adverb(k)).unwrap_or(from)
}

/// The base form of a verb of [`SILENT`].
fn lemma(word: &str, perfect: bool) -> &str {
    match word {
        _ if !perfect => word,
        "said" => "say",
        "told" => "tell",
        "given" => "give",
        _ => SILENT
            .iter()
            .copied()
            .find(|v| word.strip_prefix(v).is_some_and(|end| matches!(end, "ed" | "d")))
            .unwrap_or(if word == "replied" {
                "reply"
            } else if word == "clarified" {
                "clarify"
            } else {
                word
            }),
    }
}

/// Whether requests for comment begin at item `i`: "a request for comment".
fn asks(items: &[Item<'_>], i: usize) -> bool {
    let word = low(items, i);
    let lo = i + usize::from(matches!(word, "a" | "an" | "all" | "repeated" | "multiple" | "interview"));
    matches!(low(items, lo), "request" | "requests" | "interview" | "interviews")
}

fn is_open(word: &str) -> bool {
    matches!(
        word,
        "whether"
            | "if"
            | "when"
            | "where"
            | "who"
            | "whom"
            | "whose"
            | "what"
            | "which"
            | "how"
            | "why"
            | "by"
    )
}

fn is_request(word: &str) -> bool {
    REQUESTS.contains(&word)
}

fn is_detail(word: &str) -> bool {
    DETAILS.has(word)
}

#[rustfmt::skip]
const SILENT: &[&str] = &[
    "acknowledge", "answer", "clarify", "comment", "confirm", "detail", "disclose", "divulge", "elaborate",
    "explain", "give", "identify", "indicate", "mention", "name", "offer", "provide", "release", "reply",
    "respond", "return", "reveal", "say", "specify", "state", "tell",
];

#[rustfmt::skip]
const GIVING: &[&str] = &[
    "commenting", "disclosing", "elaborating", "explaining", "giving", "identifying", "naming", "offering",
    "providing", "revealing", "saying", "specifying",
];

#[rustfmt::skip]
const REQUESTS: &[&str] = &[
    "call", "calls", "comment", "e-mail", "e-mails", "email", "emails", "enquiries", "inquiries", "inquiry",
    "interview", "message", "messages", "queries", "query", "question", "questions", "request", "requests",
    "texts", "voicemail",
];

#[rustfmt::skip]
static DETAILS: WordSet = WordSet::new(sorted![
    "answer", "answers", "breakdown", "clarification", "comment", "date", "detail", "details", "evidence",
    "explanation", "figure", "figures", "indication", "information", "name", "names", "proof", "reason",
    "reasons", "specifics", "timeframe", "timeline", "timetable", "update", "updates",
]);
