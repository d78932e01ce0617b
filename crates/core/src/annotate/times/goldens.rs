//! The times of whole articles, as they are found today: text, value, and interval or reason, one a line.
//!
//! **Invariant:** the expected lists are read in review; `UPDATE_EXPECT=1` refreshes them.
//! The articles are split by lines, so these lists depend on no other room. Start at [`check`].

use expect_test::{Expect, expect};

use super::cases::document;
use crate::annotate::Time;

/// The times of `article` without its front matter, published on `published`.
fn check(article: &str, published: &str, expected: &Expect) {
    let body =
        article.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(article, |(_, b)| b);
    let document = document(body, published);
    let line = |t: &Time| {
        let day = |d: Option<jiff::civil::Date>, open: &str| d.map_or(open.to_owned(), |d| d.to_string());
        let when = match (t.when, t.unresolved) {
            (Some(w), _) => {
                let (first, last) = (day(w.interval.first_day(), "…"), day(w.interval.last_day(), "…"));
                format!("{first}..{last} {:?}", w.certainty)
            }
            (None, Some(reason)) => format!("{reason:?}"),
            (None, None) => String::new(),
        };
        format!("{} | {} | {when}\n", t.span.of(&document.text), t.value)
    };
    expected.assert_eq(&super::find(&document).iter().map(line).collect::<String>());
}

