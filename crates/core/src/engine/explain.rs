//! Why the software believes something, set out like arithmetic: counted from, why, exact to.
//!
//! **Invariant:** every mark has an explanation, also the ones that could not be resolved.
//! Start at [`time`]; [`words`] explains quotations, figures and credits.

pub mod words;

use serde::{Deserialize, Serialize};

use super::decided::{SET, is_set, rests_on_it};
use super::voice;
use crate::annotate::{Event, Time, TimeKind, Unresolved};
use crate::civil::{Certainty, Granularity, When, day_of};
use crate::corpus::pack::{Opened, Pack};
use crate::corpus::{Article, Location};
use crate::evidence::{Evidence, because};
use crate::layout::date_text;

/// An explanation: a heading and labelled lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// `“Friday” is 6 February 2026`: the quoted words are the document's.
    pub words: String,
    /// What they are taken to be.
    pub is: String,
    /// `Counted from`, `Why`, `Exact to`… with their lines.
    pub lines: Vec<(String, String)>,
}

/// Why `time` of `article` has its value, or none.
pub fn time(article: &Article, time: &Time) -> Explanation {
    let is = match (&time.when, time.kind, time.unresolved) {
        (Some(when), ..) => format!("is {}", date_text::long(when)),
        (None, _, Some(Unresolved::NoArticleDate)) => {
            "has no date: the article has none to count from".to_owned()
        }
        (None, _, Some(Unresolved::TooVague)) => "has no date: too vague".to_owned(),
        (None, _, Some(Unresolved::NoAnchor)) => {
            "has no date: it is relative to something undated".to_owned()
        }
        (None, TimeKind::Duration, None) => "is a length of time".to_owned(),
        (None, TimeKind::Set, None) => "recurs".to_owned(),
        (None, _, None) => "has no date".to_owned(),
    };
    let mut lines = counted_from(article, time);
    if let Some(when) = &time.when {
        lines.push(("Exact to".to_owned(), exact_to(when).to_owned()));
    }
    Explanation { words: time.span.of(&article.document.text).to_owned(), is, lines }
}

/// Why mention `mention` of article `index` is a name, and whose.
pub fn mention(pack: &Pack, opened: &Opened, mention: usize) -> Explanation {
    let article = &opened.article;
    let Some(found) = article.annotations.mentions.get(mention) else { return Explanation::default() };
    let words = found.span.of(&article.document.text).to_owned();
    let entity = pack.entity_of(opened, mention as u32).and_then(|e| pack.entity(e));
    let Some(entity) = entity else {
        return Explanation { words, is: "is hidden by a correction".to_owned(), lines: Vec::new() };
    };
    let kind = match entity.kind {
        crate::annotate::NameKind::Person => "a person",
        crate::annotate::NameKind::Place => "a place",
        crate::annotate::NameKind::Organization => "an organization",
        crate::annotate::NameKind::Other => "a name of something else",
    };
    let is = if entity.name == words { format!("is {kind}") } else { format!("is {}, {kind}", entity.name) };
    let mut lines = evidence(article, &found.evidence);
    let forms = entity.forms.iter().map(|form| pack.spelling(*form));
    let spellings: Vec<&str> = forms.clone().filter(|s| *s != words).collect();
    if !spellings.is_empty() {
        lines.push(("Also written".to_owned(), spellings.join(", ")));
    }
    if let Some(merge) =
        forms.clone().position(|s| s == words).and_then(|p| entity.merges.get(p.checked_sub(1)?))
    {
        lines.extend(because(&merge.rule).map(|why| ("Taken as one because".to_owned(), why.to_owned())));
    }
    if let Some(location) = &entity.location {
        lines.push(line("Where", whereabouts(location)));
        let why = because(&location.evidence.rule);
        lines.extend(why.map(|why| line("There because", why.to_owned())));
    }
    if let Some(why) = pack.mention_evidence(opened, mention as u32) {
        lines.extend(because(&why.rule).map(|why| ("Taken so because".to_owned(), why.to_owned())));
    }
    Explanation { words, is, lines }
}

/// Who says that `event` of article `index` was said or happened, when, and why that is believed.
pub fn event(pack: &Pack, opened: &Opened, event: &Event) -> Explanation {
    let article = &opened.article;
    let tag = voice::tag(pack, opened, event, true);
    let mut lines = Vec::new();
    let text = &article.document.text;
    let unknown = || event.undated.map_or("no date", super::row::undated_reason).to_owned();
    lines.push(line("When", event.when.as_ref().map_or_else(unknown, date_text::long)));
    if let Some(time) = event.time.and_then(|t| article.annotations.times.get(t as usize)) {
        // A time outside the sentence was taken over from where it stands.
        let label = if event.span.contains(time.span) { "Dated by" } else { "Takes its date from" };
        lines.push(line(label, quoted(time.span.of(text))));
        lines.extend(counted_from(article, time));
    }
    lines.extend(place(pack, opened, event).map(|place| line("Where", place)));
    if event.clause != event.span {
        lines.push(line("In the words", quoted(event.clause.of(text))));
    }
    let own = evidence(article, &event.evidence).into_iter();
    lines.extend(
        own.map(|(label, text)| (if label == "Why" { "Read as this".to_owned() } else { label }, text)),
    );
    Explanation { words: String::new(), is: tag.text, lines }
}

