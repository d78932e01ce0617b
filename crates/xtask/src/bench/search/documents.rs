//! The documents of a run, as every peer gets them: words, and the columns that filters and brushing need.
//!
//! **Invariant:** a document's number is its place in the byte order of the file names, which is the pack's; a word's
//! number is its place in the byte order of the words, so that the words with a beginning are a range.
//! Start at [`Documents::of`].

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::ours::Seen;
use crate::corpus::Model;

/// A line of a file of documents.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    /// The name of its file.
    pub(super) file: String,
    /// The file as text.
    pub(super) text: String,
}

/// The documents of `path`, a JSON line each, in the order of their names; at most `most`.
pub(super) fn lines(path: &Path, most: usize) -> Result<Vec<Line>, String> {
    let say = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let text = fs::read_to_string(path).map_err(|e| say(&e))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(most);
    let lines = lines.enumerate().map(|(at, line)| {
        serde_json::from_str(line)
            .map_err(|e| say(&format!("line {}: expected {{\"file\", \"text\"}} ({e})", at + 1)))
    });
    let mut lines = lines.collect::<Result<Vec<Line>, String>>()?;
    lines.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(lines)
}

/// `count` documents made for this, in the order of their names.
pub(super) fn made(count: usize, seed: u64, tokens: u64) -> Vec<Line> {
    let model = Model { docs: count as u64, seed, tokens };
    let mut lines: Vec<Line> = (0..model.docs)
        .map(|index| model.document(index))
        .map(|document| Line { file: document.file, text: document.text })
        .collect();
    lines.sort_by(|a, b| a.file.cmp(&b.file));
    lines
}

/// All documents, column by column.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// Their files.
    pub(super) files: Vec<String>,
    /// The distinct words, in order.
    pub(super) words: Vec<String>,
    /// Each document's words, in the order of its text.
    pub(super) tokens: Vec<Vec<u32>>,
    /// Where in each document's words a sentence begins.
    pub(super) sentences: Vec<Vec<u32>>,
    /// What else is known of each.
    pub(super) columns: Columns,
    /// The bytes of their texts.
    pub(super) bytes: u64,
}

/// What filters and brushing need, as the page's JavaScript reads it.
#[derive(Debug, Default, Serialize)]
pub(super) struct Columns {
    /// The publishers.
    pub(super) publishers: Vec<String>,
    /// Each document's publisher.
    pub(super) publisher: Vec<Option<u32>>,
    /// The authors.
    pub(super) authors: Vec<String>,
    /// Each document's author.
    pub(super) author: Vec<Option<u32>>,
    /// The day on which each was published, counted from 1970, where it says so.
    pub(super) day: Vec<Option<i32>>,
    /// The names in each, as numbers; a file of their own, since only brushing counts them.
    #[serde(skip)]
    pub(super) names: Vec<Vec<u32>>,
}

/// Numbers for texts, by first sight.
#[derive(Default)]
struct Numbered {
    known: HashMap<String, u32>,
    all: Vec<String>,
}

impl Numbered {
    fn of(&mut self, text: String) -> u32 {
        let next = self.all.len() as u32;
        *self.known.entry(text).or_insert_with_key(|text| {
            self.all.push(text.clone());
            next
        })
    }
}

impl Documents {
    /// The documents that were `seen`, in order.
    pub(super) fn of(seen: impl Iterator<Item = Seen>) -> Self {
        let mut documents = Self::default();
        let (mut words, mut publishers, mut authors, mut names) =
            (Numbered::default(), Numbered::default(), Numbered::default(), Numbered::default());
        for one in seen {
            let columns = &mut documents.columns;
            columns.publisher.push(one.publisher.map(|name| publishers.of(name)));
            columns.author.push(one.author.map(|name| authors.of(name)));
            columns.day.push(one.day);
            columns.names.push(one.names.into_iter().map(|name| names.of(name)).collect());
            documents.bytes += one.bytes;
            documents.files.push(one.file);
            documents.tokens.push(one.words.into_iter().map(|word| words.of(word)).collect());
            documents.sentences.push(one.sentences);
        }
        documents.columns.publishers = publishers.all;
        documents.columns.authors = authors.all;
        documents.in_order(&words.all);
        documents
    }

    /// Renumbers the words by their order.
    fn in_order(&mut self, words: &[String]) {
        let mut order: Vec<u32> = (0..words.len() as u32).collect();
        order.sort_by(|a, b| words[*a as usize].cmp(&words[*b as usize]));
        let mut place = vec![0; words.len()];
        for (at, word) in order.iter().enumerate() {
            place[*word as usize] = at as u32;
        }
        self.tokens.iter_mut().flatten().for_each(|token| *token = place[*token as usize]);
        self.words = order.into_iter().map(|word| words[word as usize].clone()).collect();
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// The word with the number `token`.
    pub(super) fn word(&self, token: u32) -> &str {
        self.words.get(token as usize).map_or("", String::as_str)
    }

    /// The texts as peers get them: a line a document, its words with spaces between them.
    pub(super) fn texts(&self) -> String {
        let line =
            |tokens: &Vec<u32>| tokens.iter().map(|token| self.word(*token)).collect::<Vec<_>>().join(" ");
        self.tokens.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use crate::bench::search::made::documents;

    #[test]
    fn a_words_number_is_its_place_in_order() {
        let documents = documents(20);
        assert!(documents.words.is_sorted());
        let texts = documents.texts();
        assert_eq!(texts.lines().count(), documents.len());
        for (line, tokens) in texts.lines().zip(&documents.tokens) {
            let words: Vec<&str> = tokens.iter().map(|token| documents.word(*token)).collect();
            assert_eq!(line.split(' ').collect::<Vec<_>>(), words);
        }
    }
}
