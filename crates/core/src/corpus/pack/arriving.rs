//! A pack whose bytes are still coming: what a question needs is there before the articles are.
//!
//! **Invariant:** in whatever pieces the bytes come, they give the same as all at once; a section is held against its
//! checksum when its last byte is there, while the next ones are on their way. A pack whose articles are not its last
//! section is one container when all of it is there.
//! Start at [`Arriving::add`].

use super::{Container, ENTRY, Entry, HEADER, PackError, Section, checked, table};
use crate::columns::Bytes;

/// A pack that is coming.
#[derive(Debug, Default)]
pub struct Arriving {
    head: Vec<u8>,
    articles: Vec<u8>,
    shape: Option<Shape>,
    /// Whether the head was given away.
    opened: bool,
}

/// What the table says.
#[derive(Debug)]
struct Shape {
    table: Vec<Entry>,
    /// How many bytes the head has.
    head: usize,
    /// How many bytes the articles have behind it; 0 where they are in the head.
    articles: usize,
}

impl Arriving {
    /// The next bytes.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        let mut rest = bytes;
        if self.shape.is_none() {
            // The length of the table stands in the header.
            rest = self.fill_head(HEADER, rest);
            let entries = self.head.get(HEADER - 4..HEADER).and_then(|count| count.try_into().ok());
            let Some(entries) = entries.map(u32::from_le_bytes) else { return self.early() };
            let end = (entries as usize).saturating_mul(ENTRY).saturating_add(HEADER);
            rest = self.fill_head(end, rest);
            if self.head.len() < end {
                return self.early();
            }
            self.shape = Some(self.shape()?);
        }
        let Some(shape) = &self.shape else { return Ok(()) };
        let (head, articles) = (shape.head, shape.articles);
        if !self.opened {
            rest = self.fill_head(head, rest);
            self.check()?;
        }
        let more = articles.saturating_sub(self.articles.len()).min(rest.len());
        self.articles.extend_from_slice(rest.get(..more).unwrap_or_default());
        Ok(())
    }

    /// The head, once it is there; given once.
    pub fn head(&mut self) -> Option<Container> {
        let shape = self.shape.as_ref().filter(|shape| !self.opened && self.head.len() >= shape.head)?;
        self.opened = true;
        let bytes = Bytes::new(std::mem::take(&mut self.head));
        Some(Container { bytes, table: shape.table.clone(), apart: shape.articles > 0 })
    }

    /// The articles, once they are there and the head was given; given once.
    pub fn articles(&mut self) -> Option<Bytes> {
        let shape = self.shape.as_ref().filter(|_| self.opened)?;
        let whole = shape.articles > 0 && self.articles.len() >= shape.articles;
        whole.then(|| Bytes::new(std::mem::take(&mut self.articles)))
    }

    /// What is wrong where no more bytes come.
    pub fn cut_short(&self) -> PackError {
        let found = self.head.len() + self.articles.len();
        match &self.shape {
            Some(shape) => {
                let head = if self.opened { shape.head } else { 0 };
                let expected = (shape.head + shape.articles) as u64;
                PackError::Truncated { expected, found: (head + found) as u64 }
            }
            None => table(&Bytes::new(self.head.clone()))
                .err()
                .unwrap_or(PackError::Truncated { expected: HEADER as u64, found: found as u64 }),
        }
    }

    /// Fills the head up to `end` bytes; what is left.
    fn fill_head<'a>(&mut self, end: usize, bytes: &'a [u8]) -> &'a [u8] {
        let (more, rest) = bytes.split_at(end.saturating_sub(self.head.len()).min(bytes.len()));
        self.head.extend_from_slice(more);
        rest
    }

    /// Refuses what cannot become a pack of this build, before more of it comes.
    fn early(&self) -> Result<(), PackError> {
        match table(&Bytes::new(self.head.clone())) {
            Err(PackError::Truncated { .. }) | Ok(_) => Ok(()),
            Err(PackError::NotAPack { .. }) if self.head.len() < super::MAGIC.len() => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// What the table says, once it is there; the memory for all of it is taken at once.
    fn shape(&mut self) -> Result<Shape, PackError> {
        let table = table(&Bytes::new(self.head.clone()))?;
        let articles = table.iter().find(|entry| entry.kind == Section::Articles as u32);
        let others = table.iter().filter(|entry| entry.kind != Section::Articles as u32);
        let end = others.map(Entry::end).max().unwrap_or(0).max(self.head.len() as u64);
        let apart = articles.filter(|entry| entry.offset >= end && entry.length > 0);
        let head = apart.map_or(end.max(articles.map_or(0, Entry::end)), |entry| entry.offset);
        let length = apart.map_or(0, |entry| entry.length);
        let expected = head.saturating_add(length);
        let missing = PackError::Truncated { expected, found: self.head.len() as u64 };
        let (Ok(head), Ok(articles)) = (usize::try_from(head), usize::try_from(length)) else {
            return Err(missing);
        };
        let more = head.saturating_sub(self.head.len());
        let room = |own: &mut Vec<u8>, more| own.try_reserve_exact(more).is_ok();
        if !room(&mut self.head, more) || !room(&mut self.articles, articles) {
            return Err(missing);
        }
        Ok(Shape { table, head, articles })
    }

    /// Holds what has come of the head against its checksums.
    fn check(&mut self) -> Result<(), PackError> {
        let Some(shape) = &mut self.shape else { return Ok(()) };
        let here = |entry: &&mut Entry| !entry.checked && entry.end() <= self.head.len() as u64;
        for entry in shape.table.iter_mut().filter(here) {
            let content = self.head.get(entry.offset as usize..entry.end() as usize).unwrap_or_default();
            checked(entry, content)?;
            entry.checked = true;
        }
        Ok(())
    }
}
