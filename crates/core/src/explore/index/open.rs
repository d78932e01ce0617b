//! The index as it is opened: its columns where they lie in the pack.
//!
//! **Invariant:** columns of one thing are of one length, or the section is refused. Start at [`Index::open`].

use std::sync::OnceLock;

use super::times::Times;
use super::unit::Kept;
use super::{Articles, Heard, Index, Lately, Lengths, Marks, Origins, Passages, Spelled, Values};
use crate::columns::{Bytes, Packed, Reader};
use crate::corpus::pack::{Container, PackError, Section};
use crate::terms::{Classes, Terms};

/// What the section of columns holds.
struct Columns {
    articles: Articles,
    passages: Passages,
    publishers: Values,
    authors: Values,
    languages: Values,
    origins: Origins,
    heard: Heard,
    named: Lengths,
    held: Packed,
}

impl Columns {
    fn open(columns: Bytes, named: Bytes) -> Option<Self> {
        let mut reader = Reader::new(columns);
        let articles = Articles {
            published: reader.packed()?,
            key: reader.packed()?,
            flags: reader.packed()?,
            words: reader.packed()?,
            hashes: reader.packed()?,
            passages: reader.starts()?,
            marks: reader.starts()?,
            names: reader.lists()?,
        };
        let found = Self {
            passages: Passages {
                fields: reader.packed()?,
                lengths: reader.packed()?,
                names: reader.lists()?,
            },
            publishers: Values::open(&mut reader)?,
            authors: Values::open(&mut reader)?,
            languages: Values::open(&mut reader)?,
            origins: Origins { names: Spelled::open(&mut reader)?, of: reader.lists()? },
            heard: Heard { entities: reader.packed()?, words: reader.strings()? },
            named: Lengths::open(&mut reader, named)?,
            held: reader.packed()?,
            articles,
        };
        let (own, all) = (&found.articles, found.articles.published.len());
        let fits = [own.key.len(), own.flags.len(), own.words.len(), own.hashes.len()] == [all; 4]
            && [own.passages.len(), own.marks.len(), own.names.len(), found.origins.of.len()] == [all; 4]
            && [found.publishers.len(), found.authors.len(), found.languages.len()] == [all; 3]
            && own.passages.end() as usize == found.passages.fields.len()
            && [found.passages.lengths.len(), found.passages.names.len()] == [found.passages.fields.len(); 2]
            && found.heard.entities.len() == found.heard.words.len();
        (fits && reader.is_at_end()).then_some(found)
    }
}

impl Index {
    /// The index in `container`.
    pub fn open(container: &Container) -> Result<Self, PackError> {
        let postings = container.section(Section::Postings)?;
        let named = container.section(Section::Named)?;
        let (dictionary, classes, terms) = container.read(Section::Terms, |terms| {
            let mut reader = Reader::new(terms);
            let dictionary = Terms::open(reader.bytes()?).ok()?;
            let classes = Classes::open(reader.bytes()?).ok()?;
            let lists = Lengths::open(&mut reader, postings)?;
            (lists.counts.len() == dictionary.len() as usize
                && classes.len() == dictionary.len()
                && reader.is_at_end())
            .then_some((dictionary, classes, lists))
        })?;
        let Columns { articles, passages, publishers, authors, languages, origins, heard, named, held } =
            container.read(Section::Columns, |columns| Columns::open(columns, named))?;
        let kept = container.read(Section::Rows, |rows| {
            let mut reader = Reader::new(rows);
            let mut next = || Kept::open(&mut reader, &articles, &passages);
            let kept = [next()?, next()?, next()?];
            reader.is_at_end().then_some(kept)
        })?;
        let (times, marks) = container.read(Section::Times, |times| {
            let mut reader = Reader::new(times);
            let times = Times::open(&mut reader)?;
            let marks = Marks { when: reader.packed()?, event: reader.packed()?, status: reader.packed()? };
            let fits = articles.marks.end() as usize == marks.when.len()
                && [marks.event.len(), marks.status.len()] == [marks.when.len(); 2];
            (fits && reader.is_at_end()).then_some((times, marks))
        })?;
        Ok(Self {
            articles,
            passages,
            kept,
            times,
            marks,
            dictionary,
            classes,
            terms,
            named,
            held,
            publishers,
            authors,
            languages,
            origins,
            heard,
            titles: OnceLock::new(),
            all_words: OnceLock::new(),
            decoded: Default::default(),
            census: Default::default(),
            split: Default::default(),
            told: OnceLock::new(),
            lately: Lately::default(),
            record: OnceLock::new(),
            moments: OnceLock::new(),
            axis: OnceLock::new(),
            spans: Default::default(),
        })
    }
}
