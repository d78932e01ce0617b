//! Dateline's side, natively: every call into the core that the benchmark makes outside wasm.
//!
//! **Invariant:** the words that peers get are the ones that Dateline's index holds: folded, without possessive endings,
//! of the whole text. Start at [`each`]; `bench/engine/src/asking.rs` is the other side.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::thread;

use dateline_core::civil::{iso, plus_days};
use dateline_core::columns::Bytes;
use dateline_core::corpus::Article;
use dateline_core::corpus::pack::{Container, Pack, Section};
use dateline_core::fold::{self, fold};
use dateline_core::read::Document;

use super::queries::Query;

/// Seconds a day.
const DAY: i64 = 86_400;
/// How many articles are looked at before they are handed on: their words weigh much more than what is kept of them.
const BATCH: u32 = 4096;

/// The sections of a pack, with what each holds.
pub(super) const SECTIONS: [(Section, &str); 12] = [
    (Section::Names, "names"),
    (Section::Decisions, "corrections"),
    (Section::Clusters, "reports of one event"),
    (Section::Columns, "columns of articles and passages"),
    (Section::Rows, "rows of each unit"),
    (Section::Times, "times"),
    (Section::Terms, "terms"),
    (Section::Postings, "postings of terms"),
    (Section::Named, "postings of names"),
    (Section::Blocks, "vocabulary, and where each article is"),
    (Section::Reasons, "reasons for names"),
    (Section::Articles, "articles: text, annotations, evidence"),
];

/// What is seen of one article.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Its file.
    pub(super) file: String,
    /// Its words, in order.
    pub(super) words: Vec<String>,
    /// Where in them a passage begins: a sentence, what stands between two, or a headline beside the text.
    pub(super) passages: Vec<u32>,
    /// Its publisher.
    pub(super) publisher: Option<String>,
    /// Its author.
    pub(super) author: Option<String>,
    /// The first and the last day on which it may have been published, counted from 1970, where that is known.
    pub(super) published: Option<(i32, i32)>,
    /// The distinct names in it.
    pub(super) names: Vec<String>,
    /// The bytes of its text.
    pub(super) bytes: u64,
}

/// Hands what is seen of each article of `pack` to `take`, in the order of the pack; looked at on all processors.
pub(super) fn each(pack: &Bytes, mut take: impl FnMut(Seen)) -> Result<(), String> {
    let opened = || {
        let container = Container::open(pack.clone()).map_err(|error| error.to_string())?;
        Pack::open(&container).map_err(|error| error.to_string())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from) as u32;
    // A pack keeps the articles that were opened last, so each thread has one of its own.
    let packs = (0..threads).map(|_| opened()).collect::<Result<Vec<Pack>, String>>()?;
    let all = packs.first().map_or(0, Pack::len);
    for from in (0..all).step_by(BATCH as usize) {
        let to = all.min(from + BATCH);
        let part = (to - from).div_ceil(threads).max(1);
        let batch: Vec<Vec<Option<Seen>>> = thread::scope(|scope| {
            let parts: Vec<_> = (from..to)
                .step_by(part as usize)
                .zip(&packs)
                .map(|(from, pack)| {
                    let look = move |at| pack.article(at).map(|opened| seen(&opened.article));
                    scope.spawn(move || (from..to.min(from + part)).map(look).collect())
                })
                .collect();
            parts.into_iter().map(|part| part.join().unwrap_or_default()).collect()
        });
        for seen in batch.into_iter().flatten() {
            take(seen.ok_or("expected every article of the pack, found damage: make it again")?);
        }
    }
    Ok(())
}

/// The bytes of each section of `pack`, with what it holds.
pub(super) fn sections(pack: &Bytes) -> Result<Vec<(Section, &'static str, Bytes)>, String> {
    let container = Container::open(pack.clone()).map_err(|error| error.to_string())?;
    let bytes = |(section, holds)| {
        container.section(section).map(|bytes| (section, holds, bytes)).map_err(|error| error.to_string())
    };
    SECTIONS.into_iter().map(bytes).collect()
}

