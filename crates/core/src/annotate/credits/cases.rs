//! Cases of credits: a paragraph, and each credit with its origin.
//!
//! **Invariant:** names are those that their room finds. Start at [`check`].

use super::super::{names, times};
use super::find;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = times::cases::document(text, "2026-02-07");
    let mentions = names::find(&document, &times::find(&document));
    let found = find(&document, &mentions);
    let line = |c: &super::Credit| format!("{:?} {} | {}", c.kind, c.origin.of(text), c.span.of(text));
    let lines: Vec<String> = found.iter().map(line).collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn an_outlet_with_words_of_reporting_is_an_origin() {
    check("According to Reuters, a ship sank.", &["Report Reuters | According to Reuters"]);
    check("A ship sank, Reuters first reported.", &["Report Reuters | Reuters first reported"]);
    check(
        "A ship sank, according to the Russian news agency Interfax.",
        &["Report Interfax | according to the Russian news agency Interfax"],
    );
    check("It sank, the newspaper Kommersant wrote.", &["Report Kommersant | Kommersant wrote"]);
    check(
        "It was first reported by the Financial Times.",
        &["Report Financial Times | reported by the Financial Times"],
    );
}

#[test]
fn what_is_said_to_an_outlet_is_an_interview() {
    check("She told the BBC that it sank.", &["Interview BBC | told the BBC"]);
    check("In an interview with Fox News she agreed.", &["Interview Fox News | interview with Fox News"]);
    check("“It sank,” she said, speaking to CNN.", &["Interview CNN | speaking to CNN"]);
}

#[test]
fn a_line_of_its_own_and_brackets_name_the_origin_of_the_article() {
    check("By: dw", &["Article dw | By: dw"]);
    check("Source: Tass", &["Article Tass | Source: Tass"]);
    check("KYIV, Ukraine (AP) — A ship sank.", &["Article AP | (AP)"]);
    check("Reuters contributed to this report.", &["Article Reuters | Reuters contributed to this report."]);
}

#[test]
fn an_outlet_that_only_occurs_is_no_origin() {
    check("The BBC will cut a hundred jobs.", &[]);
    check("She did not respond to a request from Reuters for comment.", &[]);
    check("The Associated Press (AP) was founded long ago.", &[]);
    check("Time will tell.", &[]);
    check("By: Anna Berg", &[]);
}
