//! The documents of a run, as every peer gets them: words, and the columns that filters and brushing need.
//!
//! **Invariant:** a document's number is its place in the byte order of the file names; a word's number is its place in
//! the byte order of the words, so that the words with a beginning are a range.
//! Start at [`Gathering::take`].

use std::collections::HashMap;
use std::mem;

use serde::Serialize;

use super::ours::Seen;

/// All documents, column by column.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// Their files.
    pub(super) files: Vec<String>,
    /// The distinct words, in order.
    pub(super) words: Vec<String>,
    /// Each document's words, in the order of its text.
    pub(super) tokens: Vec<Vec<u32>>,
    /// Where in each document's words a passage begins.
    pub(super) passages: Vec<Vec<u32>>,
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
    /// The day on which each was published, counted from 1970, where it is known to the day.
    pub(super) day: Vec<Option<i32>>,
    /// The days between which each was published, where they are known; Dateline alone tells these apart.
    #[serde(skip)]
    pub(super) published: Vec<Option<(i32, i32)>>,
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

/// Documents while they are gathered, in whatever order.
#[derive(Default)]
pub(super) struct Gathering {
    documents: Documents,
    words: Numbered,
    publishers: Numbered,
    authors: Numbered,
    names: Numbered,
}

impl Gathering {
    /// One more document.
    pub(super) fn take(&mut self, one: Seen) {
        let documents = &mut self.documents;
        let columns = &mut documents.columns;
        columns.publisher.push(one.publisher.map(|name| self.publishers.of(name)));
        columns.author.push(one.author.map(|name| self.authors.of(name)));
        columns.day.push(one.published.filter(|(first, last)| first == last).map(|(day, _)| day));
        columns.published.push(one.published);
        columns.names.push(one.names.into_iter().map(|name| self.names.of(name)).collect());
        documents.bytes += one.bytes;
        documents.files.push(one.file);
        documents.tokens.push(one.words.into_iter().map(|word| self.words.of(word)).collect());
        documents.passages.push(one.passages);
    }

    /// All of them, with documents and words in order.
    pub(super) fn finished(self) -> Documents {
        let mut documents = self.documents;
        documents.columns.publishers = self.publishers.all;
        documents.columns.authors = self.authors.all;
        documents.order_words(&self.words.all);
        documents.order_files();
        documents
    }
}

impl Documents {
    /// Renumbers the words by their order.
    fn order_words(&mut self, words: &[String]) {
        let mut order: Vec<u32> = (0..words.len() as u32).collect();
        order.sort_by(|a, b| words[*a as usize].cmp(&words[*b as usize]));
        let mut place = vec![0; words.len()];
        for (at, word) in order.iter().enumerate() {
            place[*word as usize] = at as u32;
        }
        self.tokens.iter_mut().flatten().for_each(|token| *token = place[*token as usize]);
        self.words = order.into_iter().map(|word| words[word as usize].clone()).collect();
    }

    /// Puts the documents into the order of their files.
    fn order_files(&mut self) {
        fn ordered<T: Default>(all: &mut [T], order: &[u32]) -> Vec<T> {
            order.iter().map(|at| mem::take(&mut all[*at as usize])).collect()
        }
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        order.sort_by(|a, b| self.files[*a as usize].cmp(&self.files[*b as usize]));
        self.files = ordered(&mut self.files, &order);
        self.tokens = ordered(&mut self.tokens, &order);
        self.passages = ordered(&mut self.passages, &order);
        let columns = &mut self.columns;
        columns.publisher = ordered(&mut columns.publisher, &order);
        columns.author = ordered(&mut columns.author, &order);
        columns.day = ordered(&mut columns.day, &order);
        columns.published = ordered(&mut columns.published, &order);
        columns.names = ordered(&mut columns.names, &order);
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
    use crate::bench::search::made::{documents, documents_of};

    #[test]
    fn documents_are_in_the_order_of_their_files_however_they_came() {
        let there = documents_of(&["b c", "a"]);
        let mut back = super::Gathering::default();
        for at in [1, 0] {
            back.take(super::Seen {
                file: there.files[at].clone(),
                words: there.tokens[at].iter().map(|token| there.word(*token).to_owned()).collect(),
                passages: there.passages[at].clone(),
                ..super::Seen::default()
            });
        }
        let back = back.finished();
        assert_eq!((back.files, back.tokens), (there.files.clone(), there.tokens.clone()));
    }

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
