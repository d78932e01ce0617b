//! Cases of feasts, sets, spoken numbers, days counted from days, and the words around them.
//!
//! **Invariant:** each case is general English; no sentence is anybody's. Start at any test.

use super::{FRIDAY, SATURDAY, check, nothing};

#[test]
fn feasts_fall_on_their_days() {
    check("He was found on Thanksgiving Day.", FRIDAY, "Thanksgiving Day", "2025-11-27");
    check("They married last Thanksgiving.", FRIDAY, "last Thanksgiving", "2025-11-27");
    check("They will be home by Easter.", FRIDAY, "Easter", "2026-04-05");
    check("It closed on Good Friday, 1998.", "", "Good Friday, 1998", "1998-04-10");
    check("It happened the day before Christmas Eve.", FRIDAY, "the day before Christmas Eve", "2025-12-23");
    nothing("The Good Friday agreement and the Christmas tree stand.");
}

#[test]
fn what_comes_again_is_a_set() {
    check("They march each July.", FRIDAY, "each July", "XXXX-07");
    check("It flies every two weeks.", FRIDAY, "every two weeks", "P2W");
    check("It flies every other day.", FRIDAY, "every other day", "P2D");
    check("It is shut on Mondays.", FRIDAY, "Mondays", "XXXX-WXX-1");
    check("They sing on Tuesday nights.", FRIDAY, "Tuesday nights", "XXXX-WXX-2TNI");
    check("They train twice a week.", FRIDAY, "twice a week", "P1W");
    check("It costs $3 million a year.", FRIDAY, "a year", "P1Y");
    check("It carries 700 passengers a day.", FRIDAY, "a day", "P1D");
    check("They shell it every night.", FRIDAY, "every night", "XXXX-XX-XXTNI");
    nothing("They fight 24 hours a day at the annual meeting, says the daily Example.");
}

#[test]
fn spoken_dates_are_read() {
    check("He was convicted in nineteen ninety-one.", "", "nineteen ninety-one", "1991");
    check("They promised it by the year two thousand.", "", "the year two thousand", "2000");
    check("The day falls on Sunday, March eighth.", "1998-03-05", "Sunday, March eighth", "1998-03-08");
    check("It grew in the nineties.", "", "the nineties", "199");
    check("It grew in the '80s.", "", "the '80s", "198");
    check("It was built in the 19th century.", "", "the 19th century", "18");
    check("It ended in the early 1990s.", "", "the early 1990s", "199");
    check("They left at six o'clock on Thursday.", FRIDAY, "six o'clock on Thursday", "2026-01-29T06:00");
}

#[test]
fn a_day_may_be_counted_from_the_one_told() {
    check("They met on May 3, 2024. It ended the next morning.", "", "the next morning", "2024-05-04TMO");
    check("They met on May 3, 2024. That night it burned.", "", "That night", "2024-05-03TNI");
    check("They met in May 2024. He left later that year.", "", "later that year", "2024");
    check(
        "They met on Monday. He had left the previous Friday.",
        FRIDAY,
        "the previous Friday",
        "2026-01-23",
    );
    check("The hearing is in the week of March 16.", FRIDAY, "the week of March 16", "2026-W12");
    check("He was last seen on Jan. 3, the day before they charged him.", FRIDAY, "Jan. 3", "2026-01-03");
    check("It opens two weeks from now.", FRIDAY, "two weeks from now", "2026-W07");
}

#[test]
fn a_day_of_several_is_counted_from_the_one_that_is_dated() {
    check(
        "Two days of talks ended on Saturday. The second day was hard.",
        SATURDAY,
        "The second day",
        "2026-02-07",
    );
    check(
        "Two days of talks ended on Saturday. They ate on the second day.",
        SATURDAY,
        "the second day",
        "2026-02-07",
    );
    check(
        "Three days of mourning began on Monday. It rained on the third day.",
        SATURDAY,
        "the third day",
        "2026-02-04",
    );
    check("They ate on the second day of talks.", SATURDAY, "the second day", "XXXX-XX-XX");
}

#[test]
fn lengths_keep_the_words_that_belong_to_them() {
    check("He was held for a few days.", FRIDAY, "a few days", "PXD");
    check("It took two and a half years.", FRIDAY, "two and a half years", "P2.5Y");
    check("It took a minute and a half.", FRIDAY, "a minute and a half", "PT1M30S");
    check("They spoke for half an hour.", FRIDAY, "half an hour", "PT30M");
    check("It went on over a three-year period.", FRIDAY, "a three-year period", "P3Y");
    check("It fell a month after they left.", FRIDAY, "a month", "P1M");
    check("The next 12 to 18 months will be hard.", FRIDAY, "The next 12 to 18 months", "PXM");
    check("It rose in at least the past 20 months.", FRIDAY, "at least the past 20 months", "P20M");
    check("It will open in the next year or so.", FRIDAY, "the next year or so", "2027");
    check("It may be over in weeks or months.", FRIDAY, "weeks or months", "PXW");
    check("It has more recently begun to sell them.", FRIDAY, "more recently", "PAST_REF");
    check("They held a day-long meeting.", FRIDAY, "day-long", "P1D");
    nothing("He said on “60 Minutes” that it was so.");
}

#[test]
fn years_stand_where_they_date_something() {
    check("He was in Canada in 1994, 1995 and 1997.", "", "1997", "1997");
    check("It will cost them in both 1990 and 1991.", "", "1991", "1991");
    check("They denied the disputed 2019 elections.", "", "2019", "2019");
    check("He published her 2003 book.", "", "2003", "2003");
    check("The war of 2010-2011 is over.", "", "2011", "2011");
    check("He was elected last Nov. 3.", FRIDAY, "last Nov. 3", "2025-11-03");
    nothing("He drove a 1987 Chevrolet and used Windows 2000, he said.");
}

#[test]
fn the_verb_beside_a_day_decides() {
    check("It will stay, though a court Thursday refused to hear it.", FRIDAY, "Thursday", "2026-01-29");
    check("They staged a parade to mark the signing on Friday.", SATURDAY, "Friday", "2026-02-06");
    check("It had been due to expire on Friday.", SATURDAY, "Friday", "2026-02-06");
    check("The leaders meet on Monday with the envoy.", FRIDAY, "Monday", "2026-02-02");
    check("The record was set on Aug. 6.", SATURDAY, "Aug. 6", "2025-08-06");
    check("The vote is this coming Sunday.", FRIDAY, "this coming Sunday", "2026-02-01");
}

#[test]
fn what_counts_from_itself_again_and_again_ends() {
    for words in [
        "the day before ",
        "year-ago ",
        "the week of ",
        "the end of ",
        "the same ",
        "every other ",
        "Q1 ",
        "a half ",
        "a week from ",
        "a year and 2 ",
        "the first Monday of ",
        "May 3-",
        "in '92 ",
        "over the years to ",
    ] {
        let (document, times) = super::found(&words.repeat(30_000), FRIDAY);
        assert!(times.iter().all(|t| !t.span.of(&document.text).is_empty()));
    }
}
