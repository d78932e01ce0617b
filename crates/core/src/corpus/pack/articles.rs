//! The articles of a pack: blocks of a few, each packed for itself, and opened when one of them is shown.
//!
//! **Invariant:** a block is held against its checksum before it is opened; the articles opened last are kept, so that
//! a page of rows opens each block once. Start at [`write()`] and [`Articles::get`].

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{Article, Corpus, bytes, value};
use crate::annotate::Event;
use crate::columns::{Bytes, Packed, Reader, Starts, Writer};

/// How many articles are packed together: enough that what they share is kept once, few enough to be opened at once.
const BLOCK: usize = 8;
/// How many articles are kept open.
const KEPT: usize = 96;
/// The largest block that is opened, in bytes: as many articles as a block has, each as long as one may be, with room
/// for what was found in them.
const MOST: usize = BLOCK * 4 * crate::read::MAX_BYTES;
/// How hard the packer tries, of 10: beyond this it takes three times as long for one part in a hundred.
const EFFORT: u8 = 8;

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

/// The same while it is written.
#[derive(Serialize)]
struct Written<'a> {
    article: &'a Article,
    forms: Cow<'a, [Option<u32>]>,
    reports: Vec<&'a [u32]>,
}

/// The blocks of `corpus`, and the section that says where each one is.
pub(super) fn write(corpus: &Corpus) -> (Vec<u8>, Vec<u8>) {
    let mut reports = vec![Vec::new(); corpus.articles.len()];
    for report in &corpus.reports {
        if let Some(own) = reports.get_mut(report.document as usize) {
            own.push(report.events.as_slice());
        }
    }
    let starts = Starts::of_lengths(reports.iter().map(|own| own.len() as u32));
    let written: Vec<Written> = corpus
        .articles
        .iter()
        .zip(reports)
        .enumerate()
        .map(|(at, (article, reports))| {
            let forms = corpus.mention_forms.get(at).map(Vec::as_slice).unwrap_or_default();
            Written { article, forms: Cow::Borrowed(forms), reports }
        })
        .collect();
    let (mut out, mut lengths, mut checksums) = (Vec::new(), Vec::new(), Vec::new());
    for block in written.chunks(BLOCK) {
        let packed = miniz_oxide::deflate::compress_to_vec(&bytes(&block), EFFORT);
        lengths.push(packed.len() as u32);
        checksums.push(xxh3_64(&packed) as u32);
        out.extend(packed);
    }
    let mut blocks = Writer::default();
    blocks.add(&(corpus.articles.len() as u64).to_le_bytes());
    blocks.add(&starts);
    blocks.add(&Starts::of_lengths(lengths));
    blocks.add(&Packed::write(&checksums));
    (out, blocks.finish())
}

/// The articles of a pack.
#[derive(Debug)]
pub(super) struct Articles {
    texts: Bytes,
    len: u32,
    reports: Starts,
    blocks: Starts,
    checksums: Packed,
    /// The blocks opened last, the latest at the end.
    kept: Mutex<Vec<(u32, Vec<Arc<Opened>>)>>,
}

impl Articles {
    pub(super) fn open(blocks: Bytes, texts: Bytes) -> Option<Self> {
        let mut reader = Reader::new(blocks);
        let len = reader.bytes()?.u64_at(0).and_then(|len| u32::try_from(len).ok())?;
        let (reports, blocks, checksums) = (reader.starts()?, reader.starts()?, reader.packed()?);
        let whole = (len as usize).div_ceil(BLOCK);
        let fits = blocks.len() == whole
            && checksums.len() == whole
            && blocks.end() as usize == texts.len()
            && reports.len() == len as usize
            && reader.is_at_end();
        fits.then(|| Self { texts, len, reports, blocks, checksums, kept: Mutex::default() })
    }

    pub(super) fn len(&self) -> u32 {
        self.len
    }

    /// The article and place in it of report `report`.
    pub(super) fn report(&self, report: u32) -> Option<(u32, u32)> {
        let article = self.reports.find(report)?;
        Some((article, report - self.reports.range(article).start))
    }

    pub(super) fn get(&self, article: u32) -> Option<Arc<Opened>> {
        let (block, at) = (article / BLOCK as u32, article as usize % BLOCK);
        if article >= self.len {
            return None;
        }
        // A panic while it was held leaves a list that is whole all the same.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.iter().position(|(own, _)| *own == block) {
            let last = kept.len() - 1;
            kept.swap(found, last);
            return kept.last()?.1.get(at).cloned();
        }
        let opened = self.block(block)?;
        let found = opened.get(at).cloned();
        if kept.len() >= KEPT / BLOCK {
            kept.remove(0);
        }
        kept.push((block, opened));
        found
    }

    fn block(&self, block: u32) -> Option<Vec<Arc<Opened>>> {
        let range = self.blocks.range(block);
        let packed = self.texts.get(range.start as usize..range.end as usize)?;
        if self.checksums.get(block as usize)? != xxh3_64(packed) as u32 {
            return None;
        }
        let plain = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, MOST).ok()?;
        let opened: Vec<Opened> = value(&plain)?;
        let expected = (self.len as usize - block as usize * BLOCK).min(BLOCK);
        (opened.len() == expected).then(|| opened.into_iter().map(Arc::new).collect())
    }
}
