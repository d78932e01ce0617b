//! Where places lie: each place entity is given coordinates and a country, if one place of its name is meant.
//!
//! The candidates are the places of the world that bear one of its spellings. A place named right after decides
//! ("Cambridge, Massachusetts"), then the number of people, then the countries of the articles that name it.
//! **Invariant:** where two candidates are about as likely, and where a state and a region of another state share a
//! name that no article decides (Georgia), there is no location. Sums of whole numbers, the same on every machine.
//! Start at [`places`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Joined;
use super::link::Follows;
use crate::annotate::NameKind;
use crate::annotate::names::gazetteer;
use crate::annotate::names::gazetteer::places::{Place, PlaceKind, place};
use crate::evidence::Evidence;
use crate::order::{self, Order as _};
use crate::span::Span;

/// Where a place lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// Degrees north in ten thousandths; exact to about a kilometre, the middle for a state or a region.
    pub lat: i32,
    /// Degrees east in ten thousandths.
    pub lon: i32,
    /// The country's ISO 3166-1 letters, `UA`.
    pub country: String,
    /// Why this place of that name.
    pub evidence: Evidence,
}

/// How much more likely the best candidate must be, in quarters of a doubling of people: four times as many.
const MARGIN: i32 = 8;
/// What it counts if all the countries of the articles are the candidate's.
const COHERENCE: i32 = 16;
/// What the capital of a state counts more than another town.
const CAPITAL: i32 = 16;
/// What a region counts less than a town of the same name: a bare name is more often the town.
const REGION: i32 = 12;
/// The most candidates of a name that are weighed.
const MOST: usize = 24;

/// For each entity of `corpus`, whose mentions follow each other so, its location; `None` for what is no place, is not known, or cannot be decided.
pub(super) fn places(corpus: &Joined, follows: &[Follows]) -> Vec<Option<Location>> {
    let candidates: Vec<Vec<Place>> = (0..corpus.entities().len()).map(|e| candidates(corpus, e)).collect();
    let here = Here::of(corpus, follows, &candidates);
    candidates.iter().enumerate().map(|(entity, all)| decide(entity, all, &here)).collect()
}

/// The places of the world that bear a spelling of entity `entity`.
fn candidates(corpus: &Joined, entity: usize) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let Some(entity) = corpus.entities().get(entity).filter(|e| e.kind == NameKind::Place) else {
        return found;
    };
    let mut region = false;
    for form in entity.forms.iter().filter_map(|form| corpus.forms().get(*form as usize)) {
        let spelling = form.spelling.strip_prefix("the ").unwrap_or(&form.spelling);
        region |= gazetteer::known(spelling).is_some_and(|(_, rule)| rule == "gazetteer-region");
        for place in place(spelling).take(MOST) {
            if !found.contains(&place) && found.len() < MOST {
                found.push(place);
            }
        }
    }
    // A part of the world ("the West") is not the town of that name.
    if region && found.iter().all(|p| p.kind == PlaceKind::City) {
        found.clear();
    }
    found
}

/// What the articles say about the places they name.
struct Here {
    /// For each entity, for each country, its share of the states in the articles with that entity, in thousandths.
    shares: BTreeMap<usize, BTreeMap<[u8; 2], i32>>,
    /// For each entity the places that are named right after it.
    after: BTreeMap<usize, BTreeMap<usize, u32>>,
    /// For each entity the one place it must be, if there is only one.
    sure: Vec<Option<Place>>,
}

