//! The names of a pack: forms, entities, and which form is which entity.
//!
//! **Invariant:** names, kinds and countries are read where they lie; why forms are one entity, and where it is, is
//! opened only when somebody asks why. Start at [`write()`] and [`Names::open`].

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{Evidence, Joined, Location, bytes, value};
use crate::annotate::NameKind;
use crate::columns::{Bytes, Lists, Packed, Reader, Starts, Strings, Writer};
use crate::fold;

/// What is opened only when somebody asks why.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Reasons {
    pub(super) merges: Vec<Evidence>,
    pub(super) location: Option<Location>,
}

/// The names of `corpus`, and the reasons for them.
pub(super) fn write(corpus: &Joined) -> (Vec<u8>, Vec<u8>) {
    let entities = &corpus.entities;
    let number = |kind: NameKind| kind as u32;
    let mut names = Writer::default();
    names.add(&Packed::write(&corpus.forms.iter().map(|f| number(f.kind)).collect::<Vec<_>>()));
    names.add(&Strings::write(corpus.forms.iter().map(|f| f.spelling.as_str())));
    let owners = corpus.form_entities.iter().map(|entity| entity.map_or(0, |e| e + 1));
    names.add(&Packed::write(&owners.collect::<Vec<_>>()));
    names.add(&Packed::write(&entities.iter().map(|e| number(e.kind)).collect::<Vec<_>>()));
    names.add(&Strings::write(entities.iter().map(|e| e.name.as_str())));
    names.add(&Lists::write(entities.iter().map(|e| e.forms.as_slice())));
    let country = |location: &Location| match *location.country.as_bytes() {
        [a, b] => u32::from(a) << 8 | u32::from(b),
        _ => 0,
    };
    let countries = entities.iter().map(|e| e.location.as_ref().map_or(0, country));
    names.add(&Packed::write(&countries.collect::<Vec<_>>()));
    let (mut reasons, mut lengths) = (Vec::new(), Vec::new());
    for entity in entities {
        let own = Reasons { merges: entity.merges.clone(), location: entity.location.clone() };
        let known = !own.merges.is_empty() || own.location.is_some();
        let own = if known { bytes(&own) } else { Vec::new() };
        lengths.push(own.len() as u32);
        reasons.extend(own);
    }
    names.add(&Starts::of_lengths(lengths));
    for kind in NameKind::ALL {
        // By spelling, so that a whole name is found without looking at the others.
        let mut aliases: Vec<(String, u32)> = corpus.aliases(kind).map(|(at, s)| (s, at)).collect();
        aliases.sort_unstable();
        aliases.dedup();
        names.add(&Strings::write(aliases.iter().map(|(spelled, _)| spelled.as_str())));
        names.add(&Packed::write(&aliases.iter().map(|(_, at)| *at).collect::<Vec<_>>()));
    }
    (names.finish(), reasons)
}

/// The form of `kind` that is spelled so, where the forms `at` a place are in the order of kinds and spellings.
fn search<'a>(len: u32, at: impl Fn(u32) -> (u32, &'a str), kind: NameKind, spelling: &str) -> Option<u32> {
    let wanted = (kind as u32, spelling);
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low + (high - low) / 2;
        if at(middle) < wanted { low = middle + 1 } else { high = middle }
    }
    (low < len && at(low) == wanted).then_some(low)
}

/// The form of `kind` that is spelled so in `corpus`, as [`Names::form_of`] finds it; mostly `near`.
pub(super) fn form_of(corpus: &Joined, kind: NameKind, spelling: &str, near: Option<u32>) -> Option<u32> {
    let is =
        |at: &u32| corpus.forms.get(*at as usize).is_some_and(|f| f.kind == kind && f.spelling == spelling);
    if near.as_ref().is_some_and(is) {
        return near;
    }
    let form = |at: u32| {
        let form = corpus.forms.get(at as usize);
        form.map_or((0, ""), |form| (form.kind as u32, form.spelling.as_str()))
    };
    search(corpus.forms.len() as u32, form, kind, spelling)
}

