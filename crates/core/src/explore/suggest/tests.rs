//! What is offered in a small corpus, and that taking any offer finds something.
//!
//! **Invariant:** a case is the text with the caret at the `|`, and the texts that the offers make of it.
//! Start at [`check`].

use proptest::prelude::*;

use super::begins::begins;
use super::*;
use crate::corpus::Corpus;
use crate::corpus::decisions::Decisions;
use crate::corpus::sample::{article_of, corpora, field};
use crate::explore::matching::Asked;
use crate::explore::{Query, Unit, open};
use crate::read::Sentence;
use crate::span::Span;

fn corpus() -> Corpus {
    let names = [
        (NameKind::Person, "Olha Zelenskyy"),
        (NameKind::Person, "Zelensky"),
        (NameKind::Person, "Ann Lee"),
        (NameKind::Place, "Kyiv"),
        (NameKind::Place, "Saint-Rémy"),
        (NameKind::Organization, "Red Cross"),
    ];
    let text = "Olha Zelenskyy met Ann Lee in Kyiv for talks.\nZelensky left Kyiv; the talks, Ann Lee said, \
                were talked about.\nThe Red Cross came to Saint-Rémy.";
    let mut article = article_of("a.txt", text, &names);
    let mut at = 0;
    for line in text.lines() {
        let span = Span::new(at, at + line.len());
        article.document.sentences.push(Sentence { span, block: 0 });
        at += line.len() + 1;
    }
    article.document.publisher = Some(field("Al Jazeera"));
    article.document.language = Some(field("en"));
    Corpus::build(vec![article], &Decisions::default())
}

/// What is offered for `text` with the caret at the `|`: `label (about, count of)`, each as the text it makes.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (pack, index) = open(&corpus()).unwrap();
    let caret = text.find('|').unwrap();
    let text = text.replace('|', "");
    let offers = suggest(&pack, &index, &Prepared::default(), &text, caret as u32);
    let made: Vec<String> = offers
        .iter()
        .map(|offer| {
            let (before, behind) = offer.text.split_at(offer.caret as usize);
            format!("{before}|{behind} = {} {}", offer.about, offer.counted).trim_end().to_owned()
        })
        .collect();
    assert_eq!(made, expected, "{text}");
}

#[test]
fn names_words_and_fields_begin_so() {
    check(
        "zel|",
        &[
            "person:\"Olha Zelenskyy\" | = person 2 passages",
            "zelensky | = word 1 passage",
            "zelenskyy | = word 1 passage",
        ],
    );
    check("ky|", &["place:Kyiv | = place 2 passages", "kyiv | = word 2 passages"]);
    check(
        "REM|",
        &[
            "place:Saint-Rémy | = place 1 passage",
            "remy | = word 1 passage",
            "org:\"Red Cross\" | = organization 1 passage",
            "red | = similar word 1 passage",
        ],
    );
    check("ta|", &["talks | = word 2 passages", "talked | = word 1 passage"]);
    check("or|", &["org:| = field 1 value"]);
    check("publ|", &["published:| = field", "publisher:| = field 1 value"]);
    check("publisher|", &["publisher:| = field 1 value"]);
    check("qqqq|", &[]);
    check("|", &[]);
    check("ta |", &[]);
}

#[test]
fn what_is_typed_is_replaced_and_nothing_else() {
    check("war (tal|)", &["war (talks|) = word 2 passages", "war (talked|) = word 1 passage"]);
    check(
        "war -kyi|v OR peace",
        &["war -place:Kyiv |OR peace = place 2 passages", "war -kyiv |OR peace = word 2 passages"],
    );
    check("kyi*|", &["place:Kyiv | = place 2 passages", "kyiv | = word 2 passages"]);
    check("no-tal|", &["no-talks | = word 2 passages", "no-talked | = word 1 passage"]);
    check(
        "met ann le|",
        &[
            "met person:\"Ann Lee\" | = person 2 passages",
            "met ann lee | = word 2 passages",
            "met ann left | = word 1 passage",
        ],
    );
    check(
        "met OR lee|",
        &["met OR person:\"Ann Lee\" | = person 2 passages", "met OR lee | = word 2 passages"],
    );
}

