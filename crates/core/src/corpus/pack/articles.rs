//! The articles of a pack: the text of each and what was found in it, apart from the others, opened when it is shown.
//!
//! Articles lie one after the other, the text first; a few together have one checksum.
//! **Invariant:** bytes are held against their checksum before they are read; the articles opened last are kept, so that
//! a page of rows opens each once. Start at [`write()`], [`Articles::get`] and [`Articles::words`].

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::counts::Counts;
use super::notes::{self, Coder, FormOf};
use super::texts::{Counted, Counting, Texts, Word};
use super::{Article, Joined, PackError, Section, names};
use crate::annotate::Event;
use crate::columns::{Bytes, Packed, Reader, Starts, Writer};
use crate::corpus::reports;
use crate::corpus::source::Source;
use crate::evidence;

/// How many articles have one checksum.
const BLOCK: u32 = 8;
/// How many articles are kept open.
const KEPT: usize = 96;

/// An article with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The article.
    pub article: Article,
    /// For each mention its form, or `None` where the reader hid it.
    pub forms: Vec<Option<u32>>,
    /// The rows of the Events tab, each as its events, the root first.
    pub reports: Vec<Vec<u32>>,
}

impl Opened {
    /// Event `event` of the article.
    pub fn event(&self, event: u32) -> Option<&Event> {
        self.article.annotations.events.get(event as usize)
    }
}

/// `article`, which is number `at` of a corpus, with what belongs to it.
fn opened(corpus: &Joined, at: u32, article: Cow<'_, Article>) -> Opened {
    let article = article.into_owned();
    let reports = reports::rows(&article.annotations.events);
    Opened { article, forms: corpus.forms_of(at), reports }
}

/// Gives `out` the bytes of `articles` in their order; the section that says where each one is and what they share.
pub(super) fn write<S: Source + ?Sized>(
    articles: &S,
    corpus: &Joined,
    out: &mut (impl FnMut(&[u8]) + ?Sized),
) -> Vec<u8> {
    let form_of = |kind, spelling: &str, near| names::form_of(corpus, kind, spelling, near);
    let (counted, coder) = learned(articles, corpus, &form_of);
    let look = |at, article: Cow<'_, Article>| {
        let own = opened(corpus, at, article);
        let mut text = Vec::new();
        counted.code(&own.article.document.text, &mut text);
        (at, text, own.reports.len() as u32, coder.alone(own, &form_of))
    };
    let (mut lengths, mut reports, mut checksums) = (Vec::new(), Vec::new(), Vec::new());
    let (mut block, mut odds) = (Vec::new(), None);
    articles.each(look, |(at, text, rows, notes)| {
        let notes = notes.unwrap_or_else(|own| coder.after(&mut odds, at, *own, &form_of));
        reports.push(rows);
        lengths.extend([text.len() as u32, notes.len() as u32]);
        block.extend(text);
        block.extend(notes);
        if (at + 1) % BLOCK == 0 || at + 1 == articles.len() {
            checksums.push(xxh3_64(&block) as u32);
            out(&block);
            block.clear();
        }
    });
    let mut blocks = Writer::default();
    blocks.add(&Starts::of_lengths(reports));
    blocks.add(&Starts::of_lengths(lengths));
    blocks.add(&Packed::write(&checksums));
    blocks.add(counted.vocabulary());
    blocks.add(coder.section());
    blocks.finish()
}

/// What codes the texts of `articles` and what was found in them.
fn learned<S: Source + ?Sized>(articles: &S, corpus: &Joined, form_of: FormOf) -> (Counted, Coder) {
    let rules: FxHashSet<&str> = evidence::ids().collect();
    let look = |at, article: Cow<'_, Article>| {
        let (mut own, mut found) = (opened(corpus, at, article), Vec::new());
        notes::strings(&mut own, |string| {
            // Rules have their numbers already.
            if !rules.contains(string) {
                found.push(string.to_owned());
            }
        });
        (own.article.document.text, found)
    };
    let (mut texts, mut strings) = (Counting::default(), Counts::default());
    articles.each(look, |(text, found)| {
        texts.add(&text);
        for string in found {
            strings.add(&string);
        }
    });
    let open = |at| Some(opened(corpus, at, articles.get(at)?));
    (Counted::of(texts), Coder::of(strings, articles.len(), open, form_of))
}