#[test]
fn an_article_with_a_stated_day() {
    let article = include_str!("../../../../../seeds/000_f4d7d6a1751faa29.txt");
    let expected = expect![[r"
        June | 2026-06 | …..2026-06-30 Exact
        nearly four-year | P4Y | 
        the beginning of this summer | 2026-SU | …..2026-06-30 About
        Friday | 2026-02-06 | 2026-02-06..2026-02-06 Exact
        Saturday | 2026-02-07 | …..2026-02-07 Exact
        next week | 2026-W07 | 2026-02-09..2026-02-15 Exact
        24 hours | PT24H | 
        more than 12 months later | P12M | NoAnchor
        February 5 | 2026-02-05 | 2026-02-05..2026-02-05 Exact
        Saturday | 2026-02-07 | 2026-02-07..2026-02-07 Exact
        Thursday | 2026-02-05 | 2026-02-05..2026-02-05 Exact
        Saturday | 2026-02-07 | 2026-02-07..2026-02-07 Exact
        overnight | 2026-02-06TNI | 2026-02-06..2026-02-07 Exact
        every day | P1D | 
        Thursday | 2026-02-05 | 2026-02-05..2026-02-05 Exact
        Earlier this week | 2026-W06 | 2026-02-02..2026-02-07 Within
        this year | 2026 | 2026-01-01..2026-12-31 Exact
        mid-January | 2026-01 | 2026-01-11..… About
        January 29 | 2026-01-29 | 2026-01-29..2026-01-29 Exact
        a week | P1W | 
        February 3 | 2026-02-03 | 2026-02-03..2026-02-03 Exact
    "]];
    check(article, "2026-02-07", &expected);
}

#[test]
fn an_article_with_a_printed_day() {
    let article = include_str!("../../../../../seeds/001_bf9ddea0df826b44.txt");
    let expected = expect![[r"
        Feb 1 | 2026-02-01 | …..2026-02-01 Exact
        Friday | 2026-01-30 | 2026-01-30..2026-01-30 Exact
        January | 2026-01 | 2026-01-01..2026-01-31 Exact
        2026 | 2026 | 2026-01-01..2026-12-31 Exact
        19:52 PM | 2026-01-30T19:52 | 2026-01-30..2026-01-30 Exact
        Feb 1 | 2026-02-01 | …..2026-02-01 Exact
        Friday | 2026-01-30 | 2026-01-30..2026-01-30 Exact
        February 1 | 2026-02-01 | …..2026-02-01 Exact
        a week | P1W | 
        February 1 | 2026-02-01 | …..2026-02-01 Exact
        Thursday | 2026-01-29 | 2026-01-29..2026-01-29 Exact
        one week | P1W | 
        a week | P1W | 
        the coming days | FUTURE_REF | TooVague
        Sunday | 2026-02-01 | 2026-02-01..2026-02-01 Exact
        Friday | 2026-01-30 | 2026-01-30..2026-01-30 Exact
        a week | P1W | 
        Sunday | 2026-02-01 | 2026-02-01..2026-02-01 Exact
    "]];
    check(article, "2026-01-30", &expected);
}

#[test]
fn an_article_without_any_day() {
    let article = include_str!("../../../../../seeds/002_9fdb488ab7623215.txt");
    let expected = expect![[r"
        Next Week | XXXX-WXX | NoArticleDate
        soon | FUTURE_REF | TooVague
        next week | XXXX-WXX | NoArticleDate
        three-hour-long | PT3H | 
        now | PRESENT_REF | 
        Wednesday | XXXX-WXX-3 | NoArticleDate
        the coming days | FUTURE_REF | TooVague
        soon | FUTURE_REF | TooVague
        Wednesday | XXXX-WXX-3 | NoArticleDate
        one-week | P1W | 
        this Friday | XXXX-WXX-5 | NoArticleDate
        2021 | 2021 | 2021-01-01..2021-12-31 Exact
        eight months later | 2021-09/2022-08 | 2021-09-01..2022-08-31 Within
        2019 | 2019 | 2019-01-01..… Exact
    "]];
    check(article, "", &expected);
}

#[test]
fn an_article_dated_by_a_caption_to_a_week() {
    let article = include_str!("../../../../../seeds/003_3acc11cd6c52c232.txt");
    let expected = expect![[r"
        January 24, 2026 | 2026-01-24 | 2026-01-24..2026-01-24 Exact
        TWO days | P2D | 
        Saturday | 2026-01-24 | 2026-01-24..2026-01-24 Exact
        February 1 | 2026-02-01 | 2026-02-01..2026-02-01 Exact
        nearly four-year | P4Y | 
        Thursday | XXXX-WXX-4 | NoArticleDate
        Saturday | 2026-01-24 | 2026-01-24..2026-01-24 Exact
    "]];
    check(article, "2026-01-24/2026-01-30", &expected);
}

#[test]
fn an_article_dated_by_a_caption_to_a_few_days() {
    let article = include_str!("../../../../../seeds/004_65f930d9f114bd18.txt");
    let expected = expect![[r"
        years | PXY | TooVague
        Friday | 2025-04-25 | 2025-04-25..2025-04-25 Exact
        now | PRESENT_REF | 
        Friday night | 2025-04-25TNI | 2025-04-25..2025-04-26 Exact
        February 2022 | 2022-02 | 2022-02-01..… About
        Monday | XXXX-WXX-1 | NoArticleDate
        Monday | XXXX-WXX-1 | NoArticleDate
        the same day | XXXX-XX-XX | NoAnchor
        2014 | 2014 | 2014-01-01..2014-12-31 Exact
        Friday morning | 2025-04-25TMO | 2025-04-25..2025-04-25 Exact
        earlier Friday | 2025-04-25 | 2025-04-25..2025-04-25 Exact
        now | PRESENT_REF | 
        Friday | 2025-04-25 | 2025-04-25..2025-04-25 Exact
        the early hours of Thursday | 2025-04-24TMO | 2025-04-24..2025-04-24 Exact
        Friday | 2025-04-25 | 2025-04-25..2025-04-25 Exact
        45 days ago | 2025-03-11 | 2025-03-11..2025-03-11 Exact
        Thursday | 2025-04-24 | 2025-04-24..2025-04-24 Exact
        24 hours | PT24H | 
        first 100 days | P100D | 
        next week | XXXX-WXX | NoArticleDate
        recently | PAST_REF | TooVague
        2022 | 2022 | 2022-01-01..2022-12-31 Exact
        currently | PRESENT_REF | 
        Thursday | 2025-04-24 | 2025-04-24..2025-04-24 Exact
        this week | XXXX-WXX | NoArticleDate
        Wednesday | XXXX-WXX-3 | NoArticleDate
        nightly | XXXX-XX-XXTNI | 
        April 24, 2025 | 2025-04-24 | 2025-04-24..2025-04-24 Exact
        Thursday | 2025-04-24 | 2025-04-24..2025-04-24 Exact
        overnight into Friday | 2025-04-24TNI | 2025-04-24..2025-04-25 Exact
        the previous night | 2025-04-23TNI | 2025-04-23..2025-04-24 Exact
        Thursday | 2025-04-24 | 2025-04-24..2025-04-24 Exact
        last night | XXXX-XX-XXTNI | NoArticleDate
        Hours earlier | PTXH | NoAnchor
        at least three weeks | P3W | 
        the future | FUTURE_REF | 
    "]];
    check(article, "2025-04-25/2025-04-30", &expected);
}
