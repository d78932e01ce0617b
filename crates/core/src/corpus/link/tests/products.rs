//! Linking of companies by their first word, and of what they make, by example.
//!
//! **Invariant:** a variant of a model, and a model of another maker, is another.
//! Start at the first test.

use super::*;

#[test]
fn a_model_is_one_with_and_without_its_maker_but_its_variants_are_others() {
    let other = |spelling| (NameKind::Other, spelling);
    check(
        &[
            "The Airbus A380, A380s, an A380; Boeing 787 Dreamliner, the 787, Dreamliners; 787-900. Apple iPhone, iPhones, iPhone 4.",
        ],
        &[
            other("Airbus A380"),
            other("A380s"),
            other("A380"),
            other("Boeing 787 Dreamliner"),
            other("787-900"),
            other("787"),
            other("Dreamliners"),
            other("Apple iPhone"),
            other("iPhones"),
            other("iPhone 4"),
        ],
        &[
            "787-900",
            "Airbus A380 = A380 (same-model), A380s (same-model)",
            "Apple iPhone = iPhones (same-model)",
            "Boeing 787 Dreamliner = 787 (same-model), Dreamliners (same-model)",
            "iPhone 4",
        ],
    );
}

#[test]
fn the_first_word_of_the_only_organization_of_a_document_is_short_for_it() {
    let names = [
        (Organization, "Norlund Vestia"),
        (Organization, "Norlund Qwand"),
        (Organization, "Norlund Europe"),
        (Organization, "Norlund Foundation"),
        (Organization, "Norlund"),
        (Organization, "GM Daewoo"),
        (Organization, "GM"),
    ];
    let of = |texts: &[&str], article, mention| {
        let corpus = linked(texts, &names, &Decisions::default());
        let entity = corpus.entity_of(article, mention).map(|e| corpus.entities()[e as usize].name.clone());
        entity.unwrap_or_default()
    };
    assert_eq!(of(&["Norlund Vestia grew. Norlund said so."], 0, 1), "Norlund Vestia");
    assert_eq!(of(&["Norlund Europe grew. Norlund said so."], 0, 1), "Norlund", "a branch");
    assert_eq!(of(&["Norlund Foundation grew. Norlund said so."], 0, 1), "Norlund", "named after it");
    assert_eq!(of(&["GM Daewoo grew. GM said so."], 0, 1), "GM");
    assert_eq!(of(&["Norlund Vestia, Norlund Qwand, Norlund"], 0, 2), "Norlund", "it can be two");
    assert_eq!(of(&["Norlund Vestia, Norlund", "Norlund Qwand", "Norlund"], 0, 1), "Norlund");
}

#[test]
fn a_designation_of_two_makers_joins_nothing() {
    let other = |spelling| (NameKind::Other, spelling);
    check(
        &["Norlund X500, Vestia X500, X500"],
        &[other("Norlund X500"), other("Vestia X500"), other("X500")],
        &["Norlund X500", "Vestia X500", "X500"],
    );
}
