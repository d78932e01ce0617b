//! The pack: a corpus as bytes that a page can open.
//!
//! A container of independent sections: magic, version, build fingerprint, then a table with kind, offset, length
//! and checksum for each, all little endian. Each section is one value in postcard's format, whose shape is that of
//! the build: hence the fingerprint.
//! **Invariant:** the same corpus gives the same bytes; a section of an unknown kind is skipped; damage is reported
//! with what was expected and found, never a panic.
//! Start at [`write()`] and [`read()`].

mod error;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{Article, Corpus, Entity, Form};
use crate::annotate::Annotations;
use crate::read::Document;
pub use error::PackError;

/// The first bytes of every pack.
pub const MAGIC: [u8; 8] = *b"DATELINE";
/// The version of the container that this build writes and reads.
pub const VERSION: u32 = 1;

const HEADER: usize = 24;
const ENTRY: usize = 28;

/// What a section holds; the numbers are the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Documents = 1,
    Annotations = 2,
    Names = 3,
    Reports = 4,
    Decisions = 5,
    Clusters = 6,
}

impl Section {
    fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Annotations => "annotations",
            Self::Names => "names",
            Self::Reports => "reports",
            Self::Decisions => "decisions",
            Self::Clusters => "clusters",
        }
    }
}

/// Forms and entities with the mappings between them and the mentions.
#[derive(Default, Serialize, Deserialize)]
struct Names {
    forms: Vec<Form>,
    mention_forms: Vec<Vec<Option<u32>>>,
    entities: Vec<Entity>,
    form_entities: Vec<Option<u32>>,
}

/// The build that wrote a pack: packs of another one are not read, since the sections' shapes may differ.
pub fn fingerprint() -> u64 {
    xxh3_64(concat!("dateline-core ", env!("CARGO_PKG_VERSION")).as_bytes())
}

/// `corpus` as bytes.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let names = Names {
        forms: corpus.forms.clone(),
        mention_forms: corpus.mention_forms.clone(),
        entities: corpus.entities.clone(),
        form_entities: corpus.form_entities.clone(),
    };
    let documents: Vec<&Document> = corpus.articles.iter().map(|a| &a.document).collect();
    let annotations: Vec<&Annotations> = corpus.articles.iter().map(|a| &a.annotations).collect();
    let sections = [
        (Section::Documents, bytes(&documents)),
        (Section::Annotations, bytes(&annotations)),
        (Section::Names, bytes(&names)),
        (Section::Reports, bytes(&corpus.reports)),
        (Section::Decisions, bytes(&corpus.unused)),
        (Section::Clusters, bytes(&corpus.clusters)),
    ];
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend(fingerprint().to_le_bytes());
    out.extend((sections.len() as u32).to_le_bytes());
    let mut offset = (HEADER + sections.len() * ENTRY) as u64;
    for (section, content) in &sections {
        out.extend((*section as u32).to_le_bytes());
        out.extend(offset.to_le_bytes());
        out.extend((content.len() as u64).to_le_bytes());
        out.extend(xxh3_64(content).to_le_bytes());
        offset += content.len() as u64;
    }
    for (_, content) in &sections {
        out.extend(content);
    }
    out
}

/// The corpus that `bytes` hold.
pub fn read(bytes: &[u8]) -> Result<Corpus, PackError> {
    let table = table(bytes)?;
    let documents: Vec<Document> = section(bytes, &table, Section::Documents)?;
    let annotations: Vec<Annotations> = section(bytes, &table, Section::Annotations)?;
    let names: Names = section(bytes, &table, Section::Names)?;
    let reports = section(bytes, &table, Section::Reports)?;
    let unused = section(bytes, &table, Section::Decisions)?;
    let clusters = section(bytes, &table, Section::Clusters)?;
    for (section, found) in
        [(Section::Annotations, annotations.len()), (Section::Names, names.mention_forms.len())]
    {
        if found != documents.len() {
            return Err(PackError::Count { section: section.name(), expected: documents.len(), found });
        }
    }
    let pairs = documents.into_iter().zip(annotations);
    let articles = pairs.map(|(document, annotations)| Article { document, annotations }).collect();
    let Names { forms, mention_forms, entities, form_entities } = names;
    let names = Corpus { articles, forms, mention_forms, entities, form_entities, ..Corpus::default() };
    Ok(Corpus { reports, unused, ..names }.with_clusters(clusters))
}

struct Entry {
    kind: u32,
    offset: u64,
    length: u64,
    checksum: u64,
}

