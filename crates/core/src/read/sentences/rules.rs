//! The golden rules of sentence segmentation in English, as published with the Pragmatic Segmenter: 52 cases, here with
//! sentences of our own.
//!
//! **Invariant:** each case is one rule, in the published order. Start at `the_golden_rules_hold`.

use super::sentences;
use crate::span::Span;

/// The text, and the sentences in it.
const RULES: &[(&str, &[&str])] = &[
    // Full stop, question mark, exclamation mark.
    ("The ferry is late. The pier is full.", &["The ferry is late.", "The pier is full."]),
    ("Is the ferry late? Nobody knows.", &["Is the ferry late?", "Nobody knows."]),
    ("There it comes! The pier is full.", &["There it comes!", "The pier is full."]),
    // Initials and abbreviations of one letter.
    ("The captain is Marta L. Brandt.", &["The captain is Marta L. Brandt."]),
    ("The timetable is on p. 12.", &["The timetable is on p. 12."]),
    // Abbreviations of two letters, inside and at the end.
    ("Have Holm and co. left the harbour?", &["Have Holm and co. left the harbour?"]),
    (
        "They bought it from Falk, Brandt & Co. at auction.",
        &["They bought it from Falk, Brandt & Co. at auction."],
    ),
    ("Go and see Holm and co. They have a map.", &["Go and see Holm and co.", "They have a map."]),
    ("They bought it from Falk & Co. It was cheap.", &["They bought it from Falk & Co.", "It was cheap."]),
    // Abbreviations before and behind names, and with a possessive.
    ("From here one sees Mt. Aasen.", &["From here one sees Mt. Aasen."]),
    (
        "St. Olav’s church stands in Mill st. near the quay.",
        &["St. Olav’s church stands in Mill st. near the quay."],
    ),
    ("It was Per Aasen Jr.’s boat.", &["It was Per Aasen Jr.’s boat."]),
    // Abbreviations with several stops.
    ("She sailed to the U.S.A. last winter.", &["She sailed to the U.S.A. last winter."]),
    ("He works for the E.U. What about her?", &["He works for the E.U.", "What about her?"]),
    ("He moved to the U.S. What about her?", &["He moved to the U.S.", "What about her?"]),
    ("She works for the U.S. Coast Guard in Maine.", &["She works for the U.S. Coast Guard in Maine."]),
    ("She has been in the U.S. for nine years.", &["She has been in the U.S. for nine years."]),
    (
        "At 5 a.m. Ms. Holm opened the lock. She closed it at 6 P.M. Ms. Holm then went home.",
        &["At 5 a.m. Ms. Holm opened the lock.", "She closed it at 6 P.M.", "Ms. Holm then went home."],
    ),
    // Numbers.
    ("A ticket costs $14.50 at the pier.", &["A ticket costs $14.50 at the pier."]),
    ("A ticket costs $14.50. It is dear.", &["A ticket costs $14.50.", "It is dear."]),
    // A sentence in brackets inside a sentence.
    (
        "The pilot (He had been at sea for thirty years.) took the wheel himself.",
        &["The pilot (He had been at sea for thirty years.) took the wheel himself."],
    ),
    // Addresses.
    (
        "Write to Pilot.Desk@harbour.example. Somebody will answer.",
        &["Write to Pilot.Desk@harbour.example.", "Somebody will answer."],
    ),
    (
        "The map is at https://www.harbour.example/map.html. Print it.",
        &["The map is at https://www.harbour.example/map.html.", "Print it."],
    ),
    // Quotations.
    ("He pointed out, 'The lamp is out.' she said.", &["He pointed out, 'The lamp is out.' she said."]),
    ("He pointed out, \"The lamp is out.\" she said.", &["He pointed out, \"The lamp is out.\" she said."]),
    (
        "He pointed out, \"The lamp is out.\" He lit another one.",
        &["He pointed out, \"The lamp is out.\"", "He lit another one."],
    ),
    // Doubled marks.
    ("Ahoy!! We have waited long.", &["Ahoy!!", "We have waited long."]),
    ("Ahoy?? Who is on board?", &["Ahoy??", "Who is on board?"]),
    ("Ahoy!? Is that the pilot?", &["Ahoy!?", "Is that the pilot?"]),
    ("Ahoy?! Is that the pilot?", &["Ahoy?!", "Is that the pilot?"]),
    // Lists in a line.
    ("1.) The first berth 2.) The second berth", &["1.) The first berth", "2.) The second berth"]),
    ("1.) The first berth. 2.) The second berth.", &["1.) The first berth.", "2.) The second berth."]),
    ("1) The first berth 2) The second berth", &["1) The first berth", "2) The second berth"]),
    ("1) The first berth. 2) The second berth.", &["1) The first berth.", "2) The second berth."]),
    ("1. The first berth 2. The second berth", &["1. The first berth", "2. The second berth"]),
    ("1. The first berth. 2. The second berth.", &["1. The first berth.", "2. The second berth."]),
    ("• 9. The first berth • 10. The second berth", &["• 9. The first berth", "• 10. The second berth"]),
    ("⁃9. The first berth ⁃10. The second berth", &["⁃9. The first berth", "⁃10. The second berth"]),
    (
        "a. The first berth b. The second berth c. The third berth on the list",
        &["a. The first berth", "b. The second berth", "c. The third berth on the list"],
    ),
    // Line ends inside a sentence.
    (
        "This is a line that\nwas cut in the middle by a printer.",
        &["This is a line that\nwas cut in the middle by a printer."],
    ),
    ("It was a windy \nevening on the quay.", &["It was a windy \nevening on the quay."]),
    // Lines of a list are blocks of their own; see `lines_of_a_list_are_parted`.
    // Coordinates and codes.
    (
        "The wreck is at N°. 1026.253.553. Divers know it.",
        &["The wreck is at N°. 1026.253.553.", "Divers know it."],
    ),
    // Names with an exclamation mark.
    ("He plays in Wham! in the evening.", &["He plays in Wham! in the evening."]),
    // "I" as a pronoun and as an initial.
    (
        "They came late, my sister and I. Have you seen Ruben I. Falk today?",
        &["They came late, my sister and I.", "Have you seen Ruben I. Falk today?"],
    ),
    // Ellipses.
    (
        "She writes that on the island, “the days grow longer and the words grow fewer. . . .”",
        &["She writes that on the island, “the days grow longer and the words grow fewer. . . .”"],
    ),
    (
        "\"Holm [...] took the pilot’s ladder [...]\" (Brandt 55).",
        &["\"Holm [...] took the pilot’s ladder [...]\" (Brandt 55)."],
    ),
    (
        "What is left out at the end is shown by marks, and then the sentence is closed with a stop . . . . The next one follows.",
        &[
            "What is left out at the end is shown by marks, and then the sentence is closed with a stop . . . .",
            "The next one follows.",
        ],
    ),
    (
        "We never wanted that.... They left the harbour.",
        &["We never wanted that....", "They left the harbour."],
    ),
    (
        "He was not really ... well, that is...you see . . . what I’m saying, the point is . . . I did not know.",
        &[
            "He was not really ... well, that is...you see . . . what I’m saying, the point is . . . I did not know.",
        ],
    ),
    (
        "A custom that grew weaker . . . was that of greeting every ship with a bell. . . . The bell was not sold. . . .",
        &[
            "A custom that grew weaker . . . was that of greeting every ship with a bell. . . .",
            "The bell was not sold. . . .",
        ],
    ),
    // No space between sentences.
    (
        "The ferry is here.Today is Friday.Ms. Holm paid 1,000.That is a lot.",
        &["The ferry is here.", "Today is Friday.", "Ms. Holm paid 1,000.", "That is a lot."],
    ),
];

#[test]
fn the_golden_rules_hold() {
    let mut missed = 0;
    for (text, expected) in RULES {
        let found: Vec<_> =
            sentences(text, Span::new(0, text.len()), false).iter().map(|s| s.of(text)).collect();
        if found != *expected {
            missed += 1;
            println!("{found:?}\n not {expected:?}");
        }
    }
    assert_eq!(missed, 0, "of {}", RULES.len());
}

#[test]
fn lines_of_a_list_are_parted() {
    let d = crate::read::read("a.txt", b"berths and quays\npilots\nharbour dues, tolls\n");
    let found: Vec<_> = d.sentences.iter().map(|s| s.span.of(&d.text)).collect();
    assert_eq!(found, ["berths and quays", "pilots", "harbour dues, tolls"]);
}
