//! What `explore` looks things up in: columns and postings that are read where they lie in the pack.
//!
//! Articles are in the order in which they were published, rows in that of articles and text.
//! **Invariant:** the index adds nothing to the corpus: what a row holds is decided in [`rows`](super::rows) alone, when
//! the index is [written](sections).
//! Start at [`Index::open`]; [`Index::rows`] are the rows of a unit.

mod build;
mod gathering;
mod record;
mod times;
mod unit;
mod values;

use crate::annotate::Status;
use crate::civil::When;
use crate::columns::{Bytes, Lists, Packed, Reader, Starts, Strings};
use crate::corpus::pack::{Container, PackError, Section};
use crate::terms::Terms;
pub use build::sections;
pub use record::Record;
use times::Times;
use unit::Kept;
pub(super) use unit::Rows;
pub(super) use values::Values;

use super::Unit;
use super::passages::Field;
use super::postings::Postings;
use super::set::Set;
use super::timeline::Moments;
use std::sync::OnceLock;

/// The index of one corpus.
#[derive(Debug)]
pub struct Index {
    pub(super) articles: Articles,
    pub(super) passages: Passages,
    /// The rows of events, quotations and figures.
    kept: [Kept; 3],
    pub(super) times: Times,
    pub(super) marks: Marks,
    dictionary: Terms,
    terms: Lengths,
    named: Lengths,
    /// For each entity how many articles name it.
    held: Packed,
    pub(super) publishers: Values,
    pub(super) authors: Values,
    pub(super) languages: Values,
    pub(super) origins: Origins,
    pub(super) heard: Heard,
    titles: OnceLock<Set>,
    record: OnceLock<Record>,
    moments: OnceLock<Moments>,
}

/// What is known of each article.
#[derive(Debug)]
pub(super) struct Articles {
    /// When it was published: one more than the number of the time, 0 where that is unknown.
    published: Packed,
    /// The second by which it is sorted, one more than its number among the seconds.
    key: Packed,
    /// Whether its text may be cut short.
    pub(super) incomplete: Packed,
    /// How many words it has.
    pub(super) words: Packed,
    /// The first 4 bytes of its SHA-256.
    hashes: Packed,
    pub(super) passages: Starts,
    pub(super) marks: Starts,
    /// The entities that are named in it.
    pub(super) names: Lists,
}

/// What is known of each passage.
#[derive(Debug)]
pub(super) struct Passages {
    pub(super) fields: Packed,
    /// How many words it has.
    pub(super) lengths: Packed,
    /// The entities that are named in it.
    pub(super) names: Lists,
}

/// What has a place in time, but for publications: the dated events, in the order of articles and text.
#[derive(Debug)]
pub(super) struct Marks {
    /// When, a number of a time.
    pub(super) when: Packed,
    /// Which event of its article.
    pub(super) event: Packed,
    /// How it is drawn: the number of its status, and whether it is a plan with a deadline.
    pub(super) status: Packed,
}

/// The status of this stored number, and whether it is due by its time.
fn status(number: u32) -> Option<(Status, bool)> {
    Some((*Status::ALL.get(number as usize / 2)?, number % 2 == 1))
}

/// Whom articles say that they have their text or facts from.
#[derive(Debug)]
pub(super) struct Origins {
    /// The folded names.
    pub(super) names: Strings,
    of: Lists,
}

impl Origins {
    /// The origins that `text` names.
    pub(super) fn named(&self, text: &str) -> Vec<u32> {
        crate::corpus::named(text, (0..).zip(self.names.iter()).collect::<Vec<_>>().into_iter())
    }

    /// Those of article `article`.
    pub(super) fn of(&self, article: u32) -> impl Iterator<Item = u32> + '_ {
        self.of.get(article)
    }
}

/// Those whose word something is.
#[derive(Debug)]
pub(super) struct Heard {
    /// One more than the entity that each is, 0 where no name says.
    entities: Packed,
    /// The words that describe each, folded, with a space between two.
    words: Strings,
}

impl Heard {
    /// All of them by number: the entity, and the words.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Option<u32>, &str)> {
        self.entities.iter().map(|entity| entity.checked_sub(1)).zip(self.words.iter())
    }
}

/// Lists of postings end to end.
#[derive(Debug)]
struct Lengths {
    /// How many postings each list has.
    counts: Packed,
    starts: Starts,
    postings: Bytes,
}

impl Lengths {
    fn open(reader: &mut Reader, postings: Bytes) -> Option<Self> {
        let found = Self { counts: reader.packed()?, starts: reader.starts()?, postings };
        let fits =
            found.counts.len() == found.starts.len() && found.starts.end() as usize == found.postings.len();
        fits.then_some(found)
    }

