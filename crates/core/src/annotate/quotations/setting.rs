//! To whom something is said and by what way it reached the public: "told parliament", "in a post on X".
//!
//! **Invariant:** both stand outside the words that are said, in the clause of the cue; whoever is only spoken of is
//! no addressee. Start at [`setting`].

use super::cues;
use super::description::described;
use super::direct::Attribution;
use super::items::{Item, What};
use super::subject::{Head, Subject, low, what};
use super::words::{is_auxiliary, is_determiner, is_venue, is_verb};
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::{is_human, known};
use crate::span::Span;

/// How far from its cue a setting may stand, in items.
const REACH: usize = 40;

/// To whom, and by what way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Whom it was said to.
    pub to: Option<Subject>,
    /// The words that tell the way, from one item up to another.
    pub medium: Option<(usize, usize)>,
}

/// The setting of what `attribution` gives as the words `said`.
pub(crate) fn setting(items: &[Item<'_>], attribution: &Attribution, said: Span) -> Setting {
    let clause = Clause { items, said };
    let cue = attribution.cue + attribution.length;
    let after: Vec<usize> = (cue..cue + REACH).take_while(|k| clause.goes_on(*k)).collect();
    let subject = attribution.subject;
    let between = if subject.hi <= attribution.cue { subject.hi..attribution.cue } else { 0..0 };
    let between: Vec<usize> = between.filter(|k| clause.is_outside(*k)).collect();
    let first = subject.lo.min(attribution.cue);
    let mut ahead: Vec<usize> =
        (first.saturating_sub(REACH)..first).rev().take_while(|k| clause.leads(*k)).collect();
    ahead.reverse();
    let mut to = addressed(items, attribution);
    let tells = cues::verb(low(items, attribution.cue)).is_some_and(|v| v.addressed);
    let mut medium = to.filter(|_| tells).and_then(|to| outlet(items, to)).map(|hi| (attribution.cue, hi));
    for (region, fronted) in [(&after, false), (&between, false), (&ahead, true)] {
        for k in region {
            let opens = !fronted
                || k.checked_sub(1)
                    .is_none_or(|b| what(items, b) != Some(What::Word) || is_joint(low(items, b)));
            if medium.is_none() && opens {
                medium = phrase(items, *k).filter(|(lo, hi)| (*lo..*hi).all(|k| clause.is_outside(k)));
            }
            if to.is_none() && !fronted {
                to = spoken_to(items, *k);
            }
        }
    }
    // "Telling him, “Stop!” on Telegram": the way may follow right behind the words.
    let behind = (attribution.cue..attribution.cue + 2 * REACH)
        .find(|k| items.get(*k).is_some_and(|t| t.span.end == said.end));
    let medium = medium.or_else(|| behind.and_then(|k| phrase(items, k + 1)));
    let to = to.or_else(|| medium.and_then(|(lo, hi)| (lo..hi).find_map(|k| spoken_to(items, k))));
    // "In a letter to the mayor, Berg said": the comma parts whom it was said to from who says it.
    let parted = |lo: usize, hi: usize| {
        let crosses = lo < subject.lo && hi > subject.lo;
        (lo..hi).find(|k| crosses && low(items, *k) == ",").unwrap_or(hi)
    };
    let medium = medium.map(|(lo, hi)| (lo, parted(lo, hi)));
    let to = to.map(|to| match parted(to.lo, to.hi) {
        hi if hi < to.hi => Subject { hi, head: Head::Human, ..to },
        _ => to,
    });
    Setting { to, medium }
}

struct Clause<'a> {
    items: &'a [Item<'a>],
    said: Span,
}

impl Clause<'_> {
    fn is_outside(&self, k: usize) -> bool {
        let item = self.items.get(k);
        item.is_some_and(|t| !matches!(t.what, What::Quote(_)) && !t.span.overlaps(self.said))
    }

    fn leads(&self, k: usize) -> bool {
        self.is_outside(k) && !matches!(low(self.items, k), ";" | ":" | "but" | "while")
    }

    fn goes_on(&self, k: usize) -> bool {
        let word = low(self.items, k);
        self.is_outside(k) && !matches!(word, ";" | ":" | "that" | "but" | "while")
    }
}

