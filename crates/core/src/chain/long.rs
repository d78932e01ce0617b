//! Long texts of every bad kind: one letter, marks without partners, dates and sayings without end, deep pages.
//!
//! **Invariant:** no room takes more than linear time, whatever the text; only ratios are asserted, never seconds.
//! Start at [`is_linear`].

use std::time::{Duration, Instant};

use super::article;
use crate::columns::Bytes;
use crate::corpus::Corpus;
use crate::corpus::decisions::Decisions;
use crate::explore::{self, Query, Unit, explore};

/// How long it takes to get `text` all the way.
fn time(text: &str) -> Duration {
    let file = if text.starts_with('<') { "long.html" } else { "long.txt" };
    let start = Instant::now();
    let corpus = Corpus::build(vec![article(file, text)], &Decisions::default());
    let packed = explore::write(&corpus);
    let (pack, index) = explore::read(Bytes::new(packed)).unwrap();
    let findings = explore(&pack, &index, &Query::parse("talks"), Unit::Events);
    let json = serde_json::to_string(&crate::json::corpus(&corpus)).unwrap();
    assert!(!json.is_empty() && findings.unit == Unit::Events);
    start.elapsed()
}

/// Four times the text takes four times the time, sixteen times where something is quadratic, on a busy machine too; one
/// calm run of [`RUNS`] is enough.
#[track_caller]
fn is_linear(text: impl Fn(usize) -> String) {
    let (short, long) = (text(SHORT), text(4 * SHORT));
    let runs = (0..RUNS).map(|_| (time(&short), time(&long)));
    let calm = |(short, long): &(Duration, Duration)| *long < *short * 8 + Duration::from_millis(20);
    let tried: Vec<_> = runs.take_while(|run| !calm(run)).collect();
    assert!(tried.len() < RUNS, "{tried:?}");
}

fn repeated(unit: &str) -> impl Fn(usize) -> String {
    move |length| unit.repeat(length / unit.len())
}

/// How often a text is tried that others on the machine may have slowed down.
const RUNS: usize = 6;

/// The length of the shorter text in bytes; the longer one of an optimized build has 1 MB.
const SHORT: usize = if cfg!(debug_assertions) { 32 * 1024 } else { 256 * 1024 };

#[test]
fn different_names_take_linear_time() {
    is_linear(|length| {
        let name = |n: usize| {
            let letters = [n % 26, n / 26 % 26, n / 676 % 26].map(|d| char::from(b'a' + d as u8));
            format!("Minister Anna X{} said so in Y{}. ", String::from_iter(letters), n % 999)
        };
        (0..length / 34).map(name).collect()
    });
}

#[test]
fn different_short_names_take_linear_time() {
    is_linear(|length| {
        let letters = |n: usize| String::from_iter([n % 26, n / 26 % 26].map(|d| char::from(b'a' + d as u8)));
        let name = |n: usize| format!("Mr X{} told Y{} Lee. ", letters(n), letters(n / 3));
        (0..length / 20).map(name).collect()
    });
}

#[test]
fn one_letter_take_linear_time() {
    is_linear(repeated("a"));
}

#[test]
fn one_capital_letter_take_linear_time() {
    is_linear(repeated("A"));
}

#[test]
fn quotation_marks_that_open_take_linear_time() {
    is_linear(repeated("“"));
}

#[test]
fn quotation_marks_that_close_take_linear_time() {
    is_linear(repeated("”"));
}

#[test]
fn straight_quotation_marks_take_linear_time() {
    is_linear(repeated("\""));
}

#[test]
fn quotation_marks_of_other_languages_take_linear_time() {
    is_linear(repeated("„"));
    is_linear(repeated("»"));
    is_linear(repeated("«"));
}

#[test]
fn single_quotation_marks_that_open_take_linear_time() {
    is_linear(repeated("‘a "));
}

#[test]
fn quotations_in_quotations_take_linear_time() {
    is_linear(repeated("“‘"));
}

#[test]
fn quotations_without_end_take_linear_time() {
    is_linear(repeated("“a "));
}

#[test]
fn brackets_take_linear_time() {
    is_linear(repeated("("));
    is_linear(repeated("["));
}

#[test]
fn spaces_take_linear_time() {
    is_linear(repeated(" "));
    is_linear(repeated("\u{a0}"));
}

#[test]
fn words_with_capitals_take_linear_time() {
    is_linear(repeated("Talks "));
    is_linear(repeated("TALKS "));
}

#[test]
fn small_words_take_linear_time() {
    is_linear(repeated("talks "));
    is_linear(repeated("said "));
}

#[test]
fn letters_and_digits_without_spaces_take_linear_time() {
    is_linear(repeated("Ab1é"));
    is_linear(repeated("2026-02-07"));
}

#[test]
fn lists_of_names_take_linear_time() {
    is_linear(repeated("Anna Berg, who "));
    is_linear(repeated("Berg and "));
    is_linear(repeated("Bank of "));
}

#[test]
fn lines_about_the_article_take_linear_time() {
    is_linear(repeated("By Anna Berg\n"));
    is_linear(repeated("list 1 of 3\n"));
    is_linear(repeated("* Talks\n"));
}

#[test]
fn apostrophes_take_linear_time() {
    is_linear(repeated("’"));
}

#[test]
fn dates_take_linear_time() {
    is_linear(repeated("May 5, 2026 "));
}

#[test]
fn weekdays_take_linear_time() {
    is_linear(repeated("on Friday "));
}

#[test]
fn newlines_take_linear_time() {
    is_linear(repeated("\n"));
}

#[test]
fn lines_of_one_word_take_linear_time() {
    is_linear(repeated("talks\n"));
}

#[test]
fn sayings_without_end_take_linear_time() {
    is_linear(repeated("he said that "));
}

#[test]
fn clauses_without_a_full_stop_take_linear_time() {
    is_linear(repeated("Trump told reporters on Friday that he would go, and "));
}

#[test]
fn names_without_end_take_linear_time() {
    is_linear(repeated("Volodymyr Zelenskyy "));
}

#[test]
fn commas_take_linear_time() {
    is_linear(repeated(", "));
}

#[test]
fn full_stops_take_linear_time() {
    is_linear(repeated(". "));
}

#[test]
fn quotations_take_linear_time() {
    is_linear(repeated("“It is so,” he said. "));
}

#[test]
fn nested_tags_take_linear_time() {
    is_linear(repeated("<div>talks "));
}

#[test]
fn deep_pages_take_linear_time() {
    is_linear(repeated("<p>talks <b>"));
}
