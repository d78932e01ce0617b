//! Cases of expressions that count from another one, of runs of days, and of what the words around them do to them.
//!
//! **Invariant:** each case is general English; no sentence is anybody's. Start at any test.

use super::{FRIDAY, SATURDAY, check, covers, document, nothing};

#[test]
fn what_counts_from_another_expression_is_one() {
    check("Thirty years ago today, it fell.", SATURDAY, "Thirty years ago today", "1996-02-07");
    check("It fell 30 years ago this week.", SATURDAY, "30 years ago this week", "1996-W06");
    check("A year ago this month, it fell.", SATURDAY, "A year ago this month", "2025-02");
    check("They meet a week from Monday.", SATURDAY, "a week from Monday", "2026-02-16");
    check("They met two weeks ago Monday.", SATURDAY, "two weeks ago Monday", "2026-01-19");
    check("It opens on the first Monday of May.", SATURDAY, "the first Monday of May", "2026-05-04");
    check("It was on the last Tuesday in June 2012.", "", "the last Tuesday in June 2012", "2012-06-26");
    check(
        "They meet on the first Monday of every month.",
        SATURDAY,
        "the first Monday of every month",
        "XXXX-WXX-1",
    );
    check(
        "Sales rose in January 2026. They beat the same month last year.",
        SATURDAY,
        "the same month last year",
        "2025-01",
    );
    check("They met in 2019. It rained that summer.", "", "that summer", "2019-SU");
    check("They met in 2019. It rained that March.", "", "that March", "2019-03");
    check("It rained that summer.", SATURDAY, "that summer", "XXXX-SU");
    check("They met on a Sunday.", SATURDAY, "Sunday", "XXXX-WXX-7");
    check("They met on the Friday before the vote.", SATURDAY, "Friday", "XXXX-WXX-5");
    check("They met a Friday deadline.", SATURDAY, "Friday", "2026-02-06");
    check("They met on Wednesday. He had left the Monday before.", SATURDAY, "Monday", "2026-02-02");
    check("It rained on the same day last year.", SATURDAY, "the same day last year", "XXXX-XX-XX");
    check("It fell to $3.60 last week from $3.70 the week before.", SATURDAY, "the week before", "2026-W04");
}

#[test]
fn a_run_of_days_is_one_expression() {
    check("They met Feb. 3-6 in Rome.", SATURDAY, "Feb. 3-6", "2026-02-03/2026-02-06");
    check("They met on 3–6 February 2026.", "", "3–6 February 2026", "2026-02-03/2026-02-06");
    check("They will meet April 3 to 7.", SATURDAY, "April 3 to 7", "2026-04-03/2026-04-07");
    check("They met Feb. 3-6 in Rome.", "", "Feb. 3-6", "XXXX-02-03/XXXX-02-06");
    covers("They met Feb. 3-6 in Rome.", SATURDAY, "2026-02-03", "2026-02-06");
    check("He scored on Feb. 3 in a 4-2 win.", SATURDAY, "Feb. 3", "2026-02-03");
}

#[test]
fn a_look_back_on_this_year_ends_on_the_day_it_is_told() {
    covers("It struck 217 times this year.", SATURDAY, "2026-01-01", "2026-02-07");
    covers("They have met twice this month.", SATURDAY, "2026-02-01", "2026-02-07");
    covers("It will strike again this year.", SATURDAY, "2026-01-01", "2026-12-31");
    covers("He said this year would be hard.", SATURDAY, "2026-01-01", "2026-12-31");
    covers("It cut the budget for this year.", SATURDAY, "2026-01-01", "2026-12-31");
    covers("It struck 217 times this year.", "2026-02-01/2026-02-07", "2026-01-01", "2026-12-31");
}

#[test]
fn hundreds_are_centuries_and_years_have_short_forms() {
    check("It grew in the early 1900s.", "", "the early 1900s", "19");
    covers("It grew in the early 1900s.", "", "1900-01-01", "1933-04-30");
    check("It grew in the early 2000s.", "", "the early 2000s", "200");
    check("He ran in '92.", "", "'92", "1992");
    check("They won in the summer of '69.", "", "'69", "1969");
    check("He led the post-1959 government.", "", "post-1959", "1959");
    covers("He led the post-1959 government.", "", "1959-01-01", "");
    check("It fell on the Fourth of July.", SATURDAY, "Fourth of July", "2025-07-04");
    check("Little changed after the Sept. 11 attacks.", SATURDAY, "Sept. 11", "2001-09-11");
    check("They mourned after the Sept. 11 attacks on Kyiv.", SATURDAY, "Sept. 11", "2025-09-11");
    nothing("It told of ‘50 people’ in a line.");
    check("It left on Feb. 3 to 10 million people.", SATURDAY, "Feb. 3", "2026-02-03");
    nothing("The temple is of the 3rd century B.C.");
}

