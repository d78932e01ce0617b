//! Products and indices by name, and the makers whose models have names of one word.
//!
//! General knowledge of what news writes about.
//! **Invariant:** sorted; a name that is as well an everyday word (Focus, Windows, Galaxy) counts only right after a
//! maker. Start at [`name`].

use super::super::gazetteer::{self, lexicon};
use super::super::line::Line;
use super::super::neighbours::SITES;
use super::super::token::is_possessive;
use crate::fold::{WordList, sorted};

/// The token after the product that is named at token `i`, whoever makes it.
pub(super) fn name(text: &str, line: &Line<'_>, i: usize) -> Option<usize> {
    let first = line.tokens.get(i).filter(|_| line.taken.get(i) == Some(&false))?;
    let small = is_small_i(first.text);
    if !small && !first.is_capital() {
        return None;
    }
    let alone = || (small && !is_company(line, i)).then_some(i + 1);
    if !PRODUCTS.has_start(first.text) && first.text != "Dow" {
        return alone();
    }
    let listed = (1..=5).rev().find_map(|length| {
        let last = line.tokens.get(i + length - 1)?;
        let spelling = first.span.join(last.span).of(text);
        let known = PRODUCTS.has(spelling);
        // "the Dow", "the Dow Jones": "Dow Chemical" and "Dow Jones & Co" are companies.
        let index = matches!(spelling, "Dow" | "Dow Jones")
            && i.checked_sub(1)
                .and_then(|b| line.tokens.get(b))
                .is_some_and(|t| t.text.eq_ignore_ascii_case("the"))
            && line.tokens.get(i + length).is_none_or(|t| MOVES.has(t.text));
        (known || index).then_some(i + length)
    });
    listed.or_else(alone)
}

/// Whether `word` is written as "iPhone" is: a small "i" and a capital.
fn is_small_i(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next() == Some('i') && letters.next().is_some_and(char::is_uppercase) && letters.next().is_some()
}

/// Whether token `i`, written as products are, is a company: "iRobot", "iQwerty Inc", "the company iQwerty".
fn is_company(line: &Line<'_>, i: usize) -> bool {
    let at = |k: Option<usize>| k.and_then(|k| line.tokens.get(k)).map_or("", |t| t.text);
    gazetteer::known(at(Some(i))).is_some()
        || matches!(at(Some(i + 1)), "Corp" | "Corporation" | "Inc" | "LLC" | "Ltd" | "PLC" | "plc")
        || gazetteer::is_body_noun(&gazetteer::lower(at(i.checked_sub(1))))
}

/// Whether `word`, the name of a model, is an everyday word or another name as well.
pub(super) fn is_word_too(word: &str) -> bool {
    MODELS.has(word)
}

/// Whether `maker` is a brand of cars, whose models have names of one word.
pub(in super::super) fn is_brand(maker: &str) -> bool {
    BRANDS.has(maker)
}

/// Whether the brand in `i..end` stands for one of its cars: "a Saab", "an Audi", but no "a Toyota dealer".
pub(super) fn is_one_of_its(line: &Line<'_>, i: usize, end: usize) -> bool {
    let at = |k: Option<usize>| k.and_then(|k| line.tokens.get(k)).map_or("", |t| t.text);
    let after = at(Some(end));
    let goes_on = after.starts_with(char::is_alphanumeric) || is_joined(line, end);
    matches!(at(i.checked_sub(1)), "A" | "An" | "a" | "an")
        && (!goes_on
            || matches!(after, "and" | "or" | "that" | "which" | "in" | "on" | "with" | "at" | "to" | "from"))
}

/// Whether token `i` joins the word before it to something else: a hyphen, a possessive, an ampersand.
fn is_joined(line: &Line<'_>, i: usize) -> bool {
    line.tokens.get(i).is_some_and(|t| t.glued && matches!(t.text, "-" | "/" | "&") || is_possessive(t.text))
}

/// The token after the model at token `i`, right after its `maker`: "Ford Focus", "Toyota Prius", "Microsoft Windows".
pub(super) fn model(line: &Line<'_>, maker: &str, i: usize) -> Option<usize> {
    let token = line.tokens.get(i).filter(|t| t.is_capital() && !t.is_acronym())?;
    let next = line.tokens.get(i + 1);
    if MODELS.has(token.text) {
        return Some(i + 1);
    }
    // "Ford Europe", "Toyota President Akio Toyoda", "Volvo Trucks" are others.
    let alone = !next.is_some_and(|t| t.is_capital() && !t.glued || t.text == "&");
    let lower = gazetteer::lower(token.text);
    let known = gazetteer::known(token.text).is_some()
        || gazetteer::is_given(token.text)
        || gazetteer::is_head(token.text)
        || gazetteer::is_title_word(token.text)
        || gazetteer::is_demonym(token.text)
        || gazetteer::is_never(token.text)
        || SITES.contains(&token.text)
        || DIVISIONS.has(token.text)
        || gazetteer::is_body_noun(&lower)
        || lexicon::word(token.text) != lexicon::Word::default();
    let brand = is_brand(maker) && !BRANDS_TOO.contains(&maker);
    (brand && alone && !known && token.text.len() > 3).then_some(i + 1)
}

