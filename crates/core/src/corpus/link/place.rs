//! Places: two names of one town, as the table of places has them.
//!
//! **Invariant:** only a spelling that names one town of the world, or one so large that the others do not count, is
//! another name of it; states and regions are told by the known variants alone, since the table has them under names
//! that others use too. Start at [`join`].

use std::collections::BTreeMap;

use super::names::Names;
use super::spelled::Spelled;
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer::places::{Place, PlaceKind, place};
use crate::evidence::Evidence;

/// How much larger than any other place of its name a town must be, in quarters of a doubling: 16 times.
const MUCH: u8 = 16;

/// Joins the names of `names` that are one town.
pub(super) fn join(names: &mut Names, spelled: &Spelled) {
    let mut by_town: BTreeMap<(i32, i32, [u8; 2], u8), Vec<usize>> = BTreeMap::new();
    for (form, name) in spelled.forms.iter().zip(&names.of_form).filter(|(f, _)| f.kind == NameKind::Place) {
        let Some(name) = name.filter(|name| names.key(*name).is_some()) else { continue };
        if let Some(town) = town(&form.spelling) {
            by_town.entry((town.lat, town.lon, town.country, town.population)).or_default().push(name);
        }
    }
    for all in by_town.into_values() {
        let Some((first, others)) = all.split_first() else { continue };
        for other in others {
            let spelling = names.spelling(spelled, *first).map_or("", |form| form.spelling.as_str());
            let why = Evidence::rule("alternate-name", 92).from("name", spelling, Vec::new());
            names.join(*first, *other, why);
        }
    }
}

/// The one town that `spelling` names.
fn town(spelling: &str) -> Option<Place> {
    let mut all = place(spelling);
    let first = all.next()?;
    let is_town = |p: &Place| matches!(p.kind, PlaceKind::City | PlaceKind::Capital);
    let alone = all.all(|other| is_town(&other) && other.population.saturating_add(MUCH) <= first.population);
    (alone && is_town(&first)).then_some(first)
}
