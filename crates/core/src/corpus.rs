//! Many documents joined into one immutable [`Corpus`]: forms, entities, rows; and the pack that carries it.
//!
//! **Invariant:** a corpus never changes. Mentions point to forms (kind and spelling), an entity is a set of forms,
//! and which forms are one entity is a small mapping beside them, so a reader's correction rewrites nothing.
//! It is read through methods only, so its bytes can change without a change in `explore`.
//! Start at [`Corpus::build`]; [`Joined`] is all of it but the articles, and [`pack`] writes and reads it.

pub(crate) mod clusters;
pub mod decisions;
mod joined;
mod link;
mod locate;
pub mod pack;
mod quotations;
pub(crate) mod reports;
#[cfg(test)]
pub(crate) mod sample;
pub mod source;
pub mod store;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotations, Event, Figure, NameKind};
use crate::evidence::Evidence;
use crate::fold;
use crate::order::Order as _;
use crate::read::Document;
pub use clusters::Cluster;
use decisions::{Dates, Decisions};
pub use joined::Joined;
pub use locate::Location;
pub use quotations::Again;
pub use source::Source;
pub use store::{Memory, Store};

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("acronym-of-organization", "the initials of the only organization here that has them"),
    ("alternate-name", "another name of the same place"),
    ("country-in-its-articles", "the articles that name it name that country"),
    ("date-by-reader", "the reader set this date"),
    ("decided-by-reader", "the reader decided that these are one"),
    ("defined-in-text", "a text here gives the short form right after the full name"),
    ("given-name-in-document", "the given name of the only person in this document who bears it"),
    ("kind-elsewhere", "other articles here are sure of what that name is"),
    ("known-variant", "a known variant of the same name"),
    (
        "name-without-trade",
        "the same name but for a word of trade, such as Airlines or Group, and no other has it here",
    ),
    (
        "same-but-legal-form",
        "the same name but for its legal form, such as Inc or Ltd, or for British spelling",
    ),
    ("largest-place-of-that-name", "by far the largest place of that name"),
    ("only-place-of-that-name", "no other place of that name is known"),
    ("place-it-lies-in-follows", "the place that it lies in is named right after it"),
    ("same-day-names-and-words", "the same day, names and words or numbers, and nothing that differs"),
    ("same-given-name-short", "the same last name, and a short form of the same given name"),
    ("same-letters", "the same name but for capitals, accents, dots or \u{201c}the\u{201d}"),
    ("same-model", "the same model, with and without its maker, its plural or its byname"),
    ("same-person-middle-name", "the same first and last name, and nobody else here has both"),
    ("same-person-short-form", "the last name of the only person it can stand for here"),
    ("short-form-in-document", "short for the only name in this document that it can stand for"),
    ("transliteration", "another way to write the same name in Latin letters"),
];

/// A document with its annotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The document as read.
    pub document: Document,
    /// What was found in it.
    pub annotations: Annotations,
}

/// A spelling of a name, of one kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Form {
    /// The kind of name.
    pub kind: NameKind,
    /// The spelling, as the texts have it.
    pub spelling: String,
}

/// One person, place or organization: a set of forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The kind of name.
    pub kind: NameKind,
    /// The name shown: its fullest, then most frequent form.
    pub name: String,
    /// All forms, indices into the forms; the shown one first.
    pub forms: Vec<u32>,
    /// Why the other forms belong to the first one, parallel to `forms[1..]`.
    pub merges: Vec<Evidence>,
    /// Where it lies, for a place that is known and decided.
    pub location: Option<Location>,
}

/// One row of the Events tab: a sentence's saying with what is said in it, or an event by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The document's index.
    pub document: u32,
    /// The events of this row, indices into that document's events: the root first, then those `of` it.
    pub events: Vec<u32>,
}

/// An immutable set of articles with what they have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corpus {
    articles: Vec<Article>,
    reports: Vec<Report>,
    joined: Joined,
}

impl std::ops::Deref for Corpus {
    type Target = Joined;

    /// Whatever is known without the articles is known of a corpus too.
    fn deref(&self) -> &Joined {
        &self.joined
    }
}

impl Corpus {
    /// Joins `articles` under the reader's `decisions`: those whose date the reader set bear it, and all are in the order
    /// in which they were published, the undated ones last.
    pub fn build(articles: Vec<Article>, decisions: &Decisions) -> Self {
        let dates = Dates::of(decisions);
        let mut articles: Vec<Article> = articles.into_iter().map(|article| article.dated(&dates)).collect();
        articles.order_by(|a, b| (a.time(), by_name(a)).cmp(&(b.time(), by_name(b))));
        let joined = Joined::of(articles.as_slice(), decisions);
        Self { reports: reports::of(&articles), articles, joined }
    }

