//! The pack: a corpus as bytes that are read where they lie.
//!
//! A container of sections: magic, version, build fingerprint, a table with kind, offset, length and checksum of each,
//! all little endian, and the table's own checksum. What a question needs comes first; the articles come last, and
//! each is opened when it is shown, so that questions can be answered while they are [still coming](Arriving).
//! **Invariant:** the same corpus gives the same bytes; a section of an unknown kind is skipped; damage is reported
//! with what was expected and found, and never taken for another corpus.
//! Start at [`Container::open`]; [`Pack`] is the corpus in it, [`sections`] writes one.

mod arriving;
mod articles;
mod clusters;
mod content;
mod counts;
mod entities;
mod error;
mod names;
mod notes;
mod texts;

use xxhash_rust::xxh3::xxh3_64;

use super::decisions::Decisions;
use super::source::Source;
use super::{Article, Corpus, Entity, Form, Joined, Location};
use crate::annotate::NameKind;
use crate::columns::{Bytes, Reader, Writer};
use crate::evidence::Evidence;
pub use arriving::Arriving;
use articles::Articles;
pub use articles::Opened;
use clusters::Clusters;
pub use clusters::Told;
pub use content::{Content, Scribe};
pub use error::PackError;
use names::Names;
pub use texts::Word;

/// The first bytes of every pack.
pub const MAGIC: [u8; 8] = *b"DATELINE";
/// The version of the container that this build writes and reads.
pub const VERSION: u32 = 6;

pub(crate) const HEADER: usize = 32;
pub(crate) const ENTRY: usize = 28;

/// What a section holds; the numbers are the format, and the order is that of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Names: forms, entities, and which form is which entity.
    Names = 1,
    /// Corrections: which of them name nothing, then all, which nothing reads but who corrects the pack again.
    Decisions = 2,
    /// Which reports are of one event.
    Clusters = 3,
    /// What a search needs of each article.
    Columns = 4,
    /// The rows of each unit.
    Rows = 5,
    /// The times, and what has a place in time.
    Times = 6,
    /// The terms.
    Terms = 7,
    /// Where each term occurs.
    Postings = 8,
    /// Where each entity is named.
    Named = 9,
    /// Where each article is, with a checksum for a few, and what the articles share.
    Blocks = 10,
    /// The reasons for what is known of entities.
    Reasons = 11,
    /// The articles, each by itself.
    Articles = 12,
}

impl Section {
    const ALL: [Self; 12] = [
        Self::Names,
        Self::Decisions,
        Self::Clusters,
        Self::Columns,
        Self::Rows,
        Self::Times,
        Self::Terms,
        Self::Postings,
        Self::Named,
        Self::Blocks,
        Self::Reasons,
        Self::Articles,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Decisions => "decisions",
            Self::Clusters => "clusters",
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Times => "times",
            Self::Terms => "terms",
            Self::Postings => "postings",
            Self::Named => "named",
            Self::Blocks => "blocks",
            Self::Reasons => "reasons",
            Self::Articles => "articles",
        }
    }
}

/// The build that wrote a pack: packs of another one are not read, since the sections' shapes may differ.
pub fn fingerprint() -> u64 {
    xxh3_64(concat!("dateline-core ", env!("CARGO_PKG_VERSION")).as_bytes())
}

/// `sections` as the bytes of a pack, in the order of their kinds.
pub fn write(sections: Vec<(Section, Vec<u8>)>) -> Vec<u8> {
    let mut out = Vec::new();
    let sections = sections.into_iter().map(|(section, bytes)| (section, bytes.into())).collect();
    write_to(sections, None, |bytes| out.extend_from_slice(bytes));
    out
}