/// The articles of a pack.
#[derive(Debug)]
pub(super) struct Articles {
    /// Their bytes, once they are there.
    bytes: OnceLock<Bytes>,
    /// Whether one was asked for before.
    missed: AtomicBool,
    reports: Starts,
    /// For each article its text, then what was found in it.
    parts: Starts,
    checksums: Packed,
    /// The blocks that were held against their checksums.
    whole: Vec<AtomicBool>,
    texts: Texts,
    shared: notes::Shared,
    /// The articles opened last, the latest at the end.
    kept: Mutex<Vec<(u32, Arc<Opened>)>>,
}

impl Articles {
    /// Where they are, and what they share, before they are there.
    pub(super) fn open(blocks: Bytes) -> Option<Self> {
        let mut reader = Reader::new(blocks);
        let (reports, parts, checksums) = (reader.starts()?, reader.starts()?, reader.packed()?);
        let (texts, shared) = (Texts::open(reader.bytes()?)?, notes::Shared::open(reader.bytes()?)?);
        let fits = parts.len() == reports.len() * 2
            && checksums.len() == reports.len().div_ceil(BLOCK as usize)
            && reader.is_at_end();
        let whole = checksums.iter().map(|_| AtomicBool::new(false)).collect();
        let (bytes, missed, kept) = (OnceLock::new(), AtomicBool::new(false), Mutex::default());
        fits.then_some(Self { bytes, missed, reports, parts, checksums, whole, texts, shared, kept })
    }

    /// The articles have come.
    pub(super) fn arrive(&self, bytes: Bytes) -> Result<(), PackError> {
        if self.parts.end() as usize != bytes.len() {
            return Err(PackError::Unreadable { section: Section::Articles.name() });
        }
        // Those that are there already stay.
        let _ = self.bytes.set(bytes);
        Ok(())
    }

    pub(super) fn are_here(&self) -> bool {
        self.bytes.get().is_some()
    }

    pub(super) fn missed_any(&self) -> bool {
        self.missed.swap(false, Ordering::Relaxed)
    }

    pub(super) fn len(&self) -> u32 {
        self.reports.len() as u32
    }

    /// The article and place in it of report `report`.
    pub(super) fn report(&self, report: u32) -> Option<(u32, u32)> {
        let article = self.reports.find(report)?;
        Some((article, report - self.reports.range(article).start))
    }

    /// The vocabulary of the texts.
    pub(super) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The words of the text of `article` in order, or `None` where its bytes are damaged.
    pub(super) fn words(&self, article: u32) -> Option<impl Iterator<Item = Word<'_>>> {
        Some(self.texts.words(self.part(article, 0)?))
    }

    pub(super) fn get(&self, article: u32, form_of: FormOf) -> Option<Arc<Opened>> {
        // A panic while it was held leaves a list that is whole all the same.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.iter().position(|(own, _)| *own == article) {
            let last = kept.len() - 1;
            kept.swap(found, last);
            return kept.last().map(|(_, opened)| opened.clone());
        }
        let with = self.shared.with(article);
        let with = with.start..with.end.min(self.len());
        let part = |own| Some((self.texts.text(self.part(own, 0)?)?, self.part(own, 1)?));
        let parts = with.clone().map(part);
        for (own, opened) in with.zip(self.shared.read(parts, form_of)?) {
            kept.retain(|(kept, _)| *kept != own);
            if kept.len() >= KEPT {
                kept.remove(0);
            }
            kept.push((own, Arc::new(opened)));
        }
        kept.iter().find(|(own, _)| *own == article).map(|(_, opened)| opened.clone())
    }

    /// The text (0) of `article` or what was found in it (1), once its block is known to be whole.
    fn part(&self, article: u32, part: u32) -> Option<&[u8]> {
        if article >= self.len() {
            return None;
        }
        let Some(own) = self.bytes.get() else {
            self.missed.store(true, Ordering::Relaxed);
            return None;
        };
        let bytes = |from: u32, to: u32| own.get(from as usize..to as usize);
        let block = article / BLOCK;
        let whole = self.whole.get(block as usize)?;
        if !whole.load(Ordering::Relaxed) {
            let (first, last) = (block * BLOCK * 2, ((block + 1) * BLOCK).min(self.len()) * 2 - 1);
            let all = bytes(self.parts.range(first).start, self.parts.range(last).end)?;
            if self.checksums.get(block as usize)? != xxh3_64(all) as u32 {
                return None;
            }
            whole.store(true, Ordering::Relaxed);
        }
        let range = self.parts.range(article * 2 + part);
        bytes(range.start, range.end)
    }
}