/// Where an event took place: the name as written, and whose it is where that is another.
fn place(pack: &Pack, opened: &Opened, event: &Event) -> Option<String> {
    let mention = opened.article.annotations.mentions.get(event.place? as usize)?;
    let words = mention.span.of(&opened.article.document.text);
    let name = pack.entity_of(opened, event.place?).map(|entity| pack.name(entity));
    let other = name.filter(|name| *name != words);
    Some(other.map_or_else(|| words.to_owned(), |name| format!("{words}: {name}")))
}

/// `50.45° N, 30.52° E, UA`: as exact as the table is.
fn whereabouts(location: &Location) -> String {
    let degrees = |tenthousandths: i32, (plus, minus): (char, char)| {
        let hundredths = (tenthousandths.unsigned_abs() + 50) / 100;
        let side = if tenthousandths < 0 { minus } else { plus };
        format!("{}.{:02}° {side}", hundredths / 100, hundredths % 100)
    };
    let (lat, lon) = (degrees(location.lat, ('N', 'S')), degrees(location.lon, ('E', 'W')));
    format!("{lat}, {lon}, {}", location.country)
}

fn line(label: &str, text: String) -> (String, String) {
    (label.to_owned(), text)
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// Why `article` has its date of publication, or none.
pub fn publication(article: &Article) -> Explanation {
    let published = &article.document.published;
    let is = published.when.as_ref().map_or_else(|| "No date".to_owned(), date_text::long);
    Explanation { words: String::new(), is, lines: evidence(article, &published.evidence) }
}

/// What `time` was counted from, and why; also where it rests on a date that the reader set by way of other times.
fn counted_from(article: &Article, time: &Time) -> Vec<(String, String)> {
    let mut lines = evidence(article, &time.evidence);
    let direct = time.evidence.anchor.as_ref().is_some_and(|anchor| anchor.what == "publication");
    if !direct && rests_on_it(article, time) {
        lines.push(line("Rests on", format!("a date of publication {SET}")));
    }
    lines
}

fn evidence(article: &Article, evidence: &Evidence) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    if let Some(anchor) = &evidence.anchor {
        let passages = anchor.passages.iter().map(|s| format!("“{}”", s.of(&article.document.text)));
        let passages = passages.collect::<Vec<_>>().join(", ");
        let value = days(&anchor.value).unwrap_or_else(|| anchor.value.clone());
        let verbatim = anchor.passages.iter().any(|s| s.of(&article.document.text) == anchor.value);
        let passages = if verbatim { String::new() } else { passages };
        let (label, what, set) = match anchor.what.as_ref() {
            "decision" => ("Reason given", "", ""),
            "publication" if is_set(article) => ("Counted from", "publication", SET),
            what => ("Counted from", what, ""),
        };
        let parts = [what, value.as_str(), set, passages.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        lines.extend((!parts.is_empty()).then(|| line(label, parts.join(", "))));
    }
    lines.extend(because(&evidence.rule).map(|why| ("Why".to_owned(), why.to_owned())));
    if evidence.confidence < 80 {
        lines.push(("How sure".to_owned(), format!("{} in 100", evidence.confidence)));
    }
    lines
}

/// An ISO day or range of days in words, with its weekday: `Saturday 7 February 2026`.
fn days(value: &str) -> Option<String> {
    let (from, to) = value.split_once('/').unwrap_or((value, value));
    let (from, to) = (day_of(from)?, day_of(to)?);
    let text = date_text::range(Some(from), Some(to));
    let weekday = date_text::weekday(&When::day(from)).filter(|_| from == to);
    Some(weekday.map_or_else(|| text.clone(), |weekday| format!("{weekday} {text}")))
}

/// How exact `when` is, in words.
pub(super) fn exact_to(when: &When) -> &'static str {
    match (when.certainty, when.granularity) {
        (Certainty::Within, _) => "somewhere within it",
        (Certainty::About, _) => "about; the ends are soft",
        (_, Granularity::Minute) => "the minute",
        (_, Granularity::DayPart) => "the part of the day",
        (_, Granularity::Day) => "the day",
        (_, Granularity::Days) => "some days",
        (_, Granularity::Week) => "the week, Monday to Sunday",
        (_, Granularity::Month) => "the month",
        (_, Granularity::Quarter) => "the quarter",
        (_, Granularity::Season) => "the season",
        (_, Granularity::Year) => "the year",
        (_, Granularity::Decade) => "the decade",
    }
}