/// What peers are given of `article`.
fn seen(article: &Article) -> Seen {
    let document = &article.document;
    let cuts = cuts(document);
    let mut cuts = cuts.iter().peekable();
    let (mut words, mut passages) = (Vec::new(), Vec::new());
    for (span, word) in fold::words(&document.text) {
        let mut begins = words.is_empty();
        while cuts.next_if(|cut| **cut <= span.start).is_some() {
            begins = true;
        }
        if begins {
            passages.push(words.len() as u32);
        }
        words.push(without_possessive(&word));
    }
    if let Some(title) = document.title.as_ref().filter(|title| title.span.is_none()) {
        passages.push(words.len() as u32);
        words.extend(fold::words(&title.value).map(|(_, word)| without_possessive(&word)));
    }
    let published = document.published.when.map(|when| {
        let day = |second: i64| i32::try_from(second.div_euclid(DAY)).unwrap_or(i32::MAX);
        (day(when.interval.from), day(when.interval.to - 1))
    });
    let mentions = article.annotations.mentions.iter();
    let names: BTreeSet<String> = mentions.map(|mention| fold(mention.span.of(&document.text))).collect();
    Seen {
        file: document.file.clone(),
        words,
        passages,
        publisher: document.publisher.as_ref().map(|field| field.value.clone()),
        author: document.author.as_ref().map(|field| field.value.clone()),
        published,
        names: names.into_iter().collect(),
        bytes: document.text.len() as u64,
    }
}

/// Where `document` is cut into passages, in order: at both ends of every block and sentence, and of the headline.
fn cuts(document: &Document) -> Vec<u32> {
    let blocks = document.blocks.iter().map(|block| block.span);
    let headline = document.title.iter().filter_map(|title| title.span);
    let spans = blocks.chain(document.sentences.iter().map(|sentence| sentence.span)).chain(headline);
    let cuts: BTreeSet<u32> = spans.flat_map(|span| [span.start, span.end]).collect();
    cuts.into_iter().collect()
}

fn without_possessive(word: &str) -> String {
    word.strip_suffix("'s").filter(|rest| !rest.is_empty()).unwrap_or(word).to_owned()
}

/// `query` in Dateline's language. A range is one of days; the publisher is `publisher`.
pub(super) fn text_of(query: &Query, publisher: Option<&str>) -> String {
    let words = query.words.join(" ");
    let mut text = if query.phrase { format!("\"{words}\"") } else { words };
    if let Some(publisher) = publisher {
        let _ = write!(text, " publisher:\"{publisher}\"");
    }
    let range = [("published-after", query.from), ("published-before", query.to)];
    for (field, day) in range.into_iter().filter_map(|(field, day)| Some((field, day?))) {
        let _ = write!(text, " {field}:{}", day_of(day));
    }
    text
}

/// The day `number` since 1970, ISO.
fn day_of(number: i32) -> String {
    let epoch = dateline_core::civil::day_of("1970-01-01");
    epoch.and_then(|epoch| plus_days(epoch, i64::from(number))).map(iso).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_written_in_the_language_of_the_search_box() {
        let mut query = Query { words: vec!["talks".into(), "resume".into()], ..Query::default() };
        assert_eq!(text_of(&query, None), "talks resume");
        query.phrase = true;
        assert_eq!(text_of(&query, None), "\"talks resume\"");
        (query.phrase, query.from, query.to) = (false, Some(0), Some(19_783));
        let expected =
            "talks resume publisher:\"The Post\" published-after:1970-01-01 published-before:2024-03-01";
        assert_eq!(text_of(&query, Some("The Post")), expected);
    }

    #[test]
    fn the_words_are_folded_whole_and_know_their_passages() {
        let text = "Ministers meet\n\nThe Périgord's mayor spoke. Nobody’s answer came.\n";
        let seen = seen(&dateline_folder::read_article("a.txt", text.as_bytes()).unwrap());
        let words: Vec<&str> = seen.words.iter().map(String::as_str).collect();
        assert_eq!(
            words,
            ["ministers", "meet", "the", "perigord", "mayor", "spoke", "nobody", "answer", "came"]
        );
        assert_eq!(seen.passages, [0, 2, 6]);
    }
}