    fn get(&self, list: u32) -> Postings<'_> {
        let range = self.starts.range(list);
        let bytes = self.postings.get(range.start as usize..).unwrap_or_default();
        Postings::new(bytes, self.count(list))
    }

    fn count(&self, list: u32) -> u32 {
        self.counts.get(list as usize).unwrap_or(0)
    }
}

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
            incomplete: reader.packed()?,
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
            origins: Origins { names: reader.strings()?, of: reader.lists()? },
            heard: Heard { entities: reader.packed()?, words: reader.strings()? },
            named: Lengths::open(&mut reader, named)?,
            held: reader.packed()?,
            articles,
        };
        let (own, all) = (&found.articles, found.articles.published.len());
        let fits = [own.key.len(), own.incomplete.len(), own.words.len(), own.hashes.len()] == [all; 4]
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
        let (dictionary, terms) = container.read(Section::Terms, |terms| {
            let mut reader = Reader::new(terms);
            let dictionary = Terms::open(reader.bytes()?).ok()?;
            let lists = Lengths::open(&mut reader, postings)?;
            (lists.counts.len() == dictionary.len() as usize && reader.is_at_end())
                .then_some((dictionary, lists))
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
            terms,
            named,
            held,
            publishers,
            authors,
            languages,
            origins,
            heard,
            titles: OnceLock::new(),
            record: OnceLock::new(),
            moments: OnceLock::new(),
        })
    }

    /// How many articles there are.
    pub fn articles(&self) -> u32 {
        self.articles.published.len() as u32
    }

    /// The rows of `unit`.
    pub(super) fn rows(&self, unit: Unit) -> Rows<'_> {
        let [events, quotations, figures] = &self.kept;
        let kept = match unit {
            Unit::Articles => None,
            Unit::Events => Some(events),
            Unit::Quotations => Some(quotations),
            Unit::Figures => Some(figures),
        };
        Rows { index: self, kept }
    }

    /// The article of row `row` of `unit`, and which of the article's reports, quotations or figures it is.
    pub fn place(&self, unit: Unit, row: u32) -> Option<(u32, u32)> {
        let rows = self.rows(unit);
        (row < rows.len()).then(|| (rows.article(row), rows.own(row)))
    }

    /// The passages that are headlines; gathered once.
    pub(super) fn titles(&self) -> &Set {
        self.titles.get_or_init(|| {
            let mut set = Set::none(self.passages.fields.len());
            let titles = (0..).zip(self.passages.fields.iter()).filter(|(_, f)| *f == Field::Title as u32);
            titles.for_each(|(passage, _)| set.insert(passage));
            set
        })
    }

    /// How many things have a place in time, publications included.
    pub fn marks(&self) -> usize {
        self.marks.when.len() + self.articles() as usize
    }

    /// The moments in which they stand; worked out once.
    pub(super) fn moments(&self) -> &Moments {
        self.moments.get_or_init(|| Moments::of(self))
    }

    /// The time at which article `article` was published, or `None` where that is unknown.
    pub(super) fn publication(&self, article: u32) -> Option<u32> {
        self.articles.published.get(article as usize)?.checked_sub(1)
    }

    /// When article `article` was published, or `None` where that is unknown.
    pub fn published(&self, article: u32) -> Option<When> {
        self.times.when(self.publication(article)?)
    }

    /// Mark `mark`: which event of its article, when, its status, and whether it is due by then.
    pub(super) fn mark(&self, mark: u32) -> Option<(u32, When, Status, bool)> {
        let mark = mark as usize;
        let when = self.times.when(self.marks.when.get(mark)?)?;
        let (status, deadline) = status(self.marks.status.get(mark)?)?;
        Some((self.marks.event.get(mark)?, when, status, deadline))
    }

    /// What the corpus as a whole holds; worked out once.
    pub fn record(&self) -> &Record {
        self.record.get_or_init(|| Record::of(self))
    }

    /// The articles whose SHA-256 begins with the bytes of `hash`.
    pub fn with_hash(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(self.articles.hashes.iter()).filter(move |(_, own)| *own == hash).map(|(at, _)| at)
    }

    /// The number of the term `word`, which is folded, or `None` where no text has it.
    pub(super) fn term(&self, word: &str) -> Option<u32> {
        self.dictionary.id(word)
    }

    /// The term with number `term`.
    pub(super) fn word(&self, term: u32) -> Option<String> {
        self.dictionary.name(term)
    }

    /// The terms that begin with `prefix`.
    pub(super) fn terms_with(&self, prefix: &str) -> std::ops::Range<u32> {
        self.dictionary.prefix(prefix)
    }

    /// At most `most` terms that `word`, which is folded, may have been meant for, the likeliest first.
    pub(super) fn near(&self, word: &str, most: usize) -> Vec<String> {
        let found = self.dictionary.suggest(word, |term| self.terms.count(term), most);
        found.into_iter().filter_map(|suggestion| self.dictionary.name(suggestion.id)).collect()
    }

    /// The passages that have term `term`.
    pub(super) fn passages_with(&self, term: u32) -> Postings<'_> {
        self.terms.get(term)
    }

    /// In how many passages term `term` is.
    pub(super) fn count_of(&self, term: u32) -> u32 {
        self.terms.count(term)
    }

    /// How many passages name entity `entity`.
    pub(super) fn count_naming(&self, entity: u32) -> u32 {
        self.named.count(entity)
    }

    /// The passages that name entity `entity`.
    pub(super) fn passages_naming(&self, entity: u32) -> Postings<'_> {
        self.named.get(entity)
    }
}
