//! What a pack knows of names: the same answers as the [`Corpus`](super::Corpus) that was written.
//!
//! **Invariant:** a name, kind or country is looked up, never made; an index that does not exist has none.
//! Start at [`Pack::entity`] and [`Pack::entity_of`].

use super::{Entity, Evidence, Form, NameKind, Opened, Pack};
use crate::corpus::link;
use crate::fold;

impl Pack {
    /// How many entities there are: people first, then places, then organizations; by name within a kind.
    pub fn entities(&self) -> u32 {
        self.names.shown.len() as u32
    }

    /// The name shown for entity `entity`, or `""`.
    pub fn name(&self, entity: u32) -> &str {
        self.names.shown.get(entity)
    }

    /// What entity `entity` is.
    pub fn kind(&self, entity: u32) -> Option<NameKind> {
        kind(self.names.kinds.get(entity as usize)?)
    }

    /// The ISO 3166-1 letters of the country in which entity `entity` lies, where that is known.
    pub fn country(&self, entity: u32) -> Option<String> {
        let letters = self.names.countries.get(entity as usize).filter(|letters| *letters > 0)?;
        String::from_utf8(vec![(letters >> 8) as u8, letters as u8]).ok()
    }

    /// The forms of entity `entity`, the shown one first.
    pub fn forms_of(&self, entity: u32) -> impl ExactSizeIterator<Item = u32> + '_ {
        self.names.forms.get(entity)
    }

    /// Entity `entity` with the reasons for it.
    pub fn entity(&self, entity: u32) -> Option<Entity> {
        let reasons = self.names.reasons(entity);
        Some(Entity {
            kind: self.kind(entity)?,
            name: self.name(entity).to_owned(),
            forms: self.forms_of(entity).collect(),
            merges: reasons.merges,
            location: reasons.location,
        })
    }

    /// How many forms there are.
    pub fn forms(&self) -> u32 {
        self.names.spellings.len() as u32
    }

    /// The spelling of form `form`, or `""`.
    pub fn spelling(&self, form: u32) -> &str {
        self.names.spellings.get(form)
    }

    /// Form `form`.
    pub fn form(&self, form: u32) -> Option<Form> {
        let kind = kind(self.names.form_kinds.get(form as usize)?)?;
        Some(Form { kind, spelling: self.spelling(form).to_owned() })
    }

    /// The entity that form `form` names, or `None` where it was hidden.
    pub fn entity_of_form(&self, form: u32) -> Option<u32> {
        self.names.form_entities.get(form as usize)?.checked_sub(1)
    }

    /// The entity that mention `mention` of `article` names, or `None` where it was hidden.
    pub fn entity_of(&self, article: &Opened, mention: u32) -> Option<u32> {
        self.entity_of_form((*article.forms.get(mention as usize)?)?)
    }

    /// What mention `mention` of `article` names: what its own text says, unless that is unsure and the corpus knows
    /// better.
    pub fn kind_of(&self, article: &Opened, mention: u32) -> Option<NameKind> {
        let own = article.article.annotations.mentions.get(mention as usize)?.kind;
        let form = *article.forms.get(mention as usize)?;
        Some(form.and_then(|form| kind(self.names.form_kinds.get(form as usize)?)).unwrap_or(own))
    }

    /// Why mention `mention` of `article` stands for another form than the one it has, if it does.
    pub fn mention_evidence(&self, article: &Opened, mention: u32) -> Option<Evidence> {
        let form = self.form((*article.forms.get(mention as usize)?)?)?;
        link::mention_evidence(&article.article, mention, &form)
    }

    /// The entities of `of` that `text` names: the one that is spelled so, else those with a spelling that holds all
    /// its words. Case, accents and quotation marks do not matter.
    pub fn entity_named(&self, of: NameKind, text: &str) -> Vec<u32> {
        self.names.named(of, text)
    }

    /// How many folded spellings there are of names of `of`.
    pub(crate) fn aliases(&self, of: NameKind) -> u32 {
        self.names.aliases.get(of as usize).map_or(0, |(spellings, _)| spellings.len() as u32)
    }

    /// Spelling `at` of those of `of`, in order and folded, and the entity that it means.
    pub(crate) fn alias(&self, of: NameKind, at: u32) -> (&str, u32) {
        let aliases = self.names.aliases.get(of as usize);
        aliases.map_or(("", 0), |(spellings, entities)| (spellings.get(at), entities.slice().at(at)))
    }

    /// The entities of `of` with exactly this spelling, whatever its case and accents.
    pub fn entity_spelled(&self, of: NameKind, text: &str) -> Vec<u32> {
        self.names.spelled(of, &fold::fold(text.trim()))
    }
}

/// The kind of this number, as it was written.
fn kind(number: u32) -> Option<NameKind> {
    NameKind::ALL.get(number as usize).copied()
}
