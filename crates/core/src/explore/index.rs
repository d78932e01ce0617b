//! What `explore` looks things up in: columns and postings that are read where they lie in the pack.
//!
//! Articles are in the order in which they were published, rows in that of articles and text.
//! **Invariant:** the index adds nothing to the corpus: what a row holds is decided in [`rows`](super::rows) alone, when
//! the index is [written](sections).
//! Start at [`Index::open`]; [`Index::rows`] are the rows of a unit.

mod build;
mod found;
mod gathering;
mod lately;
mod open;
mod record;
mod tape;
mod times;
mod unit;
mod values;

use crate::annotate::Status;
use crate::civil::When;
use crate::columns::{Bytes, Lists, Packed, Reader, Starts, Strings};
use crate::corpus::pack::Pack;
use crate::terms::{Classes, Terms};
pub use build::{of as build, sections};
pub(super) use lately::{Lately, Space};
pub use record::Record;
use times::Times;
pub(super) use unit::Rows;
use unit::{Decoded, Kept};
pub(super) use values::{Spelled, Values};

use super::Unit;
use super::census::{Census, Split, Told};
use super::passages::Field;
use super::postings::Postings;
use super::query::{Pattern, Scope, Sought};
use super::set::Set;
use super::tally::axis::{Axis, spans};
use super::timeline::Moments;
use crate::columns::Flat;
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
    /// Which terms share a stem.
    classes: Classes,
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
    all_words: OnceLock<u64>,
    decoded: [Decoded; Unit::COUNT],
    census: [[OnceLock<Census>; 2]; Unit::COUNT],
    split: [OnceLock<Split>; Unit::COUNT],
    told: OnceLock<Told>,
    /// What the last questions looked for.
    pub(super) lately: Lately,
    record: OnceLock<Record>,
    moments: OnceLock<Moments>,
    axis: OnceLock<Axis>,
    spans: [OnceLock<Flat>; Unit::COUNT],
}

/// Set in the flags of an article whose text may be cut short.
pub(super) const INCOMPLETE: u32 = 1;
/// Set in those of one whose date the reader set.
pub(super) const SET: u32 = 2;

/// What is known of each article.
#[derive(Debug)]
pub(super) struct Articles {
    /// When it was published: one more than the number of the time, 0 where that is unknown.
    published: Packed,
    /// The second by which it is sorted, one more than its number among the seconds.
    key: Packed,
    /// What else is known of it as a whole: [`INCOMPLETE`] and [`SET`].
    pub(super) flags: Packed,
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

/// What is kept for `unit`.
fn of<T>([events, articles, quotations, figures]: &[T; Unit::COUNT], unit: Unit) -> &T {
    match unit {
        Unit::Events => events,
        Unit::Articles => articles,
        Unit::Quotations => quotations,
        Unit::Figures => figures,
    }
}

/// The status of this stored number, and whether it is due by its time.
fn status(number: u32) -> Option<(Status, bool)> {
    Some((*Status::ALL.get(number as usize / 2)?, number % 2 == 1))
}

/// Whom articles say that they have their text or facts from.
#[derive(Debug)]
pub(super) struct Origins {
    pub(super) names: Spelled,
    of: Lists,
}

impl Origins {
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

impl Index {
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
        Rows { index: self, unit, kept }
    }

    /// The article of row `row` of `unit`, and which of the article's reports, quotations or figures it is.
    pub fn place(&self, unit: Unit, row: u32) -> Option<(u32, u32)> {
        let rows = self.rows(unit);
        (row < rows.len()).then(|| (rows.article(row), rows.own(row)))
    }

    /// How many words all articles have; counted once.
    pub(super) fn words(&self) -> u64 {
        *self.all_words.get_or_init(|| self.articles.words.iter().map(u64::from).sum())
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

    /// The unpacked columns of `unit`.
    fn decoded(&self, unit: Unit) -> &Decoded {
        of(&self.decoded, unit)
    }

    /// The rows of `unit` by what few values tell apart; gathered once.
    pub(super) fn split(&self, unit: Unit) -> &Split {
        of(&self.split, unit).get_or_init(|| Split::of(self, unit))
    }

    /// The articles by what few values tell of each; gathered once.
    pub(super) fn told(&self) -> &Told {
        self.told.get_or_init(|| Told::of(self))
    }

    /// What the rows of `unit` hold, where a name counts for the rows that `scope` says; gathered once.
    pub(super) fn census(&self, pack: &Pack, unit: Unit, scope: Scope) -> &Census {
        let [passage, article] = of(&self.census, unit);
        let own = if scope == Scope::Article { article } else { passage };
        own.get_or_init(|| Census::of(pack, self, unit, scope))
    }

    /// The reports of article `article`, numbers of rows of events.
    pub fn reports_of(&self, article: u32) -> std::ops::Range<u32> {
        self.rows(Unit::Events).of_article(article)
    }

    /// How many things have a place in time, publications included.
    pub fn marks(&self) -> usize {
        self.marks.when.len() + self.articles() as usize
    }

    /// The moments in which they stand; worked out once.
    pub(super) fn moments(&self) -> &Moments {
        self.moments.get_or_init(|| Moments::of(self))
    }

    /// The days at which anything begins or ends; gathered once.
    pub(super) fn axis(&self) -> &Axis {
        self.axis.get_or_init(|| Axis::of(self))
    }

    /// For each row of `unit` its times in whole days, joined; gathered once.
    pub(super) fn spans(&self, unit: Unit) -> &Flat {
        of(&self.spans, unit).get_or_init(|| spans(self, self.axis(), unit))
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

    /// The terms that word `at` of `sought` finds: all that begin so, or itself and, for a word that is not quoted, what
    /// has its English stem.
    pub(super) fn terms_of(&self, sought: &Sought, at: usize) -> Vec<u32> {
        match sought.words.get(at) {
            Some(word) if sought.prefix && at + 1 == sought.words.len() => self.terms_with(word).collect(),
            Some(word) if sought.forms => self.classes.of_word(&self.dictionary, word),
            Some(word) => self.term(word).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// What marks a text where `pattern` finds it: its words, and the other forms of a word.
    pub(crate) fn marking(&self, pattern: &Pattern) -> Vec<Sought> {
        let Some(sought) = Sought::of(pattern) else { return Vec::new() };
        let forms = if sought.forms { self.terms_of(&sought, 0) } else { Vec::new() };
        let forms = forms.into_iter().filter_map(|term| self.word(term));
        let forms = forms.filter(|form| sought.words.first() != Some(form));
        let forms: Vec<Sought> = forms.filter_map(|form| Sought::of(&Pattern::phrase(&form))).collect();
        std::iter::once(sought).chain(forms).collect()
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