/// What an index does, or what stands after it at the end of a clause.
#[rustfmt::skip]
const MOVES: WordList = sorted![
    ",", ".", "added", "also", "climbed", "closed", "down", "dropped", "ended", "fell", "finished", "gained", "had", "has",
    "hit", "is", "jumped", "lost", "opened", "plunged", "rose", "shed", "slid", "slipped", "tumbled", "up", "was",
];

/// Words that make the maker's name go on.
const DIVISIONS: WordList = sorted![
    "Automobile",
    "Automobiles",
    "Cars",
    "Credit",
    "Finance",
    "Group",
    "Motor",
    "Motors",
    "Motorsport",
    "Racing",
    "Trucks",
];

/// Brands of cars.
#[rustfmt::skip]
const BRANDS: WordList = sorted![
    "Alfa Romeo", "Audi", "Buick", "Cadillac", "Chevrolet", "Chevy", "Chrysler", "Citroen", "Citroën",
    "Dodge", "Fiat", "Ford", "GMC", "Honda", "Hyundai", "Jaguar", "Jeep", "Kia", "Lexus", "Mazda", "Mercedes",
    "Mercedes-Benz", "Mitsubishi", "Nissan", "Opel", "Peugeot", "Pontiac", "Renault", "Saab", "Saturn",
    "Seat", "Skoda", "Subaru", "Suzuki", "Toyota", "VW", "Vauxhall", "Volkswagen", "Volvo",
];

/// Those of them that are everyday words, surnames or given names: what follows may be anything.
const BRANDS_TOO: &[&str] = &["Dodge", "Ford", "Jaguar", "Jeep", "Mercedes", "Saturn", "Seat"];

/// Names of models that are everyday words or names as well.
#[rustfmt::skip]
const MODELS: WordList = sorted![
    "Accord", "Beetle", "Bolt", "Bronco", "Caravan", "Challenger", "Charger", "Cherokee", "Civic", "Cobalt",
    "Corvette", "Cruze", "Discovery", "Echo", "Edge", "Escape", "Escort", "Expedition", "Explorer", "Fiesta",
    "Focus", "Fusion", "Galaxy", "Golf", "Impala", "Insight", "Kindle", "Leaf", "Liberty", "Malibu",
    "Maverick", "Mondeo", "Mustang", "Navigator", "Office", "Outlook", "Passat", "Patriot", "Pilot", "Pixel",
    "Polo", "Prius", "Ram", "Ranger", "Sierra", "Silverado", "Sonata", "Spark", "Surface", "Switch", "Tahoe",
    "Taurus", "Transit", "Viper", "Volt", "Walkman", "Watch", "Windows", "Wrangler", "Xbox",
];

/// Products of whatever maker and indices of stock exchanges.
#[rustfmt::skip]
const PRODUCTS: WordList = sorted![
    "All Ordinaries", "App Store", "Apple TV", "BlackBerry Storm", "CAC 40", "CAC-40", "Camry", "Corolla",
    "Corvette", "DAX", "DAX 30", "DAX index", "DJIA", "Dow Jones Industrial", "Dow Jones Industrial Average",
    "Dow Jones Industrials", "Dow Jones average", "Dow Jones index", "Dow Jones industrial average",
    "Dow Jones industrials", "Dreamliner", "Dreamliners", "FTSE", "FTSE 100", "FTSE 100 Index",
    "FTSE 100 index", "FTSE 250", "Final Cut Pro", "Game Boy", "GameCube", "Google Chrome", "Google Earth",
    "Google Maps", "Hang Seng", "Hang Seng Index", "Hang Seng index", "Internet Explorer", "KOSPI",
    "Kindle Fire", "Kospi", "Mac", "Mac OS", "Mac OS X", "Mac OS X Leopard", "Mac OS X Lion",
    "Mac OS X Snow Leopard", "Mac OS X Tiger", "Mac OSX", "Mac mini", "MacBook", "MacBook Air", "Macintosh", "Macs",
    "Nasdaq Composite", "Nasdaq Composite Index", "Nasdaq composite", "Nikkei 225", "Nikkei Stock Average",
    "Nikkei index", "Nintendo DS", "OS X", "OS X Leopard", "OS X Lion", "OS X Snow Leopard",
    "OS X Tiger", "PlayStation", "PlayStation Portable", "Power Mac", "Power Macintosh", "PowerBook", "Prius",
    "QuickTime", "S&P 500", "S&P 500 Index", "S&P/ASX 200", "Sensex",
    "Standard & Poor's 500", "Straits Times Index", "Superjet", "Wii", "Windows 10", "Windows 7", "Windows 8",
    "Windows Phone", "Windows Vista", "Windows XP", "Worldliner", "Xbox", "Zune", "iPad Air", "iPad mini",
    "iPhone OS", "iPhone SDK", "iPod Nano", "iPod Shuffle", "iPod Touch", "iPod classic", "iPod mini",
    "iPod nano", "iPod shuffle", "iPod touch", "iTunes Music Store", "iTunes Store", "iTunes music store",
    "iTunes store",
];