/// The names of a pack.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) form_kinds: Packed,
    pub(super) spellings: Strings,
    pub(super) form_entities: Packed,
    pub(super) kinds: Packed,
    pub(super) shown: Strings,
    pub(super) forms: Lists,
    pub(super) countries: Packed,
    reason_starts: Starts,
    reasons: Bytes,
    /// For each kind the folded spellings in order, and the entities they mean.
    pub(super) aliases: [(Strings, Packed); NameKind::ALL.len()],
    /// What was looked up last, the latest at the end.
    looked_up: Mutex<Vec<LookedUp>>,
}

/// A kind and text, and the entities that they name.
type LookedUp = ((NameKind, String), Vec<u32>);

/// How many look-ups are kept: a question asks for its names once for each unit and each thing it could leave out.
const KEPT: usize = 32;

impl Names {
    pub(super) fn open(names: Bytes, reasons: Bytes) -> Option<Self> {
        let mut reader = Reader::new(names);
        let names = Self {
            form_kinds: reader.packed()?,
            spellings: reader.strings()?,
            form_entities: reader.packed()?,
            kinds: reader.packed()?,
            shown: reader.strings()?,
            forms: reader.lists()?,
            countries: reader.packed()?,
            reason_starts: reader.starts()?,
            reasons,
            aliases: [
                aliases(&mut reader)?,
                aliases(&mut reader)?,
                aliases(&mut reader)?,
                aliases(&mut reader)?,
            ],
            looked_up: Mutex::default(),
        };
        let (forms, entities) = (names.spellings.len(), names.shown.len());
        let fits = [names.form_kinds.len(), names.form_entities.len()] == [forms; 2]
            && [names.kinds.len(), names.forms.len(), names.countries.len(), names.reason_starts.len()]
                == [entities; 4]
            && names.reason_starts.end() as usize == names.reasons.len();
        (fits && reader.is_at_end()).then_some(names)
    }

    /// The entities of `kind` that `text` names: those spelled so, else those with a spelling that holds all its words.
    pub(super) fn named(&self, kind: NameKind, text: &str) -> Vec<u32> {
        let key = (kind, fold::fold(text.trim()));
        // A panic while it was held leaves a list that is whole all the same.
        let mut looked_up = self.looked_up.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = looked_up.iter().find(|(own, _)| *own == key) {
            return found.clone();
        }
        let Some((spellings, entities)) = self.aliases.get(kind as usize) else { return Vec::new() };
        let mut found: Vec<u32> = self.spelled(kind, &key.1);
        if found.is_empty() {
            let all = spellings.iter().zip(entities.iter()).map(|(spelled, entity)| (entity, spelled));
            found = crate::corpus::named(&key.1, all.collect::<Vec<_>>().into_iter());
        }
        if looked_up.len() >= KEPT {
            looked_up.remove(0);
        }
        looked_up.push((key, found.clone()));
        found
    }

    /// The entities of `kind` with exactly this folded spelling, ascending.
    pub(super) fn spelled(&self, kind: NameKind, folded: &str) -> Vec<u32> {
        let Some((spellings, entities)) = self.aliases.get(kind as usize) else { return Vec::new() };
        let (mut low, mut high) = (0, spellings.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if spellings.get(middle) < folded { low = middle + 1 } else { high = middle }
        }
        let same = (low..spellings.len() as u32).take_while(|at| spellings.get(*at) == folded);
        same.filter_map(|at| entities.get(at as usize)).collect()
    }

    /// The form of `kind` that is spelled so.
    pub(super) fn form_of(&self, kind: NameKind, spelling: &str) -> Option<u32> {
        let kinds = self.form_kinds.slice();
        search(self.spellings.len() as u32, |at| (kinds.at(at), self.spellings.get(at)), kind, spelling)
    }

    /// The reasons for entity `entity`.
    pub(super) fn reasons(&self, entity: u32) -> Reasons {
        let range = self.reason_starts.range(entity);
        let own = self.reasons.get(range.start as usize..range.end as usize).unwrap_or_default();
        value(own).unwrap_or_default()
    }
}

fn aliases(reader: &mut Reader) -> Option<(Strings, Packed)> {
    let (spellings, entities) = (reader.strings()?, reader.packed()?);
    (spellings.len() == entities.len()).then_some((spellings, entities))
}
