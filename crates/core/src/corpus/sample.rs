//! Small random corpora for property tests.
//!
//! **Invariant:** what is made here keeps the contract of `read` and `annotate`: sentences in order, events that are
//! whole sentences, mentions that do not overlap. Start at [`corpora`].

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Article, Corpus};
use crate::annotate::{
    Annotations, Credit, CreditKind, Event, Figure, Mention, NameKind, Qualifier, Quotation, Speaker, Speech,
    Status, Time, TimeKind, Undated, Voice, VoiceClass,
};
use crate::civil::{Certainty, DAY, Granularity, Interval, When};
use crate::corpus::decisions::Decisions;
use crate::evidence::Evidence;
use crate::fold;
use crate::read::{Block, BlockKind, Dated, Document, Field, Format, LineRule, Published, Sentence};
use crate::span::Span;

/// Plain words; some are in names too.
pub(crate) const WORDS: &[&str] =
    &["war", "wars", "peace", "talks", "talked", "Drone’s", "drone", "lee", "US-mediated", "U.S."];
/// Names; some are one entity, some cannot be told apart.
pub(crate) const NAMES: &[(NameKind, &str)] = &[
    (NameKind::Person, "Ann Lee"),
    (NameKind::Person, "Lee"),
    (NameKind::Person, "Bob Lee"),
    (NameKind::Person, "Olha Zelenskyy"),
    (NameKind::Person, "Zelensky"),
    (NameKind::Place, "Kyiv"),
    (NameKind::Place, "Kiev"),
    (NameKind::Place, "Oslo"),
    (NameKind::Organization, "Oslo"),
    (NameKind::Organization, "Red Cross"),
    (NameKind::Other, "Oslo"),
];
/// Publishers and authors.
pub(crate) const VALUES: &[&str] = &["Wire", "WIRE", "Daily News", "Evening News"];
/// The first day on which anything happens, in civil seconds.
pub(crate) const FIRST: i64 = 20_000 * DAY;

/// Day and length, the event it is said in, whether it is a saying, who takes part.
type MadeEvent = (Option<(i64, i64)>, Option<u32>, bool, Option<u32>);

#[derive(Clone, Debug)]
struct MadeSentence {
    items: Vec<usize>,
    events: Vec<MadeEvent>,
    quotation: Option<MadeQuotation>,
    /// Where it stands, whose it is, its event.
    figure: Option<(usize, Option<u32>, Option<u32>)>,
}

/// From where to where, how it is given, who speaks, when, and what it repeats.
type MadeQuotation = (usize, usize, Speech, Option<u32>, Option<(i64, i64)>, Option<u32>);

fn sentence() -> impl Strategy<Value = MadeSentence> {
    let when = proptest::option::of((0i64..6, 1i64..3));
    let few = || proptest::option::of(0u32..4);
    let event = (when.clone(), proptest::option::of(0u32..4), any::<bool>(), proptest::option::of(0u32..6));
    let speech = proptest::sample::select(std::vec![
        Speech::Direct,
        Speech::Direct,
        Speech::Reported,
        Speech::Withheld,
        Speech::Scare
    ]);
    let quotation = (0usize..4, 0usize..4, speech, proptest::option::of(0u32..6), when, few());
    let figure = (0usize..4, few(), few());
    let items = vec(0..WORDS.len() + NAMES.len(), 1..6);
    (items, vec(event, 0..3), proptest::option::of(quotation), proptest::option::of(figure))
        .prop_map(|(items, events, quotation, figure)| MadeSentence { items, events, quotation, figure })
}

