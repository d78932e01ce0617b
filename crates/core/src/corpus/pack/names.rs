//! The names of a pack: forms, entities, and which form is which entity.
//!
//! **Invariant:** names, kinds and countries are read where they lie; why forms are one entity, and where it is, is
//! opened only when somebody asks why. Start at [`write()`] and [`Names::open`].

use serde::{Deserialize, Serialize};

use super::{Corpus, Evidence, Location, bytes, value};
use crate::annotate::NameKind;
use crate::columns::{Bytes, Lists, Packed, Reader, Starts, Strings, Writer};

/// What is opened only when somebody asks why.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Reasons {
    pub(super) merges: Vec<Evidence>,
    pub(super) location: Option<Location>,
}

/// The names of `corpus`, and the reasons for them.
pub(super) fn write(corpus: &Corpus) -> (Vec<u8>, Vec<u8>) {
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

/// The form of `kind` that is spelled so in `corpus`, as [`Names::form_of`] finds it.
pub(super) fn form_of(corpus: &Corpus, kind: NameKind, spelling: &str) -> Option<u32> {
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
    pub(super) names: Strings,
    pub(super) forms: Lists,
    pub(super) countries: Packed,
    reason_starts: Starts,
    reasons: Bytes,
}

impl Names {
    pub(super) fn open(names: Bytes, reasons: Bytes) -> Option<Self> {
        let mut reader = Reader::new(names);
        let names = Self {
            form_kinds: reader.packed()?,
            spellings: reader.strings()?,
            form_entities: reader.packed()?,
            kinds: reader.packed()?,
            names: reader.strings()?,
            forms: reader.lists()?,
            countries: reader.packed()?,
            reason_starts: reader.starts()?,
            reasons,
        };
        let (forms, entities) = (names.spellings.len(), names.names.len());
        let fits = [names.form_kinds.len(), names.form_entities.len()] == [forms; 2]
            && [names.kinds.len(), names.forms.len(), names.countries.len(), names.reason_starts.len()]
                == [entities; 4]
            && names.reason_starts.end() as usize == names.reasons.len();
        (fits && reader.is_at_end()).then_some(names)
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
