//! Cases of expressions of time, one a line, and the small documents they are tried in.
//!
//! **Invariant:** each case is general English; a case holds one sentence or a few of one paragraph.
//! Start at [`document`].

mod compounds;
mod periods;
mod phrases;

use jiff::civil::Date;

use crate::annotate::Time;
use crate::civil::{Certainty, Granularity, Interval, When};
use crate::evidence::Evidence;
use crate::read::{Block, BlockKind, Dated, Document, Format, LineRule, Published, Sentence};
use crate::span::Span;

/// A document whose paragraphs are the lines of `text`, published on `published`: a day, `first/last`, or nothing.
/// A line that begins with `[caption]` is a caption.
pub(crate) fn document(text: &str, published: &str) -> Document {
    let when = (!published.is_empty()).then(|| {
        let (first, last) = published.split_once('/').unwrap_or((published, published));
        let day = |s: &str| s.parse::<Date>().unwrap();
        let one = first == last;
        let granularity = if one { Granularity::Day } else { Granularity::Days };
        let certainty = if one { Certainty::Exact } else { Certainty::Within };
        When { interval: Interval::days(day(first), day(last)), granularity, certainty }
    });
    let dated = if when.is_some() { Dated::Stated } else { Dated::Unknown };
    let mut document = Document {
        file: "case.txt".into(),
        sha256: [0; 32],
        format: Format::Text,
        text: text.into(),
        title: None,
        publisher: None,
        author: None,
        url: None,
        language: None,
        published: Published { dated, when, evidence: Evidence::rule("no-date", 100) },
        blocks: Vec::new(),
        sentences: Vec::new(),
        incomplete: None,
        problems: Vec::new(),
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let mut kind = BlockKind::Paragraph;
        if span.of(text).starts_with("[caption]") {
            kind = BlockKind::Caption;
            span = Span::new(span.start as usize + 9, span.end as usize).trim(text);
        }
        let block = document.blocks.len() as u32;
        document.blocks.push(Block { kind, rule: LineRule::Text, span, credit: None });
        document.sentences.extend(sentences(text, span).map(|span| Sentence { span, block }));
    }
    document
}

/// Sentences for tests: a full stop, closing quotation mark included, before a capital letter.
fn sentences(text: &str, block: Span) -> impl Iterator<Item = Span> {
    let passage = block.of(text);
    let mut cuts = vec![0];
    for (i, _) in
        passage.match_indices(". ").chain(passage.match_indices(".” ")).chain(passage.match_indices("!” "))
    {
        let end = i + passage[i..].find(' ').unwrap_or(1);
        let next = passage[end..].trim_start().chars().next();
        let abbreviated = ["a.m", "p.m", "U.S", "Mr", "Feb", "Jan", "Sept", "Dec", "Nov", "Oct", "Aug"];
        if next.is_some_and(|c| c.is_uppercase() || "“\"".contains(c))
            && !abbreviated.iter().any(|a| passage[..i].ends_with(a))
        {
            cuts.push(end);
        }
    }
    cuts.sort_unstable();
    cuts.push(passage.len());
    let base = block.start as usize;
    let spans: Vec<Span> = cuts
        .windows(2)
        .map(|w| Span::new(base + w[0], base + w[1]).trim(text))
        .filter(|s| !s.is_empty())
        .collect();
    spans.into_iter()
}

fn found(text: &str, published: &str) -> (Document, Vec<Time>) {
    let document = document(text, published);
    let times = super::find(&document);
    (document, times)
}

/// The last time of `text` has this words and this value.
#[track_caller]
fn check(text: &str, published: &str, words: &str, value: &str) {
    let (document, times) = found(text, published);
    let last = times.last().map(|t| (t.span.of(&document.text), t.value.as_str()));
    assert_eq!(last, Some((words, value)), "in {text:?}: {times:#?}");
}