/// Gives `out` the same bytes one after the other; where `articles` is given, as many bytes of [`Section::Articles`]
/// are to follow them.
pub fn write_to(
    mut sections: Vec<(Section, Content<'_>)>,
    articles: Option<u64>,
    mut out: impl FnMut(&[u8]),
) {
    sections.sort_by_key(|(section, _)| *section);
    let count = sections.len() + usize::from(articles.is_some());
    let mut table = (count as u32).to_le_bytes().to_vec();
    let mut offset = (HEADER + count * ENTRY) as u64;
    let mut entry = |section: Section, length: u64, checksum: u64| {
        table.extend((section as u32).to_le_bytes());
        table.extend(offset.to_le_bytes());
        table.extend(length.to_le_bytes());
        table.extend(checksum.to_le_bytes());
        offset += length;
    };
    for (section, content) in &sections {
        let checksum = if *section == Section::Articles { 0 } else { content.checksum() };
        entry(*section, content.len(), checksum);
    }
    if let Some(length) = articles {
        entry(Section::Articles, length, checksum(Section::Articles, &[]));
    }
    out(&MAGIC);
    out(&VERSION.to_le_bytes());
    out(&fingerprint().to_le_bytes());
    out(&xxh3_64(&table).to_le_bytes());
    out(&table);
    for (_, content) in &sections {
        content.each(&mut out);
    }
}

/// The articles have a checksum a block, so that one can be read before the last has come.
fn checksum(section: Section, content: &[u8]) -> u64 {
    if section == Section::Articles { 0 } else { xxh3_64(content) }
}

/// Holds `content` against the checksum in `entry`, where this build knows what it is.
fn checked(entry: &Entry, content: &[u8]) -> Result<(), PackError> {
    let Some(section) = Section::ALL.into_iter().find(|section| *section as u32 == entry.kind) else {
        return Ok(());
    };
    let (expected, found) = (entry.checksum, checksum(section, content));
    if found == expected {
        return Ok(());
    }
    Err(PackError::Damaged { section: section.name(), expected, found })
}

/// The sections of a pack, none of them looked at yet.
#[derive(Clone, Debug)]
pub struct Container {
    bytes: Bytes,
    table: Vec<Entry>,
    /// Whether the articles are not among these bytes: they are still coming.
    apart: bool,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    kind: u32,
    offset: u64,
    length: u64,
    checksum: u64,
    /// Whether its bytes were held against that already.
    checked: bool,
}

impl Entry {
    fn end(&self) -> u64 {
        self.offset.saturating_add(self.length)
    }
}

impl Container {
    /// The sections in `bytes`.
    pub fn open(bytes: Bytes) -> Result<Self, PackError> {
        let table = table(&bytes)?;
        Ok(Self { bytes, table, apart: false })
    }

    /// The bytes of `section`, held against its checksum.
    pub fn section(&self, section: Section) -> Result<Bytes, PackError> {
        let name = section.name();
        let entry = self.table.iter().find(|e| e.kind == section as u32);
        let entry = entry.ok_or(PackError::Missing { section: name })?;
        let end = entry.end();
        let range = usize::try_from(entry.offset).ok().zip(usize::try_from(end).ok());
        let content = range.and_then(|(from, to)| self.bytes.part(from, to));
        let content =
            content.ok_or(PackError::Truncated { expected: end, found: self.bytes.len() as u64 })?;
        if !entry.checked {
            checked(entry, &content)?;
        }
        Ok(content)
    }

    /// What `read` makes of `section`.
    pub fn read<T>(&self, section: Section, read: impl FnOnce(Bytes) -> Option<T>) -> Result<T, PackError> {
        read(self.section(section)?).ok_or(PackError::Unreadable { section: section.name() })
    }
}

fn table(bytes: &Bytes) -> Result<Vec<Entry>, PackError> {
    let magic = bytes.get(..MAGIC.len()).unwrap_or(bytes);
    if magic != MAGIC {
        return Err(PackError::NotAPack { found: magic.to_vec() });
    }
    let short =
        |expected: usize| PackError::Truncated { expected: expected as u64, found: bytes.len() as u64 };
    let version = bytes.u32_at(8).ok_or_else(|| short(HEADER))?;
    if version != VERSION {
        return Err(PackError::Version { found: version });
    }
    let build = bytes.u64_at(12).ok_or_else(|| short(HEADER))?;
    if build != fingerprint() {
        return Err(PackError::Build { found: build });
    }
    let expected = bytes.u64_at(20).ok_or_else(|| short(HEADER))?;
    let count = bytes.u32_at(28).ok_or_else(|| short(HEADER))? as usize;
    let end = count.saturating_mul(ENTRY).saturating_add(HEADER);
    let found = xxh3_64(bytes.get(28..end).ok_or_else(|| short(end))?);
    if found != expected {
        return Err(PackError::Damaged { section: "table", expected, found });
    }
    let entry = |at: usize| {
        Some(Entry {
            kind: bytes.u32_at(at)?,
            offset: bytes.u64_at(at + 4)?,
            length: bytes.u64_at(at + 12)?,
            checksum: bytes.u64_at(at + 20)?,
            checked: false,
        })
    };
    (0..count).map(|i| entry(HEADER + i * ENTRY).ok_or_else(|| short(end))).collect()
}

/// The sections of `corpus` but for those that the search has.
pub fn sections(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    let mut articles = Vec::new();
    let mut sections = head(corpus.articles(), corpus, |bytes| articles.extend_from_slice(bytes));
    sections.push((Section::Articles, articles));
    sections
}

/// The same sections but the last, [`Section::Articles`], whose bytes `out` is given: they grow with the text.
pub fn head<S: Source + ?Sized>(
    articles: &S,
    corpus: &Joined,
    mut out: impl FnMut(&[u8]),
) -> Vec<(Section, Vec<u8>)> {
    let blocks = articles::write(articles, corpus, &mut out);
    let (names, reasons) = names::write(corpus);
    let mut decisions = Writer::default();
    decisions.add(&bytes(&corpus.unused));
    decisions.add(&bytes(&corpus.decisions));
    vec![
        (Section::Names, names),
        (Section::Decisions, decisions.finish()),
        (Section::Clusters, clusters::write(corpus)),
        (Section::Blocks, blocks),
        (Section::Reasons, reasons),
    ]
}

/// Writing to memory fails only for values that say not how long they are, and ours all do.
fn bytes(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// The value in `bytes`, or `None` where they are not one and no more.
fn value<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::take_from_bytes(bytes).ok().filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
}

/// A corpus in its pack: the same as the [`Corpus`] that was written, read article by article.
#[derive(Debug)]
pub struct Pack {
    names: Names,
    articles: Articles,
    clusters: Clusters,
    unused: Vec<String>,
    /// All corrections, not looked at yet.
    decisions: Bytes,
}

impl Pack {
    /// The corpus in `container`.
    pub fn open(container: &Container) -> Result<Self, PackError> {
        let reasons = container.section(Section::Reasons)?;
        let names = container.read(Section::Names, |names| Names::open(names, reasons))?;
        let articles = container.read(Section::Blocks, Articles::open)?;
        if !container.apart {
            articles.arrive(container.section(Section::Articles)?)?;
        }
        let clusters = container.read(Section::Clusters, Clusters::open)?;
        let (unused, decisions) = container.read(Section::Decisions, |bytes| {
            let mut reader = Reader::new(bytes);
            Some((value(&reader.bytes()?)?, reader.bytes()?)).filter(|_| reader.is_at_end())
        })?;
        Ok(Self { names, articles, clusters, unused, decisions })
    }

    /// Adds the bytes of the articles, where they came behind the rest.
    pub fn arrive(&self, articles: Bytes) -> Result<(), PackError> {
        self.articles.arrive(articles)
    }

    /// Whether the articles are there: without them all is known of them but what they say.
    pub fn is_whole(&self) -> bool {
        self.articles.are_here()
    }

    /// Whether an article was asked for before it was there; asking makes it so that none was.
    pub fn missed_any(&self) -> bool {
        self.articles.missed_any()
    }

    /// How many articles there are.
    pub fn len(&self) -> u32 {
        self.articles.len()
    }

    /// Whether there is no article.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Article `article` with what belongs to it, or `None` where there is none or its bytes are damaged.
    pub fn article(&self, article: u32) -> Option<std::sync::Arc<Opened>> {
        self.articles.get(article, &|kind, spelling, _| self.names.form_of(kind, spelling))
    }

    /// The words of the text of article `article` in order, without the text being put together; `None` where there is
    /// no such article or its bytes are damaged.
    pub fn words(&self, article: u32) -> Option<impl Iterator<Item = Word<'_>>> {
        self.articles.words(article)
    }

    /// How many words and gaps of the texts have a number: those of [`Word::Known`] are below.
    pub fn codes(&self) -> u32 {
        self.articles.texts().codes()
    }

    /// How the word or gap with number `code` is spelled; `""` where there is none.
    pub fn spelled(&self, code: u32) -> &str {
        self.articles.texts().spelled(code)
    }

    /// The corrections that name nothing in these documents.
    pub fn unused_decisions(&self) -> &[String] {
        &self.unused
    }

    /// The corrections under which the corpus was built.
    pub fn decisions(&self) -> Result<Decisions, PackError> {
        value(&self.decisions).ok_or(PackError::Unreadable { section: Section::Decisions.name() })
    }

    /// The cluster that report `report` is in, or `None` where nothing else here tells of its event.
    pub fn cluster_of(&self, report: u32) -> Option<Told<'_>> {
        self.clusters.of(report)
    }

    /// The article that holds report `report`, with the report's place in it.
    pub fn report(&self, report: u32) -> Option<(u32, u32)> {
        self.articles.report(report)
    }
}