#[test]
fn seasons_and_weekdays_take_the_side_that_is_meant() {
    check("Schools open in the fall.", SATURDAY, "the fall", "2026-FA");
    check("The novel came out in the fall.", SATURDAY, "the fall", "2025-FA");
    check("The vote is to be held in the autumn.", SATURDAY, "the autumn", "2026-FA");
    check("A novel in the fall.", "2026-06-20", "the fall", "2026-FA");
    check("He was to speak later Friday.", SATURDAY, "Friday", "2026-02-06");
    check("They voted to support it Friday.", SATURDAY, "Friday", "2026-02-06");
    check("They had been expected to meet on Friday.", SATURDAY, "Friday", "2026-02-06");
    check("They will meet on Friday.", SATURDAY, "Friday", "2026-02-13");
    check("It was reached before Friday's meeting.", SATURDAY, "Friday", "2026-02-06");
    check("They missed a Friday deadline.", SATURDAY, "Friday", "2026-02-06");
    check("Talks, broken off in May, resume Monday.", SATURDAY, "Monday", "2026-02-09");
    check("The funeral is Monday.", SATURDAY, "Monday", "2026-02-09");
    check("The bill goes to the governor Monday.", SATURDAY, "Monday", "2026-02-09");
    check("It would be paid on a still unknown date in March.", "2026-11-20", "March", "2027-03");
    check("It began as planned on Monday.", SATURDAY, "Monday", "2026-02-02");
    check("The rally runs through Monday.", SATURDAY, "Monday", "2026-02-09");
}

#[test]
fn lengths_in_two_units_and_about_other_things() {
    check("It may last six to eight weeks.", FRIDAY, "six to eight weeks", "PXW");
    check("It took an hour and 20 minutes.", FRIDAY, "an hour and 20 minutes", "PT1H20M");
    check("He got two years and six months.", FRIDAY, "two years and six months", "P2Y6M");
    check("It may take a couple of weeks.", FRIDAY, "a couple of weeks", "P2W");
    check("It may take a month or two.", FRIDAY, "a month or two", "PXM");
    check("It has grown over several years.", FRIDAY, "several years", "PXY");
    check("It has grown for over three years.", FRIDAY, "over three years", "P3Y");
    check("They gave him a week to leave.", FRIDAY, "a week", "P1W");
    check("They broke the 8-month-old truce.", FRIDAY, "8-month-old", "P8M");
    check("Many died over the years.", FRIDAY, "the years", "PXY");
    check("He fled in the first hours of the war.", FRIDAY, "the first hours", "PTXH");
    check("He used the four days well.", FRIDAY, "the four days", "P4D");
    check("They sell hundreds of tickets a day.", FRIDAY, "a day", "P1D");
    check("It will one day be told.", FRIDAY, "one day", "FUTURE_REF");
    check("In the past it was small.", FRIDAY, "the past", "PAST_REF");
    check("It grew in the first half of this year.", SATURDAY, "the first half of this year", "2026-H1");
    check("It lost money in the full year.", SATURDAY, "the full year", "2026");
    check("It lost money in the fiscal year ended Jan. 31.", SATURDAY, "Jan. 31", "2026-01-31");
    nothing("It is a once-in-a-decade chance for today's world and the leaders of tomorrow.");
}

#[test]
fn a_clock_time_takes_the_day_behind_another_zone() {
    let found = super::super::find(&document("It fell at 10 a.m. (0800 GMT) Friday.", SATURDAY));
    let values: Vec<&str> = found.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(values, ["2026-02-06T10:00", "2026-02-06"]);
    check(
        "He left on Feb. 3 and was back at 6 a.m. the next day.",
        SATURDAY,
        "6 a.m. the next day",
        "2026-02-04T06:00",
    );
    check("It fell at 0800 GMT.", FRIDAY, "0800 GMT", "2026-01-30T08:00Z");
}

#[test]
fn a_clock_time_before_another_is_on_its_day() {
    let found =
        super::super::find(&document("It rained between 4 p.m. and 7 p.m. on October 29, 2023.", FRIDAY));
    let values: Vec<&str> = found.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(values, ["2023-10-29T16:00", "2023-10-29T19:00"]);
}