/// Whom the verb itself addresses: "told the BBC", "asked him", "insisted to journalists".
fn addressed(items: &[Item<'_>], attribution: &Attribution) -> Option<Subject> {
    let verb = cues::verb(low(items, attribution.cue))?;
    let from = attribution.cue + attribution.length;
    if attribution.subject.lo > attribution.cue {
        return None;
    }
    let urges = matches!(verb.lemma, "urge" | "order" | "instruct" | "invite" | "encourage" | "implore");
    if verb.addressed || urges || matches!(verb.lemma, "address" | "thank" | "challenge") {
        return audience(items, from);
    }
    if matches!(verb.lemma, "call") && matches!(low(items, from), "on" | "upon") {
        return audience(items, from + 1);
    }
    (low(items, from) == "to").then(|| audience(items, from + 1)).flatten()
}

/// Who is spoken to by the words at item `k`: "speaking to reporters", "in a letter to the mayor".
fn spoken_to(items: &[Item<'_>], k: usize) -> Option<Subject> {
    let to = match low(items, k) {
        "speaking" | "talking" | "remarks" | "comments" | "speech" | "letter" | "letters" | "email"
        | "e-mail" | "emails" | "message" | "memo" | "note" | "statement" | "address" | "testimony" => {
            low(items, k + 1) == "to"
        }
        "interview" | "interviews" | "conversation" | "debate" => low(items, k + 1) == "with",
        _ => false,
    };
    to.then(|| audience(items, k + 2)).flatten()
}

/// Those who may be spoken to, from item `lo`.
fn audience(items: &[Item<'_>], lo: usize) -> Option<Subject> {
    if matches!(low(items, lo), "him" | "her" | "them" | "me" | "us" | "you") {
        let next = low(items, lo + 1);
        let owner = low(items, lo) == "her" && what(items, lo + 1) == Some(What::Word) && is_human(next);
        if !owner {
            return Some(Subject { lo, hi: lo + 1, head: Head::Pronoun });
        }
    }
    if matches!(what(items, lo), None | Some(What::Mark | What::Quote(_))) {
        return None;
    }
    let crowd = || {
        let hi = (lo..lo + 5).find(|k| AUDIENCES.contains(&low(items, *k)))? + 1;
        (lo..hi)
            .all(|k| matches!(what(items, k), Some(What::Word | What::Name(..))) && !is_verb(low(items, k)))
            .then_some(Subject { lo, hi, head: Head::Human })
    };
    let found = described(items, lo).filter(|s| s.head != Head::Pronoun);
    // Up to its head a description has no verb.
    let found = found.filter(|s| (s.lo..s.hi).all(|k| !is_auxiliary(low(items, k)))).or_else(crowd)?;
    Some(both(items, found))
}

/// Two who are addressed together: "Russia and Ukraine" are no single name.
fn both(items: &[Item<'_>], first: Subject) -> Subject {
    let second = (low(items, first.hi) == "and").then(|| described(items, first.hi + 1)).flatten();
    let Some(second) = second.filter(|s| matches!(s.head, Head::Name(..))) else { return first };
    match first.head {
        Head::Name(_, kind) if kind != NameKind::Person => {
            Subject { hi: second.hi, head: Head::Group, ..first }
        }
        _ => first,
    }
}

/// Where the words end that name an outlet as the one told: "told the BBC", "told state media".
fn outlet(items: &[Item<'_>], to: Subject) -> Option<usize> {
    let last = items.get(to.hi.checked_sub(1)?)?;
    let named = matches!(to.head, Head::Name(..)) && is_outlet(last.text);
    let media = matches!(
        last.low.as_str(),
        "media"
            | "television"
            | "tv"
            | "radio"
            | "newspaper"
            | "magazine"
            | "channel"
            | "paper"
            | "network"
            | "broadcaster"
    );
    (named || media || to.hi > to.lo + 1 && (to.lo..to.hi).any(|k| low(items, k) == "tv")).then_some(to.hi)
}

fn is_outlet(name: &str) -> bool {
    known(name).is_some_and(|(_, rule)| rule == "gazetteer-outlet")
}

/// The phrase at item `k` that tells the way: "in a statement", "on Telegram", "in an interview with Time".
fn phrase(items: &[Item<'_>], k: usize) -> Option<(usize, usize)> {
    let lead = low(items, k);
    if !matches!(lead, "in" | "on" | "via" | "through" | "at" | "during" | "by" | "over") {
        return None;
    }
    let start = k + 1;
    if let Some(hi) = platform(items, start, lead) {
        return Some((k, hi));
    }
    let inside = |k: &usize| {
        let word = low(items, *k);
        match what(items, *k) {
            Some(What::Name(..)) => true,
            Some(What::Word) => is_venue(word) || (!is_verb(word) || word.ends_with("ed")) && !is_joint(word),
            Some(What::Mark) => matches!(word, "'s" | "'" | "-"),
            _ => false,
        }
    };
    let way = |k: usize| {
        let word = low(items, k);
        (is_venue(word) && !matches!(word, "court" | "report" | "media" | "television")
            || WAYS.contains(&word))
            && (lead != "by" || matches!(word, "email" | "e-mail" | "phone" | "telephone" | "text"))
    };
    let first = (start..start + 8).take_while(inside).find(|k| way(*k))?;
    let mut hi = first + 1;
    while hi < first + 3 && what(items, hi) == Some(What::Word) && way(hi) {
        hi += 1;
    }
    // "In telephone conversations": a bare noun in the singular is no way by itself.
    let bare = first == start && hi == first + 1 && !low(items, first).ends_with('s');
    let leads = matches!(lead, "by" | "via" | "over" | "through") || matches!(low(items, first), "testimony");
    (!bare || leads).then(|| (k, further(items, hi)))
}

/// The item after what goes with a way that ends before item `hi`: "a post on X", "a letter to the mayor".
fn further(items: &[Item<'_>], hi: usize) -> usize {
    let posted =
        hi + usize::from(matches!(low(items, hi), "posted" | "published" | "shared" | "broadcast" | "aired"));
    let site = |lo: usize| {
        let end = (lo..lo + 6).find(|k| SITES.contains(&low(items, *k)))?;
        (lo..end)
            .all(|k| !is_verb(low(items, k)) && what(items, k) != Some(What::Mark) || low(items, k) == "'s")
            .then_some(end + 1)
    };
    let end = match low(items, posted) {
        "on" | "to" | "by" if platform(items, posted + 1, low(items, posted)).is_some() => {
            platform(items, posted + 1, low(items, posted))
        }
        "on" | "to" => site(posted + 1).or_else(|| {
            (low(items, posted) == "to").then(|| audience(items, posted + 1).map(|s| s.hi)).flatten()
        }),
        "with" => audience(items, posted + 1).filter(|s| s.head != Head::Pronoun).map(|s| s.hi),
        _ => None,
    };
    end.unwrap_or(hi)
}

/// The item after the platform or channel at item `k`: "X", "Truth Social", "his Telegram channel", "CNN".
fn platform(items: &[Item<'_>], k: usize, lead: &str) -> Option<usize> {
    if !matches!(lead, "on" | "via" | "over" | "through" | "to" | "by") {
        return None;
    }
    let mut at = k + usize::from(is_determiner(low(items, k)));
    if matches!(low(items, at), "state" | "national" | "local" | "official") {
        at += 1;
    }
    let two = format!("{} {}", low(items, at), low(items, at + 1));
    let hi = if PLATFORMS.contains(&low(items, at)) || items.get(at).is_some_and(|t| t.text == "X") {
        at + 1
    } else if PLATFORMS.contains(&two.as_str()) {
        at + 2
    } else if lead == "on"
        && matches!(what(items, at), Some(What::Name(_, NameKind::Organization | NameKind::Other)))
        && items.get(at).is_some_and(|t| is_outlet(t.text))
    {
        at + 1
    } else {
        return None;
    };
    let owned = low(items, hi) == "'s" && matches!(what(items, hi + 1), Some(What::Quote(_)));
    Some(hi + if owned { 2 } else { usize::from(SITES.contains(&low(items, hi))) })
}

fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "and" | "but" | "who" | "which" | "while" | "when" | "that" | "as" | "with" | "after" | "before"
    )
}

#[rustfmt::skip]
const WAYS: &[&str] = &[
    "advert", "advertisement", "appearance", "article", "book", "broadcasts", "calls", "column", "comments", "conferences",
    "debate", "e-mail", "editorial", "emails", "episode", "essay", "forum", "interviews", "letters", "livestream",
    "memoir", "messages", "monologue", "op-ed", "phone", "podcast", "posting", "posts", "press", "readout", "segment",
    "speeches", "statements", "telegram", "telephone", "testimony", "text", "thread", "tweets", "voicemail", "webcast",
];

#[rustfmt::skip]
const PLATFORMS: &[&str] = &[
    "bluesky", "facebook", "instagram", "linkedin", "mastodon", "public radio", "public television", "radio", "reddit",
    "rutube", "signal", "snapchat", "social media", "social networks", "telegram", "television", "threads", "tiktok", "truth social", "tv",
    "twitter", "vkontakte", "wechat", "weibo", "whatsapp", "youtube",
];

#[rustfmt::skip]
const SITES: &[&str] = &[
    "account", "accounts", "app", "blog", "channel", "feed", "homepage", "network", "page", "platform",
    "program", "programme", "show", "site", "website",
];

#[rustfmt::skip]
const AUDIENCES: &[&str] = &[
    "audience", "congregation", "crowd", "crowds", "gathering", "media", "mps", "nation", "parliament", "press",
    "rally", "reporters", "throng",
];
