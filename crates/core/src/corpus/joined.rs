//! What the articles of a corpus have in common: forms, entities, and which reports are of one event.
//!
//! **Invariant:** it holds nothing of an article but which form each of its mentions stands for, so that what it takes
//! grows with names, not with text. Start at [`Joined::of`].

use serde::{Deserialize, Serialize};

use super::decisions::{self, Decisions};
use super::source::Source;
use super::{Cluster, Entity, Form, clusters, link, locate, named};
use crate::annotate::NameKind;
use crate::columns::Flat;
use crate::fold;

/// A corpus without its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    pub(super) forms: Vec<Form>,
    /// For each article, for each mention: one more than its form, or 0 where the reader hid it.
    pub(super) mention_forms: Flat,
    pub(super) entities: Vec<Entity>,
    /// For each form: its entity, or `None` where the reader hid it.
    pub(super) form_entities: Vec<Option<u32>>,
    pub(super) clusters: Vec<Cluster>,
    /// For each report one more than its cluster, or 0.
    pub(super) report_clusters: Vec<u32>,
    /// Decisions that name nothing here, as [`Joined::unused_decisions`] gives them.
    pub(super) unused: Vec<String>,
    /// All decisions, as [`Self::of`] was given them.
    pub(super) decisions: Decisions,
}

impl Joined {
    /// Joins `articles`, which [bear the dates](super::Article::dated) that the reader set and are in the order in which
    /// they were published, under the reader's `decisions`.
    pub fn of<S: Source + ?Sized>(articles: &S, decisions: &Decisions) -> Self {
        let mut joined = Self::named(articles, decisions);
        (joined.clusters, joined.report_clusters) = clusters::of(articles, &joined);
        joined.unused.extend(decisions::unused(articles, decisions));
        joined.decisions = decisions.clone();
        joined
    }

    /// The names of `articles` alone, without clusters.
    pub(super) fn named<S: Source + ?Sized>(articles: &S, decisions: &Decisions) -> Self {
        let (mut joined, follows) = link::link(articles, decisions);
        let locations = locate::places(&joined, &follows);
        for (entity, location) in joined.entities.iter_mut().zip(locations) {
            entity.location = location;
        }
        joined
    }

    /// The spellings of names.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The entities, people first, then places, then organizations; by name within a kind.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The form that mention `mention` of article `article` stands for, or `None` where it was hidden.
    pub(super) fn form_of(&self, article: u32, mention: u32) -> Option<u32> {
        self.mention_forms.get(article).get(mention as usize)?.checked_sub(1)
    }

    /// The forms that the mentions of article `article` stand for.
    pub(super) fn forms_of(&self, article: u32) -> Vec<Option<u32>> {
        self.mention_forms.get(article).iter().map(|form| form.checked_sub(1)).collect()
    }

    /// The entity that mention `mention` of article `article` names, or `None` where it was hidden.
    pub fn entity_of(&self, article: u32, mention: u32) -> Option<u32> {
        *self.form_entities.get(self.form_of(article, mention)? as usize)?
    }

    /// The entities of `kind` that `text` names: the one that is spelled so, else those with a spelling that holds
    /// all its words. Case, accents and quotation marks do not matter.
    pub fn entity_named(&self, kind: NameKind, text: &str) -> Vec<u32> {
        let aliases: Vec<(u32, String)> = self.aliases(kind).collect();
        named(text, aliases.iter().map(|(at, s)| (*at, s.as_str())))
    }

    /// For each entity of `kind` its name and its spellings, folded.
    pub(crate) fn aliases(&self, kind: NameKind) -> impl Iterator<Item = (u32, String)> + '_ {
        let own = self.entities.iter().enumerate().filter(move |(_, e)| e.kind == kind);
        own.flat_map(|(at, entity)| {
            let forms = entity.forms.iter().filter_map(|form| self.forms.get(*form as usize));
            let all = std::iter::once(&entity.name).chain(forms.map(|form| &form.spelling));
            all.map(move |spelling| (at as u32, fold::fold(spelling)))
        })
    }

    /// The decisions that name nothing in these documents, as `merge person "Zelenski"`.
    pub fn unused_decisions(&self) -> &[String] {
        &self.unused
    }

    /// Reports of one event, in the order of their first reports; never of fewer than two.
    pub fn clusters(&self) -> &[Cluster] {
        &self.clusters
    }

    /// The number of the cluster that report `report` is in.
    pub(crate) fn cluster_number(&self, report: u32) -> Option<u32> {
        self.report_clusters.get(report as usize)?.checked_sub(1)
    }

    /// The cluster that report `report` is in, or `None` where nothing else here tells of its event.
    pub fn cluster_of(&self, report: u32) -> Option<&Cluster> {
        self.clusters.get(self.cluster_number(report)? as usize)
    }
}
