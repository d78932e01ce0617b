//! What was found in a document, in words: each thing with where it stands, what it says, and why.
//!
//! **Invariant:** the words of a claim are whose it is: an event says whose word it rests on, a quotation who speaks,
//! and what is not known is said to be unknown. Start at [`all`].

use std::fmt::Write as _;

use dateline_core::annotate::{Event, Figure, Quotation, Time, Voice, VoiceClass};
use dateline_core::corpus::{Article, Corpus};
use dateline_core::evidence::Evidence;
use dateline_core::span::Span;

use crate::wording::{self, line};

/// One thing that was found.
#[derive(Debug)]
pub struct Finding {
    /// Where it starts.
    pub at: u32,
    /// What it is: `time`, `name`, `quotation`, `figure`, `credit`, `event`.
    pub label: &'static str,
    /// Its words, shortened.
    pub passage: String,
    /// What is made of them.
    pub says: String,
    /// The reason.
    pub why: String,
}

/// Everything in `article`, in text order.
pub fn all(corpus: &Corpus, index: u32, article: &Article) -> Vec<Finding> {
    let names = Names { corpus, index, text: &article.document.text };
    let found = &article.annotations;
    let mut all = Vec::new();
    all.extend(found.times.iter().map(|time| names.time(time)));
    for (mention, at) in found.mentions.iter().zip(0..) {
        let who = names.entity(at).unwrap_or_else(|| "hidden by a correction".to_owned());
        all.push(names.finding("name", mention.span, format!("= {who}"), &mention.evidence));
    }
    all.extend(found.quotations.iter().map(|quotation| names.quotation(quotation)));
    all.extend(found.figures.iter().map(|figure| names.figure(figure)));
    for credit in &found.credits {
        let says = format!("= {} ({})", line(credit.origin.of(names.text)), said(credit.kind));
        all.push(names.finding("credit", credit.span, says, &credit.evidence));
    }
    all.extend(found.events.iter().map(|event| names.event(event)));
    // The lists come one after the other; of what starts at one place that is their order too.
    all.sort_by_key(|finding| finding.at);
    all
}

/// One article's names and text.
struct Names<'a> {
    corpus: &'a Corpus,
    index: u32,
    text: &'a str,
}

impl Names<'_> {
    fn finding(&self, label: &'static str, span: Span, says: String, evidence: &Evidence) -> Finding {
        Finding { at: span.start, label, passage: self.passage(span), says, why: why(evidence) }
    }

    /// The passage on one line, its middle left out where it is long.
    fn passage(&self, span: Span) -> String {
        let words: Vec<char> = line(span.of(self.text)).chars().collect();
        match (words.first_chunk::<36>(), words.last_chunk::<16>()) {
            (Some(first), Some(last)) if words.len() > 64 => {
                format!("{} … {}", String::from_iter(first).trim_end(), String::from_iter(last).trim_start())
            }
            _ => words.into_iter().collect(),
        }
    }

    /// Kind and name of whom `mention` names.
    fn entity(&self, mention: u32) -> Option<String> {
        let entity = self.corpus.entity_of(self.index, mention)?;
        let entity = self.corpus.entities().get(entity as usize)?;
        Some(format!("{}, {}", line(&entity.name), entity.kind.name()))
    }

    fn time(&self, time: &Time) -> Finding {
        let is = match (time.when, time.unresolved) {
            (Some(when), _) => wording::time(when),
            (None, Some(reason)) => format!("not known when: {}", said(reason)),
            (None, None) => "no day of the calendar".to_owned(),
        };
        let says = format!("= {is}, {} {}", said(time.kind), line(&time.value));
        self.finding("time", time.span, says, &time.evidence)
    }

    fn quotation(&self, quotation: &Quotation) -> Finding {
        let by = match &quotation.speaker {
            Some(speaker) => {
                let voice =
                    Voice { class: speaker.class, mention: speaker.mention, span: Some(speaker.span) };
                format!("by {}", self.voice(voice))
            }
            None => "nobody is named".to_owned(),
        };
        let mut says = format!("{}, {by}", said(quotation.speech));
        if let Some(addressee) = quotation.addressee {
            let _ = write!(says, ", to {}", self.voice(addressee));
        }
        if let Some(medium) = quotation.medium {
            let _ = write!(says, ", {}", self.passage(medium));
        }
        self.finding("quotation", quotation.span, says, &quotation.evidence)
    }

    fn figure(&self, figure: &Figure) -> Finding {
        let upto = figure.upto.as_ref().map_or_else(String::new, |upto| format!(" to {upto}"));
        let parts = [figure.qualifier.words(), &figure.value];
        let number = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let unit = if figure.unit.is_empty() { String::new() } else { format!(" {}", figure.unit) };
        let counted = figure.counted.map_or_else(String::new, |span| format!(" {}", self.passage(span)));
        let says = format!("= {number}{upto}{unit}{counted}, by {}", self.voice(figure.voice));
        self.finding("figure", figure.span, says, &figure.evidence)
    }

    fn event(&self, event: &Event) -> Finding {
        let status = match event.plan {
            Some(plan) => format!("{} ({})", said(event.status), plan.name()),
            None => said(event.status),
        };
        let when = match (event.when, event.undated) {
            (Some(when), _) => wording::time(when),
            (None, Some(reason)) => format!("undated: {}", said(reason)),
            (None, None) => "undated".to_owned(),
        };
        let says = format!("{status}, {when}, by {}", self.voice(event.voice));
        self.finding("event", event.clause, says, &event.evidence)
    }

    /// Whose word it is: the name, or the words of the text, and the kind of voice.
    fn voice(&self, voice: Voice) -> String {
        let described = voice.span.map(|span| self.passage(span));
        if voice.class == VoiceClass::Outlet {
            return "the article itself".to_owned();
        }
        let named = voice.mention.and_then(|mention| self.entity(mention));
        match (described, named) {
            (Some(described), Some(named)) => format!("“{described}” ({named})"),
            (Some(described), None) => format!("“{described}” ({})", said(voice.class)),
            (None, Some(named)) => named,
            (None, None) => said(voice.class),
        }
    }
}

/// The rule in words, and what it was counted from.
fn why(evidence: &Evidence) -> String {
    let why = wording::why(evidence);
    let anchor = evidence.anchor.as_ref().filter(|anchor| !anchor.value.is_empty());
    anchor.map_or(why.clone(), |anchor| format!("{why}; {}: {}", anchor.what, line(&anchor.value)))
}

/// The name that a value has in JSON, in words: `no article date`.
fn said(value: impl serde::Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.and_then(|name| Some(name.as_str()?.replace('-', " "))).unwrap_or_default()
}
