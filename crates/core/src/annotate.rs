//! A [`Document`] into [`Annotations`]: its times, names, quotations and events, each with its evidence.
//!
//! **Invariant:** annotating never fails and knows one document at a time; what it cannot resolve is listed with
//! the reason, never defaulted. Only story blocks are annotated ([`crate::read::BlockKind::is_story`]), and the times
//! of datelines, which make no events.
//! Start at [`annotate`]; the order is times, names, quotations, events, each reading the ones before.

pub mod credits;
pub mod events;
pub mod figures;
#[cfg(test)]
mod golden;
mod low;
pub mod names;
pub mod quotations;
pub mod times;

use serde::{Deserialize, Serialize};

use crate::civil::When;
use crate::evidence::Evidence;
use crate::read::Document;
use crate::span::Span;
pub use credits::{Credit, CreditKind};
pub use figures::{Figure, Qualifier};

/// What was found in one document. Every list is in text order; indices point into the sibling lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotations {
    /// Expressions of time.
    pub times: Vec<Time>,
    /// Names of people, places and organizations.
    pub mentions: Vec<Mention>,
    /// Direct quotations and reported speech.
    pub quotations: Vec<Quotation>,
    /// What is reported to have been said or to have happened.
    pub events: Vec<Event>,
    /// Numbers of something, as somebody gives them.
    pub figures: Vec<Figure>,
    /// Where the article says that it has its words or pictures from.
    pub credits: Vec<Credit>,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// Where it stands.
    pub span: Span,
    /// The TIMEX3 type.
    pub kind: TimeKind,
    /// The TIMEX3 value: `2026-02-07`, `2026-W07`, `P1W`, `XXXX-WXX-3`…
    pub value: String,
    /// The civil interval, or `None` where it is a duration, a set, or cannot be resolved.
    pub when: Option<When>,
    /// Why there is no interval, for a time that should have one.
    pub unresolved: Option<Unresolved>,
    /// Why the value is what it is.
    pub evidence: Evidence,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    /// A calendar date of any granularity.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// Why a time has no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unresolved {
    /// It is relative to the publication, and that is not known (or only as too wide a range).
    NoArticleDate,
    /// "Soon", "recently", "for years": no calendar unit.
    TooVague,
    /// Relative to something that has no date itself.
    NoAnchor,
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name alone: no title before it, no possessive after it.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// Why it is one.
    pub evidence: Evidence,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A person.
    Person,
    /// A place: country, city, region, site.
    Place,
    /// An organization: government body, company, news outlet, alliance.
    Organization,
    /// What is none of these and has a name: a treaty, a weapon, an event, a work, a ship.
    Other,
}

impl NameKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organization, Self::Other];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Other => "other",
        }
    }
}

/// Words given as somebody's: quoted, reported, or withheld.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words: for a direct quotation with its quotation marks, for reported speech the reported clause, for what
    /// was not said the clause that says so.
    pub span: Span,
    /// How the words are given.
    pub speech: Speech,
    /// Who says it, or does not; `None` where the text does not tell.
    pub speaker: Option<Speaker>,
    /// Whom it was said to: "told parliament", "in a letter to the mayor".
    pub addressee: Option<Voice>,
    /// How it reached the public, as the text puts it: "in a post on X", "told the BBC".
    pub medium: Option<Span>,
    /// The verb or phrase of saying.
    pub cue: Option<Span>,
    /// The time at which it was spoken, an index into the times.
    pub spoken: Option<u32>,
    /// The time from which it was free to print, an index into the times: "embargoed until Saturday".
    pub free: Option<u32>,
    /// The quotation whose words these are again, as a headline or a pull quote has them: an index into the quotations.
    pub repeats: Option<u32>,
    /// Why it is one, and why this is its speaker.
    pub evidence: Evidence,
}

impl Quotation {
    /// Words of nobody yet: all that is optional is unknown.
    pub fn new(span: Span, speech: Speech, evidence: Evidence) -> Self {
        let (speaker, addressee, medium, cue) = (None, None, None, None);
        let (spoken, free, repeats) = (None, None, None);
        Self { span, speech, speaker, addressee, medium, cue, spoken, free, repeats, evidence }
    }

    /// Whether the words are quoted as somebody's own: not reported, not withheld, and not held at arm's length.
    pub fn is_direct(&self) -> bool {
        self.speech == Speech::Direct
    }
}

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Speech {
    /// Word for word, in quotation marks.
    Direct,
    /// In the article's words.
    Reported,
    /// Not at all: "did not immediately respond", "declined to say when".
    Withheld,
    /// In quotation marks that hold a word at arm's length: the so-called "deal".
    Scare,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// What kind of voice.
    pub class: VoiceClass,
    /// The name meant, an index into the mentions: the name in `span`, or the one that a pronoun or short form there
    /// stands for.
    pub mention: Option<u32>,
    /// The speaker as the text puts it, title included: `Kremlin spokesman Dmitry Peskov`, `a US official`, `He`.
    pub span: Span,
}