/// The last time of `text` covers these civil days (empty for an open end).
#[track_caller]
fn covers(text: &str, published: &str, first: &str, last: &str) {
    let (_, times) = found(text, published);
    let interval = times.last().and_then(|t| t.when).map(|w| w.interval);
    let show = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
    let shown = interval.map(|i| (show(i.first_day()), show(i.last_day())));
    assert_eq!(shown, Some((first.into(), last.into())), "in {text:?}: {times:#?}");
}

#[track_caller]
fn nothing(text: &str) {
    let (_, times) = found(text, "2026-01-30");
    assert_eq!(times, [], "in {text:?}");
}

const FRIDAY: &str = "2026-01-30";
const SATURDAY: &str = "2026-02-07";

#[test]
fn whole_dates_resolve_by_themselves() {
    check("People take shelter in Kyiv on January 24, 2026.", "", "January 24, 2026", "2026-01-24");
    check("It struck the block on 24 January 2026.", "", "24 January 2026", "2026-01-24");
    check("It struck the block on 24/January/2026.", "", "24/January/2026", "2026-01-24");
    check("It struck the block on 24-Jan-2026.", "", "24-Jan-2026", "2026-01-24");
    check("It struck the block on 24/01/2026.", "", "24/01/2026", "2026-01-24");
    check("It struck the block on 01/24/2026.", "", "01/24/2026", "2026-01-24");
    check("It opened on the 5th of May, 2024.", "", "5th of May, 2024", "2024-05-05");
    check("Filed on 2025-12-31 by the agency.", "", "2025-12-31", "2025-12-31");
    check("They met on Monday, Oct. 26, 1998.", "", "Monday, Oct. 26, 1998", "1998-10-26");
    check("Russia annexed it in 2014.", "", "2014", "2014");
    check("They have not met since 2019.", "", "2019", "2019");
    check("It began in February 2022.", "", "February 2022", "2022-02");
    check("It fell in the 1990s.", "", "the 1990s", "199");
    check("It was built in the summer of 2024.", "", "the summer of 2024", "2024-SU");
    check("Sales grew in the third quarter of 2024.", "", "the third quarter of 2024", "2024-Q3");
}

#[test]
fn dates_without_a_year_go_the_way_of_their_verb() {
    check("The exchange had taken place on February 5.", SATURDAY, "February 5", "2026-02-05");
    check("On January 29, he said it was agreed.", SATURDAY, "January 29", "2026-01-29");
    check("On February 3, Russia launched an attack.", SATURDAY, "February 3", "2026-02-03");
    check("They asked him not to hit the city until Feb 1.", FRIDAY, "Feb 1", "2026-02-01");
    check(
        "Negotiators will return for the next round on February 1.",
        "2026-01-24/2026-01-30",
        "February 1",
        "2026-02-01",
    );
    check("It was signed on December 20.", FRIDAY, "December 20", "2025-12-20");
    check("They were due to meet on February 5.", SATURDAY, "February 5", "2026-02-05");
    check("He will be sworn in on March 3.", SATURDAY, "March 3", "2026-03-03");
    check("The dividend is payable Dec. 15.", "1989-11-02", "Dec. 15", "1989-12-15");
    check("Prices fell in November.", SATURDAY, "November", "2025-11");
    check("The vote will take place in May.", SATURDAY, "May", "2026-05");
    check("They have a June deadline to reach a deal.", SATURDAY, "June", "2026-06");
    check("British police arrived in January this year.", "1998-02-19", "January this year", "1998-01");
    check("He was arrested last November.", SATURDAY, "last November", "2025-11");
    check("The fair was closed on Christmas Day.", FRIDAY, "Christmas Day", "2025-12-25");
}

