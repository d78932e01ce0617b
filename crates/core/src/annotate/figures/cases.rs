//! Cases of figures: a sentence, and each figure in one line.
//!
//! **Invariant:** times and names are those that their rooms find; nothing is quoted here. Start at [`check`].

use super::super::{names, times};
use super::find;

/// `value..upto qualifier unit | counted | the figure's words`, empty parts left out.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = times::cases::document(text, "2026-02-07");
    let times = times::find(&document);
    let mentions = names::find(&document, &times);
    let found = find(&document, &times, &mentions, &[], &[]);
    let line = |f: &super::Figure| {
        let upto = f.upto.as_ref().map_or(String::new(), |u| format!("..{u}"));
        let head = [f.value.clone() + &upto, f.qualifier.words().to_owned(), f.unit.clone()];
        let head: Vec<&str> = head.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        let counted = f.counted.map_or("-", |c| c.of(text));
        format!("{} | {counted} | {}", head.join(" "), f.span.of(text))
    };
    let lines: Vec<String> = found.iter().map(line).collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn a_number_counts_the_nouns_after_it() {
    check("They freed 157 prisoners of war.", &["157 | prisoners of war | 157 prisoners of war"]);
    check("It sent 200 emergency crews to the port.", &["200 | emergency crews | 200 emergency crews"]);
    check("The fire hurt 27 Danish sailors.", &["27 | Danish sailors | 27 Danish sailors"]);
    check("A dozen ships waited.", &["12 | ships | A dozen ships"]);
    check("Twenty-one people drowned.", &["21 | people | Twenty-one people"]);
    check("About 2.5 million people fled.", &["2500000 about | people | About 2.5 million people"]);
    check("They seized 40 stolen cars.", &["40 | stolen cars | 40 stolen cars"]);
    check("They found two bodies in the well.", &["2 | bodies | two bodies"]);
    check("There were 12 dead and 30 wounded.", &["12 | dead | 12 dead", "30 | wounded | 30 wounded"]);
}

#[test]
fn the_words_around_a_number_bound_it() {
    check(
        "It fired more than 400 drones and around 40 missiles.",
        &["400 more than | drones | more than 400 drones", "40 about | missiles | around 40 missiles"],
    );
    check("Only 38 missiles were shot down.", &["38 only | missiles | Only 38 missiles"]);
    check("Up to 90 houses burned.", &["90 at most | houses | Up to 90 houses"]);
    check("No fewer than six barges sank.", &["6 at least | barges | No fewer than six barges"]);
    check("It needs 500 nurses or more.", &["500 | nurses | 500 nurses"]);
    check("It needs 500 or more nurses.", &["500 at least | nurses | 500 or more nurses"]);
    check("Nearly 1,100 homes lost power.", &["1100 nearly | homes | Nearly 1,100 homes"]);
    check("It killed at least three people.", &["3 at least | people | at least three people"]);
}

#[test]
fn a_range_has_two_ends() {
    check("It will need between 10 and 20 ships.", &["10..20 | ships | between 10 and 20 ships"]);
    check("They saw 3-4 boats.", &["3..4 | boats | 3-4 boats"]);
    check("It costs €1.5-2 billion.", &["1500000000..2000000000 EUR | - | €1.5-2 billion"]);
    check("They won 3-1 in the final.", &[]);
    check("The senate passed it by 52-48.", &[]);
}

#[test]
fn money_and_measures_have_their_units() {
    check("The loan is worth $40bn.", &["40000000000 $ | - | $40bn"]);
    check("The loan is worth US$ 1.2 million.", &["1200000 USD | - | US$ 1.2 million"]);
    check("They paid $5 million, in US dollars.", &["5000000 USD | - | $5 million"]);
    check("It sent €2 billion in aid.", &["2000000000 EUR | aid | €2 billion in aid"]);
    check("They signed a £40 million contract.", &["40000000 GBP | contract | £40 million contract"]);
    check("He threatened 100 per cent tariffs.", &["100 % | tariffs | 100 per cent tariffs"]);
    check("It faces a 50% tariff.", &["50 % | tariff | 50% tariff"]);
    check("The party won 31.4% of the vote.", &["31.4 % | vote | 31.4% of the vote"]);
    check("It fell to -30 degrees Celsius.", &["-30 Cel | - | -30 degrees Celsius"]);
    check("It fell to 5C (-22 degrees Fahrenheit).", &["-22 [degF] | - | -22 degrees Fahrenheit"]);
    check("The road is 40 km long.", &["40 km | - | 40 km"]);
    check(
        "It hit 1 percent of the bank's 900 tellers.",
        &["1 % | bank's 900 tellers | 1 percent of the bank's 900 tellers"],
    );
    check("They moved 300 tonnes of grain.", &["300 t | grain | 300 tonnes of grain"]);
    check("They moved 300 tons of grain.", &["300 | tons of grain | 300 tons of grain"]);
}

#[test]
fn the_noun_is_left_out_where_the_text_leaves_it_out() {
    check(
        "It killed one person and wounded four in the capital.",
        &["1 | person | one person", "4 | - | four"],
    );
    check(
        "It killed 12 in the port and injured more than 80.",
        &["12 | - | 12", "80 more than | - | more than 80"],
    );
    check(
        "It killed at least three people in the port and two more at sea.",
        &["3 at least | people | at least three people", "2 | - | two"],
    );
    check("They will hand over 157 prisoners.", &["157 | prisoners | 157 prisoners"]);
    check("The death toll rose to 45.", &["45 | death toll | 45"]);
}

#[test]
fn dates_names_ages_and_labels_are_no_figures() {
    for text in [
        "It began on 24 February 2022 at 10:35 a.m.",
        "The G7 met on May 3.",
        "A Boeing 747 landed.",
        "An F-16 and two-day talks.",
        "Under Resolution 2202 and Article 5 they may act.",
        "Anna Berg, 41, left.",
        "A man aged 41 left.",
        "He lives at 10 Downing Street.",
        "It was the 95th time.",
        "The two sides met and one of them left.",
        "The first 100 days passed.",
        "One in five agreed, two thirds did not.",
        "Hundreds of people came.",
        "Call 555-0100-22 now.",
        "See https://example.org/news/2026/2/7/story for more.",
        "He was born in the 1990s.",
        "Nobody knows if one can.",
        "It is for people under 30.",
        "It will take them 15-plus years.",
    ] {
        check(text, &[]);
    }
}