    /// Like [`Self::build`], for whoever asks for names only: the articles are in the byte order of their file names,
    /// and there are no reports and no clusters.
    pub fn named(mut articles: Vec<Article>, decisions: &Decisions) -> Self {
        articles.order_by(|a, b| by_name(a).cmp(&by_name(b)));
        Self { joined: Joined::named(articles.as_slice(), decisions), articles, reports: Vec::new() }
    }

    /// The articles: for a corpus that was [built](Self::build) in the order in which they were published.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// What mention `mention` of article `article` names: what its own text says, unless that is unsure and the
    /// corpus knows better.
    pub fn kind_of(&self, article: u32, mention: u32) -> Option<NameKind> {
        let own = self.articles.get(article as usize)?.annotations.mentions.get(mention as usize)?.kind;
        let form = self.form_of(article, mention).and_then(|form| self.forms().get(form as usize));
        Some(form.map_or(own, |form| form.kind))
    }

    /// Why mention `mention` of article `article` stands for another form than the one it has: in its own document
    /// that is the only name it can be short for, or the corpus is sure of its kind. `None` where it stands for itself.
    pub fn mention_evidence(&self, article: u32, mention: u32) -> Option<Evidence> {
        let form = self.form_of(article, mention)?;
        let article = self.articles.get(article as usize)?;
        link::mention_evidence(article, mention, self.forms().get(form as usize)?)
    }

    /// The rows of the Events tab, in the order of documents and text.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The event `event` of article `article`.
    pub fn event(&self, article: u32, event: u32) -> Option<&Event> {
        self.articles.get(article as usize)?.annotations.events.get(event as usize)
    }

    /// The rows of the Figures tab as `(article, figure)` indices, in the order of documents and text.
    pub fn figures(&self) -> impl Iterator<Item = (u32, u32, &Figure)> {
        self.articles.iter().enumerate().flat_map(|(a, article)| {
            (0..).zip(&article.annotations.figures).map(move |(at, figure)| (a as u32, at, figure))
        })
    }
}

/// The byte order of file names.
fn by_name(article: &Article) -> (&str, [u8; 32]) {
    (&article.document.file, article.document.sha256)
}

/// The name of a document, as [`Article::name`] gives it.
fn name_of(file: &str, sha256: &[u8; 32]) -> String {
    let digits = sha256.iter().take(4).map(|byte| format!("{byte:02x}"));
    format!("{file}~{}", digits.collect::<String>())
}

impl Article {
    /// The stable name, for addresses and exports: the file's name and the first 8 hex digits of its SHA-256, as
    /// `000_a.txt~1f3a90bc`. A file that changed has another name.
    pub fn name(&self) -> String {
        name_of(&self.document.file, &self.document.sha256)
    }

    /// When it was published, for sorting: its first second, the undated after all others. Articles of one time are in
    /// the order of their file names, then of their hashes.
    pub fn time(&self) -> i64 {
        self.document.published.when.map_or(i64::MAX, |when| when.interval.starts())
    }

    /// The article as bytes, for a [`Source`] that keeps it elsewhere.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory fails only for values that say not how long they are, and ours all do.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The article in `bytes`, which this build wrote, or `None` where there is none.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Those of `all` (number and folded spelling) that `text` names: those spelled so, else those that hold all its
/// words, sorted and without doubles.
pub(crate) fn named<'a>(text: &str, all: impl Iterator<Item = (u32, &'a str)> + Clone) -> Vec<u32> {
    let folded = fold::fold(text.trim());
    let mut found: Vec<u32> = all.clone().filter(|(_, s)| *s == folded).map(|(at, _)| at).collect();
    let words: Vec<_> = fold::words(text).map(|(_, word)| word).collect();
    if found.is_empty() && !words.is_empty() {
        let holds = |s: &str| {
            if !words.iter().all(|word| s.contains(&**word)) {
                return false;
            }
            let own: Vec<_> = fold::words(s).map(|(_, word)| word).collect();
            words.iter().all(|word| own.contains(word))
        };
        found.extend(all.filter(|(_, s)| holds(s)).map(|(at, _)| at));
    }
    found.order();
    found.dedup();
    found
}
