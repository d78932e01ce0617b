//! Who says so, in plain words: the form in which every label, row, table and export names a voice.
//!
//! **Invariant:** an unnamed source is called unnamed, the outlet's own word is called that, and what rests on one
//! voice says so. Start at [`tag`].

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::annotate::{CreditKind, Event, Plan, Speaker, Status, Voice, VoiceClass};
use crate::civil::{Certainty, Interval, When};
use crate::corpus::Article;
use crate::corpus::pack::{Opened, Pack};
use crate::fold::fold;
use crate::layout::date_text;
use crate::layout::timeline::Form;
use crate::span::Span;

/// Whose word something is, and what kind of word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The shape beside it.
    pub form: Form,
    /// `Said by Volodymyr Zelenskyy`, `Night of 6 to 7 February 2026: claimed by him, one voice`.
    pub text: String,
}

/// The tag of `event` in article `article`; `own_date` says that the row stands under its date, or under none.
pub fn tag(pack: &Pack, opened: &Opened, event: &Event, own_date: bool) -> Tag {
    let who = voice(pack, opened, event);
    let quoted = has_quotation(&opened.article, event.span);
    let text = match event.status {
        Status::Said if quoted => format!("said by {who}, quoted"),
        Status::Said => format!("said by {who}"),
        Status::Happened => format!("happened, according to {who}"),
        Status::Ongoing => format!("going on, according to {who}"),
        Status::Claimed => format!("claimed by {who}, one voice"),
        Status::Announced => format!("{}, according to {who}", announced(event.plan)),
        Status::Conditional => format!("only on a condition, according to {who}"),
        Status::Denied => format!("denied by {who}"),
        Status::Withheld => format!("not said, according to {who}"),
        Status::NotDone => format!("did not happen, according to {who}"),
    };
    let text = match (&event.when, own_date) {
        (Some(when), false) => format!("{}: {text}", date_text::long(when)),
        (None, false) => format!("{text}, no day given for it"),
        _ => text,
    };
    Tag { form: form(event), text: capital(&text) }
}

/// Who says so in a word or two, for a label on the drawing: `Zelenskyy:`, `claimed by Zelenskyy:`, `Al Jazeera:`.
pub fn label(opened: &Opened, event: &Event) -> String {
    let item = &opened.article;
    let text = &item.document.text;
    let name = event.voice.mention.and_then(|m| item.annotations.mentions.get(m as usize)).map(|m| m.span);
    let who = match (event.voice.class, name.or(event.voice.span)) {
        (VoiceClass::Person, Some(name)) => short_name(name.of(text)).to_owned(),
        (VoiceClass::Outlet, _) => {
            item.document.publisher.as_ref().map_or("the article", |p| &p.value).to_owned()
        }
        (class, _) => {
            let words = lower_article(event.voice.span.or(name).map(|s| s.of(text)).unwrap_or_default());
            if class == VoiceClass::Unnamed { format!("{words}, unnamed") } else { words }
        }
    };
    let says = match event.status {
        Status::Said | Status::Happened | Status::Ongoing => who,
        Status::Claimed => format!("claimed by {who}"),
        Status::Announced => format!("{}, {who}", announced(event.plan)),
        Status::Conditional => format!("on a condition, {who}"),
        Status::Denied => format!("denied by {who}"),
        Status::Withheld => format!("not said, {who}"),
        Status::NotDone => format!("did not happen, {who}"),
    };
    format!("{}:", capital(&says))
}

/// The last word of a person's name, which is how a text names them the second time.
fn short_name(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or(name)
}

/// How an event is drawn: what is due, and what is to be done by some time, is a deadline; what is to last until then
/// is none.
pub fn form(event: &Event) -> Form {
    form_of(event.status, event.plan == Some(Plan::Deadline), event.when)
}

/// How what has `status` at `when` is drawn, where `deadline` says that it is due by then.
pub(super) fn form_of(status: Status, deadline: bool, when: Option<When>) -> Form {
    let due = deadline || when.is_some_and(is_due);
    match status {
        Status::Said => Form::Said,
        Status::Happened => Form::Happened,
        Status::Ongoing => Form::Ongoing,
        Status::Claimed => Form::Claimed,
        Status::Announced if due => Form::Deadline,
        Status::Announced => Form::Announced,
        Status::Conditional => Form::Conditional,
        Status::Denied => Form::Denied,
        Status::Withheld => Form::Withheld,
        Status::NotDone => Form::NotDone,
    }
}

