//! The JSON that `dateline analyze` prints; page, command and tests share it. `docs/analyze.md` describes it.
//!
//! The views here borrow from a [`Corpus`] and are made while they are written, so that a large corpus never
//! stands in memory twice.
//! **Invariant:** names, not numbers, leave the process: an entity is its kind and name (`person:Volodymyr
//! Zelenskyy`), and the only numbers are byte offsets and `of`, both within one document.
//! The order of keys is that of the fields, and part of the form.
//! Start at [`corpus()`] for many documents together, at [`document()`] for one, at [`lines`] for one a line.

mod annotations;
mod document;
pub mod lines;
mod time;

use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};

use crate::annotate::NameKind;
use crate::corpus::{self, Corpus};
use crate::evidence::Evidence;
use crate::order::Order as _;
pub use annotations::{Credit, Event, Figure, Mention, Offsets, Quotation, Time, Voice};
pub use document::{Block, Document, Problem, Published, Source, published};
pub use time::{given, inclusive, published_value};

/// The rules made here, by id.
pub(crate) const RULES: &[(&str, &str)] = &[("given", "it was given beside the text")];

/// All documents of `corpus` with the entities they share: `{"documents":[…],"entities":[…]}`.
pub fn corpus(corpus: &Corpus) -> Analysis<'_> {
    Analysis(corpus)
}

/// One document of `corpus`, or `None` where there is no article of that index.
pub fn document(corpus: &Corpus, article: u32) -> Option<Document<'_>> {
    let found = corpus.articles().get(article as usize)?;
    Some(document::view(&Names { corpus, article }, found))
}

/// The entities of `corpus`, in its order.
pub fn entities(corpus: &Corpus) -> Vec<Entity<'_>> {
    corpus.entities().iter().map(|entity| entity_view(corpus, entity)).collect()
}

/// The clusters of `corpus`, in its order.
pub fn clusters(corpus: &Corpus) -> Vec<Cluster<'_>> {
    corpus.clusters().iter().map(|cluster| cluster_view(corpus, cluster)).collect()
}

/// The stable name of an entity: `person:Volodymyr Zelenskyy`.
pub fn entity_id(entity: &corpus::Entity) -> String {
    format!("{}:{}", entity.kind.name(), entity.name)
}

/// A corpus on its way out.
#[derive(Clone, Copy, Debug)]
pub struct Analysis<'a>(&'a Corpus);

impl Serialize for Analysis<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Analysis", 3)?;
        object.serialize_field("documents", &Documents(self.0))?;
        object.serialize_field("entities", &entities(self.0))?;
        object.serialize_field("clusters", &clusters(self.0))?;
        object.end()
    }
}

/// The names of the files.
fn files(corpus: &Corpus) -> impl Iterator<Item = &str> {
    corpus.articles().iter().map(|article| article.document.file.as_str())
}

/// The documents of a corpus in the byte order of their files, each made when its turn comes.
struct Documents<'a>(&'a Corpus);

impl Serialize for Documents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut indices: Vec<(&str, u32)> = files(self.0).zip(0..).collect();
        indices.order();
        serializer.collect_seq(indices.iter().filter_map(|(_, article)| document(self.0, *article)))
    }
}

/// A person, place or organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity<'a> {
    /// Kind and name, `person:Volodymyr Zelenskyy`: what the documents refer to.
    pub id: String,
    /// Its kind.
    pub kind: NameKind,
    /// The name shown.
    pub name: &'a str,
    /// The other spellings that mean it.
    pub aliases: Vec<&'a str>,
    /// Why each other form was linked to it.
    pub links: Vec<Link<'a>>,
    /// Where it lies, for a place that is known and decided.
    pub location: Option<Location<'a>>,
}

/// A spelling that was linked to a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link<'a> {
    /// The spelling.
    pub alias: &'a str,
    /// Why.
    pub evidence: &'a Evidence,
}

/// Where a place lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location<'a> {
    /// Ten thousandths of a degree north.
    pub lat: i32,
    /// Ten thousandths of a degree east.
    pub lon: i32,
    /// The country's ISO 3166-1 letters.
    pub country: &'a str,
    /// Why this place of that name.
    pub evidence: &'a Evidence,
}

fn entity_view<'a>(corpus: &'a Corpus, entity: &'a corpus::Entity) -> Entity<'a> {
    let spellings = entity.forms.iter().filter_map(|form| corpus.forms().get(*form as usize));
    let aliases = spellings.map(|form| form.spelling.as_str()).filter(|s| *s != entity.name).collect();
    let linked = entity.forms.iter().skip(1).filter_map(|form| corpus.forms().get(*form as usize));
    let links = linked.zip(&entity.merges).map(|(form, evidence)| Link { alias: &form.spelling, evidence });
    let location = entity.location.as_ref().map(|at| {
        let corpus::Location { lat, lon, ref country, ref evidence } = *at;
        Location { lat, lon, country, evidence }
    });
    Entity {
        id: entity_id(entity),
        kind: entity.kind,
        name: &entity.name,
        aliases,
        links: links.collect(),
        location,
    }
}

/// Events of several documents, or of one, that are reports of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cluster<'a> {
    /// The events, two or more, in the order of documents and text.
    pub events: Vec<EventOf<'a>>,
    /// What they share.
    pub evidence: &'a Evidence,
}

/// An event of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventOf<'a> {
    /// The document's file.
    pub file: &'a str,
    /// The index among that document's events.
    pub event: u32,
}

fn cluster_view<'a>(corpus: &'a Corpus, cluster: &'a corpus::Cluster) -> Cluster<'a> {
    let reports = cluster.reports.iter().zip(&cluster.events);
    let events = reports.filter_map(|(report, event)| {
        let article = corpus.reports().get(*report as usize)?.document;
        let file = corpus.articles().get(article as usize)?.document.file.as_str();
        Some(EventOf { file, event: *event })
    });
    Cluster { events: events.collect(), evidence: &cluster.evidence }
}

/// Who the mentions of one article name.
struct Names<'a> {
    corpus: &'a Corpus,
    article: u32,
}

impl Names<'_> {
    /// What `mention` names, in the light of the whole corpus.
    fn kind(&self, mention: u32) -> Option<NameKind> {
        self.corpus.kind_of(self.article, mention)
    }

    /// Why `mention` stands for another name than it spells, if it does.
    fn stands_for(&self, mention: u32) -> Option<Evidence> {
        self.corpus.mention_evidence(self.article, mention)
    }

    /// The id of the entity that `mention` names, or `None` where it was hidden.
    fn id(&self, mention: u32) -> Option<String> {
        let entity = self.corpus.entity_of(self.article, mention)?;
        self.corpus.entities().get(entity as usize).map(entity_id)
    }
}

#[cfg(test)]
mod tests;
