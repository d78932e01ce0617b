//! What is not said, and what marks hold at arm's length.
//!
//! **Invariant:** each function's name is a claim; a line is a case.
//! Start at [`check`].

use super::{find, speaker};
use crate::annotate::names;
use crate::annotate::names::fixture::document;
use crate::annotate::{Quotation, Speech};

/// Checks what is withheld in `text`, shown as `Speaker - cue - clause`, with `(to …)` for whom it would be said to.
#[track_caller]
fn check(text: &str, expected: &str) {
    let document = document(text);
    let mentions = names::find(&document, &[]);
    let found = find(&document, &[], &mentions);
    let shown = |q: &Quotation| {
        let cue = q.cue.map_or("", |cue| cue.of(&document.text));
        let to = q
            .addressee
            .and_then(|to| to.span)
            .map_or(String::new(), |to| format!(" (to {})", to.of(&document.text)));
        format!("{} - {cue} - {}{to}", speaker(&document, &mentions, q), q.span.of(&document.text))
    };
    let shown: Vec<String> = found.iter().filter(|q| q.speech == Speech::Withheld).map(shown).collect();
    assert_eq!(shown.join(" | "), expected, "{text}");
}

#[test]
fn who_does_not_answer_withholds() {
    check(
        "The Kremlin did not immediately respond to a request for comment.",
        "#The Kremlin - did not immediately respond - The Kremlin did not immediately respond to a request for comment",
    );
    check(
        "Steve Witkoff did not respond to Reuters’ request.",
        "Steve Witkoff - did not respond - Steve Witkoff did not respond to Reuters’ request (to Reuters)",
    );
    check(
        "Aides to the mayor haven’t answered questions from the BBC.",
        "?Aides to the mayor - haven’t answered - Aides to the mayor haven’t answered questions from the BBC (to the BBC)",
    );
    check(
        "Spokesmen for Russia and Ukraine did not reply to emails on Friday.",
        "?Spokesmen for Russia and Ukraine - did not reply - Spokesmen for Russia and Ukraine did not reply to emails on Friday",
    );
    check(
        "The company could not be reached for comment.",
        "#The company - could not be reached - The company could not be reached for comment",
    );
    check(
        "Calls to the ministry were not returned.",
        "#the ministry - were not returned - Calls to the ministry were not returned",
    );
    check("Nobody responded. The patients did not respond to the drug.", "");
}

#[test]
fn who_will_not_say_withholds() {
    check(
        "Steve Witkoff declined to comment, but the talks go on.",
        "Steve Witkoff - declined to comment - Steve Witkoff declined to comment",
    );
    check(
        "Officials would not say whether the bridge was safe.",
        "?Officials - would not say - Officials would not say whether the bridge was safe",
    );
    check(
        "Steve Witkoff has yet to comment on the report.",
        "Steve Witkoff - has yet to comment - Steve Witkoff has yet to comment on the report",
    );
    check(
        "Steve Witkoff said it was over but gave no details.",
        "Steve Witkoff - gave no details - gave no details",
    );
    check("Steve Witkoff did not say that the war would end.", "");
    check("Steve Witkoff did not give up.", "");
    check("We could not confirm the report. The shop does not offer any details of it.", "");
    check("An officer, who refused to identify himself, left.", "");
    check(
        "Steve Witkoff would not say if Mr. Berg had left.",
        "Steve Witkoff - would not say - Steve Witkoff would not say if Mr. Berg had left",
    );
}

#[test]
fn two_refusals_share_who_refuses() {
    check(
        "Steve Witkoff did not say when the ship left and did not confirm if it had arrived.",
        "Steve Witkoff - did not say - Steve Witkoff did not say when the ship left | Steve Witkoff - did not confirm - did not confirm if it had arrived",
    );
}

#[test]
fn whether_somebody_said_so_is_not_said_where_it_is_withheld() {
    super::check("Officials declined to say whether Steve Witkoff had told them that the ship was lost.", "");
}

#[test]
fn a_few_marked_words_of_nobody_are_held_at_arms_length() {
    let document = document("The so-called “deep state” is at work.");
    let found = find(&document, &[], &[]);
    let shown: Vec<_> =
        found.iter().map(|q| (q.speech, q.span.of(&document.text), q.speaker.is_none())).collect();
    assert_eq!(shown, [(Speech::Scare, "“deep state”", true)]);
}