impl Here {
    fn of(corpus: &Joined, mut follows: &[Follows], candidates: &[Vec<Place>]) -> Self {
        let sure: Vec<Option<Place>> = candidates.iter().map(|all| only(all)).collect();
        let mut shares: BTreeMap<usize, BTreeMap<[u8; 2], i32>> = BTreeMap::new();
        let mut articles: BTreeMap<usize, i32> = BTreeMap::new();
        let mut after: BTreeMap<usize, BTreeMap<usize, u32>> = BTreeMap::new();
        let open = |entity: &usize| candidates.get(*entity).is_some_and(|all| all.len() > 1);
        for forms in corpus.mention_forms.iter() {
            let (own, rest) = follows.split_at_checked(forms.len()).unwrap_or_default();
            follows = rest;
            let entity = |form: &u32| *corpus.form_entities.get(form.checked_sub(1)? as usize)?;
            let entities: Vec<Option<usize>> =
                forms.iter().map(|form| entity(form).map(|entity| entity as usize)).collect();
            let here = order::set(entities.iter().flatten().copied());
            let countries =
                order::set(here.iter().filter_map(|e| sure.get(*e).copied().flatten()).map(|p| p.country));
            for entity in here.iter().copied().filter(open) {
                *articles.entry(entity).or_default() += 1;
                for country in &countries {
                    let share = 1000 / i32::try_from(countries.len()).unwrap_or(i32::MAX);
                    *shares.entry(entity).or_default().entry(*country).or_default() += share;
                }
            }
            for (pair, follows) in entities.windows(2).zip(own) {
                let [Some(first), Some(next)] = pair else { continue };
                if *follows == Follows::Comma && open(first) {
                    *after.entry(*first).or_default().entry(*next).or_default() += 1;
                }
            }
        }
        for (entity, countries) in &mut shares {
            let articles = articles.get(entity).copied().unwrap_or(1).max(1);
            for share in countries.values_mut() {
                *share /= articles;
            }
        }
        Self { shares, after, sure }
    }
}

/// The only candidate, or the only state, if nothing of any size shares the name.
fn only(all: &[Place]) -> Option<Place> {
    let first = states(all);
    let first = first.first()?;
    let alone = all.iter().all(|p| p.country == first.country || p.kind == PlaceKind::City && far(first, p));
    alone.then_some(*first)
}

/// Whether `small` is so much smaller than `big` that the bare name hardly means it.
fn far(big: &Place, small: &Place) -> bool {
    prior(big) - prior(small) >= MARGIN + MARGIN / 2
}

fn prior(place: &Place) -> i32 {
    let people = i32::from(place.population);
    match place.kind {
        PlaceKind::Capital => people + CAPITAL,
        PlaceKind::Region => people - REGION,
        PlaceKind::Country | PlaceKind::City => people,
    }
}

/// The candidates without the towns that share a state's name.
fn states(all: &[Place]) -> Vec<Place> {
    let state = all.iter().any(|p| p.kind == PlaceKind::Country);
    let stays = |p: &&Place| !state || matches!(p.kind, PlaceKind::Country | PlaceKind::Region);
    all.iter().filter(stays).copied().collect()
}

fn decide(entity: usize, all: &[Place], here: &Here) -> Option<Location> {
    if let [place] = all {
        return Some(location(place, Evidence::rule("only-place-of-that-name", 90)));
    }
    let after = here.after.get(&entity).and_then(|after| {
        // What follows most often says where it lies.
        let (next, _) = after.iter().max_by_key(|(next, times)| (**times, std::cmp::Reverse(**next)))?;
        here.sure.get(*next).copied().flatten()
    });
    if let Some(around) = after {
        let nearest = |p: &&Place| {
            let (lat, lon) = (i64::from(p.lat - around.lat), i64::from(p.lon - around.lon));
            (lat * lat + lon * lon, std::cmp::Reverse(p.population))
        };
        let inside = all.iter().filter(|p| p.country == around.country && p.kind != PlaceKind::Country);
        let found = match around.kind {
            PlaceKind::Region => inside.min_by_key(nearest),
            _ => inside.max_by_key(|p| prior(p)),
        };
        if let Some(found) = found {
            return Some(location(found, Evidence::rule("place-it-lies-in-follows", 92)));
        }
    }
    let none = BTreeMap::new();
    let shares = here.shares.get(&entity).unwrap_or(&none);
    let coherence = |p: &Place| shares.get(&p.country).copied().unwrap_or(0) * COHERENCE / 1000;
    let all = states(all);
    // A state and a region of another one have people alike; only the articles tell which is meant.
    let namesakes = all.iter().any(|p| p.kind == PlaceKind::Country)
        && all.iter().any(|p| Some(p.country) != all.first().map(|p| p.country));
    let weight = |p: &Place| coherence(p) + if namesakes { 0 } else { prior(p) };
    let mut weighed: Vec<(i32, Place)> = all.iter().map(|p| (weight(p), *p)).collect();
    weighed.order_by_key(|(weight, p)| (std::cmp::Reverse(*weight), p.kind, p.lat, p.lon));
    let ((weight, best), others) = weighed.split_first()?;
    let rival = others.iter().find(|(_, p)| p.country != best.country);
    let margin = rival.map_or(i32::MAX, |(rival, _)| weight - rival);
    if margin < MARGIN {
        return None;
    }
    let largest = rival.is_none_or(|(_, rival)| prior(best) - prior(rival) >= MARGIN);
    if largest && !namesakes {
        let sure = if margin > 3 * MARGIN { 90 } else { 80 };
        return Some(location(best, Evidence::rule("largest-place-of-that-name", sure)));
    }
    let countries: Vec<String> = shares.keys().map(|country| letters(*country)).collect();
    let why = Evidence::rule("country-in-its-articles", 70);
    Some(location(best, why.from("countries in its articles", countries.join(", "), Vec::<Span>::new())))
}

