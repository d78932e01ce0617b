//! How organizations write their names: legal forms, words for what they do, and states in front.
//!
//! General knowledge of the English of business pages. **Invariant:** a legal form says nothing about who it is, a word
//! of trade says so only together with the rest of the name; neither is ever the whole name.
//! Start at [`without_legal_form`].

use std::sync::LazyLock;

use super::key::transliterated;
use crate::annotate::names::gazetteer;
use crate::fold::{WordList, sorted};
use crate::order::Order as _;

/// Legal forms, as they are written; those of two letters only in capitals, since many are words.
const LEGAL: WordList = sorted![
    "AB",
    "AG",
    "ASA",
    "BV",
    "Co",
    "Company",
    "Corp",
    "Corporation",
    "GmbH",
    "Inc",
    "Incorporated",
    "KGaA",
    "KK",
    "LLC",
    "LLP",
    "LP",
    "Limited",
    "Ltd",
    "NV",
    "Oyj",
    "PLC",
    "Plc",
    "Pte",
    "Pty",
    "SA",
    "SARL",
    "SAS",
    "SE",
    "SpA",
    "plc",
];

/// Words for what a company does, which everyday use leaves out: "Delta Air Lines", "Apple Computer".
/// Folded. Parts of a company that are companies themselves (Records, Research, Capital) are not here.
const TRADES: WordList = sorted![
    "aerospace",
    "air",
    "aircraft",
    "airline",
    "airlines",
    "airways",
    "automobile",
    "automobiles",
    "automotive",
    "aviation",
    "broadcasting",
    "chemical",
    "chemicals",
    "communications",
    "computer",
    "computers",
    "electric",
    "electronics",
    "group",
    "holding",
    "holdings",
    "industrial",
    "industries",
    "international",
    "lines",
    "manufacturing",
    "motor",
    "motors",
    "petroleum",
    "pharmaceutical",
    "pharmaceuticals",
    "semiconductor",
    "software",
    "systems",
    "technologies",
    "technology",
    "telecom",
    "telecommunications",
    "telecoms",
    "wireless",
];

/// The words of `spelling` without the legal forms at its end; at least one stays, and not an everyday word alone
/// ("News Corp").
pub(super) fn without_legal_form(spelling: &str) -> &str {
    let mut name = spelling;
    while let Some((rest, last)) = name.trim_end().rsplit_once(' ') {
        let bare: String = last.chars().filter(|c| !matches!(c, '.' | ',')).collect();
        let rest = rest.trim_end_matches([' ', ',', '&']);
        let first = rest.split(' ').find(|word| !word.eq_ignore_ascii_case("the"));
        let single = rest.split(' ').filter(|word| !word.eq_ignore_ascii_case("the")).count() == 1;
        let empty = first.is_none_or(|word| single && gazetteer::is_common(word));
        if empty || !LEGAL.has(bare.as_str()) {
            break;
        }
        name = rest;
    }
    name
}

/// The words of trade as keys write them: "airwais" for "airways".
static AS_KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words: Vec<String> = TRADES.iter().map(transliterated).collect();
    words.order();
    words
});

/// How many of `words`, folded, are left without the words of trade at the end; 0 where nothing else is there.
pub(super) fn without_trade(words: &[String]) -> usize {
    let is_trade = |word: &String| TRADES.has(word) || AS_KEYS.binary_search(word).is_ok();
    words.iter().rposition(|word| !is_trade(word)).map_or(0, |last| last + 1)
}

/// The words that stand for the first word of an organization's name, where it is short for a state or a body:
/// "US Air Force", "UN Security Council".
pub(super) fn first_in_full(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "us" | "usa" => &["united", "states"],
        "uk" => &["united", "kingdom"],
        "un" => &["united", "nations"],
        "eu" => &["european", "union"],
        _ => return None,
    })
}

/// One spelling of words that British and American English write in two ways.
pub(super) fn american(word: &str) -> Option<&'static str> {
    Some(match word {
        "organisation" => "organization",
        "organisations" => "organizations",
        "defence" => "defense",
        "centre" => "center",
        "labour" => "labor",
        "programme" => "program",
        "theatre" => "theater",
        "&" => "and",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_go_and_names_stay() {
        for (spelling, name) in [
            ("Norlund Inc.", "Norlund"),
            ("Norlund, Inc", "Norlund"),
            ("Norlund & Co. KGaA", "Norlund"),
            ("The Norlund Company", "The Norlund"),
            ("Norlund S.A.", "Norlund"),
            ("Norlund Holding Pte. Ltd.", "Norlund Holding"),
            ("The Company", "The Company"),
            ("News Corp", "News Corp"),
            ("Limited", "Limited"),
            ("Norlund as", "Norlund as"),
        ] {
            assert_eq!(without_legal_form(spelling), name, "{spelling}");
        }
    }

    #[test]
    fn a_trade_alone_is_a_name() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (name, left) in [
            ("norlund air lines", 1),
            ("norlund airwais", 1),
            ("norlund industries", 1),
            ("norlund", 1),
            ("united airlines", 1),
            ("airlines", 0),
        ] {
            assert_eq!(without_trade(&words(name)), left, "{name}");
        }
    }
}