/// Kinds of voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoiceClass {
    /// A named person.
    Person,
    /// A named office or body: the Kremlin, the White House, Moscow for its government.
    Office,
    /// Somebody who is described, not named: "a US official", "critics".
    Unnamed,
    /// The article itself.
    Outlet,
}

/// Something reported: a saying, or what is said or told to have happened or to be planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The whole sentence that reports it.
    pub span: Span,
    /// The clause in it that says so.
    pub clause: Span,
    /// When, or `None` where the text gives no time that can be resolved.
    pub when: Option<When>,
    /// The time that dates it, an index into the times.
    pub time: Option<u32>,
    /// Why it is not dated, iff `when` is `None`.
    pub undated: Option<Undated>,
    /// Whether it was said, happened, was claimed or announced.
    pub status: Status,
    /// How it was announced; given iff the status is [`Status::Announced`].
    pub plan: Option<Plan>,
    /// Whose word it is.
    pub voice: Voice,
    /// The mentions that take part, indices in text order.
    pub participants: Vec<u32>,
    /// The mention that says where.
    pub place: Option<u32>,
    /// The saying that this was said in, an index into the events: an earlier one.
    pub of: Option<u32>,
    /// Why it is one.
    pub evidence: Evidence,
}

impl Event {
    /// What `voice` reports in the sentence `span`, with nothing else known of it.
    pub fn new(span: Span, status: Status, voice: Voice, evidence: Evidence) -> Self {
        Self {
            span,
            clause: span,
            when: None,
            time: None,
            undated: Some(Undated::NoTimeGiven),
            status,
            plan: None,
            voice,
            participants: Vec::new(),
            place: None,
            of: None,
            evidence,
        }
    }
}

impl Voice {
    /// The article itself.
    pub const OUTLET: Self = Self { class: VoiceClass::Outlet, mention: None, span: None };
}

/// Why an event has no place on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undated {
    /// Its time is relative to a publication date that is not known.
    NoArticleDate,
    /// Its time names no calendar unit.
    TooVague,
    /// Its time is relative to something undated.
    NoAnchor,
    /// The text gives no time for it.
    NoTimeGiven,
}

/// What is claimed of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The saying itself.
    Said,
    /// It happened, in the outlet's own voice.
    Happened,
    /// It goes on: "talks are under way".
    Ongoing,
    /// It happened, as somebody claims.
    Claimed,
    /// It is planned, proposed, expected or due.
    Announced,
    /// It would happen under a condition: "if Moscow agrees, troops will leave in May".
    Conditional,
    /// Somebody denies that it happened or will.
    Denied,
    /// Somebody did not say it, as the article tells: "did not immediately respond".
    Withheld,
    /// It did not happen, or was called off.
    #[serde(rename = "not-done")]
    NotDone,
}

impl Status {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Said,
        Self::Happened,
        Self::Ongoing,
        Self::Claimed,
        Self::Announced,
        Self::Conditional,
        Self::Denied,
        Self::Withheld,
        Self::NotDone,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Happened => "happened",
            Self::Ongoing => "ongoing",
            Self::Claimed => "claimed",
            Self::Announced => "announced",
            Self::Conditional => "conditional",
            Self::Denied => "denied",
            Self::Withheld => "withheld",
            Self::NotDone => "not-done",
        }
    }
}

/// How something was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Plan {
    /// Somebody means to do it: "will meet on Sunday".
    Planned,
    /// Somebody asks or offers that it be done: "called for a truce until May".
    Proposed,
    /// It is thought to be coming: "is expected to last until June".
    Expected,
    /// It is due by then: "the June deadline", "expires on Friday".
    Deadline,
}

impl Plan {
    /// The name in JSON and for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Proposed => "proposed",
            Self::Expected => "expected",
            Self::Deadline => "deadline",
        }
    }
}

/// Whose word something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// What kind of voice.
    pub class: VoiceClass,
    /// The mention meant, where it is named.
    pub mention: Option<u32>,
    /// As the text puts it; `None` iff the class is [`VoiceClass::Outlet`].
    pub span: Option<Span>,
}

/// Everything that can be found in `document`.
pub fn annotate(document: &Document) -> Annotations {
    let times = times::find(document);
    let mentions = names::find(document, &times);
    let mut quotations = quotations::find(document, &times, &mentions);
    let (times, events) = events::find(document, times, &mentions, &mut quotations);
    let figures = figures::find(document, &times, &mentions, &quotations, &events);
    let credits = credits::find(document, &mentions);
    Annotations { times, mentions, quotations, events, figures, credits }
}
