//! What a name is, where its own text leaves it unsure: as the whole corpus has it.
//!
//! **Invariant:** a function of all articles together, in whatever order; only what its own document is unsure of
//! ([`UNSURE`]) takes the kind that the name surely has elsewhere, or mostly has where nobody is sure, and
//! a name that is surely two things in the corpus (Washington, Paris) is left as each document has it.
//! Start at [`agree`].

use rustc_hash::FxHashMap as HashMap;

use super::names::Plain;
use super::spelled::Spelled;
use super::{key, plain};
use crate::annotate::NameKind;
use std::collections::BTreeSet;

/// From this confidence on, in per cent, a mention's kind is sure and decides others.
const SURE: u8 = 85;
/// Below this confidence a mention takes the kind that its name has elsewhere.
const UNSURE: u8 = 82;

/// What the corpus knows of a name: for each kind the surest mention, and how sure all are together.
type Votes = [(u8, u64); NameKind::ALL.len()];

/// Gives mentions of an unsure kind in `spelled` the form of the kind that their name has elsewhere.
pub(super) fn agree(spelled: &mut Spelled, apart: &BTreeSet<Plain>) {
    let mut groups: HashMap<String, u32> = HashMap::default();
    let group: Vec<u32> = spelled
        .forms
        .iter()
        .map(|form| {
            let next = groups.len() as u32;
            *groups.entry(key::whatever_kind(&form.spelling)).or_insert(next)
        })
        .collect();
    let mut votes: Vec<Votes> = vec![Votes::default(); groups.len()];
    for (form, sure) in spelled.mentions.all().iter().zip(&spelled.sure) {
        let votes = group.get(*form as usize).and_then(|group| votes.get_mut(*group as usize));
        let kind = spelled.form(*form).map(|form| form.kind as usize);
        let vote = votes.zip(kind).and_then(|(votes, kind)| votes.get_mut(kind));
        if let Some((best, signs)) = vote {
            *best = (*best).max(*sure);
            *signs += u64::from(sure.saturating_sub(40));
        }
    }
    let decided: Vec<Option<NameKind>> = votes.iter().map(decide).collect();
    let kind_of = |form: u32| decided.get(*group.get(form as usize)? as usize).copied().flatten();
    let mut changes = Vec::new();
    for (mention, (form, sure)) in spelled.mentions.all().iter().zip(&spelled.sure).enumerate() {
        let own = spelled.form(*form).map(|form| form.kind);
        let kind = kind_of(*form).filter(|kind| Some(*kind) != own);
        if let Some(kind) = kind.filter(|_| *sure < UNSURE) {
            changes.push((mention, *form, kind));
        }
    }
    for (mention, form, kind) in changes {
        let Some(spelling) = spelled.form(form).map(|form| form.spelling.clone()) else { continue };
        let named = || plain(&spelling);
        if !apart.is_empty() && apart.contains(&(kind, named())) {
            continue;
        }
        let other = spelled.number(kind, &spelling);
        if let Some(slot) = spelled.mentions.all_mut().get_mut(mention) {
            *slot = other;
        }
    }
}

/// The one kind that a name surely is, if there is one; else, if none is sure, the kind that has two thirds of all
/// signs for it.
fn decide(votes: &Votes) -> Option<NameKind> {
    let mut sure = NameKind::ALL.into_iter().zip(votes).filter(|(_, (best, _))| *best >= SURE);
    if let Some((kind, _)) = sure.next() {
        return sure.next().is_none().then_some(kind);
    }
    let all: u64 = votes.iter().map(|(_, signs)| signs).sum();
    let (kind, (_, most)) = NameKind::ALL.into_iter().zip(votes).max_by_key(|(_, (_, signs))| *signs)?;
    (3 * most > 2 * all).then_some(kind)
}
