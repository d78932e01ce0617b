//! Many documents joined into one immutable [`Corpus`]: forms, entities, rows; and the pack that carries it.
//!
//! **Invariant:** a corpus never changes. Mentions point to forms (kind and spelling), an entity is a set of forms,
//! and which forms are one entity is a small mapping beside them, so a reader's correction rewrites nothing.
//! It is read through methods only, so its bytes can change without a change in `explore`.
//! Start at [`Corpus::build`]; [`pack`] writes and reads it.

pub mod decisions;
pub mod pack;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotations, Event, NameKind, Quotation};
use crate::read::Document;
use decisions::Decisions;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[];

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
    pub merges: Vec<crate::evidence::Evidence>,
}

/// One row of the Events tab: a sentence's saying with what is said in it, or an event by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The document's index.
    pub document: u32,
    /// The events of this row, indices into that document's events: the root first, then those `of` it.
    pub events: Vec<u32>,
}

/// An immutable set of articles with its entities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corpus {
    articles: Vec<Article>,
    forms: Vec<Form>,
    /// For each article, for each mention: its form, or `None` where the reader hid it.
    mention_forms: Vec<Vec<Option<u32>>>,
    entities: Vec<Entity>,
    /// For each form: its entity, or `None` where the reader hid it.
    form_entities: Vec<Option<u32>>,
    reports: Vec<Report>,
}

impl Corpus {
    /// Joins `articles`, in the byte order of their file names, under the reader's `decisions`.
    pub fn build(mut articles: Vec<Article>, decisions: &Decisions) -> Self {
        let _ = decisions;
        articles.sort_by(|a, b| a.document.file.cmp(&b.document.file));
        Self { articles, ..Self::default() }
    }

    /// The articles, in the byte order of their file names.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The spellings of names.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The entities, people first, then places, then organizations; by name within a kind.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The entity that mention `mention` of article `article` names, or `None` where it was hidden.
    pub fn entity_of(&self, article: u32, mention: u32) -> Option<u32> {
        let form = (*self.mention_forms.get(article as usize)?.get(mention as usize)?)?;
        *self.form_entities.get(form as usize)?
    }

    /// The rows of the Events tab, in the order of documents and text.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The event `event` of article `article`.
    pub fn event(&self, article: u32, event: u32) -> Option<&Event> {
        self.articles.get(article as usize)?.annotations.events.get(event as usize)
    }

    /// The direct quotations as `(article, quotation)` indices, in the order of documents and text: the rows of the
    /// Quotations tab.
    pub fn quotations(&self) -> impl Iterator<Item = (u32, u32, &Quotation)> {
        self.articles.iter().enumerate().flat_map(|(a, article)| {
            let all = article.annotations.quotations.iter().enumerate();
            all.filter(|(_, q)| q.direct).map(move |(q, quotation)| (a as u32, q as u32, quotation))
        })
    }
}
