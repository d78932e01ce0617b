//! Dateline's side, natively: every call into the core that the benchmark makes outside wasm.
//!
//! **Invariant:** the words that peers get are the ones that Dateline's index holds: folded, without possessive endings,
//! of the whole text. Start at [`read`]; `bench/engine/src/asking.rs` is the other side.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use dateline_core::civil::{iso, plus_days};
use dateline_core::corpus::decisions::Decisions;
use dateline_core::corpus::{Article, Corpus};
use dateline_core::fold::{self, fold};
use dateline_core::read::Dated;

use super::queries::Query;

/// Seconds a day.
const DAY: i64 = 86_400;

/// What is seen of one article.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Its file.
    pub(super) file: String,
    /// Its words, in order.
    pub(super) words: Vec<String>,
    /// Where in them a sentence begins.
    pub(super) sentences: Vec<u32>,
    /// Its publisher.
    pub(super) publisher: Option<String>,
    /// Its author.
    pub(super) author: Option<String>,
    /// The day on which it says it was published, counted from 1970.
    pub(super) day: Option<i32>,
    /// The distinct names in it.
    pub(super) names: Vec<String>,
    /// The bytes of its text.
    pub(super) bytes: u64,
}

/// The article in `text`, or `None` where it cannot be used.
pub(super) fn read(file: &str, text: &str) -> Option<Article> {
    dateline_folder::read_article(file, text.as_bytes()).ok().map(|article| *article)
}

/// What peers are given of `article`.
pub(super) fn seen(article: &Article) -> Seen {
    let document = &article.document;
    let mut starts = document.sentences.iter().map(|sentence| sentence.span.start).peekable();
    let (mut words, mut sentences) = (Vec::new(), Vec::new());
    for (span, word) in fold::words(&document.text) {
        let mut begins = false;
        while starts.next_if(|start| *start <= span.start).is_some() {
            begins = true;
        }
        if begins {
            sentences.push(words.len() as u32);
        }
        words.push(without_possessive(&word));
    }
    if let Some(title) = document.title.as_ref().filter(|title| title.span.is_none()) {
        sentences.push(words.len() as u32);
        words.extend(fold::words(&title.value).map(|(_, word)| without_possessive(&word)));
    }
    let stated = document.published.when.filter(|_| document.published.dated == Dated::Stated);
    let mentions = article.annotations.mentions.iter();
    let names: BTreeSet<String> = mentions.map(|mention| fold(mention.span.of(&document.text))).collect();
    Seen {
        file: document.file.clone(),
        words,
        sentences,
        publisher: document.publisher.as_ref().map(|field| field.value.clone()),
        author: document.author.as_ref().map(|field| field.value.clone()),
        day: stated.map(|when| when.interval.from.div_euclid(DAY) as i32),
        names: names.into_iter().collect(),
        bytes: document.text.len() as u64,
    }
}

fn without_possessive(word: &str) -> String {
    word.strip_suffix("'s").filter(|rest| !rest.is_empty()).unwrap_or(word).to_owned()
}

/// The pack of `articles`.
pub(super) fn pack(articles: Vec<Article>) -> Vec<u8> {
    dateline_folder::pack(&Corpus::build(articles, &Decisions::default()))
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
    fn the_words_are_folded_whole_and_know_their_sentences() {
        let text = "Ministers meet\n\nThe Périgord's mayor spoke. Nobody’s answer came.\n";
        let seen = seen(&read("a.txt", text).unwrap());
        let words: Vec<&str> = seen.words.iter().map(String::as_str).collect();
        assert_eq!(
            words,
            ["ministers", "meet", "the", "perigord", "mayor", "spoke", "nobody", "answer", "came"]
        );
        assert!(seen.sentences.ends_with(&[2, 6]), "{:?}", seen.sentences);
    }
}