#[test]
fn a_bare_weekday_goes_the_way_of_its_verb() {
    check("The Kremlin said on Friday that it had a request.", FRIDAY, "Friday", "2026-01-30");
    check("During a meeting in Washington on Thursday, he said it.", FRIDAY, "Thursday", "2026-01-29");
    check("The talks were set to take place in Abu Dhabi on Sunday.", FRIDAY, "Sunday", "2026-02-01");
    check("Talks, mediated by them, were expected to take place on Sunday.", FRIDAY, "Sunday", "2026-02-01");
    check("He told reporters in Kyiv on Friday it was so.", SATURDAY, "Friday", "2026-02-06");
    check("She said it in comments embargoed until Saturday.", SATURDAY, "Saturday", "2026-02-07");
    check("He added on Saturday that swaps will continue.", SATURDAY, "Saturday", "2026-02-07");
    check("The deadline expires this Friday.", "2025-08-07", "this Friday", "2025-08-08");
    check("Parliament votes on the bill; it will sit on Tuesday.", FRIDAY, "Tuesday", "2026-02-03");
    check("They met last Friday.", FRIDAY, "last Friday", "2026-01-23");
    check("They meet next Monday.", FRIDAY, "next Monday", "2026-02-02");
    check("He urged the sides to build on Friday’s meeting.", "2025-04-26", "Friday", "2025-04-25");
    check("Leaders gathered ahead of Sunday's summit.", FRIDAY, "Sunday", "2026-02-01");
    check(
        "The meeting between the two on Fridaycame at the same time.",
        "2025-04-26",
        "Friday",
        "2025-04-25",
    );
    check("They decided to meet on Tuesday.", FRIDAY, "Tuesday", "2026-02-03");
    check("They failed to meet on Tuesday.", FRIDAY, "Tuesday", "2026-01-27");
    check("It will be published on Friday.", FRIDAY, "Friday", "2026-01-30");
}

#[test]
fn a_range_of_publication_days_resolves_what_every_day_agrees_on() {
    let range = "2026-01-24/2026-01-30";
    check("The talks ended on Saturday.", range, "Saturday", "2026-01-24");
    check("He said in Davos on Thursday that it was ready.", range, "Thursday", "XXXX-WXX-4");
    check("He said on Thursday that it was ready.", "2026-01-24/2026-01-25", "Thursday", "2026-01-22");
    check("They meet next week.", range, "next week", "XXXX-WXX");
    check("They met this year.", range, "this year", "2026");
}

#[test]
fn without_a_publication_day_relative_times_stay_open() {
    check("The deadline expires this Friday.", "", "this Friday", "XXXX-WXX-5");
    check("He called them on Wednesday.", "", "Wednesday", "XXXX-WXX-3");
    check("It could take place as early as next week.", "", "next week", "XXXX-WXX");
    check("They spoke yesterday.", "", "yesterday", "XXXX-XX-XX");
    check("It was signed on March 3.", "", "March 3", "XXXX-03-03");
    check("It was hit overnight.", "", "overnight", "XXXX-XX-XXTNI");
    let (_, times) = found("He called them on Wednesday.", "");
    assert_eq!(times[0].unresolved, Some(crate::annotate::Unresolved::NoArticleDate));
}

#[test]
fn parts_of_a_day_and_nights() {
    check("They did not respond to requests Friday night.", "2025-04-26", "Friday night", "2025-04-25TNI");
    check("He told the broadcaster on Friday morning.", "2025-04-26", "Friday morning", "2025-04-25TMO");
    check(
        "A strike in the early hours of Thursday killed two.",
        "2025-04-26",
        "the early hours of Thursday",
        "2025-04-24TMO",
    );
    check("He said on Saturday that it launched drones overnight.", SATURDAY, "overnight", "2026-02-06TNI");
    check(
        "They launched drones overnight into Friday.",
        "2025-04-26",
        "overnight into Friday",
        "2025-04-24TNI",
    );
    check("I didn’t like last night.", "2025-04-24", "last night", "2025-04-23TNI");
    check(
        "It fell overnight into Friday. The rubble of the previous night’s attack lay there.",
        "2025-04-26",
        "the previous night",
        "2025-04-23TNI",
    );
    check("He was shot on the night of Jan. 5.", FRIDAY, "the night of Jan. 5", "2026-01-05TNI");
    check("They left tonight.", FRIDAY, "tonight", "2026-01-30TNI");
    check("They left this morning.", FRIDAY, "this morning", "2026-01-30TMO");
    check("He said it earlier Friday.", "2025-04-26", "Friday", "2025-04-25");
    check("Fire broke out late on Thursday.", FRIDAY, "late on Thursday", "2026-01-29");
}

