//! Cases of reporting periods, halves, fiscal years and what is compared with a year before.
//!
//! **Invariant:** each case is general English of company news; no sentence is anybody's. Start at any test.

use super::{check, covers, nothing};
use crate::civil::Interval;

const NOVEMBER: &str = "1989-11-02";

#[test]
fn a_quarter_is_the_last_one_told() {
    let told = "Net income fell in the third quarter.";
    let then =
        |text: &str, words: &str, value: &str| check(&format!("{told} {text}"), NOVEMBER, words, value);
    then("Sales were flat in the quarter.", "the quarter", "1989-Q3");
    then("Orders rose in the latest quarter.", "the latest quarter", "1989-Q3");
    then("It lost money in the year-ago quarter.", "the year-ago quarter", "1988-Q3");
    then(
        "It lost money in the comparable year-earlier period.",
        "the comparable year-earlier period",
        "1988-Q3",
    );
    then("It earned $3 million in the 1988 period.", "the 1988 period", "1988-Q3");
    then("It rose to $5 million from $3 million a year earlier.", "a year earlier", "1988-Q3");
    then("It compares with a profit of $3 million a year ago.", "a year ago", "1988-Q3");
    then("It compares with year-earlier profit of $3 million.", "year-earlier", "1988-Q3");
    then("They met the mayor a year ago.", "a year ago", "1988");
    check("Sales were flat in the quarter.", NOVEMBER, "the quarter", "XXXX-QX");
    check("Sales were flat in the latest quarter.", NOVEMBER, "the latest quarter", "1989-Q3");
    check("It expects a loss in the current quarter.", NOVEMBER, "the current quarter", "1989-Q4");
}

#[test]
fn a_quarter_that_ends_on_a_day_covers_the_three_months_to_it() {
    check("For the quarter ended Sept. 30, sales rose.", NOVEMBER, "Sept. 30", "1989-09-30");
    covers("In its fourth quarter ended June 30", NOVEMBER, "1989-06-30", "1989-06-30");
    let (_, times) = super::found("In its fourth quarter ended June 30, it lost money.", NOVEMBER);
    let first = times.first().and_then(|t| t.when).map(|w| w.interval);
    assert_eq!(times.first().map(|t| t.value.as_str()), Some("1989-Q4"));
    assert_eq!(first.and_then(Interval::first_day).map(|d| d.to_string()).as_deref(), Some("1989-03-31"));
    assert_eq!(first.and_then(Interval::last_day).map(|d| d.to_string()).as_deref(), Some("1989-06-30"));
}

#[test]
fn the_quarter_of_the_year_before_ends_on_the_same_day() {
    let told =
        "In its first quarter ended Sept. 30, sales rose to $3 million from $2 million a year earlier.";
    covers(told, NOVEMBER, "1988-07-01", "1988-09-30");
}

#[test]
fn quarters_halves_and_fiscal_years_are_named_in_many_ways() {
    check("The third-quarter results pleased them.", NOVEMBER, "third-quarter", "1989-Q3");
    check("It lost money in the fiscal first quarter.", NOVEMBER, "the fiscal first quarter", "1989-Q1");
    check(
        "It opens in the first quarter of next year.",
        NOVEMBER,
        "the first quarter of next year",
        "1990-Q1",
    );
    check("Sales grew in Q3 2024.", "", "Q3 2024", "2024-Q3");
    check("It grew in the second half of 1988.", "", "the second half of 1988", "1988-H2");
    check("It earned more in fiscal 1989.", NOVEMBER, "fiscal 1989", "1989");
    check("It will grow in the current fiscal year.", NOVEMBER, "the current fiscal year", "1989");
    check("It will close the plant by year-end.", NOVEMBER, "year-end", "1989-12-31");
    check("It will close the plant by year's end.", NOVEMBER, "year's end", "1989-12-31");
    check("Debt has doubled since year-end 1987.", NOVEMBER, "year-end 1987", "1987-12-31");
    check("Revenue was $76 million for the year ended March 31.", NOVEMBER, "March 31", "1989-03-31");
    check("It lost money in the six months.", NOVEMBER, "the six months", "P6M");
    nothing("He gave them a quarter of the money, and a period of calm.");
}
