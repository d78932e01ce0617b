//! What is fuzzed: each reader of bytes from outside, and the annotator, with what must hold of the result.
//!
//! The fuzzer and the ordinary test that replays what it found both use this file.
//! **Invariant:** a target takes any bytes and panics only where a promise of the core is broken.
//! Start at [`TARGETS`].

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::columns::Bytes;
use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::explore::{self, Query, Unit};
use dateline_core::json::lines::Line;
use dateline_core::read::{Document, date, read};
use dateline_core::span::Span;

/// A target: its name, which is also the folder of its inputs, and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: &[Target] = &[
    ("text", |bytes| holds(&read("a.txt", bytes))),
    ("markdown", |bytes| holds(&read("a.md", bytes))),
    ("html", |bytes| holds(&read("a.html", bytes))),
    ("news", |bytes| holds(&read("a.txt", news(bytes).as_bytes()))),
    ("dates", |bytes| {
        with_text(bytes, |text| date::find(text).iter().for_each(|found| fits(text, found.span)));
    }),
    ("line", line),
    ("decisions", |bytes| with_text(bytes, |text| drop(Decisions::parse(text)))),
    ("query", query),
    ("pack", open),
];

fn with_text(bytes: &[u8], work: impl FnOnce(&str)) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        work(text);
    }
}

fn fits(text: &str, span: Span) {
    let passage = text.get(span.start as usize..span.end as usize);
    assert!(passage.is_some_and(|passage| !passage.is_empty()), "{span:?}");
}

/// A document and what is annotated in it: every span fits the text, every index its list.
fn holds(document: &Document) {
    let found = annotate(document);
    let text = document.text.as_str();
    document.blocks.iter().for_each(|block| fits(text, block.span));
    document.sentences.iter().for_each(|sentence| fits(text, sentence.span));
    spans(&found).for_each(|span| fits(text, span));
    let named = |mention: Option<u32>| {
        assert!(mention.is_none_or(|mention| (mention as usize) < found.mentions.len()));
    };
    for (index, event) in found.events.iter().enumerate() {
        assert!(event.of.is_none_or(|of| (of as usize) < index), "{event:?}");
        event.participants.iter().for_each(|mention| named(Some(*mention)));
        named(event.voice.mention);
        assert!(event.time.is_none_or(|time| (time as usize) < found.times.len()));
    }
    found
        .quotations
        .iter()
        .flat_map(|quotation| &quotation.speaker)
        .for_each(|speaker| named(speaker.mention));
}

fn spans(found: &Annotations) -> impl Iterator<Item = Span> {
    let times = found.times.iter().map(|time| time.span);
    let mentions = found.mentions.iter().map(|mention| mention.span);
    let quotations = found.quotations.iter().map(|quotation| quotation.span);
    let events = found.events.iter().flat_map(|event| [event.span, event.clause]);
    let figures = found.figures.iter().map(|figure| figure.span);
    let credits = found.credits.iter().map(|credit| credit.span);
    times.chain(mentions).chain(quotations).chain(events).chain(figures).chain(credits)
}

/// A line of JSON: its text comes back as it was.
fn line(bytes: &[u8]) {
    let Ok((line, own)) = Line::parse(bytes) else { return };
    let article = line.article(own, None);
    assert_eq!(article.document.text, line.text);
    spans(&article.annotations).for_each(|span| fits(&line.text, span));
}

/// Any text is a query, and prints as one that means the same.
fn query(bytes: &[u8]) {
    with_text(bytes, |text| {
        for (query, hints) in [Query::parse_with_hints(text), Query::parse_typing(text)] {
            assert_eq!(Query::parse(&query.to_string()), query, "{query}");
            for hint in hints {
                fits(text, hint.span);
            }
        }
    });
}

/// A pack that opens answers.
fn open(bytes: &[u8]) {
    answers(bytes.to_vec());
    // A pack of the fuzzer's own hardly ever opens: so its bytes also make one, with one bit of it changed.
    let Some((at, rest)) = bytes.split_first_chunk::<4>() else { return };
    let document = read("a.txt", rest);
    let annotations = annotate(&document);
    let corpus = Corpus::build(vec![Article { document, annotations }], &Decisions::default());
    let mut packed = explore::write(&corpus);
    let at = u32::from_le_bytes(*at) as usize % packed.len().max(1);
    packed.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1);
    answers(packed);
}

/// Asks the pack `bytes` for everything, if it opens.
fn answers(bytes: Vec<u8>) {
    let Ok((pack, index)) = explore::read(Bytes::new(bytes)) else { return };
    for unit in Unit::ALL {
        assert!(
            explore::explore(&pack, &index, &Query::parse("the"), unit).matched.len()
                <= index.articles() * 100_000
        );
    }
    (0..pack.len().min(9)).for_each(|article| drop(pack.article(article)));
}

/// What news is made of, and what goes wrong around it: each byte stands for one of them.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", "\n", "\n\n", ". ", ", ", "; ", ": ", "? ", "! ", "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "(", ")", "[", "](", "-", " — ", "…",
    "Anna Berg", "Berg", "Mr. ", "President ", "the minister", "a US official", "officials", "he", "she", "they", "who", "which", "Norland",
    "Kyiv", "Moscow", "the Kremlin", "Reuters", "BBC", "UN", "U.S.", "the Bank of ", "Ministry", " said ", " says ", " told ", " added ",
    " denied ", " wrote ", "according to ", " that ", " and ", " but ", " if ", " of ", " in ", " on ", " by ", " until ", " since ",
    " from ", " to ", " will ", " would ", " was ", " has ", " did not ", "Friday", "Monday", "May", "March", "3 May 2019", "2026-02-07",
    "January 24, 2026", "last week", "next year", "two days ago", "the second day", "early ", "mid-", "10:30 a.m.", "the 1990s", "overnight",
    "at least ", "more than ", "157", "1,100", "3.5%", "$4bn", "two", "hundred", "people", "soldiers", "were killed", "in a post on X",
    "By ", "Read more: ", "Photo: ", "/AFP", "KYIV, Ukraine (AP) — ", "title: ", "---\n", "* ", "# ", "<div>", "é", "😀", "\u{a0}", "\u{ad}",
    "\u{301}", "İ", "ß", "\u{feff}", "\0", "A", "a", "s",
];

fn news(bytes: &[u8]) -> String {
    bytes.iter().filter_map(|byte| PIECES.get(usize::from(*byte) % PIECES.len())).copied().collect()
}