#[test]
fn clock_times_stand_on_their_day() {
    check("The blast occurred at 10:35 a.m. Friday.", SATURDAY, "10:35 a.m. Friday", "2026-02-06T10:35");
    check(
        "The vote is on Monday. Polls will open on Tuesday at 7 p.m.",
        SATURDAY,
        "7 p.m.",
        "2026-02-10T19:00",
    );
    check("It landed at 18:00 UTC.", FRIDAY, "18:00 UTC", "2026-01-30T18:00Z");
    check("It began at noon on Thursday.", FRIDAY, "noon on Thursday", "2026-01-29T12:00");
    check("It was posted at 19:52 PM.", FRIDAY, "19:52 PM", "2026-01-30T19:52");
}

#[test]
fn weeks_months_and_years_around_the_day() {
    check("They proposed talks next week in Miami.", SATURDAY, "next week", "2026-W07");
    check("Earlier this week, officials said so.", SATURDAY, "Earlier this week", "2026-W06");
    check("It struck 217 times this year.", SATURDAY, "this year", "2026");
    check("It fell last month.", "2026-01-30", "last month", "2025-12");
    check("They rally this weekend.", FRIDAY, "this weekend", "2026-W05-WE");
    check("He agreed to it 45 days ago.", "2025-04-25", "45 days ago", "2025-03-11");
    check("He left two years ago.", FRIDAY, "two years ago", "2024");
    check("It began in mid-January.", SATURDAY, "mid-January", "2026-01");
    check(
        "They end the war by the beginning of this summer.",
        SATURDAY,
        "the beginning of this summer",
        "2026-SU",
    );
    check("It left wages lower last year.", FRIDAY, "last year", "2025");
    check("He spoke yesterday.", FRIDAY, "yesterday", "2026-01-29");
    check("He spoke the day before yesterday.", FRIDAY, "the day before yesterday", "2026-01-28");
}

#[test]
fn intervals_open_and_soften_as_the_words_say() {
    covers("Since mid-January, it has hit power stations.", SATURDAY, "2026-01-11", "");
    covers("They asked him to halt strikes until February 1.", FRIDAY, "", "2026-02-01");
    covers("They have a June deadline.", SATURDAY, "", "2026-06-30");
    covers("It must end by the beginning of this summer.", SATURDAY, "", "2026-06-30");
    covers("It must be signed before Feb. 1.", FRIDAY, "", "2026-01-31");
    covers("Earlier this week, officials said so.", SATURDAY, "2026-02-02", "2026-02-06");
    covers("It began in mid-January.", SATURDAY, "2026-01-11", "2026-01-20");
    covers("They proposed talks next week.", SATURDAY, "2026-02-09", "2026-02-15");
    covers(
        "There were none since the early days of the invasion in February 2022.",
        SATURDAY,
        "2022-02-01",
        "",
    );
    covers("It rose in late 2025.", SATURDAY, "2025-09-01", "2025-12-31");
    covers("It was hit overnight.", SATURDAY, "2026-02-06", "2026-02-07");
    covers("They met last winter.", "2026-07-01", "2025-12-01", "2026-02-28");
}

