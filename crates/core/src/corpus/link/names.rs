//! Names being joined: forms with one key are a name, and rules join names, each time with the reason.
//!
//! **Invariant:** the order of joining does not show in who is joined with whom; a form that the reader set apart
//! has a name of its own that no rule joins. Start at [`Names::of`], then [`Names::join`].

use std::collections::{BTreeMap, BTreeSet};

use super::super::Form;
use super::key::Key;
use super::plain;
use super::spelled::Spelled;
use crate::annotate::NameKind;
use crate::evidence::Evidence;
use crate::order;

/// Kind and plain spelling, as decisions name forms.
pub(super) type Plain = (NameKind, String);

/// The names of a corpus, joined step by step.
#[derive(Default)]
pub(super) struct Names {
    /// For each name what its forms have in common.
    pub(super) keys: Vec<Key>,
    /// For each name its first form.
    pub(super) first: Vec<u32>,
    /// For each form its name; `None` where the reader hid it.
    pub(super) of_form: Vec<Option<usize>>,
    /// What was joined, in the order in which it was, and why.
    pub(super) joins: Vec<Join>,
    /// The names that the reader joined.
    pub(super) decided: BTreeSet<usize>,
    parent: Vec<usize>,
}

/// Two names that are one.
pub(super) struct Join {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) why: Evidence,
}

impl Names {
    /// The names of the forms that any mention stands for.
    pub(super) fn of(spelled: &Spelled, hidden: &BTreeSet<Plain>, apart: &BTreeSet<Plain>) -> Self {
        let mut names = Self::default();
        let mut by_key: BTreeMap<Key, usize> = BTreeMap::new();
        let mut used = vec![false; spelled.forms.len()];
        for form in spelled.mentions.all() {
            if let Some(slot) = used.get_mut(*form as usize) {
                *slot = true;
            }
        }
        let decided = !hidden.is_empty() || !apart.is_empty();
        for ((number, form), used) in (0u32..).zip(&spelled.forms).zip(used) {
            let spelling = if decided { plain(&form.spelling) } else { String::new() };
            if !used || decided && hidden.contains(&(form.kind, spelling.clone())) {
                names.of_form.push(None);
                continue;
            }
            let key = if decided && apart.contains(&(form.kind, spelling.clone())) {
                Key::apart(form.kind, spelling)
            } else {
                Key::of(form)
            };
            let next = names.keys.len();
            let name = *by_key.entry(key.clone()).or_insert(next);
            if name == next {
                names.keys.push(key);
                names.first.push(number);
                names.parent.push(next);
            }
            names.of_form.push(Some(name));
        }
        names
    }

    /// The name of the form of that number.
    pub(super) fn name(&self, form: u32) -> Option<usize> {
        *self.of_form.get(form as usize)?
    }

    /// What the forms of `name` have in common, unless the reader set it apart.
    pub(super) fn key(&self, name: usize) -> Option<&Key> {
        self.keys.get(name).filter(|key| !key.apart)
    }

    /// The names of `kind` that rules may join, with their keys.
    pub(super) fn of_kind(&self, kind: NameKind) -> impl Iterator<Item = (usize, &Key)> {
        self.keys.iter().enumerate().filter(move |(_, key)| key.kind == kind && !key.apart)
    }

    /// The name that stands for all that `name` is joined with.
    pub(super) fn root(&mut self, mut name: usize) -> usize {
        while let Some(&up) = self.parent.get(name).filter(|up| **up != name) {
            let above = self.parent.get(up).copied().unwrap_or(up);
            if let Some(parent) = self.parent.get_mut(name) {
                *parent = above;
            }
            name = above;
        }
        name
    }

    /// The roots of `names`, each once.
    pub(super) fn roots(&mut self, names: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        order::set(names.into_iter().map(|name| self.root(name)))
    }

    /// Makes `a` and `b` one. The smaller number stays the root, so that the order of joining does not show.
    pub(super) fn join(&mut self, a: usize, b: usize, why: Evidence) {
        let (one, other) = (self.root(a), self.root(b));
        if one == other {
            return;
        }
        if let Some(parent) = self.parent.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
        self.joins.push(Join { a, b, why });
    }

    /// The form of `name` that speaks for it.
    pub(super) fn spelling<'a>(&self, spelled: &'a Spelled, name: usize) -> Option<&'a Form> {
        spelled.form(*self.first.get(name)?)
    }
}