fn location(place: &Place, evidence: Evidence) -> Location {
    Location { lat: place.lat, lon: place.lon, country: letters(place.country), evidence }
}

fn letters(country: [u8; 2]) -> String {
    country.iter().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Corpus;
    use super::super::decisions::Decisions;
    use super::super::sample::article_of;
    use super::*;

    fn located(texts: &[&str], name: &str) -> Option<(i32, i32, String, String)> {
        let names: Vec<(NameKind, &str)> = [
            "Washington",
            "Georgia",
            "Geneva",
            "Cambridge",
            "Massachusetts",
            "Paris",
            "Texas",
            "Tbilisi",
            "Atlanta",
            "Kyiv",
            "Ukraine",
            "Abu Dhabi",
            "Istanbul",
            "United States",
            "Florida",
            "Boston",
            "Middle East",
            "London",
            "Birmingham",
            "Alabama",
        ]
        .map(|name| (NameKind::Place, name))
        .to_vec();
        let article = |(i, text): (usize, &&str)| article_of(&format!("{i}.txt"), text, &names);
        let corpus = Corpus::build(texts.iter().enumerate().map(article).collect(), &Decisions::default());
        let entity = corpus.entity_named(NameKind::Place, name).first().copied()?;
        let found = corpus.entities()[entity as usize].location.clone()?;
        Some((found.lat / 10_000, found.lon / 10_000, found.country, found.evidence.rule.into_owned()))
    }

    fn check(texts: &[&str], name: &str, lat: i32, lon: i32, country: &str, rule: &str) {
        let expected = (lat, lon, country.to_owned(), rule.to_owned());
        assert_eq!(located(texts, name), Some(expected), "{texts:?} {name}");
    }

    #[test]
    fn a_well_known_place_is_meant_whatever_else_is_named() {
        let text =
            ["The United States spoke in Geneva, Abu Dhabi and Istanbul; Washington and Kyiv, Ukraine."];
        check(&text, "Geneva", 46, 6, "CH", "largest-place-of-that-name");
        check(&text, "Washington", 38, -77, "US", "largest-place-of-that-name");
        check(&text, "Abu Dhabi", 24, 54, "AE", "only-place-of-that-name");
        check(&text, "Istanbul", 41, 28, "TR", "only-place-of-that-name");
        check(&text, "Kyiv", 50, 30, "UA", "only-place-of-that-name");
        check(&text, "Ukraine", 49, 32, "UA", "only-place-of-that-name");
        check(&["Paris"], "Paris", 48, 2, "FR", "largest-place-of-that-name");
    }

    #[test]
    fn georgia_is_a_state_or_a_state_of_the_union_only_where_its_articles_tell() {
        assert_eq!(located(&["Georgia voted."], "Georgia"), None);
        check(&["Georgia voted. Tbilisi was calm."], "Georgia", 41, 43, "GE", "country-in-its-articles");
        check(&["Georgia voted. Atlanta was calm."], "Georgia", 33, -83, "US", "country-in-its-articles");
        assert_eq!(located(&["Georgia, Tbilisi", "Atlanta and Georgia"], "Georgia"), None);
    }

    #[test]
    fn the_place_it_lies_in_decides_and_its_articles_tip_the_scales() {
        check(&["in Cambridge, Massachusetts"], "Cambridge", 42, -71, "US", "place-it-lies-in-follows");
        check(&["in Paris, Texas"], "Paris", 33, -95, "US", "place-it-lies-in-follows");
        check(&["Cambridge. Then Boston."], "Cambridge", 42, -71, "US", "country-in-its-articles");
        assert_eq!(located(&["Cambridge"], "Cambridge"), None);
    }

    #[test]
    fn a_part_of_the_world_lies_nowhere() {
        assert_eq!(located(&["in the Middle East"], "Middle East"), None);
    }
}