#[test]
fn a_field_offers_its_values_alone() {
    check(
        "person:|",
        &["person:\"Ann Lee\" | = person 2 passages", "person:\"Olha Zelenskyy\" | = person 2 passages"],
    );
    check("person:ze|", &["person:\"Olha Zelenskyy\" | = person 2 passages"]);
    check("place:ze|", &[]);
    check("-person:\"ann l|", &["-person:\"Ann Lee\" | = person 2 passages"]);
    check("person:(lee OR zel|)", &["person:(lee OR \"Olha Zelenskyy\"|) = person 2 passages"]);
    check("about:cross|", &["about:\"Red Cross\" | = organization 1 passage"]);
    check("source:al|", &["source:\"Al Jazeera\" | = publisher 1 article"]);
    check("language:|", &["language:en | = language 1 article"]);
    check("dated:|", &["dated:none | = dated 1 article"]);
    check("incomplete:n|", &["incomplete:no | = incomplete 1 article"]);
    check("undated:|", &["undated:yes | = value", "undated:no | = value"]);
    check("title:ta|", &[]);
}

#[test]
fn what_was_mistyped_comes_last_and_only_where_little_begins_so() {
    check(
        "zelensyk|",
        &[
            "person:\"Olha Zelenskyy\" | = person 2 passages",
            "zelensky | = similar word 1 passage",
            "zelenskyy | = similar word 1 passage",
        ],
    );
    check("tallks|", &["talks | = similar word 2 passages"]);
    check("person:zelenskii|", &["person:\"Olha Zelenskyy\" | = person 2 passages"]);
}

#[test]
fn hostile_text_is_answered() {
    let (pack, index) = open(&corpus()).unwrap();
    let prepared = Prepared::default();
    for text in
        ["a".repeat(10_000), "(".repeat(500), "person:".repeat(900), "a ".repeat(5_000), "\u{300}".repeat(99)]
    {
        for caret in [0, 1, text.len() / 2, text.len(), text.len() + 1] {
            assert!(suggest(&pack, &index, &prepared, &text, caret as u32).len() <= MOST_SUGGESTED);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_taken_offer_finds_at_least_one_row(corpus in corpora(), text in "(person:|place:|org:|about:|speaker:|publisher:|author:|language:|status:|voice:|origin:|dated:|incomplete:|-)?[a-zA-Z]{0,3}") {
        let (pack, index) = open(&corpus).unwrap();
        for offer in suggest(&pack, &index, &Prepared::default(), &text, text.len() as u32) {
            prop_assert!(offer.text.is_char_boundary(offer.caret as usize));
            let query = Query::parse(offer.text.trim_start_matches('-'));
            let found = Unit::ALL.map(|unit| Asked::of(&pack, &index, &query, unit).all().len());
            let empty = Unit::ALL.iter().all(|unit| index.rows(*unit).len() == 0);
            prop_assert!(empty || found.iter().any(|count| *count > 0), "{text} -> {}", offer.text);
            if offer.about == "field" {
                prop_assert!(query.is_empty());
            }
            if let Some(count) = offer.counted.strip_suffix(" articles").or(offer.counted.strip_suffix(" article")) {
                prop_assert_eq!(count, found[Unit::Articles as usize].to_string(), "{}", offer.text);
            }
        }
    }

    #[test]
    fn names_are_found_as_by_reading_every_spelling(corpus in corpora(), begun in "[a-z][a-z -]{0,4}|") {
        let (pack, index) = open(&corpus).unwrap();
        let all = Beginnings::of(&pack, &index);
        for kind in NameKind::ALL {
            let mut expected = std::collections::BTreeSet::new();
            for (spelled, entity) in (0..pack.aliases(kind)).map(|at| pack.alias(kind, at)) {
                let count = index.count_naming(entity);
                if count > 0 && begins(spelled, &begun) {
                    expected.insert((std::cmp::Reverse(count), entity));
                }
            }
            let expected: Vec<_> = expected.into_iter().take(MOST_SUGGESTED).collect();
            prop_assert_eq!(all.names(&pack, &index, &[kind], &begun, &|_| true), expected);
        }
    }

    #[test]
    fn any_text_and_caret_are_answered(corpus in corpora(), text in any::<String>(), caret in 0u32..60) {
        let (pack, index) = open(&corpus).unwrap();
        let offers = suggest(&pack, &index, &Prepared::default(), &text, caret);
        prop_assert!(offers.len() <= MOST_SUGGESTED);
        prop_assert!(offers.iter().all(|offer| offer.text.is_char_boundary(offer.caret as usize)));
    }
}