#[test]
fn lengths_sets_and_vague_words_have_no_place() {
    check("He would end it in 24 hours.", FRIDAY, "24 hours", "PT24H");
    check("He agreed to halt strikes for a week.", FRIDAY, "a week", "P1W");
    check("He gave it a one-week deadline.", FRIDAY, "one-week", "P1W");
    check("It followed a three-hour-long meeting.", FRIDAY, "three-hour-long", "PT3H");
    check("It is a nearly four-year conflict.", FRIDAY, "nearly four-year", "P4Y");
    check("He marks his first 100 days in office.", FRIDAY, "first 100 days", "P100D");
    check("It is at least three weeks late.", FRIDAY, "at least three weeks", "P3W");
    check("They met for the first time in years.", FRIDAY, "years", "PXY");
    check("It continues its nightly bombardment.", FRIDAY, "nightly", "XXXX-XX-XXTNI");
    check("They pray every Friday.", FRIDAY, "every Friday", "XXXX-WXX-5");
    check("It may be cold in the coming days.", FRIDAY, "the coming days", "PXD");
    check("The talks may happen soon.", FRIDAY, "soon", "FUTURE_REF");
    check("He recently conceded it.", FRIDAY, "recently", "PAST_REF");
    check("It fell in the past two months.", FRIDAY, "the past two months", "P2M");
}

#[test]
fn what_counts_from_something_told_needs_it_to_be_told() {
    check(
        "He took office. But more than 12 months later, it is elusive.",
        SATURDAY,
        "more than 12 months later",
        "P12M",
    );
    check(
        "They met in 2021. The war began just eight months later.",
        "",
        "eight months later",
        "2021-09/2022-08",
    );
    covers("They met in 2021. The war began just eight months later.", "", "2021-09-01", "2022-08-31");
    check("They met on May 3, 2024. It ended three days later.", "", "three days later", "2024-05-06");
    check("They met on May 3, 2024. It ended the following day.", "", "the following day", "2024-05-04");
    check("They met in May 2024. It ended the following month.", "", "the following month", "2024-06");
    check(
        "He spoke on Thursday.\nHours earlier, he issued a rebuke.",
        FRIDAY,
        "Hours earlier",
        "2026-01-28/2026-01-29",
    );
    check("It ended the following week.", FRIDAY, "the following week", "XXXX-WXX");
    check("He left on Monday. Until Thursday, they had not called him.", FRIDAY, "Thursday", "2026-01-29");
    check("They met on Monday. He left the same day.", FRIDAY, "the same day", "2026-01-26");
    check("They met on Monday. It came the same day he was quoted.", FRIDAY, "the same day", "XXXX-XX-XX");
    check(
        "He spoke on Thursday. Hours earlier, he issued a rebuke.",
        FRIDAY,
        "Hours earlier",
        "2026-01-28/2026-01-29",
    );
    check("They met on May 3, 2024.\nA new paragraph began three days later.", "", "three days later", "P3D");
}

#[test]
fn words_that_look_like_times_are_none() {
    nothing("He may march second in the Sunday Times.");
    nothing("It may take place, and the army may march.");
    nothing("A good day in talks, he said in USA Today.");
    nothing("She said 2,022 people lived there.");
    nothing("The 27-year-old said it costs $2000.");
    nothing("The match ended 3:2.");
    nothing("April Jones said so on Black Friday.");
    nothing("The team won 1989 points.");
}

#[test]
fn no_text_makes_it_panic_and_spans_stay_on_characters() {
    for text in [
        "",
        "“",
        "the",
        "9999-99-99",
        "99 of",
        "mid-",
        "in 0 days ago",
        "December 99999999999",
        "’s ’ll",
        "Süd 5 März é 31 February",
        "in 99999 years ago",
        "99999 decades ago",
        "next century last decade",
        "early late mid of the",
        "12:99 p.m. 24:00 am",
    ] {
        for published in ["", "2026-02-28", "9999-12-31", "-009999-01-01"] {
            let (document, times) = found(text, published);
            assert!(times.iter().all(|t| !t.span.of(&document.text).is_empty()), "in {text:?}");
        }
    }
}