/// Whether something lies before the end of `when`, rather than lasting until then.
fn is_due(when: When) -> bool {
    when.interval.from == Interval::PAST && when.certainty != Certainty::Exact
}

/// How something was announced, as a participle for a tag.
fn announced(plan: Option<Plan>) -> &'static str {
    match plan {
        None => "announced",
        Some(Plan::Planned) => "planned",
        Some(Plan::Proposed) => "proposed",
        Some(Plan::Expected) => "expected",
        Some(Plan::Deadline) => "due",
    }
}

/// The voice of `event` as a noun phrase: `Volodymyr Zelenskyy`, `the Kremlin`, `a US official, unnamed`, the
/// publisher, or `the article (publisher not given)`.
pub fn voice(pack: &Pack, opened: &Opened, event: &Event) -> String {
    of(pack, opened, &event.voice)
}

/// Any voice as a noun phrase.
pub fn of(pack: &Pack, opened: &Opened, voice: &Voice) -> String {
    describe(pack, opened, voice.class, voice.mention, voice.span)
}

/// Whom words were said to, as a noun phrase: `parliament`, `Volodymyr Zelenskyy`, `reporters`.
pub fn addressee(pack: &Pack, opened: &Opened, voice: &Voice) -> String {
    let class = if voice.class == VoiceClass::Unnamed { VoiceClass::Office } else { voice.class };
    describe(pack, opened, class, voice.mention, voice.span)
}

/// Whom `article` says that it has its text or facts from, each once, in the order of the text.
pub fn origins(article: &Article) -> Vec<&str> {
    let credits = article.annotations.credits.iter().filter(|c| c.kind != CreditKind::Picture);
    let mut seen = BTreeSet::new();
    credits.map(|c| c.origin.of(&article.document.text)).filter(|name| seen.insert(fold(name))).collect()
}

/// A quotation's speaker as a noun phrase, or `None` where the text does not tell.
pub fn speaker(pack: &Pack, opened: &Opened, speaker: &Speaker) -> String {
    describe(pack, opened, speaker.class, speaker.mention, Some(speaker.span))
}

/// The publisher, or the author where there is none, or that neither is given.
pub fn source(article: &Article) -> String {
    let document = &article.document;
    match (&document.publisher, &document.author) {
        (Some(publisher), _) => publisher.value.clone(),
        (None, Some(author)) => format!("by {}, publisher not given", author.value),
        (None, None) => "publisher not given".to_owned(),
    }
}

fn describe(
    pack: &Pack,
    opened: &Opened,
    class: VoiceClass,
    mention: Option<u32>,
    span: Option<Span>,
) -> String {
    let item = &opened.article;
    let words = span.map(|s| lower_article(s.of(&item.document.text))).unwrap_or_default();
    let entity = mention.and_then(|m| pack.entity_of(opened, m));
    let name = entity.map(|entity| pack.name(entity).to_owned());
    match class {
        VoiceClass::Person => name.unwrap_or(words),
        VoiceClass::Office if words.is_empty() => name.unwrap_or_default(),
        VoiceClass::Office => words,
        VoiceClass::Unnamed => format!("{words}, unnamed"),
        VoiceClass::Outlet => match &item.document.publisher {
            Some(publisher) => publisher.value.clone(),
            None => "the article, publisher not given".to_owned(),
        },
    }
}

fn has_quotation(article: &Article, span: Span) -> bool {
    article.annotations.quotations.iter().any(|q| q.is_direct() && span.contains(q.span))
}

/// `The Kremlin` at the start of its sentence is `the Kremlin` inside ours.
fn lower_article(words: &str) -> String {
    let known = [("The ", "the "), ("A ", "a "), ("An ", "an "), ("One ", "one "), ("Some ", "some ")];
    let found =
        known.iter().find_map(|(from, to)| words.strip_prefix(from).map(|rest| format!("{to}{rest}")));
    found.unwrap_or_else(|| words.to_owned())
}

/// `text` with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// `text` with its first letter small.
pub fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
