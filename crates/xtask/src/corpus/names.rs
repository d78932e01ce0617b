//! Who and where: people, places, bodies and publishers, each from its rank.
//!
//! Countries and their cities are real, so that a reader of names knows them; every person, company and newspaper is
//! made up, and a likeness is chance.
//! **Invariant:** a rank is one name for ever, with one other spelling where it has any. Start at [`Person::of`].

use super::chance::Chance;
use super::lexicon;
use lists::{FAMILY, FAMILY_ENDS, FIELDS, GIVEN_HER, GIVEN_HIM, OFFICES, PLACE_ENDS, QUALITIES};

pub mod lists;

pub use lists::{COUNTRIES, Country};

/// Somebody, as news writes of them.
#[derive(Clone, Debug)]
pub struct Person {
    /// "Anna Marchenko".
    pub full: String,
    /// "Marchenko".
    pub last: String,
    /// "Foreign Minister", or empty.
    pub office: &'static str,
    /// Whether news says "she".
    pub is_her: bool,
}

impl Person {
    /// The person of `rank`; `spelling` chooses where the name has two.
    pub fn of(rank: u64, spelling: u64) -> Self {
        let mut chance = Chance::of(&[1, rank]);
        let is_her = chance.percent(42);
        let given = chance.one_of(if is_her { &GIVEN_HER } else { &GIVEN_HIM });
        let mut last = String::new();
        if chance.percent(35) {
            last.push_str(chance.one_of(&FAMILY));
        } else {
            capital(chance.rank() + rank % 4096, &mut last);
            last.truncate(last.len().min(6));
            let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
            while last.chars().rev().take(2).all(|c| !is_vowel(c)) && last.len() > 2 {
                last.pop();
            }
            last.push_str(chance.one_of(&FAMILY_ENDS));
        }
        if spelling % 2 == 1 && last.ends_with("sky") {
            last.push('y');
        }
        let given = match given {
            "Oleksandr" if spelling % 2 == 1 => "Alexander",
            "José" if spelling % 2 == 1 => "Jose",
            "Dmitri" if spelling % 2 == 1 => "Dmitry",
            other => other,
        };
        let office = if chance.percent(60) { chance.one_of(&OFFICES) } else { "" };
        Self { full: format!("{given} {last}"), last, office, is_her }
    }
}

/// A body, as news writes of it.
#[derive(Clone, Debug)]
pub struct Body {
    /// "the Kenyan Water Authority".
    pub full: String,
    /// What stands for it later: "the KWA", "the ministry".
    pub short: String,
    /// The letters that the text defines, or empty.
    pub letters: String,
}

impl Body {
    /// The body of `rank`, of `country`.
    pub fn of(rank: u64, country: Country) -> Self {
        let mut chance = Chance::of(&[2, rank]);
        let field = chance.one_of(&FIELDS);
        let body = |full: String, short: &str| Self { full, short: short.to_owned(), letters: String::new() };
        match chance.below(9) {
            0 | 1 => {
                let mut name = String::new();
                capital(rank % 30_000, &mut name);
                let full = format!(
                    "{name} {}",
                    chance.one_of(&["Group", "Energy", "Bank", "Airlines", "Motors", "Steel"])
                );
                body(full, &name)
            }
            2 => body(format!("the {} {field} Ministry", country.of), "the ministry"),
            3 => body(format!("the Ministry of {field}"), "the ministry"),
            4 => {
                let quality = chance.one_of(&QUALITIES);
                body(format!("the {quality} Party"), "the party")
            }
            5 => body(format!("the {} High Court", country.of), "the court"),
            _ => {
                let head =
                    chance.one_of(&["Authority", "Commission", "Board", "Agency", "Council", "Institute"]);
                let quality = chance.one_of(&QUALITIES);
                let words = [quality, field, head];
                let letters: String = words.iter().filter_map(|word| word.chars().next()).collect();
                Self { full: format!("the {}", words.join(" ")), short: format!("the {letters}"), letters }
            }
        }
    }
}

/// Writes the town of `rank`.
pub fn town(rank: u64, out: &mut String) {
    let from = out.len();
    capital(rank, out);
    out.truncate(out.len().min(from + 5));
    out.push_str(PLACE_ENDS[(rank % 8) as usize]);
}

/// Writes the made word of `rank` with a capital.
pub fn capital(rank: u64, out: &mut String) {
    let from = out.len();
    lexicon::stem(rank, out);
    if let Some(first) = out.get_mut(from..=from) {
        first.make_ascii_uppercase();
    }
}

/// A newspaper, a station or an agency.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// As it prints its name.
    pub name: String,
    /// The host of its addresses.
    pub host: String,
    /// Its number, which also chooses its ways.
    pub number: u64,
}

/// How many publishers there are.
pub const PUBLISHERS: u64 = 120;

impl Publisher {
    /// The publisher of `number`.
    pub fn of(number: u64) -> Self {
        let mut chance = Chance::of(&[3, number]);
        let mut place = String::new();
        if chance.percent(50) {
            place.push_str(chance.one_of(&COUNTRIES.map(|country| country.cities[1])));
        } else {
            town(number * 31, &mut place);
        }
        let kind = chance.one_of(&[
            "Herald",
            "Post",
            "Courier",
            "Tribune",
            "Gazette",
            "Observer",
            "Chronicle",
            "Mirror",
        ]);
        let name = format!("{}{place} {kind}", if chance.percent(40) { "The " } else { "" });
        let host = format!("{}{}.example", place.to_lowercase().replace(' ', ""), kind.to_lowercase());
        Self { name, host, number }
    }

    /// Who wrote the article of `number`: each publisher has a dozen authors.
    pub fn author(&self, number: u64) -> String {
        Person::of(9_000_000 + self.number * 12 + number % 12, 0).full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_spelling_and_sometimes_another() {
        assert_eq!(Person::of(5, 0).full, Person::of(5, 2).full);
        let two = (0..1000).filter(|rank| Person::of(*rank, 0).full != Person::of(*rank, 1).full).count();
        assert!((20..200).contains(&two), "{two}");
    }

    #[test]
    fn publishers_have_names_and_hosts_of_their_own() {
        let names: std::collections::BTreeSet<_> =
            (0..PUBLISHERS).map(|number| Publisher::of(number).host).collect();
        assert!(names.len() as u64 >= PUBLISHERS - 4, "{}", names.len());
    }

    #[test]
    fn letters_stand_for_the_words_that_they_are_defined_by() {
        let bodies: Vec<_> = (0..100).map(|rank| Body::of(rank, COUNTRIES[0])).collect();
        let defined = bodies.iter().filter(|body| !body.letters.is_empty());
        assert!(defined.clone().count() > 20);
        assert!(defined.clone().all(|body| body.letters.len() == 3 && body.short.ends_with(&body.letters)));
    }
}
