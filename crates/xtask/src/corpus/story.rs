//! A story: what is reported for some days or weeks, by many, with the same people, places and words.
//!
//! **Invariant:** a story is made from the seed and its number alone, so that any document is made without the others.
//! Start at [`Story::of`].

use super::chance::Chance;
use super::names::{Body, COUNTRIES, Country, Person, town};
use super::topics::{TOPICS, Topic};
use super::when::DAYS;

/// What the documents of one story have in common.
#[derive(Debug)]
pub struct Story {
    /// What its own chance starts from.
    pub seed: u64,
    /// What it is about.
    pub topic: &'static Topic,
    /// The number of its first day.
    pub start: u64,
    /// For how many days it is reported.
    pub life: u64,
    /// Where it happens.
    pub country: Country,
    /// Who else is in it.
    pub other: Country,
    /// The city of it.
    pub city: &'static str,
    /// The town of it, a made one.
    pub town: String,
    /// Its people, from the one named most.
    pub people: Vec<Person>,
    /// Its bodies.
    pub bodies: Vec<Body>,
    /// The ranks of its words.
    pub words: Vec<u64>,
}

/// How many known people news returns to; the others are in one story each.
const KNOWN: u64 = 4_000;

impl Story {
    /// The story `number` of a corpus with this seed, of which about `documents` documents are made; names are spelled
    /// as `spelling` says.
    pub fn of(seed: u64, number: u64, documents: u64, spelling: u64) -> Self {
        let mut chance = Chance::of(&[seed, 10, number]);
        let own = chance.draw();
        let life = (2 + chance.below(12) + (documents / 10).min(300)).min(DAYS);
        let country = COUNTRIES.get(chance.low(COUNTRIES.len() as u64) as usize).copied().unwrap_or_default();
        let other = COUNTRIES.get(chance.low(COUNTRIES.len() as u64) as usize).copied().unwrap_or_default();
        let mut place = String::new();
        town(chance.rank() + chance.below(3000), &mut place);
        let mut rank = |known: u64| {
            let fresh = chance.draw() % 1_000_000;
            if chance.percent(known) { chance.low(KNOWN) } else { KNOWN + fresh }
        };
        let people = [90, 60, 40, 30, 20, 10, 10].map(|known| Person::of(rank(known), spelling));
        let bodies = [70, 50, 30, 20].map(|known| Body::of(rank(known), country));
        Self {
            seed: own,
            topic: TOPICS.get(chance.low(TOPICS.len() as u64) as usize).unwrap_or(&TOPICS[0]),
            start: chance.below(DAYS - life + 1),
            life,
            country,
            other,
            city: chance.one_of(&country.cities),
            town: place,
            people: people.into(),
            bodies: bodies.into(),
            words: (0..32).map(|_| chance.rank()).collect(),
        }
    }

    /// The chance of what happened on the day of number `day`, the `nth` thing: every report tells the same of it.
    pub fn happening(&self, day: u64, nth: u64) -> Chance {
        Chance::of(&[self.seed, 11, day, nth])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_one_and_its_life_lies_in_the_ten_years() {
        for number in 0..500 {
            let story = Story::of(4, number, 1 + number, 0);
            assert_eq!(format!("{story:?}"), format!("{:?}", Story::of(4, number, 1 + number, 0)));
            assert!(story.start + story.life <= DAYS && story.life >= 2, "{story:?}");
        }
    }
}