prop_compose! {
    fn article()(
        sentences in vec(sentence(), 0..5),
        published in proptest::option::of((0i64..6, 1i64..3)),
        publisher in proptest::option::of(0..VALUES.len()),
        author in proptest::option::of(0..VALUES.len()),
        title in proptest::option::of(0..WORDS.len()),
        language in proptest::option::of(any::<bool>()),
        incomplete in any::<bool>(),
        credit in proptest::option::of(any::<bool>()),
    ) -> Article {
        let (text, mut article) = (String::new(), empty());
        article.document.published.when = published.map(when);
        // Of the dated ones the reader set some.
        article.document.published.dated = match published {
            None => Dated::Unknown,
            Some((day, _)) if day % 3 == 0 => Dated::Decided,
            Some(_) => Dated::Stated,
        };
        article.document.publisher = publisher.map(|v| field(VALUES[v]));
        article.document.author = author.map(|v| field(VALUES[v]));
        article.document.title = title.map(|w| field(WORDS[w]));
        article.document.language = language.map(|english| field(if english { "en" } else { "fr" }));
        article.document.text = text;
        for sentence in &sentences {
            add(&mut article, sentence);
        }
        finish(&mut article.annotations);
        article.document.incomplete = incomplete.then(|| Span::new(0, article.document.text.len()));
        let named = article.annotations.mentions.first().map(|mention| mention.span);
        if let (Some(picture), Some(origin)) = (credit, named) {
            let kind = if picture { CreditKind::Picture } else { CreditKind::Report };
            article.annotations.credits.push(Credit { span: origin, origin, kind, evidence: evidence() });
        }
        // Some headlines stand in the middle of a sentence, as others do in front matter.
        if let (Some(w), Some(first)) = (title.filter(|w| w % 3 == 1), article.document.sentences.first()) {
            let inside = fold::words(first.span.of(&article.document.text)).map(|(word, _)| word);
            let inside: Vec<Span> = inside.skip(w % 2).take(2).collect();
            if let (Some(a), Some(b)) = (inside.first(), inside.last()) {
                let span = Span { start: first.span.start + a.start, end: first.span.start + b.end };
                let value = span.of(&article.document.text).to_owned();
                article.document.title = Some(Field { value, span: Some(span), evidence: evidence() });
            }
        }
        // Every second title is the first sentence too.
        if let Some(first) = article.document.sentences.first().filter(|_| title.is_some_and(|w| w % 2 == 0)) {
            let (first, whole) = (first.span, Span::new(0, article.document.text.len()));
            let paragraph = article.document.blocks.remove(0);
            let rest = Span { start: first.end, ..whole };
            article.document.blocks.push(Block { kind: BlockKind::Title, span: first, ..paragraph });
            article.document.blocks.push(Block { span: rest, ..paragraph });
        }
        article
    }
}

/// Corpora of up to four articles.
pub(crate) fn corpora() -> impl Strategy<Value = Corpus> {
    vec(article(), 0..5).prop_map(|mut articles| {
        for (i, article) in articles.iter_mut().enumerate() {
            article.document.file = format!("{i}.txt");
        }
        Corpus::build(articles, &Decisions::default())
    })
}

/// An article whose text is `text`, with these names wherever they stand in it; each line is a sentence.
pub(crate) fn article_of(file: &str, text: &str, names: &[(NameKind, &str)]) -> Article {
    let mut article = empty();
    file.clone_into(&mut article.document.file);
    text.clone_into(&mut article.document.text);
    for (kind, name) in names {
        for (at, found) in text.match_indices(name) {
            let span = Span::new(at, at + found.len());
            if !article.annotations.mentions.iter().any(|m| m.span.overlaps(span)) {
                article.annotations.mentions.push(Mention { span, kind: *kind, evidence: evidence() });
            }
        }
    }
    article.annotations.mentions.sort_by_key(|m| m.span);
    article
}

