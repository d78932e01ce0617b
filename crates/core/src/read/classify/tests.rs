//! Small articles, line by line: what each line is taken for.
//!
//! **Invariant:** each test is a claim about news pages in general. Start at `check`.

use crate::read::{Document, read};

fn document(text: &str) -> Document {
    read("a.txt", text.as_bytes())
}

fn check(text: &str, expected: &[&str]) {
    let d = document(text);
    let found: Vec<_> = d.blocks.iter().map(|b| b.kind.name()).collect();
    assert_eq!(found, expected, "{text}");
}

const LEAD: &str =
    "The talks in Geneva ended on Friday without a deal, the foreign ministry said in a statement.";
const MORE: &str =
    "Both sides said that they would meet again in March, and that prisoners would be exchanged.";

#[test]
fn headline_lead_and_what_stands_around_them() {
    check(
        &format!(
            "Skip to content\nWorld\nTalks in Geneva end without a deal\nBy Jane Doe\n7 February 2026\n\n{LEAD}\n{MORE}\nAdvertisement\n{MORE}\nShare"
        ),
        &[
            "furniture",
            "furniture",
            "title",
            "byline",
            "dateline",
            "paragraph",
            "paragraph",
            "furniture",
            "paragraph",
            "furniture",
        ],
    );
}

#[test]
fn a_text_of_running_text_alone_has_no_headline() {
    check(&format!("{LEAD}\n\n{MORE}"), &["paragraph", "paragraph"]);
    assert_eq!(document(&format!("{LEAD}\n\n{MORE}")).title, None);
}

#[test]
fn a_summary_is_told_from_the_lead() {
    let title = "Talks in Geneva end without a deal";
    check(
        &format!("{title}\n\nMinisters left late at night after three rounds about territory\n\n{LEAD}"),
        &["title", "standfirst", "paragraph"],
    );
    check(
        &format!(
            "{title}\n\nMinisters left late. A third round about territory may follow in the spring.\n\nGENEVA (AP) — {LEAD}"
        ),
        &["title", "standfirst", "paragraph"],
    );
    check(
        &format!("{title}\n\n{LEAD}\n\nAdvertisement\n\n{MORE}"),
        &["title", "paragraph", "furniture", "paragraph"],
    );
}

#[test]
fn crossheads_and_headlines_of_others_are_told_apart() {
    let head = format!("Talks in Geneva end without a deal\n\n{LEAD}\n\n");
    check(&format!("{head}What comes next\n\n{MORE}"), &["title", "paragraph", "crosshead", "paragraph"]);
    check(
        &format!("{head}Read more: Ministers quit over failed budget\n\n{MORE}"),
        &["title", "paragraph", "related", "paragraph"],
    );
    check(
        &format!(
            "{head}Related stories\n* Ministers quit over failed budget\n* Storm hits northern coast again\n{MORE}"
        ),
        &["title", "paragraph", "furniture", "related", "related", "paragraph"],
    );
    check(
        &format!(
            "{head}{MORE}\n\nMinisters quit over failed budget vote\nStorm hits northern coast for third time"
        ),
        &["title", "paragraph", "paragraph", "related", "related"],
    );
    check(
        &format!("{head}The demands are:\n* a full exchange of prisoners\n* a third round in March\n{MORE}"),
        &["title", "paragraph", "paragraph", "list", "list", "paragraph"],
    );
}

#[test]
fn pictures_have_their_titles_captions_and_credits() {
    let head = format!("Talks in Geneva end without a deal\n\n{LEAD}\n\n");
    let text = format!(
        "{head}Third Round Of Talks Held In Geneva\nThe ministers shook hands before the last round.Jane Doe / Agency via Getty Images\n\n{MORE}"
    );
    check(&text, &["title", "paragraph", "caption", "caption", "paragraph"]);
    let d = document(&text);
    assert_eq!(d.blocks[3].credit.map(|c| c.of(&d.text)), Some("Jane Doe / Agency via Getty Images"));
    let said = d.sentences.iter().find(|s| s.block == 3).map(|s| s.span.of(&d.text));
    assert_eq!(said, Some("The ministers shook hands before the last round."));
    check(&format!("{head}{MORE} (Reuters)\n\n{MORE}"), &["title", "paragraph", "paragraph", "paragraph"]);
}

#[test]
fn a_line_that_says_the_text_is_cut_marks_the_document() {
    let cut = |end: &str| {
        let d = document(&format!("Talks in Geneva end without a deal\n\n{LEAD}\n\n{MORE}\n\n{end}"));
        d.incomplete.map(|s| s.of(&d.text).to_owned())
    };
    assert_eq!(cut("Subscribe to continue reading").as_deref(), Some("Subscribe to continue reading"));
    assert_eq!(cut("Read more").as_deref(), Some("Read more"));
    assert_eq!(
        cut("This article is for subscribers only.\nLog in").as_deref(),
        Some("This article is for subscribers only.")
    );
    assert_eq!(cut("Share"), None);
}

#[test]
fn doubtful_lines_stay_in_the_story() {
    check(
        &format!("{LEAD}\n\n{MORE}\n\nTotal dead: 192\nInjured: 4,877"),
        &["paragraph", "paragraph", "paragraph", "paragraph"],
    );
    check(&format!("{LEAD}\n\n“It is over.”\n\n{MORE}"), &["paragraph", "paragraph", "paragraph"]);
}

#[test]
fn a_live_report_has_entries_with_headings_and_points() {
    check(
        &format!(
            "Talks in Geneva end without a deal\n14:05\nThe talks are over\n{LEAD}\n13:40\nWhat we know so far\nThe talks in Geneva began on Monday\nThe ministry said they were hard"
        ),
        &["title", "dateline", "crosshead", "paragraph", "dateline", "crosshead", "list", "list"],
    );
}

#[test]
fn what_is_read_most_is_no_story() {
    check(
        &format!(
            "Talks in Geneva end without a deal\n\n{LEAD}\n{MORE}\nMost viewed\n1\nPremier League: 10 talking points from the weekend\n2\nStrand: we suffered, but we won"
        ),
        &["title", "paragraph", "paragraph", "furniture", "furniture", "related", "furniture", "related"],
    );
}