fn table(bytes: &[u8]) -> Result<Vec<Entry>, PackError> {
    let magic = bytes.get(..MAGIC.len()).unwrap_or(bytes);
    if magic != MAGIC {
        return Err(PackError::NotAPack { found: magic.to_vec() });
    }
    let short =
        |expected: usize| PackError::Truncated { expected: expected as u64, found: bytes.len() as u64 };
    let version = u32_at(bytes, 8).ok_or_else(|| short(HEADER))?;
    if version != VERSION {
        return Err(PackError::Version { found: version });
    }
    let build = u64_at(bytes, 12).ok_or_else(|| short(HEADER))?;
    if build != fingerprint() {
        return Err(PackError::Build { found: build });
    }
    let count = u32_at(bytes, 20).ok_or_else(|| short(HEADER))? as usize;
    let end = count.saturating_mul(ENTRY).saturating_add(HEADER);
    if bytes.len() < end {
        return Err(short(end));
    }
    let entry = |at: usize| {
        let (kind, offset) = (u32_at(bytes, at)?, u64_at(bytes, at + 4)?);
        Some(Entry { kind, offset, length: u64_at(bytes, at + 12)?, checksum: u64_at(bytes, at + 20)? })
    };
    (0..count).map(|i| entry(HEADER + i * ENTRY).ok_or_else(|| short(end))).collect()
}

fn section<T: DeserializeOwned>(bytes: &[u8], table: &[Entry], section: Section) -> Result<T, PackError> {
    let name = section.name();
    let entry =
        table.iter().find(|e| e.kind == section as u32).ok_or(PackError::Missing { section: name })?;
    let end = entry.offset.saturating_add(entry.length);
    let range = usize::try_from(entry.offset).ok().zip(usize::try_from(end).ok());
    let content = range.and_then(|(from, to)| bytes.get(from..to));
    let content = content.ok_or(PackError::Truncated { expected: end, found: bytes.len() as u64 })?;
    let found = xxh3_64(content);
    if found != entry.checksum {
        return Err(PackError::Damaged { section: name, expected: entry.checksum, found });
    }
    match postcard::take_from_bytes(content) {
        Ok((value, [])) => Ok(value),
        _ => Err(PackError::Unreadable { section: name }),
    }
}

/// Writing to memory fails only for values that say not how long they are, and ours all do.
fn bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::sample::corpora;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_corpus_comes_back_and_gives_the_same_bytes(corpus in corpora()) {
            let packed = write(&corpus);
            prop_assert_eq!(&write(&corpus.clone()), &packed);
            prop_assert_eq!(read(&packed), Ok(corpus));
        }

        #[test]
        fn a_pack_cut_short_is_an_error(corpus in corpora(), part in any::<prop::sample::Index>()) {
            let packed = write(&corpus);
            let cut = part.index(packed.len());
            prop_assert!(read(&packed[..cut]).is_err());
        }

        #[test]
        fn a_flipped_bit_is_never_another_corpus(corpus in corpora(), part in any::<prop::sample::Index>(), bit in 0u8..8) {
            let mut packed = write(&corpus);
            let at = part.index(packed.len());
            packed[at] ^= 1 << bit;
            // Two sections with the same bytes may be taken for each other, and then nothing is lost.
            match read(&packed) {
                Ok(found) => prop_assert_eq!(found, corpus),
                Err(error) => prop_assert!(error.to_string().contains("expected")),
            }
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), magic in any::<bool>()) {
            let mut all = if magic { write(&Corpus::default())[..HEADER].to_vec() } else { Vec::new() };
            all.extend(&bytes);
            prop_assert!(read(&all).is_err());
        }
    }

    #[test]
    fn a_section_of_an_unknown_kind_is_skipped() {
        let packed = write(&Corpus::default());
        let table = HEADER + 6 * ENTRY;
        let mut other = packed[..20].to_vec();
        other.extend(7u32.to_le_bytes());
        for entry in packed[HEADER..table].chunks(ENTRY) {
            other.extend(&entry[..4]);
            other.extend((u64_at(entry, 4).unwrap() + ENTRY as u64).to_le_bytes());
            other.extend(&entry[12..]);
        }
        other.extend([0xff; ENTRY]);
        other.extend(&packed[table..]);
        assert_eq!(read(&other), Ok(Corpus::default()));
    }

    #[test]
    fn errors_say_what_was_expected_what_was_found_and_what_to_do() {
        let mut packed = write(&Corpus::default());
        packed[8] = 3;
        let expected =
            "expected pack version 1, found 3: rebuild the page, or open this file with a newer one";
        assert_eq!(read(&packed).unwrap_err().to_string(), expected);
        let expected =
            "expected a file that begins with `DATELINE`, found `<html>`: open a file that Dateline packed";
        assert_eq!(read(b"<html>").unwrap_err().to_string(), expected);
    }
}