fn add(article: &mut Article, made: &MadeSentence) {
    let start = article.document.text.len();
    let mut ends = Vec::new();
    for (i, item) in made.items.iter().enumerate() {
        let text = &mut article.document.text;
        if i > 0 {
            text.push(' ');
        }
        let from = text.len();
        text.push_str(WORDS.get(*item).copied().unwrap_or_else(|| NAMES[item - WORDS.len()].1));
        let span = Span::new(from, text.len());
        ends.push(span);
        if let Some((kind, _)) = item.checked_sub(WORDS.len()).map(|n| NAMES[n]) {
            article.annotations.mentions.push(Mention { span, kind, evidence: evidence() });
        }
    }
    let span = Span::new(start, article.document.text.len());
    article.document.text.push_str(" \n");
    article.document.sentences.push(Sentence { span, block: 0 });
    for (made, of, said, participant) in &made.events {
        let here = article.annotations.events.len() as u32;
        let voice = match of {
            None => Voice::OUTLET,
            Some(0) => Voice { class: VoiceClass::Unnamed, mention: None, span: Some(ends[0]) },
            Some(of) => Voice { class: VoiceClass::Person, mention: Some(of + 1), span: None },
        };
        let status = match (said, participant) {
            (true, _) => Status::Said,
            (false, Some(3)) => Status::Claimed,
            (false, _) => Status::Happened,
        };
        article.annotations.events.push(Event {
            when: made.map(when),
            undated: made.is_none().then_some(if *said { Undated::NoAnchor } else { Undated::NoTimeGiven }),
            participants: participant.iter().copied().collect(),
            of: of.filter(|of| *of < here),
            ..Event::new(span, status, voice, evidence())
        });
    }
    let last = ends.len() - 1;
    if let Some((first, more, speech, mention, said, repeats)) = made.quotation {
        let first = first.min(last);
        let span = ends[first].join(ends[(first + more).min(last)]);
        let class = |m| if m == 0 { VoiceClass::Unnamed } else { VoiceClass::Person };
        let speaker = mention.map(|m| Speaker { class: class(m), mention: Some(m).filter(|m| *m > 0), span });
        let addressee =
            mention.map(|m| Voice { class: VoiceClass::Person, mention: Some(m + 1), span: None });
        let spoken = said.map(|_| article.annotations.times.len() as u32);
        article.annotations.times.extend(said.map(|said| time(span, said)));
        let made = Quotation::new(span, speech, evidence());
        let quotation = Quotation { speaker, addressee, spoken, repeats, ..made };
        article.annotations.quotations.push(quotation);
    }
    if let Some((at, mention, event)) = made.figure {
        let voice = Voice { class: VoiceClass::Person, mention, span: None };
        let (value, unit) = ("7".to_owned(), String::new());
        let (span, qualifier, evidence) = (ends[at.min(last)], Qualifier::About, evidence());
        let (upto, counted) = (None, None);
        let figure = Figure { span, value, upto, qualifier, unit, counted, voice, event, evidence };
        article.annotations.figures.push(figure);
    }
}

/// Mentions that do not exist take no part.
fn finish(annotations: &mut Annotations) {
    let mentions = annotations.mentions.len() as u32;
    for event in &mut annotations.events {
        event.participants.retain(|m| *m < mentions);
        event.voice.mention = event.voice.mention.filter(|m| *m < mentions);
    }
    let events = annotations.events.len() as u32;
    for figure in &mut annotations.figures {
        figure.event = figure.event.filter(|e| *e < events);
        figure.voice.mention = figure.voice.mention.filter(|m| *m < mentions);
    }
    for addressee in annotations.quotations.iter_mut().filter_map(|q| q.addressee.as_mut()) {
        addressee.mention = addressee.mention.filter(|m| *m < mentions);
    }
    for speaker in annotations.quotations.iter_mut().filter_map(|q| q.speaker.as_mut()) {
        speaker.mention = speaker.mention.filter(|m| *m < mentions);
    }
}

fn when((day, days): (i64, i64)) -> When {
    let from = FIRST + day * DAY;
    let interval = Interval { from, to: from + days * DAY };
    When { interval, granularity: Granularity::Days, certainty: Certainty::Exact }
}

/// A time in `span` that is understood, or, every third, is not.
fn time(span: Span, (day, days): (i64, i64)) -> Time {
    let when = (day % 3 != 0).then(|| when((day, days)));
    Time { span, kind: TimeKind::Date, value: String::new(), when, unresolved: None, evidence: evidence() }
}

pub(crate) fn field(value: &str) -> Field {
    Field { value: value.to_owned(), span: None, evidence: evidence() }
}

fn evidence() -> Evidence {
    Evidence::rule("no-date", 100)
}

fn empty() -> Article {
    let document = Document {
        file: String::new(),
        sha256: [7; 32],
        format: Format::Text,
        text: String::new(),
        title: None,
        publisher: None,
        author: None,
        url: None,
        language: None,
        published: Published { dated: Dated::Unknown, when: None, evidence: evidence() },
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            rule: LineRule::Text,
            span: Span::new(0, 0),
            credit: None,
        }],
        sentences: Vec::new(),
        incomplete: None,
        problems: Vec::new(),
    };
    Article { document, annotations: Annotations::default() }
}
